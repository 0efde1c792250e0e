"""What a file is shows in its bytes, whatever it is called."""

import pytest

from reisblog.photos.formats import PICTURES, Form, form_of, is_cut_off
from tests import pictures

MADE = {
    Form.JPEG: pictures.jpeg,
    Form.PNG: pictures.png,
    Form.WEBP: pictures.webp,
    Form.HEIF: pictures.heic,
    Form.AVIF: pictures.avif,
    Form.GIF: pictures.gif,
    Form.BMP: pictures.bmp,
}


def box(brand, *others):
    brands = b"".join((brand, bytes(4), *others))
    return (len(brands) + 8).to_bytes(4) + b"ftyp" + brands + b"\0\0\0\x10moov"


def test_every_picture_that_comes_in_is_tried_here():
    assert set(MADE) == PICTURES


@pytest.mark.parametrize("form", MADE)
def test_a_picture_is_known_by_its_content(form):
    assert form_of(MADE[form](64, 48)) is form


@pytest.mark.parametrize("form", [form for form in MADE if form is not Form.JPEG])
def test_a_whole_picture_is_not_cut_off_and_half_of_it_is(form):
    content = MADE[form](64, 48)
    assert not is_cut_off(content, form)
    assert is_cut_off(content[: len(content) // 2], form)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (box(b"mif1", b"mif1", b"heic"), Form.HEIF),
        (box(b"mif1", b"mif1", b"avif"), Form.AVIF),
        (box(b"isom", b"mp42"), Form.VIDEO),
        (box(b"qt  "), Form.VIDEO),
        (b"\0\0\0\x08wide\0\0\0\0mdat", Form.VIDEO),
        (b"\x1aE\xdf\xa3 webm", Form.VIDEO),
        (b"RIFF\0\0\0\0AVI LIST", Form.VIDEO),
        (b"RIFF\0\0\0\0WAVEfmt ", Form.UNKNOWN),
        (b"%PDF-1.7\n", Form.DOCUMENT),
        (b"PK\x03\x04\x14\0", Form.DOCUMENT),
        (b"II*\0\x08\0\0\0", Form.OTHER_PICTURE),
        (box(b"crx ", b"isom"), Form.OTHER_PICTURE),
        (b"BM is how this letter begins", Form.UNKNOWN),
        (b"hello", Form.UNKNOWN),
        (b"", Form.UNKNOWN),
    ],
)
def test_other_files_are_told_apart(head, form):
    assert form_of(head) is form
