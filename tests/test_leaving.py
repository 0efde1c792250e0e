"""What is hidden in a photo, and what was cropped away, is in nothing that leaves the program."""

import io
import zipfile

import pytest
from PIL import Image

from reisblog.handing_over import prepare_copy
from reisblog.leaving import Leaving
from reisblog.model import edits
from reisblog.model.book import Quality, Wish
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Crop
from reisblog.storage.opening import open_file
from tests import pictures, telltale

pytestmark = pytest.mark.usefixtures("in_english")


def bring_in(desk, tmp_path, content, x=600):
    path = tmp_path / "foto.jpg"
    path.write_bytes(content)
    [photo], _none = desk.photos_from_files([path])
    desk.commit(
        "Photo", lambda now: edits.lay_down(edits.bring_in(now, [photo]), {photo.id: Point(x, 600)})
    )
    return photo


@pytest.fixture(params=["hidden", "cropped", "straightened"])
def photo(desk, tmp_path, request):
    """A photo of which something must not be seen, on the map and as the opening of a halte."""
    photo = bring_in(desk, tmp_path, telltale.picture())
    crop = telltale.WITHOUT
    if request.param == "straightened":
        crop = Crop(crop.x, crop.y, 0.45, 0.7, -4.0)
    desk.commit(
        "Frame",
        lambda now: (
            edits.set_blurs(now, photo.id, [telltale.HIDDEN])
            if request.param == "hidden"
            else edits.set_crop(now, photo.id, crop)
        ),
    )
    return desk.journey.photos[photo.id]


def test_the_picture_itself_tells():
    """Else the others would prove nothing."""
    image = Image.open(io.BytesIO(telltale.picture()))
    assert telltale.tells(image)
    image.thumbnail((96, 96))
    assert telltale.tells(image)


@pytest.mark.parametrize("quality", Quality)
def test_the_book_does_not(desk, photo, tmp_path, quality):
    desk.export_pdf(tmp_path / "boek.pdf", wish=Wish(quality=quality))
    shown = telltale.pictures_in_book(tmp_path / "boek.pdf")
    assert len(shown) >= 2
    assert not any(map(telltale.tells, shown))
    assert telltale.picture()[2000:2400] not in (tmp_path / "boek.pdf").read_bytes()


def test_a_copy_does_not_wherever_one_looks(desk, photo, tmp_path):
    plain = bring_in(desk, tmp_path, pictures.jpeg(300, 200), x=900)
    copy = tmp_path / "kopie.reisblog"
    prepare_copy(desk, copy, Audience.CLASS)(None)
    inside = telltale.pictures_in_file(copy)
    assert {name.partition("/")[0] for name in inside} == {
        *("media", "renditions", "preview.png", "contact.jpg")
    }
    assert not any(map(telltale.tells, inside.values()))
    with zipfile.ZipFile(copy) as held:
        words = held.read("journey.json").decode()
    assert photo.media not in words
    assert "crop" not in words
    assert "blurs" not in words
    assert f"media/{plain.media}.jpg" in inside
    opened = open_file(copy)
    again = opened.journey.photos[photo.id]
    name = f"media/{again.media}.jpg"
    assert (again.width, again.height) == inside[name].size
    assert (again.at, again.size, again.turn) == (photo.at, photo.size, photo.turn)
    opened.container.let_go()


def test_a_copy_leaves_nothing_behind(desk, photo, tmp_path):
    before = set((tmp_path / "home").rglob("*"))
    prepare_copy(desk, tmp_path / "kopie.reisblog", Audience.CLASS)(None)
    assert set((tmp_path / "home").rglob("*")) == before


def test_the_preview_in_the_journeys_own_file_does_not(desk, photo, tmp_path):
    desk.save(tmp_path / "reis.reisblog")
    inside = telltale.pictures_in_file(tmp_path / "reis.reisblog")
    assert not telltale.tells(inside["preview.png"])
    assert telltale.tells(inside[f"media/{photo.media}.jpg"])  # the file itself has it whole


def test_what_is_seen_whole_leaves_byte_for_byte(desk, tmp_path):
    content = pictures.jpeg(900, 600)
    photo = bring_in(desk, tmp_path, content)
    leaving = Leaving(desk.media, desk.decoder)
    folder = tmp_path / "weg"
    folder.mkdir()
    [file] = leaving.as_files([photo], folder)
    assert file.read_bytes() == desk.media.read(photo.media)
    assert leaving.jpeg(photo, side=900).result() == desk.media.read(photo.media)


def test_files_show_what_is_seen_and_no_more(desk, photo, tmp_path):
    folder = tmp_path / "weg"
    folder.mkdir()
    [file] = Leaving(desk.media, desk.decoder).as_files([photo], folder)
    with Image.open(file) as image:
        assert not telltale.tells(image)
    assert photo.media not in file.name


def test_a_photo_that_cannot_be_had_is_rather_not_in_a_copy(desk, photo, tmp_path):
    desk.media.forget([photo.media])
    with pytest.raises(Exception, match="can no longer be read"):
        prepare_copy(desk, tmp_path / "kopie.reisblog", Audience.CLASS)(None)
    assert not (tmp_path / "kopie.reisblog").exists()
