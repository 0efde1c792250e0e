"""The language of a paragraph in another script than the book's, as far as letters tell it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_OWN = "nl"
"""What Latin letters are taken for in a book that is told in another script."""
_BY_SCRIPT = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "CYRILLIC": "und-Cyrl",
    "ETHIOPIC": "und-Ethi",
    "LATIN": "",
}
"""A script that many languages share names none of them (BCP 47, 4.1)."""
_FROM_RIGHT_TO_LEFT = {"ARABIC", "HEBREW"}
_WRITTEN_IN = {
    "ARABIC": {"ar", "fa", "ur", "ps", "ckb", "sd", "ug", "dv"},
    "HEBREW": {"he", "yi"},
    "CYRILLIC": {"uk", "ru", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"},
    "ETHIOPIC": {"ti", "am"},
    "DEVANAGARI": {"hi", "mr", "ne"},
    "CJK": {"zh", "yue", "ja", "ko"},
    "HIRAGANA": {"ja"},
    "KATAKANA": {"ja"},
    "GREEK": {"el"},
    "ARMENIAN": {"hy"},
    "GEORGIAN": {"ka"},
    "THAI": {"th"},
    "HANGUL": {"ko"},
}


def tongue(text: str, language: str) -> str:
    """The language of a text, where its letters show that it is not the book's; else nothing.

    Args:
        text: of a paragraph.
        language: of the book.
    """
    if text.isascii() and _script_of(language) == "LATIN":
        return ""
    counted = Counter(script for letter in text if (script := _script(letter)))
    if not counted:
        return ""
    most = counted.most_common(1)[0][0]
    if {"HIRAGANA", "KATAKANA"} & counted.keys() and most == "CJK":
        most = "HIRAGANA"
    main = language.replace("_", "-").split("-")[0].casefold()
    if main in _WRITTEN_IN.get(most, ()) or _script_of(language) == most:
        return ""
    return _BY_SCRIPT[most] or _OWN


def from_right_to_left(language: str) -> bool:
    """Whether who reads a language begins at the right.

    Args:
        language: as BCP 47 writes it.
    """
    return _script_of(language) in _FROM_RIGHT_TO_LEFT


@lru_cache(maxsize=10_000)
def _script(letter: str) -> str:
    """The script of a letter, as the first word of its name in Unicode."""
    if not letter.isalpha():
        return ""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _BY_SCRIPT else ""


def _script_of(language: str) -> str:
    main = language.replace("_", "-").split("-")[0].casefold()
    return next((script for script, some in _WRITTEN_IN.items() if main in some), "LATIN")
