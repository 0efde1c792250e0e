"""The travel book as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reisblog.model.book import PLAIN, Form, Part, Quality, Wish
from reisblog.story import styles
from reisblog.story.about_page import about_pages
from reisblog.story.bag_pages import at_departure
from reisblog.story.chapters import Chapters
from reisblog.story.closing import add_closing, add_conversation
from reisblog.story.colophon import add_colophon, has_room, leaving_room
from reisblog.story.company_ribbon import add_ribbons, add_tracks
from reisblog.story.cover import cover
from reisblog.story.images import fine_enough
from reisblog.story.layout import FOOT_BELOW
from reisblog.story.lone_map import lone_map
from reisblog.story.map_drawing import MapDrawing
from reisblog.story.map_leaf import map_leaf
from reisblog.story.marks import Print, Text
from reisblog.story.mirrored import mirror
from reisblog.story.pages import Flow
from reisblog.story.properties import Properties
from reisblog.story.sheet import Sheet
from reisblog.story.styles import MM
from reisblog.story.telling import Telling
from reisblog.story.tongues import from_right_to_left
from reisblog.story.writing_room import add_writing_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.story.images import Pictures
    from reisblog.story.layout import Layout
    from reisblog.story.marks import Page
    from reisblog.story.missing import Lacking


def write_story(
    journey: Journey,
    atlas: Atlas,
    pictures: Pictures,
    target: BinaryIO,
    *,
    wish: Wish = PLAIN,
    edited: str = "",
    expect: Callable[[Iterator[tuple[Photo, int]]], None] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Lacking:
    """Write the whole book; the same journey and pictures give the same bytes.

    Args:
        journey: what is told.
        atlas: the map it is told on.
        pictures: gives each photo in the size it is printed in.
        target: takes the PDF, in order, as it is made.
        wish: what kind of book.
        edited: the day of the journey's last change (ISO 8601), if it is known.
        expect: told which photos will be asked for and how long in pixels, in that order.
        progress: told from 0 to 1 how far it is, after every page; what it raises ends it all.

    Returns:
        What could not be shown as it is.

    Raises:
        ExportError: the program's own drawing of the map is missing.
    """
    telling = Telling(journey, atlas, wish, edited)
    pages = compose(telling, (lambda: progress(0.0)) if progress is not None else None)
    properties = Properties(telling.title, journey.traveller.strip(), journey.language, edited)
    sheet = Sheet(
        properties=properties,
        pictures=pictures,
        quality=wish.quality,
        target=target,
    )
    map_drawing = MapDrawing(sheet, atlas)
    if expect is not None:
        expect(_photos_on(pages, wish.quality))
    for number, page in enumerate(pages, start=1):
        with sheet.page(page.width, page.height, scale=page.scale, label=page.label):
            for mark in page.marks:
                mark.draw(sheet, map_drawing)
        if progress is not None:
            progress(number / (len(pages) + 1))
    sheet.finish()
    if progress is not None:
        progress(1.0)
    return sheet.lacking


def _photos_on(pages: Sequence[Page], quality: Quality) -> Iterator[tuple[Photo, int]]:
    """Every photo that will be drawn, with the number of pixels that are wanted of it."""
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Print):
                yield mark.photo, fine_enough(mark.photo, mark.whole, page.scale, quality)


def compose(telling: Telling, listen: Callable[[], None] | None = None) -> list[Page]:
    """Lay the whole book out, without drawing anything.

    Args:
        telling: what is told, and how.
        listen: is called before everything that takes time; what it raises ends it all.
    """
    is_map = telling.wish.form is Form.MAP
    pages = lone_map(telling) if is_map else _book(telling, listen or (lambda: None))
    for number, page in enumerate(pages, start=1):
        if page.foot:
            if telling.tells(Part.TALK):
                add_writing_room(telling, page, number)
            _add_foot(telling, page, number)
        if from_right_to_left(telling.journey.language) and not page.alike:
            mirror(page)
    return pages


def _book(telling: Telling, listen: Callable[[], None]) -> list[Page]:
    pages = [cover(telling)] if telling.tells(Part.COVER) else []
    pages += about_pages(telling)
    pages += _leaf(telling, before=len(pages))
    flow = _told(telling, telling.layout, listen)
    if not has_room(telling, flow):
        closer = _told(telling, leaving_room(telling), listen)
        # With a page more it ends with something told, and not with a colophon alone.
        if len(closer.pages) <= len(flow.pages) + 1 and has_room(telling, closer):
            flow = closer
    add_colophon(telling, flow)
    pages += flow.pages
    return pages or [cover(telling)]


def _told(telling: Telling, layout: Layout, listen: Callable[[], None]) -> Flow:
    """All pages that follow the map, but for the colophon."""
    flow = Flow(layout)
    chapters = Chapters(telling, flow, listen)
    chapters.add(telling.outline.chapters)
    if telling.tells(Part.COMPANY):
        add_ribbons(telling, flow, chapters.spans)
    add_tracks(flow, chapters.spans)
    add_closing(telling, flow)
    if telling.tells(Part.TALK):
        add_conversation(telling, flow)
    return flow


def _leaf(telling: Telling, before: int) -> list[Page]:
    """The map with the departure bag on its back, to lie beside the book.

    Printed on both sides, a leaf begins at every other page. Where the map would come on the back
    of another one, the bag takes that back, and the map begins the next leaf. With neither bag
    nor words about the traveller it lies inside the cover, as maps do in an atlas: an empty page
    before it would help nobody who reads on a screen.
    """
    leaf = [map_leaf(telling)] if telling.tells(Part.MAP) else []
    bag = at_departure(telling) if telling.tells(Part.BACKPACK) else []
    return leaf + bag if before % 2 == 0 else bag + leaf


def _add_foot(telling: Telling, page: Page, number: int) -> None:
    """Page number, traveller, and the haltes that stand on the page."""
    layout = telling.layout
    style, top = styles.FOOT_TEXT, layout.bottom + FOOT_BELOW
    left = layout.left
    digits = telling.line(str(number), styles.FOOT_NUMBER)
    page.marks.append(Text([digits], left, top, 10 * MM, styles.FOOT_NUMBER))
    said = [telling.journey.traveller.strip(), *page.haltes]
    line = telling.line("   ·   ".join(part for part in said if part), style, layout.full - 10 * MM)
    page.marks.append(Text([line], left + 10 * MM, top, layout.column, style))
