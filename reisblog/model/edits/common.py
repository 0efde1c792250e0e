"""What all edits share: nothing grows beyond what a journey can hold."""

from __future__ import annotations

from typing import Any

import msgspec

from reisblog.model import limits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey

changed = msgspec.structs.replace


def bounded(point: Point) -> Point:
    """A point that a journey can hold."""
    most = limits.COORDINATE
    return Point(min(max(point.x, -most), most), min(max(point.y, -most), most)).rounded()


def lines(words: str) -> str:
    """Words on several lines, as many as a journey can hold."""
    return words[: limits.TEXT_CHARACTERS]


def line(words: str) -> str:
    """Words on one line, as many as a journey can hold."""
    return " ".join(words.split())[: limits.TITLE_CHARACTERS]


def rewritten(journey: Journey, table: str, record_id: str, fields: dict[str, Any]) -> Journey:
    """One record with other fields; what is gone stays gone."""
    records = getattr(journey, table)
    if record_id not in records:
        return journey
    record = changed(records[record_id], **fields)
    return changed(journey, **{table: records.with_(record)})


def said(**fields: Any) -> dict[str, Any]:
    """The fields of which something is said; of the others it is ``None``."""
    return {name: value for name, value in fields.items() if value is not None}
