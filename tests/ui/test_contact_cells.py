"""Of a file that is opened all photos show at once, very small; then as they are."""

import io
import json
import zipfile

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.photos.decoder import Decoder
from reisblog.storage import contact_sheet
from reisblog.ui.pictures import Pictures
from tests import desks

RED, BLUE, GREEN = (220, 10, 10), (10, 10, 220), (10, 160, 10)


def picture(colour, size=(640, 480), form="JPEG"):
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, form)
    return target.getvalue()


@pytest.fixture
def file(tmp_path):
    """A journey with a red photo and a blue one on the map."""
    with Decoder() as decoder, desks.new_desk(tmp_path / "made", decoder=decoder) as desk:
        photos = [
            desk.photo_from(desk.take_in(picture(colour), name="").result())
            for colour in (RED, BLUE)
        ]
        spots = {photo.id: Point(800 + 400 * n, 800) for n, photo in enumerate(photos)}
        desk.commit("Photos", lambda now: edits.lay_down(edits.bring_in(now, photos), spots))
        desk.save(tmp_path / "reis.reisblog")
        return desk.path


def rewritten(path, **entries):
    """The same file with other content of some entries."""
    with zipfile.ZipFile(path) as file:
        content = {name: file.read(name) for name in file.namelist()}
    content |= {name.replace("_", "."): new for name, new in entries.items()}
    with zipfile.ZipFile(path, "w") as file:
        for name, new in content.items():
            file.writestr(name, new)
    return path


class Shown:
    """What the pictures of an opened file look like, in the order in which that changed."""

    def __init__(self, driver, path):
        self.rough, self.sharp = [], []
        self._pictures = driver.program.pictures
        driver.program.session.open(path)
        self.media = [photo.media for photo in driver.journey.photos.values()]
        self._pictures.rough.connect(lambda: self.rough.append(self.seen()))
        self._pictures.ready.connect(self.sharp.append)
        driver.until(lambda: {*self.sharp} == {*self.media})
        driver.settle()

    def seen(self):
        found = [self._pictures.pixmap(media, 128) for media in self.media]
        return [
            each and (each.width(), _nearest(QColor(each.toImage().pixel(48, 36))))
            for each in found
        ]


def _nearest(colour):
    seen = (colour.red(), colour.green(), colour.blue())
    return min((RED, BLUE, GREEN), key=lambda one: sum(abs(a - b) for a, b in zip(one, seen)))  # noqa: B905


def test_small_pictures_come_first_then_the_sharp_ones(driver, file):
    shown = Shown(driver, file)
    for seen in shown.rough:
        assert {each[1] for each in seen} == {RED, BLUE}
    assert shown.seen() == [(128, RED), (128, BLUE)]


def test_a_lying_sheet_is_seen_for_a_moment_only(driver, file):
    lie = picture(GREEN, (192, 96))
    shown = Shown(driver, rewritten(file, contact_jpg=lie))
    assert shown.seen() == [(128, RED), (128, BLUE)]


@pytest.mark.parametrize(
    "sheet",
    [
        picture(GREEN, (96, 96)),
        picture(GREEN, (192, 96), "PNG"),
        picture(GREEN, (192, 96))[:300],
        b"",
        b"\xff\xd8\xff" + bytes(500),
    ],
)
def test_a_sheet_that_is_not_as_it_says_is_not_shown(driver, file, sheet):
    shown = Shown(driver, rewritten(file, contact_jpg=sheet))
    assert shown.rough == []
    assert shown.seen() == [(128, RED), (128, BLUE)]


def test_pictures_of_other_photos_on_the_sheet_are_passed_over(driver, file):
    with zipfile.ZipFile(file) as held:
        words = json.loads(held.read("journey.json"))
    words["contact"]["cells"][0] = "f" * 64
    shown = Shown(driver, rewritten(file, journey_json=json.dumps(words).encode()))
    for seen in shown.rough:
        assert seen[0] is None
    assert shown.seen() == [(128, RED), (128, BLUE)]


def test_the_sheet_comes_before_any_sharp_picture(qtbot, file, tmp_path):
    with Decoder(workers=1) as decoder:
        desk = desks.opened(file, tmp_path / "home", decoder=decoder)
        shown, told = Pictures(lambda: desk), []
        shown.rough.connect(lambda: told.append("rough"))
        shown.ready.connect(told.append)
        media = [photo.media for photo in desk.journey.photos.values()]
        assert [shown.pixmap(each, 128) for each in media] == [None, None]
        qtbot.waitUntil(lambda: len(told) == 3, timeout=20_000)
        assert told == ["rough", *media]
        shown.close()
        desk.close()


def test_a_photo_that_cannot_be_read_is_not_shown_by_its_cell(driver, file):
    with zipfile.ZipFile(file) as held:
        names = held.namelist()
    bad = {name: b"\xff\xd8\xff broken" for name in names if name.startswith("renditions/")}
    with zipfile.ZipFile(file) as held:
        content = {name: held.read(name) for name in names} | bad
    with zipfile.ZipFile(file, "w") as written:
        for name, new in content.items():
            written.writestr(name, new)
    driver.program.session.open(file)
    shown = driver.program.pictures
    media = [photo.media for photo in driver.journey.photos.values()]
    driver.until(lambda: all(shown.is_broken(each) for each in media))
    assert [shown.pixmap(each, 128) for each in media] == [None, None]


def test_the_window_shows_all_without_reading_a_photo(driver, file):
    content = file.read_bytes()
    with zipfile.ZipFile(file) as held:
        for entry in held.infolist():
            if entry.filename.startswith("media/"):
                begin = entry.header_offset + 30 + len(entry.filename)
                content = (
                    content[:begin] + bytes(entry.file_size) + content[begin + entry.file_size :]
                )
    file.write_bytes(content)
    assert Shown(driver, file).seen() == [(128, RED), (128, BLUE)]


def test_a_photo_becomes_finer_once_somebody_looks_closer(driver, file):
    media = Shown(driver, file).media[0]
    shown = driver.program.pictures
    assert shown.pixmap(media, 512).width() < 512
    driver.until(lambda: shown.pixmap(media, 512).width() == 512)
    assert shown.pixmap(media, 128).width() == 128


def test_a_sheet_beyond_the_bounds_is_not_even_read(file, tmp_path, monkeypatch):
    monkeypatch.setattr(contact_sheet, "MOST_BYTES", 100)
    with desks.opened(file, tmp_path / "home") as desk:
        assert desk.media.sheet() is None
