"""Mist: laid and wiped away with a brush from Pad, seen at once, kept as it lies."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.mist import MistBrush, bits, swept
from reisblog.model.records import Pen
from reisblog.resources import Folders
from reisblog.running import render_picture
from reisblog.storage.own_atlas import own_atlas
from reisblog.ui.canvas.map_painter import LEVELS, level_file
from tests import desks
from tests.driver import on_screen
from tests.journeys import SHEET

OPEN = Point(1300, 950)
WAY = [Point(1200, 950), Point(1300, 970), Point(1400, 950)]
FAR = Point(1300, 1250)
SEA, PAPER = QColor(look.SEA), QColor(look.MIST)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _on_the_sea(tmp_path):
    """A map that is painted already, and all one colour."""
    folder = Folders.below(tmp_path / "home").cache / f"map-{own_atlas().map.sha256[:16]}"
    folder.mkdir(parents=True)
    for width in LEVELS[:3]:
        sheet = QImage(width, width * 2 // 3, QImage.Format.Format_RGB32)
        sheet.fill(QColor(look.SEA))
        assert sheet.save(str(level_file(folder, width)))


@pytest.fixture
def take(driver):
    """Takes a mist brush from the tray."""

    def pick(brush):
        driver.press("path")
        QTest.mouseClick(driver.window.stage.pens.mist[brush], LEFT)
        QApplication.processEvents()

    return pick


def in_mist(journey, at):
    return bool(bits(journey.mist).get(int(at.y // 8), 0) >> int(at.x // 8) & 1)


def colour_at(driver, at):
    """What is seen at a point of the map."""
    driver.until(lambda: driver.program.map_layer.settled)
    driver.settle()
    return QColor(on_screen(driver.port).pixel(driver.seen(at)))


def is_misty(driver, at):
    """Whether what is seen there is nearer to paper than to the sea."""
    seen, sea, paper = (c.red() for c in (colour_at(driver, at), SEA, PAPER))
    return (seen - sea) / (paper - sea) > 0.6


def test_mist_is_laid_where_the_brush_went_and_is_one_step(driver, take):
    take(MistBrush.LAY)
    driver.draw(WAY)
    assert all(in_mist(driver.journey, at) for at in WAY)
    assert not in_mist(driver.journey, FAR)
    assert not driver.journey.trails
    driver.press("undo")
    assert driver.journey.mist == ()
    assert not is_misty(driver, OPEN)
    driver.press("redo")
    assert in_mist(driver.journey, OPEN)
    assert is_misty(driver, OPEN)


def test_mist_is_wiped_where_the_brush_went_and_nowhere_else(driver, take):
    take(MistBrush.LAY)
    driver.draw(WAY)
    take(MistBrush.WIPE)
    driver.tap(WAY[-1])
    assert not in_mist(driver.journey, WAY[-1])
    assert in_mist(driver.journey, WAY[0])
    driver.press("undo")
    assert in_mist(driver.journey, WAY[-1])


def test_wiping_where_there_is_none_is_no_step(driver, take):
    take(MistBrush.WIPE)
    driver.draw(WAY)
    assert driver.program.workbench.undo_label is None


def test_it_is_seen_while_the_hand_still_lays_or_wipes_it(driver, take):
    take(MistBrush.LAY)
    assert colour_at(driver, OPEN) == SEA
    driver.drag(WAY[0], WAY[-1], let_go=False)
    assert is_misty(driver, OPEN)
    assert colour_at(driver, FAR) == SEA
    assert driver.journey.mist == ()
    QTest.mouseRelease(driver.port, LEFT, pos=driver.seen(WAY[-1]))
    take(MistBrush.WIPE)
    driver.drag(WAY[0], WAY[-1], let_go=False)
    assert not is_misty(driver, OPEN)
    assert in_mist(driver.journey, OPEN)


def test_escape_in_the_middle_leaves_everything_as_it_was(driver, take):
    take(MistBrush.LAY)
    before = driver.journey
    driver.drag(WAY[0], WAY[-1], let_go=False)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    QTest.mouseRelease(driver.port, LEFT)
    assert driver.journey is before
    assert not is_misty(driver, OPEN)


def test_a_tap_lays_a_dab_and_lights_no_place_and_opens_no_card(driver, take):
    take(MistBrush.LAY)
    spot = driver.place("wensboom")
    QTest.mouseMove(driver.port, driver.seen(spot))
    assert driver.canvas.lights.pointed_at is None
    driver.tap(spot)
    assert in_mist(driver.journey, spot)
    assert not driver.window.looks.is_open
    assert not driver.chosen


def test_it_lies_over_the_map_and_under_names_and_photos(driver, photos, take):
    place = driver.program.workbench.atlas.places["statuskloof"]
    driver.drop(photos(1), OPEN)
    driver.program.workbench.choose()
    driver.until(lambda: colour_at(driver, OPEN) not in [SEA, PAPER, QColor(look.WHITE)])
    photo, name = colour_at(driver, OPEN), _darkest(driver, place.label)
    take(MistBrush.LAY)
    driver.draw([WAY[0], FAR, place.label, place.pin, WAY[-1]])
    driver.press("choose")
    assert colour_at(driver, OPEN) == photo
    assert is_misty(driver, FAR)
    assert _darkest(driver, place.label) <= name


def _darkest(driver, at):
    """How dark the letters are around a point."""
    driver.settle()
    image, spot = on_screen(driver.port), driver.seen(at)
    return min(
        QColor(image.pixel(spot + QPoint(x, y))).lightness()
        for x in range(-30, 31)
        for y in range(-6, 7)
    )


def test_a_quiet_map_has_none_until_some_is_laid(driver, take):
    take(MistBrush.LAY)
    driver.draw(WAY)
    driver.press("quiet")
    assert not is_misty(driver, OPEN)
    driver.tap(FAR)
    assert not driver.canvas.quiet
    assert not driver.window.actions_by_id["quiet"].isChecked()
    assert is_misty(driver, OPEN)


def test_it_is_there_again_when_the_journey_opens(driver, take, tmp_path):
    take(MistBrush.LAY)
    driver.draw(WAY)
    mist = driver.journey.mist
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    driver.settle()
    driver.press("new")
    driver.settle()
    assert driver.journey.mist == ()
    assert not is_misty(driver, OPEN)
    driver.program.session.open(Path(driver.dialogs.file))
    driver.settle()
    assert driver.journey.mist == mist
    assert is_misty(driver, OPEN)


def test_a_pen_lays_it_too(driver, take):
    take(MistBrush.LAY)
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position,
        1,
        1,
    )
    times = itertools.count(1_000, 16)

    def send(kind, at):
        spot = QPointF(driver.seen(at))
        event = QTabletEvent(
            kind, device, spot, spot, 0.5, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, LEFT, LEFT,
        )  # fmt: skip
        event.setTimestamp(next(times))
        QApplication.sendEvent(driver.port, event)

    send(QEvent.Type.TabletPress, WAY[0])
    send(QEvent.Type.TabletMove, WAY[1])
    assert driver.canvas.work._ring.isVisible()
    send(QEvent.Type.TabletRelease, WAY[2])
    assert all(in_mist(driver.journey, at) for at in WAY)


def test_a_finger_lays_it_and_a_second_one_gives_it_up(driver, take):
    screen = QTest.createTouchDevice()
    take(MistBrush.LAY)
    first, last = driver.seen(WAY[0]), driver.seen(WAY[-1])
    fingers = QTest.touchEvent(driver.port, screen, autoCommit=False)
    fingers.press(0, first, driver.port)
    fingers.commit()
    fingers.move(0, last, driver.port)
    fingers.commit()
    assert driver.canvas.work._ring.isVisible()
    fingers.release(0, last, driver.port)
    fingers.commit()
    assert not driver.canvas.work._ring.isVisible()
    assert all(in_mist(driver.journey, at) for at in WAY)
    low = driver.seen(FAR)
    fingers.press(0, low, driver.port)
    fingers.commit()
    fingers.stationary(0)
    fingers.press(1, low + QPoint(150, 0), driver.port)
    fingers.commit()
    fingers.release(0, low, driver.port)
    fingers.release(1, low + QPoint(150, 0), driver.port)
    fingers.commit()
    assert driver.journey.mist == ()  # a tap with two fingers took back the first


def test_a_ring_shows_how_far_the_brush_reaches(driver, take):
    take(MistBrush.LAY)
    ring = driver.canvas.work._ring
    spot = driver.seen(OPEN)
    QTest.mouseMove(driver.port, spot)
    assert ring.isVisible()
    assert (ring.geometry().center() - spot).manhattanLength() <= 2
    assert ring.width() == pytest.approx(2 * 56 * driver.canvas.scale_now(), abs=8)
    before = ring.width()
    driver.wheel(OPEN, 3)
    assert ring.width() > 1.3 * before
    driver.canvas.set_pen(Pen.MINE, "ember")
    driver.press("choose")
    assert not ring.isVisible()
    QTest.mouseMove(driver.port, spot + QPoint(5, 5))
    assert not ring.isVisible()


def test_the_tray_says_what_mist_is_where_a_pen_has_its_tints(driver, take):
    take(MistBrush.LAY)
    tray = driver.window.stage.pens
    assert driver.canvas.pen is MistBrush.LAY
    assert not any(button.isVisible() for button in tray.tints.values())
    QTest.mouseClick(tray.pens[Pen.DREAMT], LEFT)
    assert (driver.canvas.pen, driver.canvas.tint) == (Pen.DREAMT, "plum")
    assert all(button.isVisible() for button in tray.tints.values())


def test_the_brushes_are_reached_with_the_arrows_and_have_names(driver):
    driver.press("path")
    tray = driver.window.stage.pens
    tray.pens[Pen.DOODLE].setChecked(True)
    tray.pens[Pen.DOODLE].setFocus(Qt.FocusReason.TabFocusReason)
    for brush, name in ((MistBrush.LAY, "Mist"), (MistBrush.WIPE, "Mist wegvegen")):
        driver.key(Qt.Key.Key_Down)
        assert driver.canvas.pen is brush
        assert tray.mist[brush].accessibleName() == name


def test_the_brush_is_still_in_hand_when_the_tray_opens_again(driver, take):
    take(MistBrush.WIPE)
    driver.press("choose")
    driver.press("path")
    tray = driver.window.stage.pens
    assert tray.mist[MistBrush.WIPE].isChecked()
    assert driver.canvas.pen is MistBrush.WIPE


@pytest.mark.parametrize(
    ("board", "least"), [(False, look.TARGET_PX), (True, look.TARGET_BOARD_PX)]
)
def test_the_brushes_are_large_enough_for_a_finger(driver, board, least):
    if board:
        driver.press("board")
    driver.press("path")
    QApplication.processEvents()
    for button in driver.window.stage.pens.mist.values():
        assert button.height() >= least
        assert button.width() >= least


@pytest.mark.usefixtures("qapp")
def test_a_picture_of_the_map_shows_it(tmp_path):
    def pixel(mist):
        with desks.new_desk(tmp_path / "home") as desk:
            desk.commit("mist", lambda journey: edits.paint_mist(journey, mist))
            out = tmp_path / f"{bool(mist)}.png"
            render_picture(desk, out, 480, 320, replace=False)
        return QColor(QImage(str(out)).pixel(20, 20))  # of the sea

    bare, misty = pixel(()), pixel(swept(Point(0, 100), Point(300, 100), SHEET))
    assert abs(misty.red() - PAPER.red()) < 0.4 * abs(bare.red() - PAPER.red())
