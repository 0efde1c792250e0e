"""What is seen of a file before it is opened; pictures are decoded for real here."""

import io
import multiprocessing
import os
import signal
import sys
import time
import zipfile

import pytest
from PIL import Image

from reisblog import sheets
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.photos.decoder import Decoder
from tests import desks, pictures

RED, BLUE = (220, 10, 10), (10, 10, 220)


@pytest.fixture(autouse=True)
def speaking(in_english):
    """Sentences are known by their English."""


@pytest.fixture(autouse=True)
def there_is_time(monkeypatch):
    """Where nothing is said of it, a busy machine is no fault."""
    monkeypatch.setattr(sheets, "_PATIENCE_SECONDS", 60)


def plain(colour):
    target = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(target, "JPEG", quality=90)
    return target.getvalue()


def lay(desk, *colours):
    """Lay a photo of each colour on the map, next to one another; gives the photos."""
    photos = [desk.photo_from(desk.take_in(plain(each), name="").result()) for each in colours]
    spots = {photo.id: Point(500 + 500 * n, 800) for n, photo in enumerate(photos)}
    desk.commit("Photos", lambda now: edits.lay_down(edits.bring_in(now, photos), spots))
    return [desk.journey.photos[photo.id] for photo in photos]


def entries(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def colours_of(content):
    """Which of red and blue show somewhere in a picture."""
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    found = {colour for _count, colour in picture.getcolors(picture.width * picture.height)}
    return {
        wanted
        for wanted in (RED, BLUE)
        if any(max(abs(a - b) for a, b in zip(each, wanted, strict=True)) < 30 for each in found)
    }


def reopened(path, tmp_path, decoder):
    return desks.opened(path, tmp_path / "elsewhere", decoder=decoder)


def test_a_file_shows_its_photos_and_its_map_first(desk, tmp_path):
    lay(desk, RED, BLUE)
    desk.save(tmp_path / "a.reisblog")
    kept = entries(desk.path)
    assert list(kept)[:4] == ["mimetype", "journey.json", "preview.png", "contact.jpg"]
    assert Image.open(io.BytesIO(kept["contact.jpg"])).size == (192, 96)
    for name in ("contact.jpg", "preview.png"):
        assert colours_of(kept[name]) == {RED, BLUE}


def test_an_empty_journey_shows_the_map_alone(desk, tmp_path):
    desk.save(tmp_path / "a.reisblog")
    assert list(entries(desk.path)) == ["mimetype", "journey.json", "preview.png"]


def test_the_same_journey_gives_the_same_bytes_wherever_its_cells_come_from(
    desk, tmp_path, decoder
):
    lay(desk, RED, BLUE)
    desk.save(tmp_path / "a.reisblog")
    desk.save(tmp_path / "b.reisblog")
    with reopened(tmp_path / "a.reisblog", tmp_path, decoder) as again:  # cells of the sheet
        again.save(tmp_path / "c.reisblog")
    bare = tmp_path / "bare.reisblog"
    with zipfile.ZipFile(bare, "w") as file:
        for name, content in entries(desk.path).items():
            if name not in {"contact.jpg", "preview.png"}:
                file.writestr(name, content)
    with reopened(bare, tmp_path, decoder) as again:  # cells of the renditions
        again.save(tmp_path / "d.reisblog")
    assert len({(tmp_path / f"{each}.reisblog").read_bytes() for each in "abcd"}) == 1


def test_a_picture_that_must_be_gone_is_on_neither(desk, tmp_path, decoder):
    [red, _blue] = lay(desk, RED, BLUE)
    desk.save(tmp_path / "a.reisblog")
    with reopened(desk.path, tmp_path, decoder) as again:
        again.forget({red.media})()
        save = again.prepare_save(again.path, keep_version=False)
        save.run()
        again.finish_save(save)
        kept = entries(again.path)
        for name in ("contact.jpg", "preview.png"):
            assert colours_of(kept[name]) == {BLUE}
        again.save()
        assert red.media.encode() not in again.path.read_bytes()


def test_without_any_process_that_decodes_the_journey_is_saved_without(tmp_path):
    with (
        Decoder(workers=0) as nobody,
        desks.new_desk(tmp_path / "home", decoder=nobody) as desk,
    ):
        desks.bring_in(desk, pictures.jpeg())
        desk.save(tmp_path / "a.reisblog")
        assert not {"preview.png", "contact.jpg"} & entries(desk.path).keys()


def test_a_decoder_that_is_closed_is_no_reason_not_to_save(desk, tmp_path):
    lay(desk, RED)
    desk.decoder = Decoder()
    desk.decoder.close()
    desk.save(tmp_path / "a.reisblog")
    kept = entries(desk.path)
    assert "preview.png" not in kept
    assert colours_of(kept["contact.jpg"]) == {RED}


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_saving_does_not_wait_long_for_a_process_that_hangs(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "_PATIENCE_SECONDS", 0.1)
    others = set(multiprocessing.active_children())
    with Decoder(workers=1) as hangs, desks.new_desk(tmp_path / "home", decoder=hangs) as desk:
        lay(desk, RED)
        small = pictures.jpeg(512, 300)
        desks.keep(desk, pictures.jpeg(), rendition=small)
        for worker in set(multiprocessing.active_children()) - others:
            os.kill(worker.pid, signal.SIGSTOP)
        began = time.monotonic()
        desk.save(tmp_path / "a.reisblog")
        assert time.monotonic() - began < 5
    kept = entries(tmp_path / "a.reisblog")
    assert "preview.png" not in kept
    assert colours_of(kept["contact.jpg"]) == {RED}
