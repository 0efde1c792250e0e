"""The story: cards in the traveller's own order, unfolded, dragged, moved, let loose."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import photos_of
from reisblog.model.outline import Chapter
from reisblog.model.records import Audience, BackpackItem, Note, OwnPlace, Sign, Stop
from reisblog.storage.own_atlas import own_atlas
from reisblog.ui import theme
from reisblog.ui.panels.place_picker import PlacePicker
from reisblog.ui.panels.stop_words import closed_lines, open_lines, words_of
from reisblog.ui.panels.vignettes import Vignettes
from tests import journeys
from tests.driver import tray_photos

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


def click(card):
    QTest.mouseClick(card, LEFT, NONE, card.face().center().toPoint())


def drag(card, to, *, let_go=True):
    """Drag a card by its middle to a point of the column, in steps as a hand does."""
    start = card.face().center().toPoint()
    end = card.mapFrom(card.parentWidget(), to)
    QTest.mousePress(card, LEFT, NONE, start)
    for step in range(1, 9):
        QTest.mouseMove(card, start + (end - start) * step / 8)
    if let_go:
        QTest.mouseRelease(card, LEFT, NONE, end)


def above(card):
    return QPoint(card.geometry().center().x(), card.geometry().top() + 8)


def below(card):
    return QPoint(card.geometry().center().x(), card.geometry().bottom() - 6)


def aside(card, by):
    return card.mapTo(card.parentWidget(), card.face().center().toPoint()) + QPoint(by, 0)


def test_a_story_without_haltes_says_what_will_come_here(page):
    story = page("story")
    assert story.empty.isVisible()
    assert not story.heading.isVisible()


def test_the_cards_stand_in_the_traveller_s_order(page, haltes):
    haltes("Een", "Twee", "Drie")
    assert [card.words.name for card in page("story").order()] == ["Een", "Twee", "Drie"]


def test_a_halte_without_a_name_is_called_by_its_places(page, given):
    given(
        lambda now: edits.start_stop(
            now, Stop(id="s", at=Point(1, 1), places=("wensboom", "chill-strand"))
        )
    )
    (card,) = page("story").order()
    assert card.words.name == "Wensboom · Chill strand"
    assert card.accessibleName() == "Wensboom · Chill strand"


def test_an_own_place_that_is_renamed_has_its_new_name_on_the_card_too(driver, page, given):
    own = OwnPlace(id="o1", sign=Sign.HOUSE, at=Point(500, 500), name="Thuis")
    given(lambda now: edits.add_place(now, own))
    given(lambda now: edits.start_stop(now, Stop(id="s1", at=Point(1, 1), places=("o1",))))
    story = page("story")
    assert story.cards["s1"].words.name == "Thuis"
    given(lambda now: edits.change_place(now, "o1", name="Oma"))
    assert story.cards["s1"].words.name == "Oma"


NARROW_PX = 150
"""The room for words on a card of a narrow panel, beside a scroll bar."""


def words_at(*places, title=""):
    stop = Stop(id="s", at=Point(1, 1), places=places, title=title)
    return words_of(Chapter(stop=stop, photos=(), notes=()), own_atlas())


@pytest.mark.parametrize("title", ["", "Een titel"])
@pytest.mark.parametrize("place", own_atlas().places.values(), ids=lambda place: place.id)
def test_a_place_is_named_in_full_on_a_narrow_card(driver, place, title):
    words = words_at(place.id, title=title)
    for lines in (closed_lines(words, NARROW_PX), open_lines(words, NARROW_PX)):
        assert " ".join(line.text for line in lines) in {place.name, f"{title} {place.name}"}
        for line in lines:
            assert QFontMetricsF(line.font).horizontalAdvance(line.text) <= NARROW_PX


def test_two_places_are_both_named_in_full_each_beginning_a_line(driver):
    one, other = "vallei-van-uitdagende-werkervaringen", "doolhof-van-de-bureaucratie"
    lines = closed_lines(words_at(one, other), NARROW_PX)
    names = [own_atlas().places[key].name for key in (one, other)]
    assert " ".join(line.text for line in lines) == " ".join(names)
    (begins,) = [line for line in lines if line.apart]
    assert begins.text.startswith("Doolhof")


def test_of_very_many_places_a_card_names_the_first_and_says_that_there_are_more(driver):
    words = words_at(*own_atlas().places)
    assert words.heading[-1] == "\u2026"
    assert len(closed_lines(words, NARROW_PX)) < 10


def _vignette_of(*keys):
    picture = QImage(72, 72, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    places = [own_atlas().places[key] for key in keys]
    Vignettes(None).draw_together(painter, QRectF(8, 8, 56, 56), places, "?")
    painter.end()
    return picture


def test_a_halte_at_two_places_shows_both(driver):
    haven, maze = "veilige-haven", "doolhof-van-de-bureaucratie"
    assert _vignette_of(haven, maze) != _vignette_of(haven)
    assert _vignette_of(haven, maze) != _vignette_of(haven, "wensboom")
    assert _vignette_of(haven, maze) != _vignette_of(maze, haven)


def test_of_more_places_it_is_seen_that_there_are_more_but_not_how_many(driver):
    two = ("veilige-haven", "doolhof-van-de-bureaucratie")
    assert _vignette_of(*two) != _vignette_of(*two, "wensboom")
    assert _vignette_of(*two, "wensboom") == _vignette_of(*two, "bergen", "chill-strand")


def test_the_places_to_choose_from_are_named_in_full(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    story.cards["een"].editor.also.click()
    picker = story.cards["een"].editor.findChild(PlacePicker)
    room = picker.search.places.viewport().width() - 48
    bold = QFontMetricsF(theme.font(bold=True))
    for place in own_atlas().places.values():
        assert bold.horizontalAdvance(place.name) <= room
    picker.close()


def test_a_click_unfolds_a_card_and_chooses_its_halte(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    click(story.cards["twee"])
    assert driver.chosen == {"twee"}
    assert story.cards["twee"].editor is not None
    assert story.cards["een"].editor is None


def test_a_second_click_folds_it_again(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    click(story.cards["een"])
    assert driver.chosen == set()
    assert story.cards["een"].editor is None


def test_choosing_a_photo_of_a_halte_on_the_map_unfolds_its_card(driver, page, haltes, tray):
    haltes("Een", "Twee")
    tray("p1")
    driver.program.workbench.edit("", lambda now: edits.put_in_stop(now, ["p1"], "een"))
    story = page("story")
    driver.program.workbench.choose(["p1"])
    assert story.cards["een"].editor is not None


def test_the_story_is_written_in_the_card_and_taken_back_as_one_thing(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    editor = story.cards["een"].editor
    editor.story.setFocus()
    driver.type("Ik <b>leerde</b> koken & bakken")
    assert driver.journey.stops["een"].text == "Ik <b>leerde</b> koken & bakken"
    driver.press("undo")
    assert driver.journey.stops["een"].text == ""
    assert editor.story.toPlainText() == ""


def test_undo_in_a_field_takes_back_what_the_journey_did_last(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    story.cards["een"].editor.title.setFocus()
    driver.type(" twee")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.journey.stops["een"].title == "Een"
    assert story.cards["een"].editor.title.text() == "Een"


def test_a_name_with_a_space_at_its_end_can_be_typed_on(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    title = story.cards["een"].editor.title
    title.setFocus()
    title.selectAll()
    driver.type("Mijn ")
    assert title.text() == "Mijn "
    driver.type("dag")
    assert driver.journey.stops["een"].title == "Mijn dag"
    assert story.cards["een"].words.name == "Mijn dag"


def test_when_it_was_is_said_in_one_s_own_words(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    story.cards["een"].editor.when.setFocus()
    driver.type("vorige winter")
    assert driver.journey.stops["een"].when == "vorige winter"
    assert "vorige winter" in story.cards["een"].words.under


def test_a_digit_typed_in_a_field_is_no_tool(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    story.cards["een"].editor.when.setFocus()
    driver.type("2 mei")
    assert driver.journey.stops["een"].when == "2 mei"
    assert driver.canvas.tool == "choose"


def test_what_is_written_on_the_map_appears_in_the_open_card(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    driver.program.workbench.edit(
        "", lambda now: edits.change_stop(now, "een", text="Van de kaart")
    )
    assert story.cards["een"].editor.story.toPlainText() == "Van de kaart"


def test_a_card_is_dragged_above_another(driver, page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    drag(story.cards["drie"], above(story.cards["een"]))
    assert driver.journey.order == ("drie", "een", "twee")
    assert [card.words.name for card in story.order()] == ["Drie", "Een", "Twee"]


def test_a_card_is_dragged_below_another(driver, page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    drag(story.cards["een"], below(story.cards["twee"]))
    assert driver.journey.order == ("twee", "een", "drie")


def test_numbers_show_only_while_a_card_is_dragged(page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    drag(story.cards["drie"], above(story.cards["een"]), let_go=False)
    assert [story.cards[key]._number for key in ("drie", "een", "twee")] == [1, 2, 3]
    card = story.cards["drie"]
    QTest.mouseRelease(card, LEFT, NONE, card.mapFrom(card.parentWidget(), QPoint(40, 4)))
    assert {card._number for card in story.cards.values()} == {0}


def test_the_cards_stay_where_they_are_while_one_is_dragged(driver, page, haltes):
    haltes(*(f"Een lange naam van een halte {number}" for number in range(12)))
    story = page("story")
    driver.until(lambda: story.verticalScrollBar().maximum() > 0)
    before = [card.geometry() for card in story.order()]
    card = story.order()[1]
    drag(card, below(story.order()[2]), let_go=False)
    assert [other.geometry() for other in story.order()] == before
    line = story._reordering._line.geometry().center().y()
    assert before[2].bottom() - 6 < line < before[3].top() + 6
    QTest.mouseRelease(card, LEFT, NONE, card.face().center().toPoint())


def test_esc_breaks_a_drag_off(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    card = story.cards["twee"]
    card.setFocus()
    drag(card, above(story.cards["een"]), let_go=False)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    QTest.mouseRelease(card, LEFT, NONE, card.face().center().toPoint())
    assert driver.journey.order == ("een", "twee")


def test_a_card_dragged_below_the_line_is_loose(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    card = story.cards["een"]
    drag(card, below(story.cards["twee"]), let_go=False)
    assert story.heading.isVisible()
    QApplication.processEvents()
    under = card.mapFrom(story.widget(), story.heading.geometry().bottomLeft() + QPoint(60, 30))
    QTest.mouseMove(card, under)
    QTest.mouseRelease(card, LEFT, NONE, under)
    assert driver.journey.order == ("twee",)
    assert "een" in driver.journey.stops
    assert story.heading.isVisible()


def test_a_small_slip_of_the_hand_is_a_click_and_no_drag(driver, page, haltes):
    haltes("Een", "Twee")
    card = page("story").cards["twee"]
    start = card.face().center().toPoint()
    QTest.mousePress(card, LEFT, NONE, start)
    QTest.mouseMove(card, start - QPoint(2, 2))
    QTest.mouseRelease(card, LEFT, NONE, start - QPoint(2, 2))
    assert driver.journey.order == ("een", "twee")
    assert driver.chosen == {"twee"}


def test_alt_and_an_arrow_move_a_card_and_the_keyboard_goes_along(driver, page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    story.cards["drie"].setFocus()
    driver.key(Qt.Key.Key_Up, ALT)
    driver.key(Qt.Key.Key_Up, ALT)
    assert driver.journey.order == ("drie", "een", "twee")
    assert story.cards["drie"].hasFocus()


def test_alt_down_past_the_end_lets_a_halte_loose_and_alt_up_brings_it_back(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    story.cards["twee"].setFocus()
    driver.key(Qt.Key.Key_Down, ALT)
    assert driver.journey.order == ("een",)
    driver.key(Qt.Key.Key_Up, ALT)
    assert driver.journey.order == ("een", "twee")


def test_a_card_drawn_to_the_right_stands_on_a_second_track(driver, page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    drag(story.cards["twee"], aside(story.cards["twee"], 60))
    assert driver.journey.stops["twee"].beside
    assert driver.journey.order == ("een", "twee", "drie")
    assert "tweede spoor" in story.cards["twee"].accessibleName()
    drag(story.cards["drie"], above(story.cards["een"]) + QPoint(60, 0))
    assert driver.journey.order == ("drie", "een", "twee")
    assert not driver.journey.stops["drie"].beside  # beside the first there is nothing
    drag(story.cards["twee"], aside(story.cards["twee"], -60))
    assert not driver.journey.stops["twee"].beside


def test_a_card_dragged_up_or_down_stays_on_its_track(driver, page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    story.cards["drie"].setFocus()
    QTest.keyClick(story.cards["drie"], Qt.Key.Key_Right, ALT)
    drag(story.cards["drie"], above(story.cards["twee"]))
    assert driver.journey.order == ("een", "drie", "twee")
    assert driver.journey.stops["drie"].beside


def test_alt_right_and_alt_left_change_tracks_and_it_can_be_taken_back(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    story.cards["een"].setFocus()
    QTest.keyClick(story.cards["een"], Qt.Key.Key_Right, ALT)
    assert not driver.journey.stops["een"].beside
    story.cards["twee"].setFocus()
    QTest.keyClick(story.cards["twee"], Qt.Key.Key_Right, ALT)
    assert driver.journey.stops["twee"].beside
    driver.press("undo")
    assert not driver.journey.stops["twee"].beside
    story.cards["twee"].setFocus()
    QTest.keyClick(story.cards["twee"], Qt.Key.Key_Right, ALT)
    story.cards["twee"].setFocus()
    QTest.keyClick(story.cards["twee"], Qt.Key.Key_Left, ALT)
    assert not driver.journey.stops["twee"].beside


def test_the_second_track_is_a_button_in_the_open_card_too(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    click(story.cards["een"])
    assert not story.cards["een"].editor.track.isVisible()
    click(story.cards["twee"])
    QTest.mouseClick(story.cards["twee"].editor.track, LEFT)
    assert driver.journey.stops["twee"].beside
    assert story.cards["twee"].editor.track.isChecked()


def test_the_haltes_follow_the_path_only_when_asked(driver, page, haltes, given):
    haltes("Een", "Twee", "Drie", places=())
    story = page("story")
    assert not story.along.isVisible()
    through = [(900, 500), (900, 900), (600, 900), (600, 500), (600, 200), (750, 200), (750, 500)]
    given(lambda now: edits.add_trail(now, journeys.trail("t", through)))
    driver.settle()
    assert driver.journey.order == ("een", "twee", "drie")
    QTest.mouseClick(story.along, LEFT)
    assert driver.journey.order == ("drie", "een", "twee")
    driver.messages.take_up("Zet terug")
    assert driver.journey.order == ("een", "twee", "drie")


def test_a_halte_fills_the_backpack_in_one_gesture(driver, page, haltes, given):
    haltes("Een", "Twee")
    given(lambda now: edits.pack(now, BackpackItem(id="touw", text="touw", laid="een")))
    story = page("story")
    click(story.cards["een"])
    things = story.cards["een"].editor.things
    assert not things.picked_up.isVisible()
    assert things.laid.text() == "Hier neergelegd: touw"
    things.field.setFocus()
    driver.type("moed")
    driver.key(Qt.Key.Key_Return)
    assert things.field.text() == ""
    assert things.picked_up.text() == "Hier opgepakt: moed"
    (_rope, courage) = driver.journey.backpack.values()
    assert (courage.text, courage.stop) == ("moed", "een")
    driver.press("undo")
    assert not things.picked_up.isVisible()


def test_one_can_look_as_somebody_else_from_here(driver, page, haltes, given):
    haltes("Een", "Twee")
    given(lambda now: edits.show_to(now, ["twee"], Audience.SELF))
    story = page("story")
    QTest.mouseClick(story.viewers.buttons[Audience.CLASS], LEFT)
    assert list(story.cards) == ["een"]
    assert list(driver.journey.stops) == ["een"]
    driver.press("see-as-class")
    assert story.viewers.buttons[Audience.SELF].isChecked()
    assert list(story.cards) == ["een", "twee"]


def test_arrows_go_along_the_cards_and_enter_opens_and_goes_in(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    story.cards["een"].setFocus()
    driver.key(Qt.Key.Key_Down)
    assert story.cards["twee"].hasFocus()
    driver.key(Qt.Key.Key_Return)
    assert driver.chosen == {"twee"}
    driver.key(Qt.Key.Key_Return)
    assert story.cards["twee"].editor.title.hasFocus()


def test_enter_goes_from_the_name_to_the_date_and_from_there_to_the_story(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    editor = story.cards["een"].editor
    editor.title.setFocus()
    driver.key(Qt.Key.Key_Return)
    assert editor.when.hasFocus()
    driver.key(Qt.Key.Key_Return)
    assert editor.story.hasFocus()


def test_whoever_names_people_at_a_halte_goes_on_naming(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    QTest.mouseClick(story.cards["een"].editor.company.begin, LEFT)
    for name in ("Fatima", "Opa"):
        driver.type(name)
        driver.key(Qt.Key.Key_Return)
    people = [person.name for person in driver.journey.companions.values()]
    assert people == ["Fatima", "Opa"]
    assert driver.journey.stops["een"].title == "Een"


def test_del_on_a_button_of_an_unfolded_card_takes_no_halte_away(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    click(story.cards["twee"])
    story.cards["twee"].editor.also.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        driver.key(key)
    assert set(driver.journey.stops) == {"een", "twee"}
    assert story.cards["twee"].editor.also.hasFocus()


def test_the_tab_key_stops_at_one_card_only(page, haltes):
    haltes("Een", "Twee", "Drie")
    story = page("story")
    stops = [card for card in story.cards.values() if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_del_takes_a_halte_away_and_its_photos_lie_ready_again(driver, page, haltes, tray):
    haltes("Een")
    tray("p1")
    driver.program.workbench.edit("", lambda now: edits.put_in_stop(now, ["p1"], "een"))
    story = page("story")
    story.cards["een"].setFocus()
    driver.key(Qt.Key.Key_Delete)
    assert not driver.journey.stops
    assert driver.window.panel.tray.isVisible()
    (offer,) = driver.messages.last.offers
    offer.act()
    assert photos_of(driver.journey, "een")
    assert not driver.window.panel.tray.isVisible()


def test_a_halte_is_at_another_place_too(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    editor = story.cards["een"].editor
    QTest.mouseClick(editor.also, LEFT)
    picker = editor._picker
    picker.search.field.setFocus()
    QTest.keyClicks(picker.search.field, "wens")
    QTest.keyClick(picker.search.field, Qt.Key.Key_Return)
    assert driver.journey.stops["een"].places == ("dilemmabos", "wensboom")
    QTest.keyClick(picker.search.field, Qt.Key.Key_Return)
    assert driver.journey.stops["een"].places == ("dilemmabos",)
    picker.close()


def test_another_place_is_tapped_on_the_map(driver, page, haltes):
    haltes("Een")
    story = page("story")
    click(story.cards["een"])
    editor = story.cards["een"].editor
    driver.canvas.work  # noqa: B018 - by then the quiet moment in which it is made has passed

    def tap(at):
        QTest.mouseClick(editor.also, LEFT)
        picker = editor._picker
        outside = picker.mapFromGlobal(driver.port.mapToGlobal(driver.seen(at)))
        assert not picker.rect().contains(outside)
        QTest.mousePress(picker, LEFT, pos=outside)
        driver.until(lambda: editor._picker is None)

    tap(driver.place("chill-strand"))
    assert driver.journey.stops["een"].places == ("dilemmabos", "chill-strand")
    assert [pin.pos().toTuple() for pin in driver.canvas.scene().pins_of("een")][1:]
    tap(Point(60, 800))
    assert driver.journey.stops["een"].places == ("dilemmabos", "chill-strand")


def test_photos_from_the_tray_are_dropped_on_a_card(driver, page, haltes, tray):
    haltes("Een")
    tray("p1", "p2")
    card = page("story").cards["een"]
    mime = tray_photos(["p1", "p2"])
    spot = card.face().center()
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(card, QDragEnterEvent(spot.toPoint(), move, mime, LEFT, NONE))
    QApplication.sendEvent(card, QDropEvent(QPointF(spot), move, mime, LEFT, NONE))
    assert [photo.id for photo in photos_of(driver.journey, "een")] == ["p1", "p2"]
    assert driver.chosen == {"een"}


def test_what_belongs_to_no_halte_is_listed_below_the_line(driver, page, given):
    loose = journeys.photo("p1", at=Point(900, 900))
    given(lambda now: edits.bring_in(now, [loose]))
    given(lambda now: edits.add_note(now, Note(id="n1", text="Los & vast", at=Point(5, 5))))
    story = page("story")
    assert story.heading.isVisible()
    assert [photo.id for photo in story.things.photos.row.photos] == ["p1"]
    (note,) = story.things.notes
    assert note.accessibleName() == "Los & vast"
    QTest.mouseClick(note, LEFT)
    assert driver.chosen == {"n1"}


def test_a_loose_note_keeps_its_row_while_it_is_written(driver, page, given):
    given(lambda now: edits.add_note(now, Note(id="n1", text="Een", at=Point(5, 5))))
    given(lambda now: edits.add_note(now, Note(id="n2", text="Twee", at=Point(9, 9))))
    story = page("story")
    before = list(story.things.notes)
    given(lambda now: edits.set_note_text(now, "n1", "Een & al"))
    assert story.things.notes == before
    assert [row.accessibleName() for row in before] == ["Een & al", "Twee"]
    assert before[0].text() == "Een && al"
    given(lambda now: edits.remove(now, ["n1"]))
    assert story.things.notes == before[:1]
    assert before[0].accessibleName() == "Twee"
    QTest.mouseClick(before[0], LEFT)
    assert driver.chosen == {"n2"}


def test_only_the_card_that_changed_is_made_anew(driver, page, haltes):
    haltes("Een", "Twee")
    story = page("story")
    before = dict(story.cards)
    driver.program.workbench.edit("", lambda now: edits.change_stop(now, "een", title="Eén"))
    assert story.cards == before
    assert story.cards["een"].words.name == "Eén"


def test_another_journey_on_the_desk_has_its_own_cards(driver, page, haltes):
    haltes("Een")
    story = page("story")
    driver.messages.answer = 1
    driver.press("new")
    assert not story.cards
    assert story.empty.isVisible()
