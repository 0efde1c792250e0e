"""Ends a program at random moments, a thousand times, and looks what is left each time.

A program is forked from this process, which has loaded everything once and has no threads; so a
kill costs milliseconds and not the start of a Python.
"""

from __future__ import annotations

import heapq
import logging
import os
import random
import shutil
import signal
import struct
import tempfile
import time
from pathlib import Path

import msgspec

from tests.faults import controls, forked
from tests.faults.editing import Editing
from tests.faults.row import Row, counted
from tests.faults.traveller import FILE, PART, Acknowledged, Saving

_WITHIN = (0.004, 0.15)
_EDITING_WITHIN, _FAST_EDITING_WITHIN = (1, 9), (0.8, 3)
_LONG_ENOUGH = (7, 9)
_SAID = struct.Struct("<qd")


class Tally(msgspec.Struct):
    """What came of the kills."""

    kills: int = 0
    halfway: int = 0
    acknowledged: int = 0
    faults: list[str] = []


class Victim:
    """One forked program at work in a folder of its own."""

    def __init__(self, scenario, home):
        home.mkdir(exist_ok=True)
        self._heard, told = os.pipe()
        self._why, why = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            _work(scenario, home, told, why)
        os.close(told)
        os.close(why)

    def has_ended(self):
        """Whether it is at work no longer."""
        return os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def end(self):
        """Kill it; gives what it had promised and when, and why it ended earlier, if it did."""
        os.kill(self._pid, signal.SIGKILL)
        _pid, status = os.waitpid(self._pid, 0)
        with os.fdopen(self._heard, "rb") as heard, os.fdopen(self._why, "rb") as why:
            said, fell = list(_SAID.iter_unpack(heard.read())), why.read().decode()
        return said, (fell or "it ended by itself") if os.WIFEXITED(status) else ""


def _work(scenario, home, told, why):
    """The life of a victim; it never returns."""
    forked.end_with_parent()
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        scenario.work(home, lambda number: os.write(told, _SAID.pack(number, time.monotonic())))
    except BaseException as error:  # noqa: BLE001 - it must not go on as the harness
        os.write(why, f"{type(error).__name__}: {error}".encode())
    finally:
        os._exit(1)


def end_at_random(scenario, count, *, within, at_once=2, seed=1):
    """Kill a program so many times.

    Args:
        scenario: what it does and how that is checked; ``traveller.Saving`` says what it has.
        count: how many times.
        within: the shortest and the longest life, in seconds.
        at_once: how many are at work at the same time, each in its own folder.
        seed: of chance.
    """
    chance, tally = random.Random(seed), Tally()  # noqa: S311 - not for a secret
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        lives = [_Life(scenario, Path(folder) / str(number)) for number in range(at_once)]
        due = [(life.start(chance.uniform(*within)), index) for index, life in enumerate(lives)]
        heapq.heapify(due)
        while tally.kills < count:
            at, index = heapq.heappop(due)
            time.sleep(max(0.0, at - time.monotonic()))
            lives[index].end(tally)
            heapq.heappush(due, (lives[index].start(chance.uniform(*within)), index))
        for life in lives:
            life.victim.end()
    return tally


class _Life:
    """One folder, and those who worked there one after another."""

    def __init__(self, scenario, home):
        self._scenario, self._home = scenario, home
        self._promised = []
        self.victim = None

    def start(self, seconds):
        """Set the next one to work; gives when it is to end."""
        self.victim = Victim(self._scenario, self._home)
        return time.monotonic() + seconds

    def end(self, tally):
        """End it, look what is left, and make ready for the next."""
        said, fell = self.victim.end()
        now = time.monotonic()
        self._promised = self._promised[-1:] + said
        tally.kills += 1
        tally.acknowledged += len(said)
        tally.halfway += any(self._home.glob(PART))
        promised = [Acknowledged(number, now - at) for number, at in self._promised]
        faults = [fell] if fell else self._scenario.check(self._home, promised)
        tally.faults += faults
        if faults:
            shutil.rmtree(self._home)
            self._promised = []


class _Control(Saving):
    """Saves as one should not, and counts what there was to be found and what was."""

    def __init__(self):
        super().__init__(controls.in_place)
        self.there = self.found = 0

    def check(self, home, acknowledged):
        """The same check; whether there was something to find tells the mark."""
        faults = super().check(home, acknowledged)
        if controls.mark_of(home / FILE).exists():
            self.there += 1
            self.found += bool(faults)
            return faults or ["not seen"]
        return faults


def killed(name, scenario, count, **how):
    """The row of so many kills; ``how`` is that of ``end_at_random``."""
    tally = end_at_random(scenario, count, **how)
    return Row(
        name,
        f"{tally.kills} kills, {tally.halfway} of them with a file half written, "
        f"{tally.acknowledged} promises made",
        counted(tally.faults),
    )


def run(*, fast):
    """Savings ended at random, and a saver of which it is known that it loses files."""
    count = 60 if fast else 1_000
    yield killed("SIGKILL at random while saving", Saving(), count, within=_WITHIN)
    control = _Control()
    for turn in range(5):  # on a busy machine few of them get to what they do wrong
        if control.there < 5:
            end_at_random(control, 30 if fast else 100, within=_WITHIN, seed=turn)
    yield Row(
        "control: truncates in place, killed",
        f"{control.found} of {control.there} broken files were noticed",
        () if control.there and control.found * 2 >= control.there else ("it is blind",),
    )
    yield from _editing(fast=fast)


def _editing(*, fast):
    """Edits ended at random, and a program that keeps them too late."""
    editing, name = Editing(), "SIGKILL at random while editing"
    if fast:
        row = killed(name, editing, 20, within=_FAST_EDITING_WITHIN, at_once=10)
    else:
        row = killed(name, editing, 500, within=_EDITING_WITHIN, at_once=24)
    lost = f"the oldest lost edit was {editing.oldest_lost:.2f} s old"
    yield msgspec.structs.replace(row, figures=f"{row.figures}; {lost}")
    if not fast:
        late = Editing(gather_seconds=60.0, saves=False)
        tally = end_at_random(late, 16, within=_LONG_ENOUGH, at_once=16)
        yield Row(
            "control: keeps edits for a minute, killed",
            f"{len(tally.faults)} of {tally.kills} losses were noticed",
            () if len(tally.faults) * 2 >= tally.kills else ("it is blind",),
        )
