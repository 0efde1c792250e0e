"""The scene mirrors the journey: it follows changes by id and never leads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene

from reisblog import look
from reisblog.model.arrangement import Lie, arrangement, spread_out
from reisblog.model.changes import Changes
from reisblog.model.geometry import Point, Rect
from reisblog.model.ink import Curve
from reisblog.model.journey import Journey, bundle_of, stops_at_own
from reisblog.model.records import Pen
from reisblog.ui.canvas.glide import Glides
from reisblog.ui.canvas.items.compass import CompassItem
from reisblog.ui.canvas.items.pin import PinItem
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.sign import SignItem
from reisblog.ui.canvas.items.slip import SlipItem
from reisblog.ui.canvas.items.stroke import StrokeItem
from reisblog.ui.canvas.items.words import WordsItem
from reisblog.ui.canvas.mirror import Mirror, Mirrored
from reisblog.ui.canvas.pins import Pins
from reisblog.ui.canvas.sharpness import Sharpness
from reisblog.ui.pictures import Pictures
from reisblog.ui.workbench import Workbench

Movable = PrintItem | Mirrored
RecordItem = Movable | PinItem

_PRINTS = 90_000.0
_OVER_PRINTS = 180_000.0
_DIMMED, _HELD = 190_000.0, 200_000.0
_ROOM = 2_000.0
_DIM = 0.55


class CanvasScene(QGraphicsScene):
    """Prints, slips, strokes, signs, pins, compasses: known by their records' ids, in map units.

    Attributes:
        pictures: the photos' pixels.
        is_quiet: whether only photos and paths show.

    Signals:
        calm_changed: whether everything lies as the journey has it.
        read_changed: other slips are read beside what is chosen, or they lie elsewhere.
    """

    calm_changed = Signal(bool)
    read_changed = Signal()

    def __init__(
        self, workbench: Workbench, pictures: Pictures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._workbench = workbench
        self.pictures = pictures
        self.is_quiet = False
        self.glides = Glides(self)
        self._prints: dict[str, PrintItem] = {}
        self._mirror = Mirror(self, self.glides)
        self._words: list[WordsItem] = []
        self._pins = Pins(self)
        self._enter_from: QPointF | None = None
        self._sharpness = Sharpness(self.prints, self)
        self._by_media: dict[str, set[str]] = {}
        self._spread: tuple[str, Rect] | None = None
        self._held = False
        self._was_calm = True
        self._dim = self._make_dim()
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self.rebuild)
        pictures.ready.connect(self._refresh)
        pictures.failed.connect(self._refresh)
        pictures.rough.connect(self._sharpness.begin_all)
        self.rebuild()

    def rebuild(self) -> None:
        """Show the journey on the desk from nothing."""
        self._lift_sheet()
        for key in list(self._prints):
            self._drop(key)
        self._pins.drop()
        bounds = self._workbench.atlas.bounds.grown(_ROOM)
        self.setSceneRect(bounds.x, bounds.y, bounds.width, bounds.height)
        journey = self._workbench.journey
        self._mirror.rebuild(journey)
        self._lay_prints(journey)
        self._pins.stand(journey, self._workbench.atlas)
        self.show_quiet(quiet=self.is_quiet)

    def enter_from(self, at: Point | None) -> None:
        """Let photos that are new on the map glide in from here, until told otherwise."""
        self._enter_from = QPointF(at.x, at.y) if at else None

    def item_of(self, record_id: str) -> RecordItem | None:
        """What stands for a record; of a halte its first pin."""
        pins = self._pins.of(record_id)
        return (
            self._prints.get(record_id)
            or self._mirror.item_of(record_id)
            or (pins[0] if pins else None)
        )

    def pins_of(self, stop_id: str) -> list[PinItem]:
        """A halte's pins, that of its first place first."""
        return self._pins.of(stop_id)

    def lie_of(self, record_id: str) -> Lie | None:
        """How a photo lies on the map."""
        item = self._prints.get(record_id)
        return item.lie if item else None

    def prints(self) -> Iterable[PrintItem]:
        """All photos on the map."""
        return self._prints.values()

    def slips(self) -> Iterable[SlipItem]:
        """All notes."""
        return self._mirror.slips.values()

    def words(self) -> list[WordsItem]:
        """The slips that are read beside what is chosen."""
        return [item for item in self._words if item.isVisible()]

    def add_words(self) -> WordsItem:
        """One more such slip, which says nothing yet."""
        item = WordsItem()
        item.setZValue(_OVER_PRINTS)
        item.hide()
        self.addItem(item)
        self._words.append(item)
        return item

    def strokes(self) -> Iterable[StrokeItem]:
        """All paths, the lowest first."""
        return sorted(self._mirror.strokes.values(), key=StrokeItem.zValue)

    def signs(self) -> Iterable[SignItem]:
        """All own places."""
        return self._mirror.signs.values()

    def compasses(self) -> Iterable[CompassItem]:
        """All compasses."""
        return self._mirror.compasses.values()

    def target_at(self, at: Point, *, reach: float) -> str | None:
        """The id of what lies at a point, the topmost first; paths may be missed by ``reach``.

        A compass may be missed too, where it is seen smaller than a target should be.
        """
        here = QPointF(at.x, at.y)
        view = self.views()[0].viewportTransform() if self.views() else QTransform()
        near = [(_away(item, here), item) for item in self.compasses() if item.isVisible()]
        if near and not self.is_spread:
            away, nearest = min(near, key=itemgetter(0))
            if away <= max(self.target_px() / 2 / view.m11(), look.COMPASS_UNITS / 2):
                return nearest.record_id
        for item in self.items(here, deviceTransform=view):
            if (found := self._record_of(item)) is not None:
                return found
        around = QRectF(at.x - reach, at.y - reach, 2 * reach, 2 * reach)
        for item in self.items(around):
            if isinstance(item, StrokeItem):
                return item.record_id
        return None

    def target_px(self) -> int:
        """How large a target should be, in logical pixels: larger where the map is on a board."""
        on_board = any(view.window().isFullScreen() for view in self.views())
        return look.TARGET_BOARD_PX if on_board else look.TARGET_PX

    def within(self, rect: Rect) -> frozenset[str]:
        """What lies wholly inside a rectangle."""
        area = QRectF(rect.x, rect.y, rect.width, rect.height)
        movable: list[Movable] = [*self._prints.values(), *self._mirror]
        return frozenset(
            item.record_id
            for item in movable
            if item.isVisible() and area.contains(item.mapRectToScene(item.outline()))
        )

    def frame_of(self, record_id: str) -> QPolygonF | None:
        """The corners of what stands for a record, in map units; nothing for a pin."""
        item = self.item_of(record_id)
        if item is None or isinstance(item, PinItem) or not item.isVisible():
            return None
        return item.mapToScene(item.outline())

    def carry(self, ids: Iterable[str], by: Point) -> None:
        """Show these lifted and moved; the journey knows nothing of it."""
        for item in self._carried(ids):
            self.glides.drop(item)
            home = item.home()
            item.setPos(home.x() + by.x, home.y() + by.y)
            if isinstance(item, PrintItem | StrokeItem):
                item.lift(lifted=True)
            item.setZValue(_HELD + item.zValue() % _HELD)
        self._held = True
        self._note_calm()

    def hold(self, *, held: bool) -> None:
        """Whether something is held that is shown otherwise than the journey has it."""
        self._held = held
        self._note_calm()

    def turn(self, moment_id: str, direction: float) -> None:
        """Show a compass turned; the journey knows nothing of it."""
        item = self._mirror.compasses.get(moment_id)
        if item is not None:
            item.turn(direction)

    def turn_back(self) -> None:
        """Show every compass as the journey has it."""
        for item in self.compasses():
            if item.direction != item.moment.direction:
                item.turn(item.moment.direction)

    def run(self, curves: Mapping[str, Sequence[Curve]]) -> None:
        """Show paths along other curves; the journey knows nothing of it."""
        self._mirror.run(curves)

    def put_back(self, ids: Iterable[str]) -> None:
        """Lay down what was carried; it goes to where the journey has it."""
        for item in self._carried(ids):
            if isinstance(item, PrintItem | StrokeItem):
                item.lift(lifted=False)
            item.setZValue(item.zValue() % _HELD)
            self.glides.send(item, item.home())
        self._held = False
        self._note_calm()

    def sharpen(self, pixels_per_unit: float, seen: Rect | None = None) -> None:
        """Use pictures as fine as this scale asks for.

        Args:
            pixels_per_unit: physical pixels for each map unit.
            seen: the part of the map that is looked at, which is sharp soon; without it
                everything is, at once.
        """
        self._sharpness.look(pixels_per_unit, seen)
        if seen is None:
            self._sharpness.finish()

    @property
    def is_sharpening(self) -> bool:
        """Whether photos are still getting as fine as they should be."""
        return self._sharpness.under_way

    def show_quiet(self, *, quiet: bool) -> None:
        """Hide all but photos and paths, or show everything again."""
        self.is_quiet = quiet
        doodles = [item for item in self._mirror.strokes.values() if item.trail.pen is Pen.DOODLE]
        for item in (*self.slips(), *self.compasses(), *doodles, *self._pins):
            item.setVisible(not quiet)

    @property
    def is_spread(self) -> bool:
        """Whether a pile lies spread over the dimmed map."""
        return self._spread is not None

    @property
    def spread_stop(self) -> str | None:
        """The halte whose pile that is."""
        return self._spread[0] if self._spread else None

    @property
    def is_calm(self) -> bool:
        """Whether everything lies as the journey has it: nothing is held, and no pile spread."""
        return not self._held and not self.is_spread

    def spread(self, stop_id: str, over: Rect) -> None:
        """Spread the pile of a halte over a part of the map, in map units."""
        self._spread = (stop_id, over)
        self._dim.show()
        self._lay_prints(self._workbench.journey)
        self._sharpness.begin()

    def gather(self) -> None:
        """Gather the pile again."""
        if self._spread is not None:
            self._lift_sheet()
            self._lay_prints(self._workbench.journey)

    def _lift_sheet(self) -> None:
        self._spread = None
        self._dim.hide()

    def _note_calm(self) -> None:
        if self.is_calm != self._was_calm:
            self._was_calm = self.is_calm
            self.calm_changed.emit(self.is_calm)

    def _make_dim(self) -> QGraphicsRectItem:
        dim = QGraphicsRectItem()
        ink = QColor(look.INK)
        ink.setAlphaF(_DIM)
        dim.setBrush(ink)
        dim.setPen(QPen(Qt.PenStyle.NoPen))
        bounds = self._workbench.atlas.bounds.grown(_ROOM)
        dim.setRect(bounds.x, bounds.y, bounds.width, bounds.height)
        dim.setZValue(_DIMMED)
        dim.hide()
        self.addItem(dim)
        return dim

    def _lies(self, journey: Journey) -> list[Lie]:
        """How photos lie now: as arranged, but for a pile that is spread."""
        lies = arrangement(journey)
        if self._spread is None:
            return lies
        stop_id, over = self._spread
        apart = {lie.photo: lie for lie in spread_out(journey, stop_id, over)}
        return [lie for lie in lies if lie.photo not in apart] + list(apart.values())

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if self._spread is not None and not bundle_of(journey, self._spread[0]):
            self._lift_sheet()
        self._mirror.follow(journey, changes)
        if {"photos", "stops"} & changes.tables.keys():
            self._lay_prints(journey)
        if {"stops", "own_places"} & changes.tables.keys():
            self._pins.stand(journey, self._workbench.atlas)
        if self.is_quiet:
            self.show_quiet(quiet=True)

    def _lay_prints(self, journey: Journey) -> None:
        lies = self._lies(journey)
        spread = self._spread[0] if self._spread else None
        for key in self._prints.keys() - {lie.photo for lie in lies}:
            self._drop(key)
        self._by_media = {}
        for height, lie in enumerate(lies):
            photo = journey.photos[lie.photo]
            self._by_media.setdefault(photo.media, set()).add(photo.id)
            item = self._prints.get(photo.id)
            if item is None:
                item = PrintItem(photo, lie, self.pictures)
                item.sharpen(self._sharpness.side_for(lie))
                self.addItem(item)
                self._prints[photo.id] = item
                if self._enter_from is not None:
                    item.setPos(self._enter_from)
            elif item.lie != lie or item.photo != photo:
                item.lay(photo, lie)
                item.sharpen(self._sharpness.side_for(lie))
            apart = photo.at is None and photo.stop is not None and photo.stop == spread
            item.setZValue((_HELD if apart else _PRINTS) + height)
            self.glides.send(item, QPointF(lie.at.x, lie.at.y))
        self._note_calm()

    def _drop(self, key: str) -> None:
        item = self._prints.pop(key)
        self.glides.drop(item)
        self.removeItem(item)

    def _refresh(self, media: str) -> None:
        for key in self._by_media.get(media, ()):
            item = self._prints[key]
            item.sharpen(self._sharpness.side_for(item.lie))

    def _record_of(self, item: QGraphicsItem) -> str | None:
        known: QGraphicsItem | None = item
        while known is not None:
            if isinstance(known, RecordItem | WordsItem):
                return known.record_id
            known = known.parentItem()
        return None

    def _carried(self, ids: Iterable[str]) -> list[Movable]:
        """The items that move when these are carried; a halte's bundle goes along with it.

        So do, with an own place, the haltes there.
        """
        wanted = set(ids)
        wanted.update(stop.id for stop in stops_at_own(self._workbench.journey, wanted))
        return [
            *(
                item
                for key, item in self._prints.items()
                if key in wanted or (item.photo.at is None and item.photo.stop in wanted)
            ),
            *(item for item in self._mirror if item.record_id in wanted),
        ]


def _away(item: QGraphicsItem, here: QPointF) -> float:
    """How far from a point the middle of an item is, in map units."""
    away = item.pos() - here
    return math.hypot(away.x(), away.y())
