"""The hidden layer the app reads: areas, names, pins and resting spots."""

from __future__ import annotations

from landscape.curves import Point
from landscape.ink import Sheet, number
from landscape.sites import REST_SIZE, SITES


def draw_geometry(sheet: Sheet) -> None:
    """Writes every place's geometry, without transforms."""
    width, height = REST_SIZE
    with sheet.group("geometry", ' display="none"'):
        for site in SITES:
            points = " ".join(f"{number(x)},{number(y)}" for x, y in site.area())
            sheet.add(f'<polygon id="{site.id}.area" points="{points}"/>')
            sheet.add(_spot(f"{site.id}.label", site.label))
            sheet.add(_spot(f"{site.id}.pin", site.pin))
            left, top = site.rest[0] - width / 2, site.rest[1] - height / 2
            sheet.add(
                f'<rect id="{site.id}.rest" x="{number(left)}" y="{number(top)}"'
                f' width="{number(width)}" height="{number(height)}"/>'
            )


def _spot(name: str, at: Point) -> str:
    return f'<circle id="{name}" cx="{number(at[0])}" cy="{number(at[1])}" r="6"/>'
