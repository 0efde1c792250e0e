"""A followed folder: what appears in it comes to the tray, once, also while nobody looked."""

import shutil

import pytest

from reisblog.model import edits
from reisblog.model.journey import in_tray
from reisblog.storage.settings import FILE_NAME
from reisblog.ui import bring_in
from tests.driver import Driver


@pytest.fixture(autouse=True)
def _written_at_once(monkeypatch):
    """The program waits until a file has stopped growing; here none takes a second."""
    monkeypatch.setattr(bring_in, "_SETTLE_MS", 50)


@pytest.fixture
def start_again(driver, tmp_path):
    """Ends the program, and starts it as the person left it; once or more."""
    begun = [driver]

    def start():
        # A program that has ended looks no more; here it goes on in the same process.
        begun[-1].program.bring_in.follow(None)
        begun[-1].close()
        begun.append(Driver(tmp_path / "home"))
        begun[-1].program.begin(None)
        return begun[-1]

    yield start
    begun[-1].close()


@pytest.fixture
def folder(tmp_path):
    """A folder that a cloud fills."""
    made = tmp_path / "OneDrive"
    made.mkdir()
    return made


def follow(driver, folder):
    driver.dialogs.file = folder
    driver.press("pick-folder")


def save(driver, tmp_path, name="reis"):
    driver.dialogs.file = tmp_path / f"{name}.reisblog"
    driver.press("save-as")
    driver.settle()


def comes(driver, count):
    """Waits until so many photos lie ready, and no other is coming."""
    driver.until(lambda: len(in_tray(driver.journey)) >= count)
    driver.settle()
    assert len(in_tray(driver.journey)) == count


def widths(driver):
    """Tells the photos apart."""
    return sorted(photo.width for photo in driver.journey.photos.values())


def test_new_pictures_in_a_followed_folder_come_to_the_tray(driver, photos, tmp_path):
    followed = tmp_path / "OneDrive"
    followed.mkdir()
    first, second = photos(2)
    shutil.copy(first, followed)
    driver.dialogs.file = followed
    driver.press("pick-folder")
    assert not driver.journey.photos
    shutil.copy(second, followed)
    driver.until(lambda: len(in_tray(driver.journey)) == 1)


def test_a_followed_folder_that_vanishes_is_named_and_followed_no_more(driver, tmp_path):
    followed = tmp_path / "OneDrive"
    followed.mkdir()
    driver.program.bring_in.follow(followed)
    followed.rmdir()
    driver.until(lambda: driver.program.bring_in.followed is None)
    assert "“OneDrive”" in driver.messages.last.text


def test_what_came_while_the_program_was_closed_comes_at_the_next_start(
    driver, photos, folder, start_again
):
    old, fresh = photos(2)
    shutil.copy(old, folder)
    follow(driver, folder)
    shutil.copy2(fresh, folder)
    again = start_again()
    comes(again, 1)
    assert widths(again) == [121]


def test_a_folder_that_was_empty_is_filled_while_the_program_is_closed(
    driver, photos, folder, start_again
):
    follow(driver, folder)
    shutil.copy(*photos(1), folder)
    comes(start_again(), 1)


def test_what_came_and_is_in_a_file_comes_no_second_time(
    driver, photos, folder, tmp_path, start_again
):
    first, second = photos(2)
    follow(driver, folder)
    shutil.copy(first, folder)
    comes(driver, 1)
    save(driver, tmp_path)
    driver.program.workbench.edit("Weg", lambda now: edits.remove_photos(now, now.photos))
    shutil.copy(second, folder)
    comes(driver, 1)
    save(driver, tmp_path)
    shutil.copy(first, folder / "later.jpg")
    again = start_again()
    comes(again, 2)
    assert widths(again) == [120, 121]


def test_what_is_in_no_file_yet_comes_again(driver, photos, folder, start_again):
    follow(driver, folder)
    shutil.copy(*photos(1), folder)
    comes(driver, 1)
    comes(start_again(), 1)


def test_what_went_with_an_unsaved_journey_comes_to_the_next_one(driver, photos, folder, tmp_path):
    kept, lost = photos(2)
    follow(driver, folder)
    shutil.copy(kept, folder)
    comes(driver, 1)
    save(driver, tmp_path)
    shutil.copy(lost, folder)
    comes(driver, 2)
    driver.messages.answer = 1  # do not save
    driver.press("new")
    comes(driver, 1)
    assert widths(driver) == [121]


def test_a_picture_that_is_in_the_journey_already_comes_under_no_other_name(driver, photos, folder):
    first, second = photos(2)
    driver.program.bring_in.to_tray([first])
    driver.settle()
    follow(driver, folder)
    shutil.copy(first, folder / "IMG_0000 (1).jpg")
    shutil.copy(second, folder)
    comes(driver, 2)
    assert widths(driver) == [120, 121]


def test_a_folder_that_is_away_for_a_while_is_remembered(
    driver, photos, folder, tmp_path, start_again
):
    old, fresh = photos(2)
    shutil.copy(old, folder)
    follow(driver, folder)
    away = folder.rename(tmp_path / "elders")
    without = start_again()
    assert without.program.bring_in.followed is None
    assert not without.messages.heard
    without.program.workbench.edit("Naam", lambda now: edits.entitle(now, title="Reis"))
    save(without, tmp_path)
    shutil.copy(fresh, away)
    away.rename(folder)
    again = start_again()
    comes(again, 1)
    assert widths(again) == [121]


def test_no_name_of_a_picture_stays_on_this_computer(driver, photos, folder, tmp_path):
    shutil.copy(*photos(1), folder / "Sanne op stage.jpg")
    follow(driver, folder)
    home = tmp_path / "home"
    driver.close()
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert FILE_NAME in {path.name for path in kept}
    assert not any(b"Sanne" in path.read_bytes() for path in kept)


def test_nothing_is_remembered_of_a_folder_that_is_let_go_of(driver, photos, folder):
    shutil.copy(*photos(1), folder)
    follow(driver, folder)
    assert driver.program.preferences.settings.followed_seen
    driver.messages.take_up("Niet meer volgen")
    assert driver.program.preferences.settings.followed_seen is None
