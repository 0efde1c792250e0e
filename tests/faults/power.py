"""The power goes off while a journey is saved: what had not reached the disk is gone.

A file system in a file is shut down without its journal being written, as it would be without
power, then mounted again. It is told not to guess that a renamed file should be written first
(`noauto_da_alloc`), as most file systems do not guess that either.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import struct
import tempfile
import time
from pathlib import Path

from tests.faults import controls, mounts
from tests.faults.editing import Editing
from tests.faults.kills import Victim
from tests.faults.row import Row, counted
from tests.faults.traveller import Acknowledged, Saving

_SHUTDOWN, _WITHOUT_JOURNAL = 0x8004587D, struct.pack("I", 2)
_MEGABYTES = 48
_WITHIN = (0.005, 0.15)
_EDITING_WITHIN = (1, 7)
_SIZE = 60_000


def run(*, fast):
    """Cuts while our saver works, then while one works that syncs nothing."""
    try:
        yield _row("power cut while saving", _cuts(Saving(size=_SIZE), 12 if fast else 200))
        control = []
        while sum(promised for promised, _faults in control) < 3 and len(control) < 80:
            control += _cuts(Saving(controls.unsynced, size=_SIZE), 8 if fast else 40)
    except mounts.CannotMountError as error:
        yield Row("power cut while saving", "", skipped=f"nothing can be mounted here: {error}")
        return
    yield _editing(fast=fast)
    due = sum(promised for promised, _faults in control)
    noticed = sum(bool(faults) for promised, faults in control if promised)
    yield Row(
        "control: unsynced, power cut",
        f"{noticed} of {due} losses were noticed",
        () if due and noticed * 2 >= due else ("it is blind",),
    )


def _editing(*, fast):
    """Cuts while several edit, each in a folder of its own."""
    editing = Editing()
    many = {"within": (1, 2), "at_once": 4} if fast else {"within": _EDITING_WITHIN, "at_once": 8}
    cuts = _cuts(editing, 2 if fast else 16, **many)
    return Row(
        "power cut while editing",
        f"{len(cuts)} works cut off; the oldest lost edit was {editing.oldest_lost:.2f} s old",
        counted([fault for _promised, found in cuts for fault in found]),
    )


def _row(name, cuts):
    faults = [fault for _promised, found in cuts for fault in found]
    promised = sum(promised for promised, _faults in cuts)
    return Row(name, f"{len(cuts)} cuts, {promised} of them after new savings", counted(faults))


def _cuts(scenario, count, *, within=_WITHIN, at_once=1):
    """For every work that was cut off whether it promised something, and what was wrong."""
    chance = random.Random(2)  # noqa: S311 - not for a secret
    with _memory() as folder:
        image, disk = folder / "disk", folder / "mounted"
        homes = [disk / str(number) for number in range(at_once)]
        mounts.file_system(image, _MEGABYTES)
        promised, cuts = {home: [] for home in homes}, []
        for _turn in range(count):
            with _powered(image, disk):
                victims = {home: Victim(scenario, home) for home in homes}
                time.sleep(chance.uniform(*within))
                too_soon = [home for home in homes if victims[home].has_ended()]
                now = time.monotonic()  # whoever works on during the cut does not make it older
                _shut_down(disk)
                ends = {home: victim.end() for home, victim in victims.items()}
            with _powered(image, disk):
                for home, (said, fell) in ends.items():
                    promised[home] = promised[home][-1:] + said
                    home.mkdir(exist_ok=True)
                    last = [Acknowledged(number, now - at) for number, at in promised[home]]
                    faults = scenario.check(home, last)
                    if home in too_soon:  # what it falls over after the cut is the cut
                        faults.append(fell)
                    cuts.append((bool(said), faults))
            if any(faults for _promised, faults in cuts[-at_once:]):
                mounts.file_system(image, _MEGABYTES)
                promised = {home: [] for home in homes}
        return cuts


@contextlib.contextmanager
def _memory():
    """A folder in memory: how long a busy disk takes over a sync is no matter of the program's."""
    with (
        tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder,
        mounts.mounted("-t", "tmpfs", "none", at=Path(folder) / "memory") as memory,
    ):
        yield memory


def _shut_down(disk):
    descriptor = os.open(disk, os.O_RDONLY)
    fcntl.ioctl(descriptor, _SHUTDOWN, _WITHOUT_JOURNAL)
    os.close(descriptor)


def _powered(image, disk):
    return mounts.mounted("-o", "loop,noauto_da_alloc", image, at=disk)
