"""Letters that are drawings inside the PDF: emoji in colour, and boxed codes.

A font of drawings (Type 3) is searched, copied and selected like any other, and a drawing is in
the file once however often it is used. The text that each stands for is in the font's own table
and not beside it as ``ActualText``, of which PDFium loses all beyond the first 65,536 characters.
Source: ISO 32000-1, 9.6.5; OpenType, COLR version 0.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from reisblog import look, resources
from reisblog.story import fonts
from reisblog.story.embedding import compressed, to_unicode
from reisblog.story.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.story.runs import Code

_PER_EM = 1000
_CODES = 255
_MEASURE = _CODES
_WIDTH_OF_M = 600
"""Readers take a font for as large as its m, and find the spaces beside its letters by that."""
_OPAQUE = 255
_SYMBOLIC = 4
_CODE_DIGITS = 0.435
_BOX_LINE = 0.04


class Drawing(NamedTuple):
    """One letter: its text, how far the pen moves in ems, and operators in thousandths, y up."""

    text: str
    advance: float
    operators: str


class DrawnFont:
    """All drawings of one document, in a font for every 255 that are used.

    Attributes:
        unknown: the characters that are shown as boxed codes.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.unknown: set[str] = set()
        self._numbers: dict[Drawing, int] = {}

    def shown(self, run: Run | Code) -> Iterator[tuple[str, float]]:
        """For each letter of a run the operators that choose its font, and show it.

        Yields:
            Operators with room for the size of the font and for where the letter stands, and how
            far from the run's beginning that is, in ems.
        """
        if not isinstance(run, Run):
            self.unknown.add(run.text)
        at = 0.0
        for drawing in _drawings(run):
            number = self._numbers.setdefault(drawing, len(self._numbers))
            part, code = divmod(number, _CODES)
            yield f"/{self._part(part)} {{size:g}} Tf {{spot}} Tm <{code:02X}> Tj", at
            at += drawing.advance

    def write(self, document: Any) -> dict[str, Any]:
        """Add the fonts to a reportlab document; a reference to each by its name."""
        used = list(self._numbers)
        return {
            self._part(begin // _CODES): self._font(document, used[begin : begin + _CODES])
            for begin in range(0, len(used), _CODES)
        }

    def _part(self, number: int) -> str:
        return f"{self.name}{number}"

    def _font(self, document: Any, used: list[Drawing]) -> Any:
        widths = [round(drawing.advance * _PER_EM, 2) for drawing in used]
        names = [f"d{number}" for number in range(len(used))]
        drawn = {
            name: document.Reference(compressed({}, f"{width:g} 0 d0\n{operators}".encode("ascii")))
            for name, width, (_text, _advance, operators) in zip(names, widths, used, strict=True)
        }
        drawn["m"] = document.Reference(compressed({}, f"{_WIDTH_OF_M} 0 d0".encode("ascii")))
        blank = [0] * (_MEASURE - len(used))
        texts = {code: drawing.text for code, drawing in enumerate(used)}
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName("Drawings"),
            "Flags": _SYMBOLIC,
            "ItalicAngle": 0,
        }
        states = {f"A{share}": {"ca": f"{share / _OPAQUE:.3g}"} for share in _see_through()}
        entries = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type3"),
            "FontBBox": pdfdoc.PDFArray([-250, -250, 1500, 1250]),
            "FontMatrix": "[0.001 0 0 0.001 0 0]",
            "CharProcs": pdfdoc.PDFDictionary(drawn),
            "Encoding": (f"<</Type /Encoding /Differences [0 /{' /'.join(names)} {_MEASURE} /m]>>"),
            "FirstChar": 0,
            "LastChar": _MEASURE,
            "Widths": pdfdoc.PDFArray([*widths, *blank, _WIDTH_OF_M]),
            "Resources": pdfdoc.PDFDictionary(
                {
                    "ExtGState": pdfdoc.PDFDictionary(
                        {name: pdfdoc.PDFDictionary(state) for name, state in states.items()}
                    )
                }
            ),
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
            "ToUnicode": document.Reference(compressed({}, to_unicode(texts, 1))),
        }
        return document.Reference(pdfdoc.PDFDictionary(entries))


def _drawings(run: Run | Code) -> Iterator[Drawing]:
    if isinstance(run, Run):
        for cluster in run.clusters:
            gid = next(glyph.gid for glyph in cluster.glyphs if glyph.advance)
            yield Drawing(cluster.text, cluster.advance, _picture(gid))
    else:
        yield Drawing(run.text, run.width, _box(run))


@cache
def _picture(gid: int) -> str:
    """The layers of an emoji, one over the other."""
    face, palette = fonts.face(look.FONT_PICTURES), _palette()
    scale = _PER_EM * face.scale / face.upem
    parts = [f"{scale:.6g} 0 0 {scale:.6g} {face.beside * scale:.2f} 0 cm"]
    for layer, number in face.layers(gid):
        red, green, blue, share = palette[number]
        shape = f"{red / 255:.3g} {green / 255:.3g} {blue / 255:.3g} rg {face.outline(layer)} f"
        parts.append(shape if share == _OPAQUE else f"q /A{share} gs {shape} Q")
    return "\n".join(parts)


@cache
def _palette() -> tuple[tuple[int, int, int, int], ...]:
    """The colours of the layers: red, green, blue and opacity, each from 0 to 255."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - large, and not in every book

    with TTFont(resources.font(look.FONT_PICTURES), lazy=True) as font:
        return tuple((c.red, c.green, c.blue, c.alpha) for c in font["CPAL"].palettes[0])


def _see_through() -> list[int]:
    return sorted({share for *_colour, share in _palette()} - {_OPAQUE})


def _box(code: Code) -> str:
    """A character's number in two rows of digits, in a box; in the colour of the text."""
    width = code.width * _PER_EM
    line = _BOX_LINE * _PER_EM
    reading = fonts.face(look.FONT_FILES["reading"])
    scale = _PER_EM * _CODE_DIGITS / reading.upem
    parts = [f"{line:g} w 60 -150 {width - 120:g} 900 re S"]
    half = (len(code.digits) + 1) // 2
    for row, above in ((code.digits[:half], 360), (code.digits[half:], -20)):
        clusters = reading.shape(row)
        reach = sum(cluster.advance for cluster in clusters) * _CODE_DIGITS * _PER_EM
        left = (width - reach) / 2
        for cluster in clusters:
            outline = reading.outline(cluster.glyphs[0].gid)
            parts.append(f"q {scale:.6g} 0 0 {scale:.6g} {left:.2f} {above} cm {outline} f Q")
            left += cluster.advance * _CODE_DIGITS * _PER_EM
    return "\n".join(parts)
