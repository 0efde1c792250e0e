"""What is closed to those who look is in no frame of the board, from the first one on."""

import io
import time

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.records import Audience
from reisblog.ui.show.spots import Opening
from reisblog.ui.show.teller import Teller
from reisblog.ui.show.window import ShowWindow
from tests.driver import on_screen

LEFT = Qt.MouseButton.LeftButton
_TELLTALE = (255, 0, 255)
_SPREAD = 70
"""Nothing on the map has so much more red and blue than green; the photo does, however dark."""
_QUICK = 6.0


def shows(image):
    """Whether anything of the tell-tale is in a picture."""
    if image.isNull():
        return False  # nothing is on the screen yet
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = bytes(image.constBits())
    size = (image.width(), image.height())
    blue, green, red, _ = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).split()
    spread = ImageChops.subtract(ImageChops.darker(red, blue), green)
    return sum(spread.histogram()[_SPREAD:]) > 0


class Watch(QObject):
    """Looks at every frame that comes onto the screen."""

    def __init__(self, *windows):
        super().__init__()
        self._windows = windows
        self.seen = []
        self.frames = 0
        for window in windows:
            window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.UpdateRequest:  # what was painted before it is there still
            self.look(watched)
        return False

    def look(self, window):
        self.frames += 1
        self.seen.append(shows(on_screen(window)))


@pytest.fixture
def with_secret(example, tmp_path):
    """At the second halte there is a photo that nothing else looks like; for a conversation."""
    file = io.BytesIO()
    Image.new("RGB", (720, 480), _TELLTALE).save(file, "JPEG", quality=95)
    path = tmp_path / "geheim.jpg"
    path.write_bytes(file.getvalue())
    bench = example.program.workbench
    before = set(bench.journey.photos)
    bench.choose({bench.journey.order[1]})
    example.drop([path], bench.journey.stops[bench.journey.order[1]].at)
    (photo,) = set(bench.journey.photos) - before
    example.secret = photo
    close(example, Audience.CONVERSATION)
    example.until(
        lambda: example.program.pictures.pixmap(bench.journey.photos[photo].media, 256) is not None
    )
    return example


def close(driver, audience):
    bench, photo = driver.program.workbench, driver.secret
    bench.edit("Close", lambda now: edits.show_to(now, {photo}, audience))


def board_for(driver, viewer, clock=lambda: time.monotonic() * _QUICK):
    program = driver.program
    board = ShowWindow(
        program.workbench.desk, program.pictures, program.map_layer, program.jobs, viewer,
        clock=clock,
    )  # fmt: skip
    board.resize(960, 540)
    board.show()
    QTest.qWaitForWindowExposed(board)
    return board


def to_the_secret(driver, board):
    """Tell until it is large on the board; gives whether it ever is."""
    moments = board.story.tour.moments
    wanted = next(n for n, moment in enumerate(moments) if driver.secret in moment.ids)
    board.story.go(wanted)
    board.stage.hurry()
    driver.until(lambda: shows(on_screen(board)))


def test_it_is_in_no_frame_of_the_whole_story(with_secret):
    board = board_for(with_secret, Audience.CLASS)
    beside = Teller(board)
    beside.resize(640, 360)
    beside.show()
    watch = Watch(board, beside)
    watch.look(board)
    for moment in range(1, board.story.tour.end + 1):
        board.story.next()
        if moment > 12:  # beyond the haltes around it, only what rests
            board.stage.hurry()
        with_secret.until(lambda: not board.stage.is_moving)
        watch.look(board)
        watch.look(beside)
    assert watch.frames > 100
    assert not any(watch.seen)
    beside.close()
    board.close()


def test_for_a_conversation_it_is_seen(with_secret):
    board = board_for(with_secret, Audience.CONVERSATION)
    to_the_secret(with_secret, board)
    board.close()


@pytest.mark.parametrize(
    "when",
    ["at rest", "while it rises", "while it fades", "on the map", "enlarged", "small beside"],
)
def test_closed_to_the_class_it_is_gone_at_once(with_secret, when):
    board = board_for(with_secret, Audience.CONVERSATION)
    to_the_secret(with_secret, board)
    if when == "while it fades":
        board.back()
    elif when == "while it rises":
        board.back()
        board.stage.hurry()
        board.on()
        with_secret.until(lambda: board.stage.look_now.risen > 0.2)
    elif when == "on the map":
        bench = with_secret.program.workbench
        bench.edit("Close", lambda now: edits.show_to(now, {*now.photos}, Audience.CONVERSATION))
        board.story.go(board.story.tour.end)
        board.stage.hurry()
        with_secret.until(lambda: not shows(on_screen(board)))
        with_secret.until(lambda: shows(on_screen(board)))
    elif when == "enlarged":
        board.stage.hurry()
        assert board.layers.tap(QPointF(board.rect().center()))
        with_secret.until(lambda: board.layers.enlarged.is_open and shows(on_screen(board)))
    seen = [board]
    if when == "small beside":
        seen.append(Teller(board))
        seen[1].resize(640, 360)
        seen[1].show()
        with_secret.until(lambda: shows(on_screen(seen[1])))
    board.show_curtain()  # as F9 does; between that and what is on the screen no event comes
    assert board.story.viewer is Audience.CLASS
    watch = Watch(*seen)
    for _ in range(40):
        for window in seen:
            watch.look(window)
        QTest.qWait(5)
    assert not any(watch.seen)
    for window in seen[1:]:
        window.close()
    with_secret.until(lambda: len({on_screen(board).pixel(x, 200) for x in range(960)}) > 30)
    board.close()


def test_closed_in_the_window_while_it_is_told_it_is_gone_at_once(with_secret):
    board = board_for(with_secret, Audience.CONVERSATION)
    to_the_secret(with_secret, board)
    close(with_secret, Audience.SELF)
    watch = Watch(board)
    watch.look(board)
    for _ in range(40):
        QTest.qWait(5)
        watch.look(board)
    assert not any(watch.seen)
    board.close()


def test_f9_closes_the_curtain_and_says_so(with_secret):
    board = board_for(with_secret, Audience.CONVERSATION)
    QTest.keyClick(board, Qt.Key.Key_F9)
    assert board.story.viewer is Audience.CLASS
    assert [each.text() for each in board.controls.buttons if each.isChecked()] == ["Klas"]
    board.close()


def test_words_that_are_read_in_full_are_gone_as_well(with_secret):
    bench = with_secret.program.workbench
    stop = bench.journey.order[1]
    bench.edit("Close", lambda now: edits.show_to(now, {stop}, Audience.CONVERSATION))
    board = board_for(with_secret, Audience.CONVERSATION)
    text = bench.journey.stops[stop].text
    board.layers.read(Opening(QRectF(), QRectF(), "", text, on_paper=True))
    assert board.layers.reader.isVisible()
    board.show_curtain()
    assert not board.layers.reader.isVisible()
    assert text not in board.accessibleDescription()
    board.close()


def test_the_button_says_to_whom_one_tells_and_closes_the_curtain_at_once(with_secret):
    board = board_for(with_secret, Audience.CONVERSATION)
    board.controls.more_button.click()
    (button,) = [each for each in board.controls.buttons if each.text() == "Gesprek"]
    QTest.mouseClick(button, LEFT)
    assert board.story.viewer is Audience.CLASS
    assert [each.text() for each in board.controls.buttons] == ["Klas", "Gesprek"]
    assert [each.isChecked() for each in board.controls.buttons] == [True, False]
    board.close()


def test_it_opens_only_by_a_second_step_elsewhere(with_secret):
    board = board_for(with_secret, Audience.CLASS)
    board.controls.more_button.click()
    (button,) = [each for each in board.controls.buttons if each.text() == "Klas"]
    where = button.geometry()
    for _tap in range(2):  # twice, quickly, in one place
        QTest.mouseClick(board.childAt(where.center()), LEFT)
    assert board.story.viewer is Audience.CLASS
    for _time in range(3):
        QTest.keyClick(board, Qt.Key.Key_F9)
    assert board.story.viewer is Audience.CLASS
    _class, conversation = board.controls.buttons
    assert not conversation.geometry().intersects(where)
    QTest.mouseClick(conversation, LEFT)
    assert board.story.viewer is Audience.CONVERSATION
    board.close()


def test_the_same_is_offered_whether_or_not_there_is_more(example):
    offered = []
    for opens in (False, True):
        bench = example.program.workbench
        if opens:
            bench.edit(
                "Open", lambda now: edits.show_to(now, {*now.stops, *now.photos}, Audience.CLASS)
            )
        board = board_for(example, Audience.CLASS)
        board.show_curtain()
        offered.append([(each.text(), each.isEnabled()) for each in board.controls.buttons])
        board.close()
    assert offered[0] == offered[1]


def test_no_title_of_a_window_tells_what_is_closed(example):
    bench = example.program.workbench
    bench.edit("Close", lambda now: edits.show_head_to(now, "title", Audience.SELF))
    title = bench.journey.title
    example.press("tell")
    QApplication.processEvents()
    titles = [
        window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()
    ]
    assert titles
    assert not [each for each in titles if title in each]


def test_the_window_behind_the_board_shows_no_more_than_the_board(with_secret):
    driver = with_secret
    driver.press("tell")
    assert driver.program.workbench.viewer is Audience.CLASS
    assert driver.secret not in driver.journey.photos
    driver.program.telling.board.look_as(Audience.CONVERSATION)
    assert driver.secret in driver.journey.photos


def test_after_the_telling_the_class_sees_the_window_as_it_saw_the_board(with_secret):
    driver = with_secret
    driver.press("tell")
    driver.program.telling.end()
    assert driver.program.workbench.viewer is Audience.CLASS
    driver.messages.take_up("Laat alles zien")
    assert driver.program.workbench.viewer is Audience.SELF


def test_after_trying_it_in_a_window_all_is_as_it_was(with_secret):
    driver = with_secret
    driver.program.telling.begin(full_screen=False)
    assert driver.program.workbench.viewer is Audience.CLASS
    driver.program.telling.end()
    assert driver.program.workbench.viewer is Audience.SELF


def test_the_story_is_the_same_after_closing_and_opening(with_secret):
    board = board_for(with_secret, Audience.CONVERSATION)
    told = len(board.story.tour.moments)
    board.close_curtain()
    assert len(board.story.tour.moments) < told
    board.look_as(Audience.CONVERSATION)
    assert len(board.story.tour.moments) == told
    board.close()
