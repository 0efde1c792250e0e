"""Text broken into lines: ragged right, with hyphens only where a line would be left too short.

Widths are in ems of the style's size until a line is drawn.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

import pyphen

from reisblog.story import directions, runs
from reisblog.story.fonts import Cluster
from reisblog.story.line_breaks import pieces
from reisblog.story.runs import Code, Run

_LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = r"[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"
_TOKENS = re.compile(f"{_SPACE}+|[^{_SPACE[1:]}+")
_SOFT_HYPHEN = "\u00ad"
_ADDRESS = re.compile(r"://|@|^www\.|\w\.\w+/")
"""Words that a hyphen would change."""
_RAGGED = 0.16
_MOST_EMPTY = 2
_HYPHENATED = range(7, 61)
_LATIN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its runs from left to right.

    Attributes:
        width: in ems.
        rtl: whether its paragraph runs from right to left, and so stands at the right.
        ends: whether a paragraph ends here.
        text: what it says, in the order in which it is read.
        space: what parts its last word from the next line's; it shows nothing.
    """

    runs: tuple[Run | Code, ...]
    width: float
    rtl: bool = False
    ends: bool = False
    text: str = ""
    space: tuple[Run | Code, ...] = ()

    @property
    def turns(self) -> bool:
        """Whether something in it runs from right to left."""
        return any(run.level % 2 for run in self.runs)


def set_lines(text: str, *, voice: str, width: float, language: str) -> list[Line]:
    """Break a text into lines.

    Args:
        text: plain text; its own line ends are kept.
        voice: a key of ``fonts.CHAINS``.
        width: the measure, in ems.
        language: whose words these are, for hyphens.
    """
    return list(_set(text, voice, width, language))


@lru_cache(maxsize=1_000)
def _set(text: str, voice: str, width: float, language: str) -> tuple[Line, ...]:
    """Kept for a while: a page is often tried in several ways."""
    lines: list[Line] = []
    for paragraph in _paragraphs(text):
        lines += _Paragraph(paragraph, voice, width, language).lines()
    return tuple(lines)


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a text; of many empty ones on end, two are enough to leave white."""
    empty = 0
    for paragraph in _LINE_ENDS.split(text.strip("\r\n").rstrip()):
        empty = 0 if paragraph.strip() else empty + 1
        if empty <= _MOST_EMPTY:
            yield paragraph


def set_balanced(text: str, *, voice: str, width: float, language: str) -> list[Line]:
    """The same number of lines, but of about the same length: for titles.

    A hyphen stands only where a word is wider than the measure.
    """
    if any(set_one_line(word, voice=voice, width=math.inf).width > width for word in text.split()):
        return set_lines(text, voice=voice, width=width, language=language)
    lines = set_lines(text, voice=voice, width=width, language="")
    if len(lines) < 2:
        return lines
    low, high = width / 2, width
    for _ in range(7):
        middle = (low + high) / 2
        attempt = set_lines(text, voice=voice, width=middle, language="")
        if len(attempt) <= len(lines) and not _breaks_words(attempt, middle):
            high, lines = middle, attempt
        else:
            low = middle
    return lines


def _breaks_words(lines: Sequence[Line], width: float) -> bool:
    return any(line.width > width for line in lines)


@lru_cache(maxsize=1_000)
def set_one_line(text: str, *, voice: str, width: float) -> Line:
    """A text on one line, cut short with an ellipsis where it does not fit."""
    text = " ".join(text.split())
    line = _unbroken(text, voice)
    if line.width <= width:
        return line
    kept = runs.characters(text[: int(width * 6) + 8])
    while kept:
        kept.pop()
        line = _unbroken("".join(kept).rstrip() + "\u2026", voice)
        if line.width <= width:
            break
    return line


def parted(line: Line, voice: str) -> Line:
    """The same, with a space after it that shows nothing: more words follow at another spot."""
    return replace(line, space=runs.shaped(" ", voice, int(line.rtl)), text=f"{line.text} ")


def _unbroken(text: str, voice: str) -> Line:
    lines = _Paragraph(text, voice, float("inf"), "").lines()
    return lines[0]


class _Paragraph:
    """One paragraph being broken into lines."""

    def __init__(self, text: str, voice: str, width: float, language: str) -> None:
        self._text, self._voice, self._width, self._language = text, voice, width, language
        self._levels = directions.levels(text)
        self._base = directions.base_level(text) if self._levels else 0
        self._lines: list[Line] = []
        self._held: list[Run | Code] = []
        self._reach = 0.0
        self._space: list[Run | Code] = []
        self._soft = False
        self._forced = False
        self._is_address = False

    def lines(self) -> list[Line]:
        for match in _TOKENS.finditer(self._text):
            token, start = match.group(), match.start()
            self._is_address = _ADDRESS.search(token) is not None
            if re.match(_SPACE, token):
                self._space += self._runs(" " * len(token), start)
                self._forced = False
                continue
            for offset, piece in pieces(token):
                self._add(piece, start + offset)
        self._end_line(ends=True)
        return self._lines

    def _add(self, piece: str, start: int) -> None:
        """Put one unbreakable piece on this line or the next."""
        shown = piece.rstrip(_SOFT_HYPHEN)
        made = self._runs(shown, start)
        gap = _width(self._space)
        if self._reach + gap + _width(made) <= self._width:
            self._hold(made)
            self._soft, self._forced = piece != shown, False
            return
        ragged = 1 - self._reach / self._width
        if ragged > _RAGGED:
            for cut in self._hyphen_points(shown):
                head = [*self._runs(shown[:cut], start), *_hyphen(self._voice, self._base)]
                if self._reach + gap + _width(head) <= self._width:
                    self._soft = False
                    self._hold(head)
                    self._end_line()
                    self._add(piece[cut:], start + cut)
                    return
        if self._held and not self._forced:
            self._end_line()
            self._add(piece, start)
            return
        self._force(shown, start)

    def _force(self, text: str, start: int) -> None:
        """A piece wider than the whole measure, broken between any two characters."""
        while text:
            fitting, reach = 0, self._reach
            for letter in runs.characters(text):
                reach += _width(self._runs(letter, start + fitting))
                if reach > self._width and (fitting or self._held):
                    break
                fitting += len(letter)
            if not fitting:
                self._end_line()
                continue
            made = self._runs(text[:fitting], start)
            # Together letters may be a little wider than apart.
            while (
                self._reach + _width(made) > self._width
                and len(runs.characters(text[:fitting])) > 1
            ):
                fitting -= len(runs.characters(text[:fitting])[-1])
                made = self._runs(text[:fitting], start)
            self._hold(made)
            self._soft, self._forced = False, True
            text, start = text[fitting:], start + fitting
            if text:
                self._end_line()

    def _hold(self, made: Sequence[Run | Code]) -> None:
        self._held += [*self._space, *made]
        self._reach += _width(self._space) + _width(made)
        self._space = []

    def _end_line(self, *, ends: bool = False) -> None:
        if self._soft and not self._space and not ends:
            self._hold(_hyphen(self._voice, self._base))
        self._soft = False
        space = () if ends else tuple(self._space[:1])
        self._lines.append(
            Line(
                tuple(runs.in_visual_order(self._held)),
                self._reach,
                rtl=self._base == 1,
                ends=ends,
                text="".join(run.text for run in (*self._held, *space)),
                space=space,
            )
        )
        self._held, self._reach, self._space = [], 0.0, []

    def _runs(self, text: str, start: int) -> list[Run | Code]:
        """The runs of a part of the paragraph, in reading order."""
        if self._levels is None:
            return list(runs.shaped(text, self._voice, 0))
        made: list[Run | Code] = []
        here = self._levels[start : start + len(text)]
        at = 0
        for level, group in groupby(here):
            count = sum(1 for _ in group)
            made += runs.shaped(text[at : at + count], self._voice, level)
            at += count
        return made

    def _hyphen_points(self, piece: str) -> list[int]:
        """Where a word may be broken with a hyphen, last first."""
        if self._levels is not None or self._is_address or not self._language:
            return []
        found = []
        for match in _LATIN.finditer(piece):
            if len(match.group()) in _HYPHENATED:
                found += [match.start() + at for at in _syllables(match.group(), self._language)]
        return found[::-1]


def _width(made: Sequence[Run | Code]) -> float:
    return sum(run.width for run in made)


@cache
def _hyphen(voice: str, level: int) -> tuple[Run | Code, ...]:
    """A hyphen that stands for nothing typed: read back as a soft one."""
    return tuple(
        Run(
            run.face,
            tuple(Cluster(_SOFT_HYPHEN, part.glyphs) for part in run.clusters),
            level,
            run.width,
        )
        for run in runs.shaped("-", voice, level)
        if isinstance(run, Run)
    )


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=3, right=3) if known else None


@lru_cache(maxsize=10_000)
def _syllables(word: str, language: str) -> tuple[int, ...]:
    """Where a word may be broken, without those places where its spelling would change."""
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    return tuple(int(at) for at in dictionary.positions(word) if not getattr(at, "data", None))
