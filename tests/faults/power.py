"""The power goes off while a journey is saved: what had not reached the disk is gone.

A file system in a file is shut down without its journal being written, as it would be without
power, then mounted again. It is told not to guess that a renamed file should be written first
(`noauto_da_alloc`), as most file systems do not guess that either.
"""

from __future__ import annotations

import fcntl
import os
import random
import struct
import tempfile
import time
from pathlib import Path

from tests.faults import controls, mounts
from tests.faults.kills import Victim
from tests.faults.row import Row, counted
from tests.faults.traveller import Acknowledged, Saving

_SHUTDOWN, _WITHOUT_JOURNAL = 0x8004587D, struct.pack("I", 2)
_MEGABYTES = 48
_WITHIN = (0.005, 0.15)
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
    due = sum(promised for promised, _faults in control)
    noticed = sum(bool(faults) for promised, faults in control if promised)
    yield Row(
        "control: unsynced, power cut",
        f"{noticed} of {due} losses were noticed",
        () if due and noticed * 2 >= due else ("it is blind",),
    )


def _row(name, cuts):
    faults = [fault for _promised, found in cuts for fault in found]
    promised = sum(promised for promised, _faults in cuts)
    return Row(name, f"{len(cuts)} cuts, {promised} of them after new savings", counted(faults))


def _cuts(scenario, count):
    """For every cut whether something had been promised since the last, and what was wrong."""
    chance = random.Random(2)  # noqa: S311 - not for a secret
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        image, disk = Path(folder) / "disk", Path(folder) / "mounted"
        mounts.file_system(image, _MEGABYTES)
        promised, cuts = [], []
        for _turn in range(count):
            with _powered(image, disk):
                victim = Victim(scenario, disk / "home")
                time.sleep(chance.uniform(*_WITHIN))
                too_soon = victim.has_ended()
                _shut_down(disk)
                said, fell = victim.end()
            promised = promised[-1:] + said
            with _powered(image, disk):
                (disk / "home").mkdir(exist_ok=True)
                last = [Acknowledged(number, 0.0) for number, _at in promised]
                faults = scenario.check(disk / "home", last)
            if too_soon:  # what it falls over after the cut is the cut
                faults.append(fell)
            cuts.append((bool(said), faults))
            if faults:
                mounts.file_system(image, _MEGABYTES)
                promised = []
        return cuts


def _shut_down(disk):
    descriptor = os.open(disk, os.O_RDONLY)
    fcntl.ioctl(descriptor, _SHUTDOWN, _WITHOUT_JOURNAL)
    os.close(descriptor)


def _powered(image, disk):
    return mounts.mounted("-o", "loop,noauto_da_alloc", image, at=disk)
