"""What every part of the book is told with: the journey, its map, its words, its line breaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reisblog import texts
from reisblog.model.book import PLAIN, Form, Part, Wish
from reisblog.model.outline import Chapter, Outline, outline
from reisblog.story import typesetting
from reisblog.story.layout import Layout, layout_of, lone_sheet
from reisblog.story.styles import sized

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.story.styles import Style
    from reisblog.story.typesetting import Line

_SMALLER = (0.8,) * 5
"""One step after the other; a third of the size is left, which three hundred letters fit in."""


@dataclass(frozen=True)
class Telling:
    """One journey about to become a book.

    Attributes:
        edited: the day of its last change (ISO 8601), or nothing.
    """

    journey: Journey
    atlas: Atlas
    wish: Wish = PLAIN
    edited: str = ""

    @property
    def layout(self) -> Layout:
        """The measures of the paper it is wished for on."""
        paper = self.wish.paper
        return lone_sheet(paper) if self.wish.form is Form.MAP else layout_of(paper)

    @cached_property
    def outline(self) -> Outline:
        """Its chapters, in the order in which this book tells them, and what is loose."""
        story = outline(self.journey)
        return self._by_place(story) if self.wish.form is Form.ATLAS else story

    def _by_place(self, story: Outline) -> Outline:
        """Place by place as the map names them; who comes back to one tells it there, in order."""
        order = {key: height for height, key in enumerate(self.atlas.places)}

        def where(chapter: Chapter) -> int:
            return min(
                (order.get(key, len(order)) for key in chapter.stop.places), default=len(order)
            )

        apart = [replace(chapter, beside=False) for chapter in story.chapters]
        return replace(story, chapters=tuple(sorted(apart, key=where)))

    def tells(self, part: Part) -> bool:
        """Whether this book has such a part."""
        return part not in self.wish.without

    @cached_property
    def gettext(self) -> Callable[[str], str]:
        """The program's own words, in the journey's language where there are any, else in Dutch."""
        language = self.journey.language.replace("_", "-").split("-")[0]
        return texts.catalogue(language if language in texts.LANGUAGES else "nl").gettext

    @cached_property
    def numbers(self) -> dict[str, str]:
        """What the haltes in order are numbered with, by their ids.

        They are those of the traveller's own order in every form. Those on the second track have
        the number of the halte they stand beside, and a letter.
        """
        numbers: dict[str, str] = {}
        main = letters = 0
        for chapter in outline(self.journey).chapters:
            if chapter.beside:
                letters += 1
                numbers[chapter.stop.id] = f"{main}{_letter(letters)}"
            else:
                main, letters = main + 1, 0
                numbers[chapter.stop.id] = str(main)
        return numbers

    @property
    def title(self) -> str:
        """What the book is called."""
        return self.journey.title.strip() or self.gettext("Travel book")

    def lines(self, text: str, style: Style, width: float) -> list[Line]:
        """A text in lines, for a measure in points; no lines when nothing shows."""
        if not text.strip():
            return []
        return typesetting.set_lines(
            text,
            voice=style.voice,
            width=width / style.size,
            language=self.journey.language,
        )

    def balanced(self, text: str, style: Style, width: float) -> list[Line]:
        """A title in lines of about the same length."""
        if not text.strip():
            return []
        return typesetting.set_balanced(
            text, voice=style.voice, width=width / style.size, language=self.journey.language
        )

    def names(self, text: str, style: Style, width: float) -> list[Line]:
        """A name in lines, without hyphens; no lines when nothing shows."""
        if not text.strip():
            return []
        return typesetting.set_lines(text, voice=style.voice, width=width / style.size, language="")

    def within(
        self,
        text: str,
        style: Style,
        width: float,
        height: float,
        *,
        lay: Callable[[str, Style, float], list[Line]] | None = None,
    ) -> tuple[list[Line], Style]:
        """A text in lines for a measure, in a smaller size where else they would be too high.

        Args:
            text: what is set.
            style: in which, if they find room.
            width: of the measure, in points.
            height: that they take at most, in points.
            lay: how: as a text, unless it is said otherwise.
        """
        lay = lay or self.lines
        lines = lay(text, style, width)
        for part in _SMALLER:
            if len(lines) * style.leading <= height:
                break
            style = sized(style, style.size * part)
            lines = lay(text, style, width)
        return lines, style

    def line(self, text: str, style: Style, width: float = float("inf")) -> Line:
        """A text on one line, cut short where it must be."""
        return typesetting.set_one_line(text, voice=style.voice, width=width / style.size)

    def place_names(self, chapter: Chapter) -> list[str]:
        """The exact names of a halte's places, in the order they were named."""
        places = self.atlas.places
        return [places[key].name if key in places else key for key in chapter.stop.places]

    def said_of(self, stop_id: str) -> str:
        """How the book speaks of a halte elsewhere: its number and what it is called."""
        number = self.numbers.get(stop_id)
        name = self.name(self._chapters[stop_id], number)
        if number is None:
            return f"“{name}”"
        return self.gettext("stop {number}, “{name}”").format(number=number, name=name)

    def tells_of(self, stop_id: str) -> bool:
        """Whether this halte is in the book."""
        return stop_id in self._chapters

    @cached_property
    def _chapters(self) -> dict[str, Chapter]:
        story = self.outline
        return {chapter.stop.id: chapter for chapter in (*story.chapters, *story.loose)}

    def name(self, chapter: Chapter, number: str | None) -> str:
        """What a halte is called: by its title, its places or its number."""
        if title := chapter.stop.title.strip():
            return title
        if names := self.place_names(chapter):
            return " · ".join(names)
        return (
            self.gettext("Stop {number}").format(number=number) if number else self.gettext("Stop")
        )


def _letter(number: int) -> str:
    """a, b, c and so on; after z comes aa."""
    before, last = divmod(number - 1, 26)
    return (_letter(before) if before else "") + chr(ord("a") + last)
