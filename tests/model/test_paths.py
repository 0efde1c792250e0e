"""What is done to paths that lie there: every other field stays, and locked ones do."""

import itertools

import msgspec
import pytest

from reisblog.model import curves, edits, limits
from reisblog.model.brush import brush_outline
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import Audience, Pen
from tests.journeys import trail

LOW, HIGH = trail("low", [(100, 100), (400, 100)]), trail("high", [(450, 110), (800, 110)])


@pytest.fixture
def journey():
    return edits.add_trail(edits.add_trail(Journey(id="reis"), LOW), HIGH)


def ids():
    return (f"new{number}" for number in itertools.count()).__next__


def halves(line):
    return curves.split(line, curves.Measured(line).spot(curves.length(line) / 2))


def test_what_is_left_of_a_path_keeps_its_place_in_the_stack_and_all_fields(journey):
    mine = msgspec.structs.replace(
        LOW, audience=Audience.SELF, tint="plum", breadth=1.6, pen=Pen.DREAMT
    )
    journey = edits.add_trail(journey, mine)
    after = edits.erase(journey, {"low": halves(mine)}, ids())
    assert list(after.trails) == ["low", "new0", "high"]
    for key in ("low", "new0"):
        kept = curves.along(after.trails[key], curves.curve_of(mine))
        assert msgspec.structs.replace(kept, id="low") == mine


def test_a_path_of_which_nothing_is_left_goes(journey):
    assert list(edits.erase(journey, {"low": ()}, ids()).trails) == ["high"]


def test_what_is_gone_stays_gone(journey):
    without = edits.remove(journey, ["low"])
    assert edits.erase(without, {"low": halves(LOW)}, ids()) == without
    assert edits.reshape(without, "low", curves.curve_of(HIGH)) == without
    assert edits.cut(without, "low", Point(200, 100), "n") == without
    assert edits.join(without, "low", "high") == without
    assert edits.join(without, "high", "low") == without
    assert edits.reverse(without, ["low"]) == without


def test_a_locked_path_stays_as_it_is(journey):
    locked = msgspec.structs.replace(LOW, locked=True)
    before = edits.add_trail(journey, locked)
    for after in (
        edits.erase(before, {"low": ()}, ids()),
        edits.reshape(before, "low", curves.curve_of(HIGH)),
        edits.cut(before, "low", Point(200, 100), "n"),
        edits.join(before, "high", "low"),
        edits.join(before, "low", "high"),
        edits.reverse(before, ["low"]),
        edits.draw_anew(before, ["low"], pen=Pen.DOODLE, tint="ink", breadth=1.6),
    ):
        assert after == before


def test_a_joined_path_is_as_closed_as_the_more_closed_of_both(journey):
    journey = edits.show_to(journey, ["high"], Audience.SELF)
    after = edits.join(journey, "low", "high")
    assert list(after.trails) == ["low"]
    assert after.trails["low"].audience is Audience.SELF


def test_a_cut_that_would_leave_hardly_anything_is_none(journey):
    assert edits.cut(journey, "low", Point(102, 100), "n") == journey
    after = edits.cut(journey, "low", Point(250, 140), "n")
    assert list(after.trails) == ["low", "n", "high"]
    assert after.trails["low"].segments[-1].end == after.trails["n"].start


def test_a_path_is_drawn_as_broad_as_it_says(journey):
    def height(breadth, pen):
        drawn = edits.draw_anew(journey, ["low"], breadth=breadth, pen=pen).trails["low"]
        shapes = brush_outline(drawn)
        return Rect.around(point for shape in shapes for point in shape).height

    for pen in Pen:
        thin, usual, broad = (height(breadth, pen) for breadth in edits.BREADTHS)
        assert thin == pytest.approx(0.6 * usual, rel=0.15)
        assert broad == pytest.approx(1.6 * usual, rel=0.15)


def test_no_breadth_goes_beyond_what_a_journey_holds(journey):
    after = edits.draw_anew(journey, ["low"], breadth=99.0)
    assert after.trails["low"].breadth == limits.BREADTH


def test_no_path_goes_beyond_where_a_journey_reaches(journey):
    far = curves.Curve(Point(0, 0), 1.0, trail("x", [(0, 0), (400_000, 0)]).segments)
    after = edits.reshape(journey, "low", far)
    assert after.trails["low"].segments[-1].end.x == limits.COORDINATE
