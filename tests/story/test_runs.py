"""No character that can be typed gets lost on its way to a font."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.story.directions import base_level, levels
from reisblog.story.runs import Code, Run, characters, in_visual_order, reading_order, shaped


def told(runs):
    """The text behind some runs, in whatever order its clusters stand on paper."""
    return sorted(
        letter
        for run in runs
        for part in ([run.text] if isinstance(run, Code) else [c.text for c in run.clusters])
        for letter in part
    )


def fonts_of(text, voice="reading"):
    return [run.face.file_name.split("-")[0] for run in shaped(text, voice, 0)]


def test_a_dutch_word_stays_in_the_reading_font():
    assert fonts_of("stagebegeleidster") == ["AtkinsonHyperlegibleNext"]


def test_a_word_with_one_foreign_letter_does_not_mix_two_fonts():
    assert fonts_of("Nguyễn") == ["NotoSans"]


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Привіт", "NotoSans"),
        ("Καλημέρα", "NotoSans"),
        ("ሰላም", "NotoSansEthiopic"),
        ("नमस्ते", "NotoSans"),
        ("สวัสดี", "NotoSansThai"),
        ("გამარჯობა", "NotoSansGeorgian"),
        ("Բարեւ", "NotoSansArmenian"),
        ("שלום", "NotoSansHebrew"),
        ("سلام", "NotoSansArabic"),
        ("你好", "NotoSansSC"),
        ("こんにちは", "NotoSansSC"),
        ("안녕하세요", "NotoSansKR"),
    ],
)
def test_every_script_of_the_class_has_a_font(text, font):
    assert fonts_of(text) == [font]


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🇳🇱", "👍🏽", "🎒", "👩🏽‍🎓"])
def test_an_emoji_of_several_characters_is_one_picture(emoji):
    (run,) = shaped(emoji, "reading", 0)
    assert run.face.in_colour
    assert (
        len([glyph for cluster in run.clusters for glyph in cluster.glyphs if glyph.advance]) == 1
    )
    assert told([run]) == sorted(emoji)


def test_a_keycap_is_an_emoji_and_its_digit_alone_is_not():
    assert fonts_of("1️⃣") == ["Twemoji.ttf"]
    assert fonts_of("1") == ["AtkinsonHyperlegibleNext"]


def test_an_emoji_that_is_meant_as_text_and_one_too_young_for_colour_are_outlines():
    assert fonts_of("☕︎") == ["NotoSansSymbols2"]
    assert fonts_of("🍋‍🟩") == ["NotoEmoji"]
    assert fonts_of("☕") == ["Twemoji.ttf"]


def test_an_emoji_that_nobody_drew_is_shown_as_its_parts():
    runs = shaped("👨‍🌵", "reading", 0)
    assert [run.text for run in runs] == ["👨", "\u200d🌵"]
    assert all(run.face.in_colour for run in runs)


def test_words_are_in_letters_made_for_words_even_beside_a_sign():
    assert fonts_of("✗stage") == ["NotoSansSymbols2", "AtkinsonHyperlegibleNext"]
    assert fonts_of("\U0001d4e2tage") == ["NotoSansMath", "AtkinsonHyperlegibleNext"]


def test_what_no_font_covers_becomes_a_boxed_code():
    (code,) = shaped("\ue000", "reading", 0)
    assert isinstance(code, Code)
    assert code.digits == "E000"


def test_accents_typed_apart_belong_to_their_letter():
    (run,) = shaped("e\u0301e\u0301n", "reading", 0)
    assert run.face.file_name.startswith("Atkinson")


def test_right_to_left_runs_stand_in_visual_order():
    text = "ja שלום nee"
    found = levels(text)
    assert found is not None
    assert found[3:7] == [1, 1, 1, 1]
    word = shaped("שלום", "reading", 1)
    first, second = Code("a", 0), Code("b", 1)
    assert in_visual_order([first, second, *word]) == [first, *word, second]


@given(st.lists(st.integers(0, 4), max_size=9))
def test_what_stands_in_visual_order_is_read_in_reading_order(some):
    runs = [Code(chr(0xE000 + at), level) for at, level in enumerate(some)]
    standing = in_visual_order(runs)
    assert [standing[at] for at in reading_order(standing)] == runs


def shown(text):
    """A line as it stands on paper, from left to right; brackets as they look."""
    found = levels(text)
    runs = [Code(letter, level) for letter, level in zip(text, found, strict=True)]
    looks = {"(": ")", ")": "(", "[": "]", "]": "["}
    return "".join(
        looks.get(run.text, run.text) if run.level % 2 else run.text
        for run in in_visual_order(runs)
        if run.text not in "\u2066\u2067\u2068\u2069"
    )


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("אבג (Word 2019)", "(Word 2019) גבא"),
        ("אבג Word (2019)", "Word (2019) גבא"),
        ("אבג (12) דה", "הד (12) גבא"),
        ("Noor (אבג) leest", "Noor (גבא) leest"),
        ("Noor [אבג (דה)], 12", "Noor [(הד) גבא], 12"),
        ("\u2068אבג\u2069, 12 jaar", "גבא, 12 jaar"),
        ("אבג \u2066Noor (17)\u2069 דה", "הד Noor (17) גבא"),
    ],
)
def test_brackets_and_isolates_stay_whole_between_directions(typed, standing):
    assert shown(typed) == standing


def test_what_is_isolated_does_not_turn_a_paragraph():
    assert base_level("\u2067אבג\u2069 Noor") == 0
    assert base_level("אבג Noor") == 1


def test_a_thousand_isolates_within_one_another_are_borne():
    assert len(levels("\u2067" * 1000 + "אבג")) == 1003


def test_plain_text_needs_no_bidirectional_work():
    assert levels("gewoon één regel") is None


def test_characters_keep_flags_families_and_marks_together():
    assert characters("a🇳🇱🇧🇪e\u0301👨‍👩‍👧") == ["a", "🇳🇱", "🇧🇪", "e\u0301", "👨‍👩‍👧"]


@given(st.text(st.characters(exclude_categories=["Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12))
def test_no_character_is_ever_dropped(text):
    runs = shaped(text, "reading", 0)
    assert told(runs) == sorted(text)
    assert all(isinstance(run, Run | Code) for run in runs)


@given(
    st.text(
        alphabet=st.sampled_from("a\u05d0\u0627 1.()\u2067\u2069\u202b\u202c\u0660\U00018cd6"),
        max_size=14,
    )
)
def test_every_mix_of_directions_has_levels(text):
    found = levels(text)
    assert found is None or len(found) == len(text)
