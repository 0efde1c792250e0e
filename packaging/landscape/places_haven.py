"""The haven at the mouth of the northern river."""

from __future__ import annotations

from collections.abc import Sequence

from landscape.curves import Point, beside, onto, ring, sampled, smooth
from landscape.ink import A_LITTLE_OFF, FINE, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import house, person, window
from landscape.palette import EARTH, PAPER, ROCK, SAND, SEA, SEA_DEEP, mix


def haven(pen: Pen) -> None:
    """Two stone arms round a calm basin: a lamp, moored boats, warm windows on the quay."""
    basin = [
        (570, 466),
        (510, 456),
        (440, 452),
        (392, 466),
        (356, 500),
        (364, 546),
        (354, 590),
        (390, 622),
        (450, 634),
        (570, 622),
    ]
    pen.flat(basin, mix(SEA.light, PAPER, 0.2), curved=True)
    pen.ticks(
        [
            [(x, y), (x + w, y)]
            for x, y, w in (
                (372, 500, 26),
                (420, 486, 30),
                (380, 560, 24),
                (400, 596, 30),
                (476, 552, 24),
                (452, 506, 18),
                (440, 608, 22),
                (360, 540, 16),
            )
        ],
        colour=SEA_DEEP,
        strength=0.6,
    )
    _arm(pen, [(580, 458), (510, 450), (440, 446), (384, 462), (346, 504)])
    _quay(pen)
    _boat(pen, (416, 532), 46, SAND.base, mast=True)
    _boat(pen, (470, 592), 40, EARTH.base, mast=True)
    _boat(pen, (396, 586), 28, PAPER, mast=False)
    pen.line([(436, 528), (470, 536), (504, 530)], [(488, 588), (504, 584)], width=2, curved=True)
    _arm(pen, [(580, 628), (510, 640), (440, 642), (384, 628), (344, 590)])
    _lamp(pen, (346, 512))
    pen.line([(344, 590), (344, 572)], width=MIDDLE)
    pen.round((344, 568), 5, 5, SAND.base)


def _arm(pen: Pen, course: Sequence[Point]) -> None:
    """A mole of cut stone: its top, the face towards us, the joints."""
    line = sampled(course, 14)
    one, other = beside(line, -9), beside(line, 9)
    if one[len(one) // 2][1] > other[len(other) // 2][1]:
        one, other = other, one
    tip = line[-1]
    face = [(x, y + 9) for x, y in other]
    pen.print(
        [[*smooth(one), *onto([(tip[0] - 8, tip[1] + 2), *face[::-1]]), ("Z", ())]],
        ROCK.dark,
        line=MIDDLE,
    )
    pen.fill(
        [[*smooth(one), *onto([(tip[0] - 6, tip[1] + 1), *other[::-1]]), ("Z", ())]], ROCK.light
    )
    joints = [[a, b] for a, b in zip(one[1::2], other[1::2], strict=False)]
    pen.line(*joints, width=2, strength=0.6)
    pen.line(*[[a, (a[0], a[1] + 9)] for a in other[::2]], width=2, strength=0.6)
    pen.stroke([smooth(one), smooth(other)], width=FINE)


def _lamp(pen: Pen, foot: Point) -> None:
    x, y = foot
    pen.flat(ring((x, y - 52), 25, 22, 12), mix(SAND.base, PAPER, 0.35), curved=True, strength=0.85)
    pen.shape(
        [(x - 9, y), (x - 6, y - 40), (x + 6, y - 40), (x + 9, y)],
        PAPER,
        line=MIDDLE,
        off=A_LITTLE_OFF,
    )
    pen.flat([(x + 1, y - 1), (x + 1, y - 39), (x + 5, y - 39), (x + 8, y - 1)], ROCK.dark)
    pen.shape(
        [(x - 8, y - 14), (x + 8, y - 14), (x + 7, y - 24), (x - 7, y - 24)],
        EARTH.base,
        off=ON_THE_LINE,
    )
    pen.shape(
        [(x - 10, y - 40), (x + 10, y - 40), (x + 9, y - 44), (x - 9, y - 44)],
        ROCK.base,
        off=ON_THE_LINE,
    )
    pen.shape(
        [(x - 6, y - 44), (x + 6, y - 44), (x + 6, y - 57), (x - 6, y - 57)],
        SAND.base,
        off=ON_THE_LINE,
        under=SAND.base,
    )
    pen.shape([(x - 9, y - 57), (x + 9, y - 57), (x, y - 67)], EARTH.dark, off=ON_THE_LINE, line=3)


def _quay(pen: Pen) -> None:
    pen.shape([(502, 484), (582, 474), (582, 610), (502, 612)], ROCK.light, off=A_LITTLE_OFF)
    pen.shape([(502, 484), (502, 612), (497, 617), (497, 491)], ROCK.dark, off=ON_THE_LINE)
    for corner, front, wall, tiles in (
        ((514, 528), 28, 32, EARTH.base),
        ((548, 536), 24, 40, SEA.base),
        ((512, 594), 30, 30, EARTH.dark),
        ((550, 602), 24, 36, EARTH.base),
    ):
        house(pen, corner, front, wall, deep=20, roof=16, tiles=tiles, walls=ROCK.base)
        x, y = corner
        for dx in (5, front - 12):
            window(pen, (x + dx, y - wall + 3), 7, 9, SAND.base)
        pen.shape(
            [
                (x + front / 2 - 4, y),
                (x + front / 2 - 4, y - 15),
                (x + front / 2 + 4, y - 15),
                (x + front / 2 + 4, y),
            ],
            SAND.base,
            off=ON_THE_LINE,
        )
    person(pen, (506, 556), SEA.dark, facing=-1, arm=(-8, 4))


def _boat(pen: Pen, middle: Point, length: float, colour: str, *, mast: bool) -> None:
    x, y = middle
    half = length / 2
    pen.ticks(
        [
            [(x - half, y + 12), (x + half * 0.7, y + 12)],
            [(x - half * 0.5, y + 16), (x + half, y + 16)],
        ],
        colour=SEA_DEEP,
        strength=0.7,
    )
    pen.print(
        [
            [
                ("M", ((x - half, y - 4),)),
                ("Q", ((x, y + 3), (x + half, y - 5))),
                ("Q", ((x + half * 0.8, y + 9), (x + half * 0.5, y + 10))),
                ("L", ((x - half * 0.55, y + 10),)),
                ("Q", ((x - half * 0.9, y + 6), (x - half, y - 4))),
                ("Z", ()),
            ]
        ],
        colour,
        line=3,
        off=A_LITTLE_OFF,
    )
    pen.line([(x - half * 0.8, y + 3), (x + half * 0.7, y + 3)], width=2, strength=0.7)
    if mast:
        pen.line([(x, y - 1), (x, y - 40)], width=3)
        pen.line(
            [(x, y - 38), (x + half * 0.9, y - 6)],
            [(x, y - 38), (x - half * 0.9, y - 5)],
            width=1.8,
        )
        pen.shape(
            [(x + 2, y - 6), (x + half * 0.7, y - 6), (x + half * 0.7, y - 10), (x + 2, y - 11)],
            PAPER,
            line=2,
            off=ON_THE_LINE,
        )
