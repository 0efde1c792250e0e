"""A saved journey opens again as it was; a saving that fails changes nothing."""

import errno
import os
import shutil
import stat
import sys
import threading
import time
import zipfile

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.errors import (
    ChangedElsewhereError,
    DamagedJourneyError,
    FileExistsAlreadyError,
    PicturesLostError,
    SaveError,
)
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import MediaKind, Note
from reisblog.storage.container import media_name
from tests import desks, journeys


def retitle(desk, title):
    desk.commit("Title", lambda journey: edits.entitle(journey, title=title))


def test_what_is_saved_opens_again_as_it_was(desk, saved, reopen):
    again = reopen(saved)
    assert again.journey == desk.journey
    assert again.missing == []
    for photo in desk.journey.photos.values():
        assert again.media.read(photo.media) == desk.media.read(photo.media)
        assert again.media.rendition(photo.media) == b"a small picture"
    assert again.history.is_saved


@given(data=st.data())
def test_save_then_open_is_the_identity_whatever_was_done(tmp_path_factory, data):
    home = tmp_path_factory.mktemp("home")
    with desks.new_desk(home) as desk:
        desks.lay_out_everything(desk)
        for number in range(data.draw(st.integers(0, 6))):
            desk.commit("edit", lambda j, n=number: journeys.edited(data, j, n + 100))
        desk.save(home / "reis.reisblog", may_lack=True)
        with desks.opened(desk.path, home) as again:
            assert again.journey == desk.journey


def test_the_same_journey_gives_the_same_file(desk, saved, reopen, tmp_path):
    desk.save(tmp_path / "copy.reisblog")
    assert (tmp_path / "copy.reisblog").read_bytes() == saved.read_bytes()
    again = reopen(saved)
    again.save(tmp_path / "later.reisblog")
    assert (tmp_path / "later.reisblog").read_bytes() == saved.read_bytes()
    assert again.path == tmp_path / "later.reisblog"


def test_a_picture_that_is_used_twice_is_kept_once(desk, tmp_path):
    desks.bring_in(desk, desks.picture(1), desks.picture(2), desks.picture(1))
    desk.save(tmp_path / "reis.reisblog")
    with zipfile.ZipFile(desk.path) as stranger:
        names = stranger.namelist()
    shas = [photo.media for photo in desk.journey.photos.values()]
    assert len(names) == 2 + 2 * 2
    assert names[4:] == [f"media/{sha256}.jpg" for sha256 in shas[:2]]


def test_saving_again_and_again_follows_the_journey(desk, saved, reopen):
    for title in ("een", "twee", "drie"):
        retitle(desk, title)
        assert not desk.history.is_saved
        desk.save()
        assert desk.history.is_saved
    assert reopen(saved).journey.title == "drie"


def test_a_picture_brought_back_by_undo_after_a_save_is_still_there(desk, saved, reopen):
    again = reopen(saved)
    photo = next(iter(again.journey.photos.values()))
    content = again.media.read(photo.media)
    again.commit("Remove", lambda journey: edits.remove(journey, [photo.id]))
    again.save()
    with zipfile.ZipFile(saved) as stranger:
        assert media_name(photo.media, photo.kind) not in stranger.namelist()
    again.history.undo()
    assert again.media.read(photo.media) == content
    assert again.media.rendition(photo.media) == b"a small picture"
    again.save()
    assert reopen(saved).media.read(photo.media) == content


def test_a_file_that_was_changed_elsewhere_is_not_overwritten(desk, saved, reopen, tmp_path):
    other = reopen(saved)
    retitle(other, "from another computer")
    other.save()
    after = saved.read_bytes()
    retitle(desk, "mine")
    with pytest.raises(ChangedElsewhereError, match="Nothing was overwritten"):
        desk.save()
    assert saved.read_bytes() == after
    desk.save(tmp_path / "mine.reisblog")
    assert reopen(tmp_path / "mine.reisblog").journey.title == "mine"
    desk.save(saved, replace=True)
    assert reopen(saved).journey.title == "mine"


def test_a_file_that_changes_during_the_saving_is_not_overwritten(desk, saved, reopen):
    retitle(desk, "mine")
    save = desk.prepare_save(saved)
    other = reopen(saved)
    retitle(other, "theirs")

    def meanwhile(done):
        if done > 0.6 and other.journey is not None and not other.history.is_saved:
            other.save()

    with pytest.raises(ChangedElsewhereError):
        save.run(meanwhile)
    assert reopen(saved).journey.title == "theirs"


def test_a_file_that_was_copied_back_and_forth_is_the_same_one(desk, saved, tmp_path):
    away = tmp_path / "away.reisblog"
    saved.rename(away)
    shutil.copyfile(away, saved)
    os.utime(saved, ns=(0, 157_766_400_123_456_789))
    retitle(desk, "mine")
    desk.save()
    assert desk.history.is_saved


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced there")
def test_where_the_disk_does_not_promise_to_keep_the_new_name_saving_again_goes_on(
    desk, saved, reopen, monkeypatch
):
    sync = os.fsync

    def fails_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no")
        sync(descriptor)

    retitle(desk, "mine")
    monkeypatch.setattr(os, "fsync", fails_for_folders)
    with pytest.raises(SaveError, match="does not promise"):
        desk.save()
    assert not desk.history.is_saved
    monkeypatch.undo()
    desk.save()
    assert desk.history.is_saved
    assert reopen(saved).journey.title == "mine"


def two_of_one_size(desk, path):
    """Two journeys as files of the same size."""
    by_size = {}
    for letter in "abcdefgh":
        retitle(desk, letter)
        desk.save(path, replace=True)
        content = path.read_bytes()
        if len(content) in by_size:
            return by_size[len(content)], content
        by_size[len(content)] = content
    raise AssertionError("no two are of the same size")


@pytest.mark.parametrize(
    ("moment", "in_place"),
    [(1_800_000_000_123_456_789, False), (1_800_000_000_000_000_000, True)],
    ids=["another file", "on a stick that counts in seconds"],
)
def test_another_file_of_the_same_size_and_date_is_not_overwritten(
    desk, saved, reopen, moment, in_place
):
    ours, theirs = two_of_one_size(desk, saved.with_name("other.reisblog"))
    saved.write_bytes(ours)
    os.utime(saved, ns=(0, moment))
    mine = reopen(saved)
    place = saved if in_place else saved.with_name("theirs.reisblog")
    place.write_bytes(theirs)
    place.replace(saved)
    os.utime(saved, ns=(0, moment))
    retitle(mine, "mine")
    with pytest.raises(ChangedElsewhereError):
        mine.save()
    assert saved.read_bytes() == theirs


def test_a_file_that_vanished_is_written_anew(desk, saved, reopen):
    saved.unlink()
    retitle(desk, "weer")
    desk.save()
    assert reopen(saved).journey == desk.journey


def test_another_file_is_replaced_only_when_that_was_said(desk, saved, tmp_path):
    other = tmp_path / "other.reisblog"
    other.write_bytes(b"precious")
    with pytest.raises(FileExistsAlreadyError):
        desk.save(other)
    assert other.read_bytes() == b"precious"
    assert desk.path == saved
    desk.save(other, replace=True)
    assert desk.path == other


def test_a_journey_without_a_file_asks_for_a_name(desk):
    with pytest.raises(SaveError, match="no file yet"):
        desk.save()


def test_a_saving_on_another_thread_saves_what_was_there_when_it_was_prepared(desk, saved, reopen):
    retitle(desk, "then")
    save = desk.prepare_save(saved)
    thread = threading.Thread(target=save.run)
    thread.start()
    retitle(desk, "now")
    thread.join()
    desk.finish_save(save)
    assert reopen(saved).journey.title == "then"
    assert desk.journey.title == "now"
    assert not desk.history.is_saved


@pytest.mark.parametrize("share", [0.0, 0.4, 0.6, 0.99], ids=["first", "write", "check", "last"])
def test_a_saving_that_is_cancelled_changes_nothing(desk, saved, share):
    class NoLongerWantedError(Exception):
        pass

    before, told = saved.read_bytes(), []

    def progress(done):
        told.append(done)
        if done > share:
            raise NoLongerWantedError

    retitle(desk, "mine")
    with pytest.raises(NoLongerWantedError):
        desk.prepare_save(saved).run(progress)
    assert saved.read_bytes() == before
    assert told == sorted(told)
    assert {path.name for path in saved.parent.iterdir()} == {"home", saved.name}
    desk.save()


def test_progress_ends_at_one(desk, saved):
    told = []
    save = desk.prepare_save(saved)
    save.run(told.append)
    assert (told[-1], len(told)) == (1.0, 4 * 4 + 2 + 1)


def test_a_saving_that_has_not_run_cannot_be_finished(desk, saved):
    with pytest.raises(ValueError, match="not run"):
        desk.finish_save(desk.prepare_save(saved))


def test_a_journey_that_would_not_open_again_never_takes_a_files_place(desk, saved):
    before = saved.read_bytes()
    nowhere = Note(id="n9", text="x", at=Point(float("nan"), 0.0))
    notes = desk.journey.notes.with_(nowhere)
    desk.commit("Note", lambda journey: msgspec.structs.replace(journey, notes=notes))
    with pytest.raises(SaveError, match="Undo your last steps"):
        desk.save()
    assert saved.read_bytes() == before


def damage(path, name):
    """Change one byte inside an entry's content."""
    whole = bytearray(path.read_bytes())
    whole[whole.index(name.encode()) + len(name) + 20] ^= 0xFF
    path.write_bytes(whole)


def test_a_damaged_picture_costs_that_picture_only(desk, saved, reopen, tmp_path):
    photo, other = list(desk.journey.photos.values())[:2]
    damage(saved, media_name(photo.media, photo.kind))
    again = reopen(saved)
    assert again.journey == desk.journey
    assert again.media.read(other.media) == desk.media.read(other.media)
    with pytest.raises(DamagedJourneyError, match="Its place and its words are safe"):
        again.media.read(photo.media)
    retitle(again, "toch bewaard")
    again.save()
    later = reopen(saved)
    assert later.journey.title == "toch bewaard"
    assert later.media.read(other.media) == desk.media.read(other.media)
    with pytest.raises(DamagedJourneyError):
        later.media.read(photo.media)


def test_a_damaged_picture_is_whole_again_once_it_is_brought_in_again(desk, saved, reopen):
    photo = next(iter(desk.journey.photos.values()))
    damage(saved, media_name(photo.media, photo.kind))
    again = reopen(saved)
    assert desks.keep(again, desks.picture(0)) == photo.media
    again.save()
    assert reopen(saved).media.read(photo.media) == desks.picture(0)


def test_a_picture_that_is_not_in_the_file_keeps_its_place(desk, saved, reopen, tmp_path):
    photo = next(iter(desk.journey.photos.values()))
    with zipfile.ZipFile(saved) as whole, zipfile.ZipFile(tmp_path / "less.reisblog", "w") as less:
        for entry in whole.infolist():
            if photo.media not in entry.filename:
                less.writestr(entry, whole.read(entry))
    again = reopen(tmp_path / "less.reisblog")
    assert again.missing == [photo.media]
    assert again.journey == desk.journey
    retitle(again, "x")
    again.save()
    assert reopen(again.path).journey.photos[photo.id] == photo


def test_a_picture_whose_spooled_file_is_gone_is_left_out_only_when_that_was_said(desk, tmp_path):
    photo, other = desks.bring_in(desk, desks.picture(1), desks.picture(2))
    next(desk.media.spool.glob(f"{photo.media}.*")).unlink()
    file = tmp_path / "reis.reisblog"
    with pytest.raises(PicturesLostError, match="One photo can no longer be read"):
        desk.save(file)
    assert not file.exists()
    desk.save(file, may_lack=True)
    with zipfile.ZipFile(desk.path) as stranger:
        assert stranger.testzip() is None
        assert media_name(other.media, MediaKind.JPEG) in stranger.namelist()
        assert media_name(photo.media, MediaKind.JPEG) not in stranger.namelist()


def test_nothing_of_the_machine_or_the_person_gets_into_the_file(desk, saved, tmp_path):
    whole = saved.read_bytes()
    words = zipfile.ZipFile(saved).read("journey.json")
    for trace in (str(tmp_path), "/home", "root", "Users", saved.name):
        assert trace.encode() not in whole
        assert trace.encode() not in words


def test_the_folder_on_which_a_stick_was_is_not_taken_for_the_stick(
    desk, saved, reopen, monkeypatch
):
    again = reopen(saved)
    retitle(again, "anders")
    saved.unlink()
    known = again._known[0]
    again._known[:] = [msgspec.structs.replace(known, file=(known.file[0] + 1, known.file[1]))]
    with pytest.raises(SaveError, match="is not there, or not any more"):
        again.save()
    assert not saved.exists()


def test_the_day_of_the_last_change_stands_in_the_file_and_stays_when_nothing_changes(
    saved, reopen
):
    today = time.strftime("%Y-%m-%d")
    opened = reopen(saved)
    assert opened.edited == today
    with zipfile.ZipFile(saved) as archive:
        words = archive.read("journey.json").decode()
    older = saved.with_name("ouder.reisblog")
    _with_words(saved, older, words.replace(today, "2025-03-04"))
    old = reopen(older)
    assert old.edited == "2025-03-04"
    old.save()
    assert reopen(older).edited == "2025-03-04"
    old.commit("Titel", lambda journey: msgspec.structs.replace(journey, title="Anders"))
    assert old.edited == today


@pytest.mark.parametrize("nonsense", ['"gisteren"', '"2026-02-31"', "7"])
def test_a_day_that_is_none_is_as_good_as_nothing(saved, reopen, nonsense):
    with zipfile.ZipFile(saved) as archive:
        words = archive.read("journey.json").decode()
    odd = saved.with_name("vreemd.reisblog")
    _with_words(saved, odd, words.replace(f'"{time.strftime("%Y-%m-%d")}"', nonsense))
    assert reopen(odd).edited == ""


def _with_words(source, target, words):
    """The same file with other words."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as changed:
        for entry in archive.infolist():
            content = archive.read(entry)
            changed.writestr(entry, words if entry.filename == "journey.json" else content)
