"""The travel company: people who travel part of the way along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reisblog.model import edits
from reisblog.model.records import Companion
from reisblog.texts import _
from reisblog.ui.focus_ring import follow_in_column, follow_on, holds_focus, only_stop
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.panels.companion_card import CompanionCard
from reisblog.ui.panels.companion_editor import CompanionEditor, portray
from reisblog.ui.panels.stop_picker import StopPictures
from reisblog.ui.plain_text import LineField, PlainLabel
from reisblog.ui.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_ROOM_PX = 8
_CONCERNS = frozenset({"companions", "stops", "photos", "own_places"})


class CompanyPanel(QScrollArea):
    """The people, and a field that welcomes one; who is chosen has an unfolded card.

    Attributes:
        cards: everybody's card, by id.
        field: Enter welcomes who is named here.
    """

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        vignettes: Vignettes,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._messages = messages
        self._tokens = Tokens(workbench, pictures)
        self._drawings = StopPictures(workbench, pictures, vignettes)
        self._open: str | None = None
        self.cards: dict[str, CompanionCard] = {}
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
        self.empty.setContentsMargins(4, 4, 4, 4)
        column = QWidget()
        column.setObjectName("column")
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(8, 12, 8, 24)
        self._rows.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(4, 0, 4, 8)
        above.addWidget(self.field)
        self._rows.addLayout(above)
        self._rows.addWidget(self.empty)
        self._above = self._rows.count()
        self._rows.addStretch(1)
        self.setWidget(column)
        self.field.returnPressed.connect(self._add)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._begin_anew)
        workbench.chosen_changed.connect(self._follow_choice)
        pictures.ready.connect(self._picture_came)
        pictures.rough.connect(column.update)
        self._begin_anew()

    def show_aids(self, is_out: Callable[[str], bool]) -> None:
        """Nothing of another aid is here."""

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        self.field.setFocus()

    # Following the journey

    def _begin_anew(self) -> None:
        for key in list(self.cards):
            self._drop(key)
        self._show(self._workbench.journey)
        self._follow_choice()

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if _CONCERNS & changes.tables.keys() or "order" in changes.head:
            self._show(journey)
            self._follow_choice()

    def _show(self, journey: Journey) -> None:
        for gone in [key for key in self.cards if key not in journey.companions]:
            self._drop(gone)
        for index, (key, companion) in enumerate(journey.companions.items()):
            card = self.cards.get(key)
            if card is None:
                card = self.cards[key] = self._card(companion)
            else:
                if card.companion is not companion:
                    card.show_companion(companion)
                if isinstance(card.editor, CompanionEditor):
                    card.editor.follow()
            item = self._rows.itemAt(self._above + index)
            if item is None or item.widget() is not card:
                self._rows.insertWidget(self._above + index, card)
                card.show()
                follow_in_column([self.field, *[*self.cards.values()][:index], card], index + 1)
        self.cards = {key: self.cards[key] for key in journey.companions}
        self.empty.setVisible(not self.cards)
        self._keep_one_tab_stop()

    def _card(self, companion: Companion) -> CompanionCard:
        card = CompanionCard(companion, self._tokens)
        key = companion.id
        card.picked.connect(lambda: self._pick(key))
        card.entered.connect(lambda: self._enter(key))
        card.folded.connect(lambda: self._fold(key))
        card.stepped.connect(lambda by: self._step(key, by))
        card.removed.connect(lambda: self._remove(key))
        card.given.connect(lambda ids: self._give(key, ids))
        return card

    def _drop(self, key: str) -> None:
        card = self.cards.pop(key)
        if self._open == key:
            self._open = None
        if holds_focus(card):
            self.field.setFocus()
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _follow_choice(self) -> None:
        chosen = self._workbench.chosen
        wanted = next(iter(chosen)) if len(chosen) == 1 else None
        if wanted not in self.cards:
            wanted = None
        if wanted == self._open:
            return
        if self._open in self.cards:
            self._close(self.cards[self._open])
        self._open = wanted
        if wanted is not None:
            card = self.cards[wanted]
            editor = CompanionEditor(card.companion, self._workbench, self._tokens, self._drawings)
            editor.folded.connect(lambda: self._fold(wanted))
            editor.removed.connect(lambda: self._remove(wanted))
            editor.written.connect(lambda: card.setFocus(Qt.FocusReason.TabFocusReason))
            card.unfold(editor)
            follow_on(card, editor)
            QTimer.singleShot(0, card, lambda: self._bring_into_view(card))
        self._keep_one_tab_stop()

    def _bring_into_view(self, card: CompanionCard) -> None:
        """Show all of an open card, or its head where it is higher than there is room."""
        self._rows.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        top, room = card.y() - _ROOM_PX, self.viewport().height()
        bar = self.verticalScrollBar()
        least = min(top, top + card.height() + 2 * _ROOM_PX - room)
        bar.setValue(min(max(bar.value(), least), top))

    def _close(self, card: CompanionCard) -> None:
        held = holds_focus(card)
        card.unfold(None)
        if held:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picture_came(self, media: str) -> None:
        for card in self.cards.values():
            if self._tokens.shows(media, card.companion):
                card.update()
                if isinstance(card.editor, CompanionEditor):
                    card.editor.face.update()

    # What a person does

    def _add(self) -> None:
        name = self.field.text().strip()
        if name:
            companion = Companion(id=self._workbench.new_id(), name=name)
            self._workbench.edit(_("Welcome somebody"), lambda now: edits.welcome(now, companion))
            if companion.id in self._workbench.journey.companions:  # or the journey is full
                self.field.clear()

    def _pick(self, key: str) -> None:
        """A click opens a card, and closes the open one."""
        self._workbench.choose([] if self._open == key else [key])

    def _enter(self, key: str) -> None:
        """Enter opens a card, and then goes on into its fields."""
        editor = self.cards[key].editor
        if isinstance(editor, CompanionEditor):
            editor.name.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._workbench.choose([key])

    def _fold(self, key: str) -> None:
        if self._open == key:
            self._workbench.choose()

    def _step(self, key: str, by: int) -> None:
        cards = list(self.cards.values())
        index = cards.index(self.cards[key]) + by
        if 0 <= index < len(cards):
            cards[index].setFocus(Qt.FocusReason.TabFocusReason)
            self._keep_one_tab_stop(cards[index])
            self.ensureWidgetVisible(cards[index], 0, 12)

    def _give(self, key: str, ids: list[str]) -> None:
        """The first of the photos dropped on a card shows who it is."""
        photo_id = next((one for one in ids if one in self._workbench.journey.photos), None)
        if photo_id is not None:
            portray(self._workbench, key, photo_id)

    def _remove(self, key: str) -> None:
        name = self.cards[key].companion.name
        self._workbench.edit(_("Take leave of somebody"), lambda now: edits.remove(now, [key]))
        words = _("{name} no longer travels along.").format(name=name)
        self._messages.tell(words, Offer(_("Put back"), self._workbench.undo))

    # One stop of the Tab key for all cards: the arrows go along them

    def _keep_one_tab_stop(self, wanted: CompanionCard | None = None) -> None:
        cards = list(self.cards.values())
        focused = [card for card in cards if card.hasFocus()]
        opened = [self.cards[self._open]] if self._open in self.cards else []
        chosen = wanted or next(iter([*focused, *opened, *cards]), None)
        only_stop(cards, chosen)
