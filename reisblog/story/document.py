"""A reportlab document written piece by piece, so that its photos are in memory only once.

All that is no stream (the tree of tags, links, fields, pages) is packed into streams of objects,
where it takes an eighth of the room. Source: ISO 32000-1, 7.5.7 and 7.5.8.
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


def write(document: Any, canvas: Any, target: BinaryIO) -> None:
    """Write what ``PDFDocument.GetPDFData`` would give, only smaller.

    Source: reportlab 5.1, ``PDFDocument.GetPDFData`` and ``format``, without encryption.
    """
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.encrypt.prepare(document)
    file: Any = pdfdoc.PDFFile(document._pdfVersion)  # noqa: SLF001 - reportlab has no other door
    target.write(b"".join(file.strings))
    file.strings.clear()
    file.write = target.write
    places = [(_FREE, 0, 0xFFFF)]
    small: list[tuple[int, bytes]] = []
    for number, name, made in _objects(document):
        if isinstance(made, pdfdoc.PDFStream):
            places.append((_WRITTEN, file.offset, 0))
            for part in _parts(document, name, made):
                file.add(part)
        else:
            places.append((_PACKED, *divmod(len(small), _TOGETHER)))
            small.append((number, made.format(document)))
    first = len(places)
    for begin in range(0, len(small), _TOGETHER):
        packed = _packed(small[begin : begin + _TOGETHER])
        places.append((_WRITTEN, file.add(_object(document, len(places), packed)), 0))
    places.append((_WRITTEN, file.offset, 0))
    places = [(kind, at + first if kind == _PACKED else at, last) for kind, at, last in places]
    table = _object(document, len(places) - 1, _table(document, places))
    begin = file.add(table)
    file.add(f"startxref\n{begin}\n%%EOF\n")


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
