"""Trees by the hundred: rows of crowns drawn as one shape each, from the back to the front."""

from __future__ import annotations

from typing import NamedTuple

from landscape.curves import Point, Trace, distance_to, inside, scalloped_low, shifted
from landscape.ink import A_LITTLE_OFF, Pen
from landscape.palette import LINE, MEADOW, WOOD, mix
from landscape.sites import BROOK_C, COAST, LAND, RIVER_A, RIVER_B, in_name, is_free
from landscape.terrain_plan import WOODS

ROW = 11.0


class Tree(NamedTuple):
    """One tree: round or pointed, where it stands, how high."""

    kind: str
    foot: Point
    height: float


def dry(point: Point, margin: float) -> bool:
    """Whether a point keeps its distance from every water."""
    waters = ((RIVER_A, 10), (RIVER_B, 11), (BROOK_C, 6), (COAST, 12))
    return all(distance_to(point, course) > margin + width for course, width in waters)


def grown(pen: Pen) -> list[Tree]:
    """Where the trees stand: clumps with loose edges, never on water, places, names or rests."""
    rng = pen.rng
    trees: list[Tree] = []
    for kind, (x, y), across, down, count in WOODS:
        for _ in range(count * 2):
            foot = (
                x + max(-1.5, min(1.5, rng.gauss(0, 0.55))) * across,
                y + max(-1.5, min(1.5, rng.gauss(0, 0.55))) * down,
            )
            if any(_crowds(foot, other.foot) for other in trees):
                continue
            crown = (foot[0], foot[1] - 28)
            if not inside(foot, LAND) or not dry(foot, 8) or in_name(foot) or in_name(crown):
                continue
            if not is_free(foot, 9) or not is_free(crown, 0, rests_too=False):
                continue
            if not 52 < foot[1] < 1572 or foot[0] > 2358:
                continue
            trees.append(
                Tree(kind, foot, rng.uniform(25, 35) if kind == "round" else rng.uniform(30, 43))
            )
    return trees


def _crowds(foot: Point, other: Point) -> bool:
    """Whether two trees would stand in one another's place, or stacked like a totem pole."""
    across, down = abs(foot[0] - other[0]), abs(foot[1] - other[1])
    return (across < 13 and down < 8.5) or (across < 6 and down < 24)


def rows_of(trees: list[Tree]) -> dict[int, list[Tree]]:
    """The trees by the row they stand in, counted from the top of the sheet."""
    rows: dict[int, list[Tree]] = {}
    for tree in sorted(trees, key=lambda one: one.foot):
        rows.setdefault(int(tree.foot[1] // ROW), []).append(tree)
    return rows


def draw_row(pen: Pen, trees: list[Tree]) -> None:
    """All trees of one row: trunks, crowns, shade on the right, a touch of light on the left."""
    for kind, ink in (
        ("round", WOOD.base),
        ("pale", mix(WOOD.base, MEADOW.base, 0.5)),
        ("fir", mix(WOOD.base, WOOD.dark, 0.35)),
    ):
        row = [tree for tree in trees if tree.kind == kind]
        if not row:
            continue
        pen.ticks(
            [[tree.foot, (tree.foot[0], tree.foot[1] - tree.height * 0.3)] for tree in row],
            width=3.5,
        )
        crowns = [_fir(tree) if kind == "fir" else _crown(pen, tree) for tree in row]
        pen.fill([shifted(crown, A_LITTLE_OFF) for crown in crowns], ink)
        pen.fill([_shade(tree) for tree in row], mix(WOOD.dark, LINE, 0.06))
        pen.stroke(crowns)


def _crown(pen: Pen, tree: Tree) -> Trace:
    (x, y), reach = tree.foot, tree.height * 0.37
    wide = reach * pen.rng.uniform(0.92, 1.1)
    return scalloped_low((x, y - tree.height + reach), wide, reach, 7, pen.rng)


def _fir(tree: Tree) -> Trace:
    (x, y), high = tree.foot, tree.height
    wide = high * 0.27
    points = (
        (x, y - high),
        (x + wide * 0.6, y - high * 0.5),
        (x + wide * 0.36, y - high * 0.5),
        (x + wide, y - high * 0.13),
        (x - wide, y - high * 0.13),
        (x - wide * 0.36, y - high * 0.5),
        (x - wide * 0.6, y - high * 0.5),
    )
    return [("M", (points[0],)), *(("L", (point,)) for point in points[1:]), ("Z", ())]


def _shade(tree: Tree) -> Trace:
    (x, y), high = tree.foot, tree.height
    if tree.kind == "fir":
        return [
            ("M", ((x + 1, y - high * 0.92),)),
            ("L", ((x + high * 0.26, y - high * 0.13),)),
            ("L", ((x + 1, y - high * 0.13),)),
            ("Z", ()),
        ]
    reach = high * 0.37
    middle = y - high + reach
    return [
        ("M", ((x + reach * 0.45, middle - reach * 0.75),)),
        ("Q", ((x + reach * 1.35, middle), (x + reach * 0.5, middle + reach * 0.85))),
        ("Q", ((x - reach * 0.1, middle + reach * 1.1), (x - reach * 0.5, middle + reach * 0.8))),
        (
            "Q",
            ((x + reach * 0.55, middle + reach * 0.45), (x + reach * 0.45, middle - reach * 0.75)),
        ),
        ("Z", ()),
    ]
