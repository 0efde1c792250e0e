"""One open journey without a window."""

import io
import threading

import msgspec
import pytest
from PIL import Image

from reisblog.errors import LimitError, NotAJourneyError
from reisblog.model import edits, limits
from reisblog.model.book import Quality, Wish
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import bundle_of, in_tray
from reisblog.model.records import BackpackItem
from tests import desks, pictures
from tests.journeys import HERBERG, WENSBOOM

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def files(tmp_path):
    """Two photos that come in and one that does not."""
    found = [tmp_path / name for name in ("een.jpg", "geen.jpg", "twee.heic")]
    found[0].write_bytes(pictures.jpeg(900, 600, taken="2026:03:14 10:12:00", private=True))
    found[1].write_bytes(b"no photo")
    found[2].write_bytes(pictures.heic(600, 900))
    return found


def test_a_new_journey_knows_its_map_its_language_and_its_names(desk):
    assert desk.journey.map == desk.atlas.map
    assert (desk.journey.language, desk.journey.title) == ("en", "Een jaar")
    assert desk.path is None
    assert desk.history.is_saved
    assert desk.missing == []


def test_photos_come_in_and_the_one_that_does_not_is_named(desk, files, tmp_path):
    photos, unreadable = desk.photos_from_files(files)
    desk.commit("Photos", lambda journey: edits.bring_in(journey, photos))
    assert [(photo.width, photo.height) for photo in in_tray(desk.journey)] == [
        (900, 600),
        (600, 900),
    ]
    assert photos[0].taken == "2026-03-14T10:12:00"
    assert [error.name for error in unreadable] == ["geen.jpg"]
    desk.save(tmp_path / "reis.reisblog")
    whole = desk.path.read_bytes()
    assert not any(secret in whole for secret in (*pictures.SECRETS, b"een.jpg", b"twee.heic"))
    with desks.opened(desk.path, tmp_path / "home") as again:
        small = Image.open(io.BytesIO(again.media.rendition(photos[1].media)))
        assert max(small.size) == 512
        assert pictures.corners(small) == pictures.UPRIGHT


def test_every_print_lies_a_little_askew_and_always_the_same_way(desk, decoder, tmp_path, files):
    [first, second], _ = desk.photos_from_files([files[0], files[2]])
    with desks.new_desk(tmp_path / "other", decoder=decoder) as other:
        [again], _ = other.photos_from_files([files[0]])
    assert first.turn == again.turn
    assert first.turn != second.turn
    assert first.id != again.id
    assert max(abs(first.turn), abs(second.turn)) <= 1.5


def test_a_halte_lies_beside_its_place_with_its_photos_and_notes(desk, files):
    photos, _ = desk.photos_from_files([files[0], files[2]])
    stop_id = desk.add_stop(
        [HERBERG, WENSBOOM, HERBERG],
        photos=photos,
        notes=["Goed gesprek", "Nog eens bellen"],
        title=" Praten\n",
        when="in mei",
    )
    stop = desk.journey.stops[stop_id]
    rest = desk.atlas.places[HERBERG].rest
    assert (stop.places, stop.title, stop.when) == ((HERBERG, WENSBOOM), "Praten", "in mei")
    assert stop.at == rest.centre
    assert bundle_of(desk.journey, stop_id) == [
        each for each in desk.journey.photos.values() if each.stop == stop_id
    ]
    notes = [note for note in desk.journey.notes.values() if note.stop == stop_id]
    assert [note.text for note in notes] == ["Goed gesprek", "Nog eens bellen"]
    assert not any(rest.contains(note.at) for note in notes)
    assert all(Rect.centred(rest.centre, 900, 900).contains(note.at) for note in notes)
    desk.history.undo()
    assert (len(desk.journey.stops), len(desk.journey.photos), len(desk.journey.notes)) == (0, 0, 0)


def test_a_halte_can_hold_photos_that_were_in_the_tray(desk):
    photos = desks.bring_in(desk, desks.picture(1), desks.picture(2))
    stop_id = desk.add_stop([], photos=photos[:1], at=Point(10.0, 20.0))
    assert [photo.id for photo in bundle_of(desk.journey, stop_id)] == [photos[0].id]
    assert [photo.id for photo in in_tray(desk.journey)] == [photos[1].id]
    assert desk.journey.stops[stop_id].at == Point(10.0, 20.0)


def test_haltes_at_the_same_place_do_not_cover_each_other(desk):
    ids = [desk.add_stop([HERBERG]) for _ in range(3)]
    spots = {desk.journey.stops[key].at for key in ids}
    assert len(spots) == 3
    assert desk.journey.order == tuple(ids)


def test_a_full_journey_takes_nothing_more_but_can_still_be_changed(desk):
    full = [BackpackItem(id=f"b{n}", text="x") for n in range(limits.RECORDS)]
    packed = desk.journey.backpack.with_(*full)
    desk.commit("Pack", lambda journey: msgspec.structs.replace(journey, backpack=packed))
    with pytest.raises(LimitError, match="second journey"):
        desk.add_stop([])
    assert len(desk.journey.stops) == 0
    desk.commit("Rename", lambda journey: edits.entitle(journey, title="Vol"))
    assert desk.journey.title == "Vol"


def test_what_is_no_journey_is_not_opened(tmp_path, files):
    with pytest.raises(NotAJourneyError):
        desks.opened(files[0], tmp_path / "home")


def test_the_travel_book_shows_the_photos_and_appears_only_when_it_is_whole(desk, files, tmp_path):
    photos, _ = desk.photos_from_files([files[0], files[2]])
    desk.add_stop([HERBERG], photos=photos, notes=["Goed gesprek"])
    out = tmp_path / "boek.pdf"
    told = []
    desk.prepare_export(out)(told.append)
    assert out.read_bytes().startswith(b"%PDF-")
    assert told == sorted(told)
    out.unlink()

    def no_longer_wanted(_done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.prepare_export(out)(no_longer_wanted)
    assert not list(tmp_path.glob("*.pdf"))
    assert not list(tmp_path.glob(".*"))


def test_a_book_can_be_made_on_another_thread_while_the_journey_changes(desk, files, tmp_path):
    photos, _ = desk.photos_from_files(files[:1])
    desk.add_stop([HERBERG], photos=photos)
    make = desk.prepare_export(tmp_path / "boek.pdf", wish=Wish(quality=Quality.PRINT))
    thread = threading.Thread(target=make, args=(None,))
    thread.start()
    desk.commit("Remove", lambda journey: edits.remove(journey, list(journey.photos)))
    thread.join()
    assert (tmp_path / "boek.pdf").stat().st_size > 1000


def test_every_id_is_new(desk):
    ids = {desk.new_id() for _ in range(1000)}
    assert len(ids) == 1000
