"""Writing a file so that, whatever happens, the old one or the new one is there, whole.

The new content is written beside the target, pushed to the disk, read back and only then put in
the target's place; the folder is pushed to the disk last.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reisblog.errors import FileExistsAlreadyError, SaveError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FULL = {errno.ENOSPC, errno.EDQUOT}
_TOO_LARGE = {errno.EFBIG}
_READ_ONLY_DISK = {errno.EROFS}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM}
_FOLDER_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE}
_FOLDER_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.EPERM}
_HELD_ON_WINDOWS = {5, 32}
"""Access denied and sharing violation: a scanner or a cloud folder looks at the file."""
_PATIENCE_S, _PAUSE_S = 3.0, 0.05
_PASSING_NAME = ".reisblog-{}.part"
_SURELY_LEFT_S = 24 * 60 * 60
_NAME_LETTERS = 40
_ANYONE_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_BINARY = getattr(os, "O_BINARY", 0)


def write_whole(
    target: Path,
    write: Callable[[BinaryIO], None],
    *,
    replace: bool,
    verify: Callable[[Path], None] | None = None,
    before_replace: Callable[[], None] | None = None,
) -> None:
    """Write a file completely or not at all.

    Args:
        target: where it goes; a link is followed.
        write: writes the content; the stream can seek.
        replace: whether a file that stands there may be replaced.
        verify: reads the finished file, still under its passing name, and raises if it is not as
            it should be.
        before_replace: called when all else is done; a last chance to raise, or to let go of the
            file that is about to be replaced.

    Raises:
        FileExistsAlreadyError: something stands there and ``replace`` is false.
        SaveError: it could not be written; what stood there still stands there, whole.
    """
    given, target = target, Path(os.path.realpath(target))
    try:
        standing = _standing(given, replace=replace)
        with _held(target.parent) as folder:
            beside, descriptor = _open_beside(target, standing)
            with _gone_unless_moved(beside, folder):
                with os.fdopen(descriptor, "w+b") as stream:
                    write(stream)
                    stream.flush()
                    os.fsync(stream.fileno())
                if verify is not None:
                    verify(beside)
                with _alone_in(folder):
                    if before_replace is not None:
                        before_replace()
                    _put_in_place(beside, target, replace=replace)
            _sync(folder, target.parent)
        _sweep(target.parent)
    except FileExistsError as error:
        raise _exists_already(target) from error
    except OSError as error:
        raise SaveError(_sentence(error, target)) from error


def check_target(target: Path, *, replace: bool) -> None:
    """Find out early whether a file could be written here as far as its name goes.

    Raises:
        FileExistsAlreadyError: something stands there and ``replace`` is false.
        SaveError: it is a folder, a device, read-only, or in a folder that is not there.
    """
    given, target = target, Path(os.path.realpath(target))
    try:
        _standing(given, replace=replace)
        target.parent.stat()
    except OSError as error:
        raise SaveError(_sentence(error, target)) from error


def make_folder(folder: Path) -> None:
    """Make a folder that only this user can read, with those around it.

    Raises:
        SaveError: it could not be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_make(folder) from error


def cannot_make(folder: Path) -> SaveError:
    """What is said when a folder of the program's own cannot be made."""
    return SaveError(
        _(
            "Reisblog cannot make its own folder “{folder}”. Nothing was changed. Is there "
            "room on the disk, and may you write there?"
        ).format(folder=folder)
    )


def _standing(target: Path, *, replace: bool) -> os.stat_result | None:
    """What stands at the target now, if it may be replaced."""
    try:
        standing = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(standing.st_mode):
        raise SaveError(
            _("“{name}” is a folder. Nothing was changed. Choose another name.").format(
                name=target.name
            )
        )
    if not stat.S_ISREG(standing.st_mode):
        raise SaveError(
            _(
                "“{name}” is a device or a pipe, not a file. Nothing was changed. Choose another "
                "name."
            ).format(name=target.name)
        )
    if not replace:
        raise _exists_already(target)
    # The mode is asked, not the system: it lets an administrator write to anything.
    if not standing.st_mode & _ANYONE_MAY_WRITE:
        raise SaveError(
            _(
                "“{name}” is read-only. It was left exactly as it is. Save under another name."
            ).format(name=target.name)
        )
    return standing


def _open_beside(target: Path, standing: os.stat_result | None) -> tuple[Path, int]:
    """A new file in the same folder that nobody else has, with the mode it is going to keep."""
    beside = target.with_name(_PASSING_NAME.format(os.urandom(8).hex()))
    mode = 0o666 if standing is None else stat.S_IMODE(standing.st_mode)
    descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, mode & 0o666)
    if standing is not None and sys.platform != "win32":
        # A file system without modes (a USB stick) refuses; it has nothing to keep either.
        with contextlib.suppress(OSError):
            os.fchown(descriptor, standing.st_uid, standing.st_gid)
        with contextlib.suppress(OSError):
            os.fchmod(descriptor, mode)
    return beside, descriptor


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[int | None]:
    """The folder itself, whatever it is called meanwhile; nothing where that cannot be had.

    Windows cannot hold a folder, and needs not: one in which a file is open keeps its name.
    """
    if sys.platform == "win32":
        yield None
        return
    with contextlib.ExitStack() as leaving:
        descriptor = None
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            if error.errno not in _FOLDER_CANNOT_SYNC:
                raise
        else:
            leaving.callback(_close_quietly, descriptor)
        yield descriptor


def _close_quietly(descriptor: int) -> None:
    """Let go of a folder; nothing was written through it that could still go wrong."""
    with contextlib.suppress(OSError):
        os.close(descriptor)


@contextlib.contextmanager
def _gone_unless_moved(beside: Path, folder: int | None) -> Iterator[None]:
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            if folder is None:
                beside.unlink()
            else:
                os.unlink(beside.name, dir_fd=folder)


@contextlib.contextmanager
def _alone_in(folder: int | None) -> Iterator[None]:
    """Have no other Reisblog put a file in place between a last look and what follows from it.

    Windows, and some networks, cannot keep a folder for one program; there the moment is short.
    One that is busy for longer than our patience holds nobody up.
    """
    if sys.platform == "win32" or folder is None:
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(OSError):
        _patiently(
            lambda: fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB),
            lambda error: isinstance(error, BlockingIOError),
        )
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_UN)


def _put_in_place(beside: Path, target: Path, *, replace: bool) -> None:
    """Give the file its name, or one beside it where another program does not let go of that."""
    try:
        _patiently(lambda: _name(beside, target, replace=replace), _is_held)
    except OSError as error:
        if not _is_held(error):
            raise
        copy = _name_beside(beside, target)
        raise SaveError(
            _(
                "“{name}” is in use by another program and was left exactly as it is. Your work is "
                "beside it, in “{copy}”. Close the other program and save again."
            ).format(name=target.name, copy=copy.name)
        ) from error


def _patiently(act: Callable[[], object], may_pass: Callable[[OSError], bool]) -> None:
    """Try again for some seconds, as long as what stands in the way may pass."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            act()
        except OSError as error:
            if not may_pass(error) or time.monotonic() >= until:
                raise
        else:
            return
        time.sleep(_PAUSE_S)


def _is_held(error: OSError) -> bool:
    """Whether another program holds a file, in the way that only Windows knows."""
    return getattr(error, "winerror", None) in _HELD_ON_WINDOWS


def _name(beside: Path, target: Path, *, replace: bool) -> None:
    if replace:
        beside.replace(target)
    elif sys.platform == "win32":
        beside.rename(target)  # there it refuses when something stands in the way
    else:
        _link(beside, target)


def _name_beside(beside: Path, target: Path) -> Path:
    """Give the file a name that is free; gives that name."""
    for number in itertools.count(1):
        words = _("{name} (copy)") if number == 1 else _("{name} (copy {number})")
        copy = target.with_stem(words.format(name=target.stem, number=number))
        with contextlib.suppress(FileExistsError):
            _name(beside, copy, replace=False)
            return copy
    raise AssertionError("numbers have no end")


def _link(beside: Path, target: Path) -> None:
    """Give the file its name, without a moment in which somebody else's could be overwritten."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        _claim_and_replace(beside, target)  # a stick or a network that knows no links


def _claim_and_replace(beside: Path, target: Path) -> None:
    """Where there are no links: take the name with an empty file first, which cannot overwrite."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    try:
        beside.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink()
        raise


def rename(beside: Path, target: Path) -> None:
    """Put a file in the place of another; for a while, where another program holds that.

    Raises:
        OSError: it could not be done.
    """
    _patiently(lambda: beside.replace(target), _is_held)


def sync_folder(folder: Path) -> None:
    """Push new names in a folder to the disk.

    Raises:
        SaveError: the disk does not promise to keep them.
    """
    with _held(folder) as held:
        _sync(held, folder)


def _sync(folder: int | None, path: Path) -> None:
    """Push the new name to the disk; Windows has no such call and does it by itself.

    A folder on a network or a stick may not know how; that is no fault.
    """
    if folder is None:
        return
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _FOLDER_CANNOT_SYNC:
            raise SaveError(
                _(
                    "The new file is in the folder “{folder}”, but the disk does not promise "
                    "that it stays there. Save it in another place as well."
                ).format(folder=path.name or str(path))
            ) from error


def _sweep(folder: Path) -> None:
    """Take away what was left half written when a program was killed, a day ago or longer."""
    with contextlib.suppress(OSError):
        for part in folder.glob(_PASSING_NAME.format("*")):
            if time.time() - part.lstat().st_mtime > _SURELY_LEFT_S:
                part.unlink()


def is_full(error: OSError) -> bool:
    """Whether there is no room left, on the disk or for this user."""
    return error.errno in _FULL


def _exists_already(target: Path) -> FileExistsAlreadyError:
    return FileExistsAlreadyError(
        _(
            "“{name}” is already there. It was left exactly as it is. Choose another name, or say "
            "that it may be replaced."
        ).format(name=target.name)
    )


def _sentence(error: OSError, target: Path) -> str:
    """What happened, what is safe and what to do next."""
    number = error.errno
    if number in _FULL:
        text = _("There is no room left for “{name}”. {safe} Make room or choose another place.")
    elif number in _TOO_LARGE:
        text = _("“{name}” becomes larger than may be kept here. {safe} Choose another place.")
    elif number in _READ_ONLY_DISK:
        text = _("The disk with the folder “{folder}” is read-only. {safe} Choose another place.")
    elif number in _NOT_ALLOWED:
        text = _("You may not write in the folder “{folder}”. {safe} Choose another place.")
    elif number in _FOLDER_GONE:
        text = _(
            "The folder “{folder}” is not there, or not any more. {safe} Choose another place, or "
            "put the stick back in."
        )
    elif number == errno.ENAMETOOLONG:
        text = _("The name “{name}” is too long. {safe} Choose a shorter one.")
    else:
        text = _("The disk did not take “{name}”. {safe} Save it in another place.")
    folder = target.parent.name or str(target.parent)
    name = target.name
    if len(name) > _NAME_LETTERS:
        name = f"{name[:_NAME_LETTERS]}…"
    return text.format(name=name, folder=folder, safe=what_is_safe(target))


def what_is_safe(target: Path) -> str:
    """The part of a sentence that says what did not happen to a file, as far as that is true."""
    if os.path.lexists(target):
        return _("What stood there before is still whole.")
    return _("Nothing was left half done.")
