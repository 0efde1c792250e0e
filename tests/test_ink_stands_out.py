"""The six tints are seen on every ground of the map, by every eye."""

import re
from pathlib import Path

import pytest

from reisblog import look

MAP = Path(__file__).resolve().parents[1] / "assets" / "map.svg"
SEA, MEADOW, WOOD, SAND, ROCK, EARTH = (
    "#8FBFC8", "#D9DFB4", "#B3C79A", "#F1DFB6", "#D2C8BE", "#D8B48F",
)  # fmt: skip
FILLS = (look.PAPER, look.PAPER_DEEP, look.MIST, SEA, MEADOW, WOOD, SAND, ROCK, EARTH)
LARGE = 100_000
"""Square units around a shape, from which on it is ground and no drawing."""

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency" (2009), severity 1.0, on linear light.
EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour):
    shares = (part / 255 for part in bytes.fromhex(colour[1:]))
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def luminance(colour, eye):
    light = linear(colour)
    seen = [
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in EYES[eye]
    ]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def contrast(one, other, eye="all colours"):
    low, high = sorted((luminance(one, eye), luminance(other, eye)))
    return (high + 0.05) / (low + 0.05)


def grounds():
    """What large shapes of our own map are filled with."""
    found = set()
    for shape in re.finditer(r"<(?:path|polygon|rect)[^>]*>", MAP.read_text(encoding="utf-8")):
        fill = re.search(r'fill="(#[0-9A-Fa-f]{6})"', shape.group())
        numbers = re.search(r' (?:d|points)="([^"]+)"', shape.group())
        if fill is None or numbers is None:
            continue
        values = [float(value) for value in re.findall(r"-?\d+\.?\d*", numbers.group(1))]
        xs, ys = values[0::2], values[1::2]
        if xs and ys and (max(xs) - min(xs)) * (max(ys) - min(ys)) >= LARGE:
            found.add(fill.group(1).upper())
    return sorted(found)


def test_there_are_grounds_to_look_at():
    assert len(grounds()) >= 5


@pytest.mark.parametrize("tint", list(look.TINTS))
@pytest.mark.parametrize("eye", ["all colours", "greyscale"])
def test_each_tint_stands_out_on_every_fill(tint, eye):
    for fill in FILLS:
        assert contrast(look.TINTS[tint], fill, eye) >= 3, fill


@pytest.mark.parametrize("tint", list(look.TINTS))
@pytest.mark.parametrize("eye", ["protanopia", "deuteranopia", "tritanopia"])
def test_each_tint_stands_out_for_who_sees_fewer_colours(tint, eye):
    """Brick red on the sea has 2.6 in green-blindness; there the halo parts them, with 4.5."""
    for fill in FILLS:
        seen = contrast(look.TINTS[tint], fill, eye)
        in_halo = contrast(look.TINTS[tint], look.PAPER, eye)
        assert seen >= 3 or (seen >= 2.5 and in_halo >= 4.5), fill


@pytest.mark.parametrize("tint", list(look.TINTS))
def test_each_tint_stands_out_on_every_ground_of_our_map(tint):
    """On a dark drawing its halo of paper does: that parts the line from what lies under it."""
    for ground in grounds():
        on_ground = contrast(look.TINTS[tint], ground)
        assert on_ground >= 3 or contrast(look.PAPER, ground) >= 2.2, ground


@pytest.mark.parametrize("eye", list(EYES))
def test_no_tint_is_lost_in_the_halo_around_it(eye):
    for tint in look.TINTS.values():
        assert contrast(tint, look.PAPER, eye) >= 4.5


def test_pens_are_told_apart_by_their_stroke_and_never_by_colour_alone():
    from reisblog.model.brush import brush_outline  # noqa: PLC0415
    from reisblog.model.records import Pen  # noqa: PLC0415
    from tests.journeys import trail  # noqa: PLC0415

    way = [(100, 100), (900, 100)]
    shapes = {pen: brush_outline(trail("t", way, pen)) for pen in Pen}
    counts = {pen: len(polygons) for pen, polygons in shapes.items()}
    heights = {
        pen: max(p.y for s in polygons for p in s) - min(p.y for s in polygons for p in s)
        for pen, polygons in shapes.items()
    }
    assert counts[Pen.MINE] == counts[Pen.DOODLE] == 1
    assert heights[Pen.DOODLE] < 0.6 * heights[Pen.MINE]
    assert 10 < counts[Pen.PASSED_BY] < 20
    assert counts[Pen.DREAMT] > 50
