"""Mist is laid and wiped square by square, and never grows beyond the map."""

import math
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.geometry import Point, Rect, distance_to_segment
from reisblog.model.journey import Journey
from reisblog.model.mist import (
    BRUSH,
    SQUARE,
    bounds,
    difference,
    is_orderly,
    swept,
    united,
    without,
)
from tests.journeys import SHEET, areas


def _all(laid):
    mist = ()
    for area in laid:
        mist = united(mist, area)
    return mist


near = st.floats(-300, 2_700)
anywhere = st.builds(Point, near, near)
mists = st.lists(areas, max_size=4).map(_all)


def squares(mist):
    return {
        (column, each.row)
        for each in mist
        for column in chain.from_iterable(range(*run) for run in each.runs)
    }


@given(anywhere, anywhere)
def test_the_brush_covers_the_squares_whose_middle_it_passes(start, end):
    covered = squares(swept(start, end, SHEET))
    for column in range(0, 300, 7):
        for row in range(0, 200, 7):
            middle = Point((column + 0.5) * SQUARE, (row + 0.5) * SQUARE)
            away = distance_to_segment(middle, start, end)
            if abs(away - BRUSH) > 1e-6:
                assert ((column, row) in covered) == (away < BRUSH)


@given(mists, areas)
def test_laying_twice_is_laying_once(mist, area):
    once = united(mist, area)
    assert squares(once) == squares(mist) | squares(area)
    assert united(once, area) == once


@given(mists, areas)
def test_wiping_the_way_that_was_laid_leaves_nothing_of_it(mist, area):
    wiped = without(united(mist, area), area)
    assert squares(wiped) == squares(mist) - squares(area)
    assert wiped == without(mist, area)
    assert without(area, area) == ()


@given(mists, areas, areas)
def test_rows_and_runs_always_stand_in_order_and_inside_the_sheet(mist, laid, wiped):
    mist = without(united(mist, laid), wiped)
    assert is_orderly(mist)
    around = bounds(mist)
    assert around is None or (
        around.x >= 0
        and around.y >= 0
        and around.right <= SHEET.width
        and around.bottom <= SHEET.height
    )


@given(mists, mists)
def test_the_difference_is_what_only_one_of_them_has(one, other):
    assert squares(difference(one, other)) == squares(one) ^ squares(other)
    assert difference(one, one) == ()


def test_rows_the_hand_did_not_touch_stay_the_same_objects():
    mist = swept(Point(100, 100), Point(2300, 1500), SHEET)
    more = united(mist, swept(Point(500, 500), Point(500, 500), SHEET))
    kept = [row for row in more if not 440 <= row.row * SQUARE <= 560]
    known = {id(row) for row in mist}
    assert kept
    assert all(id(row) in known for row in kept)


def test_a_brush_beside_the_sheet_lays_nothing():
    assert swept(Point(-200, 300), Point(-100, 900), SHEET) == ()
    assert swept(Point(300, 5_000), Point(300, 5_000), SHEET) == ()


def test_however_one_scribbles_no_more_than_the_sheet_is_in_mist():
    journey = Journey(id="a")
    ends = [Point(1200 + 1400 * math.cos(n), 800 + 900 * math.sin(1.3 * n)) for n in range(400)]
    for start, end in pairwise(ends):
        journey = edits.paint_mist(journey, swept(start, end, SHEET))
    assert bounds(journey.mist) == SHEET
    assert sum(len(row.runs) for row in journey.mist) < 1_000


@pytest.mark.parametrize("sheet", [Rect(0, 0, 100, 60), Rect(0, 0, 2401, 1599)])
def test_a_sheet_of_any_size_can_be_in_mist_up_to_its_edges(sheet):
    mist = ()
    for y in range(0, math.ceil(sheet.height) + 1, 50):
        mist = united(mist, swept(Point(0, y), Point(sheet.width, y), sheet))
    around = bounds(mist)
    assert (around.x, around.y) == (0, 0)
    assert 0 <= around.right - sheet.width < SQUARE
    assert 0 <= around.bottom - sheet.height < SQUARE
