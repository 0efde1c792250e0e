"""From thing to thing on the map with the Tab key, in the order of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from reisblog.model.geometry import Rect
from reisblog.model.journey import photos_of
from reisblog.model.on_map import in_story_order
from reisblog.ui.canvas.focus_mark import FocusMark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.model.journey import Journey
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench

_PIN_PX = 20.0


class Walk:
    """Knows where the keyboard is among what lies on the map.

    It is at what is chosen, when that is one thing. Some can be kept chosen while it goes on; a
    mark then shows where it is.
    """

    def __init__(self, view: CanvasView, workbench: Workbench, scene: CanvasScene) -> None:
        self._view = view
        self._workbench = workbench
        self._scene = scene
        self._at: str | None = None
        self._kept: frozenset[str] = frozenset()
        self._steps = False
        self._read: Journey | None = None
        self._order: tuple[str, ...] = ()
        self._nth: dict[str, int] = {}
        self.mark = FocusMark(view, workbench, lambda: self._at if self._kept else None)
        workbench.chosen_changed.connect(self._chosen_elsewhere)

    def step(self, *, onwards: bool) -> bool:
        """Go to the next thing, or the one before; tells whether there was one."""
        order = self._things()
        here = self._here()
        if here is None:
            start = 0 if onwards else len(order) - 1
            if not onwards and not self.mark.came_from_behind:
                return False
        else:
            start = here + (1 if onwards else -1)
        if self._go(order, range(start, len(order) if onwards else -1, 1 if onwards else -1)):
            return True
        if self._at is not None:  # nobody meant the last one in particular
            self._workbench.choose(self._kept)
        return False

    def to_end(self, *, last: bool) -> bool:
        """Go to the first thing of all, or the last."""
        order = self._things()
        return self._go(order, reversed(range(len(order))) if last else range(len(order)))

    def keep(self) -> None:
        """Keep the thing chosen while going on; asked again, let it go."""
        if self._at is None and len(self._workbench.chosen) == 1:
            (self._at,) = self._workbench.chosen
        if self._at is not None:
            self._kept ^= {self._at}
            self._choose(self._at)
            self._tell(self._at)

    def spread(self) -> bool:
        """Spread the chosen halte's pile, or gather what is spread; tells whether there is any."""
        if self._scene.is_spread:
            self._scene.gather()
            return True
        stop_id, journey = self._workbench.chosen_stop, self._workbench.journey
        photos = photos_of(journey, stop_id) if stop_id is not None else []
        lies = filter(None, (self._scene.lie_of(photo.id) for photo in photos))
        if stop_id is None or all(lie.pile != stop_id for lie in lies):
            return False
        self._scene.spread(stop_id, self._view.sight.seen())
        return True

    def _things(self) -> tuple[str, ...]:
        journey = self._workbench.journey
        if journey is not self._read:
            self._read = journey
            self._order = in_story_order(journey)
            self._nth = {key: nth for nth, key in enumerate(self._order)}
        return self._order

    def _here(self) -> int | None:
        """Where in the order the keyboard is, or else the first of what is chosen."""
        if self._at in self._nth:
            return self._nth[self._at]
        known = [self._nth[key] for key in self._workbench.chosen if key in self._nth]
        return min(known, default=None)

    def _go(self, order: tuple[str, ...], through: Iterable[int]) -> bool:
        for nth in through:
            if (area := self._area_of(order[nth])) is not None:
                if self._scene.is_spread and not self._is_spread_out(order[nth]):
                    self._scene.gather()
                self._choose(order[nth])
                self._view.sight.reveal(area)
                self._tell(order[nth])
                return True
        return False

    def _choose(self, key: str) -> None:
        self._steps = True
        self._at = key
        self._workbench.choose({key, *self._kept})
        self._steps = False
        self.mark.settle()

    def _area_of(self, key: str) -> Rect | None:
        """Where a thing is seen, in map units; nothing when it is hidden, or deep in a pile."""
        lie = self._scene.lie_of(key)
        if lie is not None and lie.pile is not None:
            return None
        area = QRectF()
        for frame in self._view.lights.frames_of(key):
            area = area.united(frame.boundingRect())
        if area.isEmpty():
            around = _PIN_PX / self._view.scale_now()
            for pin in self._scene.pins_of(key)[:1]:
                if pin.isVisible():
                    area = QRectF(pin.pos(), pin.pos()).adjusted(-around, -around, around, around)
        if area.isNull():
            return None
        return Rect(area.x(), area.y(), area.width(), area.height())

    def _is_spread_out(self, key: str) -> bool:
        photo = self._workbench.journey.photos.get(key)
        return photo is not None and photo.at is None and photo.stop == self._scene.spread_stop

    def _tell(self, key: str) -> None:
        """Let a screen reader follow."""
        if QAccessible.isActive():
            from reisblog.ui.canvas.told import tell_focus  # noqa: PLC0415 - for who needs it

            tell_focus(self._view.viewport(), key)

    def _chosen_elsewhere(self) -> None:
        """A hand, or a panel, has chosen something else."""
        if not self._steps:
            self._at, self._kept = None, frozenset()
            self.mark.settle()
