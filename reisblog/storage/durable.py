"""Writing a file so that, whatever happens, the old one or the new one is there, whole.

The new content is written beside the target, pushed to the disk, read back and only then put in
the target's place; the folder is pushed to the disk last.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
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
        beside, descriptor = _open_beside(target, standing)
        with _gone_unless_moved(beside):
            with os.fdopen(descriptor, "w+b") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            if verify is not None:
                verify(beside)
            with _alone_in(target.parent):
                if before_replace is not None:
                    before_replace()
                _put_in_place(beside, target, replace=replace)
        sync_folder(target.parent)
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
        raise SaveError(
            _(
                'Reisblog cannot make its own folder "{folder}". Nothing was changed. Is there '
                "room on the disk, and may you write there?"
            ).format(folder=folder)
        ) from error


def _standing(target: Path, *, replace: bool) -> os.stat_result | None:
    """What stands at the target now, if it may be replaced."""
    try:
        standing = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(standing.st_mode):
        raise SaveError(
            _('"{name}" is a folder. Nothing was changed. Choose another name.').format(
                name=target.name
            )
        )
    if not stat.S_ISREG(standing.st_mode):
        raise SaveError(
            _(
                '"{name}" is a device or a pipe, not a file. Nothing was changed. Choose another '
                "name."
            ).format(name=target.name)
        )
    if not replace:
        raise _exists_already(target)
    # The mode is asked, not the system: it lets an administrator write to anything.
    if not standing.st_mode & _ANYONE_MAY_WRITE:
        raise SaveError(
            _(
                '"{name}" is read-only. It was left exactly as it is. Save under another name.'
            ).format(name=target.name)
        )
    return standing


def _open_beside(target: Path, standing: os.stat_result | None) -> tuple[Path, int]:
    """A new file in the same folder that nobody else has, with the mode it is going to keep."""
    beside = target.with_name(f".reisblog-{os.urandom(8).hex()}.part")
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
def _gone_unless_moved(beside: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Have no other Reisblog put a file in place between a last look and what follows from it.

    Windows, and some networks, cannot keep a folder for one program; there the moment is short.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    with contextlib.ExitStack() as leaving:
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            leaving.callback(os.close, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def _put_in_place(beside: Path, target: Path, *, replace: bool) -> None:
    if replace:
        beside.replace(target)
    elif sys.platform == "win32":
        beside.rename(target)  # there it refuses when something stands in the way
    else:
        _link(beside, target)


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


def sync_folder(folder: Path) -> None:
    """Push the new name to the disk; Windows has no such call and does it by itself.

    A folder on a network or a stick may not know how; that is no fault.
    """
    if sys.platform != "win32":
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            if error.errno not in _FOLDER_CANNOT_SYNC:
                raise SaveError(
                    _(
                        'The new file is in the folder "{folder}", but the disk does not promise '
                        "that it stays there. Save it in another place as well."
                    ).format(folder=folder.name or str(folder))
                ) from error


def is_full(error: OSError) -> bool:
    """Whether there is no room left, on the disk or for this user."""
    return error.errno in _FULL


def _exists_already(target: Path) -> FileExistsAlreadyError:
    return FileExistsAlreadyError(
        _(
            '"{name}" is already there. It was left exactly as it is. Choose another name, or say '
            "that it may be replaced."
        ).format(name=target.name)
    )


def _sentence(error: OSError, target: Path) -> str:
    """What happened, what is safe and what to do next."""
    number = error.errno
    if number in _FULL:
        text = _('There is no room left for "{name}". {safe} Make room or choose another place.')
    elif number in _TOO_LARGE:
        text = _('"{name}" becomes larger than may be kept here. {safe} Choose another place.')
    elif number in _READ_ONLY_DISK:
        text = _('The disk with the folder "{folder}" is read-only. {safe} Choose another place.')
    elif number in _NOT_ALLOWED:
        text = _('You may not write in the folder "{folder}". {safe} Choose another place.')
    elif number in _FOLDER_GONE:
        text = _(
            'The folder "{folder}" is not there, or not any more. {safe} Choose another place, or '
            "put the stick back in."
        )
    elif number == errno.ENAMETOOLONG:
        text = _('The name "{name}" is too long. {safe} Choose a shorter one.')
    else:
        text = _('The disk did not take "{name}". {safe} Save it in another place.')
    safe = (
        _("What stood there before is still whole.")
        if os.path.lexists(target)
        else _("Nothing was left half done.")
    )
    folder = target.parent.name or str(target.parent)
    return text.format(name=target.name, folder=folder, safe=safe)
