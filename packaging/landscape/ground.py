"""Paper, sea and land: the large quiet grounds, before anything stands on them."""

from __future__ import annotations

import itertools
import math
from random import Random

from landscape.curves import Point, beside, distance_to, inside, onto, roughened, smooth, wobbly
from landscape.ink import FINE, MIDDLE, Pen, Sheet
from landscape.palette import (
    EARTH,
    LINE,
    MEADOW,
    PAPER,
    PAPER_DEEP,
    ROCK,
    SAND,
    WOOD,
    mix,
)
from landscape.sites import COAST, FADE, HEIGHT, LAND, WIDTH
from landscape.water import draw_waters

FRAME = 30.0

GROUNDS: tuple[tuple[str, tuple[Point, ...]], ...] = (
    (
        mix(MEADOW.base, PAPER, 0.35),
        (
            (585, 500),
            (700, 402),
            (900, 362),
            (1120, 372),
            (1290, 440),
            (1385, 560),
            (1400, 700),
            (1330, 850),
            (1160, 945),
            (960, 965),
            (760, 930),
            (640, 850),
            (572, 690),
        ),
    ),
    (
        ROCK.light,
        (
            (1490, 392),
            (1560, 330),
            (1700, 372),
            (1850, 392),
            (2000, 382),
            (2180, 392),
            (2330, 372),
            (2440, 420),
            (2440, 120),
            (2280, 60),
            (2050, 90),
            (1800, 120),
            (1600, 190),
            (1515, 300),
        ),
    ),
    (
        mix(WOOD.base, MEADOW.base, 0.5),
        (
            (500, 140),
            (560, 70),
            (720, 44),
            (860, 60),
            (960, 80),
            (900, 160),
            (880, 250),
            (830, 330),
            (700, 352),
            (580, 330),
            (520, 240),
        ),
    ),
    (
        mix(EARTH.base, MEADOW.base, 0.62),
        (
            (1150, 1010),
            (1260, 958),
            (1420, 940),
            (1600, 968),
            (1760, 950),
            (1880, 980),
            (1950, 1060),
            (1905, 1165),
            (1760, 1196),
            (1600, 1180),
            (1420, 1206),
            (1240, 1186),
            (1160, 1110),
        ),
    ),
    (
        mix(WOOD.base, MEADOW.base, 0.45),
        (
            (1520, 1300),
            (1600, 1250),
            (1760, 1252),
            (1880, 1290),
            (1900, 1400),
            (1870, 1500),
            (1740, 1535),
            (1580, 1520),
            (1510, 1420),
        ),
    ),
    (
        WOOD.base,
        (
            (1985, 1290),
            (2080, 1236),
            (2230, 1250),
            (2340, 1262),
            (2440, 1290),
            (2440, 1560),
            (2300, 1580),
            (2100, 1570),
            (1990, 1520),
            (1950, 1400),
        ),
    ),
    (
        mix(WOOD.base, MEADOW.base, 0.6),
        (
            (1400, 700),
            (1500, 650),
            (1660, 660),
            (1760, 720),
            (1740, 860),
            (1640, 940),
            (1480, 948),
            (1398, 860),
        ),
    ),
    (
        mix(MEADOW.base, SAND.base, 0.5),
        (
            (640, 1290),
            (760, 1262),
            (900, 1280),
            (1080, 1262),
            (1120, 1400),
            (1080, 1540),
            (900, 1580),
            (680, 1570),
            (600, 1440),
        ),
    ),
)
"""Grounds of another colour within the meadow, each with its outline."""


def draw_paper(sheet: Sheet) -> None:
    """The blank sheet, with the faintest grain."""
    pen = Pen(sheet, "paper")
    with sheet.group("paper"):
        sheet.add(f'<rect x="0" y="0" width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>')
        grain = [(pen.rng.uniform(1990, 2360), pen.rng.uniform(650, 1270)) for _ in range(260)]
        pen.dots(grain, width=2.5, colour=PAPER_DEEP)


def draw_land(sheet: Sheet) -> None:
    """The cliff, the meadow that fades to paper, the grounds in it, the beach, and the waters."""
    pen = Pen(sheet, "land")
    with sheet.group("land"):
        _draw_cliff(pen)
        pen.fill(
            [
                [
                    *smooth(COAST),
                    ("L", ((440, 1640),)),
                    ("L", ((2440, 1640),)),
                    *onto(FADE[::-1]),
                    ("L", ((2440, -30),)),
                    ("Z", ()),
                ]
            ],
            MEADOW.base,
        )
        _draw_fading(pen)
        for colour, outline in GROUNDS:
            _draw_ground(pen, _loosened(outline, pen.rng), colour)
        _draw_beach(pen)
        pen.stroke([smooth(COAST)], width=MIDDLE)
        draw_waters(pen)


def _loosened(outline: tuple[Point, ...], rng: Random) -> list[Point]:
    """An outline with a point between each two, pushed aside: an edge without a plan."""
    ring = [*outline, outline[0]]
    points = []
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        points += [
            (ax, ay),
            ((ax + bx) / 2 + rng.uniform(-14, 14), (ay + by) / 2 + rng.uniform(-14, 14)),
        ]
    return points


def _draw_ground(pen: Pen, outline: list[Point], colour: str) -> None:
    """A ground of its own colour whose edge is brushed out in strokes."""
    rng = pen.rng
    pen.flat(outline, colour, curved=True)
    strokes = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        for _ in range(max(3, int(math.dist((ax, ay), (bx, by)) / 7))):
            share, long = rng.random(), rng.uniform(7, 19)
            x, y = (
                ax + (bx - ax) * share + rng.gauss(0, 9),
                ay + (by - ay) * share + rng.gauss(0, 7),
            )
            strokes.append([(x - long, y + long * 0.3), (x + long, y - long * 0.3)])
    pen.ticks(strokes, width=5, colour=colour)


def _draw_cliff(pen: Pen) -> None:
    """Rock falling from the northern coast into the water."""
    top = [point for point in COAST if point[1] < 372]
    rng = pen.rng
    foot = []
    for index, (x, y) in enumerate(top):
        drop = min(1.0, (len(top) - 1 - index) / 5)
        foot.append(
            (x - (13 + rng.uniform(-4, 5)) * drop, y + 4 + (36 + rng.uniform(-7, 9)) * drop)
        )
    pen.fill([[*smooth(top), *onto(foot[::-1]), ("Z", ())]], ROCK.base)
    right = [(x + 5, y) for x, y in foot]
    pen.fill(
        [[*smooth([(x - 2, y + 16) for x, y in top]), *onto(right[::-1]), ("Z", ())]],
        ROCK.dark,
        strength=0.55,
    )
    cracks = []
    for (ax, ay), (bx, by) in zip(top, foot, strict=True):
        for share in (0.0, 0.5):
            start = (ax + rng.uniform(-2, 6), ay + 11 * share + rng.uniform(0, 6))
            reach = rng.uniform(0.35, 0.95)
            cracks.append(
                [
                    start,
                    (ax + (bx - ax) * reach * 0.6 + 2, ay + (by - ay) * reach * 0.6),
                    (ax + (bx - ax) * reach, ay + (by - ay) * reach),
                ]
            )
    pen.line(*cracks, strength=0.7)
    pen.stroke([smooth(foot)], width=FINE)
    foam = [(x - 9 + rng.uniform(-3, 3), y + 7) for x, y in foot[1::2]]
    pen.stroke([smooth(foam)], width=3, colour=PAPER, strength=0.8, dash="30 12")


def _draw_fading(pen: Pen) -> None:
    """Where the map runs out: the meadow thins into strokes, then dots, then nothing."""
    rng = pen.rng
    bands: list[tuple[float, float, list[list[Point]]]] = [
        (26, 11.0, []),
        (64, 7.0, []),
        (118, 4.0, []),
    ]
    for index in range(2600):
        base = FADE[index % len(FADE)]
        band = index % 3
        reach, _, strokes = bands[band]
        low = (0, 18, 50)[band]
        out = rng.uniform(low, reach)
        spot = _outwards(base, out, rng)
        if (
            spot is None
            or (band == 2 and rng.random() < 0.62)
            or (band == 1 and rng.random() < 0.35)
        ):
            continue
        length = (1.25 - out / 130) * rng.uniform(12, 26)
        strokes.append(
            [
                (spot[0] - length * 0.6, spot[1] + length * 0.5),
                (spot[0] + length * 0.6, spot[1] - length * 0.5),
            ]
        )
    for _, width, strokes in bands:
        pen.ticks(strokes, width=width, colour=MEADOW.base)
    specks = [
        spot
        for spot in (_outwards(rng.choice(FADE), rng.uniform(20, 175), rng) for _ in range(150))
        if spot
    ]
    pen.dots(specks, width=3, strength=0.5)


def _outwards(base: Point, out: float, rng: Random) -> Point | None:
    """A spot at about a distance out of the land, or nothing when it would lie in it again."""
    angle = rng.uniform(0, math.tau)
    spot = (
        base[0] + math.cos(angle) * out + rng.uniform(-6, 6),
        base[1] + math.sin(angle) * out + rng.uniform(-6, 6),
    )
    if inside(spot, LAND) and distance_to(spot, FADE) > 12:
        return None
    return spot


def _draw_beach(pen: Pen) -> None:
    """Sand from the cape to the delta, broad at the beach."""
    rng = pen.rng
    shore = [point for point in COAST if 700 < point[1] < 1440]
    inner: list[Point] = [
        (470, 742),
        (560, 790),
        (580, 880),
        (540, 950),
        (520, 1000),
        (600, 1040),
        (640, 1110),
        (600, 1180),
        (500, 1212),
        (440, 1232),
        (400, 1262),
        (330, 1300),
        (240, 1330),
        (190, 1400),
    ]
    inner = [(x + rng.uniform(-9, 9), y + rng.uniform(-6, 6)) for x, y in inner]
    pen.fill([[*smooth(shore), *onto(inner[::-1]), ("Z", ())]], SAND.base)
    wet = beside(shore, -13)
    pen.fill(
        [[*smooth(shore), *onto(roughened(wet[::-1], rng, 3)), ("Z", ())]],
        SAND.dark,
        strength=0.7,
    )
    ripples, specks = [], []
    for _ in range(520):
        spot = (rng.uniform(120, 640), rng.uniform(730, 1400))
        if inside(spot, [*shore, *inner[::-1]]) and distance_to(spot, shore) > 20:
            if rng.random() < 0.45:
                size = rng.uniform(7, 15)
                ripples.append(
                    smooth(
                        [
                            (spot[0] - size, spot[1]),
                            (spot[0], spot[1] - size * 0.28),
                            (spot[0] + size, spot[1]),
                        ]
                    )
                )
            else:
                specks.append(spot)
    pen.stroke(ripples, colour=SAND.dark)
    pen.dots(specks, width=3, colour=EARTH.base)


def draw_frame(sheet: Sheet) -> None:
    """The margin of the wall-map: blank paper round the picture, with a neat line."""
    pen = Pen(sheet, "frame")
    with sheet.group("frame"):
        right, foot = WIDTH - FRAME, HEIGHT - FRAME
        outer = f"M0 0H{WIDTH}V{HEIGHT}H0Z"
        inner = f"M{FRAME:g} {FRAME:g}V{foot:g}H{right:g}V{FRAME:g}Z"
        sheet.add(f'<path d="{outer}{inner}" fill="{PAPER}" fill-rule="evenodd"/>')
        for inset, width in ((FRAME, MIDDLE), (FRAME - 11, FINE)):
            corners = [
                (inset, inset),
                (WIDTH - inset, inset),
                (WIDTH - inset, HEIGHT - inset),
                (inset, HEIGHT - inset),
            ]
            pen.stroke(
                [wobbly(corners, pen.rng, closed=True, wobble=0.5)], width=width, colour=LINE
            )
