"""The compass on the map: laid, turned by hand, marked, written at, moved, taken away."""

import math

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import photos_of
from reisblog.model.records import Audience, CompassMoment, Impulse, Stop
from reisblog.ui.canvas.picture import picture_of, travelled
from reisblog.ui.mimes import COMPASS
from tests.driver import wave
from tests.ui.test_touch import Fingers

OPEN = Point(1330, 930)
ELSEWHERE = Point(2000, 700)
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def compass_mime():
    """What is dragged out of the bag."""
    mime = QMimeData()
    mime.setData(COMPASS, b"")
    return mime


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def the_one(driver):
    (moment,) = driver.journey.compass_moments.values()
    return moment


def item_of(driver, moment):
    return driver.canvas.scene().item_of(moment.id)


def needle(driver):
    """The ring at the needle's tip, as a pixel of the canvas."""
    return driver.canvas.lights.needle.spot(driver.canvas.viewportTransform()).toPoint()


def beside(driver, moment, degrees, away=80):
    """A pixel in a direction from a compass."""
    turned = math.radians(degrees)
    return driver.seen(moment.at) + QPoint(
        round(away * math.sin(turned)), round(-away * math.cos(turned))
    )


def send_pen(driver, kind, spot):
    """What a pen tells of itself at a pixel of the canvas."""
    at, on_screen = QPointF(spot), QPointF(driver.port.mapToGlobal(spot))
    pen, left = QPointingDevice.primaryPointingDevice(), Qt.MouseButton.LeftButton
    tilt = (0.0, 0.0, 0.0, 0.0, 0.0)
    plain = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, pen, at, on_screen, 0.5, *tilt, plain, left, left)
    QApplication.sendEvent(driver.port, event)


def lay(driver, at=OPEN, **fields):
    """A compass that was laid long ago."""
    moment = CompassMoment(id=f"c{len(driver.journey.compass_moments)}", at=at, **fields)
    driver.program.workbench.edit("Earlier", lambda now: edits.lay_compass(now, moment))
    driver.program.workbench.desk.history.seal()
    return driver.journey.compass_moments[moment.id]


@pytest.fixture
def laid(driver):
    """A compass, dropped on open ground just now."""
    driver.drop(compass_mime(), OPEN)
    return the_one(driver)


@pytest.fixture
def halte(driver, photos):
    """A halte with three photos in a fan; nothing is chosen."""
    driver.drop(photos(3), driver.place("wensboom"))
    driver.program.workbench.choose()
    (stop,) = driver.journey.stops.values()
    return stop


@pytest.fixture
def card(driver):
    return driver.program.compass.card


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


# Laying it down


def test_it_lies_exactly_where_it_was_dropped_and_is_chosen(driver, laid):
    assert laid.at.distance(OPEN) < 2
    assert laid.stop is None
    assert driver.chosen == {laid.id}
    assert driver.canvas.hasFocus()
    driver.press("undo")
    assert not driver.journey.compass_moments


def test_on_the_photos_of_a_halte_it_belongs_to_that_halte(driver, halte):
    driver.drop(compass_mime(), halte.at)
    assert the_one(driver).stop == halte.id


def test_on_the_pin_of_a_halte_it_belongs_to_that_halte(driver, halte):
    pin = driver.canvas.scene().pins_of(halte.id)[0]
    head = driver.canvas.to_map(
        driver.canvas.viewportTransform().map(pin.pos()) + QPointF(pin.head())
    )
    driver.drop(compass_mime(), head)
    assert the_one(driver).stop == halte.id


def test_on_a_path_it_belongs_to_no_halte(driver):
    driver.press("path")
    driver.draw(wave(OPEN - Point(300, 0), 600, 0))
    driver.drop(compass_mime(), OPEN)
    assert the_one(driver).stop is None
    assert driver.canvas.tool == "choose"


def test_a_light_tells_to_which_halte_it_would_belong(driver, halte):
    driver.hover(compass_mime(), halte.at)
    assert driver.canvas.lights.stop_id == halte.id
    assert driver.canvas.lights.label == "Bij je halte bij de Wensboom"
    driver.hover(compass_mime(), OPEN)
    assert driver.canvas.lights.stop_id is None
    assert driver.canvas.lights.label == ""
    driver.hover(compass_mime(), halte.at)
    driver.leave()
    assert driver.canvas.lights.stop_id is None


def test_taken_out_it_lies_beside_the_chosen_halte_and_the_canvas_has_the_keyboard(driver, halte):
    driver.window.top.title.setFocus()
    driver.program.workbench.choose([halte.id])
    driver.program.workbench.take_out_compass()
    moment = the_one(driver)
    assert moment.stop == halte.id
    assert driver.chosen == {moment.id}
    assert driver.canvas.hasFocus()
    drawn = item_of(driver, moment).mapRectToScene(item_of(driver, moment).outline())
    lying = driver.canvas.scene().prints()
    assert not any(drawn.intersects(photo.resting().boundingRect()) for photo in lying)


def test_taken_out_while_nothing_is_chosen_it_lies_in_the_middle_of_the_view(driver):
    driver.wheel(ELSEWHERE, 4)
    driver.program.workbench.take_out_compass()
    driver.program.workbench.choose()
    driver.program.workbench.take_out_compass()
    one, other = driver.journey.compass_moments.values()
    middle = driver.canvas.sight.seen().centre
    assert one.at.distance(middle) < 3
    assert look.COMPASS_UNITS < other.at.distance(middle) < 3 * look.COMPASS_UNITS


def test_beside_a_halte_out_of_view_the_map_goes_there(driver, halte):
    driver.wheel(Point(2300, 200), 8)
    assert not driver.canvas.sight.seen().contains(halte.at)
    driver.program.workbench.choose([halte.id])
    driver.program.workbench.take_out_compass()
    assert the_one(driver).stop == halte.id
    assert driver.canvas.sight.seen().contains(the_one(driver).at)


def test_on_a_quiet_map_it_is_seen_when_it_is_laid(driver):
    driver.press("quiet")
    driver.drop(compass_mime(), OPEN)
    assert not driver.canvas.quiet
    assert item_of(driver, the_one(driver)).isVisible()


def test_a_quiet_map_hides_it(driver, laid, card):
    driver.press("quiet")
    assert not item_of(driver, laid).isVisible()
    assert not card.isVisible()
    driver.program.workbench.choose()
    driver.tap(OPEN)
    assert not driver.chosen
    driver.press("quiet")
    assert item_of(driver, laid).isVisible()


# Turning it


def test_the_needle_follows_the_hand_and_stays_where_it_was_left(driver, laid):
    start, end = needle(driver), beside(driver, laid, 135)
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(driver.port, beside(driver, laid, 60))
    assert item_of(driver, laid).direction == pytest.approx(60, abs=2)
    assert the_one(driver).direction == 0
    QTest.mouseMove(driver.port, end)
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=end)
    assert the_one(driver).direction == pytest.approx(135, abs=2)
    assert driver.chosen == {laid.id}
    assert the_one(driver).at == laid.at
    driver.press("undo")
    assert the_one(driver).direction == 0
    assert item_of(driver, laid).direction == 0


def test_where_its_tip_points_out_of_view_it_is_turned_by_its_tail(driver):
    driver.wheel(OPEN, 6)
    seen = driver.canvas.sight.seen()
    moment = lay(driver, Point(seen.centre.x - 200, seen.y + 20))
    driver.program.workbench.choose([moment.id])
    start, end = needle(driver), beside(driver, moment, 225)
    assert driver.port.rect().contains(start)
    assert start.y() > driver.seen(moment.at).y()
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(driver.port, end)
    assert (needle(driver) - end).manhattanLength() < 60
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=end)
    assert the_one(driver).direction == pytest.approx(45, abs=2)


def test_escape_gives_the_turning_up(driver, laid):
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=needle(driver))
    QTest.mouseMove(driver.port, beside(driver, laid, 60))
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert item_of(driver, laid).direction == 0
    assert the_one(driver) == laid


def test_one_finger_turns_it(driver, laid, screen):
    fingers = Fingers(driver, screen)
    fingers.press(needle(driver))
    for degrees in (20, 50, 90):
        fingers.move(beside(driver, laid, degrees))
    fingers.lift(beside(driver, laid, 90))
    assert the_one(driver).direction == pytest.approx(90, abs=2)


def test_a_pen_turns_it(driver, laid):
    kind = QTabletEvent.Type
    way = [needle(driver), beside(driver, laid, 300), beside(driver, laid, 270)]
    send_pen(driver, kind.TabletPress, way[0])
    for spot in way[1:]:
        send_pen(driver, kind.TabletMove, spot)
    send_pen(driver, kind.TabletRelease, way[-1])
    assert the_one(driver).direction == pytest.approx(270, abs=2)


def test_alt_and_the_arrows_turn_it_a_little_in_one_step_a_row(driver, laid):
    for _press in range(3):
        driver.key(Qt.Key.Key_Right, _ALT, widget=driver.canvas)
    assert the_one(driver).direction == 15
    driver.key(Qt.Key.Key_Left, _ALT, widget=driver.canvas)
    assert the_one(driver).direction == 10
    driver.press("undo")
    assert the_one(driver).direction == 0


def test_what_turns_it_and_what_moves_it_lie_apart_for_a_finger(driver, laid):
    driver.press("fit")
    away = needle(driver) - driver.seen(laid.at)
    assert math.hypot(away.x(), away.y()) >= look.TARGET_PX


def test_it_can_be_hit_as_a_target_should_on_a_small_map(driver, laid):
    driver.program.workbench.choose()
    assert look.COMPASS_UNITS * driver.canvas.sight.scale < look.TARGET_PX
    spot = driver.seen(laid.at) + QPoint(look.TARGET_PX // 2 - 1, 0)
    QTest.mouseClick(driver.port, Qt.MouseButton.LeftButton, pos=spot)
    assert driver.chosen == {laid.id}


# Marking it, and words


def test_typing_writes_its_text_and_nothing_else_is_needed(driver, laid, card):
    driver.type("Wil ik dit wel")
    assert the_one(driver).text == "Wil ik dit wel"
    assert card.text.hasFocus()
    driver.key(Qt.Key.Key_Escape)
    assert driver.canvas.hasFocus()
    assert driver.chosen == {laid.id}
    driver.press("undo")
    assert the_one(driver).text == ""
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not driver.chosen
    assert not card.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_go_on_with_its_words(driver, laid, card, key):
    driver.key(key, widget=driver.canvas)
    assert card.text.hasFocus()


def test_the_tab_key_goes_from_the_map_through_the_card(driver, laid, card):
    click(card.impulses[Impulse.EXTERNAL])
    driver.canvas.setFocus()
    passed = []
    for _stop in range(6):
        driver.key(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    stops = card.tab_stops()
    assert passed[0] is card.close_button
    assert passed[1:5] == stops[:4]
    assert passed[5] in card.audience.buttons.values()


def test_it_is_from_oneself_or_asked_for_or_neither(driver, laid, card):
    assert not card.asker.isVisible()
    click(card.impulses[Impulse.INTERNAL])
    assert the_one(driver).impulse is Impulse.INTERNAL
    click(card.impulses[Impulse.EXTERNAL])
    assert the_one(driver).impulse is Impulse.EXTERNAL
    assert not card.impulses[Impulse.INTERNAL].isChecked()
    assert card.asker.isVisible()
    QTest.keyClicks(card.asker, "Mevrouw De Vries")
    assert the_one(driver).asker == "Mevrouw De Vries"
    click(card.impulses[Impulse.EXTERNAL])
    assert the_one(driver).impulse is None
    assert not card.asker.isVisible()


def test_its_kind_is_told_by_form_without_colour(driver):
    greys = []
    for impulse in (None, *Impulse):
        moment = lay(driver, OPEN, impulse=impulse)
        picture = QImage(48, 48, QImage.Format.Format_Grayscale8)
        picture.fill(190)
        driver.canvas.scene().render(
            (painter := _painter(picture)),
            QRectF(0, 0, 48, 48),
            QRectF(OPEN.x - 57, OPEN.y - 57, 114, 114),
        )
        painter.end()
        greys.append([picture.pixelColor(x, 24).lightness() for x in range(48)])
        driver.program.workbench.edit("x", lambda now, key=moment.id: edits.remove(now, [key]))
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert sum(abs(a - b) > 60 for a, b in zip(greys[one], greys[other], strict=True)) >= 6


def _painter(picture):
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def test_the_card_says_who_may_see_it_and_takes_it_away(driver, laid, card):
    click(card.audience.buttons[Audience.SELF])
    assert the_one(driver).audience is Audience.SELF
    click(card.remove)
    assert not driver.journey.compass_moments
    assert not card.isVisible()
    assert driver.canvas.hasFocus()
    assert driver.messages.last.text == "Kompas weggehaald."
    driver.messages.take_up("Zet terug")
    assert the_one(driver).id == laid.id


def test_its_card_says_when_its_halte_is_for_fewer_people(driver, card):
    workbench = driver.program.workbench
    stop = Stop(id="s1", at=Point(1300, 700))
    workbench.edit("Earlier", lambda now: edits.start_stop(now, stop))
    moment = lay(driver, stop="s1")
    workbench.choose({moment.id})
    assert not card.narrower.isVisible()
    workbench.edit("Earlier", lambda now: edits.show_to(now, ["s1"], Audience.SELF))
    assert card.narrower.text() == "De halte is alleen voor jou, dus dit ook."
    assert card.narrower.isVisible()
    workbench.edit("Earlier", lambda now: edits.show_to(now, [moment.id], Audience.SELF))
    assert not card.narrower.isVisible()


def test_closed_the_card_stays_away_until_it_is_asked_for(driver, laid, card):
    click(card.close_button)
    assert not card.isVisible()
    assert driver.chosen == {laid.id}
    driver.key(Qt.Key.Key_Return, widget=driver.canvas)
    assert card.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (860, 520)])
def test_the_card_never_covers_the_compass_nor_leaves_the_window(driver, size):
    driver.window.resize(*size)
    driver.press("fit")
    for at in (OPEN, Point(120, 120), Point(2280, 1480), Point(1200, 800), Point(700, 1500)):
        driver.program.workbench.choose()
        driver.drop(compass_mime(), at)
        click(driver.program.compass.card.impulses[Impulse.EXTERNAL])
        card, stage = driver.program.compass.card, driver.window.stage
        area = driver.canvas.lights.needle.area(driver.canvas.viewportTransform())
        sheet = card.sheet().translated(QPointF(card.pos()))
        assert not sheet.intersects(area)
        assert QRectF(stage.rect()).contains(sheet)


def test_many_words_leave_the_card_in_the_window(driver, laid, card):
    driver.type("x")
    card.text.insertPlainText("Een lange zin over wat er te zien was. " * 60)
    QApplication.processEvents()
    assert QRectF(driver.window.stage.rect()).contains(card.sheet().translated(QPointF(card.pos())))
    assert card.text.cursorRect().bottom() <= card.text.viewport().height() + 2


# Reading it


def slips(driver):
    return {slip.record_id: slip.said for slip in driver.canvas.work.writer.reader.slips}


def test_its_words_are_read_with_its_halte_and_else_the_map_is_quiet(driver, halte):
    moment = lay(
        driver,
        halte.at + Point(260, 0),
        stop=halte.id,
        text="Ik kijk vooruit",
        impulse=Impulse.EXTERNAL,
        asker="Opa",
    )
    assert slips(driver) == {}
    driver.program.workbench.choose([halte.id])
    assert slips(driver) == {moment.id: "Ik kijk vooruit\nOpa vroeg ernaar"}
    driver.program.workbench.choose([photos_of(driver.journey, halte.id)[0].id])
    assert moment.id in slips(driver)
    driver.program.workbench.choose()
    assert slips(driver) == {}


def test_its_letters_are_as_large_as_those_of_notes(driver, halte):
    lay(driver, halte.at + Point(260, 0), stop=halte.id, text="Ik kijk vooruit")
    driver.program.workbench.choose([halte.id])
    (slip,) = driver.canvas.work.writer.reader.slips
    assert slip.letters >= max(look.TEXT_PX, look.NOTE_TEXT_UNITS * driver.canvas.sight.scale - 1)


def test_two_slips_beside_one_halte_lie_apart(driver, halte):
    for aside in (-260, 260):
        lay(driver, halte.at + Point(aside, 0), stop=halte.id, text="Een paar woorden " * 4)
    driver.program.workbench.choose([halte.id])
    one, other = driver.canvas.work.writer.reader.slips
    to_view = driver.canvas.viewportTransform()
    areas = [slip.rect().translated(to_view.map(slip.pos())) for slip in (one, other)]
    assert not areas[0].intersects(areas[1])


def test_where_others_look_a_tap_only_tells_its_words_and_another_opens_the_card(driver):
    moment = lay(driver, text="Wil ik dit")
    driver.program.workbench.look_as(Audience.CLASS)
    driver.tap(OPEN)
    assert not driver.program.compass.is_open
    assert slips(driver) == {moment.id: "Wil ik dit"}
    driver.tap(OPEN)
    assert driver.program.compass.card.isVisible()
    assert slips(driver) == {}


def test_on_a_board_it_has_larger_targets_and_its_words_can_be_read_from_afar(driver, screen):
    moment = lay(driver, text="Wil ik dit")
    driver.press("board")
    driver.until(driver.window.isFullScreen)
    fingers = Fingers(driver, screen)
    spot = driver.seen(OPEN) + QPoint(look.TARGET_BOARD_PX // 2 - 1, 0)
    fingers.press(spot)
    fingers.lift(spot)
    assert driver.chosen == {moment.id}
    assert slips(driver) == {moment.id: "Wil ik dit"}
    away = needle(driver) - driver.seen(moment.at)
    assert math.hypot(away.x(), away.y()) >= look.TARGET_BOARD_PX
    driver.press("board")


def test_what_is_closed_to_the_class_is_not_there_for_it(driver):
    moment = lay(driver, audience=Audience.SELF)
    driver.program.workbench.look_as(Audience.CLASS)
    assert item_of(driver, moment) is None


# Moving it, and all else that is done with things


def test_dragged_onto_a_halte_it_belongs_there_and_dragged_off_it_does_not(driver, laid, halte):
    driver.drag(OPEN, halte.at, let_go=False)
    assert driver.canvas.lights.stop_id == halte.id
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=driver.seen(halte.at))
    assert the_one(driver).stop == halte.id
    assert driver.canvas.lights.stop_id is None
    driver.drag(halte.at, ELSEWHERE)
    assert the_one(driver).stop is None
    assert the_one(driver).at.distance(ELSEWHERE) < 4
    driver.press("undo")
    assert the_one(driver).stop == halte.id
    driver.press("undo")
    assert the_one(driver) == laid


def test_moved_a_little_beside_its_halte_it_stays_with_it(driver, halte):
    driver.program.workbench.choose([halte.id])
    driver.program.workbench.take_out_compass()
    for _press in range(3):
        driver.key(Qt.Key.Key_Down, widget=driver.canvas)
    assert the_one(driver).stop == halte.id
    for _press in range(40):
        driver.key(Qt.Key.Key_Down, widget=driver.canvas)
    assert the_one(driver).stop is None
    driver.press("undo")
    assert the_one(driver).stop == halte.id


def test_leaving_a_closed_halte_opens_nothing(driver, halte):
    driver.program.workbench.edit("x", lambda now: edits.show_to(now, [halte.id], Audience.SELF))
    driver.drop(compass_mime(), halte.at)
    driver.drag(halte.at, ELSEWHERE)
    assert the_one(driver).stop is None
    assert the_one(driver).audience is Audience.SELF


def test_a_finger_carries_the_chosen_one(driver, laid, screen):
    fingers = Fingers(driver, screen)
    start = driver.seen(OPEN)
    fingers.press(start)
    for step in range(1, 8):
        fingers.move(start + QPoint(-12 * step, 0))
    fingers.lift(start + QPoint(-84, 0))
    assert the_one(driver).at.x < OPEN.x - 100


def test_a_tap_with_a_finger_opens_its_card(driver, laid, card, screen):
    driver.program.workbench.choose()
    fingers = Fingers(driver, screen)
    fingers.press(driver.seen(OPEN))
    fingers.lift(driver.seen(OPEN))
    assert driver.chosen == {laid.id}
    assert card.isVisible()


def test_it_is_chosen_by_a_rectangle_and_with_everything(driver, laid):
    driver.program.workbench.choose()
    driver.drag(OPEN - Point(200, 200), OPEN + Point(200, 200), modifiers=_SHIFT)
    assert driver.chosen == {laid.id}
    driver.program.workbench.choose()
    driver.press("choose-all")
    assert driver.chosen == {laid.id}


def test_del_takes_it_away_and_undo_brings_it_back(driver, laid):
    driver.canvas.setFocus()
    driver.press("remove")
    assert not driver.journey.compass_moments
    driver.press("undo")
    assert the_one(driver) == laid


def test_a_copy_lies_a_little_beside_it(driver, laid):
    driver.type("Wil ik dit")
    driver.key(Qt.Key.Key_Escape)
    driver.press("copy")
    driver.settle()
    assert QApplication.clipboard().mimeData().text() == "Wil ik dit"
    driver.press("paste")
    driver.settle()
    one, other = driver.journey.compass_moments.values()
    assert other.text == "Wil ik dit"
    assert driver.chosen == {other.id}
    assert 0 < one.at.distance(other.at) < 60


def test_it_does_not_go_along_when_its_halte_is_moved_as_notes_do_not(driver, halte):
    moment = lay(driver, halte.at + Point(260, 0), stop=halte.id)
    driver.program.workbench.choose([halte.id])
    driver.key(Qt.Key.Key_Up, widget=driver.canvas)
    assert the_one(driver).at == moment.at


def test_a_thread_shows_to_which_halte_it_belongs(driver, halte):
    driver.program.workbench.choose([halte.id])
    to_view = driver.canvas.viewportTransform()
    before = len(driver.canvas.lights.threads(to_view))
    lay(driver, halte.at + Point(300, 200), stop=halte.id)
    assert len(driver.canvas.lights.threads(to_view)) == before + 1


def test_writing_is_asked_for_elsewhere(driver, laid, card):
    driver.program.workbench.choose()
    driver.program.workbench.write_requested.emit(laid.id)
    assert card.text.hasFocus()


def test_the_text_tool_writes_at_it(driver, laid, card):
    driver.press("text")
    driver.tap(OPEN)
    assert card.text.hasFocus()
    assert not driver.journey.notes


def test_with_a_pen_in_hand_the_card_is_out_of_the_way(driver, laid, card):
    driver.press("path")
    assert not card.isVisible()
    driver.press("choose")
    assert card.isVisible()


def test_another_journey_closes_the_card(driver, laid, card):
    driver.program.workbench.desk.history.mark_saved(driver.journey)
    driver.press("new")
    driver.settle()
    assert not card.isVisible()
    assert not list(driver.canvas.scene().compasses())


# Pictures


def test_a_picture_shows_it_and_no_lock(driver):
    desk = driver.program.workbench.desk
    without, _missing = picture_of(desk, 480, 320, desk.media.rendition)
    lay(driver)
    with_it, _missing = picture_of(desk, 480, 320, desk.media.rendition)
    assert _off(without, with_it, OPEN, 24) > 40
    assert _off(without, with_it, ELSEWHERE, 60) == 0


def test_an_upright_picture_shows_the_part_in_which_it_lies(driver):
    lay(driver, Point(300, 300))
    lay(driver, Point(500, 500))
    desk: Desk = driver.program.workbench.desk
    part = travelled(desk, 9 / 16)
    assert part.contains(Point(300, 300))
    assert part.width < 1000


def _off(one, other, at, reach):
    """How many pixels of two pictures differ around a point of the map."""
    first, second = (QImage.fromData(data, "PNG") for data in (one, other))
    scale = first.width() / 2400
    x, y, half = round(at.x * scale), round(at.y * scale), round(reach * scale * 2)
    return sum(
        first.pixel(column, row) != second.pixel(column, row)
        for column in range(x - half, x + half)
        for row in range(y - half, y + half)
    )


def test_a_loose_halte_is_named_by_the_light_too(driver):
    stop = Stop(id="s", at=Point(1000, 900))
    driver.program.workbench.edit("x", lambda now: edits.start_stop(now, stop))
    pin = driver.canvas.scene().pins_of("s")[0]
    at = driver.canvas.to_map(driver.canvas.viewportTransform().map(pin.pos()) + pin.head())
    driver.hover(compass_mime(), at)
    assert driver.canvas.lights.label == "Bij je halte"
