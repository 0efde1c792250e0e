"""From starting the program to a window that can be used, against an empty window's whole life."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from tests.benchmarks.figure import Figure, benchmark

_ROOT = Path(__file__).parents[2]
_READY = "usable"
_PAIRS = 15
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
_EMPTY = f"""
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
{_AT_FIRST_IDLE}
application = QApplication([])
scene = QGraphicsScene()
view = QGraphicsView(scene)
watch = FirstPaint(view.viewport(), application.quit)
view.show()
application.exec()
"""
_PROGRAM = f"""
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
sys.exit(cli.main([]))
"""
_PAINT_MAP = """
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


@benchmark("start")
def starting() -> Iterator[Figure]:
    """The program with a warm cache until its first picture stands and it listens to the hand."""
    starts, yardsticks = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _seconds(_PAINT_MAP, home)
        for _ in range(_PAIRS + 1):
            starts.append(_seconds(_PROGRAM, home, until_usable=True))
            yardsticks.append(_seconds(_EMPTY, home))
    # The first of each wrote the bytecode, which an installed program has.
    ratio = statistics.median(starts[1:]) / statistics.median(yardsticks[1:])
    yield Figure.at_most("start", ratio, goal=1.6)


def _folders(home: Path) -> dict[str, str]:
    """Folders of its own for the program, to be looked up as those of a person are."""
    if sys.platform != "linux":
        return {"REISBLOG_HOME": str(home)}
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    return {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}


def _seconds(script: str, home: Path, *, until_usable: bool = False) -> float:
    """How long a process takes; all of it, or until it says that it can be used."""
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
        [sys.executable, "-c", script], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as process:
        said = process.stdout.readline() if process.stdout and until_usable else ""
        usable = time.perf_counter()
        process.communicate()
    if process.returncode != 0 or (until_usable and said.strip() != _READY):
        raise RuntimeError("the process that was measured has failed")
    return (usable if until_usable else time.perf_counter()) - started
