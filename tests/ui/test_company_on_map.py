"""Who travels along, on the map: tokens beside a halte, and the stretches of a person."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of
from reisblog.model.records import Audience, Companion, Stop, Token
from reisblog.ui.canvas.seats import seats_beside

# The offscreen platform cannot raise the little window of a tooltip.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
FOREST = "dilemmabos"
INN = "herberg-voor-inspirerende-ontmoetingen"


@pytest.fixture
def workbench(driver):
    return driver.program.workbench


@pytest.fixture
def people(workbench):
    def make(*names):
        for name in names:
            person = Companion(id=name.lower(), name=name)
            workbench.edit("x", lambda now, person=person: edits.welcome(now, person))

    return make


@pytest.fixture
def halte(driver, workbench, photos):
    """Starts a halte with photos at a place, with these along; nothing is chosen after it."""

    def make(place, count, *along):
        driver.drop(photos(count), driver.place(place))
        (stop_id,) = driver.chosen
        for who in along:
            workbench.edit(
                "x", lambda now, who=who: edits.accompany(now, who, [stop_id], along=True)
            )
        workbench.choose()
        return stop_id

    return make


def seats(driver):
    canvas = driver.canvas
    port = QRectF(canvas.viewport().rect())
    return canvas.lights.seats(canvas.viewportTransform(), port)


def names(driver):
    return [seat.companion.name if seat.companion else "..." for seat in seats(driver)]


def fan(driver, stop_id):
    """The box around a halte's photos, in pixels of the view."""
    box = QRectF()
    for frame in driver.canvas.lights.frames_of(stop_id):
        box = box.united(driver.canvas.viewportTransform().map(frame).boundingRect())
    return box


def picture(driver):
    """What the map shows, once all is there that comes by itself."""
    driver.settle()
    driver.until(lambda: driver.program.map_layer.settled)
    driver.canvas.scene().sharpen(1.0)
    return driver.port.grab().toImage()


def tap(driver, at: QPointF):
    QTest.mouseClick(driver.port, LEFT, Qt.KeyboardModifier.NoModifier, at.toPoint())
    QApplication.processEvents()


def test_tokens_show_with_the_chosen_halte_and_only_then(driver, workbench, people, halte):
    people("Sam", "Fatima")
    stop_id = halte(FOREST, 2, "sam", "fatima")
    assert not seats(driver)
    before = picture(driver)
    workbench.choose([stop_id])
    assert names(driver) == ["Sam", "Fatima"]
    assert picture(driver) != before
    workbench.choose([bundle_of(driver.journey, stop_id)[0].id])
    assert names(driver) == ["Sam", "Fatima"]
    workbench.choose()
    assert picture(driver) == before


def test_three_tokens_and_then_dots(driver, workbench, people, halte):
    people("Sam", "Fatima", "Bert", "Ineke", "Mama")
    workbench.choose([halte(FOREST, 1, "sam", "fatima", "bert", "ineke", "mama")])
    assert names(driver) == ["Sam", "Fatima", "Bert", "..."]


@pytest.mark.parametrize("count", [1, 4, 7])
def test_tokens_are_targets_beside_the_photos_and_never_on_them(
    driver, workbench, people, halte, count
):
    people("Sam", "Fatima", "Bert")
    stop_id = halte(FOREST, count, "sam", "fatima", "bert")
    workbench.choose([stop_id])
    port = QRectF(driver.port.rect())
    for seat in seats(driver):
        assert seat.area.width() >= look.TARGET_PX <= seat.area.height()
        assert not seat.area.intersects(fan(driver, stop_id))
        assert port.contains(seat.area)


def test_a_halte_of_words_has_its_tokens_beside_its_pin(driver, workbench, people):
    people("Sam")
    workbench.edit(
        "x",
        lambda now: edits.start_stop(now, Stop(id="s", places=(INN,), at=Point(1500, 300))),
    )
    workbench.edit("x", lambda now: edits.accompany(now, "sam", ["s"], along=True))
    workbench.choose(["s"])
    (seat,) = seats(driver)
    (head,) = driver.canvas.lights.heads("s", driver.canvas.viewportTransform())
    assert not seat.area.contains(head)
    assert (seat.area.center() - head).manhattanLength() < 150


def test_words_of_the_halte_are_read_beside_the_tokens(driver, workbench, people, halte):
    people("Sam", "Fatima")
    stop_id = halte(FOREST, 2, "sam", "fatima")
    workbench.edit("x", lambda now: edits.change_stop(now, stop_id, text="Lang gelopen. " * 9))
    workbench.choose([stop_id])
    driver.window.unfold_panel(unfolded=False)
    words = driver.canvas.work.writer.reader.words
    to_view = driver.canvas.viewportTransform()
    read = QRectF(to_view.map(words.pos()), words.rect().size())
    assert not any(read.intersects(seat.area) for seat in seats(driver))


def test_a_tap_on_a_token_lights_the_person_and_esc_puts_it_out(driver, workbench, people, halte):
    people("Sam")
    first, second = halte(FOREST, 2, "sam"), halte(INN, 1, "sam")
    before = picture(driver)
    workbench.choose([first])
    tap(driver, seats(driver)[0].area.center())
    assert driver.chosen == {"sam"}
    lit = picture(driver)
    assert lit != before
    for stop_id in (first, second):
        ring = fan(driver, stop_id).adjusted(-9, -9, 9, 9)
        edge = QPoint(round(ring.center().x()), round(ring.bottom()))
        around = [lit.pixelColor(edge + QPoint(0, down)).lightness() for down in range(-2, 3)]
        assert min(around) < 90  # a line of ink, not colour alone
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not driver.chosen
    assert picture(driver) == before


def test_the_name_of_who_is_chosen_is_written_at_the_first_stretch(
    driver, workbench, people, halte
):
    people("Sam")
    stop_id = halte(FOREST, 2, "sam")
    workbench.choose(["sam"])
    corner = fan(driver, stop_id).adjusted(-9, -9, 9, 9).topLeft().toPoint()
    beside = QRect(corner + QPoint(20, -12), QSize(40, 24))
    short = picture(driver).copy(beside)
    workbench.edit("x", lambda now: edits.change_companion(now, "sam", name="Sanne"))
    assert picture(driver).copy(beside) != short


def test_a_pointer_at_rest_on_a_token_tells_who_it_is(driver, workbench, people, halte):
    people("<b>Sam</b>")
    workbench.choose([halte(FOREST, 2, "<b>sam</b>")])
    spot = seats(driver)[0].area.center().toPoint()
    tip = QHelpEvent(QEvent.Type.ToolTip, spot, driver.port.mapToGlobal(spot))
    QApplication.sendEvent(driver.port, tip)
    assert "&lt;b&gt;Sam" in QToolTip.text()
    QToolTip.hideText()


def test_a_tap_on_a_token_with_a_finger(driver, workbench, people, halte):
    people("Sam", "Fatima")
    workbench.choose([halte(FOREST, 2, "sam", "fatima")])
    spot = seats(driver)[1].area.center().toPoint()
    finger = QTest.touchEvent(driver.port, QTest.createTouchDevice(), autoCommit=False)
    finger.press(0, spot, driver.port)
    finger.commit()
    finger.release(0, spot, driver.port)
    finger.commit()
    assert driver.chosen == {"fatima"}


def test_choosing_something_else_puts_the_light_out(driver, workbench, people, halte):
    people("Sam")
    stop_id = halte(FOREST, 1, "sam")
    workbench.choose(["sam"])
    driver.tap(Point(1330, 930))
    assert not driver.chosen
    workbench.choose(["sam"])
    driver.tap(driver.photo_spot(bundle_of(driver.journey, stop_id)[0].id))
    assert "sam" not in driver.chosen


def test_a_drag_from_a_token_pans_and_moves_nothing(driver, workbench, people, halte):
    people("Sam")
    workbench.choose([halte(FOREST, 2, "sam")])
    driver.wheel(driver.place(FOREST), 4)
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    at = seats(driver)[0].area.center().toPoint()
    QTest.mousePress(driver.port, LEFT, Qt.KeyboardModifier.NoModifier, at)
    for step in range(1, 6):
        QTest.mouseMove(driver.port, at + QPoint(12 * step, 8 * step))
    QTest.mouseRelease(driver.port, LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(60, 40))
    assert driver.journey == before
    assert driver.canvas.sight.seen().centre != seen


def test_del_and_arrows_leave_a_person_alone(driver, workbench, people, halte):
    people("Sam")
    halte(FOREST, 1, "sam")
    workbench.choose(["sam"])
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    assert not driver.window.actions_by_id["remove"].isEnabled()
    assert not driver.window.actions_by_id["copy"].isEnabled()
    driver.canvas.handling.remove_chosen()
    driver.wheel(driver.place(FOREST), 4)
    driver.key(Qt.Key.Key_Left, widget=driver.canvas)
    assert driver.journey == before
    assert driver.chosen == {"sam"}
    assert driver.canvas.sight.seen().centre != seen


def test_the_quiet_map_shows_neither_tokens_nor_stretches(driver, workbench, people, halte):
    people("Sam")
    stop_id = halte(FOREST, 2, "sam")
    driver.press("quiet")
    bare = picture(driver)
    workbench.choose(["sam"])
    assert picture(driver) == bare
    workbench.choose([stop_id])
    with_frame = picture(driver)
    workbench.edit("x", lambda now: edits.accompany(now, "sam", [stop_id], along=False))
    assert picture(driver) == with_frame


def test_the_class_sees_nobody_who_is_closed_to_it(driver, workbench, people, halte):
    people("Sam", "Fatima")
    stop_id = halte(FOREST, 2, "sam", "fatima")
    workbench.edit("x", lambda now: edits.show_to(now, ["sam"], Audience.SELF))
    workbench.choose(["sam"])
    driver.press("see-as-class")
    assert not driver.chosen
    workbench.choose([stop_id])
    assert names(driver) == ["Fatima"]


def test_on_a_board_tokens_are_as_large_as_a_board_asks(driver, workbench, people, halte):
    people("Sam")
    stop_id = halte(FOREST, 2, "sam")
    driver.press("board")
    workbench.choose([stop_id])
    (seat,) = seats(driver)
    assert seat.area.width() >= look.TARGET_BOARD_PX
    driver.press("board")


def test_a_portrait_shows_on_the_map_once_it_is_there(driver, workbench, people, halte):
    people("Sam")
    stop_id = halte(FOREST, 2, "sam")
    workbench.choose([stop_id])
    area = seats(driver)[0].area.toRect()
    initials = picture(driver).copy(area)
    workbench.edit("x", lambda now: edits.portray(now, "sam", token=Token.MOON))
    drawn = picture(driver).copy(area)
    assert drawn != initials
    photo = bundle_of(driver.journey, stop_id)[0]
    workbench.edit("x", lambda now: edits.portray(now, "sam", portrait=photo.id))
    driver.until(lambda: driver.program.pictures.pixmap(photo.media, 128) is not None)
    assert picture(driver).copy(area) not in (initials, drawn)


def test_seats_go_where_they_cover_least():
    port = QRectF(0, 0, 1000, 700)
    thing = QRectF(400, 300, 200, 150)
    above = seats_beside(thing, 3, 44, port=port, obstacles=[])
    assert all(seat.bottom() <= thing.top() for seat in above)
    assert above[-1].right() == thing.right()
    crowded = [QRectF(380, 200, 240, 95)]
    beside = seats_beside(thing, 3, 44, port=port, obstacles=crowded)
    assert all(seat.left() >= thing.right() for seat in beside)
    at_the_edge = QRectF(790, 5, 205, 150)
    left = seats_beside(at_the_edge, 3, 44, port=port, obstacles=[])
    assert all(port.contains(seat) and not seat.intersects(at_the_edge) for seat in left)


def test_a_rendered_picture_has_neither_tokens_nor_stretches(driver, workbench, people, halte):
    people("Sam")
    halte(FOREST, 2, "sam")
    halte(INN, 1, "sam")

    def rendered():
        image = QImage(600, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        driver.canvas.scene().render(painter)
        painter.end()
        return image

    before = rendered()
    workbench.choose(["sam"])
    assert rendered() == before
