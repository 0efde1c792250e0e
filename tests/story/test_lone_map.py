"""One sheet with the map: what its numbers are called, and what it has no room for."""

import pytest
from msgspec import structs

from reisblog.model.book import Form, Paper, Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Note, Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.marks import MapCrop, Pin, Text
from reisblog.story.pdf import compose
from reisblog.story.styles import MM
from reisblog.story.telling import Telling

LONG = "Dit is meer dan er op een briefje past, en er komt nog veel meer achteraan. " * 30


def pages_of(journey, atlas, paper=Paper.A4):
    return compose(Telling(journey, atlas, Wish(form=Form.MAP, paper=paper)))


def said_on(page):
    texts = (mark for mark in page.marks if isinstance(mark, Text))
    return " ".join(" ".join(line.text for text in texts for line in text.lines).split())


def many(count):
    stops = [
        Stop(id=f"s{n}", at=Point(300 + n * 7, 400), title=f"Wat er op dag {n + 1} gebeurde")
        for n in range(count)
    ]
    return Journey(
        id="many", title="Veel", stops=Table(stops), order=tuple(stop.id for stop in stops)
    )


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_says_what_its_numbers_are_called(rich, atlas, paper):
    telling = Telling(rich, atlas, Wish(form=Form.MAP, paper=paper))
    sheet = compose(telling)[0]
    assert sheet.width > sheet.height
    for chapter in telling.outline.chapters:
        number = telling.numbers[chapter.stop.id]
        assert f"{number} {telling.name(chapter, number)}" in said_on(sheet)
    assert telling.title in said_on(sheet)
    assert rich.traveller in said_on(sheet)


@pytest.mark.parametrize("paper", Paper)
def test_nothing_beside_the_map_lies_on_anything_else(rich, atlas, paper):
    sheet = pages_of(rich, atlas, paper)[0]
    frame = next(mark.box for mark in sheet.marks if isinstance(mark, MapCrop))
    around = [
        mark.box for mark in sheet.marks
        if isinstance(mark, Text) and mark.box and not frame.intersects(mark.box)
    ]  # fmt: skip
    assert any(mark.style is styles.COLOPHON for mark in sheet.marks if isinstance(mark, Text))
    for index, box in enumerate(around):
        assert box.bottom < sheet.height - 5 * MM
        assert box.right < sheet.width - 5 * MM
        assert not any(box.grown(-0.5).intersects(other) for other in around[:index])


@pytest.mark.parametrize("paper", Paper)
def test_too_many_names_stand_on_its_back_each_once(atlas, paper):
    sheet, *back = pages_of(many(120), atlas, paper)
    assert "dag 7 gebeurde" not in said_on(sheet)
    said = " ".join(map(said_on, back))
    assert all(said.count(f"{n} Wat er op dag {n} gebeurde") == 1 for n in range(1, 121))
    for page in back:
        texts = [mark.box for mark in page.marks if isinstance(mark, Text)]
        assert all(box.bottom < page.height - 4 * MM for box in texts)


def test_a_text_that_is_cut_on_the_map_stands_whole_on_its_back(rich, atlas):
    short = Note(id="short", at=Point(900, 500), text="Klein.", width=200)
    long = Note(id="long", at=Point(700, 700), text=LONG, width=200)
    notes = structs.replace(rich, notes=Table([short, long]))
    sheet, *back = pages_of(notes, atlas)
    said = " ".join(map(said_on, back))
    assert " ".join(LONG.split()) in said
    assert "Klein." in said_on(sheet)
    assert "Klein." not in said


def test_a_sheet_that_shows_all_has_no_back(atlas):
    assert len(pages_of(many(3), atlas)) == 1
    assert len(pages_of(Journey(id="none"), atlas)) == 1


def test_its_pins_lead_nowhere(rich, atlas):
    assert not any(mark.target for mark in pages_of(rich, atlas)[0].marks if isinstance(mark, Pin))
