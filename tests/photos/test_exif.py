"""Which way is up and when it was taken: read from any EXIF block, even a broken one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reisblog.photos import exif
from tests import pictures

WHOLE = pictures.exif(orientation=6, taken="2026:03:14 10:12:00", private=True)


def test_a_phone_photo_tells_its_orientation_and_its_moment():
    assert exif.read(WHOLE) == exif.Exif(6, "2026-03-14T10:12:00")


def test_the_mark_in_front_is_optional():
    assert exif.read(WHOLE.removeprefix(exif.MARK)) == exif.read(WHOLE)


def test_little_endian_blocks_are_read_too():
    block = Image.Exif()
    block.endian = "<"
    block[0x0112] = 8
    block.get_ifd(0x8769)[0x9003] = "2025:12:31 23:59:59"
    assert exif.read(block.tobytes()) == exif.Exif(8, "2025-12-31T23:59:59")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_smallest_block_is_read_back_by_us_and_by_pillow(orientation):
    block = exif.orientation_alone(orientation)
    assert exif.read(block).orientation == orientation
    known = Image.Exif()
    known.load(block)
    assert dict(known) == {0x0112: orientation}


@pytest.mark.parametrize("nonsense", [0, 9, 300])
def test_an_orientation_that_does_not_exist_means_upright(nonsense):
    assert exif.read(pictures.exif(orientation=nonsense)).orientation == 1


@pytest.mark.parametrize(
    "nonsense",
    ["0000:00:00 00:00:00", "2026:02:31 10:12:00", "2026:03:14 25:12:00", "    :  :     :  :  "],
)
def test_a_moment_that_does_not_exist_is_left_out(nonsense):
    assert exif.read(pictures.exif(taken=nonsense)).taken == ""


@given(
    st.integers(0, len(WHOLE)), st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 255)))
)
def test_a_broken_block_says_less_but_never_fails(length, changes):
    block = bytearray(WHOLE)
    for at, value in changes:
        block[at : at + 1] = bytes((value,))
    found = exif.read(bytes(block[:length]))
    assert found.orientation in range(1, 9)


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_read_without_failing(block):
    assert exif.read(b"II*\0" + block).orientation in range(1, 9)
