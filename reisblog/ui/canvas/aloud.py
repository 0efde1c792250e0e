"""What lies on the map can be read aloud: nothing of it is made before somebody has it read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.told import ToldMap
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench


class _Door:
    """Where Qt asks what a widget is for a screen reader; there is one for the whole program."""

    def __init__(self) -> None:
        self.maps: WeakKeyDictionary[QWidget, tuple[CanvasView, Workbench, CanvasScene]]
        self.maps = WeakKeyDictionary()
        self._open = False

    def open(self) -> None:
        if not self._open:
            self._open = True
            QAccessible.installFactory(self._made)

    def _made(self, _kind: str, asked: QObject) -> ToldMap | None:
        known = self.maps.get(asked)  # type: ignore[call-overload]  # for all else it has nothing
        if known is None:
            return None
        from reisblog.ui.canvas.told import ToldMap  # noqa: PLC0415 - for who needs it

        return ToldMap(*known)


_DOOR = _Door()


def let_be_told(view: CanvasView, workbench: Workbench, scene: CanvasScene) -> None:
    """Let the things on a map be read aloud.

    This comes after the first frame, so who listened already was told of a bare widget.
    """
    port = view.viewport()
    if QAccessible.isActive():
        bare = QAccessible.queryAccessibleInterface(port)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(bare))
    _DOOR.maps[port] = view, workbench, scene
    _DOOR.open()
