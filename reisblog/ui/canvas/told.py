"""The things on the map as a screen reader meets them: in story order, each with its words.

Qt keeps these interfaces and deletes them itself, and reaches them by bare pointers. So each is
held here for as long as Qt may know it, and taken back from Qt before it goes.
"""

# Qt calls these by its own names.
# ruff: noqa: N802

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QContextMenuEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from shiboken6 import Shiboken

from reisblog.model.geometry import Point
from reisblog.model.on_map import in_story_order
from reisblog.texts import _
from reisblog.ui.canvas.bodiless import Bodiless
from reisblog.ui.canvas.drops import where
from reisblog.ui.listing.reading import rows_of
from reisblog.ui.listing.rows import Kind, every
from reisblog.ui.stop_names import at_stop

if TYPE_CHECKING:
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.listing.reading import Known
    from reisblog.ui.listing.rows import Row
    from reisblog.ui.workbench import Workbench

Text, Role, Happened = QAccessible.Text, QAccessible.Role, QAccessible.Event
_ROLES = {
    Kind.STOP: Role.ListItem,
    Kind.PHOTO: Role.Graphic,
    Kind.NOTE: Role.Paragraph,
    Kind.COMPASS: Role.Graphic,
    Kind.PLACE: Role.Graphic,
    Kind.TRAIL: Role.Graphic,
}
_PIN_PX = 20
_PRESS = QAccessibleActionInterface.pressAction()
_MENU = QAccessibleActionInterface.showMenuAction()
_OPEN = "open"

_known: dict[QWidget, ToldMap] = {}
"""All that Qt may still know, by the widget it is about."""


def tell_focus(port: QWidget, key: str) -> None:
    """Tell that the keyboard is at a thing on the map."""
    told = QAccessible.queryAccessibleInterface(port)
    if isinstance(told, ToldMap) and (thing := told.thing(key)) is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(thing, Happened.Focus))


class ToldMap(QAccessibleWidget):
    """The map: its things first, then the widgets that lie over it."""

    def __init__(self, view: CanvasView, workbench: Workbench, scene: CanvasScene) -> None:
        super().__init__(view.viewport(), Role.Canvas, "")
        self.view = view
        self.port = view.viewport()
        self.workbench = workbench
        self.scene = scene
        self._things: dict[str, ToldThing] = {}
        self._order: tuple[str, ...] = ()
        self._nth: dict[str, int] = {}
        self._read: Journey | None = None
        self._rows: dict[str, Row] = {}
        self._rows_of: tuple[object, object] = None, None
        self._known: Known = {}
        _known[self.port] = self
        self.port.destroyed.connect(partial(_forget, self.port))
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._follow_anew)

    def thing(self, key: str) -> ToldThing | None:
        """What stands for a record, if that lies on the map."""
        self._settle()
        if key not in self._nth:
            return None
        if key not in self._things:
            self._things[key] = ToldThing(self, key)
        return self._things[key]

    def row(self, key: str) -> Row | None:
        """What the list says of a record."""
        now = self.workbench.journey, self.workbench.atlas
        if any(a is not b for a, b in zip(now, self._rows_of, strict=True)):
            self._rows_of = now
            rows = every(rows_of(*now, self._known))
            self._rows = {row.record: row for row in rows if row.kind in _ROLES}
        return self._rows.get(key)

    # What Qt asks

    def childCount(self) -> int:
        """Things, and widgets over them."""
        self._settle()
        return len(self._order) + len(self._over())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A thing, or a widget."""
        self._settle()
        if 0 <= index < len(self._order):
            return self.thing(self._order[index])
        over = self._over()
        nth = index - len(self._order)
        return QAccessible.queryAccessibleInterface(over[nth]) if 0 <= nth < len(over) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which it is; -1 for what is none of them."""
        self._settle()
        if isinstance(child, ToldThing):
            return self._nth.get(child.key, -1)
        over = self._over()
        at = child.object()
        return len(self._order) + over.index(at) if at in over else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """What is seen at a point of the screen."""
        at = self.port.mapFromGlobal(QPoint(x, y))
        over = self.port.childAt(at)
        for widget in self._over():
            if over is not None and (widget is over or widget.isAncestorOf(over)):
                return QAccessible.queryAccessibleInterface(widget)
        to_map = self.view.viewportTransform().inverted()[0].map(QPointF(at))
        here = Point(to_map.x(), to_map.y())
        found = self.scene.target_at(here, reach=_PIN_PX / 2 / self.view.scale_now())
        return self.thing(found) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Where the keyboard is: at the one thing that is chosen."""
        chosen = self.workbench.chosen
        if self.view.hasFocus() and len(chosen) == 1:
            return self.thing(next(iter(chosen)))
        return super().focusChild()

    def text(self, asked: QAccessible.Text) -> str:
        """Its name, whatever the widget is called."""
        return _("The map with your journey") if asked == Text.Name else super().text(asked)

    # Following

    def _settle(self) -> None:
        """Know what lies there now; what is gone is taken back from Qt."""
        journey = self.workbench.journey
        if journey is self._read:
            return
        self._read = journey
        self._order = in_story_order(journey)
        self._nth = {key: nth for nth, key in enumerate(self._order)}
        for key in self._things.keys() - self._nth.keys():
            _take_back(self._things.pop(key), tells=True)

    def _follow(self, _journey: Journey, changes: Changes) -> None:
        if not Shiboken.isValid(self):
            return
        before = self._nth
        self._settle()
        if not QAccessible.isActive():
            return
        for key in self._nth.keys() - before.keys():
            _tell(self.thing(key), Happened.ObjectCreated)
        for name in changes.tables:
            for record in changes.put(name):
                if record.id in before and record.id in self._things:
                    _tell(self._things[record.id], Happened.NameChanged)

    def _follow_anew(self) -> None:
        if Shiboken.isValid(self):
            self._known = {}
            self._settle()

    def _over(self) -> list[QWidget]:
        """What lies over the map and says something."""
        return [
            widget
            for widget in self.port.children()
            if isinstance(widget, QWidget)
            and widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]

    def forget(self) -> None:
        """The widget is gone."""
        for thing in self._things.values():
            _take_back(thing, tells=False)
        self._things = {}


class ToldThing(Bodiless):
    """One thing on the map."""

    def __init__(self, told: ToldMap, key: str) -> None:
        super().__init__(told.port, told)
        self._map = told
        self.key = key

    def isValid(self) -> bool:
        """Whether the map is still there."""
        return Shiboken.isValid(self._map) and Shiboken.isValid(self._map.port)

    def role(self) -> QAccessible.Role:
        """What kind of thing."""
        row = self._map.row(self.key)
        return _ROLES[row.kind] if row is not None else Role.Graphic

    def text(self, asked: QAccessible.Text) -> str:
        """What the list says of it, with where it belongs; and what more there is to know."""
        row = self._map.row(self.key)
        if row is None:
            return ""
        if asked == Text.Name:
            return ", ".join([row.told, *self._at_stop(row)])
        return self._described(row) if asked == Text.Description else ""

    def state(self) -> QAccessible.State:
        """Whether it is chosen, in view, and has the keyboard."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        chosen = self._map.workbench.chosen
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.key in chosen
        state.focused = chosen == {self.key} and self._map.view.hasFocus()
        seen = self._seen()
        state.invisible = seen.isNull()
        state.offscreen = not seen.intersects(self._map.port.rect())
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        seen = self._seen()
        return QRect(self._map.port.mapToGlobal(seen.topLeft()), seen.size())

    def _seen(self) -> QRect:
        """Where it is seen, in pixels of the view; nothing when it is hidden."""
        view, scene = self._map.view, self._map.scene
        lie = scene.lie_of(self.key)
        if lie is not None and not lie.shown:
            return QRect()
        to_view = view.viewportTransform()
        box = QRectF()
        for frame in view.lights.frames_of(self.key):
            box = box.united(to_view.map(frame).boundingRect())
        if box.isNull():
            for head in view.lights.heads(self.key, to_view)[:1]:
                box = QRectF(head, head).adjusted(-_PIN_PX, -_PIN_PX, _PIN_PX, _PIN_PX)
        return box.toAlignedRect()

    def _at_stop(self, row: Row) -> list[str]:
        stop = self._map.workbench.journey.stops.get(row.stop or "")
        if stop is None or row.kind is Kind.STOP:
            return []
        return [at_stop(stop, self._map.workbench.atlas)]

    def _described(self, row: Row) -> str:
        """The story of a halte; of what lies loose, where on the map it is."""
        journey, atlas = self._map.workbench.journey, self._map.workbench.atlas
        if row.kind is Kind.STOP:
            return journey.stops[self.key].text
        for table in (journey.photos, journey.notes, journey.compass_moments):
            record = table.get(self.key)
            if record is not None and record.at is not None:
                place = atlas.place_at(record.at)
                return where(place) if place is not None else ""
        return ""

    # What can be done with it

    def actionNames(self) -> list[str]:
        """Choose it, open it, ask what else."""
        return [_PRESS, _OPEN, _MENU]

    def localizedActionName(self, name: str) -> str:
        """An action in words."""
        return {_PRESS: _("Choose"), _OPEN: _("Open"), _MENU: _("What can be done with it")}[name]

    def localizedActionDescription(self, name: str) -> str:
        """The same words."""
        return self.localizedActionName(name)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Enter opens."""
        return {_OPEN: ["Return"]}.get(name, [])

    def doAction(self, name: str) -> None:
        """Choose it, with the keyboard there; and then open it, or ask for its menu."""
        self._map.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._map.workbench.choose({self.key})
        _tell(self, Happened.Focus)
        if name == _OPEN:
            self._map.view.handling.open_chosen()
        elif name == _MENU:
            asked = QContextMenuEvent(
                QContextMenuEvent.Reason.Keyboard, QPoint(), self.rect().center()
            )
            QApplication.postEvent(self._map.view, asked)


def _tell(thing: QAccessibleInterface | None, happened: QAccessible.Event) -> None:
    if thing is not None and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(thing, happened))


def _take_back(thing: ToldThing, *, tells: bool) -> None:
    """Let Qt forget it and delete it; only then may it go here."""
    if tells:
        _tell(thing, Happened.ObjectDestroyed)
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(thing))


def _forget(port: QWidget) -> None:
    told = _known.pop(port, None)
    if told is not None:
        told.forget()
