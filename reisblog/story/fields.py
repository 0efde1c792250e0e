"""Room to type in, for who talks about the journey: a field of the document, empty and unseen.

Source: ISO 32000-1, 12.7. Its font is in the document, for all of what Windows-1252 can say.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from reisblog import look, resources

if TYPE_CHECKING:
    from reisblog.model.geometry import Rect

_FONT = look.FONT_FILES["reading"]
_NAME = "Hand"
_SIZE, _INK = 11, "0.17 0.16 0.2 rg"
_MANY_LINES, _PRINTED = 1 << 12, 1 << 2
_NONSYMBOLIC, _STEM_V = 32, 80
_FIRST, _LAST = 32, 255


class Fields:
    """The fields of one document."""

    def __init__(self) -> None:
        self._made: list[Any] = []
        self._font: Any = None

    def field(self, document: Any, rect: Rect, name: str, told: str, *, scale: float) -> Any:
        """An annotation for the page that is being drawn: a field of many lines.

        Args:
            document: reportlab's.
            rect: where it is, in points from the page's lower left corner.
            name: what programs call it.
            told: what a reader is told it is for.
            scale: how much larger the page is printed, and so is what is typed.
        """
        self._font = self._font or document.Reference(_font(document))
        empty = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("XObject"),
                    "Subtype": pdfdoc.PDFName("Form"),
                    "BBox": pdfdoc.PDFArray([0, 0, round(rect.width, 2), round(rect.height, 2)]),
                    "Resources": self._resources(),
                }
            ),
            b"/Tx BMC EMC",
        )
        made = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "FT": pdfdoc.PDFName("Tx"),
                "T": pdfdoc.PDFString(name),
                "TU": pdfdoc.PDFString(told),
                "Ff": _MANY_LINES,
                "F": _PRINTED,
                "DA": pdfdoc.PDFString(f"/{_NAME} {_SIZE * scale:g} Tf {_INK}"),
                "Rect": pdfdoc.PDFArray(
                    [round(side, 2) for side in (rect.x, rect.y, rect.right, rect.bottom)]
                ),
                "P": document.thisPageRef(),
                "AP": pdfdoc.PDFDictionary({"N": document.Reference(empty)}),
            }
        )
        self._made.append(document.Reference(made))
        return made

    def as_form(self) -> Any | None:
        """What the catalogue says of them; nothing where there are none."""
        if not self._made:
            return None
        return pdfdoc.PDFDictionary(
            {
                "Fields": pdfdoc.PDFArray(self._made),
                "DR": self._resources(),
                "DA": pdfdoc.PDFString(f"/{_NAME} {_SIZE} Tf {_INK}"),
            }
        )

    def _resources(self) -> Any:
        return pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({_NAME: self._font})})


def _font(document: Any) -> Any:
    """A simple font that any reader can set what is typed in."""
    from fontTools import subset  # noqa: PLC0415 - large, and only needed at the very end
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    letters = [bytes([code]).decode("cp1252", "replace") for code in range(_FIRST, _LAST + 1)]
    with TTFont(resources.font(_FONT), lazy=True, recalcTimestamp=False) as font:
        options = subset.Options(
            hinting=False, layout_features=[], name_IDs=[], notdef_outline=True
        )
        options.drop_tables += ["name", "STAT", "DSIG", "gasp", "meta"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[ord(letter) for letter in letters if letter != "\ufffd"])
        subsetter.subset(font)
        program = io.BytesIO()
        font.save(program, reorderTables=True)
        per_em = 1000 / font["head"].unitsPerEm
        known, advances = font.getBestCmap(), font["hmtx"]
        widths = [
            round(advances[known[ord(letter)]][0] * per_em) if ord(letter) in known else 0
            for letter in letters
        ]
        head, lines, os2 = font["head"], font["hhea"], font["OS/2"]
        box = [round(side * per_em) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]
        ascent, descent = round(lines.ascent * per_em), round(lines.descent * per_em)
        cap_height = round(os2.sCapHeight * per_em)
    content = program.getvalue()
    name = pdfdoc.PDFName(_FONT.removesuffix(".ttf"))
    stream = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Length1": len(content)}), content, filters=[pdfdoc.PDFZCompress]
    )
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _NONSYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(box),
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": cap_height,
            "ItalicAngle": 0,
            "StemV": _STEM_V,
            "FontFile2": document.Reference(stream),
        }
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("TrueType"),
            "BaseFont": name,
            "FirstChar": _FIRST,
            "LastChar": _LAST,
            "Widths": pdfdoc.PDFArray(widths),
            "Encoding": pdfdoc.PDFName("WinAnsiEncoding"),
            "FontDescriptor": document.Reference(descriptor),
        }
    )
