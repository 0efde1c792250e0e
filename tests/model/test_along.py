"""The order in which a drawn path passes the haltes."""

from reisblog.model import edits
from reisblog.model.along import order_along_path
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Pen, Stop
from reisblog.storage.own_atlas import own_atlas
from tests.journeys import trail


def journey_with(*haltes):
    journey = Journey(id="reis")
    for key, at, *places in haltes:
        journey = edits.start_stop(journey, Stop(id=key, at=Point(*at), places=tuple(places)))
    return journey


def drawn(journey, *through, pen=Pen.MINE):
    number = len(journey.trails)
    return edits.add_trail(journey, trail(f"t{number}", through, pen))


def order(journey):
    return "".join(order_along_path(journey, own_atlas()))


HALTES = (("a", (200, 200)), ("b", (800, 200)), ("c", (1400, 200)))


def test_the_path_says_in_which_order():
    journey = drawn(journey_with(*HALTES), (1400, 200), (800, 230), (200, 200))
    assert order(journey) == "cba"


def test_without_a_path_all_stays_as_it_is():
    assert order(journey_with(*HALTES)) == "abc"


def test_only_my_path_says_anything():
    journey = journey_with(*HALTES)
    for pen in (Pen.DREAMT, Pen.PASSED_BY, Pen.DOODLE):
        journey = drawn(journey, (1400, 200), (200, 200), pen=pen)
    assert order(journey) == "abc"


def test_what_is_not_passed_stays_behind_what_it_was_behind():
    journey = journey_with(("x", (200, 1400)), *HALTES[:1], ("y", (900, 1400)), *HALTES[1:])
    assert order(drawn(journey, (1400, 200), (800, 200), (200, 200))) == "xcbay"


def test_what_is_loose_stays_loose():
    journey = edits.place_in_order(journey_with(*HALTES), "b", None)
    assert order(drawn(journey, (1400, 200), (200, 200))) == "ca"


def test_a_return_takes_the_second_passing():
    pin = own_atlas().places["wensboom"].pin
    journey = journey_with(
        ("first", (0, 1500), "wensboom"), ("again", (0, 1550), "wensboom"), ("far", (1400, 200))
    )
    there = (pin.x, pin.y)
    journey = drawn(journey, there, (1400, 200), there)
    assert order_along_path(journey, own_atlas()) == ("first", "far", "again")


def test_several_paths_follow_one_another_as_they_were_drawn():
    journey = drawn(journey_with(*HALTES), (1400, 200), (1400, 400))
    assert order(drawn(journey, (200, 300), (800, 200))) == "cab"
