"""What Foto's offers beside the rail: choose some, follow a folder, and how a phone's come here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from reisblog import look
from reisblog.texts import _
from reisblog.ui.icons import label
from reisblog.ui.paper import Slip
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH_PX = 268


class PhotoFlyout(Slip):
    """Where photos come from.

    Signals:
        pick_photos, pick_folder, stop_following: what was asked for.
    """

    pick_photos = Signal()
    pick_folder = Signal()
    stop_following = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Photos"))
        self.buttons: Mapping[str, QPushButton] = {
            "photos": self._button("photos", _("Choose photos…"), self.pick_photos),
            "folder": self._button("folder", _("Follow a folder…"), self.pick_folder),
            "stop": self._button("close", "", self.stop_following),
        }
        self.hint = PlainLabel(
            _(
                "Photos on your phone: put them in OneDrive, or open WhatsApp on this computer "
                "and copy them here."
            ),
            look="small",
            wraps=True,
        )
        self.hint.setFixedWidth(_WIDTH_PX)
        self.hint.setContentsMargins(12, 4, 4, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(2)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addWidget(self.hint)
        self.show_followed(None)

    def set_board(self, *, board: bool, text_px: int) -> None:
        """Be as wide as a board's words ask; how large they are, a style sheet says."""
        del text_px
        self.hint.setFixedWidth(_WIDTH_PX * 2 if board else _WIDTH_PX)
        self.adjustSize()

    def show_followed(self, folder: Path | None) -> None:
        """Say which folder is followed, and offer to stop."""
        stop = self.buttons["stop"]
        stop.setVisible(folder is not None)
        if folder is not None:
            words = _("Stop following “{folder}”").format(folder=folder.name)
            shown = stop.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, _WIDTH_PX - 48
            )
            label(stop, "close", shown)
            stop.setAccessibleName(words)

    def _button(self, name: str, words: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton()
        label(button, name, words)
        button.setMinimumHeight(look.TARGET_PX)
        button.clicked.connect(asked)
        return button
