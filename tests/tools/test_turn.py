"""Turning a compass by its needle, without a window."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import CompassMoment
from reisblog.tools.gesture import Pointer, Turn, begin
from reisblog.tools.turn import turn

MIDDLE = Point(600, 500)


def compass(direction=0.0):
    return CompassMoment(id="c", at=MIDDLE, direction=direction)


def pointer(degrees, away=80.0, **fields):
    """A hand in a direction from the middle, 0 being up."""
    turned = math.radians(degrees)
    at = MIDDLE + Point(away * math.sin(turned), -away * math.cos(turned))
    return Pointer(at=at, screen=at, ms=0.0, **fields)


def turned(moment, way):
    """What a hand going through these directions is shown, and what it asks for at the end."""
    gesture = turn(moment)
    shown = [begin(gesture, pointer(way[0]))]
    shown += [gesture.send(pointer(degrees)) for degrees in way[1:]]
    with pytest.raises(StopIteration) as end:
        gesture.send(pointer(way[-1], released=True))
    return shown, end.value.value


def left_as(outcome, moment):
    journey = edits.lay_compass(Journey(id="a"), moment)
    return outcome.edit.apply(journey).compass_moments["c"].direction


def test_the_needle_goes_along_with_the_hand_and_stays_as_it_was_left():
    shown, outcome = turned(compass(), [0, 30, 75, 140])
    assert [preview.direction for preview in shown[1:]] == pytest.approx([30, 75, 140])
    assert all(isinstance(preview, Turn) for preview in shown[1:])
    assert left_as(outcome, compass()) == 140
    assert outcome.chosen == {"c"}


def test_it_never_jumps_to_the_hand_that_takes_it_a_little_aside():
    shown, outcome = turned(compass(90), [97, 107])
    assert shown[1].direction == pytest.approx(100)
    assert left_as(outcome, compass(90)) == 100


@given(st.floats(0, 359), st.lists(st.floats(0, 359), min_size=2, max_size=8))
def test_nothing_snaps_and_every_direction_is_one_of_a_circle(start, way):
    _shown, outcome = turned(compass(start), way)
    if outcome.edit is not None:
        left = left_as(outcome, compass(start))
        assert 0 <= left <= 360
        off = (left - (start + way[-1] - way[0])) % 360
        assert min(off, 360 - off) < 0.06


def test_a_tap_turns_nothing_and_keeps_it_chosen():
    _shown, outcome = turned(compass(40), [40])
    assert outcome.edit is None
    assert outcome.chosen == {"c"}


def test_over_the_middle_a_hand_points_nowhere():
    gesture = turn(compass())
    begin(gesture, pointer(0))
    gesture.send(pointer(50))
    shown = gesture.send(pointer(200, away=2.0))
    assert shown.direction == pytest.approx(50)


def test_giving_up_asks_for_nothing():
    gesture = turn(compass())
    begin(gesture, pointer(0))
    gesture.send(pointer(50))
    gesture.close()
