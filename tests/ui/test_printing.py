"""The travel book on a printer, which a file stands for here."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.book import PLAIN, Paper, Part, Wish
from reisblog.model.records import Audience
from reisblog.story.styles import MM
from reisblog.ui.book import printing, unheld
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
    driver.until(driver.dialogs.printed.exists)
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
    assert filled.messages.last.text == "Je reisboek voor het gesprek is naar de printer."


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
    filled.press("print")
    filled.until(lambda: filled.book.pages.count > 0)
    filled.book.print_it.click()
    assert filled.book.outcome.words.text().startswith("Op deze computer is geen printer.")


def shown(driver):
    """The dialog, after Ctrl+P, with its pages."""
    driver.press("print")
    driver.until(lambda: driver.book.pages.count > 0)
    return driver.book


def gone(driver):
    driver.until(lambda: not driver.program.exports.book.makes)


def test_ctrl_p_shows_the_book_and_for_whom_it_is_before_it_prints(filled):
    filled.program.agreement.heard()
    dialog = shown(filled)
    assert dialog.choices.viewers.buttons[Audience.CONVERSATION].isChecked()
    assert QApplication.focusWidget() is dialog.print_it
    assert not filled.dialogs.printed.exists()
    dialog.choices.viewers.buttons[Audience.CLASS].click()
    filled.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, widget=dialog)
    filled.until(filled.dialogs.printed.exists)
    gone(filled)
    assert filled.dialogs.asked_title == "Reisboek voor de klas afdrukken"
    assert dialog.outcome.words.text() == "Je reisboek voor de klas is naar de printer."
    assert filled.journey.book.viewer is Audience.CLASS


def test_it_asks_for_a_printer_as_soon_as_the_pages_are_known(filled, monkeypatch):
    monkeypatch.setattr(
        filled.dialogs, "printer", lambda *_args, **more: asked.append(more["pages"])
    )
    asked = []
    filled.press("print")
    filled.book.print_it.click()
    assert asked == []
    filled.until(lambda: asked)
    assert asked == [filled.book.pages.count]
    assert not filled.program.exports.book.makes


def test_what_is_closed_to_those_it_is_printed_for_is_on_no_sheet(filled):
    stop = next(iter(filled.journey.stops))
    filled.program.workbench.edit("Dicht", lambda now: edits.show_to(now, [stop], Audience.SELF))
    dialog = shown(filled)
    few = dialog.pages.count
    dialog.choices.viewers.buttons[Audience.SELF].click()
    filled.until(lambda: not filled.program.exports.book.previews)
    assert dialog.pages.count > few
    dialog.choices.viewers.buttons[Audience.CLASS].click()
    dialog.print_it.click()
    filled.until(filled.dialogs.printed.exists)
    gone(filled)
    with opened_pdf(filled.dialogs.printed) as document:
        assert len(document) == few == filled.dialogs.asked_pages


def test_it_prints_from_the_dialog_what_is_chosen_there(filled):
    filled.look_at_book()
    filled.book.choices.papers.buttons[Paper.A5].click()
    filled.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, widget=filled.book)
    filled.until(filled.dialogs.printed.exists)
    gone(filled)
    assert filled.book.outcome.words.text() == "Je reisboek voor het gesprek is naar de printer."
    with opened_pdf(filled.dialogs.printed) as document:
        assert document[0].get_width() == pytest.approx(148 * MM, abs=1)
    assert filled.journey.book.paper is Paper.A5


def test_whoever_turns_back_at_the_printer_has_changed_nothing(filled, monkeypatch):
    monkeypatch.setattr(filled.dialogs, "printer", lambda *_args, **_more: None)
    dialog = shown(filled)
    dialog.choices.papers.buttons[Paper.A5].click()
    filled.until(lambda: not filled.program.exports.book.previews)
    dialog.print_it.click()
    assert not filled.program.exports.book.makes
    assert not filled.dialogs.printed.exists()
    assert not dialog.outcome.isVisible()
    assert filled.journey.book == PLAIN


_READER = """
import select, sys
with open(sys.argv[1], "rb") as pipe:
    select.select([sys.stdin], [], [], 20)
    print(sum(len(taken) for taken in iter(lambda: pipe.read(1 << 20), b"")))
"""


class Pipe:
    """A printer that takes nothing until it is let go, as a busy one or a far one may.

    It is a process of its own: a window that does not listen would keep a thread waiting as well.
    """

    def __init__(self, path):
        os.mkfifo(path)
        self._reader = subprocess.Popen(
            [sys.executable, "-c", _READER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def go_on(self):
        """Take it all; gives how many bytes it was."""
        return int(self._reader.communicate(b"on", timeout=60)[0] or 0)

    def close(self):
        if self._reader.poll() is None:
            self._reader.kill()
        self._reader.communicate()


@pytest.fixture
def slow(filled, tmp_path):
    filled.dialogs.printed = tmp_path / "buis.pdf"
    pipe = Pipe(filled.dialogs.printed)
    yield pipe
    pipe.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
class TestASlowPrinter:
    """The window goes on, and it can be stopped."""

    def test_the_window_listens_all_the_while(self, filled, slow):
        dialog = shown(filled)
        dialog.print_it.click()
        heard = []
        timer = QTimer(interval=5)
        timer.timeout.connect(lambda: heard.append(dialog.outcome.bar.value()))
        timer.start()
        filled.until(lambda: heard and heard[-1] > 200)  # pages are made, and now are painted
        filled.until(lambda: len(heard) > 400)
        assert filled.program.exports.book.makes
        assert dialog.outcome.words.text() == "Afdrukken voor het gesprek"
        assert dialog.outcome.stop.isVisible()
        assert slow.go_on() > 10_000
        gone(filled)
        timer.stop()
        assert dialog.outcome.words.text().endswith("is naar de printer.")

    def test_it_can_be_stopped(self, filled, slow):
        dialog = shown(filled)
        dialog.print_it.click()
        filled.until(lambda: dialog.outcome.bar.value() > 200)
        filled.key(Qt.Key.Key_Escape)
        assert dialog.outcome.words.text() == "Wordt gestopt…"
        assert not dialog.outcome.stop.isEnabled()
        slow.go_on()
        gone(filled)
        assert dialog.outcome.words.text().startswith("Het afdrukken is gestopt.")
        assert dialog.print_it.isEnabled()

    def test_it_can_be_stopped_from_the_window_once_the_dialog_is_closed(self, filled, slow):
        dialog = shown(filled)
        dialog.print_it.click()
        filled.until(lambda: dialog.outcome.bar.value() > 200)
        dialog.back.click()
        state = filled.window.top.state
        assert state.words.text() == "Afdrukken voor het gesprek"
        assert state.stop.accessibleName() == "Afdrukken stoppen"
        state.stop.click()
        assert state.words.text() == "Wordt gestopt…"
        assert not state.stop.isVisible()
        slow.go_on()
        gone(filled)
        assert filled.messages.last.text.startswith("Het afdrukken is gestopt.")
        assert not state.stop.isVisible()
        assert not state.line.isVisible()


@pytest.mark.skipif(sys.platform != "linux", reason="names as they are on Linux")
@pytest.mark.parametrize(
    ("library", "called"),
    [("Gui", "begin"), ("Gui", "draw"), ("Gui", "end"), ("PrintSupport", "turn")],
)
def test_what_takes_long_is_found_in_qt_by_its_name(library, called):
    assert unheld.found(library, called) is not None


def test_where_it_is_not_found_it_prints_all_the_same(filled, monkeypatch):
    monkeypatch.setattr(unheld, "found", lambda _library, _called: None)
    assert len(printed(filled)) == filled.dialogs.asked_pages
