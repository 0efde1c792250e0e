"""A reportlab document written piece by piece, so that its photos are never all in memory.

A photo goes to the file as soon as it is drawn, as objects may stand in any order. All that is no
stream (the tree of tags, links, fields, pages) is packed into streams of objects at the end, where
it takes an eighth of the room. Source: ISO 32000-1, 7.5.7 and 7.5.8.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOGETHER = 200
"""A reader that wants one packed object unpacks all of its stream."""
_FREE, _WRITTEN, _PACKED = range(3)


class ReadyStream(pdfdoc.PDFStream):
    """A stream whose content is encoded already, as its dictionary says."""


class Writing:
    """One document on its way into a file."""

    def __init__(self, document: Any, target: BinaryIO) -> None:
        """Begin the file.

        Args:
            document: reportlab's; nothing else writes it.
            target: takes the bytes, in order.
        """
        self._document = document
        file: Any = pdfdoc.PDFFile(document._pdfVersion)  # noqa: SLF001 - reportlab has no other door
        target.write(b"".join(file.strings))
        file.strings.clear()
        file.write = target.write
        self._file = file
        self._places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 0xFFFF)}

    def now(self, stream: pdfdoc.PDFStream, name: str) -> None:
        """Write a stream that is complete, and let go of it.

        Args:
            stream: new to the document.
            name: how the document knows it from now on.
        """
        document = self._document
        document.Reference(stream, name)
        self._put(document.idToObjectNumberAndVersion[name][0], name, stream)
        document.idToObject[name] = pdfdoc.PDFObject()

    def finish(self, canvas: Any) -> None:
        """Write the rest of what ``PDFDocument.GetPDFData`` would give, only smaller.

        Source: reportlab 5.1, ``PDFDocument.GetPDFData`` and ``format``, without encryption.
        """
        document, places = self._document, self._places
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        document.Reference(document.Catalog)
        document.Reference(document.info)
        document.Outlines.prepare(document, canvas)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        document.encrypt.prepare(document)
        small: list[tuple[int, bytes]] = []
        for number, name, made in _objects(document):
            if number in places:
                continue
            if isinstance(made, pdfdoc.PDFStream):
                self._put(number, name, made)
            else:
                places[number] = (_PACKED, *divmod(len(small), _TOGETHER))
                small.append((number, made.format(document)))
        first = len(places)
        for begin in range(0, len(small), _TOGETHER):
            packed = _object(document, len(places), _packed(small[begin : begin + _TOGETHER]))
            places[len(places)] = (_WRITTEN, self._file.add(packed), 0)
        places[len(places)] = (_WRITTEN, self._file.offset, 0)
        table = [
            (kind, at + first if kind == _PACKED else at, last)
            for _number, (kind, at, last) in sorted(places.items())
        ]
        begin = self._file.add(_object(document, len(table) - 1, _table(document, table)))
        self._file.add(f"startxref\n{begin}\n%%EOF\n")

    def _put(self, number: int, name: str, stream: pdfdoc.PDFStream) -> None:
        self._places[number] = (_WRITTEN, self._file.offset, 0)
        for part in _parts(self._document, name, stream):
            self._file.add(part)


def _objects(document: Any) -> Iterator[tuple[int, str, Any]]:
    """Every object with its number and name; writing one may add others behind it."""
    number = 1
    while number in document.numberToId:
        name = document.numberToId[number]
        yield number, name, document.idToObject[name]
        number += 1


def _parts(document: Any, name: str, made: Any) -> Iterator[bytes]:
    """A stream as it stands in the file; the content of a picture is never copied."""
    if not isinstance(made, ReadyStream):
        yield pdfdoc.PDFIndirectObject(name, made).format(document)
        return
    number, version = document.idToObjectNumberAndVersion[name]
    entries = pdfdoc.PDFDictionary(made.dictionary.dict | {"Length": len(made.content)})
    yield f"{number} {version} obj\n".encode()
    yield entries.format(document)
    yield b"\nstream\n"
    yield made.content
    yield b"\nendstream\nendobj\n"


def _packed(some: list[tuple[int, bytes]]) -> Any:
    """Objects with their numbers as one stream."""
    heads, at = [], 0
    for number, content in some:
        heads.append(f"{number} {at}")
        at += len(content) + 1
    head = " ".join(heads).encode("ascii") + b"\n"
    entries = {"Type": pdfdoc.PDFName("ObjStm"), "N": len(some), "First": len(head)}
    return _deflated(entries, head + b"\n".join(content for _number, content in some))


def _table(document: Any, places: list[tuple[int, int, int]]) -> Any:
    """Where every object is: at an offset, or in a stream as which of its objects."""
    content = b"".join(
        kind.to_bytes(1, "big") + at.to_bytes(5, "big") + last.to_bytes(2, "big")
        for kind, at, last in places
    )
    entries = {
        "Type": pdfdoc.PDFName("XRef"),
        "Size": len(places),
        "W": pdfdoc.PDFArray([1, 5, 2]),
        "Root": document.Reference(document.Catalog),
        "Info": document.Reference(document.info),
        "ID": document.ID().partition(b"%")[0].strip(),
    }
    return _deflated(entries, content)


def _deflated(entries: dict[str, Any], content: bytes) -> Any:
    entries["Filter"] = pdfdoc.PDFName("FlateDecode")
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), zlib.compress(content))


def _object(document: Any, number: int, stream: Any) -> bytes:
    return b"%d 0 obj\n%sendobj\n" % (number, stream.format(document))
