"""The books of a whole class at once: `reisblog export FILE... -d DIR`."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reisblog.cli.many_books import names_for
from tests import desks, pictures
from tests.test_cli import ROOT, program

pytestmark = pytest.mark.usefixtures("in_english")


def journey_in(folder, name="reis", photos=0, *, decoder=desks.IDLE):
    """A file with a journey of one halte."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.reisblog"
    with desks.new_desk(folder / "home", decoder=decoder, title=folder.name) as desk:
        contents = [pictures.jpeg(1600 + number, 1200) for number in range(photos)]
        laid = [
            desks.photo_of(desk, content, width=1600 + number, height=1200)
            for number, content in enumerate(contents)
        ]
        desk.add_stop(["wensboom"], photos=laid, text="Een dag.")
        desk.save(path)
    return path


def pages_there(folder):
    return sorted(path.name for path in folder.iterdir())


def test_each_journey_gets_its_book_and_who_has_the_same_name_is_told_apart(tmp_path):
    journeys = [journey_in(tmp_path / name) for name in ("anna", "bob")]
    journeys.append(journey_in(tmp_path / "cees", "Mijn jaar"))
    folder = tmp_path / "boeken"
    done = program(tmp_path, "export", *journeys, "-d", folder)
    assert done.returncode == 0
    assert pages_there(folder) == ["Mijn jaar.pdf", "reis (anna).pdf", "reis (bob).pdf"]
    assert sorted(done.stdout.splitlines()) == sorted(str(path) for path in folder.iterdir())
    assert len(done.stderr.splitlines()) == 3
    assert done.stderr.splitlines()[-1].startswith("3/3  ")
    assert all(path.read_bytes().startswith(b"%PDF-") for path in folder.iterdir())


def test_the_same_books_come_of_it_as_one_by_one(tmp_path):
    journey = journey_in(tmp_path / "anna", photos=2)
    one = tmp_path / "one.pdf"
    assert program(tmp_path, "export", journey, "-o", one, "--paper", "a5").returncode == 0
    program(tmp_path, "export", journey, "-d", tmp_path / "boeken", "--paper", "a5")
    assert (tmp_path / "boeken" / "reis.pdf").read_bytes() == one.read_bytes()


def test_of_each_is_said_how_many_haltes_are_not_in_it(tmp_path):
    one, other = (journey_in(tmp_path / name, name) for name in ("anna", "bob"))
    assert program(tmp_path, "place", other, "-", "--for", "mij").returncode == 0
    done = program(tmp_path, "export", one, other, "-d", tmp_path / "boeken")
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    after = lines[next(n for n, line in enumerate(lines) if line.endswith(str(other))) + 1]
    assert after == "One stop is not in it: this book is for the conversation."


def test_one_that_fails_does_not_keep_the_others(tmp_path):
    good = journey_in(tmp_path / "anna")
    bad = tmp_path / "kapot.reisblog"
    bad.write_text("no journey", encoding="utf-8")
    folder = tmp_path / "boeken"
    done = program(tmp_path, "export", bad, good, tmp_path / "weg.reisblog", "-d", folder)
    assert done.returncode == 1
    assert "“kapot.reisblog” is not a journey" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == f"{folder / 'reis.pdf'}\n"
    assert pages_there(folder) == ["reis.pdf"]


def test_what_stands_there_stays_unless_it_may_go(tmp_path):
    journey, folder = journey_in(tmp_path / "anna"), tmp_path / "boeken"
    folder.mkdir()
    (folder / "reis.pdf").write_bytes(b"older")
    done = program(tmp_path, "export", journey, "-d", folder)
    assert done.returncode == 1
    assert done.stderr.count("With --force it is replaced.") == 1
    assert (folder / "reis.pdf").read_bytes() == b"older"
    assert program(tmp_path, "export", journey, "-d", folder, "--force").returncode == 0
    assert (folder / "reis.pdf").read_bytes().startswith(b"%PDF-")


def test_where_nothing_was_made_no_folder_is_left(tmp_path):
    bad = tmp_path / "kapot.reisblog"
    bad.write_text("no journey", encoding="utf-8")
    assert program(tmp_path, "export", bad, "-d", tmp_path / "boeken").returncode == 1
    assert not (tmp_path / "boeken").exists()


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path):
    journeys = [journey_in(tmp_path / name) for name in ("anna", "bob")]
    done = program(tmp_path, "export", *journeys, "-d", tmp_path / "weg" / "boeken")
    assert done.returncode == 1
    assert done.stderr.count("cannot be made") == 1
    file = tmp_path / "een-bestand"
    file.write_bytes(b"")
    assert program(tmp_path, "export", *journeys, "-d", file).returncode == 1
    assert file.read_bytes() == b""


def test_many_journeys_do_not_go_into_one_book(tmp_path):
    done = program(tmp_path, "export", "a", "b", "-o", tmp_path / "boek.pdf")
    assert done.returncode == 2
    assert "with -d DIR" in done.stderr


def test_names_never_collide():
    journeys = [
        Path("/klas/anna/reis.reisblog"),
        Path("/klas/Anna/REIS.reisblog"),
        Path("/elders/anna/reis.reisblog"),
        Path("/klas/anna/reis.reisblog"),
        Path("/klas/bob/Café.reisblog"),
        Path("/klas/cees/Cafe\u0301.reisblog"),
        Path("/klas/cees/los.reisblog"),
    ]
    names = [out.name for out in names_for(journeys, Path("/uit")).values()]
    assert names == [
        "reis (anna).pdf",
        "REIS (Anna) 2.pdf",
        "reis (anna) 3.pdf",
        "Café (bob).pdf",
        "Cafe\u0301 (cees).pdf",
        "los.pdf",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.usefixtures("hears_signals")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 128 + signal.SIGTERM)]
)
def test_being_told_to_stop_leaves_whole_books_or_none(tmp_path, number, code):
    """Ctrl+C in a terminal reaches every process there; a system tells the first alone."""
    journeys = [journey_in(tmp_path / f"nummer {at}", photos=30) for at in range(8)]
    folder = tmp_path / "boeken"
    surroundings = os.environ | {"REISBLOG_HOME": str(tmp_path / "home"), "LANGUAGE": "en"}
    with subprocess.Popen(
        [sys.executable, "-m", "reisblog", "export", *journeys, "-d", folder],
        cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as process:  # fmt: skip
        until = time.monotonic() + 30
        while time.monotonic() < until and not (folder.exists() and any(folder.iterdir())):
            time.sleep(0.01)
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        _said, told = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in told
    left = list(folder.iterdir()) if folder.exists() else []
    assert len(left) < len(journeys)
    assert all(path.suffix == ".pdf" for path in left)
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in left)
    assert all_are_gone(process.pid)


def all_are_gone(group):
    """Whether of a group of processes none is left after some seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
