"""A drawn line stays as the hand drew it."""

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reisblog.model.geometry import Point
from reisblog.model.ink import TOLERANCE, InkFitter, Sample, distance

steps = st.tuples(st.floats(-40, 40), st.floats(-40, 40), st.integers(0, 60), st.floats(0, 1))


def fitted(samples):
    fitter = InkFitter()
    for sample in samples:
        fitter.add(sample)
    return fitter.finish()


def scribble(moves):
    x, y, ms = 1000.0, 800.0, 0.0
    samples = [Sample(x, y, ms)]
    for dx, dy, wait, pressure in moves:
        x, y, ms = x + dx, y + dy, ms + wait
        samples.append(Sample(x, y, ms, pressure))
    return samples


@settings(max_examples=60)
@given(st.lists(steps, max_size=120))
def test_the_curve_stays_near_every_sample_of_any_scribble(moves):
    samples = scribble(moves)
    curve = fitted(samples)
    assert max(distance(curve, sample.x, sample.y) for sample in samples) <= TOLERANCE


@settings(max_examples=60)
@given(st.lists(steps, max_size=120))
def test_the_curve_begins_and_ends_where_the_hand_did(moves):
    samples = scribble(moves)
    curve = fitted(samples)
    last = Point(samples[-1].x, samples[-1].y)
    assert curve.start == Point(1000.0, 800.0)
    assert curve.segments[-1].end.distance(last) < 0.5


@settings(max_examples=15)
@given(st.integers(60, 300), st.floats(20, 200), st.floats(0.01, 0.2))
def test_a_long_smooth_line_becomes_few_pieces(count, radius, pace):
    samples = [
        Sample(800 + radius * math.cos(i * pace) + i, 800 + radius * math.sin(i * pace), i * 12.0)
        for i in range(count)
    ]
    curve = fitted(samples)
    assert max(distance(curve, sample.x, sample.y) for sample in samples) <= TOLERANCE
    drawn = sum(math.dist(a[:2], b[:2]) for a, b in pairwise(samples))
    assert len(curve.segments) <= 2 + drawn / 12


def test_a_corner_stays_a_corner():
    along = [Sample(100.0 + i, 100.0, i * 10.0) for i in range(0, 100, 4)]
    down = [Sample(200.0, 100.0 + i, 1000.0 + i * 10.0) for i in range(0, 100, 4)]
    curve = fitted([*along, *down])
    assert distance(curve, 200.0, 100.0) < 0.5
    assert distance(curve, 194.0, 106.0) > 4.0


def test_a_tap_is_a_dot():
    curve = fitted([Sample(5.0, 6.0, 0.0)])
    assert [piece.end for piece in curve.segments] == [Point(5.0, 6.0)]
    assert fitted([]) is None


def test_the_tempo_of_the_hand_is_kept():
    walk = [Sample(i * 4.0, 0.0, i * 16.0) for i in range(50)]
    stand = walk[-1].ms + 2000.0
    on = [Sample(walk[-1].x, i * 4.0, stand + i * 16.0) for i in range(1, 50)]
    curve = fitted([*walk, *on])
    rested = [piece for piece in curve.segments if piece.rest_ms]
    assert [round(piece.rest_ms, -2) for piece in rested] == [2000]
    total = sum(piece.ms + piece.rest_ms for piece in curve.segments)
    assert abs(total - on[-1].ms) <= len(curve.segments)


def test_a_pressed_line_is_wider_than_a_light_one():
    def width(pressure):
        samples = [Sample(i * 5.0, 0.0, i * 16.0, pressure) for i in range(60)]
        return fitted(samples).segments[-1].width

    assert width(0.9) > width(0.5) > width(0.1)
