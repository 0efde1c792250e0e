"""The small map in a corner of a place's drawing."""

import pytest
from msgspec import structs

from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.story.locator import Locator
from reisblog.story.map_drawing import View
from reisblog.story.marks import MapCrop
from reisblog.story.telling import Telling

REGION = Rect(1000, 500, 400, 300)
FRAME = Rect(50, 50, 120, 90)


def inset(rich, atlas, *covered):
    """The small map where a place lies in these quarters of the drawing, as (right, low)."""
    telling = Telling(rich, atlas)
    chapter = next(chapter for chapter in telling.outline.chapters if chapter.stop.places)
    key = chapter.stop.places[0]
    points = []
    for right, low in covered:
        x, y = REGION.x + 201 * right, REGION.y + 151 * low
        points += [Point(x, y), Point(x + 199, y), Point(x + 199, y + 149), Point(x, y + 149)]
    place = structs.replace(atlas.places[key], area=Polygon(tuple(points)))
    other = structs.replace(atlas, places={**atlas.places, key: place})
    marks = Locator(Telling(rich, other), chapter).inset(View(FRAME, REGION))
    return next(mark.box for mark in marks if isinstance(mark, MapCrop))


@pytest.mark.parametrize(
    ("covered", "right", "low"),
    [
        ([(0, 0)], True, True),
        ([(1, 1)], False, True),
        ([(0, 1), (1, 1)], True, False),
    ],
)
def test_it_stands_where_it_hides_least_of_the_place(rich, atlas, covered, right, low):
    box = inset(rich, atlas, *covered)
    assert (box.centre.x > FRAME.centre.x) is right
    assert (box.centre.y > FRAME.centre.y) is low


def test_it_stays_inside_the_drawing(rich, atlas):
    box = inset(rich, atlas, (0, 1), (1, 1))
    assert box.right == pytest.approx(FRAME.right)
    assert box.y == pytest.approx(FRAME.y)
