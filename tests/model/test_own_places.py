"""A place that a traveller adds behaves like any other place of the map."""

import pytest

from reisblog import resources
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.own_places import OwnPlaces, frame_of, free_foot, on_sheet, told_apart
from reisblog.model.records import OwnPlace, Sign, Stop
from reisblog.model.table import Table
from reisblog.storage.own_atlas import own_atlas

HOME = OwnPlace(id="home", sign=Sign.HOUSE, at=Point(1300, 900), name="Thuis")


def on_map(*places):
    return OwnPlaces(own_atlas()).on_map(Table(places))


def at_home(**fields):
    journey = edits.add_place(Journey(id="a"), HOME)
    stop = Stop(id="s", at=Point(1450, 850), **{"places": ("home",), **fields})
    return edits.start_stop(journey, stop)


def test_it_is_found_where_its_sign_is_seen_and_by_its_name():
    atlas = on_map(HOME)
    assert atlas.place_at(Point(1300, 860)).id == "home"
    assert atlas.named("thuis").id == "home"
    assert atlas.bounds == own_atlas().bounds
    assert own_atlas().places.keys() < atlas.places.keys()


def test_without_a_name_it_goes_by_what_its_sign_shows():
    names = {
        on_map(OwnPlace(id="o", sign=sign, at=Point(900, 900))).places["o"].name for sign in Sign
    }
    assert len(names) == len(Sign)


def test_inside_another_place_it_is_the_innermost():
    in_the_city = OwnPlace(
        id="o", sign=Sign.FLAG, at=own_atlas().places["stad-der-succesvolle-stage"].pin
    )
    atlas = on_map(in_the_city)
    assert atlas.place_at(Point(in_the_city.at.x, in_the_city.at.y - 50)).id == "o"
    assert "vallei-van-uitdagende-werkervaringen" in {place.id for place in atlas.chain("o")}


@pytest.mark.parametrize(
    "at", [Point(64, 112), Point(2336, 1500), Point(2336, 112), Point(1200, 800)]
)
def test_its_photos_rest_beside_it_on_the_sheet(at):
    place = on_map(OwnPlace(id="o", sign=Sign.TREE, at=at)).places["o"]
    sheet = own_atlas().bounds
    assert sheet.contains(Point(place.rest.x, place.rest.centre.y))
    assert sheet.contains(Point(place.rest.right, place.rest.centre.y))
    assert not place.rest.intersects(frame_of(at).grown(-14))


def test_it_never_takes_the_name_of_a_place_of_the_map():
    false = OwnPlace(id="wensboom", sign=Sign.TREE, at=Point(100, 200), name="Iets anders")
    assert on_map(false).places == own_atlas().places


def test_the_map_is_the_same_one_as_long_as_the_places_are():
    places = OwnPlaces(own_atlas())
    own = Table([HOME])
    assert places.on_map(own) is places.on_map(own)


def test_carried_elsewhere_it_takes_its_haltes_along():
    moved = edits.move(at_home(), ["home"], Point(100, -50))
    assert moved.own_places["home"].at == Point(1400, 850)
    assert moved.stops["s"].at == Point(1550, 800)
    elsewhere = at_home(places=("wensboom", "home"))
    assert edits.move(elsewhere, ["home"], Point(9, 9)).stops == elsewhere.stops


def test_when_it_goes_its_haltes_stay_and_are_at_one_place_less():
    without = edits.remove(at_home(places=("home", "wensboom")), ["home"])
    assert not without.own_places
    assert without.stops["s"].places == ("wensboom",)
    assert without.order == ("s",)


def test_it_is_renamed_and_drawn_anew_as_long_as_it_is_there():
    journey = edits.change_place(at_home(), "home", name="  Bij\n oma ", sign=Sign.BOAT)
    assert journey.own_places["home"] == OwnPlace(
        id="home", sign=Sign.BOAT, at=HOME.at, name="Bij oma"
    )
    assert edits.change_place(journey, "gone", name="x") == journey


def test_new_ones_stand_on_no_other_and_wholly_on_the_sheet():
    sheet, others = own_atlas().bounds, []
    for number in range(40):
        foot = free_foot(on_map(*others), Point(2390, 5))
        assert all(foot.distance(other.at) > 100 for other in others)
        frame = frame_of(foot)
        assert sheet.contains(Point(frame.x, frame.y))
        assert sheet.contains(Point(frame.right, frame.bottom))
        others.append(OwnPlace(id=f"o{number}", sign=Sign.FLAG, at=foot))


@pytest.mark.parametrize("place", own_atlas().places.values(), ids=lambda place: place.id)
def test_a_new_one_covers_no_name(place):
    frame = frame_of(free_foot(own_atlas(), place.label))
    assert all(not frame.grown(-10).contains(other.label) for other in own_atlas().places.values())


def test_carried_beyond_the_edge_it_stays_on_the_sheet_and_its_haltes_with_it():
    sheet = own_atlas().bounds
    moved = edits.move(at_home(), ["home"], Point(9_000, 9_000), sheet=sheet)
    home = moved.own_places["home"].at
    assert home == on_sheet(Point(10_000, 10_000), sheet)
    assert moved.stops["s"].at - Point(1450, 850) == home - HOME.at


def test_every_sign_is_drawn():
    for sign in Sign:
        drawing = resources.sign(sign).read_text(encoding="utf-8")
        assert 'viewBox="0 0 128 128"' in drawing
        assert f'<g id="{sign}">' in drawing


def test_one_with_the_id_of_a_place_of_the_map_gets_another_that_is_free():
    false = [OwnPlace(id=key, sign=Sign.TREE, at=HOME.at) for key in ("wensboom", "own-1", "home")]
    journey = Journey(id="a", own_places=Table(false))
    assert list(told_apart(journey, own_atlas()).own_places) == ["own-2", "own-1", "home"]
    assert told_apart(at_home(), own_atlas()) == at_home()
