"""The blank map with the names of its places, for the wall of a classroom."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import apart, in_lines
from reisblog.story import typesetting
from reisblog.story.map_drawing import MapDrawing, View
from reisblog.story.sheet import Quality, Sheet
from reisblog.story.styles import MM, Style
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.atlas import Atlas, Place
    from reisblog.model.records import Photo

_EDGE = 8 * MM
_NAME_UNITS, _LINE = 23.0, 1.16
_HALO_SHARE = 0.34


class Paper(StrEnum):
    """A sheet of paper, lying."""

    A4 = "a4"
    A3 = "a3"
    A2 = "a2"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420)}[self.value]
        return width * MM, height * MM


def write_wall_map(atlas: Atlas, target: BinaryIO, paper: Paper) -> None:
    """Write the map on one sheet, drawn as lines and shapes at any size.

    Args:
        atlas: the map.
        target: takes the PDF, all at once at the end.
        paper: how large it is.

    Raises:
        ExportError: the program's own drawing of the map is missing.
    """
    width, height = paper.size
    sheet = Sheet(
        title=_("The map"), author="", language="nl", pictures=_no_pictures, quality=Quality.PRINT
    )
    map_drawing = MapDrawing(sheet)
    scale = min((width - 2 * _EDGE) / atlas.width, (height - 2 * _EDGE) / atlas.height)
    frame = Rect.centred(Point(width / 2, height / 2), atlas.width * scale, atlas.height * scale)
    view = View(frame, atlas.bounds)
    with sheet.page(width, height):
        map_drawing.draw(view)
        for name in _names(atlas, view):
            name.draw(sheet)
    sheet.finish(target)


class _Name:
    """A name in its lines, and the box it takes."""

    def __init__(self, place: Place, view: View) -> None:
        self._style = Style("title", _NAME_UNITS * view.scale, _NAME_UNITS * view.scale * _LINE)
        self._lines = [
            typesetting.set_one_line(line, voice=self._style.voice, width=float("inf"))
            for line in in_lines(place.name)
        ]
        room = 2 * _HALO_SHARE * self._style.size
        wide = max(line.width for line in self._lines) * self._style.size
        high = len(self._lines) * self._style.leading
        self.box = Rect.centred(view.on_paper(place.label), wide + room, high + room)

    @property
    def letters(self) -> float:
        """How high its letters are."""
        return self._style.size

    def draw(self, sheet: Sheet) -> None:
        """Put all halos on paper, then the letters."""
        style, centre = self._style, self.box.centre
        top = centre.y - len(self._lines) * style.leading / 2
        spots = [
            (
                line,
                centre.x - line.width * style.size / 2,
                top + row * style.leading + style.size * 0.86,
            )
            for row, line in enumerate(self._lines)
        ]
        for line, x, y in spots:
            sheet.halo(line, x, y, style.in_tint(look.PAPER), _HALO_SHARE * style.size)
        for line, x, y in spots:
            sheet.line(line, x, y, style)


def _names(atlas: Atlas, view: View) -> Iterator[_Name]:
    names = [_Name(place, view) for place in atlas.places.values()]
    boxes = apart([name.box for name in names], view.frame, names[0].letters if names else 0.0)
    for name, box in zip(names, boxes, strict=True):
        name.box = box
        yield name


def _no_pictures(photo: Photo, *, side: int) -> bytes:
    raise AssertionError(photo, side)
