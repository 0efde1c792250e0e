"""Qt's application in our language and look."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication

from reisblog import texts
from reisblog.ui import theme


def application() -> QApplication:
    """Qt's application with our language, fonts and look; the one that exists, if it does."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(["reisblog", *theme.STYLE])
    made.setApplicationName("reisblog")
    made.setDesktopFileName("reisblog")
    theme.dress(made)
    return made


def speak(made: QApplication) -> None:
    """Let what Qt itself says, on buttons and in file dialogs, be in the interface's language."""
    from PySide6.QtCore import (  # noqa: PLC0415 - a locale knows hundreds of languages and lands
        QLibraryInfo,
        QLocale,
        QTranslator,
    )

    code = texts.language()
    QLocale.setDefault(QLocale(code))
    translator = QTranslator(made)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != "en" and translator.load(f"qtbase_{code}", folder):
        from reisblog.ui.qt_words import QtWords  # noqa: PLC0415

        made.installTranslator(QtWords(made))
        made.installTranslator(translator)


def has_display() -> bool:
    """Whether there is something to show a window on."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in named)
