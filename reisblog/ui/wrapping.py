"""How words break into lines, also where one of them never ends.

Qt breaks between words, and within a word that no line is wide enough for; it looks through all
the rest of that word again for each line, which takes ten seconds for 200,000 letters.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QTextOption

BETWEEN_WORDS: Final = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_LONG, _ENDLESS = 200, 5_000
_WORD = re.compile(r"[^ \t\n]+")


def mode_for(text: str) -> QTextOption.WrapMode:
    """Between words; but anywhere when one of them is endless."""
    endless = max(map(len, _WORD.findall(text)), default=0) > _ENDLESS
    return QTextOption.WrapMode.WrapAnywhere if endless else BETWEEN_WORDS


def shortened(text: str) -> str:
    """The same with only the beginning of every word that is wider than any sheet."""
    return _WORD.sub(lambda word: word[0][:_LONG], text)
