"""Who travels along, on the canvas: tokens beside the chosen halte, and a person's stretches lit.

Painted in pixels of the screen, and in no picture that leaves the program.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from reisblog import look
from reisblog.model.company import stretches
from reisblog.ui import theme
from reisblog.ui.canvas.seats import seats_beside
from reisblog.ui.canvas.threads import draw_dots
from reisblog.ui.tokens import MOST, Tokens, draw_more

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reisblog.model.journey import Journey
    from reisblog.model.records import Companion
    from reisblog.ui.canvas.lights import Lights
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.workbench import Workbench

_DISC, _DISC_BOARD_PX = 34.0, 58.0
_PAPER_PX = 2.0
_NAME_HIGH, _NAME_WIDE, _NAME_PAD = 0.78, 6.0, 0.5
"""The slip with somebody's name, in widths of their token."""
_BOARD_PX = 1_920
_HALO_PX, _PIN_HALO_PX = 9.0, 15.0
_CORNER_PX = 14.0
_SMALL_PX, _AWAY_PX = 60.0, 8.0
"""A ring around a pin is so small that the token stands beside it."""
_BOW = 0.09
_APART_PX = 3.4
_DOT_PX, _DOT_STEP = 3.2, 2.6
_GLOW = ((23.0, 0.4), (14.0, 0.88))
"""The paper glow under a ribbon: how wide, and how much it covers."""
_RING_GLOW = ((10.0, 0.4), (5.0, 0.6))
"""And under a ring: how far it reaches, and how much it covers."""
_RING_PX, _RING_PAPER_PX = 2.2, 5.0
_THICK_ON_BOARD = 1.5
"""A board is seen from six metres."""
_REACH_PX = 26.0
_HALVINGS = 8
Bow = tuple[QPointF, QPointF, QPointF]
"""Where it begins, where it is drawn towards, and where it ends."""


class Seat(NamedTuple):
    """Where a token stands; without a companion it says that there are more."""

    companion: Companion | None
    area: QRectF


class CompanyLight:
    """Knows where tokens and ribbons are, changes nothing."""

    def __init__(self, workbench: Workbench, scene: CanvasScene, lights: Lights) -> None:
        self._workbench = workbench
        self._scene = scene
        self._lights = lights
        self._tokens = Tokens(workbench, scene.pictures)
        self._known: tuple[Journey | None, str, list[tuple[str, ...]]] = (None, "", [])

    def shows(self, media: str) -> bool:
        """Whether anybody is shown by this picture, known by its SHA-256."""
        people = self._workbench.journey.companions.values()
        return any(self._tokens.shows(media, person) for person in people)

    def area(self, to_view: QTransform, port: QRectF) -> QRectF:
        """Whatever is lit now, in logical pixels of the view; empty when nothing is."""
        lit = QRectF()
        for seat in self.seats(to_view, port):
            lit = lit.united(seat.area)
        person = self._lit_person()
        if person is not None:
            for at in self._beginnings(to_view):
                lit = lit.united(self._name(at, person))
        for stretch in self._stretches(to_view):
            for ring in stretch:
                lit = lit.united(ring)
            for ribbon in _ribbons(stretch):
                lit = lit.united(ribbon.controlPointRect())
        reach = _REACH_PX + self._disc() / 2
        return lit.adjusted(-reach, -reach, reach, reach) if lit.isValid() else lit

    def draw_under(self, painter: QPainter, to_view: QTransform) -> None:
        """Draw ribbons, and what glows around haltes; in pixels of the view.

        It lies under words, photos and paths, none of which it should cover.
        """
        if self._scene.is_quiet:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in self._stretches(to_view):
            for ribbon in _ribbons(stretch):
                _draw_ribbon(painter, ribbon, self._thick())
            for ring in stretch:
                _draw_glow(painter, ring)

    def draw(self, painter: QPainter, to_view: QTransform, port: QRectF) -> None:
        """Draw rings and tokens over everything, in logical pixels of the view."""
        if self._scene.is_quiet or self._scene.is_spread:
            return
        person = self._lit_person()
        for stretch in self._stretches(to_view):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ring in stretch:
                _stroke(painter, _rounded(ring), _paper(1.0), _RING_PAPER_PX * self._thick())
                _stroke(painter, _rounded(ring), QColor(look.INK), _RING_PX * self._thick())
        for nth, at in enumerate(self._beginnings(to_view)):
            if person is not None and not nth:
                _draw_name(painter, self._name(at, person), self._letters(), person.name)
            self._draw_token(painter, at, person)
        for seat in self.seats(to_view, port):
            self._draw_token(painter, seat.area.center(), seat.companion)

    def person_at(self, at: QPointF, to_view: QTransform, port: QRectF) -> str | None:
        """The id of whoever's token stands at a point of the view."""
        if self._scene.is_quiet or self._scene.is_spread:
            return None
        for seat in self.seats(to_view, port):
            if seat.companion is not None and seat.area.contains(at):
                return seat.companion.id
        return None

    def seats(self, to_view: QTransform, port: QRectF) -> list[Seat]:
        """Where the tokens stand of who was along at the chosen halte; each a whole target."""
        stop_id = self._workbench.chosen_stop
        journey = self._workbench.journey
        company = journey.stops[stop_id].company if stop_id is not None else ()
        if stop_id is None or not company:
            return []
        beside = self._together([stop_id], to_view).get(stop_id) or self._pin(stop_id, to_view)
        if beside is None:
            return []
        shown: list[Companion | None] = [journey.companions[key] for key in company[:MOST]]
        if len(company) > MOST:
            shown.append(None)
        areas = seats_beside(
            beside,
            len(shown),
            self._target(),
            port=port,
            obstacles=list(self._obstacles(stop_id, to_view)),
        )
        return [Seat(person, area) for person, area in zip(shown, areas, strict=True)]

    def _obstacles(self, stop_id: str, to_view: QTransform) -> Iterator[QRectF]:
        """What tokens had better not cover."""
        for item in self._scene.prints():
            own = item.photo.stop == stop_id and item.photo.at is None
            if not own and item.isVisible():
                yield to_view.mapRect(item.mapRectToScene(item.outline()))
        for slip in self._scene.slips():
            yield to_view.mapRect(slip.mapRectToScene(slip.outline()))
        for head in self._lights.heads(stop_id, to_view):
            yield QRectF(head.x() - 14, head.y() - 14, 28, 34)
        yield from self._lights.names()

    def _stretches(self, to_view: QTransform) -> list[list[QRectF]]:
        """For each stretch of the person who is chosen, a ring around every halte."""
        person = self._lit_person()
        if person is None:
            return []
        journey, found = self._workbench.journey, []
        if self._known[0] is not journey or self._known[1] != person.id:
            self._known = (journey, person.id, stretches(journey, person.id))
        every = itertools.chain.from_iterable(self._known[2])
        together = self._together(every, to_view)
        for stretch in self._known[2]:
            around = [together.get(stop_id) or self._pin(stop_id, to_view) for stop_id in stretch]
            if rings := [_grown(one, _HALO_PX) for one in around if one is not None]:
                found.append(rings)
        return found

    def _beginnings(self, to_view: QTransform) -> list[QPointF]:
        """Where the person's token stands, at the first halte of each stretch."""
        found = []
        for first, *_others in self._stretches(to_view):
            away = _AWAY_PX if first.width() < _SMALL_PX else 0.0
            found.append(first.topLeft() - QPointF(away, away))
        return found

    def _name(self, at: QPointF, person: Companion) -> QRectF:
        """The slip with somebody's name, which sticks out from behind their token."""
        disc = self._disc()
        words = QFontMetricsF(theme.font(self._letters(), bold=True)).horizontalAdvance(person.name)
        height = disc * _NAME_HIGH
        width = disc / 2 + min(words, disc * _NAME_WIDE) + disc * _NAME_PAD
        return QRectF(at.x(), at.y() - height / 2, width, height)

    def _letters(self) -> int:
        return theme.board_text(_BOARD_PX) if self._on_board() else look.TEXT_PX

    def _lit_person(self) -> Companion | None:
        chosen = self._workbench.chosen
        if len(chosen) != 1:
            return None
        return self._workbench.journey.companions.get(next(iter(chosen)))

    def _together(self, stop_ids: Iterable[str], to_view: QTransform) -> dict[str, QRectF]:
        """The box around what lies together in each of these haltes, where anything does."""
        wanted, boxes = set(stop_ids), dict[str, QRectF]()
        for item in self._scene.prints():
            photo = item.photo
            if photo.at is None and photo.stop in wanted and item.isVisible():
                lies = item.mapRectToScene(item.outline())
                boxes[photo.stop] = boxes[photo.stop] | lies if photo.stop in boxes else lies
        return {stop_id: to_view.mapRect(box) for stop_id, box in boxes.items()}

    def _pin(self, stop_id: str, to_view: QTransform) -> QRectF | None:
        """The box around the head of a halte's first pin, if it can be seen."""
        heads = self._lights.heads(stop_id, to_view)
        return _grown(QRectF(heads[0], heads[0]), _PIN_HALO_PX - _HALO_PX) if heads else None

    def _disc(self) -> float:
        return _DISC_BOARD_PX if self._on_board() else _DISC

    def _thick(self) -> float:
        return _THICK_ON_BOARD if self._on_board() else 1.0

    def _target(self) -> float:
        return look.TARGET_BOARD_PX if self._on_board() else look.TARGET_PX

    def _on_board(self) -> bool:
        return any(view.window().isFullScreen() for view in self._scene.views())

    def _draw_token(self, painter: QPainter, middle: QPointF, person: Companion | None) -> None:
        disc = _grown(QRectF(middle, middle), self._disc() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(look.INK)
        shade.setAlphaF(0.2)
        painter.setBrush(shade)
        painter.drawEllipse(_grown(disc, _PAPER_PX + 1).translated(0, 1.5))
        painter.setBrush(QColor(look.PAPER))
        painter.drawEllipse(_grown(disc, _PAPER_PX))
        if person is None:
            draw_more(painter, disc)
        else:
            self._tokens.draw(painter, disc, person)


def _draw_name(painter: QPainter, slip: QRectF, letters: int, name: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.PAPER))
    around = _grown(slip, _PAPER_PX)
    painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
    painter.setBrush(QColor(look.INK))
    painter.drawRoundedRect(slip, slip.height() / 2, slip.height() / 2)
    font = theme.font(letters, bold=True)
    painter.setFont(font)
    painter.setPen(QColor(look.PAPER))
    before = slip.height() / 2 / _NAME_HIGH * 1.32
    words = QRectF(slip.left() + before, slip.top(), slip.width() - before, slip.height())
    room = words.width() - slip.height() * 0.3
    shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


def _grown(rect: QRectF, by: float) -> QRectF:
    return rect.adjusted(-by, -by, by, by)


def _ribbons(rings: list[QRectF]) -> Iterator[QPainterPath]:
    """From each ring to the next, a little bowed, as far as it lies outside both."""
    for one, other in itertools.pairwise(rings):
        start, end = one.center(), other.center()
        aside = QPointF(end.y() - start.y(), start.x() - end.x()) * _BOW
        bow = (start, (start + end) / 2 + aside, end)
        first = _leaves(one, bow, inside=0.0)
        last = _leaves(other, bow, inside=1.0)
        if first is not None and last is not None:
            yield _part(bow, first, last)


def _leaves(ring: QRectF, bow: Bow, *, inside: float) -> float | None:
    """Where along a bow a ring is left; nothing when it is not left by the middle."""
    outside = 0.5
    if ring.contains(_at(bow, outside)):
        return None
    for _halving in range(_HALVINGS):
        middle = (inside + outside) / 2
        if ring.contains(_at(bow, middle)):
            inside = middle
        else:
            outside = middle
    return outside


def _at(bow: Bow, t: float) -> QPointF:
    start, control, end = bow
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return QPointF(
        a * start.x() + b * control.x() + c * end.x(),
        a * start.y() + b * control.y() + c * end.y(),
    )


def _part(bow: Bow, first: float, last: float) -> QPainterPath:
    """The piece of a bow between two of its points."""
    start, control, end = bow
    middle = (
        start * ((1 - first) * (1 - last))
        + control * (first * (1 - last) + last * (1 - first))
        + end * (first * last)
    )
    path = QPainterPath(_at(bow, first))
    path.quadTo(middle, _at(bow, last))
    return path


def _draw_ribbon(painter: QPainter, ribbon: QPainterPath, thick: float) -> None:
    """A glow of paper with two rows of dots, side by side: two who travel together."""
    for width, cover in _GLOW:
        _stroke(painter, ribbon, _paper(cover), width * thick)
    ends = QLineF(ribbon.pointAtPercent(0.0), ribbon.pointAtPercent(1.0))
    normal = ends.normalVector().unitVector()
    aside = QPointF(normal.dx(), normal.dy()) * (_APART_PX * thick)
    size = _DOT_PX * thick
    for shift in (aside, -aside):
        draw_dots(painter, ribbon.translated(shift), thick=size, apart=_DOT_STEP * size)


def _draw_glow(painter: QPainter, ring: QRectF) -> None:
    """Sheets of paper, each a little larger: a stroke along the ring takes ten times as long."""
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, cover in _RING_GLOW:
        sheet = _grown(ring, reach)
        corner = min(_CORNER_PX + reach, sheet.width() / 2)
        painter.setBrush(_paper(cover))
        painter.drawRoundedRect(sheet, corner, corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _rounded(ring: QRectF) -> QPainterPath:
    path = QPainterPath()
    corner = min(_CORNER_PX, ring.width() / 2)
    path.addRoundedRect(ring, corner, corner)
    return path


def _stroke(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)


def _paper(cover: float) -> QColor:
    paper = QColor(look.PAPER)
    paper.setAlphaF(cover)
    return paper
