"""The commands of `dev.py`, each after set-up."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import environment
from workshop.environment import LOCK, PYTHON, ROOT
from workshop.terminal import Stop, say

if TYPE_CHECKING:
    from collections.abc import Callable

_USAGE = """\
usage: python3 packaging/dev.py COMMAND

  run [-- ARGS]             start Reisblog; -- FILE opens a file
  test [--all] [ARGS]       the fast tests, or all; the rest goes to pytest
  check                     ruff, format, mypy, import-linter
  gallery DIR               pictures of every screen and page
  bench [NAME...] [--json]  the benchmarks
  faults [--fuzz SECONDS]   the proof that files survive, at length
  lock [--upgrade]          make the lock of requirements anew"""
_USAGE_FAULT = 2


def main(arguments: list[str]) -> int:
    """Set up and do what the first argument says; returns the exit code."""
    if arguments and arguments[0] in {"-h", "--help", "help"}:
        print(_USAGE)
        return 0
    command = _COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        say(_USAGE)
        return _USAGE_FAULT
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"  # as Qt itself does, with four lines about it
    try:
        return command(arguments[1:])
    except Stop as stop:
        say(str(stop))
        return 1


def run(arguments: list[str]) -> int:
    """Start the program in place of this one; without a display, do its job without a window."""
    _set_up()
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if len(arguments) <= 1:  # more is a command, which needs no display
        from workshop import display  # noqa: PLC0415 - a second run starts at once

        file = _file_named(arguments[0]) if arguments else None
        if display.is_missing() and (file or not arguments):
            return display.show_without(file)
    # -P: a file that happens to lie in the current folder is never taken for a module.
    return _become([str(PYTHON), "-P", "-m", "reisblog", *arguments])


def _file_named(word: str) -> Path | None:
    """What the program would open for this word; of all else it says itself what is wrong.

    The rule is that of `reisblog.cli`, which is not to be had without a set-up.
    """
    if word and not word.startswith("-"):
        for name in (word, f"{word}.reisblog"):
            if os.path.exists(name):  # noqa: PTH110 - a Path complains of a name that is too long
                return Path(name)
    return None


def test(arguments: list[str]) -> int:
    """Run the fast tests, or with --all every one; all else goes to pytest."""
    _set_up()
    everything = "--all" in arguments
    rest = [argument for argument in arguments if argument != "--all"]
    choice = [] if everything else ["-m", "not slow"]
    if not os.access(ROOT, os.W_OK):
        choice += ["-p", "no:cacheprovider"]  # it would warn that it can keep nothing there
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    return _become([str(PYTHON), "-m", "pytest", "-n", "2", *choice, *rest])


def check(arguments: list[str]) -> int:
    """All that can be known without running the program; goes on after a fault, to show all."""
    _refuse(arguments)
    _set_up()
    import subprocess  # noqa: PLC0415 - a second run starts at once

    tools = PYTHON.parent
    checks: dict[str, list[str | Path]] = {
        "ruff": [tools / "ruff", "check"],
        "format": [tools / "ruff", "format", "--check"],
        "mypy": [PYTHON, "-m", "mypy"],
        "import-linter": [tools / "lint-imports", "--no-logo"],
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}")
        if subprocess.call([str(part) for part in command], cwd=ROOT) != 0:
            failed.append(name)
    say(f"Not yet right: {', '.join(failed)}." if failed else "All checks hold.")
    return 1 if failed else 0


def gallery(arguments: list[str]) -> int:
    """Pictures of the real window and the book's pages, on a virtual screen where there is none."""
    if not arguments or arguments[0].startswith("-"):
        raise Stop("Say where the pictures go: python3 packaging/dev.py gallery DIR")
    _set_up()
    import subprocess  # noqa: PLC0415 - a second run starts at once

    from workshop import display  # noqa: PLC0415

    folder = Path(arguments[0]).resolve()
    with display.screen() as surroundings:
        script = [str(PYTHON), "tests/gallery.py", str(folder), *arguments[1:]]
        return subprocess.call(script, cwd=ROOT, env=surroundings)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks; names choose, --json prints JSON lines."""
    _set_up()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    return _become([str(PYTHON), "-m", "tests.benchmarks", *arguments])


def faults(arguments: list[str]) -> int:
    """Prove that files survive whatever goes wrong; the figures are printed as a table."""
    _set_up()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    return _become([str(PYTHON), "-m", "tests.faults", *arguments])


def lock(arguments: list[str]) -> int:
    """Make the lock anew for all systems and Python versions, then set up by it."""
    import shutil  # noqa: PLC0415 - a second run starts at once
    import subprocess  # noqa: PLC0415

    uv = shutil.which("uv")
    if uv is None:
        raise Stop(
            "Making the lock needs uv; it is in this system's packages or in pip: pip install uv"
        )
    kept_out = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command = [uv, "pip", "compile", "--quiet", "pyproject.toml", "--group", "dev", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", *kept_out, *arguments]
    code = subprocess.call([*command, "--output-file", str(LOCK)], cwd=ROOT)
    if code == 0:
        _set_up()
    return code


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "gallery": gallery,
    "bench": bench,
    "faults": faults,
    "lock": lock,
}


def _set_up() -> None:
    environment.ensure()
    import prepare  # noqa: PLC0415 - it lies beside dev.py

    if prepare.outdated(ROOT):
        import subprocess  # noqa: PLC0415 - a second run starts at once

        if subprocess.call([str(PYTHON), str(ROOT / "packaging" / "prepare.py")]) != 0:
            raise Stop("Texts and map could not be prepared; see above.")


def _become(command: list[str]) -> int:
    """Let the command take this process's place.

    On Windows that would give the terminal back too early, so there this process waits.
    """
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)  # noqa: S606 - our own interpreter
    import subprocess  # noqa: PLC0415

    return subprocess.call(command)


def _refuse(arguments: list[str]) -> None:
    if arguments:
        raise Stop(f"I do not know {arguments[0]!r} here.\n\n{_USAGE}")
