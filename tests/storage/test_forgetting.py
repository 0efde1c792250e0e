"""A picture that must be gone is gone from everything the program keeps."""

import pytest

from reisblog.model import edits
from reisblog.model.records import Blur, MediaKind
from reisblog.storage import recovery
from reisblog.storage.container import Container
from tests import desks
from tests.storage.test_recovery import lost_power, recovered, until


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def forget(desk, *photos):
    """As the window does: from the desk, from the versions, and from the file by a save."""
    pictures = {photo.media for photo in photos}
    desk.forget(pictures)()
    if desk.path is not None:
        save = desk.prepare_save(desk.path, keep_version=False)
        save.run()
        desk.finish_save(save)


def everything_below(*folders):
    """All bytes in all files."""
    return b"".join(
        path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()
    )


@pytest.fixture
def recorded(desk):
    desk.record(print)
    return desk


def test_it_is_gone_from_the_file_undo_versions_and_the_log(recorded, home, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    one, other = desks.bring_in(recorded, desks.picture(1), desks.picture(2))
    recorded.save(files / "a.reisblog")
    recorded.commit("Title", lambda journey: edits.entitle(journey, title="Reis"))
    recorded.save()
    assert recorded.versions.listed()
    forget(recorded, one)
    for trace in (one.media.encode(), desks.picture(1)):
        assert trace not in everything_below(home, files)
    assert other.media in Container(files / "a.reisblog").kinds
    assert recorded.history.is_saved
    while recorded.history.undo():
        assert one.id not in recorded.journey.photos
    while recorded.history.redo():
        assert one.id not in recorded.journey.photos
    assert recorded.journey.title == "Reis"


def test_it_is_gone_from_steps_that_are_kept_by_the_time_that_is_said(recorded, home):
    [one] = desks.bring_in(recorded, desks.picture(1))
    until((recorded.nest.path / "log").exists)
    forget(recorded, one)
    assert one.media.encode() not in everything_below(home)


def test_a_disk_that_still_keeps_steps_that_tell_of_it_is_told_of(recorded, monkeypatch):
    [one] = desks.bring_in(recorded, desks.picture(1))
    until((recorded.nest.path / "log").exists)
    monkeypatch.setattr(recovery, "_ENDING_SECONDS", 0.1)
    monkeypatch.setattr(recovery, "_write_log", _refuse)
    with pytest.raises(OSError, match="still has them"):
        forget(recorded, one)


def _refuse(_nest, _lines):
    raise OSError(5, "no")


def test_it_is_gone_after_a_crash_too(recorded, home):
    one, other = desks.bring_in(recorded, desks.picture(1), desks.picture(2))
    forget(recorded, one)
    lost_power(recorded)
    assert one.media.encode() not in everything_below(home)
    [left] = recovery.left_behind(home / "recovery")
    desk, _whole = recovered(home, left.nest)
    assert list(desk.journey.photos) == [other.id]
    desk.close()


def test_it_is_gone_from_work_that_an_earlier_crash_left(saved, reopen, home):
    crashed = reopen(saved)
    crashed.record(print)
    [one] = desks.bring_in(crashed, desks.picture(7))
    lost_power(crashed)
    [left] = recovery.left_behind(home / "recovery")
    recovery.forget(left.nest, "another journey", {one.media})
    assert one.media.encode() in everything_below(left.nest.path)
    recovery.forget(left.nest, crashed.journey.id, {one.media})
    assert one.media.encode() not in everything_below(left.nest.path)
    desk, whole = recovered(home, left.nest)
    assert whole
    assert one.id not in desk.journey.photos
    desk.close()


def test_every_photo_that_shows_it_goes(desk):
    content = desks.picture(1)
    desks.bring_in(desk, content, content)
    [photo, _same] = desk.journey.photos.values()
    forget(desk, photo)
    assert not desk.journey.photos
    assert photo.media not in desk.media


def test_until_the_file_is_saved_it_counts_as_unsaved(desk, tmp_path):
    [one] = desks.bring_in(desk, desks.picture(1))
    desk.save(tmp_path / "a.reisblog")
    desk.forget({one.media})
    assert not desk.history.is_saved


def test_the_same_picture_can_be_brought_in_again(desk):
    [one] = desks.bring_in(desk, desks.picture(1))
    forget(desk, one)
    [again] = desks.bring_in(desk, desks.picture(1))
    assert desk.media.read(again.media) == desks.picture(1)


@pytest.mark.parametrize("opened_again", [False, True])
def test_it_is_gone_from_the_contact_sheet(desk, saved, reopen, opened_again):
    if opened_again:  # the cells are then those of the sheet
        desk = reopen(saved)
    one, other = (desk.journey.photos[key] for key in ("p1", "p2"))
    cells = desk.media.cells.of([one.media, other.media])
    pieces = {media: cell[700:760] for media, cell in cells.items()}
    forget(desk, one)
    contact, sheet = desk.media.sheet()
    assert one.media not in contact.cells
    assert pieces[one.media] not in saved.read_bytes()
    assert pieces[other.media] in sheet
    assert desk.media.cells.of([one.media]) == {}


def burn(desk, photo, content, blurs):
    """As the window does with what is hidden in a photo."""
    sha256 = desks.keep(desk, content, rendition=b"a burnt one", cell=desks.cell(5))
    instead = edits.Instead(sha256, MediaKind.JPEG, photo.width, photo.height, blurs)
    desk.forget({photo.media}, {photo.media: instead})()
    if desk.path is not None:
        save = desk.prepare_save(desk.path, keep_version=False)
        save.run()
        desk.finish_save(save)
    return sha256


def test_what_is_hidden_is_gone_and_what_is_left_of_the_photo_comes_in_its_place(
    recorded, home, tmp_path
):
    files = tmp_path / "files"
    files.mkdir()
    one, other = desks.bring_in(recorded, desks.picture(1), desks.picture(2))
    face, sign = Blur(0.1, 0.1, 0.2, 0.2), Blur(0.5, 0.5, 0.2, 0.2)
    recorded.save(files / "a.reisblog")
    recorded.commit("Hide", lambda journey: edits.set_blurs(journey, one.id, [face]))
    recorded.save()
    recorded.commit("Hide", lambda journey: edits.set_blurs(journey, one.id, [face, sign]))
    sha256 = burn(recorded, one, desks.picture(3), (face,))
    for trace in (one.media.encode(), desks.picture(1)):
        assert trace not in everything_below(home, files)
    assert set(Container(files / "a.reisblog").kinds) == {sha256, other.media}
    assert recorded.journey.photos[one.id].blurs == (sign,)
    assert recorded.history.is_saved
    while recorded.history.undo():
        assert one.id not in recorded.journey.photos or (
            recorded.journey.photos[one.id].media == sha256
        )
    [version] = recorded.versions.listed()
    told = recorded.versions.read(version).journey.photos[one.id]
    assert (told.media, told.blurs) == (sha256, ())


def test_of_work_that_an_earlier_crash_left_too(saved, reopen, home):
    crashed = reopen(saved)
    crashed.record(print)
    [one] = desks.bring_in(crashed, desks.picture(7))
    lost_power(crashed)
    [left] = recovery.left_behind(home / "recovery")
    burnt = home / f"{'b' * 64}.jpg"
    burnt.write_bytes(b"a burnt one")
    instead = edits.Instead("b" * 64, MediaKind.JPEG, one.width, one.height)
    recovery.forget(left.nest, crashed.journey.id, {one.media}, {one.media: instead}, [burnt])
    assert one.media.encode() not in everything_below(left.nest.path)
    assert (left.nest.path / burnt.name).read_bytes() == b"a burnt one"
    desk, whole = recovered(home, left.nest)
    assert whole
    assert desk.journey.photos[one.id].media == "b" * 64
    desk.close()
