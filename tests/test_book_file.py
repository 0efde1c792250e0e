"""Where a travel book goes: whole, or not at all, with a sentence that says what is safe."""

import errno
import os
import sys
from pathlib import Path

import pytest

from reisblog.errors import SaveError
from reisblog.storage import durable
from tests import desks, pictures

pytestmark = pytest.mark.usefixtures("in_english")

OLD = b"an older book"


@pytest.fixture
def told(desk):
    """A desk whose book has a photo in it."""
    photo = desks.photo_of(desk, pictures.jpeg(900, 600), width=900, height=600)
    desk.add_stop(["wensboom"], photos=[photo], text="Een dag.")
    return desk


@pytest.fixture
def out(tmp_path):
    """Where an older book stands, alone in its folder."""
    folder = tmp_path / "boeken"
    folder.mkdir()
    (folder / "boek.pdf").write_bytes(OLD)
    return folder / "boek.pdf"


def alone(out):
    return [path.name for path in out.parent.iterdir()] == [out.name]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "There is no room left for “boek.pdf”."),
        (errno.EDQUOT, "There is no room left for “boek.pdf”."),
        (errno.EROFS, "The disk with the folder “boeken” is read-only."),
        (errno.EIO, "The disk did not take “boek.pdf”."),
    ],
)
def test_a_disk_that_does_not_take_it_leaves_the_older_one(told, out, monkeypatch, number, said):
    def fails(_file):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(SaveError) as caught:
        told.export_pdf(out, replace=True)
    monkeypatch.undo()
    assert str(caught.value).startswith(said)
    assert "What stood there before is still whole." in str(caught.value)
    assert out.read_bytes() == OLD
    assert alone(out)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_a_disk_that_is_full_in_the_middle_of_a_photo_leaves_the_older_one(told, out):
    """The photo is no longer one that "cannot be had": the book as a whole ends."""
    import resource  # noqa: PLC0415 - not on Windows
    import signal  # noqa: PLC0415

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    deaf = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, before[1]))
    try:
        with pytest.raises(SaveError, match="becomes larger than may be kept here"):
            told.export_pdf(out, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, deaf)
    assert out.read_bytes() == OLD
    assert alone(out)


class HeldError(OSError):
    """What Windows says of a file that another program holds."""

    winerror = 32


def test_a_book_that_is_open_elsewhere_stays_and_the_new_one_is_beside_it(told, out, monkeypatch):
    replace = os.replace

    def refuses(source, goal, **folders):
        if Path(goal).name == out.name:
            raise HeldError(errno.EACCES, "held", str(goal))
        replace(source, goal, **folders)

    monkeypatch.setattr("pathlib.Path.replace", refuses)
    monkeypatch.setattr(durable, "_PATIENCE_S", 0.2)
    with pytest.raises(SaveError, match="in use by another program") as caught:
        told.export_pdf(out, replace=True)
    assert out.read_bytes() == OLD
    [beside] = set(out.parent.iterdir()) - {out}
    assert beside.name in str(caught.value)
    assert beside.read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
def test_a_folder_one_may_not_write_in_is_told(told, out):
    if os.geteuid() == 0:
        pytest.skip("an administrator may write anywhere")
    out.parent.chmod(0o500)
    try:
        with pytest.raises(SaveError, match="You may not write in the folder “boeken”"):
            told.export_pdf(out, replace=True)
    finally:
        out.parent.chmod(0o700)
    assert out.read_bytes() == OLD
    assert alone(out)


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
def test_a_book_that_is_read_only_is_left_as_it_is(told, out):
    out.chmod(0o400)
    with pytest.raises(SaveError, match="is read-only"):
        told.export_pdf(out, replace=True)
    assert out.read_bytes() == OLD
    assert alone(out)


def test_a_folder_that_is_gone_is_told(told, tmp_path):
    with pytest.raises(SaveError, match="The folder “weg” is not there"):
        told.export_pdf(tmp_path / "weg" / "boek.pdf")
    assert not (tmp_path / "weg").exists()
