"""Who walks along on the board, and what goes into the backpack there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from reisblog import look
from reisblog.texts import _
from reisblog.ui import tokens
from reisblog.ui.show.letters import SAID, UNITS_HIGH, Block
from reisblog.ui.show.words import LOW

if TYPE_CHECKING:
    from PySide6.QtGui import QTransform

    from reisblog.model.outline import Chapter
    from reisblog.model.records import Companion
    from reisblog.ui.show.inking import Inking
    from reisblog.ui.show.story import Story
    from reisblog.ui.show.things import Pixels

_DISC, _ON_THE_WAY, _GAP, _EDGE = 84.0, 52.0, 14.0, 34.0
_MOST = 5
_ABOVE_BAG = 256.0
"""From the foot of the board, in units: there the backpack begins, over the arrow."""
_BEHIND = 62.0
"""Units of the board between those who walk behind one another."""
_TAG_WIDE, _TAG_PAD, _TAG_CUT, _HOLE = 380.0, 16.0, 22.0, 5.0
_PORTRAIT = 128.0
_TAG_LINES = 2.8
"""Two, with the white between them."""


class Company:
    """Draws people and things of one story."""

    def __init__(self, story: Story, pixels: Pixels) -> None:
        self._story, self._pixels = story, pixels

    def draw_there(self, painter: QPainter, board: QRectF, chapter: Chapter, share: float) -> None:
        """Who is along at a halte, at the right edge; what is picked up there, at the left."""
        unit = board.height() / UNITS_HIGH
        painter.save()
        painter.setOpacity(share)
        side = _DISC * unit
        disc = QRectF(0, 0, side, side)
        disc.moveBottomRight(
            QPointF(board.right() - _EDGE * unit, board.height() * LOW - _GAP * unit)
        )
        for person in chapter.company[:_MOST]:
            self._draw_person(painter, disc, person)
            disc.translate(0, -side - _GAP * unit)
        if len(chapter.company) > _MOST:
            tokens.draw_more(painter, disc)
        self._draw_tags(painter, board, chapter, share)
        painter.restore()

    def draw_on_the_way(
        self,
        painter: QPainter,
        line: Inking,
        reached: float,
        to_screen: QTransform,
        unit: float,
        chapter: int,
    ) -> None:
        """Who was along at the halte before and is at this one, walking behind the pen.

        Args:
            painter: in logical pixels.
            line: the path that is being drawn.
            reached: how far, in map units.
            to_screen: from map units to logical pixels.
            unit: pixels for each unit of the board.
            chapter: to which halte one goes.
        """
        chapters = self._story.tour.chapters
        before = {person.id for person in chapters[chapter - 1].company} if chapter else set()
        side = _ON_THE_WAY * unit
        disc = QRectF(0, 0, side, side)
        along = [person for person in chapters[chapter].company if person.id in before]
        for number, person in reversed(list(enumerate(along[:_MOST], start=1))):
            behind = reached - number * _BEHIND * unit / to_screen.m11()
            if behind > 0:
                at = line.tip(behind)
                disc.moveCenter(to_screen.map(QPointF(at.x, at.y)))
                self._draw_person(painter, disc, person)

    def _draw_person(self, painter: QPainter, disc: QRectF, person: Companion) -> None:
        portrait = self._story.journey.photos.get(person.portrait or "")
        if portrait is not None:
            pixels = self._pixels(portrait, _PORTRAIT)
            picture = pixels if isinstance(pixels, QPixmap | None) else QPixmap.fromImage(pixels)
            tokens.draw_portrait(painter, disc, picture)
        elif person.token is not None:
            tokens.draw_drawn(painter, disc, person.token)
        else:
            tokens.draw_initials(painter, disc, person.name)

    def _draw_tags(self, painter: QPainter, board: QRectF, chapter: Chapter, share: float) -> None:
        """Labels above the corner where the backpack is; they come from it and go to it."""
        unit = board.height() / UNITS_HIGH
        said = [
            *(item.text for item in chapter.things),
            *(_("Laid down: {thing}").format(thing=item.text) for item in chapter.laid),
        ]
        y = board.height() - _ABOVE_BAG * unit + (1 - share) * _DISC * unit
        for words in reversed([text for text in said if text.strip()]):
            wide = (_TAG_WIDE - 3 * _TAG_PAD) * unit
            block = Block(words, SAID, wide, unit, height=_TAG_LINES * SAID.size * unit)
            pad = _TAG_PAD * unit
            size = QSizeF(block.size.width() + 3.4 * pad, block.size.height() + pad)
            box = QRectF(QPointF(_EDGE * unit, y - size.height()), size)
            _draw_tag(painter, box, unit)
            block.draw(painter, box.topLeft() + QPointF(2.4 * pad, pad / 2), QColor(look.INK))
            y -= size.height() + _GAP * unit


def _draw_tag(painter: QPainter, box: QRectF, unit: float) -> None:
    """A label with its corners cut and a hole, as it hangs on a bag."""
    cut = _TAG_CUT * unit
    painter.setPen(QPen(QColor(look.MAP_LINE), 2.5 * unit))
    painter.setBrush(QColor(look.PAPER))
    painter.drawPolygon(
        QPolygonF([
            QPointF(box.left() + cut, box.top()), box.topRight(), box.bottomRight(),
            QPointF(box.left() + cut, box.bottom()), QPointF(box.left(), box.bottom() - cut),
            QPointF(box.left(), box.top() + cut),
        ])
    )  # fmt: skip
    painter.setBrush(QColor(look.WHITE))
    painter.drawEllipse(QPointF(box.left() + cut, box.center().y()), _HOLE * unit, _HOLE * unit)
