"""What a person can do, one edit at a time."""

import pytest

from reisblog.model import edits, limits
from reisblog.model.framing import fits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey, bundle_of, in_tray, photos_of
from reisblog.model.records import (
    BackpackItem,
    Blur,
    Companion,
    CompassMoment,
    Crop,
    Note,
    Stop,
)
from tests.journeys import HERBERG, WENSBOOM, full, photo, trail


@pytest.fixture
def journey():
    return full()


def test_a_new_halte_goes_last_and_holds_its_photos(journey):
    after = edits.start_stop(journey, Stop(id="s9", at=Point(1.0, 2.0)), ["p3", "p4"])
    assert after.order == ("s1", "s2", "s9")
    assert [each.id for each in bundle_of(after, "s9")] == ["p3", "p4"]


def test_a_photo_dragged_out_of_its_fan_stays_in_its_halte(journey):
    after = edits.lay_down(journey, {"p1": Point(10.004, 20.006)})
    assert after.photos["p1"].at == Point(10.0, 20.01)
    assert [each.id for each in photos_of(after, "s1")] == ["p2", "p1"]
    assert [each.id for each in bundle_of(after, "s1")] == ["p2"]


def test_what_was_moved_last_lies_on_top(journey):
    assert list(edits.lay_down(journey, {"p1": Point(1.0, 1.0)}).photos)[-1] == "p1"
    assert list(edits.move(journey, ["n1"], Point(1.0, 1.0)).notes)[-1] == "n1"


def test_moving_a_halte_takes_along_its_fan_but_not_what_was_dragged_out(journey):
    apart = edits.lay_down(journey, {"p1": Point(10.0, 20.0)})
    after = edits.move(apart, ["s1"], Point(5.0, -5.0))
    assert after.stops["s1"].at == Point(1205.0, 215.0)
    assert after.photos["p1"].at == Point(10.0, 20.0)
    assert after.photos["p2"].at is None


def test_a_path_moves_as_a_whole(journey):
    before, after = journey.trails["t1"], edits.move(journey, ["t1"], Point(7.0, 9.0)).trails["t1"]
    assert after.start == before.start + Point(7.0, 9.0)
    moved = [
        piece.end - old.end for piece, old in zip(after.segments, before.segments, strict=True)
    ]
    assert all(step.distance(Point(7.0, 9.0)) < 0.02 for step in moved)


def test_nothing_leaves_the_paper_for_good(journey):
    after = edits.move(journey, ["n1"], Point(1e9, -1e9))
    assert after.notes["n1"].at == Point(limits.COORDINATE, -limits.COORDINATE)


def test_a_halte_that_is_taken_away_gives_its_photos_back_and_leaves_its_notes(journey):
    after = edits.remove_stop(journey, "s1")
    assert {"p1", "p2"} <= {each.id for each in in_tray(after)}
    assert after.notes["n2"].stop is None
    assert after.notes["n2"].at == journey.notes["n2"].at
    assert after.order == ("s2",)


def test_joining_two_haltes_loses_no_word_and_no_photo(journey):
    told = edits.change_stop(journey, "s2", text="Daarna dromen.")
    after = edits.join_stops(told, "s1", "s2")
    assert after.stops["s2"].text == "Daarna dromen.\n\nEerst koffie.\n\nToen werk."
    assert after.stops["s2"].title == "Praten"
    assert [each.id for each in photos_of(after, "s2")] == ["p1", "p2"]
    assert [each.id for each in after.notes.values() if each.stop == "s2"] == ["n2"]
    assert "s1" not in after.stops


def test_a_halte_can_be_at_several_places_at_once_and_leave_one_again(journey):
    both = edits.also_at(journey, "s1", WENSBOOM)
    assert both.stops["s1"].places == (HERBERG, WENSBOOM)
    assert edits.also_at(both, "s1", HERBERG).stops["s1"].places == (WENSBOOM,)


def test_the_order_is_free(journey):
    assert edits.place_in_order(journey, "s3", 0).order == ("s3", "s1", "s2")
    assert edits.place_in_order(journey, "s2", 0).order == ("s2", "s1")
    assert edits.place_in_order(journey, "s1", None).order == ("s2",)
    assert edits.place_before(journey, "s3", "s2").order == ("s1", "s3", "s2")
    assert edits.place_before(journey, "s1", None).order == ("s2", "s1")
    assert edits.place_before(journey, "s1", "gone").order == ("s2", "s1")


def test_a_loose_photo_keeps_lying_where_it_lies(journey):
    laid = edits.lay_down(journey, {"p1": Point(10.0, 20.0)})
    after = edits.set_loose(laid, ["p1"])
    assert (after.photos["p1"].stop, after.photos["p1"].at) == (None, Point(10.0, 20.0))


def test_removing_takes_away_whatever_is_named(journey):
    after = edits.remove(journey, ["p3", "n1", "t1", "b1", "c1", "s1", "nothing"])
    assert (list(after.photos), list(after.notes)) == (["p1", "p2", "p4"], ["n2"])
    assert (list(after.trails), list(after.backpack), list(after.companions)) == (
        ["t2"],
        ["b2"],
        [],
    )
    assert {"p1", "p2"} <= {each.id for each in in_tray(after)}


def test_titles_are_one_line_and_nothing_grows_without_end():
    journey = Journey(id="reis")
    titled = edits.entitle(journey, title="  een\n jaar ", traveller="x" * 1000)
    assert titled.title == "een jaar"
    assert len(titled.traveller) == limits.TITLE_CHARACTERS
    assert len(edits.pack(journey, BackpackItem(id="b", text="x" * 999)).backpack["b"].text) == 300
    assert (
        len(edits.welcome(journey, Companion(id="c", name="x" * 999)).companions["c"].name) == 300
    )
    long = "x" * (limits.TEXT_CHARACTERS + 1)
    noted = edits.add_note(journey, Note(id="n", text=long, at=Point(1e12, 0.0)))
    assert len(noted.notes["n"].text) == limits.TEXT_CHARACTERS
    assert noted.notes["n"].at.x == limits.COORDINATE
    shown = edits.set_caption(edits.bring_in(journey, [photo()]), "p1", long)
    assert len(shown.photos["p1"].caption) == limits.TEXT_CHARACTERS


def test_an_edit_leaves_the_journey_before_it_as_it_was(journey):
    edits.remove(journey, list(journey.photos))
    edits.add_trail(journey, trail("t9"))
    assert journey == full()


def test_of_a_halte_that_joins_another_no_word_is_lost():
    journey = edits.change_stop(full(), "s1", title="Praten", text="Koffie.", when="mei")
    journey = edits.change_stop(journey, "s2", title="Wensen", text="Hoog.", when="juni")
    joined = edits.join_stops(journey, "s1", "s2").stops["s2"]
    assert (joined.title, joined.text) == ("Wensen", "Hoog.\n\nPraten\n\nKoffie.")
    assert joined.when == "juni, mei"


def test_a_compass_points_somewhere_from_0_up_to_360():
    laid = edits.lay_compass(
        Journey(id="reis"), CompassMoment(id="k", at=Point(0, 0), direction=600.0)
    )
    assert laid.compass_moments["k"].direction == 240.0
    for degrees, points in ((-90.0, 270.0), (725.0, 5.0), (359.99, 0.0)):
        turned = edits.change_compass(laid, "k", direction=degrees)
        assert turned.compass_moments["k"].direction == points


def test_a_crop_that_would_reach_off_the_picture_comes_back_onto_it():
    journey = edits.bring_in(full(), [photo("p9")])
    after = edits.set_crop(journey, "p9", Crop(0.9, 0.5, 0.5, 0.5, 80.0))
    crop = after.photos["p9"].crop
    assert fits(crop, 4000, 3000)
    assert crop.tilt == 45.0
    assert edits.set_crop(after, "p9", Crop()).photos["p9"].crop is None


def test_what_is_hidden_lies_on_the_picture():
    journey = edits.bring_in(full(), [photo("p9")])
    wanted = [Blur(0.9, -0.2, 0.4, 0.4), Blur(2.0, 2.0, 0.1, 0.1)]
    assert edits.set_blurs(journey, "p9", wanted).photos["p9"].blurs == (Blur(0.9, 0.0, 0.1, 0.2),)


@pytest.mark.parametrize(
    "edit",
    [
        lambda journey: edits.set_crop(journey, "gone", Crop(0.5, 0.5, 0.5, 0.5)),
        lambda journey: edits.set_blurs(journey, "gone", [Blur(0, 0, 1, 1)]),
        lambda journey: edits.replace_picture(journey, "gone", photo("p9")),
    ],
)
def test_a_photo_that_is_gone_stays_gone(edit):
    journey = full()
    assert edit(journey) is journey
