"""Draws any look of the board, by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QTransform

from reisblog import look
from reisblog.model.arrangement import arrangement
from reisblog.model.legs import Pace, curve_along, growing
from reisblog.model.records import Pen
from reisblog.model.tour import Kind
from reisblog.texts import _
from reisblog.ui.show.company import Company
from reisblog.ui.show.dream import Dream
from reisblog.ui.show.inking import Inking
from reisblog.ui.show.letters import HUGE, UNITS_HIGH, Block, Style
from reisblog.ui.show.things import CompassThing, NoteThing, PhotoThing, Pixels, Place, Thing
from reisblog.ui.show.words import ASIDE, LOW, Words, room_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.records import Photo
    from reisblog.ui.show.land import Land
    from reisblog.ui.show.looks import Look
    from reisblog.ui.show.spots import Opening
    from reisblog.ui.show.story import Story

_DIM = 0.65
_SHADE, _SHADE_RISES = 0.6, 0.12


class Frames:
    """Draws the looks of one story.

    Attributes:
        words: what is told in words.
    """

    def __init__(self, story: Story, land: Land, pixels: Pixels) -> None:
        self._story = story
        self._land = land
        self._pixels = pixels
        self._growing: tuple[int, Inking, float, Pace] | None = None
        self._things: dict[int, list[Thing]] = {}
        self._paths: list[Inking] | None = None
        self._dreams: list[Dream] | None = None
        self.words = Words(story)
        self._company = Company(story, pixels)
        story.changed.connect(self._forget)

    def leg_ms(self, moment: int) -> int | None:
        """How long the path to a moment takes to be drawn; nothing where there is none."""
        if self._story.tour.leg(moment) is None:
            return None
        return self._line(moment)[3].ms

    def draw(self, painter: QPainter, size: QSizeF, look_: Look) -> None:
        """Draw a look on a board of this size, in logical pixels."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        unit = size.height() / UNITS_HIGH
        board = QRectF(QPointF(0, 0), size)
        painter.fillRect(board, QColor(look.WHITE))
        painter.setOpacity(look_.land)
        painter.fillRect(board, QColor(look.PAPER))
        painter.setOpacity(1.0)
        if look_.land > 0:
            self._draw_land(painter, size, look_)
        if look_.left >= 0 and not self._land.is_painted:
            to_screen = look_.camera.on(size)
            for thing in self._things_of(look_.left):
                thing.draw(painter, thing.at_home(to_screen), unit)
        if look_.redrawn >= 0:
            self._draw_again(painter, look_.camera.on(size), look_.redrawn)
        if look_.dots > 0:
            self._draw_dreams(painter, look_.camera.on(size), board, look_.dots)
        if look_.leg >= 0:
            self._draw_leg(painter, look_.camera.on(size), unit, look_)
        if look_.dim > 0:
            dark = QColor(look.INK)
            dark.setAlphaF(_DIM * look_.dim)
            painter.fillRect(board, dark)
            _draw_shade(painter, board, look_.name)
            self._draw_things(painter, board, unit, look_)
        if look_.place and look_.name > 0:
            self.words.draw_place(painter, board, look_.place, look_.name)
        if look_.paper > 0:
            self._draw_title(painter, board, unit, look_.paper)

    def photos(self, size: QSizeF, look_: Look) -> list[tuple[Photo, QRectF]]:
        """The photos of a look, and where they are."""
        board = QRectF(QPointF(0, 0), size)
        placed = self._placed(board, size.height() / UNITS_HIGH, look_)
        return [
            (thing.photo, place.box) for thing, place in placed if isinstance(thing, PhotoThing)
        ]

    def openings(self, size: QSizeF, look_: Look) -> list[Opening]:
        """Where words of a look are longer than what is seen of them."""
        board = QRectF(QPointF(0, 0), size)
        if not look_.dim:
            return []
        unit = size.height() / UNITS_HIGH
        placed = self._placed(board, unit, look_)
        notes = (
            thing.opening(place, unit) for thing, place in placed if isinstance(thing, NoteThing)
        )
        said, named = look_.words > 0, look_.name > 0
        words = self.words.openings(
            board, look_.moment, beside=bool(placed), said=said, named=named
        )
        return [*words, *filter(None, notes)]

    def _draw_title(self, painter: QPainter, board: QRectF, unit: float, share: float) -> None:
        journey = self._story.journey
        painter.save()
        painter.setOpacity(share)
        wide = board.width() * 0.8
        middle = Qt.AlignmentFlag.AlignHCenter
        title = Block(
            journey.title or _("Travel book"), Style(HUGE, title=True), wide, unit,
            height=board.height() * 0.6, align=middle,
        )  # fmt: skip
        name = Block(journey.traveller, Style(52.0), wide, unit, align=middle)
        high = title.size.height() + name.size.height() + 24 * unit
        y = board.center().y() - high / 2
        left = board.center().x() - wide / 2
        title.draw(painter, QPointF(left, y), QColor(look.INK))
        y += title.size.height() + 24 * unit
        name.draw(painter, QPointF(left, y), QColor(look.INK_SOFT))
        painter.restore()

    def _draw_land(self, painter: QPainter, size: QSizeF, look_: Look) -> None:
        to_screen = look_.camera.on(size)
        scale = self._land.scale
        painter.save()
        painter.setTransform(QTransform.fromScale(1 / scale, 1 / scale) * to_screen, combine=True)
        if look_.land < 1:
            painter.setOpacity(min(1.0, 2 * look_.land))
            painter.drawImage(0, 0, self._land.lines())
        if look_.land > _HALF:
            painter.setOpacity(min(1.0, 2 * look_.land - 1))
            painter.drawImage(0, 0, self._land.image)
        painter.restore()

    def _line(self, moment: int) -> tuple[int, Inking, float, Pace]:
        if self._growing is None or self._growing[0] != moment:
            tour = self._story.tour
            number = tour.moments[moment].chapter or 0
            leg = tour.legs[number]
            if leg is None:
                raise ValueError(moment)
            trail, before = growing(tour.journey, tour.legs[: number + 1])
            pace = Pace(curve_along(tour.journey.trails[leg.trail], leg))
            self._growing = (moment, Inking(trail), before, pace)
        return self._growing

    def _draw_leg(self, painter: QPainter, to_screen: QTransform, unit: float, look_: Look) -> None:
        moment, line, before, pace = self._line(look_.moment)
        share = (before + pace.reached(look_.leg)) / (line.length or 1.0)
        painter.save()
        painter.setTransform(to_screen, combine=True)
        line.draw(painter, min(1.0, share), to_screen.m11())
        painter.restore()
        number = self._story.tour.moments[moment].chapter
        if look_.dim < 1 and number is not None:
            reached = min(1.0, share) * line.length
            self._company.draw_on_the_way(painter, line, reached, to_screen, unit, number)

    def _draw_again(self, painter: QPainter, to_screen: QTransform, share: float) -> None:
        """All paths, each in the same time."""
        if self._paths is None:
            self._paths = [Inking(trail) for trail in self._story.journey.trails.values()]
        painter.save()
        painter.setTransform(to_screen, combine=True)
        for path in self._paths:
            path.draw(painter, share, to_screen.m11())
        painter.restore()

    def _draw_dreams(
        self, painter: QPainter, to_screen: QTransform, board: QRectF, share: float
    ) -> None:
        """What of the paths goes on."""
        if self._dreams is None:
            seen = to_screen.inverted()[0].mapRect(board)
            trails = self._story.journey.trails.values()
            self._dreams = [Dream(trail, seen) for trail in trails if trail.pen is Pen.DREAMT]
        painter.save()
        painter.setTransform(to_screen, combine=True)
        for dream in self._dreams:
            dream.draw(painter, share)
        painter.restore()

    def _draw_things(self, painter: QPainter, board: QRectF, unit: float, look_: Look) -> None:
        to_screen = look_.camera.on(board.size())
        for thing, large in self._placed(board, unit, look_):
            place = thing.at_home(to_screen).towards(large, look_.risen)
            thing.draw(painter, place, unit)
        if look_.words > 0:
            beside = bool(self._things_of(look_.moment))
            self.words.draw_slip(painter, board, look_.moment, look_.words, beside=beside)
        if look_.name > 0:
            self.words.draw_low(painter, board, look_.moment, look_.name)
        chapter = self._story.tour.chapter(look_.moment)
        there = look_.name * (1 - look_.words)
        if chapter is not None and there > 0 and self._story.tour.moments[look_.moment].begins:
            self._company.draw_there(painter, board, chapter, there)

    def _placed(self, board: QRectF, unit: float, look_: Look) -> list[tuple[Thing, Place]]:
        """The things of a moment, and where they are when they are large."""
        things = self._things_of(look_.moment)
        whole = room_of(board)
        beside = QRectF(whole.topLeft(), QPointF(board.width() * ASIDE, whole.bottom()))
        kind = self._story.tour.moments[look_.moment].kind
        share = look_.words if kind is not Kind.COMPASS or self.words.of(look_.moment) else 0.0
        wide, narrow = _side_by_side(things, whole), _side_by_side(things, beside)
        if share in {0.0, 1.0}:  # a note is set for one room at a time
            rooms = narrow if share else wide
            return [
                (thing, thing.large(room, unit)) for thing, room in zip(things, rooms, strict=True)
            ]
        return [
            (thing, thing.large(one, unit).towards(thing.large(other, unit), share))
            for thing, one, other in zip(things, wide, narrow, strict=True)
        ]

    def _things_of(self, moment: int) -> list[Thing]:
        if moment not in self._things:
            self._things[moment] = self._make_things(moment)
        return self._things[moment]

    def _make_things(self, moment: int) -> list[Thing]:
        journey, now = self._story.journey, self._story.tour.moments[moment]
        if now.kind is Kind.NOTE:
            return [NoteThing(journey.notes[key]) for key in now.ids]
        if now.kind is Kind.COMPASS:
            return [CompassThing(journey.compass_moments[key]) for key in now.ids]
        lies = {lie.photo: lie for lie in arrangement(journey)}
        return [PhotoThing(journey.photos[key], lies[key], self._pixels) for key in now.ids]

    def _forget(self) -> None:
        self._growing = None
        self._things.clear()
        self._paths = self._dreams = None


_HALF = 0.5


def _draw_shade(painter: QPainter, board: QRectF, share: float) -> None:
    """Darker still behind low words: prints and white roads may lie there."""
    low = board.adjusted(0, board.height() * (LOW - _SHADE_RISES), 0, 0)
    shade = QLinearGradient(low.topLeft(), low.bottomLeft())
    dark, clear = QColor(look.INK), QColor(look.INK)
    dark.setAlphaF(_SHADE * share)
    clear.setAlphaF(0.0)
    shade.setColorAt(0.0, clear)
    shade.setColorAt(_SHADE_RISES / (1 - LOW + _SHADE_RISES), dark)
    shade.setColorAt(1.0, dark)
    painter.fillRect(low, shade)


def _side_by_side(things: Sequence[Thing], room: QRectF) -> list[QRectF]:
    """A room for each, in as many rows as make them largest."""
    count = len(things)
    if not count:
        return []
    shape = 4 / 3
    columns = max(
        range(1, count + 1),
        key=lambda across: min(
            room.width() / across / shape, room.height() / math.ceil(count / across)
        ),
    )
    rows = math.ceil(count / columns)
    wide, high = room.width() / columns, room.height() / rows
    gap = min(wide, high) * 0.04
    rooms = []
    for index in range(count):
        row, column = divmod(index, columns)
        in_row = min(columns, count - row * columns)
        left = room.left() + (room.width() - in_row * wide) / 2 + column * wide
        cell = QRectF(left, room.top() + row * high, wide, high)
        rooms.append(cell.adjusted(gap, gap, -gap, -gap) if count > 1 else cell)
    return rooms
