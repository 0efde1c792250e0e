"""A lock beside what is chosen says in a word that not everybody sees it."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, CompassMoment, Note
from reisblog.ui.canvas.picture import picture_of
from tests.driver import wave

OPEN = Point(1330, 930)


@pytest.fixture
def words(driver):
    """What the lock says now."""
    return lambda: driver.canvas.lights.lock.words


def close(driver, key, audience=Audience.SELF):
    driver.program.workbench.edit("x", lambda now: edits.show_to(now, [key], audience))


def chip(driver):
    """Where the lock lies on the canvas."""
    lights, port = driver.canvas.lights, QRectF(driver.port.rect())
    return lights._lock_chip(driver.canvas.viewportTransform(), port)


def test_the_chosen_halte_says_for_whom_it_is_unless_that_is_the_class(driver, photos, words):
    driver.drop(photos(2), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    assert words() == ""
    close(driver, stop)
    assert words() == "Alleen jij"
    close(driver, stop, Audience.CONVERSATION)
    assert words() == "Gesprek"
    driver.program.workbench.choose()
    assert words() == ""


def test_what_belongs_to_a_closed_halte_is_as_closed(driver, photos, words):
    driver.drop(photos(2), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    close(driver, stop, Audience.CONVERSATION)
    photo = next(iter(driver.journey.photos))
    driver.program.workbench.choose([photo])
    assert words() == "Gesprek"
    close(driver, photo)
    assert words() == "Alleen jij"


def test_a_note_a_path_and_a_compass_say_it_too(driver, words):
    driver.press("path")
    driver.draw(wave(OPEN, 400, 50))
    driver.press("choose")
    note = Note(id="n", text="Los", at=Point(700, 300))
    moment = CompassMoment(id="c", at=Point(900, 1200))
    driver.program.workbench.edit("x", lambda now: edits.add_note(now, note))
    driver.program.workbench.edit("x", lambda now: edits.lay_compass(now, moment))
    for key in ("n", "c", next(iter(driver.journey.trails))):
        close(driver, key)
        driver.program.workbench.choose([key])
        assert words() == "Alleen jij"
        assert not chip(driver).isEmpty()


def test_it_is_none_while_others_look_nor_on_a_quiet_map(driver, photos, words):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    close(driver, photo, Audience.CONVERSATION)
    assert words() == "Gesprek"
    driver.program.workbench.look_as(Audience.CONVERSATION)
    driver.program.workbench.choose([photo])
    assert words() == ""
    driver.program.workbench.look_as(Audience.SELF)
    driver.program.workbench.choose([photo])
    assert words() == "Gesprek"
    driver.press("quiet")
    assert words() == ""


def test_it_is_as_large_at_any_zoom_and_lies_in_view(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    close(driver, photo)
    heights = set()
    for _step in range(5):
        heights.add(chip(driver).height())
        assert QRectF(driver.port.rect()).contains(chip(driver))
        driver.wheel(OPEN, 2)
    assert len(heights) == 1
    assert heights.pop() >= 1.5 * look.TEXT_SMALL_PX


def test_it_does_not_lie_over_the_words_that_are_read(driver, photos):
    for at in (OPEN, Point(300, 200), Point(2250, 1450), Point(300, 1450)):
        driver.program.workbench.choose()
        driver.drop(photos(1), at)
        (chosen,) = driver.chosen
        close(driver, chosen)
        driver.type("Een paar woorden " * 4)
        driver.key(Qt.Key.Key_Escape)
        slip = driver.canvas.work.writer.reader.words
        area = slip.rect().translated(driver.canvas.viewportTransform().map(slip.pos()))
        assert not chip(driver).intersects(area)


def test_it_stands_on_the_screen_and_in_no_picture(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    desk = driver.program.workbench.desk
    before, _missing = picture_of(desk, 480, 320, desk.media.rendition)
    open_screen = driver.port.grab().toImage()
    close(driver, photo)
    after, _missing = picture_of(desk, 480, 320, desk.media.rendition)
    assert QImage.fromData(before, "PNG") == QImage.fromData(after, "PNG")
    area = chip(driver).toRect()
    assert open_screen.copy(area) != driver.port.grab().toImage().copy(area)
