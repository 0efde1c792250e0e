"""The map on a landscape leaf of its own, with everything the traveller laid and drew on it."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.arrangement import Lie, arrangement
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Pen, Segment, Trail
from reisblog.story import styles
from reisblog.story.map_drawing import View
from reisblog.story.marks import Anchor, Halo, MapCrop, Mark, Page, Pin, Print, Slip, Text
from reisblog.story.photo_layout import shape
from reisblog.story.styles import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.story.telling import Telling

WIDTH, HEIGHT = styles.PAGE_HEIGHT, styles.PAGE_WIDTH
FRAME = Rect(18 * MM, 14 * MM, 261 * MM, 174 * MM)
_PIN = 2.75 * MM
_PINS_IN_A_ROW = 4
_KEY_WIDTH, _KEY_HEIGHT = 17 * MM, 4 * MM
_NOTE_LINES = 4


def map_leaf(telling: Telling) -> Page:
    """The whole map: photos and notes where they lie, paths, names, numbers at the pins."""
    view = View(FRAME, telling.atlas.bounds)
    journey = telling.journey
    page = Page(WIDTH, HEIGHT, foot=False)
    page.marks = [
        Anchor("map", 0.0, telling.gettext("The map")),
        MapCrop(view),
        MapCrop(view, tuple(journey.trails.values()), over=True),
        *_names(telling, view),
        *_photos(telling, view),
        *_notes(telling, view),
        *_pins(telling, view),
        *_key(telling),
    ]
    return page


def _names(telling: Telling, view: View) -> Iterator[Mark]:
    for place in telling.atlas.places.values():
        line = telling.line(place.short, styles.MAP_NAME)
        yield Halo(line, view.on_paper(place.label), styles.MAP_NAME)


def _photos(telling: Telling, view: View) -> Iterator[Mark]:
    for lie in arrangement(telling.journey):
        if lie.shown:
            yield _print(telling, view, lie)


def _print(telling: Telling, view: View, lie: Lie) -> Mark:
    photo = telling.journey.photos[lie.photo]
    aspect = shape(photo)
    side = lie.size * view.scale
    width, height = (side, side / aspect) if aspect >= 1 else (side * aspect, side)
    border = look.PHOTO_BORDER_UNITS * view.scale
    return Print(
        photo, Rect.centred(view.on_paper(lie.at), width, height), border=border, turn=lie.turn
    )


def _notes(telling: Telling, view: View) -> Iterator[Mark]:
    """Each note as a small slip with its first words; all of it stands in the book."""
    style = styles.MAP_NOTE
    for note in telling.journey.notes.values():
        if not note.text.strip():
            continue
        width = max(note.width * view.scale, 12 * MM)
        lines = telling.lines(note.text[:400], style, width - 6)
        if len(lines) > _NOTE_LINES:
            lines = [*lines[: _NOTE_LINES - 1], telling.line("\u2026", style)]
        corner = view.on_paper(note.at)
        yield Slip(Rect(corner.x, corner.y, width, len(lines) * style.leading + 5), shade=0.7)
        yield Text(lines, corner.x + 3, corner.y + 2.5, width - 6, style)


def _pins(telling: Telling, view: View) -> Iterator[Mark]:
    """The haltes' numbers, side by side where a place has several."""
    at: dict[Point, list[tuple[int, str, bool]]] = {}
    for number, chapter in enumerate(telling.outline.chapters, start=1):
        stop = chapter.stop
        places = [key for key in stop.places if key in telling.atlas.places]
        spots = [telling.atlas.places[key].pin for key in places] or [
            Point(stop.at.x - 100, stop.at.y - 92)
        ]
        for index, spot in enumerate(spots):
            at.setdefault(spot, []).append((number, stop.id, index > 0))
    step = 2 * _PIN + 1.6
    for spot, numbers in at.items():
        # A pin stands on its spot, so its disc lies above it, clear of the place's name.
        middle = view.on_paper(spot) + Point(0.0, -_PIN)
        for index, (number, stop_id, hollow) in enumerate(numbers):
            row, column = divmod(index, _PINS_IN_A_ROW)
            in_row = min(_PINS_IN_A_ROW, len(numbers) - row * _PINS_IN_A_ROW)
            centre = Point(middle.x + (column - (in_row - 1) / 2) * step, middle.y + row * step)
            digits = telling.line(str(number), styles.PIN_NUMBER)
            yield Pin(_inside(centre), _PIN, digits, styles.PIN_NUMBER, hollow, f"halte-{stop_id}")


def _inside(centre: Point) -> Point:
    return FRAME.grown(-_PIN - 2).clamp(centre)


def _key(telling: Telling) -> Iterator[Mark]:
    """The pens used, each with a sample in the tint it was used in most; the traveller's name."""
    gettext = telling.gettext
    words = {
        Pen.MINE: gettext("My path"),
        Pen.PASSED_BY: gettext("Passed by"),
        Pen.DREAMT: gettext("Dreamt"),
        Pen.DOODLE: gettext("Doodle"),
    }
    trails = list(telling.journey.trails.values())
    middle = FRAME.bottom + 9 * MM
    x = FRAME.x
    for pen, word in words.items():
        tints = Counter(trail.tint for trail in trails if trail.pen is pen)
        if not tints:
            continue
        tint = tints.most_common(1)[0][0]
        frame = Rect(x, middle - _KEY_HEIGHT / 2, _KEY_WIDTH, _KEY_HEIGHT)
        scale = FRAME.width / telling.atlas.width
        region = Rect(0, 0, frame.width / scale, frame.height / scale)
        yield MapCrop(View(frame, region), (_sample(pen, tint, region),), over=True)
        line = telling.line(word, styles.KEY)
        x += _KEY_WIDTH + 2.2 * MM
        width = line.width * styles.KEY.size
        yield Text([line], x, middle - styles.KEY.leading / 2, width, styles.KEY)
        x += width + 9 * MM
    said = " · ".join(part for part in (telling.title, telling.journey.traveller.strip()) if part)
    line = telling.line(said, styles.FOOT_TEXT, FRAME.right - x)
    yield Text(
        [line],
        x,
        middle - styles.FOOT_TEXT.leading / 2,
        FRAME.right - x,
        styles.FOOT_TEXT,
        align=1.0,
    )


def _sample(pen: Pen, tint: str, region: Rect) -> Trail:
    """A short calm wave."""
    inner = Rect(region.x + 8, region.y, region.width - 16, region.height)
    y, wave = inner.centre.y, inner.height * 0.3
    pieces = []
    count = 4
    step = inner.width / count
    for index in range(count):
        x, way = inner.x + index * step, math.copysign(wave, 0.5 - index % 2)
        width = 1.0 if index % 2 else 1.12
        pieces.append(
            Segment(
                Point(x + step * 0.36, y - way), Point(x + step * 0.64, y - way),
                Point(x + step, y), width,
            )
        )  # fmt: skip
    return Trail(id="sample", pen=pen, start=Point(inner.x, y), segments=tuple(pieces), tint=tint)
