"""A first, coarse picture of a map, for the moment before the fine ones are painted."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

from reisblog.pdfium import ONE_AT_A_TIME

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH = 600
"""In pixels."""


def coarse_picture(
    content: bytes, states: Mapping[str, Mapping[str, float]], width: float, height: float
) -> bytes:
    """A PNG of a map as it stands on paper.

    Args:
        content: what ``operators.content_of`` gives.
        states: the alpha states that it names.
        width: of the sheet, in map units.
        height: of the sheet, in map units.
    """
    import pypdfium2  # noqa: PLC0415 - for this alone

    page = _page(content, states, width, height)
    with ONE_AT_A_TIME, contextlib.closing(pypdfium2.PdfDocument(page)) as document:
        picture = document[0].render(scale=WIDTH / width).to_pil().convert("RGB")
    target = io.BytesIO()
    picture.save(target, "png")
    return target.getvalue()


def _page(
    content: bytes, states: Mapping[str, Mapping[str, float]], width: float, height: float
) -> bytes:
    """A document of one page (ISO 32000-1, 7.5)."""
    alphas = " ".join(
        f"/{name} << {' '.join(f'/{key} {value:g}' for key, value in state.items())} >>"
        for name, state in states.items()
    )
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:g} {height:g}] /Contents 4 0 R "
        f"/Resources << /ExtGState << {alphas} >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
    )
    written = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(places) + 1, table, len(places) + 1, len(written))
    )
