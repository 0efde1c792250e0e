"""Who walks along, and what is carried, on the board."""

import pytest
from PySide6.QtTest import QTest

from reisblog.ui.show import company
from tests.finger import Finger


@pytest.fixture
def drawn(monkeypatch):
    """The people who are drawn, by name."""
    seen = []
    real = company.Company._draw_person

    def draw(self, painter, disc, person):
        seen.append(person.name)
        real(self, painter, disc, person)

    monkeypatch.setattr(company.Company, "_draw_person", draw)
    return seen


def halte_with_company(board):
    return next(n for n, chapter in enumerate(board.story.tour.chapters) if chapter.company)


def test_who_is_along_stands_there_on_arrival(board, drawn):
    number = halte_with_company(board)
    board.story.go(board.story.tour.begin_of(number))
    board.stage.hurry()
    drawn.clear()
    board.stage.grab()
    assert drawn == [person.name for person in board.story.tour.chapters[number].company]


def test_who_was_along_before_walks_along_behind_the_pen(board, drawn, wait_for):
    tour = board.story.tour
    both = [
        n
        for n in range(1, tour.told)
        if tour.legs[n] is not None
        and {p.id for p in tour.chapters[n].company} & {p.id for p in tour.chapters[n - 1].company}
    ]
    assert both
    board.story.go(tour.begin_of(both[0]) - 1)
    board.stage.hurry()
    drawn.clear()
    board.on()
    wait_for(lambda: board.stage.look_now.leg > 0.6)
    board.stage.grab()
    assert drawn


def test_the_backpack_has_what_was_picked_up_so_far(board):
    tour = board.story.tour
    texts = [[item.text for item in tour.carried(moment)] for moment in range(tour.end + 1)]
    departure = [item.text for item in board.story.journey.backpack.values() if item.stop is None]
    assert texts[1] == departure
    assert len(texts[tour.end]) > len(departure)
    number = next(n for n, chapter in enumerate(tour.chapters) if chapter.things)
    thing = tour.chapters[number].things[0].text
    assert thing not in texts[tour.begin_of(number) - 1]
    assert thing in texts[tour.begin_of(number)]
    laid = next((n for n, chapter in enumerate(tour.chapters) if chapter.laid), None)
    assert laid is not None
    assert tour.chapters[laid].laid[0].text not in texts[tour.begin_of(laid)]


def test_a_tap_opens_the_backpack_and_it_tells_where_things_came_from(board):
    board.story.go(board.story.tour.end - 1)
    board.stage.hurry()
    board.controls.wake()
    button = board.controls.bag_button
    assert button.isVisible()
    Finger(board, QTest.createTouchDevice()).tap(button.geometry().center())
    assert board.layers.reader.isVisible()
    said = board.layers.reader._text
    for item in board.story.tour.carried(board.story.at):
        assert item.text in said


def test_before_the_story_there_is_no_backpack(board):
    board.controls.wake()
    assert not board.controls.bag_button.isVisible()
