"""Which way every character of a paragraph runs: from left to right, or from right to left.

Source: Unicode Standard Annex 9. python-bidi does what it said before version 6.3; isolates and
pairs of brackets are added here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from bidi import algorithm

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_UNKNOWN_TO_BIDI = {"": "L", "LRI": "ON", "RLI": "ON", "FSI": "ON", "PDI": "ON", "B": "WS"}
_DEEPEST = 58
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_NUMBERS_ARE = {"EN": "R", "AN": "R"}


def levels(text: str) -> list[int] | None:
    """The embedding level of every character of a paragraph; nothing when all run left to right."""
    if text.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return None
    return _levels(text, base_level(text))


def base_level(text: str) -> int:
    """1 for a paragraph whose first strong character runs from right to left, else 0.

    What is isolated does not count (rule P2).
    """
    within = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _ISOLATES:
            within += 1
        elif kind == "PDI":
            within = max(0, within - 1)
        elif not within and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _levels(text: str, base: int) -> list[int]:
    """An isolate is one neutral thing to what stands around it, and a paragraph within."""
    isolates = list(_isolates(text)) if base < _DEEPEST else []
    kept: list[int] = []
    begin = 0
    for start, end in isolates:
        kept += range(begin, start + 1)
        begin = end
    kept += range(begin, len(text))
    result = [base] * len(text)
    for index, level in zip(kept, _flat([text[index] for index in kept], base), strict=True):
        result[index] = level
    for start, end in isolates:
        inside, kind = text[start + 1 : end], unicodedata.bidirectional(text[start])
        right = base_level(inside) if kind == "FSI" else int(kind == "RLI")
        outside = result[start]
        result[start + 1 : end] = _levels(inside, outside + 1 + (outside + 1 + right) % 2)
    return result


def _isolates(text: str) -> Iterator[tuple[int, int]]:
    """From which character to before which: those within others left out."""
    depth = start = 0
    for index, letter in enumerate(text):
        kind = unicodedata.bidirectional(letter)
        if kind in _ISOLATES:
            start = start if depth else index
            depth += 1
        elif kind == "PDI" and depth:
            depth -= 1
            if not depth:
                yield start, index
    if depth:
        yield start, len(text)


def _flat(text: Sequence[str], base: int) -> list[int]:
    """The levels where nothing is isolated."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base % 2]
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
        # The algorithm knows neither unassigned characters nor isolates.
        character["type"] = _UNKNOWN_TO_BIDI.get(character["type"], character["type"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    for run in storage["runs"]:
        _resolve_brackets(run, storage["chars"][run["start"] : run["start"] + run["length"]])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = {character["index"]: character["level"] for character in storage["chars"]}
    result, level = [], base
    for index in range(len(text)):
        # The algorithm drops joiners and the like; they go along with what stands before them.
        level = found.get(index, level)
        result.append(level)
    return result


def _resolve_brackets(run: dict[str, Any], characters: list[dict[str, Any]]) -> None:
    """A pair of brackets runs one way, that of what it holds (rule N0)."""
    strong = [run["sor"], *(_NUMBERS_ARE.get(one["type"], one["type"]) for one in characters)]
    for first, last in _pairs(characters):
        right = characters[first]["level"] % 2
        along, other = "LR"[right], "RL"[right]
        inside = strong[first + 2 : last + 1]
        if along in inside:
            way = along
        elif other in inside:
            way = next(kind for kind in reversed(strong[: first + 1]) if kind in {"L", "R"})
        else:
            continue
        for index in (first, last):
            characters[index]["type"] = strong[index + 1] = way


def _pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where brackets open and close, in the order of the first (definition BD16)."""
    waiting: list[tuple[str, int]] = []
    found = []
    for index, character in enumerate(characters):
        letter = character["ch"]
        if character["type"] != "ON":
            continue
        if letter in _BRACKETS:
            waiting.append((_BRACKETS[letter], index))
        elif any(letter == closing for closing, _at in waiting):
            while waiting:
                closing, at = waiting.pop()
                if closing == letter:
                    found.append((at, index))
                    break
    return sorted(found)
