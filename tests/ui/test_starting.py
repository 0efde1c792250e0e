"""The program is started; what the first frame did without comes by itself."""

import gc
import signal
import sys
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from reisblog.running import _one_by_one, open_window
from reisblog.ui.canvas.view import CanvasView
from reisblog.ui.main_window import MainWindow
from reisblog.ui.panels.story import StoryPanel
from reisblog.ui.panels.tray import TrayPanel
from tests.driver import on_screen

_LOOK_EVERY_MS = 20
_PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def workers_start_swiftly():
    """Not here: all of the program starts as it does."""


@pytest.fixture
def start(dressed, tmp_path, monkeypatch):
    """Starts the program as the command line does, and closes it as soon as something holds."""
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program sets its own
    locale = QLocale()

    def until(holds):
        clock, patience = QTimer(interval=_LOOK_EVERY_MS), QTimer(interval=_PATIENCE_MS)

        def look():
            (window,) = _windows(dressed)
            if holds(window):
                window.close()

        clock.timeout.connect(look)
        patience.timeout.connect(partial(dressed.exit, 1))
        clock.start()
        patience.start()
        code = open_window(None)
        clock.stop()
        patience.stop()
        for window in _windows(dressed):
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, 0)
        gc.collect()  # here and now, as Driver.close does
        assert code == 0, "it never came"

    yield until
    for translator in dressed.findChildren(QTranslator):
        dressed.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(locale)


def _windows(application):
    return [widget for widget in application.topLevelWidgets() if isinstance(widget, MainWindow)]


def _colours_on_the_map(window):
    """How many colours stand on the screen where the map is, of a thousand spots."""
    seen = on_screen(window.findChild(CanvasView).viewport())
    across, down = (range(15, length, 30) for length in (seen.width(), seen.height()))
    return len({seen.pixelColor(x, y).name() for x in across for y in down})


def _says(standard):
    box = QDialogButtonBox(standard)
    return box.button(standard).text().replace("&", "")


def _all_is_ready(window):
    """Whether what the first frame did without is there, up to the parts that are made last."""
    return window.findChild(TrayPanel) is not None and window.findChild(StoryPanel) is not None


def test_at_the_very_first_start_the_map_is_painted_and_appears(start):
    start(lambda window: _colours_on_the_map(window) > 100 and _all_is_ready(window))


def test_soon_after_the_start_all_is_ready_and_qt_itself_speaks_dutch_too(start):
    assert _says(QDialogButtonBox.StandardButton.Cancel) == "Cancel"
    start(_all_is_ready)
    assert _says(QDialogButtonBox.StandardButton.Cancel) == "Annuleren"


def test_the_steps_after_the_start_go_on_past_one_that_fails(qtbot):
    done = []

    def fail():
        raise OSError("planted")

    steps = [partial(done.append, 1), fail, partial(done.append, 2), partial(done.append, 3)]
    with qtbot.capture_exceptions() as told:
        _one_by_one(iter(steps))
        assert done == [1]  # the next waits until Qt has seen to everything else
        qtbot.waitUntil(lambda: done == [1, 2, 3])
    assert [str(error) for _kind, error, _trace in told] == ["planted"]


@pytest.mark.usefixtures("hears_signals")
def test_ctrl_c_in_the_terminal_closes_the_window(start):
    def pressed_when_ready(window):
        if _all_is_ready(window):
            signal.raise_signal(signal.SIGINT)

    start(pressed_when_ready)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
