"""A card on which photos from the tray can be dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton

from reisblog.ui.canvas.drops import PHOTO_IDS, photo_ids_in

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class PhotoTaker(QAbstractButton):
    """Lit while photos are held over it.

    Signals:
        given: ids of photos dropped on it.
    """

    given = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._lit = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos may be laid here."""
        if event.mimeData().hasFormat(PHOTO_IDS):
            self._light(lit=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went on."""
        super().dragLeaveEvent(event)
        self._light(lit=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self._light(lit=False)
        event.acceptProposedAction()
        self.given.emit(photo_ids_in(event.mimeData()))

    def _light(self, *, lit: bool) -> None:
        self._lit = lit
        self.update()
