"""The real window with a full journey, for somebody who listens; tells what is done to it.

Each line it writes is what was pressed, or chosen.
"""

import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible

from reisblog import texts
from reisblog.ui import theme
from reisblog.ui.application import application
from tests import journeys
from tests.driver import Driver

_LIFE_MS = 90_000


def main(home: Path) -> None:
    texts.use("nl")
    app = application()
    theme.dress(app)
    driver = Driver(home)
    peopled = journeys.peopled()
    driver.program.workbench.edit(
        "Earlier", lambda now: msgspec.structs.replace(peopled, id=now.id, map=now.map)
    )
    QAccessible.queryAccessibleInterface(driver.port)  # who listens already meets a bare map first
    assert driver.canvas.work  # made in the first quiet moment
    driver.messages.answer = 1
    driver.window.open_tab("story")
    for name, action in driver.window.actions_by_id.items():
        action.triggered.connect(lambda _on, name=name: tell("action", name))
    driver.program.workbench.chosen_changed.connect(lambda ids: tell("chosen", *sorted(ids)))
    driver.canvas.tool_changed.connect(lambda tool: tell("tool", tool))
    QTimer.singleShot(_LIFE_MS, app.quit)
    app.lastWindowClosed.connect(app.quit)
    tell("ready")
    app.exec()
    driver.close_as_it_is()


def tell(*words: str) -> None:
    print(*words, flush=True)  # noqa: T201  (heard by who started it)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
