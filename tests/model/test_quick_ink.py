"""A quick hand's samples lie far apart; the line between them is what a hand would have drawn."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reisblog.model.fitting import to_line
from reisblog.model.ink import TOLERANCE, InkFitter, Sample, distance

STEPS = [10, 25, 50, 100]
FINE = 16

turns = st.lists(
    st.tuples(st.floats(-math.pi, math.pi), st.floats(0.6, 1.4)), min_size=2, max_size=20
)
bends = st.lists(st.tuples(st.floats(-0.9, 0.9), st.floats(0.6, 1.4)), min_size=2, max_size=20)


def walked(moves, step):
    """Spots a step apart, more or less, each move turning from the one before."""
    x, y, heading = 1000.0, 800.0, 0.0
    spots = [(x, y)]
    for turn, stretch in moves:
        heading += turn
        x += step * stretch * math.cos(heading)
        y += step * stretch * math.sin(heading)
        spots.append((x, y))
    return spots


def fitted(spots):
    fitter = InkFitter()
    for index, (x, y) in enumerate(spots):
        fitter.add(Sample(x, y, index * 12.0))
    return fitter.finish()


def pieces(curve):
    """The curve as points close together, piece by piece."""
    start = curve.start
    for piece in curve.segments:
        points = []
        for index in range(FINE + 1):
            t = index / FINE
            s = 1 - t
            shares = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
            held = (start, piece.c1, piece.c2, piece.end)
            points.append(
                (
                    sum(share * spot.x for share, spot in zip(shares, held, strict=True)),
                    sum(share * spot.y for share, spot in zip(shares, held, strict=True)),
                )
            )
        yield points
        start = piece.end


def line(curve):
    parts = list(pieces(curve))
    return [parts[0][0], *(point for part in parts for point in part[1:])]


def before(a, b, c):
    """What comes before three spots on a way that keeps bending: the third, mirrored."""
    u, v = b[0] - a[0], b[1] - a[1]
    share = 2 * ((c[0] - b[0]) * u + (c[1] - b[1]) * v) / (u * u + v * v) + 1
    return c[0] - share * u, c[1] - share * v


def catmull_rom(spots):
    """The centripetal spline through these spots."""
    held = [spots[0], *spots, spots[-1]]
    held[0], held[-1] = before(*spots[:3]), before(*spots[:-4:-1])
    points = [spots[0]]
    for a, b, c, d in zip(held, held[1:], held[2:], held[3:], strict=False):
        p, q, r = (math.sqrt(math.dist(*pair)) for pair in ((a, b), (b, c), (c, d)))
        leave = [
            w - v + q * ((v - u) / p - (w - u) / (p + q)) for u, v, w in zip(a, b, c, strict=True)
        ]
        reach = [
            w - v + q * ((x - w) / r - (x - v) / (q + r)) for v, w, x in zip(b, c, d, strict=True)
        ]
        for index in range(1, FINE + 1):
            t = index / FINE
            s = 1 - t
            points.append(
                tuple(
                    s * s * (1 + 2 * t) * v
                    + s * s * t * m
                    - t * t * s * n
                    + t * t * (1 + 2 * s) * w
                    for v, w, m, n in zip(b, c, leave, reach, strict=True)
                )
            )
    return points


def away(point, way):
    return min(to_line(*point, a, b) for a, b in pairwise(way))


def astray(curve, spots):
    """How far the curve lies at most from both the spline and the straight way."""
    smooth = catmull_rom(spots)
    return max(min(away(point, spots), away(point, smooth)) for point in line(curve)[::2])


def length(way):
    return sum(math.dist(a, b) for a, b in pairwise(way))


def sharpest(curve):
    """The cosine of the sharpest turn between neighbouring points inside the pieces."""
    cosines = [1.0]
    for points in pieces(curve):
        for a, b, c in zip(points, points[1:], points[2:], strict=False):
            u, v = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
            size = math.hypot(*u) * math.hypot(*v)
            if size > 1e-3:
                cosines.append((u[0] * v[0] + u[1] * v[1]) / size)
    return min(cosines)


def bound(spots):
    """An arc that turns by 70 degrees at each sample rises by 0.15 of the gap between them."""
    return TOLERANCE + 0.15 * max(math.dist(a, b) for a, b in pairwise(spots))


@pytest.mark.parametrize("step", STEPS)
@settings(max_examples=25)
@given(moves=turns | bends)
def test_between_far_samples_the_curve_stays_near_the_way_through_them(step, moves):
    spots = walked(moves, step)
    curve = fitted(spots)
    assert astray(curve, spots) <= bound(spots)
    assert max(distance(curve, *spot) for spot in spots) <= TOLERANCE


@pytest.mark.parametrize("step", STEPS)
@settings(max_examples=25)
@given(moves=turns | bends)
def test_the_curve_never_doubles_back(step, moves):
    spots = walked(moves, step)
    curve = fitted(spots)
    assert length(line(curve)) <= 1.08 * length(catmull_rom(spots))
    assert sharpest(curve) > 0.5


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("a_leg", [1, 2, 3])
def test_a_quick_zigzag_comes_out_as_the_zigzag(step, a_leg):
    spots = walked([(0.6, 1.0), *[(0.0, 1.0)] * (a_leg - 1)], step)
    for leg in range(12):
        x, y = spots[-1]
        down = -1 if leg % 2 == 0 else 1
        spots += [(x + 0.5 * n * step, y + down * n * step) for n in range(1, a_leg + 1)]
    curve = fitted(spots)
    assert max(away(point, spots) for point in line(curve)) < 0.5
    assert max(distance(curve, *spot) for spot in spots) < 0.1


@pytest.mark.parametrize("a_turn", [6, 8, 12, 20])
@pytest.mark.parametrize("radius", [50, 150])
def test_a_quick_circle_is_round(a_turn, radius):
    spots = [
        (
            800 + radius * math.cos(n * math.tau / a_turn),
            800 + radius * math.sin(n * math.tau / a_turn),
        )
        for n in range(a_turn + 1)
    ]
    radii = [math.dist(point, (800, 800)) for point in line(fitted(spots))]
    assert max(abs(one - radius) for one in radii) < 1.5 + 0.02 * radius


@pytest.mark.parametrize("spots", [[(0, 0), (300, 90)], [(0, 0), (90, 27), (300, 90)]])
def test_a_straight_stroke_of_few_samples_is_straight(spots):
    curve = fitted(spots)
    assert len(curve.segments) == 1
    assert max(away(point, [spots[0], spots[-1]]) for point in line(curve)) < 0.05
