"""Where there is no display: a virtual screen for the gallery, and for a person the job itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.environment import PYTHON, ROOT
from workshop.terminal import Stop, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LARGEST_SCREEN = "3840x2160x24"
_SIZE = "1920x1080"


def is_missing(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt would look for a screen and find none; Windows and macOS always have one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(environment.get(name) for name in names)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment for a program that opens windows, with a virtual screen where that is needed.

    Without Xvfb the windows are drawn in memory.
    """
    environment = dict(os.environ)
    if not is_missing():
        yield environment
    elif xvfb := shutil.which("Xvfb"):
        with _virtual_screen(xvfb) as number:
            yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    else:
        yield {**environment, "QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def _virtual_screen(xvfb: str) -> Iterator[str]:
    """Xvfb picks a free number itself and tells it through a pipe once it is ready."""
    reader, writer = os.pipe()
    command = [xvfb, "-displayfd", str(writer), "-screen", "0", _LARGEST_SCREEN]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    try:
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as answer:
            yield answer.readline().strip()
    finally:
        server.terminate()
        server.wait()


def show_without(file: Path | None) -> int:
    """Do the job without a window: a journey's book and pictures; returns the exit code.

    Args:
        file: the journey; without one, the example journey and pictures of the window.

    Raises:
        Stop: nothing can be made here.
    """
    with _folder_for_results() as folder:
        return _make_in(folder, file)


@contextmanager
def _folder_for_results() -> Iterator[Path]:
    """A folder where the person is; gone again when nothing came into it."""
    name = "reisblog-voorbeeld"
    try:
        folder = Path.cwd() / name
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Stop(
            "There is no display here, so Reisblog works without a window. What it makes goes into"
            f" a folder {name} here, and that could not be made ({error.strerror}).\n"
            "Start this again from a folder in which you may write."
        ) from error
    try:
        yield folder
    finally:
        with suppress(OSError):
            folder.rmdir()


def _make_in(folder: Path, file: Path | None) -> int:
    journey = file or folder / "voorbeeldreis.reisblog"
    book, picture = folder / f"{journey.stem}.pdf", folder / f"{journey.stem}.png"
    window = folder / "venster"
    example = [*_REISBLOG, "example", str(journey), "--force"]
    export = [*_REISBLOG, "export", str(journey), "-o", str(book), "--force"]
    render = [*_REISBLOG, "render", str(journey), "-o", str(picture), "--force", "--size", _SIZE]
    gallery = [str(PYTHON), str(ROOT / "tests" / "gallery.py"), str(window), "--size", _SIZE]
    if file:
        steps = {"its book": export, "its map": render}
        made = [book, picture]
    else:
        steps = {
            "the example journey": example,
            "its book": export,
            "its map": render,
            "pictures of the window": gallery,
        }
        made = [journey, book, picture, window]
    say(f"There is no display here, so Reisblog works without a window, in {folder}")
    with screen() as environment:
        for what, command in steps.items():
            say(f"Making {what} ...")
            code = subprocess.call(command, env=environment, stdout=subprocess.DEVNULL)
            if code != 0:
                return code
    for path in made:
        print(*(sorted(path.iterdir()) if path.is_dir() else [path]), sep="\n")
    say("A window needs a display: start this again on a machine with a screen to use it by hand.")
    return 0


# -P: a file that happens to lie in the current folder is never taken for a module.
_REISBLOG = [str(PYTHON), "-P", "-m", "reisblog"]
