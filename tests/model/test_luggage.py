"""What of a journey can be carried along, and as what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point
from reisblog.model.journey import ids_in
from reisblog.model.luggage import can_be_packed, copy_of
from reisblog.model.records import Audience, Note, Stop
from tests import journeys


def copied(journey, record_id, **more):
    return copy_of(journey, record_id, item_id="b9", otherwise="Foto", **more)


def test_a_photo_is_carried_with_its_caption_its_halte_and_its_picture():
    journey = edits.set_caption(journeys.full(), "p1", "\n Mijn taart \nDrie lagen")
    copy = copied(journey, "p1")
    assert (copy.text, copy.stop, copy.photo) == ("Mijn taart", "s1", "p1")


def test_a_photo_without_words_is_called_as_its_halte_or_simply_a_photo():
    journey = journeys.full()
    assert copied(journey, "p2").text == "Praten"
    assert copied(journey, "p3").text == "Foto"


def test_of_a_note_the_first_line_is_carried():
    journey = edits.add_note(
        journeys.full(), Note(id="n9", text="\nEerst dit\nDan dat", at=Point(1, 1), stop="s2")
    )
    copy = copied(journey, "n9")
    assert (copy.text, copy.stop, copy.photo) == ("Eerst dit", "s2", None)


def test_a_halte_is_carried_by_its_title_or_else_its_first_words():
    journey = journeys.full()
    assert copied(journey, "s1").text == "Praten"
    journey = edits.change_stop(journey, "s1", title="")
    assert copied(journey, "s1").text == "Eerst koffie."


def test_chosen_words_are_carried_instead_of_the_first_ones():
    assert copied(journeys.full(), "s1", words="koffie").text == "koffie"


@pytest.mark.parametrize("record_id", ["t1", "c1", "b1", "nothing"])
def test_a_path_a_person_and_what_is_gone_cannot_be_carried(record_id):
    assert copied(journeys.full(), record_id) is None
    assert not can_be_packed(journeys.full(), record_id)


@given(st.data())
def test_a_copy_is_never_more_open_than_what_it_is_of(data):
    """Whoever may not see the original sees nothing of the copy, either."""
    record_id = data.draw(st.sampled_from(["p1", "p2", "p3", "n1", "n2", "s1", "s2"]))
    journey = journeys.full()
    for key in ("p1", "p2", "p3", "n1", "n2", "s1", "s2"):
        journey = edits.show_to(journey, [key], data.draw(st.sampled_from(Audience)))
    journey = edits.pack(journey, copied(journey, record_id))
    for viewer in Audience:
        seen = ids_in(seen_by(journey, viewer))
        assert record_id in seen or "b9" not in seen


def test_the_original_stays():
    journey = edits.start_stop(journeys.full(), Stop(id="s9", at=Point(1, 1), title="Daar"))
    packed = edits.pack(journey, copied(journey, "s9"))
    assert packed.stops is journey.stops
    assert packed.order == journey.order
