"""A journey is told from its title to its end: with a finger, a clicker, a mouse, keys."""

from functools import partial

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.journey import tables
from reisblog.model.records import Audience
from reisblog.model.tour import Kind
from tests.finger import Finger
from tests.story.golden import sixty_haltes

PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


def beside(board):
    """A spot at the board's edge, where nothing lies that opens at a tap."""
    return QPoint(board.width() // 64, board.height() // 3)


def by_finger(board, screen):
    Finger(board, screen).tap(beside(board))


def by_clicker(board, _screen):
    QTest.keyClick(board, Qt.Key.Key_PageDown)


def by_mouse(board, _screen):
    QTest.mouseClick(board, LEFT, PLAIN, beside(board))


def by_space(board, _screen):
    QTest.keyClick(board, Qt.Key.Key_Space)


def by_arrow_on_the_board(board, screen):
    board.controls.wake()
    button = board.controls.on_button
    Finger(board, screen).tap(button.geometry().center())


@pytest.mark.parametrize(
    "go_on", [by_finger, by_clicker, by_mouse, by_space, by_arrow_on_the_board]
)
def test_a_whole_story_is_told_in_one_way_alone(board, screen, go_on):
    seen = [board.story.moment.kind]
    for _tap in range(4 * len(board.story.tour.moments)):
        before = board.story.at
        go_on(board, screen)
        if board.story.at != before:
            seen.append(board.story.moment.kind)
        if board.story.is_over:
            break
    tour = board.story.tour
    assert seen == [moment.kind for moment in tour.moments[: tour.end + 1]]


@pytest.mark.parametrize("go_on", [by_finger, by_clicker, by_space])
def test_sixty_haltes_are_told_in_one_way_alone(driver, screen, go_on):
    long = sixty_haltes()
    driver.program.workbench.edit(
        "Long",
        lambda now: structs.replace(
            now,
            **{name: getattr(long, name) for name, _table in tables(long)},
            order=long.order,
            title=long.title,
        ),
    )
    driver.press("tell")
    board = driver.program.telling.board
    told = []
    board.story.moved.connect(lambda _before, now: told.append(now))
    while not board.story.is_over and len(told) <= board.story.tour.end:
        go_on(board, screen)
        board.stage.hurry()
    assert told == list(range(1, board.story.tour.end + 1))


def test_a_tap_ends_what_is_under_way_and_the_next_goes_on(board):
    board.on()
    assert board.stage.is_moving
    board.on()
    assert not board.stage.is_moving
    assert board.story.at == 1
    board.on()
    assert board.story.at == 2


def test_back_goes_back_and_home_to_the_map(board):
    for _ in range(6):
        board.on()
    here = board.story.at
    QTest.keyClick(board, Qt.Key.Key_PageUp)
    assert board.story.at == here - 1
    QTest.keyClick(board, Qt.Key.Key_Home)
    assert board.story.moment.kind is Kind.LAND


def test_a_swipe_to_the_right_goes_back_and_to_the_left_goes_on(board, screen):
    for _ in range(6):
        board.on()
    here = board.story.at
    middle = board.rect().center()
    Finger(board, screen).drag(middle, middle + QPoint(board.width() // 4, 0))
    assert board.story.at == here - 1
    board.stage.hurry()
    Finger(board, screen).drag(middle, middle - QPoint(board.width() // 4, 0))
    assert board.story.at == here


def test_a_pause_shows_paper_and_nothing_of_the_story(board):
    board.story.go(3)
    board.stage.hurry()
    QTest.keyClick(board, Qt.Key.Key_B)
    assert board.is_paused
    image = board.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in (9, 300)}) == 1
    here = board.story.at
    board.on()
    assert not board.is_paused
    assert board.story.at == here


def test_a_moment_comes_to_rest_by_itself(board, wait_for):
    for moment in range(1, 5):
        board.story.next()
        wait_for(lambda: not board.stage.is_moving)
        assert board.story.at == moment
    assert board.stage.look_now.risen == 1


def test_without_motion_one_picture_gives_way_to_the_next(board, wait_for):
    board.stage.motion = False
    board.story.go(1)
    board.stage.hurry()
    board.on()
    looks = []
    board.stage.settled.connect(lambda: looks.append(board.stage.look_now))
    assert board.stage.look_now.risen == 1
    assert board.stage.look_now.leg < 0
    wait_for(lambda: bool(looks))


def test_what_is_closed_to_the_class_is_in_no_moment(example):
    journey = example.program.workbench.journey
    stop, photo = journey.order[1], next(iter(journey.photos))
    example.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, {stop, photo}, Audience.CONVERSATION)
    )
    example.press("tell")
    story = example.program.telling.board.story
    assert stop not in story.journey.stops
    assert not any(photo in moment.ids for moment in story.tour.moments)
    assert photo not in story.tour.on_map(story.tour.end).photos


def test_for_a_conversation_more_is_told(example):
    journey = example.program.workbench.journey
    photo = next(iter(journey.photos))
    example.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, {photo}, Audience.CONVERSATION)
    )
    example.program.workbench.look_as(Audience.CONVERSATION)
    example.press("tell")
    assert photo in example.program.telling.board.story.journey.photos


def test_the_board_says_nothing_of_the_journey_in_its_title(board):
    assert board.story.journey.title not in board.windowTitle()


def test_closing_the_journey_closes_the_board(board, example):
    example.press("new")
    assert example.program.telling.board is None


def test_the_same_halte_is_shown_when_the_journey_changes_meanwhile(board, example):
    tour = board.story.tour
    board.story.go(tour.begin_of(3))
    stop = tour.chapter(board.story.at).stop.id
    first = tour.chapters[0].stop.id
    example.program.workbench.edit("Remove", partial(edits.remove, ids={first}))
    assert board.story.tour.chapter(board.story.at).stop.id == stop


def test_after_the_last_halte_the_controls_are_gone(board):
    board.story.go(board.story.tour.end)
    assert not board.controls.on_button.isVisible()
    board.back()
    assert board.controls.on_button.isVisible()


def test_notes_on_the_land_can_be_seen_to_say_something(board, wait_for):
    tour = board.story.tour
    board.story.go(tour.end)
    board.stage.hurry()
    board.stage.come_back()
    board.stage.hurry()
    land = board.stage._land
    wait_for(lambda: land.work(0.2))
    note = next(iter(board.story.journey.notes.values()))
    scale = land.scale
    box = [round(side * scale) for side in (note.at.x + 12, note.at.y + 12, note.width - 24, 40)]
    part = land.image.copy(*box)
    dark = sum(
        part.pixelColor(x, y).lightness() < 110
        for x in range(part.width()) for y in range(part.height())
    )  # fmt: skip
    assert dark > 20
