"""Where the keyboard goes: to the map, unless somebody is writing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Companion, Pen, Stop

OPEN = Point(1330, 930)


def test_the_keyboard_belongs_to_the_map_at_the_start(driver):
    assert QApplication.focusWidget() is driver.canvas


def test_after_photos_were_chosen_letters_do_not_land_in_the_title(driver, photos):
    driver.press("photos")
    flyout = driver.window.stage.photos
    button = flyout.findChildren(QAbstractButton)[0]
    button.setFocus()
    driver.dialogs.files = photos(1)
    button.click()
    driver.settle()
    driver.type("2")
    assert driver.canvas.tool == "path"
    assert driver.journey.title == ""


def test_after_a_photo_was_seen_large_the_keyboard_is_on_the_map_again(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.double_tap(OPEN)
    assert QApplication.focusWidget() is driver.canvas.large
    driver.settle()
    driver.key(Qt.Key.Key_Escape)
    assert not driver.canvas.large.isVisible()
    assert QApplication.focusWidget() is driver.canvas


def test_the_tab_key_goes_from_a_card_into_what_unfolded_below_it(driver):
    """And through that as it is read, before it goes on to what lies below the card."""
    for key, at in (("een", Point(600, 500)), ("twee", Point(700, 500))):
        stop = Stop(id=key, at=at, title=key)
        driver.program.workbench.edit("Halte", lambda now, stop=stop: edits.start_stop(now, stop))
    sam = Companion(id="sam", name="Sam")
    driver.program.workbench.edit("Sam", lambda now: edits.welcome(now, sam))
    driver.window.open_tab("story")
    driver.program.workbench.choose(["een"])
    story = driver.window.panel.page("story")
    editor = story.cards["een"].editor
    driver.until(editor.title.isVisible)
    story.cards["een"].setFocus(Qt.FocusReason.TabFocusReason)
    gone_along = []
    for _press in range(8):
        driver.key(Qt.Key.Key_Tab)
        gone_along.append(QApplication.focusWidget())
    chip = editor.company.chips["sam"]
    words = [editor.title, editor.when, editor.story, editor.things.field]
    assert gone_along[:6] == [*words, chip, editor.company.add]
    assert gone_along[7] is editor.also


def test_esc_leads_from_a_field_to_its_card_and_from_there_to_the_map(driver):
    stop = Stop(id="een", at=Point(600, 500), title="Een")
    driver.program.workbench.edit("Halte", lambda now: edits.start_stop(now, stop))
    driver.window.open_tab("story")
    driver.program.workbench.choose(["een"])
    card = driver.window.panel.page("story").cards["een"]
    for field in (card.editor.title, card.editor.when, card.editor.story):
        field.setFocus()
        driver.key(Qt.Key.Key_Escape)
        assert card.hasFocus()
    driver.key(Qt.Key.Key_Escape)
    assert driver.canvas.hasFocus()


def test_keys_in_an_open_card_do_not_move_or_remove_the_halte(driver):
    for key in ("een", "twee"):
        stop = Stop(id=key, at=Point(600, 500), title=key)
        driver.program.workbench.edit("Halte", lambda now, stop=stop: edits.start_stop(now, stop))
    driver.window.open_tab("story")
    driver.program.workbench.choose(["een"])
    editor = driver.window.panel.page("story").cards["een"].editor
    before = driver.journey
    for part, key, held in (
        (editor.title, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (editor.title, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (editor.title, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
        (editor.also, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):
        part.setFocus()
        driver.key(key, held)
        assert part.hasFocus()
    assert driver.journey is before


def test_esc_leads_from_the_pens_back_to_the_map_with_the_pen_in_hand(driver):
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_2)
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Down)
    assert not driver.canvas.hasFocus()
    driver.key(Qt.Key.Key_Escape)
    assert driver.canvas.hasFocus()
    assert (driver.canvas.tool, driver.canvas.pen) == ("path", Pen.PASSED_BY)
