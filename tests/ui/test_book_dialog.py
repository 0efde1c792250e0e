"""The travel book in the window: looked at, chosen, made, and told where it went."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar

from reisblog import book_pictures, travel_book
from reisblog.model import edits
from reisblog.model.book import PLAIN, Form, Paper, Part, Quality, Wish
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, SlipTint, Stop
from reisblog.story.styles import MM
from reisblog.ui.dialogs import Dialogs
from tests.driver import Driver
from tests.reading import opened_pdf

Key = Qt.Key


@pytest.fixture
def filled(driver, photos):
    driver.drop(photos(3), driver.place("dilemmabos"))
    driver.type("Hier heb ik lang gelopen.")
    driver.program.workbench.choose()
    return driver


@pytest.fixture
def book(filled):
    """The dialog, with its pages drawn."""
    return opened(filled)


def opened(driver):
    driver.look_at_book()
    dialog = driver.book
    drawn(driver)
    return dialog


def drawn(driver):
    driver.until(lambda: not driver.program.exports.book.previews)
    driver.until(lambda: not driver.book.pages.waits)


def colours(driver):
    """What is on the screen where the pages are."""
    image = driver.book.pages.viewport().grab().toImage().scaled(60, 40)
    return {image.pixelColor(x, y).name() for x in range(60) for y in range(40)}


def made(driver, path):
    driver.dialogs.file = path
    driver.book.make.click()
    driver.until(lambda: not driver.program.exports.book.makes)


def text_of(path):
    with opened_pdf(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_pages_are_seen_as_they_will_be_with_how_large_the_file_will_be(filled, book, tmp_path):
    filled.until(lambda: "MB" in book.large.text())
    said = book.large.text()
    assert "bladzijden" in said
    assert len(colours(filled)) > 100
    made(filled, tmp_path / "boek.pdf")
    with opened_pdf(tmp_path / "boek.pdf") as document:
        assert book.pages.count == len(document)
    assert book.large.text() == said


def test_only_two_choices_are_asked_and_the_rest_stands_behind_more(book):
    rest = [book.choices.forms, book.choices.qualities, book.choices.school, book.choices.photos]
    assert book.choices.viewers.isVisible()
    assert book.choices.papers.isVisible()
    assert not any(part.isVisible() for part in rest)
    book.choices.more.click()
    assert all(part.isVisible() for part in rest)


def test_another_choice_shows_other_pages(filled, book):
    before = book.pages.count
    book.choices.papers.buttons[Paper.SCREEN].click()
    drawn(filled)
    first = book.pages.page(0)
    assert first.width / first.height == pytest.approx(16 / 9, abs=0.02)
    book.choices.more.click()
    book.choices.forms.buttons[Form.MAP].click()
    drawn(filled)
    assert book.pages.count < before
    assert not book.choices.parts[Part.COVER].isEnabled()


def test_pages_of_an_earlier_choice_never_come_late(filled, book, monkeypatch):
    """The first one is held up until the second one has come."""
    preview, goes_on = travel_book.TravelBook.preview, threading.Event()

    def slowly(self, progress=None):
        if self.wish.paper is Paper.A3:
            assert goes_on.wait(30)
        return preview(self, progress)

    monkeypatch.setattr(travel_book.TravelBook, "preview", slowly)
    making = filled.program.exports.book
    book.choices.papers.buttons[Paper.A3].click()
    filled.until(lambda: making.previews and filled.program.jobs.busy)
    book.choices.papers.buttons[Paper.SCREEN].click()
    QTest.qWait(300)
    goes_on.set()
    drawn(filled)
    filled.settle()
    first = book.pages.page(0)
    assert first.width > first.height


def test_what_is_chosen_is_in_the_book_and_stays_with_the_journey(filled, book, tmp_path):
    (photo, *_others) = filled.journey.photos
    choices = book.choices
    choices.papers.buttons[Paper.A5].click()
    choices.more.click()
    choices.qualities.buttons[Quality.PRINT].click()
    choices.tints.buttons[SlipTint.SKY].click()
    choices.parts[Part.TALK].click()
    choices.school.setFocus()
    filled.type("ROC Noord, 2b")
    choices.photos.setFocus()
    filled.key(Key.Key_Space)
    wish = Wish(
        paper=Paper.A5,
        quality=Quality.PRINT,
        without=frozenset({Part.TALK}),
        cover_tint=SlipTint.SKY,
        cover_photo=photo,
        school="ROC Noord, 2b",
    )
    assert choices.wish == wish
    assert filled.journey.book == PLAIN
    made(filled, tmp_path / "boek.pdf")
    with opened_pdf(tmp_path / "boek.pdf") as document:
        assert document[0].get_width() == pytest.approx(148 * MM, abs=1)
    assert "Voor het gesprek" not in text_of(tmp_path / "boek.pdf")
    choices.viewers.buttons[Audience.CLASS].click()
    filled.key(Key.Key_Escape, widget=book)
    assert filled.journey.book == wish  # of the book that was made
    again = opened(filled).choices.wish
    assert (again.viewer, again.school) == (Audience.CLASS, "ROC Noord, 2b")


def saved(driver, path):
    """The journey is in this file now."""
    driver.dialogs.file = path
    driver.press("save")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    driver.settle()


def test_choosing_alone_is_nothing_to_save_and_nothing_to_undo(filled, tmp_path):
    saved(filled, tmp_path / "reis.reisblog")
    step = filled.program.workbench.undo_label
    dialog = opened(filled)
    dialog.choices.papers.buttons[Paper.A3].click()
    filled.key(Key.Key_Escape, widget=dialog)
    assert filled.program.workbench.desk.history.is_saved
    assert not filled.window.isWindowModified()
    assert filled.program.workbench.undo_label == step
    assert opened(filled).choices.wish.paper is Paper.A3


def test_a_choice_that_a_book_is_made_of_is_to_be_saved_but_undo_passes_it_over(filled, tmp_path):
    saved(filled, tmp_path / "reis.reisblog")
    step, photos = filled.program.workbench.undo_label, filled.journey.photos
    dialog = opened(filled)
    dialog.choices.papers.buttons[Paper.A5].click()
    made(filled, tmp_path / "boek.pdf")
    filled.key(Key.Key_Escape, widget=dialog)
    assert filled.window.isWindowModified()
    assert filled.program.workbench.undo_label == step
    while filled.window.actions_by_id["undo"].isEnabled():
        filled.press("undo")
        assert filled.journey.book.paper is Paper.A5
    assert not filled.journey.photos
    while filled.window.actions_by_id["redo"].isEnabled():
        filled.press("redo")
    assert filled.journey.photos == photos
    assert filled.journey.book.paper is Paper.A5


def test_what_was_only_chosen_goes_into_the_file_with_the_next_save(filled, tmp_path):
    dialog = opened(filled)
    dialog.choices.papers.buttons[Paper.A3].click()
    filled.key(Key.Key_Escape, widget=dialog)
    assert filled.journey.book == PLAIN
    saved(filled, tmp_path / "reis.reisblog")
    filled.press("new")
    filled.dialogs.file = tmp_path / "reis.reisblog"
    filled.press("open")
    assert filled.journey.book.paper is Paper.A3
    assert opened(filled).choices.wish.paper is Paper.A3


def test_only_looking_leaves_the_journey_as_it_was(filled, tmp_path):
    filled.dialogs.file = tmp_path / "reis.reisblog"
    filled.press("save")
    filled.until(lambda: filled.program.workbench.desk.history.is_saved)
    before = filled.journey
    dialog = opened(filled)
    dialog.choices.papers.buttons[Paper.A3].click()
    dialog.choices.papers.buttons[Paper.A4].click()
    made(filled, tmp_path / "boek.pdf")
    filled.key(Key.Key_Escape, widget=dialog)
    assert filled.journey is before
    assert filled.program.workbench.desk.history.is_saved


def test_it_tells_where_the_book_went_and_gives_it_out(filled, book, tmp_path):
    path = tmp_path / "mijn reis.pdf"
    made(filled, path)
    outcome = book.outcome
    assert outcome.words.text() == "“mijn reis.pdf” is klaar."
    assert tmp_path.name in outcome.more.text()
    for button in (outcome.open, outcome.show_there):
        button.click()
    assert filled.dialogs.shown == [path, tmp_path]
    outcome.copy.click()
    held = QApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in held.urls()] == [str(path)]
    assert held.text() == str(path)


def test_nobody_hears_of_it_twice(filled, book, tmp_path):
    before = len(filled.messages.heard)
    made(filled, tmp_path / "boek.pdf")
    assert len(filled.messages.heard) == before


class SlowPhotos:
    """Photos that keep a book waiting until they are let go."""

    def __init__(self):
        self.goes_on, self.waits = threading.Event(), threading.Event()


@pytest.fixture
def slow(monkeypatch):
    held, picture = SlowPhotos(), book_pictures.FinePictures.__call__

    def slowly(self, photo, side):
        held.waits.set()
        assert held.goes_on.wait(30)
        return picture(self, photo, side)

    monkeypatch.setattr(book_pictures.FinePictures, "__call__", slowly)
    yield held
    held.goes_on.set()


def begun(driver, slow, path):
    """A book that is being made, and waits for a photo."""
    slow.goes_on.set()
    drawn(driver)
    slow.goes_on.clear()
    slow.waits.clear()
    driver.dialogs.file = path
    driver.book.make.click()
    driver.until(slow.waits.is_set)
    return path


@pytest.mark.parametrize("there", [b"", b"an earlier book"])
def test_making_it_can_be_stopped_and_then_no_file_has_changed(filled, book, slow, tmp_path, there):
    path = tmp_path / "boek.pdf"
    if there:
        path.write_bytes(there)
    begun(filled, slow, path)
    assert book.outcome.bar.isVisible()
    assert not book.make.isEnabled()
    assert QApplication.focusWidget() is book.outcome.stop
    filled.key(Key.Key_Escape)
    assert book.isVisible()
    slow.goes_on.set()
    filled.until(lambda: not filled.program.exports.book.makes)
    assert book.outcome.words.text().startswith("Gestopt.")
    assert (path.read_bytes() if path.exists() else b"") == there
    assert [file.name for file in tmp_path.glob("*boek*")] == (["boek.pdf"] if there else [])
    assert book.make.isEnabled()
    made(filled, path)
    assert path.read_bytes().startswith(b"%PDF")


def test_whoever_closes_it_meanwhile_hears_when_the_book_is_there(filled, book, slow, tmp_path):
    path = begun(filled, slow, tmp_path / "boek.pdf")
    book.back.click()
    assert filled.book is None
    slow.goes_on.set()
    filled.until(lambda: filled.messages.last.text.startswith("“boek.pdf” is klaar."))
    assert path.exists()


def test_what_went_wrong_is_said_on_it(filled, book, tmp_path):
    made(filled, tmp_path / "nergens" / "boek.pdf")
    assert "nergens" in book.outcome.words.text() or book.outcome.words.text()
    assert not book.outcome.open.isVisible()
    assert book.make.isEnabled()


def test_it_says_what_is_not_in_it_for_whom_it_is(driver, given):
    stop = Stop(id="s1", at=Point(900, 300), title="Geheimpje", audience=Audience.CONVERSATION)
    given(lambda now: edits.start_stop(now, stop))
    dialog = opened(driver)
    assert not dialog.left_out.isVisible()
    dialog.choices.viewers.buttons[Audience.CLASS].click()
    assert dialog.left_out.text().startswith("Eén halte staat er niet in")
    dialog.choices.viewers.buttons[Audience.SELF].click()
    assert not dialog.left_out.isVisible()


def test_while_the_class_looks_nothing_is_shown_that_is_closed_to_it(driver, given):
    stop = Stop(id="s1", at=Point(900, 300), title="Geheimpje", audience=Audience.CONVERSATION)
    given(lambda now: edits.start_stop(now, stop))
    driver.press("see-as-class")
    dialog = opened(driver)
    assert list(dialog.choices.viewers.buttons) == [Audience.CLASS]
    assert not dialog.left_out.isVisible()
    driver.key(Key.Key_Escape, widget=dialog)
    driver.press("see-as-class")
    assert driver.journey.book == PLAIN  # it was nobody's choice


def test_pages_are_enlarged_and_gone_through_with_keys(filled, book):
    pages = book.pages
    pages.setFocus()
    small = pages.page(0).width
    assert QAccessible.queryAccessibleInterface(pages).text(QAccessible.Text.Name)
    filled.key(Key.Key_Return)
    drawn(filled)
    assert pages.page(0).width > small
    filled.key(Key.Key_End)
    drawn(filled)
    assert pages.accessibleDescription().startswith("Bladzijde")
    assert pages.accessibleDescription() != "Bladzijde 1"
    filled.key(Key.Key_Home)
    assert pages.accessibleDescription() == "Bladzijde 1"
    filled.key(Key.Key_Minus)
    assert pages.page(0).width == small


def test_the_tab_key_comes_everywhere_and_everything_has_a_name(filled, book):
    book.choices.more.click()
    book.make.setFocus()
    seen = []
    for _step in range(60):
        filled.key(Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
    named = [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in seen
    ]
    assert all(named), named
    for widget in (book.pages, book.back, book.print_it, book.choices.more, book.choices.school):
        assert widget in seen
    order = [seen.index(widget) for widget in (book.choices.more, book.choices.school)]
    assert order == sorted(order)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_nothing_is_cut_off(dressed, tmp_path, size):
    person = Driver(tmp_path / "groot", size=size)
    person.press("example")
    dialog = opened(person)
    dialog.choices.more.click()
    QApplication.processEvents()
    assert dialog.height() <= size[1]
    assert dialog.width() <= size[0]
    for button in dialog.findChildren(QPushButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert dialog.area.horizontalScrollBar().maximum() == 0
    person.key(Key.Key_Escape, widget=dialog)
    person.settle()
    person.close()


def test_the_pictures_of_pages_are_kept_within_bounds(filled, book):
    """Going all through a book, to and fro, neither draws for ever nor keeps everything."""
    for _round in range(2):
        for key in (Key.Key_End, Key.Key_Home):
            book.pages.setFocus()
            filled.key(key)
            drawn(filled)
    filled.settle()


def test_how_large_it_is_is_said_again_after_stopping(filled, book, slow, tmp_path):
    begun(filled, slow, tmp_path / "boek.pdf")
    filled.key(Key.Key_Escape)
    slow.goes_on.set()
    filled.until(lambda: not filled.program.exports.book.makes)
    filled.until(lambda: "B" in book.large.text())


def test_what_is_said_of_a_book_goes_when_another_is_chosen(filled, book, tmp_path):
    made(filled, tmp_path / "boek.pdf")
    assert book.outcome.isVisible()
    book.choices.papers.buttons[Paper.A5].click()
    assert not book.outcome.isVisible()
    assert book.isVisible()


def test_what_stays_out_is_in_sight_with_all_choices_open(filled, book):
    filled.program.workbench.edit(
        "Dicht", lambda now: edits.show_to(now, [next(iter(now.stops))], Audience.SELF)
    )
    book.choices.more.click()
    filled.settle()
    assert book.left_out.text()
    area = book.area.viewport()
    assert book.left_out.isVisible()
    assert not area.isAncestorOf(book.left_out)


def test_what_is_done_while_a_closing_window_waits_for_a_book_is_asked_for_too(
    filled, book, slow, tmp_path
):
    filled.dialogs.file = tmp_path / "reis.reisblog"
    begun(filled, slow, tmp_path / "boek.pdf")
    book.back.click()
    filled.dialogs.file = tmp_path / "reis.reisblog"
    filled.press("save")
    filled.until(lambda: filled.program.workbench.desk.history.is_saved)

    def late():
        filled.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Nog net"))
        slow.goes_on.set()

    QTimer.singleShot(200, late)
    filled.messages.answer = 2
    assert not filled.window.close()
    assert filled.messages.asked
    assert filled.journey.title == "Nog net"


def test_a_book_in_the_background_is_stopped_from_the_window(filled, book, slow, tmp_path):
    path = begun(filled, slow, tmp_path / "boek.pdf")
    book.back.click()
    state = filled.window.top.state
    assert state.line.isVisible()
    assert state.words.text() == "Je reisboek wordt gemaakt"
    assert state.stop.isVisible()
    assert (state.stop.text(), state.stop.accessibleName()) == ("Stoppen", "Reisboek stoppen")
    filled.key(Key.Key_Space, widget=state.stop)
    slow.goes_on.set()
    filled.until(lambda: not filled.program.exports.book.makes)
    assert not state.stop.isVisible()
    assert filled.messages.last.text.startswith("Gestopt.")
    assert not path.exists()
    filled.settle()
    assert not state.line.isVisible()


def test_who_looks_again_while_it_is_made_finds_it_under_way(filled, book, slow, tmp_path):
    path = begun(filled, slow, tmp_path / "boek.pdf")
    book.back.click()
    filled.press("book")
    assert filled.book.outcome.bar.isVisible()
    assert not filled.book.make.isEnabled()
    assert not filled.window.top.state.stop.isVisible()
    slow.goes_on.set()
    filled.until(lambda: not filled.program.exports.book.makes)
    assert filled.book.outcome.words.text() == "“boek.pdf” is klaar."
    assert path.exists()


def test_the_notice_of_a_book_from_the_background_copies_it_too(filled, book, slow, tmp_path):
    path = begun(filled, slow, tmp_path / "boek.pdf")
    book.back.click()
    slow.goes_on.set()
    filled.until(lambda: filled.messages.last.text.startswith("“boek.pdf” is klaar."))
    filled.messages.take_up("Kopiëren")
    held = QApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in held.urls()] == [str(path)]
    assert filled.messages.last.text.startswith("Gekopieerd")
    assert [offer.label for offer in filled.messages.last.offers][:2] == ["Openen", "Toon in map"]


def names_of_cover_photos(dialog):
    row = dialog.choices.photos.row
    role = Qt.ItemDataRole.AccessibleTextRole
    return [row.data(row.index(nth), role) for nth in range(row.rowCount())]


def test_photos_for_the_cover_are_called_by_where_they_are(driver, filled, photos):
    first, *_others = filled.journey.photos
    filled.drop(photos(4)[3:], filled.place("bergen"))
    filled.drop(photos(5)[4:], Point(60, 60))
    filled.program.workbench.edit(
        "Bijschrift", lambda now: edits.set_caption(now, first, "Een tak")
    )
    assert names_of_cover_photos(opened(filled)) == [
        "Een tak",
        "Foto 1 bij Dilemmabos",
        "Foto 2 bij Dilemmabos",
        "Foto bij Bergen",
        "Losse foto",
    ]


def test_it_says_that_the_photo_chosen_for_the_cover_stays_out(filled, tmp_path):
    (stop, *_stops), (photo, *_others) = filled.journey.stops, filled.journey.photos
    show_to_conversation = lambda now: edits.show_to(now, [stop], Audience.CONVERSATION)  # noqa: E731
    filled.program.workbench.edit("Dicht", show_to_conversation)
    dialog = opened(filled)
    choices = dialog.choices
    choices.more.click()
    choices.photos.setCurrentIndex(choices.photos.row.index(0))
    assert choices.wish.cover_photo == photo
    said = "Ook de foto die je voor de omslag koos, blijft eruit."
    assert said not in dialog.left_out.text()
    choices.viewers.buttons[Audience.CLASS].click()
    assert dialog.left_out.text().endswith(said)
    assert dialog.left_out.isVisible()
    choices.parts[Part.COVER].click()
    assert said not in dialog.left_out.text()
    choices.parts[Part.COVER].click()
    choices.viewers.buttons[Audience.CONVERSATION].click()
    assert said not in dialog.left_out.text()
    assert choices.photos.chosen_ids() == [photo]


def test_what_is_chosen_from_scrolls_as_one_thing(filled, photos, book):
    """However many photos there are, and the keyboard comes to each of them."""
    filled.key(Key.Key_Escape, widget=book)
    filled.drop(photos(23)[3:], filled.place("bergen"))
    dialog = opened(filled)
    dialog.choices.more.click()
    QApplication.processEvents()
    bars = [bar for bar in dialog.choices.findChildren(QScrollBar) if bar.isVisible()]
    assert bars == []
    assert dialog.area.verticalScrollBar().isVisible()
    cover = dialog.choices.photos
    cover.setFocus()
    filled.key(Key.Key_End)
    last = cover.row.index(cover.row.rowCount() - 1)
    assert cover.currentIndex() == last
    seen = cover.viewport().mapTo(dialog.area.viewport(), cover.visualRect(last).center())
    assert dialog.area.viewport().rect().contains(seen)


def test_no_two_choices_are_called_the_same(book):
    choices = book.choices
    rows = (choices.viewers, choices.papers, choices.forms, choices.qualities)
    names = [button.text() for row in rows for button in row.buttons.values()]
    assert len(set(names)) == len(names)


def test_where_no_program_opens_it_it_says_so(filled, book, tmp_path, monkeypatch):
    made(filled, tmp_path / "boek.pdf")
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.fileName()))
    for name in ("show_file", "show_in_folder"):
        monkeypatch.setattr(filled.dialogs, name, getattr(Dialogs(), name))
    book.outcome.open.click()
    assert asked == ["boek.pdf"]
    assert book.outcome.more.text().startswith("Geen programma op deze computer opent dit")
    assert str(tmp_path) in book.outcome.more.text()
    filled.program.exports.tell_made(tmp_path / "boek.pdf")
    filled.messages.take_up("Openen")
    assert filled.messages.last.text.startswith("Geen programma op deze computer opent dit")
    assert "Kopiëren" in [offer.label for offer in filled.messages.last.offers]
