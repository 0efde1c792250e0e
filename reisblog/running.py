"""Starts the program with its window, or without one for a picture."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from reisblog.app import Program
from reisblog.errors import DisplayError, ReisblogError
from reisblog.resources import Folders
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.application import application, has_display, speak
from reisblog.ui.canvas.map_layer import MapLayer
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages
from reisblog.ui.pictures import Pictures
from reisblog.ui.preferences import Preferences
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reisblog.desk import Desk
    from reisblog.model.records import Audience
    from reisblog.storage.known_maps import KnownMaps
    from reisblog.ui.dialogs import Dialogs

_SETTLE_AFTER_MS = 150
"""What can wait until the window is there waits so long."""
_SOON = (
    *("canvas.large_view", "dialogs", "pen_tray", "photo_flyout"),
    *("panels.backpack", "panels.company", "panels.legend"),
    *("listing.reading", "listing.chooser", "listing.switch"),
    *("book.choices", "book.pages_view", "book.making"),
)
"""Modules of ``reisblog.ui`` that are loaded then."""

_log = logging.getLogger(__name__)


def open_window(path: Path | None, maps: KnownMaps | None = None, *, shared: bool = False) -> int:
    """Show the window until it is closed.

    Args:
        path: a journey to open, or nothing for the last one.
        maps: the known ones, if one was chosen.
        shared: keep nothing of the person this time.

    Returns:
        The exit code.

    Raises:
        DisplayError: there is no display to show a window on.
    """
    if not has_display():
        raise DisplayError(_("A window needs a display, and there is none here."))
    made = application()
    program = Program(folders=Folders.of_this_user(), maps=maps, shared=shared)
    sys.excepthook = partial(_tell_the_unforeseen, program.messages)
    window = program.window
    if window is None:
        raise AssertionError
    program.begin(path)
    window.show()
    program.map_layer.prepare()
    QTimer.singleShot(_SETTLE_AFTER_MS, partial(_one_by_one, soon_wanted(program)))
    with _closed_by_ctrl_c(window):
        code = made.exec()
    program.close()
    return code


@contextmanager
def _closed_by_ctrl_c(window: QWidget) -> Iterator[None]:
    """Ctrl+C in the terminal does what the window's cross does, unless the terminal ignores it.

    Raised as an exception it would come out of whatever Qt happens to call.
    """
    before = signal.getsignal(signal.SIGINT)
    if before == signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, window.close))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def soon_wanted(program: Program) -> Iterator[Callable[[], object]]:
    """What the first frame did without and the first minute will ask for, in small steps."""
    yield lambda: program.canvas.work
    yield program.decoder.warm
    yield lambda: program.workbench.desk.media
    yield lambda: program.safekeeping
    yield program.safekeeping.look_for_left
    yield lambda: program.elsewhere
    yield partial(speak, application())
    yield lambda: import_module("reisblog.ui.motion").ask(
        program.jobs, partial(program.canvas.set_motion, motion=False)
    )
    yield theme.add_other_scripts
    if (window := program.window) is not None:
        yield lambda: window.panel.tray
        yield partial(window.panel.page, "story")
    for name in _SOON:
        yield partial(import_module, f"reisblog.ui.{name}")
    yield program.exports.warm


def _one_by_one(steps: Iterator[Callable[[], object]]) -> None:
    """Take one step, and the next when Qt has seen to everything else."""
    if (step := next(steps, None)) is not None:
        QTimer.singleShot(0, partial(_one_by_one, steps))  # before it: a step may fail
        step()


def tell(desk: Desk, viewer: Audience, *, full_screen: bool, pace: str | None = None) -> int:
    """Tell a journey on a board until that is closed.

    Args:
        desk: the journey.
        viewer: to whom.
        full_screen: whether the board fills the screen.
        pace: one of those in which it tells itself, if it does.

    Returns:
        The exit code.

    Raises:
        DisplayError: there is no display to show a board on.
    """
    from reisblog.ui.show.by_itself import Pace  # noqa: PLC0415
    from reisblog.ui.telling import Telling  # noqa: PLC0415  (a window has it later)

    if not has_display():
        raise DisplayError(_("A board needs a display, and there is none here."))
    made = application()
    folders = Folders.of_this_user()
    map_layer = MapLayer(desk.blank_atlas, folders.cache)
    jobs, preferences = Jobs(), Preferences(folders)
    pictures = Pictures(lambda: desk)
    telling = Telling(Workbench(desk), pictures, map_layer, jobs, preferences)
    telling.dialogs = partial(_dialogs_of, made)
    board = telling.begin(viewer, full_screen=full_screen)
    if pace is not None:
        board.tell_by_itself(Pace(pace))
    map_layer.prepare()
    with _closed_by_ctrl_c(board):
        code = made.exec()
    pictures.close()
    jobs.close()
    map_layer.close()
    preferences.close()
    return code


def _dialogs_of(made: QApplication) -> Dialogs:
    """The platform's dialogs, in our language; what they remember is kept with all we keep."""
    from reisblog.ui.dialogs import Dialogs, remember_in  # noqa: PLC0415 - seldom wanted

    speak(made)
    remember_in(Folders.of_this_user().cache)
    return Dialogs()


def show_class(files: Sequence[Path], maps: KnownMaps, *, full_screen: bool) -> int:
    """Show the maps of many journeys side by side until the wall is closed.

    Args:
        files: of the journeys, in the order in which they hang.
        maps: the known ones.
        full_screen: whether the wall fills the screen.

    Returns:
        The exit code.

    Raises:
        DisplayError: there is no display to show it on.
    """
    from reisblog.photos.decoder import Decoder  # noqa: PLC0415  (a window has its own)
    from reisblog.ui.class_map.window import ClassWindow  # noqa: PLC0415
    from reisblog.ui.dialogs import Dialogs, remember_in  # noqa: PLC0415
    from reisblog.ui.own_desks import OwnDesks  # noqa: PLC0415

    if not has_display():
        raise DisplayError(_("A wall of maps needs a display, and there is none here."))
    made, folders, jobs = application(), Folders.of_this_user(), Jobs()
    remember_in(folders.cache)
    with Decoder() as decoder:
        window = ClassWindow(
            files, OwnDesks(folders, maps, decoder), jobs, Dialogs, Preferences(folders)
        )
        if full_screen:
            window.showFullScreen()
        else:
            window.show()
        with _closed_by_ctrl_c(window):
            code = made.exec()
        jobs.close()
    return code


def render_picture(desk: Desk, out: Path, width: int, height: int, *, replace: bool) -> int:
    """Draw the map with everything on it, without a display; gives how many photos lack in it.

    Args:
        desk: the journey.
        out: a PNG file; written only when it is complete.
        width: pixels.
        height: pixels.
        replace: whether a file that stands there may be replaced.

    Raises:
        SaveError: it could not be written.
    """
    from reisblog.ui.canvas.picture import draw_picture  # noqa: PLC0415  (seldom wanted)

    if QGuiApplication.instance() is None and not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    theme.add_other_scripts()
    desk.refuse_own_file(out)
    return draw_picture(desk, out, width, height, replace=replace)


def _tell_the_unforeseen(
    messages: Messages,
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    """Whatever escapes from a slot of Qt: into the log, and kindly to the person."""
    _log.error("unforeseen", exc_info=(kind, error, traceback))
    general = _("Something went wrong inside the program. Your work is untouched.")
    messages.tell(str(error) if isinstance(error, ReisblogError) else general, lasting=True)
