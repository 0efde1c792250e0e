"""Puts the layers on one sheet, in order."""

from __future__ import annotations

from landscape import palette
from landscape.geometry import draw_geometry
from landscape.ground import draw_frame, draw_land, draw_paper
from landscape.ink import Pen, Sheet
from landscape.places import PLACES
from landscape.relief import draw_relief
from landscape.water import draw_sea


def draw_map() -> str:
    """The whole map, as SVG text; always the same."""
    sheet = Sheet()
    draw_paper(sheet)
    draw_sea(sheet)
    draw_land(sheet)
    draw_relief(sheet)
    with sheet.group("places"):
        for place, draw in PLACES.items():
            with sheet.group(place):
                draw(Pen(sheet, place))
    draw_frame(sheet)
    draw_geometry(sheet)
    inks = ", ".join(" ".join(tone) for tone in palette.TONES)
    lines = f"line {palette.LINE}, water strokes {palette.SEA_DEEP}"
    return sheet.document(f"The landscape. Inks (light, base, dark), and mixtures: {inks}; {lines}")
