"""Points, places and the room between things."""

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import edits, room
from reisblog.model.arrangement import around, room_for
from reisblog.model.geometry import Point, Polygon, Rect, distance_to_segment
from reisblog.model.journey import Journey
from reisblog.model.records import Note, Stop
from reisblog.model.table import Table
from reisblog.storage.own_atlas import own_atlas
from reisblog.tools.drop import Plan, landed
from tests.journeys import HERBERG, photo, points

SQUARE = Polygon((Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)))
STAD = "stad-der-succesvolle-stage"
HUIS = "huis-van-de-inspirerende-mentor"
VALLEI = "vallei-van-uitdagende-werkervaringen"


@pytest.fixture(scope="module")
def atlas():
    return own_atlas()


def test_a_polygon_knows_its_inside_its_area_and_its_distance():
    assert SQUARE.contains(Point(5, 5))
    assert not SQUARE.contains(Point(15, 5))
    assert SQUARE.area == 100
    assert (SQUARE.distance(Point(5, 5)), SQUARE.distance(Point(13, 14))) == (0.0, 5.0)
    assert distance_to_segment(Point(3, 4), Point(0, 0), Point(0, 0)) == 5.0


@given(points)
def test_a_rectangle_clamps_to_the_nearest_point_inside(point):
    rect = Rect(100, 200, 300, 400)
    assert rect.contains(rect.clamp(point))
    assert (rect.clamp(point) == point) == rect.contains(point)


def test_rectangles_meet_grow_and_enclose():
    assert Rect(0, 0, 10, 10).intersects(Rect(10, 10, 5, 5))
    assert not Rect(0, 0, 10, 10).intersects(Rect(11, 0, 5, 5))
    assert Rect(0, 0, 10, 10).grown(2) == Rect(-2, -2, 14, 14)
    assert Rect.around([Point(3, 9), Point(1, 4)]) == Rect(1, 4, 2, 5)
    assert Rect.centred(Point(5, 5), 4, 2).centre == Point(5, 5)


def test_the_innermost_place_wins_and_the_chain_tells_where_it_lies(atlas):
    huis = atlas.places[HUIS]
    assert atlas.place_at(huis.area.bounds.centre).id == HUIS
    assert [place.id for place in atlas.chain(HUIS)] == [HUIS, STAD, VALLEI]
    assert atlas.place_at(Point(2390, 1590)) is None


def test_a_small_place_can_be_hit_a_little_beside_it(atlas):
    bounds = atlas.places["valkuil-van-de-smalle-blik"].area.bounds
    beside = Point(bounds.centre.x, bounds.y - 4)
    assert atlas.place_at(beside) is None
    assert atlas.place_at(beside, reach=bounds.height).id == "valkuil-van-de-smalle-blik"


@pytest.mark.parametrize(
    "words", ["herberg", " Herberg ", HERBERG, "Herberg voor Inspirerende Ontmoetingen", "HÉRBERG"]
)
def test_a_place_is_known_by_id_name_and_short_name(atlas, words):
    assert atlas.named(words).id == HERBERG


def test_nobody_knows_a_place_that_is_not_there(atlas):
    assert atlas.named("Amsterdam") is None
    assert atlas.named("") is None


def test_a_later_halte_at_the_same_place_lies_a_little_further(atlas):
    taken = []
    for _ in range(30):
        taken.append(atlas.resting_spot([HERBERG], taken))
    assert taken[0] == atlas.places[HERBERG].rest.centre
    assert all(atlas.bounds.contains(spot) for spot in taken)
    nearest = min(a.distance(b) for i, a in enumerate(taken) for b in taken[:i])
    assert nearest >= 50
    assert taken[1].distance(taken[0]) < 120


def test_a_halte_at_no_place_still_lies_on_the_map(atlas):
    assert atlas.bounds.contains(atlas.resting_spot([]))
    assert atlas.bounds.contains(atlas.resting_spot(["elders"]))


def test_notes_beside_a_halte_cover_nothing_and_stay_on_the_sheet(atlas):
    spot = atlas.resting_spot([HERBERG])
    journey = edits.bring_in(Journey(id="reis"), [photo(), photo("p2", at=Point(1200, 760))])
    journey = edits.start_stop(journey, Stop(id="s1", at=spot), ["p1"])
    for number in range(6):
        text = "Een tekst van een paar regels, zoals iemand die schrijft. " * (1 + number % 3)
        corner = room.spot_for_note(journey, atlas.bounds, spot, text, 220.0)
        journey = edits.add_note(journey, Note(id=f"n{number}", text=text, at=corner, stop="s1"))
    notes = [
        Rect(note.at.x, note.at.y, *room.note_size(note.text, note.width))
        for note in journey.notes.values()
    ]
    others = [Rect.centred(spot, 220, 200), Rect.centred(Point(1200, 760), 200, 200)]
    for index, note in enumerate(notes):
        assert atlas.bounds.intersects(note)
        assert atlas.bounds.contains(Point(note.x, note.y))
        assert atlas.bounds.contains(Point(note.right, note.bottom))
        assert not any(note.intersects(other) for other in [*notes[:index], *others])
    assert notes[0].y > spot.y
    assert notes[0].centre.distance(spot) < 350


def test_on_a_full_map_a_note_still_gets_a_spot(atlas):
    everywhere = [
        photo(f"p{x}-{y}", at=Point(x, y), size=400.0)
        for x in range(0, 2401, 200)
        for y in range(0, 1601, 200)
    ]
    journey = edits.bring_in(Journey(id="reis"), everywhere)
    corner = room.spot_for_note(journey, atlas.bounds, Point(1200, 800), "Toch", 220.0)
    assert atlas.bounds.contains(corner)


@given(points, st.integers(1, 40))
def test_photos_around_a_point_lie_on_the_sheet_the_nearest_first(at, count):
    sheet = Rect(0, 0, 2400, 1600)
    space = room_for([photo()], sheet)
    spots = list(islice(around(at, space), count))
    assert all(space.grown(0.01).contains(spot) for spot in spots)
    assert spots[0] == space.clamp(at).rounded()
    away = [spots[0].distance(spot) for spot in spots]
    assert all(b > a - 0.02 for a, b in pairwise(away))
    assert all(a.distance(b) > 180 for index, a in enumerate(spots) for b in spots[index + 1 :])


def test_however_many_photos_each_gets_a_spot_of_its_own_on_the_sheet(atlas):
    journey, drop = Journey(id="reis"), Plan(at=Point(2400, 1600))
    for first in range(0, 600, 4):
        some = [photo(f"p{number}") for number in range(first, first + 4)]
        journey = landed(journey, atlas, drop, some, stop_id="")
    spots = {each.at for each in journey.photos.values()}
    assert len(journey.photos) == len(spots) == 600
    assert all(atlas.bounds.grown(-107).contains(spot) for spot in spots)


def test_on_a_sheet_smaller_than_a_photo_they_lie_in_its_middle():
    tiny = Rect(0, 0, 90, 60)
    assert next(around(Point(80, 10), room_for([photo()], tiny))) == tiny.centre


def test_a_table_is_read_only_and_shares_its_records():
    one, two = photo("p1"), photo("p2")
    table = Table([one, two])
    assert list(table.on_top("p1")) == ["p2", "p1"]
    assert list(table.without("p1", "p9")) == ["p2"]
    assert table.with_(one)["p1"] is one
    assert table == Table([one, two])
    assert table != Table([two, one])
    assert table != {"p1": one, "p2": two}
    with pytest.raises(ValueError, match="with id"):
        Table([one, one])


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_records_put_into_a_table_stand_once_the_latest_last(first, then):
    table = Table(photo(f"p{n}") for n in first).with_(*(photo(f"p{n}", turn=1.0) for n in then))
    assert list(table) == [f"p{n}" for n in dict.fromkeys([*first, *then])]
    assert all(table[f"p{n}"].turn == 1.0 for n in then)
