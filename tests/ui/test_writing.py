"""One tool for texts, and typing wherever something is chosen."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.model import edits, room
from reisblog.model.geometry import Point
from reisblog.model.records import Letters, Note, Stop
from reisblog.ui import theme
from reisblog.ui.canvas.beside import PADDING_PX
from reisblog.ui.canvas.items.slip import SlipItem
from reisblog.ui.canvas.items.words import WordsItem
from tests.driver import Driver

OPEN = Point(1330, 930)
WRAPS = "Misschien is verantwoordelijkheid nemen iets voor overmorgen, misschien ook niet."
LONG = "Ik liep er heen en ik liep weer terug, en alles wat ik zag was nieuw. " * 20


def test_typing_after_a_drop_writes_the_halte_s_story(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("Twee wegen.")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Twee wegen."


def test_a_double_tap_on_open_map_begins_a_note_there(driver):
    driver.double_tap(OPEN)
    driver.type("Hier begon het.")
    (note,) = driver.journey.notes.values()
    assert note.text == "Hier begon het."
    assert note.at.distance(OPEN) < 3


@pytest.mark.parametrize("by", ["double tap", "text tool"])
def test_a_note_begun_on_a_place_may_become_a_halte_there(driver, by):
    at = driver.place("dilemmabos")
    if by == "double tap":
        driver.double_tap(at)
    else:
        driver.press("text")
        driver.tap(at)
    driver.type("Twee wegen.")
    assert not driver.messages.heard
    driver.key(Qt.Key.Key_Escape)
    before = driver.journey
    assert len(before.notes) == 1
    assert driver.messages.last.text == "Tekst in het Dilemmabos."
    driver.messages.take_up("Maak er een halte van")
    (stop,) = driver.journey.stops.values()
    assert (stop.places, stop.text) == (("dilemmabos",), "Twee wegen.")
    assert driver.journey.order == (stop.id,)
    assert driver.chosen == {stop.id}
    assert not driver.journey.notes
    driver.press("undo")
    assert driver.journey == before


def test_nothing_is_offered_for_a_note_on_open_ground_nor_for_one_that_is_rewritten(driver):
    driver.double_tap(OPEN)
    driver.type("Zomaar")
    driver.key(Qt.Key.Key_Escape)
    at = driver.place("dilemmabos")
    driver.double_tap(at)
    driver.type("Een")
    driver.key(Qt.Key.Key_Escape)
    assert len(driver.messages.heard) == 1
    driver.double_tap(at + Point(20, 12))
    driver.type(" twee")
    driver.key(Qt.Key.Key_Escape)
    assert len(driver.messages.heard) == 1


def test_nothing_is_offered_for_a_note_that_was_emptied_or_taken_back(driver):
    at = driver.place("dilemmabos")
    driver.double_tap(at)
    driver.type("E")
    driver.key(Qt.Key.Key_Backspace)
    driver.key(Qt.Key.Key_Escape)
    driver.double_tap(at)
    driver.type("Een")
    driver.press("undo")
    driver.key(Qt.Key.Key_Escape)
    assert not driver.journey.notes
    assert not driver.messages.heard


def test_a_note_without_letters_never_comes_into_being(driver):
    driver.double_tap(OPEN)
    driver.key(Qt.Key.Key_Escape)
    assert not driver.journey.notes


def test_the_text_tool_writes_a_caption_on_a_photo(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.press("text")
    driver.tap(OPEN)
    driver.type("Mijn eerste dag")
    (photo,) = driver.journey.photos.values()
    assert photo.caption == "Mijn eerste dag"


def test_the_text_tool_writes_the_story_on_a_halte_s_pin(driver, photos):
    driver.drop(photos(1), driver.place("bergen"))
    driver.press("text")
    pin = driver.program.workbench.atlas.places["bergen"].pin
    driver.tap(Point(pin.x, pin.y - 11 / driver.canvas.sight.scale))
    driver.type("Steil")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Steil"


def test_the_text_tool_lays_a_note_on_the_ground(driver):
    driver.press("text")
    driver.tap(OPEN)
    driver.type("Los briefje")
    assert [note.text for note in driver.journey.notes.values()] == ["Los briefje"]


def test_a_note_is_rewritten_in_place_and_gone_when_emptied(driver):
    driver.double_tap(OPEN)
    driver.type("Een")
    driver.key(Qt.Key.Key_Escape)
    (note,) = driver.journey.notes
    driver.double_tap(OPEN + Point(20, 12))
    driver.type(" twee")
    assert driver.journey.notes[note].text == "Een twee"
    driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.key(Qt.Key.Key_Delete)
    driver.key(Qt.Key.Key_Escape)
    assert not driver.journey.notes


def test_what_is_written_is_one_step_to_undo(driver):
    driver.double_tap(OPEN)
    driver.type("Heel veel letters")
    driver.key(Qt.Key.Key_Escape)
    driver.press("undo")
    assert not driver.journey.notes


def test_a_note_moves_like_a_photo(driver):
    driver.double_tap(OPEN)
    driver.type("Weg")
    driver.key(Qt.Key.Key_Escape)
    (before,) = driver.journey.notes.values()
    driver.drag(OPEN + Point(20, 12), OPEN + Point(120, 62))
    (after,) = driver.journey.notes.values()
    assert (after.at - before.at).distance(Point(100, 50)) < 4


def test_copied_words_are_pasted_as_a_note(driver):
    mime = QMimeData()
    mime.setText("Gekopieerd uit de chat")
    driver.paste(mime)
    assert [note.text for note in driver.journey.notes.values()] == ["Gekopieerd uit de chat"]


def test_markup_that_is_typed_stays_what_it_is(driver):
    driver.double_tap(OPEN)
    driver.type("<b>vet</b> & meer")
    driver.key(Qt.Key.Key_Escape)
    (note,) = driver.journey.notes.values()
    assert note.text == "<b>vet</b> & meer"


def test_digits_typed_in_a_text_choose_no_tool(driver):
    driver.double_tap(OPEN)
    driver.type("Week 3")
    assert driver.canvas.tool == "choose"
    assert QApplication.focusWidget() is driver.canvas.editor


def _writing_a_story(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("Twee wegen.")
    return driver.canvas.editor


def test_undo_while_writing_takes_the_words_off_the_slip(driver, photos):
    slip = _writing_a_story(driver, photos)
    driver.press("undo")
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == ""
    assert slip.isVisible()
    driver.press("redo")
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == "Twee wegen."
    driver.type(" Of drie.")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Twee wegen. Of drie."


def test_the_slip_closes_when_undo_takes_its_halte_away(driver, photos):
    slip = _writing_a_story(driver, photos)
    driver.press("undo")
    driver.press("undo")
    assert not driver.journey.stops
    assert not slip.isVisible()
    driver.type("geen spoor")
    assert not driver.journey.notes


def test_undo_keys_in_a_text_are_those_of_the_journey(driver, photos):
    slip = _writing_a_story(driver, photos)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    driver.key(Qt.Key.Key_Z, control, widget=slip)
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == ""
    driver.key(Qt.Key.Key_Z, control | shift, widget=slip)
    (stop,) = driver.journey.stops.values()
    assert stop.text == slip.toPlainText() == "Twee wegen."
    driver.key(Qt.Key.Key_Z, control, widget=slip)
    driver.key(Qt.Key.Key_Y, control, widget=slip)
    assert slip.toPlainText() == "Twee wegen."


def test_a_note_not_yet_written_stays_open_when_something_else_is_undone(driver, photos):
    driver.drop(photos(1), Point(1900, 900))
    driver.double_tap(OPEN)
    driver.press("undo")
    assert not driver.journey.photos
    assert driver.canvas.editor.isVisible()
    driver.type("Toch")
    assert [note.text for note in driver.journey.notes.values()] == ["Toch"]
    driver.press("undo")
    assert not driver.journey.notes
    assert not driver.canvas.editor.isVisible()


def test_a_note_that_was_emptied_can_be_written_again(driver):
    driver.double_tap(OPEN)
    driver.type("Een")
    driver.key(Qt.Key.Key_Escape)
    (before,) = driver.journey.notes.values()
    driver.double_tap(OPEN + Point(20, 12))
    driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.key(Qt.Key.Key_Delete)
    assert not driver.journey.notes
    driver.type("Twee")
    (after,) = driver.journey.notes.values()
    assert after.text == "Twee"
    assert after.at == before.at


def test_another_journey_closes_the_slip(driver, photos):
    slip = _writing_a_story(driver, photos)
    driver.program.workbench.lay(driver.program.desks.new())
    assert not slip.isVisible()
    assert slip.record_id is None


def test_words_for_what_is_gone_change_nothing(driver):
    journey = driver.journey
    assert edits.change_stop(journey, "weg", text="Waar?") is journey
    assert edits.set_caption(journey, "weg", "Wat?") is journey
    assert edits.set_note_text(journey, "weg", "Wie?") is journey


def _read(driver):
    """The slip on which a caption or a story is read, if one lies on the map."""
    items = driver.canvas.scene().items()
    return next((item for item in items if isinstance(item, WordsItem) and item.isVisible()), None)


def _choose_nothing(driver):
    driver.tap(Point(2300, 1000))


@pytest.mark.parametrize("place", ["dilemmabos", "vulkaan-der-uiteengespatte-verwachtingen"])
def test_a_story_is_read_exactly_where_it_was_typed(driver, photos, place):
    driver.drop(photos(1), driver.place(place))
    driver.type("Twee wegen, en ik wist het niet.")
    editor = driver.canvas.editor
    typed = QPointF(editor.geometry().topLeft()) + QPointF(*PADDING_PX)
    letters = editor.font().pixelSize()
    assert _read(driver) is None
    driver.key(Qt.Key.Key_Escape)
    slip = _read(driver)
    assert slip.said == "Twee wegen, en ik wist het niet."
    seen = driver.canvas.viewportTransform().map(slip.pos()) + slip.words_at()
    assert (seen - typed).manhattanLength() <= 3
    assert slip.letters == letters >= look.TEXT_PX


def test_a_story_that_stands_open_in_the_panel_does_not_cover_the_map_too(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("Twee wegen.")
    driver.key(Qt.Key.Key_Escape)
    driver.window.open_tab("story")
    assert _read(driver) is None
    driver.window.open_tab("legend")
    assert _read(driver).said == "Twee wegen."
    driver.window.open_tab("story")
    driver.window.unfold_panel(unfolded=False)
    assert _read(driver).said == "Twee wegen."


def test_a_story_lies_beside_its_photos_and_covers_neither_them_nor_the_pin(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    driver.type(LONG)
    driver.key(Qt.Key.Key_Escape)
    (stop,) = driver.journey.stops
    slip = _read(driver)
    to_view = driver.canvas.viewportTransform()
    lies = slip.rect().translated(to_view.map(slip.pos()))
    assert driver.port.rect().contains(lies.toAlignedRect())
    for frame in driver.canvas.lights.frames_of(stop):
        assert not to_view.map(frame).boundingRect().intersects(lies)
    for head in driver.canvas.lights.heads(stop, to_view):
        assert not lies.contains(head)


def test_a_story_is_gone_when_nothing_is_chosen_and_back_when_its_halte_is(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    (stop,) = driver.journey.stops
    driver.type("Twee wegen.")
    driver.key(Qt.Key.Key_Escape)
    _choose_nothing(driver)
    assert _read(driver) is None
    driver.program.workbench.choose({stop})
    assert _read(driver).said == "Twee wegen."


def test_of_a_long_story_the_first_lines_are_read_and_three_dots_say_there_is_more(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    (stop,) = driver.journey.stops
    driver.program.workbench.edit("", lambda now: edits.change_stop(now, stop, text=LONG))
    said = _read(driver).said
    assert said.endswith("\u2026")
    assert LONG.startswith(said[:-1])
    assert 100 < len(said) < 400
    assert _read(driver).rect().height() < driver.port.height() * 0.25


def test_a_double_tap_on_a_story_goes_on_writing_it(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("Twee wegen.")
    driver.key(Qt.Key.Key_Escape)
    slip = _read(driver)
    at = driver.canvas.viewportTransform().map(slip.pos()) + slip.rect().center()
    driver.double_tap(driver.canvas.to_map(at))
    driver.type(" Of drie.")
    (stop,) = driver.journey.stops.values()
    assert stop.text == "Twee wegen. Of drie."
    assert not driver.journey.notes


def test_on_a_board_a_story_can_be_read_from_afar(driver, photos):
    driver.window.resize(1920, 1080)
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type(LONG)
    driver.key(Qt.Key.Key_Escape)
    driver.press("board")
    driver.until(driver.window.isFullScreen)
    driver.canvas.resize(1920, 1000)
    driver.canvas.work.writer.reader.refresh()
    words = driver.canvas.work.writer.reader.words
    assert words.letters >= theme.board_text(1920) == 28
    assert words.rect().height() >= 6 * 1.3 * words.letters


def test_a_caption_is_read_while_its_photo_is_chosen(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.type("Mijn eerste dag")
    driver.key(Qt.Key.Key_Escape)
    assert _read(driver).said == "Mijn eerste dag"
    assert _read(driver).rect().width() < 200
    _choose_nothing(driver)
    assert _read(driver) is None


def test_no_story_lies_over_a_spread_pile_nor_on_a_quiet_map(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    driver.type("Zoveel.")
    driver.key(Qt.Key.Key_Escape)
    (stop,) = driver.journey.stops.values()
    driver.tap(stop.at)
    assert _read(driver) is None
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert _read(driver).said == "Zoveel."
    driver.press("quiet")
    assert _read(driver) is None
    driver.press("quiet")
    assert _read(driver) is not None


def test_a_map_that_was_quiet_before_the_first_touch_shows_no_story_either(driver):
    stop = Stop(id="s", text="Twee wegen.", at=OPEN)
    driver.program.workbench.edit("Earlier", lambda now: edits.start_stop(now, stop))
    driver.press("quiet")
    assert driver.canvas._work is None  # the first touch makes it
    driver.program.workbench.choose({stop.id})
    assert _read(driver) is None
    driver.press("quiet")
    assert _read(driver).said == "Twee wegen."


def test_a_story_follows_its_photos_and_hides_while_they_are_carried(driver, photos):
    driver.drop(photos(1), driver.place("wensboom"))
    driver.type("Hier.")
    driver.key(Qt.Key.Key_Escape)
    before = _read(driver).pos()
    (stop,) = driver.journey.stops.values()
    driver.drag(stop.at, stop.at + Point(300, -200), let_go=False)
    assert _read(driver) is None
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert _read(driver).pos() == before


def test_a_note_is_written_letter_upon_letter_on_its_own_slip(driver):
    driver.double_tap(OPEN)
    driver.type("Hier begon het eigenlijk, op een dinsdag.")
    (note,) = driver.journey.notes
    slip = driver.canvas.scene().item_of(note)
    to_view = driver.canvas.viewportTransform()
    words = to_view.map(slip.pos() + slip.words_at())
    typed = QPointF(driver.canvas.editor.geometry().topLeft()) + QPointF(*PADDING_PX)
    assert (words - typed).manhattanLength() <= 2
    covered = to_view.mapRect(slip.rect().translated(slip.pos())).toAlignedRect()
    assert driver.canvas.editor.geometry().adjusted(-2, -2, 2, 2).contains(covered)


def _whole_map(driver, *, panel):
    driver.window.unfold_panel(unfolded=panel)
    driver.press("fit")


def _paste_in_text(driver, text):
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    driver.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _lines_on(editor):
    """The lines as they are broken; none of them is moved aside."""
    assert editor.horizontalScrollBar().value() == 0
    block = editor.document().begin()
    lines = []
    while block.isValid():
        layout = block.layout()
        for line in (layout.lineAt(index) for index in range(layout.lineCount())):
            start = line.textStart()
            lines.append(block.text()[start : start + line.textLength()].rstrip())
        block = block.next()
    return lines


def _assert_whole(driver):
    """The slip one writes on shows all of a note as it will be read, and hides the note itself."""
    editor = driver.canvas.editor
    assert editor.verticalScrollBar().maximum() == 0
    assert not editor.verticalScrollBar().isVisible()
    (note,) = driver.journey.notes
    slip = driver.canvas.scene().item_of(note)
    seen = driver.canvas.viewportTransform().mapRect(slip.rect().translated(slip.pos()))
    assert editor.geometry().adjusted(-2, -2, 2, 2).contains(seen.toAlignedRect())
    assert editor.height() < 1.1 * seen.height() + editor.fontMetrics().lineSpacing()
    words = [word for line in _lines_on(editor) for word in line.split()]
    assert words == slip.said.split()


@pytest.mark.parametrize("panel", [True, False])
@pytest.mark.parametrize("write", [Driver.type, _paste_in_text])
def test_a_note_is_seen_whole_while_it_is_written_on_the_whole_map(driver, write, panel):
    _whole_map(driver, panel=panel)
    driver.double_tap(OPEN)
    write(driver, WRAPS)
    _assert_whole(driver)
    write(driver, " En nog iets. En nog iets.")
    _assert_whole(driver)


def test_a_pasted_note_is_seen_whole_when_one_goes_on_writing_it(driver):
    _whole_map(driver, panel=True)
    mime = QMimeData()
    mime.setText(f"{WRAPS}\n\n{WRAPS}")
    driver.paste(mime)
    driver.type(" Of toch.")
    _assert_whole(driver)


def test_the_slip_follows_the_note_when_writing_is_undone_and_redone(driver):
    _whole_map(driver, panel=True)
    driver.double_tap(OPEN)
    driver.type("Kort.")
    driver.key(Qt.Key.Key_Escape)
    driver.double_tap(OPEN + Point(20, 12))
    short = driver.canvas.editor.geometry()
    driver.type(" " + WRAPS)
    driver.press("undo")
    assert driver.canvas.editor.geometry() == short
    driver.press("redo")
    _assert_whole(driver)


@pytest.mark.parametrize("write", [Driver.type, _paste_in_text])
def test_a_space_at_the_end_of_a_full_line_moves_no_line_aside(driver, write):
    _whole_map(driver, panel=True)
    driver.double_tap(OPEN)
    write(driver, "Hier begon het." + 60 * " ")
    assert driver.canvas.editor.horizontalScrollBar().value() == 0


def _caret_is_seen(editor):
    return editor.viewport().rect().contains(editor.cursorRect())


def _assert_scrolls(driver):
    editor = driver.canvas.editor
    room = driver.port.rect()
    assert room.contains(editor.geometry())
    assert editor.verticalScrollBar().isVisible()
    assert _caret_is_seen(editor)
    assert " ".join(_lines_on(editor)).startswith("Ik liep er heen en ik liep")
    driver.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert _caret_is_seen(editor)
    assert editor.verticalScrollBar().value() == 0
    driver.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    driver.type(" Einde")
    assert _caret_is_seen(editor)
    assert room.contains(editor.geometry())
    assert editor.horizontalScrollBar().value() == 0


def test_a_very_long_note_becomes_as_high_as_the_view_and_scrolls_to_the_caret(driver):
    _whole_map(driver, panel=True)
    driver.double_tap(OPEN)
    _paste_in_text(driver, LONG * 3)
    assert driver.canvas.editor.height() == driver.port.height()
    _assert_scrolls(driver)


def test_a_very_long_story_stays_a_slip_and_scrolls_to_the_caret(driver, photos):
    _whole_map(driver, panel=True)
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.type("I")
    _paste_in_text(driver, LONG.removeprefix("I") * 2)
    assert driver.canvas.editor.height() < driver.port.height() / 2
    _assert_scrolls(driver)


def test_a_note_can_be_read_with_the_whole_map_in_a_small_window(driver):
    driver.window.unfold_panel(unfolded=False)
    driver.press("fit")
    assert look.NOTE_TEXT_UNITS * driver.canvas.scale_now() >= 12.5


def test_a_note_begun_beside_the_map_lies_on_it(driver):
    driver.press("fit")
    driver.canvas.sight.zoom(0.8)
    sheet = driver.program.workbench.atlas.bounds
    for at in (Point(-60, -60), Point(900, 1660), Point(2460, 1660)):
        driver.double_tap(at)
        driver.type("Naast de kaart")
        driver.key(Qt.Key.Key_Escape)
        driver.program.workbench.choose()
    assert len(driver.journey.notes) == 3
    for note in driver.journey.notes.values():
        slip = driver.canvas.scene().item_of(note.id)
        corners = slip.mapRectToScene(slip.rect())
        assert sheet.contains(Point(corners.left(), corners.top()))
        assert sheet.contains(Point(corners.right(), corners.bottom()))


def test_of_a_very_long_note_the_first_lines_lie_on_the_map(driver):
    driver.double_tap(OPEN)
    _paste_in_text(driver, LONG * 40)
    driver.key(Qt.Key.Key_Escape)
    (note,) = driver.journey.notes.values()
    slip = driver.canvas.scene().item_of(note.id)
    assert slip.rect().height() <= look.NOTE_HIGHEST_UNITS
    assert slip.said.endswith("\u2026")
    assert len(note.text) > len(LONG) * 30


def test_a_note_begun_at_the_edge_lies_whole_on_the_sheet(driver):
    driver.double_tap(Point(2380, 700))
    driver.type("Aan de rand")
    (note,) = driver.journey.notes.values()
    assert note.at.x + note.width <= driver.program.workbench.atlas.bounds.right


def test_a_slip_of_an_older_file_keeps_its_place_and_breaks_no_word(qapp):
    old = Note(id="n", text="verantwoordelijkheid nemen", at=Point(700, 500))
    slip = SlipItem(old)
    assert (slip.pos().x(), slip.pos().y()) == (700, 500)
    assert old.width < slip.rect().width() <= look.NOTE_WIDEST_UNITS
    assert slip.rect().height() < 3 * 1.4 * look.NOTE_TEXT_UNITS


@pytest.mark.parametrize(
    "words", ["Kort", "Eerst koffie.\nDan pas de rest.", LONG[:220], "verantwoordelijkheid"]
)
@pytest.mark.parametrize("width", [220.0, look.NOTE_WIDTH_UNITS])
def test_the_room_kept_for_a_note_is_about_that_of_its_slip(qapp, words, width):
    slip = SlipItem(Note(id="n", text=words, at=Point(0, 0), width=width)).rect()
    kept = room.note_size(words, width)
    line = 1.4 * look.NOTE_TEXT_UNITS
    assert abs(kept[0] - slip.width()) < 0.15 * slip.width()
    assert -0.3 * line < kept[1] - slip.height() < 1.5 * line


def test_large_letters_break_their_lines_where_they_are_read(driver, given):
    words = "Wat ik hier leerde: vragen stellen"
    note = Note(id="n9", text=words, at=OPEN, width=240, letters=Letters.LARGE)
    given(lambda now: edits.add_note(now, note))
    driver.wheel(OPEN, 3)
    item = driver.canvas.scene().item_of("n9")
    seen = driver.canvas.viewportTransform().mapRect(item.rect())
    driver.canvas.edit_text_of("n9")
    assert driver.canvas.editor.height() >= seen.height() - 8
    assert driver.canvas.editor.width() <= seen.width() + 24


def test_undo_on_a_slip_where_nothing_was_written_closes_that_and_undoes_nothing(driver, given):
    given(lambda now: edits.add_note(now, Note(id="n1", text="Eerst dit", at=Point(500, 600))))
    driver.press("text")
    driver.tap(OPEN)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.canvas.editor.record_id is None
    assert "n1" in driver.journey.notes
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, widget=driver.canvas)
    assert "n1" not in driver.journey.notes
