"""Small versions are upright, in sRGB, without metadata, and never larger than the picture was."""

import io

import pytest
from PIL import Image

from reisblog.photos import renditions
from reisblog.photos.exchange import Refusal, Trouble
from reisblog.photos.formats import Form
from tests import pictures


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_comes_out_upright(orientation):
    image = renditions.decoded(pictures.jpeg(orientation=orientation), Form.JPEG, side=300)
    assert image.size == (300, 200)
    assert pictures.corners(image) == pictures.UPRIGHT


def test_nothing_is_enlarged():
    assert renditions.decoded(pictures.jpeg(60, 40), Form.JPEG, side=512).size == (60, 40)


def test_a_very_long_picture_keeps_at_least_a_line():
    assert renditions.decoded(pictures.jpeg(9000, 3), Form.JPEG, side=512).size == (512, 1)


def test_a_colour_profile_is_used_up():
    swapped = pictures.jpeg(profile=pictures.swapped_profile())
    image = renditions.decoded(swapped, Form.JPEG)
    assert pictures.corners(image)[0] == "blue"
    assert pictures.corners(image)[2] == "red"
    assert "icc_profile" not in Image.open(io.BytesIO(renditions.jpeg(image, quality=85))).info


def test_a_broken_colour_profile_does_no_harm():
    image = renditions.decoded(pictures.jpeg(profile=b"no profile at all"), Form.JPEG)
    assert pictures.corners(image) == pictures.UPRIGHT


def test_a_profile_for_another_kind_of_picture_does_no_harm():
    grey = pictures.png(image=pictures.quarters(mode="L"), icc_profile=pictures.swapped_profile())
    assert renditions.decoded(grey, Form.PNG).mode == "RGB"


def test_a_print_picture_in_four_inks_becomes_rgb():
    saved = io.BytesIO()
    pictures.quarters(mode="CMYK").save(saved, "JPEG", quality=95)
    image = renditions.decoded(saved.getvalue(), Form.JPEG, side=300)
    assert image.mode == "RGB"
    assert pictures.corners(image) == pictures.UPRIGHT


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_rgb(mode):
    source = pictures.quarters(mode="L" if mode == "I;16" else mode)
    if mode == "I;16":
        source = source.convert("I").point(lambda level: level * 257).convert("I;16")
    image = renditions.decoded(pictures.png(image=source), Form.PNG, side=300)
    assert (image.mode, image.size) == ("RGB", (300, 200))


def test_sixteen_bits_of_grey_keep_their_tones():
    source = Image.new("I;16", (20, 20), 0x8000)
    image = renditions.decoded(pictures.png(image=source), Form.PNG)
    assert image.getpixel((5, 5)) == (128, 128, 128)


def test_see_through_parts_lie_on_white():
    image = renditions.decoded(pictures.png(image=pictures.see_through()), Form.PNG, side=300)
    assert image.mode == "RGBA"
    assert renditions.on_white(image).getpixel((150, 100)) == (255, 255, 255)
    assert pictures.corners(renditions.on_white(image)) == pictures.UPRIGHT


def test_only_the_first_picture_of_a_moving_one_counts():
    image = renditions.decoded(pictures.gif(), Form.GIF, side=300)
    assert pictures.corners(image) == pictures.UPRIGHT


def test_pixels_come_as_blue_green_red_and_255():
    image = Image.new("RGB", (2, 1), (10, 20, 30))
    assert renditions.bgrx(image) == bytes((30, 20, 10, 255)) * 2


@pytest.mark.parametrize("form", ["png", "webp", "heic", "avif", "gif", "bmp", "jpeg"])
def test_half_a_file_is_refused_as_cut_off(form):
    content = getattr(pictures, form)(300, 200)
    name = Form.HEIF if form == "heic" else Form[form.upper()]
    with pytest.raises(Refusal) as refused:
        renditions.decoded(content[: len(content) // 2], name)
    assert refused.value.trouble is Trouble.CUT_OFF


def test_a_file_of_another_kind_than_it_seems_is_refused():
    with pytest.raises(Refusal) as refused:
        renditions.decoded(pictures.png() + b";", Form.GIF)
    assert refused.value.trouble is Trouble.DAMAGED
