"""What a book holds, as a small text that can be kept and compared: pages, outline, links, words.

``python -m tests.story.golden`` writes what is kept in ``tests/data/books`` anew. Whoever does so
looks at the difference, and at the pages.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2

from reisblog.model.book import Form, Paper
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import BackpackItem, Companion, CompassMoment, Stop
from reisblog.model.table import Table
from reisblog.storage.own_atlas import own_atlas
from reisblog.story.pdf import write_story
from tests import many_tongues
from tests.story.conftest import Album, photo, rest

KEPT = Path(__file__).parent.parent / "data" / "books"
EDITED = "2026-11-27"
_WORDS = "Het was een lange dag en ik heb veel gezien. "
_PHOTOS = (0, 1, 3, 0, 0, 6, 2, 1, 4, 0, 9, 1)
_SIZES = ((4000, 3000), (3000, 4000), (4000, 2250), (3000, 3000))


def empty():
    """A journey at home."""
    return Journey(id="empty")


def one_photo():
    """One photo on one halte, and nothing said."""
    stop = Stop(id="s", at=Point(760, 420), places=("dilemmabos",))
    return Journey(
        id="one",
        traveller="Bo",
        stops=Table([stop]),
        photos=Table([photo("p", 3000, 4000, stop="s")]),
        order=("s",),
    )


def sixty_haltes():
    """A long journey: every number of photos, short and long texts, company, a second track."""
    atlas = own_atlas()
    keys = list(atlas.places)
    stops, photos, things, moments = [], [], [], []
    for number in range(60):
        key, name = keys[number * 7 % len(keys)], f"s{number}"
        stops.append(
            Stop(
                id=name,
                at=rest(atlas, key),
                places=(key,),
                title="" if number % 5 == 3 else f"Halte {number + 1}",
                when="" if number % 3 else "ergens in maart",
                text=_WORDS * (number * 5 % 17),
                beside=number % 11 == 4,
                company=tuple(f"c{one}" for one in range(3) if number // (3 + one) % 2),
            )
        )
        for one in range(_PHOTOS[number % len(_PHOTOS)]):
            said = _WORDS if (number + one) % 3 == 0 else ""
            size = _SIZES[(number + one) % len(_SIZES)]
            photos.append(photo(f"p{number}-{one}", *size, stop=name, caption=said))
        if number % 4 == 1:
            things.append(BackpackItem(id=f"b{number}", text=f"van halte {number}", stop=name))
        if number % 6 == 2:
            moments.append(
                CompassMoment(
                    id=f"k{number}",
                    at=rest(atlas, key),
                    stop=name,
                    direction=number * 17.0,
                    text=_WORDS,
                )
            )
    people = [
        Companion(id=f"c{one}", name=name) for one, name in enumerate(("Riek", "Bert", "Samira"))
    ]
    return Journey(
        id="sixty",
        title="Zestig haltes",
        traveller="Samira",
        about=_WORDS * 3,
        stops=Table(stops),
        photos=Table(photos),
        companions=Table(people),
        backpack=Table(things),
        compass_moments=Table(moments),
        order=tuple(stop.id for stop in stops),
    )


JOURNEYS = {
    "empty": empty,
    "one-photo": one_photo,
    "sixty-haltes": sixty_haltes,
    "arabic": many_tongues.arabic,
    "tigrinya": many_tongues.tigrinya,
    "ukrainian": many_tongues.ukrainian,
    "chinese": many_tongues.chinese,
}


def book(journey, form, paper):
    """The bytes of a book; the journey's own wish but for these."""
    wish = msgspec.structs.replace(journey.book, form=form, paper=paper)
    target = io.BytesIO()
    write_story(journey, own_atlas(), Album(), target, wish=wish, edited=EDITED)
    return target.getvalue()


def told(content):
    """What is kept of a book, a line for each thing."""
    with pypdfium2.PdfDocument(content) as document, pikepdf.open(io.BytesIO(content)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        yield from _outline(pdf, numbers)
        for number, page in enumerate(pdf.pages, start=1):
            width, height = (round(float(side)) for side in page.MediaBox[2:])
            links = [
                numbers[link.Dest[0].objgen]
                for link in page.get("/Annots", [])
                if link.Subtype == "/Link"
            ]
            fields = [
                str(field.T) for field in page.get("/Annots", []) if field.Subtype == "/Widget"
            ]
            words = document[number - 1].get_textpage().get_text_range().split()
            yield f"page {number}: {width} x {height}"
            if links:
                yield f"  links to {' '.join(map(str, links))}"
            if fields:
                yield f"  fields {' '.join(fields)}"
            if words:
                yield f"  {_shortened(words)}"


def _outline(pdf, numbers):
    with pdf.open_outline() as outline:
        waiting = [(0, entry) for entry in reversed(outline.root)]
        while waiting:
            depth, entry = waiting.pop()
            page = numbers[entry.destination[0].objgen]
            yield f"{'  ' * depth}outline {entry.title} -> {page}"
            waiting += [(depth + 1, child) for child in reversed(entry.children)]


def _shortened(words):
    """All words of a page, or its first and a fingerprint of all."""
    if len(words) <= 60:
        return " ".join(words)
    mark = hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]
    return f"{' '.join(words[:20])} ... {len(words)} words, {mark}"


def lines_of(name):
    """What is kept of a journey: its book in every form on every paper."""
    journey = JOURNEYS[name]()
    for form in Form:
        for paper in Paper:
            yield f"== {form} {paper}"
            yield from told(book(journey, form, paper))


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for name in JOURNEYS:
        (KEPT / f"{name}.txt").write_text("\n".join(lines_of(name)) + "\n", "utf-8")
