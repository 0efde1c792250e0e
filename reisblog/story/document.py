"""A reportlab document written piece by piece, so that its photos are in memory only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator


def write(document: Any, canvas: Any, target: BinaryIO) -> None:
    """Write what ``PDFDocument.GetPDFData`` would give.

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
    target.writelines(file.strings)
    file.strings.clear()
    file.write = target.write
    document.__accum__ = file
    names = []
    for name, made in _objects(document):
        document.idToOffset[name] = file.add(made.format(document))
        names.append(name)
    del document.__accum__
    table = pdfdoc.PDFCrossReferenceTable()
    table.addsection(0, names)
    begin = file.add(table.format(document))
    trailer = pdfdoc.PDFTrailer(
        startxref=begin,
        Size=len(names) + 1,
        Root=document.Reference(document.Catalog),
        Info=document.Reference(document.info),
        ID=document.ID(),
    )
    file.add(trailer.format(document))


def _objects(document: Any) -> Iterator[tuple[str, Any]]:
    """Every object with its name; writing one may add others behind it."""
    number = 1
    while number in document.numberToId:
        name = document.numberToId[number]
        yield name, pdfdoc.PDFIndirectObject(name, document.idToObject[name])
        number += 1
