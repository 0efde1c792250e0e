"""What Qt itself says and its own Dutch, as it comes with it, lacks: labels of its dialogs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from reisblog.texts import _


class QtWords(QTranslator):
    """Asked last, so that whatever Qt knows by itself is said as Qt says it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = {
            "&Look in:": _("&Look in:"),
            "Files of &type:": _("Files of &type:"),
            "Double Sided Printing": _("Double Sided Printing"),
            "Folder": _("Folder"),
            "Off": _("Off"),
            "Long side binding": _("Long side binding"),
            "Short side binding": _("Short side binding"),
            "Page &Set:": _("Page &Set:"),
        }

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """What it is called; itself where nobody knows."""
        del context, disambiguation, n
        return self._words.get(source, source)
