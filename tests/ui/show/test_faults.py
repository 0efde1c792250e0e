"""Whatever goes wrong while somebody tells: the board is told on, and nobody hears of it."""

import zipfile

import pytest
from PIL import Image, ImageChops

from reisblog.model.tour import Kind
from reisblog.ui.show.by_itself import Pace
from tests.driver import on_screen

_FAR = 40
"""Grey levels; the halo of a path may be a little wider or narrower."""


@pytest.fixture
def in_a_file(example, tmp_path):
    """The example, opened from a file."""
    path = tmp_path / "reis.reisblog"
    example.dialogs.file = path
    example.press("save")
    example.settle()
    example.press("new")
    example.program.session.open(path)
    example.settle()
    example.path = path
    return example


@pytest.fixture
def moving(board):
    """A board on which things travel."""
    board.stage.motion = True
    return board


def told(driver, meanwhile=lambda _moment: None):
    """Tell all of it; gives the board."""
    driver.press("tell")
    board = driver.program.telling.board
    for moment in range(1, board.story.tour.end + 1):
        meanwhile(moment)
        board.on()
        board.stage.hurry()
        driver.settle()
        assert board.story.at == moment
    assert board.story.is_over
    driver.until(lambda: is_drawn(board))
    return board


def is_drawn(board):
    image = on_screen(board)
    return len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 50


def test_the_file_is_taken_away(in_a_file):
    told(in_a_file, lambda moment: in_a_file.path.unlink() if moment == 3 else None)
    assert not in_a_file.path.exists()


def test_the_stick_with_the_file_is_pulled_out(in_a_file):
    def pull(moment):
        if moment == 3:
            with in_a_file.path.open("wb"):
                pass  # all that was in it can no longer be read

    told(in_a_file, pull)


@pytest.mark.parametrize("which", ["first", "every"])
def test_a_photo_is_damaged(in_a_file, which):
    with zipfile.ZipFile(in_a_file.path) as held:
        entries = [each for each in held.infolist() if each.filename.startswith("media/")]
    content = bytearray(in_a_file.path.read_bytes())
    in_a_file.press("new")
    for entry in entries if which == "every" else entries[:1]:
        begin = entry.header_offset + 30 + len(entry.filename) + 400
        content[begin : begin + 4_000] = bytes(4_000)
    in_a_file.path.write_bytes(content)
    in_a_file.program.session.open(in_a_file.path)
    in_a_file.settle()
    assert in_a_file.journey.photos
    told(in_a_file)


def differs(one, other):
    """The share of the pixels that are not nearly the same."""
    pixels = [
        Image.frombuffer(
            "RGBA", (each.width(), each.height()), bytes(each.constBits()), "raw", "RGBA", 0, 1
        ).convert("RGB")
        for each in (one, other)
    ]
    far = ImageChops.difference(*pixels).convert("L").histogram()[_FAR:]
    return sum(far) / (one.width() * one.height())


def test_the_board_gets_another_size_while_a_path_is_drawn(moving, wait_for):
    board = moving
    tour = board.story.tour
    drawn = next(n for n in range(len(tour.moments)) if tour.leg(n) is not None)
    board.story.go(drawn - 1)
    board.stage.hurry()
    board.on()
    wait_for(lambda: board.stage.look_now.leg > 0)
    settled = []
    board.stage.settled.connect(lambda: settled.append(board.story.at))
    board.showNormal()
    board.resize(1280, 1024)
    wait_for(lambda: settled == [drawn])
    assert board.stage.size() == board.size()
    assert board.stage.look_now.risen == 1
    board.on()
    board.stage.hurry()
    assert board.story.at == drawn + 1


def test_what_was_drawn_until_then_is_on_the_map_after_it(moving, wait_for):
    """As much as if nothing had happened."""
    board = moving
    board.showNormal()
    board.resize(800, 450)
    tour = board.story.tour
    drawn = next(n for n in range(len(tour.moments)) if tour.leg(n) is not None)

    def arrive(*, interrupted):
        board.story.go(drawn - 1)
        board.stage.hurry()
        board.on()
        if interrupted:
            wait_for(lambda: board.stage.look_now.leg > 0)
            board.resize(802, 450)
            board.resize(800, 450)
        board.stage.hurry()

    def seen():
        return on_screen(board).copy(80, 0, 570, 450)  # the arrows come and go beside it

    arrive(interrupted=False)
    last = []
    wait_for(lambda: last.append(seen()) or last[-20:].count(last[-1]) == 20)
    arrive(interrupted=True)
    wait_for(lambda: differs(seen(), last[-1]) < 0.0002)


def test_a_story_that_tells_itself_goes_on_on_another_screen(moving, wait_for):
    board = moving
    board.by_itself.begin(Pace.QUICK)
    wait_for(lambda: board.stage.is_moving)
    board.showNormal()
    board.resize(1000, 600)
    here = board.story.at
    wait_for(lambda: board.story.at > here)
    assert board.by_itself.pace is Pace.QUICK


def test_a_journey_without_anything_in_it_is_told_too(driver):
    driver.press("tell")
    board = driver.program.telling.board
    assert [moment.kind for moment in board.story.tour.moments] == [
        Kind.PAPER, Kind.LAND, Kind.WHOLE,
    ]  # fmt: skip
    for _tap in range(6):
        board.on()
        board.stage.hurry()
    assert board.story.is_over
