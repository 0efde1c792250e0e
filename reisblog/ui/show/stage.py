"""The board itself: shows the moment of the story, and how one becomes the next."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.geometry import Point
from reisblog.model.ink import Curve
from reisblog.model.legs import curve_along
from reisblog.model.records import Pen
from reisblog.model.tour import Kind
from reisblog.ui.show import camera, looks
from reisblog.ui.show.frames import Frames
from reisblog.ui.show.looks import Look, Part, Way
from reisblog.ui.show.told import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF, QRect, QRectF

    from reisblog.model.atlas import Place
    from reisblog.model.records import Photo
    from reisblog.ui.show.camera import Camera
    from reisblog.ui.show.land import Land
    from reisblog.ui.show.large_pixels import LargePixels
    from reisblog.ui.show.spots import Opening
    from reisblog.ui.show.story import Story
    from reisblog.ui.workbench import Workbench

_FRAME_MS = 16
_PAINTING_SECONDS = 0.002
_IDLE_SECONDS = 0.012
_HOLD_SECONDS = 1.2
"""So long at most one picture waits for the next to be painted."""
_HIDING_SECONDS = 0.1
_AHEAD = 3


class Stage(QWidget):
    """Follows a story.

    Attributes:
        motion: whether things travel; without it one picture gives way to the next.

    Signals:
        settled: a moment is seen as it stays until the next tap.
        glided: the map begins to go somewhere else, at the same moment.
    """

    settled = Signal()
    glided = Signal()

    def __init__(
        self,
        story: Story,
        bench: Workbench,
        land: Land,
        pixels: LargePixels,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._story, self._bench, self._land, self._pixels = story, bench, land, pixels
        self._frames = Frames(story, land, pixels)
        self._clock = clock
        self.motion = True
        self._way: Way | None = None
        self._began = 0.0
        self._before: QPixmap | None = None
        self._hiding = False
        self._hold_until = 0.0
        self._look = self._resting(story.at)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        story.moved.connect(self._go)
        story.changed.connect(self._tell_anew)
        land.painted.connect(self.update)
        pixels.came.connect(self.update)
        self._lay(story.at)

    @property
    def is_moving(self) -> bool:
        """Whether a moment is still becoming the next."""
        return self._way is not None

    @property
    def look_now(self) -> Look:
        """What is seen."""
        return self._look

    def hurry(self) -> bool:
        """Be at the end of what is under way at once; gives whether anything was."""
        if self._way is None:
            return False
        self._look = self._way.at(self._way.ms)
        self._end()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of this moment."""
        painter = QPainter(self)
        if self._hiding:
            painter.fillRect(event.rect(), QColor(look.PAPER))
            painter.end()
            return
        self._frames.draw(painter, QSizeF(self.size()), self._look)
        if self._before is not None and self._way is not None:
            share = min(1.0, (self._clock() - self._began) * 1000 / looks.FADE_MS)
            painter.setOpacity(1 - share)
            painter.drawPixmap(0, 0, self._before)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as fine as the board is."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A screen may have other pixels, and the board be as large as before."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._fit()
        return super().event(event)

    def photos(self) -> list[tuple[Photo, QRectF]]:
        """The photos that are shown large, and where; none while anything moves."""
        if self._way is not None or not self._look.risen:
            return []
        return self._frames.photos(QSizeF(self.size()), self._look)

    def openings(self) -> list[Opening]:
        """Where words are longer than what is seen of them; none while anything moves."""
        if self._way is not None:
            return []
        return self._frames.openings(QSizeF(self.size()), self._look)

    def told(self) -> str:
        """The moment in words, for those who cannot see it; or the place that is looked at."""
        if self._look.place and self._way is None:
            return self._story.atlas.places[self._look.place].name
        return told(self._story, self._frames.words)

    def keep_between(self, buttons: QRect | None) -> None:
        """Have low words keep to what buttons leave free in their row, in pixels."""
        if buttons != self._frames.words.between:
            self._frames.words.between = buttons
            self.update()

    @property
    def is_visiting(self) -> bool:
        """Whether a place is looked at at which nothing is told."""
        return bool(self._look.place)

    @property
    def is_open(self) -> bool:
        """Whether the map lies there for a hand to wander over."""
        look = self._look
        return self._way is None and look.land == 1 and not look.dim and not look.place

    def lies_at(self, at: QPointF) -> list[int]:
        """The moments that show what lies on the map at a point of the board."""
        thing = self._land.thing_at(self._on_map(at))
        return [] if thing is None else self._story.tour.of_thing(thing)

    def place_at(self, at: QPointF) -> Place | None:
        """The place at a point of the board."""
        return self._story.atlas.place_at(self._on_map(at))

    def visit(self, place: Place) -> None:
        """Go to a place at which nothing is told, and say what it is called."""
        bounds = place.area.bounds
        corners = [Point(bounds.x, bounds.y), Point(bounds.right, bounds.bottom)]
        there = camera.around(corners, self._story.atlas.bounds, QSizeF(self.size()))
        self._glide(Look(self._story.at, there, place=place.id, name=1.0))

    def come_back(self) -> None:
        """From a place, or from the white at the end, to the map as it lies there now."""
        self._glide(self._resting(self._story.at))

    def _glide(self, rest: Look) -> None:
        self._before = None
        self._way = Way(looks.going(self._look, rest, motion=self.motion))
        self._began = self._clock()
        self._timer.start()
        self.glided.emit()

    def _on_map(self, at: QPointF) -> Point:
        on_map = self._look.camera.on(QSizeF(self.size())).inverted()[0].map(at)
        return Point(on_map.x(), on_map.y())

    def draw_moment(self, painter: QPainter, moment: int) -> None:
        """Draw any moment as it rests, on a board of this size."""
        if self._hiding:
            painter.fillRect(self.rect(), QColor(look.PAPER))
            return
        self._frames.draw(painter, QSizeF(self.size()), self._resting(moment))

    def _tick(self) -> None:
        painted = self._land.work(self._spare_seconds)
        if painted and self._hiding:
            self._hiding = False
            self.update()
        if self._before is not None and not painted and self._clock() < self._hold_until:
            self._began = self._clock()  # what is seen now stays until there is something to see
        if self._way is not None:
            gone = (self._clock() - self._began) * 1000
            self._look = self._way.at(min(gone, self._way.ms))
            self.update()
            if gone >= self._way.ms:
                self._end()
        elif painted:
            self._timer.stop()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        self._land.fit(self.width() * ratio, camera.NEAREST)
        self._pixels.fit(max(self.width(), self.height()) * ratio)
        self._rest()
        self._prepare()

    def _rest(self) -> None:
        """Be at the end of what is under way, if anything is, and go on from there."""
        moved, self._way, self._before = self._way is not None, None, None
        if moved:
            self._lay(self._story.at)
        self._look = self._resting(self._story.at)
        self._timer.start()
        self.update()
        if moved:
            self.settled.emit()

    @property
    def _spare_seconds(self) -> float:
        """How long the land may be painted between two frames."""
        if self._hiding:
            return _HIDING_SECONDS
        still = self._way is None or self._before is not None
        return _IDLE_SECONDS if still else _PAINTING_SECONDS

    def _end(self) -> None:
        self._way = self._before = None
        self.update()
        self._prepare()
        self.settled.emit()

    def _go(self, before: int, now: int) -> None:
        wanders = self._story.left is not None
        parts: list[Part] = []
        if self.motion and wanders and self._look.place == "" and self._look.land == 1:
            parts = self._wandering(before, now)
        elif self.motion and not wanders and now == before + 1:
            parts = self._parts(before, now)
        if parts:
            self._before = None
            self._way = Way(parts)
        else:
            self._before = self.grab()
            self._hold_until = self._clock() + _HOLD_SECONDS
            self._lay(now)
            rest = self._resting(now)
            self._way = Way([Part(looks.FADE_MS, lambda _t: rest)])
        self._began = self._clock()
        self._look = self._way.at(0.0)
        self._timer.start()
        self.update()

    def _tell_anew(self) -> None:
        """The journey is another: what is seen is as it is now.

        Where something is closed, there is only paper until the land is without it, too.
        """
        if self._story.hides:
            self._hiding = True
            self.repaint()
        self._lay(self._story.at)
        self._rest()

    def _parts(self, before: int, now: int) -> list[Part]:
        """How a moment becomes the next."""
        moments = self._story.tour.moments
        seen, rest = self._resting(before), self._resting(now)
        old, new = moments[before], moments[now]
        show = partial(self._lay, now)
        if new.kind is Kind.LAND:
            return looks.appearing(rest)
        if new.kind is Kind.WORDS:
            return looks.wording(rest)
        if new.kind is Kind.WHOLE:
            dreams = any(trail.pen is Pen.DREAMT for trail in self._story.journey.trails.values())
            return [
                *looks.sinking(seen, dark=False),
                *looks.ending(
                    seen, rest, partial(self._lay, now, drawn=False), show, dreams=dreams
                ),
            ]
        if not new.begins:
            up = looks.rising(rest, show, dark=True, named=False)
            return [*looks.sinking(seen, dark=True), *looks.leaving(up, before)]
        gone = looks.sinking(seen, dark=False) if old.chapter is not None else []
        seen = Look(before, seen.camera)
        lay = partial(self._lay, now, drawn=False)
        ms = self._frames.leg_ms(now)
        if ms is None:
            way = looks.gliding(seen, rest, lay)
        else:
            way = looks.travelling(seen, rest, ms, lay)
        drawn = -1.0 if ms is None else 1.0
        up = looks.rising(rest, show, dark=False, named=True, drawn=drawn)
        return [*gone, *looks.leaving([*way, *up], before)]

    def _wandering(self, before: int, now: int) -> list[Part]:
        """How a moment becomes another to which the traveller has wandered."""
        seen, rest, show = self._look, self._resting(now), partial(self._lay, now)
        if self._story.tour.moments[now].kind is Kind.WORDS and now == before + 1:
            return looks.wording(rest)
        if self._story.tour.moments[now].kind is Kind.LAND:
            return [
                *looks.sinking(seen, dark=False),
                *looks.gliding(seen._replace(dim=0.0), rest, show),
            ]
        near = self._story.tour.moments[now].chapter == self._story.tour.moments[before].chapter
        dark = near and bool(seen.dim)
        gone = looks.sinking(seen, dark=dark)
        way = [] if dark else looks.gliding(seen._replace(dim=0.0), rest, lambda: None)
        up = looks.rising(rest, show, dark=dark, named=not dark)
        return [*gone, *looks.leaving([*way, *up], before)]

    def _resting(self, moment: int) -> Look:
        return looks.resting(self._story.tour.moments[moment].kind, moment, self._camera(moment))

    def _camera(self, moment: int) -> Camera:
        """The part of the map that a moment is seen with."""
        tour, sheet, size = self._story.tour, self._story.atlas.bounds, QSizeF(self.size())
        chapter = tour.chapter(moment)
        if size.isEmpty():
            return camera.whole(sheet, QSizeF(16, 9))
        if chapter is None:
            at = self._loose_at(moment)
            return camera.whole(sheet, size) if at is None else camera.around([at], sheet, size)
        number = tour.moments[moment].chapter or 0
        points = self._points_of(number)
        leg = tour.legs[number]
        if leg is not None:
            curve = curve_along(tour.journey.trails[leg.trail], leg)
            points += _points_along(curve)
        return camera.around(points, sheet, size)

    def _loose_at(self, moment: int) -> Point | None:
        """Where what belongs to no halte lies."""
        journey = self._story.journey
        for key in self._story.tour.moments[moment].ids:
            for table in (journey.photos, journey.notes, journey.compass_moments):
                if key in table:
                    return table[key].at
        return None

    def _points_of(self, number: int) -> list[Point]:
        stop = self._story.tour.chapters[number].stop
        places = self._story.atlas.places
        return [stop.at, *(places[key].pin for key in stop.places if key in places)]

    def _lay(self, moment: int, *, drawn: bool = True) -> None:
        """Have on the map what lies there by then."""
        story = self._story
        tour, lifted = story.tour, story.tour.moments[moment].ids
        by = moment if story.left is None else story.left
        self._bench.look_through(lambda _seen: tour.on_map(by, drawn=drawn, lifted=lifted))

    def _prepare(self) -> None:
        """Have the photos of the next moments ready."""
        tour, at = self._story.tour, self._story.at
        photos = tour.journey.photos
        keys = [
            key for moment in tour.moments[at : at + _AHEAD] for key in moment.ids if key in photos
        ]
        self._pixels.prepare(photos[key] for key in dict.fromkeys(keys))


def _points_along(curve: Curve) -> list[Point]:
    return [curve.start, *(piece.end for piece in curve.segments)]
