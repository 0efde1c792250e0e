"""Paths on paper: each pen's shape in its tint, on a halo of paper so that it stands out.

A path is in the document once, however often it shows; a long one has many points.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from reisblog import look
from reisblog.model.brush import SOLID, brush_outline, paper_under
from reisblog.model.geometry import Rect
from reisblog.story.sheet import closed, rgb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
        sheet.put(view.in_map_units, "1 j")
        lying = list(trails)
        for trail in lying:  # no path's paper lies on another's ink
            under = paper_under(trail) if trail.pen in SOLID else 0.0
            sheet.put(f"{under + 2 * _HALO / view.scale:.3f} w")
            _form(sheet, f"paper-{trail.id}", trail, _paper)
        for trail in lying:
            _form(sheet, f"path-{trail.id}", trail, _ink)


def _form(sheet: Sheet, name: str, trail: Trail, drawn: Callable[[Trail], str]) -> None:
    if not sheet.knows(name):
        sheet.define(name, _stream(trail, drawn(trail)))
    sheet.form(name)


def _paper(trail: Trail) -> str:
    """Around a solid line one stroke along its middle; around dashes and dots, theirs."""
    if trail.pen not in SOLID:
        return f"{rgb(look.PAPER)} RG {closed(brush_outline(trail))} S"
    curves = [
        f"{piece.c1.x:.2f} {piece.c1.y:.2f} {piece.c2.x:.2f} {piece.c2.y:.2f} "
        f"{piece.end.x:.2f} {piece.end.y:.2f} c"
        for piece in trail.segments
    ]
    begin = f"{trail.start.x:.2f} {trail.start.y:.2f} m"
    return " ".join([f"{rgb(look.PAPER)} RG 1 J", begin, *curves, "S"])


def _ink(trail: Trail) -> str:
    return f"{rgb(look.TINTS.get(trail.tint, look.EMBER))} rg {closed(brush_outline(trail))} f"


def _stream(trail: Trail, drawn: str) -> pdfdoc.PDFStream:
    """A path, or the paper around it, in map units."""
    bounds = Rect.around(point for shape in brush_outline(trail) for point in shape).grown(_AROUND)
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
