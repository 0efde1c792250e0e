"""Which record the words of a field are written on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_RECORD = "record"


def note_record(widget: QObject, record_id: str) -> None:
    """Let the fields in a widget be known to be written on this record, or part of the head."""
    widget.setProperty(_RECORD, record_id)


def record_written_in(widget: QObject | None) -> str | None:
    """The record that a field is written on, or nothing where that is not known."""
    at = widget
    while at is not None:
        if record := at.property(_RECORD):
            return str(record)
        at = at.parent()
    return None
