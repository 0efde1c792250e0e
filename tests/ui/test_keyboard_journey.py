"""A whole journey made by keyboard alone: every key goes to the window, as a keyboard sends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.test_whole_journeys import PEOPLE, THINGS, is_whole

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TABS = ("Verhaal", "Rugzak", "Reisgezelschap", "Legenda")
_FAR = 120
"""So many presses of the Tab key lead round any window."""

VISITS = (
    ("dilemma",), ("wens", "bergen"), ("dilemma",), ("chill",), ("bergen", "stad der"),
    ("dilemma",), ("veilige",), ("geldput",), ("statuskloof",), ("doolhof",),
)  # fmt: skip
"""What is typed to find the places of each halte."""


class Keyboard:
    """Presses keys; reads where it is as a screen reader would say it."""

    def __init__(self, driver):
        self._driver = driver
        self._window = driver.window.windowHandle()

    def press(self, key, held=NONE, times=1):
        for _time in range(times):
            QTest.keyClick(self._window, key, held)
            QApplication.processEvents()

    def type(self, words):
        for letter in words:
            QTest.keyClick(self._window, letter)
            QApplication.processEvents()

    def write(self, words):
        """Words, and Enter behind them."""
        self.type(words)
        self.press(Key.Key_Return)

    @property
    def here(self):
        """What has the keyboard, by its name."""
        popup = QApplication.activePopupWidget()
        at = popup.focusWidget() or popup if popup else QApplication.focusWidget()
        return QAccessible.queryAccessibleInterface(at).text(QAccessible.Text.Name)

    def tab_to(self, name, held=NONE):
        """Go on with the Tab key to what is called so."""
        for _press in range(_FAR):
            if self.here == name:
                return
            self.press(Key.Key_Backtab if held else Key.Key_Tab, held)
        raise AssertionError(f"the Tab key never comes to {name}")


class Traveller:
    """Somebody who makes a journey without a mouse, in the panels as well as in the list."""

    def __init__(self, driver, keys):
        self.driver = driver
        self.keys = keys

    def settle(self):
        """Let what opens a moment later open."""
        self.driver.settle()
        QTest.qWait(1)
        QApplication.processEvents()

    def tab(self, name):
        """Open a tab of the side panel, along the others."""
        keys = self.keys
        keys.press(Key.Key_Escape)
        if not self.driver.window.panel.isVisible():
            keys.press(Key.Key_F7)
        if self.driver.canvas.hasFocus():
            keys.press(Key.Key_Tab, CTRL)  # past what lies on the map, and what is chosen stays so
        for _press in range(_FAR):
            if keys.here in TABS:
                break
            keys.press(Key.Key_Tab)
        while keys.here != name:
            before = keys.here
            onwards = TABS.index(before) < TABS.index(name)
            keys.press(Key.Key_Right if onwards else Key.Key_Left)
            assert keys.here != before
        self.settle()

    def visit_from_the_legend(self, words):
        """Find a place in the legend, and begin a halte on its card."""
        keys = self.keys
        self.tab("Legenda")
        keys.tab_to("Zoek een plaats")
        keys.write(words)
        self.settle()
        keys.tab_to("Halte hier")
        keys.press(Key.Key_Space)

    def visit_in_the_list(self, words):
        """Add a halte to the list, at the places that are found by these words."""
        keys = self.keys
        keys.press(Key.Key_Insert)
        keys.press(Key.Key_H)
        self.settle()
        for each in words:
            keys.write(each)
        keys.press(Key.Key_Return)
        self.settle()
        keys.press(Key.Key_Escape)

    def open_halte(self, nth):
        """Unfold the card of a halte in the story, the first being 0."""
        keys = self.keys
        self.tab("Verhaal")
        keys.tab_to("Over jou en je reis")
        keys.press(Key.Key_Tab)
        keys.press(Key.Key_Up, times=len(self.driver.journey.stops))
        keys.press(Key.Key_Down, times=nth)
        if self.driver.journey.order[nth] not in self.driver.chosen:
            keys.press(Key.Key_Return)
        self.settle()

    def put_beside(self, nth):
        """Indent the card of a halte."""
        self.tab("Verhaal")
        self.open_halte(nth)
        self.keys.press(Key.Key_Right, ALT)

    def show_to_the_conversation(self, nth):
        """Say for whom a halte is, below its card."""
        self.open_halte(nth)
        self.keys.press(Key.Key_Tab)
        self.keys.tab_to("Klas")
        self.keys.press(Key.Key_Right)
        assert self.keys.here == "Gesprek"

    def welcome(self, names):
        """Name those who travel along."""
        self.tab("Reisgezelschap")
        self.keys.tab_to("Iemand erbij")
        for name in names:
            self.keys.write(name)

    def say_who_was_along(self, nth, names):
        """Press the chips below the card of a halte."""
        self.open_halte(nth)
        for name in names:
            self.keys.tab_to(name)
            self.keys.press(Key.Key_Space)

    def pack(self, words):
        """Write what goes into the bag."""
        self.tab("Rugzak")
        self.keys.tab_to("In je rugzak doen")
        for word in words:
            self.keys.write(word)

    def lay_compass(self, nth):
        """Take the compass out of the bag at a halte, and turn it."""
        self.open_halte(nth)
        self.tab("Rugzak")
        self.keys.tab_to("Kompas")
        self.keys.press(Key.Key_Space)
        self.settle()
        self.keys.press(Key.Key_Right, ALT, times=9)

    def draw(self, nth, name):
        """Draw with one of the pens, somewhere else than with the others."""
        keys = self.keys
        keys.press(Key.Key_Escape)
        keys.press(Key.Key_2)
        keys.press(Key.Key_Tab)
        for _press in range(4):
            if keys.here == name:
                break
            keys.press(Key.Key_Down)
        assert keys.here == name
        keys.press(Key.Key_Escape)
        keys.press(Key.Key_Down, times=1 + 3 * nth)
        keys.press(Key.Key_Return)
        keys.press(Key.Key_Right, times=6)
        keys.press(Key.Key_Down, times=2)
        keys.press(Key.Key_Return)
        keys.press(Key.Key_1)


@pytest.fixture
def reopened(driver):
    """Gives the journey in a file."""

    def read(path):
        desk = driver.program.desks.open(path)
        journey = desk.journey
        desk.close()
        return journey

    return read


@pytest.fixture
def traveller(driver):
    driver.window.activateWindow()
    driver.until(driver.window.isActiveWindow)
    return Traveller(driver, Keyboard(driver))


def test_a_whole_journey_by_keyboard_alone(driver, traveller, tmp_path, reopened):
    keys = traveller.keys
    keys.tab_to("Titel van de reis")
    keys.write("Een jaar")
    traveller.visit_from_the_legend("dilemmabos")
    keys.press(Key.Key_F6)
    for places in VISITS[1:]:
        traveller.visit_in_the_list(places)
    keys.press(Key.Key_F6)
    assert [len(stop.places) for stop in driver.journey.stops.values()] == list(map(len, VISITS))
    traveller.show_to_the_conversation(2)
    traveller.put_beside(5)
    traveller.welcome(PEOPLE)
    for nth in (0, 1, 3, 8):
        traveller.say_who_was_along(nth, PEOPLE[:2])
    traveller.say_who_was_along(4, PEOPLE[2:])
    keys.press(Key.Key_Escape, times=2)  # back to the map, and away from the halte
    traveller.pack(THINGS[:5])
    traveller.open_halte(0)
    traveller.pack(THINGS[5:])
    for nth, pen in enumerate(("Mijn pad", "Links laten liggen", "Gedroomd", "Krabbel")):
        traveller.draw(nth, pen)
    for nth in (9, 4, 2):
        traveller.lay_compass(nth)
    moments = list(driver.journey.compass_moments.values())
    assert [moment.direction for moment in moments] == [45.0, 45.0, 45.0]
    assert {item.stop for item in list(driver.journey.backpack.values())[:5]} == {None}
    assert driver.journey.title == "Een jaar"
    is_whole(driver.journey)
    driver.dialogs.file = tmp_path / "reis.reisblog"
    keys.press(Key.Key_S, CTRL)
    driver.settle()
    assert reopened(driver.dialogs.file) == driver.journey
