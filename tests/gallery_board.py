"""Pictures of a journey that is told on a board: every kind of moment, and some on the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from reisblog.ui.show.window import ShowWindow
from tests.driver import Driver

_PAINTED_MS = 1_500
_ON_THE_WAY = (0.15, 0.4, 0.65, 0.9)


def show_board(driver: Driver, size: tuple[int, int], keep: Callable[[str, QPixmap], None]) -> None:
    """Tell the journey on the desk from its title to its end."""
    driver.press("tell")
    board = driver.program.telling.board
    if board is None:
        raise AssertionError
    board.setFixedSize(*size)  # no display here is as large as a board
    board.stage.motion = True
    seen = set()
    for moment in range(board.story.tour.end + 1):
        kind = board.story.tour.moments[moment].kind
        if kind in seen:
            continue
        seen.add(kind)
        board.story.go(moment)
        board.stage.hurry()
        QTest.qWait(_PAINTED_MS)
        keep(f"90-told-{len(seen):02}-{kind}", board.grab())
    _travel(board, keep)
    driver.program.telling.end()


def _travel(board: ShowWindow, keep: Callable[[str, QPixmap], None]) -> None:
    """From one halte to the next, picture after picture."""
    tour = board.story.tour
    number = next(n for n in range(1, tour.told) if tour.legs[n] is not None)
    board.story.go(tour.begin_of(number) - 1)
    board.stage.hurry()
    QTest.qWait(_PAINTED_MS)
    board.on()
    for index, share in enumerate(_ON_THE_WAY):
        while board.stage.is_moving and board.stage.look_now.leg < share:
            QTest.qWait(10)
        keep(f"91-on-the-way-{index}", board.stage.grab())
