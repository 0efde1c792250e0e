"""A pen, an eraser or a mist brush, for whoever has only a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.geometry import Point
from reisblog.model.mist import BRUSH, MistBrush
from reisblog.texts import _
from reisblog.tools.erase import Eraser
from reisblog.tools.stroll import stroll
from reisblog.ui.canvas.place_tip import exact_name
from reisblog.ui.listing.aloud import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reisblog.model.atlas import Place
    from reisblog.ui.canvas.input import Hand
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.surface import CanvasSurface
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.messages import Messages
    from reisblog.ui.workbench import Workbench

_STEP_PX, _FINE_PX, _FAR_PX = 24.0, 4.0, 96.0
_SAMPLES, _SAMPLE_MS = 4, 16.0
"""A step is drawn as a hand would draw it: in several samples, at an even pace."""
_EDGE_PX = 12.0
_PAN_PX = 200.0
_MARK_PX = 11.0
_ROOM_PX = 72.0
"""So far within the view the pen stands at a place, with room for its name."""
_TYPING_MS = 1_200
"""Letters typed within this time are the beginning of one name."""


class KeyPen(QWidget):
    """The arrows move it, Enter sets it down and lifts it; a mark shows where it is.

    The Tab key takes it from place to place, in the order of their names, and so do the first
    letters of a name. While it is down these only aim, or it would draw to every place between:
    the place lights up, and Enter draws there, as a hand would.
    """

    def __init__(
        self,
        view: CanvasView,
        hand: Hand,
        messages: Messages,
        *,
        workbench: Workbench,
        surface: CanvasSurface,
        lights: Lights,
    ) -> None:
        """Lie ready over a view.

        Args:
            view: what it draws on.
            hand: does what the pen does.
            messages: the way to speak.
            workbench: has the places.
            surface: knows how far an eraser reaches.
            lights: light the place it goes to.
        """
        super().__init__(view.viewport())
        self._eraser_px = surface.eraser_px
        self._view = view
        self._hand = hand
        self._messages = messages
        self._workbench = workbench
        self._surface = surface
        self._lights = lights
        self._told = False
        self._at = QPointF()
        self._ms = 0.0
        self._draws = False
        self._place: str | None = None
        self._aim: str | None = None
        self._letters, self._typed_at = "", 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        view.viewport().installEventFilter(self)
        view.tool_changed.connect(self._put_away)
        view.sight.changed.connect(self._stay_at_place)

    @property
    def is_in_hand(self) -> bool:
        """Whether there is anything to draw with."""
        return self._view.tool == "path"

    @property
    def is_down(self) -> bool:
        """Whether it draws; a gesture may have been given up meanwhile."""
        return self._draws and self._hand.busy

    @property
    def place(self) -> str | None:
        """The id of the place where it stands, when it was taken to one."""
        return self._place

    def to_next_place(self, *, onwards: bool) -> bool:
        """Go to the next place, or the one before; tells whether there was one to go to.

        One that is not taken up yet leaves the Tab key to the tray with pens.
        """
        if not self.isVisible():
            return False
        places = self._places()
        keys = [place.id for place in places]
        here = self._aim or self._place
        if here in keys:
            nth = keys.index(here) + (1 if onwards else -1)
        else:
            nth = 0 if onwards else len(keys) - 1
        if 0 <= nth < len(keys):
            self._go_to(places[nth])
            return True
        return self.is_down

    def typed(self, letters: str, ms: int) -> bool:
        """Go to the next place whose name begins with what is typed; tells whether there is one."""
        again = ms - self._typed_at > _TYPING_MS
        self._letters = letters if again else self._letters + letters
        self._typed_at = ms
        found = self._named(self._letters)
        if found is None:  # another name begins with this letter
            self._letters = letters
            found = self._named(letters)
        if found is None:
            return False
        if not self.isVisible():
            self._appear()
        self._go_to(found)
        return True

    def drop_aim(self) -> bool:
        """Aim nowhere any more; tells whether it did."""
        aimed, self._aim = self._aim, None
        if aimed is not None:
            self._lights.light(None)
            self._stay_at_place()
            self._view.relight()
        return aimed is not None

    def step(self, direction: Point, *, fine: bool, far: bool = False) -> None:
        """Go a little further; the first step shows where it is."""
        if not self.isVisible():
            self._appear()
            return
        self._leave_place()
        length = _FINE_PX if fine else _FAR_PX if far else _STEP_PX
        by = QPointF(direction.x, direction.y) * length
        start, end = self._at, self._inside(self._at + by)
        if not self.is_down and end != self._at + by:
            self._view.sight.pan(direction.scaled(-_PAN_PX))
            end = self._inside(end - QPointF(direction.x, direction.y) * (_PAN_PX - length))
        self._at = end
        if self.is_down:
            for sample in range(1, _SAMPLES + 1):
                self._ms += _SAMPLE_MS
                at = start + (end - start) * (sample / _SAMPLES)
                self._hand.key_moved(at, self._ms)
        self._settle()

    def press(self) -> None:
        """Set it down; draw to where it aims; lift it."""
        if not self.isVisible():
            self._appear()
        elif self.is_down and self._aim is not None:
            self._draw_to(self._workbench.atlas.places[self._aim])
        elif self.is_down:
            self._draws = False
            self._ms += _SAMPLE_MS
            self._hand.key_lifted(self._at, self._ms)
            say(self._view, _("Pen lifted"))
            self._settle()
        else:
            self._ms = 0.0
            self._hand.key_pressed(self._at, self._ms)
            self._draws = True
            say(self._view, _("Pen down"))
            self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pointer that comes, or a keyboard that goes, puts it away."""
        del watched
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}:
            self._put_away()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring with a cross in it; a dot when it is down. Ink on paper, for every ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        middle = ring.center()
        for colour, width in ((look.PAPER, 5.0), (look.INK, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring)
            if not self.is_down:
                painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
                painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5))
        if self.is_down:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.INK))
            painter.drawEllipse(middle, 4, 4)

    def _appear(self) -> None:
        self._at = QRectF(self._view.viewport().rect()).center()
        self._draws = False
        self._settle()
        self.show()
        self._view.pen_moved_by_keys.emit()
        if not self._told:
            self._told = True
            self._messages.tell(
                _(
                    "The arrows move the pen, Tab takes it from place to place. Enter sets it "
                    "down and lifts it. Esc lets it go."
                )
            )

    def _put_away(self) -> None:
        self._leave_place()
        self.hide()

    def _places(self) -> list[Place]:
        """Every place, by name: so they are found by their letters, too."""
        return sorted(self._workbench.atlas.places.values(), key=_by_name)

    def _named(self, letters: str) -> Place | None:
        """The next place that begins so, counted from where the pen is."""
        places = self._places()
        at = self._aim or self._place
        here = next((nth for nth, each in enumerate(places) if each.id == at), -1)
        first = here if len(letters) > 1 else here + 1  # more of the same name stays there
        turned = places[max(first, 0) :] + places[: max(first, 0)]
        begun = letters.casefold()
        return next(
            (each for each in turned for name in (each.name, each.short) if _begins(name, begun)),
            None,
        )

    def _go_to(self, place: Place) -> None:
        """Go there, or aim there when it is down; and say which place it is."""
        say(self._view, exact_name(self._workbench.atlas, place))
        if self.is_down:
            self._aim = place.id
            end = self._seen_at(place)
            into = self._inside(end, _ROOM_PX) - end
            by = into.toPoint().toPointF()
            if not by.isNull():
                self._at += by
                self._surface.move_on(by)
        else:
            self._place = place.id
            self._view.sight.reveal(place.area.bounds)
        self._stay_at_place()

    def _draw_to(self, place: Place) -> None:
        start, end = self._at, self._seen_at(place)
        for sample, ms in stroll(Point(start.x(), start.y()), Point(end.x(), end.y())):
            self._ms += ms
            self._hand.key_moved(QPointF(sample.x, sample.y), self._ms)
        self._place, self._aim = place.id, None
        self._stay_at_place()

    def _seen_at(self, place: Place) -> QPointF:
        return self._view.viewportTransform().map(QPointF(place.pin.x, place.pin.y))

    def _stay_at_place(self) -> None:
        """The map has moved, and with it the place where it stands, and the one it aims at."""
        atlas = self._workbench.atlas
        place, aim = (atlas.places.get(key or "") for key in (self._place, self._aim))
        if not self.isVisible() or (place is None and aim is None):
            return
        if place is not None:
            self._at = self._seen_at(place)
        if (named := aim or place) is not None:
            self._lights.light(aim, exact_name(atlas, named), self._seen_at(named))
        self._view.relight()
        self._settle()

    def _leave_place(self) -> None:
        if self._place is not None or self._aim is not None:
            self._place = self._aim = None
            self._lights.light(None)
            self._view.relight()

    def _inside(self, at: QPointF, edge: float = _EDGE_PX) -> QPointF:
        room = QRectF(self._view.viewport().rect()).adjusted(edge, edge, -edge, -edge)
        return QPointF(
            min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom())
        )

    def _settle(self) -> None:
        reach = _MARK_PX
        if isinstance(self._view.pen, MistBrush):
            reach = BRUSH * self._view.scale_now()
        elif isinstance(self._view.pen, Eraser):
            reach = self._eraser_px()
        reach += 4.0
        around = QRectF(self._at.x() - reach, self._at.y() - reach, 2 * reach, 2 * reach)
        self.setGeometry(around.toAlignedRect())
        self.update()


def _by_name(place: Place) -> str:
    return place.name.casefold()


def _begins(name: str, letters: str) -> bool:
    return name.casefold().startswith(letters)
