"""A JPEG keeps its compressed picture byte for byte and loses everything else."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reisblog.photos import colour_profile, jpeg
from reisblog.photos.exchange import Refusal, Trouble
from tests import pictures

KINDS = {
    "baseline": {},
    "progressive": {"progressive": True},
    "with restart markers": {"restart_marker_rows": 1},
    "in fine colours": {"subsampling": 0},
}


def compressed(content):
    """What decides the pixels: tables, frame and scans, without the application segments."""
    kept, at = [], 2
    while content[at : at + 2] != b"\xff\xd9":
        marker = content[at + 1]
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if marker == 0xDA:
            while content[end] != 0xFF or content[end + 1] in {0, *range(0xD0, 0xD8)}:
                end += 1
        if marker < 0xE0:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)


def markers(content):
    return [pair[1] for pair in pairwise(content[: content.index(b"\xff\xda")]) if pair[0] == 0xFF]


def pixels(content):
    return Image.open(io.BytesIO(content)).tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_the_compressed_picture_stays_byte_for_byte(kind):
    content = pictures.jpeg(private=True, **KINDS[kind])
    clean = jpeg.strip(content).content
    assert compressed(clean) == compressed(content)
    assert pixels(clean) == pixels(content)


def test_nothing_of_place_person_or_device_stays():
    content = pictures.jpeg(private=True, orientation=6)
    for secret in pictures.SECRETS:
        assert secret in content
        assert secret not in jpeg.strip(content).content


def test_the_thumbnail_goes_too():
    content = pictures.jpeg(private=True)
    assert content.count(b"\xff\xd8\xff") == 2
    assert jpeg.strip(content).content.count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_which_way_is_up_stays_and_nothing_else_of_exif(orientation):
    clean = jpeg.strip(pictures.jpeg(orientation=orientation, private=True)).content
    known = dict(Image.open(io.BytesIO(clean)).getexif())
    assert known == ({} if orientation == 1 else {0x0112: orientation})


def test_the_colour_profile_stays():
    for size in (0, 70_000, 200_000):
        profile = pictures.swapped_profile(size)
        stripped = jpeg.strip(pictures.jpeg(profile=profile, private=True))
        assert stripped.profile
        kept = Image.open(io.BytesIO(stripped.content)).info["icc_profile"]
        assert kept == colour_profile.unnamed(profile)
        assert pictures.DEVICE not in kept


def test_what_is_no_profile_is_left_out():
    stripped = jpeg.strip(pictures.jpeg(profile=b"Fairphone 5" * 30))
    assert not stripped.profile
    assert b"Fairphone" not in stripped.content


def test_a_profile_with_a_part_missing_is_left_out():
    content = pictures.jpeg(profile=pictures.swapped_profile(100_000))
    second = content.index(b"ICC_PROFILE\0\x02")
    torn = content[: second - 4] + content[content.index(b"\xff\xdb") :]
    stripped = jpeg.strip(torn)
    assert not stripped.profile
    assert b"ICC_PROFILE" not in stripped.content


def test_how_the_colours_are_stored_stays():
    image = pictures.quarters()
    saved = io.BytesIO()
    image.save(saved, "JPEG", keep_rgb=True)
    content = saved.getvalue()
    assert b"Adobe" in content
    assert pictures.corners(jpeg.strip(content).content) == pictures.UPRIGHT


@pytest.mark.parametrize("behind", [b"", b"\0\0\0\x18ftypmp42" + bytes(5000), pictures.jpeg()])
def test_what_hangs_behind_the_picture_goes(behind):
    content = pictures.jpeg()
    assert jpeg.strip(content + behind).content == jpeg.strip(content).content


def test_a_second_picture_in_the_same_file_goes():
    saved = io.BytesIO()
    first, second = pictures.quarters(), Image.new("RGB", (300, 200))
    first.save(saved, "MPO", save_all=True, append_images=[second])
    clean = jpeg.strip(saved.getvalue()).content
    assert b"MPF\0" not in clean
    assert clean.count(b"\xff\xd8\xff") == 1
    assert pictures.corners(clean) == pictures.UPRIGHT


def test_padding_before_a_marker_is_understood():
    content = pictures.jpeg()
    padded = content.replace(b"\xff\xdb", b"\xff\xff\xff\xdb").replace(b"\xff\xda", b"\xff\xff\xda")
    assert jpeg.strip(padded[:-2] + b"\xff\xff\xff\xd9").width == 600
    assert pixels(jpeg.strip(padded).content) == pixels(content)


def test_a_clean_file_stays_as_it_is():
    clean = jpeg.strip(
        pictures.jpeg(orientation=8, private=True, profile=pictures.swapped_profile(70_000))
    ).content
    assert jpeg.strip(clean).content == clean


def test_no_marker_but_the_needed_ones_is_left():
    clean = jpeg.strip(pictures.jpeg(orientation=6, private=True)).content
    assert {marker for marker in markers(clean) if marker >= 0xE0} == {0xE0, 0xE1}


def test_a_file_without_its_end_mark_is_reported_as_open():
    content = pictures.jpeg()
    for cut in (1, 2):
        stripped = jpeg.strip(content[:-cut])
        assert not stripped.is_closed
        assert pixels(stripped.content) == pixels(content)


def test_a_file_that_ends_before_its_picture_is_cut_off():
    content = pictures.jpeg()
    for length in (3, 20, content.index(b"\xff\xda") + 3):
        with pytest.raises(Refusal) as refused:
            jpeg.strip(content[:length])
        assert refused.value.trouble is Trouble.CUT_OFF


def test_a_picture_with_arithmetic_coding_is_not_plain():
    content = pictures.jpeg().replace(b"\xff\xc0", b"\xff\xc9", 1)
    assert not jpeg.strip(content).is_plain


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1))
def test_a_damaged_file_is_refused_or_stays_readable_as_a_file(changes):
    content = bytearray(pictures.jpeg(80, 60, private=True))
    for at, value in changes:
        content[at : at + 1] = bytes((value,))
    try:
        clean = jpeg.strip(bytes(content)).content
    except Refusal:
        return
    assert clean.startswith(b"\xff\xd8")
    assert clean.endswith(b"\xff\xd9")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"orientation": 6},
        {"progressive": True},
        {"profile": pictures.swapped_profile()},
        {"image": pictures.quarters(mode="CMYK")},
        {"restart_marker_rows": 2},
    ],
)
def test_what_is_clean_already_is_not_even_copied(form):
    clean = jpeg.strip(pictures.jpeg(private=True, **form)).content
    assert jpeg.strip(clean).content is clean
    for other in (clean[:2] + b"\xff\xfe\0\4hi" + clean[2:], clean + b"\xff\xd9", clean[:-2]):
        assert jpeg.strip(other).content == clean
    at = clean.index(b"\xff\xda")
    comment = clean[:at] + b"\xff\xfe\0\4hi" + clean[at:]
    filled = clean[:at] + b"\xff" + clean[at:]
    assert jpeg.strip(comment).content == jpeg.strip(filled).content == clean
