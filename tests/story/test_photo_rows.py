"""Rows of photos over pages: all of them, in order, none alone, captions below their photos."""

from __future__ import annotations

import io

import msgspec
import pikepdf
import pytest

from reisblog.model.book import Form, Paper, Part, Wish
from reisblog.model.journey import Journey
from reisblog.model.records import Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.layout import layout_of
from reisblog.story.marks import Print, Text
from reisblog.story.pdf import compose, write_story
from reisblog.story.styles import MM
from reisblog.story.telling import Telling
from tests import many_tongues
from tests.story.conftest import Album, photo, rest
from tests.story.tagged import Told, check

MIXED = ((4000, 3000), (3000, 4000), (4000, 2250), (3000, 3000), (4000, 3000), (3000, 4000))
ODD = ((4000, 3000), (20_000, 200), (40, 30), (3000, 4000), (30, 40), (200, 20_000), (9_000, 1_000))
WORDS = "Het was een lange dag en ik heb veel gezien. "


def halte_of(atlas, sizes, *, words=6, caption=""):
    """A journey of one halte with a photo of each of these sizes."""
    stop = Stop(
        id="s", at=rest(atlas, "wensboom"), places=("wensboom",), title="Kijk", text=WORDS * words
    )
    shown = [
        photo(f"p{number:02}", *size, stop="s", caption=caption)
        for number, size in enumerate(sizes)
    ]
    return Journey(id="j", stops=Table([stop]), photos=Table(shown), order=("s",))


def pages_of(journey, atlas, paper):
    pages = compose(Telling(journey, atlas, Wish(paper=paper)))
    return [page for page in pages if any("Kijk" in name for name in page.haltes)]


def prints(page):
    return [mark for mark in page.marks if isinstance(mark, Print)]


def rows_on(page):
    """Photos that begin at one height."""
    rows = {}
    for mark in prints(page):
        rows.setdefault(round(mark.rect.y), []).append(mark)
    return list(rows.values())


def captions(page):
    return [m for m in page.marks if isinstance(m, Text) and m.style is styles.CAPTION]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", [0, 6, 30])
def test_with_three_photos_or_more_none_stands_alone_in_its_row(atlas, paper, words):
    for count in range(3, 17):
        for turn in range(3):
            sizes = [MIXED[(turn + number) % len(MIXED)] for number in range(count)]
            pages = pages_of(halte_of(atlas, sizes, words=words), atlas, paper)
            rows = [row for page in pages for row in rows_on(page)][1:]
            assert sum(map(len, rows)) == count - 1
            assert all(len(row) > 1 for row in rows), (count, turn)


@pytest.mark.parametrize("paper", Paper)
def test_a_page_of_photos_has_more_than_one_row_of_them(atlas, paper):
    for count in range(4, 17):
        sizes = [MIXED[number % len(MIXED)] for number in range(count)]
        for page in pages_of(halte_of(atlas, sizes), atlas, paper)[1:]:
            assert len(rows_on(page)) > 1, count


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sizes", [MIXED, ODD, ((40, 30),), ((4000, 3000),)])
@pytest.mark.parametrize("caption", ["", "Hier.", WORDS, WORDS * 12])
def test_every_photo_stands_once_in_order_within_the_page_and_below_it_its_words(
    atlas, paper, sizes, caption
):
    for count in (1, 2, 5, 9, 16):
        some = [sizes[number % len(sizes)] for number in range(count)]
        pages = pages_of(halte_of(atlas, some, caption=caption), atlas, paper)
        shown = [mark for page in pages for mark in prints(page)]
        assert [mark.photo.id for mark in shown] == [f"p{number:02}" for number in range(count)]
        for page in pages:
            taken = [mark.rect for mark in prints(page)] + [text.box for text in captions(page)]
            for index, one in enumerate(taken):
                assert one.x >= 0
                assert one.right <= page.width
                assert one.bottom <= page.height
                assert not any(one.grown(-0.6).intersects(two) for two in taken[:index])


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", [Form.STORY, Form.ATLAS])
@pytest.mark.parametrize("language", ["ar", "nl"])
def test_a_caption_from_right_to_left_begins_at_its_photo(atlas, paper, form, language):
    journey = msgspec.structs.replace(many_tongues.arabic(), language=language)
    pages = compose(Telling(journey, atlas, Wish(paper=paper, form=form)))
    found = 0
    for page in pages:
        for text in captions(page):
            if not text.lines[0].rtl:
                continue
            found += 1
            end = text.x + text.width
            below = [m.rect for m in prints(page) if abs(m.rect.bottom + 4 - text.y) < 0.1]
            beside = [m.rect for m in prints(page) if 0 < m.rect.x - end < 6 * MM]
            ends = any(abs(rect.right - end) < 0.1 for rect in below)
            assert ends or any(rect.y <= text.y <= rect.bottom for rect in beside)
    assert found >= 5


def test_a_photo_in_strips_is_one_picture_in_the_file_and_one_to_a_screen_reader(atlas):
    journey = halte_of(atlas, [(20_000, 200)], caption="De dijk, van links naar rechts")
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target, wish=Wish(without=frozenset({Part.MAP})))
    told = Told(target.getvalue())
    check(told)
    said = [figure.get("/Alt") for figure in told.all("Figure")]
    assert said.count("De dijk, van links naar rechts") == 1
    with pikepdf.open(io.BytesIO(target.getvalue())) as document:
        pictures = [one for one in document.objects if _is_picture(one)]
        assert sum(int(one.Width) > 20 * int(one.Height) for one in pictures) == 1


def _is_picture(one):
    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


@pytest.mark.parametrize("paper", [Paper.A4_LANDSCAPE, Paper.SCREEN])
@pytest.mark.parametrize("count", [4, 5])
@pytest.mark.parametrize("first", [(3000, 4000), (4000, 3000)])
def test_on_a_wide_page_no_photo_is_tiny_beside_white(atlas, paper, count, first):
    layout = layout_of(paper)
    journey = halte_of(atlas, [first, *[(4000, 3000)] * (count - 1)], words=1)
    (page,) = pages_of(journey, atlas, paper)
    opening, *others = (mark.rect for mark in prints(page))
    assert min(rect.height for rect in others) > 0.6 * layout.row
    assert max(rect.right for rect in others) > layout.left + layout.full / 2
    assert opening.height > 0.9 * max(rect.height for rect in others)
