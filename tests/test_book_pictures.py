"""Photos of the book: as they are where that is wished, made ready once, and forgotten for good."""

import io
import time
from concurrent.futures import Future
from functools import partial

import msgspec
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from reisblog.book_pictures import Prepared
from reisblog.model import edits
from reisblog.model.book import Form, Paper, Quality, Wish
from reisblog.model.geometry import Point
from reisblog.model.records import Crop, Stop
from reisblog.photos import jpeg
from tests import desks, journeys, pictures

pytestmark = pytest.mark.usefixtures("in_english")

FINE = Wish(quality=Quality.ORIGINAL)


def at_a_halte(desk, tmp_path, *contents):
    """Photos of a halte; the first opens its chapter."""
    paths = [tmp_path / f"foto-{number}.jpg" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    photos, _none = desk.photos_from_files(paths)
    stop = Stop(id="s", at=Point(900, 700), title="Halte")
    desk.commit(
        "Photos",
        lambda now: msgspec.structs.replace(
            now,
            stops=now.stops.with_(stop),
            order=("s",),
            photos=now.photos.with_(
                *(msgspec.structs.replace(photo, stop="s") for photo in photos)
            ),
        ),
    )
    return photos


def embedded(path):
    """The JPEG pictures in a PDF, in no order."""
    with pikepdf.open(path) as document:
        return [
            made.read_raw_bytes()
            for made in document.objects
            if isinstance(made, pikepdf.Stream) and made.get("/Filter") == "/DCTDecode"
        ]


@pytest.mark.parametrize("quality", [Quality.PRINT, Quality.ORIGINAL])
def test_a_photo_goes_in_as_it_is_and_once(desk, tmp_path, quality):
    content = pictures.jpeg(1600, 1200, private=True)
    one, other = at_a_halte(desk, tmp_path, content, content)
    assert one.media == other.media
    desk.export_pdf(tmp_path / "boek.pdf", wish=Wish(quality=quality))
    assert embedded(tmp_path / "boek.pdf") == [jpeg.strip(content).content]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_whichever_way_it_is_stored(desk, tmp_path, orientation):
    at_a_halte(desk, tmp_path, pictures.jpeg(orientation=orientation))
    out = tmp_path / "boek.pdf"
    desk.export_pdf(out, wish=msgspec.structs.replace(FINE, form=Form.STORY))
    with pypdfium2.PdfDocument(out) as document:
        page = document[2]
        (photo,) = (made for made in page.get_objects() if isinstance(made, pypdfium2.PdfImage))
        left, bottom, right, top = photo.get_bounds()
        image = page.render(scale=1).to_pil()
    assert right - left > top - bottom
    shown = image.crop((left, image.height - top, right, image.height - bottom))
    assert pictures.corners(shown) == pictures.UPRIGHT


@pytest.mark.parametrize("quality", Quality)
def test_nothing_of_place_or_device_leaves_whoever_put_the_photo_in(desk, tmp_path, quality):
    """The second was put into the journey by another program, and nobody cleaned it."""
    at_a_halte(desk, tmp_path, pictures.jpeg(1600, 1200, private=True))
    laid_as_it_is(desk, pictures.jpeg(1500, 1100, private=True))
    desk.export_pdf(tmp_path / "boek.pdf", wish=Wish(quality=quality))
    shown = b"".join(embedded(tmp_path / "boek.pdf"))
    assert not [secret for secret in pictures.SECRETS if secret in shown]
    assert pictures.DEVICE not in (tmp_path / "boek.pdf").read_bytes()


def laid_as_it_is(desk, content):
    """A halte with one photo of these bytes, however they are."""
    with Image.open(io.BytesIO(content)) as image:
        photo = desks.photo_of(desk, content, width=image.width, height=image.height)
    desk.add_stop(["wensboom"], photos=[photo])
    return photo


@pytest.mark.parametrize(
    ("form", "space"),
    [
        ({"progressive": True}, "/DeviceRGB"),
        ({"image": pictures.quarters(mode="L")}, "/DeviceGray"),
    ],
)
def test_progressive_and_grey_photos_go_in_as_they_are(desk, tmp_path, form, space):
    content = pictures.jpeg(**form)
    at_a_halte(desk, tmp_path, content)
    desk.export_pdf(tmp_path / "boek.pdf", wish=FINE)
    assert embedded(tmp_path / "boek.pdf") == [jpeg.strip(content).content]
    assert spaces_in(tmp_path / "boek.pdf") == [space]


def spaces_in(path):
    """What the numbers of each JPEG mean."""
    with pikepdf.open(path) as document:
        return [
            str(made.ColorSpace)
            for made in document.objects
            if isinstance(made, pikepdf.Stream) and made.get("/Filter") == "/DCTDecode"
        ]


def test_four_inks_become_three_lights(desk, tmp_path):
    laid_as_it_is(desk, pictures.jpeg(image=pictures.quarters(mode="CMYK")))
    desk.export_pdf(tmp_path / "boek.pdf", wish=FINE)
    assert spaces_in(tmp_path / "boek.pdf") == ["/DeviceRGB"]
    [shown] = embedded(tmp_path / "boek.pdf")
    assert pictures.corners(shown) == pictures.UPRIGHT


def test_a_profile_for_other_channels_than_the_picture_has_is_left_out(desk, tmp_path):
    grey = pictures.quarters(mode="L")
    laid_as_it_is(desk, pictures.jpeg(image=grey, profile=pictures.swapped_profile()))
    desk.export_pdf(tmp_path / "boek.pdf", wish=FINE)
    assert spaces_in(tmp_path / "boek.pdf") == ["/DeviceGray"]


@pytest.mark.parametrize("quality", Quality)
def test_what_only_calls_itself_a_photo_is_a_stand_in_and_counted(desk, tmp_path, quality):
    content = pictures.jpeg(300, 200)
    at = content.index(b"\xff\xc0") + 5
    vast = content[:at] + b"\xff\xff\xff\xff" + content[at + 4 :]
    for number, broken in enumerate((b"no photo at all", content[:40], vast)):
        photo = desks.photo_of(desk, broken, caption=f"Bijschrift {number}")
        desk.add_stop(["wensboom"], photos=[photo])
    assert desk.export_pdf(tmp_path / "boek.pdf", wish=Wish(quality=quality)).photos == 3
    with pypdfium2.PdfDocument(tmp_path / "boek.pdf") as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert [f"Bijschrift {number}" in words for number in range(3)] == [True] * 3


@pytest.mark.parametrize("quality", Quality)
@pytest.mark.parametrize("crop", [None, Crop(x=0.25, y=0.25, width=0.5, height=0.5)])
def test_of_a_photo_that_is_lost_its_small_version_stands_there(desk, tmp_path, quality, crop):
    small = pictures.jpeg(512, 384)
    whole = pictures.jpeg(1600, 1200)
    for number, broken in enumerate((b"no photo at all", whole[:40], whole[: len(whole) // 2])):
        media = desks.keep(desk, broken, rendition=small)
        photo = journeys.photo(f"p{number}", media=media, width=1600, height=1200, crop=crop)
        desk.add_stop(["wensboom"], photos=[photo])
    out = tmp_path / "boek.pdf"
    assert desk.export_pdf(out, wish=Wish(quality=quality)).photos == 0
    if crop is None and quality is not Quality.SCREEN:
        assert set(embedded(out)) == {small}


def test_its_own_colours_go_with_it(desk, tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    at_a_halte(
        desk,
        tmp_path,
        pictures.jpeg(profile=profile),
        pictures.jpeg(500, 400, profile=profile),
    )
    desk.export_pdf(tmp_path / "boek.pdf", wish=FINE)
    with pikepdf.open(tmp_path / "boek.pdf") as document:
        spaces = [
            made.ColorSpace
            for made in document.objects
            if isinstance(made, pikepdf.Stream) and made.get("/Filter") == "/DCTDecode"
        ]
        assert len(spaces) == 2
        assert [str(space[0]) for space in spaces] == ["/ICCBased"] * 2
        assert spaces[0][1].objgen == spaces[1][1].objgen


def test_what_is_cropped_never_goes_in_as_it_is(desk, tmp_path):
    content = pictures.jpeg(1600, 1200)
    (photo,) = at_a_halte(desk, tmp_path, content)
    desk.commit("Crop", lambda now: edits.set_crop(now, photo.id, Crop(0.5, 0.5, 0.5, 0.5)))
    desk.export_pdf(tmp_path / "boek.pdf", wish=FINE)
    assert jpeg.strip(content).content not in embedded(tmp_path / "boek.pdf")


def test_a_second_book_decodes_only_what_has_changed(desk, tmp_path, monkeypatch):
    photos = at_a_halte(
        desk, tmp_path, *(pictures.jpeg(1600 + number, 1200) for number in range(3))
    )
    book = partial(desk.export_pdf, tmp_path / "boek.pdf", replace=True)
    book()
    first = (tmp_path / "boek.pdf").read_bytes()
    asked = []
    decode = desk.decoder.jpeg

    def watched(source, **how):
        asked.append(how)
        return decode(source, **how)

    monkeypatch.setattr(desk.decoder, "jpeg", watched)
    book()
    assert not asked
    assert (tmp_path / "boek.pdf").read_bytes() == first
    desk.commit("Crop", lambda now: edits.set_crop(now, photos[0].id, Crop(0.5, 0.5, 0.9, 0.9)))
    book()
    assert len(asked) == 2  # where it lies on the map, and where it opens its halte


def test_what_is_forgotten_is_not_kept_for_the_next_book(desk, tmp_path):
    (photo,) = at_a_halte(desk, tmp_path, pictures.jpeg(1600, 1200))
    desk.export_pdf(tmp_path / "boek.pdf")
    kept = desk.prepared
    assert kept.size
    desk.forget({photo.media})(None)
    assert not kept.size


def test_what_is_forgotten_while_a_book_is_made_is_not_kept_by_that_book():
    kept = Prepared()
    kept.forget({"aa"})
    kept.put(("aa", 640), b"late")
    kept.put(("bb", 640), b"other")
    assert kept.get(("aa", 640)) is None
    assert kept.size == len(b"other")


def test_the_oldest_goes_when_there_is_no_room():
    kept = Prepared(most_bytes=10)
    kept.put(("a",), b"aaaa")
    kept.put(("b",), b"bbbb")
    assert kept.get(("a",)) == b"aaaa"
    kept.put(("c",), b"cccc")
    assert kept.get(("b",)) is None
    assert kept.get(("a",)) == b"aaaa"
    kept.put(("d",), bytes(11))
    assert kept.size == 0


class EnoughError(Exception):
    """Raised by who wants no more of it."""


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8])
def test_a_book_that_is_given_up_leaves_what_stood_there(desk, tmp_path, share):
    at_a_halte(desk, tmp_path, *(pictures.jpeg(1600 + number, 1200) for number in range(3)))
    out = tmp_path / "boek.pdf"
    desk.export_pdf(out, wish=Wish(paper=Paper.A5))
    before = out.read_bytes()

    def told(so_far):
        if so_far >= share:
            raise EnoughError

    with pytest.raises(EnoughError):
        desk.prepare_export(out, replace=True)(told)
    assert out.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"} == {"boek.pdf"}
    desk.export_pdf(out, replace=True)
    assert io.BytesIO(out.read_bytes()).read(5) == b"%PDF-"


def test_who_gives_up_is_heard_while_a_photo_still_takes_its_time(desk, tmp_path):
    at_a_halte(desk, tmp_path, pictures.jpeg(1600, 1200))
    asked = []

    class Slow:
        """A decoder that never comes to an end."""

        def jpeg(self, _source, **_how):
            asked.append(time.monotonic())
            return Future()

    desk.decoder = Slow()

    def told(_so_far):
        if asked:
            raise EnoughError

    with pytest.raises(EnoughError):
        desk.prepare_export(tmp_path / "boek.pdf")(told)
    assert time.monotonic() - asked[0] < 5
    assert not (tmp_path / "boek.pdf").exists()
