"""The program never asks after somebody's learning, never counts it, and never demands."""

import json
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
ABOUT_FILES = re.compile(r"\b(schijf|bestand|in orde)\b")
"""A question may be about a disk or a file: they are asked of somebody who can look."""
COUNTED = re.compile(
    r"(\d+|\{\w+\}) ?(van( de)?|of|/|uit) ?(\d+|\{\w+\})|\bprocent\b|\bscores?\b|\bpunten\b"
    r"|\b(bezocht|ontbrekende?|nog niet bezochte) plaats",
    re.IGNORECASE,
)
COMING_IN = {"Foto {done} van {many}"}
"""Photos that are being read; and how large the map is shown is a percentage, of the map."""
DEMANDED = re.compile(r"\b(moet|moeten|moest|verplicht\w*|vergeten|vergeet)\b", re.IGNORECASE)
JARGON_OF_ARGPARSE = re.compile(r"%[(rs]")
NEVER = re.compile(r"\b(oeps|helaas|fout|ongeldig|ik|mij|mijn)\b|!", re.IGNORECASE)
YOURS = {"Mijn pad", "Volg mijn pad", "mijn reis"}
"""What the pen is called, and the file of a journey without a title."""


def interface():
    with (ROOT / "reisblog" / "texts" / "nl.po").open("rb") as file:
        catalogue = read_po(file, locale="nl")
    for message in catalogue:
        for text in [message.string] if isinstance(message.string, str) else message.string:
            if message.id and not JARGON_OF_ARGPARSE.search(text):
                yield text


def cards():
    legend = json.loads((ROOT / "assets" / "places.json").read_text(encoding="utf-8"))
    for entry in (*legend["places"], *legend["aids"]):
        for field in ("name", "where", "carries", "told"):
            value = entry.get(field, "")
            yield value if isinstance(value, str) else value["nl"]


EVERYTHING = [*interface(), *cards()]


def test_there_is_something_to_look_at():
    assert len(EVERYTHING) > 600


@pytest.mark.parametrize("text", [text for text in EVERYTHING if "?" in text])
def test_only_files_and_disks_are_asked_after(text):
    assert ABOUT_FILES.search(text)


def test_nothing_is_counted_scored_or_missed():
    found = [text for text in EVERYTHING if COUNTED.search(text) and text not in COMING_IN]
    assert found == []


def test_a_percentage_is_only_the_size_of_the_map():
    assert [text for text in EVERYTHING if "%" in text] == ["{percent} %"]


def test_nothing_is_demanded():
    assert [text for text in EVERYTHING if DEMANDED.search(text)] == []


def test_the_program_neither_shouts_nor_blames_nor_says_i():
    assert [text for text in EVERYTHING if NEVER.search(text) and text not in YOURS] == []
