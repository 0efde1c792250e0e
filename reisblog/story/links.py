"""Links from one spot of a document to another, each with the name of where it leads.

Source: ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.geometry import Rect
    from reisblog.story.tagging import Annotation

_PRINTED = 1 << 2


class Links:
    """The links of one document; they are made when it is known where all of them lead.

    Attributes:
        names: of the spots that can be led to, and what a reader is told of each.
    """

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._added: list[tuple[Rect, str, Annotation]] = []

    def add(self, area: Rect, target: str, annotation: Annotation) -> None:
        """A link.

        Args:
            area: where it is, in points from the page's lower left corner.
            target: the name of the spot it leads to.
            annotation: its place in the tree of the document.
        """
        self._added.append((area, target, annotation))

    def write(self, canvas: Any) -> Iterator[Annotation]:
        """Make those that lead somewhere, in their order."""
        for area, target, annotation in self._added:
            if target in self.names:
                sides = (area.x, area.y, area.right, area.bottom)
                annotation.made = pdfdoc.PDFDictionary(
                    {
                        "Type": pdfdoc.PDFName("Annot"),
                        "Subtype": pdfdoc.PDFName("Link"),
                        "Rect": pdfdoc.PDFArray([round(side, 2) for side in sides]),
                        "Border": "[0 0 0]",
                        "F": _PRINTED,
                        "Contents": pdfdoc.PDFString(self.names[target]),
                        "Dest": canvas._bookmarkReference(target),  # noqa: SLF001 - no other door
                    }
                )
                yield annotation
