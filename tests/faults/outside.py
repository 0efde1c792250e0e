"""The tests of the window, with every system call that could reach out of its folders written down.

By themselves a choice of them; `dev.py faults window` runs all, which takes many minutes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.faults import strace
from tests.faults.row import Row, counted

CHOICE = ("test_dropping.py", "test_files_and_book.py", "test_following.py", "test_recovering.py")
FAST_CHOICE = ("test_forgetting.py",)
_TRACED = (
    "network", "open", "openat", "openat2", "creat", "mkdir", "mkdirat", "mknod", "mknodat",
    "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink",
    "unlinkat", "rmdir", "truncate", "chmod", "fchmodat", "chown", "lchown", "fchownat",
    "utimensat",
)  # fmt: skip
_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(.*)")
_WHERE = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_OPENING, _CREATING = {"open", "openat", "openat2"}, re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC)")
_INTERNET = re.compile(r"AF_INET|PF_INET")
ALLOWED = {
    "/dev/null": "what nobody wants to read",
    "/dev/shm": "locks between Python's processes",  # noqa: S108
    "/proc/self": "a process sets its own priority",
}


def run(*, fast):
    """A choice of the tests."""
    yield from tried(FAST_CHOICE if fast else CHOICE)


def tried(choice):
    """The row of some files of tests; an empty name stands for all."""
    if strace.PROGRAM is None:
        yield Row("sockets and files of the window", "", skipped=strace.MISSING)
        return
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        root = Path(folder).resolve()
        home, log = root / "home", root / "log"
        for name in ("home", "tmp", "pytest"):
            (root / name).mkdir()
        done = subprocess.run(
            [
                strace.PROGRAM, "-f", "--seccomp-bpf", "-qq", "-y", "-s", "4096", "-o", str(log),
                "-e", f"trace={','.join(_TRACED)}", "-e", "signal=none",
                sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
                "--basetemp", str(root / "pytest"),
                *(f"tests/ui/{name}" for name in choice),
            ],
            env=_surroundings(home, root / "tmp"),
            capture_output=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        name = f"sockets and files of the window, {_told(choice)}"
        tests = (done.stdout.strip() or done.stderr.strip() or "nothing").splitlines()[-1]
        calls, written, faults = _looked_through(log, root)
        faults += re.findall("^(?:FAILED|ERROR) .*", done.stdout, re.MULTILINE)
        if done.returncode != 0 and not faults:
            faults.append(f"pytest ended with {done.returncode}")
    kinds = ", ".join(f"{count} in {place}" for place, count in sorted(written.items()))
    yield Row(name, f"{tests}; {calls} calls; written: {kinds}", counted(faults))


def _told(choice):
    return "all tests" if choice == ("",) else f"{len(choice)} files of tests"


def _surroundings(home, passing):
    """A home of its own, and nothing that would write beside the sources."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "TMPDIR": str(passing),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _looked_through(log, root):
    """How many calls there were, how many of them wrote where, and what should not have been."""
    count, written, faults = 0, Counter(), []
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            found = _CALL.match(line)
            if not found:
                continue
            count += 1
            name, arguments, result = found[1], found[2], int(found[3])
            if _INTERNET.search(arguments):
                faults.append(f"{name}({arguments[:80]})")
            for path in _written(name, arguments) if result >= 0 else ():
                place = _place(path, root)
                written[place] += 1
                if place == "elsewhere":
                    faults.append(f"{name} {path}")
    return count, written, faults


def _written(name, arguments):
    """The paths that a call makes, changes or takes away."""
    if name in _OPENING and not _CREATING.search(arguments.rpartition('"')[2]):
        return []
    if name in {"socket", "bind", "connect", "sendto", "sendmsg", "recvmsg", "recvfrom"}:
        return []
    return [os.path.normpath(Path(base or "/") / path) for base, path in _WHERE.findall(arguments)]


def _place(path, root):
    """Where a path is, in a word."""
    path = Path(path)
    if path.is_relative_to(root):
        return path.relative_to(root).parts[0]
    return next((each for each in ALLOWED if path.is_relative_to(each)), "elsewhere")
