"""What a hand can do to a crop, and that the picture always fills it."""

import math

from hypothesis import given
from hypothesis import strategies as st

from reisblog.model.cropping import GRIPS, pulled, pushed, straightened, zoomed
from reisblog.model.framing import WHOLE, fits, fitted, is_sound
from reisblog.model.records import Crop

SIZE = (400, 300)
_ways = st.tuples(st.floats(-2, 2), st.floats(-2, 2))
_shares = st.floats(0.1, 1)
crops = st.builds(Crop, st.floats(0, 1), st.floats(0, 1), _shares, _shares, st.floats(-45, 45)).map(
    lambda crop: fitted(crop, *SIZE)
)


@given(crop=crops, grip=st.sampled_from(GRIPS), by=_ways)
def test_however_one_pulls_the_picture_fills_the_frame(crop, grip, by):
    after = pulled(crop, grip, by, SIZE)
    assert fits(after, *SIZE) or not fits(crop, *SIZE)
    assert is_sound(after)
    assert after.tilt == crop.tilt


@given(crop=crops, grip=st.sampled_from(GRIPS), by=_ways)
def test_edges_that_nobody_holds_stay(crop, grip, by):
    after = pulled(crop, grip, by, SIZE)
    for held, before, now in (
        (grip[0], (crop.x, crop.width), (after.x, after.width)),
        (grip[1], (crop.y, crop.height), (after.y, after.height)),
    ):
        for side in (-1, 1):
            if held != side:
                fixed = before[0] + side * before[1] / 2
                assert math.isclose(now[0] + side * now[1] / 2, fixed, abs_tol=1e-4)


@given(crop=crops, by=_ways)
def test_pushing_changes_no_size(crop, by):
    after = pushed(crop, by, SIZE)
    assert fits(after, *SIZE)
    assert math.isclose(after.width, crop.width, rel_tol=1e-3)


@given(tilt=st.floats(-45, 45))
def test_turning_back_brings_all_of_it_back(tilt):
    turned = straightened(WHOLE, tilt, SIZE)
    assert fits(turned, *SIZE)
    assert math.isclose(turned.width / turned.height, 1.0, abs_tol=1e-3)
    assert straightened(WHOLE, 0.0, SIZE) == WHOLE


def test_what_is_in_the_middle_stays_there_when_the_picture_turns():
    crop = Crop(0.7, 0.4, 0.1, 0.1)
    turned = straightened(crop, 20.0, SIZE)
    away = math.hypot((turned.x - 0.5) * 400, (turned.y - 0.5) * 300)
    assert math.isclose(away, math.hypot(80, 30), rel_tol=1e-3)


@given(crop=crops, factor=st.floats(0.2, 5))
def test_zooming_keeps_the_shape(crop, factor):
    after = zoomed(crop, factor, SIZE)
    assert fits(after, *SIZE)
    assert math.isclose(after.width / after.height, crop.width / crop.height, rel_tol=2e-3)


def test_an_edge_stops_at_the_picture():
    after = pulled(Crop(0.5, 0.5, 0.5, 0.5), (1, 0), (9.0, 0.0), SIZE)
    assert math.isclose(after.x + after.width / 2, 1.0, abs_tol=1e-4)
    assert math.isclose(after.x - after.width / 2, 0.25, abs_tol=1e-4)
    assert after.height == 0.5
