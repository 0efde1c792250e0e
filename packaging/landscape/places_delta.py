"""Where two streams meet before the sea."""

from __future__ import annotations

import math
from collections.abc import Sequence

from landscape.curves import Point, Trace, arc, beside, onto, ring, smooth
from landscape.ink import MIDDLE, ON_THE_LINE, Pen
from landscape.palette import EARTH, PAPER, SAND, SEA, SEA_DEEP, mix
from landscape.sites import BROOK_C, RIVER_B


def worsteling(pen: Pen) -> None:
    """Two streams in two blues turn round one another; under the water pebbles glint."""
    pen.origin = (300, 1375)
    light, dark = mix(SEA.light, PAPER, 0.35), mix(SEA.base, SEA_DEEP, 0.42)
    pen.flat(ring((3, 3), 123, 82, 16), SEA.base, curved=True)
    _tongue(pen, RIVER_B, 14, light)
    _tongue(pen, BROOK_C, 8, dark)
    for turn, ink in ((math.pi * 1.72, light), (math.pi * 0.72, dark)):
        pen.fill([_swirl(turn)], ink)
    for turn, ink in ((math.pi * 1.72, SEA_DEEP), (math.pi * 0.72, light)):
        pen.stroke(
            [smooth(_spiral(turn + step)[2:-5]) for step in (0.5, 1.0, 1.5, 2.0, 2.5)],
            colour=ink,
            strength=0.9,
            dash="60 9 24 9",
        )
    pen.stroke([smooth(_spiral(turn)) for turn in (math.pi * 1.72, math.pi * 0.72)], width=MIDDLE)
    pen.line(_rim_between(2, 154), _rim_between(196, 305), width=MIDDLE, curved=True)
    pebbles = (
        (-58, 40),
        (-38, 53),
        (-14, 58),
        (12, 60),
        (36, 54),
        (60, 43),
        (-2, 46),
        (-26, 41),
        (24, 43),
    )
    for index, (x, y) in enumerate(pebbles):
        pen.round(
            (x, y),
            8 - index % 3,
            5,
            (SAND.base, PAPER, EARTH.light)[index % 3],
            line=2.2,
            off=ON_THE_LINE,
        )
    glints = ((-72, 20), (48, 66), (78, 22), (-44, -46), (2, 34), (-30, 66), (70, -30))
    pen.ticks(
        [
            stroke
            for x, y in glints
            for stroke in ([(x - 6, y), (x + 6, y)], [(x, y - 6), (x, y + 6)])
        ],
        width=3,
        colour=PAPER,
    )


def _rim_between(start: float, stop: float) -> list[Point]:
    return arc((0, 0), 122, 80, start, stop, max(4, int((stop - start) / 14)))


def _tongue(pen: Pen, course: Sequence[Point], half: float, ink: str) -> None:
    """A stream's own blue, running to a point against the current."""
    near = [(x - 300, y - 1375) for x, y in course if 70 < math.dist((x, y), (300, 1375)) < 270]
    halves = [half * min(1.0, index / 4) for index in range(len(near))]
    one, other = beside(near, [-reach for reach in halves]), beside(near, halves)
    pen.fill([[*smooth(one), *onto(other[::-1]), ("Z", ())]], ink)
    pen.stroke([smooth(near[3:])], colour=SEA_DEEP, strength=0.7, dash="16 9")


def _spiral(turn: float) -> list[Point]:
    """From the rim inwards, nearly once round."""
    points = []
    for step in range(20):
        share = step / 19
        angle = turn + share * math.tau * 0.95
        reach = (1 - share) ** 0.9
        points.append((math.cos(angle) * 122 * reach, math.sin(angle) * 80 * reach))
    return points


def _swirl(turn: float) -> Trace:
    """One of the two arms of the eddy, half the rim wide."""
    rim = [
        (math.cos(turn + math.pi * step / 8) * 122, math.sin(turn + math.pi * step / 8) * 80)
        for step in range(8, -1, -1)
    ]
    return [*smooth(_spiral(turn)), *onto(_spiral(turn + math.pi)[::-1]), *onto(rim), ("Z", ())]
