"""The sheet on which a travel book is looked at, chosen and made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.texts import _, ngettext
from reisblog.ui import theme
from reisblog.ui.book.outcome import Outcome
from reisblog.ui.book.pages_view import PagesView
from reisblog.ui.book.people import PeopleInPhotos
from reisblog.ui.book.words import of_size
from reisblog.ui.focus_ring import FocusRing, holds_focus
from reisblog.ui.icons import icon
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from reisblog.pdfium import Pages
    from reisblog.ui.book.choices import Choices
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Jobs

_SIDE_PX = 372
_AROUND_PX = 24
_LARGEST = QSize(2_600, 1_700)


class BookDialog(QDialog):
    """The pages, and beside them what can be chosen and done.

    Attributes:
        pages: the book as it will be.
        choices: what it is to be like.
        left_out: what is not in it, and for whom it is closed.
        people: what is to be thought of where people are in photos, until that is answered.
        large: how many pages, and how large the file.
        outcome: what came of making it.
        make, print_it, back: the buttons.

    Signals:
        make_asked: a file should be made.
        print_asked: it should go to a printer.
    """

    make_asked = Signal()
    print_asked = Signal()

    def __init__(
        self,
        choices: Choices,
        jobs: Jobs,
        dialogs: Callable[[], Dialogs],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Travel book"))
        self.setModal(True)
        self.choices = choices
        self.pages = PagesView(jobs)
        self.left_out = PlainLabel(look="small", wraps=True)
        self.people = PeopleInPhotos()
        self.large = PlainLabel(look="small")
        self.outcome = Outcome(dialogs)
        self.make = QPushButton(_("Make travel book…"))
        self.make.setProperty("look", "main")
        self.print_it = QPushButton(_("Print…"))
        self.back = QPushButton(_("Back"))
        self._goes_on = self.make
        for button in (self.print_it, self.back):
            button.setProperty("look", "plain")
            button.setAutoDefault(False)
        self.enlarge = QPushButton()
        self.enlarge.setProperty("look", "quiet")
        self.enlarge.setAutoDefault(False)
        keeps_room = self.enlarge.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.enlarge.setSizePolicy(keeps_room)
        self._count = 0
        self._bytes: int | None = None
        self._lay_out()
        self.make.clicked.connect(self.make_asked)
        self.print_it.clicked.connect(self.print_asked)
        self.back.clicked.connect(self.reject)
        choices.photos.came_to.connect(self._follow)
        self.enlarge.clicked.connect(lambda: self.pages.enlarge(not self.pages.to_read))
        self.pages.sized.connect(self._show_enlarge)
        self._show_enlarge(to_read=False)
        self.pages.laid_out.connect(lambda: self.enlarge.setVisible(self.pages.can_change_size))
        if parent is not None:
            around = QSize(2 * _AROUND_PX, 2 * _AROUND_PX)
            self.resize((parent.size() - around).boundedTo(_LARGEST))
        self._ring = FocusRing(self)

    def begin(self, *, to_print: bool) -> None:
        """Appear, with the keyboard where one goes on: at making a file, or at printing."""
        if to_print:
            self._goes_on = self.print_it
            self.print_it.setAutoDefault(True)
            self.print_it.setProperty("look", "main")
            self.make.setProperty("look", "plain")
        (self._goes_on if self.people.isHidden() else self.people.understood).setFocus()
        self.open()

    def show_pages(self, pages: Pages) -> None:
        """Show the book as it will be."""
        self._count, self._bytes = len(pages.sizes), None
        self.pages.show_pages(pages)
        self._show_size()

    def show_bytes(self, size: int) -> None:
        """Say how large the file will be."""
        self._bytes = size
        self._show_size()

    def show_notices(self, left_out: str, *, people: bool) -> None:
        """Say what is to be thought of.

        Args:
            left_out: what is not in it; nothing where there is nothing.
            people: whether those in photos are still to be thought of.
        """
        self.left_out.setText(left_out)
        self.left_out.setVisible(bool(left_out))
        self.people.setVisible(people)

    def hide_people(self) -> None:
        """Say no more of people; the keyboard goes on to what comes next."""
        if not self.people.isHidden():
            if holds_focus(self.people):
                self._goes_on.setFocus()
            self.people.hide()

    def set_making(self, *, making: bool) -> None:
        """Let nothing be chosen while a file is made."""
        for part in (self.choices, self.make, self.print_it):
            part.setEnabled(not making)
        if not making:
            self._goes_on.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the making first; Ctrl+P prints here as it does on the map."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self.outcome.stop.isVisible() and self.outcome.stop.isEnabled():
            self.outcome.stop.click()
        elif (
            event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.print_it.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        title = PlainLabel(_("Travel book"))
        title.setFont(theme.font(look.TITLE_PX, title=True))
        title.setStyleSheet(f"font-size: {look.TITLE_PX}px;")
        self._told = told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, look.GAPS_PX[0], 0)
        column.setSpacing(look.GAPS_PX[0])
        column.addWidget(self.choices)
        column.addStretch()
        self.left_out.setContentsMargins(8, 0, 8, 0)
        self.area = QScrollArea()
        self.area.setWidget(told)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = QHBoxLayout()
        beside.setSpacing(look.GAPS_PX[0])
        beside.addWidget(self.print_it, 1)
        beside.addWidget(self.back, 1)
        side = QWidget()
        side.setFixedWidth(_SIDE_PX)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(20, 18, 20, 20)
        rows.setSpacing(look.GAPS_PX[0])
        rows.addWidget(title)
        rows.addWidget(self.area, 1)
        rows.addWidget(self.left_out)
        rows.addWidget(self.people)
        rows.addWidget(self.outcome)
        rows.addWidget(self.make)
        rows.addLayout(beside)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 8, 0)
        foot.addWidget(self.large, 1)
        foot.addWidget(self.enlarge)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.pages, 1)
        left.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        layout.addWidget(side)
        self.setTabOrder(self.pages, self.enlarge)

    def _follow(self, photo: QRect) -> None:
        """Bring the photo that the keyboard comes to into sight."""
        chosen = self.choices.photos
        at = chosen.viewport().mapTo(self._told, photo.center())
        self.area.ensureVisible(at.x(), at.y(), 0, photo.height())

    def _show_size(self) -> None:
        pages = ngettext("{n} page", "{n} pages", self._count).format(n=self._count)
        size = _("looking how large…") if self._bytes is None else of_size(self._bytes)
        self.large.setText(f"{pages} · {size}" if self._count else "")

    def _show_enlarge(self, to_read: bool) -> None:  # noqa: FBT001  (a signal hands it in)
        self.enlarge.setText(_("Smaller") if to_read else _("Larger"))
        self.enlarge.setIcon(icon("zoom-out" if to_read else "zoom-in"))
