"""The whole map, zooming and panning."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QTextDocumentFragment, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from reisblog.model.geometry import Point
from reisblog.model.naming import in_lines
from reisblog.resources import Folders
from reisblog.storage.own_atlas import own_atlas
from reisblog.ui.canvas.map_painter import LEVELS, TILES, level_file, tile_file
from reisblog.ui.canvas.map_pictures import MapPictures
from reisblog.ui.canvas.names import EXACT_FROM, Names, name_at
from tests.driver import on_screen

MIDDLE = Point(1200, 800)
OPEN = Point(1330, 930)
"""Where no place is."""
_COLOURS = ("#aa0000", "#00aa00", "#0000aa")


def test_the_whole_map_is_seen_at_first(driver):
    seen = driver.canvas.sight.seen()
    assert seen.x <= 1
    assert seen.y <= 5
    assert seen.right >= 2395
    assert seen.bottom >= 1595


def test_every_place_has_its_name_short_on_a_small_map_and_exact_on_a_large_one(driver):
    places = driver.program.workbench.atlas.places
    assert len(places) == 22
    for place in places.values():
        assert name_at(place, EXACT_FROM - 0.01) == place.short
        assert name_at(place, EXACT_FROM) == place.name
        assert " ".join(in_lines(place.name)) == place.name


def test_the_wheel_zooms_where_the_pointer_is(driver):
    before = driver.seen(MIDDLE)
    scale = driver.canvas.sight.scale
    driver.wheel(MIDDLE, 3)
    assert driver.canvas.sight.scale > 1.5 * scale
    after = driver.seen(MIDDLE)
    assert abs(after.x() - before.x()) <= 2
    assert abs(after.y() - before.y()) <= 2


def test_a_pinch_on_a_trackpad_zooms_where_the_pointer_is(driver):
    before = driver.seen(MIDDLE)
    scale = driver.canvas.sight.scale
    for share in (0.2, 0.25, -0.1):
        driver.pinch(MIDDLE, share)
    assert driver.canvas.sight.scale == pytest.approx(scale * 1.2 * 1.25 * 0.9)
    after = driver.seen(MIDDLE)
    assert abs(after.x() - before.x()) <= 2
    assert abs(after.y() - before.y()) <= 2


def test_plus_and_minus_zoom_and_zero_shows_the_whole_map(driver):
    whole = driver.canvas.sight.scale
    driver.press("zoom-in")
    assert driver.canvas.sight.scale > whole
    driver.press("zoom-out")
    assert driver.canvas.sight.scale == pytest.approx(whole)
    driver.press("zoom-in")
    driver.press("fit")
    assert driver.canvas.sight.scale == pytest.approx(whole)


def test_dragging_bare_map_pans(driver):
    driver.wheel(MIDDLE, 4)
    before = driver.canvas.sight.seen().centre
    driver.drag(MIDDLE, Point(1300, 860))
    after = driver.canvas.sight.seen().centre
    assert after.x == pytest.approx(before.x - 100, abs=3)
    assert after.y == pytest.approx(before.y - 60, abs=3)


def test_with_the_space_bar_held_a_drag_on_a_photo_pans(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos.values()
    driver.wheel(MIDDLE, 4)
    before = driver.canvas.sight.seen().centre
    driver.program.workbench.choose()
    QTest.keyPress(driver.canvas, Qt.Key.Key_Space)
    driver.drag(photo.at, photo.at + Point(50, 0))
    QTest.keyRelease(driver.canvas, Qt.Key.Key_Space)
    assert driver.journey.photos[photo.id].at == photo.at
    assert driver.canvas.sight.seen().centre.x == pytest.approx(before.x - 50, abs=3)


def test_the_map_never_leaves_the_window(driver):
    for _turn in range(12):
        driver.drag(
            driver.canvas.sight.seen().centre, driver.canvas.sight.seen().centre + Point(900, 700)
        )
    seen = driver.canvas.sight.seen()
    assert seen.x < 2400
    assert seen.y < 1600
    assert driver.canvas.to_map(QPointF(driver.port.rect().bottomRight())).x > 0


def test_a_larger_window_still_shows_the_whole_map(driver):
    driver.window.resize(1700, 1000)
    driver.until(lambda: driver.canvas.width() > 1500)
    seen = driver.canvas.sight.seen()
    assert seen.y <= 5
    assert seen.right >= 2395


def _rest(driver, at):
    """Let the pointer rest; gives what is said there, as it is read."""
    spot = driver.seen(at)
    QToolTip.hideText()
    driver.until(lambda: not QToolTip.isVisible())
    event = QHelpEvent(QEvent.Type.ToolTip, spot, driver.port.mapToGlobal(spot))
    QCoreApplication.sendEvent(driver.port, event)
    if not QToolTip.isVisible():
        return ""
    return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()


def test_a_resting_pointer_shows_a_place_s_exact_name_while_names_are_short(driver):
    assert driver.canvas.sight.scale < EXACT_FROM
    places = driver.program.workbench.atlas.places
    inn = places["herberg-voor-inspirerende-ontmoetingen"]
    assert _rest(driver, driver.place(inn.id)) == inn.name
    assert _rest(driver, inn.label) == inn.name
    house = places["huis-van-de-inspirerende-mentor"]
    assert _rest(driver, driver.place(house.id)).startswith(f"{house.name}, ")
    assert _rest(driver, OPEN) == ""


def test_a_resting_pointer_says_nothing_where_a_photo_lies_or_names_are_written_out(driver, photos):
    at = driver.program.workbench.atlas.places["herberg-voor-inspirerende-ontmoetingen"].label
    driver.drop(photos(1), OPEN)
    driver.drag(OPEN, at)
    assert _rest(driver, at) == ""
    driver.press("undo")
    assert _rest(driver, at) != ""
    driver.wheel(at, 4)
    assert driver.canvas.sight.scale >= EXACT_FROM
    assert _rest(driver, at) == ""


def test_the_map_itself_is_drawn(driver):
    layer = driver.program.map_layer
    layer.prepare()
    driver.until(lambda: layer.is_painted)
    driver.until(lambda: layer.settled)
    driver.settle()
    seen = driver.port.grab().toImage()
    colours = {
        seen.pixelColor(driver.seen(Point(x, y))).name()
        for x in range(60, 2340, 60)
        for y in range(60, 1540, 60)
    }
    assert len(colours) > 100


def test_the_map_is_there_in_the_very_first_frame(driver):
    """Before any picture of it was ever painted on this computer."""
    assert not driver.program.map_layer.is_painted
    seen = on_screen(driver.port)
    spots = [Point(x, y) for x in range(60, 2340, 60) for y in range(60, 1540, 60)]
    assert len({seen.pixelColor(driver.seen(spot)).name() for spot in spots}) > 100


@pytest.fixture
def coloured(tmp_path):
    """A map that is painted already, in another colour at each size."""
    folder = Folders.below(tmp_path / "home").cache / f"map-{own_atlas().map.sha256[:16]}"
    folder.mkdir(parents=True)
    for width, colour in zip(LEVELS[: len(_COLOURS)], _COLOURS, strict=True):
        sheet = QImage(width, width * 2 // 3, QImage.Format.Format_RGB32)
        sheet.fill(QColor(colour))
        assert sheet.save(str(level_file(folder, width)))


def test_a_finer_picture_of_the_map_appears_as_soon_as_it_was_read(coloured, driver):
    def seen():
        return on_screen(driver.port).pixelColor(driver.seen(OPEN)).name()

    driver.until(lambda: seen() == _COLOURS[1])
    driver.wheel(OPEN, 3)
    driver.until(lambda: seen() == _COLOURS[2])


def test_where_the_map_cannot_be_kept_the_person_is_told(driver):
    cache = driver.program.folders.cache
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(b"")
    driver.program.map_layer.prepare()
    assert "kan niet worden getekend" in driver.messages.last.text


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "size", [(420, 330), (500, 340), (926, 617), (1200, 700), (1600, 1000), (3600, 2000)]
)
def test_no_name_lies_over_another_or_leaves_the_view(qapp, size, ratio):
    atlas = own_atlas()
    port = QRectF(0, 0, *size)
    scale = min(size[0] / atlas.width, size[1] / atlas.height)
    to_view = QTransform.fromScale(scale, scale)
    boxes = Names(lambda: atlas).boxes(to_view, port, ratio=ratio)
    assert len(boxes) == 22
    for key, box in boxes.items():
        assert port.contains(box), key
        assert not [
            other for other, there in boxes.items() if other != key and there.intersects(box)
        ]


def test_a_name_stays_in_view_with_its_place(qapp):
    atlas = own_atlas()
    tree = atlas.places["wensboom"]
    port = QRectF(0, 0, 900, 600)
    foot = port.bottom() - 4 - tree.area.bounds.centre.y
    boxes = Names(lambda: atlas).boxes(QTransform.fromTranslate(-300, foot), port, ratio=1.0)
    assert port.contains(boxes[tree.id])


@pytest.fixture
def tiled(qapp, tmp_path):
    """A map of which each tile says by its colour which one it is; gives what draws it."""
    atlas = own_atlas()
    folder = tmp_path / f"map-{atlas.map.sha256[:16]}"
    folder.mkdir()
    for width in LEVELS:
        _sheet(width // 100, width // 150, "#ffffff").save(str(level_file(folder, width)))
    for column in range(TILES):
        for row in range(TILES):
            colour = QColor(20 * column + 20, 20 * row + 20, 99).name()
            _sheet(12, 8, colour).save(str(tile_file(folder, column, row)))
    layer = MapPictures(atlas, tmp_path)
    yield layer
    layer.close()


def _drawn(layer, left, top, scale, size=(600, 400)):
    """What stands in the middle of a view, once all has been read."""
    seen = QImage(*size, QImage.Format.Format_RGB32)
    for _turn in range(2):
        painter = QPainter(seen)
        painter.setTransform(QTransform.fromScale(scale, scale).translate(-left, -top))
        layer.draw(painter, QRectF(left, top, size[0] / scale, size[1] / scale), scale)
        painter.end()
        while not layer.settled:
            QTest.qWait(5)
    return seen.pixelColor(size[0] // 2, size[1] // 2)


def test_close_up_the_map_is_drawn_from_finer_tiles(tiled):
    assert tiled.is_finished
    column, row = (900 + 75) // 300, (600 + 50) // 200
    assert _drawn(tiled, 900, 600, 4.0) == QColor(20 * column + 20, 20 * row + 20, 99)
    assert _drawn(tiled, 900, 600, 1.0) == QColor("#ffffff")


def test_few_tiles_are_kept_but_all_that_a_large_view_shows(tiled):
    for left in range(0, 2400, 150):
        _drawn(tiled, left, 600, 4.0)
        _drawn(tiled, left, 1400, 4.0)
    assert len(tiled._tiles) <= 20
    _drawn(tiled, 0, 0, 2.5, size=(6000, 4000))
    assert len(tiled._tiles) == TILES * TILES


def _sheet(width, height, colour):
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor(colour))
    return sheet
