"""The east of the middle: the travel agency, the volcano, the land not yet explored."""

from __future__ import annotations

import math

from landscape.curves import Point, arc, ring, smooth
from landscape.ink import A_LITTLE_OFF, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import awning, fir, grass, ground_shade, hill, person, tree
from landscape.palette import EARTH, LINE, MEADOW, PAPER, ROCK, SAND, SEA, WOOD, mix


def reisbureau(pen: Pen) -> None:
    """A kiosk with an awning and a globe on its roof; the clerk leans over to a visitor."""
    pen.origin = (1520, 594)
    pen.flat(
        [(-92, -4), (-40, -16), (70, -16), (98, -6), (60, 8), (-60, 9)], SAND.light, curved=True
    )
    ground_shade(pen, (84, -4), 34, 11)
    pen.shape([(50, 0), (80, -15), (80, -98), (50, -90)], EARTH.dark, off=A_LITTLE_OFF)
    pen.hatch([(50, 0), (80, -15), (80, -98), (50, -90)], angle=62, gap=8, strength=0.45)
    pen.shape(
        [(-62, 0), (50, 0), (50, -94), (-62, -94)],
        mix(LINE, ROCK.dark, 0.35),
        off=ON_THE_LINE,
        line=3,
        under=LINE,
    )
    for index, x in enumerate((-56, -44, 24, 36)):
        pen.shape(
            [(x, -58), (x + 9, -58), (x + 9, -74 + index % 2 * 4), (x, -74 + index % 2 * 4)],
            (PAPER, SAND.base, SEA.light, EARTH.light)[index],
            line=2,
            off=ON_THE_LINE,
        )
    _clerk(pen)
    pen.shape([(-62, 0), (50, 0), (50, -44), (-62, -44)], EARTH.light, line=3, off=A_LITTLE_OFF)
    pen.line(*[[(x, -2), (x, -40)] for x in range(-48, 48, 14)], width=2, strength=0.5)
    pen.shape([(-70, -44), (56, -44), (52, -51), (-64, -51)], SAND.base, line=3, off=A_LITTLE_OFF)
    pen.shape([(-40, -46), (-10, -46), (-14, -54), (-38, -53)], PAPER, line=2, off=ON_THE_LINE)
    pen.line([(-26, -46), (-27, -53)], width=1.6)
    pen.line([(-6, -60), (-20, -53)], width=4)
    pen.shape(
        [(50, -92), (88, -106), (74, -128), (46, -124)], mix(SEA.base, LINE, 0.2), off=A_LITTLE_OFF
    )
    awning(pen, (-78, 58), (-58, 46), -88, -124, 8, (SEA.base, PAPER))
    pen.line([(-6, -124), (-6, -132)], width=MIDDLE)
    pen.round((-6, -148), 17, 17, SEA.light, line=MIDDLE)
    pen.flat([(-16, -156), (-6, -160), (0, -152), (-8, -146), (-14, -148)], WOOD.base, curved=True)
    pen.flat([(2, -146), (9, -150), (8, -140), (2, -137)], WOOD.base, curved=True)
    pen.line(
        [(-23, -148), (-6, -144), (11, -148)],
        [(-6, -165), (0, -148), (-6, -131)],
        [(-6, -165), (-12, -148), (-6, -131)],
        width=1.8,
        curved=True,
    )
    person(pen, (-44, 12), EARTH.base, facing=1, pack=True, arm=(12, -4))
    person(pen, (-70, 14), WOOD.dark, facing=1)
    pen.shape([(62, 6), (92, -4), (92, -9), (62, 1)], EARTH.base, off=ON_THE_LINE)
    pen.line([(65, 6), (65, 14)], [(90, -4), (90, 4)], width=3)
    pen.ticks(grass([(-88, 10), (-20, 14), (30, 12), (96, 12)]), colour=WOOD.dark)


def _clerk(pen: Pen) -> None:
    pen.shape([(4, -44), (26, -44), (16, -66), (-2, -67)], PAPER, off=ON_THE_LINE)
    pen.line([(0, -63), (-8, -58)], width=4)
    pen.round((-8, -71), 6.2, 6.6, SAND.base, line=2.5)
    pen.blob(
        [(-12, -76), (-7, -80), (-1, -76), (-2, -70), (-5, -74)],
        EARTH.dark,
        off=ON_THE_LINE,
        line=2,
    )


def vulkaan(pen: Pen) -> None:
    """An open cone on a green flank; what burst hangs above it like confetti."""
    pen.origin = (1560, 912)
    left = [(-138, 2), (-112, -20), (-84, -62), (-60, -104), (-41, -134)]
    right = [(41, -134), (58, -108), (84, -64), (112, -22), (140, 2)]
    green = mix(WOOD.base, MEADOW.base, 0.45)
    pen.flat([*left, *right, (90, 10), (0, 14), (-90, 10)], green, curved=True)
    pen.flat(
        [(8, -128), *right, (96, 8), (52, 10), (44, -30), (26, -80)],
        mix(WOOD.dark, EARTH.base, 0.25),
    )
    lip = [
        (-41, -134),
        (0, -140),
        (41, -134),
        (58, -107),
        (70, -88),
        (52, -72),
        (44, -88),
        (30, -52),
        (16, -82),
        (2, -42),
        (-12, -78),
        (-28, -56),
        (-38, -84),
        (-56, -70),
        (-66, -92),
        (-58, -108),
    ]
    pen.flat(lip, EARTH.base)
    pen.flat(
        [(10, -130), (41, -134), (58, -107), (70, -88), (52, -72), (44, -88), (30, -52), (20, -80)],
        EARTH.dark,
    )
    pen.flat([(-38, -132), (-26, -128), (-40, -96), (-52, -78), (-62, -94)], EARTH.light)
    pen.hatch(
        [(22, -120), *right, (100, 6), (70, -20), (44, -70)],
        angle=56,
        gap=8,
        strength=0.5,
        ragged=9,
    )
    gullies = (
        [(-30, -112), (-50, -70), (-88, -12)],
        [(-12, -70), (-20, -44), (-40, -6)],
        [(8, -44), (10, -26), (4, -2)],
        [(-44, -112), (-74, -62), (-104, -12)],
        [(28, -112), (40, -78), (46, -58)],
        [(-16, -118), (-26, -88)],
        [(4, -118), (4, -90)],
    )
    pen.line(*gullies, curved=True, strength=0.65)
    pen.line(left, right, width=MIDDLE)
    pen.round((0, -134), 41, 13, EARTH.light, line=MIDDLE)
    pen.flat(ring((1, -131.5), 32, 9, 12), mix(LINE, EARTH.dark, 0.2), curved=True)
    pen.line(arc((1, -129), 27, 6, 20, 160, 7), colour=SAND.base, width=3, curved=True)
    for x, y, high in (
        (-118, 6, 26),
        (-98, 10, 32),
        (-72, 12, 28),
        (-46, 14, 24),
        (86, 12, 30),
        (112, 8, 24),
        (66, 14, 22),
        (8, 14, 20),
        (-12, 16, 24),
    ):
        tree(pen, (x, y), high)
    pen.ticks(
        grass(
            [
                (-84, -28),
                (-66, -16),
                (-30, -24),
                (-10, -12),
                (-52, -40),
                (20, -12),
                (40, 2),
                (-24, 4),
            ]
        ),
        colour=WOOD.dark,
    )
    _confetti(pen)


def _confetti(pen: Pen) -> None:
    """Shards in every ink, each turned its own way, thrown up in a wide fan."""
    inks = (SAND.base, SEA.base, PAPER, EARTH.base, WOOD.base, SEA.light, SAND.light, ROCK.base)
    places = (
        (-8, -162, 7),
        (10, -172, 8),
        (-28, -176, 8),
        (30, -186, 9),
        (-4, -196, 10),
        (-46, -196, 9),
        (52, -200, 8),
        (18, -212, 9),
        (-22, -218, 9),
        (-68, -212, 8),
        (74, -214, 8),
        (42, -224, 7),
        (-46, -232, 7),
        (2, -238, 7),
        (96, -196, 7),
        (-90, -192, 7),
        (68, -174, 6),
        (-62, -168, 6),
        (-104, -166, 5),
        (104, -166, 5),
        (26, -246, 5),
        (-78, -240, 5),
        (86, -238, 5),
    )
    for index, (x, y, size) in enumerate(places):
        turn = pen.rng.uniform(0, math.tau)
        corners = 3 + index % 3
        shard = [
            (
                x + math.cos(turn + math.tau * step / corners) * size * (1.5 if step % 2 else 1.0),
                y + math.sin(turn + math.tau * step / corners) * size * 1.1,
            )
            for step in range(corners)
        ]
        pen.shape(shard, inks[index % len(inks)], off=A_LITTLE_OFF)
    sparks = [
        (-16, -184),
        (20, -192),
        (-36, -208),
        (38, -206),
        (-58, -188),
        (60, -186),
        (8, -224),
        (-12, -206),
        (84, -186),
        (-84, -208),
        (56, -236),
        (-30, -244),
    ]
    pen.dots(sparks, width=MIDDLE, colour=EARTH.dark)


def onontgonnen(pen: Pen) -> None:
    """Relief that thins: hatched hills, bare height lines, broken ones, dots, then blank paper."""
    for (x, y), width, height in (
        ((2042, 752), 92, 32),
        ((2108, 744), 84, 26),
        ((2026, 808), 66, 28),
        ((2020, 934), 72, 26),
    ):
        hill(pen, (x, y), width, height, mix(MEADOW.base, PAPER, 0.25))
    for x, y, high in ((2020, 764, 30), (2076, 752, 28), (2008, 826, 26)):
        fir(pen, (x, y), high, WOOD.light)
    _height_lines(
        pen, (2178, 754), 66, 30, ((1.0, ""), (0.72, ""), (0.46, "13 6"), (0.22, "6 8")), 60
    )
    _height_lines(
        pen, (2072, 848), 40, 46, ((1.0, ""), (0.74, "16 7"), (0.5, "8 8"), (0.26, "1 8")), 20
    )
    _height_lines(pen, (2262, 744), 36, 24, ((1.0, "12 8"), (0.62, "2 9")), 100)
    _height_lines(pen, (2066, 930), 34, 26, ((1.0, "9 9"), (0.6, "1 9")), 0)
    dots = []
    for _ in range(150):
        angle = pen.rng.uniform(math.pi * 0.6, math.pi * 1.72)
        reach = 1.16 - 0.5 * pen.rng.random() ** 1.5
        dots.append((2190 + math.cos(angle) * 130 * reach, 872 + math.sin(angle) * 140 * reach))
    pen.dots(dots, width=3, strength=0.5)
    _surveyor(pen)


def _height_lines(
    pen: Pen,
    top: Point,
    across: float,
    down: float,
    levels: tuple[tuple[float, str], ...],
    opening: float,
) -> None:
    """Nested height lines round one hill, open towards the blank side."""
    for level, dash in levels:
        start = opening - 30 + 40 * (1 - level)
        ring_part = arc(top, across * level, down * level, start + 20, start + 320, 11)
        rough = [(x + pen.rng.uniform(-3, 3), y + pen.rng.uniform(-2, 2)) for x, y in ring_part]
        pen.stroke([smooth(rough)], strength=0.8 if not dash else 0.65, dash=dash)


def _surveyor(pen: Pen) -> None:
    """Somebody with a pack looks out from the edge of the drawing, a measuring table beside."""
    person(pen, (2048, 962), EARTH.base, facing=1, pack=True, arm=(10, -9))
    pen.line(
        [(2078, 934), (2068, 964)],
        [(2078, 934), (2088, 964)],
        [(2078, 934), (2078, 964)],
        width=2.5,
    )
    pen.shape(
        [(2068, 928), (2088, 928), (2091, 934), (2065, 934)], PAPER, line=2.5, off=ON_THE_LINE
    )
    pen.ticks(grass([(2030, 966), (2060, 972), (2094, 970), (2016, 954)]), colour=WOOD.dark)
