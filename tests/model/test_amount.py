"""A journey holds as much as a person makes, and no more than the program carries."""

import math

import pytest
from msgspec.structs import replace

from reisblog.model import limits
from reisblog.model.amount import fits, outgrows
from reisblog.model.brush import reach
from reisblog.model.geometry import Point
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.journey import Journey
from reisblog.model.records import BackpackItem, Mist, Note, Pen, Stop, Trail
from reisblog.model.table import Table
from tests import journeys


def scribble(samples):
    """Somebody who goes back and forth over all of the map as fast as an arm can."""
    fitter = InkFitter()
    for index in range(samples):
        x = 1200 + 1100 * math.sin(index / 9) + 60 * math.sin(index * 1.3)
        y = 800 + 700 * math.sin(index / 7.3) + 60 * math.cos(index * 1.7)
        fitter.add(Sample(x, y, index * 16.0))
    curve = fitter.finish()
    return Trail(id="t", pen=Pen.MINE, start=curve.start, segments=curve.segments)


def test_a_full_journey_of_a_person_fits():
    assert fits(journeys.full())


def test_minutes_of_the_wildest_scribbling_fit_with_room_to_spare():
    minutes = scribble(5_000)
    assert len(minutes.segments) < limits.PIECES / 8
    assert reach(minutes) < limits.REACH / 3
    assert max(piece.width for piece in minutes.segments) < limits.HAND_WIDTH


@pytest.mark.parametrize(
    ("limit", "full", "fuller"),
    [
        (
            "RECORDS",
            Journey(id="a", backpack=Table([BackpackItem(id="b", text="x")])),
            Journey(id="a", backpack=Table([BackpackItem(id=key, text="x") for key in "bc"])),
        ),
        (
            "RECORDS",
            Journey(id="a", backpack=Table([BackpackItem(id="b", text="x")])),
            Journey(id="a", stops=Table([Stop(id="s", at=Point(0, 0), places=("x",))])),
        ),
        (
            "LETTERS",
            Journey(id="a", notes=Table([Note(id="n", text="a", at=Point(0, 0))])),
            Journey(id="a", notes=Table([Note(id="n", text="ab", at=Point(0, 0))])),
        ),
        (
            "MIST_RUNS",
            Journey(id="a", mist=(Mist(0, ((0, 9),)),)),
            Journey(id="a", mist=(Mist(0, ((0, 4), (5, 9))),)),
        ),
        (
            "PIECES",
            Journey(id="a", trails=Table([journeys.trail(through=[(0, 0), (90, 0)])])),
            Journey(id="a", trails=Table([journeys.trail("a"), journeys.trail("b")])),
        ),
    ],
)
def test_what_is_full_takes_nothing_more_but_can_become_less(limit, full, fuller, monkeypatch):
    monkeypatch.setattr(limits, limit, 1)
    assert fits(full)
    assert not fits(fuller)
    assert outgrows(fuller, full)
    assert not outgrows(full, fuller)
    assert not outgrows(fuller, fuller)


def test_mist_leaves_room_for_everything_else_however_it_is_scribbled():
    worst = tuple(Mist(row, tuple((at, at + 1) for at in range(0, 300, 2))) for row in range(200))
    full = replace(
        Journey(id="a", mist=worst),
        backpack=Table([BackpackItem(id=f"b{n}", text="x") for n in range(limits.RECORDS)]),
    )
    assert fits(full)


def test_paths_reach_no_farther_than_they_can(monkeypatch):
    short = Journey(id="a", trails=Table([journeys.trail(through=[(0, 0), (90, 0)])]))
    long = replace(short, trails=Table([journeys.trail(through=[(0, 0), (900, 0)])]))
    monkeypatch.setattr(limits, "REACH", 100.0)
    assert fits(short)
    assert outgrows(long, short)
    assert not outgrows(replace(long, title="Nog steeds"), long)
