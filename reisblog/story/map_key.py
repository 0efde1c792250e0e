"""What stands around the map on its leaf: its heading above, and below or beside it the key."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reisblog.model.book import Form
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Pen, Segment, Trail
from reisblog.story import styles
from reisblog.story.map_drawing import View
from reisblog.story.marks import MapCrop, Mark, MistSample, Page, Pin, Text, beside
from reisblog.story.styles import MM
from reisblog.story.tags import FIRST, Role, Tag, item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reisblog.story.telling import Telling

    _Sample = tuple[str, Callable[[Rect, Tag], Mark], float]

PIN = 2.75 * MM
"""The radius of a halte's number on the map."""
_ABOVE = 1.6 * MM
_BELOW, KEY_BELOW = 9 * MM, 6 * MM
"""From the map to the middle of its key; where it is all there is, more stands below that."""
_WIDTH, _HEIGHT, _STEP = 17 * MM, 4 * MM, 6.5 * MM
_SHORTER, _NEAREST = 9 * MM, 3 * MM
"""Where samples would stand nearer to one another, they are shorter."""
_BEFORE_WORD, _APART = 2.2 * MM, 9 * MM
_AWAY, _NARROWEST, _EDGE = 8 * MM, 34 * MM, 18 * MM
"""Beside the map: how far from it, how wide at least, how far from the page's edge."""


def map_title(telling: Telling, page: Page, frame: Rect) -> Iterator[Mark]:
    """In a book: what the leaf is and whose, as it may lie apart; the title stands on the cover."""
    who, style = telling.journey.traveller.strip(), styles.MAP_TITLE
    words, role = telling.gettext("The map"), Tag(Role.DECORATION)
    said = " \u00b7 ".join(part for part in (telling.title, who) if part)
    title = Tag(Role.HEADING, order=FIRST)
    small, column = styles.FOOT_TEXT, beside_map(page, frame)
    if column is not None:
        lines, style = telling.within(words, style, column.width, frame.height / 3)
        yield Text(lines, column.x, column.y, column.width, style, tag=title)
        below = column.y + len(lines) * style.leading + 3
        lines, small = telling.within(said, small, column.width, frame.height / 3)
        yield Text(lines, column.x, below, column.width, small, tag=role)
        return
    line = telling.line(said, small, 0.4 * frame.width)
    heading = telling.line(words, style, 0.55 * frame.width)
    top = frame.y - _ABOVE - style.leading
    yield beside([heading], frame.x, top, style, title)
    level = top + (style.leading - small.leading) / 2 + (style.size - small.size) * 0.34
    width = line.width * small.size
    if line.runs:
        yield beside([line], frame.right - width, level, small, role)


def map_key(telling: Telling, page: Page, view: View, elsewhere: Pin | None) -> Iterator[Mark]:
    """What was drawn with, each with a sample.

    Args:
        telling: what is told.
        page: the leaf.
        view: the map on it.
        elsewhere: a number with a white disc, if there is one.
    """
    frame, style, pens = view.frame, styles.KEY, Tag(Role.LIST)
    samples = list(_samples(telling, view, elsewhere, _WIDTH))
    column = beside_map(page, frame)
    if column is not None:
        middle = column.bottom - _HEIGHT / 2 - (len(samples) - 1) * _STEP
        for word, drawn, _wide in samples:
            tag = item(pens)
            yield drawn(Rect(column.x, middle - _HEIGHT / 2, _WIDTH, _HEIGHT), tag)
            x = column.x + _WIDTH + _BEFORE_WORD
            line = telling.line(word, style, column.right - x)
            y = middle - style.leading / 2
            yield Text([line], x, y, column.right - x, style, tag=tag)
            middle += _STEP
        return
    # Where the leaf is all there is, the colophon stands below the key.
    middle = frame.bottom + (KEY_BELOW if telling.wish.form is Form.MAP else _BELOW)
    lines = [telling.line(word, style) for word, _drawn, _wide in samples]
    words = sum(_BEFORE_WORD + line.width * style.size for line in lines)
    apart = _apart(words, samples, frame.width)
    if apart < _NEAREST:
        samples = list(_samples(telling, view, elsewhere, _SHORTER))
        apart = _apart(words, samples, frame.width)
    x = frame.x
    for line, (_word, drawn, wide) in zip(lines, samples, strict=True):
        tag = item(pens)
        yield drawn(Rect(x, middle - _HEIGHT / 2, wide, _HEIGHT), tag)
        x += wide + _BEFORE_WORD
        width = line.width * style.size
        yield Text([line], x, middle - style.leading / 2, width, style, tag=tag)
        x += width + apart


def _apart(words: float, samples: Sequence[_Sample], width: float) -> float:
    """How far samples stand from one another in one row with their words."""
    taken = words + sum(wide for _word, _drawn, wide in samples)
    return min(_APART, (width - taken) / max(1, len(samples) - 1))


def beside_map(page: Page, frame: Rect) -> Rect | None:
    """The column right of the map where that leaves so much white, or nothing."""
    left, right = frame.right + _AWAY, page.width - _EDGE
    if right - left <= _NARROWEST:
        return None
    return Rect(left, frame.y, right - left, frame.height)


def _samples(
    telling: Telling, view: View, elsewhere: Pin | None, width: float
) -> Iterator[_Sample]:
    """What the key tells: in words, how it is drawn in a frame, and how wide that is.

    The pens that were used, each in the tint it was used in most; mist; a white disc.
    """
    gettext = telling.gettext
    region = Rect(0, 0, width / view.scale, _HEIGHT / view.scale)
    words = {
        Pen.MINE: gettext("My path"),
        Pen.PASSED_BY: gettext("Passed by"),
        Pen.DREAMT: gettext("Dreamt"),
        Pen.DOODLE: gettext("Doodle"),
    }
    trails = list(telling.journey.trails.values())

    def stroke(trail: Trail) -> Callable[[Rect, Tag], Mark]:
        return lambda frame, _tag: MapCrop(View(frame, region), (trail,), over=True)

    for pen, word in words.items():
        tints = Counter(trail.tint for trail in trails if trail.pen is pen)
        if tints:
            yield word, stroke(sample(pen, tints.most_common(1)[0][0], region)), width
    if telling.journey.mist:
        yield gettext("Mist"), lambda frame, _tag: MistSample(View(frame, region)), width
    if elsewhere is not None:
        disc = replace(elsewhere, target="")
        yield (
            gettext("Also this stop"),
            lambda frame, tag: replace(disc, centre=frame.centre, tag=tag),
            2 * PIN,
        )


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
