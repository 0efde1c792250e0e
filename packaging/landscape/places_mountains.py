"""The north-east: the mountains, the one clear peak among them, and the inn at their foot."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from landscape.curves import Point, scalloped
from landscape.ink import A_LITTLE_OFF, FINE, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import fir, grass, ground_shade, hill, person, sitter, smoke, window
from landscape.palette import EARTH, LINE, MEADOW, PAPER, PAPER_DEEP, ROCK, SAND, SEA, WOOD, mix


def bergen(pen: Pen) -> None:
    """Five peaks with hatched right flanks and bands of cloud; the sixth is a place of its own."""
    far = [
        (1560, 372),
        (1600, 260),
        (1650, 214),
        (1700, 232),
        (1752, 170),
        (1830, 206),
        (1896, 150),
        (1960, 196),
        (2010, 158),
        (2060, 214),
        (2130, 172),
        (2180, 220),
        (2230, 190),
        (2290, 262),
        (2330, 380),
    ]
    pen.flat(far, mix(ROCK.light, ROCK.base, 0.6))
    pen.hatch(far, angle=60, gap=15, colour=ROCK.dark, strength=0.5, ragged=30)
    pen.line(far[1:-1], colour=ROCK.dark)
    _peak(pen, (1762, 98), (1640, 352), (1896, 352), 3)
    _peak(pen, (2222, 112), (2110, 360), (2300, 360), 2)
    _peak(pen, (1902, 72), (1776, 366), (2050, 366), 4)
    _cloud(pen, (1752, 196), 74, 17)
    _cloud(pen, (2246, 216), 54, 15)
    _peak(pen, (1640, 178), (1548, 384), (1752, 384), 2)
    _peak(pen, (1832, 214), (1730, 392), (1944, 392), 2)
    _cloud(pen, (1934, 226), 84, 19)
    _cloud(pen, (1664, 286), 70, 15)
    _foot(pen)


def _peak(pen: Pen, top: Point, left: Point, right: Point, kinks: int) -> None:
    """One mountain: a light left face, a hatched right one, a broken ridge between, snow on top."""
    rng = pen.rng
    slope_left = _jagged(pen, left, top, kinks + 2)
    slope_right = _jagged(pen, top, right, kinks + 3)
    foot = (top[0] + (right[0] - left[0]) * 0.1, left[1])
    ridge = _ridge(pen, top, foot)
    whole = [*slope_left, *slope_right[1:]]
    pen.shape(whole, ROCK.base, line=0)
    pen.flat([*ridge, *slope_right[::-1]], ROCK.dark)
    pen.hatch([*ridge, *slope_right[::-1]], angle=58, gap=9, strength=0.6, ragged=9)
    _spurs(pen, ridge, slope_left)
    _folds(pen, top, left)
    height = left[1] - top[1]
    cap = _cap(slope_left, slope_right, ridge, top[1] + height * 0.27)
    pen.flat(cap, PAPER)
    pen.flat(
        [
            top,
            *_until(slope_right, top[1] + height * 0.2),
            *_until(ridge, top[1] + height * 0.24)[::-1],
        ],
        PAPER_DEEP,
    )
    pen.line(cap[1:-1], strength=0.8)
    pen.line(ridge, strength=0.9)
    pen.line(whole, width=MIDDLE)
    gullies = []
    for share in (0.34, 0.62):
        x = left[0] + (top[0] - left[0]) * (share + 0.12)
        y = left[1] + (top[1] - left[1]) * share
        gullies.append([(x, y), (x + 7, y + 16), (x + rng.uniform(2, 9), y + 34)])
    pen.line(*gullies, strength=0.55)


def _jagged(pen: Pen, start: Point, end: Point, kinks: int) -> list[Point]:
    points = [start]
    for index in range(1, kinks):
        share = index / kinks
        points.append(
            (
                start[0] + (end[0] - start[0]) * share + pen.rng.uniform(-9, 9),
                start[1] + (end[1] - start[1]) * share + pen.rng.uniform(-7, 7),
            )
        )
    return [*points, end]


def _ridge(pen: Pen, top: Point, foot: Point) -> list[Point]:
    points = [top]
    for index in range(1, 6):
        share = index / 6
        swing = (15 if index % 2 else -11) * (0.6 + share)
        points.append(
            (
                top[0] + (foot[0] - top[0]) * share + swing,
                top[1] + (foot[1] - top[1]) * share + pen.rng.uniform(-6, 6),
            )
        )
    return [*points, foot]


def _spurs(pen: Pen, ridge: Sequence[Point], slope: Sequence[Point]) -> None:
    """Light falls on the upper sides of the spurs that run down the left face."""
    for index in (1, 3):
        x, y = ridge[index]
        run = (y - slope[-1][1]) * 0.55
        pen.flat(
            [(x, y), (x - run * 0.5, y + 14), (x - run * 0.75, y + 46), (x - 4, y + 34)], ROCK.light
        )


def _folds(pen: Pen, top: Point, left: Point) -> None:
    """Smaller spurs on the lit face, each with its own shade to the right."""
    high = left[1] - top[1]
    for share, wide in ((0.42, 0.1), (0.66, 0.16), (0.8, 0.13)):
        x = top[0] + (left[0] - top[0]) * share * 0.62
        y = top[1] + high * share
        fold = [
            (x, y),
            (x + high * wide * 0.5, y + high * 0.08),
            (x + high * wide * 0.34, y + high * 0.24),
            (x - high * wide * 0.2, y + high * 0.14),
        ]
        pen.flat(fold, ROCK.dark, strength=0.75)
        pen.line(
            [fold[3], fold[0], (x + high * wide * 0.2, y + high * 0.12), fold[2]], strength=0.65
        )


def _until(points: Sequence[Point], level: float) -> list[Point]:
    kept = []
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        kept.append((ax, ay))
        if by > level:
            share = (level - ay) / (by - ay)
            return [*kept, (ax + (bx - ax) * share, level)]
    return [*points]


def _cap(
    left: Sequence[Point], right: Sequence[Point], ridge: Sequence[Point], level: float
) -> list[Point]:
    """Snow: down both slopes, with a ragged hem."""
    one, other = _until(left[::-1], level), _until(right, level - 8)
    middle = _until(ridge, level + 10)[-1]
    ax, (bx, by) = one[-1][0], other[-1]
    hem = [
        (bx, by),
        (bx * 0.55 + middle[0] * 0.45, by - 12),
        middle,
        (middle[0] * 0.6 + ax * 0.4, level - 13),
        (middle[0] * 0.3 + ax * 0.7, level + 5),
    ]
    return [*other, *hem[1:], *one[::-1]]


def _cloud(pen: Pen, middle: Point, across: float, down: float) -> None:
    x, y = middle
    top = [
        (x - across, y),
        (x - across * 0.72, y - down * 0.8),
        (x - across * 0.3, y - down * 1.25),
        (x + across * 0.18, y - down * 1.1),
        (x + across * 0.62, y - down * 0.8),
        (x + across, y),
    ]
    trace = [
        *scalloped(top, closed=False, bulge=0.3),
        ("Q", ((x + across * 0.5, y + 7), (x, y + 4))),
        ("Q", ((x - across * 0.5, y + 1), (x - across, y))),
        ("Z", ()),
    ]
    pen.print([trace], PAPER, line=FINE, under=PAPER)
    pen.line(
        [(x - across * 0.5, y - 4), (x + across * 0.28, y - 4)],
        [(x - across * 0.1, y - 11), (x + across * 0.55, y - 10)],
        colour=ROCK.base,
    )
    pen.line(
        [(x - across * 1.2, y + 7), (x - across * 0.45, y + 8)],
        [(x + across * 0.4, y + 9), (x + across * 1.15, y + 6)],
        colour=PAPER,
        width=MIDDLE,
    )


def _foot(pen: Pen) -> None:
    """Foothills in front, so that no mountain ends in a straight line."""
    stone = mix(ROCK.light, MEADOW.base, 0.6)
    for x, y, width, height in (
        (1606, 392, 150, 28),
        (1730, 394, 160, 30),
        (1850, 400, 150, 26),
        (1968, 392, 150, 36),
        (2258, 388, 120, 36),
        (2190, 392, 90, 20),
    ):
        hill(pen, (x, y), width, height, stone)
    for x, y, high in (
        (1574, 398, 34),
        (1592, 404, 28),
        (1668, 402, 30),
        (1780, 408, 34),
        (1798, 412, 26),
        (1894, 408, 30),
        (2286, 402, 34),
        (2236, 404, 26),
    ):
        fir(pen, (x, y), high)
    person(pen, (1812, 404), SEA.base, facing=1, pack=True)
    person(pen, (1828, 408), EARTH.base, facing=1, pack=True, arm=(7, -10))


def realisme(pen: Pen) -> None:
    """The one cloudless peak: bare rock, every facet and every edge plainly seen."""
    pen.origin = (2090, 362)
    top = (0, -276)
    a, b, c, d = (14, -206), (-2, -150), (22, -84), (8, 0)
    left = [(-104, 0), (-92, -38), (-72, -74), (-66, -112), (-44, -156), (-36, -204), (-16, -236)]
    right = [(22, -230), (36, -186), (54, -150), (62, -100), (84, -58), (104, 0)]
    deep = mix(ROCK.dark, LINE, 0.14)
    facets = (
        ([left[6], top, a, (-14, -190)], PAPER),
        ([left[5], left[6], (-14, -190), (-26, -156)], ROCK.light),
        ([(-14, -190), a, b, (-26, -156)], mix(ROCK.light, PAPER, 0.5)),
        ([left[4], left[5], (-26, -156), (-40, -108)], PAPER),
        ([(-26, -156), b, c, (-18, -78), (-40, -108)], ROCK.light),
        ([left[3], left[4], (-40, -108), (-58, -64)], mix(ROCK.light, PAPER, 0.5)),
        ([(-40, -108), (-18, -78), (-34, -30), (-58, -64)], PAPER),
        ([left[2], left[3], (-58, -64), (-74, -22)], ROCK.light),
        ([(-58, -64), (-34, -30), (-42, 0), (-74, -22)], mix(ROCK.base, ROCK.light, 0.6)),
        ([(-18, -78), c, d, (-42, 0), (-34, -30)], mix(ROCK.base, ROCK.light, 0.4)),
        ([left[0], left[1], left[2], (-74, -22), (-42, 0)], PAPER),
        ([top, right[0], a], ROCK.base),
        ([right[0], right[1], (34, -140), b, a], ROCK.dark),
        ([right[1], right[2], (44, -104), (34, -140)], deep),
        ([b, (34, -140), (44, -104), c], ROCK.base),
        ([right[2], right[3], (60, -52), (44, -104)], ROCK.dark),
        ([c, (44, -104), (60, -52), (48, 0), d], ROCK.dark),
        ([right[3], right[4], right[5], (48, 0), (60, -52)], deep),
    )
    for points, colour in facets:
        pen.flat(points, colour)
    pen.line(*[[*points, points[0]] for points, _ in facets], strength=0.85)
    for points, colour in facets:
        if colour == deep:
            pen.hatch(points, angle=60, gap=7, strength=0.5)
    pen.line([top, a, b, c, d], width=MIDDLE)
    pen.line([*left, top, *right], width=5)
    for x, size in ((-94, 9), (-66, 6), (-20, 8), (2, 5), (44, 9), (70, 6), (96, 11)):
        block = [
            (x - size, 6),
            (x - size * 0.7, -size * 0.5 + 3),
            (x + size * 0.2, -size * 0.9 + 3),
            (x + size * 0.9, -size * 0.2 + 3),
            (x + size, 6),
        ]
        pen.blob(block, ROCK.base, off=A_LITTLE_OFF)
    person(pen, (-44, 8), EARTH.base, facing=1, pack=True)
    pen.ticks(grass([(-98, 10), (-50, 12), (10, 11), (60, 12), (100, 10)]), colour=WOOD.dark)


def herberg(pen: Pen) -> None:
    """An inn under a wide roof, its windows lit, and four travellers at the long table outside."""
    pen.origin = (1425, 322)
    pen.flat(
        [(-104, -20), (-60, -38), (70, -38), (104, -22), (92, 4), (0, 10), (-92, 4)],
        SAND.light,
        curved=True,
    )
    ground_shade(pen, (84, -34), 40, 12)
    pen.shape([(52, -34), (90, -52), (90, -104), (52, -90)], ROCK.dark, off=A_LITTLE_OFF)
    pen.shape(
        [(-84, -34), (52, -34), (52, -92), (-84, -92)],
        ROCK.base,
        off=A_LITTLE_OFF,
        under=ROCK.light,
    )
    pen.line(
        *[[(x, -36), (x, -88)] for x in (-84, -48, -14, 22, 52)],
        *[[(-84, -60), (52, -60)]],
        width=FINE,
        colour=EARTH.dark,
    )
    for x in (-76, -40, 30):
        _lit_window(pen, (x, -84), 17, 20)
    pen.shape(
        [(-4, -35), (-4, -74), (14, -74), (14, -35)], SAND.base, under=SAND.base, off=ON_THE_LINE
    )
    pen.shape([(-4, -35), (-4, -74), (-14, -70), (-14, -31)], EARTH.dark, off=ON_THE_LINE)
    _lit_window(pen, (62, -88), 10, 18)
    pen.shape([(-52, -142), (-52, -176), (-34, -176), (-34, -142)], ROCK.base, off=A_LITTLE_OFF)
    pen.shape([(-56, -176), (-30, -176), (-30, -182), (-56, -182)], ROCK.light, off=ON_THE_LINE)
    smoke(pen, (-43, -184), 0.62)
    pen.shape([(-102, -82), (60, -82), (38, -158), (-74, -158)], EARTH.base, line=MIDDLE)
    pen.shape([(60, -82), (102, -102), (38, -158)], EARTH.dark, line=MIDDLE, off=A_LITTLE_OFF)
    pen.hatch([(60, -84), (100, -102), (38, -156)], angle=-28, gap=8, strength=0.5)
    for index in range(5):
        y = -95 - index * 13
        left, right = -96 + index * 5.4, 54 - index * 4
        pen.line([(left, y), (right, y)], colour=EARTH.dark, dash="9 4")
    _dormer(pen, (-42, -112))
    _dormer(pen, (10, -112))
    _sign(pen)
    _table(pen)


def _lit_window(pen: Pen, at: Point, width: float, height: float) -> None:
    x, y = at
    pen.shape(
        [(x, y), (x + width, y), (x + width, y + height), (x, y + height)],
        mix(SAND.base, EARTH.base, 0.15),
        off=ON_THE_LINE,
        under=PAPER,
        line=3,
    )
    pen.line(
        [(x + width / 2, y), (x + width / 2, y + height)],
        [(x, y + height * 0.45), (x + width, y + height * 0.45)],
        width=2,
    )


def _dormer(pen: Pen, at: Point) -> None:
    x, y = at
    pen.shape(
        [(x, y), (x + 22, y), (x + 22, y - 16), (x + 11, y - 27), (x, y - 16)],
        ROCK.light,
        off=ON_THE_LINE,
    )
    pen.line([(x - 4, y - 13), (x + 11, y - 28), (x + 26, y - 13)], width=MIDDLE)
    window(pen, (x + 6, y - 15), 10, 11, SAND.base)


def _sign(pen: Pen) -> None:
    pen.line([(-89, -2), (-89, -74), (-107, -74)], width=MIDDLE)
    pen.line([(-103, -74), (-103, -66)], width=2)
    pen.round((-103, -55), 11, 11, PAPER, line=3)
    pen.shape(
        [(-108, -60), (-100, -60), (-100, -50), (-108, -50)], EARTH.base, off=ON_THE_LINE, line=2
    )
    pen.line([(-100, -58), (-96, -57), (-96, -53), (-100, -52)], width=2)


def _table(pen: Pen) -> None:
    for x, coat, facing in ((-34, SEA.base, 1), (26, WOOD.dark, -1)):
        person(pen, (x, -6), coat, facing=facing, arm=(10 * facing, 3))
    pen.shape([(-66, -14), (58, -14), (66, -22), (-58, -22)], EARTH.light, off=A_LITTLE_OFF)
    pen.shape([(-66, -14), (58, -14), (58, -10), (-66, -10)], EARTH.dark, off=ON_THE_LINE)
    pen.line([(-60, -10), (-62, 4)], [(52, -10), (54, 4)], [(-4, -10), (-4, 3)], width=3)
    sitter(pen, (-80, 4), EARTH.base, facing=1)
    sitter(pen, (74, 4), SAND.dark, facing=-1)
    pen.line([(-86, -2), (-74, -2)], [(68, -2), (80, -2)], width=3)
    for x in (-44, -12, 8, 42):
        pen.shape([(x, -18), (x + 5, -18), (x + 5, -25), (x, -25)], PAPER, line=2, off=ON_THE_LINE)
    pen.shape([(-30, -16), (-14, -16), (-11, -20), (-27, -20)], PAPER, line=1.8, off=ON_THE_LINE)
