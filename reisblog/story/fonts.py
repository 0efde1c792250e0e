"""The bundled font files: which characters each covers, and text shaped into its glyphs.

All lengths are in ems: multiply by the font size to get points.
"""

from __future__ import annotations

import unicodedata
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz

from reisblog import look, resources

_WORDS = (*look.FONTS_OF_SCRIPTS, *look.FONTS_OF_THE_BOOK)
CHAINS = {
    "reading": (look.FONT_FILES["reading"], look.FONT_CYRILLIC_GREEK, *_WORDS),
    "reading-bold": (look.FONT_FILES["reading-bold"], look.FONT_CYRILLIC_GREEK_BOLD, *_WORDS),
    "reading-italic": (look.FONT_FILES["reading-italic"], look.FONT_CYRILLIC_GREEK, *_WORDS),
    "title": (look.FONT_FILES["title"], look.FONT_CYRILLIC_GREEK_BOLD, *_WORDS),
}
"""For each voice of the book, the fonts of its words: which to try, first to last."""

BOLD, ITALIC = frozenset({"reading-bold", "title"}), frozenset({"reading-italic"})
ONE_WEIGHT = frozenset(_WORDS)
UPRIGHT = frozenset({look.FONT_CYRILLIC_GREEK})
"""What of bold and italic voices has to be made of a font that is neither. The scripts that these
fonts do not have know no italics."""

SIGNS = (*look.FONTS_OF_SIGNS, look.FONT_EMOJI, look.FONT_PICTURES)
"""The fonts of what no word is made of, tried after those; they know letters, too."""
PICTURES = (look.FONT_PICTURES, look.FONT_EMOJI)
"""The fonts of emoji: in colour, or as outlines what those in colour lack."""

# Emoji fill their em more than letters do; a little smaller they sit well in a line.
_SCALES = {look.FONT_EMOJI: 0.88, look.FONT_PICTURES: 0.93}
_ROOM_BESIDE_PICTURES = 0.08


class Glyph(NamedTuple):
    """One shape of a font, and where it stands relative to the pen."""

    gid: int
    advance: float
    dx: float
    dy: float


class Cluster(NamedTuple):
    """The glyphs that together stand for a bit of text, as typed."""

    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        """How far the pen moves."""
        return sum(glyph.advance for glyph in self.glyphs)


class Face:
    """One font file, opened when first asked."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.scale = _SCALES.get(file_name, 1.0)

    def __repr__(self) -> str:
        return f"Face({self.file_name!r})"

    @cached_property
    def _font(self) -> uharfbuzz.Font:
        blob = uharfbuzz.Blob.from_file_path(str(resources.font(self.file_name)))
        return uharfbuzz.Font(uharfbuzz.Face(blob))

    @cached_property
    def _coverage(self) -> frozenset[int]:
        return frozenset(self._font.face.unicodes)

    @cached_property
    def in_colour(self) -> bool:
        """Whether its glyphs are pictures, made of layers."""
        return bool(self._font.face.has_color_layers)

    @cached_property
    def upem(self) -> int:
        """How many font units an em has."""
        return int(self._font.face.upem)

    def covers(self, text: str) -> bool:
        """Whether every character that shows can be drawn."""
        held = self._coverage
        if all(ord(letter) in held or is_invisible(letter) for letter in text):
            return True
        composed = unicodedata.normalize("NFC", text)
        return composed != text and all(
            ord(letter) in held or is_invisible(letter) for letter in composed
        )

    @cache  # noqa: B019 - faces live as long as the program
    def outline(self, gid: int) -> str:
        """A glyph's outline as PDF path operators in font units, y up."""
        pen = _OperatorPen()
        self._font.draw_glyph_with_pen(gid, pen)
        return " ".join(pen.operators)

    @cache  # noqa: B019
    def layers(self, gid: int) -> tuple[tuple[int, int], ...]:
        """The glyphs a picture is made of, lowest first, each with its number in the palette."""
        layers = self._font.face.get_glyph_color_layers(gid) if self.in_colour else ()
        return tuple((layer.glyph, layer.color_index) for layer in layers)

    def nominal_advance(self, gid: int) -> float:
        """How wide a glyph is by itself, in font units."""
        advance = float(self._font.get_glyph_h_advance(gid))
        return advance + 2 * self.beside if self.layers(gid) else advance

    @cached_property
    def beside(self) -> float:
        """What is left white on each side of a picture, in font units."""
        return self.upem * _ROOM_BESIDE_PICTURES

    @cache  # noqa: B019
    def pictures(self, character: str) -> bool:
        """Whether it has one picture for all of these characters together."""
        if not self.covers(character):
            return False
        seen = [g for cluster in self.shape(character) for g in cluster.glyphs if g.advance]
        return len(seen) == 1 and (not self.in_colour or bool(self.layers(seen[0].gid)))

    def shape(self, text: str, *, rtl: bool = False) -> tuple[Cluster, ...]:
        """A text of one script as clusters of glyphs, in the order they stand on paper."""
        buffer = uharfbuzz.Buffer()
        buffer.add_codepoints([ord(letter) for letter in text])
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        uharfbuzz.shape(self._font, buffer, {})
        em = self.upem / self.scale
        starts: list[int] = []
        groups: list[list[Glyph]] = []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if not starts or starts[-1] != info.cluster:
                starts.append(info.cluster)
                groups.append([])
            beside = self.beside if self.layers(info.codepoint) else 0.0
            groups[-1].append(
                Glyph(
                    info.codepoint,
                    (position.x_advance + 2 * beside) / em,
                    position.x_offset / em,
                    position.y_offset / em,
                )
            )
        in_order = sorted({*starts, len(text)})
        ends = dict(pairwise(in_order))
        return tuple(
            Cluster(text[start : ends[start]], tuple(group))
            for start, group in zip(starts, groups, strict=True)
        )


class _OperatorPen:
    """Takes an outline in the manner of fontTools' pens, and keeps it as PDF operators."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pens' own names
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        handles = [
            (near[0] + (control[0] - near[0]) * 2 / 3, near[1] + (control[1] - near[1]) * 2 / 3)
            for near in (self._at, end)
        ]
        self._add("c", *handles, end)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self.operators += [f"{x:.4g} {y:.4g}" for x, y in points]
        self.operators.append(operator)
        self._at = points[-1]


@cache
def face(file_name: str) -> Face:
    """The one face of a font file."""
    return Face(file_name)


@cache
def chain(voice: str) -> tuple[Face, ...]:
    """The faces that a voice tries for a word, first to last."""
    return tuple(face(file_name) for file_name in CHAINS[voice])


@cache
def signs() -> tuple[Face, ...]:
    """The faces that every voice tries after its own."""
    return tuple(face(file_name) for file_name in SIGNS)


@cache
def pictures() -> tuple[Face, ...]:
    """The faces of emoji, first to last."""
    return tuple(face(file_name) for file_name in PICTURES)


_INVISIBLE = frozenset(
    [
        *range(0x200B, 0x2010),  # zero-width spaces and joiners, direction marks
        *range(0x202A, 0x202F),  # embeddings
        *range(0x2060, 0x2070),  # word joiner, isolates
        *range(0xFE00, 0xFE10),  # variation selectors
        *range(0xE0000, 0xE0080),  # tags
        *range(0xE0100, 0xE01F0),  # variation selectors
        0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF,
    ]
)  # fmt: skip


def is_invisible(letter: str) -> bool:
    """Whether a character steers others and shows nothing itself."""
    return ord(letter) in _INVISIBLE
