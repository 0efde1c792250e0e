"""An untrusted SVG as a tree of elements: bounded, and with nothing in it that acts or reaches out.

Nothing is ever fetched or run here in any case. A map with such parts is refused because other
programs would.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from reisblog.storage.maps import limits
from reisblog.storage.maps.faults import printable
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from reisblog.storage.maps.faults import Faults

_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = {"script", "style", "foreignObject", "set", "discard"}
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)


class Tree:
    """A drawing's elements, and who stands around whom."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._around = {child: element for element in root.iter() for child in element}
        self._by_id: dict[str, list[Element]] = {}
        for element in root.iter():
            if "id" in element.attrib:
                self._by_id.setdefault(element.attrib["id"], []).append(element)

    def all_with_id(self, wanted: str) -> list[Element]:
        """The elements with this id, which should be one."""
        return self._by_id.get(wanted, [])

    def outwards(self, element: Element) -> Iterator[Element]:
        """The element, the one around it, and so on to the root."""
        inner: Element | None = element
        while inner is not None:
            yield inner
            inner = self._around.get(inner)

    def name(self, element: Element) -> str:
        """What to call it in a message: its id, or its kind and the nearest id around it."""
        if known := element.get("id"):
            return known
        around = (outer.get("id") for outer in self.outwards(element))
        kind = f"<{local_name(element)}>"
        return " < ".join([kind, *[known for known in around if known][:1]])


def kind_of(element: Element) -> str:
    """``"path"`` for an SVG path; ``""`` for what is no SVG: an editor's own element."""
    return element.tag.removeprefix(_SVG) if element.tag.startswith(_SVG) else ""


def local_name(name: Element | str) -> str:
    """The name of an element or attribute without its namespace."""
    return (name if isinstance(name, str) else name.tag).rpartition("}")[2]


def read_tree(content: bytes, faults: Faults) -> Tree:
    """The tree of a file; the faults tell what in it acts or reaches outside.

    Raises:
        UnusableMapError: there can be no tree.
    """
    if len(content) > limits.FILE_MEGABYTES * 1024 * 1024:
        size = limits.FILE_MEGABYTES
        faults.refuse("svg", _("The file is larger than {n} MB.").format(n=size))
    if content.count(b"=") > limits.ATTRIBUTES:
        told = _("There are more than {n} attributes.")
        faults.refuse("svg", told.format(n=limits.ATTRIBUTES))
    builder = _Builder(faults)
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    root: Element | None = None
    try:
        # All at once: piece by piece, expat begins a long attribute anew with every piece.
        parser.feed(content)
        root = parser.close()
    except DefusedXmlException:
        faults.refuse("svg", _("There is a DOCTYPE or an entity in it; save it as plain SVG."))
    except (ParseError, ValueError, LookupError):  # LookupError: an encoding nobody knows
        pass
    if root is None or kind_of(root) != "svg":
        faults.refuse("svg", _("This cannot be read as an SVG drawing."))
    tree = Tree(root)
    for element in root.iter():
        _check_harmless(element, tree, faults)
    return tree


class _Builder(TreeBuilder):
    """Builds a tree, and stops where it grows out of bounds."""

    def __init__(self, faults: Faults) -> None:
        super().__init__()
        self._faults = faults
        self._depth = self._elements = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth, self._elements = self._depth + 1, self._elements + 1
        if self._depth > limits.DEPTH:
            self._faults.refuse("svg", deep())
        if self._elements > limits.ELEMENTS:
            self._faults.refuse("svg", many())
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def pi(self, target: str, text: str | None = None, /) -> Element:
        if target == "xml-stylesheet":
            _tell_outside("svg", target, self._faults)
        return super().pi(target, text)


def deep() -> str:
    """That groups or clones stand too deep within one another."""
    return _("There are more than {n} groups within one another.").format(n=limits.DEPTH)


def many() -> str:
    """That there are too many elements."""
    told = _("There are more than {n} elements, each clone counted as what it shows.")
    return told.format(n=limits.ELEMENTS)


def unreadable() -> str:
    """That numbers are no numbers, or too large for any sheet."""
    return _("Its measures cannot be read, or are very large.")


def _check_harmless(element: Element, tree: Tree, faults: Faults) -> None:
    kind = local_name(element)
    if kind in _ACTIVE or kind.startswith("animate"):
        tell_impossible(element, tree, faults)
    for key, value in element.attrib.items():
        attribute = local_name(key)
        if attribute.lower().startswith("on") and attribute == key:
            told = _("“{what}” can start a program; take it out.")
            faults.tell(tree.name(element), told.format(what=printable(attribute)))
        elif (attribute in {"href", "src"} and not value.lstrip().startswith("#")) or (
            _OUTSIDE.search(value)
        ):
            _tell_outside(tree.name(element), attribute, faults)


def tell_impossible(element: Element, tree: Tree, faults: Faults) -> None:
    """Tell that an element is of a kind that no map holds."""
    told = _("<{kind}> cannot be on a map; draw it as paths, or take it out.")
    faults.tell(tree.name(element), told.format(kind=printable(local_name(element))))


def _tell_outside(about: str, what: str, faults: Faults) -> None:
    told = _("“{what}” points outside the drawing; take it out.")
    faults.tell(about, told.format(what=printable(what)))
