"""What covers the grounds: hills, hedged fields, grass. Everything keeps clear of the places."""

from __future__ import annotations

import math

from landscape.curves import Point, Trace, distance_to, inside, lerp, smooth, wobbly
from landscape.ink import Pen, Sheet
from landscape.motifs import grass, hill
from landscape.palette import EARTH, MEADOW, PAPER, SAND, SEA_DEEP, WOOD, mix
from landscape.sites import COAST, FADE, LAND, in_rest, is_free
from landscape.terrain_plan import FIELDS, HILLS
from landscape.vegetation import ROW, draw_row, dry, grown, rows_of


def draw_relief(sheet: Sheet) -> None:
    """Draws from the back of the landscape to its front."""
    pen = Pen(sheet, "relief")
    with sheet.group("texture"):
        _draw_sward(pen)
        for patch in FIELDS:
            _draw_fields(pen, *patch)
        _draw_grass(pen)
        rows = rows_of(grown(pen))
        hills = sorted(HILLS, key=lambda hill: hill[0][1])
        for row in range(int(1600 // ROW) + 1):
            while hills and hills[0][0][1] < (row + 1) * ROW:
                (x, y), width, height = hills.pop(0)
                if is_free((x, y - 6), 0, rests_too=False):
                    hill(pen, (x, y), width, height)
            if row in rows:
                draw_row(pen, rows[row])


def _draw_fields(
    pen: Pen, corner: Point, along: Point, down: Point, columns: int, rows: int
) -> None:
    """A patch of fields of uneven breadth: flat inks, furrows, and hedges between them."""
    rng = pen.rng
    inks = (
        mix(MEADOW.light, MEADOW.base, 0.35),
        mix(SAND.base, MEADOW.base, 0.5),
        mix(WOOD.base, MEADOW.base, 0.7),
        mix(SAND.base, MEADOW.base, 0.18),
        mix(MEADOW.base, MEADOW.light, 0.3),
    )
    breadths = [rng.uniform(0.7, 1.35) for _ in range(columns)]
    edges = [sum(breadths[:index]) for index in range(columns + 1)]
    tilt = rng.uniform(0, math.tau)
    slips = [rng.uniform(-0.3, 0.3) for _ in range(rows)]

    def at(u: float, v: float) -> Point:
        warp = 6 * math.sin(u * 0.9 + tilt), 7 * math.sin(u * 0.7 + v * 0.5 + tilt)
        return corner[0] + along[0] * u + down[0] * v + warp[0] * v * 0.3, corner[1] + along[
            1
        ] * u + down[1] * v + warp[1]

    furrows: list[list[list[Point]]] = [[], []]
    borders: list[Trace] = []
    hedges: list[Point] = []
    for row in range(rows):
        for column in range(columns):
            left, right = edges[column] + slips[row], edges[column + 1] + slips[row]
            quad = [at(left, row), at(right, row), at(right, row + 1), at(left, row + 1)]
            corner_cell = row in (0, rows - 1) and column in (0, columns - 1)
            if (
                (corner_cell and rng.random() < 0.7)
                or rng.random() < 0.06
                or not all(_open(point) for point in (*quad, lerp(quad[0], quad[2], 0.5)))
            ):
                continue
            kind = rng.randrange(5)
            pen.flat(quad, inks[kind])
            _furrow(pen, quad, kind, furrows)
            borders.append(wobbly(quad, rng, closed=True))
            for start, end in ((quad[0], quad[1]), (quad[3], quad[0])):
                if rng.random() < 0.55:
                    steps = max(2, int(math.dist(start, end) / 9))
                    hedges += [
                        lerp(start, end, (step + rng.uniform(-0.2, 0.2)) / steps)
                        for step in range(steps + 1)
                        if rng.random() < 0.85
                    ]
    for lines, ink in zip(
        furrows, (mix(EARTH.base, WOOD.dark, 0.45), mix(WOOD.dark, MEADOW.base, 0.25)), strict=True
    ):
        pen.ticks(lines, colour=ink, strength=0.75)
    pen.stroke(borders, colour=WOOD.dark, strength=0.6)
    pen.dots([(x + 1.2, y + 1.5) for x, y in hedges[::3]], width=11, colour=WOOD.dark)
    pen.dots([(x + 1.2, y + 1.5) for x, y in hedges], width=7.5, colour=WOOD.dark)
    pen.dots([(x, y - 0.5) for x, y in hedges[::3]], width=8, colour=WOOD.base)
    pen.dots(hedges, width=4.5, colour=WOOD.base)


def _open(point: Point) -> bool:
    return (
        is_free(point, 3, rests_too=False)
        and dry(point, 7)
        and inside(point, LAND)
        and distance_to(point, FADE) > 14
        and point[1] < 1566
    )


def _furrow(pen: Pen, quad: list[Point], kind: int, furrows: list[list[list[Point]]]) -> None:
    """Ploughed lines, or plants in rows, or nothing but grass."""
    rng = pen.rng
    if kind in (1, 3):
        for step in range(1, 6):
            a, b = lerp(quad[0], quad[1], step / 6), lerp(quad[3], quad[2], step / 6)
            furrows[0].append(
                [lerp(a, b, rng.uniform(0.08, 0.16)), lerp(a, b, rng.uniform(0.84, 0.92))]
            )
    elif kind == 2:
        for step in range(1, 4):
            a, b = lerp(quad[0], quad[3], step / 4), lerp(quad[1], quad[2], step / 4)
            furrows[1].append([lerp(a, b, 0.08), lerp(a, b, 0.92)])
    else:
        furrows[1] += grass(
            [
                lerp(
                    lerp(quad[0], quad[1], rng.uniform(0.15, 0.85)),
                    lerp(quad[3], quad[2], rng.uniform(0.15, 0.85)),
                    rng.uniform(0.3, 0.9),
                )
                for _ in range(2)
            ],
            4.5,
        )


def _draw_sward(pen: Pen) -> None:
    """The faintest strokes over all meadow: mown light and shade."""
    rng = pen.rng
    light: list[Trace] = []
    shade: list[Trace] = []
    for _ in range(1700):
        x, y = rng.uniform(330, 2340), rng.uniform(40, 1560)
        if not inside((x, y), LAND) or _on_sand((x, y)) or distance_to((x, y), COAST) < 22:
            continue
        long = rng.uniform(9, 24)
        stroke = smooth([(x - long, y + 1), (x, y - 1.6), (x + long, y + 0.6)])
        (light if rng.random() < 0.5 else shade).append(stroke)
    pen.stroke(light, width=3, colour=PAPER, strength=0.45)
    pen.stroke(shade, width=2.5, colour=WOOD.dark, strength=0.28)


def _draw_grass(pen: Pen) -> None:
    """Tufts in loose colonies: green on the meadows, dry on the heath, none on the sand."""
    rng = pen.rng
    tufts: list[Point] = []
    dry_tufts: list[Point] = []
    heather: list[Point] = []
    dots: list[Point] = []
    for _ in range(560):
        x, y = rng.uniform(60, 2340), rng.uniform(50, 1560)
        for _ in range(rng.randrange(2, 8)):
            spot = (x + rng.gauss(0, 22), y + rng.gauss(0, 12))
            if (
                not inside(spot, LAND)
                or distance_to(spot, COAST) < 20
                or not dry(spot, 6)
                or not is_free(spot, 2, rests_too=False)
                or _on_sand(spot)
            ):
                continue
            if 1150 < spot[0] < 1940 and 962 < spot[1] < 1190:
                (dry_tufts if rng.random() < 0.5 else heather).append(spot)
            elif rng.random() < 0.5:
                tufts.append(spot)
            elif not in_rest(spot):
                dots.append(spot)
    pen.ticks(grass(tufts), colour=mix(WOOD.dark, SEA_DEEP, 0.15), strength=0.8)
    pen.ticks(grass(dry_tufts, 6), colour=mix(EARTH.dark, WOOD.dark, 0.4), strength=0.85)
    pen.dots(heather, width=4.5, colour=EARTH.dark, strength=0.6)
    pen.dots(dots, width=3.5, colour=WOOD.dark)


def _on_sand(spot: Point) -> bool:
    x, y = spot
    return (700 < y < 1440 and distance_to(spot, COAST) < 60) or (120 < x < 560 and 740 < y < 1240)
