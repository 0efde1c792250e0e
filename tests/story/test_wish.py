"""Books in every form and for every paper, and with parts left out."""

import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from msgspec import structs

from reisblog import look
from reisblog.model.book import Form, Paper, Part, Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import SlipTint, Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.layout import FOOT_BELOW
from reisblog.story.marks import Print, Slip, Text
from reisblog.story.pdf import compose, write_story
from reisblog.story.styles import MM
from reisblog.story.telling import Telling
from tests.story.conftest import Album, photo

SIZES = {
    Paper.A4: (210, 297),
    Paper.A4_LANDSCAPE: (210, 297),
    Paper.A5: (148, 210),
    Paper.A3: (297, 420),
    Paper.A2: (420, 594),
    Paper.SCREEN: (190.5, 338.667),
}
"""In millimetres."""


def book(journey, atlas, **wishes):
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target, wish=Wish(**wishes))
    return target.getvalue()


def text_of(content):
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def lost_links(content):
    """Links that lead to no spot of any page."""
    lost = []
    with pikepdf.open(io.BytesIO(content)) as document:
        pages = {page.objgen: float(page.MediaBox[3]) for page in document.pages}
        for page in document.pages:
            for link in page.get("/Annots", []):
                if link.get("/Subtype") == "/Link":
                    target, _how, _x, y, _zoom = link.Dest
                    if not 0 <= float(y) <= pages.get(target.objgen, -1) + 0.1:
                        lost.append(link)
    return len(lost)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("paper", Paper)
def test_every_form_takes_every_paper(rich, atlas, form, paper):
    content = book(rich, atlas, form=form, paper=paper)
    with pypdfium2.PdfDocument(content) as document:
        short, long = sorted(document[0].get_size())
    assert (short, long) == pytest.approx([side * MM for side in SIZES[paper]], abs=1)
    assert not lost_links(content)


def test_an_atlas_goes_from_place_to_place(rich, atlas):
    chapters = Telling(rich, atlas, Wish(form=Form.ATLAS)).outline.chapters
    order = list(atlas.places)
    at = [
        min((order.index(key) for key in chapter.stop.places), default=len(order))
        for chapter in chapters
    ]
    assert all(one <= other for one, other in pairwise(at))
    told = {chapter.stop.id for chapter in Telling(rich, atlas).outline.chapters}
    assert {chapter.stop.id for chapter in chapters} == told


@pytest.mark.parametrize("part", Part)
def test_a_part_that_is_left_out_is_not_there_and_nothing_leads_to_it(rich, atlas, part):
    whole, less = book(rich, atlas), book(rich, atlas, without=frozenset({part}))
    assert len(text_of(less)) < len(text_of(whole))
    assert not lost_links(less)


def test_without_anything_it_still_has_its_chapters(rich, atlas):
    content = book(rich, atlas, without=frozenset(Part))
    for chapter in Telling(rich, atlas).outline.chapters:
        assert all(word in text_of(content) for word in chapter.stop.text.split()[:2])
    assert not lost_links(content)


def test_an_empty_journey_without_anything_is_a_cover(atlas, rich):
    nothing = type(rich)(id="empty")
    assert len(compose(Telling(nothing, atlas, Wish(without=frozenset(Part))))) == 1


def colophon(journey, atlas, **wishes):
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target, wish=Wish(**wishes), edited="2026-11-05")
    return text_of(target.getvalue())


@pytest.mark.parametrize("form", Form)
def test_every_form_says_whose_idea_the_map_is_and_when_the_journey_was_last_changed(
    rich, atlas, form
):
    said = " ".join(colophon(rich, atlas, form=form, without=frozenset({Part.TALK})).split())
    assert "Kaart van de Loopbaanrealisatie (MBO Diensten, OCW)" in said
    assert "5 november 2026" in said


def test_an_english_journey_has_an_english_date(rich, atlas):
    english = structs.replace(rich, language="en")
    assert "5 November 2026" in " ".join(colophon(english, atlas).split())


@pytest.mark.parametrize("paper", Paper)
def test_a_cover_shows_the_chosen_photo_the_school_and_the_tint(rich, atlas, paper):
    chosen = next(iter(rich.photos))
    wish = Wish(paper=paper, cover_photo=chosen, school="Klas 2B", cover_tint=SlipTint.ROSE)
    marks = compose(Telling(rich, atlas, wish))[0].marks
    (photo,) = (mark for mark in marks if isinstance(mark, Print))
    (slip,) = (mark for mark in marks if isinstance(mark, Slip))
    assert photo.photo.id == chosen
    assert slip.tint == look.SLIPS["rose"]
    assert not photo.rect.grown(photo.border).intersects(slip.rect)
    assert "Klas 2B" in text_of(book(rich, atlas, **structs.asdict(wish)))


def test_a_cover_photo_stands_on_a_cover_without_any_way(atlas):
    waiting = Journey(id="r", photos=Table([photo("p")]))
    for chosen, count in ((None, 0), ("p", 1)):
        marks = compose(Telling(waiting, atlas, Wish(cover_photo=chosen)))[0].marks
        assert sum(isinstance(mark, Print) for mark in marks) == count


@pytest.mark.parametrize("paper", Paper)
def test_an_atlas_tells_returns_to_a_place_side_by_side(atlas, paper):
    key = "wensboom"
    stops = [
        Stop(id=f"s{n}", at=Point(900, 700), places=(key,), title=f"Keer {n}", text="Zo ging het.")
        for n in range(2)
    ]
    twice = Journey(
        id="r",
        stops=Table(stops),
        photos=Table([photo(f"p{n}", stop=f"s{n}") for n in range(2)]),
        order=("s0", "s1"),
    )
    telling = Telling(twice, atlas, Wish(form=Form.ATLAS, paper=paper))
    (page,) = (page for page in compose(telling) if page.haltes)
    one, other = (mark for mark in page.marks if isinstance(mark, Print))
    assert one.rect.right < other.rect.x
    assert one.rect.y == pytest.approx(other.rect.y)
    in_order = compose(Telling(twice, atlas, Wish(paper=paper)))
    shown = [mark for page in in_order if page.haltes for mark in page.marks]
    left = {round(mark.rect.x) for mark in shown if isinstance(mark, Print)}
    assert len(left) == 1


def test_who_comes_back_with_very_much_to_tell_tells_it_one_after_the_other(atlas):
    stops = [
        Stop(
            id=f"s{n}", at=Point(900, 700), places=("wensboom",), text="Heel veel te zeggen. " * 300
        )
        for n in range(2)
    ]
    twice = Journey(id="r", stops=Table(stops), order=("s0", "s1"))
    pages = compose(Telling(twice, atlas, Wish(form=Form.ATLAS)))
    assert sum(bool(page.haltes) for page in pages) > 2


def test_an_atlas_keeps_the_numbers_of_the_traveller_s_own_order(rich, atlas):
    assert Telling(rich, atlas, Wish(form=Form.ATLAS)).numbers == Telling(rich, atlas).numbers


@pytest.mark.parametrize("paper", Paper)
def test_leaves_that_may_lie_apart_say_whose_they_are(rich, atlas, paper):
    pages = compose(Telling(rich, atlas, Wish(paper=paper)))
    leaf, bag = pages[1], pages[2]
    for page in (leaf, bag):
        said = [line.text for mark in page.marks if isinstance(mark, Text) for line in mark.lines]
        assert any("Noor de Vries" in " ".join(words.split()) for words in said)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("photos", range(13))
@pytest.mark.parametrize("words", ["", "Zo ging het op die lange dag. " * 9])
def test_no_page_has_only_the_colophon(atlas, paper, photos, words):
    stop = Stop(id="s", at=Point(900, 700), places=("wensboom",), title="Halte", text=words)
    sizes = ((4000, 3000), (3000, 4000), (4000, 2250), (3000, 3000))
    shown = [photo(f"p{n}", *sizes[n % len(sizes)], stop="s") for n in range(photos)]
    journey = Journey(id="j", stops=Table([stop]), photos=Table(shown), order=("s",))
    wish = Wish(paper=paper, without=frozenset({Part.TALK}))
    telling = Telling(journey, atlas, wish, edited="2026-11-27")
    *_before, last = compose(telling)
    small = styles.COLOPHON, styles.FOOT_TEXT, styles.FOOT_NUMBER
    texts = [mark for mark in last.marks if isinstance(mark, Text)]
    (said,) = (mark.box for mark in texts if mark.style is styles.COLOPHON)
    others = [m for m in last.marks if m.box and not (isinstance(m, Text) and m.style in small)]
    feet = [mark for mark in texts if mark.style in small[1:]]
    assert others
    assert not any(mark.box.intersects(said) for mark in [*others, *feet])
    assert said.y > 0
    assert said.bottom < telling.layout.bottom + FOOT_BELOW
