"""Text in lines."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.story.runs import Run
from reisblog.story.typesetting import set_balanced, set_lines, set_one_line


def lines(text, *, width=20.0, language="nl"):
    return set_lines(text, voice="reading", width=width, language=language)


def read(line):
    return "".join(
        "".join(cluster.text for cluster in run.clusters) if isinstance(run, Run) else run.text
        for run in line.runs
    )


def test_no_line_is_wider_than_the_measure():
    text = "Op vrijdag liep ik mee met de wijkverpleegkundige, en dat was leuk. " * 20
    assert all(line.width <= 20 for line in lines(text))


def test_a_long_dutch_word_is_hyphenated_rather_than_leaving_a_short_line():
    made = [read(line) for line in lines("ik had een studieloopbaanbegeleidingsgesprek", width=15)]
    assert made[0].endswith("\u00ad")
    assert "".join(made).replace("\u00ad", "").replace(" ", "") == (
        "ikhadeenstudieloopbaanbegeleidingsgesprek"
    )


def test_own_line_ends_are_kept():
    assert [read(line) for line in lines("een\ntwee\r\n\r\ndrie")] == ["een", "twee", "", "drie"]


def test_many_empty_lines_leave_no_more_white_than_two():
    assert len(lines("een" + "\n" * 50 + "twee")) == 4


def test_a_word_of_five_thousand_letters_is_broken_and_fills_its_lines():
    made = lines("x" * 5000)
    assert "".join(read(line) for line in made) == "x" * 5000
    assert all(18.5 < line.width <= 20 for line in made[:-1])


def test_a_soft_hyphen_shows_only_where_a_line_ends():
    (line,) = lines("slaap\u00adzak")
    assert read(line) == "slaapzak"
    made = lines("een hele grote slaap\u00adzak", width=9.3, language="")
    assert read(made[0]).endswith("slaap\u00ad")


def test_a_paragraph_in_arabic_runs_from_the_right():
    (line,) = lines("سلام عليكم")
    assert line.rtl
    assert not lines("hallo سلام")[0].rtl


def test_a_title_has_lines_of_about_the_same_length():
    first, second = set_balanced(
        "Een jaar in de zorg, en wat ik daar vond", voice="title", width=17, language="nl"
    )
    assert abs(first.width - second.width) < 3


def test_a_line_too_long_for_the_foot_ends_with_an_ellipsis():
    line = set_one_line("heel erg lang " * 40, voice="reading", width=12)
    assert line.width <= 12
    assert read(line).endswith("\u2026")


def test_a_hundred_thousand_characters_take_no_minute():
    begun = time.perf_counter()
    made = lines("Ik dacht aan van alles en nog wat. " * 2860)
    assert len(made) > 1000
    assert time.perf_counter() - begun < 10


@given(st.text(max_size=60), st.floats(1.5, 30))
def test_every_character_but_white_space_is_on_some_line(text, width):
    shown = "".join(read(line) for line in lines(text, width=width))
    wanted = sorted(c for c in text if not c.isspace() and c not in "\u00ad\x1c\x1d\x1e\x85")
    assert sorted(c for c in shown if not c.isspace() and c != "\u00ad") == wanted


CHINESE = "我去年在医院实习。每天早上七点开始，第一周「什么都」不懂（真的）。"  # noqa: RUF001
JAPANESE = "ゆっくりでいいよ、先生は。"
NEVER_FIRST, NEVER_LAST = "。，、」）", "「（"  # noqa: RUF001


@pytest.mark.parametrize("width", [6.0, 7.0, 8.0, 9.5, 11.0])
def test_no_line_of_chinese_or_japanese_begins_with_a_stop_or_ends_with_a_bracket(width):
    text = (CHINESE + JAPANESE) * 3
    lines = set_lines(text, voice="reading", width=width, language="zh")
    told = ["".join(part.text for run in line.runs for part in run.clusters) for line in lines]
    assert "".join(told) == text
    assert not any(line[0] in NEVER_FIRST for line in told)
    assert not any(line[-1] in NEVER_LAST for line in told)


@pytest.mark.parametrize("width", [10.0, 12.0, 16.0, 20.0])
def test_an_address_gets_no_hyphen_of_ours(width):
    text = (
        "Kijk op https://www.stageloopbaanbegeleiding.nl/verpleegkundigenopleiding of mail naar "
        "arbeidsmarktcommunicatie@ziekenhuisgroep.nl"
    )
    made = [read(line) for line in lines(text, width=width)]
    assert "\u00ad" not in "".join(made)
    assert "".join(made).replace(" ", "") == text.replace(" ", "")


THAI = "ฉันเรียนการดูแลผู้สูงอายุที่โรงพยาบาลและได้เรียนรู้วิธีวัดความดันโลหิตด้วยตัวเองเป็นครั้งแรก"
HINDI = "प्रतिस्पर्धात्मकताविश्वविद्यालयक्षत्रियश्रृंगारप्रशिक्षणकार्यक्रम"


@pytest.mark.parametrize("width", [3.0, 5.0, 9.0, 14.0])
@pytest.mark.parametrize("text", [THAI, HINDI])
def test_no_line_begins_with_what_belongs_to_a_letter_before_it(text, width):
    made = [read(line) for line in lines(text, width=width, language="")]
    assert "".join(made) == text
    for line in made[1:]:
        assert unicodedata.category(line[0]) == "Lo"
        assert line[0] not in "ะาำ"
    assert not any(line.endswith("\u094d") for line in made)
    assert not any(line[-1] in "เแโใไ" for line in made)


def test_no_line_of_chinese_ends_with_an_opening_quotation_mark():
    text = "她说：\u201c今天先看，明天再帮忙。\u201d我松了一口气；难词：reservering、klacht。" * 4  # noqa: RUF001
    for width in (5.0, 6.0, 7.5, 9.0, 12.0):
        made = [read(line) for line in lines(text, width=width, language="zh")]
        assert "".join(made) == text
        assert not any(line[-1] == "\u201c" or line[0] == "\u201d" for line in made)


def test_a_line_may_end_between_emoji_and_never_within_one():
    text = "👍🏽" * 60 + "👨‍👩‍👧" * 30 + "🇳🇱🇧🇪" * 90
    made = lines(text, width=11.7)
    assert "".join(line.text for line in made) == text
    assert all(line.width <= 11.7 for line in made)
    for line in made:
        assert line.text[0] not in "🏽\u200d"
        assert line.text[-1] != "\u200d"
        assert sum("🇦" <= letter <= "🇿" for letter in line.text) % 2 == 0


def test_a_title_hyphenates_only_words_that_are_wider_than_its_measure():
    long = set_balanced("Arbeidsongeschiktheidsverzekering", voice="title", width=8, language="nl")
    assert len(long) > 1
    assert all(line.text.endswith("\u00ad") for line in long[:-1])
    plain = set_balanced("Een jaar in de zorg en verder", voice="title", width=8, language="nl")
    assert not any("\u00ad" in line.text for line in plain)
