"""What is chosen can be copied, in one window and from one window to another."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model.geometry import Point
from reisblog.ui.copying import PIECES
from tests.driver import Driver, wave

OPEN = Point(1330, 930)


@pytest.fixture
def two(dressed, tmp_path):
    people = [Driver(tmp_path / name) for name in ("one", "two")]
    yield people
    for person in people:
        person.close()


def fill(person, photos):
    person.drop(photos(2), person.place("wensboom"))
    person.type("Onder de boom.")
    person.drop(photos(3)[2:], OPEN)
    person.double_tap(Point(1500, 1000))
    person.type("Los briefje")
    person.press("path")
    person.draw(wave(Point(400, 600), 900, 120))
    person.press("choose")


def copy_all(person):
    person.press("choose-all")
    person.press("copy")
    person.settle()
    person.until(lambda: QApplication.clipboard().mimeData().hasFormat(PIECES))


def paste(person):
    person.press("paste")
    person.settle()


def told(journey):
    """What a journey tells, but for ids."""
    return {
        "photos": sorted((photo.media, photo.size, photo.at) for photo in journey.photos.values()),
        "notes": sorted((note.text, note.at) for note in journey.notes.values()),
        "stops": [(stop.at, stop.places, stop.text) for stop in journey.stops.values()],
        "trails": [trail.segments for trail in journey.trails.values()],
        "in haltes": sorted(bool(photo.stop) for photo in journey.photos.values()),
        "order": len(journey.order),
    }


def test_everything_goes_from_one_window_to_another_as_it_lay(two, photos):
    one, other = two
    fill(one, photos)
    copy_all(one)
    paste(other)
    assert told(other.journey) == told(one.journey)
    assert not other.program.workbench.desk.missing
    ids = {*one.journey.photos, *one.journey.stops, *one.journey.notes}
    assert ids.isdisjoint({*other.journey.photos, *other.journey.stops, *other.journey.notes})
    while other.window.actions_by_id["undo"].isEnabled():
        other.press("undo")
    assert not other.journey.photos


def test_from_a_saved_journey_too(two, photos, tmp_path):
    one, other = two
    fill(one, photos)
    one.dialogs.file = tmp_path / "reis.reisblog"
    one.press("save")
    one.settle()
    one.press("new")
    one.press("open")
    copy_all(one)
    paste(other)
    assert told(other.journey) == told(one.journey)


def test_in_the_same_journey_a_copy_lies_beside_what_it_was_made_of(driver, photos):
    driver.drop(photos(1), OPEN)
    [photo] = driver.journey.photos.values()
    driver.program.workbench.choose({photo.id})
    driver.press("copy")
    driver.settle()
    paste(driver)
    first, second = driver.journey.photos.values()
    assert first.media == second.media
    assert 0 < first.at.distance(second.at) < 60


def test_a_photo_copied_out_of_a_fan_comes_into_view(two, photos):
    one, other = two
    one.drop(photos(2), one.place("wensboom"))
    photo = next(iter(one.journey.photos.values()))
    one.program.workbench.choose({photo.id})
    one.press("copy")
    one.settle()
    paste(other)
    [came] = other.journey.photos.values()
    assert came.at is not None
    assert came.stop is None


def test_other_programs_get_the_words_and_the_pictures(driver, photos):
    fill(driver, photos)
    copy_all(driver)
    mime = QApplication.clipboard().mimeData()
    assert "Los briefje" in mime.text()
    assert len(mime.urls()) == 3


def test_one_photo_is_a_picture_for_others_and_no_words(driver, photos):
    driver.drop(photos(1), OPEN)
    copy_all(driver)
    mime = QApplication.clipboard().mimeData()
    assert not mime.imageData().isNull()
    driver.press("text")
    driver.tap(Point(1700, 1200))
    driver.type("Zie")
    QTest.keyClick(driver.canvas.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    (note,) = driver.journey.notes.values()
    assert note.text == "Zie"


@pytest.mark.parametrize("content", [b"", b"{}", b"nonsense", b'{"format": 1, "id": "../x"}'])
def test_what_another_program_put_there_is_read_strictly(driver, content):
    mime = QMimeData()
    mime.setData(PIECES, content)
    before = driver.journey
    driver.paste(mime)
    assert driver.journey is before
    assert "niet te lezen" in driver.messages.last.text


def test_nothing_chosen_nothing_copied(driver):
    assert not driver.window.actions_by_id["copy"].isEnabled()
