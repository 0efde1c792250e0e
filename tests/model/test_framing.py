"""What of a picture is seen."""

import math

from hypothesis import given
from hypothesis import strategies as st

from reisblog.model import limits
from reisblog.model.framing import (
    WHOLE,
    blocks,
    finer,
    fitted,
    is_sound,
    onto_whole,
    seen_size,
)
from reisblog.model.records import Crop
from tests import journeys

_shares = st.floats(limits.LEAST_SHARE, 1)


def corners(crop, width, height):
    """The corners of what is seen, in the picture's own pixels before it was turned."""
    turn = math.radians(-crop.tilt)
    for right in (-0.5, 0.5):
        for down in (-0.5, 0.5):
            x = (crop.x - 0.5 + right * crop.width) * width
            y = (crop.y - 0.5 + down * crop.height) * height
            yield (
                x * math.cos(turn) - y * math.sin(turn) + width / 2,
                x * math.sin(turn) + y * math.cos(turn) + height / 2,
            )


def test_of_a_photo_that_was_not_cropped_everything_is_seen():
    photo = journeys.photo("p1")
    assert seen_size(photo) == (photo.width, photo.height)


@given(
    crop=st.builds(Crop, st.floats(0, 1), st.floats(0, 1), _shares, _shares, st.floats(-45, 45)),
    width=st.integers(1, 8000),
    height=st.integers(1, 8000),
)
def test_a_fitted_crop_has_no_corner_off_the_picture(crop, width, height):
    kept = fitted(crop, width, height)
    slack = 1e-3 * max(width, height)
    for x, y in corners(kept, width, height):
        assert -slack <= x <= width + slack
        assert -slack <= y <= height + slack


@given(x=st.floats(0.3, 0.7), y=st.floats(0.3, 0.7), tilt=st.floats(-10, 10))
def test_a_crop_that_fits_stays_where_it_is(x, y, tilt):
    kept = fitted(Crop(x, y, 0.3, 0.3, tilt), 400, 300)
    assert abs(kept.x - x) < 1e-4
    assert abs(kept.y - y) < 1e-4
    assert is_sound(kept)


def test_all_of_a_straight_picture_fits():
    assert fitted(WHOLE, 4032, 3024) == WHOLE


@given(
    x=st.floats(0.3, 0.7),
    y=st.floats(0.3, 0.7),
    share=st.floats(0.1, 0.4),
    tilt=st.floats(-45, 45),
)
def test_the_corners_of_what_is_seen_lie_in_the_picture_where_they_are_said_to(x, y, share, tilt):
    crop, wide, high = Crop(x, y, share, share / 2, tilt), 300.0, 100.0
    back = onto_whole(crop, (400, 300), (wide, high))
    seen = [back.at(right, down) for right in (0, wide) for down in (0, high)]
    for (left, top), (right, down) in zip(seen, corners(crop, 400, 300), strict=True):
        assert math.isclose(left, right, abs_tol=1e-6)
        assert math.isclose(top, down, abs_tol=1e-6)


@given(width=st.floats(1, 5000), height=st.floats(1, 5000))
def test_a_blur_has_few_blocks_whatever_its_shape(width, height):
    across, down = blocks(width, height)
    assert 1 <= min(across, down) <= 6
    assert max(across, down) <= 12


def test_of_a_name_written_small_no_letter_is_left():
    assert blocks(400, 20) == (12, 1)


def test_a_half_needs_a_picture_twice_as_fine():
    assert finer(Crop(width=0.5, height=0.5), 400, 300, 100) == 200
    assert finer(Crop(width=0.25), 400, 300, 100) == 134  # upright now
    assert finer(None, 400, 300, 100) == 100
