"""A file that is open elsewhere is told of, by its time alone."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from reisblog.storage.presence import Presence


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "reis.reisblog"
    path.write_bytes(b"a journey")
    return path


def test_the_second_hears_since_when(file):
    first, second = Presence(file), Presence(file)
    assert first.claim() is None
    since = second.claim()
    assert abs(since - datetime.now(UTC)) < timedelta(seconds=5)
    first.leave()
    assert second.claim() is None
    second.leave()


def test_nothing_is_left_beside_the_file(file):
    presence = Presence(file)
    presence.claim()
    [mark] = [path for path in file.parent.iterdir() if path != file]
    assert mark.name == "~$reis.reisblog.lock"
    assert datetime.fromisoformat(mark.read_text(encoding="ascii"))
    presence.leave()
    assert list(file.parent.iterdir()) == [file]


def test_who_was_refused_takes_nothing_away_by_leaving(file):
    first, second = Presence(file), Presence(file)
    first.claim()
    second.claim()
    second.leave()
    assert Presence(file).claim() is not None
    first.leave()


def test_what_a_killed_program_left_is_nobodys(file):
    script = (
        "import os, sys; from pathlib import Path; from reisblog.storage.presence import Presence;"
        "Presence(Path(sys.argv[1])).claim(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, file], check=False)
    assert (file.parent / "~$reis.reisblog.lock").exists()
    presence = Presence(file)
    assert presence.claim() is None
    presence.leave()


def test_a_link_leads_to_the_same_file(file, tmp_path):
    link = tmp_path / "link.reisblog"
    link.symlink_to(file)
    first = Presence(file)
    first.claim()
    assert Presence(link).claim() is not None
    first.leave()


def test_where_nothing_can_be_written_nothing_is_told(tmp_path):
    presence = Presence(tmp_path / "gone" / "reis.reisblog")
    assert presence.claim() is None
    presence.leave()


@pytest.mark.parametrize("content", [b"a letter to grandma", os.urandom(300)])
def test_what_only_happens_to_be_called_so_is_left_as_it_is(file, content):
    other = file.parent / "~$reis.reisblog.lock"
    other.write_bytes(content)
    presence = Presence(file)
    assert presence.claim() is None
    presence.leave()
    assert other.read_bytes() == content


def test_a_link_that_is_called_so_is_not_followed(file):
    (file.parent / "~$reis.reisblog.lock").symlink_to(file)
    presence = Presence(file)
    assert presence.claim() is None
    presence.leave()
    assert file.read_bytes() == b"a journey"
