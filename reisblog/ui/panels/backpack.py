"""The backpack: what the traveller carries lies in a bag; what was laid down, beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reisblog.model import edits
from reisblog.model.curtain import audience_of
from reisblog.model.records import BackpackItem
from reisblog.texts import _
from reisblog.ui.aids import COMPASS
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.panels.bag import Bag
from reisblog.ui.panels.luggage import Luggage
from reisblog.ui.panels.luggage_label import Label
from reisblog.ui.panels.luggage_menu import LuggageMenu
from reisblog.ui.panels.origin import Origin
from reisblog.ui.panels.tumble import Shelf
from reisblog.ui.plain_text import LineField, PlainLabel
from reisblog.ui.stop_names import at_stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.bag_doors import BagDoors
    from reisblog.ui.messages import Messages
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_HANDFUL = 16
"""So many labels are made first, then as many as there are: with a hundred at once a click would be
answered after a second."""
_CONCERNS = frozenset({"backpack", "stops", "photos", "own_places"})


class BackpackPanel(QScrollArea):
    """A field that adds something, the bag, and what was laid down on the way.

    Signals:
        legend_wanted: somebody took the map out of the pocket.

    Attributes:
        labels: every thing's label, by id.
        field: Enter adds what is written here.
        origin: says where that is picked up, and lets it be from nowhere.
        bag: the bag itself.
        laid: the heading of what was laid down.
    """

    legend_wanted = Signal()

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        messages: Messages,
        doors: BagDoors,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._pictures = pictures
        self._messages = messages
        self.labels: dict[str, Label] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field = LineField(
            name=_("Add to your backpack"), placeholder=_("Add something"), look="field"
        )
        self.field.setAcceptDrops(False)  # words dragged over it go into the bag
        self.origin = Origin()
        self.bag = Bag()
        self.empty = self.bag.empty
        self.laid = PlainLabel(_("Laid down on the way"), look="heading")
        self.laid.setContentsMargins(4, 8, 4, 0)
        self._beside = Shelf(gap=2)
        self._laid_flow = self._beside.rows
        self._make_more = QTimer(self, singleShot=True, interval=0)
        self._make_more.timeout.connect(lambda: self._show(self._packed(workbench.journey)))
        self.setWidget(self._column())
        doors.add(self.viewport(), shows=self.bag.show_lit)
        self._connect()
        self._begin_anew()

    def show_aids(self, is_out: Callable[[str], bool]) -> None:
        """The compass lies in the pocket, or is put away."""
        self.bag.instruments.compass.setVisible(is_out(COMPASS))

    def begin(self) -> None:
        """Take the keyboard to where one begins here."""
        self.field.setFocus()

    def _column(self) -> QWidget:
        column = QWidget()
        column.setObjectName("column")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(8, 12, 8, 16)
        layout.setSpacing(4)
        for widget in (self.field, self.origin, self.bag, self.laid, self._beside):
            layout.addWidget(widget)
        layout.addStretch(1)
        return column

    def _connect(self) -> None:
        workbench, instruments = self._workbench, self.bag.instruments
        self.field.returnPressed.connect(self._add)
        instruments.compass_wanted.connect(workbench.take_out_compass)
        instruments.map_wanted.connect(self.legend_wanted)
        instruments.guide_wanted.connect(self._read_guide)
        self._pictures.ready.connect(self._picture_came)
        self._pictures.rough.connect(self.bag.update)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._begin_anew)
        workbench.chosen_changed.connect(self._show_origin)

    def _begin_anew(self) -> None:
        for label in self.labels.values():
            self._drop(label)
        self.labels.clear()
        self._show(self._packed(self._workbench.journey))
        self._show_origin()

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if _CONCERNS & changes.tables.keys():
            wanted = self._packed(journey)
            if list(wanted.items()) != [(key, each.luggage) for key, each in self.labels.items()]:
                self._show(wanted)
            self._show_origin()

    def _show_origin(self) -> None:
        stop = self._workbench.journey.stops.get(self._workbench.chosen_stop or "")
        where = at_stop(stop, self._workbench.atlas) if stop is not None else ""
        self.origin.show_stop(stop.id if stop is not None else None, where)

    def _packed(self, journey: Journey) -> dict[str, Luggage]:
        return {key: self._luggage(journey, item) for key, item in journey.backpack.items()}

    def _show(self, wanted: dict[str, Luggage]) -> None:
        self._drop_gone(wanted)
        fresh = [key for key in wanted if key not in self.labels]
        later = set(fresh[max(_HANDFUL, len(self.labels)) :])
        for key, luggage in wanted.items():
            if key not in later:
                self._show_item(luggage)
        there = [key for key in wanted if key in self.labels]
        if list(self.labels) != there:
            self.labels = {key: self.labels[key] for key in there}
            for flow in (self.bag.things, self._laid_flow):
                flow.arrange(self.labels.values())
        self.empty.setVisible(not self.bag.things.count())
        self.laid.setVisible(bool(self._laid_flow.count()))
        self._beside.setVisible(bool(self._laid_flow.count()))
        self._laid_flow.invalidate()
        self.bag.settle()
        if later:
            self._make_more.start()

    def _drop_gone(self, wanted: dict[str, Luggage]) -> None:
        for gone in [key for key in self.labels if key not in wanted]:
            label = self.labels.pop(gone)
            if holds_focus(label):
                self.field.setFocus()
            self._drop(label)

    def _show_item(self, luggage: Luggage) -> None:
        """Make or change the label of a thing, where that is needed."""
        key = luggage.item.id
        if key not in self.labels:
            self.labels[key] = self._label(luggage)
            self._lay(self.labels[key])
        elif (label := self.labels[key]).luggage != luggage:
            moved = (label.item.laid is None) != (luggage.item.laid is None)
            label.show_luggage(luggage)
            if moved:
                self._lay(label)

    def _luggage(self, journey: Journey, item: BackpackItem) -> Luggage:
        """A thing with what the journey says around it."""
        atlas = self._workbench.atlas
        picked = journey.stops.get(item.stop or "")
        laid = journey.stops.get(item.laid or "")
        return Luggage(
            item=item,
            picked_up=at_stop(picked, atlas) if picked is not None else "",
            laid=at_stop(laid, atlas) if laid is not None else "",
            photo=journey.photos.get(item.photo or ""),
            audience=audience_of(journey, item),
        )

    def _label(self, luggage: Luggage) -> Label:
        label = Label(
            luggage, self._pictures, self._menu_of, scrolls=self.bag.inside.verticalScrollBar
        )
        label.edited.connect(lambda words: self._write(label, words))
        label.left.connect(lambda: self._leave(label))
        return label

    def _menu_of(self, label: Label) -> QMenu:
        return LuggageMenu(label.item, self._workbench, self._messages, label)

    def _lay(self, label: Label) -> None:
        """Put a label last where it belongs: in the bag, or beside it."""
        lay_before = label.parentWidget() is not None
        if lay_before:  # or a layout would look through all it holds, for each new label
            self._lift(label)
        (self.bag.things if label.item.laid is None else self._laid_flow).addWidget(label)
        if lay_before:
            label.show()

    def _lift(self, label: Label) -> None:
        self.bag.things.removeWidget(label)
        self._laid_flow.removeWidget(label)

    def _drop(self, label: Label) -> None:
        self._lift(label)
        label.hide()
        label.deleteLater()

    def _picture_came(self, media: str) -> None:
        for label in self.labels.values():
            if label.luggage.photo is not None and label.luggage.photo.media == media:
                label.update()

    def _add(self) -> None:
        words = self.field.text().strip()
        if not words:
            return
        item = BackpackItem(id=self._workbench.new_id(), text=words, stop=self.origin.picked_up_at)
        self._workbench.edit(_("Put in the backpack"), lambda now: edits.pack(now, item))
        if item.id in self._workbench.desk.journey.backpack:  # or the journey is full
            self.field.clear()
        if (label := self.labels.get(item.id)) is not None:
            # Once it has its place.
            QTimer.singleShot(0, label, lambda: self.bag.inside.ensureWidgetVisible(label))

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
            label.show_luggage(label.luggage)

    def _read_guide(self) -> None:
        """The guide opens at the place of the chosen halte, or at all that can be found in it."""
        journey, atlas = self._workbench.journey, self._workbench.atlas
        stop = journey.stops.get(self._workbench.chosen_stop or "")
        places = [key for key in stop.places if key in atlas.places] if stop is not None else []
        if places:
            self._workbench.look_at(places[0])
        else:
            self.legend_wanted.emit()
