"""The checkout's own `.venv`: exactly what the lock says, and the program itself, editable."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import stamp
from workshop.terminal import Stop, say

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "requirements.lock"
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure() -> None:
    """Make the environment what it should be; a second call only looks whether it still is.

    Raises:
        Stop: it could not be made; the message says what to do.
    """
    if _is_current():
        return
    try:
        with _one_at_a_time():
            if not _is_current():
                _make()
    except OSError as error:
        raise Stop(
            f"Reisblog sets itself up inside {ROOT}, and that did not work"
            f" ({error.strerror or error}).\nMay you write there, and is there room on the disk?"
        ) from error


def _is_current() -> bool:
    return stamp.made_for(FOLDER) == _wanted() and PYTHON.exists() and stamp.is_whole(FOLDER)


def _wanted() -> str:
    """Of all that decides what the environment holds; its scripts know their folder, too."""
    digest = hashlib.sha256(f"{_version()} {ROOT}".encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _make() -> None:
    from workshop import system_libraries  # noqa: PLC0415 - second runs start at once

    before, wanted = stamp.made_for(FOLDER), _wanted()
    if not before:
        say("Setting up Reisblog. This happens once and takes a minute or so ...")
    elif before != wanted:
        say("Bringing the set-up of Reisblog up to date ...")
    else:
        say("Part of what Reisblog needs is gone or damaged. Setting up anew ...")
    uv = _working_uv()
    system_libraries.ensure(with_venv=uv is None)
    stamp.take_away(FOLDER)
    if before != wanted:
        _install(uv)
    # A package of which only a part is there counts as installed with uv and pip.
    if before == wanted or _trouble():
        shutil.rmtree(FOLDER, ignore_errors=True)
        _install(uv, anew=True)
        if trouble := _trouble():
            raise Stop(f"Reisblog is set up, but it cannot start on this computer.\n{trouble}")
    stamp.put(FOLDER, wanted)
    say("Ready.")


def _trouble() -> str:
    """What the environment's Python says when it cannot load what the program needs."""
    import subprocess  # noqa: PLC0415 - second runs start at once

    command = [str(PYTHON), "-I", "-c", "import PySide6.QtWidgets, PIL.Image, msgspec, reportlab"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ""
    return (done.stderr.splitlines() or [f"Python ended with {done.returncode}."])[-1]


def _install(uv: str | None, *, anew: bool = False) -> None:
    # An installation stays what it was when uv fails halfway; pip then goes on from there.
    if uv and _install_with_uv(uv, anew=anew):
        return
    if uv:
        from workshop import system_libraries  # noqa: PLC0415 - second runs start at once

        say("uv could not do it; trying with pip ...")
        system_libraries.ensure(with_venv=True)
    _install_with_pip()


def _working_uv() -> str | None:
    """Where uv is, if it starts; a version manager may leave a stand-in that does not."""
    uv = shutil.which("uv")
    return uv if uv and _works([uv, "--version"]) else None


def _install_with_uv(uv: str, *, anew: bool) -> bool:
    target = ["--quiet", "--python", str(PYTHON)]
    if anew:
        target.append("--no-cache")  # its files are those of the environment, by another name
    if not _fits():
        shutil.rmtree(FOLDER, ignore_errors=True)
        if not _works([uv, "venv", "--quiet", "--python", _base(), str(FOLDER)]):
            return False
    lock = [uv, "pip", "sync", *target, "--require-hashes", str(LOCK)]
    return _works(lock) and _works([uv, "pip", "install", *target, *_PROGRAM])


def _install_with_pip() -> None:
    if not (_fits() and _works([str(PYTHON), "-m", "pip", "--version"])):
        shutil.rmtree(FOLDER, ignore_errors=True)
        _run([_base(), "-m", "venv", str(FOLDER)])
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-q"]
    _run([*pip, "--no-deps", "--require-hashes", "-r", str(LOCK)])
    _run([*pip, *_PROGRAM])


_PROGRAM = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]


def _fits() -> bool:
    """Whether the environment that is there has this Python version and starts."""
    try:
        lines = (FOLDER / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    settings = dict(line.split(" = ", 1) for line in lines if " = " in line)
    version = settings.get("version_info") or settings.get("version") or ""
    return version.startswith(f"{_version()}.") and _works([str(PYTHON), "--version"])


def _base() -> str:
    """The interpreter behind an activated environment: none may rest on itself."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _works(command: list[str]) -> bool:
    try:
        _run(command)
    except Stop:
        return False
    return True


def _run(command: list[str]) -> None:
    import subprocess  # noqa: PLC0415 - second runs start at once

    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Stop(f"{command[0]} could not be started: {error.strerror}.") from error
    if done.returncode != 0:
        lines = done.stdout.splitlines()
        telling = [line for line in lines if line.strip() and not line.startswith("WARNING")]
        raise Stop(
            "Setting up did not work; nothing outside this folder was changed.\n"
            "Is there an internet connection, and 600 MB of room on the disk? Then start again.\n"
            "What was said last:\n\n" + "\n".join(f"    {line}" for line in telling[-3:])
        )


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two terminals may start at once: the second waits for the first, except on Windows."""
    if os.name == "nt":
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows, and not on second runs

    with (ROOT / ".venv.lock").open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
