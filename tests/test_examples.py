"""The two example journeys: what somebody sees who opens one from Help."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from reisblog import examples, resources
from reisblog.cli import main
from reisblog.desk import Desk
from reisblog.examples.hand import draw
from reisblog.examples.student import NOOR
from reisblog.examples.teacher import ROB
from reisblog.model import arrangement
from reisblog.model.company import stretches
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import RECORD_TYPES, bundle_of, in_tray
from reisblog.model.mist import SQUARE, bits
from reisblog.model.outline import outline
from reisblog.model.records import Impulse, Pen
from reisblog.model.room import note_size
from reisblog.resources import Folders
from reisblog.storage.own_atlas import own_atlas

WHO = pytest.mark.parametrize("teacher", [False, True], ids=["student", "teacher"])
MOST_BYTES = 3_500_000


@pytest.fixture
def example(decoder, tmp_path):
    """Gives a desk with an example journey on it."""
    desks = []

    def make(*, teacher=False, folder="home"):
        folders = Folders.below(tmp_path / folder)
        desk = Desk.new(folders=folders, atlas=own_atlas(), decoder=decoder, language="en")
        desks.append(desk)
        examples.make_example(desk, teacher=teacher)
        return desk

    yield make
    for desk in desks:
        desk.close()


def _spots(trail):
    return [trail.start, *(piece.end for piece in trail.segments)]


def _length(spots):
    return sum(a.distance(b) for a, b in pairwise(spots))


def _rect_of(note):
    return Rect(note.at.x, note.at.y, *note_size(note.text, note.width))


@WHO
def test_it_is_one_step_that_undo_takes_back_whole(example, teacher):
    desk = example(teacher=teacher)

    desk.history.undo()

    assert not desk.journey.stops
    assert not desk.journey.photos
    assert desk.history.undo_label is None


@WHO
def test_made_twice_it_is_the_same(example, teacher):
    one = example(teacher=teacher, folder="one").journey
    other = example(teacher=teacher, folder="two").journey

    for name in ("title", "order", "mist", *RECORD_TYPES):
        assert getattr(one, name) == getattr(other, name)


@WHO
def test_it_is_told_in_dutch_whatever_the_language_of_the_window(example, teacher):
    assert example(teacher=teacher).journey.language == "nl"


@WHO
def test_every_halte_is_at_places_of_the_map_and_rests_on_the_sheet(example, teacher):
    desk = example(teacher=teacher)

    for stop in desk.journey.stops.values():
        assert stop.places
        assert set(stop.places) <= set(desk.atlas.places)
        assert desk.atlas.bounds.contains(stop.at)


def test_the_student_comes_back_to_a_place_and_is_at_two_places_at_once(example):
    stops = list(example().journey.stops.values())

    visits = [place for stop in stops for place in stop.places]
    assert visits.count("dilemmabos") == 2
    assert any(len(stop.places) == 2 for stop in stops)
    assert len({stop.at for stop in stops}) == len(stops)


def test_the_student_has_two_tracks_company_things_and_a_compass(example):
    journey = example().journey
    story = outline(journey)

    assert [chapter.stop.title for chapter in story.chapters if chapter.beside] == [
        "De fietsenzaak van Bert"
    ]
    assert all(stretches(journey, key) for key in journey.companions)
    assert any(len(stretches(journey, key)) > 1 for key in journey.companions)
    assert any(person.helps and person.hinders for person in journey.companions.values())
    assert story.things  # at departure the backpack is not empty
    assert any(chapter.things for chapter in story.chapters)
    assert any(chapter.laid for chapter in story.chapters)
    assert {moment.impulse for moment in journey.compass_moments.values()} == set(Impulse)
    assert journey.about


def test_the_student_has_a_pile_a_fan_and_a_halte_with_only_a_title(example):
    journey = example().journey

    sizes = {stop.title: len(bundle_of(journey, stop.id)) for stop in journey.stops.values()}
    assert max(sizes.values()) > arrangement.LARGEST_FAN
    assert 3 in sizes.values()
    empty = next(stop for stop in journey.stops.values() if stop.places == ("chill-strand",))
    assert sizes[empty.title] == 0
    assert empty.text == empty.when == ""


def test_the_student_left_one_photo_loose_and_one_in_the_tray(example):
    journey = example().journey

    loose = [photo for photo in journey.photos.values() if photo.at and photo.stop is None]
    assert len(loose) == 1
    assert len(in_tray(journey)) == 1


def test_the_student_draws_with_all_four_pens(example):
    assert {trail.pen for trail in example().journey.trails.values()} == set(Pen)


def test_the_student_has_mist_where_she_was_not_and_none_over_what_she_laid(example):
    desk = example()
    mist = bits(desk.journey.mist)
    pins = [
        desk.atlas.places[key].pin for stop in desk.journey.stops.values() for key in stop.places
    ]
    lies = [lie.at for lie in arrangement.arrangement(desk.journey) if lie.shown]

    assert mist
    for spot in (*pins, *lies, *(note.at for note in desk.journey.notes.values())):
        assert not mist.get(int(spot.y // SQUARE), 0) >> int(spot.x // SQUARE) & 1


def test_words_come_in_more_than_one_script(example):
    words = "".join(note.text for note in example().journey.notes.values())

    assert any("\u0600" <= letter <= "\u06ff" for letter in words)
    assert any("\u0400" <= letter <= "\u04ff" for letter in words)
    assert "👩🏽‍🔧" in words


@WHO
def test_notes_cover_no_name_no_photo_and_not_each_other(example, teacher):
    desk = example(teacher=teacher)
    notes = [_rect_of(note) for note in desk.journey.notes.values()]
    lies = [lie for lie in arrangement.arrangement(desk.journey) if lie.shown]
    photos = [Rect.centred(lie.at, lie.size * 0.8, lie.size * 0.8) for lie in lies]
    names = [Rect.centred(place.label, 140, 30) for place in desk.atlas.places.values()]

    for index, note in enumerate(notes):
        assert desk.atlas.bounds.contains(Point(note.right, note.bottom))
        for other in [*notes[:index], *photos, *names]:
            assert not note.intersects(other)


@WHO
def test_some_path_passes_every_halte(example, teacher):
    desk = example(teacher=teacher)
    spots = [spot for trail in desk.journey.trails.values() for spot in _spots(trail)]

    for stop in desk.journey.stops.values():
        pin = desk.atlas.places[stop.places[0]].pin
        assert min(pin.distance(spot) for spot in spots) < 60


@WHO
def test_the_own_path_wanders(example, teacher):
    desk = example(teacher=teacher)
    path = next(trail for trail in desk.journey.trails.values() if trail.pen is Pen.MINE)
    pins = [desk.atlas.places[stop.places[0]].pin for stop in desk.journey.stops.values()]

    assert _length(_spots(path)) > 1.1 * _length(pins)


def test_the_hand_hesitates_and_presses():
    path = next(stroke for stroke in NOOR.strokes if stroke.pen is Pen.MINE)

    curve = draw(path, own_atlas())

    assert max(piece.rest_ms for piece in curve.segments) >= 800
    widths = [piece.width for piece in curve.segments]
    assert max(widths) - min(widths) > 0.2


@pytest.mark.parametrize("telling", [NOOR, ROB], ids=["student", "teacher"])
def test_stories_are_short_and_captions_fit_on_a_line_or_two(telling):
    for halte in telling.haltes:
        assert len(halte.text) < 500
    for picture in telling.pictures:
        assert len(picture.caption) < 80


def test_the_pictures_are_as_large_as_promised_and_say_nothing_of_who_made_them():
    folder = resources.assets() / "examples"
    wanted = {f"{picture.name}.jpg" for picture in (*NOOR.pictures, *ROB.pictures)}

    assert {path.name for path in folder.iterdir()} == wanted
    assert sum(path.stat().st_size for path in folder.iterdir()) < MOST_BYTES
    for path in folder.iterdir():
        with Image.open(path) as picture:
            assert 1200 <= max(picture.size) <= 1600
            assert not picture.getexif()


@WHO
def test_the_command_line_makes_one_that_opens_again(tmp_path, monkeypatch, capsys, teacher):
    monkeypatch.setitem(os.environ, "REISBLOG_HOME", str(tmp_path / "home"))
    out = tmp_path / "example.reisblog"

    assert main(["example", str(out), *(["--teacher"] if teacher else [])]) == 0
    assert Path(capsys.readouterr().out.strip()) == out
    assert main(["info", str(out), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["mist"] is not teacher
    assert told["title"] == (ROB if teacher else NOOR).title
