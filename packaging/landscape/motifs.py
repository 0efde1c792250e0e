"""Things that stand in more than one place: people, trees, houses, flowers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from landscape.curves import Point, arc, lerp, ring
from landscape.ink import A_LITTLE_OFF, FINE, ON_THE_LINE, Pen
from landscape.palette import EARTH, LINE, MEADOW, PAPER, ROCK, SAND, WOOD, mix


def person(
    pen: Pen,
    at: Point,
    coat: str = ROCK.base,
    *,
    facing: int = 1,
    pack: bool = False,
    arm: Point | None = None,
) -> None:
    """Somebody standing, 26 units high, without a face; an arm may point away from the shoulder."""
    x, y = at
    pen.line([(x - 2.6, y - 9), (x - 3.2, y)], [(x + 2.2, y - 9), (x + 3, y)], width=3)
    if pack:
        pen.round((x - 5.5 * facing, y - 14), 3.6, 5, EARTH.dark, line=1.8, off=ON_THE_LINE)
    pen.shape(
        [(x - 3.6, y - 18), (x + 3.6, y - 18), (x + 5, y - 7), (x - 5, y - 7)],
        coat,
        line=2.2,
        off=ON_THE_LINE,
    )
    if arm:
        pen.line([(x + 2.5 * facing, y - 16), (x + arm[0], y - 16 + arm[1])], width=2.8)
    pen.round((x + 0.6 * facing, y - 22.2), 3.7, 3.9, SAND.base, line=2.2, off=ON_THE_LINE)


def sitter(pen: Pen, at: Point, coat: str = ROCK.base, *, facing: int = 1) -> None:
    """Somebody sitting, seen from the side."""
    x, y = at
    pen.line([(x, y - 6), (x + 7 * facing, y - 6), (x + 7.5 * facing, y)], width=3)
    pen.shape(
        [(x - 3.4, y - 17), (x + 3.4, y - 17), (x + 4.4, y - 5), (x - 4.4, y - 5)],
        coat,
        line=2.2,
        off=ON_THE_LINE,
    )
    pen.round((x + facing, y - 21), 3.7, 3.9, SAND.base, line=2.2, off=ON_THE_LINE)


def tree(
    pen: Pen, foot: Point, height: float, colour: str = WOOD.base, *, line: float = FINE
) -> None:
    """A round tree: trunk, crown, shade to the right."""
    x, y = foot
    reach = height * 0.36
    middle = (x, y - height + reach)
    pen.line([(x, y), (x, y - height * 0.4)], width=4)
    pen.bush(
        ring(middle, reach, reach, 9, pen.rng, 0.08),
        colour,
        line=line,
        off=A_LITTLE_OFF,
        bulge=0.36,
    )
    shade = [
        *arc(middle, reach * 0.95, reach * 0.95, -38, 112, 7),
        *arc((x - reach * 0.3, middle[1] - reach * 0.1), reach * 0.95, reach, 100, -20, 6),
    ]
    pen.flat(shade, WOOD.dark, curved=True, strength=0.8)


def fir(pen: Pen, foot: Point, height: float, colour: str = WOOD.base) -> None:
    """A pointed tree with a shaded right half."""
    x, y = foot
    wide = height * 0.28
    top = (x, y - height)
    body = [
        top,
        (x + wide * 0.55, y - height * 0.5),
        (x + wide * 0.35, y - height * 0.48),
        (x + wide, y - height * 0.12),
        (x - wide, y - height * 0.12),
        (x - wide * 0.35, y - height * 0.48),
        (x - wide * 0.55, y - height * 0.5),
    ]
    pen.line([(x, y), (x, y - height * 0.14)], width=3)
    pen.fill_and_shade(body, [top, *body[1:4], (x, y - height * 0.12)], colour, WOOD.dark)


def house(
    pen: Pen,
    corner: Point,
    front: float,
    wall: float,
    *,
    deep: float = 26.0,
    roof: float = 20.0,
    walls: str = ROCK.light,
    tiles: str = EARTH.base,
    shade: str = ROCK.dark,
) -> None:
    """A house with its gable to us, its long side up to the right; `corner` is its left foot."""
    x, y = corner
    away = (deep * 0.86, -deep * 0.42)
    ridge, eaves = (x + front / 2, y - wall - roof), (x + front, y - wall)
    side = [
        (x + front, y),
        (x + front + away[0], y + away[1]),
        (eaves[0] + away[0], eaves[1] + away[1]),
        eaves,
    ]
    pen.shape(side, shade, off=A_LITTLE_OFF)
    pen.hatch(side, angle=62, gap=6.5, strength=0.32)
    pen.shape([(x, y), (x + front, y), eaves, ridge, (x, y - wall)], walls, off=A_LITTLE_OFF)
    pen.shape(
        [
            ridge,
            (ridge[0] + away[0], ridge[1] + away[1]),
            (eaves[0] + away[0] + 2, eaves[1] + away[1] + 3),
            (eaves[0] + 2, eaves[1] + 3),
        ],
        tiles,
        off=A_LITTLE_OFF,
    )
    pen.line([(x - 3, y - wall + 3), ridge], width=4)


def window(pen: Pen, at: Point, width: float, height: float, glass: str = LINE) -> None:
    """A window pane; `at` is its left top."""
    x, y = at
    pen.shape(
        [(x, y), (x + width, y), (x + width, y + height), (x, y + height)],
        glass,
        line=2,
        off=ON_THE_LINE,
        under=glass,
    )


def grass(points: Sequence[Point], size: float = 5.0) -> list[list[Point]]:
    """Tufts of three blades, as ticks."""
    blades = []
    for x, y in points:
        blades += [
            [(x, y), (x - size * 0.55, y - size * 0.8)],
            [(x, y), (x, y - size * 1.15)],
            [(x, y), (x + size * 0.55, y - size * 0.8)],
        ]
    return blades


def flower(pen: Pen, at: Point, petals: str = PAPER, height: float = 12.0) -> None:
    """A daisy on a stem with one leaf."""
    x, y = at
    pen.line(
        [(x, y), (x + 0.6, y - height)],
        [(x, y - height * 0.3), (x + 4, y - height * 0.55)],
        width=2.2,
    )
    pen.bush(ring((x + 0.6, y - height - 2), 4.2, 4, 6), petals, line=2, off=ON_THE_LINE, bulge=0.5)
    pen.dots([(x + 0.6, y - height - 2)], width=3, colour=EARTH.dark)


def smoke(pen: Pen, at: Point, size: float = 1.0) -> None:
    """Puffs of smoke drifting up to the right."""
    x, y = at
    for dx, dy, reach in ((2, -8, 6), (9, -19, 8), (20, -31, 10)):
        pen.bush(
            ring(
                (x + dx * size, y + dy * size), reach * size, reach * 0.72 * size, 6, pen.rng, 0.1
            ),
            PAPER,
            line=2.2,
            off=ON_THE_LINE,
            bulge=0.4,
        )


def ground_shade(pen: Pen, middle: Point, across: float, down: float, ink: str = WOOD.dark) -> None:
    """What a thing throws on the ground to its right: level strokes in an ellipse."""
    x, y = middle
    strokes = []
    level = -down
    while level < down:
        half = across * (1 - (level / down) ** 2) ** 0.5
        strokes.append(
            [
                (x - half + pen.rng.uniform(0, 8), y + level),
                (x + half - pen.rng.uniform(0, 12), y + level + pen.rng.uniform(-0.6, 0.6)),
            ]
        )
        level += 4.6
    pen.ticks(strokes, width=3, colour=ink, strength=0.75)


def hill(
    pen: Pen, foot: Point, width: float, height: float, ink: str = mix(MEADOW.base, WOOD.base, 0.4)
) -> None:
    """A hill without a lower edge: crest, lit and shaded slope, hachures down to the right."""
    x, y = foot
    rng = pen.rng
    lean = rng.uniform(-0.06, 0.1)
    crest = [
        (
            x + width * (share - 0.5),
            y
            - height * math.sin(math.pi * (share ** (1 + lean * 2))) ** 0.8
            + rng.uniform(-1.2, 1.2),
        )
        for share in (0.0, 0.1, 0.24, 0.4, 0.55, 0.7, 0.84, 0.94, 1.0)
    ]
    belly = [
        (x + width * 0.3, y + height * 0.16),
        (x, y + height * 0.22),
        (x - width * 0.3, y + height * 0.14),
    ]
    pen.flat([*crest, *belly], ink, curved=True)
    pen.flat(
        [
            *crest[4:],
            (x + width * 0.34, y + height * 0.12),
            (x + width * 0.16, y + height * 0.1),
            (x + width * 0.17, y - height * 0.4),
        ],
        mix(ink, WOOD.base, 0.7),
        curved=True,
    )
    hachures = []
    for index in range(13):
        share = 0.5 + 0.5 * index / 13
        top = _on_line(crest, share)
        reach = height * rng.uniform(0.3, 0.62) * (1.25 - share)
        hachures.append(
            [
                (top[0] + 2, top[1] + 3),
                (top[0] + 3 + reach * (share - 0.2) * 1.1, top[1] + 3 + reach),
            ]
        )
    for share in (0.16, 0.24, 0.31):
        top = _on_line(crest, share)
        hachures.append([(top[0], top[1] + 4), (top[0] - height * 0.12, top[1] + height * 0.26)])
    pen.ticks(hachures, strength=0.55)
    pen.line(crest[1:-1], curved=True, width=3, strength=0.85)


def _on_line(points: list[Point], share: float) -> Point:
    place = share * (len(points) - 1)
    index = min(int(place), len(points) - 2)
    return lerp(points[index], points[index + 1], place - index)


def awning(
    pen: Pen,
    foot: tuple[float, float],
    top: tuple[float, float],
    low: float,
    high: float,
    count: int,
    inks: tuple[str, str],
) -> None:
    """A striped awning with a scalloped hem, from `high` down to `low`."""
    for index in range(count):
        share, onward = index / count, (index + 1) / count
        a, b = foot[0] + (foot[1] - foot[0]) * share, foot[0] + (foot[1] - foot[0]) * onward
        c, d = top[0] + (top[1] - top[0]) * share, top[0] + (top[1] - top[0]) * onward
        hem = (a + b) / 2
        pen.print(
            [
                [
                    ("M", ((c, high),)),
                    ("L", ((d, high),)),
                    ("L", ((b, low),)),
                    ("Q", ((hem, low + 9), (a, low))),
                    ("Z", ()),
                ]
            ],
            inks[index % 2],
            off=ON_THE_LINE,
            line=2.2,
        )
    pen.line([(foot[0], low), (top[0], high), (top[1], high), (foot[1], low)], width=3)
