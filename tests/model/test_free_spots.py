"""Photos dropped together cover neither one another nor what lies there."""

import time

import pytest

from reisblog.model import edits
from reisblog.model.free_spots import box_size, free_spots
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import Note
from tests.journeys import SHEET, photo

HERE = Point(1200.0, 800.0)


def _photos(count, **fields):
    return [photo(f"new{index}", **fields) for index in range(count)]


def _laid(photos, spots):
    return [Rect.centred(spot, *box_size(each)) for each, spot in zip(photos, spots, strict=True)]


def _apart(boxes):
    return not any(a.intersects(b) for index, a in enumerate(boxes) for b in boxes[index + 1 :])


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (3000, 4000), (6000, 1000)])
def test_the_first_lies_exactly_there_and_none_covers_another(width, height):
    photos = _photos(20, width=width, height=height)
    spots = free_spots(Journey(id="j"), SHEET, HERE, photos)
    assert spots[0] == HERE
    assert _apart(_laid(photos, spots))


def test_what_lies_there_already_is_not_covered():
    lying = [photo(f"old{index}", at=Point(1000.0 + 230 * index, 700.0)) for index in range(4)]
    journey = edits.bring_in(Journey(id="j"), lying)
    journey = edits.add_note(journey, Note(id="n1", text="Hier", at=Point(1100.0, 980.0)))
    photos = _photos(12)
    spots = free_spots(journey, SHEET, HERE, photos)
    there = [Rect.centred(each.at, *box_size(each)) for each in lying]
    there.append(Rect(1100.0, 980.0, 220.0, 62.0))
    others = _laid(photos, spots)[1:]
    assert spots[0] == HERE
    assert not any(box.intersects(other) for box in others for other in there)


def test_photos_that_come_later_in_the_same_drop_find_their_spots_beside_the_first_ones():
    first, then = _photos(5), [photo(f"later{index}") for index in range(5)]
    spots = free_spots(Journey(id="j"), SHEET, HERE, first)
    laid = [photo(each.id, at=spot) for each, spot in zip(first, spots, strict=True)]
    journey = edits.bring_in(Journey(id="j"), laid)
    later = free_spots(journey, SHEET, HERE, then)
    assert _apart([*_laid(first, spots), *_laid(then, later)])


def test_where_the_sheet_is_full_they_lie_around_the_hand():
    lying = [
        photo(f"old{row}-{column}", at=Point(100.0 * column, 70.0 * row))
        for row in range(24)
        for column in range(25)
    ]
    journey = edits.bring_in(Journey(id="j"), lying)
    spots = free_spots(journey, SHEET, HERE, _photos(30))
    assert len(set(spots)) == 30
    assert all(spot.distance(HERE) < 800 for spot in spots)


def test_thirty_among_five_hundred_are_laid_in_a_moment():
    lying = [
        photo(f"old{index}", at=Point(97.0 * index % 2400, 61.0 * index % 1600), size=90.0)
        for index in range(500)
    ]
    journey = edits.bring_in(Journey(id="j"), lying)
    photos = _photos(30)
    times = []
    for _again in range(3):
        begun = time.perf_counter()
        free_spots(journey, SHEET, HERE, photos)
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.25  # it takes 30 ms where nothing else runs
