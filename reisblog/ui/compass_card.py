"""A small card beside a chosen compass: why it was taken out, who asked, and what was seen."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from reisblog import look
from reisblog.model import edits
from reisblog.model.records import Audience, Impulse
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.audience_row import AudienceRow
from reisblog.ui.paper import SHADOW_PX, Slip
from reisblog.ui.plain_text import LineField, PlainLabel, TextField
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from reisblog.model.journey import Journey
    from reisblog.model.records import CompassMoment
    from reisblog.ui.workbench import Workbench

_WIDTH_PX, _BOARD_WIDTH_PX = 328, 560
_BESIDE_PX = 8
_EDGE_PX = 8
_LINES, _MOST_LINES = 2, 7


class CompassCard(Slip):
    """Edits one compass moment; every letter is in the journey at once.

    Signals:
        left: one goes on with the map; the compass may stay chosen.
        closed: the card should go.
        removal_wanted: the id of the compass that should go.
    """

    left = Signal()
    closed = Signal()
    removal_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.moment_id = ""
        self.setAccessibleName(_("Compass"))
        self.name = PlainLabel(_("Compass"), look="heading")
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(20, 20))
        self.close_button.setAccessibleName(_("Close"))
        self.impulses = {
            Impulse.INTERNAL: _choice(_("From yourself")),
            Impulse.EXTERNAL: _choice(_("Somebody asked about it")),
        }
        self.asker = LineField(name=_("Who asked"), placeholder=_("Who"), look="inset")
        self.text = TextField(
            name=_("What you saw"), placeholder=_("What you saw"), lines=_LINES, look="inset"
        )
        self.audience = AudienceRow()
        self.narrower = PlainLabel(look="small", wraps=True)
        self.narrower.setContentsMargins(8, 0, 0, 0)
        self.remove = QPushButton()
        label(self.remove, "trash", _("Take away"))
        self._lay_out()
        self._connect()
        self.set_board(board=False, text_px=look.TEXT_PX)
        self.hide()

    def set_board(self, *, board: bool, text_px: int) -> None:
        """Be as large as a board asks."""
        self.setFixedWidth((_BOARD_WIDTH_PX if board else _WIDTH_PX) + 2 * SHADOW_PX)
        font = theme.font(text_px)
        for field in (self.asker, self.text):
            field.setFont(font)
        self.asker.setMinimumHeight(look.TARGET_BOARD_PX if board else look.TARGET_PX)
        line = self.text.fontMetrics().lineSpacing()
        self.text.setMaximumHeight(_MOST_LINES * line)
        for row, button in enumerate(self.impulses.values()):
            self._choices.removeWidget(button)
            self._choices.addWidget(button, *((row, 0) if board else (0, row)))
        for before, after in pairwise([self.close_button, *self.tab_stops()]):
            self.setTabOrder(before, after)

    def show_moment(self, moment: CompassMoment) -> None:
        """Show what the journey says of this one."""
        if moment.id != self.moment_id:
            self._seal()
        self.moment_id = moment.id
        note_record(self, moment.id)
        for impulse, button in self.impulses.items():
            button.setChecked(impulse is moment.impulse)
        asked = moment.impulse is Impulse.EXTERNAL
        if self.asker.hasFocus() and not asked:
            self.impulses[Impulse.EXTERNAL].setFocus()
        self.asker.setVisible(asked)
        self.asker.show_text(moment.asker)
        self.text.show_text(moment.text)
        self.audience.show_audience(moment.audience)
        self._show_narrower(moment)

    def _show_narrower(self, moment: CompassMoment) -> None:
        """Say so when its halte lets fewer people see it than it would by itself."""
        stop = self._workbench.journey.stops.get(moment.stop or "")
        closed = stop is not None and not stop.audience.is_open_to(moment.audience)
        if closed and stop is not None and stop.audience is Audience.SELF:
            self.narrower.setText(_("Its stop is for you only, so this is too."))
        elif closed:
            self.narrower.setText(_("Its stop is for a conversation, so this is too."))
        self.narrower.setVisible(closed)

    def forget(self) -> None:
        """Keep no word of it: what is hidden can still be read, and may be closed by now."""
        self.asker.show_text("")
        self.text.show_text("")

    def write(self, letters: str = "") -> None:
        """Go on with its words, after these letters that were typed already."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        if letters:
            self.text.insertPlainText(letters)

    def stand_beside(self, compass: QRect, room: QRect) -> int:
        """Stand right or left of the compass, in a room; both in pixels of the parent.

        Returns:
            How many pixels the compass should move to the left so that it is not covered.
        """
        self._rows.activate()
        self.setFixedHeight(self._rows.totalSizeHint().height())
        edge = _EDGE_PX - SHADOW_PX
        inside = room.adjusted(edge, edge, -edge, -edge)
        beside = _BESIDE_PX - SHADOW_PX
        right, left = compass.right() + beside, compass.left() - beside - self.width()
        to_the_right = right + self.width() <= inside.right() or (
            left < inside.left() and inside.right() - compass.right() >= compass.left()
        )
        wanted = right if to_the_right else left
        x = max(inside.left(), min(wanted, inside.right() - self.width()))
        top = compass.center().y() - self.height() // 2
        self.move(x, max(inside.top(), min(top, inside.bottom() - self.height())))
        return wanted - x

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the map."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, as the card is read."""
        audience = list(self.audience.buttons.values())
        return [*self.impulses.values(), self.asker, self.text, *audience, self.remove]

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, -12, 0)
        top.addWidget(self.name, 1)
        top.addWidget(self.close_button)
        self._choices = QGridLayout()
        self._choices.setSpacing(2)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(16, 2, 16, 8)
        self._rows.setSpacing(8)
        self._rows.addLayout(top)
        self._rows.addLayout(self._choices)
        for widget in (self.asker, self.text, self.audience, self.narrower, self.remove):
            self._rows.addWidget(widget)

    def _connect(self) -> None:
        for impulse, button in self.impulses.items():
            button.clicked.connect(partial(self._say_why, impulse))
        self.asker.edited.connect(self._name_asker)
        self.text.edited.connect(self._write)
        for field in (self.asker, self.text):
            field.left.connect(self._seal)
        self.asker.finished.connect(self._go_on)
        self.text.finished.connect(self.left)
        self.audience.picked.connect(self._show_to)
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self.moment_id))
        self.close_button.clicked.connect(self.closed)

    def _say_why(self, impulse: Impulse) -> None:
        """The same pressed again says nothing any more."""
        moment_id = self.moment_id
        said = impulse if self.impulses[impulse].isChecked() else None
        self._workbench.edit(
            _("Say why the compass came out"), lambda now: edits.set_impulse(now, moment_id, said)
        )

    def _go_on(self) -> None:
        """Enter goes on to the words, Esc to the map."""
        if self.asker.hasFocus():
            self.text.setFocus()
        else:
            self.left.emit()

    def _name_asker(self, name: str) -> None:
        moment_id = self.moment_id
        self._edit(
            _("Say who asked"),
            "asker",
            lambda now: edits.change_compass(now, moment_id, asker=name),
        )

    def _write(self, words: str) -> None:
        moment_id = self.moment_id
        self._edit(
            _("Write at the compass"),
            "text",
            lambda now: edits.change_compass(now, moment_id, text=words),
        )
        self.text.ensureCursorVisible()

    def _edit(self, words: str, field: str, edit: Callable[[Journey], Journey]) -> None:
        self._workbench.edit(words, edit, key=f"compass-{field}-{self.moment_id}")

    def _show_to(self, audience: Audience) -> None:
        moment_id = self.moment_id
        self._workbench.edit(
            _("Say who may see it"), lambda now: edits.show_to(now, [moment_id], audience)
        )

    def _seal(self) -> None:
        self._workbench.desk.history.seal()


def _choice(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", "segment")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
