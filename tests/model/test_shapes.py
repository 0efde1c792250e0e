"""Photos scaled and turned, things pinned down, stacked, and brought into line."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog import look
from reisblog.model import edits, limits, lining_up, locks
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import bundle_of, in_tray
from reisblog.model.lining_up import Axis, Edge
from reisblog.model.records import CompassMoment, Letters, OwnPlace, Sign, SlipTint, Stop
from reisblog.model.shaping import LEAST_SIDE, Shape, factor_within, in_steps, letters_near, shaped
from tests.journeys import full

HERE = Point(100.0, 100.0)


@pytest.fixture
def journey():
    return full()


def test_photos_are_scaled_about_a_point_as_one():
    shapes = {"a": Shape(Point(0.0, 0.0), 100.0, 10.0), "b": Shape(Point(50.0, 0.0), 60.0)}
    after = shaped(shapes, HERE, factor=2.0)
    assert after["a"] == Shape(Point(-100.0, -100.0), 200.0, 10.0)
    assert after["b"].at == Point(0.0, -100.0)


def test_photos_are_turned_about_a_point_as_one():
    after = shaped({"a": Shape(Point(200.0, 100.0), 100.0, 170.0)}, HERE, turn=90.0)
    assert after["a"].at.distance(Point(100.0, 200.0)) < 1e-9
    assert after["a"].turn == pytest.approx(-100.0)


@given(st.floats(0.001, 1000), st.floats(LEAST_SIDE, limits.SIDE), st.floats(60, 500))
def test_none_gets_too_small_or_too_large_and_all_stay_in_proportion(factor, one, other):
    sizes = {"a": one, "b": other}
    shapes = {key: Shape(HERE, size) for key, size in sizes.items()}
    after = shaped(shapes, HERE, factor=factor_within(shapes, factor))
    assert all(LEAST_SIDE - 1e-6 <= each.size <= limits.SIDE + 1e-6 for each in after.values())
    assert after["a"].size / after["b"].size == pytest.approx(one / other)


def test_what_was_smaller_already_does_not_jump():
    assert factor_within({"a": Shape(HERE, 10.0)}, 0.5) == 1.0
    assert factor_within({"a": Shape(HERE)}, 0.5) == 1.0


@given(st.floats(-720, 720), st.floats(0.5, 1.9))
def test_scaling_and_turning_back_is_an_inverse(turn, factor):
    shapes = {"a": Shape(Point(10.0, 20.0), 200.0, 3.0), "b": Shape(Point(400.0, 60.0), 150.0)}
    there = shaped(shapes, HERE, factor=factor, turn=turn)
    back = shaped(there, HERE, factor=1 / factor, turn=-turn)
    for key, shape in shapes.items():
        assert back[key].at.distance(shape.at) < 1e-6
        assert back[key].size == pytest.approx(shape.size)


def test_a_hand_that_wants_it_turns_in_steps_of_fifteen_degrees():
    assert [in_steps(each) for each in (7.0, 8.0, -22.0, 44.0)] == [0.0, 15.0, -15.0, 45.0]


def test_letters_are_those_whose_size_is_nearest():
    assert [letters_near(each) for each in (1, 27, 33, 42, 400)] == [
        Letters.SMALL,
        Letters.SMALL,
        Letters.NORMAL,
        Letters.LARGE,
        Letters.LARGE,
    ]


def test_a_photo_in_a_fan_that_is_scaled_lies_by_itself_and_stays_in_its_halte(journey):
    after = edits.shape(journey, {"p1": Shape(Point(5.0, 6.0), 300.0, 12.348)})
    photo = after.photos["p1"]
    assert (photo.at, photo.size, photo.turn, photo.stop) == (Point(5.0, 6.0), 300.0, 12.35, "s1")
    assert [each.id for each in bundle_of(after, "s1")] == ["p2"]


def test_a_size_stays_within_what_can_be_seized_and_held(journey):
    after = edits.shape(journey, {"p1": Shape(HERE, 1.0, 0.0), "p2": Shape(HERE, 1e9, 725.0)})
    assert (after.photos["p1"].size, after.photos["p2"].size) == (LEAST_SIDE, limits.SIDE)
    assert after.photos["p2"].turn == 5.0


def test_a_note_has_its_width_paper_and_letters(journey):
    after = edits.write_like(
        journey, ["n1", "gone"], width=5000.0, tint=SlipTint.SKY, letters=Letters.LARGE
    )
    note = after.notes["n1"]
    assert (note.width, note.tint, note.letters) == (limits.SIDE, SlipTint.SKY, Letters.LARGE)
    assert edits.write_like(journey, ["n1"], tint=SlipTint.ROSE).notes["n1"].width == (
        journey.notes["n1"].width
    )


def test_to_the_front_and_to_the_back_keep_the_order_among_themselves(journey):
    keys = list(journey.photos)
    one, other = keys[0], keys[2]
    assert list(edits.to_front(journey, [other, one]).photos)[-2:] == [one, other]
    assert list(edits.to_back(journey, [other, one]).photos)[:2] == [one, other]
    assert edits.to_back(journey, keys[:1]) == journey


def test_a_halte_comes_to_the_front_with_all_that_lies_in_it(journey):
    after = edits.to_front(journey, ["s1"])
    assert list(after.photos)[-2:] == ["p1", "p2"]


def test_what_is_pinned_down_is_not_moved_turned_or_resized(journey):
    journey = edits.lay_down(journey, {"p1": HERE})
    journey = edits.pin_down(journey, ["p1", "n1", "t1"], {})
    assert all(locks.is_held(journey, key) for key in ("p1", "n1", "t1"))
    assert edits.move(journey, ["p1", "n1", "t1"], Point(9.0, 9.0)) == journey
    assert edits.shape(journey, {"p1": Shape(HERE, 300.0, 9.0)}, {"n1": HERE}) == journey
    assert edits.shift(journey, {"p1": HERE, "n1": HERE}, {}) == journey
    assert edits.write_like(journey, ["n1"], width=400.0) == journey
    assert edits.lay_down(journey, {"p1": Point(1.0, 1.0)}) == journey
    after = edits.move(edits.let_go(journey, ["n1"]), ["n1"], Point(9.0, 9.0))
    assert after.notes["n1"].at == journey.notes["n1"].at + Point(9.0, 9.0)


def test_the_fan_of_a_halte_that_is_pinned_down_stays(journey):
    journey = edits.pin_down(journey, ["s1", "p1"], {"p1": Shape(HERE, 100.0)})
    assert not journey.photos["p1"].locked
    assert locks.free(journey, ["s1", "p1", "p2"]) == frozenset()
    assert edits.move(journey, ["s1"], Point(9.0, 9.0)) == journey
    assert edits.shape(journey, {"p1": Shape(HERE, 300.0)}) == journey


def test_a_photo_in_a_fan_is_pinned_down_where_it_is_seen(journey):
    journey = edits.pin_down(journey, ["p1"], {"p1": Shape(HERE, 172.0, 4.0)})
    photo = journey.photos["p1"]
    assert (photo.at, photo.size, photo.turn, photo.stop, photo.locked) == (
        HERE,
        172.0,
        4.0,
        "s1",
        True,
    )
    assert edits.move(journey, ["s1"], Point(9.0, 9.0)).photos["p1"].at == HERE


def test_an_own_place_stays_where_a_halte_is_pinned_down(journey):
    place = OwnPlace(id="o9", sign=Sign.TENT, at=HERE)
    stop = Stop(id="s9", at=HERE, places=("o9",), locked=True)
    journey = edits.start_stop(edits.add_place(journey, place), stop)
    assert edits.move(journey, ["o9"], Point(9.0, 9.0)) == journey


def test_a_compass_that_is_pinned_down_keeps_its_needle(journey):
    journey = edits.lay_compass(journey, CompassMoment(id="c9", at=HERE, locked=True))
    assert edits.change_compass(journey, "c9", direction=90.0) == journey
    assert edits.move_compass(journey, "c9", Point(1.0, 1.0), None) == journey
    assert edits.change_compass(journey, "c9", text="Ja").compass_moments["c9"].text == "Ja"


def test_a_photo_that_is_pinned_down_stays_when_its_halte_goes(journey):
    journey = edits.pin_down(edits.lay_down(journey, {"p1": HERE}), ["p1"], {})
    for after in (edits.remove_stop(journey, "s1"), edits.remove(journey, ["s1"])):
        assert after.photos["p1"].at == HERE
        assert after.photos["p1"].stop is None
        assert "p2" in {each.id for each in in_tray(after)}
    other = edits.put_in_stop(journey, ["p1"], "s2").photos["p1"]
    assert (other.at, other.stop) == (HERE, "s2")
    back = edits.take_back(journey, ["p1"]).photos["p1"]
    assert not back.locked


BOXES = {
    "a": Rect(0.0, 0.0, 100.0, 50.0),
    "b": Rect(300.0, 40.0, 50.0, 50.0),
    "c": Rect(120.0, 10.0, 30.0, 10.0),
}


@pytest.mark.parametrize(
    ("edge", "moves"),
    [
        (Edge.LEFT, {"a": 0, "b": -300, "c": -120}),
        (Edge.CENTRE, {"a": 125, "b": -150, "c": 40}),
        (Edge.RIGHT, {"a": 250, "b": 0, "c": 200}),
    ],
)
def test_things_are_brought_into_one_line(edge, moves):
    found = lining_up.aligned(BOXES, edge)
    assert found == {key: Point(float(by), 0.0) for key, by in moves.items()}


def test_where_something_is_pinned_down_the_others_line_up_with_it():
    found = lining_up.aligned(BOXES, Edge.TOP, fixed=["b"])
    assert found == {"a": Point(0.0, 40.0), "c": Point(0.0, 30.0)}


def test_things_are_spread_with_the_same_room_between_them():
    found = lining_up.spread(BOXES, Axis.ACROSS)
    left = {key: box.x + found[key].x for key, box in BOXES.items()}
    assert left["a"] == 0.0
    assert left["b"] == 300.0
    assert left["c"] - 100.0 == 300.0 - (left["c"] + 30.0)
    assert all(by.y == 0.0 for by in found.values())


def test_a_box_is_caught_by_an_edge_nearby_and_a_line_shows_it():
    shift, guides = lining_up.caught(Rect(104.0, 500.0, 60.0, 60.0), [BOXES["a"]], reach=8.0)
    assert shift == Point(-4.0, 0.0)
    assert [(guide.start, guide.end) for guide in guides] == [
        (Point(100.0, 0.0), Point(100.0, 560.0))
    ]


def test_a_box_in_the_middle_of_nowhere_is_not_caught():
    shift, guides = lining_up.caught(Rect(700.0, 700.0, 60.0, 60.0), list(BOXES.values()), reach=8)
    assert shift == Point(0.0, 0.0)
    assert not guides
    assert lining_up.near(100.0, [], 8.0) is None
    assert lining_up.near(100.0, [90.0, 105.0], 8.0) == 105.0


def _luminance(colour):
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tint", SlipTint)
def test_words_on_every_paper_stand_out(tint):
    light, dark = _luminance(look.SLIPS[tint]), _luminance(look.INK)
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_small_letters_are_eight_points_on_the_map_s_own_leaf():
    millimetres_across, points = 261, 72 / 25.4
    assert set(look.NOTE_LETTERS) == set(Letters)
    assert look.NOTE_LETTERS["small"] * millimetres_across * points / 2400 >= 8
    assert math.isclose(look.NOTE_LETTERS["normal"], look.NOTE_TEXT_UNITS)
