"""What stands beside a chapter: compass, company, backpack, locator; and the second track."""

from __future__ import annotations

import io

import msgspec
import pikepdf
import pytest

from reisblog.model.book import Form, Paper, Part, Wish
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.model.records import (
    Audience,
    BackpackItem,
    Companion,
    CompassMoment,
    Impulse,
    Stop,
    Token,
)
from reisblog.model.table import Table
from reisblog.story import styles
from reisblog.story.compass_margin import Compass
from reisblog.story.labels import Label
from reisblog.story.layout import layout_of
from reisblog.story.marks import MapCrop, Pin, Print, Slip, Text
from reisblog.story.pdf import compose, write_story
from reisblog.story.strokes import Stroke
from reisblog.story.tags import Role, Tag
from reisblog.story.telling import Telling
from reisblog.story.tokens import Face
from reisblog.story.unseen import Anchor, Jump
from tests import journeys
from tests.story.conftest import Album, photo, rest
from tests.story.test_pdf import book, text_of, words

KEYS = ("wensboom", "bergen", "dilemmabos", "chill-strand")

LAYOUT = layout_of(Paper.A4)


def told(atlas, *, beside=(), company=None, words="Een paar woorden.", photos=0, **tables):
    """Four haltes, each at a place of its own."""
    stops = [
        Stop(
            id=key,
            at=rest(atlas, key),
            places=(key,),
            title=f"Titel {key}",
            text=words,
            beside=key in beside,
            company=(company or {}).get(key, ()),
        )
        for key in KEYS
    ]
    return Journey(
        id="told",
        stops=Table(stops),
        order=KEYS,
        photos=Table([photo(f"{key}{n}", stop=key) for key in KEYS for n in range(photos)]),
        **{name: Table(records) for name, records in tables.items()},
    )


@pytest.fixture
def whole(atlas):
    """Something of everything beside four haltes."""
    return told(
        atlas,
        beside=("bergen",),
        company={"wensboom": ("c1", "c2"), "bergen": ("c1",), "dilemmabos": ("c2", "c3", "c4")},
        photos=2,
        companions=[
            Companion(id="c1", name="Oma Riek", token=Token.SUN),
            Companion(id="c2", name="Bert"),
            Companion(id="c3", name="Sanne", portrait="bergen0"),
            Companion(id="c4", name="Een heel lange naam die nergens ophoudt " * 3),
        ],
        backpack=[
            BackpackItem(id="b1", text="Geduld"),
            BackpackItem(id="b2", text="Doorvragen", stop="wensboom", laid="chill-strand"),
            BackpackItem(id="b3", text="Een lang verhaal over wat ik leerde. " * 12, stop="bergen"),
        ],
        compass_moments=[
            CompassMoment(
                id="k1", at=Point(9, 9), stop="wensboom", direction=45.0,
                impulse=Impulse.EXTERNAL, asker="mijn mentor", text="Naar het water.",
            ),
            CompassMoment(
                id="k2", at=Point(9, 9), stop="bergen", direction=200.0, impulse=Impulse.INTERNAL,
                text="Lang nagedacht over de richting. " * 9,
            ),
            CompassMoment(id="k3", at=Point(9, 9), stop="dilemmabos", text="Eindeloos. " * 400),
            CompassMoment(id="k4", at=Point(9, 9), direction=90.0, text="Los kompas."),
        ],
    )  # fmt: skip


def pages_of(journey, atlas):
    return compose(Telling(journey, atlas))


def chapter_pages(journey, atlas):
    return [page for page in pages_of(journey, atlas) if page.haltes]


def said(mark):
    runs = [run for line in mark.lines for run in line.runs]
    return "".join(cluster.text for run in runs for cluster in run.clusters)


def boxes(page):
    """What is taken on a page by words, photos and drawings."""
    for mark in page.marks:
        if isinstance(mark, Text) and mark.lines:
            width = max(line.width for line in mark.lines) * mark.style.size
            yield Rect(mark.x, mark.y, width, mark.height)
        elif isinstance(mark, Print):
            yield mark.rect
        elif isinstance(mark, Compass | Face):
            yield Rect.centred(mark.centre, 2 * mark.radius, 2 * mark.radius)


def test_a_compass_lies_beside_its_halte_with_needle_asker_and_words(whole, atlas):
    page = next(page for page in pages_of(whole, atlas) if "1  Titel wensboom" in page.haltes)
    compass = next(mark for mark in page.marks if isinstance(mark, Compass))
    assert (compass.direction, compass.impulse) == (45.0, Impulse.EXTERNAL)
    assert compass.centre.x > LAYOUT.beside_left
    found = words(text_of(book(whole, atlas)))
    assert "mijn mentor vroeg ernaar" in found
    assert "Naar het water." in found


def test_every_compass_stands_in_the_book_once_and_a_loose_one_at_the_end(whole, atlas):
    pages = pages_of(whole, atlas)
    turned = [mark.direction for page in pages for mark in page.marks if isinstance(mark, Compass)]
    assert sorted(turned) == [0.0, 45.0, 90.0, 200.0]
    found = words(text_of(book(whole, atlas)))
    assert found.index("Los kompas.") > found.index("Titel chill-strand")
    assert found.count("Eindeloos.") == 400


def test_a_journey_with_nothing_but_a_loose_compass_shows_it(atlas):
    lone = Journey(
        id="k", compass_moments=Table([CompassMoment(id="k", at=Point(5, 5), direction=10.0)])
    )
    marks = [mark for page in pages_of(lone, atlas) for mark in page.marks]
    assert sum(isinstance(mark, Compass) for mark in marks) == 1


def test_names_of_the_company_stand_beside_the_halte_and_a_ribbon_at_the_edge(whole, atlas):
    page = next(page for page in pages_of(whole, atlas) if "1  Titel wensboom" in page.haltes)
    names = [said(mark) for mark in page.marks if isinstance(mark, Text)]
    assert {"Oma Riek", "Bert"} <= set(names)
    right = LAYOUT.left + LAYOUT.full
    ribbons = [m for m in page.marks if isinstance(m, Stroke) and m.points[0].x > right]
    heads = [m for m in page.marks if isinstance(m, Face) and m.centre.x > right]
    assert len(ribbons) == 2 * len(heads) >= 4
    assert all(m.centre.x + m.radius < LAYOUT.width - 5 * styles.MM for m in heads)


def test_the_ribbon_goes_on_over_haltes_that_follow_one_another(atlas):
    journey = told(
        atlas,
        company={"wensboom": ("c",), "bergen": ("c",)},
        companions=[Companion(id="c", name="Bert")],
    )
    first = chapter_pages(journey, atlas)[0]
    assert len(first.haltes) == 2
    right = LAYOUT.left + LAYOUT.full
    heads = [m for m in first.marks if isinstance(m, Face) and m.centre.x > right]
    assert len(heads) == 1


def test_the_second_track_has_its_own_numbers_a_line_and_is_moved_in(atlas):
    journey = told(atlas, beside=("bergen", "dilemmabos"))
    telling = Telling(journey, atlas)
    assert list(telling.numbers.values()) == ["1", "1a", "1b", "2"]
    pages = compose(telling)
    starts = {}
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Text) and said(mark).startswith("Titel "):
                starts[said(mark)] = mark.x
    assert starts["Titel bergen"] > starts["Titel wensboom"] == starts["Titel chill-strand"]
    lines = [
        mark
        for page in pages
        for mark in page.marks
        if isinstance(mark, Stroke) and LAYOUT.left <= mark.points[-1].x < LAYOUT.left + 30
    ]
    assert sum(mark.curve for mark in lines) == 1
    on_map = [said_digits(mark) for mark in pages[1].marks if isinstance(mark, Pin)]
    assert sorted(on_map) == ["1", "1a", "1b", "2"]


def said_digits(pin):
    return "".join(cluster.text for run in pin.number.runs for cluster in run.clusters)


def test_more_than_26_haltes_beside_one_have_two_letters(atlas):
    stops = [Stop(id=f"s{n}", at=Point(n, n), beside=n > 0) for n in range(29)]
    journey = Journey(id="j", stops=Table(stops), order=tuple(stop.id for stop in stops))
    assert list(Telling(journey, atlas).numbers.values())[25:29] == ["1y", "1z", "1aa", "1ab"]


def test_the_backpack_tells_where_each_thing_came_from_and_where_it_was_laid(whole, atlas):
    found = words(text_of(book(whole, atlas)))
    assert "van halte 1, “Titel wensboom”" in found
    assert "neergelegd bij halte 2, “Titel dilemmabos”" not in found
    assert "neergelegd bij halte 3, “Titel chill-strand”" in found
    assert "bij vertrek" in found


def test_each_link_leads_to_what_is_in_the_book(whole, atlas):
    with pikepdf.open(io.BytesIO(book(whole, atlas))) as document:
        pages = list(document.pages)
        for page in pages:
            for annotation in page.get("/Annots", []):
                if annotation.Subtype == "/Link":
                    assert pikepdf.Page(annotation.Dest[0]) in pages
    pages = pages_of(whole, atlas)
    anchors = {getattr(mark, "name", "") for page in pages for mark in page.marks}
    jumps = {mark.target for page in pages for mark in page.marks if isinstance(mark, Jump)}
    assert jumps <= anchors
    assert {"backpack", "company", "halte-wensboom", "departure"} <= jumps


def test_the_bag_at_departure_is_on_the_back_of_the_map_and_only_when_there_was_one(whole, atlas):
    journey = msgspec.structs.replace(whole, about="Ik haal dingen uit elkaar.")
    title = "Bij vertrek in de rugzak"
    assert title in words(text_of(book(journey, atlas), 3))
    assert "Geduld" in words(text_of(book(journey, atlas), 3))
    assert "Doorvragen" not in words(text_of(book(journey, atlas), 3))
    later = [item for item in whole.backpack.values() if item.stop]
    bare = msgspec.structs.replace(journey, backpack=Table(later))
    assert title not in words(text_of(book(bare, atlas)))


@pytest.mark.parametrize(
    "about", ["", "Ik haal dingen uit elkaar.", "Ik haal dingen uit elkaar. " * 250]
)
@pytest.mark.parametrize("cover", [True, False])
def test_printed_on_both_sides_the_map_is_on_no_back_but_a_bag_s(whole, atlas, about, cover):
    wish = Wish(without=frozenset() if cover else frozenset({Part.COVER}))
    telling = Telling(msgspec.structs.replace(whole, about=about), atlas, wish)
    begins = {
        mark.name: number
        for number, page in enumerate(compose(telling), start=1)
        for mark in page.marks
        if isinstance(mark, Anchor)
    }
    assert begins["map"] % 2 == 1
    assert abs(begins["map"] - begins["departure"]) == 1


def test_without_bag_and_words_of_oneself_the_map_lies_inside_the_cover_and_no_page_is_empty(atlas):
    pages = pages_of(told(atlas), atlas)
    assert [getattr(page.marks[0], "name", "") for page in pages[:2]] == ["cover", "map"]
    assert all(page.marks for page in pages)


@pytest.mark.parametrize("paper", Paper)
def test_initials_can_be_read_and_stay_on_their_disc(atlas, paper):
    names = ("Wilma Meijer", "Wim Wouters", "Mia", "Jan de Bruin", "Ilse Ilias", "محمد علي")
    people = [Companion(id=f"c{n}", name=name) for n, name in enumerate(names)]
    along = tuple(person.id for person in people)
    journey = told(atlas, company=dict.fromkeys(KEYS, along), companions=people)
    pages = compose(Telling(journey, atlas, Wish(paper=paper)))
    faces = [(mark, page.scale) for page in pages for mark in page.marks if isinstance(mark, Face)]
    assert len({round(mark.radius, 1) for mark, _scale in faces}) == 3
    for mark, scale in faces:
        assert mark.letters.text.strip()
        assert mark.style.size * scale >= 6
        assert mark.letters.width * mark.style.size < 2 * mark.radius


def test_a_very_full_bag_takes_another_page_and_loses_nothing(atlas):
    full = told(
        atlas, backpack=[BackpackItem(id=f"b{n}", text=f"Ding{n}x " * 9) for n in range(90)]
    )
    lying = [page for page in pages_of(full, atlas) if page.width > page.height]
    *pages, leaf = lying  # nothing is told of the traveller: the map begins the next leaf
    assert any(isinstance(mark, MapCrop) for mark in leaf.marks)
    assert len(pages) > 1
    found = " ".join(said(mark) for page in pages for mark in page.marks if isinstance(mark, Text))
    assert all(f"Ding{n}x" in found for n in range(90))
    for page in pages:
        page.marks = [m for m in page.marks if getattr(m, "style", None) is not styles.FOOT_TEXT]
        assert all(box.bottom <= page.height - 15 * styles.MM for box in boxes(page))


def test_what_the_traveller_tells_of_themselves_stands_on_the_back_of_the_cover(whole, atlas):
    journey = msgspec.structs.replace(whole, traveller="Noor", about="Ik haal dingen uit elkaar.")
    assert words(text_of(book(journey, atlas), 1)).startswith("Noor Ik haal dingen uit elkaar.")
    assert len(pages_of(journey, atlas)) == len(pages_of(whole, atlas)) + 1


def test_a_small_map_shows_where_each_halte_is(whole, atlas):
    locators = [
        mark
        for page in chapter_pages(whole, atlas)
        for mark in page.marks
        if isinstance(mark, MapCrop) and mark.view.region == atlas.bounds
    ]
    assert len(locators) == len(KEYS)


def test_nobody_and_nothing_without_a_word_is_shown_beside_a_halte(atlas):
    journey = told(
        atlas,
        company={"wensboom": ("c",)},
        companions=[Companion(id="c", name="  ")],
        backpack=[BackpackItem(id="b", text=" ", stop="wensboom")],
    )
    marks = [mark for page in chapter_pages(journey, atlas) for mark in page.marks]
    assert not any(isinstance(mark, Face) for mark in marks)
    assert not any(isinstance(mark, Text) and said(mark) == "In de rugzak" for mark in marks)


@pytest.mark.parametrize("photos", [0, 1, 2, 7])
@pytest.mark.parametrize("length", [0, 1, 40, 200])
def test_nothing_lies_over_words_and_all_is_on_the_page(whole, atlas, photos, length):
    replace = msgspec.structs.replace
    stops = [replace(stop, text="Een dag. " * length) for stop in whole.stops.values()]
    some = [photo(f"{key}{n}", stop=key, caption="Kijk") for key in KEYS for n in range(photos)]
    people = [replace(person, portrait=None) for person in whole.companions.values()]
    journey = replace(whole, stops=Table(stops), photos=Table(some), companions=Table(people))
    for page in chapter_pages(journey, atlas):
        taken = list(boxes(page))
        for index, one in enumerate(taken):
            assert one.x >= 0
            assert one.right <= page.width - 5 * styles.MM
            assert one.bottom <= page.height - 5 * styles.MM
            clear = one.grown(-0.6)
            assert not any(clear.intersects(other) for other in taken[:index])


def test_of_a_journey_with_everything_each_thing_stands_in_the_book(atlas):
    journey = journeys.peopled()
    found = words(text_of(book(journey, atlas)))
    for part in ("Waarheen?", "mijn mentor", "Oma Riek", "b3", "b4", "Ik ben Noor.", "luistert"):
        assert part in found


def test_a_label_too_long_for_the_margin_is_whole_in_the_backpack(whole, atlas):
    telling = Telling(whole, atlas)
    item = whole.backpack["b3"]
    small, large = Label(telling, item, 130.0), Label(telling, item, 260.0, most=None)
    assert small.height < 90
    assert words(text_of(book(whole, atlas))).count("Een lang verhaal over wat ik leerde.") >= 12
    assert large.width <= 260
    assert not any(isinstance(mark, Slip) for mark in small.marks(0, 0, Tag(Role.LIST)))


def test_a_thing_is_shown_by_its_own_photo_on_its_label(atlas):
    kept = photo("kept", 3000, 4000)
    bag = Table([BackpackItem(id="b", text="een schroevendraaier", photo="kept")])
    journey = Journey(id="r", photos=Table([kept]), backpack=bag)
    pages = pages_of(journey, atlas)
    shown = [mark for page in pages for mark in page.marks if isinstance(mark, Print)]
    assert [mark.photo.id for mark in shown] == ["kept", "kept"]  # at departure, and in the bag
    assert all(mark.rect.height <= 48 for mark in shown)


@pytest.mark.parametrize(
    ("viewer", "said"),
    [(Audience.CONVERSATION, False), (Audience.SELF, True), (Audience.CLASS, False)],
)
def test_what_company_does_is_told_to_nobody_but_the_traveller(atlas, viewer, said):
    people = Table([Companion(id="c", name="Bert", helps=True, hinders=True)])
    journey = Journey(id="r", companions=people)
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target, wish=Wish(viewer=viewer))
    assert ("helpt · remt" in words(text_of(target.getvalue()))) is said


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("many", [12, 24, 40])
def test_however_much_belongs_to_a_halte_none_of_it_runs_off_the_page(atlas, paper, many):
    stop = Stop(
        id="s",
        at=rest(atlas, "wensboom"),
        places=("wensboom",),
        title="Veel",
        company=tuple(f"c{number}" for number in range(many)),
    )
    journey = Journey(
        id="r",
        stops=Table([stop]),
        order=("s",),
        companions=Table([Companion(id=f"c{n}", name=f"Iemand {n}") for n in range(many)]),
        backpack=Table(
            [BackpackItem(id=f"b{n}", text=f"iets nummer {n}", stop="s") for n in range(many)]
        ),
    )
    telling = Telling(journey, atlas, Wish(paper=paper))
    shown = 0
    for page in (page for page in compose(telling) if page.haltes):
        for mark in page.marks:
            foot = isinstance(mark, Text) and mark.style.role is Role.FOOT
            if mark.box is not None and not foot:
                assert mark.box.bottom <= telling.layout.bottom + 12
            if isinstance(mark, Text) and mark.style is styles.MARGIN_THING:
                shown += 1
    assert shown == many


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A4_LANDSCAPE, Paper.A5])
def test_who_comes_back_to_a_place_finds_both_headings_level_and_all_that_stood_beside(
    atlas, paper
):
    titles = ("Kort", "Een lange titel die over twee regels loopt, zo niet over drie")
    stops = [
        Stop(
            id=f"s{number}",
            at=rest(atlas, "wensboom"),
            places=("wensboom", *(("bergen",) if number else ())),
            title=title,
            when="maart",
            text="Een paar woorden.",
            company=("c",),
        )
        for number, title in enumerate(titles)
    ]
    journey = Journey(
        id="j",
        stops=Table(stops),
        order=("s0", "s1"),
        companions=Table([Companion(id="c", name="Bert")]),
        backpack=Table([BackpackItem(id=f"b{n}", text=f"ding {n}", stop=f"s{n}") for n in (0, 1)]),
        compass_moments=Table(
            [CompassMoment(id=f"k{n}", at=Point(9, 9), stop=f"s{n}", text="Ja.") for n in (0, 1)]
        ),
    )
    telling = Telling(journey, atlas, Wish(form=Form.ATLAS, paper=paper))
    (page,) = (page for page in compose(telling) if "1  Kort" in page.haltes)
    texts = [mark for mark in page.marks if isinstance(mark, Text)]
    heads = [m for m in texts if m.style is styles.TITLE]
    assert len(heads) == 2
    assert len({round(mark.y) for mark in heads}) == 1
    assert len({round(mark.y) for mark in texts if said(mark) == "Een paar woorden."}) == 1
    middle = telling.layout.left + telling.layout.full / 2
    right = telling.layout.left + telling.layout.full
    faces = [m for m in page.marks if isinstance(m, Face) and m.radius < 10 and m.centre.x < right]
    things = [m for m in texts if m.style is styles.MARGIN_THING]
    for two in ([m for m in page.marks if isinstance(m, Compass)], faces, things):
        one, other = (mark.box.centre.x for mark in two)
        assert one < middle < other


LONG_NAME = "Mevrouw Aleksandra van der Hoogen-Wojciechowska, praktijkbegeleider op de dagbesteding"
LONG_THING = "Ik heb geleerd dat ik pas iets snap als ik het met mijn handen heb gedaan. " * 6


def heard(pages):
    """All that is said in a book, without what is between words."""
    texts = [mark for page in pages for mark in page.marks if isinstance(mark, Text)]
    texts = [mark for mark in texts if mark.style.role is not Role.FOOT]
    return "".join("".join(said(mark).replace("\u00ad", "").split()) for mark in texts)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("photos", [0, 1])
@pytest.mark.parametrize("length", [1, 30])
def test_without_backpack_and_company_all_their_words_stand_beside_the_haltes(
    atlas, paper, photos, length
):
    journey = told(
        atlas,
        company={"wensboom": ("c", "d")},
        photos=photos,
        companions=[Companion(id="c", name=LONG_NAME), Companion(id="d", name="Bert")],
        backpack=[
            BackpackItem(id="b", text=LONG_THING * length, stop="wensboom", laid="bergen"),
            BackpackItem(id="k", text="Kort", stop="wensboom"),
        ],
    )
    without = frozenset({Part.BACKPACK, Part.COMPANY})
    pages = compose(Telling(journey, atlas, Wish(paper=paper, without=without)))
    found = heard(pages)
    assert "".join(LONG_NAME.split()) in found
    assert found.count("".join(LONG_THING.split())) == 2 * length
    for page in (page for page in pages if page.haltes):
        texts = (mark for mark in page.marks if isinstance(mark, Text))
        beside = [mark.box for mark in texts if mark.style.role is not Role.FOOT and mark.box]
        assert all(box.bottom <= layout_of(paper).bottom + 1 for box in beside)
        for index, box in enumerate(beside):
            assert not any(box.grown(-0.6).intersects(other) for other in beside[:index])


def test_a_name_of_somebody_wraps_and_their_disc_stays_at_its_begin(atlas):
    people = [Companion(id="c", name=LONG_NAME), Companion(id="d", name="Bert")]
    journey = told(atlas, company={"wensboom": ("c", "d")}, companions=people)
    page = chapter_pages(journey, atlas)[0]
    name = next(mark for mark in page.marks if isinstance(mark, Text) and "Alek" in said(mark))
    assert len(name.lines) > 2
    face = next(mark for mark in page.marks if isinstance(mark, Face))
    assert face.centre.y - face.radius == pytest.approx(name.y)


@pytest.mark.parametrize("words", ["Een paar woorden.", "Een paar woorden. " * 90])
def test_a_thing_is_told_whole_beside_its_halte_where_the_halte_s_words_reach_as_far(atlas, words):
    bag = [BackpackItem(id="b", text=LONG_THING, stop="wensboom")]
    journey = told(atlas, words=words, photos=1, backpack=bag)
    assert heard(chapter_pages(journey, atlas)).count("".join(LONG_THING.split())) == (
        2 if len(words) > 100 else 1
    )
