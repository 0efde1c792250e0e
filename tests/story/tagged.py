"""A document as its tags tell it, read back from the file; and what must hold of any of ours.

The checks are those of the Matterhorn Protocol for PDF/UA-1 that a machine can make.
"""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pikepdf

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"}
SHOWS = {"Tj", "TJ", "'", '"'}
STATES = {"Q": "q", "ET": "BT"}
HEADINGS = re.compile(r"H[1-6]$")
KNOWN = {
    "Document", "Sect", "Div", "P", "Figure", "Caption", "Note", "L", "LI", "LBody", "Link",
    "Span", "Form",
}  # fmt: skip


class Element:
    """An element of the tree, and what is in it."""

    def __init__(self, raw, parent=None):
        self.raw, self.parent, self.role = raw, parent, str(raw.S)[1:]
        self.kids = []
        kids = raw.get("/K")
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                self.kids.append((raw.Pg.objgen, int(kid)))
            elif kid.get("/Type") == "/MCR":
                self.kids.append((kid.Pg.objgen, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                self.kids.append(kid.Obj)
            else:
                assert kid.P.objgen == raw.objgen
                self.kids.append(Element(kid, self))

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def contents(self):
        return [kid for kid in self.kids if isinstance(kid, tuple)]

    @property
    def objects(self):
        return [kid for kid in self.kids if isinstance(kid, pikepdf.Object)]

    def all(self):
        yield self
        for element in self.elements:
            yield from element.all()

    def get(self, key):
        return str(self.raw[key]) if key in self.raw else ""


class Told:
    """A document as its tags tell it."""

    def __init__(self, content):
        self.content = content
        self.document = pikepdf.open(io.BytesIO(content))
        root = self.document.Root.StructTreeRoot
        self.tree = Element(root.K)
        self.parents = dict(_numbers(root.ParentTree))
        self.said, self.faults = {}, []
        for page in self.document.pages:
            reading = _Reading(page)
            self.faults += reading.faults
            self.said |= {(page.objgen, number): said for number, said in reading.said.items()}

    def all(self, *roles):
        return [element for element in self.tree.all() if not roles or element.role in roles]

    def headings(self):
        return [
            (element.role, self.words(element))
            for element in self.tree.all()
            if HEADINGS.match(element.role)
        ]

    def words(self, element):
        """All that is said in an element, in the order of the tree."""
        if isinstance(element, Element):
            return "".join(self.words(kid) for kid in element.kids)
        return self.said.get(element, "") if isinstance(element, tuple) else ""

    def links(self):
        """What is said of all links."""
        return {str(one.Contents) for element in self.all("Link") for one in element.objects}


class _Reading:
    """The operators of a page, one by one: what each piece of content says, and what is amiss."""

    def __init__(self, page):
        self.said, self.faults = {}, []
        self._fonts = {
            str(name): (_letters(font.ToUnicode.read_bytes()), font.Subtype == "/Type3")
            for name, font in page.Resources.get("/Font", {}).items()
        }
        self._inside, self._states, self._font, self._drawn = [], [], {}, False
        for operands, operator in pikepdf.parse_content_stream(page):
            self._read(str(operator), operands)
        assert not self._inside
        assert not self._states

    def _read(self, name, operands):
        if name in {"BDC", "BMC"}:
            self._inside.append((str(operands[0]), operands[1] if name == "BDC" else {},
                                 len(self._states)))  # fmt: skip
        elif name == "EMC":
            self._end()
        elif name in STATES.values():
            self._states.append(name)
        elif name in STATES:
            assert self._states.pop() == STATES[name]
        elif name == "Tf":
            self._font, self._drawn = self._fonts[str(operands[0])]
        elif name in PAINTS | SHOWS:
            kinds = [part for part in self._inside if part[0] == "/Artifact" or "/MCID" in part[1]]
            if len(kinds) != 1:
                self.faults.append(f"{name} is in {kinds}")
            if name in SHOWS:
                self._show(_codes(operands[0], 1 if self._drawn else 2))

    def _end(self):
        tag, facts, states = self._inside.pop()
        if states != len(self._states):
            self.faults.append(f"{tag} ends in another state than it began in")
        if "/ActualText" in facts:
            self._say(str(facts.ActualText))

    def _show(self, codes):
        if 0 in codes and not self._drawn:
            self.faults.append("a glyph that stands for none")
        if not all(code in self._font for code in codes):
            self.faults.append("a glyph that says nothing")
        elif not any("/ActualText" in facts for _tag, facts, _states in self._inside):
            self._say("".join(self._font[code] for code in codes))

    def _say(self, text):
        for _tag, facts, _states in self._inside:
            if "/MCID" in facts:
                number = int(facts["/MCID"])
                self.said[number] = self.said.get(number, "") + text


def check(told):
    """Everything that must hold of any document of ours."""
    assert told.faults == []
    _check_the_tree_holds_all_content_once(told)
    _check_annotations(told)
    elements = told.all()
    for element in elements:
        _check_element(element)
    levels = [int(role[1]) for role, _words in told.headings()]
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))
    notes = [element.get("/ID") for element in elements if element.role == "Note"]
    assert all(notes)
    assert len(notes) == len(set(notes))
    root = told.document.Root
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(root.Lang)
    assert told.document.check_pdf_syntax() == []


def _check_the_tree_holds_all_content_once(told):
    holders = [(key, element) for element in told.all() for key in element.contents]
    held = dict(holders)
    assert len(holders) == len(held)
    for page in told.document.pages:
        for number, parent in enumerate(told.parents[int(page.StructParents)]):
            assert held.pop((page.objgen, number)).raw.objgen == parent.objgen
    assert not held


def _check_annotations(told):
    elements = {element.raw.objgen: element for element in told.all()}
    for page in told.document.pages:
        assert page.Tabs == "/S"
        for annotation in page.get("/Annots", []):
            element = elements[told.parents[int(annotation.StructParent)].objgen]
            assert any(one.objgen == annotation.objgen for one in element.objects)
            assert element.role == {"/Link": "Link", "/Widget": "Form"}[annotation.Subtype]
            assert str(annotation.get("/Contents") or annotation.get("/TU"))


def _check_element(element):
    role, parent = element.role, element.parent.role if element.parent else ""
    assert role in KNOWN or HEADINGS.match(role)
    assert element.kids
    assert (role == "LI") == (parent == "L" and role != "Caption")
    assert (role == "LBody") == (parent == "LI")
    if role == "Figure":
        assert element.get("/Alt").strip()
        assert "/BBox" in element.raw.A
    if role in {"Link", "Form"}:
        assert element.objects
    if role == "Caption":
        assert parent in {"L", "Figure", "Sect", "Div"}
    if HEADINGS.match(role):
        assert parent == "Sect"


def _codes(shown, size):
    parts = [shown] if isinstance(shown, pikepdf.String) else shown
    raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return [int.from_bytes(raw[at : at + size], "big") for at in range(0, len(raw), size)]


def _letters(table):
    pairs = re.findall(rb"^<([0-9A-F]{2}|[0-9A-F]{4})> <([0-9A-F]+)>$", table, re.MULTILINE)
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "surrogatepass")
        for code, text in pairs
    }


def _numbers(tree):
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)
    entries = list(tree.get("/Nums", []))
    for at in range(0, len(entries), 2):
        yield int(entries[at]), entries[at + 1]
