"""What `dev.py` does before there is anything but Python."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def environment(tmp_path):
    """An environment with a package of one file, a library and what Python made of them."""
    package = tmp_path / "environment" / "lib" / "package"
    (package / "__pycache__").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "notes.txt").write_text("short", encoding="utf-8")
    (package / "library.so").write_bytes(bytes(100_000))
    (package / "__pycache__" / "large.pyc").write_bytes(bytes(100_000))
    return tmp_path / "environment"


def test_an_environment_is_what_it_was_made_for_until_something_is_gone(environment):
    from workshop import stamp  # noqa: PLC0415 - it lies beside dev.py

    assert stamp.made_for(environment) == ""
    stamp.put(environment, "this")
    assert stamp.made_for(environment) == "this"
    assert stamp.is_whole(environment)
    package = environment / "lib" / "package"
    (package / "__pycache__" / "large.pyc").unlink()
    (package / "notes.txt").write_text("longer", encoding="utf-8")
    assert stamp.is_whole(environment)
    stamp.take_away(environment)
    assert stamp.made_for(environment) == ""


@pytest.mark.parametrize(
    "harm",
    [
        lambda package: (package / "__init__.py").unlink(),
        lambda package: (package / "library.so").unlink(),
        lambda package: os.truncate(package / "library.so", 60_000),
        lambda package: package.rename(package.with_name("other")),
    ],
    ids=["package", "library", "cut-off", "folder"],
)
def test_what_is_gone_or_cut_off_is_noticed(environment, harm):
    from workshop import stamp  # noqa: PLC0415

    stamp.put(environment, "this")
    harm(environment / "lib" / "package")
    assert not stamp.is_whole(environment)


def test_a_stamp_that_is_not_whole_itself_counts_for_nothing(environment):
    from workshop import stamp  # noqa: PLC0415

    stamp.put(environment, "this")
    os.truncate(environment / "reisblog-stamp", 20)
    assert stamp.made_for(environment) != "this"
    (environment / "reisblog-stamp").write_bytes(b"\xff\xfe")
    assert stamp.made_for(environment) == ""


@pytest.mark.parametrize(
    ("word", "file"),
    [
        ("reis", "reis.reisblog"),
        ("reis.reisblog", "reis.reisblog"),
        ("een jaar", "een jaar.reisblog"),
        ("photo.jpg", "photo.jpg"),
        ("both", "both"),
        ("nowhere", None),
        ("nowhere.reisblog", None),
        ("--version", None),
        ("", None),
        ("long" * 100, None),
    ],
)
def test_a_word_after_run_names_the_same_file_as_in_the_program(tmp_path, word, file):
    from workshop import commands  # noqa: PLC0415

    for name in ("reis.reisblog", "een jaar.reisblog", "photo.jpg", "both", "both.reisblog"):
        (tmp_path / name).touch()
    assert commands._file_named(word) == (Path(file) if file else None)


@pytest.fixture
def display(monkeypatch):
    """The workshop's own way without a display, with the Python of this test."""
    from workshop import display  # noqa: PLC0415

    monkeypatch.setattr(display, "_REISBLOG", [sys.executable, "-P", "-m", "reisblog"])
    return display


def test_without_a_display_a_file_that_is_no_journey_leaves_nothing_behind(display, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"no journey")
    assert display.show_without(tmp_path / "photo.jpg") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]


def test_without_a_display_it_is_told_where_nothing_can_be_made(display, tmp_path):
    from workshop.terminal import Stop  # noqa: PLC0415

    (tmp_path / "reisblog-voorbeeld").touch()
    with pytest.raises(Stop, match="folder in which you may write"):
        display.show_without(None)
