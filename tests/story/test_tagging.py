"""What a screen reader is told: every word in the order of the story, and no ornament."""

from __future__ import annotations

import io
import re

import msgspec
import pikepdf
import pypdfium2
import pytest

from reisblog import texts
from reisblog.model.book import Form, Paper, Part, Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import (
    BackpackItem,
    CompassMoment,
    Impulse,
    Note,
    Stop,
)
from reisblog.model.table import Table
from reisblog.story.pdf import write_story
from reisblog.story.tongues import tongue
from reisblog.story.wall_map import Paper as WallPaper
from reisblog.story.wall_map import write_wall_map
from tests.story.conftest import Album
from tests.story.tagged import Told, check


def book(journey, atlas, **wishes):
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target, wish=Wish(**wishes))
    return target.getvalue()


@pytest.fixture(scope="module")
def said():
    return texts.catalogue("nl").gettext


@pytest.fixture(scope="module")
def made(atlas):
    kept = {}

    def of(journey, **wishes):
        key = journey.id, repr(wishes)
        if key not in kept:
            kept[key] = Told(book(journey, atlas, **wishes))
        return kept[key]

    return of


@pytest.fixture
def full(rich):
    """The rich journey, with what stands beside the story."""
    stops = [
        msgspec.structs.replace(
            stop, company=("c1", "c3") if stop.id in {"s1", "s2"} else (), beside=stop.id == "s3"
        )
        for stop in rich.stops.values()
    ]
    return msgspec.structs.replace(
        rich,
        id="full",
        about="Ik ben Noor.\n\nIk zit in het tweede jaar.",
        stops=Table(stops),
        backpack=rich.backpack.with_(
            BackpackItem(id="b7", text="Een goed gesprek", stop="s2", laid="s4"),
        ),
        compass_moments=Table(
            [
                CompassMoment(
                    id="k1",
                    at=Point(900, 900),
                    stop="s1",
                    direction=40,
                    text="Dit wil ik vaker.",
                    impulse=Impulse.EXTERNAL,
                    asker="Sanne",
                )
            ]
        ),
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", Form)
def test_all_that_is_drawn_is_in_the_tree_or_is_ornament(full, atlas, form, paper):
    check(Told(book(full, atlas, form=form, paper=paper)))


@pytest.mark.parametrize("part", Part)
def test_it_holds_without_any_part_of_the_book(full, atlas, part):
    check(Told(book(full, atlas, without=frozenset({part}))))


def test_it_holds_with_a_photo_on_the_cover(full, atlas):
    told = Told(book(full, atlas, cover_photo="p1"))
    check(told)
    cover = told.all("Sect")[0]
    assert next(element.role for element in cover.elements) == "H1"
    assert "De voordeur, tien voor zeven." in {e.get("/Alt") for e in cover.elements}


def test_it_holds_with_nothing_in_the_book(atlas):
    check(Told(book(Journey(id="empty"), atlas)))
    check(Told(book(Journey(id="empty"), atlas, without=frozenset(Part))))


def test_it_holds_for_the_blank_map_and_names_every_place(atlas):
    target = io.BytesIO()
    write_wall_map(atlas, target, WallPaper.A4)
    told = Told(target.getvalue())
    check(told)
    assert {told.words(item) for item in told.all("LI")} == {
        place.name for place in atlas.places.values()
    }


def test_headings_are_the_books_title_and_chapters_and_parts(full, made, said):
    told = made(full)
    headings = told.headings()
    assert headings[0] == ("H1", full.title)
    assert ("H2", "1 Mijn eerste stagedag") in headings
    assert ("H2", "2a Verzorgende IG of toch verpleegkunde?") in headings
    assert ("H2", said("The map")) in headings
    assert ("H2", said("Loose")) in headings
    assert headings[-1] == ("H2", said("For the conversation"))
    loose = headings.index(("H2", said("Loose")))
    assert headings[loose + 1][0] == "H3"


def test_a_book_without_a_cover_begins_with_its_highest_heading(full, made):
    told = made(full, without=frozenset({Part.COVER}))
    roles = [role for role, _words in told.headings()]
    assert roles[0] == "H1"
    assert set(roles) == {"H1", "H2"}


def test_the_story_is_told_word_by_word_and_in_order(full, made):
    told = made(full)
    story = " ".join(told.words(told.tree).replace("\u00ad", "").split())
    at = story.index("Ik zit in het tweede jaar.")
    for key in ("s1", "s2", "s4", "s7", "s8"):
        for paragraph in full.stops[key].text.split("\n\n"):
            at = story.index(" ".join(paragraph.split()), at + 1)


def test_a_chapter_begins_with_its_heading_and_ends_with_what_stands_beside_it(full, made):
    told = made(full)
    (chapter,) = [
        section
        for section in told.all("Sect")
        if section.elements and told.words(section.elements[0]) == "1 Mijn eerste stagedag"
    ]
    told_of = [
        element.role if element.role != "P" else told.words(element)[:8]
        for element in chapter.elements
    ]
    assert told_of[:7] == [
        "H2", "Stad der", "begin se", "Figure", "Om kwart", "In de mi", "Note",
    ]  # fmt: skip
    assert "Div" in told_of[7:]
    assert set(told_of[told_of.index("Div") :]) == {"Div", "Form"}


def test_photos_are_told_by_their_caption_or_by_their_halte(full, made, said):
    told = made(full)
    alternatives = [element.get("/Alt") for element in told.all("Figure")]
    assert "De voordeur, tien voor zeven." in alternatives
    assert said("Photo at {stop}").format(stop="halte 4, “Even niks”") in alternatives
    assert said("Photo") in alternatives  # one that belongs to no halte and has no caption


def test_a_paragraph_over_a_page_break_is_one_paragraph(made, atlas):
    text = "\n\n".join(f"Alinea {n}. " + "Een zin over die dag. " * 60 for n in range(9))
    stop = Stop(id="s", at=Point(500, 500), title="Lang", text=text)
    told = Told(book(Journey(id="long", stops=Table([stop]), order=("s",)), atlas))
    check(told)
    paragraphs = [e for e in told.all("P") if told.words(e).startswith("Alinea")]
    assert [told.words(e).split(".")[0] for e in paragraphs] == [f"Alinea {n}" for n in range(9)]
    over = [e for e in paragraphs if len({page for page, _number in e.contents}) > 1]
    assert over
    for element in paragraphs:
        words = " ".join(told.words(element).replace("\u00ad", "").split())
        assert words.count("Een zin over die dag.") == 60


def test_what_runs_from_right_to_left_says_its_words_in_the_order_of_reading(atlas):
    text = "مرحبا يا صديقي، كيف حالك؟ " * 12 + "\nDit is Nederlands."
    stop = Stop(id="s", at=Point(500, 500), title="سلام עולם", text=text.strip())
    journey = Journey(id="rtl", stops=Table([stop]), order=("s",))
    told = Told(book(journey, atlas))
    check(told)
    (arabic,) = [element for element in told.all("P") if element.get("/Lang") == "ar"]
    (dutch,) = [element for element in told.all("P") if "Dit is" in told.words(element)]
    assert arabic.get("/ActualText") == text.split("\n", maxsplit=1)[0].strip()
    assert dutch.get("/ActualText") == ""
    assert dutch.get("/Lang") == ""
    _the_map, heading = told.all("H2")[:2]
    (number, words) = heading.elements  # the number leads to the map, and stays a link
    assert number.role == "Link"
    assert words.get("/ActualText") == "سلام עולם"


def test_other_scripts_say_their_language():
    assert tongue("Hier luister ik muziek.", "nl") == ""
    assert tongue("这是一条路", "nl") == "zh"
    assert tongue("これは道です。道路標識案内図", "nl") == "ja"
    assert tongue("Привіт", "nl") == "und-Cyrl"
    assert tongue("Привіт", "uk") == ""
    assert tongue("Stad der Succesvolle Stage", "uk") == "nl"
    assert tongue("ሰላም", "ti") == ""
    assert tongue("12:30", "uk") == ""


def test_lists_are_lists(full, made, said):
    told = made(full)
    lists = {told.words(part.elements[0]): part for part in told.all("L")}
    assert said("Into the backpack") in lists
    company = [
        part
        for part in told.all("L")
        if any("Oma Riek" in told.words(element) for element in part.elements)
    ]
    assert len(company) == 1
    assert [len(part.elements) for part in company] == [3]


def test_links_say_where_they_lead(full, made, said):
    links = made(full).links()
    assert {said("The map"), said("Travel company"), said("Backpack")} <= links
    assert "1  Mijn eerste stagedag" in links


def test_links_and_the_outline_lead_to_where_the_heading_stands(full, made):
    told = made(full)
    pages = told.document.pages
    at = {
        " ".join(words.split()): pages.index(pikepdf.Page(page))
        for element in told.all("H1", "H2", "H3")
        for words in [told.words(element)]
        for page in [element.raw.Pg]
    }
    with told.document.open_outline() as outline:
        entries = [kid for entry in outline.root for kid in (entry, *entry.children)]
        lead = {
            " ".join(entry.title.split()): pages.index(pikepdf.Page(entry.destination[0]))
            for entry in entries
        }
    links = {
        (" ".join(str(one.Contents).split()), pages.index(pikepdf.Page(one.Dest[0])))
        for element in told.all("Link")
        for one in element.objects
    }
    assert len(links) > 10
    for name, page in (*links, *lead.items()):
        assert lead[name] == page
        assert at.get(name, page) in {page, page + 1}  # a heading may stand below its photo
    assert at.keys() <= lead.keys()


def test_a_link_to_a_part_that_was_left_out_is_none(full, made, said):
    told = made(full, without=frozenset({Part.COMPANY, Part.BACKPACK}))
    assert told.links().isdisjoint({said("Travel company"), said("Backpack")})
    assert "Mevrouw De Bruin" in told.words(told.tree)


def test_pages_are_called_by_the_number_that_is_printed_on_them(full, atlas, said):
    with pypdfium2.PdfDocument(book(full, atlas)) as document:
        labels = [document.get_page_label(number) for number in range(len(document))]
        feet = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    assert labels[0] == said("Cover")
    assert labels[1:] == [str(number) for number in range(2, len(labels) + 1)]
    for label, text in zip(labels[4:], feet[4:], strict=True):
        assert re.search(rf"^{label}\s", text, re.MULTILINE)


def test_chapters_of_a_part_stand_below_it_in_the_outline(full, made, said):
    with made(full).document.open_outline() as outline:
        entries = {entry.title: [kid.title for kid in entry.children] for entry in outline.root}
    assert entries[said("Loose")] == ["Gedempte Geldput"]
    assert entries["1  Mijn eerste stagedag"] == []


def test_its_own_properties_say_title_author_and_that_it_is_accessible(full, made):
    with made(full).document.open_metadata() as properties:
        assert properties["dc:title"] == full.title
        assert properties["dc:creator"] == ["Noor de Vries"]
        assert properties["pdfuaid:part"] == "1"


def test_a_title_may_have_any_characters(atlas):
    told = Told(book(Journey(id="odd", title="<b> & \x07 (x", traveller="A & (B"), atlas))
    check(told)
    with told.document.open_metadata() as properties:
        assert properties["dc:title"] == "<b> &   (x"
        assert properties["dc:creator"] == ["A & (B"]


def test_characters_without_a_glyph_are_told_all_the_same(atlas):
    notes = Table([Note(id="n", text="\ue000 en \U000f1234", at=Point(300, 300))])
    told = Told(book(Journey(id="boxed", notes=notes), atlas))
    check(told)
    assert any("\ue000 en \U000f1234" in told.words(element) for element in told.all("Note"))


def test_books_with_other_words_are_known_apart(full, made, atlas):
    other = msgspec.structs.replace(full, about="Ik ben Noor, zeventien.")
    ids = {bytes(told.document.trailer.ID[0]) for told in (made(full), Told(book(other, atlas)))}
    assert len(ids) == 2
