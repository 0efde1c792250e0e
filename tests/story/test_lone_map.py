"""One sheet with the map: what its numbers are called, and what it has no room for."""

import pytest
from msgspec import structs

from reisblog.model.book import Form, Paper, Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Note, Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.marks import Halo, MapCrop, Pin, Slip, Text
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


def crowded(atlas, notes):
    """Haltes at every place, and notes in a few heaps and under names and numbers."""
    places = list(atlas.places.values())
    stops = [
        Stop(id=f"s{n}", at=Point(0, 0), places=(places[n % len(places)].id,)) for n in range(57)
    ]
    slips = [
        Note(
            id=f"n{n}",
            at=places[n * 5 % 9].label + Point(-60.0 + n, -30.0),
            text=f"Briefje {n} zegt iets over week {n}." + " En meer." * (n % 3 * 9),
            width=300,
        )
        for n in range(notes)
    ]
    return Journey(
        id="crowded",
        stops=Table(stops),
        notes=Table(slips),
        order=tuple(stop.id for stop in stops),
    )


def slips_of(sheet):
    """Each slip with the words on it, in the order in which they lie over one another."""
    marks = list(sheet.marks)
    return [
        (mark.box, " ".join(line.text.strip() for line in marks[index + 1].lines))
        for index, mark in enumerate(marks)
        if isinstance(mark, Slip)
    ]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("notes", [6, 24, 90])
def test_words_that_something_lies_over_stand_on_the_sheet_s_back(atlas, paper, notes):
    journey = crowded(atlas, notes)
    sheet, *back = pages_of(journey, atlas, paper)
    said = " ".join(map(said_on, back))
    read = [mark.box for mark in sheet.marks if isinstance(mark, Pin | Halo)]
    slips = slips_of(sheet)
    assert len(slips) == notes
    seen = 0
    for index, (box, words) in enumerate(slips):
        over = [*read, *(other for other, _words in slips[index + 1 :])]
        free = not any(box.grown(-3.0).intersects(other) for other in over)
        whole = any(words == note.text for note in journey.notes.values())
        number = words.split()[1].rstrip("…")
        assert (free and whole) or f"Briefje {number} zegt" in said
        seen += free
    assert seen >= 0.9 * min(notes, 24)


@pytest.mark.parametrize("below", [-60, -30, 0, 30])
@pytest.mark.parametrize("aside", [-260, -200, -100, 0])
def test_a_slip_and_a_number_beside_it_leave_each_other_alone(atlas, below, aside):
    at = atlas.places["veilige-haven"].label + Point(aside, below)
    note = Note(id="n", at=at, text="«شوي شوي يا حبيبتي»\nTeta, bij elk mailtje", width=340)
    haven = Stop(id="s", at=Point(0, 0), places=("veilige-haven",))
    journey = Journey(id="j", stops=Table([haven]), notes=Table([note]), order=("s",))
    sheet, *back = pages_of(journey, atlas, Paper.A5)
    (pin,) = (mark for mark in sheet.marks if isinstance(mark, Pin))
    ((slip, words),) = slips_of(sheet)
    assert "".join(words.split()) == "".join(note.text.split())
    assert not back
    assert not slip.grown(-1.0).intersects(pin.box)


@pytest.mark.parametrize("paper", [Paper.A3, Paper.A2])
def test_a_large_sheet_has_room_for_more_and_not_only_larger_letters(atlas, paper):
    note = Note(id="n", at=Point(900, 500), text=LONG, width=300)
    journey = structs.replace(many(57), notes=Table([note]))
    (small, *_back), (large, *_more) = (pages_of(journey, atlas, one) for one in (Paper.A4, paper))
    assert 1.1 <= large.scale / small.scale <= 1.5
    ((_box, few), (_other, some)) = (slips_of(sheet)[0] for sheet in (small, large))
    assert len(some) > len(few)


def test_what_many_numbers_are_called_stands_on_a_large_sheet_itself(atlas):
    sheet, *back = pages_of(many(57), atlas, Paper.A2)
    assert not back
    assert "57 Wat er op dag 57 gebeurde" in said_on(sheet)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("notes", [1, 60])
def test_the_back_of_the_sheet_lies_as_well_and_is_filled_in_its_width(atlas, paper, notes):
    texts = [
        Note(id=f"n{n}", at=Point(40 * n, 600), text=f"Begin{n}. {LONG} Eind{n}.", width=200)
        for n in range(notes)
    ]
    journey = structs.replace(many(120), notes=Table(texts))
    sheet, *back = pages_of(journey, atlas, paper)
    said = " ".join(map(said_on, back))
    assert all(said.count(f"Begin{n}.") == said.count(f"Eind{n}.") == 1 for n in range(notes))
    for page in back:
        assert page.width * page.scale == pytest.approx(sheet.width * sheet.scale)
        assert page.height * page.scale == pytest.approx(sheet.height * sheet.scale)
        boxes = [mark.box for mark in page.marks if isinstance(mark, Text | Slip) and mark.box]
        assert all(box.x > 0 and box.right < page.width for box in boxes)
        assert all(box.bottom < page.height - 4 * MM for box in boxes)
        slips = [mark.box for mark in page.marks if isinstance(mark, Slip)]
        assert all(slip.width < 130 * MM for slip in slips)
        for index, box in enumerate(slips):
            assert not any(box.grown(-0.5).intersects(other) for other in slips[:index])
    assert max(mark.box.right for mark in back[0].marks if mark.box) > 0.7 * back[0].width


@pytest.mark.parametrize("paper", Paper)
def test_numbers_do_not_give_way_to_slips_by_lying_over_names(atlas, paper):
    sheet = pages_of(crowded(atlas, 24), atlas, paper)[0]
    names = [mark.box for mark in sheet.marks if isinstance(mark, Halo)]
    for pin in (mark.box for mark in sheet.marks if isinstance(mark, Pin)):
        assert not any(pin.grown(-1.1).intersects(name) for name in names)
