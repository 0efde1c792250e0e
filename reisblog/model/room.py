"""Where on the map there is still room for a note, or for the compass."""

from __future__ import annotations

import math
from functools import cache

from reisblog import look
from reisblog.model.arrangement import Lie, arrangement
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import Letters, Note

_GAP = 16.0
_STEP = 24.0
_REACH = 960.0
_PIN = 60.0
_COMPASS = 1.25 * look.COMPASS_UNITS
_BELOW = 135.0
_LETTER = 0.45
_LINE = 1.33
_NOT_BELOW = 40.0
"""How much farther away a spot below or to the right may be and still be preferred."""


def note_size(text: str, width: float, size: Letters = Letters.NORMAL) -> tuple[float, float]:
    """About how large a note becomes, in map units; its height follows from its text."""
    beside, above = look.NOTE_PADDING_UNITS
    letter, line_high = (share * look.NOTE_LETTERS[size] for share in (_LETTER, _LINE))
    longest = max((len(word) for word in text.split()), default=0) * letter + 2 * beside
    width = max(width, min(longest, look.NOTE_WIDEST_UNITS))
    letters = max(1.0, (width - 2 * beside) / letter)
    lines = sum(_lines(line, letters) for line in text.split("\n"))
    return width, min(lines * line_high + 2 * above, look.NOTE_HIGHEST_UNITS)


def on_sheet(at: Point, sheet: Rect) -> Point:
    """The nearest corner for a new note that lies on the sheet, with its first line."""
    wide, high = look.NOTE_WIDTH_UNITS, note_size("", 0.0)[1]
    room = Rect(sheet.x, sheet.y, max(0.0, sheet.width - wide), max(0.0, sheet.height - high))
    return room.clamp(at).rounded()


def spot_for_note(journey: Journey, sheet: Rect, beside: Point, text: str, width: float) -> Point:
    """The upper left corner for a new note: near this point, on the sheet, covering nothing.

    Below is preferred, then to the right. Where everything is full it lies straight below, over
    what is there.
    """
    size = note_size(text, width)
    free = _free(journey, sheet, beside, size)
    if free is not None:
        return free
    inside = sheet.grown(-_GAP)
    return inside.clamp(Point(beside.x - width / 2, beside.y + _BELOW)).rounded()


def spot_for_compass(journey: Journey, sheet: Rect, beside: Point) -> Point:
    """The middle for a compass that is laid down: near this point, covering nothing."""
    free = _free(journey, sheet, beside, (_COMPASS, _COMPASS))
    return (beside if free is None else free + Point(_COMPASS / 2, _COMPASS / 2)).rounded()


def _free(journey: Journey, sheet: Rect, beside: Point, size: tuple[float, float]) -> Point | None:
    """The corner of the nearest room of this size."""
    inside = sheet.grown(-_GAP)
    taken = [rect.grown(_GAP) for rect in _taken(journey)]
    for offset in _offsets():
        middle = beside + offset
        spot = Rect.centred(middle, *size)
        whole = inside.contains(Point(spot.x, spot.y)) and inside.contains(
            Point(spot.right, spot.bottom)
        )
        if whole and not any(spot.intersects(rect) for rect in taken):
            return Point(spot.x, spot.y).rounded()
    return None


def _lines(words: str, letters: float) -> int:
    """How many lines of so many letters these words fill; only what is longer is broken."""
    lines, used = 1, 0.0
    for word in words.split():
        ahead = used + 1 + len(word) if used else len(word)
        if used and ahead > letters:
            lines, ahead = lines + 1, len(word)
        broken = max(0, math.ceil(ahead / letters) - 1)
        lines, used = lines + broken, ahead - broken * letters
    return lines


def _taken(journey: Journey) -> list[Rect]:
    return [
        *(Rect.centred(stop.at, _PIN, _PIN) for stop in journey.stops.values()),
        *(_around_photo(lie) for lie in arrangement(journey) if lie.shown),
        *(_around_note(note) for note in journey.notes.values()),
        *(
            Rect.centred(moment.at, _COMPASS, _COMPASS)
            for moment in journey.compass_moments.values()
        ),
    ]


def _around_photo(lie: Lie) -> Rect:
    side = lie.size + 2 * look.PHOTO_BORDER_UNITS
    return Rect.centred(lie.at, side, side)


def _around_note(note: Note) -> Rect:
    return Rect(note.at.x, note.at.y, *note_size(note.text, note.width, note.letters))


@cache
def _offsets() -> tuple[Point, ...]:
    """Where to look, the best spot first."""
    steps = [_STEP * count for count in range(-int(_REACH / _STEP), int(_REACH / _STEP) + 1)]
    return tuple(sorted((Point(x, y) for x in steps for y in steps), key=_reluctance))


def _reluctance(offset: Point) -> float:
    below = offset.y >= abs(offset.x)
    right = offset.x >= abs(offset.y)
    penalty = 0.0 if below else _NOT_BELOW if right else 2 * _NOT_BELOW
    return math.hypot(offset.x, offset.y) + penalty
