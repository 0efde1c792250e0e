"""What is pinned down: no hand moves, turns, resizes or erases it, and any can let it go."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of, in_tray
from reisblog.model.records import CompassMoment, Note
from reisblog.ui.canvas.handle_spots import Role
from tests.driver import wave

OPEN = Point(1330, 930)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pinned(driver, photos):
    """The id of a photo on open ground that is pinned down and chosen."""
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    driver.press("lock")
    driver.program.workbench.desk.history.seal()
    return photo


def handles_of(driver):
    handles = driver.canvas.lights.handles
    return handles.all(driver.canvas.viewportTransform(), QRectF(driver.port.rect()))


def test_a_drag_that_begins_on_it_pans_as_on_bare_map(driver, pinned):
    driver.wheel(OPEN, 4)
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    driver.drag(OPEN, OPEN + Point(100, 60))
    assert driver.journey is before
    assert driver.canvas.sight.seen().centre.distance(seen) > 50


def test_a_tap_chooses_it_so_that_it_can_be_let_go(driver, pinned):
    driver.program.workbench.choose()
    driver.tap(OPEN)
    assert driver.chosen == {pinned}
    (tack,) = [each for each in handles_of(driver) if each.role is Role.FREE]
    QTest.mouseClick(driver.port, Qt.MouseButton.LeftButton, pos=tack.at.toPoint())
    assert not driver.journey.photos[pinned].locked
    driver.drag(OPEN, OPEN + Point(100, 60))
    assert driver.journey.photos[pinned].at.distance(OPEN + Point(100, 60)) < 5


def test_it_has_no_handles_but_the_tack_and_the_button_for_more(driver, pinned):
    assert {each.role for each in handles_of(driver)} == {Role.FREE, Role.MORE}


def test_pinning_down_is_one_step_and_the_same_key_lets_go(driver, pinned):
    driver.press("undo")
    assert not driver.journey.photos[pinned].locked
    driver.press("redo")
    assert driver.journey.photos[pinned].locked
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, widget=driver.canvas)
    assert not driver.journey.photos[pinned].locked


@pytest.mark.parametrize("asked", ["larger", "turn-left", "remove"])
def test_no_menu_moves_or_erases_it(driver, pinned, asked):
    before = driver.journey
    driver.press(asked)
    assert driver.journey is before


def test_del_says_that_it_is_pinned_down(driver, pinned):
    driver.press("remove")
    assert driver.messages.last.text == "Dat staat vast. Maak het eerst los."


def test_arrows_pan_instead_of_moving_it(driver, pinned):
    driver.wheel(OPEN, 4)
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    driver.key(Qt.Key.Key_Right, widget=driver.canvas)
    assert driver.journey is before
    assert driver.canvas.sight.seen().centre != seen


def test_everything_taken_away_leaves_it_and_says_so(driver, pinned, photos):
    driver.drop(photos(1), Point(1700, 1000))
    driver.press("choose-all")
    driver.press("remove")
    assert driver.journey.photos.keys() == {pinned}
    assert driver.messages.last.text == "Foto weggehaald. Wat vaststaat, blijft liggen."


def test_shift_drag_leaves_it_out(driver, pinned, photos):
    driver.drop(photos(1), Point(1700, 1000))
    (other,) = driver.journey.photos.keys() - {pinned}
    driver.program.workbench.choose()
    driver.drag(Point(1150, 1250), Point(1900, 700), modifiers=_SHIFT)
    assert driver.chosen == {other}
    driver.program.workbench.choose()
    driver.drag(
        OPEN - Point(0, 40), Point(1900, 1250), modifiers=_SHIFT
    )  # also when it begins on it
    assert driver.chosen == {other}


def test_of_several_that_are_carried_it_stays(driver, pinned, photos):
    driver.drop(photos(1), Point(1700, 1000))
    (other,) = driver.journey.photos.keys() - {pinned}
    driver.program.workbench.choose({pinned, other})
    before = driver.journey.photos[pinned]
    driver.drag(Point(1700, 1000), Point(1700, 1200))
    assert driver.journey.photos[other].at.distance(Point(1700, 1200)) < 5
    assert driver.journey.photos[pinned] == before


@pytest.mark.parametrize("count", [1, 3, 8], ids=["one photo", "a fan", "a pile"])
def test_the_photos_and_the_pin_of_a_halte_stay(driver, photos, count):
    driver.drop(photos(count), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.press("lock")
    before = driver.journey
    driver.program.workbench.choose()
    driver.drag(driver.photo_spot(bundle_of(before, stop.id)[0].id), OPEN)
    assert driver.journey is before
    driver.program.workbench.choose({stop.id})
    assert Role.FREE in {each.role for each in handles_of(driver)}
    driver.press("remove")
    assert driver.journey is before
    driver.press("lock")
    assert not driver.journey.stops[stop.id].locked


def test_a_photo_in_a_fan_is_pinned_where_it_is_seen(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    top = bundle_of(driver.journey, stop)[-1].id
    seen = driver.photo_spot(top)
    driver.program.workbench.choose({top})
    driver.press("lock")
    assert driver.journey.photos[top].locked
    assert driver.photo_spot(top).distance(seen) < 0.1
    driver.program.workbench.choose({stop})
    driver.press("remove")
    assert driver.journey.photos[top].at.distance(seen) < 0.1
    assert len(in_tray(driver.journey)) == 2


def test_a_note_a_path_and_a_compass_stay(driver):
    driver.press("path")
    driver.draw(wave(Point(500, 500), 500, 40))
    driver.press("choose")
    driver.program.workbench.edit(
        "Earlier",
        lambda now: edits.lay_compass(
            edits.add_note(now, Note(id="n1", text="Hier", at=OPEN)),
            CompassMoment(id="c1", at=Point(1800, 900)),
        ),
    )
    driver.press("choose-all")
    driver.press("lock")
    before = driver.journey
    for start in (OPEN + Point(20, 20), Point(1800, 900), Point(500, 500)):
        driver.drag(start, start + Point(80, 80))
    driver.program.workbench.choose({"c1"})
    driver.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, widget=driver.canvas)
    assert driver.journey == before
    to_view = driver.canvas.viewportTransform()
    assert driver.canvas.lights.needle.spot(to_view) is None


def test_its_words_can_still_be_written(driver, pinned):
    driver.type("Daar")
    driver.key(Qt.Key.Key_Escape)
    assert driver.journey.photos[pinned].caption == "Daar"


def test_a_copy_of_it_is_free(driver, pinned):
    driver.press("duplicate")
    (copy,) = driver.journey.photos.keys() - {pinned}
    assert not driver.journey.photos[copy].locked
    assert driver.chosen == {copy}


def test_the_tack_is_a_target_of_its_own(driver, pinned):
    (tack,) = [each for each in handles_of(driver) if each.role is Role.FREE]
    handles = driver.canvas.lights.handles
    spot = tack.at + QPoint(20, 0)
    found = handles.at(spot, driver.canvas.viewportTransform(), QRectF(driver.port.rect()))
    assert found == tack
