"""How a book falls over its pages, and what lies clear of what on its cover and its map."""

from __future__ import annotations

import msgspec
import pytest

from reisblog import look
from reisblog.model.book import Form, Paper, Wish
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.mist import swept
from reisblog.model.records import BackpackItem, Companion, Letters, Note, Pen, SlipTint, Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.about_page import about_pages
from reisblog.story.marks import Halo, MapCrop, Pin, Print, Slip, Text
from reisblog.story.pdf import compose
from reisblog.story.styles import MM, THING
from reisblog.story.telling import Telling
from reisblog.story.tokens import Face
from reisblog.story.unseen import Anchor
from tests.story.conftest import photo, rest, trail

WORDS = "Het was een lange dag en ik heb veel gezien. " * 9


def pages_of(journey, atlas):
    return compose(Telling(journey, atlas))


def told(atlas, *photo_counts, text=WORDS):
    """A journey of haltes with so many photos each."""
    keys = list(atlas.places)
    stops, photos = [], []
    for index, count in enumerate(photo_counts):
        key = keys[index]
        title = f"Halte {index + 1}"
        stops.append(
            Stop(id=f"s{index}", at=rest(atlas, key), places=(key,), title=title, text=text)
        )
        photos += [photo(f"p{index}-{number}", stop=f"s{index}") for number in range(count)]
    return Journey(
        id="told",
        stops=Table(stops),
        photos=Table(photos),
        order=tuple(stop.id for stop in stops),
    )


def test_a_halte_with_many_photos_has_a_page_of_its_own(atlas):
    pages = pages_of(told(atlas, 0, 6, 1), atlas)
    shown = [page.haltes for page in pages if page.haltes]
    assert ["2  Halte 2"] in shown


def test_six_photos_and_a_short_text_stand_on_one_page(atlas):
    pages = pages_of(told(atlas, 6), atlas)
    (page,) = (page for page in pages if page.haltes)
    assert sum(isinstance(mark, Print) for mark in page.marks) == 6


def test_a_halte_shares_a_page_only_when_all_of_it_fits(atlas):
    pages = pages_of(told(atlas, 0, 3, 0, 2, 1, 4), atlas)
    names = [name for page in pages for name in page.haltes]
    assert len(names) == len(set(names)) == 6


def test_a_place_fills_the_page_that_the_next_halte_leaves(atlas):
    page = pages_of(told(atlas, 0, 6, text=""), atlas)[2]
    drawn, locator = (mark for mark in page.marks if isinstance(mark, MapCrop))
    assert drawn.view.frame.grown(0.1).contains(locator.view.frame.centre)
    assert drawn.view.frame.height == pytest.approx(150 * MM)


def test_backpack_and_company_share_a_page(atlas):
    journey = msgspec.structs.replace(
        told(atlas, 1),
        backpack=Table([BackpackItem(id=f"b{n}", text=f"ding {n}") for n in range(8)]),
        companions=Table([Companion(id=f"c{n}", name=f"Naam {n}") for n in range(5)]),
    )
    (page,) = (page for page in pages_of(journey, atlas) if _title(page, "Rugzak"))
    assert _title(page, "Reisgezelschap")


def test_the_slip_on_the_cover_lies_clear_of_the_way(atlas):
    way = [(300, 300), (900, 260), (1200, 700), (1900, 500), (2100, 1000)]
    journey = msgspec.structs.replace(
        told(atlas), title="Met een omweg", trails=Table([trail("t", Pen.MINE, way)])
    )
    cover = pages_of(journey, atlas)[0]
    (slip,) = (mark for mark in cover.marks if isinstance(mark, Slip))
    view = next(mark.view for mark in cover.marks if isinstance(mark, MapCrop))
    path = journey.trails["t"]
    ends = [path.start, *(segment.end for segment in path.segments)]
    assert not any(slip.rect.contains(view.on_paper(point)) for point in ends)


def test_a_note_on_the_map_is_large_enough_to_read_and_stays_inside(atlas):
    notes = [Note(id=f"n{x}", at=Point(x, 1_560), text="kijk hier " * 4) for x in (2, 2_390)]
    leaf = pages_of(msgspec.structs.replace(told(atlas), notes=Table(notes)), atlas)[1]
    assert styles.MAP_NOTE.size >= 6.5
    slips = [mark for mark in leaf.marks if isinstance(mark, Slip)]
    frame = next(mark.view.frame for mark in leaf.marks if isinstance(mark, MapCrop))
    assert len(slips) == 2
    assert all(frame.contains(Point(slip.rect.x, slip.rect.y)) for slip in slips)
    assert all(frame.contains(Point(slip.rect.right, slip.rect.bottom)) for slip in slips)


def test_a_note_has_its_paper_and_letters_on_the_map_and_in_the_book(atlas):
    notes = [
        Note(id=tint, at=Point(300, 300), text=tint, tint=tint, letters=letters)
        for tint, letters in ((SlipTint.ROSE, Letters.SMALL), (SlipTint.SKY, Letters.LARGE))
    ]
    pages = pages_of(msgspec.structs.replace(told(atlas), notes=Table(notes)), atlas)
    leaf, loose = pages[1], pages[2]
    for page, styles_of in ((leaf, styles.MAP_NOTES), (loose, styles.NOTES)):
        tints = [mark.tint for mark in page.marks if isinstance(mark, Slip)]
        assert tints == [look.SLIPS["rose"], look.SLIPS["sky"]]
        sizes = {mark.style for mark in page.marks if isinstance(mark, Text)}
        assert {styles_of[Letters.SMALL], styles_of[Letters.LARGE]} <= sizes
    assert min(style.size for style in styles.MAP_NOTES.values()) >= 8


def test_numbers_on_the_map_cover_no_name_and_no_photo(atlas):
    leaf = pages_of(told(atlas, 1, 1, 1, 1), atlas)[1]
    discs = [
        Rect.centred(mark.centre, 2 * mark.radius, 2 * mark.radius)
        for mark in leaf.marks
        if isinstance(mark, Pin)
    ]
    names = [mark.box.grown(-1.5) for mark in leaf.marks if isinstance(mark, Halo)]
    photos = [mark.rect for mark in leaf.marks if isinstance(mark, Print)]
    assert len(discs) == 4
    for disc in discs:
        assert not any(disc.intersects(other) for other in names + photos)


def _twice(atlas):
    """A halte at two places, and one at one."""
    journey = told(atlas, 0, 0)
    first, second = journey.stops.values()
    first = msgspec.structs.replace(first, places=(*first.places, "wensboom"))
    return msgspec.structs.replace(journey, stops=Table([first, second]))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", [Form.STORY, Form.MAP])
def test_the_key_tells_what_a_white_disc_is_where_there_is_one(atlas, paper, form):
    for journey, count in ((told(atlas, 0, 0), 0), (_twice(atlas), 2)):  # on the map and below it
        telling = Telling(journey, atlas, Wish(paper=paper, form=form))
        leaf = next(p for p in compose(telling) if any(isinstance(m, Pin) for m in p.marks))
        texts = [line.text for m in leaf.marks if isinstance(m, Text) for line in m.lines]
        assert sum(isinstance(mark, Pin) and mark.hollow for mark in leaf.marks) == count
        assert ("Ook deze halte" in texts) == (count > 0)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", [Form.STORY, Form.MAP])
def test_what_stands_around_the_map_stands_on_the_page_and_clear_of_it(atlas, paper, form):
    pens = [trail(pen, pen, [(300, 300), (900, 500)]) for pen in Pen]
    journey = msgspec.structs.replace(
        _twice(atlas),
        title="Een heel lange titel " * 4,
        traveller="Wilhelmina van der Meer " * 3,
        trails=Table(pens),
        mist=swept(Point(300, 300), Point(600, 300), atlas.bounds),
    )
    telling = Telling(journey, atlas, Wish(paper=paper, form=form))
    leaf = next(p for p in compose(telling) if any(isinstance(m, Pin) for m in p.marks))
    frame = next(mark.view.frame for mark in leaf.marks if isinstance(mark, MapCrop))
    words = [mark.box for mark in leaf.marks if isinstance(mark, Text)]
    edge = 5 * MM / leaf.scale
    sheet = Rect(0, 0, leaf.width, leaf.height).grown(-edge)
    for index, box in enumerate(words):
        assert sheet.contains(Point(box.x, box.y))
        assert sheet.contains(Point(box.right, box.bottom))
        assert not box.intersects(frame)
        assert not any(box.grown(-0.5).intersects(other) for other in words[:index])


def test_names_on_the_map_step_aside_for_paths(atlas):
    spots = [place.label for place in atlas.places.values()]
    across = [
        trail(f"t{n}", Pen.MINE, [(at.x - 300, at.y), (at.x + 300, at.y)])
        for n, at in enumerate(spots)
    ]
    bare = told(atlas)
    drawn = msgspec.structs.replace(bare, trails=Table(across))
    stand = []
    for journey in (bare, drawn):
        leaf = pages_of(journey, atlas)[1]
        view = next(mark.view for mark in leaf.marks if isinstance(mark, MapCrop))
        names = [mark.box for mark in leaf.marks if isinstance(mark, Halo)]
        crossed = sum(
            box.y < view.on_paper(way).y < box.bottom for box, way in zip(names, spots, strict=True)
        )
        stand.append(crossed)
    assert stand[1] < stand[0] / 2


def _title(page, word):
    """Whether a part of the book with this title begins on the page."""
    return any(
        "".join(cluster.text for run in mark.lines[0].runs for cluster in run.clusters) == word
        for mark in page.marks
        if isinstance(mark, Text) and mark.style == styles.PART_TITLE
    )


def test_the_heading_of_the_company_never_stands_alone_at_the_foot(atlas):
    bag = [BackpackItem(id=f"b{n}", text=f"iets nummer {n}") for n in range(30)]
    people = [Companion(id="c", name="Een heel lange naam " * 14, role="en wat die doet " * 18)]
    for carried in range(30):
        journey = msgspec.structs.replace(
            told(atlas), backpack=Table(bag[:carried]), companions=Table(people)
        )
        (page,) = (
            page
            for page in compose(Telling(journey, atlas, Wish(paper=Paper.A5)))
            if any(isinstance(mark, Anchor) and mark.name == "company" for mark in page.marks)
        )
        assert any(isinstance(mark, Face) and mark.radius > 10 for mark in page.marks)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", [Form.STORY, Form.ATLAS])
@pytest.mark.parametrize(
    ("words", "photos"), [("Zo ging het.", 0), ("Zo ging het.", 1), (WORDS * 9, 1), ("", 7)]
)
def test_no_page_has_only_the_heading_of_what_is_loose(atlas, paper, form, words, photos):
    at = rest(atlas, "wensboom")
    names = "s0", "s1"
    loose = [Stop(id=name, at=at, places=("wensboom",), title=name, text=words) for name in names]
    shown = [photo(f"{name}-{n}", stop=name) for name in names for n in range(photos)]
    journey = Journey(id="loose", stops=Table(loose), photos=Table(shown))
    pages = compose(Telling(journey, atlas, Wish(paper=paper, form=form)))
    (page,) = (page for page in pages if _title(page, "Los"))
    anchors = [mark.name for mark in page.marks if isinstance(mark, Anchor)]
    assert anchors[:2] == ["loose", "halte-s0"]
    boxes = [mark.box for mark in page.marks if mark.box is not None]
    heading = next(
        m.box for m in page.marks if isinstance(m, Text) and m.style is styles.PART_TITLE
    )
    assert not any(box.intersects(heading) for box in boxes if box != heading)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("carried", range(1, 24))
def test_a_last_page_of_the_backpack_has_more_than_one_row(atlas, paper, carried):
    bag = [BackpackItem(id=f"b{n}", text=f"iets nummer {n} " * (n % 3 + 1)) for n in range(carried)]
    journey = msgspec.structs.replace(told(atlas), backpack=Table(bag))
    rows = [
        {round(mark.y) for mark in page.marks if isinstance(mark, Text) and mark.style is THING}
        for page in compose(Telling(journey, atlas, Wish(paper=paper)))
        if "Rugzak" in page.haltes
    ]
    assert len(rows) == 1 or min(map(len, rows[1:])) > 1


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", [1, 12, 100, 260])
def test_above_or_before_what_the_traveller_tells_is_drawn_where_it_begins(atlas, paper, words):
    journey = msgspec.structs.replace(told(atlas, 1), traveller="Noor", about="woord " * words)
    telling = Telling(journey, atlas, Wish(paper=paper))
    (page,) = about_pages(telling)[:1]
    drawn = [mark.view.frame for mark in page.marks if isinstance(mark, MapCrop)]
    assert len(drawn) <= 1
    assert drawn or words > 12
    for frame in drawn:
        texts = [mark.box for mark in page.marks if isinstance(mark, Text)]
        assert not any(frame.intersects(box) for box in texts)
        assert all(box.bottom <= telling.layout.bottom for box in [frame, *texts])


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.SCREEN])
@pytest.mark.parametrize("count", [1, 2])
def test_notes_that_are_all_the_words_of_a_halte_are_as_large_as_its_words_would_be(
    atlas, paper, count
):
    journey = told(atlas, 0, text="")
    notes = [
        Note(id=f"n{number}", at=Point(9, 9), stop="s0", text="Hier was ik een tijdje.")
        for number in range(count)
    ]
    noted = msgspec.structs.replace(journey, notes=Table(notes))
    telling = Telling(noted, atlas, Wish(paper=paper))
    (page,) = (page for page in compose(telling) if page.haltes)
    slips = [mark.rect for mark in page.marks if isinstance(mark, Slip)]
    assert [slip.width for slip in slips] == [pytest.approx(telling.layout.column)] * count
    words = [mark for mark in page.marks if isinstance(mark, Text) and _said(mark).startswith("H")]
    assert sum(mark.style is styles.LARGE_TEXT for mark in words) == count


@pytest.mark.parametrize(("text", "note"), [("Een dag.", "Kort."), ("", "Heel veel. " * 300)])
def test_notes_beside_words_and_long_ones_are_small_as_ever(atlas, text, note):
    journey = told(atlas, 0, text=text)
    slip = Note(id="n", at=Point(9, 9), stop="s0", text=note)
    noted = msgspec.structs.replace(journey, notes=Table([slip]))
    sizes = {
        mark.style.size
        for page in pages_of(noted, atlas)
        for mark in page.marks
        if page.haltes and isinstance(mark, Text) and _said(mark)[:4] in note
    }
    assert sizes == {styles.NOTE.size}


def _said(mark):
    return " ".join(line.text for line in mark.lines)
