"""The window around the map: tools, names, undo, panel, board, and how it is left."""

from operator import attrgetter

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenuBar

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Note, Pen
from reisblog.ui import action_table, menu_table, theme
from reisblog.ui.pen_tray import PenButton
from tests.driver import files

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _at_the_keyboard(driver):
    driver.window.activateWindow()
    driver.until(driver.window.isActiveWindow)


def click(button):
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def write_note(driver):
    note = Note(id="n", text="Hier", at=Point(900, 900))
    driver.program.workbench.edit("Briefje", lambda now: edits.add_note(now, note))


# The table of actions


def test_everything_in_the_table_has_somebody_who_does_it(driver):
    for entry in action_table.TABLE:
        assert callable(attrgetter(entry.slot)(driver.program)), entry.id


def test_no_two_actions_share_a_shortcut(driver):
    keys = [
        key.toString()
        for action in driver.window.actions_by_id.values()
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_the_menus_hold_every_action_but_the_tools():
    listed = {name for _words, names in menu_table.MENUS for name in names}
    listed |= {name for _words, names in menu_table.WITHIN.values() for name in names}
    assert {entry.id for entry in action_table.TABLE} - set(action_table.TOOLS) <= listed


# The rail


def test_the_five_tools_answer_to_their_keys(driver):
    driver.canvas.setFocus()
    for key, tool in zip("12345", action_table.TOOLS, strict=True):
        driver.canvas.setFocus()
        QTest.keyClicks(driver.canvas, key)
        assert driver.canvas.tool == tool
        checked = [
            name for name, button in driver.window.rail.buttons.items() if button.isChecked()
        ]
        assert checked == [tool]


def test_a_tool_is_taken_by_a_click(driver):
    click(driver.window.rail.buttons["path"])
    assert driver.canvas.tool == "path"
    assert driver.window.stage.pens.isVisible()
    click(driver.window.rail.buttons["choose"])
    assert not driver.window.stage.pens.isVisible()


def test_the_four_pens_and_six_tints_go_to_the_hand(driver):
    driver.press("path")
    pens = driver.window.stage.pens
    click(pens.pens[Pen.DREAMT])
    assert (driver.canvas.pen, driver.canvas.tint) == (Pen.DREAMT, "plum")
    click(pens.tints["pine"])
    assert (driver.canvas.pen, driver.canvas.tint) == (Pen.DREAMT, "pine")


def test_each_pen_remembers_its_tint(driver):
    driver.press("path")
    pens = driver.window.stage.pens
    click(pens.tints["umber"])
    click(pens.pens[Pen.DOODLE])
    assert driver.canvas.tint == "ink"
    click(pens.pens[Pen.MINE])
    assert driver.canvas.tint == "umber"


def test_photos_offers_where_they_may_come_from(driver, photos):
    driver.dialogs.files = photos(2)
    driver.press("photos")
    flyout = driver.window.stage.photos
    assert flyout.isVisible()
    click(flyout.buttons["photos"])
    driver.settle()
    assert not flyout.isVisible()
    assert driver.canvas.tool == "choose"
    assert len(driver.journey.photos) == 2


def test_photos_that_somebody_picks_are_seen_to_come(driver, photos):
    driver.program.bring_in.to_tray(photos(1))
    driver.settle()
    driver.press("panel")
    assert driver.window.open_panel == ""
    driver.dialogs.files = photos(1)
    driver.press("pick-photos")
    driver.settle()
    assert driver.window.open_panel == "story"


def test_a_press_on_the_map_closes_what_photos_opened(driver):
    driver.press("photos")
    driver.tap(Point(1330, 930))
    assert not driver.window.stage.photos.isVisible()
    assert driver.canvas.tool == "choose"


def test_a_followed_folder_can_be_let_go_of(driver, tmp_path):
    driver.dialogs.file = tmp_path
    driver.press("photos")
    click(driver.window.stage.photos.buttons["folder"])
    driver.press("photos")
    stop = driver.window.stage.photos.buttons["stop"]
    assert stop.isVisible()
    click(stop)
    assert driver.program.bring_in.followed is None
    assert driver.program.preferences.settings.followed_folder == ""


# The bar


def test_the_journey_and_its_traveller_are_named_in_the_bar(driver):
    top = driver.window.top
    top.title.setFocus()
    driver.type("Mijn jaar")
    top.traveller.setFocus()
    driver.type("Noor")
    assert (driver.journey.title, driver.journey.traveller) == ("Mijn jaar", "Noor")
    driver.press("undo")
    driver.press("undo")
    assert (driver.journey.title, top.title.text()) == ("", "")


def test_the_title_stands_above_the_window_too(driver):
    driver.window.top.title.setFocus()
    driver.type("Mijn jaar")
    assert driver.window.windowTitle().startswith("Mijn jaar")
    assert driver.window.isWindowModified()


def test_undo_says_what_it_takes_back(driver):
    undo = driver.window.actions_by_id["undo"]
    assert not undo.isEnabled()
    write_note(driver)
    assert undo.isEnabled()
    assert "Briefje" in undo.text()
    driver.press("undo")
    assert not undo.isEnabled()
    assert "Briefje" in driver.window.actions_by_id["redo"].text()


def test_whether_the_work_is_kept_stands_quietly_in_the_bar(driver, tmp_path):
    words = driver.window.top.state.words
    assert words.text() == ""
    write_note(driver)
    not_yet = words.text()
    assert not_yet
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    driver.settle()
    assert words.text() not in {"", not_yet}
    assert ":" in words.text()


def test_the_scale_is_shown_and_follows_the_map(driver):
    driver.press("fit")
    shown = driver.window.top.percentage.text()
    driver.press("zoom-in")
    driver.until(lambda: driver.window.top.percentage.text() != shown)
    assert driver.window.top.percentage.text().startswith(
        str(round(driver.canvas.sight.scale * 100))
    )


def test_the_main_button_shows_the_book_and_that_makes_it(driver, tmp_path):
    driver.dialogs.file = tmp_path / "boek.pdf"
    click(driver.window.top.book)
    click(driver.book.make)
    driver.settle()
    assert (tmp_path / "boek.pdf").exists()


# The side panel


def test_the_panel_is_folded_at_the_first_start(driver):
    assert driver.window.open_panel == ""


def test_f7_unfolds_the_panel_and_folds_it_again(driver):
    driver.key(Qt.Key.Key_F7)
    assert driver.window.open_panel == "story"
    assert driver.window.actions_by_id["panel"].isChecked()
    driver.key(Qt.Key.Key_F7)
    assert driver.window.open_panel == ""


def test_folding_gives_the_keyboard_back_to_the_map(driver):
    driver.window.open_tab("backpack")
    driver.window.panel.page("backpack").begin()
    driver.press("panel")
    assert QApplication.focusWidget() is driver.canvas


def test_the_panel_is_narrower_in_a_narrow_window(driver):
    driver.window.open_tab("story")
    assert driver.window.panel.width() == look.PANEL_NARROW_PX
    driver.window.resize(1600, 900)
    driver.until(lambda: driver.window.panel.width() == look.PANEL_PX)


def test_the_backpack_tool_is_put_down_when_another_tab_opens(driver):
    driver.press("backpack")
    click(driver.window.panel.buttons["legend"])
    assert driver.canvas.tool == "choose"
    assert driver.window.open_panel == "legend"


def test_the_page_of_a_tab_is_made_when_it_is_first_opened(driver):
    assert not driver.window.panel._pages
    driver.window.open_tab("company")
    assert set(driver.window.panel._pages) == {"company"}


# Beginning, and the board


def test_an_empty_map_says_one_sentence_and_falls_silent(driver):
    hint = driver.window.stage.hint
    assert hint.isVisible()
    write_note(driver)
    assert not hint.isVisible()
    driver.press("undo")
    assert hint.isVisible()


def test_the_keyboard_begins_on_the_map(driver):
    assert QApplication.focusWidget() is driver.canvas


def test_f11_gives_the_map_the_screen_with_the_rail_at_the_foot(driver):
    window = driver.window
    window.open_tab("story")
    driver.key(Qt.Key.Key_F11)
    driver.until(lambda: window.rail.width() == window.width())
    assert not window.top.isVisible()
    assert window.open_panel == ""
    assert window.rail.geometry().top() > window.stage.geometry().center().y()
    for button in window.rail.buttons.values():
        assert button.width() >= look.TARGET_BOARD_PX
        assert button.height() >= look.TARGET_BOARD_PX
    driver.key(Qt.Key.Key_F11)
    assert window.top.isVisible()
    assert not window.isFullScreen()


def test_the_panel_is_wider_on_a_board_and_as_it_was_after_it(driver):
    window = driver.window
    window.open_tab("legend")
    width = window.panel.width()
    driver.press("board")
    driver.until(lambda: window.on_board)
    assert window.open_panel == ""
    driver.press("backpack")
    assert window.open_panel == "backpack"
    assert window.panel.width() > 1.5 * width
    driver.press("board")
    assert window.open_panel == "legend"
    driver.until(lambda: window.panel.width() == width)


def test_a_narrow_window_shows_how_far_it_is_and_no_words(driver):
    driver.window.resize(1000, 640)
    state = driver.window.top.state
    driver.until(lambda: not state.isVisible())
    driver.program.session.busy.emit("Je reisboek wordt gemaakt", 0.5)
    assert state.line.isVisible()
    assert not state.words.isVisible()
    driver.program.session.busy.emit("", 1.0)
    assert not state.isVisible()
    driver.window.resize(1366, 768)
    driver.until(state.words.isVisible)


def test_a_board_is_left_by_a_finger(driver):
    driver.press("board")
    driver.until(driver.window.rail.back.isVisible)
    click(driver.window.rail.back)
    assert not driver.window.on_board


@pytest.mark.parametrize("tool", ["path", "photos"])
def test_what_a_tool_offers_for_the_first_time_on_a_board_is_as_large_as_there(driver, tool):
    window = driver.window
    driver.press("board")
    driver.until(lambda: window.rail.width() == window.width())
    assert {"pens", "photos"}.isdisjoint(vars(window.stage))
    click(window.rail.buttons[tool])
    (flyout,) = window.stage.opened()
    shown = [button for button in flyout.findChildren(QAbstractButton) if button.isVisible()]
    assert shown
    for button in shown:
        assert min(button.width(), button.height()) >= look.TARGET_BOARD_PX
    letters = {button.text_px for button in flyout.findChildren(PenButton)}
    letters |= {label.fontInfo().pixelSize() for label in flyout.findChildren(QLabel)}
    assert letters == {theme.board_text(window.stage.width())}


def test_undo_can_be_reached_on_a_board_without_the_panel_coming_out(driver, photos):
    driver.press("board")
    driver.program.bring_in.to_tray(photos(1))
    driver.settle()
    assert driver.window.open_panel == ""
    driver.press("undo")
    assert not driver.journey.photos


# Leaving


def test_closing_with_work_that_is_in_no_file_asks_first(driver):
    write_note(driver)
    driver.messages.answer = 2
    leaving = QCloseEvent()
    QApplication.sendEvent(driver.window, leaving)
    assert not leaving.isAccepted()
    assert len(driver.messages.asked) == 1


def test_the_window_is_remembered_as_it_was_left(driver):
    leaving = QCloseEvent()
    QApplication.sendEvent(driver.window, leaving)
    assert leaving.isAccepted()
    assert driver.program.preferences.settings.window


def test_recent_journeys_stand_in_the_menu(driver, tmp_path):
    write_note(driver)
    driver.dialogs.file = tmp_path / "Mijn & jouw reis.reisblog"
    driver.press("save")
    driver.settle()
    menus = driver.window.menus
    menus.actions()[0].menu().popup(QPoint(0, 0))
    (entry,) = menus.lists["recent"].actions()
    assert entry.text() == "Mijn && jouw reis"
    menus.actions()[0].menu().hide()
    driver.dialogs.file.unlink()
    menus.actions()[0].menu().popup(QPoint(0, 0))
    assert not menus.lists["recent"].isEnabled()
    menus.actions()[0].menu().hide()


# Everybody can use it


def test_every_button_has_a_name_and_is_large_enough(driver):
    window = driver.window
    window.resize(1366, 768)
    driver.press("path")
    for tab in ("story", "backpack", "company", "legend"):
        window.open_tab(tab)
        QApplication.processEvents()
        for button in window.findChildren(QAbstractButton):
            part_of_another = isinstance(button.parentWidget(), (QLineEdit, QMenuBar))
            if not button.isVisible() or part_of_another:
                continue
            name = button.accessibleName() or button.text() or button.toolTip()
            assert name, button
            size = (button.width(), button.height())
            assert min(size) >= look.TARGET_PX, (name, size)


def test_the_tab_key_goes_round_the_whole_window_and_shows_where_it_is(driver):
    window = driver.window
    window.open_tab("backpack")
    driver.canvas.setFocus()
    seen = set()
    for _step in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        seen.add(here)
        if here is not driver.canvas:
            assert window._ring.target is here
            assert window._ring.isVisible()
            assert window._ring.geometry().contains(here.mapTo(window, here.rect().center()))
    wanted = {
        driver.canvas,
        window.top.title,
        window.top.traveller,
        window.top.book,
        window.panel.page("backpack").field,
        window.panel.buttons["backpack"],
        *window.rail.buttons.values(),
    }
    assert wanted <= seen


def test_the_arrows_go_along_the_tabs_and_open_them(driver):
    driver.window.open_tab("story")
    driver.window.panel.buttons["story"].setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Right)
    assert driver.window.open_panel == "backpack"
    driver.key(Qt.Key.Key_Right)
    assert driver.window.open_panel == "company"
    assert driver.window.panel.buttons["company"].hasFocus()


def test_the_arrows_go_along_the_pens(driver):
    driver.press("path")
    driver.window.stage.pens.pens[Pen.MINE].setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Down)
    assert driver.canvas.pen is Pen.PASSED_BY


def test_no_ring_is_drawn_around_what_was_clicked(driver):
    driver.window.open_tab("story")
    button = driver.window.panel.buttons["legend"]
    QTest.mousePress(button, LEFT, pos=QPoint(20, 20))
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseRelease(button, LEFT, pos=QPoint(20, 20))
    ring = driver.window._ring
    assert not ring.isVisible() or ring.target is not button


def test_a_ring_goes_away_with_what_it_was_around(driver):
    driver.press("path")
    pens = driver.window.stage.pens
    pens.pens[Pen.MINE].setFocus(Qt.FocusReason.TabFocusReason)
    assert driver.window._ring.isVisible()
    driver.press("choose")
    QApplication.sendPostedEvents(None, QEvent.Type.None_)
    assert not pens.isVisible()
    assert driver.window._ring.target is not pens.pens[Pen.MINE]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_a_name_the_keyboard_is_on_the_map_again(driver, key):
    click(driver.window.top.title)
    driver.type("Stage")
    driver.key(key)
    assert QApplication.focusWidget() is driver.canvas


def test_a_photo_pasted_while_a_name_is_typed_still_comes_in(driver, photos):
    click(driver.window.top.title)
    QApplication.clipboard().setMimeData(files(photos(1)))
    driver.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    driver.until(lambda: driver.journey.photos)
    driver.settle()
    driver.type("Daar")
    assert driver.journey.title == ""


def test_a_narrow_window_keeps_its_menus(driver):
    driver.window.resize(driver.window.minimumSize())
    driver.settle()
    menus = driver.window.menus
    last = menus.actionGeometry(menus.actions()[-1])
    assert menus.rect().contains(last)
    assert driver.window.top.width() <= driver.window.width()


def test_the_backpack_is_closed_by_the_finger_that_opened_it(driver):
    driver.press("board")
    click(driver.window.rail.buttons["backpack"])
    assert driver.window.open_panel == "backpack"
    click(driver.window.rail.buttons["backpack"])
    assert driver.window.open_panel == ""
    assert driver.canvas.tool == "choose"
    click(driver.window.rail.buttons["backpack"])
    click(driver.window.rail.buttons["choose"])
    assert driver.window.open_panel == ""


def test_an_example_begins_with_nothing_to_undo(driver):
    driver.press("example")
    assert driver.journey.stops
    assert driver.program.workbench.undo_label is None
    driver.press("undo")
    assert driver.journey.stops
