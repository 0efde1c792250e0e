"""Pictures can be read as long as the journey or its undo refers to them."""

import stat
import sys
import zipfile

import pytest

from reisblog.errors import DamagedJourneyError, LimitError
from reisblog.model.records import MediaKind
from reisblog.storage import container
from reisblog.storage.container import Container, rendition_name
from reisblog.storage.media import MediaStore
from reisblog.storage.nest import Nest
from tests import desks

SHA = "a" * 64


def test_a_picture_brought_in_can_be_read_at_once(desk):
    sha256 = desks.keep(desk, desks.picture())
    assert sha256 in desk.media
    assert desk.media.read(sha256) == desks.picture()
    assert desk.media.rendition(sha256) == b"a small picture"


def test_a_picture_that_is_nowhere_is_missing(desk):
    assert SHA not in desk.media
    for ask in (desk.media.read, desk.media.rendition):
        with pytest.raises(DamagedJourneyError):
            ask(SHA)
    with pytest.raises(DamagedJourneyError):
        desk.media.add(SHA, MediaKind.JPEG, b"")


def test_other_bytes_under_the_same_name_are_not_given_out(desk):
    sha256 = desks.keep(desk, desks.picture())
    (desk.media.spool / f"{sha256}.jpg").write_bytes(b"something else")
    with pytest.raises(DamagedJourneyError):
        desk.media.read(sha256)


def test_where_there_is_no_small_version_the_picture_itself_serves(desk, saved, tmp_path):
    photo = next(iter(desk.journey.photos.values()))
    lean = tmp_path / "lean.reisblog"
    with zipfile.ZipFile(saved) as whole, zipfile.ZipFile(lean, "w") as less:
        for entry in whole.infolist():
            if entry.filename != rendition_name(photo.media):
                less.writestr(entry, whole.read(entry))
    store = MediaStore(Nest.new(tmp_path), Container(lean))
    assert store.rendition(photo.media) == store.read(photo.media) == desks.picture()


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
def test_the_spool_is_for_this_user_only_and_gone_when_the_desk_is_closed(desk):
    desks.keep(desk, desks.picture())
    spool = desk.media.spool
    assert spool.parent == desk.folders.recovery
    assert stat.S_IMODE(spool.stat().st_mode) == 0o700
    desk.close()
    assert not spool.exists()


def test_no_spool_is_made_for_a_journey_that_is_only_read(saved, reopen):
    again = reopen(saved)
    again.media.read(next(iter(again.journey.photos.values())).media)
    assert len(list(again.folders.recovery.iterdir())) == 1


def test_a_file_is_full_before_it_could_not_be_opened_any_more(desk, monkeypatch):
    monkeypatch.setattr(container, "MOST_PICTURES", 2)
    desks.keep(desk, desks.picture(1))
    desks.keep(desk, desks.picture(2))
    desks.keep(desk, desks.picture(2))
    with pytest.raises(LimitError, match="second journey"):
        desks.keep(desk, desks.picture(3))
    monkeypatch.setattr(container, "MOST_PICTURES", 9)
    monkeypatch.setattr(container, "MOST_BYTES_EACH", 10)
    with pytest.raises(LimitError):
        desks.keep(desk, desks.picture(3))
    monkeypatch.undo()
    monkeypatch.setattr(container, "MOST_BYTES", 1000)
    with pytest.raises(LimitError):
        desks.keep(desk, desks.picture(3))


def test_what_other_programs_keep_in_a_file_takes_up_room_too(saved, reopen, monkeypatch):
    with zipfile.ZipFile(saved, "a") as stranger:
        for number in range(4):
            stranger.writestr(f"ext/{number}", b"")
    again = reopen(saved)
    monkeypatch.setattr(container, "MOST_PICTURES", len(again.journey.photos) + 2)
    with pytest.raises(LimitError):
        desks.keep(again, desks.picture(3))
