"""Text without loss: split into runs that one font can draw, boxed codes for what none can.

A word is drawn in one font where one covers all of it; otherwise each character with what
belongs to it (marks, joiners, emoji sequences) goes to the first font that covers it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidi import algorithm

from reisblog.story import fonts
from reisblog.story.fonts import Cluster, Face

_JOINER = "\u200d"
_KEYCAP = "\u20e3"
_EMOJI_STYLE = "\ufe0f"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})

_UNKNOWN_TO_BIDI = {"": "L", "LRI": "BN", "RLI": "BN", "FSI": "BN", "PDI": "BN", "B": "WS"}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one font and one direction, its glyphs as they stand on paper.

    Attributes:
        level: of the bidirectional algorithm; odd runs from right to left.
        width: in ems.
    """

    face: Face
    clusters: tuple[Cluster, ...]
    level: int
    width: float

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


def levels(text: str) -> list[int] | None:
    """The embedding level of every character of a paragraph; nothing when all run left to right.

    Source: Unicode Standard Annex 9, as python-bidi does it.
    """
    if text.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return None
    storage = algorithm.get_empty_storage()
    base = base_level(text)
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
        # The algorithm knows neither unassigned characters nor isolates.
        character["type"] = _UNKNOWN_TO_BIDI.get(character["type"], character["type"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = {character["index"]: character["level"] for character in storage["chars"]}
    result, level = [], base
    for index in range(len(text)):
        # The algorithm drops joiners and the like; they go along with what stands before them.
        level = found.get(index, level)
        result.append(level)
    return result


def base_level(text: str) -> int:
    """1 for a paragraph whose first strong character runs from right to left, else 0."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return 0
        if kind in {"R", "AL"}:
            return 1
    return 0


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
    if letter == _KEYCAP or code in _SKIN_TONES or code in _TAGS:
        return True
    if code in _REGIONAL:
        return len(before) == 1 and ord(before) in _REGIONAL
    if before.endswith(_JOINER) and unicodedata.category(letter) == "So":
        return True
    return unicodedata.category(letter) in {"Mn", "Me", "Mc"}


@lru_cache(maxsize=30_000)
def shaped(text: str, voice: str, level: int) -> tuple[Run | Code, ...]:
    """A word, or a part of one, that runs in one direction; its runs in reading order."""
    chain = fonts.chain(voice)
    if not _wants_emoji(text):
        for face in chain[:-1]:
            if face.covers(text):
                return (_run(face, text, level),)
    runs: list[Run | Code] = []
    here: Face | None = None
    held = ""
    for character in characters(text):
        face_of_it = _first_covering(chain, character)
        if face_of_it is None or face_of_it is not here:
            if here is not None and held:
                runs.append(_run(here, held, level))
            here, held = face_of_it, ""
        if face_of_it is None:
            runs += [Code(letter, level) for letter in character]
        else:
            held += character
    if here is not None and held:
        runs.append(_run(here, held, level))
    return tuple(runs)


def _run(face: Face, text: str, level: int) -> Run:
    clusters = face.shape(text, rtl=level % 2 == 1)
    return Run(face, clusters, level, sum(cluster.advance for cluster in clusters))


def _wants_emoji(text: str) -> bool:
    return _EMOJI_STYLE in text or _KEYCAP in text or _JOINER in text


def _first_covering(chain: Sequence[Face], character: str) -> Face | None:
    emoji = chain[-1]
    if _wants_emoji(character) and len(character) > 1 and emoji.covers(character):
        return emoji
    return next((face for face in chain if face.covers(character)), None)


def in_visual_order(runs: Sequence[Run | Code]) -> list[Run | Code]:
    """The runs of one line from left to right (rule L2 of the bidirectional algorithm)."""
    ordered = list(runs)
    if not ordered:
        return ordered
    highest = max(run.level for run in ordered)
    for level in range(highest, 0, -1):
        begin = 0
        while begin < len(ordered):
            end = begin
            while end < len(ordered) and ordered[end].level >= level:
                end += 1
            if end > begin:
                ordered[begin:end] = ordered[begin:end][::-1]
            begin = max(end, begin + 1)
    return ordered
