"""After the chapters: what is loose, what is carried, who travels along, room for the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.book import Part
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Audience
from reisblog.story import styles
from reisblog.story.bag_pages import add_carried
from reisblog.story.chapters import Chapters
from reisblog.story.colophon import colophon_height
from reisblog.story.company_ribbon import add_ribbons
from reisblog.story.layout import Measure, main
from reisblog.story.marks import Pin, Text, beside
from reisblog.story.outer_column import moments, put_below
from reisblog.story.pages import Flow
from reisblog.story.parts import PART_HEAD, STILL_ROOM, begin_part
from reisblog.story.photo_rows import PhotoRows
from reisblog.story.slips import put_notes
from reisblog.story.styles import MM
from reisblog.story.tags import Role, Tag, item
from reisblog.story.tokens import face
from reisblog.story.typesetting import parted
from reisblog.story.unseen import Anchor, Field, Within

if TYPE_CHECKING:
    from reisblog.model.records import Companion
    from reisblog.story.layout import Layout
    from reisblog.story.telling import Telling

_RING = 14.0
_PIN, _BETWEEN = 6.2, 3.0
_WITH_A_CHAPTER = 215 / 261
_PERSON = 40 * MM
"""Somebody takes so much of the width at least."""
_NAME_HIGHEST = 0.3
"""Of the height of a page, for a name and for a role."""
_PART_GAP, _PART_GAP_LOW = 24.0, 14.0
"""White between two parts; a wide page is low, and has less."""
_FEW = 2


def add_closing(telling: Telling, flow: Flow) -> None:
    """What is loose, the backpack and the travel company, on as few pages as they need.

    Where that costs no page more, the loose photos stand large, and bag and company together.
    """
    apart = flow.trial()
    _add_loose(telling, apart, large=True)
    _add_bag_and_company(telling, apart, together=True)
    close = flow.trial()
    _add_loose(telling, close, large=False)
    _add_bag_and_company(telling, close, together=False)
    roomy = len(apart.pages) <= len(close.pages)
    _add_loose(telling, flow, large=roomy)
    _add_bag_and_company(telling, flow, together=roomy)


def _add_loose(telling: Telling, flow: Flow, *, large: bool) -> None:
    """What stands in no order, together under one heading."""
    story = telling.outline
    if not telling.tells(Part.LOOSE):
        return
    said = any(note.text.strip() for note in story.notes)
    if not (story.loose or story.photos or said or story.compass):
        return
    gettext = telling.gettext
    part = begin_part(
        telling,
        flow,
        "loose",
        gettext("Loose"),
        below=gettext("In no order, still part of the way."),
        least=(_WITH_A_CHAPTER if story.loose else STILL_ROOM) * flow.layout.tall,
    )
    chapters = Chapters(telling, flow)
    chapters.add(story.loose, part)
    add_ribbons(telling, flow, chapters.spans)
    flow.begin(gettext("Loose"))
    flow.put(Within(part))
    if flow.layout.wide and large and said and 0 < len(story.photos) <= _FEW:
        _put_side_by_side(telling, flow)
    else:
        photos = PhotoRows(telling, Measure(flow.layout), story.photos)
        if large and len(story.photos) <= _FEW:
            photos.put_large(flow)
        else:
            photos.put(flow)
        if said:
            flow.skip(styles.BASELINE)
            put_notes(telling, flow, Measure(flow.layout), story.notes)
    put_below(flow, moments(telling, story.compass, flow.layout.beside), Measure(flow.layout))
    flow.skip(_gap(flow.layout))


def _put_side_by_side(telling: Telling, flow: Flow) -> None:
    """Photos in their column and slips in that of the words, for a wide page is low."""
    story, measure = telling.outline, main(flow.layout)
    flow.clear()
    top = flow.here
    PhotoRows(telling, measure, story.photos).put_large(flow)
    foot = flow.here
    flow.back_to(top)
    put_notes(telling, flow, measure, story.notes)
    flow.below(foot)


def _add_bag_and_company(telling: Telling, flow: Flow, *, together: bool) -> None:
    """Both parts; together on one page if they can be, or each where there is room for it."""
    alone, both = Flow(flow.layout), Flow(flow.layout)
    _backpack(telling, alone, 0.0)
    _backpack(telling, both, 0.0)
    _add_company(telling, both, 0.0)
    if together and len(both.pages) == 1:
        _backpack(telling, flow, both.y - flow.layout.top - _gap(flow.layout))
    else:
        _backpack(telling, flow, _whole(alone))
    company = Flow(flow.layout)
    _add_company(telling, company, 0.0)
    _add_company(telling, flow, _whole(company))


def _backpack(telling: Telling, flow: Flow, least: float) -> None:
    """Everything carried, under its own heading."""
    carried = any(item.text.strip() for item in telling.journey.backpack.values())
    if carried and telling.tells(Part.BACKPACK):
        begin_part(telling, flow, "backpack", telling.gettext("Backpack"), least=least)
        add_carried(telling, flow)
        flow.skip(_gap(flow.layout))


def _gap(layout: Layout) -> float:
    return _PART_GAP_LOW if layout.wide else _PART_GAP


def _whole(part: Flow) -> float:
    """The height of a part that was laid out alone, or less where it may well be broken."""
    enough = STILL_ROOM * part.layout.tall
    if len(part.pages) != 1:
        return enough
    return min(part.y - part.layout.top - _gap(part.layout), enough)


def _add_company(telling: Telling, flow: Flow, least: float) -> None:
    """Who travels along, as many side by side as there is room for."""
    people = [person for person in telling.journey.companions.values() if person.name.strip()]
    if not people or not telling.tells(Part.COMPANY):
        return
    layout = flow.layout
    everybody = Tag(Role.LIST)
    across = int((layout.full + styles.GUTTER) / (_PERSON + styles.GUTTER))
    width = (layout.full + styles.GUTTER) / across - styles.GUTTER
    everyone = [_Person(telling, person, width) for person in people]
    rows = [everyone[index : index + across] for index in range(0, len(everyone), across)]
    heights = [max(person.height for person in row) for row in rows]
    least = max(least, PART_HEAD + heights[0])
    begin_part(telling, flow, "company", telling.gettext("Travel company"), least=least)
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        if index:
            flow.skip(9)
        flow.need(height)
        for column, person in enumerate(row):
            left = layout.left + column * (width + styles.GUTTER)
            person.put(flow, left, flow.y, item(everybody))
        flow.y += height
    flow.skip(_gap(flow.layout))


class _Person:
    """A disc, the name, and the role if there is one."""

    def __init__(self, telling: Telling, person: Companion, width: float) -> None:
        self._width = width - 2 * _RING - 10
        most = _NAME_HIGHEST * telling.layout.tall
        self._name, self._name_style = telling.within(person.name, styles.THING, self._width, most)
        does = _does(telling, person)
        self._does = telling.lines(does, styles.KIND, self._width) if does else []
        self._role, self._role_style = telling.within(person.role, styles.WHEN, self._width, most)
        self._person, self._telling = person, telling
        self._at = _along_at(telling, person)
        self._words = len(self._name) * self._name_style.leading
        self._words += len(self._role) * self._role_style.leading
        self._words += len(self._does) * styles.KIND.leading
        self._across = max(1, int((self._width + _BETWEEN) / (2 * _PIN + _BETWEEN)))
        rows = -(-len(self._at) // self._across)
        if rows:
            self._words += 4 + rows * (2 * _PIN + _BETWEEN)
        self.height = max(self._words, 2 * _RING)

    def put(self, flow: Flow, x: float, y: float, tag: Tag) -> None:
        """Set it down with its upper left corner here, as this item of a list."""
        centre = Point(x + _RING, y + _RING)
        flow.put(face(self._telling, self._person, centre, _RING))
        x += 2 * _RING + 10
        y += max(0.0, _RING - self._words / 2)
        name, role = Tag(Role.PARAGRAPH, tag), Tag(Role.PARAGRAPH, tag)
        flow.put(beside(self._name, x, y, self._name_style, name))
        y += len(self._name) * self._name_style.leading
        if self._role:
            flow.put(beside(self._role, x, y, self._role_style, role))
        y += len(self._role) * self._role_style.leading
        if self._does:
            flow.put(beside(self._does, x, y, styles.KIND, Tag(Role.PARAGRAPH, tag)))
            y += len(self._does) * styles.KIND.leading
        y += 4 + _PIN
        style, where = styles.PIN_LONG_NUMBER, Tag(Role.PARAGRAPH, tag)
        for index, (number, stop_id) in enumerate(self._at):
            row, place = divmod(index, self._across)
            step = 2 * _PIN + _BETWEEN
            centre = Point(x + _PIN + place * step, y + row * step)
            digits = parted(self._telling.line(number, style), style.voice)
            target = f"halte-{stop_id}"
            flow.put(Pin(centre, _PIN, digits, style, hollow=True, target=target, tag=where))


def _does(telling: Telling, person: Companion) -> str:
    """What their company does to the traveller; on paper for others it would be a verdict."""
    if telling.wish.viewer is not Audience.SELF:
        return ""
    gettext = telling.gettext
    told = ((person.helps, gettext("helps")), (person.hinders, gettext("slows down")))
    return " · ".join(said for does, said in told if does)


def _along_at(telling: Telling, person: Companion) -> list[tuple[str, str]]:
    """The numbers of the haltes somebody was along at, with their ids."""
    return [
        (telling.numbers[chapter.stop.id], chapter.stop.id)
        for chapter in telling.outline.chapters
        if person.id in chapter.stop.company
    ]


def add_conversation(telling: Telling, flow: Flow) -> None:
    """A white page to write on, down to where the colophon stands."""
    layout, title = flow.layout, telling.gettext("For the conversation")
    left, full, style = layout.left, layout.full, styles.PART_TITLE
    flow.begin("")
    flow.new_page()
    lines = telling.lines(title, style, full)
    flow.put(
        Anchor("conversation", 0.0, title, Tag(Role.SECTION)),
        Text(lines, left, flow.y, full, style),
    )
    flow.y += len(lines) * style.leading + styles.BASELINE
    bottom = layout.bottom - colophon_height(telling) - styles.BASELINE
    white = Rect(left, flow.y, full, bottom - flow.y)
    flow.put(Field(white, "conversation", title))
    flow.y = bottom
