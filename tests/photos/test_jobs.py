"""Nothing that leaves a worker tells where, by whom or with which device a picture was made."""

import io
import os
from functools import partial

import pytest
from PIL import Image

from reisblog.model import limits
from reisblog.photos import exchange, jobs
from tests import pictures

_ORIENTATION = 0x0112
_NEEDED = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "exif", "icc_profile"}
"""What a JPEG that is kept as it is may say, to be seen as it should."""
_GREY = pictures.quarters(300, 200, mode="L")
_INKS = pictures.quarters(300, 200, mode="CMYK")
_HOLE = pictures.see_through(300, 200)
_PROFILE = pictures.swapped_profile()
TELLING = {
    "jpeg": partial(pictures.jpeg, 300, 200),
    "jpeg with a profile": partial(pictures.jpeg, 300, 200, profile=_PROFILE),
    "turned jpeg": partial(pictures.jpeg, 300, 200, orientation=6, profile=_PROFILE),
    "jpeg in four inks": partial(pictures.jpeg, image=_INKS, orientation=6),
    "png": partial(pictures.png, 300, 200, icc_profile=_PROFILE),
    "png with a profile for another kind": partial(pictures.png, image=_GREY, icc_profile=_PROFILE),
    "see-through png": partial(pictures.png, image=_HOLE, icc_profile=_PROFILE),
    "gif": partial(pictures.gif, 300, 200),
    "webp": partial(pictures.webp, 300, 200, orientation=6, icc_profile=_PROFILE),
    "see-through webp": partial(pictures.webp, image=_HOLE, icc_profile=_PROFILE),
    "heic": partial(pictures.heic, 300, 200, orientation=6),
    "avif": partial(pictures.avif, 300, 200, orientation=6),
}


@pytest.fixture(params=[limits.KEPT_PIXELS, 10_000], ids=["as it is", "decoded anew"])
def _room(request, monkeypatch):
    """Keeps pictures of this many pixels as they are, where their kind allows it."""
    monkeypatch.setattr(limits, "KEPT_PIXELS", request.param)


def _files_of(picture, spool):
    """Every file that comes of a picture: what is kept, and what is made of it."""

    def done(job, content):
        _outcome, frames = jobs.done(job, content, have_read=lambda: None)
        return frames

    rendition, _pixels, cell = done(exchange.TakeIn(source=None, spool=os.fsencode(spool)), picture)
    (kept,) = (file.read_bytes() for file in spool.iterdir())
    large, small = (
        done(exchange.ToJpeg(source=None, side=side, quality=80), kept)[0] for side in (800, 100)
    )
    made = {"rendition": rendition, "cell": cell, "large": large, "small": small}
    return {"kept": kept, **made}


def _secrets_in(file):
    """Those that lie open in a file, and those that a reader unpacks from it."""
    with Image.open(io.BytesIO(file)) as image:
        image.load()
        said = [repr(value).encode() for value in image.info.values()]
    return {secret for secret in pictures.SECRETS for part in (file, *said) if secret in part}


@pytest.mark.usefixtures("_room")
@pytest.mark.parametrize("make", TELLING.values(), ids=TELLING)
def test_no_file_that_comes_of_a_picture_tells_on_its_maker(tmp_path, make):
    picture = make(private=True)
    assert _secrets_in(picture)
    for name, file in _files_of(picture, tmp_path).items():
        assert not _secrets_in(file), name
        with Image.open(io.BytesIO(file)) as image:
            assert set(image.info) <= _NEEDED, name
            assert set(image.getexif()) <= {_ORIENTATION}, name


@pytest.mark.parametrize("make", [pictures.heic, pictures.avif, pictures.webp, pictures.gif])
def test_what_only_a_hostile_journey_holds_is_not_decoded(make):
    """Nothing is ever kept as these, and their decoders are large."""
    content = make(30, 20)
    for job in (exchange.ToPixels(side=100), exchange.ToJpeg(source=None, side=100, quality=80)):
        outcome, frames = jobs.done(job, content, have_read=lambda: None)
        assert outcome == exchange.Refused(trouble=exchange.Trouble.OTHER_PICTURE)
        assert not frames
