"""The southern meadows: the wishing tree, the palace of mirrors, the pitfall."""

from __future__ import annotations

import math

from landscape.curves import Point, Trace, arc, inside, ring, scalloped
from landscape.ink import A_LITTLE_OFF, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import grass, ground_shade, house, person, tree, window
from landscape.palette import EARTH, LINE, MEADOW, PAPER, ROCK, SAND, SEA, WOOD, mix


def wensboom(pen: Pen) -> None:
    """A broad old tree on a mound, hung with ribbons and lanterns."""
    pen.origin = (770, 1172)
    ground_shade(pen, (60, 4), 62, 10)
    mound = [(-92, 4), (-60, -20), (-20, -32), (24, -32), (62, -20), (94, 4)]
    pen.flat([*mound, (40, 12), (-40, 12)], MEADOW.light, curved=True)
    pen.flat(
        [(24, -31), (62, -20), (93, 4), (44, 11), (30, -8)],
        mix(WOOD.base, MEADOW.base, 0.4),
        curved=True,
    )
    pen.hatch([(28, -30), (62, -18), (92, 4), (36, 8)], angle=60, gap=8, strength=0.4, ragged=7)
    pen.line(mound, width=3, curved=True)
    pen.ticks(
        grass([(-66, -8), (-40, -14), (-52, 4), (44, -12), (60, 2), (10, 2), (-16, 4)]),
        colour=WOOD.dark,
    )
    trunk = [
        (-30, -26),
        (-16, -36),
        (-13, -66),
        (-34, -96),
        (-30, -104),
        (-8, -84),
        (-2, -116),
        (8, -116),
        (10, -84),
        (34, -106),
        (40, -98),
        (18, -66),
        (18, -38),
        (34, -26),
        (10, -30),
        (-8, -30),
    ]
    pen.flat(ring((0, -132), 66, 50, 12), mix(WOOD.dark, LINE, 0.16), curved=True)
    clumps = (
        (-52, -116, 36, 28),
        (52, -118, 36, 28),
        (-30, -152, 38, 30),
        (34, -154, 38, 30),
        (0, -180, 38, 30),
        (0, -128, 36, 28),
    )
    for x, y, across, down in clumps:
        pen.bush(ring((x, y), across, down, 10, pen.rng, 0.07), WOOD.base, line=3, bulge=0.34)
        shade = [
            *arc((x, y), across * 0.95, down * 0.92, -32, 100, 7),
            (x + across * 0.1, y + down * 0.1),
        ]
        pen.flat(shade, WOOD.dark, strength=0.9)
        pen.hatch(shade, angle=58, gap=7, strength=0.35)
        pen.line(
            arc((x - 4, y - 2), across * 0.6, down * 0.55, 190, 265, 5),
            arc((x + 6, y + 2), across * 0.4, down * 0.4, 200, 280, 5),
            colour=WOOD.light,
            width=MIDDLE,
            curved=True,
        )
    pen.shape(trunk, EARTH.base, line=MIDDLE)
    pen.flat(
        [(4, -34), (6, -110), (8, -84), (18, -66), (17, -38), (32, -27), (10, -31)], EARTH.dark
    )
    pen.line([(-8, -40), (-6, -70)], [(2, -44), (1, -62)], [(-14, -30), (-10, -44)], strength=0.6)
    _hangings(pen)
    person(pen, (-58, 2), SEA.base, facing=1, arm=(8, -12))


def _hangings(pen: Pen) -> None:
    for index, (x, y, long) in enumerate(
        (
            (-80, -102, 30),
            (-62, -92, 40),
            (-36, -90, 28),
            (-18, -100, 24),
            (28, -98, 26),
            (48, -92, 38),
            (66, -92, 30),
            (82, -102, 34),
            (-48, -132, 24),
            (14, -140, 26),
            (-10, -158, 24),
            (48, -134, 22),
        )
    ):
        ink = (PAPER, SEA.base, SAND.base, EARTH.base)[index % 4]
        wave = 5 if index % 2 else -5
        ribbon: Trace = [
            ("M", ((x - 2.5, y),)),
            ("Q", ((x - 3 + wave * 1.6, y + long * 0.4), (x - 2.5, y + long * 0.6))),
            ("Q", ((x - 3 - wave, y + long * 0.85), (x - 5, y + long + 5))),
            ("L", ((x, y + long + 1),)),
            ("L", ((x + 4, y + long + 6),)),
            ("Q", ((x + 3 - wave, y + long * 0.8), (x + 3.5, y + long * 0.55))),
            ("Q", ((x + 3 + wave * 1.6, y + long * 0.35), (x + 2.5, y))),
            ("Z", ()),
        ]
        pen.print([ribbon], ink, line=2.2, off=ON_THE_LINE)
    for x, y in ((-72, -58), (-26, -66), (38, -62), (74, -60), (-54, -128), (14, -98), (58, -138)):
        pen.flat(ring((x, y), 13, 13, 9), SAND.light, curved=True, strength=0.6)
        pen.line([(x, y - 20), (x, y - 10)], width=2)
        pen.shape(
            [
                (x - 6, y - 8),
                (x + 6, y - 8),
                (x + 8, y + 2),
                (x + 5, y + 9),
                (x - 5, y + 9),
                (x - 8, y + 2),
            ],
            mix(SAND.base, EARTH.base, 0.1),
            off=ON_THE_LINE,
            line=2.5,
        )
        pen.line(
            [(x - 2.5, y - 6), (x - 3, y + 7)],
            [(x + 2.5, y - 6), (x + 3, y + 7)],
            width=1.6,
            strength=0.6,
        )
        pen.line([(x - 5, y - 9), (x + 5, y - 9)], [(x - 4, y + 10), (x + 4, y + 10)], width=3.5)


def spiegelpaleis(pen: Pen) -> None:
    """Tall facets of looking-glass; each bends the tree and the peak it shows in its own way."""
    pen.origin = (1015, 1462)
    ground_shade(pen, (40, 0), 70, 11)
    glass, mid, shade = mix(SEA.light, PAPER, 0.5), SEA.light, mix(SEA.base, ROCK.dark, 0.35)
    towers: tuple[tuple[list[Point], str], ...] = (
        ([(-30, -10), (-34, -150), (-14, -196), (-2, -160), (0, -10)], glass),
        ([(0, -10), (-2, -160), (-14, -196), (20, -172), (26, -12)], shade),
        ([(26, -12), (22, -134), (44, -178), (54, -140), (54, -10)], mid),
        ([(54, -10), (54, -140), (44, -178), (70, -148), (74, -8)], shade),
        ([(-78, -8), (-80, -104), (-62, -142), (-46, -108), (-44, -4)], glass),
        ([(-44, -4), (-46, -108), (-62, -142), (-32, -120), (-26, -6)], shade),
        ([(-30, 0), (-28, -92), (-2, -128), (18, -88), (16, 6)], glass),
        ([(16, 6), (18, -88), (-2, -128), (40, -98), (44, 0)], mid),
        ([(58, 2), (56, -66), (72, -92), (82, -62), (80, 4)], glass),
        ([(80, 4), (82, -62), (72, -92), (94, -66), (94, -2)], shade),
    )
    for points, ink in towers[:6]:
        _facet(pen, points, ink, dull=ink == shade)
    _bent_tree(pen, (-62, -20), 0.8, 12)
    _bent_peak(pen, (-17, -104), 26, 62, 5)
    _bent_tree(pen, (40, -30), 1.0, -16)
    for points, ink in towers[6:]:
        _facet(pen, points, ink, dull=ink == shade)
    _bent_peak(pen, (-7, -12), 40, 82, -9)
    _bent_tree(pen, (29, -14), 0.7, 14)
    _bent_tree(pen, (69, -4), 0.55, -8)
    glints: list[list[Point]] = [
        [(-72, -98), (-56, -118)],
        [(-72, -84), (-50, -110)],
        [(-24, -150), (-10, -172)],
        [(-24, -138), (-8, -162)],
        [(32, -132), (46, -152)],
        [(-20, -88), (-2, -112)],
        [(-20, -76), (2, -104)],
        [(62, -62), (72, -76)],
    ]
    pen.line(*glints, width=MIDDLE, colour=PAPER)
    tree(pen, (-96, 2), 48)
    person(pen, (-62, 10), EARTH.base, facing=1, pack=True)
    pen.ticks(grass([(-106, 6), (-80, 10), (66, 12), (90, 8), (10, 16)]), colour=WOOD.dark)


def _facet(pen: Pen, points: list[Point], ink: str, *, dull: bool) -> None:
    """One pane; the dull ones, turned from the light, are hatched."""
    pen.shape(points, ink, line=MIDDLE, off=A_LITTLE_OFF)
    if dull:
        pen.hatch(points, angle=66, gap=7, strength=0.35, ragged=9)


def _bent_tree(pen: Pen, foot: Point, size: float, bend: float) -> None:
    """A reflected tree that leans out of true."""
    x, y = foot
    pen.line(
        [(x, y), (x + bend * 0.9 * size, y - 26 * size), (x, y - 48 * size)],
        width=MIDDLE,
        colour=mix(EARTH.dark, LINE, 0.3),
        curved=True,
    )
    pen.blob(
        ring((x - bend * 0.3 * size, y - 60 * size), 11 * size, 21 * size, 8, pen.rng, 0.08),
        WOOD.base,
        off=ON_THE_LINE,
        line=2,
    )


def _bent_peak(pen: Pen, foot: Point, width: float, height: float, bend: float) -> None:
    """A reflected mountain whose top hangs over, snow and shade included."""
    x, y = foot

    def at(across: float, up: float) -> Point:
        return x + across * width / 2 * (1 - up * 0.1) + bend * math.sin(up * 3.4) * (
            0.4 + up
        ), y - height * up

    levels = (0.0, 0.25, 0.5, 0.75)
    left, right = [at(-(1 - up), up) for up in levels], [at(1 - up, up) for up in levels]
    middle, top = [at(0.12, up) for up in levels], at(0, 1)
    pen.flat([*left, top, *right[::-1]], ROCK.light)
    pen.flat([*middle, top, *right[::-1]], mix(ROCK.dark, LINE, 0.1))
    pen.flat([left[3], top, right[3], at(0.05, 0.68)], PAPER)
    pen.line([*left, top, *right[::-1]], [*middle, top], width=2.2)


def valkuil(pen: Pen) -> None:
    """Two high hedges leave sight of one farm only; leaves lie over a hole in the grass between."""
    pen.origin = (1240, 1454)
    pen.flat([(-64, 8), (-26, -66), (26, -66), (64, 8)], MEADOW.light)
    pen.line(
        [(-40, 4), (-16, -60)],
        [(40, 4), (16, -60)],
        [(-16, 4), (-6, -60)],
        [(16, 4), (6, -60)],
        colour=WOOD.dark,
        strength=0.4,
    )
    house(pen, (-19, -64), 26, 22, deep=20, roof=18, walls=SAND.light, tiles=EARTH.base)
    window(pen, (-12, -80), 8, 16)
    pen.flat([(-40, -70), (40, -70), (30, -60), (-30, -60)], MEADOW.base)
    for side in (-1, 1):
        _hedge(pen, side)
    _covered_hole(pen)


def _hedge(pen: Pen, side: int) -> None:
    """A clipped hedge that runs away from us: its end, its inner face, a leafy crest."""
    rng = pen.rng
    lit = side < 0
    inner_ink, end_ink = (WOOD.dark, WOOD.base) if lit else (WOOD.base, mix(WOOD.dark, LINE, 0.1))
    inner = [(side * 25, -60), (side * 25, -98), (side * 58, -122), (side * 56, 8)]
    end = [(side * 56, 8), (side * 58, -122), (side * 94, -116), (side * 94, 5)]
    crest = [
        (side * x, y)
        for x, y in (
            (22, -97),
            (31, -105),
            (42, -114),
            (54, -124),
            (67, -127),
            (80, -124),
            (92, -120),
            (98, -112),
        )
    ]
    back = [(side * 94, -108), (side * 58, -112), (side * 25, -92)]
    pen.flat(inner, inner_ink)
    pen.flat(end, end_ink)
    outline = [*crest, *back] if side > 0 else [*back, *crest[::-1]]
    pen.fill([scalloped(outline, bulge=0.22)], WOOD.light)
    for polygon, ink in ((inner, mix(inner_ink, LINE, 0.5)), (end, mix(end_ink, LINE, 0.5))):
        xs = [x for x, _ in polygon]
        spots = [(rng.uniform(min(xs), max(xs)), rng.uniform(-112, 4)) for _ in range(74)]
        pen.line(
            *[
                arc(spot, 4.5, 4, 20, 160, 4)
                for spot in spots
                if inside(spot, polygon) and inside((spot[0], spot[1] + 5), polygon)
            ],
            curved=True,
            colour=ink,
            width=2,
        )
    pen.stroke([scalloped(crest if side > 0 else crest[::-1], bulge=0.34, closed=False)], width=3)
    pen.line(
        [(side * 25, -60), (side * 25, -98)],
        [(side * 57, -120), (side * 56, 8)],
        [(side * 25, -60), (side * 56, 8), (side * 94, 5), (side * 95, -112)],
        width=MIDDLE,
    )


def _covered_hole(pen: Pen) -> None:
    """A dark round hole, half hidden: twigs laid across, leaves strewn over them."""
    pen.blob(ring((0, -20), 38, 17, 12, pen.rng, 0.03), LINE, off=ON_THE_LINE, line=3)
    for y, lean in ((-30, 3), (-22, -2), (-14, 2)):
        pen.line([(-40, y), (40, y + lean)], width=3, colour=EARTH.base)
    inks = (EARTH.base, WOOD.base, SAND.base, EARTH.light, WOOD.light)
    for index in range(34):
        angle, reach = index * 2.4, 0.1 + 1.0 * (index / 34) ** 0.62
        x, y = math.cos(angle) * 38 * reach, -20 + math.sin(angle) * 16 * reach
        if x > 4 and y < -15:
            continue
        turn = index * 1.7
        ux, uy = math.cos(turn) * 9, math.sin(turn) * 5
        pen.blob(
            [
                (x - ux, y - uy),
                (x - uy * 0.8, y + ux * 0.4),
                (x + ux, y + uy),
                (x + uy * 0.8, y - ux * 0.4),
            ],
            inks[index % 5],
            line=2,
            off=ON_THE_LINE,
        )
