"""Who was along at a halte: a chip for everybody, and a field for somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QVBoxLayout, QWidget

from reisblog import look
from reisblog.model import edits
from reisblog.model.records import Companion
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.flow import FlowLayout
from reisblog.ui.panels.token_picker import draw_tick
from reisblog.ui.plain_text import LineField, PlainLabel
from reisblog.ui.tokens import Tokens

if TYPE_CHECKING:
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_DISC_PX = 28
_WIDEST_PX = 150
_FEW = 6
"""So many people are shown at once; of more only those who were along, until all are asked for."""


class PersonChip(QAbstractButton):
    """Somebody's token and name; on ink, with a tick, when they were along."""

    def __init__(self, tokens: Tokens, companion: Companion) -> None:
        super().__init__()
        self._tokens = tokens
        self.companion = companion
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_companion(companion)

    def show_companion(self, companion: Companion) -> None:
        """Show this."""
        self.companion = companion
        self.setText(companion.name)
        self.setAccessibleName(companion.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the name, within bounds; bold or not makes no difference."""
        words = QFontMetrics(theme.font(look.TEXT_SMALL_PX, bold=True)).horizontalAdvance(
            self.text()
        )
        return QSize(min(words + _DISC_PX + 30, _WIDEST_PX), look.TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        """A target."""
        return QSize(look.TARGET_PX, look.TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill with token and name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        on, lit = self.isChecked(), self.underMouse() or self.isDown()
        dark, light = (theme.INK_LIT, theme.HOVER) if lit else (look.INK, look.PAPER)
        painter.setPen(QPen(QColor(look.INK if on else look.INK_SOFT), 1))
        painter.setBrush(QColor(dark if on else light))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        disc = QRectF(0, 0, _DISC_PX, _DISC_PX)
        disc.moveCenter(pill.center())
        disc.moveLeft(pill.left() + (pill.height() - _DISC_PX) / 2)
        if on:  # initials on ink want an edge here
            painter.setPen(QPen(QColor(look.PAPER), 1.5))
            painter.drawEllipse(disc.adjusted(-1, -1, 1, 1))
        self._tokens.draw(painter, disc, self.companion)
        if on:
            draw_tick(painter, disc)
        painter.setPen(QColor(look.PAPER if on else look.INK))
        font = theme.font(look.TEXT_SMALL_PX, bold=on)
        painter.setFont(font)
        words = QRectF(disc.right() + 9, 0, pill.right() - disc.right() - 19, self.height())
        shown = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


class CompanyChips(QWidget):
    """The chips of one halte.

    Without anybody in the journey it is one quiet button.

    Attributes:
        chips: everybody's chip that is shown, by id.
        begin: the quiet button, while there is nobody.
        add: opens the field.
        everybody: shows those, too, who were not along.
        field: Enter welcomes who is named here, and lets them be along.

    Signals:
        rearranged: other chips stand here.
    """

    rearranged = Signal()

    def __init__(self, stop_id: str, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__()
        self._stop_id = stop_id
        self._workbench = workbench
        self._tokens = Tokens(workbench, pictures)
        self._all = False
        self._fitted: tuple[list[Companion], bool] | None = None
        self.chips: dict[str, PersonChip] = {}
        self.heading = PlainLabel(_("Travel company"), look="small")
        self.heading.setContentsMargins(8, 4, 0, 2)
        self.begin = QPushButton()
        label(self.begin, "users", _("Travel company"))
        self.add = _small_button("add", _("Add somebody"))
        self.everybody = _small_button("more", _("Show everybody"))
        self.field = LineField(
            name=_("Add somebody"), placeholder=_("A first name or nickname"), look="inset"
        )
        self.field.hide()
        self._shelf = QWidget()
        self._flow = FlowLayout(self._shelf, gap=4)
        self._flow.addWidget(self.everybody)
        self._flow.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.heading, self._shelf, self.begin, self.field):
            layout.addWidget(part)
        self.begin.clicked.connect(self._open_field)
        self.add.clicked.connect(self._open_field)
        self.everybody.clicked.connect(self._show_everybody)
        self.field.returnPressed.connect(self._welcome)
        self.field.left.connect(self._close_field)
        pictures.ready.connect(self._picture_came)
        pictures.rough.connect(self._shelf.update)
        self.follow()

    def follow(self) -> None:
        """Show what the journey says."""
        journey = self._workbench.journey
        stop = journey.stops.get(self._stop_id)
        if stop is None:
            return
        few = len(journey.companions) <= _FEW
        wanted = [
            person
            for key, person in journey.companions.items()
            if few or self._all or key in stop.company or key in self.chips
        ]
        self._show_chips(wanted)
        everybody = len(wanted) == len(journey.companions)
        self.everybody.setHidden(everybody)
        if self._fitted != (wanted, everybody):
            self._fitted = (wanted, everybody)
            self._fit()
        for key, chip in self.chips.items():
            chip.setChecked(key in stop.company)
        anybody = bool(journey.companions)
        self.heading.setVisible(anybody)
        self._shelf.setVisible(anybody)
        self.begin.setVisible(not anybody and self.field.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another number of rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _show_chips(self, people: list[Companion]) -> None:
        alive = {person.id for person in people}
        for gone in [key for key in self.chips if key not in alive]:
            self._drop(self.chips.pop(gone))
        for person in people:
            if person.id not in self.chips:
                self.chips[person.id] = self._chip(person)
            elif self.chips[person.id].companion is not person:
                self.chips[person.id].show_companion(person)
        in_order = {person.id: self.chips[person.id] for person in people}
        if list(in_order) != list(self.chips) or self._flow.count() != len(in_order) + 2:
            self.chips = in_order
            for widget in (*in_order.values(), self.everybody, self.add):
                self._flow.removeWidget(widget)
                self._flow.addWidget(widget)
            self.rearranged.emit()

    def _chip(self, person: Companion) -> PersonChip:
        chip = PersonChip(self._tokens, person)
        chip.setParent(self._shelf)
        chip.show()
        key = person.id
        chip.clicked.connect(lambda on: self._accompany(key, along=on))
        return chip

    def _drop(self, chip: PersonChip) -> None:
        if holds_focus(chip):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _fit(self) -> None:
        """Let the shelf be as high as its rows."""
        self._flow.invalidate()
        self._shelf.setFixedHeight(max(self._flow.heightForWidth(self.width()), look.TARGET_PX))
        self.updateGeometry()

    def _accompany(self, key: str, *, along: bool) -> None:
        self._workbench.edit(
            _("Say who was along"),
            lambda now: edits.accompany(now, key, [self._stop_id], along=along),
        )

    def _open_field(self) -> None:
        self.field.show()
        self.begin.hide()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_field(self) -> None:
        """Without a name nothing came of it."""
        if not self.field.text().strip():
            self.field.clear()
            self.field.hide()
            self.follow()

    def _welcome(self) -> None:
        """Somebody new is along here."""
        name = self.field.text().strip()
        if not name or self._stop_id not in self._workbench.journey.stops:
            return
        person = Companion(id=self._workbench.new_id(), name=name)
        self._workbench.edit(
            _("Welcome somebody"), lambda now: edits.welcome_at(now, person, self._stop_id)
        )
        if person.id in self._workbench.journey.companions:  # or the journey is full
            self.field.clear()

    def _show_everybody(self) -> None:
        self._all = True
        self.follow()
        if self.chips:
            next(iter(self.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _picture_came(self, media: str) -> None:
        for chip in self.chips.values():
            if self._tokens.shows(media, chip.companion):
                chip.update()


def _small_button(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(20, 20))
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
