"""Wandering over the map in between, and back to where the story was."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtTest import QTest

from reisblog.model.arrangement import arrangement
from reisblog.model.tour import Kind
from tests.finger import Finger


@pytest.fixture
def open_map(board):
    """The map lies there, before the first halte."""
    board.story.go(1)
    board.stage.hurry()
    return board


def spot(board, point):
    """Where a point of the map is on the board."""
    at = board.stage.look_now.camera.on(QSizeF(board.stage.size())).map(QPointF(point.x, point.y))
    return QPoint(round(at.x()), round(at.y()))


@pytest.fixture
def tap(qapp):
    device = QTest.createTouchDevice()

    def tap(board, point):
        Finger(board, device).tap(spot(board, point) if hasattr(point, "distance") else point)
        board.stage.hurry()

    return tap


def middle_of(board, key):
    return board.story.atlas.places[key].area.bounds.centre


def place_with_haltes(board):
    stop = board.story.tour.chapters[0].stop
    return stop.places[0]


def place_without(board):
    places = {key for chapter in board.story.tour.chapters for key in chapter.stop.places}
    return "berg-van-het-realisme" if "berg-van-het-realisme" not in places else "statuskloof"


def test_a_tap_on_a_place_shows_what_is_told_there_and_then_comes_back(open_map, tap):
    story = open_map.story
    tap(open_map, middle_of(open_map, place_with_haltes(open_map)))
    assert story.left == 1
    assert story.tour.chapter(story.at) is story.tour.chapters[0]
    for _ in range(2 * len(story.tour.moments)):
        if story.left is None:
            break
        open_map.on()
        open_map.stage.hurry()
    assert story.at == 1


def test_home_comes_back_to_the_story_at_once(board, tap):
    board.story.go(board.story.tour.end)
    board.stage.hurry()
    board.stage.come_back()
    board.stage.hurry()
    tap(board, middle_of(board, place_with_haltes(board)))
    assert board.story.left == board.story.tour.end
    QTest.keyClick(board, Qt.Key.Key_Home)
    assert board.story.at == board.story.tour.end
    assert board.story.left is None


def test_home_shows_the_map_as_told_so_far_and_then_the_story_goes_on(board):
    tour = board.story.tour
    here = tour.begin_of(3)
    board.story.go(here)
    board.stage.hurry()
    QTest.keyClick(board, Qt.Key.Key_Home)
    board.stage.hurry()
    assert board.story.moment.kind is Kind.LAND
    assert board.stage.is_open
    assert set(board.stage._bench.journey.photos) >= set(tour.on_map(here).photos)
    assert board.story.following == here
    board.on()
    board.stage.hurry()
    assert board.story.at == here
    assert board.story.left is None


def test_a_place_where_nothing_is_told_is_looked_at_and_left(open_map, tap):
    tap(open_map, middle_of(open_map, place_without(open_map)))
    assert open_map.stage.is_visiting
    assert open_map.story.at == 1
    tap(open_map, QPoint(10, 10))
    assert not open_map.stage.is_visiting
    assert open_map.stage.is_open


def test_at_the_end_a_loose_photo_can_be_looked_at(board, tap):
    board.story.go(board.story.tour.end)
    board.stage.hurry()
    board.stage.come_back()
    board.stage.hurry()
    while not board.stage._land.work(1.0):
        QTest.qWait(5)
    journey = board.story.journey
    loose = [
        lie for lie in arrangement(journey) if journey.photos[lie.photo].stop is None and lie.shown
    ]
    assert loose
    tap(board, loose[0].at)
    assert board.story.moment.kind is Kind.PHOTO
    assert board.story.moment.ids == (loose[0].photo,)
    assert board.stage.look_now.risen == 1
    board.on()
    assert board.story.at == board.story.tour.end


def test_the_map_keeps_all_that_was_told_while_one_wanders(board, tap):
    story = board.story
    story.go(story.tour.end)
    board.stage.hurry()
    story.wander(story.tour.at_place(place_with_haltes(board)))
    board.stage.hurry()
    shown = set(board.stage._bench.journey.photos)
    lifted = set(story.moment.ids)
    assert shown == set(story.tour.on_map(story.tour.end).photos) - lifted


def test_what_is_in_no_order_is_only_for_who_wanders(board):
    tour = board.story.tour
    board.story.go(len(tour.moments) + 5)
    assert board.story.at == tour.end
    board.on()
    board.on()
    assert board.story.at == tour.end
