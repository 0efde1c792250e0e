"""Where photos stand: never cropped, never larger than their pixels bear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.model.book import Paper
from reisblog.model.records import MediaKind, Photo
from reisblog.story.layout import layout_of, main
from reisblog.story.photo_layout import at_most, opening_sizes, pairs, rows, shape
from reisblog.story.styles import GUTTER, MM

LAYOUT = layout_of(Paper.A4)
COLUMN, FULL = LAYOUT.column, LAYOUT.full


def photo(width=4000, height=3000):
    return Photo(id="p", media="0" * 64, kind=MediaKind.JPEG, width=width, height=height)


sizes = st.integers(1, 20_000)
photos = st.builds(photo, sizes, sizes)


def test_one_landscape_photo_takes_the_full_measure():
    assert opening_sizes(photo(), 1, main(LAYOUT))[0].width == pytest.approx(FULL)


def test_one_upright_photo_takes_the_text_column():
    assert opening_sizes(photo(3000, 4000), 1, main(LAYOUT))[0].width == pytest.approx(
        112.5 * MM, abs=MM
    )


@pytest.mark.parametrize("count", [2, 3, 5])
def test_with_a_few_others_the_first_takes_the_text_column(count):
    assert opening_sizes(photo(), count, main(LAYOUT))[0].width == pytest.approx(COLUMN)


def test_a_pair_is_of_one_height_and_fills_the_column():
    (row,) = pairs([photo(), photo(3000, 4000)], main(LAYOUT))
    assert row[0].height == pytest.approx(row[1].height)
    assert sum(size.width for size in row) + GUTTER == pytest.approx(COLUMN)


def test_eleven_photos_stand_in_rows_of_about_five_centimetres():
    some = [photo() if index % 3 else photo(3000, 4000) for index in range(11)]
    laid = rows(some, FULL, LAYOUT.row)
    assert sum(len(row) for row in laid) == 11
    for row in laid[:-1]:
        assert sum(size.width for size in row) + GUTTER * (len(row) - 1) == pytest.approx(FULL)
        assert 42 * MM < row[0].height <= 60 * MM + 0.01


@given(photos, st.integers(1, 12), st.sampled_from(Paper))
def test_no_photo_is_cropped_or_enlarged_more_than_twice(one, count, paper):
    for size in opening_sizes(one, count, main(layout_of(paper))):
        assert size.width / size.height == pytest.approx(shape(one))
        assert size.width <= one.width * 2 / 150 * 72 + 0.01


@given(st.lists(photos, min_size=1, max_size=14))
def test_rows_keep_every_photo_its_shape_and_the_measure(some):
    laid = [size for row in rows(some, FULL, LAYOUT.row) for size in row]
    assert len(laid) == len(some)
    for one, size in zip(some, laid, strict=True):
        assert size.width / size.height == pytest.approx(shape(one))
        assert size.width <= min(FULL, one.width * 2 / 150 * 72) + 0.01


def test_on_a_wide_page_the_opening_photo_has_a_column_beside_the_words():
    layout = layout_of(Paper.A4_LANDSCAPE)
    measure = main(layout)
    first = opening_sizes(photo(), 1, measure)[0]
    assert first.width == pytest.approx(layout.photos)
    assert measure.left + first.width < measure.words_left
    assert measure.words_left + measure.column < layout.beside_left


def test_a_small_picture_stays_small():
    assert at_most(photo(300, 200), FULL, FULL).width == pytest.approx(2 * 300 / 150 * 72)
