"""The map on a landscape leaf of its own, with everything the traveller laid and drew on it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.arrangement import Lie, arrangement
from reisblog.model.book import Form
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import in_lines, overlap
from reisblog.model.records import Pen, Segment, Trail
from reisblog.story import styles
from reisblog.story.map_drawing import View
from reisblog.story.marks import (
    Halo,
    MapCrop,
    Mark,
    MistSample,
    Page,
    Pin,
    Print,
    Slip,
    Text,
    beside,
)
from reisblog.story.photo_layout import shape
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag, item
from reisblog.story.told import map_told, photo_told
from reisblog.story.typesetting import parted
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reisblog.model.records import Note
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_SIDES, _TOP, _FOOT = 18 * MM, 14 * MM, 22 * MM
_BESIDE = 45 * MM
"""Where so much is white beside the map, the key stands there and not below it."""
_ASIDE, _KEY_ASIDE = 8 * MM, 34 * MM
_PIN = 2.75 * MM
_PINS_IN_A_ROW = 4
_LONG_NUMBER = 3
_KEY_WIDTH, _KEY_HEIGHT, _KEY_STEP = 17 * MM, 4 * MM, 6.5 * MM
_STEP = 2 * _PIN + 1.6
_NOTE_LINES, _NOTE_WIDTH, _NOTE_PAD = 4, 26 * MM, 3.6
_NOTE_LETTERS = 400
_BORDER = 5 * MM
_BELOW, KEY_BELOW = 9 * MM, 6 * MM
"""From the map to the middle of its key; where it is all there is, more stands below that."""
_NUDGES = ((0, 0), (0, 5), (0, -5), (7, 0), (-7, 0), (12, 0), (-12, 0), (0, 10), (20, 0), (-20, 0))
_NOTE_NUDGES = ((0, 0), (0, 9), (0, -9), (9, 0), (-9, 0), (0, 18), (0, -18), (18, 0), (-18, 0))


def map_leaf(telling: Telling) -> Page:
    """The whole map: photos and notes where they lie, paths, names, numbers at the pins."""
    page = telling.layout.leaf()
    put_map(telling, page, map_frame(telling, page))
    return page


def put_map(telling: Telling, page: Page, frame: Rect, title: Sequence[Mark] = ()) -> list[Note]:
    """Set the map into a frame with its key, and give the notes that are not shown whole."""
    view = View(frame, telling.atlas.bounds)
    journey = telling.journey
    told = map_told(telling, whole=True)
    prints = list(_photos(telling, view))
    laid = [mark.rect.grown(mark.border) for mark in prints]
    names = _names(telling, view, laid)
    pins = _pins(telling, view, names, laid)
    taken = [
        *laid,
        *(name.box for name in names.values()),
        *(Rect.centred(pin.centre, 2 * _PIN, 2 * _PIN) for pin in pins),
    ]
    page.marks += [
        Anchor("map", 0.0, telling.gettext("The map"), Tag(Role.SECTION)),
        *title,
        MapCrop(view, mist=journey.mist, tag=told),
        MapCrop(view, tuple(journey.trails.values()), over=True, tag=told),
        *prints,
        *_notes(telling, view, taken),
        *names.values(),
        *pins,
        *_key(telling, page, view),
    ]
    return [note for note in _said(telling) if not _first_words(telling, view, note)[1]]


def _names(telling: Telling, view: View, taken: Sequence[Rect]) -> dict[str, Halo]:
    """Every place's exact name, moved a little where it would lie on a photo or another name."""
    names: dict[str, Halo] = {}
    style, places = styles.MAP_NAME, Tag(Role.LIST)
    for key, place in telling.atlas.places.items():
        lines = [telling.line(part, style) for part in in_lines(place.name)]
        lines[:-1] = [parted(line, style.voice) for line in lines[:-1]]
        name = Halo(lines, view.on_paper(place.label), style, tag=item(places))
        choices = [
            _on_map(replace(name, centre=name.centre + Point(x, y)), view) for x, y in _NUDGES
        ]
        others = [*taken, *(name.box for name in names.values())]
        names[key] = min(choices, key=lambda name: _covered(name.box, others))
    return names


def _on_map(name: Halo, view: View) -> Halo:
    """The same name, moved until all of it stands inside the map's printed border."""
    box = name.box
    return replace(name, centre=name.centre + (_within(view, box).centre - box.centre))


def _covered(rect: Rect, taken: Sequence[Rect]) -> float:
    """How much of what is taken already, in square points, this would cover."""
    return round(sum(overlap(rect, other) for other in taken), 1)


def _photos(telling: Telling, view: View) -> Iterator[Print]:
    for lie in arrangement(telling.journey):
        if lie.shown:
            yield _print(telling, view, lie)


def _print(telling: Telling, view: View, lie: Lie) -> Print:
    photo = telling.journey.photos[lie.photo]
    aspect = shape(photo)
    side = lie.size * view.scale
    width, height = (side, side / aspect) if aspect >= 1 else (side * aspect, side)
    border = look.PHOTO_BORDER_UNITS * view.scale
    return Print(
        photo,
        Rect.centred(view.on_paper(lie.at), width, height),
        border=border,
        turn=lie.turn,
        tag=photo_told(telling, photo),
    )


def _notes(telling: Telling, view: View, taken: Sequence[Rect]) -> Iterator[Mark]:
    """Each note as a small slip with its first words; all of it stands elsewhere in the book.

    Its type is as large as reading asks, so the slip may be larger than on the map itself.
    """
    for note in _said(telling):
        style = styles.MAP_NOTES[note.letters]
        lines, _whole = _first_words(telling, view, note)
        inner = max(line.width * style.size for line in lines)
        width, height = inner + 2 * _NOTE_PAD, len(lines) * style.leading + 5
        corner = view.on_paper(note.at)
        choices = [
            _within(view, Rect(corner.x + x, corner.y + y, width, height)) for x, y in _NOTE_NUDGES
        ]
        rect = min(choices, key=lambda choice: _covered(choice, taken))
        yield Slip(rect, tint=styles.SLIPS[note.tint], shade=0.7)
        tag = Tag(Role.PARAGRAPH, Tag(Role.NOTE))
        yield Text(lines, rect.x + _NOTE_PAD, rect.y + 2.5, inner, style, tag=tag)


def _said(telling: Telling) -> list[Note]:
    return [note for note in telling.journey.notes.values() if note.text.strip()]


def _first_words(telling: Telling, view: View, note: Note) -> tuple[list[Line], bool]:
    """The lines of a slip, and whether they are all that the note says."""
    style, text = styles.MAP_NOTES[note.letters], note.text.strip()
    width = max(note.width * view.scale, _NOTE_WIDTH) - 2 * _NOTE_PAD
    lines = telling.lines(text[:_NOTE_LETTERS], style, width)
    if len(lines) <= _NOTE_LINES and len(text) <= _NOTE_LETTERS:
        return lines, True
    return [*lines[: _NOTE_LINES - 1], telling.line("\u2026", style)], False


def _within(view: View, rect: Rect) -> Rect:
    """The same inside the map's printed border."""
    room = view.frame.grown(-_BORDER)
    return Rect(
        max(room.x, min(rect.x, room.right - rect.width)),
        max(room.y, min(rect.y, room.bottom - rect.height)),
        rect.width,
        rect.height,
    )


def _pins(
    telling: Telling, view: View, names: Mapping[str, Halo], photos: Sequence[Rect]
) -> list[Pin]:
    """The haltes' numbers: beside the name of their place, clear of its drawing and of photos."""
    at: dict[str | Point, list[tuple[str, str, bool]]] = {}
    for chapter in telling.outline.chapters:
        stop = chapter.stop
        number = telling.numbers[stop.id]
        spots: list[str | Point] = [key for key in stop.places if key in names]
        for index, spot in enumerate(spots or [Point(stop.at.x - 100, stop.at.y - 92)]):
            at.setdefault(spot, []).append((number, stop.id, index > 0))
    taken = [*photos, *(name.box for name in names.values())]
    pins: list[Pin] = []
    stops = Tag(Role.LIST)
    inside = view.frame.grown(-_PIN - 2)
    for spot, numbers in at.items():
        across = _STEP * (min(_PINS_IN_A_ROW, len(numbers)) - 1)
        down = _STEP * ((len(numbers) - 1) // _PINS_IN_A_ROW)
        if isinstance(spot, Point):
            begins = [view.on_paper(spot) - Point(across / 2, 0.0)]
        else:
            name = names[spot].box
            middle, aside = name.centre, _PIN + 1.5
            begins = [
                Point(name.x - aside - across, middle.y),
                Point(name.right + aside, middle.y),
                Point(middle.x - across / 2, name.bottom + aside),
                Point(middle.x - across / 2, name.y - aside - down),
            ]
        groups = [
            [
                inside.clamp(
                    begin + Point(index % _PINS_IN_A_ROW, index // _PINS_IN_A_ROW).scaled(_STEP)
                )
                for index in range(len(numbers))
            ]
            for begin in begins
        ]
        centres = min(
            groups,
            key=lambda group: sum(
                _covered(Rect.centred(centre, 2 * _PIN, 2 * _PIN), taken) for centre in group
            ),
        )
        for centre, (number, stop_id, hollow) in zip(centres, numbers, strict=True):
            style = styles.PIN_NUMBER if len(number) < _LONG_NUMBER else styles.PIN_LONG_NUMBER
            digits = telling.line(number, style)
            # Where the map is all there is, no chapter can be gone to.
            target = "" if telling.wish.form is Form.MAP else f"halte-{stop_id}"
            pins.append(Pin(centre, _PIN, digits, style, hollow, target, item(stops)))
            taken.append(Rect.centred(centre, 2 * _PIN, 2 * _PIN))
    return pins


def map_frame(telling: Telling, page: Page, *, head: float = 0.0, below: float = 0.0) -> Rect:
    """The map as large as the page allows; in the middle, or beside the key where that fits.

    Args:
        telling: what is told.
        page: the leaf.
        head: so much stays free above it.
        below: so much stays free under the key.
    """
    shape = telling.atlas.width / telling.atlas.height
    tall = Rect(_SIDES, _TOP, (page.height - 2 * _TOP) * shape, page.height - 2 * _TOP)
    if page.width - _SIDES - tall.right > _BESIDE:
        return tall
    top = _TOP + head
    width = min(page.width - 2 * _SIDES, (page.height - top - _FOOT - below) * shape)
    return Rect(page.width / 2 - width / 2, top, width, width / shape)


def _key(telling: Telling, page: Page, view: View) -> Iterator[Mark]:
    """What was drawn with, each with a sample; in a book whose it is, small."""
    frame, style = view.frame, styles.KEY
    alone = telling.wish.form is Form.MAP
    said = " · ".join(part for part in (telling.title, telling.journey.traveller.strip()) if part)
    region = Rect(0, 0, _KEY_WIDTH / view.scale, _KEY_HEIGHT / view.scale)
    pens, title = Tag(Role.LIST), Tag(Role.DECORATION)
    if aside := beside_map(page, frame):
        left, wide = aside.x, aside.width
        if not alone:
            lines = telling.lines(said, styles.FOOT_TEXT, wide)
            yield Text(lines, left, frame.y, wide, styles.FOOT_TEXT, tag=title)
        samples = list(_in_key(telling, region))
        middle = frame.bottom - _KEY_HEIGHT / 2 - (len(samples) - 1) * _KEY_STEP
        for word, trail in samples:
            yield _drawn(trail, View(_sample_frame(left, middle), region))
            x = left + _KEY_WIDTH + 2.2 * MM
            line = telling.line(word, style, left + wide - x)
            y = middle - style.leading / 2
            yield Text([line], x, y, left + wide - x, style, tag=item(pens))
            middle += _KEY_STEP
        return
    middle, x = frame.bottom + (KEY_BELOW if alone else _BELOW), frame.x
    for word, trail in _in_key(telling, region):
        yield _drawn(trail, View(_sample_frame(x, middle), region))
        line = telling.line(word, style)
        x += _KEY_WIDTH + 2.2 * MM
        width = line.width * style.size
        yield Text([line], x, middle - style.leading / 2, width, style, tag=item(pens))
        x += width + 9 * MM
    if alone:
        return
    small, room = styles.FOOT_TEXT, frame.right - x
    line = telling.line(said, small)
    if line.width * small.size > room:
        line = telling.line(telling.journey.traveller.strip() or telling.title, small, room)
    width = line.width * small.size
    yield beside([line], frame.right - width, middle - small.leading / 2, small, title)


def beside_map(page: Page, frame: Rect) -> Rect | None:
    """The white at the right of a map on a wide page, if there is room for the key."""
    left = frame.right + _ASIDE
    wide = page.width - _SIDES - left
    return Rect(left, frame.y, wide, frame.height) if wide > _KEY_ASIDE else None


def _sample_frame(x: float, middle: float) -> Rect:
    return Rect(x, middle - _KEY_HEIGHT / 2, _KEY_WIDTH, _KEY_HEIGHT)


def _drawn(trail: Trail | None, view: View) -> Mark:
    return MistSample(view) if trail is None else MapCrop(view, (trail,), over=True)


def _in_key(telling: Telling, region: Rect) -> Iterator[tuple[str, Trail | None]]:
    """The pens used, each with a stroke in the tint it was used in most; mist has no stroke."""
    gettext = telling.gettext
    words = {
        Pen.MINE: gettext("My path"),
        Pen.PASSED_BY: gettext("Passed by"),
        Pen.DREAMT: gettext("Dreamt"),
        Pen.DOODLE: gettext("Doodle"),
    }
    trails = list(telling.journey.trails.values())
    for pen, word in words.items():
        tints = Counter(trail.tint for trail in trails if trail.pen is pen)
        if tints:
            yield word, sample(pen, tints.most_common(1)[0][0], region)
    if telling.journey.mist:
        yield gettext("Mist"), None


def sample(pen: Pen, tint: str, region: Rect) -> Trail:
    """A short calm wave, for a key."""
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
    return Trail(
        id=f"sample.{pen}", pen=pen, start=Point(inner.x, y), segments=tuple(pieces), tint=tint
    )
