"""A word of thousands of letters, as a cat on the keyboard or a stranger's file can bring it."""

import time

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Note
from reisblog.ui.canvas.items.slip import SlipItem
from reisblog.ui.plain_text import TextField
from reisblog.ui.wrapping import BETWEEN_WORDS, mode_for, shortened

ENDLESS = "a" * 49_000
_SECONDS = 3.0
"""A bound of sanity for a busy machine: it is a tenth of one, and was half a minute."""


@pytest.mark.usefixtures("qapp")
def test_a_slip_with_an_endless_word_is_as_wide_as_a_slip_can_be():
    begun = time.process_time()
    slip = SlipItem(Note(id="n", text=f"Kijk {ENDLESS}", at=Point(0, 0), width=220.0))
    assert time.process_time() - begun < _SECONDS
    assert slip.rect().width() == pytest.approx(look.NOTE_WIDEST_UNITS, abs=1)
    assert 0.9 * look.NOTE_HIGHEST_UNITS < slip.rect().height() <= look.NOTE_HIGHEST_UNITS
    assert slip.said.startswith("Kijk aaaa")
    assert slip.said.endswith("a\u2026")


@pytest.mark.usefixtures("qapp")
def test_a_text_without_spaces_keeps_its_width_where_its_lines_may_end_anywhere():
    chinese = "你好" * 300
    slip = SlipItem(Note(id="n", text=chinese, at=Point(0, 0), width=300.0))
    assert slip.rect().width() == pytest.approx(300, abs=1)


def test_writing_goes_on_at_an_endless_word(driver):
    note = Note(id="n", text=ENDLESS, at=Point(900, 500))
    driver.program.workbench.edit("Note", lambda journey: edits.add_note(journey, note))
    begun = time.process_time()
    driver.canvas.edit_text_of("n")
    driver.type(" b")
    assert time.process_time() - begun < _SECONDS
    assert driver.journey.notes["n"].text == f"{ENDLESS} b"


def test_a_field_with_an_endless_word_breaks_it_and_one_with_words_does_not(qapp):
    field = TextField(name="Text")
    field.show_text(ENDLESS)
    assert field.wordWrapMode() != BETWEEN_WORDS
    field.show_text("Gewone woorden.")
    assert field.wordWrapMode() == BETWEEN_WORDS
    assert field.lineWrapMode() == QPlainTextEdit.LineWrapMode.WidgetWidth
    field.deleteLater()


def test_only_an_endless_word_is_broken_anywhere():
    ordinary = "Verantwoordelijkheidsgevoel is een woord " * 900
    assert mode_for(ordinary) == mode_for("") == BETWEEN_WORDS
    assert mode_for("\u00a0".join(["vast"] * 9_000)) != BETWEEN_WORDS
    assert shortened(ordinary) == ordinary
    assert shortened(f"a\n {ENDLESS}\tb") == f"a\n {'a' * 200}\tb"
