"""The heath: the cleft and the well."""

from __future__ import annotations

from landscape.curves import Point, arc, lerp, ring
from landscape.ink import A_LITTLE_OFF, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import flower, grass, ground_shade, person
from landscape.palette import EARTH, LINE, MEADOW, PAPER, ROCK, SAND, SEA, WOOD, mix

LAYERS = (EARTH.base, ROCK.light, EARTH.light, ROCK.dark, SAND.dark, EARTH.base, ROCK.base)


LEFT_RIM: tuple[Point, ...] = ((-18, -158), (-6, -140), (-17, -122), (-12, -98), (-36, -72))


RIGHT_RIM: tuple[Point, ...] = ((-16, -158), (-1, -140), (-5, -122), (14, -98), (36, -72))


def statuskloof(pen: Pen) -> None:
    """A deep cleft: banded rock, both rims equally high, the same flowers on both."""
    pen.origin = (1450, 1148)
    ground_shade(pen, (70, 6), 84, 9, EARTH.dark)
    heath = [
        (-132, -72),
        (-142, -104),
        (-120, -138),
        (-76, -158),
        (0, -166),
        (76, -158),
        (120, -138),
        (142, -104),
        (132, -72),
    ]
    pen.flat(heath, mix(MEADOW.base, WOOD.base, 0.35), curved=True)
    _gap(pen)
    for side in (-1, 1):
        slope = [(side * 128, -72), (side * 133, -52), (side * 137, 0), (side * 122, 2)]
        pen.flat(slope, mix(MEADOW.base, WOOD.base, 0.35 if side < 0 else 0.8))
        pen.line([(side * 130, -71), (side * 134, -50), (side * 138, 1)], curved=True)
        pen.ticks(
            [
                [
                    (side * (131 + step), -58 + step * 13),
                    (side * (130 + step), -44 + step * 13),
                ]
                for step in range(4)
            ],
            strength=0.5,
        )
        _cut_face(pen, side)
    pen.line(list(LEFT_RIM), list(RIGHT_RIM), width=MIDDLE)
    for x, y, tall in (
        (52, -128, 15),
        (78, -140, 13),
        (104, -120, 15),
        (66, -98, 20),
        (90, -88, 22),
        (118, -92, 18),
    ):
        for side in (-1, 1):
            flower(pen, (side * x, y), PAPER if tall > 16 else SAND.base, tall)
    person(pen, (-50, -78), SEA.base, facing=1, arm=(10, -9))
    person(pen, (52, -78), EARTH.base, facing=-1, arm=(-10, -9))
    tufts = [
        (side * x, y)
        for x, y in (
            (40, -108),
            (74, -82),
            (106, -78),
            (128, -98),
            (96, -134),
            (46, -146),
            (66, -152),
        )
        for side in (-1, 1)
    ]
    pen.ticks(grass(tufts, 6), colour=mix(WOOD.dark, LINE, 0.3))


def _gap(pen: Pen) -> None:
    """The cleft itself: dark below, its left wall in shade, its right wall lit and banded."""
    pen.flat([*LEFT_RIM, (-20, 6), (20, 6), *RIGHT_RIM[::-1]], mix(LINE, ROCK.dark, 0.1))
    shaded = [(x + index * 3, y + index * 4) for index, (x, y) in enumerate(LEFT_RIM)]
    pen.flat([*LEFT_RIM, (-20, 6), (-11, 6), *shaded[::-1]], mix(ROCK.dark, LINE, 0.3))
    reach = (0.5, 2, 5, 12, 20)
    for share, ink in (
        (1.0, mix(ROCK.dark, LINE, 0.12)),
        (0.72, ROCK.base),
        (0.44, EARTH.base),
        (0.24, ROCK.light),
    ):
        inner = [
            (x - deep * share, y + deep * 1.5 * share)
            for (x, y), deep in zip(RIGHT_RIM, reach, strict=True)
        ]
        pen.flat([*RIGHT_RIM, (20, 6), (20 - 12 * share, 6), *inner[::-1]], ink)
        pen.line([*inner, (20 - 12 * share, 5)], strength=0.6)


def _cut_face(pen: Pen, side: int) -> None:
    """The layers under one rim, broken off in front; scree and tufts lie at their foot."""

    def at(x: float, y: float) -> Point:
        return side * x, y

    brow = [at(34, -72), at(64, -69), at(98, -71), at(130, -72)]
    foot = [at(20, 6), at(58, 9), at(98, 5), at(126, -2)]
    face = [*brow, at(134, -44), at(127, -26), foot[3], *foot[2::-1]]
    pen.flat(face, ROCK.base)
    for index, ink in enumerate(LAYERS):
        high, low = _layer(brow, foot, index), _layer(brow, foot, index + 1)
        pen.flat([*high, *low[::-1]], ink)
        if index < len(LAYERS) - 1:
            pen.line(low, strength=0.75, curved=True)
    shaded = (
        [at(98, -71), at(130, -72), at(133, -44), at(125, -2), at(98, 4)]
        if side > 0
        else [at(34, -72), at(50, -70), at(38, 8), at(20, 6)]
    )
    pen.hatch(shaded, angle=62, gap=7, strength=0.45)
    pen.line(
        [at(62, -69), at(58, -46), at(64, -22)],
        [at(98, -71), at(101, -50)],
        [at(84, -30), at(80, 4)],
        strength=0.7,
    )
    pen.line([*face, face[0]], width=MIDDLE)
    pen.dots([at(x, 9 - x * 0.06 + x % 5) for x in range(32, 128, 10)], width=7, colour=ROCK.dark)
    pen.dots(
        [at(x, 7 - x * 0.05 + x % 4) for x in range(36, 120, 17)], width=4.5, colour=EARTH.light
    )
    pen.ticks(
        grass([at(x, 13 - x * 0.07) for x in (30, 54, 76, 100, 124)], 7),
        colour=mix(WOOD.dark, LINE, 0.3),
    )


def _layer(brow: list[Point], foot: list[Point], index: int) -> list[Point]:
    """One boundary between layers: 0 is the brow, the last the foot; they wave a little."""
    share = index / len(LAYERS)
    wave = 0.0 if index in (0, len(LAYERS)) else 2.5
    points = []
    for place, (high, low) in enumerate(zip(brow, foot, strict=True)):
        x, y = lerp(high, low, share)
        points.append((x, y + (wave if (place + index) % 2 else -wave)))
    return points


def geldput(pen: Pen) -> None:
    """A round well filled to the brim with earth; a plant grows in it, coins lie in the grass."""
    pen.origin = (1690, 1154)
    pen.flat(ring((6, 2), 82, 16, 12), mix(EARTH.base, MEADOW.base, 0.35), curved=True)
    ground_shade(pen, (44, 2), 50, 10, EARTH.dark)
    for x in (-46, 46):
        pen.shape(
            [(x - 4, -52), (x - 4, -126), (x + 4, -126), (x + 4, -52)], EARTH.base, off=ON_THE_LINE
        )
    body = [
        (-54, -56),
        (-53, -10),
        (-40, 0),
        (-20, 6),
        (0, 8),
        (20, 6),
        (40, 0),
        (53, -10),
        (54, -56),
    ]
    pen.shape(body, ROCK.base, line=0)
    shaded = [(14, -42), (54, -54), (53, -10), (40, 0), (20, 6), (10, 7)]
    pen.flat(shaded, ROCK.dark)
    pen.hatch(shaded, angle=62, gap=7, strength=0.35)
    _stones(pen)
    pen.line(body, width=MIDDLE)
    pen.round((0, -56), 56, 18, ROCK.light, line=MIDDLE)
    pen.blob(ring((0, -57), 44, 12.5, 10), EARTH.dark, off=ON_THE_LINE, line=3)
    pen.blob(
        [(-41, -58), (-24, -65), (0, -68), (26, -65), (42, -58), (20, -52), (-20, -52)],
        EARTH.base,
        off=A_LITTLE_OFF,
        line=0,
    )
    pen.dots(
        [(-26, -58), (-12, -62), (20, -61), (30, -57), (-16, -55), (12, -55)],
        width=3,
        colour=EARTH.dark,
    )
    _plant(pen)
    pen.line([(-58, -118), (64, -118)], width=6)
    pen.line([(-56, -118), (62, -118)], width=2.5, colour=EARTH.base)
    pen.line([(64, -118), (72, -118), (72, -104)], width=MIDDLE)
    pen.shape([(-66, -120), (-44, -146), (58, -146), (66, -120)], EARTH.base, line=MIDDLE)
    pen.flat([(22, -121), (22, -145), (57, -145), (65, -121)], EARTH.dark)
    pen.line(
        [(-58, -129), (62, -129)], [(-51, -138), (60, -138)], width=2, dash="11 4", strength=0.7
    )
    pen.shape([(66, -22), (88, -26), (91, -4), (70, 0)], EARTH.base, line=3, off=A_LITTLE_OFF)
    pen.line([(67, -16), (89, -20)], [(69, -6), (90, -10)], width=2)
    pen.line([(66, -22), (70, -36), (84, -38), (88, -26)], width=2, curved=True)
    coins = (
        (-76, 2),
        (-64, 12),
        (-40, 15),
        (-10, 18),
        (24, 16),
        (48, 14),
        (-86, -10),
        (-70, -16),
        (4, 13),
        (82, 9),
    )
    for x, y in coins:
        pen.flat(ring((x, y + 2.5), 7, 4.2, 8), EARTH.dark, curved=True)
        pen.round((x, y), 6.6, 4.2, mix(SAND.base, PAPER, 0.3), line=2, off=ON_THE_LINE)
    pen.ticks([[(x - 2.5, y), (x + 2.5, y)] for x, y in coins], width=1.8, colour=EARTH.dark)
    pen.ticks(
        grass([(-82, 8), (-52, 8), (-26, 20), (8, 22), (36, 20), (60, 18), (-66, -8), (72, 12)], 7),
        colour=mix(WOOD.dark, LINE, 0.3),
    )


def _stones(pen: Pen) -> None:
    for row, (y, dip) in enumerate(((-40, 14), (-24, 14), (-9, 13))):
        pen.line(arc((0, y - 2), 55 - row * 2, dip, 8, 172, 9), curved=True, width=2, strength=0.8)
        angles = range(24 + row % 2 * 13, 165, 27)
        pen.line(
            *[
                [
                    arc((0, y - 2), 55 - row * 2, dip, angle, angle + 1, 2)[0],
                    arc((0, y + 13), 54 - row * 3, dip, angle, angle + 1, 2)[0],
                ]
                for angle in angles
                if row < 2
            ],
            width=2,
            strength=0.8,
        )


def _plant(pen: Pen) -> None:
    pen.line([(0, -60), (2, -80), (-2, -98)], width=MIDDLE, curved=True)
    for x, y, tip_x, tip_y in (
        (1, -70, -32, -80),
        (1, -74, 34, -84),
        (1, -84, -24, -102),
        (0, -86, 26, -104),
        (-2, -96, -1, -114),
    ):
        dx, dy = tip_x - x, tip_y - y
        pen.blob(
            [
                (x, y),
                (x + dx * 0.4 - dy * 0.26, y + dy * 0.4 + dx * 0.26),
                (tip_x, tip_y),
                (x + dx * 0.5 + dy * 0.26, y + dy * 0.5 - dx * 0.26),
            ],
            WOOD.base,
            line=3,
            off=A_LITTLE_OFF,
        )
        pen.line([(x, y), lerp((x, y), (tip_x, tip_y), 0.8)], width=2, strength=0.8)
