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
from reisblog.story.runs import characters
from reisblog.story.styles import COLUMN, FULL, LEFT, MM

if TYPE_CHECKING:
    from reisblog.model.records import BackpackItem, Companion
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling

_LABEL_PAD = 9.0
_LABEL_GAP = 9.0
_HOLE = 2.6
_RING = 14.0
_STILL_ROOM, _WITH_A_CHAPTER = 95 * MM, 215 * MM


def add_loose(telling: Telling, flow: Flow) -> None:
    """What stands in no order, together under one heading."""
    story = telling.outline
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
    chapters.photo_rows(story.photos)
    if story.notes:
        flow.skip(styles.BASELINE)
        chapters.notes(story.notes)
    flow.skip(styles.CHAPTER_GAP)


def add_backpack(telling: Telling, flow: Flow) -> None:
    """Everything carried, each thing on a label of its own."""
    items = [item for item in telling.journey.backpack.values() if item.text.strip()]
    if not items:
        return
    _begin(telling, flow, "backpack", telling.gettext("Backpack"))
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
    flow.skip(styles.CHAPTER_GAP)


def add_company(telling: Telling, flow: Flow) -> None:
    """Who travels along, name by name."""
    people = [person for person in telling.journey.companions.values() if person.name.strip()]
    if not people:
        return
    _begin(telling, flow, "company", telling.gettext("Travel company"))
    for person in people:
        _add_person(telling, flow, person)
    flow.skip(styles.CHAPTER_GAP)


def _add_person(telling: Telling, flow: Flow, person: Companion) -> None:
    """An initial in a ring, the name, and the role if there is one."""
    x, width = LEFT + 2 * _RING + 10, COLUMN - 2 * _RING - 10
    name = telling.lines(person.name, styles.THING, width)
    role = telling.lines(person.role, styles.WHEN, width)
    words = len(name) * styles.THING.leading + len(role) * styles.WHEN.leading
    flow.need(max(words, 2 * _RING))
    centre = Point(LEFT + _RING, flow.y + _RING)
    initial = telling.line(characters(person.name.strip())[0].upper(), styles.THING)
    shift = initial.width * styles.THING.size / 2
    flow.put(
        Shapes([_ring(centre, _RING - 0.5)], look.PAPER, look.MAP_LINE, 0.9),
        Text([initial], centre.x - shift, centre.y - 8, 2 * shift, styles.THING),
    )
    top = flow.y
    flow.y += max(0.0, _RING - words / 2)
    flow.text(name, styles.THING, x, width)
    flow.text(role, styles.WHEN, x, width)
    flow.y = max(flow.y, top + 2 * _RING)
    flow.skip(9)


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
