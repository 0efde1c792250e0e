"""A short look at what `packaging/dev.py faults` proves at length.

Each part runs as a program of its own: it forks, and a process that tests run in has threads.
"""

import subprocess
import sys

import msgspec
import pytest

from tests.faults.row import Row

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks and traces of Linux")


def rows_of(part, *options):
    command = [sys.executable, "-m", "tests.faults", part, "--json", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [msgspec.json.decode(line, type=Row) for line in done.stdout.splitlines()]


def hold(rows):
    """Whether all does; what could not be tried here is said as loudly as pytest can."""
    assert rows
    assert [(row.name, row.faults) for row in rows if not row.holds] == []
    if skipped := [f"{row.name}: {row.skipped}" for row in rows if row.skipped]:
        pytest.skip("; ".join(skipped))


@linux
@pytest.mark.parametrize("part", ["kills", "calls", "recording", "disks", "power"])
def test_a_file_survives(part):
    hold(rows_of(part, "--fast"))
