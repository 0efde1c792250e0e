"""PDF files, read by tests while the program may be drawing pages of its own."""

from __future__ import annotations

import contextlib

import pypdfium2

from reisblog.pdfium import ONE_AT_A_TIME


@contextlib.contextmanager
def opened_pdf(source):
    """A document; PDFium serves one thread at a time, so nothing else is drawn meanwhile."""
    with ONE_AT_A_TIME, contextlib.closing(pypdfium2.PdfDocument(source)) as document:
        yield document
