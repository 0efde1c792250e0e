"""Saving, opening, leaving, the travel book and the examples, from the window."""

import errno
import os
import threading
import zipfile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.storage.spool import Spool
from reisblog.ui.canvas import picture_process
from tests.driver import Driver, wave
from tests.reading import opened_pdf

OPEN = Point(1330, 930)


def fill(driver, photos):
    driver.drop(photos(2), driver.place("wensboom"))
    driver.type("Onder de boom.")
    driver.double_tap(OPEN)
    driver.type("Los briefje 🌊")
    driver.press("path")
    driver.draw(wave(Point(400, 600), 900, 120))
    driver.press("choose")


def saved(driver, path):
    driver.dialogs.file = path
    driver.press("save")
    driver.settle()
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)


def test_a_journey_is_saved_and_opened_again_with_everything_as_it_was(driver, photos, tmp_path):
    fill(driver, photos)
    before = driver.journey
    path = tmp_path / "mijn reis.reisblog"
    saved(driver, path)
    driver.press("new")
    assert not driver.journey.photos
    driver.dialogs.file = path
    driver.press("open")
    assert driver.journey == before
    assert driver.program.session.recent() == [path]


def test_the_second_save_needs_no_name(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    fill(driver, photos)
    saved(driver, path)
    first = path.read_bytes()
    driver.dialogs.file = None
    driver.drop(photos(1), OPEN)
    driver.press("save")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    assert path.read_bytes() != first


@pytest.mark.parametrize(("answer", "leaves"), [(1, True), (2, False)])
def test_leaving_with_unsaved_work_asks(driver, photos, answer, leaves):
    fill(driver, photos)
    driver.messages.answer = answer
    assert driver.window.close() is leaves
    assert driver.messages.asked == ["Je nieuwste werk staat nog niet in het bestand."]


def test_leaving_may_save_first(driver, photos, tmp_path):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "nog net.reisblog"
    driver.messages.answer = 0
    assert driver.window.close()
    assert driver.dialogs.file.exists()


def test_leaving_stays_when_the_save_does_not_succeed(driver, photos, tmp_path):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "weg" / "map" / "reis.reisblog"
    driver.messages.answer = 0
    assert not driver.window.close()
    assert driver.messages.last.lasting


def test_leaving_without_unsaved_work_asks_nothing(driver):
    assert driver.window.close()
    assert driver.messages.asked == []


def test_a_file_changed_elsewhere_is_not_overwritten(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    fill(driver, photos)
    saved(driver, path)
    path.write_bytes(path.read_bytes() + b"from elsewhere")
    theirs = path.read_bytes()
    driver.drop(photos(1), OPEN)
    driver.press("save")
    driver.until(lambda: driver.messages.last.lasting)
    assert path.read_bytes() == theirs
    driver.messages.take_up("Toch vervangen")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    assert path.read_bytes() != theirs


def test_what_is_no_journey_is_said_kindly_and_nothing_changes(driver, photos, tmp_path):
    fill(driver, photos)
    driver.program.workbench.desk.history.mark_saved(driver.journey)
    before = driver.journey
    other = tmp_path / "boek.reisblog"
    other.write_bytes(b"no zip at all")
    driver.dialogs.file = other
    driver.press("open")
    assert driver.journey is before
    assert "boek.reisblog" in driver.messages.last.text


def cut_off(driver, photos, path, share):
    """A file with two photos of which only a share is left."""
    fill(driver, photos)
    saved(driver, path)
    driver.press("new")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    return path.read_bytes()


def open_what_is_left(driver, path):
    driver.dialogs.file = path
    driver.press("open")
    assert "is beschadigd of niet helemaal gekopieerd" in driver.messages.last.text
    driver.messages.take_up("Open wat er nog is")
    driver.settle()


def test_what_is_left_of_a_damaged_file_opens_as_a_new_journey(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    damaged = cut_off(driver, photos, path, 0.75)
    open_what_is_left(driver, path)
    workbench = driver.program.workbench
    assert [note.text for note in driver.journey.notes.values()] == ["Los briefje 🌊"]
    assert len(driver.journey.photos) == 2
    assert workbench.desk.path is None
    assert not workbench.desk.history.is_saved
    told = driver.messages.last
    assert told.lasting
    assert told.text.startswith("Dit is wat er nog is van “reis.reisblog”")
    assert "dingen ontbreken of zijn beschadigd" in told.text
    saved(driver, tmp_path / "nieuw.reisblog")
    assert workbench.desk.path == tmp_path / "nieuw.reisblog"
    assert path.read_bytes() == damaged


def test_the_whole_list_of_what_is_missing_can_be_read(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    cut_off(driver, photos, path, 0.75)
    open_what_is_left(driver, path)
    read = []

    def read_and_leave():
        sheet = QApplication.activeModalWidget()
        read.append(sheet.words.text())
        QTest.keyClick(sheet, Qt.Key.Key_Escape)

    QTimer.singleShot(0, read_and_leave)
    driver.messages.take_up("Wat ontbreekt")
    assert "Foto 2 ontbreekt of is beschadigd" in read[0]
    assert driver.messages.last.offers  # it can be read once more


def test_a_file_of_which_nothing_is_left_makes_no_promises(driver, photos, tmp_path):
    path = tmp_path / "leeg.reisblog"
    path.touch()
    driver.dialogs.file = path
    driver.press("open")
    assert not driver.messages.last.offers
    cut_off(driver, photos, path, 0.001)
    driver.press("open")
    driver.messages.take_up("Open wat er nog is")
    driver.settle()
    assert "is niets meer te lezen" in driver.messages.last.text
    assert not driver.journey.photos


def test_work_that_is_in_no_file_does_not_give_way_to_what_is_left_unasked(
    driver, photos, tmp_path
):
    path = tmp_path / "reis.reisblog"
    cut_off(driver, photos, path, 0.75)
    driver.dialogs.file = path
    driver.press("open")
    driver.double_tap(OPEN)
    driver.type("Nieuw werk")
    driver.press("choose")
    here = driver.journey
    driver.messages.answer = 2
    message = next(m for m in driver.messages.heard if m.offers and "beschadigd" in m.text)
    message.offers[0].act()
    driver.settle()
    assert driver.journey is here


def test_a_journey_of_a_newer_version_opens_as_a_copy_and_says_so(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    fill(driver, photos)
    before = driver.journey
    saved(driver, path)
    newer = tmp_path / "later.reisblog"
    with zipfile.ZipFile(path) as ours, zipfile.ZipFile(newer, "w") as theirs:
        for entry in ours.infolist():
            content = ours.read(entry).replace(b'"format": 1,', b'"format": 2,')
            theirs.writestr(entry.filename, content, entry.compress_type)
    driver.dialogs.file = newer
    driver.press("open")
    assert driver.journey == before
    assert driver.program.workbench.desk.path is None
    assert driver.messages.last.text.startswith("Geopend als kopie: “later.reisblog” is gemaakt")
    assert driver.program.session.recent() == [path]


def test_the_travel_book_is_made_and_its_name_is_shown(driver, photos, tmp_path):
    fill(driver, photos)
    book = tmp_path / "mijn reis.pdf"
    driver.dialogs.file = book
    driver.export("book")
    driver.settle()
    driver.until(lambda: "klaar" in driver.messages.last.text)
    assert "mijn reis.pdf" in driver.messages.last.text
    with opened_pdf(book) as pages:
        text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    assert "Wensboom" in text
    assert "Onder de boom." in text
    assert "Los briefje" in text
    driver.messages.take_up("Openen")
    driver.messages.take_up("Toon in map")
    assert driver.dialogs.shown == [book, tmp_path]


@pytest.mark.parametrize(
    ("action", "size"), [("picture", (1920, 1080)), ("phone-picture", (1080, 1920))]
)
def test_a_picture_of_the_map_is_made(driver, photos, tmp_path, action, size):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "plaatje.png"
    driver.export(action)
    driver.settle()
    driver.until(driver.dialogs.file.exists)
    picture = QImage(str(driver.dialogs.file))
    assert (picture.width(), picture.height()) == size
    driver.until(lambda: "klaar" in driver.messages.last.text)
    assert "niet" not in driver.messages.last.text


def test_the_blank_map_is_made_for_a_wall(driver, tmp_path):
    driver.dialogs.file, driver.dialogs.paper = tmp_path / "kaart.pdf", "a2"
    driver.press("blank-map")
    driver.settle()
    driver.until(lambda: "klaar" in driver.messages.last.text)
    with opened_pdf(driver.dialogs.file) as sheet:
        width, height = sheet[0].get_size()
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (594, 420)


def test_a_picture_that_cannot_be_drawn_is_told(driver, photos, tmp_path, monkeypatch):
    fill(driver, photos)
    monkeypatch.setattr(picture_process, "_draw", int)  # ends at once
    driver.dialogs.file = tmp_path / "plaatje.png"
    driver.export("picture")
    driver.settle()
    driver.until(lambda: "kon niet worden getekend" in driver.messages.last.text)
    assert not driver.dialogs.file.exists()


@pytest.mark.parametrize("action", ["example", "teacher-example"])
def test_an_example_opens_from_help_and_is_not_anybody_s_file(driver, action):
    driver.press(action)
    driver.settle()
    assert len(driver.journey.order) >= 6
    assert driver.program.workbench.desk.path is None
    assert driver.window.close()


def test_the_next_start_shows_the_last_journey_as_it_was_left(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    fill(driver, photos)
    saved(driver, path)
    driver.wheel(OPEN, 4)
    scale, centre = driver.canvas.sight.scale, driver.canvas.sight.seen().centre
    before = driver.journey
    driver.close()
    again = Driver(tmp_path / "home")
    again.program.begin(None)
    try:
        assert again.journey == before
        assert again.chosen == {before.order[-1]}
        assert again.canvas.sight.scale == pytest.approx(scale)
        assert again.canvas.sight.seen().centre.distance(centre) < 4
    finally:
        again.close()


@pytest.mark.parametrize("panel", ["", "legend"])
def test_the_next_start_leaves_the_panel_as_it_was(driver, photos, tmp_path, panel):
    """Even when photos wait in the tray: whoever folded it away has seen them."""
    driver.program.bring_in.to_tray(photos(1))
    driver.settle()
    saved(driver, tmp_path / "reis.reisblog")
    if panel:
        driver.window.open_tab(panel)
    else:
        driver.press("panel")
    driver.close()
    again = Driver(tmp_path / "home")
    again.program.begin(None)
    try:
        assert again.window.open_panel == panel
    finally:
        again.close()


def test_a_full_play_leaves_a_file_that_other_programs_can_read(driver, photos, tmp_path):
    fill(driver, photos)
    path = tmp_path / "reis.reisblog"
    saved(driver, path)
    program = driver.program
    with program.desks.open(path) as desk:
        assert desk.journey == driver.journey
        assert all(photo.media in desk.media for photo in desk.journey.photos.values())


def test_the_book_never_takes_the_place_of_the_journey(driver, photos, tmp_path):
    fill(driver, photos)
    path = tmp_path / "reis.reisblog"
    saved(driver, path)
    whole = path.read_bytes()
    driver.look_at_book()
    driver.book.make.click()
    driver.settle()
    assert path.read_bytes() == whole
    said = driver.book.outcome.words.text()
    assert said == "“reis.reisblog” is je reis zelf. Kies een andere naam."


def test_saving_twice_at_once_is_saving_once_and_then_again(driver, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    fill(driver, photos)
    saved(driver, path)
    driver.drop(photos(1), OPEN)
    driver.press("save")
    driver.program.workbench.choose()
    driver.double_tap(Point(1400, 1000))
    driver.type("Nog iets")
    driver.press("save")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    assert not [heard for heard in driver.messages.heard if "ergens anders" in heard.text]


@pytest.fixture
def slow_disk(monkeypatch):
    """A disk that keeps every saving waiting until it is let go."""
    sync, goes_on = os.fsync, threading.Event()

    def slowly(descriptor):
        assert goes_on.wait(60)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", slowly)
    yield goes_on
    goes_on.set()


def test_a_saving_shows_itself_only_when_it_takes_long(driver, photos, tmp_path, slow_disk):
    state = driver.window.top.state
    driver.drop(photos(2), OPEN)
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    assert not state.line.isVisible()
    driver.until(lambda: state.line.isVisible() and state.stop.isVisible())
    assert state.words.text() == "Opslaan"
    driver.double_tap(OPEN)
    driver.type("Ondertussen")
    slow_disk.set()
    driver.until(lambda: not driver.program.session._saving)
    assert not state.line.isVisible()
    assert not state.stop.isVisible()
    assert driver.dialogs.file.exists()


def test_a_saving_that_takes_long_can_be_stopped_and_then_nothing_has_changed(
    driver, photos, tmp_path, slow_disk
):
    slow_disk.set()
    path = tmp_path / "reis.reisblog"
    driver.drop(photos(2), OPEN)
    saved(driver, path)
    before = path.read_bytes()
    driver.drop(photos(1), driver.place("wensboom"))
    slow_disk.clear()
    driver.press("save")
    driver.until(driver.window.top.state.stop.isVisible)
    driver.window.top.state.stop.click()
    slow_disk.set()
    driver.until(lambda: not driver.program.session._saving)
    assert "gestopt" in driver.messages.last.text
    assert path.read_bytes() == before
    assert not driver.program.workbench.desk.history.is_saved
    driver.press("save")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    assert path.read_bytes() != before


def test_closing_while_a_save_is_under_way_waits_for_it(driver, photos, tmp_path):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    assert driver.window.close()
    assert driver.messages.asked == []
    assert driver.dialogs.file.exists()


def test_closing_without_choosing_a_name_stays_also_while_a_book_is_made(driver, photos, tmp_path):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "boek.pdf"
    driver.export("book")
    driver.dialogs.file = None
    assert not driver.window.close()
    driver.settle()
    assert (tmp_path / "boek.pdf").exists()


def test_another_journey_may_be_opened_while_a_book_is_made(driver, photos, tmp_path):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "boek.pdf"
    driver.export("book")
    driver.messages.answer = 1
    driver.press("new")
    driver.settle()
    driver.until((tmp_path / "boek.pdf").exists)
    assert not driver.journey.stops


def test_closing_while_a_book_is_made_waits_for_it(driver, photos, tmp_path):
    fill(driver, photos)
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    driver.dialogs.file = tmp_path / "boek.pdf"
    driver.export("book")
    assert driver.window.close()
    assert (tmp_path / "boek.pdf").exists()


def test_a_disk_that_cannot_keep_what_was_taken_away_does_not_hold_up_a_save(
    driver, photos, tmp_path, monkeypatch
):
    fill(driver, photos)
    path = tmp_path / "reis.reisblog"
    saved(driver, path)
    driver.program.session.new()
    driver.program.session.open(path)
    photo = next(iter(driver.journey.photos))
    driver.program.workbench.edit("Weg", lambda now: edits.remove_photos(now, [photo]))

    def refuse(*_args):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Spool, "write", refuse)
    before = path.read_bytes()
    driver.press("save")
    driver.settle()
    assert "om ze terug te halen" in driver.messages.last.text
    assert path.read_bytes() == before
    assert driver.window.isWindowModified()
    driver.messages.take_up("Sla op zonder")
    driver.settle()
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    assert path.read_bytes() != before
    driver.press("undo")
    assert photo in driver.journey.photos


def test_photos_that_can_no_longer_be_read_are_not_left_out_in_silence(driver, photos, tmp_path):
    fill(driver, photos)
    path, copy = tmp_path / "reis.reisblog", tmp_path / "kopie.reisblog"
    saved(driver, path)
    driver.program.session.new()
    driver.program.session.open(path)
    driver.until(lambda: driver.program.pictures.pixmap(media_of(driver), 128) is not None)
    with path.open("r+b") as file:  # as a copying program does: the same file, with less in it
        file.truncate(2_000)
    driver.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Reis"))
    driver.dialogs.file = copy
    driver.press("save-as")
    driver.settle()
    assert "2 foto's zijn niet meer te lezen" in driver.messages.last.text
    assert "Je werk is er nog." in driver.messages.last.text
    assert not copy.exists()
    assert driver.window.isWindowModified()
    driver.messages.take_up("Sla op zonder")
    driver.settle()
    driver.until(copy.exists)
    driver.until(lambda: driver.program.workbench.desk.history.is_saved)
    driver.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Weer"))
    saved(driver, copy)


def media_of(driver):
    return next(iter(driver.journey.photos.values())).media
