"""What is closed to somebody is not there for them: not in a word, not in a number."""

from itertools import count

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits, luggage, pieces
from reisblog.model.book import Wish
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey, tables
from reisblog.model.mist import swept
from reisblog.model.records import Audience, Note, OwnPlace, Sign, Stop
from reisblog.storage import codec
from tests import journeys
from tests.journeys import SHEET
from tests.model.test_laws import played

OTHERS = (Audience.CONVERSATION, Audience.CLASS)


def narrowed(journey, *ids, to=Audience.SELF):
    return edits.show_to(journey, ids, to)


def records(journey):
    return {key: record for _name, table in tables(journey) for key, record in table.items()}


def audiences(journey, record):
    """Its own and that of its halte: the narrowest counts."""
    stop = getattr(record, "stop", None)
    return [record.audience, *([journey.stops[stop].audience] if stop is not None else [])]


@given(st.data(), st.sampled_from(Audience))
def test_exactly_what_is_open_is_seen(data, viewer):
    journey = played(data)[-1]
    seen = seen_by(journey, viewer)
    assert list(records(seen)) == [
        key
        for key, record in records(journey).items()
        if all(each.is_open_to(viewer) for each in audiences(journey, record))
    ]
    assert seen_by(seen, viewer) == seen


@given(st.data())
def test_a_smaller_circle_never_sees_less(data):
    journey = played(data)[-1]
    to_class, to_mentor, to_self = (
        records(seen_by(journey, viewer))
        for viewer in (Audience.CLASS, Audience.CONVERSATION, Audience.SELF)
    )
    assert to_class.keys() <= to_mentor.keys() <= to_self.keys()
    assert to_self == records(journey)


@given(st.data(), st.sampled_from(OTHERS))
def test_nothing_that_is_written_names_what_is_closed(data, viewer):
    journey = played(data)[-1]
    seen = seen_by(journey, viewer)
    closed = records(journey).keys() - records(seen).keys()
    written = codec.encode(seen)
    assert not any(f'"{key}"'.encode() in written for key in closed)
    assert codec.decode(written).journey == seen


@given(st.data(), st.sampled_from(OTHERS))
def test_what_is_seen_lies_as_it_lay(data, viewer):
    journey = played(data)[-1]
    seen = seen_by(journey, viewer)
    assert [key for key in journey.order if key in seen.stops] == list(seen.order)
    for (_name, before), (_same, after) in zip(tables(journey), tables(seen), strict=True):
        assert [key for key in before if key in after] == list(after)


@pytest.mark.parametrize("viewer", OTHERS)
def test_what_lies_in_a_closed_halte_is_closed_with_it(viewer):
    seen = seen_by(narrowed(journeys.full(), "s1"), viewer)
    assert "s1" not in seen.stops
    assert "s1" not in seen.order
    assert not {"p1", "p2"} & seen.photos.keys()
    assert "n2" not in seen.notes
    assert "n1" in seen.notes


def test_what_is_narrower_than_its_halte_is_closed_by_itself():
    journey = narrowed(journeys.full(), "p1", to=Audience.CONVERSATION)
    assert "p1" in seen_by(journey, Audience.CONVERSATION).photos
    assert "p1" not in seen_by(journey, Audience.CLASS).photos
    assert "s1" in seen_by(journey, Audience.CLASS).stops


def test_what_is_wider_than_its_halte_follows_that():
    journey = narrowed(journeys.full(), "s1", to=Audience.CONVERSATION)
    assert journey.photos["p1"].audience is Audience.CLASS
    assert "p1" not in seen_by(journey, Audience.CLASS).photos


def test_a_halte_is_not_at_a_place_that_is_closed():
    own = OwnPlace(id="o1", sign=Sign.TENT, at=Point(10, 10), name="Thuis")
    journey = edits.add_place(Journey(id="reis"), own)
    journey = edits.start_stop(journey, Stop(id="s1", at=Point(0, 0), places=("o1", "wensboom")))
    seen = seen_by(narrowed(journey, "o1"), Audience.CLASS)
    assert seen.stops["s1"].places == ("wensboom",)


def test_a_closed_photo_is_on_no_cover_and_a_school_is_as_closed_as_a_name():
    journey = edits.wish_for(journeys.peopled(), Wish(cover_photo="p1", school="ROC, 2b"))
    assert seen_by(journey, Audience.CLASS).book == journey.book
    without = seen_by(narrowed(journey, "p1"), Audience.CLASS)
    assert without.book == Wish(school="ROC, 2b")
    nameless = edits.show_head_to(narrowed(journey, "p1"), "traveller", Audience.SELF)
    assert seen_by(nameless, Audience.CLASS).book == Wish()


@pytest.mark.parametrize("part", ["title", "traveller", "about", "mist"])
def test_what_a_journey_says_beside_its_records_can_be_closed(part):
    journey = edits.paint_mist(journeys.peopled(), swept(Point(0, 0), Point(90, 90), SHEET))
    closed = edits.show_head_to(journey, part, Audience.CONVERSATION)
    assert seen_by(closed, Audience.CONVERSATION) == closed
    seen = seen_by(closed, Audience.CLASS)
    assert getattr(journey, part)
    assert not getattr(seen, part)
    assert seen.audience == journey.audience  # not a word of there having been any


def test_with_the_name_goes_that_it_may_be_read_on_a_class_map():
    journey = edits.allow_name(journeys.peopled(), allowed=True)
    assert seen_by(journey, Audience.CLASS) is journey
    closed = edits.show_head_to(journey, "traveller", Audience.CONVERSATION)
    assert seen_by(closed, Audience.CONVERSATION).named_on_class_map
    assert not seen_by(closed, Audience.CLASS).named_on_class_map
    without_title = edits.show_head_to(journey, "title", Audience.SELF)
    assert seen_by(without_title, Audience.CLASS).named_on_class_map


def test_what_names_a_closed_thing_names_it_no_more():
    journey = narrowed(journeys.peopled(), "c2", "p1", "p2", "s3")
    seen = seen_by(journey, Audience.CLASS)
    assert seen.stops["s2"].company == ("c1",)
    assert seen.companions["c1"].portrait is None
    assert (seen.backpack["b3"].photo, seen.backpack["b3"].laid) == (None, "s2")
    assert "b4" not in seen.backpack  # picked up at a halte that is closed


def test_with_nothing_closed_it_is_the_same_value():
    journey = journeys.full()
    assert seen_by(journey, Audience.CLASS) is journey


def test_an_audience_is_kept_in_the_file_and_what_is_for_the_class_takes_no_word():
    plain = codec.encode(journeys.full())
    assert b'"audience":"' not in plain
    journey = narrowed(journeys.full(), "p1", "n1", "t1", "b1", "c1", "s2")
    written = codec.encode(journey)
    assert written.count(b'"audience":"self"') == 6
    assert codec.decode(written).journey == journey


def test_new_things_are_for_the_class():
    assert Note(id="n", text="", at=Point(0, 0)).audience is Audience.CLASS


@given(st.data(), st.sampled_from(OTHERS))
def test_no_edit_but_saying_so_opens_anything(data, viewer):
    before = played(data)[-1]
    closed = records(before).keys() - records(seen_by(before, viewer)).keys()
    kind, after = journeys.edited_how(data, before, 999)
    if not kind.startswith("audience"):
        assert closed.isdisjoint(records(seen_by(after, viewer)))


def test_a_closed_halte_that_joins_another_closes_that():
    journey = edits.change_stop(narrowed(journeys.full(), "s1"), "s1", text="Geheimpje")
    joined = edits.join_stops(journey, "s1", "s2")
    assert b"Geheimpje" not in codec.encode(seen_by(joined, Audience.CONVERSATION))


def test_what_belonged_to_a_halte_that_is_lost_is_for_nobody_else():
    whole = journeys.full()
    lost = msgspec.structs.replace(whole, stops=whole.stops.without("s1"), order=("s2",))
    left = codec.decode(codec.encode(lost)).journey
    assert left.photos["p1"].stop is None
    assert "p1" not in seen_by(left, Audience.CONVERSATION).photos
    assert "n2" not in seen_by(left, Audience.CONVERSATION).notes


@given(st.data(), st.sampled_from(OTHERS))
def test_no_copy_is_more_open_than_what_it_is_of(data, viewer):
    before = played(data)[-1]
    closed = records(before).keys() - records(seen_by(before, viewer)).keys()
    wanted = data.draw(st.sets(st.sampled_from(sorted(records(before)))))
    copied = pieces.picked(before, wanted)
    fresh_ids = (f"fresh{number}" for number in count())
    fresh = pieces.renewed(copied, lambda: next(fresh_ids), by=Point(1, 1), at=Point(9, 9))
    after = pieces.added(before, fresh, fresh.photos.values())
    seen = records(seen_by(after, viewer)).keys()
    for name, table in tables(copied):
        for old, new in zip(table, getattr(fresh, name), strict=True):
            assert old not in closed or new not in seen
    things = [
        luggage.copy_of(before, key, item_id=f"of-{key}", otherwise="x") for key in sorted(closed)
    ]
    for thing in filter(None, things):
        assert thing.id not in seen_by(edits.pack(before, thing), viewer).backpack
