"""On a wide page words that go on after the first page stand in columns side by side."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from reisblog.model.book import Paper, Part, Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import BackpackItem, Companion, CompassMoment, Note, Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.compass_margin import Compass
from reisblog.story.layout import layout_of
from reisblog.story.marks import Print, Slip, Text
from reisblog.story.pdf import compose
from reisblog.story.telling import Telling
from tests.story.conftest import photo, rest

WIDE = [Paper.A4_LANDSCAPE, Paper.SCREEN]
SENTENCE = "Het was een lange dag en ik heb veel gezien. "


def halte_of(atlas, *, text="", note="", photos=1, beside=False):
    stop = Stop(
        id="s", at=rest(atlas, "wensboom"), places=("wensboom",), title="Halte", text=text,
        beside=beside,
    )  # fmt: skip
    notes = [Note(id="n", at=Point(300, 300), stop="s", text=note)] if note else []
    shown = [photo(f"p{number}", stop="s") for number in range(photos)]
    return Journey(
        id="told", stops=Table([stop]), photos=Table(shown), notes=Table(notes), order=("s",)
    )


def pages_of(journey, atlas, paper):
    return [page for page in compose(Telling(journey, atlas, Wish(paper=paper))) if page.haltes]


def words_on(page):
    return [m.box for m in page.marks if isinstance(m, Text) and m.style == styles.TEXT]


def slips_on(page):
    return [mark.box for mark in page.marks if isinstance(mark, Slip)]


def clear_of_one_another(boxes):
    return not any(one.grown(-0.5).intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("paper", WIDE)
@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("paragraphs", range(3, 9))
def test_long_words_go_on_in_two_columns_of_about_one_height(atlas, paper, beside, paragraphs):
    text = "\n\n".join([SENTENCE * 20] * paragraphs)
    layout = layout_of(paper)
    first, *more = pages_of(halte_of(atlas, text=text, beside=beside), atlas, paper)
    assert len(words_on(first)) == 1
    assert more
    for page in more:
        left, right = words_on(page)
        assert left.right < right.x
        assert right.right < layout.left + layout.full - layout.outer
        assert left.y == pytest.approx(right.y)
        assert abs(left.bottom - right.bottom) < 2.5 * styles.BASELINE
        assert max(left.bottom, right.bottom) <= layout.bottom + 0.01


@pytest.mark.parametrize("paper", WIDE)
@pytest.mark.parametrize("photos", [0, 1])
@pytest.mark.parametrize("sentences", [80, 110, 140])
def test_a_long_note_goes_on_in_two_slips_side_by_side(atlas, paper, photos, sentences):
    journey = halte_of(atlas, note=SENTENCE * sentences, photos=photos)
    first, *more = pages_of(journey, atlas, paper)
    assert len(slips_on(first)) == 1
    assert more
    for page in more:
        left, right = slips_on(page)
        assert left.right < right.x
        assert left.y == pytest.approx(right.y)


@pytest.mark.parametrize("paper", WIDE)
@pytest.mark.parametrize("photos", [0, 1, 2, 3, 6])
@pytest.mark.parametrize("sentences", [6, 30, 61, 95])
def test_whatever_comes_together_nothing_lies_over_anything_else(atlas, paper, photos, sentences):
    text = SENTENCE * sentences
    journey = halte_of(atlas, text=text, note=text, photos=photos)
    short = [Note(id=f"n{n}", at=Point(300, 300), stop="s", text=SENTENCE) for n in range(5)]
    notes = Table([*journey.notes.values(), *short])
    pages = pages_of(msgspec.structs.replace(journey, notes=notes), atlas, paper)
    for page in pages:
        prints = [mark.box for mark in page.marks if isinstance(mark, Print)]
        assert clear_of_one_another([*prints, *words_on(page), *slips_on(page)])
    assert sum(len(slips_on(page)) for page in pages) >= 6


@pytest.mark.parametrize(
    ("paper", "sentences"),
    [(Paper.A4, 9), (Paper.A5, 2), (Paper.A4_LANDSCAPE, 9), (Paper.SCREEN, 2)],
)
@pytest.mark.parametrize("photos", [0, 1])
def test_what_finds_no_room_in_the_margin_stands_under_the_words(atlas, paper, photos, sentences):
    asked = SENTENCE * sentences
    people = [Companion(id=f"c{number}", name=f"Naam {number}") for number in range(5)]
    moments = [CompassMoment(id=f"k{n}", at=Point(9, 9), stop="s", text=asked) for n in range(2)]
    journey = halte_of(atlas, text=SENTENCE, photos=photos)
    stop = msgspec.structs.replace(journey.stops["s"], company=tuple(one.id for one in people))
    journey = msgspec.structs.replace(
        journey,
        stops=Table([stop]),
        companions=Table(people),
        compass_moments=Table(moments),
        backpack=Table([BackpackItem(id="b", text=SENTENCE * 2, stop="s")]),
    )
    wish = Wish(paper=paper, without=frozenset({Part.BACKPACK, Part.COMPANY}))
    pages = [page for page in compose(Telling(journey, atlas, wish)) if page.haltes]
    for page in pages:
        boxes = [m.box for m in page.marks if isinstance(m, Text) and m.style != styles.FOOT_TEXT]
        prints = [mark.box for mark in page.marks if isinstance(mark, Print | Compass)]
        assert clear_of_one_another([*prints, *boxes])
    assert len(pages) == 1
