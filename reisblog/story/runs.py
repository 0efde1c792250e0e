"""Text without loss: split into runs that one font can draw, boxed codes for what none can.

A word is drawn in one font where one covers all of it; otherwise each character with what
belongs to it (marks, joiners, emoji sequences) goes to the first font that covers it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reisblog.story import fonts
from reisblog.story.fonts import Cluster, Face

_JOINER = "\u200d"
_KEYCAP = "\u20e3"
_TEXT_STYLE, _EMOJI_STYLE = "\ufe0e", "\ufe0f"
_VIRAMA = 9
_KOREAN_ENDS = range(0x1160, 0x1200)
"""Vowels and final consonants that are typed apart from what they follow."""
_THAI_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
"""Vowels that stand before their consonant."""
_THAI_FOLLOWING = frozenset("\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3")
"""Vowels of Thai and Lao that stand after their consonant, and never without it."""
_ON_KEYS = frozenset("0123456789#*")
_FIRST_PICTURE = 0x231A
_CJK = range(0x3000, 0x3400)
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one font and one direction, its glyphs as they stand on paper.

    Attributes:
        level: of the bidirectional algorithm; odd runs from right to left.
        width: in ems.
        thickened: whether the voice is bolder than the font, which has no bolder one.
        slanted: whether the voice is italic, and the font upright for want of another.
    """

    face: Face
    clusters: tuple[Cluster, ...]
    level: int
    width: float
    thickened: bool = False
    slanted: bool = False

    @property
    def text(self) -> str:
        """What it says, in the order in which it is read."""
        clusters = reversed(self.clusters) if self.level % 2 else self.clusters
        return "".join(cluster.text for cluster in clusters)


@dataclass(frozen=True, slots=True)
class Code:
    """A character that no bundled font covers, shown as its number in a small box."""

    text: str
    level: int

    @property
    def digits(self) -> str:
        """The number in hexadecimal, as in Unicode's own tables."""
        return f"{ord(self.text):04X}"

    @property
    def width(self) -> float:
        """In ems."""
        return 0.22 + 0.3 * ((len(self.digits) + 1) // 2)


def characters(text: str) -> list[str]:
    """What a reader sees as single characters: with marks, joiners and emoji sequences."""
    found: list[str] = []
    for letter in text:
        if found and _belongs(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _belongs(before: str, letter: str) -> bool:
    code = ord(letter)
    if fonts.is_invisible(letter) and letter not in "\u200b\u00ad":
        return True
    if letter == _KEYCAP or code in _SKIN_TONES or code in _TAGS or code in _KOREAN_ENDS:
        return True
    if letter in _THAI_FOLLOWING or _joins(before[-1], letter):
        return True
    if code in _REGIONAL:
        return len(before) == 1 and ord(before) in _REGIONAL
    if before.endswith(_JOINER) and unicodedata.category(letter) in {"So", "Sm"}:
        return True
    return unicodedata.category(letter) in {"Mn", "Me", "Mc"}


def _joins(before: str, letter: str) -> bool:
    """Whether two consonants of an Indian script make one, or a vowel of Thai waits for its own."""
    waits = unicodedata.combining(before) == _VIRAMA or before in _THAI_LEADING
    return waits and unicodedata.category(letter) == "Lo"


@lru_cache(maxsize=30_000)
def shaped(text: str, voice: str, level: int) -> tuple[Run | Code, ...]:
    """A word, or a part of one, that runs in one direction; its runs in reading order."""
    chain = fonts.chain(voice)
    if text.isascii() or not any(_is_pictured(letter) for letter in text):
        for face in chain:
            if face.covers(text):
                return (_run(face, text, voice, level),)
    runs: list[Run | Code] = []
    for face_of_it, part in _parted(text, chain):
        if face_of_it is None:
            runs += [
                _run(chain[0], letter, voice, level)
                if fonts.is_invisible(letter)
                else Code(letter, level)
                for letter in part
            ]
        else:
            runs.append(_run(face_of_it, part, voice, level))
    return tuple(runs)


def _run(face: Face, text: str, voice: str, level: int) -> Run:
    clusters = face.shape(text, rtl=level % 2 == 1)
    width = sum(cluster.advance for cluster in clusters)
    thickened = voice in fonts.BOLD and face.file_name in fonts.ONE_WEIGHT
    slanted = voice in fonts.ITALIC and face.file_name in fonts.UPRIGHT
    return Run(face, clusters, level, width, thickened, slanted)


def _parted(text: str, chain: Sequence[Face]) -> list[tuple[Face | None, str]]:
    """The parts of a text that are drawn in one font; in none, those that no font covers."""
    parts: list[tuple[Face | None, str]] = []
    for character in characters(text):
        for face, piece in _drawn(character, chain):
            # Pictures that touch would be taken for one.
            alone = face is not None and face.in_colour
            if parts and parts[-1][0] is face and not alone:
                parts[-1] = face, parts[-1][1] + piece
            else:
                parts.append((face, piece))
    return parts


def _drawn(character: str, chain: Sequence[Face]) -> list[tuple[Face | None, str]]:
    """The font of a character; several where no font has all of it together."""
    if is_picture(character):
        fitting = (face for face in fonts.pictures() if face.pictures(character))
    else:
        fitting = (face for face in (*chain, *fonts.signs()) if face.covers(character))
    if (face := next(fitting, None)) is not None:
        return [(face, character)]
    pieces = _pieces(character)
    if len(pieces) > 1:
        return [drawn for piece in pieces for drawn in _drawn(piece, chain)]
    every = (*chain, *fonts.signs())
    return [(next((face for face in every if face.covers(character)), None), character)]


def is_picture(character: str) -> bool:
    """Whether an emoji is meant, rather than a sign among letters."""
    if _TEXT_STYLE in character:
        return False
    if character[0] in _ON_KEYS:
        return _KEYCAP in character
    return any(_is_pictured(letter) for letter in character)


def _is_pictured(letter: str) -> bool:
    """Whether a character is shown as a picture of itself, or makes one of what it follows.

    What is a picture of itself is wide, too (Unicode Technical Standard 51, 1.4.3), and so may be
    what this Python does not know yet.
    """
    code = ord(letter)
    if code < _FIRST_PICTURE or code in _CJK:
        return letter == _KEYCAP
    if letter == _EMOJI_STYLE or code in _REGIONAL:
        return True
    wide = unicodedata.east_asian_width(letter) == "W" or unicodedata.category(letter) == "Cn"
    return wide and any(face.covers(letter) for face in fonts.pictures())


def _pieces(character: str) -> list[str]:
    """The characters that show, each with what steers it; a joiner is with what it joins."""
    pieces: list[str] = []
    for letter in character:
        if pieces and (pieces[-1] == _JOINER or _is_steering(letter)):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _is_steering(letter: str) -> bool:
    return letter != _JOINER and fonts.is_invisible(letter)


def in_visual_order(runs: Sequence[Run | Code]) -> list[Run | Code]:
    """The runs of one line from left to right (rule L2 of the bidirectional algorithm)."""
    levels = [run.level for run in runs]
    return [runs[at] for at in _turned(levels, range(max(levels, default=0), 0, -1))]


def reading_order(runs: Sequence[Run | Code]) -> list[int]:
    """In which order the runs of a line, which stand from left to right, are read."""
    levels = [run.level for run in runs]
    return _turned(levels, range(1, max(levels, default=0) + 1))


def _turned(levels: Sequence[int], each: Iterable[int]) -> list[int]:
    """The numbers of things with these levels, after turning round what has at least each."""
    ordered = list(range(len(levels)))
    for least in each:
        begin = 0
        while begin < len(ordered):
            end = begin
            while end < len(ordered) and levels[ordered[end]] >= least:
                end += 1
            if end > begin:
                ordered[begin:end] = ordered[begin:end][::-1]
            begin = max(end, begin + 1)
    return ordered
