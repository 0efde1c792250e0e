"""A board in class, with a journey to tell on it."""

import pytest

_PATIENCE_MS = 20_000


@pytest.fixture
def example(driver):
    """The student's example lies on the desk."""
    driver.press("example")
    return driver


@pytest.fixture
def board(example):
    """The example is about to be told."""
    example.press("tell")
    board = example.program.telling.board
    board.stage.motion = True
    return board


@pytest.fixture
def wait_for(qtbot):
    """Waits until something holds."""
    return lambda holds: qtbot.waitUntil(holds, timeout=_PATIENCE_MS)
