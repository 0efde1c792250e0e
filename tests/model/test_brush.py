"""What each pen leaves on the map."""

from __future__ import annotations

import math
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model.brush import WIDTHS, brush_outline, flatten
from reisblog.model.geometry import Point, Polygon, Rect
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.records import Pen, Segment, Trail


def drawn(pen, places, *, pressure=0.5):
    fitter = InkFitter()
    for index, (x, y) in enumerate(places):
        fitter.add(Sample(x, y, index * 12.0, pressure))
    curve = fitter.finish()
    return Trail(
        id="t",
        pen=pen,
        start=curve.start,
        segments=curve.segments,
        start_width=curve.start_width,
    )


def wave(count=300):
    return [(50 + 3 * i, 300 + 80 * math.sin(i / 15)) for i in range(count)]


def straight(length):
    return [(100 + i, 200.0) for i in range(0, length + 1, 4)]


def signed_area(polygon):
    pairs = zip(polygon, polygon[1:] + polygon[:1], strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs)


def winding(polygons, spot):
    """How often the outlines go round a point; the nonzero rule fills where this is not 0."""
    turns = 0
    for polygon in polygons:
        for a, b in zip(polygon, polygon[1:] + polygon[:1], strict=True):
            side = (b.x - a.x) * (spot.y - a.y) - (spot.x - a.x) * (b.y - a.y)
            if a.y <= spot.y < b.y and side > 0:
                turns += 1
            elif b.y <= spot.y < a.y and side < 0:
                turns -= 1
    return turns


def test_a_flattened_path_keeps_its_ends_and_leaves_no_wide_steps():
    trail = drawn(Pen.MINE, wave())
    points = flatten(trail, step=6.0)
    assert (points[0].x, points[0].y) == (trail.start.x, trail.start.y)
    assert (points[-1].x, points[-1].y) == pytest.approx(
        (trail.segments[-1].end.x, trail.segments[-1].end.y)
    )
    steps = [math.dist(a[:2], b[:2]) for a, b in pairwise(points)]
    assert max(steps) < 7.5


def test_my_path_is_about_nine_units_wide_and_narrows_at_both_ends():
    (outline,) = brush_outline(drawn(Pen.MINE, straight(300)))
    assert Polygon(outline).bounds.height == pytest.approx(WIDTHS[Pen.MINE], rel=0.25)
    at_start = [point.y for point in outline if point.x < 101]
    assert max(at_start) - min(at_start) < 0.7 * WIDTHS[Pen.MINE]


def test_a_pressing_hand_draws_wider():
    light = Rect.around(brush_outline(drawn(Pen.MINE, straight(300), pressure=0.2))[0])
    heavy = Rect.around(brush_outline(drawn(Pen.MINE, straight(300), pressure=0.9))[0])
    assert heavy.height > 1.3 * light.height


def test_what_was_passed_by_is_dashes_that_thin_out():
    dashes = brush_outline(drawn(Pen.PASSED_BY, straight(400)))
    assert len(dashes) == 7
    for dash in dashes:
        bounds = Rect.around(dash)
        begin = [point.y for point in dash if point.x < bounds.x + 8]
        end = [point.y for point in dash if point.x > bounds.right - 8]
        assert max(end) - min(end) < 0.75 * (max(begin) - min(begin))
    gaps = [Rect.around(b).x - Rect.around(a).right for a, b in pairwise(dashes)]
    assert min(gaps) > 8


def test_what_was_dreamt_is_round_dots_that_grow_and_shrink():
    dots = [Rect.around(dot) for dot in brush_outline(drawn(Pen.DREAMT, straight(400)))]
    assert min(dot.width for dot in dots) == pytest.approx(4, rel=0.3)
    assert max(dot.width for dot in dots) == pytest.approx(11, rel=0.3)
    for dot, following in pairwise(dots):
        assert dot.width == pytest.approx(dot.height)
        assert following.x > dot.right + 3


def test_a_doodle_is_thin_in_every_hand():
    for pressure in (0.1, 1.0):
        (outline,) = brush_outline(drawn(Pen.DOODLE, straight(200), pressure=pressure))
        assert Rect.around(outline).height < 5.5


@pytest.mark.parametrize("pen", Pen)
def test_a_tap_leaves_a_dot(pen):
    (dot,) = brush_outline(drawn(pen, [(40, 50)]))
    assert Polygon(dot).contains(Point(40, 50))
    assert Rect.around(dot).centre.distance(Point(40, 50)) < 0.01


@pytest.mark.parametrize("pen", [Pen.MINE, Pen.DOODLE])
@pytest.mark.parametrize(
    "places",
    [
        wave(),
        [(200 + 3 * i % 7, 200 + 5 * (i % 2)) for i in range(60)],
        [(300 + 4 * math.cos(i / 2), 300 + 4 * math.sin(i / 2)) for i in range(60)],
        [*straight(200), *reversed(straight(200))],
    ],
    ids=["wave", "scratching", "tight curl", "there and back"],
)
def test_a_stroke_has_no_holes_along_its_own_line(pen, places):
    trail = drawn(pen, places)
    shapes = brush_outline(trail)
    for x, y, _width in flatten(trail)[1:-1]:
        assert winding(shapes, Point(x + 0.01, y + 0.013))


@pytest.mark.parametrize("pen", Pen)
@given(
    places=st.lists(
        st.tuples(st.floats(0, 300, width=16), st.floats(0, 300, width=16)),
        min_size=1,
        max_size=20,
    )
)
def test_every_outline_turns_the_same_way_so_that_overlaps_never_cancel(pen, places):
    shapes = brush_outline(drawn(pen, places))
    assert shapes
    assert all(math.isfinite(point.x) and math.isfinite(point.y) for s in shapes for point in s)
    assert all(len(shape) >= 3 for shape in shapes)
    if pen is Pen.DREAMT:
        assert all(signed_area(shape) < 0 for shape in shapes)


def test_a_long_path_takes_milliseconds():
    places = [(600 + i % 900, 500 + 200 * math.sin(i / 6) + 3 * math.sin(i)) for i in range(3500)]
    trail = drawn(Pen.MINE, places)
    assert len(trail.segments) > 300
    begun = time.perf_counter()
    brush_outline(trail)
    took = time.perf_counter() - begun
    # A bound of sanity for a busy machine; the benchmarks hold the real figure.
    assert took < 1.0


@pytest.mark.parametrize("pen", Pen)
def test_a_path_beyond_all_measure_is_drawn_in_few_points(pen):
    far = [Point(-1e5, -1e5), Point(1e5, 1e5)]
    there = [Segment(c1=far[n % 2], c2=far[n % 2], end=far[n % 2], width=0.01) for n in range(50)]
    trail = Trail(id="t", pen=pen, start=far[1], segments=tuple(there))
    assert sum(map(len, brush_outline(trail))) < 600_000
