"""A small card beside a place: what it is about, what was told of it, and the haltes there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from reisblog import look
from reisblog.model.journey import Journey
from reisblog.model.outline import Chapter, outline
from reisblog.model.own_places import UNEXPLORED
from reisblog.model.pennants import word_for as flag_word
from reisblog.texts import _, language, ngettext
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon, label
from reisblog.ui.paper import SHADOW_PX, Slip
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from reisblog.model.atlas import Place
    from reisblog.model.records import OwnPlace
    from reisblog.ui.own_place_form import OwnPlaceForm
    from reisblog.ui.workbench import Workbench

_WIDTH_PX, _BOARD_WIDTH_PX = 304, 560
_BESIDE_PX = 12
_EDGE_PX = 8
_MOST_STOPS = 3
_BESIDE_WORDS_PX = 96
_FIRST_LETTERS = 60


class PlaceCard(Slip):
    """Shows one place, beside it on the map.

    Signals:
        stop_wanted: the id of the place, at which a halte should begin.
        stop_picked: the id of a halte.
        own_place_wanted: the id of the place in which one of the traveller's own should come.
        removal_wanted: the id of the traveller's own place that should go.
        closed: it has gone away.
    """

    stop_wanted = Signal(str)
    stop_picked = Signal(str)
    own_place_wanted = Signal(str)
    removal_wanted = Signal(str)
    closed = Signal()

    def __init__(
        self, workbench: Workbench, area: Callable[[Place], QRect], parent: QWidget
    ) -> None:
        """Make a card that shows nothing yet.

        Args:
            workbench: the open journey.
            area: where a place is seen now, in pixels of the parent.
            parent: over which it floats.
        """
        super().__init__(parent)
        self._workbench = workbench
        self._area = area
        self.place: Place | None = None
        self.name = PlainLabel(look="heading", wraps=True)
        self.name.setContentsMargins(0, 10, 0, 8)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(20, 20))
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.clicked.connect(self.dismiss)
        self.carries = PlainLabel(wraps=True)
        self.told = PlainLabel(look="told", wraps=True)
        self.told.setContentsMargins(0, 10, 0, 12)
        self.stops: list[QPushButton] = []
        self.more = PlainLabel(look="small", wraps=True)
        self.more.setContentsMargins(14, 4, 0, 10)
        self.begin = QPushButton()
        self.begin.setProperty("look", "plain")
        label(self.begin, "pin", _("Stop here"))
        self.begin.clicked.connect(self._want_stop)
        self.settle = _button("flag", _("Your own place here"), self._want_own_place)
        self.remove = _button("trash", _("Remove this place"), self._want_removal)
        self.form: OwnPlaceForm | None = None
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, -12, 0)
        top.addWidget(self.name, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(16, 4, 16, 16)
        self._rows.setSpacing(0)
        self._rows.addLayout(top)
        self._rows.addWidget(self.carries)
        self._rows.addWidget(self.told)
        self._rows.addWidget(self.more)
        self._rows.addWidget(self.begin)
        self._rows.addWidget(self.settle)
        self._rows.addWidget(self.remove)
        self.set_board(board=False, text_px=look.TEXT_PX)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self.dismiss)
        self.hide()

    def set_board(self, *, board: bool, text_px: int) -> None:
        """Be as wide as a board's words ask; how large most are, a style sheet says."""
        width = _BOARD_WIDTH_PX if board else _WIDTH_PX
        self.setFixedWidth(width + 2 * SHADOW_PX)
        self._on_board, self._text_px = board, text_px
        if self.form is not None:
            self.form.set_board(board=board, text_px=text_px)
        self.rearrange()

    def show_place(self, place: Place) -> None:
        """Show this place."""
        self.place = place
        flag = "" if place.flag is None else f", {flag_word(place.flag)}"
        self.setAccessibleName(place.name + flag)
        own = self._workbench.journey.own_places.get(place.id)
        self.name.setText(place.name if own is None else _("Your own place") + flag.lower())
        self.carries.setText(place.carries.get(language(), ""))
        self.told.setText(place.told.get(language(), ""))
        self.carries.setVisible(own is None)
        self.told.setVisible(own is None)
        self.settle.setVisible(place.id == UNEXPLORED)
        self.remove.setVisible(own is not None)
        self._show_form(own)
        self._list_stops()
        self.show()
        self.raise_()
        self.rearrange()

    def dismiss(self) -> None:
        """Go away."""
        if self.place is not None:
            self.place = None
            self.closed.emit()
            self.hide()
            self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def rearrange(self) -> None:
        """Stand beside the place, where there is more room, and inside the view."""
        around = self.parentWidget()
        if self.place is None or around is None:
            return
        self._rows.activate()
        self.setFixedHeight(self._rows.totalHeightForWidth(self.width()))
        beside = self._area(self.place)
        left = beside.right() + _BESIDE_PX - SHADOW_PX
        if around.width() - beside.right() < beside.left():
            left = beside.left() - _BESIDE_PX + SHADOW_PX - self.width()
        top = beside.center().y() - self.height() // 2
        room = around.rect().adjusted(*(side * (_EDGE_PX - SHADOW_PX) for side in (1, 1, -1, -1)))
        self.move(
            max(room.left(), min(left, room.right() - self.width())),
            max(room.top(), min(top, room.bottom() - self.height())),
        )

    def _follow(self, _journey: Journey) -> None:
        if self.place is None:
            return
        place = self._workbench.atlas.places.get(self.place.id)
        if place is None:  # it was somebody's own, and is gone
            self.dismiss()
        elif place is not self.place and place.sign is not None:
            self.show_place(place)
        else:
            self._list_stops()
            self.rearrange()

    def _show_form(self, own: OwnPlace | None) -> None:
        if own is not None and self.form is None:
            from reisblog.ui.own_place_form import OwnPlaceForm  # noqa: PLC0415 - for the first one

            self.form = OwnPlaceForm(self._workbench)
            self.form.set_board(board=self._on_board, text_px=self._text_px)
            self.form.finished.connect(self._finish)
            self._rows.insertWidget(self._rows.indexOf(self.carries), self.form)
        if self.form is not None:
            if own is None and holds_focus(self.form):
                self.begin.setFocus()
            self.form.setVisible(own is not None)
            if own is not None:
                self.form.show_place(own)

    def _forget(self) -> None:
        """Keep no word of it: what is hidden can still be read, and may be closed by now."""
        self.setAccessibleName("")
        self.name.setText("")
        if self.form is not None:
            self.form.name.show_text("")
        self._drop_stops()

    def _drop_stops(self) -> None:
        for button in self.stops:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.stops = []

    def _list_stops(self) -> None:
        """This journey's haltes at the place, in the traveller's order; of many the last ones."""
        self._drop_stops()
        told = outline(self._workbench.journey)
        here = self.place.id if self.place is not None else ""
        found = [
            chapter for chapter in (*told.chapters, *told.loose) if here in chapter.stop.places
        ]
        for chapter in found[-_MOST_STOPS:]:
            button = QPushButton()
            words = _called(chapter)
            label(button, "place", words)
            room = self.width() - 2 * SHADOW_PX - _BESIDE_WORDS_PX
            shown = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            label(button, "place", shown)
            button.setAccessibleName(words)
            button.clicked.connect(partial(self._pick_stop, chapter.stop.id))
            self._rows.insertWidget(self._rows.indexOf(self.more), button)
            self.stops.append(button)
        self._order_keyboard()
        left_out = len(found) - len(self.stops)
        self.more.setVisible(bool(left_out))
        self.more.setText(
            ngettext(
                "One more stands in your story.", "{count} more stand in your story.", left_out
            ).format(count=left_out)
        )

    def _order_keyboard(self) -> None:
        """Let the Tab key go through the card as it is read."""
        form = [] if self.form is None else self.form.tab_stops()
        order = [self.close_button, *form, *self.stops, self.begin, self.settle, self.remove]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _finish(self) -> None:
        """The place is named: go on with it on the map."""
        self.close_button.setFocus()  # the map takes the keyboard from what is inside the card
        self.dismiss()

    def _pick_stop(self, stop_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt)
        self.stop_picked.emit(stop_id)
        self.dismiss()

    def _want_stop(self) -> None:
        self._leave_for(self.stop_wanted)

    def _want_own_place(self) -> None:
        self._leave_for(self.own_place_wanted)

    def _want_removal(self) -> None:
        self._leave_for(self.removal_wanted)

    def _leave_for(self, wanted: SignalInstance) -> None:
        if self.place is not None:
            place_id = self.place.id
            self.dismiss()
            wanted.emit(place_id)


def _button(sign: str, words: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton()
    label(button, sign, words)
    button.clicked.connect(pressed)
    return button


def _called(chapter: Chapter) -> str:
    """By what a halte is known again: its title, its first words, its day."""
    stop = chapter.stop
    written = (stop.title, stop.text, *(note.text for note in chapter.notes), stop.when)
    first = next((" ".join(words.split()) for words in written if words.strip()), "")
    return first[:_FIRST_LETTERS] or _("Your stop here")
