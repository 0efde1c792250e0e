"""The program and an empty window as processes of their own, and how long they take."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from textwrap import indent

_ROOT = Path(__file__).parents[2]
_READY = "usable"
_AT_FIRST_IDLE = """
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def __init__(self, viewport, then):
        super().__init__()
        self._viewport, self._then = viewport, then
        viewport.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self._viewport.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
"""
EMPTY = f"""
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
{_AT_FIRST_IDLE}
application = QApplication([])
scene = QGraphicsScene()
view = QGraphicsView(scene)
watch = FirstPaint(view.viewport(), application.quit)
view.show()
application.exec()
"""
PROGRAM = f"""
import sys
from reisblog import cli
from reisblog.ui import loading
load = loading.load_swiftly

def load_and_watch():
    load()
    from reisblog import app
    {indent(_AT_FIRST_IDLE, "    ").strip()}
    build = app.Program.__init__

    def build_and_watch(program, **parts):
        build(program, **parts)
        def usable():
            print({_READY!r}, flush=True)
            program.window.close()
        program.watch = FirstPaint(program.canvas.viewport(), usable)

    app.Program.__init__ = build_and_watch

loading.load_swiftly = load_and_watch
sys.exit(cli.main(sys.argv[1:]))
"""
SHOW = f"""
import sys
from reisblog import cli
from reisblog.ui import loading
load = loading.load_swiftly

def load_and_watch():
    load()
    from reisblog.ui.show import window
    {indent(_AT_FIRST_IDLE, "    ").strip()}
    build = window.ShowWindow.__init__

    def build_and_watch(board, *parts, **options):
        build(board, *parts, **options)
        def usable():
            print({_READY!r}, flush=True)
            board.close()
        board.watch = FirstPaint(board.stage, usable)

    window.ShowWindow.__init__ = build_and_watch

loading.load_swiftly = load_and_watch
sys.exit(cli.main(sys.argv[1:]))
"""
PAINT_MAP = """
from pathlib import Path
from multiprocessing import Pipe
from reisblog import resources
from reisblog.resources import Folders
from reisblog.storage.own_atlas import own_atlas
from reisblog.ui.canvas.map_painter import paint_levels

folder = Folders.of_this_user().cache / f"map-{own_atlas().map.sha256[:16]}"
folder.mkdir(parents=True)
_here, there = Pipe(duplex=False)
paint_levels(str(resources.own_map()), str(folder), there)
"""


def _folders(home: Path) -> dict[str, str]:
    """Folders of its own for the program, to be looked up as those of a person are."""
    if sys.platform != "linux":
        return {"REISBLOG_HOME": str(home)}
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    return {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}


def seconds(script: str, home: Path, *arguments: str, until_usable: bool = False) -> float:
    """How long a process takes; all of it, or until it says that it can be used.

    Args:
        script: what it does.
        home: below which its folders are.
        arguments: what it is given.
        until_usable: stop the clock when it says so.
    """
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        **_folders(home),
        "PYTHONPATH": str(_ROOT),
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
    }
    for variable in {"PYTHONDONTWRITEBYTECODE", "REISBLOG_HOME"} - _folders(home).keys():
        surroundings.pop(variable, None)
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env=surroundings,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        said = process.stdout.readline() if process.stdout and until_usable else ""
        usable = time.perf_counter()
        process.communicate()
    if process.returncode != 0 or (until_usable and said.strip() != _READY):
        raise RuntimeError("the process that was measured has failed")
    return (usable if until_usable else time.perf_counter()) - started
