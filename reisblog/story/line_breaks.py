"""Where a line may end within a word, without a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from reisblog.story.runs import characters, is_picture

_AFTER = frozenset("-\u2010\u2012\u2013\u2014/\u200b\u00ad")
_NEVER_FIRST = frozenset(
    "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u30fb\u30fc"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee"
    "\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\u2019\u201d\u2026"
)
_NEVER_LAST = frozenset(
    "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\u2018\u201c"
)
"""Which marks of Chinese and Japanese stand at no line's beginning, and which at none's end.

Source: W3C, Requirements for Japanese Text Layout, 3.1.7 and 3.1.8.
"""
_STOPS = frozenset("\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\u300d\u300f\uff09\u201d\u2019")
_SYLLABLE_ENDS = frozenset("\u0e2f\u0e30\u0e33\u0e46\u0eaf\u0eb0\u0eb3\u0ec6")
_LONGEST_PIECE = 160


def pieces(token: str) -> Iterator[tuple[int, str]]:
    """A word in parts between which a line may end, each with where it begins."""
    begin = index = 0
    before = ""
    for character in token if token.isascii() else characters(token):
        if before and _may_end(before, character, index - begin):
            yield begin, token[begin:index]
            begin = index
        before = character
        index += len(character)
    yield begin, token[begin:]


def _may_end(before: str, character: str, length: int) -> bool:
    """Whether a line may end between these two, after so many characters of one piece."""
    last, first = before[-1], character[0]
    if first in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    if first in _NEVER_LAST:
        return _stands_alone(last) or last in _STOPS
    if last in _AFTER:
        return last == "\u200b" or (first.isalnum() and length > 1)
    return (
        _stands_alone(first)
        or (first.isalnum() and (_stands_alone(last) or last in _STOPS - {"\u2019"}))
        or _parts_syllables(before, character)
        or (is_picture(before) and is_picture(character))
        or length >= _LONGEST_PIECE
    )


def _parts_syllables(before: str, after: str) -> bool:
    """Whether a line may end between two letters of Thai or Lao, which parts no words.

    At these borders of syllables it mostly is right; where words begin only a dictionary tells.
    """
    if not ("\u0e01" <= before[-1] <= "\u0edf" and "\u0e01" <= after[0] <= "\u0edf"):
        return False
    begins = "\u0e40" <= after[0] <= "\u0e44" or "\u0ec0" <= after[0] <= "\u0ec4"
    return begins or (before[-1] in _SYLLABLE_ENDS and after[0] not in _SYLLABLE_ENDS)


def _stands_alone(letter: str) -> bool:
    """Whether a line may end before and after this character: ideographs and kana."""
    return (
        "\u2e80" <= letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7a3"
        or "\U00020000" <= letter <= "\U0003ffff"
    )
