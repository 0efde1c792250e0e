"""A row of photos: of one height, as wide as its measure, with room for every caption."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.story.filled_rows import filled_row
from reisblog.story.photo_strips import Extent
from reisblog.story.styles import GUTTER

extents = st.builds(Extent, st.floats(20, 9_000), st.floats(20, 9_000))
rows = st.lists(st.tuples(extents, st.floats(0, 70)), min_size=1, max_size=6)


@given(rows, st.floats(200, 700), st.floats(40, 300))
def test_a_row_never_leaves_its_measure_and_every_photo_keeps_its_shape(some, width, highest):
    photos, needs = [photo for photo, _need in some], [need for _photo, need in some]
    row = filled_row(photos, needs, width, highest)
    if row is None:
        assert sum(needs) + GUTTER * (len(photos) - 1) > width
        return
    assert sum(row.rooms) + GUTTER * (len(photos) - 1) <= width + 0.02
    assert row.height <= highest + 0.01
    for photo, size, room, need in zip(photos, row.sizes, row.rooms, needs, strict=True):
        assert size.width / size.height == pytest.approx(photo.width / photo.height)
        assert size.width <= photo.width * 2 / 150 * 72 + 0.01
        assert room >= max(size.width, need) - 0.01


@given(st.lists(st.floats(0.5, 2.0), min_size=2, max_size=5))
def test_photos_of_many_pixels_are_of_one_height_and_fill_the_measure(shapes):
    row = filled_row([Extent(4000 * one, 4000) for one in shapes], [0.0] * len(shapes), 480, 900)
    assert row is not None
    assert row.filled == pytest.approx(1)
    assert max(size.height for size in row.sizes) == pytest.approx(
        min(size.height for size in row.sizes)
    )


def test_a_tiny_photo_stays_tiny_and_leaves_its_neighbour_the_row():
    row = filled_row([Extent(40, 30), Extent(4000, 3000)], [70.0, 0.0], 480, 900)
    assert row is not None
    tiny, large = row.sizes
    assert tiny.width == pytest.approx(40 * 2 / 150 * 72)
    assert row.rooms[0] == pytest.approx(70)
    assert large.width == pytest.approx(480 - GUTTER - 70, abs=0.1)
