"""The north-west: the lookout on the cliff and the wood of two lights."""

from __future__ import annotations

from landscape.curves import Point, arc, ring
from landscape.ink import A_LITTLE_OFF, BOLD, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import grass, ground_shade, person
from landscape.palette import EARTH, LINE, PAPER, ROCK, SAND, SEA, WOOD, mix


def mirador(pen: Pen) -> None:
    """A slender stone tower with a stair wound round it, an open platform and a telescope."""
    pen.origin = (430, 330)
    ground_shade(pen, (48, 2), 60, 9)
    _outcrop(pen)
    shaft = [(-29, -10), (-19, -176), (19, -176), (29, -10)]
    pen.shape(shaft, ROCK.light, line=0, under=PAPER)
    pen.flat([(3, -176), (19, -176), (29, -10), (5, -10)], ROCK.dark)
    pen.hatch(
        [(12, -176), (19, -176), (29, -10), (17, -10)], angle=2, gap=6, strength=0.5, ragged=2
    )
    pen.ticks(_courses(), strength=0.55)
    pen.line([*shaft, shaft[0]], width=MIDDLE)
    pen.blob(
        [(-9, -12), (-9, -28), (0, -38), (9, -28), (9, -12)],
        LINE,
        line=0,
        off=ON_THE_LINE,
        under=LINE,
    )
    for low, high in (((-34, -52), (28, -86)), ((-29, -116), (23, -148))):
        _stair(pen, low, high)
    for x, y in ((-10, -100), (-4, -162)):
        pen.flat([(x, y), (x, y - 11), (x + 4, y - 13), (x + 6, y - 10), (x + 6, y)], LINE)
    pen.shape([(-20, -174), (-46, -194), (46, -194), (20, -174)], ROCK.base, off=A_LITTLE_OFF)
    pen.flat([(8, -175), (20, -175), (45, -193), (14, -193)], ROCK.dark)
    pen.line(*[[(x * 0.5, -177), (x, -192)] for x in (-30, -14, 14, 30)], strength=0.6)
    _telescope(pen)
    person(pen, (14, -200), SEA.base, facing=-1, pack=True, arm=(-11, -5))
    person(pen, (34, -200), EARTH.base, facing=-1)
    pen.shape(
        [(-52, -203), (52, -203), (50, -193), (-50, -193)],
        ROCK.light,
        line=MIDDLE,
        off=A_LITTLE_OFF,
    )
    posts = [[(x, -203), (x, -214)] for x in range(-50, 51, 10)]
    pen.line(*posts)
    pen.line([(-53, -215), (53, -215)], width=MIDDLE)


def _outcrop(pen: Pen) -> None:
    rock = [
        (-74, 4),
        (-62, -12),
        (-44, -16),
        (-34, -28),
        (-8, -24),
        (30, -30),
        (44, -16),
        (62, -13),
        (76, 4),
    ]
    pen.shape(rock, ROCK.base, line=MIDDLE)
    pen.flat([(30, -29), (44, -15), (62, -12), (75, 3), (24, 3), (40, -10)], ROCK.dark)
    pen.line(
        [(-44, -15), (-38, -6), (-44, 2)],
        [(-58, -8), (-54, 2)],
        [(46, -12), (42, -2)],
        [(-22, -22), (-16, -8)],
        strength=0.7,
    )
    pen.ticks(grass([(-78, 6), (-52, 8), (-20, 7), (20, 8), (56, 8), (82, 6)]), colour=WOOD.dark)


def _courses() -> list[list[Point]]:
    rows = []
    for index in range(12):
        y = -24 - index * 12.6
        x = -24 + (index % 3) * 8 + index * 0.6
        rows.append([(x, y), (x + 9, y)])
        rows.append([(x + 4.5, y), (x + 4.5, y + 6)])
    return rows


def _stair(pen: Pen, low: Point, high: Point) -> None:
    """One visible half turn of the stair, rising to the right."""
    steps = 7
    run = ((high[0] - low[0]) / steps, (high[1] - low[1]) / steps)
    top = []
    for index in range(steps):
        x, y = low[0] + run[0] * index, low[1] + run[1] * index
        top += [(x, y), (x + run[0], y)]
    pen.shape([*top, (high[0], high[1] + 8), (low[0], low[1] + 9)], EARTH.base, off=A_LITTLE_OFF)
    rail = [(low[0], low[1] - 13), (high[0], high[1] - 13)]
    pen.line(
        rail,
        [(low[0], low[1]), rail[0]],
        [
            (low[0] + run[0] * 3.5, low[1] + run[1] * 3.5),
            (low[0] + run[0] * 3.5, low[1] + run[1] * 3.5 - 13),
        ],
        [(high[0], high[1]), rail[1]],
        width=2,
    )


def _telescope(pen: Pen) -> None:
    pen.line(
        [(-22, -220), (-34, -202)], [(-22, -220), (-14, -202)], [(-22, -220), (-23, -202)], width=3
    )
    pen.shape(
        [(0, -219), (-42, -243), (-47, -233), (-2, -213)], EARTH.base, line=MIDDLE, off=A_LITTLE_OFF
    )
    pen.shape(
        [(-40, -246), (-56, -253), (-63, -239), (-47, -231)],
        EARTH.light,
        line=MIDDLE,
        off=A_LITTLE_OFF,
    )


WARM, COOL = mix(SAND.base, EARTH.base, 0.12), mix(SEA.base, SEA.light, 0.35)
DEEP = mix(WOOD.dark, LINE, 0.34)


def dilemmabos(pen: Pen) -> None:
    """A dense wood: warm light between the trunks on one side, cool light on the other."""
    pen.origin = (700, 284)
    pen.flat(
        [(-144, -8), (-120, 4), (-40, 9), (40, 9), (118, 5), (144, -8), (120, -30), (-120, -30)],
        WOOD.dark,
        curved=True,
    )
    stripes = (
        (-138, -84, WARM),
        (-84, -44, mix(WARM, WOOD.dark, 0.5)),
        (-44, 44, DEEP),
        (44, 84, mix(COOL, WOOD.dark, 0.45)),
        (84, 138, COOL),
    )
    for left, right, colour in stripes:
        pen.flat([(left, -130), (right, -130), (right, -14), (left, -14)], colour)
    for x in (-58, -36, -14, 11, 33, 57):
        pen.flat(
            [(x - 3, -130), (x + 3, -130), (x + 3.5, -15), (x - 3.5, -15)], mix(DEEP, LINE, 0.4)
        )
    for side, ink in ((-1, mix(WARM, PAPER, 0.35)), (1, mix(COOL, PAPER, 0.45))):
        _light(pen, side, ink)
    for x, thick, foot in (
        (-132, 12, -4),
        (-106, 13, 2),
        (-74, 14, -2),
        (-46, 12, 5),
        (-22, 11, -6),
        (24, 11, -6),
        (48, 13, 4),
        (76, 13, -3),
        (106, 14, 3),
        (132, 12, -4),
    ):
        _trunk(pen, x, thick, foot)
    _canopy(pen)
    person(pen, (1, 6), EARTH.light, facing=1, pack=True)
    pen.ticks(
        grass([(x, 7 + (x * 7 % 5)) for x in range(-136, 140, 17) if abs(x) > 12], 6),
        colour=LINE,
        strength=0.7,
    )


def _light(pen: Pen, side: int, ink: str) -> None:
    """Light that falls in slanting from one side and lies in bars on the ground before the wood."""
    for start, width in ((124, 20), (92, 16), (62, 12)):
        pen.flat(
            [
                (side * start, -126),
                (side * (start - width), -126),
                (side * (start - width - 42), -10),
                (side * (start - 40), -8),
            ],
            ink,
            strength=0.8,
        )
        pen.flat(
            [
                (side * (start - width - 42), -10),
                (side * (start - 38), -8),
                (side * (start - 46), 7),
                (side * (start - width - 54), 7),
            ],
            ink,
        )


def _trunk(pen: Pen, x: float, thick: float, foot: float) -> None:
    half = thick / 2
    lean = pen.rng.uniform(-4, 4)
    body = [
        (x + lean - half * 0.8, -132),
        (x + lean + half * 0.8, -132),
        (x + half, foot - 14),
        (x + half + 4, foot),
        (x - half - 4, foot),
        (x - half, foot - 14),
    ]
    lit = mix(SAND.base, EARTH.base, 0.2) if x < 0 else mix(COOL, PAPER, 0.25)
    pen.flat(body, mix(EARTH.dark, LINE, 0.3))
    edge = -1 if x < 0 else 1
    inner = -edge * half * 0.1
    pen.flat(
        [
            (x + lean + edge * half * 0.8, -131),
            (x + lean + inner, -131),
            (x + inner, foot - 3),
            (x + edge * (half + 3), foot - 1),
            (x + edge * half, foot - 14),
        ],
        lit,
    )
    pen.line([*body, body[0]])
    pen.line(
        [(x + inner, -90), (x + inner - edge, -62)],
        [(x + inner - edge * 2, -48), (x + inner - edge, -26)],
        width=2,
        strength=0.6,
    )


def _canopy(pen: Pen) -> None:
    """Three rows of crowns, lit warm on the left and cool on the right."""
    rng = pen.rng
    for y, reach, count, spread, colour in (
        (-164, 30, 6, 206, WOOD.dark),
        (-146, 30, 7, 246, mix(WOOD.base, WOOD.dark, 0.4)),
        (-128, 25, 9, 262, WOOD.base),
    ):
        for index in range(count):
            x = -spread / 2 + spread * index / (count - 1) + rng.uniform(-3, 3)
            middle = (x, y + rng.uniform(-6, 5) + abs(x) * 0.07)
            pen.bush(
                ring(middle, reach, reach * 0.8, 9, rng, 0.1), colour, bulge=0.36, off=A_LITTLE_OFF
            )
            pen.flat(
                [
                    *arc(middle, reach * 0.95, reach * 0.78, -40, 100, 6),
                    (x + reach * 0.25, middle[1] + reach * 0.2),
                ],
                mix(colour, LINE, 0.18),
                curved=True,
            )
            if abs(x) > 40:
                side = 1 if x > 0 else -1
                tint = mix(WARM, WOOD.light, 0.35) if side < 0 else mix(COOL, PAPER, 0.3)
                pen.line(
                    arc(
                        (x + side * 2, middle[1]),
                        reach * 0.66,
                        reach * 0.52,
                        205 if side < 0 else 285,
                        265 if side < 0 else 345,
                        5,
                    ),
                    width=BOLD,
                    colour=tint,
                    curved=True,
                )
