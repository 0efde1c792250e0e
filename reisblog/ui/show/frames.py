"""Draws any look of the board, by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from reisblog import look
from reisblog.model.arrangement import arrangement
from reisblog.model.legs import Pace, curve_along, growing
from reisblog.model.records import Pen
from reisblog.model.tour import Kind
from reisblog.texts import _
from reisblog.ui.show.dream import Dream
from reisblog.ui.show.inking import Inking
from reisblog.ui.show.letters import CALLED, HUGE, SAID, SAID_OF, UNITS_HIGH, WHERE, Block, Style
from reisblog.ui.show.things import CompassThing, NoteThing, PhotoThing, Pixels, Place, Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.ui.show.land import Land
    from reisblog.ui.show.looks import Look
    from reisblog.ui.show.story import Story

_DIM = 0.65
_SIDE, _TOP, _LOW = 0.03, 0.03, 0.83
"""Shares of the board: what comes up large stands between these."""
_CORNER = 168.0
"""Units at each lower corner that are the arrows'."""
_ASIDE = 0.5
"""Where words stand beside a thing, that keeps to this share of the width."""
_SLIP_PAD, _PARTS_GAP = 40.0, 26.0


class Frames:
    """Draws the looks of one story."""

    def __init__(self, story: Story, land: Land, pixels: Pixels) -> None:
        self._story = story
        self._land = land
        self._pixels = pixels
        self._growing: tuple[int, Inking, float, Pace] | None = None
        self._things: dict[int, list[Thing]] = {}
        self._paths: list[Inking] | None = None
        self._dreams: list[Dream] | None = None
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
            self._draw_leg(painter, look_.camera.on(size), look_)
        if look_.dim > 0:
            dark = QColor(look.INK)
            dark.setAlphaF(_DIM * look_.dim)
            painter.fillRect(board, dark)
            self._draw_things(painter, board, unit, look_)
        if look_.paper > 0:
            self._draw_title(painter, board, unit, look_.paper)

    def thing_at(self, at: QPointF, size: QSizeF, look_: Look) -> int | None:
        """Which of the things that are large a point is on."""
        unit = size.height() / UNITS_HIGH
        for number, (_thing, place) in enumerate(
            self._placed(QRectF(QPointF(0, 0), size), unit, look_)
        ):
            if place.box.contains(at):
                return number
        return None

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

    def _draw_leg(self, painter: QPainter, to_screen: QTransform, look_: Look) -> None:
        _moment, line, before, pace = self._line(look_.moment)
        share = (before + pace.reached(look_.leg)) / (line.length or 1.0)
        painter.save()
        painter.setTransform(to_screen, combine=True)
        line.draw(painter, min(1.0, share), to_screen.m11())
        painter.restore()

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
        chapter = self._story.tour.chapter(look_.moment)
        if chapter is not None:
            if look_.words > 0:
                self._draw_words(painter, board, unit, look_, chapter)
            if look_.name > 0:
                self._draw_name(painter, board, unit, look_, chapter)

    def _placed(self, board: QRectF, unit: float, look_: Look) -> list[tuple[Thing, Place]]:
        """The things of a moment, and where they are when they are large."""
        things = self._things_of(look_.moment)
        whole = _room(board)
        beside = QRectF(whole.topLeft(), QPointF(board.width() * _ASIDE, whole.bottom()))
        kind = self._story.tour.moments[look_.moment].kind
        share = look_.words if kind is not Kind.COMPASS or self._words_of(look_.moment) else 0.0
        rooms = _side_by_side(things, whole)
        narrow = _side_by_side(things, beside)
        placed = []
        for thing, wide, small in zip(things, rooms, narrow, strict=True):
            large = thing.large(wide, unit).towards(thing.large(small, unit), share)
            placed.append((thing, large))
        return placed

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

    def _words_of(self, moment: int) -> str:
        tour = self._story.tour
        now, chapter = tour.moments[moment], tour.chapter(moment)
        if chapter is None:
            return ""
        if now.kind is Kind.COMPASS:
            told = self._story.journey.compass_moments[now.ids[0]]
            return "\n".join(part for part in (told.asker, told.text) if part.strip())
        return chapter.stop.text

    def _draw_words(
        self, painter: QPainter, board: QRectF, unit: float, look_: Look, chapter: Chapter
    ) -> None:
        """What is told, on a slip of paper."""
        text = self._words_of(look_.moment)
        if not text.strip():
            return
        del chapter
        room = _room(board)
        if self._things_of(look_.moment):
            room.setLeft(board.width() * (_ASIDE + 0.02))
        else:
            room = room.adjusted(board.width() * 0.14, 0, -board.width() * 0.14, 0)
        pad = _SLIP_PAD * unit
        block = Block(text, SAID, room.width() - 2 * pad, unit, height=room.height() - 2 * pad)
        slip = QRectF(0, 0, room.width(), block.size.height() + 2 * pad)
        slip.moveCenter(room.center())
        slip.translate(0, (1 - look_.words) * 40 * unit)
        painter.save()
        painter.setOpacity(look_.words)
        painter.fillRect(slip.translated(0, 4 * unit), QColor(0, 0, 0, 46))
        painter.fillRect(slip, QColor(look.SLIP))
        block.draw(painter, slip.topLeft() + QPointF(pad, pad), QColor(look.INK))
        painter.restore()

    def _draw_name(
        self, painter: QPainter, board: QRectF, unit: float, look_: Look, chapter: Chapter
    ) -> None:
        """Low on the board: where, what it is called and when; or what is said of a photo."""
        room = QRectF(board)
        room.setTop(board.height() * _LOW)
        room.adjust(_CORNER * unit, 0, -_CORNER * unit, -0.02 * board.height())
        middle = Qt.AlignmentFlag.AlignHCenter
        blocks = [
            Block(text, style, room.width(), unit, height=high * unit, align=middle)
            for text, style, high in self._low_words(look_.moment, chapter)
            if text.strip()
        ]
        painter.save()
        painter.setOpacity(look_.name)
        y = room.center().y() - sum(block.size.height() for block in blocks) / 2
        for block in blocks:
            block.draw(painter, QPointF(room.left(), y), QColor(look.PAPER))
            y += block.size.height()
        painter.restore()

    def _low_words(self, moment: int, chapter: Chapter) -> list[tuple[str, Style, float]]:
        now = self._story.tour.moments[moment]
        photo = self._story.journey.photos.get(now.ids[0]) if now.ids else None
        if photo is not None and photo.caption.strip() and not now.begins:
            return [(photo.caption, SAID_OF, 110.0)]
        places = self._story.atlas.places
        names = " · ".join(places[key].name for key in chapter.stop.places if key in places)
        where = " · ".join(part for part in (names, chapter.stop.when.strip()) if part)
        return [(where, WHERE, 60.0), (chapter.stop.title, CALLED, 90.0)]

    def _forget(self) -> None:
        self._growing = None
        self._things.clear()
        self._paths = self._dreams = None


_HALF = 0.5


def _room(board: QRectF) -> QRectF:
    """Where things come up large."""
    return QRectF(
        board.width() * _SIDE, board.height() * _TOP,
        board.width() * (1 - 2 * _SIDE), board.height() * (_LOW - _TOP),
    )  # fmt: skip


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
