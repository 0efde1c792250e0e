"""What comes of making a book: how far it is, where it went, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from reisblog import look
from reisblog.texts import _
from reisblog.ui.clipboard import copy_file
from reisblog.ui.icons import label
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.ui.dialogs import Dialogs

_WHOLE = 1000


class Outcome(QFrame):
    """A card that is there once there is something to say.

    Attributes:
        words: what it says.
        open, show_there, copy: what can be done with a finished book.
        bar: how far it is.

    Signals:
        stop_asked: the making should end.
    """

    stop_asked = Signal()

    def __init__(self, dialogs: Callable[[], Dialogs]) -> None:
        super().__init__()
        self._dialogs = dialogs
        self._path: Path | None = None
        self.setProperty("look", "card")
        self.words = PlainLabel(wraps=True)
        self.more = PlainLabel(look="small", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making your travel book"))
        self.open = _button("external", _("Open"), self._open)
        self.show_there = _button("folder", _("Show in folder"), self._show_there)
        self.copy = _button("copy", _("Copy"), self._copy)
        self.stop = QPushButton(_("Cancel"))
        self.stop.setProperty("look", "plain")
        self.stop.clicked.connect(self.stop_asked)
        deeds = QHBoxLayout()
        deeds.setSpacing(0)
        for button in (self.open, self.show_there, self.copy):
            deeds.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 8)
        rows.setSpacing(look.GAPS_PX[0])
        for part in (self.words, self.more, self.bar):
            rows.addWidget(part)
        rows.addLayout(deeds)
        rows.addWidget(self.stop)
        self.hide()

    def show_progress(self, words: str, share: float) -> None:
        """This is being done, and so far, from 0 to 1."""
        if self.bar.isHidden() or self.isHidden():
            self._say(words, "", bar=True)
            self.stop.setFocus()
        self.bar.setValue(round(share * _WHOLE))

    def show_stopping(self) -> None:
        """It is to end; what cannot end at once, as a sheet on its way, is waited for."""
        self.words.setText(_("Stopping…"))
        self.stop.setEnabled(False)

    def show_made(self, path: Path, more: str) -> None:
        """It is there; what else is to be known of it."""
        self._path = path
        there = _("In “{folder}”.").format(folder=path.parent.name or str(path.parent))
        said = " ".join(filter(None, (there, more)))
        self._say(_("“{name}” is ready.").format(name=path.name), said, made=True)
        self.words.setToolTip(str(path))

    def show_words(self, text: str) -> None:
        """Say why it is not there, or whatever else there is to say."""
        self._say(text, "")

    def _say(self, text: str, more: str, *, bar: bool = False, made: bool = False) -> None:
        self.words.setText(text)
        self.words.setToolTip("")
        self.more.setText(more)
        self.more.setVisible(bool(more))
        for part in (self.bar, self.stop):
            part.setVisible(bar)
        self.stop.setEnabled(bar)
        for button in (self.open, self.show_there, self.copy):
            button.setVisible(made)
        self.show()
        told = QAccessibleAnnouncementEvent(self, " ".join(filter(None, (text, more))))
        QAccessible.updateAccessibility(told)

    def _open(self) -> None:
        if self._path is not None:
            self._add(self._dialogs().show_file(self._path))

    def _show_there(self) -> None:
        if self._path is not None:
            self._add(self._dialogs().show_in_folder(self._path))

    def _copy(self) -> None:
        if self._path is not None:
            self._add(copy_file(self._path))

    def _add(self, words: str) -> None:
        """Say what came of pressing a button, where that is not seen."""
        if words:
            self.more.setText(words)
            self.more.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _button(icon: str, words: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton()
    label(button, icon, words)
    button.setProperty("look", "quiet")
    button.clicked.connect(act)
    return button
