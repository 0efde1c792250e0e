"""Paths cut, joined, turned round and bent are still the paths they were."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reisblog.model import curves
from reisblog.model.bending import Bend
from reisblog.model.curves import Spot
from reisblog.model.erasing import Erasing
from reisblog.model.geometry import Point
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.records import Pen, Trail

steps = st.tuples(st.floats(-40, 40), st.floats(-40, 40), st.integers(1, 400), st.floats(0, 1))
scribbles = st.lists(steps, min_size=1, max_size=60)


def drawn(moves, pen=Pen.MINE):
    fitter = InkFitter()
    x, y, ms = 1000.0, 800.0, 0.0
    fitter.add(Sample(x, y, ms))
    for dx, dy, wait, pressure in moves:
        x, y, ms = x + dx, y + dy, ms + wait
        fitter.add(Sample(x, y, ms, pressure))
    curve = fitter.finish()
    return Trail(
        id="t",
        pen=pen,
        start=curve.start,
        start_width=curve.start_width,
        segments=curve.segments,
    )


def straight(length=600, ms=1000):
    end = Point(100.0 + length, 500.0)
    third = Point(length / 3, 0)
    start = Point(100.0, 500.0)
    return Trail(
        id="t",
        pen=Pen.MINE,
        start=start,
        segments=(curves.Segment(start + third, end - third, end, 1.0, ms),),
    )


def looks(line, fine=9):
    return [Point(*cubic.at(i / fine)) for cubic in curves.cubics(line) for i in range(fine + 1)]


def apart(one, other):
    """How far the two curves lie apart at most."""
    pairs = ((one, other), (other, one))
    return max(curves.nearest(there, at).away for here, there in pairs for at in looks(here))


@settings(max_examples=60, deadline=None)
@given(scribbles, st.floats(0, 1))
def test_what_is_cut_and_joined_is_the_same_path_in_the_same_time(moves, share):
    trail = drawn(moves)
    measured = curves.Measured(trail)
    first, second = curves.split(trail, measured.spot(measured.length * share))
    whole = curves.chained(first, second)
    assert apart(whole, trail) <= 0.1
    assert curves.duration(first) + curves.duration(second) == curves.duration(trail)
    assert curves.duration(whole) == curves.duration(trail)
    assert curves.length(whole) == pytest.approx(curves.length(trail), abs=0.5)


@settings(max_examples=60, deadline=None)
@given(scribbles, st.floats(0, 1))
def test_two_paths_are_joined_at_their_nearest_ends_and_none_is_lost(moves, share):
    trail = drawn(moves)
    measured = curves.Measured(trail)
    first, second = curves.split(trail, measured.spot(measured.length * share))
    whole = curves.joined(first, second)
    assert max(curves.nearest(whole, at).away for at in looks(trail)) <= 0.1
    assert curves.duration(whole) >= curves.duration(trail)


@settings(max_examples=60, deadline=None)
@given(scribbles)
def test_what_is_turned_round_twice_is_as_it_was(moves):
    trail = drawn(moves)
    turned = curves.backwards(trail)
    assert curves.backwards(turned) == curves.curve_of(trail)
    assert curves.duration(turned) == curves.duration(trail)
    assert apart(turned, trail) <= 0.02


def test_a_rest_stays_where_the_hand_stood_still():
    walk = straight(300, 1000)
    on = Point(700.0, 500.0)
    piece = walk.segments[0]
    rested = curves.Segment(piece.c1, piece.c2, piece.end, 1.0, 1000, 2500)
    further = curves.Segment(Point(500, 500), Point(600, 500), on, 1.0, 800)
    trail = curves.along(walk, curves.Curve(walk.start, 1.0, (rested, further)))
    first, second = curves.split(trail, Spot(0, 1.0))
    assert [piece.rest_ms for piece in first.segments] == [2500]
    assert [piece.rest_ms for piece in second.segments] == [0]
    turned = curves.backwards(trail)
    assert [(piece.end, piece.rest_ms) for piece in turned.segments] == [
        (Point(400.0, 500.0), 2500),
        (Point(100.0, 500.0), 0),
    ]


def test_time_is_shared_by_length_along_a_cut_piece():
    first, second = curves.split(straight(600, 1000), Spot(0, 0.25))
    assert (curves.duration(first), curves.duration(second)) == (250, 750)


@settings(max_examples=40, deadline=None)
@given(scribbles, st.floats(900, 1100), st.floats(700, 900))
def test_the_nearest_spot_is_no_farther_than_any_that_is_looked_at(moves, x, y):
    trail = drawn(moves)
    near = curves.nearest(trail, Point(x, y))
    assert near.at.distance(curves.point_at(trail, near.spot)) < 1e-9
    assert near.away <= min(at.distance(Point(x, y)) for at in looks(trail)) + 0.05


@settings(max_examples=40, deadline=None)
@given(scribbles, st.floats(0, 1))
def test_a_spot_is_found_by_how_far_along_it_is(moves, share):
    measured = curves.Measured(drawn(moves))
    distance = measured.length * share
    assert measured.until(measured.spot(distance)) == pytest.approx(distance, abs=0.01)


# The eraser


def erased(trail, *ways, radius=20.0):
    erasing = Erasing([trail])
    for start, end in ways:
        erasing.sweep(Point(*start), Point(*end), radius)
    return erasing.left.get(trail.id)


def test_an_eraser_takes_what_lies_under_it_and_no_more():
    left = erased(straight(600), ((400, 450), (400, 550)))
    assert [round(part.start.x) for part in left] == [100, 420]
    assert [round(part.segments[-1].end.x) for part in left] == [380, 700]


def test_tempo_is_kept_along_what_an_eraser_leaves():
    left = erased(straight(600, 1200), ((400, 450), (400, 550)))
    assert [curves.duration(part) for part in left] == [560, 560]


def test_a_path_that_an_eraser_passes_by_is_not_touched():
    assert erased(straight(), ((400, 300), (400, 470))) is None


def test_crumbs_go_as_well():
    left = erased(straight(600), ((125, 500), (125, 500)))
    assert [round(part.start.x) for part in left] == [145]


def test_a_path_that_lies_under_it_wholly_goes():
    assert erased(straight(30), ((110, 500), (125, 500))) == ()


@settings(max_examples=40, deadline=None)
@given(scribbles, st.floats(940, 1060), st.floats(740, 860))
def test_nothing_is_left_under_an_eraser_and_nothing_else_goes(moves, x, y):
    trail = drawn(moves)
    radius = 25.0
    left = erased(trail, ((x, y), (x, y)), radius=radius)
    spot = Point(x, y)
    if left is None:
        assert all(at.distance(spot) > radius - 1 for at in looks(trail))
        return
    assert all(at.distance(spot) >= radius - 1 for part in left for at in looks(part))
    assert sum(map(curves.duration, left)) <= curves.duration(trail)
    lost = curves.length(trail) - sum(map(curves.length, left))
    assert left or lost >= 0
    if len(left) == 1 and not any(at.distance(spot) <= radius + 15 for at in looks(trail)[:1]):
        assert left[0].start == trail.start


def test_a_locked_path_stays():
    trail = curves.msgspec.structs.replace(straight(), locked=True)
    assert erased(trail, ((400, 450), (400, 550))) is None


# Bending


def marks_of(line, count):
    whole = curves.length(line)
    return [whole * index / count for index in range(count + 1)]


@settings(max_examples=40, deadline=None)
@given(scribbles, st.integers(1, 5), st.data())
def test_a_bent_path_goes_through_where_its_point_was_drawn_to(moves, count, data):
    trail = drawn(moves)
    assume(curves.length(trail) > 10)
    marks = marks_of(trail, count)
    index = data.draw(st.integers(0, count))
    by = Point(data.draw(st.floats(-80, 80)), data.draw(st.floats(-80, 80)))
    bend = Bend(trail, marks, index)
    bent = bend.moved(by)
    measured = curves.Measured(trail)
    was = curves.point_at(trail, measured.spot(marks[index]))
    assert curves.nearest(bent, was + by).away <= 0.8
    assert curves.duration(bent) == curves.duration(trail)
    now = bend.marks_after(bent)
    again = curves.Measured(bent)
    for number, mark in enumerate(now):
        expected = curves.point_at(trail, measured.spot(marks[number]))
        expected = expected + by if number == index else expected
        assert curves.point_at(bent, again.spot(mark)).distance(expected) <= 1.5


@settings(max_examples=40, deadline=None)
@given(scribbles, st.integers(3, 6), st.data())
def test_what_lies_beyond_the_neighbours_stays_exactly(moves, count, data):
    trail = drawn(moves)
    marks = marks_of(trail, count)
    index = data.draw(st.integers(0, count))
    bent = Bend(trail, marks, index).moved(Point(30, -40))
    measured = curves.Measured(trail)
    low, high = marks[max(0, index - 1)], marks[min(count, index + 1)]
    for share in range(21):
        at = measured.length * share / 20
        if at < low - 1 or at > high + 1:
            assert curves.nearest(bent, curves.point_at(trail, measured.spot(at))).away <= 0.05


def test_a_bend_is_smooth_where_the_path_was():
    trail = straight(600)
    bent = Bend(trail, [0, 150, 300, 450, 600], 2).moved(Point(0, 80))
    ways = [
        (cubic.x1 - cubic.x0, cubic.y1 - cubic.y0, cubic.x3 - cubic.x2, cubic.y3 - cubic.y2)
        for cubic in curves.cubics(bent)
    ]
    for (*_begin, x, y), (u, v, *_end) in pairwise(ways):
        assert abs(math.atan2(x * v - y * u, x * u + y * v)) < math.radians(1)
    top = max(at.y for at in looks(bent))
    assert top == pytest.approx(580, abs=0.1)


def test_a_bend_that_goes_nowhere_changes_nothing_one_sees():
    trail = drawn([(12, 9, 16, 0.5)] * 30)
    assert apart(Bend(trail, marks_of(trail, 4), 2).moved(Point(0, 0)), trail) <= 0.05
