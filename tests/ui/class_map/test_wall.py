"""Many journeys on a wall: seen, moved, come nearer to and told, with a finger or with keys."""

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog import look
from reisblog.model import edits
from reisblog.model.records import Audience
from reisblog.model.table import Table
from reisblog.running import show_class
from reisblog.storage.known_maps import KnownMaps
from reisblog.ui.class_map.window import ClassWindow
from tests import journeys
from tests.finger import Finger
from tests.ui.class_map.conftest import closed, named

LEFT = Qt.MouseButton.LeftButton
HINT = "Kopie om te delen"


def middle_of(window, tile):
    return tile.mapTo(window, tile.rect().center())


def in_sight(window):
    """The maps that are seen whole."""
    port = window.wall.viewport()
    room = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
    frames = {
        tile: QRect(tile.mapTo(window, QPoint(0, 0)), tile.size()) for tile in window.wall.tiles
    }
    return [tile for tile, frame in frames.items() if room.contains(frame)]


def inked(window, tile):
    """How many points of a map have the tint of a path."""
    image = tile.grab().toImage()
    ember = QColor(look.EMBER)
    return sum(
        abs(QColor(image.pixel(x, y)).red() - ember.red()) < 24
        and abs(QColor(image.pixel(x, y)).green() - ember.green()) < 24
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_every_journey_hangs_there_in_the_order_that_was_given(wall, files):
    made = files(7)
    order = [*made[3:], *made[:3]]
    window = wall(order)
    assert [journey.path for journey in window.journeys] == order
    tiles = window.wall.tiles
    assert [(tile.y(), tile.x()) for tile in tiles] == sorted(
        (tile.y(), tile.x()) for tile in tiles
    )
    assert len({tile.size().toTuple() for tile in tiles}) == 1
    assert all(inked(window, tile) for tile in tiles)
    assert window.bar.said == ""


def test_nobody_is_named_who_did_not_allow_it(wall, files):
    window = wall([*files(1), *files(1, named), *files(1, named, lambda now: edits.show_head_to(
        now, "traveller", Audience.SELF))])  # fmt: skip
    names = [tile.accessibleName() for tile in window.wall.tiles]
    assert names == ["Een reis", "De reis van Leerling 0", "Een reis"]
    assert "Leerling" not in window.windowTitle()


def test_where_nobody_is_named_there_is_no_room_for_names(wall, files):
    assert wall(files(4)).wall.tiles[0].height() < wall_with_names(wall, files).tiles[0].height()


def wall_with_names(wall, files):
    made = files(4, named)
    window = wall(made[:1])  # another wall is opened only when this one is closed
    window.close()
    return wall(made).wall


def test_a_tap_has_a_journey_told_and_closing_the_board_comes_back(wall, files, screen, wait_for):
    window = wall(files(6, named, closed))
    tile = window.wall.tiles[4]
    Finger(window, screen).tap(middle_of(window, tile))
    board = window.telling.board
    assert board.story.journey.traveller == "Leerling 4"
    assert board.story.journey.stops == Table()
    board.controls.wake()
    board.controls.more_button.click()
    board.close()
    wait_for(lambda: window.telling is None)
    assert window.isVisible()
    assert tile.hasFocus()
    Finger(window, screen).tap(middle_of(window, window.wall.tiles[1]))
    assert window.telling.board.story.journey.traveller == "Leerling 1"


def test_who_has_no_name_on_the_wall_has_none_on_the_board(wall, files, screen):
    window = wall(files(3))
    Finger(window, screen).tap(middle_of(window, window.wall.tiles[2]))
    told = window.telling.board.story.journey
    assert told.traveller == ""
    assert told.stops["s1"].title == "Een dag"


def test_a_finger_pulls_the_wall_along_and_chooses_nothing(wall, files, screen):
    window = wall(files(120))
    bar = window.wall.verticalScrollBar()
    assert bar.maximum() > 0
    start = QPoint(640, 500)
    Finger(window, screen).drag(start, start - QPoint(0, 300))
    assert bar.value() > 200
    assert window.telling is None


def test_all_can_be_reached_with_a_finger(wall, files, screen, wait_for):
    window = wall(files(120))
    last = window.wall.tiles[-1]
    finger = Finger(window, screen)
    for _pull in range(12):
        if last in in_sight(window):
            break
        finger.drag(QPoint(640, 550), QPoint(640, 60))
        finger.press(QPoint(4, 4))  # what still glides stops
        finger.lift(QPoint(4, 4))
    assert last in in_sight(window)
    finger.tap(middle_of(window, last))
    assert window.telling.board.story.journey.traveller == ""


def test_two_fingers_come_nearer_around_where_they_are(wall, files, screen):
    window = wall(files(12))
    port = window.wall.viewport()
    middle = window.wall.tiles[5].mapTo(port, window.wall.tiles[5].rect().center())
    before = window.wall.tiles[5].width()
    sequence = QTest.touchEvent(port, screen, autoCommit=False)
    sequence.press(0, middle - QPoint(40, 0), port).press(1, middle + QPoint(40, 0), port).commit()
    for apart in (60, 80, 100):
        sequence.move(0, middle - QPoint(apart, 0), port)
        sequence.move(1, middle + QPoint(apart, 0), port)
        sequence.commit()
    sequence.release(0, middle - QPoint(100, 0), port)
    sequence.release(1, middle + QPoint(100, 0), port).commit()
    assert window.wall.tiles[5].width() > 2 * before
    now = window.wall.tiles[5].mapTo(port, window.wall.tiles[5].rect().center())
    assert (now - middle).manhattanLength() < 12
    assert window.telling is None


def test_what_is_in_sight_becomes_as_fine_as_the_screen(wall, files, screen, wait_for):
    window = wall(files(120))
    finger = Finger(window, screen)
    finger.drag(QPoint(640, 550), QPoint(640, 250))
    for _step in range(3):
        finger.tap(finger.on(window.bar.nearer))

    def is_fine(tile):
        picture = window.wall.picture_of(tile)
        return picture is not None and picture.size() == tile.wanted_size

    def seen():
        return [tile for tile in window.wall.tiles if not tile.visibleRegion().isEmpty()]

    assert seen()
    wait_for(lambda: all(map(is_fine, seen())))


def test_from_farther_off_more_are_seen_and_each_is_still_as_large_as_a_finger(wall, files, screen):
    window = wall(files(120))
    seen = len(in_sight(window))
    finger = Finger(window, screen)
    for _step in range(8):
        finger.tap(finger.on(window.bar.farther))
    assert len(in_sight(window)) > seen
    assert min(window.wall.tiles[0].size().toTuple()) >= look.TARGET_BOARD_PX
    for _step in range(16):
        finger.tap(finger.on(window.bar.nearer))
    assert window.wall.tiles[0].width() > window.width() / 2


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (3840, 2160)])
def test_whatever_is_pressed_is_large_and_low(wall, files, width, height):
    window = wall(files(8, closed), width=width, height=height)
    bar = window.bar
    for button in (
        bar.close_button,
        bar.nearer,
        bar.farther,
        bar.keep,
        bar.full_screen,
        bar.understood,
    ):
        assert button.isVisible()
        assert min(button.width(), button.height()) >= look.TARGET_BOARD_PX
        assert middle_of(window, button).y() > 2 / 3 * height
        assert button.accessibleName()
    assert bar.words.font().pixelSize() >= min(28, 28 * height // 1080)
    needed = bar.words.heightForWidth(bar.words.width())
    assert needed <= bar.words.height()
    for tile in window.wall.tiles:
        assert min(tile.width(), tile.height()) >= look.TARGET_BOARD_PX


def test_keys_do_all_that_fingers_do(wall, files, wait_for):
    window = wall(files(6, named), width=1000, height=720)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(window.focusWidget() or window, key)
    chosen = next(tile for tile in window.wall.tiles if tile.hasFocus())
    assert chosen.y() > window.wall.tiles[0].y()
    QTest.keyClick(chosen, Qt.Key.Key_Return)
    assert window.telling.board.story.journey.traveller == chosen.journey.small.name
    QTest.keyClick(window.telling.board, Qt.Key.Key_Escape)
    wait_for(lambda: window.telling is None)
    width = chosen.width()
    QTest.keyClick(chosen, Qt.Key.Key_Plus)
    assert chosen.width() > width
    QTest.keyClick(chosen, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_files_that_do_not_open_are_named_and_the_others_hang(wall, files, screen, tmp_path):
    bad = [tmp_path / f"kapot {number}.reisblog" for number in range(2)]
    for path in bad:
        path.write_text("no journey", encoding="utf-8")
    made = files(3)
    window = wall([made[0], bad[0], made[1], made[2]])
    assert len(window.journeys) == len(window.wall.tiles) == 3
    assert "kapot 0.reisblog" in window.bar.said
    finger = Finger(window, screen)
    finger.tap(finger.on(window.bar.understood))
    assert window.bar.said == ""
    window.close()
    window = wall([*bad, made[0]])
    assert all(path.name in window.bar.said for path in bad)


def test_a_file_that_has_gone_meanwhile_is_told(wall, files, screen):
    made = files(3)
    window = wall(made)
    made[1].unlink()
    Finger(window, screen).tap(middle_of(window, window.wall.tiles[1]))
    assert window.telling is None
    assert made[1].name in window.bar.said


def test_a_copy_is_recommended_where_more_was_given_than_is_for_the_class(wall, files):
    assert HINT in wall([*files(2), *files(1, closed)]).bar.said


def test_of_what_is_closed_no_pixel_shows(wall, files):
    plain = wall(files(3))
    before = [tile.grab().toImage() for tile in plain.wall.tiles]
    plain.close()
    hidden = wall(files(3, hidden_path))
    after = [tile.grab().toImage() for tile in hidden.wall.tiles]
    assert before == after


def hidden_path(now):
    across = journeys.trail("t2", [(100, 1500), (2300, 100)])
    return edits.show_to(edits.add_trail(now, across), ["t2"], Audience.SELF)


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_what_hangs_can_be_kept(driver, wall, files, screen, wait_for, tmp_path, ending):
    window = wall(files(4, named))
    driver.dialogs.file = tmp_path / f"klas.{ending}"
    finger = Finger(window, screen)
    finger.tap(finger.on(window.bar.keep))
    wait_for(lambda: "klas" in window.bar.said)
    if ending == "png":
        with Image.open(driver.dialogs.file) as picture:
            assert picture.size == (3840, 2160)
    else:
        text = pypdfium2.PdfDocument(driver.dialogs.file)[0].get_textpage().get_text_range()
        assert "Leerling 3" in text


@pytest.mark.usefixtures("dressed")
def test_the_command_shows_the_wall_until_it_is_closed(files, tmp_path, monkeypatch):
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))
    seen = []

    def look():
        for window in QApplication.topLevelWidgets():
            if isinstance(window, ClassWindow) and window.isVisible() and window.is_settled:
                seen.append(len(window.journeys))
                window.close()

    watch = QTimer(interval=20)
    watch.timeout.connect(look)
    watch.start()
    assert show_class(files(3), KnownMaps(tmp_path / "maps"), full_screen=False) == 0
    assert seen == [3]


def test_nobody_chosen_opens_no_wall(driver):
    driver.press("class-map")
    assert driver.program.class_maps.window is None


def test_a_wall_that_is_closed_while_it_reads_leaves_nothing(driver, files):
    driver.dialogs.files = files(20)
    driver.press("class-map")
    driver.program.class_maps.window.close()
    driver.settle()
    assert driver.program.class_maps.window is None


def test_the_window_is_left_with_the_wall_open(wall, files, driver, screen):
    window = wall(files(2))
    Finger(window, screen).tap(middle_of(window, window.wall.tiles[0]))
    driver.close()
