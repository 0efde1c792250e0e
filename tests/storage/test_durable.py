"""Whatever happens while a file is written, the old one or the new one is there, whole."""

import errno
import os
import stat
import sys
import threading
import time

import pytest

from reisblog.errors import FileExistsAlreadyError, SaveError
from reisblog.storage import durable
from reisblog.storage.durable import write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links as POSIX has them")
OLD, NEW = b"what was there", b"what is new" * 1000


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder / "reis.reisblog"


def writes(content):
    return lambda file: file.write(content)


def fails_with(number):
    def write(file):
        file.write(NEW)
        raise OSError(number, os.strerror(number))

    return write


def alone(target):
    """Whether nothing else was left in the folder."""
    return [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("replace", [True, False])
def test_a_new_file_is_whole(target, replace):
    write_whole(target, writes(NEW), replace=replace)
    assert target.read_bytes() == NEW
    assert alone(target)


def test_a_file_that_may_be_replaced_is_replaced(target):
    target.write_bytes(OLD)
    write_whole(target, writes(NEW), replace=True)
    assert target.read_bytes() == NEW
    assert alone(target)


def test_a_file_that_may_not_be_replaced_is_left_alone(target):
    target.write_bytes(OLD)
    with pytest.raises(FileExistsAlreadyError, match="already there"):
        write_whole(target, writes(NEW), replace=False)
    assert target.read_bytes() == OLD


def test_a_file_that_appears_meanwhile_is_left_alone(target):
    with pytest.raises(FileExistsAlreadyError):
        write_whole(
            target, writes(NEW), replace=False, before_replace=lambda: target.write_bytes(OLD)
        )
    assert target.read_bytes() == OLD
    assert alone(target)


@posix
def test_of_two_who_look_before_they_replace_the_second_sees_what_the_first_wrote(target):
    target.write_bytes(OLD)
    at_the_door, refused = threading.Event(), []

    def look():
        if target.read_bytes() != OLD:
            raise SaveError("changed")

    def second():
        try:
            write_whole(
                target, writes(OLD), replace=True,
                verify=lambda _written: at_the_door.set(), before_replace=look,
            )  # fmt: skip
        except SaveError as error:
            refused.append(str(error))

    other = threading.Thread(target=second)

    def first():
        other.start()
        assert at_the_door.wait(10)

    write_whole(target, writes(NEW), replace=True, before_replace=first)
    other.join()
    assert refused == ["changed"]
    assert target.read_bytes() == NEW


@posix
@pytest.mark.parametrize("appears", [True, False])
def test_the_same_where_there_are_no_links(target, monkeypatch, appears):
    def no_links(_source, _target):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    if appears:
        with pytest.raises(FileExistsAlreadyError):
            write_whole(
                target, writes(NEW), replace=False, before_replace=lambda: target.write_bytes(OLD)
            )
    else:
        write_whole(target, writes(NEW), replace=False)
    assert target.read_bytes() == (OLD if appears else NEW)
    assert alone(target)


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EFBIG]
)
@pytest.mark.parametrize("there", [True, False])
def test_a_fault_while_writing_changes_nothing_and_has_its_sentence(target, number, there):
    if there:
        target.write_bytes(OLD)
    with pytest.raises(SaveError) as failure:
        write_whole(target, fails_with(number), replace=True)
    sentence = str(failure.value)
    assert ("still whole" in sentence) == there
    assert "Errno" not in sentence
    assert (
        (target.read_bytes() == OLD and alone(target))
        if there
        else not any(target.parent.iterdir())
    )


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_at_the_last_moment_changes_nothing(target, monkeypatch, call):
    def fails(*_arguments):
        raise OSError(errno.EIO, "no")

    target.write_bytes(OLD)
    monkeypatch.setattr(os, call, fails)
    with pytest.raises(SaveError):
        write_whole(target, writes(NEW), replace=True)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert alone(target)


class HeldError(PermissionError):
    """What Windows says of a file that another program has opened."""

    winerror = 32


@pytest.fixture
def held(target, monkeypatch):
    """Another program holds the target, until it has been asked for it so many times."""
    asked, lasts = [], [float("inf")]
    replace = os.replace

    def refuses(source, goal, **folders):
        asked.append(source)
        if goal.name == target.name and len(asked) <= lasts[0]:
            raise HeldError(errno.EACCES, "held", str(goal))
        replace(source, goal, **folders)

    monkeypatch.setattr("pathlib.Path.replace", refuses)
    monkeypatch.setattr(durable, "_PATIENCE_S", 0.2)
    target.write_bytes(OLD)
    return lasts


def test_a_file_that_another_program_holds_for_a_moment_is_replaced_after_it(target, held):
    held[0] = 2
    write_whole(target, writes(NEW), replace=True)
    assert target.read_bytes() == NEW
    assert alone(target)


def test_beside_a_file_that_another_program_keeps_holding_the_work_is_kept(target, held):
    for copy in ("reis (copy).reisblog", "reis (copy 2).reisblog"):
        with pytest.raises(SaveError) as failure:
            write_whole(target, writes(NEW), replace=True)
        assert f"“{copy}”" in str(failure.value)
        assert target.with_name(copy).read_bytes() == NEW
    assert target.read_bytes() == OLD
    assert len(list(target.parent.iterdir())) == 3


@posix
def test_a_folder_that_another_reisblog_does_not_let_go_of_holds_nobody_up(target, monkeypatch):
    import fcntl  # noqa: PLC0415 - not on Windows

    monkeypatch.setattr(durable, "_PATIENCE_S", 0.2)
    descriptor = os.open(target.parent, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    write_whole(target, writes(NEW), replace=False)
    os.close(descriptor)
    assert target.read_bytes() == NEW


@posix
def test_nothing_is_left_behind_in_a_folder_that_was_renamed_meanwhile(target):
    moved = target.parent.with_name("moved")
    with pytest.raises(SaveError, match="“folder” is not there"):
        write_whole(
            target, writes(NEW), replace=False, before_replace=lambda: target.parent.rename(moved)
        )
    assert not any(moved.iterdir())


def test_what_a_killed_program_left_half_written_goes_after_a_day(target):
    target.parent.joinpath("mine.part").touch()
    left, in_the_making = (target.with_name(f".reisblog-{name * 16}.part") for name in "ab")
    for part in (left, in_the_making):
        part.write_bytes(NEW)
    a_while_ago = time.time() - 25 * 60 * 60
    for old in (left, target.with_name("mine.part")):
        os.utime(old, (a_while_ago, a_while_ago))
    write_whole(target, writes(NEW), replace=False)
    names = {path.name for path in target.parent.iterdir()}
    assert names == {target.name, in_the_making.name, "mine.part"}


def test_what_does_not_read_back_well_is_thrown_away(target):
    def verify(written):
        assert written.read_bytes() == NEW
        raise SaveError("not as it should be")

    target.write_bytes(OLD)
    with pytest.raises(SaveError, match="not as it should be"):
        write_whole(target, writes(NEW), replace=True, verify=verify)
    assert target.read_bytes() == OLD
    assert alone(target)


def test_whoever_stops_halfway_leaves_nothing_behind(target):
    def write(_file):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(target, write, replace=True)
    assert not any(target.parent.iterdir())


def test_a_read_only_file_is_left_alone_even_by_an_administrator(target):
    target.write_bytes(OLD)
    target.chmod(0o444)
    with pytest.raises(SaveError, match="read-only"):
        write_whole(target, writes(NEW), replace=True)
    assert target.read_bytes() == OLD
    target.chmod(0o644)


def test_a_folder_is_not_written_over(target):
    with pytest.raises(SaveError, match="is a folder"):
        write_whole(target.parent, writes(NEW), replace=True)


@posix
@pytest.mark.parametrize("replace", [True, False])
def test_a_pipe_or_a_device_is_never_replaced(target, replace):
    os.mkfifo(target)
    link = target.with_name("link")
    link.symlink_to(os.devnull)
    for something in (target, link):
        with pytest.raises(SaveError, match="is a device or a pipe"):
            write_whole(something, writes(NEW), replace=replace)
        with pytest.raises(SaveError, match="is a device or a pipe"):
            durable.check_target(something, replace=replace)
    assert target.is_fifo()


def test_a_folder_that_is_gone_is_named(target):
    target.parent.rmdir()
    with pytest.raises(SaveError, match="“folder” is not there"):
        write_whole(target, writes(NEW), replace=False)
    with pytest.raises(SaveError, match="“folder” is not there"):
        durable.check_target(target, replace=False)


def test_a_name_that_is_too_long_is_named(target):
    with pytest.raises(SaveError, match="too long"):
        write_whole(target.with_name("x" * 300), writes(NEW), replace=False)


@posix
def test_mode_and_link_are_kept(target, tmp_path):
    target.write_bytes(OLD)
    target.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(target)
    write_whole(link, writes(NEW), replace=True)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_mode_that_new_files_have(target):
    before = os.umask(0o027)
    try:
        write_whole(target, writes(NEW), replace=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing stops root")
def test_a_folder_that_may_not_be_written_is_named(target):
    target.parent.chmod(0o500)
    with pytest.raises(SaveError, match="may not write"):
        write_whole(target, writes(NEW), replace=False)
    target.parent.chmod(0o700)


def test_whether_a_file_could_be_written_is_known_before_the_work_begins(target):
    durable.check_target(target, replace=False)
    target.write_bytes(OLD)
    durable.check_target(target, replace=True)
    with pytest.raises(FileExistsAlreadyError):
        durable.check_target(target, replace=False)


@posix
def test_a_folder_is_made_for_this_user_only(tmp_path):
    durable.make_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(SaveError, match=r"its own folder “.*b”"):
        durable.make_folder(tmp_path / "file" / "b")
