"""Set lines as PDF operators, with the typed text kept findable behind the glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reisblog.story.drawn_fonts import DrawnFont
from reisblog.story.embedding import EmbeddedFont, utf16
from reisblog.story.fonts import Cluster, Face, Glyph
from reisblog.story.runs import Code, Run
from reisblog.story.typesetting import Line

FontOf = Callable[[Face | None], EmbeddedFont | DrawnFont]

_INVISIBLE = 0.05


def show_line(line: Line, x: float, y: float, size: float, font_of: FontOf) -> Iterator[str]:
    """The operators that show a line, on a page whose y runs down.

    Args:
        line: what to show.
        x: of its left end, in points.
        y: of its baseline, in points.
        size: of the type, in points.
        font_of: the document's font for a face, or for boxed codes without one.
    """
    marks: list[Placed] = []
    runs = line.runs
    if line.rtl:
        x -= sum(space.width for space in line.space) * size
        runs = (*line.space, *runs)
    else:
        runs = (*runs, *line.space)
    yield "BT"
    for run in runs:
        font = font_of(run.face if isinstance(run, Run) else None)
        if isinstance(font, DrawnFont):
            yield from _show_drawn(run, x, y, size, font)
        elif isinstance(run, Run):
            yield from _show_run(run, x, y, size, font)
            marks += _marks(run, x, y, size)
        x += run.width * size
    yield "ET"
    yield from (f"q {mark.matrix} {mark.outline} f Q" for mark in marks)


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
    if all(len(cluster.glyphs) == 1 for cluster in run.clusters):
        return
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
        shapes = [gid, *(layer for layer, _tint in face_of_it.layers(gid))]
        left, base = x + dx * size, y - dy * size
        for outline in () if marks_only and advance else map(face_of_it.outline, shapes):
            if outline:
                yield Placed(
                    outline, f"{scale:.6f} 0 0 {-scale:.6f} {left:.3f} {base:.3f} cm", scale
                )
        x += advance * size


def _show_run(run: Run, x: float, y: float, size: float, font: EmbeddedFont) -> Iterator[str]:
    yield f"/{font.name} {size * run.face.scale:g} Tf 1 0 0 -1 {x:.3f} {y:.3f} Tm"
    pending: list[str] = []
    rise = 0.0
    for cluster in run.clusters:
        known = font.known.get(cluster)
        if known is None:
            told = font.tells(cluster) or not cluster.text
            codes_of_it = tuple(_codes(cluster, font, run.face.scale))
            known = font.known[cluster] = (told, codes_of_it)
        told, codes_of_it = known
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


def _show_drawn(run: Run | Code, x: float, y: float, size: float, font: DrawnFont) -> Iterator[str]:
    for operators, at in font.shown(run):
        yield operators.format(size=size, spot=f"1 0 0 -1 {x + at * size:.3f} {y:.3f}")
