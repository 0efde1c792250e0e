"""Disks that are full or read-only, folders that go away, limits, and a clock that is wrong."""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults import mounts, promise
from tests.faults.row import Row, counted
from tests.faults.traveller import FILE

_LIBRARIES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib")
_FAKETIME = "libfaketime.so.1"
_LONG_AGO = "1975-06-01 12:00:00"
_STEPS = 14
"""How often a saving of three pictures tells how far it is."""


def run(*, fast):
    """Each of them, on savings that replace a file and on those that make one."""
    del fast  # it is quick
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        begin = Path(folder) / "begin"
        promise.laid_out(begin)
        after = promise.good_saving(_copy(begin, Path(folder) / "good"))
        trials = _Trials(Path(folder), begin, after)
        yield trials.mounted("full disk", _full)
        yield trials.mounted("read-only disk", _read_only)
        yield trials.limited()
        yield trials.away("folder removed meanwhile", shutil.rmtree)
        yield trials.away("folder renamed meanwhile", _rename)
        yield trials.away("folder replaced by another meanwhile", _replace)
        yield trials.clock()


class _Trials:
    """Savings from the same beginning, during which something happens to where they go."""

    def __init__(self, folder, begin, after):
        self._folder, self._begin, self._after = folder, begin, after
        self._before = (begin / FILE).read_bytes()

    def mounted(self, name, spoilt):
        """Savings on a disk of their own that is spoilt in several degrees."""
        disk, faults = self._folder / "disk", []
        try:
            for degree, new in itertools.product(range(5), (False, True)):
                with mounts.mounted("-t", "tmpfs", "-o", "size=256k", "none", at=disk):
                    faults += self._try(disk, new=new, spoilt=spoilt(disk, degree))
        except mounts.CannotMountError as error:
            return Row(name, "", skipped=f"nothing can be mounted here: {error}")
        return Row(name, "10 savings", counted(faults))

    def limited(self):
        """Savings that may write no more than so many bytes in a file."""
        limits = (0, 1, 100, 4_096, 9_000, 20_000, len(self._after) - 1)
        faults = []
        for most, new in itertools.product(limits, (False, True)):
            save = functools.partial(_save_within, most)
            faults += self._try(self._place(), new=new, save=save)
        return Row(
            "limit on the size of files (ulimit -f)", f"{2 * len(limits)} savings", counted(faults)
        )

    def away(self, name, happens):
        """Savings during which something happens to the folder, at every step of the way."""
        faults = []
        for step, new in itertools.product(range(_STEPS), (False, True)):
            place = self._place()
            save = functools.partial(_save_while, step, happens)
            found = self._try(place, new=new, save=save)
            if not place.exists() or happens is _replace:
                found = [fault for fault in found if fault != promise.NEITHER]
            moved = place.with_name("moved") / FILE
            if moved.parent.exists() and moved.read_bytes() != self._before:
                found.append("the file in the renamed folder is not what it was")
            faults += found
        return Row(name, f"{2 * _STEPS} savings", counted(faults))

    def clock(self):
        """A saving on a computer that thinks it is 1975."""
        name = "clock set to 1975"
        library = _library(_FAKETIME)
        if library is None:
            return Row(name, "", skipped="libfaketime is not installed here")
        home = self._home()
        done = subprocess.run(
            [sys.executable, "-c", _IN_1975, str(home)],
            env={**os.environ, "LD_PRELOAD": str(library), "FAKETIME": f"@{_LONG_AGO}"},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        said = done.stdout.split()
        if "1975" not in said:
            return Row(name, "", skipped="libfaketime does not work here")
        faults = [] if done.returncode == 0 else done.stderr.splitlines()[-1:]
        if (home / FILE).read_bytes() != self._after:
            faults.append("not what should have been saved")
        return Row(name, "2 savings", counted(faults))

    def _home(self):
        return _copy(self._begin, self._folder / "home")

    def _place(self):
        """An empty folder for a file to be saved in."""
        place = self._folder / "places" / "place"
        shutil.rmtree(place.parent, ignore_errors=True)
        place.mkdir(parents=True)
        return place

    def _try(self, place, *, new, spoilt=None, save=None):
        """What is wrong after a saving to a folder in which the file lies that was opened."""
        home, file = self._home(), place / FILE
        shutil.move(home / FILE, file)
        target = place / "nieuw.reisblog" if new else file
        saver = promise.Saver(home, file=file, target=target, save=save)
        with spoilt or contextlib.nullcontext():
            outcome = saver.save()
            before = None if new else self._before
            faults = list(promise.judge(saver, outcome, before, self._after))
        faults += promise.left_behind(place.parent)
        faults += saver.go_on()
        saver.end()
        return faults


def _save_within(most, desk, target):
    """Save where no file may grow larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        promise.save_plainly(desk, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _save_while(step, happens, desk, target):
    """Save, and at one step of it something happens to the folder."""
    steps = itertools.count()

    def progress(_along):
        if next(steps) == step:
            happens(target.parent)

    saving = desk.prepare_save(target, replace=target != desk.path)
    saving.run(progress)
    desk.finish_save(saving)


@contextlib.contextmanager
def _full(disk, degree):
    """A disk without room, or with just too little."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(4_096))
    os.truncate(filler, max(0, filler.stat().st_size - degree * 4_096))
    yield
    filler.unlink()


@contextlib.contextmanager
def _read_only(disk, _degree):
    """A disk that takes nothing."""
    mounts.remount(disk, "ro")
    yield
    mounts.remount(disk, "rw")


def _rename(folder):
    folder.rename(folder.with_name("moved"))


def _replace(folder):
    _rename(folder)
    folder.mkdir()


def _copy(begin, home):
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(begin, home)
    shutil.rmtree(home / "recovery", ignore_errors=True)
    return home


def _library(name):
    for folder in _LIBRARIES:
        for found in Path(folder).glob(f"**/{name}"):
            return found
    return None


_IN_1975 = """\
import sys, time
from pathlib import Path
from tests.faults import promise
from tests.faults.traveller import FILE, desk_in, lay_out
print(time.gmtime().tm_year)
home = Path(sys.argv[1])
with desk_in(home, home / FILE) as desk:
    lay_out(desk, promise.AFTER, promise.SIZE)
    desk.save()
    desk.save()
"""
