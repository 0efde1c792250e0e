"""The backpack: what the traveller carries, as paper labels; one word is enough for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
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
from reisblog.model.records import BackpackItem, BackpackKind
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.panels.flow import FlowLayout, grows_down
from reisblog.ui.plain_text import LineField, PlainLabel, TextField

if TYPE_CHECKING:
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.workbench import Workbench

_CUT_PX = 12.0
_HOLE_PX = 4.5
_LEFT_PX = 24


def kind_name(kind: BackpackKind) -> str:
    """What a kind is called."""
    return {
        BackpackKind.KNOWLEDGE: _("Knowledge"),
        BackpackKind.TALENT: _("Talent"),
        BackpackKind.EXPERIENCE: _("Experience"),
        BackpackKind.INSIGHT: _("Insight"),
        BackpackKind.WORLDVIEW: _("View of the world"),
        BackpackKind.WISH: _("Wish"),
        BackpackKind.INSTRUMENT: _("Instrument"),
    }[kind]


class Label(QWidget):
    """One thing on a luggage label; its words are edited where they stand.

    Signals:
        edited: the words, after every letter.
        left: the writing is over.
        kind_chosen: a kind, or nothing.
        removed: it should go.
    """

    edited = Signal(str)
    left = Signal()
    kind_chosen = Signal(object)
    removed = Signal()

    def __init__(self, item: BackpackItem) -> None:
        super().__init__()
        self.item = item
        self.field = TextField(name=_("In your backpack"), one_thing=True)
        self.kind = PlainLabel(look="small")
        self.more = QToolButton()
        self.more.setIcon(icon("more"))
        self.more.setIconSize(QSize(18, 18))
        self.more.setAccessibleName(_("Kind, or take it out"))
        self.more.setToolTip(_("Kind, or take it out"))
        self.more.clicked.connect(self.open_menu)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.field)
        words.addWidget(self.kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT_PX, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.kind.setContentsMargins(8, 0, 0, 8)
        self.field.edited.connect(self.edited)
        self.field.left.connect(self.left)
        self.show_item(item)

    def show_item(self, item: BackpackItem) -> None:
        """Show what the journey says."""
        self.item = item
        self.field.show_text(item.text)
        self.kind.setVisible(item.kind is not None)
        self.kind.setText(kind_name(item.kind) if item.kind is not None else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the words, one line or as many as a row's width makes of them."""
        words = self.field.toPlainText() or "…"
        measure = QFontMetrics(self.field.font())
        width = max(
            measure.horizontalAdvance(words) + 22,
            QFontMetrics(self.kind.font()).horizontalAdvance(self.kind.text()) + 12,
            60,
        )
        return QSize(width + _LEFT_PX + look.TARGET_PX, self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt's)
        """The words break where the room ends."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high it is at a width."""
        height = self.field.height_at(width - _LEFT_PX - look.TARGET_PX)
        if self.item.kind is not None:
            height += self.kind.sizeHint().height()
        return max(height, look.TARGET_PX)

    def open_menu(self) -> None:
        """Offer the kinds, and taking it out."""
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """The kinds, with the present one ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in BackpackKind:
            action = menu.addAction(kind_name(kind))
            action.setCheckable(True)
            action.setChecked(kind is self.item.kind)
            action.triggered.connect(
                lambda checked, kind=kind: self.kind_chosen.emit(kind if checked else None)
            )
        menu.addSeparator()
        menu.addAction(icon("trash"), _("Take it out")).triggered.connect(self.removed)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same, where somebody expects it."""
        self.menu().popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A luggage label: two corners cut, and a hole for the string."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        painter.setBrush(QColor(theme.LIFTED if self.field.hasFocus() else look.PAPER_DEEP))
        painter.drawPath(_tag(rect))
        painter.setBrush(QColor(look.PAPER))
        painter.drawEllipse(QPointF(rect.left() + 13, rect.center().y()), _HOLE_PX, _HOLE_PX)


class BackpackPanel(QScrollArea):
    """Labels in rows, and a field that adds one.

    Attributes:
        labels: every thing's label, by id.
        field: Enter adds what is written here.
    """

    def __init__(
        self, workbench: Workbench, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._messages = messages
        self.labels: dict[str, Label] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field = LineField(
            name=_("Add to your backpack"), placeholder=_("Add something"), look="field"
        )
        self.empty = PlainLabel(
            _(
                "What you carry: something you can do, know, have lived through or wish for. "
                "Write it down."
            ),
            look="empty",
            wraps=True,
        )
        shelf = QWidget()
        grows_down(shelf)
        self._flow = FlowLayout(shelf)
        column = QWidget()
        column.setObjectName("column")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(12, 12, 12, 24)
        layout.setSpacing(12)
        layout.addWidget(self.field)
        layout.addWidget(self.empty)
        layout.addWidget(shelf)
        layout.addStretch(1)
        self.setWidget(column)
        self.field.returnPressed.connect(self._add)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._begin_anew)
        self._begin_anew()

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        self.field.setFocus()

    def _begin_anew(self) -> None:
        for label in self.labels.values():
            self._flow.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.labels.clear()
        self._show(self._workbench.journey)

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if "backpack" in changes.tables:
            self._show(journey)

    def _show(self, journey: Journey) -> None:
        for gone in [key for key in self.labels if key not in journey.backpack]:
            label = self.labels.pop(gone)
            if holds_focus(label):
                self.field.setFocus()
            self._flow.removeWidget(label)
            label.hide()
            label.deleteLater()
        for key, item in journey.backpack.items():
            if key not in self.labels:
                self._flow.addWidget(self._label(item))
            elif self.labels[key].item is not item:
                self.labels[key].show_item(item)
        if list(self.labels) != list(journey.backpack):
            self.labels = {key: self.labels[key] for key in journey.backpack}
            for label in self.labels.values():
                self._flow.removeWidget(label)
                self._flow.addWidget(label)
        self.empty.setVisible(not self.labels)
        self._flow.invalidate()

    def _label(self, item: BackpackItem) -> Label:
        label = Label(item)
        self.labels[item.id] = label
        label.edited.connect(lambda words: self._write(label, words))
        label.left.connect(lambda: self._leave(label))
        label.kind_chosen.connect(lambda kind: self._choose_kind(label, kind))
        label.removed.connect(lambda: self._remove(label))
        return label

    def _add(self) -> None:
        words = self.field.text().strip()
        if words:
            item = BackpackItem(id=self._workbench.new_id(), text=words)
            self._workbench.edit(_("Put in the backpack"), lambda now: edits.pack(now, item))
            if item.id in self._workbench.journey.backpack:  # or the journey is full
                self.field.clear()

    def _write(self, label: Label, words: str) -> None:
        key = label.item.id
        if words.strip():
            self._workbench.edit(
                _("Rewrite a label"),
                lambda now: edits.rename_item(now, key, words),
                key=f"backpack-{key}",
            )

    def _leave(self, label: Label) -> None:
        """An emptied label shows again what it said: taking it out is something else."""
        self._workbench.desk.history.seal()
        if label.item.id in self._workbench.journey.backpack:
            label.show_item(self._workbench.journey.backpack[label.item.id])

    def _choose_kind(self, label: Label, kind: BackpackKind | None) -> None:
        key = label.item.id
        self._workbench.edit(_("Say what sort it is"), lambda now: edits.sort_item(now, key, kind))

    def _remove(self, label: Label) -> None:
        key = label.item.id
        self._workbench.edit(_("Take out of the backpack"), lambda now: edits.remove(now, [key]))
        self._messages.tell(
            _("Taken out of your backpack."), Offer(_("Put back"), self._workbench.undo)
        )


def _tag(rect: QRectF) -> QPainterPath:
    corner = look.RADIUS_CONTROL_PX
    path = QPainterPath(QPointF(rect.left() + _CUT_PX, rect.top()))
    path.lineTo(rect.right() - corner, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + corner))
    path.lineTo(rect.right(), rect.bottom() - corner)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - corner, rect.bottom()))
    path.lineTo(rect.left() + _CUT_PX, rect.bottom())
    path.lineTo(rect.left(), rect.bottom() - _CUT_PX)
    path.lineTo(rect.left(), rect.top() + _CUT_PX)
    path.closeSubpath()
    return path
