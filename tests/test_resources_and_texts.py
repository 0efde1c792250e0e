"""What ships with the program is there, and it speaks Dutch."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from reisblog import look, resources, texts
from reisblog.resources import Folders

PACKAGE = Path(resources.__file__).parent
DUTCH = PACKAGE / "texts" / "nl.po"
OF_ARGPARSE = [
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "unrecognized arguments: %s",
    "the following arguments are required: %s",
    "expected one argument",
    "expected at least one argument",
    "expected at most one argument",
    "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "%(prog)s: error: %(message)s\n",
]
"""What argparse says to a person; it asks our catalogue."""
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sr]|%[sr]")
NEVER = re.compile(r"\b(oeps|helaas|fout|ongeldig|verplicht|ik)\b|!", re.IGNORECASE)


@cache
def said():
    """Every text in the source, as its singular, with where it stands."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for line, message, _comments, _context in extract_from_file(
            "python", file, keywords={"_": None, "gettext": None, "ngettext": (1, 2)}
        ):
            singular = message if isinstance(message, str) else message[0]
            found.setdefault(singular, f"{file.relative_to(PACKAGE)}:{line}")
    return found


@cache
def dutch():
    with DUTCH.open("rb") as file:
        return read_po(file, locale="nl", abort_invalid=True)


def pairs():
    """Every English text of the catalogue with its Dutch."""
    for message in dutch():
        if message.id:
            many = isinstance(message.id, tuple)
            english = message.id if many else [message.id]
            yield from zip(english, message.string if many else [message.string], strict=True)


def test_every_text_is_there_in_dutch():
    missing = {
        text: where
        for text, where in said().items()
        if dutch().get(text) is None or not dutch().get(text).string
    }
    assert not missing


@pytest.mark.parametrize("text", OF_ARGPARSE)
def test_argparse_speaks_dutch_too(text):
    assert dutch().get(text).string


def test_nothing_is_left_in_the_catalogue_that_nobody_says():
    assert not {
        message.id
        for message in dutch()
        if message.id
        and (message.id if isinstance(message.id, str) else message.id[0]) not in said()
        and "%" not in str(message.id)
        and message.id not in OF_ARGPARSE
    }


def test_every_placeholder_is_filled_in_in_dutch_as_well():
    for english, translated in pairs():
        assert set(PLACEHOLDER.findall(translated)) <= set(PLACEHOLDER.findall(english)), translated
        named = {each for each in PLACEHOLDER.findall(english) if each.startswith("{")}
        assert named - {"{n}"} <= set(PLACEHOLDER.findall(translated)), translated


def test_the_tone_is_kind():
    assert not [text for _english, text in pairs() if NEVER.search(text)]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nl"),
        ({"LANG": "C"}, "nl"),
        ({"LC_ALL": "C.UTF-8"}, "nl"),
        ({"LANG": "POSIX"}, "nl"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en-US"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "nl"),
        ({"LANGUAGE": "de:en", "LANG": "de_DE"}, "en"),
        ({"LANGUAGE": "de", "LANG": "en_US"}, "en"),
        ({"LANGUAGE": "nl", "LANG": "en_US.UTF-8"}, "nl"),
        ({"LC_ALL": "nl_BE", "LANG": "en_US"}, "nl"),
        ({"LC_MESSAGES": "en_US", "LANG": "nl_NL"}, "en"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
    ],
    ids=str,
)
def test_the_language_is_what_the_system_asks_for_and_else_dutch(environment, language):
    assert texts.language_of(environment) == language


def test_english_is_spoken_as_it_stands_in_the_source():
    before = texts.language()
    try:
        texts.use("en")
        assert texts.language() == "en"
        assert texts._("Undo") == "Undo"
        assert [texts.ngettext("{n} photo", "{n} photos", n) for n in (1, 2)] == [
            "{n} photo",
            "{n} photos",
        ]
    finally:
        texts.use(before)


def test_all_fonts_and_the_map_are_there():
    for name in look.FONT_FILES.values():
        assert resources.font(name).is_file()
    for name in ("map.svg", "places.json"):
        assert (resources.assets() / name).is_file()


def test_every_font_and_icon_comes_with_its_licence():
    fonts = {path.name for path in (resources.assets() / "fonts").iterdir()}
    for font in fonts:
        if font.endswith(".ttf"):
            assert f"OFL-{font.split('-')[0].removesuffix('.ttf')}.txt" in fonts
    assert any((resources.assets() / "icons").glob("LICENSE*"))
    assert resources.icon("save").is_file()


def test_a_home_of_its_own_holds_all_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path))
    folders = Folders.of_this_user()
    assert folders == Folders.below(tmp_path)
    every = [folders.settings, folders.recovery, folders.cache, folders.log]
    assert len(set(every)) == 4
    assert all(tmp_path in folder.parents for folder in every)


def test_without_one_the_platform_says_where(monkeypatch):
    monkeypatch.delenv("REISBLOG_HOME", raising=False)
    folders = Folders.of_this_user()
    assert "reisblog" in str(folders.settings)
    assert folders.recovery.name == "recovery"
