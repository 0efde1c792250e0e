"""A journey told to others: which moments there are, and what is on the map at each."""

from msgspec import structs

from reisblog.model.arrangement import arrangement
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey, ids_in
from reisblog.model.records import Audience, CompassMoment, Note, Stop
from reisblog.model.table import Table
from reisblog.model.tour import Kind, Tour
from reisblog.storage.own_atlas import own_atlas
from tests.journeys import photo, trail


def journey(**fields):
    stops = [
        Stop(id="a", at=Point(300.0, 300.0), text="Wat ik deed."),
        Stop(id="b", at=Point(900.0, 300.0)),
    ]
    known = {
        "stops": Table(stops),
        "photos": Table(photo(f"p{n}", stop="a") for n in range(3)),
        "notes": Table([Note(id="n", text="Zo.", at=Point(350.0, 500.0), stop="a")]),
        "compass_moments": Table([CompassMoment(id="k", at=Point(900.0, 400.0), stop="b")]),
        "trails": Table([trail("t", ((300, 320), (600, 320), (900, 320)))]),
        "order": ("a", "b"),
    }
    return Journey(id="j", title="Op weg", **{**known, **fields})


def kinds(tour):
    return [moment.kind for moment in tour.moments]


def test_a_halte_has_its_photos_words_notes_and_compass_one_by_one():
    tour = Tour(journey(), own_atlas())
    assert kinds(tour) == [
        Kind.PAPER, Kind.LAND,
        Kind.PHOTO, Kind.WORDS, Kind.PHOTO, Kind.PHOTO, Kind.NOTE,
        Kind.ARRIVAL, Kind.COMPASS,
        Kind.WHOLE,
    ]  # fmt: skip
    assert [index for index, moment in enumerate(tour.moments) if moment.begins] == [2, 7]
    assert tour.begin_of(1) == 7


def test_photos_can_come_together():
    tour = Tour(journey(), own_atlas(), together=True)
    assert kinds(tour)[2:4] == [Kind.PHOTOS, Kind.WORDS]
    assert tour.moments[2].ids == ("p0", "p1", "p2")


def test_an_empty_journey_is_a_title_and_the_land():
    assert kinds(Tour(Journey(id="j"), own_atlas())) == [Kind.PAPER, Kind.LAND, Kind.WHOLE]


def test_the_map_fills_up_behind_the_teller():
    tour = Tour(journey(), own_atlas())
    assert not tour.on_map(1).photos
    assert not tour.on_map(2).photos
    assert set(tour.on_map(3).photos) == set()
    assert set(tour.on_map(4).photos) == {"p0"}
    assert set(tour.on_map(6).photos) == {"p0", "p1", "p2"}
    assert not tour.on_map(6).notes
    assert set(tour.on_map(7).notes) == {"n"}
    before = set()
    for moment in range(len(tour.moments)):
        now = tour.on_map(moment)
        lying = {*now.photos, *now.notes, *now.compass_moments}
        assert before <= lying | set(tour.moments[moment].ids)
        before = lying
    assert len(tour.on_map(len(tour.moments) - 1).photos) == 3


def test_a_path_is_there_as_far_as_the_story_has_come():
    tour = Tour(journey(), own_atlas())
    assert not tour.on_map(1).trails
    assert not tour.on_map(6).trails
    assert len(tour.on_map(7).trails) == 1
    assert tour.leg(7) is not None
    assert tour.leg(8) is None
    assert tour.on_map(9).trails == tour.journey.trails


def test_photos_lie_where_they_do_when_all_is_told():
    told = journey()
    tour = Tour(told, own_atlas())
    lies = {lie.photo: (lie.at, lie.turn, lie.size) for lie in arrangement(told)}
    for moment in range(len(tour.moments)):
        for lie in arrangement(tour.on_map(moment)):
            assert (lie.at, lie.turn, lie.size) == lies[lie.photo]


def test_nothing_closed_is_in_any_moment():
    closed = structs.replace(
        journey(),
        photos=Table([photo("p0", stop="a"), photo("p1", stop="a", audience=Audience.SELF)]),
        stops=Table([
            Stop(id="a", at=Point(300.0, 300.0)),
            Stop(id="b", at=Point(900.0, 300.0), audience=Audience.CONVERSATION),
        ]),
    )  # fmt: skip
    tour = Tour(seen_by(closed, Audience.CLASS), own_atlas())
    hidden = {"p1", "b", "k"}
    assert not any(hidden & set(moment.ids) for moment in tour.moments)
    for moment in range(len(tour.moments)):
        assert not hidden & ids_in(tour.on_map(moment))
