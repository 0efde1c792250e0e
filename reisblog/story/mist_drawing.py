"""Mist on paper: one small soft picture and its wisps as shapes, in the document once."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from reisblog import look
from reisblog.model.atlas import art_of
from reisblog.model.veil import size, veil
from reisblog.model.wisps import wisps
from reisblog.story.sheet import closed, rgb

if TYPE_CHECKING:
    from reisblog.model.geometry import Rect
    from reisblog.model.mist import Area
    from reisblog.story.map_drawing import View
    from reisblog.story.sheet import Sheet


def draw_mist(sheet: Sheet, view: View, mist: Area, whole: Rect, name: str = "") -> None:
    """Draw mist over a view of the map.

    Args:
        sheet: what is drawn on.
        view: which part of the map lies where.
        mist: what there is.
        whole: the whole map, its corner at 0, 0; mist does not drift over its printed border.
        name: whose it is, where a document has more than one for a map.
    """
    name = f"mist-{whole.width:g}{name}"
    if not sheet.knows(name):
        sheet.define(f"{name}-covers", _covers(mist, whole))
        sheet.define(name, _paper(whole, f"{name}-covers"))
        sheet.define(f"{name}-wisps", _wisps(mist, whole))
    with sheet.apart():
        sheet.clip(view.frame)
        sheet.put(view.in_map_units)
        sheet.clip(art_of(whole))
        with sheet.apart():
            # Pictures have y up.
            sheet.put(f"{whole.width:.3f} 0 0 {-whole.height:.3f} 0 {whole.height:.3f} cm")
            sheet.form(name)
        sheet.form(f"{name}-wisps")


def _covers(mist: Area, whole: Rect) -> pdfdoc.PDFStream:
    """How much each spot is covered, a byte a pixel."""
    return _picture(whole, pdfdoc.PDFName("DeviceGray"), b"".join(veil(mist, whole)))


def _paper(whole: Rect, covers: str) -> pdfdoc.PDFStream:
    """Nothing but paper, covering as much as another picture says."""
    width, height = size(whole)
    only = pdfdoc.PDFArray(
        [pdfdoc.PDFName("Indexed"), pdfdoc.PDFName("DeviceRGB"), 0, f"<{look.MIST[1:]}>"]
    )
    picture = _picture(whole, only, bytes(width * height))
    picture.dictionary["SMask"] = pdfdoc.PDFObjectReference(pdfdoc.xObjectName(covers))
    return picture


def _picture(whole: Rect, colours: pdfdoc.PDFObject | str, content: bytes) -> pdfdoc.PDFStream:
    width, height = size(whole)
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Image"),
                "Width": width,
                "Height": height,
                "ColorSpace": colours,
                "BitsPerComponent": 8,
                "Interpolate": "true",
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        zlib.compress(content),
    )


def _wisps(mist: Area, whole: Rect) -> pdfdoc.PDFStream:
    """All wisps, in map units."""
    outlines = closed(wisp.outline for wisp in wisps(mist, whole))
    drawn = f"{rgb(look.MIST_LINE)} rg {outlines} f" if outlines else ""
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": pdfdoc.PDFArray([0, 0, round(whole.width), round(whole.height)]),
                "Resources": pdfdoc.PDFDictionary({}),
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        zlib.compress(drawn.encode("ascii")),
    )
