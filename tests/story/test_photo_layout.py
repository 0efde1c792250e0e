"""How large photos stand: never cropped, never larger than their pixels bear, never a thread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model.book import Paper
from reisblog.model.geometry import Rect
from reisblog.model.records import MediaKind, Photo
from reisblog.story.layout import Measure, layout_of, main
from reisblog.story.photo_layout import at_most, laid, opening_sizes, sized
from reisblog.story.photo_strips import shape, unfolded, windows
from reisblog.story.styles import MM

LAYOUT = layout_of(Paper.A4)
COLUMN, FULL = LAYOUT.column, LAYOUT.full


def photo(width=4000, height=3000):
    return Photo(id="p", media="0" * 64, kind=MediaKind.JPEG, width=width, height=height)


sides = st.integers(1, 20_000)
photos = st.builds(photo, sides, sides)


def as_one(one, size):
    """How large a photo is without being in strips."""
    return unfolded(one, Rect(0, 0, size.width, size.height), size.strips)


def test_one_landscape_photo_takes_the_full_measure():
    assert opening_sizes(photo(), 1, main(LAYOUT))[0].width == pytest.approx(FULL)


def test_one_upright_photo_takes_the_text_column():
    assert opening_sizes(photo(3000, 4000), 1, main(LAYOUT))[0].width == pytest.approx(
        112.5 * MM, abs=MM
    )


@pytest.mark.parametrize("count", [2, 3, 5])
def test_with_a_few_others_the_first_takes_the_text_column(count):
    assert opening_sizes(photo(), count, main(LAYOUT))[0].width == pytest.approx(COLUMN)


@pytest.mark.parametrize("count", [1, 3, 9])
@pytest.mark.parametrize("width", [9_000, 20_000, 300_000])
def test_a_panorama_takes_the_full_measure_in_however_many_company(width, count):
    for size in opening_sizes(photo(width, 3_000), count, main(LAYOUT)):
        assert size.width == pytest.approx(FULL)


@given(photos, st.integers(1, 12), st.sampled_from(Paper))
def test_no_photo_is_cropped_or_enlarged_more_than_twice(one, count, paper):
    for size in opening_sizes(one, count, main(layout_of(paper))):
        whole = as_one(one, size)
        assert whole.width / whole.height == pytest.approx(shape(one))
        assert whole.width <= one.width * 2 / 150 * 72 + 0.01


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("long", [3_000, 9_000, 20_000])
@pytest.mark.parametrize("lies", [True, False])
def test_no_photo_is_a_thread_where_its_pixels_bear_more(paper, long, lies):
    layout = layout_of(paper)
    one = photo(long, 200) if lies else photo(200, long)
    size = opening_sizes(one, 1, Measure(layout) if lies else main(layout))[0]
    whole = as_one(one, size)
    assert min(whole.width, whole.height) >= 7.5 * MM
    assert size.width <= layout.full + 0.01
    assert size.height <= layout.tall


@given(photos, st.sampled_from(Paper))
def test_strips_show_all_of_a_photo_once_and_in_its_order(one, paper):
    layout = layout_of(paper)
    size = sized(laid(one, layout), layout.full, layout.tall)
    box = Rect(10, 20, size.width, size.height)
    seen = list(windows(one, box, size.strips))
    assert len(seen) == size.strips
    at = 0.0
    for strip, whole in seen:
        assert box.grown(0.01).contains(strip.centre)
        assert whole.width == pytest.approx(as_one(one, size).width)
        along = strip.x - whole.x if shape(one) > 1 else strip.y - whole.y
        assert along == pytest.approx(at, abs=0.01)
        at += strip.width if shape(one) > 1 else strip.height
    assert at == pytest.approx(max(seen[0][1].width, seen[0][1].height))


def test_on_a_wide_page_the_opening_photo_has_a_column_beside_the_words():
    layout = layout_of(Paper.A4_LANDSCAPE)
    measure = main(layout)
    first = opening_sizes(photo(), 1, measure)[0]
    assert first.width == pytest.approx(layout.photos)
    assert measure.left + first.width < measure.words_left
    assert measure.words_left + measure.column < layout.beside_left


def test_a_small_picture_stays_small():
    assert at_most(photo(300, 200), FULL, FULL).width == pytest.approx(2 * 300 / 150 * 72)
