"""What the system's clipboard holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication

from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path


def held_by(clipboard: QClipboard) -> QMimeData | None:
    """What was copied; nothing where the clipboard cannot be had, which Qt's types do not tell."""
    mime: QMimeData | None = clipboard.mimeData()
    return mime


def copy_file(path: Path) -> str:
    """Copy a file for a mail or a folder, and its path for a field; gives what to say of it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))
    QGuiApplication.clipboard().setMimeData(mime)
    return _("Copied: paste it in a message or a folder.")
