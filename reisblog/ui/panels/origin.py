"""Where something that is added now is picked up; seen beforehand, and easily let go of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy

from reisblog.texts import _
from reisblog.ui.icons import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_AROUND_WORDS_PX = 52
"""What icon and edges take beside the words."""


class Origin(QPushButton):
    """Hidden while no halte is chosen; pressed, things come from nowhere, or from there again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop: str | None = None
        self._where = ""
        self._nowhere = False
        self.setProperty("look", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._turn)
        self.hide()

    @property
    def picked_up_at(self) -> str | None:
        """The id of the halte; nothing when it is nowhere."""
        return None if self._nowhere else self._stop

    def show_stop(self, stop_id: str | None, where: str) -> None:
        """A halte is chosen, or none any more.

        Args:
            stop_id: its id.
            where: how one says where that is.
        """
        if stop_id != self._stop:
            self._nowhere = False
        self._stop, self._where = stop_id, where
        self.setVisible(stop_id is not None)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of a long name as there is room for."""
        super().resizeEvent(event)
        self._say()

    def _turn(self) -> None:
        self._nowhere = not self._nowhere
        self._say()

    def _say(self) -> None:
        if self._nowhere:
            words, tip = _("Picked up nowhere in particular"), _("Picked up {where}")
        else:
            words, tip = _("Picked up {where}"), _("Picked up nowhere in particular")
        said = words.format(where=self._where)
        room = self.width() - _AROUND_WORDS_PX
        shown = QFontMetrics(self.font()).elidedText(said, Qt.TextElideMode.ElideRight, room)
        label(self, "loose" if self._nowhere else "pin", shown)
        self.setAccessibleName(said)
        self.setToolTip(tip.format(where=self._where))
