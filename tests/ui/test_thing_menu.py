"""The menu of a thing on the map, where it lies: by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Note, OwnPlace, Sign, Stop
from reisblog.ui.canvas.thing_menu import ThingMenus
from tests import journeys

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

OPEN = Point(1330, 930)
BAG = "In je rugzak"


@pytest.fixture
def note(given):
    given(lambda now: edits.add_note(now, Note(id="n1", text="Eerst dit", at=OPEN)))
    return OPEN + Point(40, 20)


def ask(driver, spot, *, by_keyboard=False):
    """Ask for a menu as the platform does; gives it when there is one."""
    reason = QContextMenuEvent.Reason
    part = driver.canvas if by_keyboard else driver.port
    QCoreApplication.sendEvent(
        part,
        QContextMenuEvent(
            reason.Keyboard if by_keyboard else reason.Mouse, spot, part.mapToGlobal(spot)
        ),
    )
    return next(iter(driver.canvas.findChildren(QMenu)), None)


def words(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu, *path):
    """Take an entry of a menu, or of one in it."""
    for name in path[:-1]:
        (menu,) = [action.menu() for action in menu.actions() if action.text() == name]
    (action,) = [action for action in menu.actions() if action.text() == path[-1]]
    action.trigger()


def test_a_right_click_on_a_note_chooses_it_and_offers_what_can_be_done(driver, note):
    spot = driver.seen(note)
    QTest.mouseClick(driver.port, Qt.MouseButton.RightButton, pos=spot)
    menu = ask(driver, spot)
    assert driver.chosen == {"n1"}
    first, *_its_own, audience, copy, remove = words(menu)
    assert [first, audience, copy, remove] == [BAG, "Te zien voor", "Kopiëren", "Weghalen"]
    assert menu.isVisible()
    choose(menu, BAG)
    (item,) = driver.journey.backpack.values()
    assert item.text == "Eerst dit"
    menu.close()


def test_it_is_said_for_whom_a_thing_is(driver, note):
    menu = ask(driver, driver.seen(note))
    choose(menu, "Te zien voor", "Gesprek")
    assert driver.journey.notes["n1"].audience is Audience.CONVERSATION
    menu.close()


def test_what_is_chosen_already_is_meant_together(driver, note, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", at=Point(600, 900))]))
    driver.program.workbench.choose({"n1", "p1"})
    menu = ask(driver, driver.seen(note))
    assert driver.chosen == {"n1", "p1"}
    driver.window.actions_by_id["remove"].trigger()
    assert not driver.journey.notes
    assert not driver.journey.photos
    menu.close()


@pytest.mark.parametrize("kind", ["path", "own place"])
def test_a_path_and_an_own_place_do_not_go_into_the_bag(driver, given, kind):
    if kind == "path":
        through = [(900, 930), (1200, 930), (1500, 930)]
        given(lambda now: edits.add_trail(now, journeys.trail("t1", through)))
    else:
        own = OwnPlace(id="o1", sign=Sign.HOUSE, at=OPEN)
        given(lambda now: edits.add_place(now, own))
    spot = Point(1200, 930) if kind == "path" else OPEN - Point(0, 30)
    menu = ask(driver, driver.seen(spot))
    assert menu is not None
    assert BAG not in words(menu)
    assert "Te zien voor" in words(menu)
    menu.close()


def test_the_pin_of_a_halte_has_one(driver, given):
    given(lambda now: edits.start_stop(now, Stop(id="s1", title="Begin", at=OPEN)))
    head = driver.canvas.lights.heads("s1", driver.canvas.viewportTransform())[0].toPoint()
    menu = ask(driver, head)
    assert driver.chosen == {"s1"}
    choose(menu, BAG)
    (item,) = driver.journey.backpack.values()
    assert (item.text, item.stop) == ("Begin", "s1")
    menu.close()


def test_the_menu_key_opens_it_beside_what_is_chosen(driver, note):
    driver.program.workbench.choose({"n1"})
    menu = ask(driver, QPoint(0, 0), by_keyboard=True)
    at = driver.port.mapFromGlobal(menu.pos())
    beside = driver.seen(note).y()  # no screen here is as large as the window
    assert at.y() - 60 < beside < at.y() + menu.height() + 60
    assert BAG in words(menu)
    menu.close()


def test_bare_map_and_nothing_chosen_have_none(driver):
    assert ask(driver, driver.seen(OPEN)) is None
    assert ask(driver, QPoint(0, 0), by_keyboard=True) is None


def test_a_menu_leaves_nothing_behind(driver, note):
    menu = ask(driver, driver.seen(note))
    menu.close()
    QCoreApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    driver.until(lambda: not driver.canvas.findChildren(QMenu))


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


def menus(driver):
    return [menu for menu in driver.canvas.findChildren(QMenu) if menu.isVisible()]


def test_a_finger_that_stays_has_the_same_menu_and_moves_nothing(driver, note, screen):
    before = driver.journey
    spot = driver.seen(note)
    finger = QTest.touchEvent(driver.port, screen, autoCommit=False)
    finger.press(0, spot, driver.port)
    finger.commit()
    driver.until(lambda: menus(driver))
    (menu,) = menus(driver)
    assert driver.chosen == {"n1"}
    first, *_its_own, audience, copy, remove = words(menu)
    assert [first, audience, copy, remove] == [BAG, "Te zien voor", "Kopiëren", "Weghalen"]
    finger.move(0, spot + QPoint(0, 80), driver.port)
    finger.commit()
    finger.release(0, spot + QPoint(0, 80), driver.port)
    finger.commit()
    menu.close()
    assert driver.journey == before


def test_a_finger_that_moves_or_lifts_has_none(driver, note, screen):
    spot = driver.seen(note)
    finger = QTest.touchEvent(driver.port, screen, autoCommit=False)
    for by in (QPoint(0, 0), QPoint(40, 0)):
        finger.press(0, spot, driver.port)
        finger.commit()
        finger.move(0, spot + by, driver.port)
        finger.commit()
        finger.release(0, spot + by, driver.port)
        finger.commit()
        assert not driver.canvas.findChild(ThingMenus)._pressing.isActive()
    assert not menus(driver)


def test_shift_and_f10_ask_for_it(driver, note):
    driver.tap(note)
    driver.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier, widget=driver.canvas)
    menu = next(iter(driver.canvas.findChildren(QMenu)))
    assert BAG in words(menu)
    menu.close()
