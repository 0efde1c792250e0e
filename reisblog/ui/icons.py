"""The bundled icons, in the ink of the interface and sharp at every pixel ratio."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton

from reisblog import resources

BUTTON_ICON = QSize(20, 20)
_EN_SPACE = "\u2002"


def label(button: QAbstractButton, name: str, words: str) -> None:
    """Give a button an icon and words with some air between them."""
    button.setIcon(icon(name))
    button.setIconSize(BUTTON_ICON)
    button.setText(_EN_SPACE + words.replace("&", "&&"))
    button.setAccessibleName(words)


@cache
def icon(name: str) -> QIcon:
    """A bundled icon; Qt renders it when, and as large as, it is first needed."""
    return QIcon(str(resources.icon(name)))
