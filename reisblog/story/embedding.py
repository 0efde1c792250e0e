"""Fonts inside the PDF: only the glyphs used, and the text they stand for.

Each face becomes a composite font. Its codes stand for a glyph and the text that it tells, in the
order in which they are first written. Source: ISO 32000-1, 9.7.
"""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from reisblog import resources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reisblog.story.fonts import Cluster, Face

_NAMED_AT_ONCE = 100
_NOTHING = "\u200b"
"""What a glyph tells that only stands beside another; it has to tell something."""
_SYMBOLIC = 4
_STEM_V = 80


class EmbeddedFont:
    """One face in one document.

    Attributes:
        known: how a cluster is shown, forwards or backwards, once that was found out: whether its
            glyphs tell its text, and their codes, each with how far it is raised.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {}
        self.known: dict[tuple[Cluster, int], tuple[bool, tuple[tuple[float, str], ...]]] = {}

    def code(self, gid: int, text: str = _NOTHING) -> int:
        """What stands for a glyph where it tells this text.

        A glyph that is part of several letters has a code for each, so that readers need nothing
        beside it: what they make of ``ActualText`` among letters from right to left is a muddle.
        """
        return self._codes.setdefault((gid, text), len(self._codes) + 1)

    def nominal(self, gid: int) -> float:
        """The width the document gives for a glyph, in ems."""
        return round(self.face.nominal_advance(gid) * 1000 / self.face.upem, 2) / 1000

    def write(self, document: Any) -> dict[str, Any]:
        """Add the font's objects to a reportlab document; a reference to it by its name."""
        path = resources.font(self.face.file_name)
        gids = [0, *(gid for gid, _text in self._codes)]
        content, facts = _program(path, tuple(sorted(set(gids))))
        name = pdfdoc.PDFName(f"{_tag(content)}+{path.stem}")
        stream = compressed({"Length1": len(content)}, content)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "StemV": _STEM_V,
                "FontFile2": document.Reference(stream),
                **facts,
                "FontBBox": pdfdoc.PDFArray(facts["FontBBox"]),
            }
        )
        system = {"Registry": _literal("Adobe"), "Ordering": _literal("Identity"), "Supplement": 0}
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "FontDescriptor": document.Reference(descriptor),
                "CIDToGIDMap": document.Reference(
                    compressed({}, b"".join(gid.to_bytes(2, "big") for gid in gids))
                ),
                "W": self._widths(gids),
            }
        )
        told = {code: text for (_gid, text), code in self._codes.items()}
        font_itself = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(compressed({}, to_unicode(told, 2))),
            }
        )
        return {self.name: document.Reference(font_itself)}

    def _widths(self, gids: list[int]) -> str:
        return "[0 [" + " ".join(f"{self.nominal(gid) * 1000:g}" for gid in gids) + "]]"


def to_unicode(texts: Mapping[int, str], size: int) -> bytes:
    """The table by which readers find the text of a glyph (ISO 32000-1, 9.10.3).

    Args:
        texts: by code.
        size: of a code, in bytes.
    """
    digits = 2 * size
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        f"1 begincodespacerange <{0:0{digits}X}> <{256**size - 1:0{digits}X}> endcodespacerange",
    ]
    pairs = [f"<{code:0{digits}X}> <{utf16(text)}>" for code, text in sorted(texts.items())]
    for begin in range(0, len(pairs), _NAMED_AT_ONCE):
        part = pairs[begin : begin + _NAMED_AT_ONCE]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


@lru_cache(maxsize=32)
def _program(path: Path, gids: tuple[int, ...]) -> tuple[bytes, dict[str, Any]]:
    """The font file with these glyphs alone, and what its descriptor says; kept for later."""
    from fontTools import subset  # noqa: PLC0415 - large, and only needed at the very end
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        options = subset.Options(
            retain_gids=True,
            notdef_outline=True,
            glyph_names=False,
            hinting=False,
            layout_features=[],
            name_IDs=[],
            drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "BASE", "cmap", "post", "OS/2"],
        )
        options.drop_tables += ["name", "gasp", "meta", "kern", "vhea", "vmtx", "HVAR", "MVAR"]
        head, lines, os2 = font["head"], font["hhea"], font["OS/2"]
        per_em = 1000 / head.unitsPerEm
        facts = {
            "FontBBox": [
                round(side * per_em) for side in (head.xMin, head.yMin, head.xMax, head.yMax)
            ],
            "Ascent": round(lines.ascent * per_em),
            "Descent": round(lines.descent * per_em),
            "CapHeight": round(getattr(os2, "sCapHeight", 0) * per_em),
            "ItalicAngle": round(font["post"].italicAngle),
        }
        subsetter = subset.Subsetter(options)
        subsetter.populate(gids=gids)
        subsetter.subset(font)
        program = io.BytesIO()
        font.save(program, reorderTables=True)
    return program.getvalue(), facts


def utf16(text: str) -> str:
    """A text as PDF wants it in hexadecimal: UTF-16, big end first."""
    return text.encode("utf-16-be", errors="surrogatepass").hex().upper()


def _tag(content: bytes) -> str:
    """Six letters that tell this subset from others of the same font."""
    number = int.from_bytes(hashlib.sha256(content).digest()[:8], "big")
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(ord("A") + letter)
    return letters


def compressed(entries: dict[str, Any], content: bytes) -> pdfdoc.PDFStream:
    """A stream of the document, deflated."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, filters=[pdfdoc.PDFZCompress])


def _literal(text: str) -> str:
    return f"({text})"
