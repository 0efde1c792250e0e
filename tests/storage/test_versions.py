"""What a save replaces can be taken back for a week."""

import os
import stat
import sys
import time

import pytest

from reisblog.errors import DamagedJourneyError
from reisblog.model import edits
from reisblog.storage import versions
from tests import desks


@pytest.fixture
def file(tmp_path):
    return tmp_path / "reis.reisblog"


def save(desk, file, title, *, replace=False):
    """Save under a title, a second after the save before it."""
    desk.commit("Title", lambda journey: edits.entitle(journey, title=title))
    desk.save(file, replace=replace)


def titles(desk):
    return [desk.versions.read(version).journey.title for version in desk.versions.listed()]


def look_back(desk, version):
    desk.look_back(desk.prepare_version(version)())


def test_the_first_save_replaces_nothing(desk, file):
    save(desk, file, "een")
    assert desk.versions.listed() == []


def test_what_was_replaced_can_be_looked_at_the_latest_first(desk, file):
    for title in ("een", "twee", "drie"):
        save(desk, file, title)
    assert titles(desk) == ["twee", "een"]


def test_saving_the_same_again_is_no_version(desk, file):
    save(desk, file, "een")
    desk.save()
    desk.save()
    assert titles(desk) == ["een"]


def test_a_version_tells_when_it_was_saved(desk, file):
    save(desk, file, "een")
    os.utime(file, (1_700_000_000, time.time() - 3600))
    desk._fingerprint = None
    when = file.stat().st_mtime
    save(desk, file, "twee", replace=True)
    [version] = desk.versions.listed()
    assert abs(version.when.timestamp() - when) < 0.01


def test_no_more_than_ten_are_kept(desk, file):
    for number in range(14):
        save(desk, file, f"{number}")
    assert titles(desk) == [f"{number}" for number in range(12, 2, -1)]


def test_a_version_is_gone_after_a_week(desk, file):
    save(desk, file, "een")
    save(desk, file, "twee")
    [version] = desk.versions.listed()
    long_ago = time.strftime("%Y%m%dT%H%M%S000", time.gmtime(time.time() - 8 * 86_400))
    version.path.rename(version.path.with_stem(long_ago))
    versions.prune_all(desk.folders.versions)
    assert not desk.versions.folder.exists()


def test_a_picture_that_left_the_file_comes_back_with_its_version(desk, file, reopen):
    [photo] = desks.bring_in(desk, desks.picture())
    desk.save(file)
    desk.close()
    desk = reopen(file)
    desk.commit("Gone", lambda journey: edits.remove(journey, {photo.id}))
    desk.save()
    desk.close()
    desk = reopen(file)
    assert photo.media not in desk.media
    [version] = desk.versions.listed()
    look_back(desk, version)
    assert desk.media.read(photo.media) == desks.picture()
    assert desk.media.rendition(photo.media).startswith(b"small")
    desk.save()
    assert reopen(file).missing == []


def test_looking_back_is_one_step_that_can_be_undone(desk, file):
    save(desk, file, "een")
    save(desk, file, "twee")
    [version] = desk.versions.listed()
    look_back(desk, version)
    assert desk.journey.title == "een"
    desk.history.undo()
    assert desk.journey.title == "twee"
    assert desk.history.is_saved


def test_pictures_go_with_the_last_version_that_shows_them(desk, file):
    [photo] = desks.bring_in(desk, desks.picture())
    desk.save(file)
    desk.commit("Gone", lambda journey: edits.remove(journey, {photo.id}))
    desk.save()
    assert list(desk.versions.folder.glob(f"{photo.media}.jpg"))
    for number in range(12):
        save(desk, file, f"{number}")
    assert not list(desk.versions.folder.glob(f"{photo.media}*"))


def test_somebody_elses_journey_that_is_replaced_is_kept_too(desk, file, tmp_path):
    other = desks.new_desk(tmp_path / "home")
    save(other, file, "van een ander")
    save(desk, file, "van mij", replace=True)
    assert titles(other) == ["van een ander"]
    assert titles(desk) == []
    other.close()


def test_a_file_changed_elsewhere_is_kept_when_it_is_replaced_anyway(desk, file, reopen):
    save(desk, file, "een")
    elsewhere = reopen(file)
    save(elsewhere, file, "elders")
    save(desk, file, "hier", replace=True)
    assert "elders" in titles(desk)


def test_what_is_no_journey_is_replaced_without_a_word(desk, file):
    file.write_bytes(b"something else")
    save(desk, file, "een", replace=True)
    assert desk.versions.listed() == []


def test_a_disk_that_keeps_no_versions_is_no_reason_not_to_save(desk, file, reopen):
    desk.folders.versions.parent.mkdir(parents=True, exist_ok=True)
    desk.folders.versions.write_bytes(b"in the way")
    save(desk, file, "een")
    save(desk, file, "twee")
    assert reopen(file).journey.title == "twee"


def test_a_damaged_version_is_told_of(desk, file):
    save(desk, file, "een")
    save(desk, file, "twee")
    [version] = desk.versions.listed()
    version.path.write_bytes(version.path.read_bytes()[:20])
    with pytest.raises(DamagedJourneyError):
        look_back(desk, version)
    assert desk.journey.title == "twee"


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_only_this_user_can_read_them(desk, file):
    save(desk, file, "een")
    save(desk, file, "twee")
    assert stat.S_IMODE(desk.versions.folder.stat().st_mode) == 0o700


def test_names_that_are_no_moment_and_links_do_no_harm(desk, file, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "essay.docx").write_bytes(b"mine")
    save(desk, file, "een")
    save(desk, file, "twee")
    folder = desk.versions.folder
    (folder / "20260230T000000000.words").write_bytes(b"x")
    (folder / "a note.txt").write_bytes(b"x")
    (folder.parent / "linked").symlink_to(mine)
    (folder.parent / "a file").write_bytes(b"x")
    versions.prune_all(folder.parent)
    save(desk, file, "drie")
    assert titles(desk) == ["twee", "een"]
    assert (mine / "essay.docx").exists()
    assert (folder / "a note.txt").exists()


def test_what_stood_there_for_long_is_kept_when_it_is_replaced(desk, file):
    save(desk, file, "een")
    long_ago = time.time() - 30 * 86_400
    os.utime(file, (long_ago, long_ago))
    save(desk, file, "twee", replace=True)
    [version] = desk.versions.listed()
    assert abs(version.when.timestamp() - long_ago) < 0.01


def test_forgetting_a_picture_leaves_the_time_of_a_version(desk, file):
    [photo] = desks.bring_in(desk, desks.picture())
    save(desk, file, "een")
    save(desk, file, "twee")
    [version] = desk.versions.listed()
    desk.forget({photo.media})()
    assert [one.when for one in desk.versions.listed()] == [version.when]


def test_the_versions_of_a_file_are_found_by_where_it_stood(desk, file, tmp_path):
    root = desk.folders.versions
    assert versions.of_file(root, file) is None
    save(desk, file, "een")
    save(desk, file, "twee")
    file.unlink()
    found = versions.of_file(root, file)
    assert found is not None
    assert found.folder == desk.versions.folder
    assert versions.of_file(root, tmp_path / "another.reisblog") is None
    for version in found.listed():
        version.path.unlink()
    versions.prune_all(root)
    assert not found.folder.exists()


def test_no_name_of_a_file_stands_among_its_versions(desk, file):
    save(desk, file, "een")
    save(desk, file, "twee")
    assert not [path for path in desk.folders.versions.rglob("*") if file.stem in path.name]


def test_half_a_version_is_forgotten_and_goes_in_time(desk, file):
    [photo] = desks.bring_in(desk, desks.picture())
    save(desk, file, "een")
    save(desk, file, "twee")
    [version] = desk.versions.listed()
    half = version.path.with_name(f".{version.path.name}.0badcafe.part")
    half.write_bytes(version.path.read_bytes())
    desk.versions.prune()
    assert half.exists()  # another program may be writing it
    long_ago = time.time() - 2 * 86_400
    os.utime(half, (long_ago, long_ago))
    desk.versions.prune()
    assert not half.exists()
    half.write_bytes(version.path.read_bytes())
    desk.forget({photo.media})()
    assert not half.exists()
