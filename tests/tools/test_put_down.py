"""At which halte a thing is laid down."""

import pytest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Note, Stop
from reisblog.storage.own_atlas import own_atlas
from reisblog.tools.put_down import stop_at
from tests import journeys

BOS = "dilemmabos"
OPEN = Point(1330, 930)


@pytest.fixture
def journey():
    now = Journey(id="reis")
    for name in ("early", "late"):
        now = edits.start_stop(now, Stop(id=name, at=Point(9, 9), places=(BOS,)))
    now = edits.start_stop(now, Stop(id="elsewhere", at=Point(9, 9), places=("wensboom",)))
    now = edits.bring_in(now, [journeys.photo("p1", at=OPEN, stop="elsewhere")])
    return edits.add_note(now, Note(id="n1", text="x", at=OPEN, stop="early"))


def there(journey, at, **more):
    return stop_at(journey, own_atlas(), at, **{"chosen_stop": None, **more})


def bos():
    return own_atlas().places[BOS].area.bounds.centre


def test_on_a_place_it_is_the_latest_halte_there(journey):
    assert there(journey, bos()) == "late"


def test_the_latest_is_that_of_the_story_not_of_the_making(journey):
    journey = edits.arrange(journey, ["late", "elsewhere", "early"])
    assert there(journey, bos()) == "early"


def test_the_chosen_halte_is_meant_where_it_is_one_of_those_there(journey):
    assert there(journey, bos(), chosen_stop="early") == "early"
    assert there(journey, bos(), chosen_stop="elsewhere") == "late"


@pytest.mark.parametrize(
    ("under", "meant"), [("early", "early"), ("p1", "elsewhere"), ("n1", "early")]
)
def test_on_a_pin_a_photo_or_a_note_it_is_the_halte_of_that(journey, under, meant):
    assert there(journey, OPEN, under=under) == meant


def test_on_open_ground_and_where_nobody_was_it_is_none(journey):
    assert there(journey, OPEN) is None
    empty = own_atlas().places["chill-strand"].area.bounds.centre
    assert there(journey, empty, chosen_stop="early") is None


def test_a_halte_in_no_order_counts_where_there_is_no_other(journey):
    journey = edits.place_in_order(edits.remove_stop(journey, "late"), "early", None)
    assert there(journey, bos()) == "early"
