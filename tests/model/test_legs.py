"""The way between two haltes, as the traveller drew it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import curves
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.journey import Journey
from reisblog.model.legs import (
    LONGEST_MS,
    NEAR,
    SHORTEST_MS,
    Leg,
    Pace,
    curve_along,
    legs,
    told_paths,
)
from reisblog.model.records import Pen, Segment, Stop, Trail
from reisblog.model.table import Table
from reisblog.storage.own_atlas import own_atlas


def straight(*corners, name="t", pen=Pen.MINE, ms=500, rest_ms=0):
    """A path straight from corner to corner."""
    points = [Point(*map(float, corner)) for corner in corners]
    pieces = []
    for one, other in pairwise(points):
        way = other - one
        pieces.append(
            Segment(one + way.scaled(1 / 3), one + way.scaled(2 / 3), other, ms=ms, rest_ms=rest_ms)
        )
    return Trail(id=name, pen=pen, start=points[0], segments=tuple(pieces))


def halte(name, x, y):
    return Stop(id=name, at=Point(float(x), float(y)))


def story(stops, *trails):
    journey = Journey(
        id="j", stops=Table(stops), trails=Table(trails), order=tuple(stop.id for stop in stops)
    )
    return journey, legs(journey, own_atlas(), stops)


def ends(trail, leg):
    return curves.point_at(trail, leg.begin), curves.point_at(trail, leg.end)


A, B, C = halte("a", 300, 300), halte("b", 1200, 300), halte("c", 1200, 1200)


def test_a_path_that_passes_both_is_the_way_between_them():
    path = straight((300, 340), (1200, 340))
    _journey, (lead, leg) = story([A, B], path)
    assert lead is None
    one, other = ends(path, leg)
    assert one.distance(A.at) <= NEAR
    assert other.distance(B.at) <= NEAR


@pytest.mark.parametrize(
    "path",
    [
        straight((300, 700), (1200, 700)),
        straight((300, 340), (700, 340)),
        straight((300, 340), (1200, 340), pen=Pen.DREAMT),
        straight((300, 340), (1200, 340), pen=Pen.PASSED_BY),
    ],
)
def test_no_line_is_invented(path):
    _journey, (_lead, leg) = story([A, B], path)
    assert leg is None


def test_the_first_halte_is_reached_from_where_its_path_began():
    path = straight((900, 900), (300, 340), (1200, 340))
    _journey, (lead, leg) = story([A, B], path)
    assert ends(path, lead)[0] == path.start
    assert leg.begin == lead.end


def test_the_earliest_of_two_paths_counts():
    first, second = (straight((300, 340), (1200, 340), name=name) for name in ("p", "q"))
    _journey, (_lead, leg) = story([A, B], first, second)
    assert leg.trail == "p"


def test_who_comes_back_goes_on_from_where_the_path_was():
    path = straight((300, 340), (1200, 340), (1200, 1200), (1200, 340), (300, 340))
    back = [A, B, C, halte("b2", 1200, 300), halte("a2", 300, 300)]
    _journey, found = story(back, path)
    assert all(found[1:])
    assert all(one.end == other.begin for one, other in pairwise(found[1:]))
    assert not any(leg.backwards for leg in found[1:])


def test_a_path_drawn_the_other_way_is_gone_along_backwards():
    path = straight((1200, 340), (300, 340))
    _journey, (_lead, leg) = story([A, B], path)
    assert leg.backwards
    curve = curve_along(path, leg)
    assert curve.start.distance(A.at) <= NEAR
    assert curve.segments[-1].end.distance(B.at) <= NEAR


def test_what_was_told_is_not_drawn_again():
    path = straight((300, 340), (1200, 340))
    _journey, found = story([A, B, halte("a2", 300, 300)], path)
    assert found[2] is None


def test_stretches_that_meet_are_one():
    path = straight((300, 340), (1200, 340), (1200, 1200))
    journey, found = story([A, B, C], path)
    (told,) = told_paths(journey, found)
    assert curves.length(told) == pytest.approx(
        sum(curves.length(curve_along(path, leg)) for leg in found if leg), abs=1
    )
    assert told_paths(journey, [None]) == []
    assert len(told_paths(journey, found[:2])) == 1


pieces = st.tuples(st.integers(0, 3000), st.integers(0, 5000))


def run(*times):
    """A path of pieces of 100 units each, that took so long and rested so long."""
    made = [
        Segment(
            Point(100.0 * n + 33, 0.0), Point(100.0 * n + 66, 0.0), Point(100.0 * (n + 1), 0.0),
            ms=ms, rest_ms=rest,
        )
        for n, (ms, rest) in enumerate(times)
    ]  # fmt: skip
    return Curve(Point(0.0, 0.0), 1.0, tuple(made))


@given(st.lists(pieces, min_size=1, max_size=8))
def test_a_pace_only_goes_forward_and_takes_a_few_seconds(times):
    pace = Pace(run(*times))
    assert SHORTEST_MS <= pace.ms <= LONGEST_MS
    reached = [pace.reached(step / 20) for step in range(21)]
    assert reached[0] == pytest.approx(0, abs=1e-6) or times[0][0] == 0
    assert reached[-1] == pytest.approx(100 * len(times))
    assert all(one <= other + 1e-9 for one, other in pairwise(reached))


def test_a_slow_stretch_is_slow_and_a_rest_is_a_rest():
    pace = Pace(run((2000, 0), (1000, 1000)))
    assert pace.reached(1 / 3) == pytest.approx(100 * 4 / 6, abs=1)
    still = Pace(run((1000, 800), (1000, 0)))
    assert still.reached(1000 / 2800) == pytest.approx(100)
    assert still.reached(1700 / 2800) == pytest.approx(100)


def test_a_long_rest_leaves_time_to_go():
    pace = Pace(run((1000, 60_000), (1000, 0)))
    assert pace.reached(0.36) == pytest.approx(100, abs=4)
    assert pace.reached(0.7) > 101


def test_a_path_without_a_tempo_goes_evenly():
    assert Pace(run((0, 0), (0, 0))).reached(0.25) == pytest.approx(50)


def test_a_leg_knows_its_direction():
    assert Leg("t", curves.Spot(1, 0.5), curves.Spot(0, 0.5)).backwards
