"""The story: the haltes as cards in the traveller's own order, and what lies loose below a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reisblog.model import edits
from reisblog.model.along import order_along_path
from reisblog.model.geometry import Rect
from reisblog.model.journey import Journey
from reisblog.model.outline import Chapter, Outline, outline
from reisblog.model.records import Pen
from reisblog.texts import _
from reisblog.ui.aids import BACKPACK, COMPANY
from reisblog.ui.focus_ring import follow_in_column, follow_on, holds_focus, only_stop
from reisblog.ui.icons import label
from reisblog.ui.messages import Messages, Offer
from reisblog.ui.panels.loose import LooseHeading, LooseThings
from reisblog.ui.panels.opening_card import OpeningCard
from reisblog.ui.panels.reordering import Reordering
from reisblog.ui.panels.segments import SegmentRow
from reisblog.ui.panels.stop_card import MARGIN_PX, StopCard
from reisblog.ui.panels.stop_editor import StopEditor
from reisblog.ui.plain_text import PlainLabel
from reisblog.ui.removed_words import said_removed
from reisblog.ui.showing import viewer_names
from reisblog.ui.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.changes import Changes
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_CONCERNS = frozenset(
    {"stops", "photos", "notes", "companions", "backpack", "compass_moments", "own_places"}
)
_AROUND_UNITS = (700.0, 500.0)


class StoryPanel(QScrollArea):
    """Cards that follow the journey; the chosen one is unfolded.

    Attributes:
        cards: every halte's card, by id.
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
        self._pictures = pictures
        self._vignettes = vignettes
        self._messages = messages
        self._tokens = Tokens(workbench, pictures)
        self.cards: dict[str, StopCard] = {}
        self._open: str | None = None
        self._is_out: Callable[[str], bool] = lambda _aid: True
        self._story = outline(Journey(id=""))
        self._dress()
        self._column = QWidget()
        self._column.setObjectName("column")
        self._rows = QVBoxLayout(self._column)
        self._rows.setContentsMargins(8, 8, 8, 24)
        self._rows.setSpacing(0)
        self.empty = PlainLabel(
            _("Your stops appear here, in the order you choose. Drag them where you want them."),
            look="empty",
            wraps=True,
        )
        self.empty.setContentsMargins(4, 4, 4, 4)
        self.viewers = SegmentRow(_("View as"), viewer_names(), look="view")
        self.viewers.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 4)
        self.opening = OpeningCard(workbench)
        self.along = QPushButton()
        label(self.along, "path", _("Follow my path"))
        self.along.setToolTip(_("Puts your stops in the order in which your path passes them."))
        self.heading = LooseHeading()
        self.things = LooseThings(workbench, pictures)
        self._reordering = Reordering(self, self._column)
        self._reordering.moved.connect(self._put_at)
        self.setWidget(self._column)
        self.viewers.picked.connect(workbench.view_as)
        self.along.clicked.connect(self._follow_path)
        workbench.viewer_changed.connect(self.viewers.show_value)
        workbench.opening_asked.connect(lambda _to: self.viewers.show_value(workbench.viewer))
        self.viewers.show_value(workbench.viewer)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._begin_anew)
        workbench.chosen_changed.connect(self._follow_choice)
        pictures.ready.connect(self._picture_came)
        pictures.rough.connect(self._column.update)
        vignettes.refreshed.connect(self._column.update)
        self._begin_anew()

    def show_aids(self, is_out: Callable[[str], bool]) -> None:
        """A halte offers what goes with the aids that lie ready."""
        self._is_out = is_out
        for card in self.cards.values():
            self._show_in_editor(card)

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        if (card := self._tab_stop()) is not None:
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def order(self) -> list[StopCard]:
        """The cards in the order of the story, without the loose ones."""
        return [self.cards[chapter.stop.id] for chapter in self._story.chapters]

    # Following the journey

    def _begin_anew(self) -> None:
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards.clear()
        self._open = None
        self._show(outline(self._workbench.journey))
        self._follow_choice()

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if _CONCERNS & changes.tables.keys() or "order" in changes.head:
            self._show(outline(journey))
            self._follow_choice()
        elif "trails" in changes.tables:
            self._lay_out()

    def _show(self, story: Outline) -> None:
        self._story = story
        alive = {chapter.stop.id: chapter for chapter in (*story.chapters, *story.loose)}
        for gone in [key for key in self.cards if key not in alive]:
            self._drop_card(gone)
        for key, chapter in alive.items():
            card = self.cards.get(key)
            if card is None:
                self.cards[key] = self._card(chapter)
            else:
                card.show_chapter(chapter, self._workbench.atlas)
                self._show_in_editor(card)
        self.things.show_things(story.photos, story.notes)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the widgets in order, touching none that stands where it should."""
        story = self._story
        loose = [self.cards[chapter.stop.id] for chapter in story.loose]
        any_loose = bool(loose or story.photos or story.notes)
        told = [self.viewers, self.opening, self.empty, *self.order(), self.along]
        wanted = [*told, self.heading, *loose, self.things]
        for index, widget in enumerate(wanted):
            item = self._rows.itemAt(index)
            if item is None or item.widget() is not widget:
                self._rows.removeWidget(widget)
                self._rows.insertWidget(index, widget)
                follow_in_column(wanted, index)
                if isinstance(widget, StopCard):
                    widget.show()
        if self._rows.count() == len(wanted):
            self._rows.addStretch(1)
        self.empty.setVisible(not story.chapters)
        self.along.setVisible(len(story.chapters) > 1 and self._is_drawn())
        self.heading.setVisible(any_loose or self._reordering.running)
        self.things.setVisible(bool(story.photos or story.notes))
        self._keep_one_tab_stop()

    def _show_in_editor(self, card: StopCard) -> None:
        if isinstance(card.editor, StopEditor):
            first = self._story.chapters[:1]
            may = card.chapter in self._story.chapters and card.chapter not in first
            card.editor.show_chapter(card.chapter, may_be_beside=may)
            card.editor.company.setVisible(self._is_out(COMPANY))
            card.editor.things.setVisible(self._is_out(BACKPACK))

    def _card(self, chapter: Chapter) -> StopCard:
        card = StopCard(
            chapter, self._workbench.atlas, self._pictures, self._vignettes, self._tokens
        )
        key = chapter.stop.id
        card.picked.connect(lambda: self._pick(key))
        card.entered.connect(lambda: self._enter(key))
        card.visited.connect(lambda: self._visit(key))
        card.taken_up.connect(lambda at: self._take_up(card, at))
        card.carried.connect(self._reordering.carry)
        card.laid.connect(lambda: self._lay(counts=True))
        card.given_up.connect(lambda: self._lay(counts=False))
        card.stepped.connect(lambda by: self._step(key, by))
        card.shifted.connect(lambda by: self._move(key, by))
        card.indented.connect(lambda beside: self._put_beside(key, beside=beside))
        card.removed.connect(lambda: self._remove(key))
        card.given.connect(lambda ids: self._give(key, ids))
        return card

    def _drop_card(self, key: str) -> None:
        card = self.cards.pop(key)
        if self._open == key:
            self._open = None
        had_focus = holds_focus(card)
        card.hide()
        self._rows.removeWidget(card)
        card.deleteLater()
        if had_focus and (other := self._tab_stop()) is not None:
            other.setFocus()

    def _follow_choice(self) -> None:
        chosen = self._workbench.chosen_stop
        if chosen == self._open:
            return
        if self._open in self.cards:
            self.cards[self._open].unfold(None)
        self._open = chosen if chosen in self.cards else None
        if self._open is not None:
            card = self.cards[self._open]
            editor = StopEditor(card.chapter, self._workbench, self._pictures, self._vignettes)
            editor.removed.connect(lambda: self._remove(card.chapter.stop.id))
            editor.written.connect(lambda: card.setFocus(Qt.FocusReason.TabFocusReason))
            editor.indented.connect(
                lambda beside: self._put_beside(card.chapter.stop.id, beside=beside)
            )
            card.unfold(editor)
            self._show_in_editor(card)
            follow_on(card, editor)
            QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card, 0, 12))
        self._keep_one_tab_stop()

    def _picture_came(self, media: str) -> None:
        for card in self.cards.values():
            chapter = card.chapter
            if any(photo.media == media for photo in chapter.photos[:3]) or any(
                self._tokens.shows(media, person) for person in chapter.company
            ):
                card.update()

    # What a person does

    def _pick(self, key: str) -> None:
        """A click opens a card, and closes the open one."""
        self._workbench.choose([] if self._open == key else [key])

    def _enter(self, key: str) -> None:
        """Enter opens a card, and then goes on into its fields."""
        editor = self.cards[key].editor
        if isinstance(editor, StopEditor):
            editor.title.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._workbench.choose([key])

    def _visit(self, key: str) -> None:
        self._workbench.choose([key])
        at = self._workbench.journey.stops[key].at
        self._workbench.fly_to(Rect.centred(at, *_AROUND_UNITS))

    def _step(self, key: str, by: int) -> None:
        cards = self._all_cards()
        index = cards.index(self.cards[key]) + by
        if 0 <= index < len(cards):
            cards[index].setFocus(Qt.FocusReason.TabFocusReason)
            self._keep_one_tab_stop(cards[index])
            self.ensureWidgetVisible(cards[index], 0, 12)

    def _move(self, key: str, by: int) -> None:
        """One place up or down; beyond the last lies the line, and below it a halte is loose."""
        order = self._workbench.journey.order
        if key in order:
            index = order.index(key) + by
            self._put_at(key, None if index >= len(order) else max(index, 0))
        elif by < 0:
            self._put_at(key, len(order))
        card = self.cards[key]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card, 0, 12))

    def _put_at(self, key: str, index: int | None, beside: bool | None = None) -> None:  # noqa: FBT001
        """Give a halte another place in the order, or on the other track, or both.

        Args:
            key: of the halte.
            index: among the others; nothing lets it loose.
            beside: on the second track or on the first; without it, it stays on its own.
        """
        # Of the haltes that are seen now; others may stand between them.
        others = [card.chapter.stop.id for card in self.order() if card.chapter.stop.id != key]
        behind = others[index] if index is not None and index < len(others) else None

        def put(now: Journey) -> Journey:
            if beside is not None:
                now = edits.set_beside(now, key, beside=beside)
            if index is None:
                return edits.place_in_order(now, key, None)
            return edits.place_before(now, key, behind)

        self._workbench.edit(_("Change the order"), put)

    def _put_beside(self, key: str, *, beside: bool) -> None:
        """Put a halte on the second track, where there is one before it, or on the first."""
        chapters = self._story.chapters
        index = next((nth for nth, each in enumerate(chapters) if each.stop.id == key), 0)
        if index and chapters[index].beside != beside:
            self._workbench.edit(
                _("Put on a second track") if beside else _("Put on the first track"),
                lambda now: edits.set_beside(now, key, beside=beside),
            )

    def _is_drawn(self) -> bool:
        """Whether there is a path that could be followed."""
        trails = self._workbench.journey.trails.values()
        return any(trail.pen is Pen.MINE for trail in trails)

    def _follow_path(self) -> None:
        """Let the haltes stand in the order in which the path passes them, as far as it is seen."""
        before = self._workbench.desk.journey
        seen = msgspec.structs.replace(before, trails=self._workbench.journey.trails)
        order = order_along_path(seen, self._workbench.desk.atlas)
        if order == before.order:
            self._messages.tell(_("Your stops stand as your path passes them."))
            return
        self._workbench.edit(_("Follow my path"), lambda now: edits.arrange(now, order))
        self._messages.tell(
            _("Your stops now stand as your path passes them."),
            Offer(_("Put back"), self._workbench.undo),
        )

    def _take_up(self, card: StopCard, at: QPoint) -> None:
        self._reordering.begin(card, at, self.order(), self.heading)
        self._lay_out()
        # The line has come; let the column be as high as that before anything is measured in it.
        self._rows.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self._reordering.carry(at)

    def _lay(self, *, counts: bool) -> None:
        self._reordering.end(counts=counts)
        self._lay_out()

    def _remove(self, key: str) -> None:
        words = said_removed(self._workbench.journey, {key})
        self._workbench.edit(_("Take the stop away"), lambda now: edits.remove_stop(now, key))
        self._messages.tell(words, Offer(_("Put back"), self._workbench.undo))

    def _give(self, key: str, ids: list[str]) -> None:
        known = [photo_id for photo_id in ids if photo_id in self._workbench.journey.photos]
        self._workbench.edit(
            _("Lay photos in a stop"), lambda now: edits.put_in_stop(now, known, key)
        )
        self._workbench.choose([key])

    # One stop of the Tab key for all cards: the arrows go along them

    def _all_cards(self) -> list[StopCard]:
        loose = [self.cards[chapter.stop.id] for chapter in self._story.loose]
        return [*self.order(), *loose]

    def _tab_stop(self) -> StopCard | None:
        cards = self._all_cards()
        focused = [card for card in cards if card.hasFocus()]
        opened = [self.cards[self._open]] if self._open in self.cards else []
        return next(iter([*focused, *opened, *cards]), None)

    def _keep_one_tab_stop(self, wanted: StopCard | None = None) -> None:
        only_stop(self.cards.values(), wanted or self._tab_stop())

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
