"""A picture as it is framed, the same whoever's pixels it is made of."""

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from reisblog.model.records import Blur, Crop
from reisblog.photos import framed as with_pillow
from reisblog.photos.formats import Form
from reisblog.ui import framed_pixels as with_qt
from tests import pictures

FRAMES = [
    (None, (Blur(0.1, 0.1, 0.4, 0.4),)),
    (Crop(0.3, 0.4, 0.5, 0.6), ()),
    (Crop(0.5, 0.5, 0.6, 0.6, 12.0), ()),
    (Crop(0.45, 0.55, 0.5, 0.4, -20.0), (Blur(0.4, 0.4, 0.2, 0.3),)),
    (Crop(0.2, 0.2, 0.6, 0.6), ()),  # somebody else's: off the picture
]


def as_qt(image):
    content = image.convert("RGB").tobytes()
    width, height = image.size
    return QImage(content, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def as_pillow(image):
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    size = image.width(), image.height()
    return Image.frombytes("RGBA", size, bytes(image.constBits())).convert("RGB")


@pytest.mark.parametrize(("crop", "blurs"), FRAMES)
def test_the_window_and_the_worker_show_the_same(crop, blurs):
    whole = pictures.quarters(240, 160)
    one = with_pillow.cropped(with_pillow.hidden(whole, blurs), crop)
    other = as_pillow(with_qt.framed(as_qt(whole), crop, blurs, side=240))
    assert one.size == other.size
    apart = [
        max(abs(a - b) for a, b in zip(here, there, strict=True))
        for here, there in zip(one.get_flattened_data(), other.get_flattened_data(), strict=True)
    ]
    assert sum(apart) / len(apart) < 4
    assert sum(each > 90 for each in apart) < 0.02 * len(apart)


def test_a_turned_picture_is_straightened_clockwise():
    whole = Image.new("RGB", (200, 200))
    whole.paste("red", (0, 98, 200, 102))
    seen = with_pillow.cropped(whole, Crop(0.5, 0.5, 0.6, 0.6, 10.0))
    column = [max((seen.getpixel((x, y))[0], y) for y in range(120))[1] for x in (5, 114)]
    assert column[0] < 55
    assert column[1] > 65


def test_a_photo_that_was_turned_on_its_side_is_framed_as_it_is_seen():
    content = pictures.jpeg(400, 200, orientation=6)
    seen = with_pillow.framed(content, Form.JPEG, Crop(0.5, 0.5, 1.0, 0.5), ())
    assert seen.size == (400, 100)


@pytest.mark.parametrize("side", [40, 90])
def test_what_is_seen_is_as_long_as_was_asked(side):
    content = pictures.jpeg(900, 600)
    crop = Crop(0.4, 0.4, 0.2, 0.5, 3.0)
    assert max(with_pillow.framed(content, Form.JPEG, crop, (), side=side).size) == side


def test_of_what_is_hidden_no_detail_is_left():
    whole = Image.new("L", (600, 600))
    for x in range(0, 600, 2):
        whole.paste(255, (x, 0, x + 1, 600))
    seen = with_pillow.hidden(whole.convert("RGB"), [Blur(0, 0, 1, 1)])
    low, high = seen.crop((100, 100, 500, 500)).convert("L").getextrema()
    assert high - low < 8
