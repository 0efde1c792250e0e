"""The texts are our own: none has eight words in a row from the document the map comes from.

Of that document only the beginnings of hashes are kept here, one for each eight words in a row.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from reisblog import resources
from reisblog.examples.student import NOOR
from reisblog.examples.teacher import ROB

_IN_A_ROW = 8
_KNOWN = frozenset((Path(__file__).parent / "data" / "source-eight-words.txt").read_text().split())


def runs(text: str) -> Iterator[str]:
    """The beginning of the hash of each eight words in a row."""
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - _IN_A_ROW + 1):
        run = " ".join(words[start : start + _IN_A_ROW])
        yield hashlib.sha256(run.encode()).hexdigest()[:8]


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_strings, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_strings, value))


def _interface() -> Iterator[str]:
    catalogue = Path(resources.__file__).parent / "texts" / "nl.po"
    with catalogue.open("rb") as file:
        for message in read_po(file):
            yield from [message.string] if isinstance(message.string, str) else message.string


def _places() -> Iterator[str]:
    yield from _strings(json.loads(resources.places().read_text(encoding="utf-8")))


def _examples() -> Iterator[str]:
    for telling in (NOOR, ROB):
        yield from (halte.text for halte in telling.haltes)


def test_eight_words_in_a_row_are_noticed_whatever_stands_between_them():
    assert len(_KNOWN) > 2000
    one = set(runs("Een, twee. Drie vier\nvijf (zes) ZEVEN acht negen"))
    assert len(one) == 2
    assert one & set(runs("nul een twee drie vier vijf zes zeven acht"))
    assert not set(runs("een twee drie vier vijf zes zeven"))


@pytest.mark.parametrize("texts", [_interface, _places, _examples])
def test_every_text_is_our_own(texts):
    for text in texts():
        assert not set(runs(text)) & _KNOWN, text
