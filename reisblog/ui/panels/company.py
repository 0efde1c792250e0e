"""The travel company: people who travel part of the way along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model import edits
from reisblog.model.company import initials
from reisblog.model.records import Companion
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.plain_text import LineField, PlainLabel

if TYPE_CHECKING:
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.workbench import Workbench

_TOKEN_PX = 40


def roles() -> list[str]:
    """Roles one may want to name; any other word is as good."""
    return [
        _("fellow student"),
        _("workplace trainer"),
        _("teacher"),
        _("mentor"),
        _("family"),
        _("friend"),
        _("guide"),
    ]


class Token(QWidget):
    """The initials of somebody, on a round piece of paper."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = ""
        self.setFixedSize(_TOKEN_PX, _TOKEN_PX)

    def show_name(self, name: str) -> None:
        """Show the initials of this name."""
        self._letters = initials(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A round token."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.INK))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(look.PAPER))
        painter.setFont(theme.font(look.TEXT_PX, title=True))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._letters)


class CompanionRow(QWidget):
    """One person: token, name, role; both edited where they stand.

    Signals:
        renamed, recast: the name or the role, after every letter.
        left: the writing is over.
        removed: they travel along no more.
    """

    renamed = Signal(str)
    recast = Signal(str)
    left = Signal()
    removed = Signal()

    def __init__(self, companion: Companion) -> None:
        super().__init__()
        self.companion = companion
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "card")
        self.token = Token()
        self.name = LineField(name=_("Name"))
        self.name.setFont(theme.font(bold=True))
        self.role = LineField(name=_("Role"), placeholder=_("Role, if you like"))
        self.role.setFont(theme.font(look.TEXT_SMALL_PX))
        # Each is a target of its own, yet the words stand together in the middle.
        self.name.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.role.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setIconSize(QSize(18, 18))
        self.more.setAccessibleName(_("Roles, or take leave"))
        self.more.setToolTip(_("Roles, or take leave"))
        self.more.clicked.connect(self.open_menu)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.role)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 0, 4)
        row.setSpacing(2)
        row.addWidget(self.token)
        row.addLayout(words, 1)
        row.addWidget(self.more)
        self.name.edited.connect(self.renamed)
        self.role.edited.connect(self.recast)
        for field in (self.name, self.role):
            field.left.connect(self.left)
            field.returnPressed.connect(field.clearFocus)
        self.show_companion(companion)

    def show_companion(self, companion: Companion) -> None:
        """Show what the journey says."""
        self.companion = companion
        self.name.show_text(companion.name)
        self.role.show_text(companion.role)
        self.token.show_name(companion.name)

    def open_menu(self) -> None:
        """Offer roles, and taking leave."""
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Roles to take over, and taking leave."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for role in roles():
            action = menu.addAction(role)
            action.setCheckable(True)
            action.setChecked(role == self.companion.role)
            action.triggered.connect(
                lambda checked, role=role: self.recast.emit(role if checked else "")
            )
        menu.addSeparator()
        menu.addAction(icon("trash"), _("Take away")).triggered.connect(self.removed)
        return menu


class CompanyPanel(QScrollArea):
    """The people, and a field that welcomes one.

    Attributes:
        rows: everybody's row, by id.
        field: Enter welcomes who is named here.
    """

    def __init__(
        self, workbench: Workbench, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._messages = messages
        self.rows: dict[str, CompanionRow] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field = LineField(name=_("Add somebody"), placeholder=_("Add somebody"), look="field")
        self.empty = PlainLabel(
            _("People who travel part of the way with you. A first name or nickname is enough."),
            look="empty",
            wraps=True,
        )
        column = QWidget()
        column.setObjectName("column")
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(12, 12, 12, 24)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.field)
        self._layout.addSpacing(4)
        self._layout.addWidget(self.empty)
        self._above = self._layout.count()
        self._layout.addStretch(1)
        self.setWidget(column)
        self.field.returnPressed.connect(self._add)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._begin_anew)
        self._begin_anew()

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        self.field.setFocus()

    def _begin_anew(self) -> None:
        for key in list(self.rows):
            self._drop(key)
        self._show(self._workbench.journey)

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if "companions" in changes.tables:
            self._show(journey)

    def _show(self, journey: Journey) -> None:
        for gone in [key for key in self.rows if key not in journey.companions]:
            self._drop(gone)
        for index, (key, companion) in enumerate(journey.companions.items()):
            row = self.rows.get(key)
            if row is None:
                row = self.rows[key] = self._row(companion)
            elif row.companion is not companion:
                row.show_companion(companion)
            item = self._layout.itemAt(self._above + index)
            if item is None or item.widget() is not row:
                self._layout.insertWidget(self._above + index, row)
        self.empty.setVisible(not self.rows)

    def _drop(self, key: str) -> None:
        row = self.rows.pop(key)
        if holds_focus(row):
            self.field.setFocus()
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _row(self, companion: Companion) -> CompanionRow:
        row = CompanionRow(companion)
        row.renamed.connect(lambda name: self._rename(row, name))
        row.recast.connect(lambda role: self._recast(row, role))
        row.left.connect(lambda: self._leave(row))
        row.removed.connect(lambda: self._remove(row))
        return row

    def _add(self) -> None:
        name = self.field.text().strip()
        if name:
            companion = Companion(id=self._workbench.new_id(), name=name)
            self._workbench.edit(_("Welcome somebody"), lambda now: edits.welcome(now, companion))
            if companion.id in self._workbench.journey.companions:  # or the journey is full
                self.field.clear()

    def _rename(self, row: CompanionRow, name: str) -> None:
        key = row.companion.id
        if name.strip():
            self._workbench.edit(
                _("Rename somebody"),
                lambda now: edits.change_companion(now, key, name=name),
                key=f"companion-name-{key}",
            )

    def _recast(self, row: CompanionRow, role: str) -> None:
        key = row.companion.id
        self._workbench.edit(
            _("Say who somebody is"),
            lambda now: edits.change_companion(now, key, role=role),
            key=f"companion-role-{key}",
        )

    def _leave(self, row: CompanionRow) -> None:
        """A name that was emptied comes back: taking leave is something else."""
        self._workbench.desk.history.seal()
        if row.companion.id in self._workbench.journey.companions:
            row.show_companion(self._workbench.journey.companions[row.companion.id])

    def _remove(self, row: CompanionRow) -> None:
        key = row.companion.id
        self._workbench.edit(_("Take leave of somebody"), lambda now: edits.remove(now, [key]))
        words = _("{name} no longer travels along.").format(name=row.companion.name)
        self._messages.tell(words, Offer(_("Put back"), self._workbench.undo))
