"""How somebody who travels along is shown: by a portrait, a drawn token, or initials on ink.

The panel, the story's cards and the map all draw them here, so that one knows people again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reisblog import look
from reisblog.model.company import initials
from reisblog.model.records import Token
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap

    from reisblog.model.records import Companion, Photo
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_SIDE = 128
_LETTERS, _LEAST_LETTERS_PX = 0.42, 13
_DRAWN = 0.64
_RIM_PX = 1.5
_BETWEEN_PX = 4.0
MOST = 3
"""So many tokens stand side by side; dots say that there are more."""


def token_name(token: Token) -> str:
    """What a token is called."""
    return {
        Token.STAR: _("Star"),
        Token.SUN: _("Sun"),
        Token.MOON: _("Moon"),
        Token.HEART: _("Heart"),
        Token.LEAF: _("Leaf"),
        Token.DROP: _("Drop"),
        Token.KEY: _("Key"),
        Token.BIRD: _("Bird"),
    }[token]


class Tokens:
    """Draws people, with the pictures there are of them."""

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        self._workbench = workbench
        self._pictures = pictures

    def draw(self, painter: QPainter, disc: QRectF, companion: Companion) -> None:
        """Draw somebody on a disc, in logical pixels."""
        portrait = self._portrait(companion)
        if portrait is not None and not self._pictures.is_broken(portrait.media):
            draw_portrait(painter, disc, self._pictures.seen(portrait, _SIDE))
        elif companion.token is not None:
            draw_drawn(painter, disc, companion.token)
        else:
            draw_initials(painter, disc, companion.name)

    def shows(self, media: str, companion: Companion) -> bool:
        """Whether somebody is shown by a picture, known by its SHA-256."""
        portrait = self._portrait(companion)
        return portrait is not None and portrait.media == media

    def _portrait(self, companion: Companion) -> Photo | None:
        return self._workbench.journey.photos.get(companion.portrait or "")


def draw_initials(painter: QPainter, disc: QRectF, name: str) -> None:
    """Letters of paper on ink."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.INK))
    painter.drawEllipse(disc)
    painter.setPen(QColor(look.PAPER))
    size = max(round(disc.height() * _LETTERS), _LEAST_LETTERS_PX)
    painter.setFont(theme.font(size, title=True))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(name))


def draw_drawn(painter: QPainter, disc: QRectF, token: Token) -> None:
    """A drawn token on paper, with the map's line around it."""
    _draw_rim(painter, disc, QColor(theme.LIFTED))
    side = disc.height() * _DRAWN
    square = QRectF(0, 0, side, side)
    square.moveCenter(disc.center())
    icon(f"token-{token}").paint(painter, square.toAlignedRect())


def draw_portrait(painter: QPainter, disc: QRectF, picture: QPixmap | None) -> None:
    """The middle of a photo in a circle; blank until the photo is there."""
    painter.save()
    circle = QPainterPath()
    circle.addEllipse(disc)
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    if picture is None:
        painter.fillPath(circle, QColor(theme.HAIRLINE))
    else:
        side = min(picture.width(), picture.height())
        middle = QRectF(0, 0, side, side)
        middle.moveCenter(QPointF(picture.width() / 2, picture.height() / 2))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(disc, picture, middle)
    painter.restore()
    _draw_rim(painter, disc, None)


def draw_more(painter: QPainter, disc: QRectF) -> None:
    """Three dots: there are others, too."""
    _draw_rim(painter, disc, QColor(theme.LIFTED))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.INK))
    step, radius = disc.width() * 0.2, max(disc.width() * 0.055, 1.5)
    for along in (-step, 0.0, step):
        painter.drawEllipse(disc.center() + QPointF(along, 0), radius, radius)


def draw_company(
    painter: QPainter, row: QRectF, company: Sequence[Companion], tokens: Tokens
) -> None:
    """The first few of some people in a row, from its left, each as high as it."""
    disc = QRectF(row.topLeft(), QSizeF(row.height(), row.height()))
    for person in company[:MOST]:
        tokens.draw(painter, disc, person)
        disc.translate(disc.width() + _BETWEEN_PX, 0)
    if len(company) > MOST:
        draw_more(painter, disc)


def _draw_rim(painter: QPainter, disc: QRectF, ground: QColor | None) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    painter.setPen(QPen(QColor(look.MAP_LINE), _RIM_PX))
    half = _RIM_PX / 2
    painter.drawEllipse(disc.adjusted(half, half, -half, -half))
