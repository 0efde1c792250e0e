"""The class map as a picture: one sheet for a screen, as pixels.

The land is painted once and laid under every journey as a picture; drawn as lines each time, a
few hundred maps would take minutes.
"""

from __future__ import annotations

import contextlib
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image
from reportlab.pdfbase import pdfdoc

from reisblog.model.atlas import art_of
from reisblog.model.geometry import Rect
from reisblog.pdfium import Pages, Raster
from reisblog.story.bare_sheet import bare_sheet
from reisblog.story.class_sheet import ClassSheets
from reisblog.story.map_drawing import MapDrawing, View

if TYPE_CHECKING:
    from reisblog.model.atlas import Atlas
    from reisblog.story.class_sheet import Journeys
    from reisblog.story.sheet import Sheet

_FINER = 2
"""Pixels of the painted land for each of the picture, so that it may lie between those."""
_WIDEST = 2_400


def write_class_picture(journeys: Journeys, target: BinaryIO, width: int, height: int) -> None:
    """Write all maps as a PNG of so many pixels.

    Args:
        journeys: what is shown of each, and the map it lies on; at least one.
        target: takes the PNG.
        width: pixels.
        height: pixels.

    Raises:
        ExportError: the program's own drawing of a map is missing.
    """
    document = io.BytesIO()
    ClassSheets(journeys, document, width, height, drawing=_Painted).write()
    _as_image(_rastered(document, width)).save(target, "png")


class _Painted:
    """A map that is in the document as a picture, as fine as it is first drawn."""

    def __init__(self, sheet: Sheet, atlas: Atlas, name: str) -> None:
        self._sheet, self._atlas, self._name = sheet, atlas, name

    def draw(self, view: View) -> None:
        """Draw it whole."""
        if not self._sheet.knows(self._name):
            wide = min(_WIDEST, round(_FINER * view.frame.width))
            self._sheet.define(self._name, _picture(_as_image(_land(self._atlas, wide))))
        frame = view.frame
        with self._sheet.apart():
            # Pictures have y up.
            self._sheet.put(
                f"{frame.width:.3f} 0 0 {-frame.height:.3f} {frame.x:.3f} {frame.bottom:.3f} cm"
            )
            self._sheet.form(self._name)


def _land(atlas: Atlas, wide: int) -> Raster:
    """The land inside its printed border, so many pixels wide."""
    art, document = art_of(atlas.bounds), io.BytesIO()
    sheet = bare_sheet(document, title="", language="nl")
    land = MapDrawing(sheet, atlas)
    with sheet.page(art.width, art.height):
        land.draw(View(Rect(0.0, 0.0, art.width, art.height), art))
    sheet.finish()
    return _rastered(document, wide)


def _rastered(document: io.BytesIO, wide: int) -> Raster:
    with contextlib.closing(Pages(document.getvalue())) as pages:
        raster = pages.raster(0, wide)
    if raster is None:
        raise AssertionError
    return raster


def _as_image(raster: Raster) -> Image.Image:
    size = raster.width, raster.height
    return Image.frombuffer("RGB", size, raster.bgrx, "raw", "BGRX", 0, 1)


def _picture(image: Image.Image) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Image"),
                "Width": image.width,
                "Height": image.height,
                "ColorSpace": pdfdoc.PDFName("DeviceRGB"),
                "BitsPerComponent": 8,
                "Interpolate": "true",
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        ),
        zlib.compress(image.tobytes(), 1),
    )
