"""Aids that are put away are nowhere in the window; what was made with them stays."""

import pytest
from PySide6.QtCore import Qt

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.mist import MistBrush, swept
from reisblog.model.records import BackpackItem, Pen, Stop
from reisblog.ui.aids import AIDS, tab_of
from tests.driver import Driver
from tests.journeys import SHEET


def put_away(driver, *aids):
    for aid in aids:
        assert driver.window.actions_by_id[f"aid-{aid}"].isChecked()
        driver.press(f"aid-{aid}")


@pytest.mark.parametrize("aid", [aid for aid in AIDS if tab_of(aid)])
def test_an_aid_that_is_put_away_has_no_tab(driver, aid):
    tab = tab_of(aid)
    driver.window.open_tab(tab)
    put_away(driver, aid)
    assert not driver.window.panel.buttons[tab].isVisible()
    assert driver.window.open_panel == "story"
    driver.press(f"aid-{aid}")
    assert driver.window.panel.buttons[tab].isVisible()


def test_without_a_backpack_there_is_no_tool_for_it_either(driver):
    driver.press("backpack")
    put_away(driver, "backpack")
    assert not driver.window.rail.buttons["backpack"].isVisible()
    assert driver.canvas.tool == "choose"
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_5)
    assert driver.canvas.tool == "choose"


def test_without_mist_only_the_pens_are_offered(driver):
    driver.canvas.set_pen(MistBrush.LAY, "ember")
    put_away(driver, "mist")
    driver.press("path")
    assert driver.canvas.pen is Pen.MINE
    pens = driver.window.stage.pens
    assert not any(button.isVisible() for button in pens.mist.values())
    assert all(button.isVisible() for button in pens.pens.values())


def test_without_a_compass_none_lies_in_the_bag(driver):
    driver.window.open_tab("backpack")
    compass = driver.window.panel.page("backpack").bag.instruments.compass
    assert compass.isVisible()
    put_away(driver, "compass")
    assert not compass.isVisible()
    driver.press("aid-compass")
    assert compass.isVisible()


def test_without_company_nobody_is_asked_for_at_a_halte(driver):
    stop = Stop(id="s1", at=Point(500, 500))
    driver.program.workbench.edit("Stop", lambda now: edits.start_stop(now, stop))
    driver.program.workbench.choose(["s1"])
    driver.window.open_tab("story")
    driver.settle()
    editor = driver.window.panel.page("story").cards["s1"].editor
    assert editor.company.isVisible()
    put_away(driver, "company")
    assert not editor.company.isVisible()
    driver.program.workbench.edit("Name", lambda now: edits.change_stop(now, "s1", title="x"))
    assert not editor.company.isVisible()


def test_without_a_backpack_nothing_is_offered_to_go_in(driver):
    assert driver.window.actions_by_id["bag"].isEnabled()
    put_away(driver, "backpack")
    assert not driver.window.actions_by_id["bag"].isEnabled()


def test_what_was_made_with_an_aid_stays(driver):
    workbench = driver.program.workbench
    workbench.edit(
        "Mist", lambda now: edits.paint_mist(now, swept(Point(9, 9), Point(99, 99), SHEET))
    )
    workbench.edit("Thing", lambda now: edits.pack(now, BackpackItem(id="b", text="touw")))
    before = driver.journey
    put_away(driver, *AIDS)
    assert driver.journey == before


def test_it_is_so_at_the_next_start_as_well(driver, tmp_path):
    put_away(driver, "company")
    driver.window.open_tab("story")
    driver.close()
    again = Driver(tmp_path / "home")
    assert again.window.panel.buttons["company"].isHidden()
    assert not again.window.actions_by_id["aid-company"].isChecked()
    assert again.window.actions_by_id["aid-mist"].isChecked()
    again.close()


def test_a_tab_that_was_open_and_is_put_away_does_not_open_again(driver):
    put_away(driver, "places")
    driver.window.open_tab("legend")
    assert driver.window.open_panel == "story"
