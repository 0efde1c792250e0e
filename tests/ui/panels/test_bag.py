"""The bag one looks into: what lies in it, where it came from, and what is laid down again."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, BackpackItem, BackpackKind, Stop
from reisblog.ui.finger_drag import FingerDrag
from reisblog.ui.mimes import COMPASS, THING
from tests import journeys
from tests.finger import Finger

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

LEFT = Qt.MouseButton.LeftButton
HERBERG = "herberg-voor-inspirerende-ontmoetingen"
OPEN = Point(1330, 930)


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture
def finger(driver, screen):
    return Finger(driver.window, screen)


@pytest.fixture
def carry(given):
    """Puts things in the bag; their ids are their words in small letters."""

    def put(*words, **fields):
        for text in words:
            item = BackpackItem(id=text.lower(), text=text, **fields)
            given(lambda now, item=item: edits.pack(now, item))

    return put


@pytest.fixture
def halte(given):
    def make(stop_id="s1", *, places=(HERBERG,), **fields):
        stop = Stop(id=stop_id, at=Point(1200, 300), places=places, **fields)
        given(lambda now: edits.start_stop(now, stop))

    return make


def entry(menu, words):
    (action,) = [action for action in menu.actions() if action.text() == words]
    return action


def over(driver, place):
    """A place on the canvas, in pixels of the window."""
    return driver.port.mapTo(driver.window, driver.seen(driver.place(place)))


def in_view(bag):
    """The labels in the bag, from the highest to the lowest."""
    return sorted(bag.labels.values(), key=lambda label: (label.y(), label.x()))


def all_lie_in(driver, bag, many):
    """Wait until so many labels, called ding 0 and so on, have been made and laid in the bag."""
    driver.until(lambda: len(bag.labels) == many)
    last, shelf = bag.labels[f"ding {many - 1}"], bag.bag.inside.widget()
    driver.until(lambda: 500 < last.geometry().bottom() <= shelf.height())
    QTest.qWait(1)


# Looking into it


@pytest.mark.parametrize("width", [280, 320, 448])
@pytest.mark.parametrize("many", [0, 1, 15, 100])
def test_whatever_is_in_it_stays_within_the_bag(driver, page, given, width, many):
    def fill(now):
        for number in range(many):
            words = "Ik kan goed met kinderen omgaan" if number % 3 else "Rekenen"
            now = edits.pack(now, BackpackItem(id=f"b{number}", text=words))
        return now

    given(fill)
    bag = page("backpack")
    driver.window.panel.setFixedWidth(width)
    driver.until(lambda: bag.viewport().width() >= width - 20 and len(bag.labels) == many)
    QApplication.processEvents()
    inside = bag.bag.inside
    assert bag.bag.width() <= bag.viewport().width()
    assert all(
        label.x() >= 0 and label.geometry().right() <= inside.viewport().width()
        for label in bag.labels.values()
    )
    for label in bag.labels.values():  # nothing is cut off, nothing lies on anything else
        assert label.height() >= label.heightForWidth(label.width())
    instruments = bag.bag.instruments
    assert instruments.geometry().bottom() < bag.bag.height()
    for button in (instruments.compass, instruments.map, instruments.guide):
        assert button.width() >= 44
        assert button.height() >= 44
    assert bag.empty.isVisible() == (many == 0)


def test_a_hundred_things_scroll_below_the_rim_and_the_pocket_stays_in_view(driver, page, carry):
    carry(*(f"Ding {number}" for number in range(100)))
    bag = page("backpack")
    assert len(bag.labels) < 100  # a click is answered at once; the others come in a moment
    all_lie_in(driver, bag, 100)
    driver.until(lambda: bag.bag.inside.verticalScrollBar().maximum() > 1000)
    pocket = bag.bag.instruments
    seen = pocket.mapTo(bag.viewport(), QPoint(0, pocket.height()))
    assert seen.y() <= bag.viewport().height()
    bag.labels["ding 99"].field.setFocus(Qt.FocusReason.TabFocusReason)
    bag.bag.inside.ensureWidgetVisible(bag.labels["ding 99"])
    assert not bag.labels["ding 99"].visibleRegion().isEmpty()


@pytest.mark.parametrize("width", [look.PANEL_NARROW_PX, look.PANEL_PX])
def test_a_long_word_stays_whole(driver, page, given, halte, width):
    halte()
    for key, laid in (("in", None), ("ook", None), ("nog", None), ("neergelegd", "s1")):
        item = BackpackItem(id=key, text="doorzettingsvermogen", stop="s1", laid=laid)
        given(lambda now, item=item: edits.pack(now, item))
    backpack = page("backpack")
    driver.window.panel.setFixedWidth(width)
    driver.settle()
    for label in backpack.labels.values():
        line = QFontMetrics(label.field.font()).lineSpacing()
        assert label.field.height() < 2 * line
        assert label.rect().contains(label.more.geometry())
        assert label.rect().contains(label.field.geometry())


def test_a_bag_that_is_filled_at_once_is_as_high_as_one_filled_in_turn(driver, page, given):
    backpack = page("backpack")

    def fill(now):
        for number in range(20):
            now = edits.pack(now, BackpackItem(id=f"b{number}", text=f"ding {number}"))
            now = edits.put_down(now, f"b{number}", None)
        return now

    given(fill)
    driver.settle()
    driver.until(lambda: backpack.bag.height() >= backpack.bag.minimumSizeHint().height())


def test_an_empty_bag_says_what_may_be_in_it(page):
    words = page("backpack").empty.text()
    assert "sleep er een foto in" in words
    assert "?" not in words


# Where it was picked up


def test_what_is_added_while_a_halte_is_chosen_is_picked_up_there(driver, page, halte):
    halte()
    bag = page("backpack")
    assert not bag.origin.isVisible()
    driver.program.workbench.choose({"s1"})
    assert bag.origin.text().strip() == "Opgepakt in de Herberg"
    bag.begin()
    driver.type("Luisteren")
    driver.key(Qt.Key.Key_Return)
    (item,) = driver.journey.backpack.values()
    assert item.stop == "s1"
    assert bag.labels[item.id].luggage.lines == (("pin", "In de Herberg"),)
    assert "Opgepakt in de Herberg" in bag.labels[item.id].field.accessibleDescription()


def test_one_press_lets_it_be_from_nowhere_and_another_from_there_again(driver, page, halte):
    halte()
    driver.program.workbench.choose({"s1"})
    bag = page("backpack")
    bag.begin()
    QTest.mouseClick(bag.origin, LEFT)
    assert bag.field.hasFocus()
    driver.type("Rekenen")
    driver.key(Qt.Key.Key_Return)
    (item,) = driver.journey.backpack.values()
    assert item.stop is None
    assert bag.labels[item.id].luggage.lines == ()
    QTest.mouseClick(bag.origin, LEFT)
    assert bag.origin.picked_up_at == "s1"


def test_with_no_halte_chosen_it_is_picked_up_nowhere_and_nothing_is_said(driver, page, halte):
    halte()
    page("backpack").begin()
    driver.type("Rekenen")
    driver.key(Qt.Key.Key_Return)
    (item,) = driver.journey.backpack.values()
    assert item.stop is None


def test_a_halte_with_a_name_is_called_by_it_also_when_that_changes(driver, page, halte, carry):
    halte(title="Eerste dag")
    carry("Rekenen", stop="s1")
    label = page("backpack").labels["rekenen"]
    assert label.luggage.lines == (("pin", "Bij “Eerste dag”"),)
    driver.program.workbench.edit("x", lambda now: edits.change_stop(now, "s1", title="Begin"))
    assert label.luggage.lines == (("pin", "Bij “Begin”"),)


def test_a_very_long_name_of_a_halte_keeps_the_panel_in_its_width(driver, page, halte):
    halte(title="heel " * 50)
    driver.program.workbench.choose({"s1"})
    bag = page("backpack")
    QApplication.processEvents()
    assert bag.widget().width() <= bag.viewport().width()
    assert bag.origin.accessibleName().count("heel") == 50


# Laying it down on the way


def test_a_thing_is_laid_down_at_the_chosen_halte_and_taken_along_again(driver, page, halte, carry):
    halte()
    carry("Rekenen")
    bag = page("backpack")
    assert not bag.laid.isVisible()
    menu = bag.labels["rekenen"].menu()
    assert not entry(menu, "Leg neer bij de gekozen halte").isEnabled()
    driver.program.workbench.choose({"s1"})
    entry(bag.labels["rekenen"].menu(), "Leg neer bij de gekozen halte").trigger()
    assert driver.journey.backpack["rekenen"].laid == "s1"
    assert bag.laid.isVisible()
    assert not bag.bag.isAncestorOf(bag.labels["rekenen"])
    assert ("tray", "In de Herberg") in bag.labels["rekenen"].luggage.lines
    entry(bag.labels["rekenen"].menu(), "Neem weer mee").trigger()
    assert driver.journey.backpack["rekenen"].laid is None
    assert bag.bag.isAncestorOf(bag.labels["rekenen"])
    assert not bag.laid.isVisible()


def dropped_thing(item_id):
    mime = QMimeData()
    mime.setData(THING, item_id.encode())
    return mime


def test_a_label_dragged_onto_a_place_is_laid_down_at_its_halte(driver, page, halte, carry):
    halte()
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    driver.hover(label.mime_data(), driver.place(HERBERG))
    assert driver.canvas.lights.label == "Leg neer in de Herberg"
    driver.drop(label.mime_data(), driver.place(HERBERG))
    assert driver.journey.backpack["rekenen"].laid == "s1"
    assert driver.messages.last.text == "“Rekenen” ligt nu in de Herberg."
    driver.messages.take_up("Zet terug")
    assert driver.journey.backpack["rekenen"].laid is None


def test_a_label_dragged_onto_a_photo_is_laid_down_at_the_halte_of_that(
    driver, page, given, halte, carry
):
    halte("s1", places=())
    halte("s2", places=())
    given(lambda now: edits.bring_in(now, [journeys.photo("p1", at=OPEN, stop="s1")]))
    carry("Rekenen")
    driver.drop(page("backpack").labels["rekenen"].mime_data(), OPEN)
    assert driver.journey.backpack["rekenen"].laid == "s1"
    assert driver.messages.last.text == "“Rekenen” ligt nu onderweg."


def test_open_ground_does_nothing_and_says_so(driver, page, halte, carry):
    halte()
    carry("Rekenen")
    page("backpack")
    before = driver.journey
    driver.hover(dropped_thing("rekenen"), OPEN)
    assert driver.canvas.lights.label == "Hier ligt geen halte"
    driver.drop(dropped_thing("rekenen"), OPEN)
    assert driver.journey is before
    assert "blijft waar het was" in driver.messages.last.text
    driver.drop(dropped_thing("of another journey"), driver.place(HERBERG))
    assert driver.journey is before


def test_the_mouse_takes_a_label_out_of_the_bag(driver, page, carry):
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    spot = label.field.geometry().center()
    QTest.mousePress(label, LEFT, pos=spot)
    QTest.mouseMove(label, spot - QPoint(40, 0))
    (drag,) = label.findChildren(QDrag)
    assert drag.mimeData().data(THING).data() == b"rekenen"
    assert not drag.pixmap().isNull()
    assert not label.field.hasFocus()


def test_a_click_on_a_label_writes_on_it(driver, page, carry):
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    spot = label.mapTo(driver.window, label.field.geometry().center())
    assert driver.window.childAt(spot) is label  # the words themselves let the pointer through
    QTest.mouseClick(label, LEFT, pos=label.field.geometry().center())
    assert label.field.hasFocus()
    driver.key(Qt.Key.Key_End)
    driver.type(" en tellen")
    assert driver.journey.backpack["rekenen"].text == "Rekenen en tellen"
    assert label.field.isAncestorOf(driver.window.childAt(spot))


def test_a_finger_that_rested_carries_a_label_to_a_place(driver, page, halte, carry, finger):
    halte()
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    finger.drag(finger.on(label), over(driver, HERBERG), rested=True, let_go=False)
    assert driver.window.findChildren(FingerDrag)
    assert driver.canvas.lights.label == "Leg neer in de Herberg"
    finger.lift(over(driver, HERBERG))
    assert driver.journey.backpack["rekenen"].laid == "s1"
    assert not driver.canvas.lights.label


def test_a_finger_brings_what_was_laid_down_back_into_the_bag(driver, page, halte, carry, finger):
    halte()
    carry("Rekenen", laid="s1")
    bag = page("backpack")
    finger.drag(finger.on(bag.labels["rekenen"]), finger.on(bag.bag), rested=True)
    assert driver.journey.backpack["rekenen"].laid is None


def test_a_finger_that_moves_at_once_looks_further_into_the_bag(driver, page, carry, finger):
    carry(*(f"Ding {number}" for number in range(60)))
    bag = page("backpack")
    all_lie_in(driver, bag, 60)
    driver.until(lambda: bag.bag.inside.verticalScrollBar().maximum() > 500)
    start = finger.on(bag.labels["ding 2"])
    finger.drag(start, start - QPoint(0, 120))
    assert bag.bag.inside.verticalScrollBar().value() > 80
    assert not driver.window.findChildren(FingerDrag)


def test_a_tap_of_a_finger_writes_on_a_label(driver, page, carry, finger):
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    finger.tap(finger.on(label))
    assert label.field.hasFocus()


def test_where_a_thing_was_picked_up_can_be_said_later_and_left_open_again(
    driver, page, halte, carry
):
    halte()
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    assert "Opgepakt bij de gekozen halte" not in [act.text() for act in label.menu().actions()]
    driver.program.workbench.choose({"s1"})
    entry(label.menu(), "Opgepakt bij de gekozen halte").trigger()
    assert driver.journey.backpack["rekenen"].stop == "s1"
    entry(label.menu(), "Niet bij een halte opgepakt").trigger()
    assert driver.journey.backpack["rekenen"].stop is None


def test_a_thing_put_back_lies_again_where_it_lay(driver, page, carry):
    carry("Rekenen", "Frans", "Lassen")
    bag = page("backpack")
    before = [label.item.text for label in in_view(bag)]
    bag.labels["frans"].menu().actions()[-1].trigger()
    driver.messages.take_up("Zet terug")
    QApplication.processEvents()
    assert [label.item.text for label in in_view(bag)] == before


# For whom it is


def test_the_menu_says_for_whom_a_thing_is_and_then_the_menu_bar_means_it_too(driver, page, carry):
    carry("Rekenen")
    label = page("backpack").labels["rekenen"]
    menu = label.menu()
    menu.audiences.aboutToShow.emit()
    assert driver.chosen == {"rekenen"}
    entry(menu.audiences, "Alleen jij").trigger()
    assert driver.journey.backpack["rekenen"].audience is Audience.SELF
    assert ("lock", "Alleen voor jou") in label.luggage.lines
    assert "Alleen voor jou" in label.field.accessibleDescription()


def test_what_was_picked_up_at_a_closed_halte_says_so_too(page, halte, carry, given):
    halte()
    carry("Rekenen", stop="s1", kind=BackpackKind.TALENT)
    label = page("backpack").labels["rekenen"]
    given(lambda now: edits.show_to(now, ["s1"], Audience.CONVERSATION))
    assert label.luggage.lines == (
        ("", "Talent"),
        ("pin", "In de Herberg"),
        ("users", "Voor een gesprek"),
    )


def test_the_class_sees_no_closed_thing_and_no_closed_halte(driver, page, halte, carry, given):
    halte()
    carry("Rekenen", audience=Audience.SELF)
    carry("Frans", laid="s1")
    given(lambda now: edits.show_to(now, ["s1"], Audience.SELF))
    bag = page("backpack")
    driver.program.workbench.look_as(Audience.CLASS)
    assert list(bag.labels) == ["frans"]
    assert bag.labels["frans"].luggage.laid == ""


# The pocket


def test_the_map_opens_the_legend(driver, page):
    QTest.mouseClick(page("backpack").bag.instruments.map, LEFT)
    assert driver.window.open_panel == "legend"


def test_the_guide_opens_at_the_place_of_the_chosen_halte_or_else_the_legend(driver, page, halte):
    halte()
    asked = []
    driver.program.workbench.look_requested.connect(asked.append)
    driver.program.workbench.choose({"s1"})
    guide = page("backpack").bag.instruments.guide
    QTest.mouseClick(guide, LEFT)
    assert asked == [HERBERG]
    driver.program.workbench.choose()
    QTest.mouseClick(guide, LEFT)
    assert driver.window.open_panel == "legend"
    assert asked == [HERBERG]


@pytest.fixture
def wanted(driver):
    """How often the compass was asked for."""
    asked = []
    driver.program.workbench.compass_wanted.connect(lambda: asked.append(1))
    return asked


def test_a_click_enter_or_tap_takes_the_compass_out(driver, page, finger, wanted):
    compass = page("backpack").bag.instruments.compass
    QTest.mouseClick(compass, LEFT)
    assert len(wanted) == 1
    compass.setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    assert len(wanted) == 2
    finger.tap(finger.on(compass))
    assert len(wanted) == 3


def test_the_mouse_drags_the_compass_out(page, wanted):
    compass = page("backpack").bag.instruments.compass
    spot = compass.rect().center()
    QTest.mousePress(compass, LEFT, pos=spot)
    QTest.mouseMove(compass, spot - QPoint(60, 0))
    (drag,) = compass.findChildren(QDrag)
    assert drag.mimeData().hasFormat(COMPASS)
    assert drag.mimeData().data(COMPASS).data() == b""
    assert not drag.pixmap().isNull()
    QTest.mouseRelease(compass, LEFT, pos=spot - QPoint(60, 0))
    assert not wanted
    assert not compass.isDown()


def test_a_finger_drags_the_compass_over_the_map(driver, page, finger, wanted):
    compass = page("backpack").bag.instruments.compass
    finger.drag(finger.on(compass), over(driver, "dilemmabos"), let_go=False)
    (held,) = driver.window.findChildren(FingerDrag)
    assert held.isVisible()
    assert held.geometry().contains(over(driver, "dilemmabos"))
    finger.lift(over(driver, "dilemmabos"))
    driver.until(lambda: not driver.window.findChildren(FingerDrag))
    assert not wanted


def test_pictures_come_to_the_prints_of_things(driver, page, given, photos):
    driver.drop(photos(1), driver.place(HERBERG))
    (photo,) = driver.journey.photos.values()
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Zo dus", photo=photo.id)))
    label = page("backpack").labels["b"]
    assert label.luggage.photo == photo
    given(lambda now: edits.remove_photos(now, [photo.id]))
    assert label.luggage.photo is None


def test_the_point_of_a_label_does_not_move_when_others_come(driver, page, carry):
    carry("Rekenen")
    bag = page("backpack")
    QApplication.processEvents()
    before = bag.labels["rekenen"].x()
    carry("Ik kan goed met kleine kinderen omgaan, ook als ze boos zijn")
    QApplication.processEvents()
    assert bag.labels["rekenen"].x() == before


def test_a_photo_that_shows_a_thing_lies_there_with_it(page, given):
    given(lambda now: edits.bring_in(now, [journeys.photo("p1")]))
    given(lambda now: edits.pack(now, BackpackItem(id="b", text="Zo", photo="p1")))
    label = page("backpack").labels["b"]
    assert label.field.x() > 44
    assert label.drag_picture().deviceIndependentSize().toSize() == label.size()
    assert QPointF(label.pos()).x() >= 0
