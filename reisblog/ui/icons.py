"""The bundled icons, tinted with the ink of the interface and sharp at every pixel ratio."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from reisblog import look, resources

_RATIOS = (1.0, 1.5, 2.0, 3.0)
_INK_AS_DRAWN = f'color="{look.INK}"'


BUTTON_ICON = QSize(20, 20)
_EN_SPACE = "\u2002"


def label(button: QAbstractButton, name: str, words: str) -> None:
    """Give a button an icon and words with some air between them."""
    button.setIcon(icon(name))
    button.setIconSize(BUTTON_ICON)
    button.setText(_EN_SPACE + words.replace("&", "&&"))
    button.setAccessibleName(words)


@cache
def icon(name: str, tint: str = look.INK) -> QIcon:
    """A bundled icon in a tint.

    In ink, as it is drawn, Qt renders it when and as large as it is first needed; in another tint
    it is rendered here, once.
    """
    path = resources.icon(name)
    if tint == look.INK:
        return QIcon(str(path))
    source = path.read_text(encoding="utf-8").replace(_INK_AS_DRAWN, f'color="{tint}"')
    renderer = QSvgRenderer(QByteArray(source.encode()))
    made = QIcon()
    for ratio in _RATIOS:
        side = round(look.ICON_PX * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made
