"""The cover: the map cropped towards where the traveller went, and the title on a slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reisblog.model.atlas import art_of
from reisblog.model.brush import flatten
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Pen
from reisblog.story import styles
from reisblog.story.map_drawing import View, fitted
from reisblog.story.marks import Anchor, MapCrop, Mark, Page, Slip, Text
from reisblog.story.styles import MM
from reisblog.story.tags import LATE, Role, Tag
from reisblog.story.told import map_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_EDGE = 6 * MM
"""What a school's printer does not reach, as it is printed."""
_SLIP_WIDTH, _SLIP_PART = 132 * MM, 0.7
"""A slip is no wider than this, and takes no more of the page's width."""
_PAD = 9 * MM
_CLOSEST = 820.0
_NARROWEST = 66 * MM
_AWAY = 10 * MM
_ROWS = 8
_LANDMARK = 24 * MM
_TRIES = 60
_SMALLER = (1.0, 0.82, 0.66, 0.54, 0.42)
_HIGHEST = 0.4
"""How much of the page's height a slip takes at most."""


def cover(telling: Telling) -> Page:
    """The first page of the book."""
    page = telling.layout.page(foot=False)
    edge = _EDGE / page.scale
    frame = Rect(edge, edge, page.width - 2 * edge, page.height - 2 * edge)
    page.label = telling.gettext("Cover")
    page.marks.append(Anchor("cover", 0.0, telling.title, Tag(Role.SECTION)))
    told = map_told(telling, whole=False)
    went = _went(telling)
    if went:
        view = View(frame, _region(telling, went, frame))
        trails = telling.journey.trails.values()
        doodles = tuple(trail for trail in trails if trail.pen is Pen.DOODLE)
        paths = tuple(trail for trail in trails if trail.pen is not Pen.DOODLE)
        page.marks += [
            MapCrop(view, doodles, mist=telling.journey.mist, tag=told),
            MapCrop(view, paths, spill=edge, over=True, tag=told),
        ]
        page.marks += _slip(telling, view, went)
    else:
        page.marks += _unvisited(telling, frame)
    return page


def _went(telling: Telling) -> list[Point]:
    """Where the traveller was: points along the paths, and the haltes, which weigh as much."""
    along = [
        Point(x, y)
        for trail in telling.journey.trails.values()
        if trail.pen is not Pen.DOODLE
        for x, y, _width in flatten(trail, step=40.0)
    ]
    weight = max(1, len(along) // (2 * max(1, len(telling.journey.stops))))
    haltes = [
        spot
        for stop in telling.journey.stops.values()
        for spot in [
            stop.at,
            *(telling.atlas.places[key].pin for key in stop.places if key in telling.atlas.places),
        ]
    ]
    loose = [photo.at for photo in telling.journey.photos.values() if photo.at is not None]
    return along + haltes * weight + loose


def _region(telling: Telling, went: Sequence[Point], frame: Rect) -> Rect:
    """The part of the map, in the frame's shape, that shows most of the way."""
    art = art_of(telling.atlas.bounds)
    shape = frame.width / frame.height
    bounds = Rect.around(went).grown(90)
    wanted = Rect.centred(
        bounds.centre, max(bounds.width, _CLOSEST * shape), max(bounds.height, _CLOSEST)
    )
    region = fitted(wanted, shape=shape, within=art)
    if region.width >= wanted.width:
        return region
    spare = max(0.0, wanted.width - region.width)
    choices = [
        Rect(
            min(max(wanted.x + spare * step / _TRIES, art.x), art.right - region.width),
            region.y, region.width, region.height,
        )
        for step in range(_TRIES + 1)
    ]  # fmt: skip
    middle = wanted.centre.x
    return max(
        choices,
        key=lambda choice: (
            sum(choice.contains(point) for point in went),
            -abs(choice.centre.x - middle),
        ),
    )


def _slip(telling: Telling, view: View, went: Sequence[Point]) -> Iterator[Mark]:
    """The title on paper, where it covers least of the way, of the haltes and of what is drawn."""
    title, name, height = _words(telling)
    frame = view.frame
    longest = max(
        [line.width * title.style.size for line in title.lines]
        + [line.width * styles.COVER_NAME.size for line in name]
    )
    width = min(_slip_width(telling), max(_NARROWEST, longest + 2 * _PAD))
    across, down = frame.width - 2 * _AWAY - width, frame.height - 2 * _AWAY - height
    spots = [
        Rect(frame.x + _AWAY + across * x, frame.y + _AWAY + down * y / _ROWS, width, height)
        for y in range(_ROWS + 1)
        for x in (0.0, 0.5, 1.0)
    ]
    on_paper = [view.on_paper(point) for point in went]
    drawn = [view.on_paper(place.pin) for place in telling.atlas.places.values()]

    def covered(spot: Rect) -> tuple[int, int]:
        near = spot.grown(12)
        landmark = Rect(spot.x, spot.y, spot.width, spot.height + _LANDMARK).grown(_LANDMARK / 2)
        return sum(map(near.contains, on_paper)), sum(map(landmark.contains, drawn))

    rect = min(spots, key=covered)
    yield Slip(rect, shade=3.0)
    y = rect.y + _PAD
    inner = width - 2 * _PAD
    yield replace(title, x=rect.x + _PAD, y=y, width=inner)
    if name:
        y += title.height + 8
        yield Text(name, rect.x + _PAD, y, inner, styles.COVER_NAME)


def _unvisited(telling: Telling, frame: Rect) -> Iterator[Mark]:
    """A journey still at home: the whole map, and the title above it or on a slip."""
    atlas = telling.atlas
    height = frame.width * atlas.height / atlas.width
    if height > frame.height - _HIGHEST * telling.layout.height:
        shape = frame.width / frame.height
        art = art_of(atlas.bounds)
        view = View(frame, fitted(art, shape=shape, within=art))
        yield MapCrop(view, mist=telling.journey.mist, tag=map_told(telling, whole=False))
        yield from _slip(telling, view, ())
        return
    below = Rect(frame.x, frame.bottom - height, frame.width, height)
    told = replace(map_told(telling, whole=True), order=LATE)
    yield MapCrop(View(below, atlas.bounds), mist=telling.journey.mist, tag=told)
    title, name, high = _words(telling)
    x, y = telling.layout.left, max(frame.y, (below.y - high) * 0.62)
    yield replace(title, x=x, y=y)
    if name:
        y += title.height + 8
        yield Text(name, x, y, title.width, styles.COVER_NAME)


def _slip_width(telling: Telling) -> float:
    return min(_SLIP_WIDTH, _SLIP_PART * telling.layout.width)


def _words(telling: Telling) -> tuple[Text, list[Line], float]:
    """The title, the traveller's name, and how high a slip with both is."""
    inner = _slip_width(telling) - 2 * _PAD
    name = telling.lines(telling.journey.traveller, styles.COVER_NAME, inner)
    below = 8 + len(name) * styles.COVER_NAME.leading if name else 0.0
    for part in _SMALLER:
        whole = styles.COVER_TITLE
        style = replace(whole, size=whole.size * part, leading=whole.leading * part)
        title = Text(telling.balanced(telling.title, style, inner), 0, 0, inner, style)
        height = title.height + below + 2 * _PAD - 4
        if height <= _HIGHEST * telling.layout.height or part == _SMALLER[-1]:
            return title, name, height
    raise AssertionError
