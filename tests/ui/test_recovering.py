"""After a crash the next start offers the work, and never takes it away unasked."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from reisblog import texts
from reisblog.model import edits
from reisblog.ui.moments import spoken
from tests.driver import Driver
from tests.ui.test_files_and_book import fill, saved


@pytest.fixture
def home(dressed, tmp_path):
    return tmp_path / "home"


def crashed(person):
    """The program is gone in the middle of everything; what it had written is on the disk."""
    _stopped(person.program.workbench.desk)
    journey = person.journey
    person.close_as_it_is()
    return journey


def _stopped(desk):
    if desk._recorder is not None:
        desk._recorder.end()
    desk.nest.let_go()


@pytest.fixture
def another(home):
    """Starts the program again, as far as the moment at which it offers what was left."""
    people = []

    def start():
        person = Driver(home)
        people.append(person)
        person.program.safekeeping.look_for_left()
        person.settle()
        return person

    yield start
    for person in people:
        person.close()


def test_the_next_start_offers_the_work_and_it_is_all_there(home, photos, another):
    person = Driver(home)
    fill(person, photos)
    before = crashed(person)
    person = another()
    assert person.messages.last.text.startswith("Het programma stopte voordat het werk van vandaag")
    assert person.messages.last.lasting
    assert not person.journey.photos
    person.messages.take_up("Ermee verder")
    assert person.journey == before
    assert person.window.isWindowModified()
    assert "nog niet in een bestand" in person.messages.last.text
    for _ in range(20):
        person.press("undo")
    assert not person.journey.photos


def test_work_that_was_taken_up_and_saved_is_not_offered_again(home, photos, another, tmp_path):
    person = Driver(home)
    fill(person, photos)
    crashed(person)
    person = another()
    person.messages.take_up("Ermee verder")
    saved(person, tmp_path / "reis.reisblog")
    person.close()
    person = another()
    assert not person.messages.heard


def test_whoever_decides_nothing_is_offered_it_again(home, photos, another):
    person = Driver(home)
    fill(person, photos)
    before = crashed(person)
    another().close()
    person = another()
    person.messages.take_up("Ermee verder")
    assert person.journey == before


def test_work_with_photos_on_a_stick_is_told_to_wait_for_it(home, photos, another, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "reis.reisblog"
    person = Driver(home)
    fill(person, photos)
    saved(person, path)
    person.program.session.new()
    person.program.session.open(path)
    person.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Reis"))
    before = crashed(person)
    stick.rename(tmp_path / "away")
    person = another()
    person.messages.take_up("Ermee verder")
    assert "staan in “reis.reisblog”" in person.messages.last.text
    assert not person.journey.photos
    (tmp_path / "away").rename(stick)
    person.messages.take_up("Probeer nog eens")
    assert person.journey == before
    assert person.program.workbench.desk.path == path


def test_without_its_stick_it_is_work_of_its_own(home, photos, another, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    person = Driver(home)
    fill(person, photos)
    saved(person, stick / "reis.reisblog")
    person.program.session.new()
    person.program.session.open(stick / "reis.reisblog")
    person.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Reis"))
    before = crashed(person)
    stick.rename(tmp_path / "away")
    person = another()
    person.messages.take_up("Ermee verder")
    person.messages.take_up("Verder zonder die foto's")
    assert person.journey == before
    assert person.program.workbench.desk.path is None
    assert "2 foto's zijn er niet meer" in person.messages.last.text


def test_throwing_away_is_asked_once_more(home, photos, another):
    person = Driver(home)
    fill(person, photos)
    crashed(person)
    person = another()
    person.messages.answer = 0
    person.messages.take_up("Weggooien")
    assert "echt weg" in person.messages.asked[-1]
    assert person.program.safekeeping.left
    person.messages.answer = 1
    person.messages.take_up("Weggooien")
    person.close()
    assert not list((home / "recovery").iterdir())


def test_the_journey_on_the_desk_is_not_lost_for_it(home, photos, another):
    person = Driver(home)
    fill(person, photos)
    crashed(person)
    person = another()
    offered = person.messages.last.offers[0]
    person.double_tap(person.place("wensboom"))
    person.type("Intussen.")
    person.messages.answer = 2  # back
    here = person.journey
    offered.act()
    assert person.messages.asked
    assert person.journey == here


def test_leaving_without_saving_leaves_nothing_behind(home, photos, another):
    person = Driver(home)
    fill(person, photos)
    person.messages.answer = 1
    person.window.close()
    person.close_as_it_is()
    assert not another().messages.heard


def test_a_disk_that_keeps_nothing_is_told_of(driver, photos, monkeypatch):
    def refuse(_self):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("reisblog.storage.nest.Nest.make", refuse)
    driver.double_tap(driver.place("wensboom"))
    driver.type("Onder de boom.")
    driver.press("choose")
    driver.until(lambda: driver.messages.heard)
    assert "laatste stappen kwijt" in driver.messages.last.text


def test_when_it_was_is_said_as_a_person_says_it():
    now = datetime(2026, 11, 26, 22, 40, tzinfo=UTC)
    before = texts.language()
    said = [
        spoken(now - ago, now=now)
        for ago in (timedelta(minutes=5), timedelta(hours=23), timedelta(days=2, minutes=36))
    ]
    assert before == "nl"
    assert said == ["vandaag 22:35", "gisteren 23:40", "dinsdag 24 november 22:04"]


def entries(person, name="earlier"):
    """What stands in a list of the first menu now."""
    menus = person.window.menus
    menus.actions()[0].menu().aboutToShow.emit()
    return menus.lists[name].actions()


def titled(person, title, path):
    person.program.workbench.edit("Titel", lambda now: edits.entitle(now, title=title))
    saved(person, path)


def test_an_earlier_version_comes_back_from_the_menu_and_undo_leaves_it(driver, tmp_path):
    path = tmp_path / "reis.reisblog"
    titled(driver, "een", path)
    assert not entries(driver)
    assert not driver.window.menus.lists["earlier"].isEnabled()
    titled(driver, "twee", path)
    [entry] = entries(driver)
    assert entry.text().startswith("vandaag ")
    entry.trigger()
    driver.settle()
    assert driver.journey.title == "een"
    assert "Het bestand is niet veranderd" in driver.messages.last.text
    driver.messages.take_up("Terug naar nu")
    assert driver.journey.title == "twee"
    assert not driver.window.isWindowModified()


@pytest.mark.parametrize("left", [b"", bytes(9_000), None], ids=["empty", "zeros", "gone"])
def test_of_a_file_that_opens_no_more_an_earlier_version_is_offered(driver, photos, tmp_path, left):
    path = tmp_path / "reis.reisblog"
    fill(driver, photos)
    titled(driver, "een", path)
    titled(driver, "twee", path)
    driver.program.session.new()
    path.unlink() if left is None else path.write_bytes(left)
    driver.program.session.open(path)
    driver.messages.take_up("Open een eerdere versie")
    desk = driver.program.workbench.desk
    assert desk.journey.title == "een"
    assert desk.path is None
    assert not desk.history.is_saved
    assert "zoals die vandaag" in driver.messages.last.text
    assert "2 foto's zijn er niet meer" in driver.messages.last.text
    if left is not None:
        assert path.read_bytes() == left


def test_on_a_shared_computer_nobody_is_offered_what_a_file_was(home, tmp_path, dressed):
    path = tmp_path / "reis.reisblog"
    person = Driver(home)
    titled(person, "een", path)
    titled(person, "twee", path)
    person.close()
    path.write_bytes(b"")
    person = Driver(home, shared=True)
    person.program.session.open(path)
    assert not person.messages.last.offers
    person.close()


def test_unsaved_work_that_was_put_off_stands_in_the_menu(home, photos, another):
    person = Driver(home)
    fill(person, photos)
    before = crashed(person)
    person = another()
    [entry] = entries(person)
    assert entry.text().startswith("Niet opgeslagen werk van vandaag")
    entry.trigger()
    assert person.journey == before
    assert not entries(person)
