"""What comes up large on the board: photos, a note, a compass; on the way there and back, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from reisblog import look
from reisblog.model.framing import seen_size
from reisblog.texts import _
from reisblog.ui.compass_drawing import draw_compass
from reisblog.ui.show.letters import Block, Style
from reisblog.ui.show.spots import Opening
from reisblog.ui.show.words import shortened_to, sign_size

if TYPE_CHECKING:
    from reisblog.model.arrangement import Lie
    from reisblog.model.records import CompassMoment, Note, Photo

BORDER = 7.0
"""Of a photo's white paper, in units of the board."""
_NOTE_WIDE, _NOTE_PAD, _NOTE_SIZE = 0.52, 44.0, 46.0
_LARGEST = 2.0
"""No photo is drawn larger than so many times its own pixels."""


class Place(NamedTuple):
    """Where a thing is drawn: its middle, its width and height in pixels, and its turn."""

    middle: QPointF
    size: QSizeF
    turn: float = 0.0

    def towards(self, other: Place, share: float) -> Place:
        """A part of the way to another."""
        one, two = self.size, other.size
        return Place(
            self.middle + (other.middle - self.middle) * share,
            QSizeF(
                one.width() + (two.width() - one.width()) * share,
                one.height() + (two.height() - one.height()) * share,
            ),
            self.turn + (other.turn - self.turn) * share,
        )

    @property
    def box(self) -> QRectF:
        """It, as if it were not turned."""
        box = QRectF(QPointF(0, 0), self.size)
        box.moveCenter(self.middle)
        return box


class Pixels(Protocol):
    """Gives a photo's pixels."""

    def __call__(self, photo: Photo, side: float) -> QImage | QPixmap | None:
        """The finest there are now, for a long side of so many logical pixels."""


class Thing(Protocol):
    """Something that is shown large."""

    def at_home(self, to_screen: QTransform) -> Place:
        """Where it lies on the map."""

    def large(self, room: QRectF, unit: float) -> Place:
        """Where it is when it is shown, as large as a room allows."""

    def draw(self, painter: QPainter, place: Place, unit: float) -> None:
        """Draw it there."""


class PhotoThing:
    """A photo."""

    def __init__(self, photo: Photo, lie: Lie, pixels: Pixels) -> None:
        self.photo = photo
        self._lie = lie
        self._pixels = pixels
        width, height = seen_size(photo)
        self._shape = QSizeF(width, height)

    def at_home(self, to_screen: QTransform) -> Place:
        """Where it lies on the map."""
        side = self._lie.size * to_screen.m11()
        size = self._shape.scaled(QSizeF(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        return Place(to_screen.map(QPointF(self._lie.at.x, self._lie.at.y)), size, self._lie.turn)

    def large(self, room: QRectF, unit: float) -> Place:
        """As large as its pixels allow."""
        del unit
        most = self._shape * _LARGEST
        size = self._shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > most.width():
            size = most
        return Place(room.center(), size)

    def draw(self, painter: QPainter, place: Place, unit: float) -> None:
        """A print on its white paper."""
        painter.save()
        painter.translate(place.middle)
        painter.rotate(place.turn)
        box = QRectF(QPointF(0, 0), place.size)
        box.moveCenter(QPointF(0, 0))
        border = min(BORDER * unit, 0.04 * max(place.size.width(), place.size.height()))
        painter.fillRect(box.adjusted(-border, -border, border, border), QColor(look.WHITE))
        side = max(place.size.width(), place.size.height())
        pixels = self._pixels(self.photo, side)
        if isinstance(pixels, QImage):
            painter.drawImage(box, pixels)
        elif pixels is not None:
            painter.drawPixmap(box, pixels, QRectF(pixels.rect()))
        else:
            painter.fillRect(box, QColor(look.PAPER_DEEP))
        painter.restore()


class NoteThing:
    """A note on its slip."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._set: tuple[float, float, Block] | None = None

    def at_home(self, to_screen: QTransform) -> Place:
        """Where it lies on the map."""
        wide = self._note.width * to_screen.m11()
        at = to_screen.map(QPointF(self._note.at.x, self._note.at.y))
        size = QSizeF(wide, wide * 0.5)
        return Place(at + QPointF(size.width(), size.height()) / 2, size)

    def large(self, room: QRectF, unit: float) -> Place:
        """As wide as its words are; a long one stands low, where its sign can be reached."""
        block = self._block(room, unit)
        pad = 2 * _NOTE_PAD * unit
        sign = 0.0 if block.is_whole else sign_size(unit).height() + _NOTE_PAD / 2 * unit
        size = QSizeF(block.size.width() + pad, block.size.height() + pad + sign)
        middle = room.center()
        if not block.is_whole:
            middle.setY(room.bottom() - size.height() / 2)
        return Place(middle, size)

    def opening(self, place: Place, unit: float) -> Opening | None:
        """The sign that opens its words, where they are longer than what is seen of them."""
        if self._set is None or self._set[2].is_whole:
            return None
        pad = _NOTE_PAD * unit
        sign = QRectF(QPointF(0, 0), sign_size(unit))
        sign.moveBottomRight(place.box.bottomRight() - QPointF(pad, pad))
        return Opening(place.box, sign, _("Text"), self._note.text, on_paper=True)

    def draw(self, painter: QPainter, place: Place, unit: float) -> None:
        """A slip in its tint; words as soon as there is room for them."""
        box = place.box
        painter.fillRect(box.translated(0, 4 * unit), QColor(0, 0, 0, 46))
        painter.fillRect(box, QColor(look.SLIPS[self._note.tint]))
        if self._set is None:
            return
        block = self._set[2]
        whole = block.size.width() + 2 * _NOTE_PAD * unit
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(box.width() / whole, box.width() / whole)
        painter.setClipRect(QRectF(0, 0, whole, box.height() * whole / box.width()))
        block.draw(painter, QPointF(_NOTE_PAD * unit, _NOTE_PAD * unit), QColor(look.INK))
        painter.restore()

    def _block(self, room: QRectF, unit: float) -> Block:
        if self._set is None or self._set[:2] != (room.width(), unit):
            pad = 2 * _NOTE_PAD * unit
            wide, high = room.width() * _NOTE_WIDE - pad, room.height() - pad
            block = shortened_to(self._note.text, Style(_NOTE_SIZE), wide, unit, high)
            self._set = (room.width(), unit, block)
        return self._set[2]


class CompassThing:
    """A compass, with its needle as it was turned."""

    def __init__(self, moment: CompassMoment) -> None:
        self._moment = moment

    def at_home(self, to_screen: QTransform) -> Place:
        """Where it lies on the map."""
        side = look.COMPASS_UNITS * to_screen.m11()
        at = to_screen.map(QPointF(self._moment.at.x, self._moment.at.y))
        return Place(at, QSizeF(side, side))

    def large(self, room: QRectF, unit: float) -> Place:
        """Half as high as the room."""
        del unit
        side = min(room.height() * 0.62, room.width() * 0.8)
        return Place(room.center(), QSizeF(side, side))

    def draw(self, painter: QPainter, place: Place, unit: float) -> None:
        """The compass."""
        del unit
        draw_compass(
            painter,
            place.middle,
            place.size.width() / 2,
            direction=self._moment.direction,
            impulse=self._moment.impulse,
        )
