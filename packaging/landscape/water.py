"""The sea, the rivers and the brook."""

from __future__ import annotations

import math
from random import Random

from landscape.curves import (
    Point,
    Trace,
    beside,
    distance_to,
    inside,
    onto,
    ring,
    roughened,
    smooth,
)
from landscape.ink import A_LITTLE_OFF, Pen, Sheet
from landscape.palette import PAPER, ROCK, SEA, SEA_DEEP, mix
from landscape.sites import BROOK_C, COAST, HEIGHT, LAND, MOUTH, RIVER_A, RIVER_B

SHALLOWS = mix(SEA.base, SEA.light, 0.85)


def draw_sea(sheet: Sheet) -> None:
    """Water along the west, lighter near the shore, with lines that echo the coast."""
    pen = Pen(sheet, "sea")
    with sheet.group("sea"):
        pen.flat([(-20, -20), *COAST, (440, 1630), (-20, 1630)], SEA.base)
        for away, colour in (
            (62.0, mix(SEA.base, SEA.light, 0.4)),
            (34.0, SHALLOWS),
        ):
            edge = _seaward(away, pen.rng, 5)
            pen.fill(
                [[*smooth(edge), ("L", ((600, 1630),)), ("L", ((600, -30),)), ("Z", ())]], colour
            )
        for away, dash in ((14.0, "90 16"), (36.0, "46 14 18 14"), (64.0, "26 22")):
            edge = _seaward(away, pen.rng, 2.5)
            pen.stroke([smooth(edge)], colour=SEA_DEEP, strength=0.75, dash=dash)
        _draw_waves(pen)
        _draw_skerries(pen)
        _draw_sails(pen)


def _seaward(away: float, rng: Random, rough: float) -> list[Point]:
    line = [point for point in beside(COAST, away) if distance_to(point, COAST) > away * 0.92]
    return roughened(line[::2], rng, rough)


def _draw_waves(pen: Pen) -> None:
    """Rows of small swells, gathered where a breeze passes and few where it is calm."""
    dark: list[Trace] = []
    pale: list[Trace] = []
    rng = pen.rng
    y = 20.0
    row = 0
    while y < HEIGHT:
        x = -10.0 + (row % 3) * 21 + rng.uniform(0, 20)
        while x < 590:
            spot = (x, y + rng.uniform(-4, 4) + 5 * math.sin(x / 70 + row))
            breeze = (
                math.sin(x / 83 + y / 210) + math.sin(y / 97 - x / 160) + rng.uniform(-0.7, 0.7)
            )
            if not inside(spot, LAND) and distance_to(spot, COAST) > 78 and breeze > -1.1:
                size = rng.uniform(9, 15)
                swell = [
                    (spot[0] - size, spot[1] + 1),
                    (spot[0] - size * 0.35, spot[1] - size * 0.34),
                    (spot[0] + size * 0.3, spot[1] + 0.6),
                    (spot[0] + size, spot[1] - size * 0.3),
                ]
                (pale if rng.random() < 0.4 else dark).append(smooth(swell))
            x += rng.uniform(46, 74)
        y += 21
        row += 1
    pen.stroke(dark, colour=SEA_DEEP, strength=0.7)
    pen.stroke(pale, width=3, colour=PAPER, strength=0.6)


def _draw_skerries(pen: Pen) -> None:
    """A few rocks under the cliff and off the cape, with foam round them, and gulls above."""
    for x, y, size in (
        (276, 96, 11),
        (258, 118, 7),
        (304, 372, 12),
        (326, 392, 8),
        (84, 716, 9),
        (66, 734, 6),
        (70, 1500, 8),
    ):
        pen.stroke(
            [smooth(ring((x, y + 4), size * 1.7, size * 0.7, 9)[4:9])],
            width=3,
            colour=PAPER,
            strength=0.9,
        )
        pen.shape(
            [
                (x - size, y + 3),
                (x - size * 0.5, y - size * 0.7),
                (x + size * 0.2, y - size),
                (x + size, y + 2),
                (x + size * 0.3, y + 5),
            ],
            ROCK.base,
            off=A_LITTLE_OFF,
        )
        pen.flat(
            [(x + size * 0.2, y - size * 0.9), (x + size * 0.9, y + 2), (x + size * 0.3, y + 4)],
            ROCK.dark,
        )
    gulls: list[Trace] = []
    for x, y, size in (
        (252, 330, 9),
        (276, 318, 7),
        (236, 350, 6),
        (120, 96, 8),
        (142, 84, 6),
        (70, 1010, 8),
        (92, 996, 6),
    ):
        gulls.append(
            [
                ("M", ((x - size, y - size * 0.3),)),
                ("Q", ((x - size * 0.4, y - size * 0.8), (x, y))),
                ("Q", ((x + size * 0.4, y - size * 0.8), (x + size, y - size * 0.3))),
            ]
        )
    pen.stroke(gulls)


def _draw_sails(pen: Pen) -> None:
    """Two small boats under sail, far from each other."""
    for x, y in ((150, 388), (84, 1226)):
        pen.shape(
            [(x - 15, y), (x + 16, y), (x + 10, y + 7), (x - 10, y + 7)],
            ROCK.light,
            off=A_LITTLE_OFF,
        )
        pen.line([(x, y), (x, y - 30)])
        pen.shape([(x + 2, y - 29), (x + 17, y - 4), (x + 2, y - 4)], PAPER, off=A_LITTLE_OFF)
        pen.shape([(x - 2, y - 24), (x - 12, y - 4), (x - 2, y - 4)], ROCK.light, off=A_LITTLE_OFF)
        pen.ticks(
            [[(x - 22, y + 11), (x + 8, y + 11)], [(x - 6, y + 15), (x + 22, y + 15)]],
            colour=SEA_DEEP,
            strength=0.8,
        )


def draw_waters(pen: Pen) -> None:
    """The rivers, widening on their way, then the mouths where the sea reaches in."""
    for course, narrow, broad in (
        (RIVER_A, 7, 25),
        (BROOK_C, 2, 14),
        (RIVER_B, 10, 28),
    ):
        _draw_river(pen, course, narrow, broad)
    _draw_estuary(pen, RIVER_A[-7:], (0, 8, 11, 13, 16, 20, 26))
    _draw_estuary(pen, MOUTH, (20, *(28 + 3 * index for index in range(len(MOUTH) - 1))))
    flows = []
    for course in (RIVER_A, RIVER_B, BROOK_C):
        line = roughened(course, pen.rng, 1.5)
        for start in range(2, len(line) - 4, 5):
            midstream = beside(line, pen.rng.choice((-1, 1)) * pen.rng.uniform(3.5, 6.5))
            flows.append(smooth(midstream[start : start + pen.rng.choice((3, 4))]))
    pen.stroke(flows, colour=SEA_DEEP, strength=0.8)


def _draw_river(pen: Pen, course: list[Point], narrow: float, broad: float) -> None:
    count = len(course) - 1
    halves = [
        (narrow + (broad - narrow) * (index / count) ** 0.8) / 2 + pen.rng.uniform(-0.9, 0.9)
        for index in range(count + 1)
    ]
    left, right = beside(course, [-half for half in halves]), beside(course, halves)
    pen.fill([[*smooth(left), *onto(right[::-1]), ("Z", ())]], SEA.light)
    pen.fill(
        [
            [
                *smooth([(x + 3, y + 2) for x, y in left]),
                *onto([(x + 1, y) for x, y in right[::-1]]),
                ("Z", ()),
            ]
        ],
        SEA.base,
    )
    pen.stroke([smooth(left), smooth(right)])


def _draw_estuary(pen: Pen, course: list[Point], halves: tuple[float, ...]) -> None:
    """Sea water that reaches in over the coast line, in the ink of the shallows."""
    left, right = beside(course, [-half for half in halves]), beside(course, halves)
    pen.fill([[*smooth(left), *onto(right[::-1]), ("Z", ())]], SHALLOWS)
    if course is MOUTH:
        pen.stroke([smooth(left[3:6]), smooth(right[3:6])])
    for away, dash in ((-13, "26 60"), (2, "0 34 20 50"), (14, "0 12 18 70")):
        line = smooth(beside(course[1:], away))
        pen.stroke([line], colour=SEA_DEEP, strength=0.55, dash=dash)
