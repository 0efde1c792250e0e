"""The tree of what is in a document, beside what is drawn: what a screen reader goes through.

Everything drawn is either content of something in the tree, by a number on its page, or an
artifact. Source: ISO 32000-1, 14.6 to 14.9; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from reisblog.story.tags import Role, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reisblog.model.geometry import Rect

_DEEPEST_HEADING = 6
_A_LEAF = 400
"""So many entries of a tree of names stand in one array."""


@dataclass(eq=False, slots=True)
class Annotation:
    """A link or a field in the tree.

    Attributes:
        page: its number, from 0.
        made: the document's object; what is never made is left out.
    """

    page: int
    made: Any = None


@dataclass(eq=False, slots=True)
class _Element:
    tag: Tag
    parent: _Element | None
    kids: list[_Element | Annotation | tuple[int, int]] = field(default_factory=list)
    language: str = ""
    said: str = ""
    box: Rect | None = None
    reference: Any = None

    @property
    def lives(self) -> bool:
        """Whether there is anything in it."""
        return any(_lives(kid) for kid in self.kids)

    @property
    def depth(self) -> int:
        """In how many sections it stands."""
        within = self.parent.depth if self.parent else 0
        return within + (self.tag.role is Role.SECTION)


class Structure:
    """The tree of one document, growing while its pages are drawn."""

    def __init__(self) -> None:
        self._root = _Element(Tag(Role.DOCUMENT), None)
        self._section = self._here = self._root
        self._open: dict[Tag, _Element] = {}
        self._contents: list[list[_Element]] = []
        self._annotations: list[tuple[Annotation, _Element]] = []
        self._notes: list[tuple[str, Any]] = []
        self._titled = False

    def begin_page(self) -> None:
        """Numbers of contents begin anew."""
        self._contents.append([])

    def begin(self, section: Tag) -> None:
        """What follows belongs to this section, where it does not say otherwise."""
        self._here = self._root
        self._section = self._here = self._element(section)

    def go_into(self, tag: Tag | None) -> None:
        """What follows belongs to this; without a tag, to the section again."""
        self._here = self._section if tag is None else self._element(tag)

    def content(self, tag: Tag, *, box: Rect | None, said: str, language: str, ends: bool) -> int:
        """The number of one more piece of content on this page.

        Args:
            tag: what it belongs to.
            box: where a picture stands, in points from the page's lower left corner.
            said: its text, where its glyphs do not stand in the order in which it is read.
            language: of its words, if not the document's.
            ends: whether the next piece with this tag is another thing of the kind.
        """
        element = self._element(tag)
        page = len(self._contents) - 1
        numbers = self._contents[page]
        element.kids.append((page, len(numbers)))
        element.box = element.box or box
        element.said += said
        element.language = element.language or language
        numbers.append(element)
        if ends:
            del self._open[tag]
        return len(numbers) - 1

    def annotation(self, tag: Tag) -> Annotation:
        """A link or a field of the page at hand."""
        annotation, element = Annotation(len(self._contents) - 1), self._element(tag)
        element.kids.append(annotation)
        self._annotations.append((annotation, element))
        return annotation

    def write(self, document: Any) -> Any:
        """Add the tree to a reportlab document; returns a reference to its root."""
        self._titled = any(e.tag.role is Role.TITLE for page in self._contents for e in page)
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        root["K"] = self._write(document, self._root, reference)
        parents = [
            (number, document.Reference(pdfdoc.PDFArray([e.reference for e in page])))
            for number, page in enumerate(self._contents)
        ]
        for annotation, element in self._annotations:
            if annotation.made is not None:
                annotation.made["StructParent"] = len(parents)
                parents.append((len(parents), element.reference))
        root["ParentTree"] = document.Reference(_tree(document, "Nums", parents))
        root["ParentTreeNextKey"] = len(parents)
        if self._notes:
            names = [(pdfdoc.PDFString(name), note) for name, note in self._notes]
            root["IDTree"] = document.Reference(_tree(document, "Names", names))
        return reference

    def _element(self, tag: Tag) -> _Element:
        if tag not in self._open:
            parent = self._here if tag.within is None else self._element(tag.within)
            self._open[tag] = _Element(tag, parent)
            parent.kids.append(self._open[tag])
        return self._open[tag]

    def _write(self, document: Any, element: _Element, parent: Any) -> Any:
        tag = element.tag
        if element.said and not all(isinstance(kid, tuple) for kid in element.kids):
            self._set_words_apart(element)
        written = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName(self._role(element)), "P": parent})
        element.reference = reference = document.Reference(written)
        if tag.alt:
            written["Alt"] = pdfdoc.PDFString(tag.alt)
        if element.said:
            written["ActualText"] = pdfdoc.PDFString(element.said.strip())
        if element.language:
            written["Lang"] = pdfdoc.PDFString(element.language)
        if element.box is not None:
            box = element.box
            sides = [round(side, 1) for side in (box.x, box.y, box.right, box.bottom)]
            written["A"] = pdfdoc.PDFDictionary(
                {
                    "O": pdfdoc.PDFName("Layout"),
                    "Placement": pdfdoc.PDFName("Block"),
                    "BBox": pdfdoc.PDFArray(sides),
                }
            )
        if tag.role is Role.NOTE:
            # They are numbered with leading zeros, for names in such a tree are sorted.
            name = f"note-{len(self._notes):06d}"
            self._notes.append((name, reference))
            written["ID"] = pdfdoc.PDFString(name)
        kids = [kid for kid in element.kids if _lives(kid)]
        kids.sort(key=lambda kid: kid.tag.order if isinstance(kid, _Element) else 0)
        page = next((kid[0] for kid in kids if isinstance(kid, tuple)), None)
        if page is not None:
            written["Pg"] = _page(page)
        parts = [self._kid(document, kid, reference, page) for kid in kids]
        written["K"] = parts[0] if len(parts) == 1 else pdfdoc.PDFArray(parts)
        return reference

    def _set_words_apart(self, element: _Element) -> None:
        """Let the text of an element stand for its own glyphs only, not for what is in it."""
        words = _Element(Tag(Role.SPAN), element, said=element.said)
        words.kids += [kid for kid in element.kids if isinstance(kid, tuple)]
        for page, number in (kid for kid in words.kids if isinstance(kid, tuple)):
            self._contents[page][number] = words
        at = element.kids.index(words.kids[0])
        others = [kid for kid in element.kids if not isinstance(kid, tuple)]
        element.kids[:] = [*others[:at], words, *others[at:]]
        element.said = ""

    def _kid(
        self,
        document: Any,
        kid: _Element | Annotation | tuple[int, int],
        parent: Any,
        page: int | None,
    ) -> Any:
        """An entry of an element whose contents stand on this page where they do not say so."""
        if isinstance(kid, _Element):
            return self._write(document, kid, parent)
        if isinstance(kid, Annotation):
            entries = {"Type": "OBJR", "Obj": document.Reference(kid.made), "Pg": _page(kid.page)}
        elif kid[0] == page:
            return kid[1]
        else:
            entries = {"Type": "MCR", "MCID": kid[1], "Pg": _page(kid[0])}
        return pdfdoc.PDFDictionary(entries | {"Type": pdfdoc.PDFName(entries["Type"])})

    def _role(self, element: _Element) -> str:
        role = element.tag.role
        if role is Role.HEADING:
            return f"H{min(_DEEPEST_HEADING, element.depth + self._titled)}"
        if role is Role.LINK and not any(isinstance(kid, Annotation) for kid in _live(element)):
            return Role.SPAN  # it would lead to something that is not in this book
        return role


def _live(element: _Element) -> Iterator[_Element | Annotation | tuple[int, int]]:
    return (kid for kid in element.kids if _lives(kid))


def _lives(kid: _Element | Annotation | tuple[int, int]) -> bool:
    if isinstance(kid, _Element):
        return kid.lives
    return not isinstance(kid, Annotation) or kid.made is not None


def _page(number: int) -> Any:
    """A reference to a page by its number, from 0."""
    return pdfdoc.PDFObjectReference(f"Page{number + 1}")


def _tree(document: Any, kind: str, entries: list[tuple[Any, Any]]) -> Any:
    """A tree of numbers or names in their order (ISO 32000-1, 7.9.6 and 7.9.7)."""
    leaves = []
    for begin in range(0, len(entries), _A_LEAF):
        some = entries[begin : begin + _A_LEAF]
        leaf = pdfdoc.PDFDictionary(
            {kind: pdfdoc.PDFArray([part for entry in some for part in entry])}
        )
        if len(entries) <= _A_LEAF:
            return leaf
        leaf["Limits"] = pdfdoc.PDFArray([some[0][0], some[-1][0]])
        leaves.append(document.Reference(leaf))
    return pdfdoc.PDFDictionary({"Kids": pdfdoc.PDFArray(leaves)} if leaves else {kind: "[]"})
