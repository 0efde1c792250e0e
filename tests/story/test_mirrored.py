"""A book from right to left is the mirror of one from left to right; its drawings are not."""

import io

import msgspec
import pypdfium2
import pytest

from reisblog.model.book import Form, Paper, Wish
from reisblog.model.geometry import Point
from reisblog.story import pdf
from reisblog.story.layout import layout_of
from reisblog.story.locator import Spots
from reisblog.story.marks import MapCrop, Text
from reisblog.story.pdf import compose, write_story
from reisblog.story.telling import Telling
from reisblog.story.tongues import from_right_to_left
from reisblog.story.unseen import Field
from tests import many_tongues
from tests.story.conftest import Album


def composed(journey, atlas, language, **wishes):
    journey = msgspec.structs.replace(journey, language=language)
    return compose(Telling(journey, atlas, Wish(**wishes)))


def boxes(page):
    return [mark.box for mark in page.marks if mark.box is not None]


def named(page, name):
    return any(getattr(mark, "name", "") == name for mark in page.marks)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", [Form.STORY, Form.ATLAS])
def test_everything_stands_as_far_from_the_right_as_else_from_the_left(
    atlas, paper, form, monkeypatch
):
    journey = many_tongues.arabic()
    there = composed(journey, atlas, "ar", paper=paper, form=form)
    monkeypatch.setattr(pdf, "mirror", lambda _page: None)
    here = composed(journey, atlas, "ar", paper=paper, form=form)
    for page, other in zip(there, here, strict=True):
        alike = named(page, "cover") or named(page, "map")
        for box, stood in zip(boxes(page), boxes(other), strict=True):
            x = stood.x if alike else page.width - stood.right
            assert (box.x, box.y) == pytest.approx((x, stood.y))
            assert (box.width, box.height) == pytest.approx((stood.width, stood.height))


@pytest.mark.parametrize("paper", Paper)
def test_the_white_to_type_in_is_at_the_left_and_clear_of_everything(atlas, paper):
    layout = layout_of(paper)
    pages = composed(many_tongues.arabic(), atlas, "ar", paper=paper)[:-1]
    fields = [(page, mark) for page in pages for mark in page.marks if isinstance(mark, Field)]
    assert fields
    for page, field in fields:
        assert field.rect.x == pytest.approx(layout.right)
        others = [mark.box for mark in page.marks if mark.box and mark is not field]
        assert not any(other.intersects(field.rect.grown(-0.01)) for other in others)


def test_drawings_are_not_turned_over_and_spots_stay_where_they_are_on_the_small_map(atlas):
    journey = many_tongues.arabic()
    shown = {}
    for language in ("ar", "nl"):
        pages = composed(journey, atlas, language)
        shown[language] = [
            (mark.view.region, [mark.view.on_paper(Point(0, 0)).x - mark.view.frame.x])
            for page in pages
            for mark in page.marks
            if isinstance(mark, MapCrop | Spots)
        ]
        small = [m for page in pages for m in page.marks if isinstance(m, Spots)]
        assert len(small) == 5
        assert all(spots.view.frame.contains(spots.view.on_paper(p)) for spots in small
                   for p in spots.pins)  # fmt: skip
    assert [region for region, _x in shown["ar"]] == [region for region, _x in shown["nl"]]
    for (_region, there), (_same, here) in zip(shown["ar"], shown["nl"], strict=True):
        assert there == pytest.approx(here)


def test_dutch_words_of_the_program_stand_at_the_right_as_well(atlas):
    pages = composed(many_tongues.arabic(), atlas, "ar")
    page = pages[-1]
    title = next(mark for mark in page.marks if isinstance(mark, Text))
    assert title.lines[0].text == "Voor het gesprek"
    assert title.box.right == pytest.approx(page.width - layout_of(Paper.A4).left)


def test_words_in_latin_letters_are_copied_as_they_are_read(atlas):
    target, journey = io.BytesIO(), many_tongues.arabic()
    write_story(journey, atlas, Album(), target, wish=journey.book)
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
    said = " ".join(said.split())
    assert "Bij vertrek in de rugzak" in said
    assert "VZ1B" in said
    assert "Stad der Succesvolle Stage" in said


def test_languages_in_arabic_and_hebrew_letters_begin_at_the_right():
    assert all(map(from_right_to_left, ("ar", "fa-AF", "ur", "he", "ckb")))
    assert not any(map(from_right_to_left, ("nl", "ti", "uk", "zh", "tr", "")))
