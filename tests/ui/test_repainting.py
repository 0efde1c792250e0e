"""Only what changed is painted anew, and nothing is left behind of where things were.

What stands on the screen after a gesture is what it would be if all of it were painted anew.
"""

import random
from functools import reduce

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of
from reisblog.model.mist import MistBrush
from reisblog.model.records import (
    Audience,
    Companion,
    CompassMoment,
    Impulse,
    Note,
    OwnPlace,
    Sign,
    Token,
)
from reisblog.resources import Folders
from reisblog.storage.own_atlas import own_atlas
from reisblog.ui.application import application
from reisblog.ui.canvas.handle_spots import Role
from reisblog.ui.canvas.map_painter import LEVELS, level_file
from reisblog.ui.chip import Chip
from tests.driver import files, on_screen, wave

OPEN = Point(1330, 930)
_FAR = Point(2000, 700)
_SHADES = 12
"""How far a pixel may be off: what is painted in pieces is rounded in pieces."""


@pytest.fixture(autouse=True)
def _with_a_map(tmp_path):
    """A map of which every pixel differs from its neighbours; drawn before the window is made."""
    folders = Folders.below(tmp_path / "home")
    folder = folders.cache / f"map-{own_atlas().map.sha256[:16]}"
    folder.mkdir(parents=True)
    noise = random.Random(1)  # noqa: S311 - for a picture, not for a secret
    for width in LEVELS[:3]:
        height = width * 2 // 3
        dots = QImage(
            noise.randbytes(width * height * 4), width, height, QImage.Format.Format_RGB32
        )
        assert dots.save(str(level_file(folder, width)))


@pytest.fixture(autouse=True)
def _a_caret_that_does_not_blink():
    app = application()
    before = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    yield
    app.setCursorFlashTime(before)


def _quiet(driver):
    """Let all that is under way come to rest, what moves included."""
    QTest.qWait(300)  # things glide, and become sharp when the map has lain still for a moment
    driver.until(lambda: driver.program.map_layer.settled)
    driver.settle()
    driver.until(lambda: driver.canvas.frames.at_rest)


def _left_behind(driver):
    """How many pixels of the canvas are not what they would be if all were painted anew."""
    _quiet(driver)
    before = on_screen(driver.port)
    driver.port.update()
    QApplication.processEvents()
    _quiet(driver)  # what takes too long is painted swiftly first
    after = on_screen(driver.port)
    assert before.size() == after.size() == driver.port.size()
    off = ImageChops.difference(_colours(before), _colours(after))
    most = reduce(ImageChops.lighter, off.split())
    return sum(most.histogram()[_SHADES + 1 :])


def _colours(image):
    size = image.width(), image.height()
    return Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "BGRX", 0, 1)


def test_a_photo_that_is_dragged(driver, photos):
    driver.canvas.set_motion(motion=True)
    driver.drop(photos(2), OPEN)
    assert not _left_behind(driver)
    driver.tap(_FAR)
    assert not _left_behind(driver)
    driver.tap(OPEN)
    assert driver.chosen
    driver.drag(OPEN, _FAR, let_go=False)
    assert not _left_behind(driver)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not _left_behind(driver)


def test_a_halte_with_its_threads(driver, photos):
    driver.canvas.set_motion(motion=True)
    driver.drop(photos(3), driver.place("wensboom"))
    assert driver.chosen
    assert not _left_behind(driver)
    driver.drop(photos(2), driver.place("wensboom"))
    assert not _left_behind(driver)
    driver.press("undo")
    driver.press("undo")
    assert not _left_behind(driver)


def test_a_compass_that_is_turned_and_a_lock(driver):
    moment = CompassMoment(id="c", at=OPEN, impulse=Impulse.EXTERNAL, audience=Audience.SELF)
    driver.program.workbench.edit("x", lambda now: edits.lay_compass(now, moment))
    assert not _left_behind(driver)
    driver.tap(OPEN)
    assert not _left_behind(driver)
    to_view = driver.canvas.viewportTransform()
    needle = driver.canvas.lights.needle.spot(to_view).toPoint()
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=needle)
    QTest.mouseMove(driver.port, driver.seen(OPEN + Point(-150, 60)))
    assert not _left_behind(driver)
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=driver.seen(OPEN))
    assert not _left_behind(driver)
    driver.program.workbench.edit("x", lambda now: edits.set_impulse(now, "c", None))
    assert not _left_behind(driver)
    driver.drag(OPEN, _FAR)
    assert not _left_behind(driver)
    driver.press("undo")
    driver.press("undo")
    driver.program.workbench.choose()
    assert not _left_behind(driver)


def test_a_halte_with_words_at_its_compass_and_a_lock(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    moment = CompassMoment(id="c", at=stop.at + Point(250, 40), stop=stop.id, text="Vooruit")
    driver.program.workbench.edit("x", lambda now: edits.lay_compass(now, moment))
    assert not _left_behind(driver)
    driver.program.workbench.edit("x", lambda now: edits.show_to(now, [stop.id], Audience.SELF))
    assert not _left_behind(driver)
    driver.program.workbench.choose()
    assert not _left_behind(driver)
    driver.program.workbench.choose([stop.id])
    assert not _left_behind(driver)
    driver.press("undo")
    assert not _left_behind(driver)


def test_a_place_that_lights_up(driver, photos):
    mime = driver.hover(files(photos(1)), driver.place("wensboom"))
    QApplication.processEvents()
    assert not _left_behind(driver)
    driver.hover(mime, driver.place("dilemmabos"))
    assert not _left_behind(driver)
    driver.leave()
    assert not _left_behind(driver)


def test_a_rectangle_and_a_path(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.drag(_FAR, OPEN, modifiers=Qt.KeyboardModifier.ShiftModifier, let_go=False)
    assert not _left_behind(driver)
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=driver.seen(OPEN))
    assert not _left_behind(driver)
    driver.press("path")
    driver.draw(wave(OPEN, 300, 80))
    assert driver.journey.trails
    assert not _left_behind(driver)


def test_mist_that_is_laid_and_wiped(driver):
    driver.press("path")
    for brush in (MistBrush.LAY, MistBrush.WIPE):
        driver.canvas.set_pen(brush, "")
        driver.drag(OPEN, _FAR, let_go=False)
        assert not _left_behind(driver)
        QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=driver.seen(_FAR))
        driver.draw(wave(Point(500, 500), 700, 200))
        assert not _left_behind(driver)
        driver.wheel(OPEN, 2)
        assert not _left_behind(driver)
    driver.press("undo")
    assert driver.journey.mist
    assert not _left_behind(driver)
    driver.drag(_FAR, OPEN, let_go=False)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not _left_behind(driver)


def test_a_map_that_moves(driver, photos):
    driver.drop(photos(1), driver.place("wensboom"))
    driver.wheel(OPEN, 3)
    assert not _left_behind(driver)
    driver.drag(Point(1500, 900), Point(1400, 1000))
    assert not _left_behind(driver)


def _push(driver, steps, right, down):
    """Push the map, a frame for each step, as two fingers on a trackpad do."""
    for _step in range(steps):
        driver.canvas.sight.pan(Point(right, down))
        QApplication.processEvents()


def _a_bit_of_everything(driver, photos, given):
    driver.drop(photos(3), driver.place("wensboom"))
    driver.drop(photos(1), OPEN)
    given(lambda now: edits.add_note(now, Note(id="n", at=Point(1200, 700), text="Een briefje")))
    given(lambda now: edits.add_place(now, OwnPlace(id="o", sign=Sign.TENT, at=Point(900, 500))))
    driver.press("path")
    driver.draw(wave(Point(700, 800), 900, 200))
    driver.press("choose")


def test_a_map_that_is_pushed(driver, photos, given):
    _a_bit_of_everything(driver, photos, given)
    driver.wheel(OPEN, 4)
    assert not _left_behind(driver)
    _push(driver, 12, 17, 5)
    assert not _left_behind(driver)
    driver.program.workbench.choose(driver.journey.stops)
    _push(driver, 9, -23, 11)
    assert not _left_behind(driver)


def test_a_map_that_grows_and_shrinks(driver, photos, given):
    _a_bit_of_everything(driver, photos, given)
    for notches in (3, -2, 1):
        driver.wheel(OPEN, notches)
        QApplication.processEvents()
    assert not _left_behind(driver)
    driver.canvas.sight.zoom(1.2)
    _push(driver, 5, 30, 20)
    assert not _left_behind(driver)


def test_what_comes_into_view_is_there_at_once(driver, photos, given):
    _a_bit_of_everything(driver, photos, given)
    driver.wheel(OPEN, 6)
    _quiet(driver)
    QTest.qWait(300)  # then paths are painted for maps of this size
    driver.until(lambda: driver.canvas.frames.ink.is_ready)
    _push(driver, 10, 25, 0)
    pushed = _colours(on_screen(driver.port))
    _quiet(driver)
    still = _colours(on_screen(driver.port))
    strip = 0, 0, 240, driver.port.height()
    off = ImageChops.difference(pushed.crop(strip), still.crop(strip)).convert("L")
    assert sum(off.histogram()[60:]) < 0.02 * 240 * driver.port.height()


def test_a_photo_that_lies_over_a_note_does_so_while_the_map_grows(driver, photos, given):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    given(lambda now: edits.add_note(now, Note(id="n", at=OPEN - Point(30, 30), text="Eronder")))
    driver.program.workbench.choose()
    _quiet(driver)
    for _step in range(3):
        driver.canvas.sight.zoom(1.1)
        QApplication.processEvents()
    assert not driver.canvas.frames.at_rest
    spot = driver.seen(driver.photo_spot(photo))
    moving = on_screen(driver.port).pixelColor(spot)
    _quiet(driver)
    still = on_screen(driver.port).pixelColor(spot)
    assert abs(moving.lightness() - still.lightness()) < 40


def test_a_message_stays_where_it_is_while_the_map_is_pushed(driver):
    driver.wheel(OPEN, 4)
    _quiet(driver)
    _push(driver, 1, 40, 30)
    driver.program.messages.tell("Dat is bewaard.")
    QApplication.processEvents()
    (message,) = driver.window.findChildren(Chip)
    before = on_screen(message)
    _push(driver, 4, 40, 30)
    inside = before.rect().adjusted(30, 30, -30, -30)
    assert on_screen(message).copy(inside) == before.copy(inside)
    assert not _left_behind(driver)


def test_a_line_that_is_being_drawn(driver, photos, given):
    _a_bit_of_everything(driver, photos, given)
    _quiet(driver)
    driver.press("path")
    points = [driver.seen(point) for point in wave(Point(800, 700), 700, 250)]
    QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(driver.port, point)
        QApplication.processEvents()
    assert not _left_behind(driver)
    driver.canvas.sight.pan(Point(60, 40))
    assert not _left_behind(driver)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not _left_behind(driver)


def test_little_is_painted_while_photos_come_in(driver, photos, monkeypatch):
    driver.drop(photos(4), OPEN)
    _quiet(driver)
    layer = driver.program.map_layer
    painted = []
    draw = layer.draw

    def note(painter, exposed, scale, **how):
        painted.append(exposed.width() * exposed.height())
        draw(painter, exposed, scale, **how)

    monkeypatch.setattr(layer, "draw", note)
    seen = driver.canvas.sight.seen()
    driver.drop(photos(3), _FAR)
    _quiet(driver)
    assert painted
    assert max(painted) < 0.3 * seen.width * seen.height


def test_the_name_of_a_place_of_ones_own(driver):
    own = OwnPlace(id="o", sign=Sign.TENT, at=OPEN, name="Een heel eind verderop, bij de vuurtoren")
    steps = (
        lambda journey: edits.add_place(journey, own),
        lambda journey: edits.change_place(journey, "o", name="Kort"),
        lambda journey: edits.move(journey, ["o"], Point(150, -80)),
        lambda journey: edits.remove(journey, ["o"]),
    )
    for step in steps:
        driver.program.workbench.edit("x", step)
        assert not _left_behind(driver)


def test_who_travels_along(driver, photos):
    workbench = driver.program.workbench
    sam = Companion(id="sam", name="Sam", token=Token.STAR)
    workbench.edit("x", lambda now: edits.welcome(now, sam))
    for count, place in (
        (3, "wensboom"),
        (1, "dilemmabos"),
        (2, "herberg-voor-inspirerende-ontmoetingen"),
    ):
        driver.drop(photos(count), driver.place(place))
    first, middle, last = driver.journey.order
    workbench.edit("x", lambda now: edits.accompany(now, "sam", driver.journey.order, along=True))
    assert not _left_behind(driver)
    workbench.choose([first])
    assert not _left_behind(driver)
    workbench.choose(["sam"])
    assert not _left_behind(driver)
    workbench.edit("x", lambda now: edits.accompany(now, "sam", [middle], along=False))
    assert not _left_behind(driver)
    photo = bundle_of(driver.journey, last)[0].id
    workbench.edit("x", lambda now: edits.portray(now, "sam", portrait=photo))
    assert not _left_behind(driver)
    driver.wheel(OPEN, 2)
    assert not _left_behind(driver)
    driver.press("quiet")
    workbench.choose()
    driver.press("quiet")
    assert not _left_behind(driver)
    driver.press("quiet")
    workbench.choose(["sam"])
    driver.press("quiet")
    assert not _left_behind(driver)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert not driver.chosen
    assert not _left_behind(driver)


def test_no_letter_of_a_halte_costs_a_frame_of_the_map(driver, photos, monkeypatch):
    """A map full of paths takes longer to paint than the hand does from letter to letter."""
    driver.drop(photos(1), driver.place("wensboom"))
    driver.key(Qt.Key.Key_Escape)
    (stop,) = driver.journey.stops
    driver.program.workbench.choose([stop])
    driver.window.open_tab("story")
    editor = driver.window.panel.page("story").cards[stop].editor
    editor.title.setFocus()
    _quiet(driver)
    painted = []
    paint = type(driver.canvas).drawBackground
    monkeypatch.setattr(
        type(driver.canvas),
        "drawBackground",
        lambda view, painter, rect: (painted.append(rect), paint(view, painter, rect)),
    )
    driver.type("De boom")
    assert driver.journey.stops[stop].title == "De boom"
    _quiet(driver)
    assert not painted


def test_a_photo_that_is_pulled_by_its_handles_and_pinned_down(driver, photos):
    driver.drop(photos(1), OPEN)
    assert not _left_behind(driver)
    for role in (Role.SOUTH_EAST, Role.TURN):
        to_view, port = driver.canvas.viewportTransform(), QRectF(driver.port.rect())
        handles = driver.canvas.lights.handles.all(to_view, port)
        (spot,) = [each.at.toPoint() for each in handles if each.role is role]
        QTest.mousePress(driver.port, Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseMove(driver.port, spot + QPoint(50, 40))
        assert not _left_behind(driver)
        QTest.mouseMove(driver.port, spot + QPoint(-20, 25))
        assert not _left_behind(driver)
        QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=spot + QPoint(-20, 25))
        assert not _left_behind(driver)
    driver.press("lock")
    assert not _left_behind(driver)
    driver.press("lock")
    driver.press("path")
    assert not _left_behind(driver)
    driver.press("choose")
    driver.type("Daar")
    assert not _left_behind(driver)
    driver.key(Qt.Key.Key_Escape)
    driver.program.workbench.choose()
    assert not _left_behind(driver)
