"""The map on a landscape leaf of its own, with everything the traveller laid and drew on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.arrangement import Lie, arrangement
from reisblog.model.book import Form
from reisblog.model.brush import flatten
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import in_lines, overlap
from reisblog.model.records import Pen
from reisblog.story import styles
from reisblog.story.map_drawing import View
from reisblog.story.map_key import PIN, map_key, map_title
from reisblog.story.map_notes import lay_notes, wished_slips, within_border
from reisblog.story.marks import (
    Halo,
    MapCrop,
    Mark,
    Page,
    Pin,
    Print,
)
from reisblog.story.photo_strips import shape
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag, item
from reisblog.story.told import map_told, photo_told
from reisblog.story.typesetting import parted
from reisblog.story.unseen import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reisblog.model.records import Note
    from reisblog.story.telling import Telling

_SIDES, _TOP, _FOOT = 18 * MM, 14 * MM, 22 * MM
_BESIDE = 45 * MM
"""Where so much is white beside the map, the key stands there and not below it."""
_PINS_IN_A_ROW = 4
_LONG_NUMBER = 3
_STEP = 2 * PIN + 1.6
_SOONER = 4.0
"""So much sooner a number covers a photo than a name; a slip goes out of its way."""
_NUDGES = ((0, 0), (0, 5), (0, -5), (7, 0), (-7, 0), (12, 0), (-12, 0), (0, 10), (20, 0), (-20, 0))
_NEAR = 40.0
"""Beyond this no name is moved."""
_PIECE = 16.0
"""Of a path, in map units."""


def map_leaf(telling: Telling) -> Page:
    """The whole map: photos and notes where they lie, paths, names, numbers at the pins."""
    page = telling.layout.leaf()
    frame = map_frame(telling, page)
    put_map(telling, page, frame, list(map_title(telling, page, frame)))
    return page


def put_map(telling: Telling, page: Page, frame: Rect, title: Sequence[Mark]) -> list[Note]:
    """Set the map into a frame with its title and its key.

    Returns:
        The notes that are not shown whole.
    """
    page.alike = True
    view = View(frame, telling.atlas.bounds)
    journey = telling.journey
    told = map_told(telling, whole=True)
    prints = list(_photos(telling, view))
    laid = [mark.rect.grown(mark.border) for mark in prints]
    names = _names(telling, view, laid)
    pins = _pins(telling, view, names, [*laid, *wished_slips(telling, view)])
    read = [*(name.box for name in names.values()), *(pin.box for pin in pins)]
    notes, cut = lay_notes(telling, view, read, laid)
    page.marks += [
        Anchor("map", 0.0, telling.gettext("The map"), Tag(Role.SECTION)),
        *title,
        MapCrop(view, mist=journey.mist, tag=told),
        MapCrop(view, tuple(journey.trails.values()), over=True, tag=told),
        *prints,
        *notes,
        *names.values(),
        *pins,
        *map_key(telling, page, view, next((pin for pin in pins if pin.hollow), None)),
    ]
    return cut


def _names(telling: Telling, view: View, taken: Sequence[Rect]) -> dict[str, Halo]:
    """Every place's exact name, moved a little where it would lie on photos, names or paths."""
    names: dict[str, Halo] = {}
    way = _way(telling, view)
    style, places = styles.MAP_NAME, Tag(Role.LIST)
    for key, place in telling.atlas.places.items():
        lines = [telling.line(part, style) for part in in_lines(place.name)]
        lines[:-1] = [parted(line, style.voice) for line in lines[:-1]]
        name = Halo(lines, view.on_paper(place.label), style, tag=item(places))
        choices = [
            _on_map(replace(name, centre=name.centre + Point(x, y)), view) for x, y in _NUDGES
        ]
        others = [*taken, *(name.box for name in names.values())]
        near = name.box.grown(_NEAR)
        walked = [piece for piece in way if piece.intersects(near)]
        names[key] = min(
            choices,
            key=lambda name: _covered(name.box, others) + _covered(name.box, walked) / 2,
        )
    return names


def _way(telling: Telling, view: View) -> list[Rect]:
    """Where paths run, as small squares one after another."""
    trails = (trail for trail in telling.journey.trails.values() if trail.pen is not Pen.DOODLE)
    return [
        Rect.centred(view.on_paper(Point(x, y)), _PIECE * view.scale, width * view.scale)
        for trail in trails
        for x, y, width in flatten(trail, step=_PIECE)
    ]


def _on_map(name: Halo, view: View) -> Halo:
    """The same name, moved until all of it stands inside the map's printed border."""
    box = name.box
    return replace(name, centre=name.centre + (within_border(view, box).centre - box.centre))


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


def _pins(
    telling: Telling, view: View, names: Mapping[str, Halo], laid: Sequence[Rect]
) -> list[Pin]:
    """The haltes' numbers: beside their place's name, clear of its drawing and what is laid."""
    at: dict[str | Point, list[tuple[str, str, bool]]] = {}
    for chapter in telling.outline.chapters:
        stop = chapter.stop
        number = telling.numbers[stop.id]
        spots: list[str | Point] = [key for key in stop.places if key in names]
        for index, spot in enumerate(spots or [Point(stop.at.x - 100, stop.at.y - 92)]):
            at.setdefault(spot, []).append((number, stop.id, index > 0))
    taken = [name.box for name in names.values()]
    pins: list[Pin] = []
    stops = Tag(Role.LIST)
    inside = view.frame.grown(-PIN - 2)
    for spot, numbers in at.items():
        across = _STEP * (min(_PINS_IN_A_ROW, len(numbers)) - 1)
        down = _STEP * ((len(numbers) - 1) // _PINS_IN_A_ROW)
        if isinstance(spot, Point):
            begins = [view.on_paper(spot) - Point(across / 2, 0.0)]
        else:
            name = names[spot].box
            middle, aside = name.centre, PIN + 1.5
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
                _SOONER * _covered(disc, taken) + _covered(disc, laid)
                for disc in (Rect.centred(centre, 2 * PIN, 2 * PIN) for centre in group)
            ),
        )
        for centre, (number, stop_id, hollow) in zip(centres, numbers, strict=True):
            style = styles.PIN_NUMBER if len(number) < _LONG_NUMBER else styles.PIN_LONG_NUMBER
            digits = telling.line(number, style)
            # Where the map is all there is, no chapter can be gone to.
            target = "" if telling.wish.form is Form.MAP else f"halte-{stop_id}"
            pins.append(Pin(centre, PIN, digits, style, hollow, target, item(stops)))
            taken.append(Rect.centred(centre, 2 * PIN, 2 * PIN))
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
