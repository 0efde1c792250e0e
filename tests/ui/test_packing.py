"""Copying into the backpack in one gesture: from the map, the panel, the words, another program."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import texts
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Note, OwnPlace, Sign, Stop
from reisblog.ui.written import record_written_in
from tests import journeys
from tests.driver import files, tray_photos
from tests.finger import Finger

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
HERBERG = "herberg-voor-inspirerende-ontmoetingen"
OPEN = Point(1330, 930)


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture(autouse=True)
def _at_the_keyboard(driver):
    """The window is the one that gets the keys."""
    driver.window.activateWindow()
    driver.until(driver.window.isActiveWindow)


@pytest.fixture
def note(given):
    given(lambda now: edits.add_note(now, Note(id="n1", text="Eerst dit\nDan dat", at=OPEN)))
    return OPEN + Point(40, 20)


@pytest.fixture
def rail(driver):
    return driver.window.rail.buttons["backpack"]


def carried(driver):
    """The one thing in the bag."""
    (item,) = driver.journey.backpack.values()
    return item


def hold_over(driver, start, part, *, let_go=True):
    """Drag what lies at a point of the map to a part of the window beside it."""
    end = driver.port.mapFromGlobal(part.mapToGlobal(part.rect().center()))
    a = driver.seen(start)
    QTest.mousePress(driver.port, LEFT, PLAIN, a)
    for step in range(1, 9):
        QTest.mouseMove(driver.port, a + (end - a) * step / 8)
    if let_go:
        QTest.mouseRelease(driver.port, LEFT, PLAIN, end)
    QApplication.processEvents()
    return end


def drag_onto(part, mime, *, action=COPY, let_go=True):
    """What Qt sends to what lies under a drag; tells whether it is taken, and by which action."""
    at = part.rect().center()
    enter = QDragEnterEvent(at, action, mime, LEFT, PLAIN)
    QCoreApplication.sendEvent(part, enter)
    QCoreApplication.sendEvent(part, QDragMoveEvent(at, action, mime, LEFT, PLAIN))
    if not let_go:
        return enter.isAccepted()
    drop = QDropEvent(QPointF(at), action, mime, LEFT, PLAIN)
    QCoreApplication.sendEvent(part, drop)
    QApplication.processEvents()
    return drop.dropAction()


def text(words):
    mime = QMimeData()
    mime.setText(words)
    return mime


# From the map


def test_a_photo_dragged_from_the_map_onto_the_rail_is_copied_and_stays(driver, photos, rail):
    driver.drop(photos(1), OPEN)
    (before,) = driver.journey.photos.values()
    hold_over(driver, OPEN, rail)
    assert driver.journey.photos[before.id] == before
    item = carried(driver)
    assert (item.text, item.photo, item.stop) == ("Foto", before.id, None)
    assert driver.messages.last.text == "Ligt in je rugzak."
    assert driver.photo_spot(before.id) == before.at
    driver.messages.take_up("Zet terug")
    assert not driver.journey.backpack
    assert driver.journey.photos[before.id] == before


def test_a_note_dragged_from_the_map_onto_the_open_bag_is_copied(driver, note):
    driver.window.open_tab("backpack")
    driver.settle()
    hold_over(driver, note, driver.window.panel.page("backpack").bag)
    assert carried(driver).text == "Eerst dit"
    assert driver.journey.notes["n1"].at == OPEN


def test_a_photo_of_a_halte_dragged_onto_the_tab_knows_where_it_was_picked_up(driver, photos):
    driver.drop(photos(1), driver.place(HERBERG))
    (stop,) = driver.journey.stops.values()
    (photo,) = driver.journey.photos.values()
    driver.window.open_tab("story")
    driver.settle()
    hold_over(driver, stop.at, driver.window.panel.buttons["backpack"])
    assert (carried(driver).photo, carried(driver).stop) == (photo.id, stop.id)
    assert driver.journey.photos[photo.id] == photo
    assert driver.journey.stops[stop.id] == stop


def test_it_is_said_beforehand_what_letting_go_would_do(driver, photos, rail):
    driver.drop(photos(1), OPEN)
    end = hold_over(driver, OPEN, rail, let_go=False)
    assert rail.isDown()
    assert driver.canvas.lights.label == "In je rugzak"
    QTest.mouseMove(driver.port, driver.seen(OPEN))
    assert not rail.isDown()
    assert not driver.canvas.lights.label
    QTest.mouseMove(driver.port, end)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    QTest.mouseRelease(driver.port, LEFT, PLAIN, end)
    assert not rail.isDown()
    assert not driver.journey.backpack


def test_a_finger_carries_a_photo_into_the_bag(driver, photos, rail, screen):
    driver.drop(photos(1), OPEN)
    finger = Finger(driver.window, screen)
    (before,) = driver.journey.photos.values()
    start = driver.port.mapTo(driver.window, driver.seen(OPEN))
    finger.drag(start, finger.on(rail), rested=True)
    assert carried(driver).photo == before.id
    assert driver.journey.photos[before.id] == before


def test_several_chosen_things_go_in_together_and_come_out_together(driver, photos, rail, note):
    driver.drop(photos(1), Point(600, 900))
    (photo,) = driver.journey.photos
    driver.program.workbench.choose({photo, "n1"})
    hold_over(driver, note, rail)
    assert len(driver.journey.backpack) == 2
    assert driver.messages.last.text == "Liggen in je rugzak."
    driver.press("undo")
    assert not driver.journey.backpack


def test_an_own_place_let_go_over_the_rail_is_simply_moved(driver, given, rail):
    own = OwnPlace(id="o1", sign=Sign.HOUSE, at=OPEN, name="Thuis")
    given(lambda now: edits.add_place(now, own))
    driver.program.workbench.choose({"o1"})
    hold_over(driver, OPEN - Point(0, 20), rail)
    assert not driver.journey.backpack
    assert driver.journey.own_places["o1"].at != OPEN


# Ctrl+B


def test_ctrl_b_copies_what_is_chosen(driver, note, given):
    given(lambda now: edits.start_stop(now, Stop(id="s1", title="Begin", at=Point(600, 900))))
    driver.program.workbench.choose({"n1", "s1"})
    driver.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, widget=driver.canvas)
    assert {item.text for item in driver.journey.backpack.values()} == {"Eerst dit", "Begin"}


def test_with_nothing_chosen_it_is_said_what_can_go_in(driver):
    driver.press("bag")
    assert not driver.journey.backpack
    assert driver.messages.last.text.startswith("Kies een foto")


def test_a_halte_that_nobody_wrote_on_is_called_as_its_place(driver, given):
    given(lambda now: edits.start_stop(now, Stop(id="s1", places=(HERBERG,), at=OPEN)))
    driver.program.workbench.choose({"s1"})
    driver.press("bag")
    assert carried(driver).text == "Herberg voor Inspirerende Ontmoetingen"


def select(field, words):
    found = field.document().find(words)
    field.setTextCursor(found)
    assert field.textCursor().selectedText() == words


def test_words_selected_while_one_writes_a_story_are_what_goes_in(driver, given):
    given(lambda now: edits.start_stop(now, Stop(id="s1", text="Ik kon goed rekenen.", at=OPEN)))
    given(lambda now: edits.show_to(now, ["s1"], Audience.SELF))
    driver.program.workbench.choose({"s1"})
    driver.canvas.edit_text_of("s1")
    select(driver.canvas.editor, "goed rekenen")
    driver.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    item = carried(driver)
    assert (item.text, item.stop, item.audience) == ("goed rekenen", "s1", Audience.SELF)
    assert driver.journey.stops["s1"].text == "Ik kon goed rekenen."
    assert driver.canvas.editor.isVisible()


def test_so_are_those_selected_in_the_panel(driver, given):
    given(lambda now: edits.start_stop(now, Stop(id="s1", text="Ik kon goed rekenen.", at=OPEN)))
    driver.window.open_tab("story")
    driver.program.workbench.choose({"s1"})
    driver.settle()
    story = driver.window.panel.page("story").cards["s1"].editor.story
    story.setFocus()
    select(story, "rekenen")
    driver.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert (carried(driver).text, carried(driver).stop) == ("rekenen", "s1")


def test_it_is_known_of_dragged_words_what_they_were_written_on(driver, given):
    """Qt tells of a drag from which widget it came."""
    given(lambda now: edits.start_stop(now, Stop(id="s1", text="Ik kon goed rekenen.", at=OPEN)))
    driver.window.open_tab("story")
    driver.program.workbench.choose({"s1"})
    driver.settle()
    story = driver.window.panel.page("story").cards["s1"].editor.story
    assert record_written_in(story.viewport()) == "s1"
    driver.canvas.edit_text_of("s1")
    assert record_written_in(driver.canvas.editor.viewport()) == "s1"
    assert record_written_in(driver.window.top.title) == "title"


def test_photos_chosen_in_the_tray_go_in(driver, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", caption="Taart")]))
    driver.settle()
    prints = driver.window.panel.tray.prints
    prints.setFocus()
    prints.selectAll()
    driver.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert (carried(driver).text, carried(driver).photo) == ("Taart", "p1")
    assert driver.journey.photos["p1"].stop is None


def test_a_photo_without_words_is_called_one_in_the_journey_s_language(driver, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", at=OPEN)]))
    texts.use("en")
    driver.program.workbench.choose({"p1"})
    driver.press("bag")
    assert carried(driver).text == "Foto"


# Dragged with Qt


def test_prints_dragged_onto_the_bag_stay_in_their_tray(driver, given, rail):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", caption="Taart")]))
    before = driver.journey.photos
    drag_onto(rail, tray_photos(["p1", "of another journey"]), action=MOVE)
    assert carried(driver).photo == "p1"
    assert driver.journey.photos == before


def test_selected_words_dragged_into_the_bag_are_copied_never_moved(driver, given):
    given(lambda now: edits.start_stop(now, Stop(id="s1", text="Ik kon goed rekenen.", at=OPEN)))
    driver.window.open_tab("backpack")
    driver.settle()
    bag = driver.window.panel.page("backpack")
    done = drag_onto(bag.viewport(), text("goed\nrekenen"), action=COPY | MOVE)
    assert done == COPY
    assert carried(driver).text == "goed rekenen"
    assert driver.journey.stops["s1"].text == "Ik kon goed rekenen."


def test_words_over_the_field_and_over_a_label_go_into_the_bag_too(driver, given):
    driver.window.open_tab("backpack")
    driver.settle()
    bag = driver.window.panel.page("backpack")
    bag.begin()
    driver.type("Rekenen")
    driver.key(Qt.Key.Key_Return)
    (label,) = bag.labels.values()
    for part in (bag.field, label, label.field, label.field.viewport()):
        assert not part.acceptDrops()


def test_a_picture_file_dropped_into_the_bag_lies_in_it_and_ready(driver, photos):
    driver.window.open_tab("backpack")
    driver.settle()
    drag_onto(driver.window.panel.page("backpack").viewport(), files(photos(1)))
    driver.settle()
    (photo,) = driver.journey.photos.values()
    assert (carried(driver).photo, photo.at, photo.stop) == (photo.id, None, None)
    assert driver.messages.last.text == "Ligt in je rugzak."
    driver.messages.take_up("Zet terug")
    assert not driver.journey.backpack
    assert not driver.journey.photos


def test_hesitating_over_the_tab_opens_it_and_the_bag_lights_up(driver, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1")]))
    driver.window.open_tab("story")
    driver.settle()
    tab = driver.window.panel.buttons["backpack"]
    drag_onto(tab, tray_photos(["p1"]), let_go=False)
    assert tab.isDown()
    driver.until(lambda: driver.window.open_panel == "backpack")
    QCoreApplication.sendEvent(tab, QDragLeaveEvent())
    assert not tab.isDown()
    bag = driver.window.panel.page("backpack")
    drag_onto(bag.viewport(), tray_photos(["p1"]), let_go=False)
    lit = bag.bag.grab().toImage()
    QCoreApplication.sendEvent(bag.viewport(), QDragLeaveEvent())
    assert bag.bag.grab().toImage() != lit
    assert not driver.journey.backpack


def test_what_holds_nothing_to_carry_is_not_let_in(rail):
    strange = QMimeData()
    strange.setData("application/x-of-another-program", b"x")
    assert not drag_onto(rail, strange, let_go=False)


# For whom


def test_a_copy_of_a_closed_photo_is_closed_as_well(driver, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", at=OPEN)]))
    given(lambda now: edits.show_to(now, ["p1"], Audience.CONVERSATION))
    driver.program.workbench.choose({"p1"})
    driver.press("bag")
    assert carried(driver).audience is Audience.CONVERSATION
    driver.program.workbench.look_as(Audience.CLASS)
    assert not driver.journey.backpack
