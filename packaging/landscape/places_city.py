"""The city: a workshop, a crane, a greenhouse, a home for the old, a kitchen with its chimney."""

from __future__ import annotations

from landscape.curves import Point
from landscape.ink import A_LITTLE_OFF, ON_THE_LINE, Pen
from landscape.motifs import house, person, smoke, tree, window
from landscape.palette import EARTH, LINE, PAPER, ROCK, SAND, SEA, WOOD, mix


def stad(pen: Pen) -> None:
    """Places of work stand close together round a square; drawn from the back to the front."""
    pen.flat(
        [
            (838, 640),
            (856, 570),
            (960, 548),
            (1080, 556),
            (1128, 600),
            (1134, 700),
            (1090, 746),
            (960, 752),
            (862, 736),
        ],
        ROCK.light,
        curved=True,
    )
    pen.hatch(
        [(900, 700), (960, 660), (1020, 690), (1110, 700), (1090, 740), (940, 746)],
        angle=4,
        gap=9,
        colour=ROCK.dark,
        strength=0.6,
    )
    _crane(pen)
    for corner, front, wall, tiles in (
        ((938, 606), 24, 34, EARTH.base),
        ((966, 598), 22, 42, SEA.base),
        ((1086, 600), 26, 34, EARTH.dark),
        ((846, 650), 22, 30, EARTH.base),
        ((1112, 646), 20, 30, EARTH.base),
        ((1012, 616), 22, 30, EARTH.dark),
        ((894, 650), 20, 34, EARTH.base),
    ):
        house(pen, corner, front, wall, deep=20, roof=14, tiles=tiles)
        window(pen, (corner[0] + 4, corner[1] - wall + 4), 6, 8)
        window(pen, (corner[0] + front - 10, corner[1] - wall + 4), 6, 8)
    _workshop(pen, (850, 616))
    _kitchen(pen, (980, 668))
    _care_home(pen, (1036, 664))
    _greenhouse(pen, (1010, 736))
    tree(pen, (996, 708), 30)
    tree(pen, (1132, 712), 32)
    person(pen, (1000, 744), EARTH.base, facing=1, pack=True)
    person(pen, (984, 730), SEA.base, facing=1, arm=(8, -2))


def _crane(pen: Pen) -> None:
    pen.line([(1046, 640), (1046, 540)], [(1056, 640), (1056, 540)], width=3)
    pen.line(
        [(1046, 632), (1056, 618), (1046, 604), (1056, 590), (1046, 576), (1056, 562), (1046, 548)],
        width=2,
    )
    pen.shape([(1042, 548), (1060, 548), (1060, 534), (1042, 534)], SAND.base, off=A_LITTLE_OFF)
    pen.line(
        [(960, 530), (1100, 530)], [(968, 538), (1092, 538)], [(960, 530), (968, 538)], width=3
    )
    pen.line(
        [
            (970, 537),
            (980, 530),
            (990, 537),
            (1000, 530),
            (1010, 537),
            (1020, 530),
            (1030, 537),
            (1040, 530),
        ],
        width=1.8,
    )
    pen.line(
        [(1051, 512), (964, 530)],
        [(1051, 512), (1098, 530)],
        [(1046, 534), (1051, 512), (1056, 534)],
        width=2.2,
    )
    pen.shape([(1082, 538), (1100, 538), (1100, 552), (1082, 552)], ROCK.dark, off=A_LITTLE_OFF)
    pen.line([(984, 538), (984, 556)], width=2)
    pen.shape(
        [(974, 556), (996, 556), (996, 562), (974, 562)], EARTH.base, off=ON_THE_LINE, line=2.2
    )


def _workshop(pen: Pen, at: Point) -> None:
    """A saw-tooth roof above wide doors."""
    x, y = at
    pen.shape(
        [(x + 84, y), (x + 100, y - 8), (x + 100, y - 36), (x + 84, y - 30)],
        ROCK.dark,
        off=A_LITTLE_OFF,
    )
    roof = [(x, y), (x, y - 52)]
    for index in range(3):
        roof += [
            (x + 28 * (index + 1), y - 30),
            (x + 28 * (index + 1), y - 52 if index < 2 else y - 30),
        ]
    pen.shape([*roof, (x + 84, y)], ROCK.base, line=3, off=A_LITTLE_OFF)
    for index in range(3):
        left = x + 28 * index
        pen.shape(
            [(left, y - 52), (left + 28, y - 30), (left + 42, y - 37), (left + 14, y - 59)],
            EARTH.base,
            off=ON_THE_LINE,
        )
        pen.shape(
            [(left, y - 30), (left, y - 50), (left + 5, y - 46), (left + 5, y - 30)],
            SEA.light,
            off=ON_THE_LINE,
            line=2,
        )
    pen.shape(
        [(x + 12, y), (x + 12, y - 24), (x + 46, y - 24), (x + 46, y)],
        LINE,
        off=ON_THE_LINE,
        under=LINE,
    )
    pen.line([(x + 29, y), (x + 29, y - 22)], colour=ROCK.light, width=2)
    pen.flat([(x + 13, y - 1), (x + 13, y - 22), (x + 26, y - 22), (x + 26, y - 1)], SAND.base)
    pen.line([(x + 16, y - 8), (x + 24, y - 8)], [(x + 20, y - 8), (x + 20, y - 2)], width=3)


def _kitchen(pen: Pen, at: Point) -> None:
    x, y = at
    pen.shape(
        [(x + 30, y - 40), (x + 30, y - 88), (x + 42, y - 88), (x + 42, y - 46)],
        EARTH.base,
        off=A_LITTLE_OFF,
    )
    pen.line(
        [(x + 30, y - 80), (x + 42, y - 80)],
        [(x + 30, y - 70), (x + 42, y - 70)],
        width=2,
        strength=0.7,
    )
    smoke(pen, (x + 36, y - 90), 0.8)
    house(pen, (x, y), 38, 34, deep=18, roof=20, walls=SAND.light, tiles=EARTH.dark)
    pen.shape(
        [(x + 6, y), (x + 6, y - 20), (x + 18, y - 20), (x + 18, y)],
        LINE,
        off=ON_THE_LINE,
        under=LINE,
    )
    window(pen, (x + 22, y - 24), 11, 12, SAND.base)
    pen.line(
        [(x + 14, y - 40), (x + 24, y - 40)],
        [(x + 16, y - 40), (x + 16, y - 36), (x + 22, y - 36), (x + 22, y - 40)],
        width=2,
    )


def _care_home(pen: Pen, at: Point) -> None:
    """Long, with balconies on two floors; somebody sits outside in a wheelchair."""
    x, y = at
    pen.shape(
        [(x + 82, y), (x + 100, y - 9), (x + 100, y - 56), (x + 82, y - 48)],
        ROCK.dark,
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [(x, y), (x + 82, y), (x + 82, y - 48), (x, y - 48)], SAND.light, line=3, off=A_LITTLE_OFF
    )
    pen.shape(
        [(x - 4, y - 47), (x + 84, y - 47), (x + 104, y - 56), (x + 96, y - 66), (x + 14, y - 66)],
        SEA.base,
        line=3,
        off=A_LITTLE_OFF,
    )
    for row in (0, 1):
        for column in range(4):
            left, top = x + 6 + column * 20, y - 42 + row * 23
            if row == 1 and column == 1:
                pen.shape(
                    [(left, y), (left, top), (left + 13, top), (left + 13, y)],
                    LINE,
                    off=ON_THE_LINE,
                    under=LINE,
                )
                continue
            window(pen, (left, top), 12, 10)
            pen.line(
                [(left - 2, top + 15), (left + 14, top + 15)],
                [(left - 2, top + 11), (left - 2, top + 15)],
                [(left + 14, top + 11), (left + 14, top + 15)],
                [(left + 4, top + 11), (left + 4, top + 15)],
                [(left + 9, top + 11), (left + 9, top + 15)],
                width=1.8,
            )
    heart = (x + 50, y - 57)
    pen.dots([heart, (heart[0] + 6, heart[1])], width=7, colour=PAPER)
    pen.flat(
        [(heart[0] - 3, heart[1] + 1), (heart[0] + 9, heart[1] + 1), (heart[0] + 3, heart[1] + 8)],
        PAPER,
    )
    wheel = (x + 62, y + 4)
    pen.round(wheel, 6, 6, PAPER, line=2.2)
    pen.shape(
        [
            (wheel[0] - 3, wheel[1] - 4),
            (wheel[0] + 4, wheel[1] - 4),
            (wheel[0] + 3, wheel[1] - 15),
            (wheel[0] - 4, wheel[1] - 15),
        ],
        EARTH.base,
        line=2,
        off=ON_THE_LINE,
    )
    pen.round((wheel[0] + 1, wheel[1] - 19), 3.6, 3.6, SAND.base, line=2)
    pen.line(
        [
            (wheel[0] + 3, wheel[1] - 5),
            (wheel[0] + 11, wheel[1] - 4),
            (wheel[0] + 12, wheel[1] + 4),
        ],
        width=2.5,
    )
    person(pen, (x + 50, y + 8), WOOD.base, facing=1, arm=(8, 2))


def _greenhouse(pen: Pen, at: Point) -> None:
    x, y = at
    glass, shade = mix(SEA.light, PAPER, 0.35), mix(SEA.base, WOOD.base, 0.3)
    pen.shape(
        [(x + 34, y), (x + 112, y - 18), (x + 112, y - 40), (x + 34, y - 24)],
        shade,
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [(x + 17, y - 42), (x + 94, y - 58), (x + 114, y - 40), (x + 36, y - 23)],
        glass,
        off=A_LITTLE_OFF,
        line=3,
    )
    pen.shape(
        [(x, y), (x + 34, y), (x + 34, y - 24), (x + 17, y - 42), (x, y - 24)],
        glass,
        off=A_LITTLE_OFF,
        line=3,
    )
    bars: list[list[Point]] = []
    for share in (0.2, 0.4, 0.6, 0.8):
        dx, dy = 78 * share, -18 * share
        bars.append(
            [
                (x + 34 + dx, y + dy),
                (x + 35 + dx, y - 24 + dy * 0.9),
                (x + 17 + dx, y - 42 + dy * 0.9),
            ]
        )
    pen.line(*bars, [(x + 17, y), (x + 17, y - 41)], [(x, y - 24), (x + 34, y - 24)], width=2)
    plants = [
        (x + 7, y - 3),
        (x + 26, y - 3),
        (x + 44, y - 6),
        (x + 58, y - 9),
        (x + 74, y - 13),
        (x + 90, y - 16),
        (x + 104, y - 19),
    ]
    for px, py in plants:
        pen.bush(
            [(px - 6, py), (px - 4, py - 9), (px + 3, py - 10), (px + 6, py - 1)],
            WOOD.dark,
            line=2,
            off=ON_THE_LINE,
            bulge=0.35,
        )
    pen.line(
        [(x + 40, y - 36), (x + 56, y - 45)],
        [(x + 64, y - 40), (x + 80, y - 49)],
        width=3,
        colour=PAPER,
    )
