"""Set lines as PDF operators, with the typed text kept findable behind the glyphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reisblog.story.drawn_fonts import DrawnFont
from reisblog.story.embedding import EmbeddedFont, utf16
from reisblog.story.fonts import Cluster, Face, Glyph
from reisblog.story.runs import Code, Run, reading_order
from reisblog.story.typesetting import Line

FontOf = Callable[[Face | None], EmbeddedFont | DrawnFont]

_INVISIBLE = 0.05
_THICKER = 0.032
_SLANT = 0.2


def show_line(line: Line, x: float, y: float, size: float, font_of: FontOf) -> Iterator[str]:
    """The operators that show a line, on a page whose y runs down.

    Args:
        line: what to show.
        x: of its left end, in points.
        y: of its baseline, in points.
        size: of the type, in points.
        font_of: the document's font for a face, or for boxed codes without one.
    """
    shapes: list[str] = []
    runs = line.runs
    if line.rtl:
        x -= sum(space.width for space in line.space) * size
        runs = (*line.space, *runs)
    else:
        runs = (*runs, *line.space)
    lefts = accumulate((run.width * size for run in runs), initial=x)
    placed = list(zip(runs, lefts, strict=False))
    yield "BT"
    for run, left in (placed[at] for at in reading_order(runs)):
        font = font_of(run.face if isinstance(run, Run) else None)
        if isinstance(font, DrawnFont):
            yield from _show_drawn(run, left, y, size, font)
        elif isinstance(run, Run):
            yield from _show_run(run, left, y, size, font)
            shapes += _marks(run, left, y, size)
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
                yield from _placed(run, cluster.glyphs, at, y, size)
        x += run.width * size


def _marks(run: Run, x: float, y: float, size: float) -> Iterator[str]:
    """The marks over and under the letters of a run, as shapes.

    Readers measure a letter by the first and last glyph that stand for it; a mark among those
    would make them see a space that nobody typed.
    """
    if all(len(cluster.glyphs) == 1 for cluster in run.clusters):
        return
    for cluster, at in _spread(run, x, size):
        if _carries_marks(cluster):
            for mark in _placed(run, cluster.glyphs, at, y, size, marks_only=True):
                line = _THICKER * size / mark.scale
                paint = f"{line:.2f} w {mark.outline} B" if run.thickened else f"{mark.outline} f"
                yield f"q {mark.matrix} {paint} Q"


def _spread(run: Run, x: float, size: float) -> Iterator[tuple[Cluster, float]]:
    for cluster in run.clusters:
        yield cluster, x
        x += cluster.advance * size


def _letters(cluster: Cluster) -> Sequence[Glyph]:
    """The glyphs that are shown as letters, and not as shapes."""
    carries_marks = _carries_marks(cluster)
    return [glyph for glyph in cluster.glyphs if glyph.advance or not carries_marks]


def _carries_marks(cluster: Cluster) -> bool:
    return len(cluster.glyphs) > 1 and sum(glyph.advance != 0 for glyph in cluster.glyphs) == 1


def _placed(
    run: Run,
    glyphs: Iterable[Glyph],
    x: float,
    y: float,
    size: float,
    *,
    marks_only: bool = False,
) -> Iterator[Placed]:
    face = run.face
    scale = size * face.scale / face.upem
    slant = scale * _SLANT if run.slanted else 0.0
    for gid, advance, dx, dy in glyphs:
        shapes = [gid, *(layer for layer, _tint in face.layers(gid))]
        left, base = x + dx * size, y - dy * size
        matrix = f"{scale:.6f} 0 {slant:.6g} {-scale:.6f} {left:.3f} {base:.3f} cm"
        for outline in () if marks_only and advance else map(face.outline, shapes):
            if outline:
                yield Placed(outline, matrix, scale)
        x += advance * size


def _show_run(run: Run, x: float, y: float, size: float, font: EmbeddedFont) -> Iterator[str]:
    slant = _SLANT if run.slanted else 0
    yield f"/{font.name} {size * run.face.scale:g} Tf 1 0 {slant:g} -1 {x:.3f} {y:.3f} Tm"
    if run.thickened:
        yield f"2 Tr 1 j {_THICKER * size:.3f} w"
    pending: list[str] = []
    rise = 0.0
    for cluster in run.clusters:
        told, codes_of_it = _shown(cluster, font, run)
        if not told:
            yield from _flushed(pending)
            yield f"/Span <</ActualText <FEFF{utf16(cluster.text)}>>> BDC"
        for raised, codes in codes_of_it:
            if raised != rise:
                yield from _flushed(pending)
                rise = raised
                yield f"{rise * size:g} Ts"
            if codes:
                pending.append(codes)
        if not told:
            yield from _flushed(pending)
            yield "EMC"
    yield from _flushed(pending)
    if rise:
        yield "0 Ts"
    if run.thickened:
        yield "0 Tr"


def _shown(
    cluster: Cluster, font: EmbeddedFont, run: Run
) -> tuple[bool, tuple[tuple[float, str], ...]]:
    """Whether the glyphs of a cluster tell its text, and their codes; found out once."""
    key = cluster, run.level % 2
    known = font.known.get(key)
    if known is None:
        told = len(_letters(cluster)) == 1 or not cluster.text
        known = font.known[key] = told, tuple(_codes(cluster, font, run))
    return known


def _codes(cluster: Cluster, font: EmbeddedFont, run: Run) -> Iterator[tuple[float, str]]:
    """Each glyph as a part of a TJ array, with how far it is raised, in ems."""
    scale, text = run.face.scale, cluster.text
    if run.level % 2 and any(map(unicodedata.combining, text)):
        # Readers turn round what runs from right to left, marks and letters alike.
        text = text[::-1]
    letters = _letters(cluster)
    telling = max(letters, key=lambda glyph: glyph.advance, default=None)
    pen = at = 0.0
    for glyph in cluster.glyphs:
        gid, advance, dx, dy = glyph
        if glyph in letters:
            code = font.code(gid, text) if glyph is telling else font.code(gid)
            yield dy, f"{_back(at - pen - dx, scale)}<{code:04X}>"
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


def _show_drawn(run: Run | Code, x: float, y: float, size: float, font: DrawnFont) -> Iterator[str]:
    for operators, at in font.shown(run):
        yield operators.format(size=size, spot=f"1 0 0 -1 {x + at * size:.3f} {y:.3f}")
