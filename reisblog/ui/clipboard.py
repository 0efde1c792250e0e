"""What the system's clipboard holds."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard


def held_by(clipboard: QClipboard) -> QMimeData | None:
    """What was copied; nothing where the clipboard cannot be had, which Qt's types do not tell."""
    mime: QMimeData | None = clipboard.mimeData()
    return mime
