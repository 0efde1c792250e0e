"""The font in which readers set what is typed into the fields: all of it is in the document.

It speaks as the book does, with the letters that one lacks from the next: so it has the names of a
school in Latin, Cyrillic and Greek letters. Its codes are glyphs, and the table of what those tell
leads readers back from a letter. Source: ISO 32000-1, 9.7 and 12.7.3.3.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from reisblog import look, resources
from reisblog.story.embedding import compressed, to_unicode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = "Wingdings2"
"""What the fields call it. PDFium, the reader in Chrome, uses a field's own font for the letters of
Western Europe only, unless it has a name like this: for those of Turkish or Romanian it would else
look for some font of the computer, which as often as not has none."""

_FONT, _NEXT = look.FONT_FILES["reading"], look.FONT_CYRILLIC_GREEK
_LETTERS = (
    (0x20, 0x7E), (0xA0, 0x17F),  # of Europe, in Latin letters
    (0x18F, 0x18F), (0x192, 0x192), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x218, 0x21B),
    (0x259, 0x259), (0x2BC, 0x2BC), (0x2C6, 0x2DD), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E),
    (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9),  # of Vietnam
    (0x386, 0x3CE), (0x400, 0x45F), (0x490, 0x491),  # Greek and Cyrillic
    (0x2010, 0x2026), (0x2030, 0x2030), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116),
    (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212),
)  # fmt: skip
_NONSYMBOLIC, _STEM_V = 32, 80


def typed_font(document: Any) -> Any:
    """A reportlab object for a document: the font, complete."""
    program = _program()
    name = pdfdoc.PDFName(_FONT.removesuffix(".ttf"))
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _NONSYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(program.box),
            "Ascent": program.ascent,
            "Descent": program.descent,
            "CapHeight": program.cap_height,
            "ItalicAngle": 0,
            "StemV": _STEM_V,
            "FontFile2": document.Reference(
                compressed({"Length1": len(program.content)}, program.content)
            ),
        }
    )
    system = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
    glyphs = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": document.Reference(descriptor),
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            "W": f"[0 [{' '.join(map(str, program.widths))}]]",
        }
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": name,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(glyphs)]),
            "ToUnicode": document.Reference(compressed({}, to_unicode(program.told, 2))),
        }
    )


@dataclass(frozen=True)
class _Program:
    """The font file, and its measures in thousandths of an em.

    Attributes:
        widths: of its glyphs, in their order.
        told: the letter of each glyph that has one.
    """

    content: bytes
    widths: list[int]
    told: dict[int, str]
    box: list[int]
    ascent: int
    descent: int
    cap_height: int


@cache
def _program() -> _Program:
    codes = {code for first, last in _LETTERS for code in range(first, last + 1)}
    with _with_letters(_FONT, codes) as font:
        with _with_letters(_NEXT, codes - font.getBestCmap().keys()) as other:
            _take_in(font, other)
        content = io.BytesIO()
        font.save(content)
        per_em = 1000 / font["head"].unitsPerEm
        head, lines, numbers = font["head"], font["hhea"], font.getReverseGlyphMap()
        told: dict[int, str] = {}
        for code, glyph in sorted(font.getBestCmap().items()):
            told.setdefault(numbers[glyph], chr(code))
        return _Program(
            content.getvalue(),
            [round(font["hmtx"][glyph][0] * per_em) for glyph in font.getGlyphOrder()],
            told,
            [round(side * per_em) for side in (head.xMin, head.yMin, head.xMax, head.yMax)],
            round(lines.ascent * per_em),
            round(lines.descent * per_em),
            round(font["OS/2"].sCapHeight * per_em),
        )


@contextmanager
def _with_letters(file: str, codes: Iterable[int]) -> Iterator[Any]:
    """A font of ours with no more than these."""
    from fontTools import subset  # noqa: PLC0415 - large, and only needed at the very end
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True)
    options.drop_tables += ["name", "STAT", "DSIG", "gasp", "meta"]
    with TTFont(resources.font(file), lazy=True, recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=list(codes))
        subsetter.subset(font)
        yield font


def _take_in(font: Any, other: Any) -> None:
    """Add the glyphs of another font with as many units to an em."""
    outlines, called = font["glyf"], "next.{}".format
    for glyph in other.getGlyphOrder()[1:]:
        outline = other["glyf"][glyph]
        for part in outline.components if outline.isComposite() else ():
            part.glyphName = called(part.glyphName)
        outlines[called(glyph)] = outline
        font["hmtx"][called(glyph)] = other["hmtx"][glyph]
    added = {code: called(glyph) for code, glyph in other.getBestCmap().items()}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= added
