"""Disks of our own, in a corner of the system where nobody else sees them.

The part that wants them runs as a process whose mounts are its own: whatever happens to it, they
end with it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys

from tests.faults.row import rows_from


class CannotMountError(Exception):
    """This system or this user may mount nothing; the message says why."""


def rows_of(part, *, fast):
    """Run a part where it may mount; without that possibility it says so itself."""
    command = [sys.executable, "-m", "tests.faults", part, "--json", "--inside"]
    command += ["--fast"] if fast else []
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    unshare = [shutil.which("unshare") or "unshare", *user, "--mount"]
    if not _works([*unshare, sys.executable, "-c", ""]):
        unshare = []
    yield from rows_from([*unshare, *command], part)


@contextlib.contextmanager
def mounted(*options, at):
    """Mount something at a folder, for as long as this lasts.

    Raises:
        CannotMountError: that is not possible here.
    """
    at.mkdir(exist_ok=True)
    _run("mount", *options, at)
    try:
        yield at
    finally:
        _run("umount", at)


def remount(at, how):
    """Make what is mounted there read-only (``"ro"``), or writable again (``"rw"``)."""
    _run("mount", "-o", f"remount,bind,{how}", at)


def file_system(image, megabytes):
    """An ext4 file system in a file."""
    with image.open("wb") as file:
        file.truncate(megabytes * 1024 * 1024)
    _run("mkfs.ext4", "-q", image)


def _run(program, *arguments):
    try:
        done = subprocess.run(
            [_program(program), *map(str, arguments)],
            capture_output=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
    except OSError as error:
        raise CannotMountError(f"{program}: {error.strerror}") from error
    if done.returncode != 0:
        raise CannotMountError(f"{program}: {(done.stderr.splitlines() or [done.returncode])[0]}")


def _program(name):
    """Where it is; a user's search path often lacks the folders of the administrator."""
    places = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    return shutil.which(name, path=places) or name


def _works(command):
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
