"""What a screen reader meets in the window, asked as Qt's bridges to screen readers ask it."""

import gc

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QWidget

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.on_map import in_story_order
from reisblog.model.records import Audience
from reisblog.ui import action_table
from tests import journeys

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
Role = QAccessible.Role
PRESS = QAccessibleActionInterface.pressAction()


def told(part):
    return QAccessible.queryAccessibleInterface(part)


def children(of):
    return [of.child(nth) for nth in range(of.childCount())]


def every(of):
    """Something and all below it, as a screen reader walks through a window."""
    yield of
    for child in children(of):
        if child is not None:
            yield from every(child)


@pytest.fixture
def traveller(driver, given):
    """A journey with something of everything."""
    peopled = journeys.peopled()
    assert driver.canvas.work  # made in the first quiet moment
    given(lambda now: msgspec.structs.replace(peopled, id=now.id, map=now.map))
    return driver


def on_map(driver):
    return [each for each in children(told(driver.port)) if each.text(Name)]


def test_the_things_on_the_map_stand_in_the_order_of_the_story(traveller):
    things = in_story_order(traveller.journey)
    assert [each.key for each in on_map(traveller)] == list(things)
    assert all(each.parent() is told(traveller.port) for each in on_map(traveller))
    indices = [told(traveller.port).indexOfChild(each) for each in on_map(traveller)]
    assert indices == list(range(len(things)))


def test_each_thing_says_what_it_is_in_the_words_of_the_list_and_where_it_belongs(traveller):
    said = {each.key: (each.role(), each.text(Name)) for each in on_map(traveller)}
    assert said["n1"] == (Role.Paragraph, "Tekst: Een briefje")
    assert said["p1"][0] is Role.Graphic
    assert said["p1"][1].startswith("Foto: ")
    assert said["p1"][1].endswith(", bij “Praten”")
    assert said["s1"][0] is Role.ListItem
    assert "Praten" in said["s1"][1]
    assert "Thuis" in said["o1"][1]
    assert "Mijn pad" in said["t1"][1]
    stop = next(each for each in on_map(traveller) if each.key == "s1")
    assert "Eerst koffie." in stop.text(Description)


def test_a_thing_is_found_where_it_is_seen(traveller):
    driver = traveller
    photo = next(each for each in on_map(driver) if each.key == "p3")
    middle = photo.rect().center()
    seen = driver.port.mapToGlobal(driver.seen(Point(500.5, 600.25)))
    assert (middle - seen).manhattanLength() < 4
    assert told(driver.port).childAt(middle.x(), middle.y()) is photo
    assert not photo.state().offscreen
    driver.canvas.sight.look(Point(2200, 1400), 3.0)
    assert photo.state().offscreen
    assert photo.state().focusable


def test_a_thing_is_pressed_and_opened(traveller):
    driver = traveller
    photo = next(each for each in on_map(driver) if each.key == "p3")
    deeds = photo.actionInterface()
    deeds.doAction(PRESS)
    assert driver.chosen == {"p3"}
    assert driver.canvas.hasFocus()
    assert photo.state().selected
    assert photo.state().focused
    assert told(driver.canvas).focusChild() is not None
    assert told(driver.port).focusChild() is photo
    deeds.doAction("open")
    assert driver.canvas.large.isVisible()
    assert all(deeds.localizedActionName(name) for name in deeds.actionNames())


def test_a_thing_that_is_gone_is_told_no_more(traveller, given):
    driver = traveller
    note = next(each for each in on_map(driver) if each.key == "n1")
    number = QAccessible.uniqueId(note)
    assert QAccessible.accessibleInterface(number) is note
    given(lambda now: edits.remove(now, ["n1"]))
    assert "n1" not in {each.key for each in on_map(driver)}
    assert QAccessible.accessibleInterface(number) is None
    driver.press("undo")
    assert "n1" in {each.key for each in on_map(driver)}


def test_what_is_closed_is_not_told(traveller, given):
    given(lambda now: edits.show_to(now, ["s1"], Audience.SELF))
    traveller.program.workbench.look_as(Audience.CLASS)
    assert not {"s1", "p1", "p2", "n2"} & {each.key for each in on_map(traveller)}


def test_what_is_written_is_told_as_it_is_now(traveller, given):
    given(lambda now: edits.set_caption(now, "p3", "Nieuw"))
    photo = next(each for each in on_map(traveller) if each.key == "p3")
    assert photo.text(Name).startswith("Foto: Nieuw")


def test_things_come_and_go_by_the_hundred_while_somebody_reads(driver, given):
    """Qt holds these interfaces by bare pointers; Python must not let one go too soon."""
    assert driver.canvas.work
    given(
        lambda now: edits.bring_in(
            now, [journeys.photo(f"p{nth}", at=Point(4 * nth, 300)) for nth in range(500)]
        )
    )
    for nth in range(12):
        numbers = [QAccessible.uniqueId(each) for each in on_map(driver)]
        gone = [f"p{key}" for key in range(40 * nth, 40 * nth + 40)]
        given(lambda now, gone=gone: edits.remove(now, gone))
        gc.collect()
        alive = [QAccessible.accessibleInterface(number) for number in numbers]
        assert len([each for each in alive if each is not None]) == len(numbers) - 40
        assert all(each.text(Name) for each in alive if each is not None)
    driver.messages.answer = 1  # nothing of it is kept
    driver.press("new")
    assert not on_map(driver)


def test_every_action_of_the_menus_is_found_by_its_name_and_pressed(driver):
    driver.canvas.setFocus()
    driver.program.workbench.choose()
    named = {}
    for part in every(told(driver.window.menus)):
        if part.role() is Role.MenuItem:
            named[part.text(Name)] = part
    for entry in action_table.TABLE:
        assert entry.text().replace("&", "") in named or entry.tool, entry.id
    quiet = next(entry for entry in action_table.TABLE if entry.id == "quiet")
    named[quiet.text()].actionInterface().doAction(PRESS)
    assert driver.canvas.quiet


def test_every_tool_of_the_rail_is_found_by_its_name_and_pressed(driver):
    rail = told(driver.window.rail)
    named = {part.text(Name): part for part in every(rail)}
    assert rail.text(Name)
    for entry in (entry for entry in action_table.TABLE if entry.tool):
        named[entry.text()].actionInterface().doAction(PRESS)
        QApplication.processEvents()
        assert driver.canvas.tool == entry.id
        assert named[entry.text()].text(Description)


def test_whatever_can_have_the_keyboard_has_a_name_and_a_role(traveller):
    driver = traveller
    for tab in ("story", "backpack", "company", "legend"):
        driver.window.open_tab(tab)
        driver.settle()
        for widget in driver.window.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                said = told(widget)
                assert said.text(Name), widget
                assert said.role() is not Role.NoRole
        assert told(driver.window.panel.page(tab)).text(Name)
    assert told(driver.window.panel).text(Name)
