"""A photo that is gone everywhere, a computer that keeps nothing, and traces that are wiped."""

import threading
import time
import zlib

import pytest
from PIL import Image

from reisblog.model import edits
from reisblog.resources import Folders
from reisblog.storage import durable, traces
from reisblog.storage.container import Container
from reisblog.storage.versions import Versions
from tests import telltale
from tests.driver import Driver
from tests.ui.test_files_and_book import fill, saved
from tests.ui.test_recovering import crashed, entries, titled


@pytest.fixture
def file(tmp_path):
    return tmp_path / "files" / "reis.reisblog"


@pytest.fixture
def home(dressed, tmp_path):
    (tmp_path / "files").mkdir()
    return tmp_path / "home"


@pytest.fixture
def person(home):
    person = Driver(home)
    yield person
    person.close()


def media(person):
    return {photo.media for photo in person.journey.photos.values()}


def choose_a_photo(person):
    photo = next(iter(person.journey.photos.values()))
    person.program.workbench.choose({photo.id})
    return photo


def test_a_photo_goes_from_everywhere_once_somebody_is_sure(person, photos, file):
    fill(person, photos)
    saved(person, file)
    titled(person, "Reis", file)
    photo = choose_a_photo(person)
    person.messages.answer = 0
    person.press("remove-everywhere")
    assert photo.media in media(person)
    person.messages.answer = 1
    person.press("remove-everywhere")
    person.until(lambda: person.messages.heard and "Overal weg" in person.messages.last.text)
    assert "niet ongedaan" in person.messages.asked[-1]
    assert photo.media not in Container(file).kinds
    kept = [path.read_bytes() for path in file.parent.parent.rglob("*") if path.is_file()]
    assert not any(photo.media.encode() in content for content in kept)
    assert not any(path.name.startswith(photo.media) for path in file.parent.parent.rglob("*"))
    assert not person.window.isWindowModified()
    while person.window.actions_by_id["undo"].isEnabled():
        person.press("undo")
        assert photo.media not in media(person)


def test_without_a_photo_there_is_nothing_to_remove(person):
    assert not person.window.actions_by_id["remove-everywhere"].isEnabled()


def test_a_journey_without_a_file_forgets_too(person, photos):
    fill(person, photos)
    photo = choose_a_photo(person)
    person.messages.answer = 1
    person.press("remove-everywhere")
    person.until(lambda: person.messages.heard and "uit deze reis" in person.messages.last.text)
    assert "bestand" not in person.messages.asked[-1]
    assert photo.media not in media(person)
    assert person.program.workbench.desk.path is None


def test_what_was_copied_goes_too(person, photos, home):
    fill(person, photos)
    photo = choose_a_photo(person)
    person.press("copy")
    person.settle()
    assert len(list(home.rglob(f"{photo.media}*"))) > 1
    person.messages.answer = 1
    person.press("remove-everywhere")
    person.until(lambda: person.messages.heard and "uit deze reis" in person.messages.last.text)
    assert not list(home.rglob(f"*{photo.media}*"))


def test_a_save_that_failed_does_not_make_a_version_of_it_later(person, photos, file, home):
    fill(person, photos)
    saved(person, file)
    photo = choose_a_photo(person)
    file.chmod(0o444)
    person.messages.answer = 1
    person.press("remove-everywhere")
    person.until(
        lambda: person.messages.heard and "alleen om te lezen" in person.messages.last.text
    )
    assert "In het bestand staat nog wat weg gaat." in person.messages.last.text
    file.chmod(0o644)
    saved(person, file)
    assert photo.media not in Container(file).kinds
    assert not list(home.rglob(f"*{photo.media}*"))


def test_a_shared_computer_keeps_nothing_of_anybody(person, photos, file, home):
    titled(person, "een", file)
    titled(person, "twee", file)
    person.messages.answer = 1
    person.press("shared")
    assert "gedeelde computer" in person.messages.asked[-1]
    fill(person, photos)
    saved(person, file)
    titled(person, "drie", file)
    assert person.program.session.recent() == []
    assert not entries(person)
    person.program.workbench.edit("x", lambda now: edits.entitle(now, title="vier"))
    crashed(person)
    found = traces.found(Folders.below(home))
    assert (found.recent, found.versions, found.left) == (0, 0, 0)
    again = Driver(home)
    again.program.safekeeping.look_for_left()
    again.settle()
    assert not again.messages.heard
    assert again.window.actions_by_id["shared"].isChecked()
    assert not list((home / "recovery").iterdir())
    again.close()


def test_whoever_is_not_sure_goes_on_as_before(person, file):
    titled(person, "een", file)
    person.messages.answer = 0
    person.press("shared")
    assert not person.window.actions_by_id["shared"].isChecked()
    assert person.program.session.recent() == [file]


def test_a_computer_that_is_no_longer_shared_keeps_work_again(person, home):
    person.messages.answer = 1
    person.press("shared")
    person.press("shared")
    assert not person.window.actions_by_id["shared"].isChecked()
    person.program.workbench.edit("x", lambda now: edits.entitle(now, title="vijf"))
    crashed(person)
    assert traces.found(Folders.below(home)).left == 1


def test_all_traces_are_told_and_wiped(person, file, home, photos):
    titled(person, "een", file)
    titled(person, "twee", file)
    person.messages.answer = 0
    person.press("wipe")
    told = person.messages.asked[-1]
    assert "de naam van 1 recent bestand" in told
    assert "1 eerdere versie" in told
    assert traces.found(Folders.below(home)).versions == 1
    person.messages.answer = 1
    person.press("wipe")
    person.close()
    assert not [path for path in home.rglob("*") if path.is_file()]
    assert file.exists()


def test_once_shared_by_an_option_settings_of_others_stay(home, file):
    first = Driver(home)
    titled(first, "een", file)
    first.close()
    guest = Driver(home, shared=True)
    assert guest.program.session.recent() == []
    titled(guest, "gast", file.with_name("gast.reisblog"))
    guest.close()
    again = Driver(home)
    assert again.program.session.recent() == [file]
    again.close()


def test_a_save_that_is_under_way_is_waited_for(person, photos, file, monkeypatch):
    fill(person, photos)
    saved(person, file)
    titled(person, "Reis", file)
    photo = choose_a_photo(person)
    begun, go_on = threading.Event(), threading.Event()
    write = durable.write_whole

    def slowly(*args, **more):
        begun.set()
        assert go_on.wait(20)
        write(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(durable, "write_whole", slowly)
        person.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Nog"))
        person.press("save")
        assert begun.wait(20)
        threading.Timer(0.3, go_on.set).start()
        person.messages.answer = 1
        person.press("remove-everywhere")
    person.until(lambda: person.messages.heard and "Overal weg" in person.messages.last.text)
    assert photo.media not in Container(file).kinds
    assert not any(path.name.startswith(photo.media) for path in file.parent.parent.rglob("*"))
    words = [zlib.decompress(path.read_bytes()) for path in file.parent.parent.rglob("*.words")]
    assert words
    assert not any(photo.media.encode() in each for each in words)


def test_no_other_journey_comes_before_all_is_gone(person, photos, file, monkeypatch):
    fill(person, photos)
    saved(person, file)
    titled(person, "Reis", file)
    photo = choose_a_photo(person)
    forget = Versions.forget

    def slowly(versions, *what):
        time.sleep(0.3)
        forget(versions, *what)

    monkeypatch.setattr(Versions, "forget", slowly)
    person.messages.answer = 1
    person.press("remove-everywhere")
    person.press("new")
    assert not person.journey.photos
    assert photo.media not in Container(file).kinds


def test_a_photo_that_only_lies_ready_can_be_removed_everywhere_too(person, photos):
    person.program.bring_in.to_tray(photos(2))
    person.settle()
    person.until(lambda: len(person.journey.photos) == 2)
    tray = person.window.panel.tray.prints
    assert not person.window.actions_by_id["remove-everywhere"].isEnabled()
    tray.setCurrentIndex(tray.row.index(0))
    assert person.window.actions_by_id["remove-everywhere"].isEnabled()
    [chosen] = tray.chosen_ids()
    person.messages.answer = 1
    person.press("remove-everywhere")
    person.until(lambda: chosen not in person.journey.photos)
    assert len(person.journey.photos) == 1


@pytest.fixture
def face(tmp_path):
    path = tmp_path / "gezicht.jpg"
    path.write_bytes(telltale.picture())
    return path


def hide_face(person, face):
    """A photo on the map in which a face is hidden, chosen."""
    person.drop([face], person.place("wensboom"))
    [photo] = person.journey.photos.values()
    hide = [telltale.HIDDEN]
    person.program.workbench.edit("Hide", lambda now: edits.set_blurs(now, photo.id, hide))
    person.program.workbench.choose({photo.id})
    return photo


def shown_below(folder):
    """All pictures the program keeps there, however they are called, and those in its files."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix == ".reisblog":
            found += telltale.pictures_in_file(path).values()
        elif path.is_file() and path.suffix in {".jpg", ".png"} and "maps" not in str(path):
            found.append(Image.open(path))
    return found


def test_what_is_hidden_goes_from_everywhere_once_somebody_is_sure(person, face, file, home):
    photo = hide_face(person, face)
    kept = person.program.workbench.desk.media
    pictures = kept.read(photo.media), kept.rendition(photo.media)
    where_the_face_is = [whole[len(whole) * 2 // 5 :][:100] for whole in pictures]
    traces = [photo.media.encode(), *where_the_face_is]
    saved(person, file)
    titled(person, "Reis", file)
    person.press("copy")
    person.settle()
    assert any(map(telltale.tells, shown_below(file.parent)))
    person.messages.answer = 0
    person.press("burn-faces")
    assert person.journey.photos[photo.id].media == photo.media
    person.messages.answer = 1
    person.press("burn-faces")
    person.until(lambda: person.messages.heard and "overal weg" in person.messages.last.text)
    assert "niet ongedaan" in person.messages.asked[-1]
    after = person.journey.photos[photo.id]
    assert after.media != photo.media
    assert (after.blurs, after.width, after.height) == ((), photo.width, photo.height)
    for folder in (home, file.parent):
        assert not any(map(telltale.tells, shown_below(folder)))
        for path in folder.rglob("*"):
            assert photo.media not in path.name
            if path.is_file():
                content = path.read_bytes()
                for trace in traces:
                    assert trace not in content
    words = [zlib.decompress(path.read_bytes()) for path in home.rglob("*.words")]
    assert words
    assert not any(photo.media.encode() in each for each in words)
    assert not person.window.isWindowModified()
    while person.window.actions_by_id["undo"].isEnabled():
        person.press("undo")
        assert photo.media not in media(person)


def test_only_where_something_is_hidden(person, photos):
    fill(person, photos)
    choose_a_photo(person)
    assert not person.window.actions_by_id["burn-faces"].isEnabled()


def test_what_is_hidden_goes_from_a_journey_without_a_file_too(person, face):
    photo = hide_face(person, face)
    person.messages.answer = 1
    person.press("burn-faces")
    person.until(lambda: photo.media not in media(person))
    person.settle()
    assert photo.media not in person.program.workbench.desk.media
    assert person.window.actions_by_id["burn-faces"].isEnabled() is False
