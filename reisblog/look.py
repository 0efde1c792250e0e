"""Colours, type and measures: the one source that the window and the PDF both read.

Colours are ``#rrggbb``; sizes are logical pixels on the screen, points on paper and map units on
the map, as each name says.
"""

from __future__ import annotations

from typing import Final

PAPER: Final = "#F7F1E3"
PAPER_DEEP: Final = "#EADFC9"
INK: Final = "#2A2833"
INK_SOFT: Final = "#5B5765"
MAP_LINE: Final = "#3F4A57"
MIST: Final = "#E6E9E4"
"""A little cooler than paper, so that mist is seen on blank paper, too."""
MIST_LINE: Final = "#BDBCB7"
"""The wisps in mist: the map's line, seen through it."""
SEA: Final = "#8FBFC8"
SEA_DEEP: Final = "#4F8C99"
FOCUS: Final = "#1D5FC4"
WHITE: Final = "#FFFFFF"
SLIP: Final = "#FFFBEF"
"""Slips with words on them, on the map."""
SLIPS: Final = {
    "cream": SLIP,
    "sun": "#F9E3A0",
    "rose": "#F6D3C8",
    "leaf": "#DCE7BD",
    "sky": "#CFE2EA",
}
"""The papers of notes: the map's few inks, thinned until words on them have 7:1 at least."""

EMBER: Final = "#B52F1C"
DUSK: Final = "#2C4684"
PLUM: Final = "#6B3B78"
# Three more tints beside the pens' own, each at least 3:1 on every fill of the map.
PINE: Final = "#1F5B3F"
UMBER: Final = "#6A4318"

TINTS: Final = {
    "ember": EMBER,
    "dusk": DUSK,
    "plum": PLUM,
    "pine": PINE,
    "umber": UMBER,
    "ink": INK,
}

CHALKS: Final = {"white": WHITE, "yellow": "#FFD84D", "pink": "#FF8CBE"}
"""For drawing over a board: light, in a dark edge, so that each is seen on land, photos and dim.

None looks like a path of the traveller, which is dark on paper.
"""

FAMILY_READING: Final = "Atkinson Hyperlegible Next"
FAMILY_TITLE: Final = "Fraunces"
FONT_FILES: Final = {
    "reading": "AtkinsonHyperlegibleNext-Regular.ttf",
    "reading-bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "reading-italic": "AtkinsonHyperlegibleNext-Italic.ttf",
    "title": "Fraunces-SemiBold.ttf",
}

FAMILY_EMOJI: Final = "Noto Emoji"
FONT_CYRILLIC_GREEK: Final = "NotoSans-Regular.ttf"
FONT_CYRILLIC_GREEK_BOLD: Final = "NotoSans-Bold.ttf"
FONT_EMOJI: Final = "NotoEmoji-Regular.ttf"
FONT_PICTURES: Final = "Twemoji.ttf"
"""Emoji in colour; the other has those that are younger, and signs that are no pictures."""
FONTS_OF_SCRIPTS: Final = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansSyriac-Regular.ttf",
    "NotoSansTifinagh-Regular.ttf",
)
FONTS_OF_THE_BOOK: Final = ("NotoSansSC-Regular.ttf", "NotoSansKR-Regular.ttf")
"""Chinese, Japanese, Korean: large, and in the window the system has them."""
FONTS_OF_SIGNS: Final = (
    "NotoSansMath-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
)
"""Arrows, ticks, mathematics and its letters; in the book only, for the same reason."""

TEXT_SMALL_PX: Final = 13
TEXT_PX: Final = 15
TEXT_LARGE_PX: Final = 18
TITLE_PX: Final = 24
TITLE_LARGE_PX: Final = 32

GRID_PX: Final = 4
GAPS_PX: Final = (8, 12, 16, 24)
RADIUS_CONTROL_PX: Final = 6
RADIUS_CARD_PX: Final = 12
RADIUS_PHOTO_PX: Final = 2
TARGET_PX: Final = 44
TARGET_BOARD_PX: Final = 64
RAIL_PX: Final = 72
ICON_PX: Final = 24
PANEL_PX: Final = 320
PANEL_NARROW_PX: Final = 280
FOCUS_PX: Final = 3

ANSWER_MS: Final = 120
MOVE_MS: Final = 240

PHOTO_SIDE_UNITS: Final = 200.0
PHOTO_BORDER_UNITS: Final = 7.0
PHOTO_TURN_DEGREES: Final = 1.5
NOTE_TEXT_UNITS: Final = 32
"""At least 13 pixels on the smallest screen we know, with the whole map in it."""
NOTE_LETTERS: Final = {"small": 26, "normal": NOTE_TEXT_UNITS, "large": 48}
"""In map units; the small ones are 8 points on the map's own leaf in the book."""
NOTE_WIDTH_UNITS: Final = 300.0
NOTE_WIDEST_UNITS: Final = 420.0
"""How far a slip widens rather than break a word."""
NOTE_HIGHEST_UNITS: Final = 640.0
"""Of a longer note the first lines are read on the map, and all of it where it is written."""
NOTE_PADDING_UNITS: Final = (16.0, 10.0)
"""Beside, and above and below the words."""
COMPASS_UNITS: Final = 64.0
"""How far a compass on the map is across."""
HALO_PX: Final = 3.0
"""The paper halo around every path, at any zoom, in screen pixels."""
