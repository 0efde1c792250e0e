"""Every system call of a saving goes wrong once, in every way, or is the last one ever made."""

from __future__ import annotations

import gc
import itertools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from tests.faults import controls, promise, strace
from tests.faults.row import Row, counted
from tests.faults.traveller import FILE, number_in

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT")
WRITING = (
    "openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "close", "rename", "renameat",
    "renameat2", "link", "linkat", "fchmod", "fchown", "flock", "mkdir", "mkdirat",
)  # fmt: skip
LOOKING = ("read", "pread64", "lseek", "newfstatat", "fstat")


class Kind(msgspec.Struct, frozen=True):
    """A kind of saving.

    Attributes:
        name: in the table.
        target: what is saved to, of a home.
    """

    name: str
    target: Callable[[Path], Path]


KINDS = (
    Kind("in its own file", lambda home: home / FILE),
    Kind("in a new file", lambda home: home / "nieuw.reisblog"),
)


class _Bench:
    """Savings of one kind, each from the same beginning."""

    def __init__(self, folder, kind):
        self._kind, self._folder = kind, folder
        self._begin = folder / "begin"
        file = promise.laid_out(self._begin)
        shutil.rmtree(self._begin / "recovery", ignore_errors=True)
        target = kind.target(self._begin)
        self.before = file.read_bytes() if target == file else None
        home = self.home()
        self.after = promise.good_saving(home, target=kind.target(home))
        self.log = folder / "log"

    def home(self):
        """A fresh beginning."""
        home = self._folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self._begin, home)
        return home

    def saver(self, **how):
        """One at the door of a saving."""
        home = self.home()
        return promise.Saver(home, target=self._kind.target(home), **how)

    def written_down(self, *options, **how):
        """All calls of a saving that goes well; gives the target."""
        saver = self.saver(**how)
        tracer = strace.Attached(saver.pid, self.log, *options)
        saver.save()
        tracer.let_go()
        saver.end()
        return saver.target

    def fails(self, name, number, error, *, ever_after, must=False):
        """What is wrong after one call failed, where the saving ``must`` succeed or need not."""
        saver = self.saver()
        when = f"{number}+" if ever_after else str(number)
        inject = f"inject={name}:error={error}:when={when}"
        tracer = strace.Attached(saver.pid, self.log, "-e", f"trace={name}", "-e", inject)
        outcome = saver.save()
        tracer.let_go()
        faults = list(promise.judge(saver, outcome, self.before, self.after))
        if must and outcome is not None and outcome.sentence:
            faults.append(f"not saved: {outcome.sentence}")
        faults += promise.left_behind(saver.home)
        faults += saver.go_on()
        saver.end()
        return [f"{name}: {fault}" for fault in faults]

    def dies(self, name, number):
        """What is wrong after the process died at a call."""
        saver = self.saver()
        inject = f"inject={name}:signal=SIGKILL:when={number}"
        tracer = strace.Attached(saver.pid, self.log, "-e", f"trace={name}", "-e", inject)
        outcome = saver.save()
        tracer.let_go()
        saver.end()
        there = saver.target.read_bytes() if saver.target.exists() else None
        if outcome is not None and there != self.after:
            return ["an acknowledged saving is lost"]
        if there not in {self.before, self.after}:
            return [promise.NEITHER]
        try:
            number_in(saver.home / FILE, saver.home, promise.SIZE)
        except AssertionError as error:
            return [str(error)]
        return []


def run(*, fast):
    """Failing calls, deadly calls, the order of calls; and two savers that do it wrong."""
    if strace.PROGRAM is None:
        yield Row("system calls", "", skipped=strace.MISSING)
        return
    gc.freeze()  # what is forked from here need not look through it all
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        for kind in KINDS:
            bench = _Bench(Path(folder) / kind.name.replace(" ", "-"), kind)
            try:
                target = bench.written_down()
            except PermissionError as error:
                yield Row("system calls", "", skipped=f"strace may not look at others: {error}")
                return
            yield Row(
                f"order of the calls, {kind.name}",
                f"{len(strace.calls(bench.log))} calls",
                tuple(strace.wrong_order(bench.log, target)),
            )
            yield _failing(bench, kind, fast=fast)
            yield _deadly(bench, kind, fast=fast)
            if kind is KINDS[0]:
                yield _versions(bench, fast=fast)
                yield from _controls(bench)


def _failing(bench, kind, *, fast):
    bench.written_down()
    writing = strace.each_call(bench.log, WRITING)
    looking = strace.each_call(bench.log, LOOKING)
    turns = itertools.cycle(itertools.product(ERRORS, (False, True)))
    if fast:
        points = [*writing, *looking[::4]]
        trials = [(*point, *turn) for point, turn in zip(points, turns, strict=False)]
    else:
        forever = itertools.cycle((False, True))
        trials = [(*point, error, next(forever)) for point in writing for error in ERRORS]
        trials += [(*point, *turn) for point, turn in zip(looking, turns, strict=False)]
    faults = [
        fault
        for name, number, error, ever_after in trials
        for fault in bench.fails(name, number, error, ever_after=ever_after)
    ]
    return Row(
        f"failing system calls, {kind.name}",
        f"{len(trials)} faults in {len(writing)} calls that write and {len(looking)} that look",
        counted(faults),
    )


def _versions(bench, *, fast):
    """An earlier version that cannot be kept is no reason not to save."""
    target = bench.written_down()
    kept = target.with_name("versions")
    points = strace.each_call_below(bench.log, kept, {*WRITING, *LOOKING, "getdents64", "unlink"})
    errors = itertools.cycle(ERRORS)
    often = 1 if fast else len(ERRORS)
    trials = [(*point, next(errors)) for point in points for _time in range(often)]
    faults = [
        fault for trial in trials for fault in bench.fails(*trial, ever_after=False, must=True)
    ]
    return Row(
        "failing system calls, keeping an earlier version",
        f"{len(trials)} faults in {len(points)} calls",
        counted(faults if points else ["no version is kept"]),
    )


def _deadly(bench, kind, *, fast):
    bench.written_down()
    points = strace.each_call(bench.log)[:: 5 if fast else 1]
    faults = [fault for point in points for fault in bench.dies(*point)]
    return Row(f"SIGKILL at a system call, {kind.name}", f"{len(points)} kills", counted(faults))


def _controls(bench):
    for control in (controls.in_place, controls.unsynced):
        target = bench.written_down(write_whole=control)
        found = strace.wrong_order(bench.log, target)
        yield Row(
            f"control: {control.__name__.replace('_', ' ')}, order of the calls",
            "noticed" if found else "not noticed",
            () if found else ("it is blind",),
        )
