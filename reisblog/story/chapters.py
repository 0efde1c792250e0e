"""A halte as a chapter: its photo first, then its heading, words, slips and other photos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Note, Photo
from reisblog.story import styles
from reisblog.story.map_drawing import View, around_places
from reisblog.story.marks import Anchor, Jump, MapCrop, Mark, Pin, Print, Slip, Text
from reisblog.story.photo_layout import MANY, Size, opening_sizes, pairs, rows
from reisblog.story.styles import COLUMN, FULL, HALF, LEFT, MM, OUTER, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reisblog.model.outline import Chapter
    from reisblog.story.pages import Flow
    from reisblog.story.telling import Telling
    from reisblog.story.typesetting import Line

_PIN = 4.1 * MM
_AFTER_PHOTO = 16.0
_AFTER_HEADING = 9.0
_FIRST_LINES = 3
_SLIP_PAD = 10.0
_SHORT_NOTE, _SHORT_LINES = 230, 8
_LONGEST_CAPTION = 12
_VIGNETTE_LOWEST, _VIGNETTE_HIGHEST = 50 * MM, 90 * MM
_HALF_PAGE = (styles.BOTTOM - styles.TOP - styles.CHAPTER_GAP) / 2
_LONG_TEXT = 1_400
_VIGNETTE_UNITS = 520.0


class Chapters:
    """Lays haltes out in a flow of pages."""

    def __init__(self, telling: Telling, flow: Flow) -> None:
        self._telling, self._flow = telling, flow

    def add(self, chapter: Chapter, number: int | None) -> None:
        """One halte; without a number when it is loose."""
        flow = self._flow
        flow.begin(_foot_name(self._telling, chapter, number))
        if chapter.photos:
            self._with_photos(chapter, number)
        else:
            self._words_only(chapter, number)
        flow.clear()
        flow.skip(styles.CHAPTER_GAP)

    def _with_photos(self, chapter: Chapter, number: int | None) -> None:
        telling, flow = self._telling, self._flow
        heading = _Heading(telling, chapter, number)
        text = telling.lines(chapter.stop.text, styles.TEXT, COLUMN)
        first, others = chapter.photos[0], chapter.photos[1:]
        begin = min(len(text), _FIRST_LINES) * styles.TEXT.leading
        sizes = opening_sizes(first, len(chapter.photos))
        openings = [_Plate(telling, first, size) for size in sizes]
        opening = next(
            (
                plate
                for plate in openings
                if plate.height + _AFTER_PHOTO + max(heading.height + begin, heading.beside)
                <= flow.room
            ),
            None,
        )
        if opening is None or not flow.pages:
            flow.new_page()
            opening = openings[0]
        anchor = flow.y
        flow.put(*heading.anchors(anchor), *opening.marks(flow.y))
        flow.y += opening.height
        self._long_captions([opening])
        flow.y += _AFTER_PHOTO
        self._heading(heading)
        flow.text(text, styles.TEXT, LEFT, COLUMN)
        self.notes(chapter.notes)
        if len(chapter.photos) >= MANY:
            self.photo_rows(others)
        else:
            self._photo_pairs(others)

    def _words_only(self, chapter: Chapter, number: int | None) -> None:
        """Large type, and the place's own drawing over the full measure."""
        telling, flow = self._telling, self._flow
        style = styles.LARGE_TEXT if len(chapter.stop.text) < _LONG_TEXT else styles.TEXT
        heading = _Heading(telling, chapter, number, vignette=False)
        text = telling.lines(chapter.stop.text, style, COLUMN)
        words = heading.height + len(text) * style.leading
        drawn = self._drawn(chapter, _VIGNETTE_HIGHEST)
        least = heading.height + min(len(text), _FIRST_LINES) * style.leading
        if drawn is not None:
            least += _VIGNETTE_LOWEST + _AFTER_PHOTO
        if not flow.pages or least > flow.room:
            flow.new_page()
        flow.put(*heading.anchors(flow.y))
        if drawn is not None:
            spare = min(_HALF_PAGE, flow.room) - words - _AFTER_PHOTO
            height = min(_VIGNETTE_HIGHEST, max(_VIGNETTE_LOWEST, spare))
            if view := self._drawn(chapter, height):
                flow.put(MapCrop(view, tuple(telling.journey.trails.values())))
            flow.y += height + _AFTER_PHOTO
        self._heading(heading)
        flow.text(text, style, LEFT, COLUMN)
        self.notes(chapter.notes)

    def _drawn(self, chapter: Chapter, height: float) -> View | None:
        """The place's surroundings over the full measure."""
        region = around_places(
            self._telling.atlas, chapter.stop.places, shape=FULL / height, least=_VIGNETTE_UNITS
        )
        return View(Rect(LEFT, self._flow.y, FULL, height), region) if region else None

    def _heading(self, heading: _Heading) -> None:
        flow = self._flow
        flow.put(*heading.marks(flow.y))
        flow.reserve(flow.y + heading.beside)
        flow.y += heading.height

    def notes(self, notes: Sequence[Note]) -> None:
        """Notes as slips: short ones two by two, long ones over the column and on."""
        short: list[Note] = []
        for note in notes:
            if not note.text.strip():
                continue
            if len(note.text) <= _SHORT_NOTE and note.text.count("\n") <= _SHORT_LINES:
                short.append(note)
                continue
            self._short_notes(short)
            short = []
            self._long_note(note)
        self._short_notes(short)

    def _short_notes(self, notes: Sequence[Note]) -> None:
        telling, flow = self._telling, self._flow
        style = styles.NOTE
        for index in range(0, len(notes), 2):
            two = [
                telling.lines(note.text, style, HALF - 2 * _SLIP_PAD)
                for note in notes[index : index + 2]
            ]
            heights = [len(lines) * style.leading + 2 * _SLIP_PAD - 3 for lines in two]
            flow.skip(styles.BASELINE)
            flow.need(min(max(heights), styles.BOTTOM - styles.TOP))
            for column, (lines, height) in enumerate(zip(two, heights, strict=True)):
                x = LEFT + column * (HALF + styles.GUTTER)
                flow.put(
                    Slip(Rect(x, flow.y, HALF, height)),
                    Text(lines, x + _SLIP_PAD, flow.y + _SLIP_PAD - 2, HALF - 2 * _SLIP_PAD, style),
                )
            flow.y += max(heights) + 3

    def _long_note(self, note: Note) -> None:
        telling, flow = self._telling, self._flow
        style = styles.NOTE
        measure = COLUMN - 2 * _SLIP_PAD
        rest = telling.lines(note.text, style, measure)
        flow.skip(styles.BASELINE)
        while rest:
            padding = 2 * _SLIP_PAD - 3
            fitting = int((flow.room - padding) / style.leading)
            if fitting < min(_FIRST_LINES, len(rest)) and not flow.fresh:
                flow.new_page()
                continue
            now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
            height = len(now) * style.leading + padding
            flow.put(
                Slip(Rect(LEFT, flow.y, COLUMN, height)),
                Text(now, LEFT + _SLIP_PAD, flow.y + _SLIP_PAD - 2, measure, style),
            )
            flow.y += height + 3
            if rest:
                flow.new_page()

    def _photo_pairs(self, photos: Sequence[Photo]) -> None:
        for index, row in enumerate(pairs(photos)):
            some = photos[2 * index : 2 * index + 2]
            self._row(some, row, caption_beside=len(some) == 1)

    def photo_rows(self, photos: Sequence[Photo]) -> None:
        """Photos in rows over the full measure."""
        at = 0
        self._flow.clear()
        for row in rows(photos):
            self._row(photos[at : at + len(row)], row)
            at += len(row)

    def _row(
        self, photos: Sequence[Photo], row: Sequence[Size], *, caption_beside: bool = False
    ) -> None:
        """One row of photos with their captions, kept together on one page."""
        telling, flow = self._telling, self._flow
        plates = [
            _Plate(telling, photo, size, caption_beside=caption_beside)
            for photo, size in zip(photos, row, strict=True)
        ]
        height = max(plate.height for plate in plates)
        flow.skip(styles.BASELINE)
        flow.need(height)
        x = LEFT
        for plate in plates:
            flow.put(*plate.marks(flow.y, x))
            x += plate.size.width + styles.GUTTER
        flow.y += height
        self._long_captions(plates)

    def _long_captions(self, plates: Sequence[_Plate]) -> None:
        """Captions too long to stand with their photo run on below it."""
        for plate in plates:
            if plate.running_on:
                self._flow.y += 4
                lines = self._telling.lines(plate.photo.caption, styles.CAPTION, COLUMN)
                self._flow.text(lines, styles.CAPTION, LEFT, COLUMN)


class _Plate:
    """A photo with its caption: below it, or in the white beside it where there is room."""

    def __init__(
        self, telling: Telling, photo: Photo, size: Size, *, caption_beside: bool | None = None
    ) -> None:
        self.photo, self.size = photo, size
        large = caption_beside is None
        self._beside = size.width <= COLUMN + 1 if large else bool(caption_beside)
        self._caption_x = size.width + 4 * MM
        if large:
            measure = OUTER if self._beside else COLUMN
        else:
            measure = HALF if caption_beside else max(size.width, 24 * MM)
        self._measure = measure
        lines = telling.lines(photo.caption, styles.CAPTION, measure)
        self.running_on = len(lines) > _LONGEST_CAPTION
        self._lines = [] if self.running_on else lines
        self._missing = telling.line(
            telling.gettext("This photo is not here"), styles.CAPTION, size.width
        )

    @property
    def height(self) -> float:
        """Of photo and caption together."""
        caption = len(self._lines) * styles.CAPTION.leading
        if not caption:
            return self.size.height
        return max(self.size.height, caption) if self._beside else self.size.height + 4 + caption

    def marks(self, y: float, x: float = LEFT) -> list[Mark]:
        """What stands on the page when its upper left corner is here."""
        size, style = self.size, styles.CAPTION
        photo = Print(
            self.photo, Rect(x, y, size.width, size.height), said=self._missing, style=style
        )
        if not self._lines:
            return [photo]
        if self._beside:
            # Its last line ends where the photo ends.
            top = y + max(0.0, size.height - len(self._lines) * style.leading)
            return [photo, Text(self._lines, x + self._caption_x, top, self._measure, style)]
        return [photo, Text(self._lines, x, y + size.height + 4, self._measure, style)]


@dataclass(frozen=True)
class _Part:
    """Some lines of a heading."""

    lines: list[Line]
    style: Style
    x: float = 0.0
    before: float = 0.0


class _Heading:
    """Number, places, title and date of a halte, with the place's drawing in the outer column."""

    def __init__(
        self, telling: Telling, chapter: Chapter, number: int | None, *, vignette: bool = True
    ) -> None:
        self._telling, self._chapter, self._number = telling, chapter, number
        stop = chapter.stop
        title = stop.title.strip()
        names = " · ".join(telling.place_names(chapter)) if title else ""
        when = stop.when.strip()
        indent = 2 * _PIN + 3 * MM if number else 0.0
        above = names or when
        self._parts: list[_Part] = []
        self._level, gap = styles.TITLE.leading / 2 + 1, 0.0
        if above:
            style = styles.KICKER if names else styles.WHEN
            lines = telling.lines(above, style, COLUMN - indent)
            # The number's disc is higher than one line of type.
            spare = max(0.0, 2 * _PIN - style.leading) / 2 if number else 0.0
            self._parts.append(_Part(lines, style, indent, spare))
            self._level = spare + style.leading / 2
            gap = spare + 5.0
            indent = 0.0
        lines = telling.balanced(
            title or telling.name(chapter, number), styles.TITLE, COLUMN - indent
        )
        self._parts.append(_Part(lines, styles.TITLE, indent, gap))
        if when and above != when:
            lines = telling.lines(when, styles.WHEN, COLUMN)
            self._parts.append(_Part(lines, styles.WHEN, 0.0, 2.0))
        self._crop = vignette

    @property
    def height(self) -> float:
        """Of the words, with the white below them."""
        return _AFTER_HEADING + sum(
            part.before + len(part.lines) * part.style.leading for part in self._parts
        )

    @property
    def beside(self) -> float:
        """How far down the outer column is taken."""
        return (styles.VIGNETTE_HEIGHT + 6) if self._vignette(0.0) else 0.0

    def anchors(self, y: float) -> list[Mark]:
        """Where the outline and the map's numbers lead."""
        name = self._telling.name(self._chapter, self._number)
        entry = f"{self._number}  {name}" if self._number else name
        return [Anchor(f"halte-{self._chapter.stop.id}", max(0.0, y - 12), entry)]

    def marks(self, y: float) -> list[Mark]:
        """What stands on the page when its top is here."""
        marks: list[Mark] = [*self._vignette(y)]
        if self._number:
            centre = Point(LEFT + _PIN, y + self._level)
            style = styles.CHAPTER_NUMBER
            digits = self._telling.line(str(self._number), style)
            marks.append(Pin(centre, _PIN, digits, style, target="map"))
        for part in self._parts:
            y += part.before
            marks.append(Text(part.lines, LEFT + part.x, y, COLUMN - part.x, part.style))
            y += len(part.lines) * part.style.leading
        return marks

    def _vignette(self, y: float) -> list[Mark]:
        """The drawing of the first place."""
        if not self._crop:
            return []
        width, height = styles.VIGNETTE_WIDTH, styles.VIGNETTE_HEIGHT
        region = around_places(self._telling.atlas, self._chapter.stop.places, shape=width / height)
        if region is None:
            return []
        frame = Rect(LEFT + FULL - width, y, width, height)
        return [MapCrop(View(frame, region)), Jump(frame, "map")]


def _foot_name(telling: Telling, chapter: Chapter, number: int | None) -> str:
    name = telling.name(chapter, number)
    return f"{number}  {name}" if number else name
