"""The cover: the map cropped towards where the traveller went, and the title on a slip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reisblog.model.atlas import art_of
from reisblog.model.brush import flatten
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import overlap
from reisblog.model.records import Pen
from reisblog.story import styles
from reisblog.story.map_drawing import View, fitted
from reisblog.story.marks import MapCrop, Mark, Page, Print, Slip, Text
from reisblog.story.photo_layout import at_most
from reisblog.story.styles import MM
from reisblog.story.tags import LATE, Role, Tag
from reisblog.story.told import map_told, photo_told
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reisblog.model.records import Photo
    from reisblog.story.telling import Telling

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
_BELOW_TITLE = 8.0
_PHOTO, _BORDER, _ASKEW = 0.34, 2.6 * MM, -2.5
"""The photo on the cover: its long side in the frame's short one, its white edge, its tilt."""
_SMALLER = (1.0, 0.82, 0.66, 0.54, 0.42)
_HIGHEST, _NAME_HIGHEST = 0.4, 0.12
"""How much of the page's height a slip takes at most."""


def cover(telling: Telling) -> Page:
    """The first page of the book."""
    page = telling.layout.page(foot=False)
    edge = _EDGE / page.scale
    frame = Rect(edge, edge, page.width - 2 * edge, page.height - 2 * edge)
    page.label, page.alike = telling.gettext("Cover"), True
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
        page.marks += _laid(telling, view, went)
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


def _laid(telling: Telling, view: View, went: Sequence[Point]) -> Iterator[Mark]:
    """The title on its slip, and a photo, where each covers least of the way and of what is drawn.

    The title comes first and looks for its place first; the photo goes beside it.
    """
    taken: list[Rect] = []
    free = _Free(telling, view, went)
    title = _Title(telling)
    slip = free.spot(title.width, title.height, taken)
    taken.append(slip)
    if photo := _photo(telling):
        side = _PHOTO * min(view.frame.width, view.frame.height)
        size = at_most(photo, side, side)
        paper = free.spot(size.width + 2 * _BORDER, size.height + 2 * _BORDER, taken)
        told = replace(photo_told(telling, photo), order=LATE)
        yield Print(photo, paper.grown(-_BORDER), border=_BORDER, turn=_ASKEW, tag=told)
    yield Slip(slip, tint=styles.SLIPS[telling.wish.cover_tint], shade=3.0)
    yield from title.marks(slip)


def _photo(telling: Telling) -> Photo | None:
    """The traveller's choice."""
    return telling.journey.photos.get(telling.wish.cover_photo or "")


class _Free:
    """Knows which spots of the cover cover least."""

    def __init__(self, telling: Telling, view: View, went: Sequence[Point]) -> None:
        self._frame = view.frame
        self._way = [view.on_paper(point) for point in went]
        self._drawn = [view.on_paper(place.pin) for place in telling.atlas.places.values()]

    def spot(self, width: float, height: float, taken: Sequence[Rect]) -> Rect:
        """Where something of this size goes, clear of what is taken."""
        frame = self._frame
        across, down = frame.width - 2 * _AWAY - width, frame.height - 2 * _AWAY - height
        spots = [
            Rect(frame.x + _AWAY + across * x, frame.y + _AWAY + down * y / _ROWS, width, height)
            for y in range(_ROWS + 1)
            for x in (0.0, 0.5, 1.0)
        ]
        return min(spots, key=lambda spot: self._covered(spot, taken))

    def _covered(self, spot: Rect, taken: Sequence[Rect]) -> tuple[float, int, int]:
        near = spot.grown(12)
        landmark = Rect(spot.x, spot.y, spot.width, spot.height + _LANDMARK).grown(_LANDMARK / 2)
        return (
            sum(overlap(near, other) for other in taken),
            sum(map(near.contains, self._way)),
            sum(map(landmark.contains, self._drawn)),
        )


def _unvisited(telling: Telling, frame: Rect) -> Iterator[Mark]:
    """A journey still at home: the whole map, and the title above it or on a slip."""
    atlas = telling.atlas
    height = frame.width * atlas.height / atlas.width
    if _photo(telling) or height > frame.height - _HIGHEST * telling.layout.height:
        shape = frame.width / frame.height
        art = art_of(atlas.bounds)
        view = View(frame, fitted(art, shape=shape, within=art))
        yield MapCrop(view, mist=telling.journey.mist, tag=map_told(telling, whole=False))
        yield from _laid(telling, view, ())
        return
    below = Rect(frame.x, frame.bottom - height, frame.width, height)
    told = replace(map_told(telling, whole=True), order=LATE)
    yield MapCrop(View(below, atlas.bounds), mist=telling.journey.mist, tag=told)
    title = _Title(telling)
    left = telling.layout.left - _PAD
    top = max(frame.y, (below.y - title.height) * 0.62)
    yield from title.marks(Rect(left, top, title.width, title.height))


class _Title:
    """The title, the traveller's name and their school, as they stand on a slip of paper.

    Attributes:
        width: of the slip.
        height: of the slip.
    """

    def __init__(self, telling: Telling) -> None:
        widest = min(_SLIP_WIDTH, _SLIP_PART * telling.layout.width)
        inner, highest = widest - 2 * _PAD, _NAME_HIGHEST * telling.layout.height
        self._below = [
            telling.within(words, style, inner, highest, lay=telling.names)
            for words, style in (
                (telling.journey.traveller, styles.COVER_NAME),
                (telling.wish.school, styles.COVER_SCHOOL),
            )
            if words.strip()
        ]
        below = sum(len(lines) * style.leading for lines, style in self._below)
        below += _BELOW_TITLE if self._below else 0.0
        for part in _SMALLER:
            self._style = styles.sized(styles.COVER_TITLE, styles.COVER_TITLE.size * part)
            self._lines = telling.balanced(telling.title, self._style, inner)
            self.height = len(self._lines) * self._style.leading + below + 2 * _PAD - 4
            if self.height <= _HIGHEST * telling.layout.height:
                break
        longest = max(
            line.width * style.size
            for lines, style in [(self._lines, self._style), *self._below]
            for line in lines
        )
        self.width = min(widest, max(_NARROWEST, longest + 2 * _PAD))

    def marks(self, slip: Rect) -> Iterator[Text]:
        """The words on a slip that lies here."""
        x, y, inner = slip.x + _PAD, slip.y + _PAD, slip.width - 2 * _PAD
        title = Text(self._lines, x, y, inner, self._style)
        yield title
        y += title.height + _BELOW_TITLE
        for lines, style in self._below:
            words = Text(lines, x, y, inner, style)
            yield words
            y += words.height
