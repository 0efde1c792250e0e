"""Opening a file reads its words and its directory; pictures are read when they are shown."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from reisblog.errors import DamagedJourneyError
from reisblog.model import edits
from reisblog.storage import opening
from reisblog.storage.container import media_name
from tests import desks

_EACH = 2_000_000


@pytest.fixture
def large(desk, tmp_path):
    """A file with twenty megabytes of pictures."""
    photos = [desks.photo_of(desk, bytes([number]) + os.urandom(_EACH)) for number in range(10)]
    desk.commit("Photos", lambda journey: edits.bring_in(journey, photos))
    desk.save(tmp_path / "reis.reisblog")
    return desk.path


def bytes_read():
    """How many bytes this process has asked the system for until now."""
    counts = Path("/proc/self/io").read_text(encoding="ascii")
    return int(counts.split("rchar: ")[1].split()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system tells")
def test_opening_reads_no_picture(large):
    opening.open_file(large).container.let_go()  # whatever is to be loaded is loaded now
    before = bytes_read()
    opened = opening.open_file(large)
    assert bytes_read() - before < 100_000
    assert len(opened.container.kinds) == 10
    opened.container.let_go()


def test_that_a_picture_is_damaged_is_told_when_it_is_read(desk, large, reopen):
    photo = next(iter(desk.journey.photos.values()))
    with zipfile.ZipFile(large) as file:
        entry = file.getinfo(media_name(photo.media, photo.kind))
    with large.open("r+b") as file:
        file.seek(entry.header_offset + 30 + len(entry.filename) + _EACH // 2)
        file.write(b"altered")
    again = reopen(large)
    assert photo.media in again.media
    with pytest.raises(DamagedJourneyError):
        again.media.read(photo.media)
