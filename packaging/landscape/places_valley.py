"""The middle: the valley's five sights round the city, and the mentor's house in it."""

from __future__ import annotations

from landscape.curves import Point, arc, ring
from landscape.ink import A_LITTLE_OFF, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import awning, flower, grass, house, person, window
from landscape.palette import EARTH, LINE, MEADOW, PAPER, ROCK, SAND, SEA, WOOD, mix


def vallei(pen: Pen) -> None:
    """A sports field, a stage, a market stall, a stable and allotments, on both banks."""
    _sports_field(pen, (690, 474))
    _stage(pen, (1186, 428))
    _stable(pen, (908, 456))
    _market(pen, (1078, 884))
    _allotments(pen, (900, 850))


def _sports_field(pen: Pen, at: Point) -> None:
    x, y = at
    corners = [(x, y), (x + 118, y - 6), (x + 138, y - 64), (x + 34, y - 58)]
    pen.shape(corners, WOOD.base)
    for share in (0.0, 0.5):
        left, right = _between(corners, share), _between(corners, share + 0.25)
        pen.flat([left[0], right[0], right[1], left[1]], WOOD.light)
    inner = [(x + 12, y - 6), (x + 110, y - 11), (x + 127, y - 58), (x + 38, y - 53)]
    middle = _between(inner, 0.5)
    pen.line([*inner, inner[0]], list(middle), width=3, colour=PAPER)
    pen.line(
        [
            *ring(
                ((middle[0][0] + middle[1][0]) / 2, (middle[0][1] + middle[1][1]) / 2), 15, 9, 10
            ),
            ((middle[0][0] + middle[1][0]) / 2 - 15, (middle[0][1] + middle[1][1]) / 2),
        ],
        width=3,
        colour=PAPER,
        curved=True,
    )
    for gx, gy, lean in ((x + 20, y - 22, 8), (x + 114, y - 26, 8)):
        pen.line([(gx, gy), (gx, gy - 16), (gx + lean, gy - 34), (gx + lean, gy - 18)], width=3)
    for px, py, coat in (
        (x + 48, y - 14, SEA.base),
        (x + 84, y - 30, EARTH.base),
        (x + 72, y - 46, SEA.base),
        (x + 104, y - 38, EARTH.base),
    ):
        person(pen, (px, py), coat, facing=1, arm=(8, 3))
    pen.round((x + 64, y - 16), 3.4, 3.4, PAPER, line=2)


def _between(corners: list[Point], share: float) -> tuple[Point, Point]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    return (ax + (bx - ax) * share, ay + (by - ay) * share), (
        dx + (cx - dx) * share,
        dy + (cy - dy) * share,
    )


def _stage(pen: Pen, at: Point) -> None:
    x, y = at
    pen.shape(
        [(x - 50, y - 12), (x + 50, y - 12), (x + 40, y - 62), (x - 40, y - 62)],
        mix(ROCK.dark, LINE, 0.3),
        off=ON_THE_LINE,
    )
    for side in (-1, 1):
        pen.shape(
            [
                (x + side * 50, y - 12),
                (x + side * 30, y - 12),
                (x + side * 36, y - 40),
                (x + side * 26, y - 62),
                (x + side * 44, y - 64),
            ],
            EARTH.base,
            off=A_LITTLE_OFF,
        )
        pen.line(
            [(x + side * 43, y - 14), (x + side * 40, y - 58)],
            [(x + side * 37, y - 14), (x + side * 39, y - 38)],
            width=2,
            strength=0.7,
        )
    pen.bush(
        [
            (x - 46, y - 60),
            (x - 46, y - 74),
            (x + 46, y - 74),
            (x + 46, y - 60),
            (x + 28, y - 58),
            (x + 9, y - 57),
            (x - 9, y - 57),
            (x - 28, y - 58),
        ],
        EARTH.base,
        bulge=0.12,
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [(x - 56, y), (x + 56, y), (x + 50, y - 13), (x - 50, y - 13)],
        EARTH.light,
        line=3,
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [(x - 56, y), (x + 56, y), (x + 56, y + 8), (x - 56, y + 8)], EARTH.dark, off=ON_THE_LINE
    )
    person(pen, (x - 8, y - 5), SAND.base, facing=1, arm=(11, -7))
    person(pen, (x + 14, y - 4), SEA.base, facing=-1)
    for dx in (-34, -18, -2, 14, 30):
        pen.round((x + dx, y + 16), 3.6, 3.8, SAND.base, line=2)
        pen.blob(arc((x + dx, y + 28), 6, 9, 180, 360, 6), ROCK.base, off=ON_THE_LINE, line=2.2)


def _stable(pen: Pen, at: Point) -> None:
    x, y = at
    pen.shape(
        [(x + 44, y), (x + 70, y - 13), (x + 70, y - 45), (x + 44, y - 34)],
        EARTH.dark,
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [
            (x, y),
            (x + 44, y),
            (x + 44, y - 34),
            (x + 34, y - 50),
            (x + 22, y - 56),
            (x + 10, y - 50),
            (x, y - 34),
        ],
        EARTH.light,
        line=3,
        off=A_LITTLE_OFF,
    )
    pen.shape(
        [
            (x + 22, y - 57),
            (x + 48, y - 69),
            (x + 62, y - 62),
            (x + 74, y - 44),
            (x + 47, y - 32),
            (x + 35, y - 50),
        ],
        EARTH.base,
        line=3,
        off=A_LITTLE_OFF,
    )
    pen.line(
        [(x - 4, y - 32), (x + 10, y - 51), (x + 22, y - 58), (x + 34, y - 51), (x + 48, y - 31)],
        width=MIDDLE,
    )
    pen.shape(
        [(x + 9, y), (x + 9, y - 27), (x + 35, y - 27), (x + 35, y)],
        LINE,
        off=ON_THE_LINE,
        under=LINE,
    )
    pen.line(
        [(x + 9, y - 1), (x + 35, y - 26)],
        [(x + 9, y - 13), (x + 35, y - 13)],
        width=2,
        colour=EARTH.light,
    )
    window(pen, (x + 17, y - 44), 10, 9)
    _horse(pen, (x - 36, y + 4))
    pen.line(
        *[
            [(px, y + 8 + (px - x) * 0.02), (px, y - 8 + (px - x) * 0.02)]
            for px in range(int(x) - 76, int(x) + 2, 19)
        ],
        width=3,
    )
    pen.line([(x - 80, y - 4), (x + 2, y - 2)], [(x - 80, y + 4), (x + 2, y + 6)], width=2.5)


def _horse(pen: Pen, at: Point) -> None:
    x, y = at
    pen.line(
        [(x - 14, y - 14), (x - 15, y)],
        [(x - 8, y - 14), (x - 7, y)],
        [(x + 9, y - 14), (x + 8, y)],
        [(x + 14, y - 14), (x + 16, y)],
        width=3.5,
    )
    pen.blob(
        [
            (x + 18, y - 26),
            (x + 15, y - 12),
            (x, y - 11),
            (x - 14, y - 12),
            (x - 18, y - 22),
            (x - 26, y - 38),
            (x - 36, y - 33),
            (x - 38, y - 38),
            (x - 28, y - 46),
            (x - 20, y - 47),
            (x - 10, y - 29),
            (x + 6, y - 28),
        ],
        EARTH.dark,
        off=ON_THE_LINE,
        line=3,
    )
    pen.line(
        [(x - 20, y - 47), (x - 12, y - 38), (x - 10, y - 29)],
        [(x + 18, y - 25), (x + 24, y - 18), (x + 22, y - 8)],
        width=MIDDLE,
        curved=True,
    )


def _market(pen: Pen, at: Point) -> None:
    x, y = at
    pen.line([(x - 34, y), (x - 34, y - 50)], [(x + 34, y), (x + 34, y - 50)], width=3)
    person(pen, (x - 4, y - 8), EARTH.base, arm=(9, 3))
    pen.shape(
        [(x - 36, y - 2), (x + 36, y - 2), (x + 36, y - 20), (x - 36, y - 20)],
        EARTH.light,
        off=A_LITTLE_OFF,
    )
    for index, colour in enumerate((WOOD.dark, SAND.base, EARTH.base, SEA.base)):
        left = x - 34 + index * 17
        pen.bush(ring((left + 8, y - 22), 8, 5, 6), colour, line=2.2, off=ON_THE_LINE, bulge=0.4)
        pen.line([(left + 1, y - 16), (left + 1, y - 4)], width=1.8, strength=0.6)
    awning(pen, (x - 44, x + 44), (x - 32, x + 32), y - 46, y - 68, 8, (EARTH.base, PAPER))
    person(pen, (x + 54, y + 4), SEA.base, facing=-1, arm=(-8, 4))


def _allotments(pen: Pen, at: Point) -> None:
    x, y = at
    inks = (EARTH.base, WOOD.base, SAND.base, MEADOW.light, EARTH.light, WOOD.light)
    for index in range(6):
        column, row = index % 3, index // 3
        left, top = x + column * 38 - row * 8, y + row * 29 + column * 3
        bed = [(left, top), (left + 33, top + 2), (left + 26, top + 26), (left - 7, top + 23)]
        pen.shape(bed, inks[index], off=A_LITTLE_OFF)
        if index in (1, 3, 5):
            plants = [
                (left + 4 + 9 * step - 3 * line, top + 7 + 8 * line + step * 0.5)
                for step in range(3)
                for line in range(2)
            ]
            pen.dots(plants, width=6, colour=mix(WOOD.dark, LINE, 0.25))
        else:
            pen.hatch(bed, angle=106, gap=6, strength=0.6, ragged=4)
    house(pen, (x + 104, y + 22), 20, 16, deep=14, roof=10, walls=EARTH.light, tiles=SEA.base)
    person(pen, (x + 46, y + 28), SEA.base, arm=(7, 7))
    for dx, dy in ((-14, 30), (-18, 48), (112, 46)):
        flower(pen, (x + dx, y + dy), SAND.base, 16)


def huis(pen: Pen) -> None:
    """A tall narrow house with a stepped gable; the door stands open and a lamp burns above it."""
    pen.origin = (912, 738)
    pen.flat([(-20, 0), (16, 0), (40, 14), (-48, 15)], SAND.base)
    pen.shape([(28, 0), (54, -13), (54, -92), (28, -82)], ROCK.dark, line=MIDDLE, off=A_LITTLE_OFF)
    pen.hatch([(28, 0), (54, -13), (54, -92), (28, -82)], angle=62, gap=8, strength=0.4)
    pen.shape(
        [(0, -130), (24, -139), (58, -92), (30, -80)], EARTH.base, line=MIDDLE, off=A_LITTLE_OFF
    )
    gable = [
        (-34, 0),
        (-34, -84),
        (-24, -84),
        (-24, -100),
        (-13, -100),
        (-13, -116),
        (-7, -116),
        (-7, -131),
        (5, -131),
        (5, -116),
        (11, -116),
        (11, -100),
        (20, -100),
        (20, -84),
        (30, -84),
        (30, 0),
    ]
    pen.shape(gable, SAND.light, line=MIDDLE, under=PAPER)
    for x, y in ((-25, -80), (9, -80), (-25, -54), (9, -54)):
        window(pen, (x, y), 12, 16)
        pen.line([(x - 3, y + 18), (x + 15, y + 18)], width=2.5)
        pen.line(
            [(x + 6, y), (x + 6, y + 16)], [(x, y + 7), (x + 12, y + 7)], width=1.6, colour=PAPER
        )
    window(pen, (-7, -106), 10, 14, SAND.base)
    pen.shape(
        [(-13, 0), (-13, -36), (9, -36), (9, 0)],
        mix(SAND.base, EARTH.base, 0.3),
        off=ON_THE_LINE,
        line=3,
    )
    pen.shape([(-13, 0), (-13, -36), (-30, -31), (-30, 6)], EARTH.dark, off=ON_THE_LINE, line=3)
    pen.dots([(-26, -12)], width=3.5, colour=PAPER)
    person(pen, (0, -1), SEA.base, facing=-1, arm=(-11, -4))
    pen.shape([(-18, 0), (14, 0), (18, 5), (-22, 5)], ROCK.light, off=ON_THE_LINE)
    pen.flat(ring((-2, -43), 11, 9, 10), mix(SAND.base, EARTH.base, 0.14), curved=True)
    pen.line([(-2, -56), (-2, -50)], width=2.5)
    pen.shape(
        [(-6, -50), (2, -50), (4, -41), (-8, -41)],
        SAND.base,
        off=ON_THE_LINE,
        line=2.2,
        under=PAPER,
    )
    person(pen, (-46, 16), EARTH.base, facing=1, pack=True)
    pen.bush(ring((42, -6), 11, 10, 7), WOOD.base, off=A_LITTLE_OFF)
    pen.ticks(grass([(-40, 4), (34, 8), (56, 0)]), colour=WOOD.dark)
