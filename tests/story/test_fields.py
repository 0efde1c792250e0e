"""The white beside the story and at its end: who opens the book can type there, and save."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops
from pypdfium2 import raw

from reisblog.model.book import Paper, Part, Wish
from reisblog.story.layout import layout_of
from reisblog.story.pdf import compose, write_story
from reisblog.story.styles import MM
from reisblog.story.telling import Telling
from reisblog.story.unseen import Field
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
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


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


NAMES = (
    "Ayşe Yıldız, İğdır; Çağla Şahin",
    "Łukasz Święcki żółć ąęń",
    "Ștefan Țurcanu ăâî",
    "Kovač Đurđić, Žižka",
    "Őrült Műhely",
    "Jiří Dvořák, ďťňůý",
    "Дмитро Ґалаґан, Їжакевич Є",
    "Ελένη Παπαδοπούλου",
    "Nguyễn Thị Hạnh",
    "Ça va? „Já“ – ’s avonds… € 5",
)


def typed(content, words):
    """A book with something typed on its last page, as a reader saves it; and what that shows."""
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    page, form = document[len(document) - 1], document.formenv.raw
    for act in (raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
        act(form, page.raw, 0, 200.0, 500.0)
    for letter in words:
        raw.FORM_OnChar(form, page.raw, ord(letter), 0)
    raw.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue(), pixels(document, len(document) - 1)


def test_names_of_a_school_are_typed_in_the_font_of_the_document_alone(rich, make):
    content = make(rich)
    for name in NAMES:
        with pikepdf.open(io.BytesIO(typed(content, name)[0])) as document:
            field = document.Root.AcroForm.Fields[-1]
            assert str(field.V) == name
            fonts, codes = set(), b""
            for operands, operator in pikepdf.parse_content_stream(field.AP.N):
                if str(operator) == "Tf":
                    fonts.add(operands[0])
                elif str(operator) == "Tj":
                    codes += bytes(operands[0])
            assert fonts == {*document.Root.AcroForm.DR.Font}
            glyphs = [codes[at : at + 2] for at in range(0, len(codes), 2)]
            assert len(glyphs) == len(name)
            assert b"\0\0" not in glyphs


def test_every_letter_that_is_typed_is_seen(rich, make):
    content = make(rich, without=frozenset(Part) - {Part.TALK})
    white = typed(content, " ")[1]
    seen = {letter: typed(content, letter)[1] for letter in sorted({*"".join(NAMES)} - {" "})}
    assert white not in seen.values()
    assert len({*seen.values()}) == len(seen)


@pytest.mark.parametrize("paper", Paper)
def test_the_white_beside_the_story_is_a_field_and_nothing_stands_in_it(rich, atlas, paper):
    layout = layout_of(paper)
    pages = compose(Telling(rich, atlas, Wish(paper=paper)))[:-1]
    found = 0
    for page in pages:
        boxes = [mark.box for mark in page.marks if mark.box and not isinstance(mark, Field)]
        for field in (mark for mark in page.marks if isinstance(mark, Field)):
            found += 1
            assert field.rect.width == pytest.approx(layout.outer)
            assert field.rect.right == pytest.approx(layout.left + layout.full)
            assert field.rect.height >= 28 * MM
            assert field.rect.y >= layout.top
            assert field.rect.bottom <= layout.bottom + 0.01
            assert not any(box.intersects(field.rect.grown(-0.01)) for box in boxes)
    assert found >= len(pages) // 2


def test_every_field_has_a_name_of_its_own_and_says_on_which_page_it_is(rich, make):
    with pikepdf.open(io.BytesIO(make(rich))) as document:
        fields = list(document.Root.AcroForm.Fields)
        assert len({str(field.T) for field in fields}) == len(fields)
        for field in fields[:-1]:
            (page,) = [p for p in document.pages if p.objgen == field.P.objgen]
            assert str(field.TU) == f"Voor het gesprek, bladzijde {page.label}"


def test_what_is_typed_is_as_much_larger_as_the_paper(rich, make):
    sizes = {}
    for paper in (Paper.A4, Paper.A2):
        with pikepdf.open(io.BytesIO(make(rich, paper=paper))) as document:
            field = document.Root.AcroForm.Fields[0]
            size = float(str(field.DA).split()[1])
            sizes[paper] = size, float(field.Rect[2]) - float(field.Rect[0])
    (small, narrow), (large, wide) = sizes[Paper.A4], sizes[Paper.A2]
    assert large == pytest.approx(2 * small)
    assert wide == pytest.approx(2 * narrow, abs=0.1)


def test_many_lines_that_are_typed_beside_the_story_stay_in_the_white(rich, make):
    content = make(rich)
    with pikepdf.open(io.BytesIO(content)) as opened:
        field = opened.Root.AcroForm.Fields[0]
        (number,) = [i for i, p in enumerate(opened.pages) if p.objgen == field.P.objgen]
        left, low, right, high = map(float, field.Rect)
        tall = float(opened.pages[number].mediabox[3])
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    page, form = document[number], document.formenv.raw
    before = page.render(may_draw_forms=True).to_pil().convert("L")
    for act in (raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
        act(form, page.raw, 0, left + 20, high - 20)
    for letter in "Een regel\ren daarna een regel die voor de smalle kolom veel te lang is":
        raw.FORM_OnChar(form, page.raw, ord(letter), 0)
    raw.FORM_ForceToKillFocus(form)
    after = page.render(may_draw_forms=True).to_pil().convert("L")
    changed = ImageChops.difference(before, after).point(lambda grey: 255 * (grey > 40)).getbbox()
    assert changed[0] >= left - 1
    assert changed[2] <= right + 1
    assert changed[1] >= tall - high - 1
    assert changed[3] <= tall - low + 1
    assert changed[3] - changed[1] > 3 * 11  # four lines of it


def test_a_book_without_that_page_has_no_field(rich, make):
    content = make(rich, without=frozenset({Part.TALK}))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert "/AcroForm" not in document.Root
