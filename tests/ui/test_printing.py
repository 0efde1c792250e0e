"""The travel book on a printer, which a file stands for here."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize

from reisblog.model import edits
from reisblog.model.book import Paper, Part, Wish
from reisblog.story.styles import MM
from reisblog.ui.book import printing
from tests.reading import opened_pdf

SHEETS = {
    Paper.A4: (210, 297),
    Paper.A4_LANDSCAPE: (210, 297),
    Paper.A5: (148, 210),
    Paper.A3: (297, 420),
    Paper.SCREEN: (210, 297),
}


@pytest.fixture
def filled(driver, photos, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "_DPI", 90)  # what is tried here is where things come
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.program.workbench.choose()
    driver.dialogs.printed = tmp_path / "papier.pdf"
    return driver


def printed(driver, **wish):
    """What came out of the printer: a picture of each sheet, and its size in points."""
    driver.program.workbench.edit("Earlier", lambda now: edits.wish_for(now, Wish(**wish)))
    driver.program.workbench.desk.history.seal()
    driver.export("print")
    driver.until(lambda: not driver.program.exports.book.makes)
    with opened_pdf(driver.dialogs.printed) as document:
        return [(page.get_size(), page.render(scale=1.0).to_pil()) for page in document]


def as_made(driver, path, **wish):
    driver.program.workbench.desk.export_pdf(path, replace=True, wish=Wish(**wish))
    with opened_pdf(path) as document:
        return [(page.get_size(), page.render(scale=1.0).to_pil()) for page in document]


@pytest.mark.parametrize("paper", SHEETS)
def test_every_page_comes_on_its_paper_and_lies_as_it_should(filled, tmp_path, paper):
    sheets = printed(filled, paper=paper)
    pages = as_made(filled, tmp_path / "boek.pdf", paper=paper)
    assert len(sheets) == len(pages) == filled.dialogs.asked_pages
    for (size, _picture), (page, _other) in zip(sheets, pages, strict=True):
        assert sorted(size) == pytest.approx([side * MM for side in SHEETS[paper]], abs=1)
        assert (size[0] > size[1]) == (page[0] > page[1])
    assert filled.messages.last.text == "Je reisboek is naar de printer."


def test_what_is_printed_is_what_the_book_shows(filled, tmp_path):
    sheets, pages = printed(filled), as_made(filled, tmp_path / "boek.pdf")
    for (_size, sheet), (_page, page) in zip(sheets, pages, strict=True):
        few = (24, 24)
        one, other = (each.convert("L").resize(few) for each in (sheet, page))
        apart = [abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True)]
        assert sum(apart) / len(apart) < 4


def test_other_paper_in_the_printer_gets_the_page_as_large_as_it_goes(filled):
    filled.dialogs.sheet = QPageSize.PageSizeId.A5
    sheets = printed(filled, without=frozenset(Part) - {Part.COVER})
    assert sorted(sheets[0][0]) == pytest.approx([148 * MM, 210 * MM], abs=1)
    ink = sheets[0][1].convert("L").point(lambda value: 255 * (value < 250)).getbbox()
    assert ink[2] > 0.9 * sheets[0][1].width


def test_only_some_pages_can_be_printed(filled):
    filled.dialogs.range = (2, 3)
    assert len(printed(filled)) == 2


def test_without_a_printer_it_says_what_can_be_done(filled):
    filled.dialogs.printed = None
    filled.export("print")
    assert filled.messages.last.text.startswith("Op deze computer is geen printer.")


def test_it_prints_from_the_dialog_what_is_chosen_there(filled):
    filled.look_at_book()
    filled.book.choices.papers.buttons[Paper.A5].click()
    filled.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, widget=filled.book)
    filled.until(lambda: not filled.program.exports.book.makes)
    assert filled.book.outcome.words.text() == "Je reisboek is naar de printer."
    with opened_pdf(filled.dialogs.printed) as document:
        assert document[0].get_width() == pytest.approx(148 * MM, abs=1)
    assert filled.journey.book.paper is Paper.A5


def test_whoever_turns_back_at_the_printer_has_changed_nothing(filled, monkeypatch):
    monkeypatch.setattr(filled.dialogs, "printer", lambda *_args, **_more: None)
    filled.export("print")
    filled.until(lambda: not filled.program.exports.book.makes)
    assert not filled.dialogs.printed.exists()
    assert filled.program.exports.book.dialog is None
