"""Paths on paper: each pen's shape in its tint, on a halo of paper so that it stands out.

A path is in the document once, however often it shows; a long one has many points.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from reisblog import look
from reisblog.model.brush import brush_outline
from reisblog.model.geometry import Rect
from reisblog.story.sheet import closed, rgb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.model.records import Trail
    from reisblog.story.map_drawing import View
    from reisblog.story.sheet import Sheet

_HALO = 1.3
_AROUND = 40.0
"""Map units that the widest halo stays within."""


def draw_trails(
    sheet: Sheet, view: View, trails: Iterable[Trail], *, frame: Rect | None = None
) -> None:
    """Draw paths over a view of the map.

    Args:
        sheet: what is drawn on.
        view: which part of the map lies where.
        trails: the paths, the lowest first.
        frame: where they may show, when that is not just the view's own frame.
    """
    with sheet.apart():
        sheet.clip(frame or view.frame)
        sheet.put(view.in_map_units, "1 j", f"{2 * _HALO / view.scale:.3f} w")
        for trail in trails:
            name = f"path-{trail.id}"
            if not sheet.knows(name):
                sheet.define(name, _form(trail))
            sheet.form(name)


def _form(trail: Trail) -> pdfdoc.PDFStream:
    """A path in map units; how wide its halo is, whoever draws it has said."""
    shapes = brush_outline(trail)
    bounds = Rect.around(point for shape in shapes for point in shape).grown(_AROUND)
    outline = closed(shapes)
    tint = look.TINTS.get(trail.tint, look.EMBER)
    drawn = f"{rgb(tint)} rg {rgb(look.PAPER)} RG {outline} S {outline} f"
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": pdfdoc.PDFArray(
                    [round(side) for side in (bounds.x, bounds.y, bounds.right, bounds.bottom)]
                ),
                "Resources": pdfdoc.PDFDictionary({}),
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        zlib.compress(drawn.encode("ascii")),
    )
