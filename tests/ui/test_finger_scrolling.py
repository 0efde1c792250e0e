"""Fingers on the panels: a swipe scrolls, a rest takes up, a tap is a tap."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QPropertyAnimation, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Companion, Stop
from reisblog.ui.finger_scrolling import REST_MS
from tests import hands

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture
def story(driver):
    """The story of thirty haltes."""
    for number in range(30):
        stop = Stop(id=f"s{number}", title=f"Halte {number}", at=Point(60.0 * number, 500))
        driver.program.workbench.edit("Earlier", lambda now, it=stop: edits.start_stop(now, it))
    driver.window.open_tab("story")
    driver.settle()
    return driver.window.panel.page("story")


class Finger:
    """One finger on the window."""

    def __init__(self, driver, device):
        self.driver = driver
        self.sequence = QTest.touchEvent(driver.window.windowHandle(), device, autoCommit=False)

    def touch(self, at, *, rests=False):
        self.sequence.press(0, at, self.driver.window.windowHandle())
        self.sequence.commit()
        if rests:
            QTest.qWait(REST_MS + 50)

    def swipe(self, start, by):
        for step in range(1, 11):
            self.sequence.move(0, start + by * step / 10, self.driver.window.windowHandle())
            self.sequence.commit()

    def lift(self, at):
        self.sequence.release(0, at, self.driver.window.windowHandle())
        self.sequence.commit()


@pytest.fixture
def finger(driver, screen):
    return Finger(driver, screen)


def middle_of(driver, card):
    return card.mapTo(driver.window, card.face().center().toPoint())


UP = QPoint(0, -200)


def test_a_swipe_scrolls_and_moves_no_halte(driver, story, finger):
    order = driver.journey.order
    start = middle_of(driver, story.cards["s3"])
    finger.touch(start)
    finger.swipe(start, UP)
    assert not story._reordering.running
    finger.lift(start + UP)
    assert story.verticalScrollBar().value() >= 180
    assert driver.journey.order == order
    assert driver.chosen == frozenset()


def test_a_finger_that_rests_first_takes_the_card_along(driver, story, finger):
    start = middle_of(driver, story.cards["s3"])
    finger.touch(start, rests=True)
    finger.swipe(start, QPoint(0, -160))
    assert story._reordering.running
    finger.lift(start + QPoint(0, -160))
    assert driver.journey.order[:4] != ("s0", "s1", "s2", "s3")
    assert story.verticalScrollBar().value() == 0


def test_a_quick_swipe_aside_puts_no_halte_on_another_track(driver, story, finger):
    at, before = middle_of(driver, story.cards["s1"]), driver.journey
    finger.touch(at)
    finger.swipe(at, QPoint(70, 4))
    finger.lift(at + QPoint(70, 4))
    assert driver.journey is before


def test_a_tap_chooses(driver, story, finger):
    start = middle_of(driver, story.cards["s2"])
    finger.touch(start)
    finger.lift(start)
    assert driver.chosen == {"s2"}


def test_a_button_that_is_swiped_over_is_not_pressed(driver, story, finger):
    start = story.opening.fold.mapTo(driver.window, story.opening.fold.rect().center())
    finger.touch(start)
    finger.swipe(start, UP)
    finger.lift(start + UP)
    assert not story.opening.fold.isChecked()
    assert not story.opening.fold.isDown()
    assert story.verticalScrollBar().value() > 0


def test_the_next_touch_stops_a_list_that_goes_on(driver, story, finger):
    start = middle_of(driver, story.cards["s3"])
    finger.touch(start)
    finger.swipe(start, UP)
    finger.lift(start + UP)
    going_on = driver.window.findChild(QPropertyAnimation)
    assert going_on.state() is QAbstractAnimation.State.Running
    finger.touch(start)
    assert going_on.state() is QAbstractAnimation.State.Stopped
    finger.lift(start)


def test_a_swipe_scrolls_the_haltes_among_which_somebody_chooses(driver, story, screen):
    """They stand in a window of their own; a swipe is no choice there either."""
    workbench = driver.program.workbench
    sam = Companion(id="sam", name="Sam")
    workbench.edit("Earlier", lambda now: edits.welcome(now, sam))
    driver.window.open_tab("company")
    workbench.choose(["sam"])
    editor = driver.window.panel.page("company").cards["sam"].editor
    driver.until(editor.stretches.another.isVisible)
    QTest.mouseClick(editor.stretches.another, Qt.MouseButton.LeftButton)
    sheet = QApplication.activePopupWidget()
    before, port = driver.journey, sheet.stops.viewport()
    middle = port.rect().center()
    hands.Finger(screen).stroke(port, [middle - QPoint(0, 20 * step) for step in range(8)])
    assert sheet.stops.verticalScrollBar().value() > 40
    assert driver.journey is before
    assert QApplication.activePopupWidget() is sheet
    sheet.close()
