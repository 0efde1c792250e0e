"""The eight signs of places that a traveller adds, in the map's line; each stands on its foot.

Each is drawn around its foot at the origin, stays within the square that `WINDOW` cuts out, and has
the map's own measure: one of its units is one of the map's.
"""

from __future__ import annotations

from collections.abc import Callable

from landscape.curves import Point, ring
from landscape.ink import A_LITTLE_OFF, BOLD, FINE, MIDDLE, ON_THE_LINE, Pen, Sheet
from landscape.motifs import fir, grass, ground_shade, house, smoke, tree, window
from landscape.palette import EARTH, LINE, PAPER, ROCK, SAND, SEA, WHITE, WOOD

SIDE = 128
FOOT: Point = (64.0, 112.0)
"""Where the foot lies in the square of `SIDE` by `SIDE` that a sign is cut out with."""


def draw_sign(name: str) -> str:
    """One sign as SVG text; always the same."""
    sheet = Sheet(f"0 0 {SIDE} {SIDE}")
    with sheet.group(name):
        SIGNS[name](Pen(sheet, name, FOOT))
    return sheet.document("A sign for a place of one's own, in the landscape's inks.")


def _house(pen: Pen) -> None:
    ground_shade(pen, (8, -3), 52, 7)
    house(pen, (-40, 0), 46, 38, deep=42, roof=28, walls=SAND.light, tiles=EARTH.dark)
    pen.shape([(-24, 0), (-8, 0), (-8, -26), (-24, -26)], LINE, off=ON_THE_LINE, under=LINE)
    window(pen, (-23, -46), 13, 11, SAND.base)
    window(pen, (16, -32), 11, 11, SAND.base)
    pen.shape([(18, -71), (27, -75), (27, -90), (18, -86)], ROCK.base, off=A_LITTLE_OFF)
    smoke(pen, (22, -86), 0.5)
    pen.ticks(grass([(-48, 1), (40, -2), (47, 2)], 7))


def _workshop(pen: Pen) -> None:
    ground_shade(pen, (6, -2), 56, 7)
    pen.shape([(20, -30), (38, -30), (35, -86), (23, -86)], EARTH.base, off=A_LITTLE_OFF)
    pen.line([(21, -77), (37, -77)], [(21.6, -69), (36.6, -69)], width=FINE)
    smoke(pen, (29, -84), 0.5)
    walls = [(-52, 0), (46, 0), (46, -40), (-52, -40)]
    pen.shape(walls, ROCK.light)
    for left in (-52, -27, -2):
        roof = [(left, -40), (left, -64), (left + 25, -40)]
        pen.shape(roof, SEA.light, off=A_LITTLE_OFF)
    pen.line([(-54, -40), (48, -40)], width=MIDDLE)
    pen.shape([(14, 0), (38, 0), (38, -27), (14, -27)], WOOD.dark, off=ON_THE_LINE)
    pen.line([(14, -18), (38, -18)], [(14, -9), (38, -9)], width=FINE)
    for left in (-44, -26, -8):
        window(pen, (left, -28), 12, 12, SAND.base)
    pen.ticks(grass([(-58, 2), (54, 2)], 7))


def _flag(pen: Pen) -> None:
    ground_shade(pen, (6, 0), 34, 6)
    pen.blob(
        [(-30, 2), (-18, -10), (-2, -14), (16, -11), (32, 2), (0, 6)], SAND.base, off=A_LITTLE_OFF
    )
    pen.line([(0, -8), (0, -104)], width=BOLD)
    cloth = [
        (2, -102), (16, -106), (32, -100), (52, -104), (47, -84), (52, -64), (34, -60),
        (18, -66), (2, -62),
    ]  # fmt: skip
    pen.blob(cloth, SEA.base)
    pen.line([(18, -92), (20, -76)], [(34, -88), (35, -72)], curved=True, strength=0.6)
    pen.round((0, -107), 4.5, 4.5, SAND.base, off=ON_THE_LINE)
    pen.ticks(grass([(-36, 4), (36, 5)], 7))


def _mountain(pen: Pen) -> None:
    back = [(-2, 0), (30, -62), (58, 0)]
    pen.shape(back, ROCK.base)
    pen.hatch([(30, -62), (58, 0), (34, 0)], angle=62, gap=6.5, strength=0.4)
    body = [(-58, 2), (-34, -40), (-22, -52), (-8, -98), (6, -74), (16, -54), (42, 2)]
    shaded = [(-8, -98), (6, -74), (16, -54), (42, 2), (4, 2), (8, -30), (-6, -50)]
    pen.fill_and_shade(body, shaded, ROCK.base, ROCK.dark)
    pen.hatch(shaded, angle=62, gap=6.5, strength=0.45)
    cap = [(-8, -98), (3, -79), (-2, -70), (-7, -78), (-13, -68), (-17, -70)]
    pen.shape(cap, WHITE.base, off=ON_THE_LINE)
    pen.line([(-34, -38), (-24, -26), (-30, -12)], width=FINE, strength=0.7)
    fir(pen, (-46, 8), 30)
    fir(pen, (46, 8), 26)
    pen.ticks(grass([(-24, 8), (12, 8)], 7))


def _tree(pen: Pen) -> None:
    ground_shade(pen, (10, 0), 46, 7)
    tree(pen, (0, 0), 104)
    pen.line([(-4, -1), (-3, -34)], [(4, -1), (3, -34)], width=MIDDLE)
    pen.line([(0, -34), (-14, -50)], [(0, -30), (15, -46)], width=MIDDLE)
    pen.ticks(grass([(-26, 2), (-14, 5), (22, 4)], 8))


def _tent(pen: Pen) -> None:
    ground_shade(pen, (8, 0), 54, 7)
    side = [(-8, -78), (34, -66), (58, -4), (22, 2)]
    pen.shape(side, EARTH.dark)
    pen.hatch(side, angle=62, gap=7, strength=0.35)
    pen.shape([(-8, -78), (-50, 2), (22, 2)], SAND.base)
    pen.shape([(-8, -52), (-22, 2), (4, 2)], LINE, off=ON_THE_LINE, under=LINE)
    pen.shape([(-8, -52), (-22, 2), (-30, 2)], SAND.light, off=ON_THE_LINE)
    pen.line([(-8, -78), (-8, -88)], [(34, -66), (34, -75)], width=MIDDLE)
    pen.line([(-8, -80), (-58, -6)], [(34, -68), (62, 2)], width=FINE)
    pen.ticks(grass([(-54, 6), (38, 6), (50, 8)], 7))


def _boat(pen: Pen) -> None:
    pen.line([(2, -20), (2, -106)], width=MIDDLE)
    pen.blob([(5, -100), (28, -70), (48, -32), (24, -30), (5, -30)], PAPER)
    pen.blob([(-2, -92), (-22, -62), (-36, -32), (-18, -30), (-2, -30)], EARTH.base)
    hull = [(-54, -24), (58, -24), (44, -2), (30, 4), (-34, 4), (-46, -6)]
    pen.shape(hull, ROCK.light)
    below = [(-50, -14), (52, -14), (44, -2), (30, 4), (-34, 4), (-46, -6)]
    pen.flat(below, SEA.dark, strength=0.9)
    pen.line([(-54, -24), (58, -24)], width=MIDDLE)
    waves = [
        [(-62, 4), (-50, 0), (-38, 5), (-26, 0), (-14, 5), (-2, 0), (10, 5), (22, 0), (34, 5),
         (46, 0), (60, 5)],
        [(-40, 13), (-28, 9), (-16, 14), (-4, 9), (8, 14), (20, 9)],
    ]  # fmt: skip
    pen.line(*waves, curved=True, width=MIDDLE, colour="#4F8C99")


def _campfire(pen: Pen) -> None:
    ground_shade(pen, (4, 0), 48, 7)
    flame = [
        (0, -96), (10, -74), (22, -58), (28, -36), (20, -14), (0, -6), (-20, -14), (-28, -36),
        (-20, -54), (-14, -48), (-8, -70),
    ]  # fmt: skip
    pen.blob(flame, EARTH.base)
    pen.blob([(1, -58), (10, -42), (13, -24), (0, -12), (-13, -24), (-9, -38)], SAND.light)
    logs = (((-44, -14), (38, 2)), ((-38, 2), (44, -14)))
    for (x, y), (u, v) in logs:
        pen.shape([(x, y - 6), (x, y + 6), (u, v + 6), (u, v - 6)], EARTH.dark, off=A_LITTLE_OFF)
        pen.round((u, v), 4, 6, SAND.base, off=ON_THE_LINE)
    for x, y in ((-54, 6), (-34, 12), (-8, 14), (20, 13), (46, 8)):
        pen.blob(ring((x, y), 9, 6.5, 7, pen.rng, 0.12), ROCK.base, off=A_LITTLE_OFF)


SIGNS: dict[str, Callable[[Pen], None]] = {
    "house": _house,
    "workshop": _workshop,
    "flag": _flag,
    "mountain": _mountain,
    "tree": _tree,
    "tent": _tent,
    "boat": _boat,
    "campfire": _campfire,
}
