"""Whatever can be typed comes out: drawn, or as a boxed code, and it reads back as it was typed."""

from __future__ import annotations

import io
import random
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from reisblog.model import edits
from reisblog.model.book import Form, Paper, Quality, Wish
from reisblog.story import styles
from reisblog.story.marks import Text
from reisblog.story.pdf import compose, write_story
from reisblog.story.properties import Properties
from reisblog.story.runs import Code, shaped
from reisblog.story.sheet import Sheet
from reisblog.story.telling import Telling
from reisblog.story.typesetting import set_lines
from tests import many_tongues
from tests.story.conftest import Album
from tests.story.tagged import Told

EMOJI = (Path(__file__).parents[1] / "data" / "emoji.txt").read_text("utf-8").split()
"""All fully qualified emoji of Unicode 16 (its emoji-test.txt)."""
BMP = [
    letter
    for letter in map(chr, range(0x10000))
    if unicodedata.category(letter) not in {"Cn", "Cs", "Cc", "Zl", "Zp", "Zs"}
]
STEERING = "".join(map(chr, [0xAD, 0x200B, *range(0x200C, 0x2010), *range(0x202A, 0x202F)]))


def document(words, *, style=styles.TEXT, width=500.0):
    """A document of these words, page after page, and the characters that no font knows."""
    target = io.BytesIO()
    sheet = Sheet(properties=Properties(""), pictures=None, quality=Quality.SCREEN, target=target)
    lines = set_lines(" ".join(words), voice=style.voice, width=width / style.size, language="nl")
    for begin in range(0, len(lines), 50):
        with sheet.page(width + 60, 842):
            Text(lines[begin : begin + 50], 30, 30, width, style).draw(sheet, None)
    sheet.finish()
    return target.getvalue(), sheet.lacking.characters


def read(content):
    """All text of a document as PDFium has it, without what is between words."""
    with pypdfium2.PdfDocument(content) as made:
        pages = [page.get_textpage().get_text_range() for page in made]
    return bare("".join(pages))


def bare(text):
    steering = str.maketrans("", "", STEERING + "\ufffe")
    return "".join(text.translate(steering).split())


def test_every_character_of_the_basic_plane_is_drawn_or_shown_as_its_code():
    for letter in BMP:
        runs = shaped(letter, "reading", 0)
        assert "".join(run.text for run in runs) == letter
        if not any(isinstance(run, Code) for run in runs):
            assert all(glyph.gid for run in runs for c in run.clusters for glyph in c.glyphs)


def test_characters_that_no_font_knows_are_all_named_and_read_back():
    unknown = [letter for letter in BMP if isinstance(shaped(letter, "title", 0)[0], Code)]
    some = random.Random(7).sample(unknown, 600)  # noqa: S311 - the same ones each time
    content, named = document(some)
    assert named == set(some)
    found = read(content)
    assert sum(letter not in found for letter in some) == 0


def test_every_emoji_is_one_picture_and_reads_back_as_it_was_typed():
    for emoji in EMOJI:
        (run,) = shaped(emoji, "reading", 0)
        assert not isinstance(run, Code)
        (cluster,) = run.clusters
        assert sum(glyph.advance != 0 for glyph in cluster.glyphs) == 1
    content, named = document(EMOJI)
    assert not named
    assert read(content) == bare("".join(EMOJI))


def test_nearly_all_emoji_are_in_colour():
    in_colour = sum(shaped(emoji, "reading", 0)[0].face.in_colour for emoji in EMOJI)
    assert in_colour / len(EMOJI) > 0.96


@pytest.mark.parametrize("seed", range(6))
def test_any_mixture_of_characters_is_set_and_drawn(seed):
    chance = random.Random(seed)  # noqa: S311 - the same ones each time
    letters = [*BMP, *EMOJI, *map(chr, range(0x10000, 0x10400)), *"\t\n\u2028 "]
    words = ["".join(chance.choices(letters, k=chance.randint(1, 9))) for _ in range(300)]
    words += ["".join(chance.choices("ab1(\u05d0\u0627\u0660\u2067\u2068\u2069\u202e", k=40))]
    content, named = document(words, style=chance.choice([styles.TITLE, styles.CAPTION]))
    assert content.startswith(b"%PDF")
    assert all(isinstance(shaped(letter, "reading", 0)[0], Code) for letter in named)


TONGUES = ("arabic", "tigrinya", "ukrainian", "chinese", "emoji")


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_book_in_any_tongue_says_all_that_was_told(tongue, atlas):
    journey = getattr(many_tongues, tongue)()
    target = io.BytesIO()
    lacking = write_story(journey, atlas, Album(), target)
    assert not lacking.characters
    content = target.getvalue()
    said = bare("".join(sayings(Told(content)))) if tongue == "arabic" else read(content)
    for stop in journey.stops.values():
        for part in (stop.title, stop.when, *stop.text.split("\n\n")):
            assert bare(part) in said
    for record in (*journey.photos.values(), *journey.companions.values()):
        assert bare(getattr(record, "caption", "") or getattr(record, "name", "")) in said


def sayings(told):
    """What the tree says in words of its own, as it does where lines run from right to left."""
    return [element.get("/ActualText") for element in told.all()]


def test_letters_of_arabic_and_hebrew_read_back_in_their_order():
    words = [
        *("وصلتُ", "مبكرًا", "جدًا", "قالت", "السيدة", "فاطمة", "لأن", "سؤالاً", "ئەمڕۆ"),
        *("שָׁלוֹם", "ראשון"),
    ]
    content, _named = document(words)
    found = unicodedata.normalize("NFC", read(content))
    assert [word for word in words if unicodedata.normalize("NFC", word) not in found] == []


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.SCREEN])
@pytest.mark.parametrize("tongue", TONGUES)
def test_no_words_in_any_tongue_leave_the_page(tongue, form, paper, atlas):
    journey = edits.wish_for(getattr(many_tongues, tongue)(), Wish(form=form, paper=paper))
    for page in compose(Telling(journey, atlas, journey.book, "")):
        for mark in page.marks:
            for line in mark.lines if isinstance(mark, Text) else ():
                spare = mark.width - line.width * mark.style.size
                left = mark.x + (spare if line.rtl else 0.0)
                assert left >= 0
                assert left + line.width * mark.style.size <= page.width
