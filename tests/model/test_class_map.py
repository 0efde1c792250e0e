"""What a class map shows of a journey, and where many of them hang."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.class_map import ENLARGED, holds_more, small_map
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.mist import swept
from reisblog.model.records import Audience, Pen, Stop
from reisblog.model.wall import capacity, filled, hung
from reisblog.storage.own_atlas import own_atlas
from tests import journeys
from tests.journeys import SHEET, WENSBOOM
from tests.model.test_laws import played

SHAPE = 1.5
ROOM = Rect(20.0, 30.0, 1600.0, 900.0)


def on_wall(journey):
    return small_map(journey, own_atlas())


def allowed(journey):
    return edits.allow_name(journey, allowed=True)


def test_a_name_hangs_there_only_where_the_traveller_allowed_it():
    journey = edits.entitle(journeys.full(), traveller="  Noor \u2003 de Wit ")
    assert on_wall(journey).name == ""
    assert on_wall(allowed(journey)).name == "Noor de Wit"
    for viewer in (Audience.CONVERSATION, Audience.SELF):
        closed = edits.show_head_to(allowed(journey), "traveller", viewer)
        assert on_wall(closed).name == ""


def test_every_path_is_there_with_its_own_pen_and_tint():
    journey = journeys.full()
    small = on_wall(journey)
    kept = list(journey.trails.values())
    assert [(trail.pen, trail.tint) for trail in small.trails] == [
        (trail.pen, trail.tint) for trail in kept
    ]
    for shown, trail in zip(small.trails, kept, strict=True):
        assert shown.start.x * ENLARGED == pytest.approx(trail.start.x)
        assert shown.segments[-1].end.y * ENLARGED == pytest.approx(trail.segments[-1].end.y)
    assert small.sheet.width * ENLARGED == pytest.approx(own_atlas().width)


def test_what_is_closed_to_the_class_hangs_on_no_wall():
    journey = edits.paint_mist(journeys.full(), swept(Point(9, 9), Point(400, 90), SHEET))
    assert on_wall(journey).mist
    assert not holds_more(journey)
    closed = edits.show_to(journey, ["t2"], Audience.CONVERSATION)
    closed = edits.show_head_to(closed, "mist", Audience.SELF)
    assert holds_more(closed)
    small = on_wall(closed)
    assert [trail.pen for trail in small.trails] == [journey.trails["t1"].pen]
    assert small.mist == ()


@given(st.data())
def test_a_whole_journey_hangs_there_as_its_copy_for_the_class_does(data):
    journey = allowed(edits.entitle(played(data)[-1], traveller="Noor"))
    copy = seen_by(journey, Audience.CLASS)
    assert on_wall(journey) == on_wall(copy)
    assert not holds_more(copy)


def test_nothing_else_of_a_journey_is_kept():
    small = on_wall(allowed(edits.entitle(journeys.peopled(), traveller="Naamloos")))
    written = msgspec.json.encode(small).decode()
    for word in ("Mijn jaar", "briefje", "koffie", "EHBO", "Oma", "Thuis", "mentor", "p1", "t2"):
        assert word not in written


def test_who_drew_no_path_is_seen_where_the_haltes_are():
    journey = Journey(id="reis")
    assert on_wall(journey).trails == ()
    journey = edits.start_stop(journey, Stop(id="s1", at=Point(9, 9), places=(WENSBOOM,)))
    journey = edits.start_stop(journey, Stop(id="s2", at=Point(8, 9), places=(WENSBOOM,)))
    journey = edits.start_stop(journey, Stop(id="s3", at=Point(1200, 900)))
    hidden = Stop(id="s4", at=Point(5, 5), audience=Audience.SELF)
    pin = own_atlas().places[WENSBOOM].pin
    dots = on_wall(edits.start_stop(journey, hidden)).trails
    assert [Point(dot.start.x * ENLARGED, dot.start.y * ENLARGED).rounded() for dot in dots] == [
        pin.rounded(),
        Point(1200, 900),
    ]
    assert {dot.pen for dot in dots} == {Pen.DREAMT}
    drawn = edits.add_trail(journey, journeys.trail("t1"))
    assert len(on_wall(drawn).trails) == 1


@given(
    st.integers(1, 400),
    st.floats(200, 5000),
    st.floats(200, 5000),
    st.sampled_from([0.0, 0.15]),
)
def test_all_hang_in_the_room_equally_large_and_none_over_another(number, wide, high, name):
    room = Rect(7.0, 9.0, wide, high)
    wall = filled(number, room, shape=SHAPE, name=name)
    frames = list(wall.frames())
    assert len(frames) == number
    around = room.grown(0.01)
    for frame in frames:
        assert (frame.width, frame.height) == (wall.width, pytest.approx(wall.width / SHAPE))
        assert around.contains(Point(frame.x, frame.y))
        assert around.contains(Point(frame.right, frame.bottom + name * wall.width))
    assert wall.across > wall.width
    assert wall.down > wall.height + name * wall.width
    rows = [round(frame.y, 3) for frame in frames]
    assert rows == sorted(rows)


def test_a_last_row_hangs_in_the_middle():
    wall = filled(7, Rect(0, 0, 400, 300), shape=SHAPE)
    assert wall.columns == 3
    last = wall.frame(6)
    assert last.centre.x == pytest.approx(wall.frame(1).centre.x)
    assert last.y > wall.frame(5).bottom


def test_maps_of_at_least_a_width_hang_in_full_rows_as_far_down_as_it_takes():
    wall = hung(300, 150.0, ROOM, shape=SHAPE)
    assert 150.0 <= wall.width < 170.0
    assert wall.frame(wall.columns - 1).right == pytest.approx(ROOM.right)
    assert wall.frame(299).bottom > ROOM.bottom
    assert wall.frame(0).y == ROOM.y
    assert all(frame.right <= ROOM.right + 0.01 for frame in wall.frames())
    assert hung(2, 150.0, ROOM, shape=SHAPE).columns == 2


def test_a_sheet_has_place_for_as_many_as_hang_there_at_that_width():
    for least in (80.0, 200.0, 5000.0):
        most = capacity(ROOM, shape=SHAPE, name=0.15, least=least)
        if most > 1:
            assert filled(most, ROOM, shape=SHAPE, name=0.15).width >= least - 0.01
