"""Photos are sharp where one looks, and take little memory where one does not."""

import pytest

from reisblog.model.geometry import Point
from reisblog.ui.pictures import SIDES
from tests import pictures

_HERE, _THERE = Point(600, 930), Point(2000, 700)


@pytest.fixture
def _two(driver, photos):
    """Photos that have all the pixels one may ask for, at either end of the map."""
    for spot, file in zip((_HERE, _THERE), photos(2, kind=_large), strict=True):
        driver.drop([file], spot)


def _large(width, height):
    return pictures.jpeg(width * 8, height * 8)


def _sides(driver):
    """How many pixels the long side of each photo is shown with."""
    scene = driver.canvas.scene()
    return [
        round(max(item.outline().width(), item.outline().height()) * 0.9)
        for item in map(scene.item_of, driver.journey.photos)
    ]


@pytest.mark.usefixtures("_two")
def test_only_what_is_seen_is_sharp(driver):
    driver.until(lambda: max(_sides(driver)) < SIDES[0])
    few = max(_sides(driver))
    driver.wheel(_HERE, 8)
    driver.until(lambda: _sides(driver)[0] > 2 * few)
    assert _sides(driver)[1] <= few
    driver.press("fit")
    driver.wheel(_THERE, 8)
    driver.until(lambda: _sides(driver)[1] > 2 * few)
    driver.until(lambda: _sides(driver)[0] <= few)


@pytest.mark.usefixtures("_two")
def test_a_photo_that_leaves_meanwhile_is_no_obstacle(driver):
    driver.canvas.scene().sharpen(4.0, driver.canvas.sight.seen())
    driver.press("undo")
    driver.settle()
    assert len(_sides(driver)) == 1
