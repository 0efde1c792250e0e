"""Books of whole journeys are what they were: words, outline, links, fields and pages."""

import pytest

from tests.story import golden


@pytest.mark.parametrize("name", golden.JOURNEYS)
def test_a_book_is_what_it_was(name):
    kept = (golden.KEPT / f"{name}.txt").read_text("utf-8").splitlines()
    assert list(golden.lines_of(name)) == kept
