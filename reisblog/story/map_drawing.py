"""The illustrated map on paper: placed once in the document, shown through any number of crops."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, NoReturn

from reportlab.pdfbase import pdfdoc

from reisblog import look, resources
from reisblog.errors import ExportError
from reisblog.model.atlas import art_of
from reisblog.model.geometry import Point, Rect
from reisblog.model.own_places import SIDE
from reisblog.model.pennants import HALO, LINE, pennant
from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.model.atlas import Atlas
    from reisblog.model.records import Flag, Stop
    from reisblog.story.sheet import Sheet

_NAME = "map"
_EDGE = 5
_GROUND = 330.0
"""So much is shown of the ground around a halte that is at no place, in map units."""


class MapDrawing:
    """The map and the traveller's own places, ready to be shown in a document.

    Attributes:
        whole: the whole map, in map units.
    """

    def __init__(self, sheet: Sheet, atlas: Atlas, name: str = _NAME) -> None:
        """Put the map into a document.

        Args:
            sheet: the document.
            atlas: the map.
            name: what its drawing is called there; that of a second map is called otherwise.

        Raises:
            ExportError: a prepared drawing is not there.
        """
        self._sheet, self._name, self.whole = sheet, name, atlas.bounds
        files = resources.map_files(atlas.folder)
        bounds = atlas.bounds.grown(-_EDGE)  # it runs a little over the edge of its own paper
        sheet.define(name, _form(_bytes(files.operators), _facts(files.facts), bounds))
        self._signed = [
            (f"sign-{place.sign}", place.frame, place.flag)
            for place in atlas.places.values()
            if place.frame is not None
        ]
        if self._signed:
            signs = _facts(resources.prepared() / "signs.json")
            for signed in sorted({each for each, _frame, _flag in self._signed}):
                sign = signs[signed.removeprefix("sign-")]
                content = zlib.compress(sign["content"].encode("ascii"), level=9)
                sheet.define(signed, _form(content, sign, Rect(0, 0, SIDE, SIDE)))

    def draw(self, view: View) -> None:
        """Draw what the view shows of the map, clipped to its frame."""
        with self._sheet.apart():
            self._sheet.clip(view.frame)
            self._put(self._name, view, Point(0.0, self.whole.height))

    def draw_signs(self, view: View) -> None:
        """Draw the signs of own places that the view shows, clipped to its frame."""
        for name, frame, flag in self._signed:
            if frame.intersects(view.region):
                with self._sheet.apart():
                    self._sheet.clip(view.frame)
                    self._put(name, view, Point(frame.x, frame.bottom))
                    if flag is not None:
                        self._put_pennant(flag, view, Point(frame.x, frame.y))

    def _put_pennant(self, flag: Flag, view: View, corner: Point) -> None:
        """A flag's pennant, on the square of a sign with this upper left corner."""
        drawn = pennant(flag)
        pole, cloth = ([corner + point for point in points] for points in (drawn.pole, drawn.cloth))
        with self._sheet.apart():
            self._sheet.put(view.in_map_units, "1 J 1 j")
            for tint, width, inside in (
                (look.SLIP, LINE + 2 * HALO, look.SLIP),
                (look.MAP_LINE, LINE, look.MAP_LINE if drawn.full else look.SLIP),
            ):
                self._sheet.ink(fill=inside, line=tint, width=width)
                self._sheet.polygons([pole], paint="S")
                self._sheet.polygons([cloth], paint="B")

    def _put(self, name: str, view: View, foot: Point) -> None:
        """A form whose operators have y up, with its lower left corner at a point of the map."""
        corner = view.on_paper(foot)
        with self._sheet.apart():
            self._sheet.put(
                f"{view.scale:.6f} 0 0 {-view.scale:.6f} {corner.x:.3f} {corner.y:.3f} cm"
            )
            self._sheet.form(name)


def small_art(file: str, name: str, side: float) -> pdfdoc.PDFStream:
    """A small square drawing from one of the prepared files, as an object for a document.

    Raises:
        ExportError: it is not there.
    """
    facts = _facts(resources.prepared() / file)[name]
    content = zlib.compress(facts["content"].encode("ascii"), level=9)
    return _form(content, facts, Rect(0, 0, side, side))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        _refuse(error)


def _facts(file: Path) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads(_bytes(file))
    except ValueError as error:
        _refuse(error)
    return facts


def _form(content: bytes, facts: dict[str, Any], box: Rect) -> pdfdoc.PDFStream:
    """A prepared drawing, deflated, as an object for a document."""
    try:
        states = {
            name: pdfdoc.PDFDictionary(dict(state)) for name, state in facts["ext_gstate"].items()
        }
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        _refuse(error)
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": pdfdoc.PDFArray([box.x, box.y, box.right, box.bottom]),
                "Resources": pdfdoc.PDFDictionary({"ExtGState": pdfdoc.PDFDictionary(states)}),
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        content,
    )


def _refuse(cause: Exception) -> NoReturn:
    raise ExportError(
        _(
            "The book cannot be made: the map's drawing is missing from this program. "
            "Your journey is safe. Install the program again."
        )
    ) from cause


class View:
    """A part of the map in a frame on paper.

    Attributes:
        frame: on paper, in points.
        region: on the map, in map units; of the frame's own shape.
    """

    def __init__(self, frame: Rect, region: Rect) -> None:
        self.frame, self.region = frame, region

    @property
    def scale(self) -> float:
        """Points to a map unit."""
        return self.frame.width / self.region.width

    @property
    def in_map_units(self) -> str:
        """The operator after which all is in map units."""
        corner = self.on_paper(Point(0.0, 0.0))
        return f"{self.scale:.6f} 0 0 {self.scale:.6f} {corner.x:.3f} {corner.y:.3f} cm"

    def on_paper(self, point: Point) -> Point:
        """Where a point of the map lies on paper."""
        return Point(
            self.frame.x + (point.x - self.region.x) * self.scale,
            self.frame.y + (point.y - self.region.y) * self.scale,
        )


def fitted(wanted: Rect, *, shape: float, within: Rect) -> Rect:
    """The region of a shape (width by height) that shows what is wanted, moved inside the map.

    Args:
        wanted: in map units; smaller regions grow around their middle.
        shape: width divided by height.
        within: the whole map; a region larger than that is made to fit.
    """
    width = max(wanted.width, wanted.height * shape)
    width = min(width, within.width, within.height * shape)
    height = width / shape
    x = min(max(wanted.centre.x - width / 2, within.x), within.right - width)
    y = min(max(wanted.centre.y - height / 2, within.y), within.bottom - height)
    return Rect(x, y, width, height)


def surroundings(atlas: Atlas, stop: Stop, *, shape: float, least: float = 0.0) -> Rect:
    """The region that shows the landmark of the first of a halte's places that the map has.

    Of a halte without one, the ground it lies on.

    Args:
        atlas: the map.
        stop: the halte.
        shape: width by height of the region.
        least: how wide it is at least, in map units.
    """
    bounds = Rect.centred(stop.at, _GROUND, _GROUND)
    for key in stop.places:
        if key in atlas.places:
            bounds = atlas.places[key].area.bounds
            break
    grown = bounds.grown(0.13 * min(bounds.width, bounds.height))
    wanted = Rect.centred(grown.centre, max(grown.width, least), grown.height)
    return fitted(wanted, shape=shape, within=art_of(atlas.bounds))
