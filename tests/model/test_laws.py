"""What always holds, whatever a person does."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.changes import apply, difference
from reisblog.model.history import History
from reisblog.model.journey import Journey, tables
from reisblog.model.outline import outline
from reisblog.model.references import REFERENCES
from tests import journeys


def order_of(journey):
    return {name: list(table) for name, table in tables(journey)}


def played(data, *, most=12):
    """All journeys on the way from a full one, one edit apart."""
    states = [journeys.peopled()]
    for number in range(data.draw(st.integers(1, most))):
        states.append(journeys.edited(data, states[-1], number + 100))
    return states


@given(st.data())
def test_undo_takes_back_everything_and_redo_does_it_all_again(data):
    states = played(data)
    history = History(states[0])
    for number, state in enumerate(states[1:]):
        history.commit(f"step {number}", state)
    while history.undo() is not None:
        pass
    assert history.present == states[0]
    assert order_of(history.present) == order_of(states[0])
    while history.redo() is not None:
        pass
    assert history.present == states[-1]
    assert order_of(history.present) == order_of(states[-1])


@given(st.data())
def test_a_listener_that_applies_every_change_always_has_the_present(data):
    states = played(data)
    history = History(states[0])
    mirror = [states[0]]
    history.listen(lambda _journey, changes: mirror.append(apply(mirror[-1], changes)))
    for state in states[1:]:
        history.commit("edit", state)
    for _ in range(data.draw(st.integers(0, len(states)))):
        history.undo()
    assert mirror[-1] == history.present
    assert order_of(mirror[-1]) == order_of(history.present)


@given(st.data())
def test_the_difference_between_any_two_journeys_makes_one_of_the_other(data):
    states = played(data)
    for before, after in [
        *pairwise(states),
        (states[-1], states[0]),
        (Journey(id="reis"), states[-1]),
    ]:
        made = apply(before, difference(before, after))
        assert made == after
        assert order_of(made) == order_of(after)
        assert bool(difference(before, after)) == (before != after)


@given(st.data())
def test_the_outline_shows_every_thing_exactly_once(data):
    journey = played(data)[-1]
    story = outline(journey)
    chapters = [*story.chapters, *story.loose]
    shown = Counter(
        record.id
        for part in [
            [chapter.stop for chapter in chapters],
            *(chapter.photos for chapter in chapters),
            *(chapter.notes for chapter in chapters),
            *(chapter.things for chapter in chapters),
            *(chapter.compass for chapter in chapters),
            story.photos,
            story.notes,
            story.tray,
            story.things,
            story.compass,
        ]
        for record in part
    )
    assert shown == Counter(
        key
        for name in ("photos", "notes", "stops", "backpack", "compass_moments")
        for key in getattr(journey, name)
    )


@given(st.data())
def test_no_edit_leaves_a_reference_to_what_is_gone(data):
    journey = played(data)[-1]
    for name, fields in REFERENCES.items():
        for record in getattr(journey, name).values():
            for field, table in fields.items():
                value = getattr(record, field)
                named = value if isinstance(value, tuple) else () if value is None else (value,)
                assert set(named) - set(journeys.PLACES) <= getattr(journey, table).keys()
                assert len(set(named)) == len(named)
    assert {journey.book.cover_photo} - {None} <= journey.photos.keys()
    assert set(journey.order) <= set(journey.stops)
    assert len(set(journey.order)) == len(journey.order)


@given(st.data())
def test_a_photo_goes_only_when_it_is_itself_taken_away(data):
    before = played(data)[-1]
    kind, after = journeys.edited_how(data, before, 999)
    assert kind == "remove" or before.photos.keys() <= after.photos.keys()
    others = edits.remove(before, [key for key in records_of(before) if key not in before.photos])
    assert others.photos.keys() == before.photos.keys()


def records_of(journey):
    return [key for _name, table in tables(journey) for key in table]
