"""The white beside the story and at its end: who opens the book can type there, and save."""

import io

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from reisblog.model.book import Part, Wish
from reisblog.story.pdf import write_story
from tests.story.conftest import Album


@pytest.fixture(scope="module")
def make(atlas):
    def made(journey, **wishes):
        target = io.BytesIO()
        write_story(journey, atlas, Album(), target, wish=Wish(**wishes))
        return target.getvalue()

    return made


def pixels(document, number):
    return document[number].render(scale=1, may_draw_forms=True).to_pil().tobytes()


def test_the_page_for_the_conversation_is_a_field_of_many_lines(rich, make):
    with pikepdf.open(io.BytesIO(make(rich))) as document:
        field = document.Root.AcroForm.Fields[-1]
        assert field.FT == "/Tx"
        assert str(field.TU) == "Voor het gesprek"
        assert int(field.Ff) & 1 << 12
        assert field.P.objgen == document.pages[-1].objgen
        assert any(link.objgen == field.objgen for link in document.pages[-1].Annots)
        left, low, right, high = map(float, field.Rect)
        assert right - left > 400
        assert high - low > 500
        (font,) = document.Root.AcroForm.DR.Font.values()
        assert "/FontFile2" in font.FontDescriptor


def test_nothing_is_seen_of_it_and_what_is_typed_is_seen_and_kept(rich, make):
    document = pypdfium2.PdfDocument(make(rich))
    document.init_forms()
    number = len(document) - 1
    before = pixels(document, number)
    page = document[number]
    form = document.formenv.raw
    for act in (raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
        act(form, page.raw, 0, 200.0, 500.0)
    for letter in "Wat ik hoorde: “rust”":
        raw.FORM_OnChar(form, page.raw, ord(letter), 0)
    raw.FORM_ForceToKillFocus(form)
    assert pixels(document, number) != before
    saved = io.BytesIO()
    document.save(saved)
    with pikepdf.open(io.BytesIO(saved.getvalue())) as again:
        assert str(again.Root.AcroForm.Fields[-1].V) == "Wat ik hoorde: “rust”"


def test_a_book_without_that_page_has_no_field(rich, make):
    content = make(rich, without=frozenset({Part.TALK}))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert "/AcroForm" not in document.Root
