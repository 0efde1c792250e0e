"""Room to type in, for who talks about the journey: a field of the document, empty and unseen.

Source: ISO 32000-1, 12.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from reisblog.story.typed_font import NAME, typed_font

if TYPE_CHECKING:
    from reisblog.model.geometry import Rect

_SIZE, _INK = 11, "0.17 0.16 0.2 rg"
_MANY_LINES, _PRINTED = 1 << 12, 1 << 2


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
        self._font = self._font or document.Reference(typed_font(document))
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
                "DA": pdfdoc.PDFString(f"/{NAME} {_SIZE * scale:g} Tf {_INK}"),
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
                "DA": pdfdoc.PDFString(f"/{NAME} {_SIZE} Tf {_INK}"),
            }
        )

    def _resources(self) -> Any:
        return pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({NAME: self._font})})
