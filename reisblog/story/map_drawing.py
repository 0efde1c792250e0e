"""The illustrated map on paper: placed once in the document, shown through any number of crops."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from reisblog import resources
from reisblog.errors import ExportError
from reisblog.model.geometry import Point, Rect
from reisblog.texts import _

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.story.sheet import Sheet

_NAME = "map"
_EDGE = 5


def prepared_map() -> tuple[pdfdoc.PDFStream, float]:
    """The map's drawing as an object for a document, and its height in map units.

    Raises:
        ExportError: the prepared drawing is not there.
    """
    folder = resources.prepared()
    try:
        facts = json.loads((folder / "map.ops.json").read_text(encoding="utf-8"))
        content = (folder / "map.ops").read_bytes()
    except (OSError, ValueError) as error:
        raise ExportError(
            _(
                "The book cannot be made: the map's drawing is missing from this program. "
                "Your journey is safe. Install the program again."
            )
        ) from error
    states = {
        name: pdfdoc.PDFDictionary(dict(state)) for name, state in facts["ext_gstate"].items()
    }
    form = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                # The drawing runs a little over the edge of its own paper.
                "BBox": pdfdoc.PDFArray(
                    [_EDGE, _EDGE, facts["width"] - _EDGE, facts["height"] - _EDGE]
                ),
                "Resources": pdfdoc.PDFDictionary({"ExtGState": pdfdoc.PDFDictionary(states)}),
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        content,
    )
    return form, float(facts["height"])


class MapDrawing:
    """The map, ready to be shown in a document."""

    def __init__(self, sheet: Sheet) -> None:
        form, self._height = prepared_map()
        self._sheet = sheet
        sheet.define(_NAME, form)

    def draw(self, view: View) -> None:
        """Draw what the view shows, clipped to its frame."""
        sheet, scale = self._sheet, view.scale
        with sheet.apart():
            sheet.clip(view.frame)
            corner = view.on_paper(Point(0.0, self._height))
            # The operators have y up; the page has it down.
            sheet.put(f"{scale:.6f} 0 0 {-scale:.6f} {corner.x:.3f} {corner.y:.3f} cm")
            sheet.form(_NAME)


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


def around_places(
    atlas: Atlas, places: tuple[str, ...], *, shape: float, least: float = 0.0
) -> Rect | None:
    """The region that shows the landmark of the first of these places that the map has.

    Args:
        atlas: the map.
        places: ids of places.
        shape: width by height of the region.
        least: how wide it is at least, in map units.
    """
    for key in places:
        if key in atlas.places:
            bounds = atlas.places[key].area.bounds
            grown = bounds.grown(0.13 * min(bounds.width, bounds.height))
            wanted = Rect.centred(grown.centre, max(grown.width, least), grown.height)
            return fitted(wanted, shape=shape, within=art_of(atlas))
    return None


def art_of(atlas: Atlas) -> Rect:
    """The map inside its printed border."""
    return atlas.bounds.grown(-min(atlas.width, atlas.height) * 0.021)
