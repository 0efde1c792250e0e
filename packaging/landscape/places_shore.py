"""The brambles on the cape and the beach south of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from landscape.curves import Point, ring, sampled, smooth
from landscape.ink import A_LITTLE_OFF, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import grass, ground_shade, person
from landscape.palette import EARTH, LINE, PAPER, SAND, SEA, SEA_DEEP, WOOD, mix


def prikkelstruiken(pen: Pen) -> None:
    """Brambles on the cape, full of thorns and berries; one branch reaches out over the sand."""
    pen.origin = (440, 894)
    pen.flat(
        [(-92, -4), (-40, -14), (50, -14), (94, -4), (60, 8), (-50, 8)], SAND.dark, curved=True
    )
    pen.bush(
        [
            (-70, -2),
            (-76, -30),
            (-58, -58),
            (-28, -78),
            (8, -84),
            (42, -70),
            (62, -44),
            (70, -18),
            (66, -2),
            (30, 4),
            (-30, 4),
        ],
        WOOD.dark,
        line=0,
        bulge=0.3,
    )
    pen.bush(
        [
            (-60, -4),
            (-62, -30),
            (-44, -54),
            (-12, -68),
            (20, -62),
            (36, -40),
            (40, -14),
            (20, 0),
            (-30, 2),
        ],
        WOOD.base,
        line=0,
        bulge=0.3,
    )
    canes = (
        [(-20, 0), (-66, -30), (-80, -66), (-62, -88)],
        [(-8, 0), (-44, -62), (-22, -104), (8, -112)],
        [(4, 0), (-10, -70), (26, -116), (58, -104)],
        [(14, 0), (30, -52), (66, -76), (88, -58)],
        [(22, 0), (52, -26), (84, -30), (92, -8)],
        [(-30, 2), (-66, -10), (-90, -34), (-94, -10)],
        [(-2, 0), (10, -44), (-8, -84), (-48, -92)],
        [(8, 0), (44, -36), (48, -76), (24, -92)],
    )
    for cane in canes:
        _cane(pen, cane, 3.0, 12)
    _cane(pen, [(4, 0), (40, -70), (84, -112), (126, -112), (152, -78)], 4.5, 13)
    leaves = (
        (-78, -62),
        (-54, -44),
        (-40, -86),
        (-14, -104),
        (4, -88),
        (30, -112),
        (46, -86),
        (66, -74),
        (80, -52),
        (58, -34),
        (84, -22),
        (-84, -26),
        (-60, -14),
        (-26, -52),
        (16, -46),
        (-4, -28),
        (36, -18),
        (98, -112),
        (126, -106),
        (-70, -40),
        (-16, -74),
        (24, -74),
        (50, -20),
        (-40, -22),
        (8, -12),
        (-6, -108),
        (70, -20),
        (142, -98),
    )
    for index, (x, y) in enumerate(leaves):
        _leaf(pen, (x, y), 1 if index % 2 else -1)
    for x, y in (
        (-66, -80),
        (-34, -68),
        (-10, -76),
        (18, -100),
        (40, -60),
        (62, -54),
        (-50, -26),
        (0, -50),
        (26, -30),
        (72, -12),
        (-88, -44),
        (112, -100),
        (138, -88),
    ):
        pen.bush(
            ring((x, y), 5.2, 5.2, 6), mix(LINE, SEA_DEEP, 0.35), line=2, off=ON_THE_LINE, bulge=0.4
        )
        pen.dots([(x - 1.6, y - 2)], width=2.5, colour=PAPER)
    pen.ticks(grass([(-80, 4), (-56, 8), (50, 8), (84, 6)]), colour=EARTH.dark)


def _cane(pen: Pen, controls: Sequence[Point], width: float, gap: float) -> None:
    """One thorny stem."""
    line = sampled(controls, gap)
    pen.stroke([smooth(line)], width=width + 4)
    pen.stroke([smooth(line)], width=width, colour=EARTH.base)
    thorns = []
    for index in range(1, len(line) - 1):
        (ax, ay), (x, y), (bx, by) = line[index - 1], line[index], line[index + 1]
        run = math.hypot(bx - ax, by - ay) or 1
        side = 1 if index % 2 else -1
        thorns.append(
            [
                (x, y),
                (
                    x - (by - ay) / run * 9 * side + (bx - ax) / run * 3,
                    y + (bx - ax) / run * 9 * side + (by - ay) / run * 3,
                ),
            ]
        )
    pen.ticks(thorns)


def _leaf(pen: Pen, at: Point, side: int) -> None:
    x, y = at
    pen.blob(
        [
            (x, y),
            (x + 6 * side, y - 6),
            (x + 14 * side, y - 5),
            (x + 17 * side, y + 2),
            (x + 8 * side, y + 4),
        ],
        WOOD.light,
        off=ON_THE_LINE,
        line=2.2,
    )
    pen.line([(x, y), (x + 13 * side, y - 1)], width=1.8, strength=0.7)


def strand(pen: Pen) -> None:
    """Dunes with marram grass, two striped cabins, somebody in a hammock, a kite in the wind."""
    pen.origin = (470, 1150)
    for x, y, across, down in (
        (96, -50, 62, 42),
        (18, -54, 70, 36),
        (138, -26, 36, 30),
        (-34, -40, 46, 20),
    ):
        _dune(pen, x, y, across, down)
    ground_shade(pen, (62, -14), 40, 7, EARTH.dark)
    ground_shade(pen, (124, -8), 34, 7, EARTH.dark)
    _cabin(pen, (0, -14), SEA.base)
    _cabin(pen, (66, -8), EARTH.base)
    _kite(pen)
    _hammock(pen)
    pen.flat([(34, 6), (60, 1), (78, 5), (52, 11)], SEA.base)
    pen.line([(34, 6), (60, 1), (78, 5), (52, 11), (34, 6)], width=2)
    pen.line([(44, 4), (68, 8)], colour=PAPER, width=2)
    pen.dots([(-134, -18), (-20, 8), (100, 8), (8, 4), (-128, -30)], width=5, colour=PAPER)


def _dune(pen: Pen, x: float, y: float, across: float, down: float) -> None:
    """A dune: pale windward side, shaded lee, marram on its crest."""
    crest = [
        (x + across * dx, y - down * dy)
        for dx, dy in (
            (-1, 0),
            (-0.72, 0.34),
            (-0.3, 0.8),
            (0.05, 1),
            (0.36, 0.86),
            (0.6, 0.5),
            (0.84, 0.2),
            (1, 0),
        )
    ]
    pen.flat(
        [*crest, (x + across * 0.4, y + 10), (x - across * 0.4, y + 10)],
        mix(SAND.light, PAPER, 0.4),
        curved=True,
    )
    lee = [
        *crest[3:],
        (x + across * 0.5, y + 7),
        (x + across * 0.3, y - down * 0.2),
        (x + across * 0.12, y - down * 0.55),
    ]
    pen.flat(lee, SAND.dark, curved=True)
    pen.hatch(lee, angle=64, gap=7, colour=EARTH.dark, strength=0.8)
    pen.line(crest, curved=True)
    tufts = [
        (
            crest[2][0] + (crest[5][0] - crest[2][0]) * step / 6,
            y - down * (0.86 + 0.1 * (step % 2) - 0.05 * abs(step - 3)),
        )
        for step in range(7)
    ]
    pen.ticks(grass(tufts, 12), colour=mix(WOOD.dark, LINE, 0.4))


def _cabin(pen: Pen, corner: Point, stripe: str) -> None:
    """A little house for the beach, painted in stripes."""
    x, y = corner
    pen.shape(
        [(x + 40, y), (x + 57, y - 9), (x + 57, y - 50), (x + 40, y - 44)],
        mix(stripe, LINE, 0.25),
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [(x, y), (x + 40, y), (x + 40, y - 44), (x + 20, y - 66), (x, y - 44)],
        PAPER,
        line=3,
        off=ON_THE_LINE,
    )
    for left, right, high_left, high_right in (
        (0, 6, 44, 51),
        (12, 17, 56, 61),
        (23, 28, 62, 57),
        (34, 40, 51, 44),
    ):
        pen.flat(
            [
                (x + left, y - 1),
                (x + right, y - 1),
                (x + right, y - high_right),
                (x + left, y - high_left),
            ],
            stripe,
        )
    pen.line(
        [(x, y), (x + 40, y), (x + 40, y - 44), (x + 20, y - 66), (x, y - 44), (x, y)], width=3
    )
    pen.shape([(x + 13, y), (x + 13, y - 29), (x + 27, y - 29), (x + 27, y)], LINE, off=ON_THE_LINE)
    pen.shape(
        [(x + 20, y - 69), (x + 38, y - 76), (x + 62, y - 51), (x + 45, y - 42)],
        mix(stripe, PAPER, 0.2),
        line=3,
        off=A_LITTLE_OFF,
    )
    pen.line([(x - 6, y - 40), (x + 20, y - 69), (x + 46, y - 40)], width=MIDDLE)


def _hammock(pen: Pen) -> None:
    """Two poles, a sagging cloth, somebody lying in it with one arm hanging out."""
    ground_shade(pen, (-82, 4), 42, 5, EARTH.dark)
    pen.line([(-124, 4), (-119, -50)], [(-40, 6), (-45, -50)], width=6)
    pen.line([(-119, -45), (-109, -34)], [(-45, -44), (-54, -32)], width=2.5)
    pen.blob(
        [(-100, -28), (-90, -33), (-74, -31), (-64, -26), (-74, -16), (-98, -18)],
        EARTH.base,
        off=ON_THE_LINE,
    )
    pen.round((-103, -33), 5.2, 5.2, SAND.base)
    pen.print(
        [
            [
                ("M", ((-111, -36),)),
                ("Q", ((-82, 20), (-52, -34))),
                ("Q", ((-80, -4), (-111, -36))),
                ("Z", ()),
            ]
        ],
        SEA.base,
        line=3,
        off=A_LITTLE_OFF,
    )
    pen.line(
        [(-101, -24), (-96, -14)],
        [(-88, -14), (-86, -7)],
        [(-74, -15), (-74, -7)],
        [(-63, -22), (-66, -14)],
        colour=PAPER,
        width=3,
    )
    pen.line([(-68, -27), (-60, -36)], [(-92, -12), (-95, 0)], width=3)


def _kite(pen: Pen) -> None:
    x, y = -62, -98
    pen.shape(
        [(x, y - 28), (x + 22, y - 3), (x - 6, y + 30), (x - 25, y - 6)],
        EARTH.base,
        line=MIDDLE,
        off=A_LITTLE_OFF,
    )
    pen.flat([(x, y - 26), (x + 20, y - 3), (x - 5, y + 28)], SEA.base)
    pen.line([(x, y - 28), (x - 6, y + 30)], [(x - 25, y - 6), (x + 22, y - 3)], width=2)
    pen.line(
        [(x - 6, y + 30), (x - 20, y + 36), (x - 28, y + 26), (x - 44, y + 30)],
        width=2,
        curved=True,
    )
    for dx, dy in ((-19, 36), (-40, 29)):
        for side in (-1, 1):
            pen.shape(
                [
                    (x + dx + 7 * side, y + dy - 4),
                    (x + dx, y + dy),
                    (x + dx + 7 * side, y + dy + 4),
                ],
                SAND.light,
                line=2,
                off=ON_THE_LINE,
            )
    pen.line([(x - 2, y), (-28, -58), (-10, -13)], width=1.8, curved=True)
    person(pen, (-18, 6), WOOD.base, facing=1, arm=(8, -3))
