"""Saying something to those who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say(widget: QWidget, words: str) -> None:
    """Let a screen reader say this, once it has said what is under way."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
