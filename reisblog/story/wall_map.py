"""The blank map with the names of its places: a sheet for the wall, a picture, a drawing."""

from __future__ import annotations

import contextlib
import io
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

from reisblog import look, resources
from reisblog.model.geometry import Point, Rect
from reisblog.model.naming import apart, in_lines
from reisblog.pdfium import ONE_AT_A_TIME
from reisblog.story import typesetting
from reisblog.story.bare_sheet import bare_sheet
from reisblog.story.lettering import outlines
from reisblog.story.map_drawing import MapDrawing, View
from reisblog.story.styles import MM, Style
from reisblog.story.tags import Role, Tag, item
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.atlas import Atlas, Place
    from reisblog.story.lettering import Placed
    from reisblog.story.sheet import Sheet
    from reisblog.story.typesetting import Line

_EDGE = 8 * MM
_PICTURE_PX = 4_800
_NAME_UNITS, _LINE = 28.0, 1.14
_HALO_SHARE, _BASELINE = 0.34, 0.86
_SVG_COMMANDS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


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


def write_blank_map(atlas: Atlas, target: BinaryIO, *, suffix: str, paper: Paper) -> None:
    """Write the map as what a file's ending says.

    Args:
        atlas: the map.
        target: takes it, all at once at the end.
        suffix: ``.png`` or ``.svg``; anything else is a PDF.
        paper: how large a PDF is.

    Raises:
        ExportError: the program's own drawing of the map is missing.
    """
    if suffix.casefold() == ".png":
        write_map_picture(atlas, target, _PICTURE_PX)
    elif suffix.casefold() == ".svg":
        write_map_drawing(atlas, target)
    else:
        write_wall_map(atlas, target, paper)


def write_wall_map(atlas: Atlas, target: BinaryIO, paper: Paper) -> None:
    """Write the map on one sheet, drawn as lines and shapes.

    Args:
        atlas: the map.
        target: takes the PDF, all at once at the end.
        paper: how large it is.

    Raises:
        ExportError: the program's own drawing of the map is missing.
    """
    width, height = paper.size
    scale = min((width - 2 * _EDGE) / atlas.width, (height - 2 * _EDGE) / atlas.height)
    frame = Rect.centred(Point(width / 2, height / 2), atlas.width * scale, atlas.height * scale)
    _write(atlas, target, width, height, frame)


def write_map_picture(atlas: Atlas, target: BinaryIO, width: int) -> None:
    """Write the map as a PNG of so many pixels wide, without an edge.

    Raises:
        ExportError: the program's own drawing of the map is missing.
    """
    import pypdfium2  # noqa: PLC0415 - for this alone

    document = io.BytesIO()
    _write(atlas, document, atlas.width, atlas.height, atlas.bounds)
    with (
        ONE_AT_A_TIME,
        contextlib.closing(pypdfium2.PdfDocument(document.getvalue())) as opened,
    ):
        picture = opened[0].render(scale=width / atlas.width).to_pil()
    picture.save(target, "png")


def write_map_drawing(atlas: Atlas, target: BinaryIO) -> None:
    """Write the map as an SVG: its own drawing, and over it the names as shapes.

    Args:
        atlas: the map.
        target: takes the SVG.
    """
    shapes = "".join(name.as_svg() for name in _names(atlas, View(atlas.bounds, atlas.bounds)))
    drawing = resources.map_files(atlas.folder).drawing
    whole, end, _rest = drawing.read_bytes().rpartition(b"</svg>")
    target.write(whole + f'<g id="names">{shapes}</g>\n'.encode() + end + b"\n")


def _write(atlas: Atlas, target: BinaryIO, width: float, height: float, frame: Rect) -> None:
    """A page of this size in points with the map in a frame."""
    sheet = bare_sheet(target, title=_("The map"), language="nl")
    map_drawing = MapDrawing(sheet, atlas)
    view = View(frame, atlas.bounds)
    names = Tag(Role.LIST)
    with sheet.page(width, height):
        with sheet.told(Tag(Role.FIGURE, alt=_("The map")), frame):
            map_drawing.draw(view)
        for name in _names(atlas, view):
            name.draw(sheet, item(names))
    sheet.finish()


class _Name:
    """A name in its lines, and the box it takes."""

    def __init__(self, place: Place, view: View) -> None:
        self._style = Style("title", _NAME_UNITS * view.scale, _NAME_UNITS * view.scale * _LINE)
        self._lines = [
            typesetting.set_one_line(line, voice=self._style.voice, width=float("inf"))
            for line in in_lines(place.name)
        ]
        self._lines[:-1] = [
            typesetting.parted(line, self._style.voice) for line in self._lines[:-1]
        ]
        room = 2 * _HALO_SHARE * self._style.size
        wide = max(line.width for line in self._lines) * self._style.size
        high = len(self._lines) * self._style.leading
        self.box = Rect.centred(view.on_paper(place.label), wide + room, high + room)

    @property
    def letters(self) -> float:
        """How high its letters are."""
        return self._style.size

    def draw(self, sheet: Sheet, tag: Tag) -> None:
        """Put all halos on paper, then the letters, which are this."""
        style = self._style
        for line, x, y in self._spots():
            sheet.halo(line, x, y, style.in_tint(look.PAPER), _HALO_SHARE * style.size)
        with sheet.told(tag, lines=self._lines):
            for line, x, y in self._spots():
                sheet.line(line, x, y, style)

    def as_svg(self) -> str:
        """The same as shapes of an SVG."""
        size = self._style.size
        placed = [glyph for line, x, y in self._spots() for glyph in outlines(line, x, y, size)]
        halo = f'stroke="{look.PAPER}" stroke-linejoin="round" fill="none" stroke-width="{{width}}"'
        edges = [
            _svg_path(glyph, halo.format(width=round(_HALO_SHARE * size / glyph.scale, 2)))
            for glyph in placed
        ]
        letters = [_svg_path(glyph, f'fill="{look.INK}"') for glyph in placed]
        return "".join((*edges, *letters))

    def _spots(self) -> Iterator[tuple[Line, float, float]]:
        """Each line with where it begins on its baseline."""
        style, centre = self._style, self.box.centre
        top = centre.y - len(self._lines) * style.leading / 2 + style.size * _BASELINE
        for row, line in enumerate(self._lines):
            yield line, centre.x - line.width * style.size / 2, top + row * style.leading


def _names(atlas: Atlas, view: View) -> Iterator[_Name]:
    names = [_Name(place, view) for place in atlas.places.values()]
    boxes = apart([name.box for name in names], view.frame, names[0].letters if names else 0.0)
    for name, box in zip(names, boxes, strict=True):
        name.box = box
        yield name


def _svg_path(glyph: Placed, paint: str) -> str:
    """A glyph as a path: PDF's operators come after their numbers, SVG's before them."""
    parts: list[str] = []
    numbers: list[str] = []
    for word in glyph.outline.split():
        if word in _SVG_COMMANDS:
            parts += [_SVG_COMMANDS[word], *numbers]
            numbers = []
        else:
            numbers.append(word)
    matrix = glyph.matrix.removesuffix(" cm").replace(" ", ",")
    return f'<path transform="matrix({matrix})" d="{" ".join(parts)}" {paint}/>'
