"""The travel book as a file: what a mentor opens, reads, prints and searches."""

from __future__ import annotations

import io
import re
import time

import msgspec
import pikepdf
import pypdfium2
import pytest
from msgspec import structs

from reisblog import texts
from reisblog.errors import UnreadablePhotoError
from reisblog.model.book import Paper, Quality, Wish
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import BackpackItem, Companion, Crop, Note, Pen, Stop
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.marks import MapCrop, Pin, Print, Slip, Text
from reisblog.story.missing import Lacking
from reisblog.story.pdf import compose, write_story
from reisblog.story.telling import Telling
from tests.story.conftest import Album, photo, rest, trail

A4 = (pytest.approx(595.28, abs=0.1), pytest.approx(841.89, abs=0.1))


def book(journey, atlas, album=None, **wishes):
    target = io.BytesIO()
    write_story(journey, atlas, album or Album(), target, **wishes)
    return target.getvalue()


def text_of(content, page=None):
    with pypdfium2.PdfDocument(content) as document:
        wanted = range(len(document)) if page is None else [page]
        return "\n".join(document[index].get_textpage().get_text_range() for index in wanted)


def words(text):
    return " ".join(text.replace("\u00ad\r\n", "").replace("\ufffe", "").split())


def with_stop(journey, stop, *photos, notes=()):
    return msgspec.structs.replace(
        journey,
        stops=journey.stops.with_(stop),
        photos=journey.photos.with_(*photos),
        notes=journey.notes.with_(*notes),
        order=(*journey.order, stop.id),
    )


@pytest.fixture
def empty():
    return Journey(id="empty")


@pytest.fixture
def said():
    """The book's own words, as a Dutch book says them."""
    return texts.catalogue("nl").gettext


@pytest.fixture(scope="module")
def rich_book(atlas):
    cache = {}

    def made(journey):
        if journey.id not in cache:
            cache[journey.id] = book(journey, atlas)
        return cache[journey.id]

    return made


def test_the_book_begins_with_a_cover_and_the_map_on_a_landscape_leaf(rich, rich_book):
    with pikepdf.open(io.BytesIO(rich_book(rich))) as document:
        sizes = [tuple(float(side) for side in page.mediabox[2:]) for page in document.pages]
    assert sizes[0] == A4
    assert sizes[1] == sizes[2] == A4[::-1]  # before the map what was in the backpack
    assert set(sizes[3:]) == {sizes[0]}


def test_the_cover_carries_title_and_name(rich, rich_book):
    assert words(text_of(rich_book(rich), 0)) == (
        "Een jaar in de zorg, en wat ik daar vond Noor de Vries"
    )


def test_every_text_of_the_traveller_stands_in_the_book(rich, rich_book):
    found = words(text_of(rich_book(rich)))
    for stop in rich.stops.values():
        for part in (stop.title, stop.when):
            assert words(part) in found
        if stop.id != "s6":
            assert words(stop.text)[:60].rstrip() in found
    for record in (*rich.photos.values(), *rich.notes.values()):
        said = getattr(record, "caption", "") or getattr(record, "text", "")
        assert words(said) in found
    assert "Привіт з автобуса! ☕🚌" in found
    assert "Doorvragen" in found
    assert "Oma Riek" in found


def test_places_are_called_by_their_exact_names(rich, rich_book):
    found = words(text_of(rich_book(rich)))
    assert "Vulkaan der Uiteengespatte Verwachtingen · Veilige Haven" in found
    assert "Herberg voor Inspirerende Ontmoetingen" in found


def test_chapters_stand_in_the_travellers_own_order(rich, atlas):
    turned = msgspec.structs.replace(rich, order=rich.order[::-1])
    found = words(text_of(book(turned, atlas)))
    titles = [rich.stops[key].title for key in turned.order if rich.stops[key].title]
    at = [found.index(title) for title in titles]
    assert at == sorted(at)


def test_the_outline_lists_chapters_in_order_and_every_entry_lands(rich, rich_book, said):
    with pypdfium2.PdfDocument(rich_book(rich)) as document:
        entries = list(document.get_toc())
        titles = [entry.get_title() for entry in entries]
        pages = [entry.get_dest().get_index() for entry in entries]
        count = len(document)
    bag = said("In the backpack at departure")
    assert titles[:4] == [rich.title, bag, said("The map"), "1  Mijn eerste stagedag"]
    assert titles[-1] == said("For the conversation")
    assert f"8  {'Wensboom'}" in titles
    assert pages == sorted(pages)
    assert pages[:4] == [0, 1, 2, 3]
    assert pages[-1] == count - 1


def test_each_number_on_the_map_links_to_its_chapter_and_back(rich, rich_book):
    with pikepdf.open(io.BytesIO(rich_book(rich))) as document:
        linked = [
            (document.pages.index(pikepdf.Page(annotation.Dest[0])), annotation.Dest[2:4])
            for annotation in document.pages[2].Annots
        ]
        back = [
            document.pages.index(pikepdf.Page(annotation.Dest[0]))
            for annotation in document.pages[3].Annots
            if annotation.Subtype == "/Link"
        ]
    assert len(linked) == len(rich.order) + 1  # one halte is at two places
    assert {page for page, _spot in linked} >= {3, 4, 5}
    assert set(back) == {2}


def test_title_traveller_and_language_are_in_the_files_own_properties(rich, rich_book):
    with pikepdf.open(io.BytesIO(rich_book(rich))) as document:
        assert str(document.docinfo.Title) == rich.title
        assert str(document.docinfo.Author) == "Noor de Vries"
        assert str(document.docinfo.Producer).startswith("reisblog")
        assert str(document.Root.Lang) == "nl"


def test_its_dates_are_the_day_of_the_last_change_or_it_has_none(rich, atlas):
    made = {}
    for day in ("2026-03-09", ""):
        target = io.BytesIO()
        write_story(rich, atlas, Album(), target, edited=day)
        made[day] = target.getvalue()
    with pikepdf.open(io.BytesIO(made["2026-03-09"])) as document:
        assert str(document.docinfo.CreationDate) == "D:20260309"
        assert str(document.docinfo.ModDate) == "D:20260309"
        with document.open_metadata() as told:
            assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == "2026-03-09"
    with pikepdf.open(io.BytesIO(made[""])) as document:
        assert "/CreationDate" not in document.docinfo
        assert "/ModDate" not in document.docinfo
        with document.open_metadata() as told:
            assert "xmp:CreateDate" not in told


def test_every_font_is_embedded_and_none_is_taken_for_granted(rich, rich_book):
    with pikepdf.open(io.BytesIO(rich_book(rich))) as document:
        fonts = [
            entry
            for entry in document.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/Font"
        ]
        assert fonts
        for font in fonts:
            if font.Subtype == "/Type3":  # it has no file: its letters are drawn in the document
                assert all(drawing.read_bytes() for drawing in font.CharProcs.values())
                assert "/ToUnicode" in font
                continue
            if font.Subtype == "/Type0":
                assert "/ToUnicode" in font
                font = font.DescendantFonts[0]  # noqa: PLW2901
            assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"
        for page in document.pages:
            assert all(
                font.Subtype in {"/Type0", "/Type3"} for font in page.Resources.Font.values()
            )


def test_the_file_is_sound(rich, rich_book):
    with pikepdf.open(io.BytesIO(rich_book(rich))) as document:
        assert document.check_pdf_syntax() == []


def test_the_same_journey_gives_the_same_bytes(rich, atlas, rich_book):
    assert book(rich, atlas) == rich_book(rich)


def test_jpeg_bytes_go_in_untouched_and_each_picture_once(rich, atlas):
    album = Album()
    made = {}

    def remembered(one, *, side):
        made[one.id, side] = album(one, side=side)
        return made[one.id, side]

    content = book(rich, atlas, remembered)
    assert all(content.count(jpeg) == 1 for jpeg in made.values())
    assert len(album.asked) == len(set(album.asked))


def test_a_screen_asks_for_150_pixels_an_inch_and_finer_books_for_the_photo_itself(rich, atlas):
    largest = {}
    for quality in Quality:
        album = Album()
        book(rich, atlas, album, wish=Wish(quality=quality))
        largest[quality] = max(side for name, side in album.asked if name == "p1")
    assert largest[Quality.SCREEN] == pytest.approx(172 / 25.4 * 150, abs=64)
    assert largest[Quality.PRINT] == largest[Quality.ORIGINAL] == 4032


def test_of_a_cropped_photo_print_asks_for_300_pixels_an_inch(rich, atlas):
    crop = Crop(0.5, 0.5, 0.9, 0.9)
    cropped = structs.replace(
        rich, photos=rich.photos.with_(structs.replace(rich.photos["p1"], crop=crop))
    )
    largest = {}
    for quality in (Quality.PRINT, Quality.ORIGINAL):
        album = Album()
        book(cropped, atlas, album, wish=Wish(quality=quality))
        largest[quality] = max(side for name, side in album.asked if name == "p1")
    assert largest[Quality.PRINT] == pytest.approx(172 / 25.4 * 300, abs=64)
    assert largest[Quality.ORIGINAL] == round(0.9 * 4032)


def test_the_map_and_every_path_are_in_the_file_once_however_often_they_show(rich, rich_book):
    with pikepdf.open(io.BytesIO(rich_book(rich))) as document:
        forms = [
            entry
            for entry in document.objects
            if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Form"
        ]
        fields = len(document.Root.AcroForm.Fields)  # how white looks while nothing is typed there
    pens = {path.pen for path in rich.trails.values()}
    drawn = len(rich.trails) + len(pens)  # the key shows a sample of each pen
    bag = 1  # drawn once, on the back of the map
    assert len(forms) == 1 + bag + fields + 2 * drawn  # ink, and the paper under it


def test_photos_in_the_tray_stay_out(rich, atlas):
    album = Album()
    book(rich, atlas, album)
    assert "tray" not in {name for name, _side in album.asked}
    assert {"p1", "loose1"} <= {name for name, _side in album.asked}


def test_a_picture_that_cannot_be_had_leaves_its_caption_and_the_rest(rich, atlas, said):
    album = Album()
    album.lost = {"p1", "m2"}
    found = words(text_of(book(rich, atlas, album)))
    assert "De voordeur, tien voor zeven." in found
    assert said("This photo is not here") in found
    assert "Bloeddruk meten" in found


def test_how_many_photos_lack_is_told_and_none_is_asked_for_twice_in_vain(rich, atlas):
    album = Album()
    album.lost = {"p1", "m2"}
    assert write_story(rich, atlas, album, io.BytesIO()).photos == 2
    assert len(album.asked) == len(set(album.asked))
    assert write_story(rich, atlas, Album(), io.BytesIO()).photos == 0


def test_a_picture_that_was_too_slow_once_is_asked_for_once_more(rich, atlas):
    album, slow = Album(), set()

    def busy(photo, *, side):
        if (photo.id, side) not in slow:
            slow.add((photo.id, side))
            raise UnreadablePhotoError("", "te traag", "Te traag.", may_pass=True)
        return album(photo, side=side)

    assert write_story(rich, atlas, busy, io.BytesIO()).photos == 0
    assert set(album.asked) == slow


def test_an_empty_journey_still_is_a_small_good_book(empty, atlas, said):
    content = book(empty, atlas)
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 3
        assert document.get_metadata_dict()["Title"] == said("Travel book")
    assert said("For the conversation") in text_of(content, 2)
    assert "Kaart van de Loopbaanrealisatie" in words(text_of(content, 2))


def test_nothing_empty_is_printed(empty, atlas, said):
    journey = with_stop(empty, Stop(id="s", at=Point(500, 500), places=("wensboom",)))
    journey = msgspec.structs.replace(
        journey,
        notes=Table([Note(id="n", text="  \n ", at=Point(10, 10))]),
        backpack=Table([BackpackItem(id="b", text=" ")]),
        companions=Table([Companion(id="c", name="", role="mentor")]),
    )
    found = text_of(book(journey, atlas))
    for part in ("Loose", "Backpack", "Travel company"):
        assert said(part) not in found
    assert not any(
        isinstance(mark, Slip)
        for page in compose(Telling(journey, atlas))[2:]
        for mark in page.marks
    )


def test_loose_things_come_together_at_the_end(rich, rich_book, said):
    found = words(text_of(rich_book(rich)))
    loose = found.rindex(said("Loose"), 0, found.index("Uitzicht uit de trein"))
    assert loose > found.index("Nu mocht ik de planning maken.")
    assert found.index("Rijbewijs moet nog even wachten.") > loose
    assert found.index("badge, fruit, oplader", loose) > loose


def test_the_last_page_is_white_but_for_its_heading_and_the_colophon(rich, atlas):
    last = compose(Telling(rich, atlas))[-1]
    shown = [mark for mark in last.marks if isinstance(mark, Text)]
    middle = [mark for mark in shown if 150 < mark.y < 680]
    assert not middle
    assert not any(isinstance(mark, MapCrop | Print | Slip) for mark in last.marks)


def told_on(pages):
    """All but the cover and the map."""
    begins = [{getattr(mark, "name", "") for mark in page.marks} for page in pages]
    return [page for page, names in zip(pages, begins, strict=True) if not names & {"cover", "map"}]


@pytest.mark.parametrize("paper", Paper)
def test_nothing_is_cut_by_the_edge_of_a_page(rich, atlas, paper):
    telling = Telling(rich, atlas, Wish(paper=paper))
    layout = telling.layout
    for page in told_on(compose(telling)):
        for mark in page.marks:
            if isinstance(mark, Print | Slip):
                assert mark.rect.x >= layout.left - 0.1
                assert mark.rect.right <= layout.left + layout.full + 0.1
                assert mark.rect.y >= layout.top - 0.1
                assert mark.rect.bottom <= layout.bottom + 0.1
            if isinstance(mark, Text) and mark.style not in (styles.FOOT_TEXT, styles.FOOT_NUMBER):
                assert mark.y + mark.height <= layout.bottom + 0.1


@pytest.mark.parametrize("paper", Paper)
def test_nothing_lies_over_anything_else(rich, atlas, paper):
    for page in told_on(compose(Telling(rich, atlas, Wish(paper=paper)))):
        taken = [mark.rect for mark in page.marks if isinstance(mark, Print)]
        maps = [mark.view for mark in page.marks if isinstance(mark, MapCrop)]
        # The whole map lies in the corner of a place's drawing, or alone.
        taken += [view.frame for view in maps if view.region != atlas.bounds]
        for index, one in enumerate(taken):
            assert not any(one.grown(-0.5).intersects(other) for other in taken[:index])


@pytest.mark.parametrize("paper", Paper)
def test_the_outer_column_stays_white_beside_the_story(rich, atlas, paper):
    telling = Telling(rich, atlas, Wish(paper=paper))
    outer = telling.layout.left + telling.layout.full - telling.layout.outer
    for page in told_on(compose(telling)):
        for mark in page.marks:
            if isinstance(mark, Text) and mark.style in (styles.TEXT, styles.LARGE_TEXT):
                assert mark.x + mark.width <= outer


def test_a_heading_never_stands_alone_at_the_foot(rich, atlas):
    for page in compose(Telling(rich, atlas)):
        pins = [mark for mark in page.marks if isinstance(mark, Pin) and mark.target == "map"]
        for pin in pins:
            below = [
                mark
                for mark in page.marks
                if (
                    isinstance(mark, Text)
                    and mark.style != styles.FOOT_TEXT
                    and mark.y > pin.centre.y
                )
            ]
            assert below


def test_two_haltes_of_words_alone_share_a_page(empty, atlas):
    journey = empty
    for key in ("wensboom", "bergen"):
        stop = Stop(id=key, at=rest(atlas, key), places=(key,), title=key, text="Een paar woorden.")
        journey = with_stop(journey, stop)
    pages = compose(Telling(journey, atlas))
    assert len(pages) == 4
    assert pages[2].haltes == ["1  wensboom", "2  bergen"]


def test_the_foot_tells_page_traveller_and_halte(rich, rich_book):
    assert "4 Noor de Vries · 1 Mijn eerste stagedag" in words(text_of(rich_book(rich), 3))


def test_only_the_pens_that_were_used_stand_in_the_key(empty, atlas, said):
    journey = msgspec.structs.replace(
        empty, trails=Table([trail("t", Pen.MINE, [(400, 400), (900, 800)])])
    )
    found = text_of(book(journey, atlas), 1)
    assert said("My path") in found
    assert said("Dreamt") not in found


def test_a_book_in_english_speaks_english(empty, atlas):
    english = msgspec.structs.replace(empty, language="en")
    assert "For the conversation" in text_of(book(english, atlas))


def test_markup_is_only_text(empty, atlas):
    stop = Stop(id="s", at=Point(500, 500), title="<b>vet</b> & <img src='x'/>", text="a < b\\n(c)")
    found = text_of(book(with_stop(empty, stop), atlas))
    assert "<b>vet</b> & <img src='x'/>" in words(found)
    assert "a < b\\n(c)" in found


def test_extreme_journeys_still_make_a_book(empty, atlas):
    journey = msgspec.structs.replace(empty, title="W" * 300, traveller="د. سارة", language="ar")
    journey = with_stop(
        journey,
        Stop(
            id="a", at=Point(500, 500), places=("wensboom", "gone"), title="سلام", text="x" * 5000
        ),
        photo("pano", 20_000, 200, stop="a", caption="lang " * 500),
        photo("thin", 200, 9_000, stop="a"),
        photo("tiny", 3, 2, stop="a"),
        notes=[
            Note(id="n", text="Nog een zin over die dag. " * 3850, at=Point(0, 0), stop="a"),
            Note(id="m", text="\ue000 中文 \x07", at=Point(-9e4, 9e4)),
        ],
    )
    begun = time.perf_counter()
    content = book(journey, atlas)
    assert time.perf_counter() - begun < 30
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.check_pdf_syntax() == []
    found = text_of(content)
    assert len(re.findall("Nog een zin over", words(found))) > 3700
    assert "中文" in found


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.SCREEN, Paper.A4_LANDSCAPE])
def test_however_long_words_and_names_are_nothing_runs_off_the_page(empty, atlas, paper):
    word = "x" * 5000
    journey = msgspec.structs.replace(
        empty,
        title="T" * 300,
        traveller="N" * 300,
        backpack=Table([BackpackItem(id="b", text=word)]),
        companions=Table([Companion(id="c", name="C" * 300, role="R" * 300)]),
        notes=Table([Note(id="loose", text=word, at=Point(900, 700))]),
    )
    stop = Stop(id="a", at=Point(500, 500), title="W" * 300, when="w" * 300, text=word)
    journey = with_stop(
        journey,
        stop,
        photo("p", 20_000, 200, stop="a", caption=word),
        photo("q", 200, 20_000, stop="a"),
        notes=[Note(id="n", text=word, at=Point(700, 700), stop="a")],
    )
    pages = compose(Telling(journey, atlas, Wish(paper=paper, school="S" * 300)))
    for page in pages:
        sheet = Rect(0, 0, page.width, page.height).grown(0.5)
        for mark in page.marks:
            corners = [] if mark.box is None else _corners(mark.box)
            assert all(map(sheet.contains, corners)), mark
    content = words(text_of(book(journey, atlas, wish=Wish(paper=paper))))
    assert content.count("x") >= 4 * 5000  # story, caption, two notes, and the thing


def _corners(rect):
    return [Point(rect.x, rect.y), Point(rect.right, rect.bottom)]


def test_three_hundred_chapters_take_seconds(empty, atlas):
    places = list(atlas.places)
    stops = [
        Stop(
            id=f"s{i}", at=rest(atlas, places[i % 22]), places=(places[i % 22],), text="Kort. " * 9
        )
        for i in range(300)
    ]
    journey = msgspec.structs.replace(
        empty, stops=Table(stops), order=tuple(stop.id for stop in stops)
    )
    begun = time.perf_counter()
    assert book(journey, atlas)
    assert time.perf_counter() - begun < 20


def test_progress_runs_from_nothing_to_done(rich, atlas):
    seen = []
    book(rich, atlas, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_who_listens_is_told_while_it_is_laid_out_too(rich, atlas):
    heard = []
    compose(Telling(rich, atlas), lambda: heard.append(True))
    assert len(heard) >= len(rich.order)


def test_what_no_font_knows_is_named(atlas):
    odd = Journey(id="odd", title="Een \ue000 en \U00012345", traveller="Ik", language="nl")
    target = io.BytesIO()
    lacking = write_story(odd, atlas, Album(), target)
    assert lacking.characters == {"\ue000", "\U00012345"}
    assert lacking.told() == (
        "2 tekens staan er als code in, omdat geen lettertype hier ze kent: U+E000, U+12345."
    )
    assert "Een \ue000 en \U00012345" in text_of(target.getvalue())


def test_of_many_that_no_font_knows_some_are_named():
    told = Lacking(photos=1, characters=frozenset(map(chr, range(0xE000, 0xE020)))).told()
    assert told.startswith("Eén foto is niet leesbaar en staat er niet in. 32 tekens staan er")
    assert told.endswith("U+E007, ….")


def test_a_picture_is_in_the_file_once_and_reads_as_its_characters(atlas):
    family = "👨‍👩‍👧‍👦"
    stop = Stop(
        id="s", at=Point(400, 400), title=f"Thuis {family}", text=f"{family} {family} 🏴󠁧󠁢󠁷󠁬󠁳󠁿 3️⃣" * 40
    )
    journey = Journey(id="f", stops=Table([stop]), order=("s",))
    content = book(journey, atlas)
    found = words(text_of(content))
    assert found.count(family) > 80
    assert found.count("🏴󠁧󠁢󠁷󠁬󠁳󠁿") == found.count("3️⃣") == 40
    with pikepdf.open(io.BytesIO(content)) as document:
        drawn = [
            entry
            for entry in document.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Subtype") == "/Type3"
        ]
        (font,) = drawn
        assert len(font.CharProcs) == 4  # three pictures, and the measure of the font
