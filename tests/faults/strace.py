"""The system calls of a process that runs already: written down, made to fail, or deadly."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

PROGRAM = shutil.which("strace")
MISSING = "strace is not installed here"
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PATH = re.compile(r"\d+<(.*?)>")


class Attached:
    """strace at work on a process."""

    def __init__(self, pid, log, *options):
        """Attach, and wait until that is done.

        Raises:
            PermissionError: this system lets nobody look at another's calls.
        """
        command = [PROGRAM, "-p", str(pid), "-y", "-o", str(log), *options]
        self._strace = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
        said = self._strace.stderr.readline()
        if "attached" not in said:
            self.let_go()
            raise PermissionError(said.strip())

    def let_go(self):
        """Leave the process to itself."""
        self._strace.terminate()
        self._strace.stderr.close()
        self._strace.wait()


class Call:
    """A call as strace wrote it down."""

    def __init__(self, name, arguments):
        self.name = name
        self.named = _QUOTED.findall(arguments)
        open_file = _PATH.match(arguments)
        self.open_file = open_file[1] if open_file else ""


def calls(log):
    """The calls that were written down and ended."""
    lines = log.read_text("utf-8", "replace").splitlines()
    found = (_CALL.match(line) for line in lines)
    return [Call(each[1], each[2]) for each in found if each]


def each_call(log, names=None):
    """Every call by its name and its number among those of that name, the first being 1."""
    counts = Counter(call.name for call in calls(log) if names is None or call.name in names)
    return [(name, number) for name in sorted(counts) for number in range(1, counts[name] + 1)]


def each_call_below(log, folder, names):
    """The same for those calls alone that are about something in a folder, or about it."""
    counts, found = Counter(), []
    for call in calls(log):
        if call.name in names:
            counts[call.name] += 1
            about = [call.open_file, *call.named]
            if any(Path(path).is_relative_to(folder) for path in about):
                found.append((call.name, counts[call.name]))
    return found


def wrong_order(log, target):
    """What is wrong with how a file came into its place: it must be safe before it has its name.

    The content is pushed to the disk after the last byte, and only then named; the folder last.
    """
    made = calls(log)
    naming = [
        index
        for index, call in enumerate(made)
        if call.name.startswith(("rename", "link")) and call.named[-1:] == [str(target)]
    ]
    if not naming:
        return ["the file was not put in its place whole"]
    named = naming[-1]
    source = made[named].named[0]
    written = _last(made[:named], source, {"write", "pwrite64", "writev", "ftruncate"})
    synced = _last(made[:named], source, {"fsync", "fdatasync"})
    faults = [] if written < synced else ["the content was not on the disk when it got its name"]
    if _last(made[named:], str(target.parent), {"fsync"}) < 0:
        faults.append("the name was not pushed to the disk")
    return faults


def _last(made, path, names):
    held = [at for at, call in enumerate(made) if call.name in names and call.open_file == path]
    return held[-1] if held else -1
