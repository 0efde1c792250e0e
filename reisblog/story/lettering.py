"""Set lines as PDF operators, with the typed text kept findable behind the glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reisblog.story.embedding import EmbeddedFont, utf16
from reisblog.story.fonts import Cluster, Face, Glyph, face
from reisblog.story.runs import Code, Run
from reisblog.story.typesetting import Line

FontOf = Callable[[Face], EmbeddedFont]

_CODE_DIGITS = 0.435
_INVISIBLE = 0.05
_DIGIT_VOICE = "AtkinsonHyperlegibleNext-Regular.ttf"


def show_line(line: Line, x: float, y: float, size: float, font_of: FontOf) -> Iterator[str]:
    """The operators that show a line, on a page whose y runs down.

    Args:
        line: what to show.
        x: of its left end, in points.
        y: of its baseline, in points.
        size: of the type, in points.
        font_of: the document's font for a face.
    """
    shapes: list[str] = []
    runs = line.runs
    if line.rtl:
        x -= sum(space.width for space in line.space) * size
        runs = (*line.space, *runs)
    else:
        runs = (*runs, *line.space)
    yield "BT"
    for run in runs:
        if isinstance(run, Run):
            yield from _show_run(run, x, y, size, font_of(run.face))
            shapes += (f"q {mark.matrix} {mark.outline} f Q" for mark in _marks(run, x, y, size))
        else:
            yield from _show_code(run, x, y, size, font_of(face(_DIGIT_VOICE)))
            shapes.append(_box(run, x, y, size))
            shapes += (
                f"q {digit.matrix} {digit.outline} f Q" for digit in _digits(run, x, y, size)
            )
        x += run.width * size
    yield "ET"
    yield from shapes


class Placed(NamedTuple):
    """A glyph as a shape: its outline, and the matrix and scale that bring it onto the page."""

    outline: str
    matrix: str
    scale: float


def outlines(line: Line, x: float, y: float, size: float) -> Iterator[Placed]:
    """The glyphs of a line as shapes."""
    for run in line.runs:
        if isinstance(run, Run):
            for cluster, at in _spread(run, x, size):
                yield from _placed(run.face, cluster.glyphs, at, y, size)
        x += run.width * size


def _marks(run: Run, x: float, y: float, size: float) -> Iterator[Placed]:
    """The marks over and under the letters of a run, as shapes.

    Readers measure a letter by the first and last glyph that stand for it; a mark among those
    would make them see a space that nobody typed.
    """
    for cluster, at in _spread(run, x, size):
        if _carries_marks(cluster):
            yield from _placed(run.face, cluster.glyphs, at, y, size, marks_only=True)


def _spread(run: Run, x: float, size: float) -> Iterator[tuple[Cluster, float]]:
    for cluster in run.clusters:
        yield cluster, x
        x += cluster.advance * size


def _carries_marks(cluster: Cluster) -> bool:
    return len(cluster.glyphs) > 1 and sum(glyph.advance != 0 for glyph in cluster.glyphs) == 1


def _placed(
    face_of_it: Face,
    glyphs: Iterable[Glyph],
    x: float,
    y: float,
    size: float,
    *,
    marks_only: bool = False,
) -> Iterator[Placed]:
    scale = size * face_of_it.scale / face_of_it.upem
    for gid, advance, dx, dy in glyphs:
        outline = "" if marks_only and advance else face_of_it.outline(gid)
        if outline:
            left, base = x + dx * size, y - dy * size
            yield Placed(outline, f"{scale:.6f} 0 0 {-scale:.6f} {left:.3f} {base:.3f} cm", scale)
        x += advance * size


def _show_run(run: Run, x: float, y: float, size: float, font: EmbeddedFont) -> Iterator[str]:
    yield f"/{font.name} {size * run.face.scale:g} Tf 1 0 0 -1 {x:.3f} {y:.3f} Tm"
    pending: list[str] = []
    rise = 0.0
    for cluster in run.clusters:
        told = font.tells(cluster)
        if not told and cluster.text:
            yield from _flushed(pending)
            yield f"/Span <</ActualText <FEFF{utf16(cluster.text)}>>> BDC"
        for raised, codes in _codes(cluster, font, run.face.scale):
            if raised != rise:
                yield from _flushed(pending)
                rise = raised
                yield f"{rise * size:g} Ts"
            if codes:
                pending.append(codes)
        if not told and cluster.text:
            yield from _flushed(pending)
            yield "EMC"
    yield from _flushed(pending)
    if rise:
        yield "0 Ts"


def _codes(cluster: Cluster, font: EmbeddedFont, scale: float) -> Iterator[tuple[float, str]]:
    """Each glyph as a part of a TJ array, with how far it is raised, in ems."""
    only_letter = _carries_marks(cluster)
    pen = at = 0.0
    for gid, advance, dx, dy in cluster.glyphs:
        if advance or not only_letter:
            yield dy, f"{_back(at - pen - dx, scale)}<{gid:04X}>"
            at = pen + dx + font.nominal(gid) * scale
        pen += advance
    yield 0.0, _back(at - pen, scale)


def _back(distance: float, scale: float) -> str:
    """A move in a TJ array, which counts backwards in thousandths of the font's own em."""
    move = distance / scale * 1000
    return f"{move:.1f}" if abs(move) > _INVISIBLE else ""


def _flushed(pending: list[str]) -> Iterator[str]:
    if pending:
        yield f"[{''.join(pending).replace('><', '')}] TJ"
        pending.clear()


def _show_code(code: Code, x: float, y: float, size: float, font: EmbeddedFont) -> Iterator[str]:
    """The character itself, unseen, as wide as its box: what a reader finds and copies."""
    nominal = font.nominal(0)
    font.tells(Cluster(code.text, (Glyph(0, nominal, 0.0, 0.0),)))
    yield f"/Span <</ActualText <FEFF{utf16(code.text)}>>> BDC"
    yield f"/{font.name} {size:g} Tf 3 Tr {code.width / nominal * 100:.2f} Tz"
    yield f"1 0 0 -1 {x:.3f} {y:.3f} Tm <0000> Tj 0 Tr 100 Tz EMC"


def _digits(code: Code, x: float, y: float, size: float) -> Iterator[Placed]:
    """The digits of a boxed code, in two rows, as shapes."""
    reading = face(_DIGIT_VOICE)
    half = (len(code.digits) + 1) // 2
    small = size * _CODE_DIGITS
    for row, above in ((code.digits[:half], 0.36), (code.digits[half:], -0.02)):
        clusters = reading.shape(row)
        width = sum(cluster.advance for cluster in clusters) * small
        left = x + (code.width * size - width) / 2
        for cluster in clusters:
            yield from _placed(reading, cluster.glyphs, left, y - above * size, small)
            left += cluster.advance * small


def _box(code: Code, x: float, y: float, size: float) -> str:
    width = code.width * size
    return (
        f"0.4 w {x + 0.06 * size:.3f} {y - 0.75 * size:.3f} "
        f"{width - 0.12 * size:.3f} {0.9 * size:.3f} re S"
    )
