"""Pages of a PDF as pixels, through PDFium: one thread at a time in the whole program."""

from __future__ import annotations

import threading
from typing import Any, Final

import msgspec

ONE_AT_A_TIME: Final = threading.Lock()
"""PDFium keeps what all its documents share, so whoever opens or draws one holds this."""


class Raster(msgspec.Struct, frozen=True):
    """A page as it is seen.

    Attributes:
        bgrx: four bytes a pixel, line by line from the top, without gaps.
        width: in pixels.
        height: in pixels.
    """

    bgrx: bytes
    width: int
    height: int


class Pages:
    """An open document; on any thread, and to be closed.

    Attributes:
        sizes: width and height of every page, in points.
    """

    def __init__(self, content: bytes) -> None:
        """Open the bytes of a PDF."""
        import pypdfium2  # noqa: PLC0415 - not needed at the start

        with ONE_AT_A_TIME:
            self._document: Any = pypdfium2.PdfDocument(content)
            self.sizes: list[tuple[float, float]] = [
                self._document.get_page_size(index) for index in range(len(self._document))
            ]

    def raster(self, index: int, width: int) -> Raster | None:
        """A page, so many pixels wide; nothing once the document is closed."""
        with ONE_AT_A_TIME:
            if self._document is None:
                return None
            page = self._document[index]
            # A hair less, lest rounding up makes it one pixel wider.
            scale = (width - 0.01) / page.get_width()
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            raster = Raster(bytes(bitmap.buffer), bitmap.width, bitmap.height)
            bitmap.close()
            page.close()
        return raster

    def close(self) -> None:
        """Let go of it; may be called again."""
        with ONE_AT_A_TIME:
            document, self._document = self._document, None
            if document is not None:
                document.close()
