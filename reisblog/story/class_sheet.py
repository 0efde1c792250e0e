"""The class map on paper: small maps side by side, each with its own paths, as lines and shapes.

A map is in the document once, however often it hangs there. No path is laid over another's map.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Protocol

import msgspec

from reisblog import look, texts
from reisblog.model.atlas import art_of
from reisblog.model.class_map import LIGHT
from reisblog.model.geometry import Rect
from reisblog.model.records import Pen
from reisblog.model.wall import Wall, capacity, filled
from reisblog.story import styles, typesetting
from reisblog.story.bare_sheet import bare_sheet
from reisblog.story.ink_drawing import draw_trails
from reisblog.story.map_drawing import MapDrawing, View
from reisblog.story.map_key import sample
from reisblog.story.mist_drawing import draw_mist
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag, item
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reisblog.model.atlas import Atlas
    from reisblog.model.class_map import SmallMap
    from reisblog.model.records import Trail
    from reisblog.story.sheet import Sheet
    from reisblog.story.wall_map import Paper

    Journeys = Sequence[tuple[SmallMap, Atlas]]

NAME = 0.165
"""How high the room below a map is for a name, by the map's width."""
_LETTERS, _BASELINE = 0.08, 0.115
"""How high a name's letters are and how far below the map they stand, by its width."""
_A2 = 594 * MM, 420 * MM
_EDGE, _HEAD, _FOOT = 16 * MM, 21 * MM, 13 * MM
"""On A2; on less paper by as much less."""
_TITLE = replace(styles.COVER_TITLE, size=40, leading=46)
_KEY = replace(styles.KEY, size=15, leading=20)
_COLOPHON = replace(styles.COLOPHON, size=11, leading=15)
_SMALLEST = 7.5
_LEAST = 50 * MM
"""How wide a map is at least."""
_SAMPLE = Rect(0.0, 0.0, 110.0, 26.0)
_SAMPLE_SCALE, _TO_WORD, _BETWEEN = 0.55, 9.0, 34.0


class Land(Protocol):
    """A map that is in the document."""

    def draw(self, view: View) -> None:
        """Draw what the view shows of it."""


def write_class_sheet(journeys: Journeys, target: BinaryIO, paper: Paper) -> None:
    """Write the sheets, as many as it takes for every map to be seen well.

    Args:
        journeys: what is shown of each, and the map it lies on; at least one.
        target: takes the PDF.
        paper: how large a sheet is, lying.

    Raises:
        ExportError: the program's own drawing of a map is missing.
    """
    ClassSheets(journeys, target, *paper.size, least=_LEAST).write()


class ClassSheets:
    """The document that is being written."""

    def __init__(
        self,
        journeys: Journeys,
        target: BinaryIO,
        width: float,
        height: float,
        *,
        least: float = 0.0,
        drawing: Callable[[Sheet, Atlas, str], Land] = MapDrawing,
    ) -> None:
        """Begin it.

        Args:
            journeys: what is shown of each, and the map it lies on; at least one.
            target: takes the PDF.
            width: of a sheet, in points.
            height: of a sheet, in points.
            least: how wide a map is at least, in points; without it all hang on one sheet.
            drawing: puts a map into the document, under a name.
        """
        self._journeys = journeys
        self._width, self._height, self._least = width, height, least
        self._larger = min(width / _A2[0], height / _A2[1])
        self._drawing = drawing
        self._sheet = bare_sheet(target, title=_("Class map"), language=texts.language())
        self._maps: dict[str, Land] = {}

    def write(self) -> None:
        """Write all of it."""
        wall, each = self._wall()
        for first in range(0, len(self._journeys), each):
            some = self._journeys[first : first + each]
            with self._sheet.page(self._width, self._height):
                self._draw_title(wall.left)
                frames = wall._replace(number=len(some)).frames()
                for number, ((small, atlas), frame) in enumerate(zip(some, frames, strict=True)):
                    self._hang(str(first + number), small, atlas, frame)
                self._draw_key(wall.left)
        self._sheet.finish()

    @property
    def _edge(self) -> float:
        return _EDGE * self._larger

    def _wall(self) -> tuple[Wall, int]:
        """How maps hang on a sheet, and how many: on each about as many."""
        top, foot = self._edge + _HEAD * self._larger, self._edge + _FOOT * self._larger
        wide, high = self._width - 2 * self._edge, self._height - top - foot
        room = Rect(self._edge, top, wide, high)
        arts = [art_of(atlas.bounds) for _small, atlas in self._journeys]
        shape = min(art.width / art.height for art in arts)
        name = NAME if any(small.name for small, _atlas in self._journeys) else 0.0
        count = len(self._journeys)
        each = count
        if self._least:
            most = capacity(room, shape=shape, name=name, least=self._least)
            each = math.ceil(count / math.ceil(count / most))
        return filled(each, room, shape=shape, name=name), each

    def _hang(self, key: str, small: SmallMap, atlas: Atlas, frame: Rect) -> None:
        sheet = self._sheet
        art = art_of(atlas.bounds)
        height = frame.width * art.height / art.width
        view = View(Rect(frame.x, frame.bottom - height, frame.width, height), art)
        told = _("The journey of {name}").format(name=small.name) if small.name else _("A journey")
        with sheet.told(Tag(Role.FIGURE, alt=told), view.frame):
            self._map_of(atlas).draw(view)
            with sheet.apart():
                sheet.see_through(LIGHT)
                sheet.ink(fill=look.WHITE)
                sheet.rect(view.frame)
            if small.mist:
                draw_mist(sheet, view, small.mist, atlas.bounds, f"-{key}")
            trails = [_called(trail, f"{key}-{trail.id}") for trail in small.trails]
            draw_trails(sheet, View(view.frame, art_of(small.sheet)), trails)
        with sheet.apart():
            sheet.ink(line=look.MAP_LINE, width=0.6 * self._larger)
            sheet.rect(view.frame, paint="S")
        if small.name:
            self._draw_name(small.name, frame)

    def _draw_name(self, name: str, frame: Rect) -> None:
        size = max(_SMALLEST, _LETTERS * frame.width)
        style = styles.sized(styles.CAPTION, size)
        style = replace(style, voice="reading", tint=look.INK)
        line = typesetting.set_one_line(name, voice=style.voice, width=frame.width / size)
        x = frame.centre.x - line.width * size / 2
        with self._sheet.told(Tag(Role.CAPTION), lines=[line]):
            self._sheet.line(line, x, frame.bottom + _BASELINE * frame.width, style)

    def _draw_title(self, left: float) -> None:
        style = styles.sized(_TITLE, _TITLE.size * self._larger)
        line = typesetting.set_one_line(_("Class map"), voice=style.voice, width=float("inf"))
        with self._sheet.told(Tag(Role.TITLE), lines=[line]):
            self._sheet.line(line, left, self._edge + 0.75 * style.size, style)

    def _draw_key(self, left: float) -> None:
        """The pens that were drawn with, and whose idea the map is."""
        style = styles.sized(_KEY, max(_SMALLEST, _KEY.size * self._larger))
        unit, x = style.size / _KEY.size, left
        baseline = self._height - self._edge
        pens, used = Tag(Role.LIST), {
            trail.pen for small, _atlas in self._journeys for trail in small.trails
        }  # fmt: skip
        for pen, (word, tint) in _pens().items():
            if pen not in used:
                continue
            high, wide = _SAMPLE.height * unit, _SAMPLE.width * unit
            middle = baseline - 0.3 * style.size
            frame = Rect(x, middle - high / 2, wide, high)
            region = Rect(0.0, 0.0, _SAMPLE.width / _SAMPLE_SCALE, _SAMPLE.height / _SAMPLE_SCALE)
            draw_trails(self._sheet, View(frame, region), [sample(pen, tint, region)])
            line = typesetting.set_one_line(word, voice=style.voice, width=float("inf"))
            x += wide + _TO_WORD * unit
            with self._sheet.told(item(pens), lines=[line]):
                self._sheet.line(line, x, baseline, style)
            x += line.width * style.size + _BETWEEN * unit
        self._draw_colophon(baseline, x, self._width - left)

    def _draw_colophon(self, baseline: float, left: float, right: float) -> None:
        style = styles.sized(_COLOPHON, max(_SMALLEST, _COLOPHON.size * self._larger))
        room = right - left
        words = _(
            "The map follows the idea of the Kaart van de Loopbaanrealisatie (MBO Diensten, OCW)."
        )
        line = typesetting.set_one_line(words, voice=style.voice, width=room / style.size)
        x = right - line.width * style.size
        with self._sheet.told(Tag(Role.PARAGRAPH), lines=[line]):
            self._sheet.line(line, x, baseline, style)

    def _map_of(self, atlas: Atlas) -> Land:
        key = atlas.folder
        if key not in self._maps:
            self._maps[key] = self._drawing(self._sheet, atlas, f"map-{len(self._maps)}")
        return self._maps[key]


def _called(trail: Trail, key: str) -> Trail:
    return msgspec.structs.replace(trail, id=key)


def _pens() -> dict[Pen, tuple[str, str]]:
    return {
        Pen.MINE: (_("My path"), "ember"),
        Pen.PASSED_BY: (_("Passed by"), "dusk"),
        Pen.DREAMT: (_("Dreamt"), "plum"),
        Pen.DOODLE: (_("Doodle"), "ink"),
    }
