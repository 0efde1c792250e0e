"""A colour profile keeps its numbers and loses its names."""

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from reisblog.photos.colour_profile import unnamed
from tests import pictures

NAMED = pictures.swapped_profile()


def converted(profile):
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    target = ImageCms.createProfile("sRGB")
    image = Image.linear_gradient("L").convert("RGB")
    return ImageCms.profileToProfile(image, source, target).tobytes()


def test_the_colours_stay_the_same():
    assert converted(unnamed(NAMED)) == converted(NAMED)


def test_every_name_and_moment_is_gone():
    assert pictures.DEVICE in NAMED
    blank = unnamed(NAMED)
    assert pictures.DEVICE not in blank
    assert b"Fair" not in blank
    assert blank[24:36] == bytes(12)
    opened = ImageCms.ImageCmsProfile(io.BytesIO(blank)).profile
    assert not opened.copyright
    assert not opened.profile_description


def test_a_nameless_profile_stays_as_it_is():
    assert unnamed(unnamed(NAMED)) == unnamed(NAMED)


def test_what_is_no_profile_is_nothing():
    assert unnamed(b"") == b""
    assert unnamed(bytes(500)) == b""


@given(st.lists(st.tuples(st.integers(0, len(NAMED)), st.integers(0, 255))))
def test_a_broken_profile_keeps_its_length_or_goes(changes):
    profile = bytearray(NAMED)
    for at, value in changes:
        profile[at : at + 1] = bytes((value,))
    assert len(unnamed(bytes(profile))) in {0, len(profile)}
