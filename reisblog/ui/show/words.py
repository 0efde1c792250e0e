"""What is told in words at a moment: on a slip beside what is large, and low on the board.

Long words are a few lines with a sign that opens them; where that stands is told here as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from reisblog import look
from reisblog.model.tour import Kind
from reisblog.ui.show.letters import CALLED, SAID, SAID_OF, UNITS_HIGH, WHERE, Block, Style
from reisblog.ui.show.spots import Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.ui.show.story import Story

SIDE, TOP, LOW = 0.03, 0.03, 0.83
"""Shares of the board: what comes up large stands between these, and words below the last."""
ASIDE = 0.5
"""Where words stand beside a thing, that keeps to this share of the width."""
_BUTTON, _MARGIN, _APART = 96.0, 28.0, 20.0
"""As the controls are laid out."""
_BELOW, _BETWEEN, _ALONE = 0.02, 0.02, 0.14
_PAD, _RISES, _GAP = 40.0, 40.0, 16.0
_MOST_LINES, _FEW_LINES = 12, 9
"""Words of more lines are shortened, and then to a few."""
_INKED, _CLEAR = 0.945, 8.0
"""Of a line, from its top, what has letters in it; units between a photo and words below it."""
_SIGN = QSizeF(270.0, 76.0)


class Slip(NamedTuple):
    """Words on a slip of paper.

    Attributes:
        box: of the paper.
        block: the words.
        at: where they begin.
        sign: where the sign stands that opens them; nothing where all are seen.
    """

    box: QRectF
    block: Block
    at: QPointF
    sign: QRectF | None


class LowWords(NamedTuple):
    """Words low on the board.

    Attributes:
        lines: blocks, and where each begins.
        sign: where the sign stands that opens them; nothing where all are seen.
    """

    lines: list[tuple[Block, QPointF]]
    sign: QRectF | None


def room_of(board: QRectF) -> QRectF:
    """Where things come up large."""
    return QRectF(
        board.width() * SIDE, board.height() * TOP,
        board.width() * (1 - 2 * SIDE), board.height() * (LOW - TOP),
    )  # fmt: skip


def corner(unit: float) -> float:
    """How much of each lower corner, in pixels, is for two round buttons."""
    side = max(look.TARGET_BOARD_PX, _BUTTON * unit)
    return 2 * side + (_MARGIN + 2 * _APART) * unit


def sign_size(unit: float) -> QSizeF:
    """Of a sign that opens words, in logical pixels; large enough for a hand."""
    high = max(look.TARGET_BOARD_PX, _SIGN.height() * unit)
    return QSizeF(high * _SIGN.width() / _SIGN.height(), high)


def shortened_to(text: str, style: Style, width: float, unit: float, height: float) -> Block:
    """All words where they are few; else some first lines.

    Args:
        text: as it was typed.
        style: how it is set.
        width: in pixels.
        unit: pixels for each unit of the board.
        height: in pixels, the sign's as well.
    """
    leading = Block("x", style, width, unit).size.height()
    block = Block(text, style, width, unit, height=min(height, _MOST_LINES * leading))
    if block.is_whole:
        return block
    room = height - sign_size(unit).height() - _GAP * unit
    return Block(text, style, width, unit, height=min(room, _FEW_LINES * leading))


class Words:
    """The words of one story.

    Attributes:
        between: what buttons leave free in their row, low on the board, in pixels; without it
            all that the arrows do.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self.between: QRect | None = None
        self._slips: tuple[object, Slip | None] | None = None
        self._low: tuple[object, LowWords] | None = None

    def of(self, moment: int) -> str:
        """What is told beside what is large."""
        tour = self._story.tour
        now, chapter = tour.moments[moment], tour.chapter(moment)
        if chapter is None:
            return ""
        if now.kind is Kind.COMPASS:
            told = self._story.journey.compass_moments[now.ids[0]]
            return "\n".join(part for part in (told.asker, told.text) if part.strip())
        return chapter.stop.text if now.kind is Kind.WORDS else ""

    def low_of(self, moment: int) -> list[tuple[str, Style, float]]:
        """Where it is, when, and what it is called; or what is said of a photo.

        Each with how it is set, and how many units high it may be.
        """
        tour, journey = self._story.tour, self._story.journey
        now, chapter = tour.moments[moment], tour.chapter(moment)
        if chapter is None:
            return []
        photo = journey.photos.get(now.ids[0]) if now.ids else None
        if photo is not None and photo.caption.strip() and not now.begins:
            return [(photo.caption, SAID_OF, 120.0)]
        places = self._story.atlas.places
        names = " · ".join(places[key].name for key in chapter.stop.places if key in places)
        where = " · ".join(part for part in (names, chapter.stop.when.strip()) if part)
        lines = [(where, WHERE, 60.0), (chapter.stop.title, CALLED, 90.0)]
        return [line for line in lines if line[0].strip()]

    def slip(self, board: QRectF, moment: int, *, beside: bool) -> Slip | None:
        """The slip of a moment.

        Args:
            board: all of it, in logical pixels.
            moment: which.
            beside: whether it stands beside something.
        """
        text = self.of(moment)
        key = (moment, text, board.width(), board.height(), beside)
        if self._slips is None or self._slips[0] != key:
            self._slips = key, _slip(text, board, beside=beside) if text.strip() else None
        return self._slips[1]

    def low(self, board: QRectF, moment: int) -> LowWords:
        """What stands low on the board."""
        words = self.low_of(moment)
        between = self.between
        key = (moment, words, board.width(), board.height(), between)
        if self._low is None or self._low[0] != key:
            self._low = key, _low(words, board, between)
        return self._low[1]

    def openings(
        self, board: QRectF, moment: int, *, beside: bool, said: bool, named: bool
    ) -> list[Opening]:
        """Where words are longer than what is seen of them.

        Args:
            board: all of it, in logical pixels.
            moment: which.
            beside: whether the slip stands beside something.
            said: whether the slip is seen.
            named: whether words stand low on the board.
        """
        found = []
        low = [text for text, _style, _high in self.low_of(moment)]
        slip = self.slip(board, moment, beside=beside) if said else None
        if slip is not None and slip.sign is not None:
            chapter = self._story.tour.chapter(moment)
            heading = "" if chapter is None else chapter.stop.title.strip()
            found.append(Opening(slip.box, slip.sign, heading, self.of(moment), on_paper=True))
        below = self.low(board, moment) if named else None
        if below is not None and below.sign is not None:
            box = QRectF(below.sign)
            for block, at in below.lines:
                box = box.united(QRectF(at, QSizeF(block.width, block.size.height())))
            found.append(Opening(box, below.sign, "", "\n".join(low), on_paper=False))
        return found

    def draw_slip(
        self, painter: QPainter, board: QRectF, moment: int, share: float, *, beside: bool
    ) -> None:
        """Draw the slip as far as it has come."""
        slip = self.slip(board, moment, beside=beside)
        if slip is None:
            return
        unit = board.height() / UNITS_HIGH
        painter.save()
        painter.setOpacity(share)
        painter.translate(0, (1 - share) * _RISES * unit)
        painter.fillRect(slip.box.translated(0, 4 * unit), QColor(0, 0, 0, 46))
        painter.fillRect(slip.box, QColor(look.SLIP))
        slip.block.draw(painter, slip.at, QColor(look.INK))
        painter.restore()

    def draw_place(self, painter: QPainter, board: QRectF, place: str, share: float) -> None:
        """What a place is called, on paper, low over the map as it is."""
        unit = board.height() / UNITS_HIGH
        name = self._story.atlas.places[place].name
        block = Block(name, CALLED, board.width() - 2 * corner(unit), unit)
        pad = _PAD * unit / 2
        box = QRectF(0, 0, block.size.width() + 4 * pad, block.size.height() + 2 * pad)
        box.moveCenter(QPointF(board.center().x(), board.height() * (LOW + 1) / 2))
        painter.save()
        painter.setOpacity(share)
        painter.fillRect(box.translated(0, 4 * unit), QColor(0, 0, 0, 46))
        painter.fillRect(box, QColor(look.SLIP))
        block.draw(painter, box.topLeft() + QPointF(2 * pad, pad), QColor(look.INK))
        painter.restore()

    def draw_low(self, painter: QPainter, board: QRectF, moment: int, share: float) -> None:
        """Draw what stands low on the board, so clearly."""
        painter.save()
        painter.setOpacity(share)
        for block, at in self.low(board, moment).lines:
            block.draw(painter, at, QColor(look.PAPER))
        painter.restore()


def _slip(text: str, board: QRectF, *, beside: bool) -> Slip:
    unit, room = board.height() / UNITS_HIGH, room_of(board)
    if beside:
        room.setLeft(board.width() * (ASIDE + _BETWEEN))
    else:
        room.adjust(board.width() * _ALONE, 0, -board.width() * _ALONE, 0)
    pad = _PAD * unit
    inner = room.adjusted(pad, pad, -pad, -pad)
    block = shortened_to(text, SAID, inner.width(), unit, inner.height())
    box = QRectF(0, 0, room.width(), block.size.height() + 2 * pad)
    box.moveCenter(room.center())
    if block.is_whole:
        return Slip(box, block, box.topLeft() + QPointF(pad, pad), None)
    size = sign_size(unit)
    box.setHeight(box.height() + size.height() + _GAP * unit)
    box.moveBottom(room.bottom())
    sign = QRectF(QPointF(0, 0), size)
    sign.moveBottomRight(box.bottomRight() - QPointF(pad, pad))
    return Slip(box, block, box.topLeft() + QPointF(pad, pad), sign)


def _low(
    words: Sequence[tuple[str, Style, float]], board: QRectF, between: QRect | None
) -> LowWords:
    unit = board.height() / UNITS_HIGH
    room = QRectF(board)
    room.setTop(board.height() * LOW)
    room.adjust(corner(unit), 0, -corner(unit), -_BELOW * board.height())
    blocks = _lines(words, room, unit, between)
    if all(block.is_whole for block, _at in blocks) or between is not None:
        return LowWords(blocks, None)
    size = sign_size(unit)
    sign = QRectF(QPointF(0, 0), size)
    sign.moveRight(room.right())
    sign.moveTop(room.center().y() - size.height() / 2)
    room.setRight(sign.left() - _GAP * unit)
    return LowWords(_lines(words, room, unit, between), sign)


def _lines(
    words: Sequence[tuple[str, Style, float]], room: QRectF, unit: float, between: QRect | None
) -> list[tuple[Block, QPointF]]:
    """Blocks below one another, in the middle of a room; in a row of buttons, between these."""
    middle = Qt.AlignmentFlag.AlignHCenter
    blocks = [
        Block(text, style, room.width(), unit, height=high * unit, align=middle)
        for text, style, high in words
    ]
    y = room.center().y() - sum(block.size.height() for block in blocks) / 2
    if between is not None and len(blocks) > 1:  # the first keeps out of it, where there is room
        lowest = between.top() - blocks[0].size.height() * _INKED
        y = max(room.top() + _CLEAR * unit, min(y, lowest))
    placed = []
    for block, (text, style, high) in zip(blocks, words, strict=True):
        left = room.left()
        if between is not None and y + block.size.height() * _INKED > between.top() + 1:
            left, wide = max(left, between.left()), min(room.width(), between.width())
            block = Block(text, style, wide, unit, height=high * unit, align=middle)  # noqa: PLW2901
        placed.append((block, QPointF(left, y)))
        y += block.size.height()
    return placed
