"""The south-east: the maze and the jungle."""

from __future__ import annotations

import math

from landscape.curves import Point, ring
from landscape.ink import A_LITTLE_OFF, MIDDLE, ON_THE_LINE, Pen
from landscape.motifs import person
from landscape.palette import EARTH, LINE, MEADOW, SAND, SEA, WOOD, mix


def doolhof(pen: Pen) -> None:
    """A hedge maze from above, open on every side; its topiary is cut like rubber stamps."""
    pen.origin = (1690, 1440)
    ground = [_on(-1.04, -1.05), _on(1.04, -1.05), _on(1.04, 1.05), _on(-1.04, 1.05)]
    pen.shape(ground, SAND.base, line=3)
    walls: list[tuple[float, float, float, float]] = []
    for reach, gaps in (
        (1.0, ((0, -0.55), (0, 0.35), (1, 0.1), (2, -0.2), (2, 0.62), (3, -0.4))),
        (0.72, ((0, 0.1), (1, -0.3), (2, 0.25), (3, 0.3))),
        (0.44, ((0, -0.15), (2, 0.12), (1, 0.15))),
    ):
        walls += _square(reach, gaps)
    walls += [
        (-0.2, -1.0, -0.2, -0.72),
        (0.72, 0.3, 1.0, 0.3),
        (-1.0, 0.1, -0.72, 0.1),
        (0.2, 0.72, 0.2, 1.0),
        (0.44, -0.2, 0.72, -0.2),
        (-0.72, -0.35, -0.44, -0.35),
        (-0.3, 0.44, -0.3, 0.72),
    ]
    for wall in sorted(walls, key=lambda w: max(w[1], w[3])):
        _hedge(pen, wall)
    _stamp(pen, _on(0, 0.28), 1.35)
    for u, v, size in (
        (-0.86, -0.8, 0.8),
        (0.86, -0.8, 0.8),
        (-0.98, 1.16, 0.9),
        (0.98, 1.16, 0.9),
    ):
        _stamp(pen, _on(u, v), size)
    person(pen, _on(0.56, 0.62), EARTH.base, facing=-1, pack=True)
    person(pen, _on(-0.58, -0.5), SEA.base)


def _on(u: float, v: float) -> Point:
    """A spot of the maze (-1..1 both ways) on the sheet; the far side is a little narrower."""
    return u * (96 + 12 * v), -82 + v * 78


def _square(
    reach: float, gaps: tuple[tuple[int, float], ...]
) -> list[tuple[float, float, float, float]]:
    """The four sides of one ring of hedge, broken by openings (side, where)."""
    corners = ((-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach))
    walls = []
    for side in range(4):
        (ax, ay), (bx, by) = corners[side], corners[(side + 1) % 4]
        start = 0.0
        half = 0.13 / reach / 2
        for where in sorted((place + 1) / 2 for which, place in gaps if which == side):
            walls.append(_part(ax, ay, bx, by, start, where - half))
            start = where + half
        walls.append(_part(ax, ay, bx, by, start, 1.0))
    return walls


def _part(
    ax: float, ay: float, bx: float, by: float, start: float, stop: float
) -> tuple[float, float, float, float]:
    return (
        ax + (bx - ax) * start,
        ay + (by - ay) * start,
        ax + (bx - ax) * stop,
        ay + (by - ay) * stop,
    )


def _hedge(pen: Pen, wall: tuple[float, float, float, float]) -> None:
    """A clipped hedge: light top, dark face towards us."""
    au, av, bu, bv = wall
    (ax, ay), (bx, by) = sorted(
        (_on(au, av), _on(bu, bv)), key=lambda point: (round(point[0]), point[1])
    )
    high = 13.0
    if abs(av - bv) < 0.01:
        top = [
            (ax - 4, ay - 4 - high),
            (bx + 4, by - 4 - high),
            (bx + 4, by + 4 - high),
            (ax - 4, ay + 4 - high),
        ]
        face = [
            (ax - 4, ay + 4 - high),
            (bx + 4, by + 4 - high),
            (bx + 4, by + 4),
            (ax - 4, ay + 4),
        ]
    else:
        (ax, ay), (bx, by) = sorted((_on(au, av), _on(bu, bv)), key=lambda point: point[1])
        top = [
            (ax - 5, ay - 4 - high),
            (ax + 5, ay - 4 - high),
            (bx + 5, by + 4 - high),
            (bx - 5, by + 4 - high),
        ]
        face = [
            (bx - 5, by + 4 - high),
            (bx + 5, by + 4 - high),
            (bx + 5, by + 4),
            (bx - 5, by + 4),
        ]
    pen.shape(face, mix(WOOD.dark, LINE, 0.14), off=ON_THE_LINE, line=2.2, under=WOOD.dark)
    pen.shape(top, WOOD.base, off=ON_THE_LINE, line=2.2)


def _stamp(pen: Pen, foot: Point, size: float) -> None:
    """A rubber stamp clipped in box-tree: a broad block, a neck, a round knob."""
    x, y = foot
    pen.shape(
        [
            (x - 16 * size, y),
            (x + 16 * size, y),
            (x + 16 * size, y - 5 * size),
            (x - 16 * size, y - 5 * size),
        ],
        mix(LINE, WOOD.dark, 0.35),
        off=ON_THE_LINE,
        line=2.5,
    )
    pen.shape(
        [
            (x - 14 * size, y - 5 * size),
            (x + 14 * size, y - 5 * size),
            (x + 12 * size, y - 15 * size),
            (x - 12 * size, y - 15 * size),
        ],
        WOOD.base,
        off=ON_THE_LINE,
        line=3,
    )
    pen.flat(
        [
            (x + 4 * size, y - 6 * size),
            (x + 13 * size, y - 6 * size),
            (x + 11 * size, y - 14 * size),
            (x + 4 * size, y - 14 * size),
        ],
        WOOD.dark,
    )
    pen.blob(
        [
            (x - 4 * size, y - 15 * size),
            (x - 3 * size, y - 24 * size),
            (x - 8 * size, y - 32 * size),
            (x - 6 * size, y - 40 * size),
            (x, y - 43 * size),
            (x + 6 * size, y - 40 * size),
            (x + 8 * size, y - 32 * size),
            (x + 3 * size, y - 24 * size),
            (x + 4 * size, y - 15 * size),
        ],
        WOOD.base,
        off=A_LITTLE_OFF,
        line=3,
    )
    pen.flat(
        [
            (x + 1 * size, y - 16 * size),
            (x + 1 * size, y - 24 * size),
            (x + 4 * size, y - 32 * size),
            (x + 2 * size, y - 41 * size),
            (x + 7 * size, y - 36 * size),
            (x + 6 * size, y - 29 * size),
            (x + 2.5 * size, y - 24 * size),
            (x + 3.2 * size, y - 16 * size),
        ],
        WOOD.dark,
        curved=True,
    )
    leaves = [
        (x + dx * size, y - dy * size)
        for dx, dy in ((-9, 10), (-3, 8), (-4, 34), (-2, 28), (-6, 12))
    ]
    pen.ticks(
        [[(px - 2, py), (px, py + 1.6), (px + 2, py)] for px, py in leaves], width=1.8, strength=0.6
    )


def jungle(pen: Pen) -> None:
    """Giant leaves over giant leaves; no ground to be seen."""
    pen.origin = (2165, 1474)
    deep = mix(WOOD.dark, LINE, 0.2)
    pen.bush(ring((2, -108), 122, 104, 18, pen.rng, 0.05), deep, line=MIDDLE, bulge=0.3)
    for foot, tip, width in (
        ((-40, -100), (-96, -214), 40),
        ((10, -110), (-14, -228), 44),
        ((-20, -120), (-56, -224), 40),
        ((30, -120), (40, -226), 40),
        ((70, -100), (116, -192), 38),
        ((-66, -96), (-120, -186), 38),
        ((50, -100), (84, -216), 42),
        ((90, -80), (134, -160), 40),
        ((-80, -80), (-122, -154), 40),
    ):
        _banana(pen, foot, tip, width, WOOD.base)
    for middle, size, turn in (
        ((-64, -132), 46, -0.5),
        ((34, -146), 50, 0.2),
        ((100, -112), 40, 0.7),
        ((-10, -94), 48, -0.15),
        ((-34, -62), 40, 0.35),
        ((6, -50), 36, -0.5),
    ):
        _monstera(pen, middle, size, turn)
    for foot, tip, width in (
        ((-104, -30), (-120, -110), 38),
        ((-60, -20), (-86, -92), 36),
        ((70, -30), (62, -112), 42),
        ((116, -20), (136, -92), 36),
    ):
        _banana(pen, foot, tip, width, mix(WOOD.base, MEADOW.base, 0.5))
    for middle, size, turn in (
        ((-96, -34), 38, -0.7),
        ((36, -44), 44, 0.35),
        ((-28, -24), 34, -0.2),
        ((104, -30), 36, 0.6),
    ):
        _monstera(pen, middle, size, turn)
    for foot, tip, width in (
        ((-70, 4), (-112, -14), 22),
        ((0, 6), (34, -18), 22),
        ((66, 6), (110, -8), 24),
    ):
        _banana(pen, foot, tip, width, WOOD.light)


def _banana(pen: Pen, foot: Point, tip: Point, width: float, ink: str) -> None:
    """A long leaf with a strong rib, its right half in shade."""
    dx, dy = tip[0] - foot[0], tip[1] - foot[1]
    long = math.hypot(dx, dy)
    nx, ny = -dy / long * width / 2, dx / long * width / 2

    def at(share: float, across: float) -> Point:
        return foot[0] + dx * share + nx * across, foot[1] + dy * share + ny * across

    left = [at(0, 0), at(0.25, -0.85), at(0.55, -1), at(0.85, -0.6), at(1, 0)]
    right = [at(1, 0), at(0.85, 0.6), at(0.55, 1), at(0.25, 0.85)]
    pen.blob([*left, *right[1:]], ink, line=3)
    shaded = right if nx * 1 > 0 else left
    pen.flat(
        [
            at(0.02, 0),
            *(
                [at(0.25, 0.8), at(0.55, 0.95), at(0.85, 0.55)]
                if shaded is right
                else [at(0.25, -0.8), at(0.55, -0.95), at(0.85, -0.55)]
            ),
            at(0.99, 0),
            at(0.5, 0),
        ],
        WOOD.dark,
    )
    pen.line([at(0, 0), at(0.5, 0.04), at(1, 0)], width=3, curved=True)
    pen.line(
        *[
            [at(share, 0), at(share + 0.13, side * reach)]
            for share, reach in ((0.2, 0.62), (0.35, 0.78), (0.5, 0.8), (0.65, 0.66), (0.8, 0.4))
            for side in (-1, 1)
        ],
        width=2,
        strength=0.7,
    )


def _monstera(pen: Pen, middle: Point, size: float, turn: float) -> None:
    """A heart-shaped leaf with deep notches."""
    outline = []
    for step in range(28):
        angle = math.tau * step / 28 - math.pi / 2
        heart = 1 - 0.32 * math.sin(angle) - (0.28 if step == 0 else 0)
        notch = 0.62 if step in (5, 8, 11, 17, 20, 23) else 1.0
        x, y = (
            math.cos(angle) * size * 0.82 * heart * notch,
            -math.sin(angle) * size * 0.8 * heart * notch * -1,
        )
        outline.append(
            (
                middle[0] + x * math.cos(turn) - y * math.sin(turn),
                middle[1] - (x * math.sin(turn) + y * math.cos(turn)) * -0.92,
            )
        )
    pen.blob(outline, WOOD.base, line=3)
    shaded = [point for step, point in enumerate(outline) if step <= 14]
    pen.flat([*shaded, middle], WOOD.dark, strength=0.85)
    pen.line([outline[0], middle, outline[14]], width=3, curved=True)
    pen.line(
        *[
            [
                (
                    middle[0] * 0.7 + outline[step][0] * 0.3,
                    middle[1] * 0.7 + outline[step][1] * 0.3,
                ),
                (
                    middle[0] * 0.2 + outline[step][0] * 0.8,
                    middle[1] * 0.2 + outline[step][1] * 0.8,
                ),
            ]
            for step in (3, 7, 10, 18, 21, 25)
        ],
        width=2,
        strength=0.7,
    )
