"""The list on its page: it follows the journey, and everything in it can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QScrollBar, QVBoxLayout, QWidget

from reisblog import look
from reisblog.texts import _
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.listing import aloud
from reisblog.ui.listing.adding import Adding
from reisblog.ui.listing.bar import DeedBar
from reisblog.ui.listing.chooser import Chooser, Wanted
from reisblog.ui.listing.deed import Deed, fill
from reisblog.ui.listing.deeds import Deeds
from reisblog.ui.listing.drawing import RowDelegate
from reisblog.ui.listing.model import RowModel
from reisblog.ui.listing.ordering import Ordering
from reisblog.ui.listing.reading import Known, rows_of
from reisblog.ui.listing.removing import Removing
from reisblog.ui.listing.rows import Kind, Row, every, with_row
from reisblog.ui.listing.tree import RowTree
from reisblog.ui.listing.writing import WRITTEN, Draft, Writing, said, writing_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.ui.messages import Messages
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

PAGE_PX = 760
_MARGIN_PX = 16
_REMOVES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class ListView(QWidget):
    """Bar and tree; the hands that deeds ask for.

    Signals:
        left: back to the map.
        map_wanted: the id of what should be seen there.
    """

    left = Signal()
    map_wanted = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        messages: Messages,
        *,
        pick_photos: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Make the list, empty until it is shown.

        Args:
            workbench: the open journey.
            pictures: pixels of photos.
            messages: the way to speak.
            pick_photos: asks for photos of this computer.
            parent: the stage.
        """
        super().__init__(parent)
        self._workbench = workbench
        self._draft: Draft | None = None
        self._following = False
        self._shown: tuple[Row, ...] = ()
        self._known: Known = {}
        self.pick_photos = pick_photos
        self.setAccessibleName(_("Your journey as a list"))
        self.rows = RowModel(WRITTEN)
        self.tree = RowTree(self.rows, self)
        self.delegate = RowDelegate(self.tree, self.rows, pictures, self._writing_in)
        self.tree.setItemDelegate(self.delegate)
        self.tree.first_line = self.delegate.first_line
        self.bar = DeedBar(self)
        self.adding = Adding(workbench, self)
        self.removing = Removing(workbench, messages)
        self._ordering = Ordering(workbench, self)
        self.deeds = Deeds(workbench, self, self.adding, self.removing)
        self.chooser: Chooser | None = None
        self._pictures = pictures
        self._lay_out()
        self._connect()

    @property
    def row(self) -> Row | None:
        """The current row."""
        return self.tree.row

    def open(self) -> None:
        """Be what is looked at: show the journey as it is, at what is chosen."""
        self.show()
        self._refresh()
        self._go_to_chosen()
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # The hands

    def go_to(self, key: str) -> None:
        """Make a row the current one."""
        if self.tree.go_to(key):
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, key: str) -> None:
        """Begin to write in a row."""
        self.go_to(key)
        self.tree.edit(self.rows.index_of(key))

    def begin(self, draft: Draft) -> None:
        """Begin to write in a row that is not there yet."""
        self._end_draft()
        self._workbench.desk.history.seal()
        self._draft = draft
        self._refresh()
        self.write(draft.row.key)

    def choose(self, wanted: Wanted) -> None:
        """Let something be chosen, beside the current row."""
        chooser = Chooser(wanted, self._pictures, self)
        chooser.gone.connect(self._chosen)
        self.chooser = chooser
        spot = self.tree.visualRect(self.tree.currentIndex()).bottomLeft()
        chooser.open_at(self, self.tree.viewport().mapToGlobal(spot + QPoint(44, 4)))

    def show_on_map(self, record_id: str) -> None:
        """Go back to the map, with this chosen and in sight."""
        self.map_wanted.emit(record_id)

    def say(self, words: str) -> None:
        """Say something to those who cannot see it."""
        aloud.say(self.tree, words)

    def shift(self, by: int) -> None:
        """Move the halte that is current up or down."""
        self._ordering.shift(self.row, by)

    def indent(self, *, beside: bool) -> None:
        """Put it on the second track, or back."""
        self._ordering.indent(self.row, beside=beside)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Delete on a button of the bar is meant for the row, not for what is on the map."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _REMOVES
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So are Insert and Esc."""
        if event.key() in _REMOVES:
            self._remove()
        elif event.key() == Qt.Key.Key_Insert:
            self.bar.open_add()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The margins scroll the page, too."""
        QApplication.sendEvent(self.tree.verticalScrollBar(), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(look.PAPER))

    # Following

    def _refresh(self) -> None:
        """Show the journey as it is now; what stays keeps its place, folded or not."""
        if not self.isVisible():
            return
        journey = self._workbench.journey
        rows = rows_of(journey, self._workbench.atlas, self._known)
        if self._draft is not None:
            rows = self._with_draft(rows, self._draft)
        self._become(rows)
        self._show_deeds()

    def _become(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the current one stays so, and so does where the keyboard is."""
        row, held = self.row, holds_focus(self)
        self._following = True
        self._shown = rows
        self.rows.show_rows(rows)
        if row is not None and (self.row is None or self.row.key != row.key):
            self.tree.go_to(row.key)
        if self.row is None:
            self.tree.setCurrentIndex(self.rows.index(0, 0))
        self._following = False
        if held and not holds_focus(self):  # it was in a field of a row that has gone
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_draft(self, rows: tuple[Row, ...], draft: Draft) -> tuple[Row, ...]:
        if all(row.key != draft.under for row in every(rows)) and draft.under != "group:loose":
            return rows  # what it belonged to is gone
        fresh = msgspec.structs.replace(draft.row, raw=said(self._workbench.journey, draft.row))
        return with_row(rows, fresh, draft.under)

    def _begin_anew(self) -> None:
        """Another journey: nothing of the earlier one is left."""
        if self.chooser is not None:
            self.chooser.close()
        self._draft = None
        self._known.clear()
        self.tree.folded.clear()
        self._become(())
        self._refresh()

    def _go_to_chosen(self) -> None:
        """Go to what is chosen on the map, if one is not at it already."""
        chosen = self._workbench.chosen
        here = self.row
        if not chosen or (here is not None and _chosen_by(here) in chosen):
            return
        for row in every(self._shown):
            if _chosen_by(row) in chosen:
                self.tree.go_to(row.key)
                return

    def _follow_choice(self) -> None:
        if self.isVisible() and not self._following:
            self._following = True
            self._go_to_chosen()
            self._following = False

    def _at_row(self, key: str) -> None:
        if self._following:
            return
        row = self.row
        if row is not None and row.key == key:
            self._following = True
            chosen = _chosen_by(row)
            self._workbench.choose([chosen] if chosen else [])
            self._following = False
        self._show_deeds()

    def _show_deeds(self) -> None:
        row = self.row
        self.bar.show_deeds(
            self.adding.offers(row),
            can_write=row is not None and row.kind in WRITTEN,
            can_remove=row is not None and self.removing.can_remove(row),
        )

    # Doing

    def _writing_in(self, row: Row) -> Writing | None:
        draft = self._draft
        return draft.writing if draft and draft.row.key == row.key else writing_in(row)

    def _write(self, key: str, words: str) -> None:
        row = self.rows.row_at(self.rows.index_of(key))
        writing = None if row is None else self._writing_in(row)
        if writing is not None:
            self._workbench.edit(
                writing.label, lambda now: writing.change(now, words), key=writing.key
            )

    def _written(self) -> None:
        """The writing is over; a row without words goes."""
        self._workbench.desk.history.seal()
        QTimer.singleShot(0, self, self._end_draft)

    def _end_draft(self) -> None:
        if self._draft is not None and self.delegate.editing != self._draft.row.key:
            under, self._draft = self._draft.under, None
            self._refresh()
            if self.row is None:
                self.tree.go_to(under)

    def _remove(self) -> None:
        row = self.row
        if row is not None and self.removing.can_remove(row):
            self.removing.remove(row)

    def _open_more(self, at: QPoint | None = None) -> None:
        row = self.row
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds = self.deeds.offers(row)
        new = Deed(words=_("Add"), icon="add", among=tuple(self.adding.offers(row)))
        fill(menu, [*deeds[:1], new, *deeds[1:]])
        if deeds and not deeds[0].among:  # so that it is heard where one is
            menu.setActiveAction(menu.actions()[0])
        menu.popup(at or self.bar.more.mapToGlobal(self.bar.more.rect().bottomLeft()))

    def _chosen(self) -> None:
        self.chooser = None
        if self.isVisible() and not self.delegate.editing:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # Putting together

    def _lay_out(self) -> None:
        self.tree.setMaximumWidth(PAGE_PX)
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        page = QHBoxLayout()
        page.setContentsMargins(_MARGIN_PX, 0, 0, 0)
        page.setSpacing(0)
        page.addStretch(1)
        page.addWidget(self.tree, 1000)
        page.addStretch(1)
        page.addWidget(self.scroll_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(page, 1)
        inner = self.tree.verticalScrollBar()
        inner.rangeChanged.connect(self._range_changed)
        inner.valueChanged.connect(self.scroll_bar.setValue)
        self.scroll_bar.valueChanged.connect(inner.setValue)
        self._range_changed()

    def _range_changed(self) -> None:
        inner = self.tree.verticalScrollBar()
        self.scroll_bar.setRange(inner.minimum(), inner.maximum())
        self.scroll_bar.setPageStep(inner.pageStep())
        self.scroll_bar.setSingleStep(inner.singleStep())
        self.scroll_bar.setValue(inner.value())

    def _connect(self) -> None:
        workbench, tree, bar = self._workbench, self.tree, self.bar
        workbench.changed.connect(self._refresh)
        workbench.opened.connect(self._begin_anew)
        workbench.chosen_changed.connect(self._follow_choice)
        tree.at_row.connect(self._at_row)
        tree.asked_add.connect(bar.open_add)
        tree.asked_remove.connect(self._remove)
        tree.asked_more.connect(self._open_more)
        tree.moved.connect(self.shift)
        tree.indented.connect(lambda beside: self.indent(beside=beside))
        tree.left.connect(self.left)
        bar.edit_asked.connect(tree.begin_writing)
        bar.remove_asked.connect(self._remove)
        bar.more_asked.connect(self._open_more)
        bar.map_asked.connect(self.left)
        self.delegate.written.connect(self._write)
        self.delegate.closeEditor.connect(self._written)
        self._pictures.ready.connect(tree.viewport().update)
        self._pictures.rough.connect(tree.viewport().update)
        self.setTabOrder(bar.map, tree)


def _chosen_by(row: Row) -> str:
    """What is chosen when one is at a row: what lies on the map, or somebody."""
    if row.kind in {Kind.STORY, Kind.WHEN}:
        return row.stop or ""
    heads = {Kind.JOURNEY, Kind.TRAVELLER, Kind.ABOUT, Kind.MIST, Kind.GROUP, Kind.HINT}
    return "" if row.kind in heads else row.record
