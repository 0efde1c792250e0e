"""After the chapters: what is loose, what is carried, who travels along, room for the talk."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reisblog import look
from reisblog.model.geometry import Point
from reisblog.model.records import BackpackKind
from reisblog.story import styles
from reisblog.story.chapters import Chapters
from reisblog.story.marks import Anchor, Shapes, Text
from reisblog.story.pages import Flow
from reisblog.story.runs import characters
from reisblog.story.styles import COLUMN, FULL, LEFT, MM
from reisblog.story.wish import Part

if TYPE_CHECKING:
    from reisblog.model.records import BackpackItem, Companion
    from reisblog.story.telling import Telling

_LABEL_PAD = 9.0
_LABEL_GAP = 9.0
_HOLE = 2.6
_RING = 14.0
_STILL_ROOM, _WITH_A_CHAPTER = 95 * MM, 215 * MM
_PERSON = (FULL - styles.GUTTER) / 2
_PART_GAP = 24.0
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
    if not (story.loose or story.photos or any(note.text.strip() for note in story.notes)):
        return
    gettext = telling.gettext
    _begin(
        telling,
        flow,
        "loose",
        gettext("Loose"),
        below=gettext("In no order, still part of the way."),
        least=_WITH_A_CHAPTER if story.loose else _STILL_ROOM,
    )
    chapters = Chapters(telling, flow)
    chapters.add(story.loose, numbered=False)
    flow.begin(gettext("Loose"))
    chapters.photo_rows(story.photos, large=large and len(story.photos) <= _FEW)
    if story.notes:
        flow.skip(styles.BASELINE)
        chapters.notes(story.notes)
    flow.skip(_PART_GAP)


def _add_bag_and_company(telling: Telling, flow: Flow, *, together: bool) -> None:
    """Both parts; together on one page if they can be, or each where there is room for it."""
    alone, both = Flow([]), Flow([])
    _add_backpack(telling, alone, 0.0)
    _add_backpack(telling, both, 0.0)
    _add_company(telling, both, 0.0)
    if together and len(both.pages) == 1:
        _add_backpack(telling, flow, both.y - styles.TOP - _PART_GAP)
    else:
        _add_backpack(telling, flow, _whole(alone))
    company = Flow([])
    _add_company(telling, company, 0.0)
    _add_company(telling, flow, _whole(company))


def _whole(part: Flow) -> float:
    """The height of a part that was laid out alone, or less where it may well be broken."""
    if len(part.pages) != 1:
        return _STILL_ROOM
    return min(part.y - styles.TOP - _PART_GAP, _STILL_ROOM)


def _add_backpack(telling: Telling, flow: Flow, least: float) -> None:
    """Everything carried, each thing on a label of its own."""
    items = [item for item in telling.journey.backpack.values() if item.text.strip()]
    if not items or not telling.tells(Part.BACKPACK):
        return
    _begin(telling, flow, "backpack", telling.gettext("Backpack"), least=least)
    x, y = LEFT, flow.y
    row = 0.0
    for item in items:
        label = _Label(telling, item)
        if x > LEFT and x + label.width > LEFT + FULL:
            x, y = LEFT, y + row + _LABEL_GAP
            row = 0.0
        if y + label.height > styles.BOTTOM:
            flow.new_page()
            x, y = LEFT, flow.y
        label.put(flow, x, y)
        flow.y = y
        x += label.width + _LABEL_GAP
        row = max(row, label.height)
    flow.y = min(styles.BOTTOM, y + row)
    flow.skip(_PART_GAP)


def _add_company(telling: Telling, flow: Flow, least: float) -> None:
    """Who travels along, two by two."""
    people = [person for person in telling.journey.companions.values() if person.name.strip()]
    if not people or not telling.tells(Part.COMPANY):
        return
    _begin(telling, flow, "company", telling.gettext("Travel company"), least=least)
    for index in range(0, len(people), 2):
        two = [_Person(telling, person) for person in people[index : index + 2]]
        height = max(person.height for person in two)
        if index:
            flow.skip(9)
        flow.need(height)
        for column, person in enumerate(two):
            person.put(flow, LEFT + column * (_PERSON + styles.GUTTER), flow.y)
        flow.y += height
    flow.skip(_PART_GAP)


class _Person:
    """An initial in a ring, the name, and the role if there is one."""

    def __init__(self, telling: Telling, person: Companion) -> None:
        self._width = _PERSON - 2 * _RING - 10
        self._name = telling.lines(person.name, styles.THING, self._width)
        self._role = telling.lines(person.role, styles.WHEN, self._width)
        letter = characters(person.name.strip())[0].upper()
        self._initial = telling.line(letter, styles.THING)
        self._words = len(self._name) * styles.THING.leading + len(self._role) * styles.WHEN.leading
        self.height = max(self._words, 2 * _RING)

    def put(self, flow: Flow, x: float, y: float) -> None:
        """Set it down with its upper left corner here."""
        centre = Point(x + _RING, y + _RING)
        shift = self._initial.width * styles.THING.size / 2
        flow.put(
            Shapes([_ring(centre, _RING - 0.5)], look.PAPER, look.MAP_LINE, 0.9),
            Text([self._initial], centre.x - shift, centre.y - 8, 2 * shift, styles.THING),
        )
        x += 2 * _RING + 10
        y += max(0.0, _RING - self._words / 2)
        flow.put(Text(self._name, x, y, self._width, styles.THING))
        y += len(self._name) * styles.THING.leading
        flow.put(Text(self._role, x, y, self._width, styles.WHEN))


def add_conversation(telling: Telling, flow: Flow) -> None:
    """A white page to write on, and where the map comes from, small at its foot."""
    gettext = telling.gettext
    flow.begin("")
    flow.new_page()
    title = gettext("For the conversation")
    lines = telling.lines(title, styles.PART_TITLE, FULL)
    flow.put(Anchor("conversation", 0.0, title), Text(lines, LEFT, flow.y, FULL, styles.PART_TITLE))
    said = gettext(
        "The map follows the idea of the Kaart van de Loopbaanrealisatie "
        "(MBO Diensten, OCW). "
        "This book was made with reisblog."
    )
    style = styles.COLOPHON
    colophon = telling.lines(said, style, COLUMN)
    top = styles.BOTTOM - len(colophon) * style.leading
    flow.put(Text(colophon, LEFT, top, COLUMN, style))


def _begin(
    telling: Telling,
    flow: Flow,
    name: str,
    title: str,
    *,
    below: str = "",
    least: float = _STILL_ROOM,
) -> None:
    """Open a part: on a new page, unless so much of the last one is still white."""
    flow.begin("")
    if not flow.pages or flow.room < least:
        flow.new_page()
    lines = telling.lines(title, styles.PART_TITLE, FULL)
    flow.put(
        Anchor(name, max(0.0, flow.y - 12), title),
        Text(lines, LEFT, flow.y, FULL, styles.PART_TITLE),
    )
    flow.y += len(lines) * styles.PART_TITLE.leading + 4
    if below:
        lines = telling.lines(below, styles.PART_TEXT, COLUMN)
        flow.put(Text(lines, LEFT, flow.y, COLUMN, styles.PART_TEXT))
        flow.y += len(lines) * styles.PART_TEXT.leading
    flow.y += styles.BASELINE


class _Label:
    """A luggage label: a hole, the thing, and what kind of thing it is."""

    def __init__(self, telling: Telling, item: BackpackItem) -> None:
        self._lines = telling.lines(item.text, styles.THING, 76 * MM)
        kind = _kind_words(telling).get(item.kind) if item.kind else None
        self._kind = telling.lines(kind, styles.KIND, 76 * MM) if kind else []
        inner = max(
            [line.width * styles.THING.size for line in self._lines]
            + [line.width * styles.KIND.size for line in self._kind]
        )
        self._head = 2 * _LABEL_PAD + 2
        self.width = inner + self._head + _LABEL_PAD
        self.height = (
            2 * _LABEL_PAD
            - 4
            + len(self._lines) * styles.THING.leading
            + len(self._kind) * styles.KIND.leading
        )

    def put(self, flow: Flow, x: float, y: float) -> None:
        """Lay it down with its upper left corner here."""
        cut, right, bottom = 8.0, x + self.width, y + self.height
        outline = [
            Point(x + cut, y), Point(right, y), Point(right, bottom),
            Point(x + cut, bottom), Point(x, bottom - cut), Point(x, y + cut),
        ]  # fmt: skip
        hole = Point(x + _LABEL_PAD + 1, y + self.height / 2)
        flow.put(Shapes([outline], look.PAPER, look.MAP_LINE, 0.9))
        flow.put(Shapes([_ring(hole, _HOLE)], look.WHITE, look.MAP_LINE, 0.9))
        top = y + _LABEL_PAD - 2.5
        flow.put(Text(self._lines, x + self._head, top, 80 * MM, styles.THING))
        top += len(self._lines) * styles.THING.leading
        flow.put(Text(self._kind, x + self._head, top, 80 * MM, styles.KIND))


def _ring(centre: Point, radius: float) -> list[Point]:
    return [
        Point(
            centre.x + radius * math.cos(math.tau * index / 48),
            centre.y + radius * math.sin(math.tau * index / 48),
        )
        for index in range(48)
    ]


def _kind_words(telling: Telling) -> dict[BackpackKind, str]:
    gettext = telling.gettext
    return {
        BackpackKind.KNOWLEDGE: gettext("knowledge"),
        BackpackKind.TALENT: gettext("talent"),
        BackpackKind.EXPERIENCE: gettext("experience"),
        BackpackKind.INSIGHT: gettext("insight"),
        BackpackKind.WORLDVIEW: gettext("worldview"),
        BackpackKind.WISH: gettext("wish"),
        BackpackKind.INSTRUMENT: gettext("instrument"),
    }
