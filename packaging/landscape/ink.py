"""The sheet that becomes an SVG, and the pen that draws on it by hand.

The subset is the one window and paper draw alike: groups and paths with flat fills and strokes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from random import Random

from landscape.curves import Point, Trace, hatch_lines, ring, scalloped, shifted, smooth, wobbly
from landscape.palette import LIGHTER, LINE

FINE, MIDDLE, BOLD = 2.5, 4.0, 6.0
OFF_THE_LINE: Point = (3.0, 2.0)
A_LITTLE_OFF: Point = (1.5, 1.0)
ON_THE_LINE: Point = (0.0, 0.0)


def weight(width: float) -> float:
    """The nearest of the map's line weights."""
    return min((FINE, MIDDLE, BOLD), key=lambda known: abs(known - width))


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def written(traces: Iterable[Trace]) -> str:
    """Traces as the data of one path."""
    return "".join(
        name + " ".join(f"{number(x)} {number(y)}" for x, y in points)
        for trace in traces
        for name, points in trace
    )


class Sheet:
    """The document being written, from the bottom layer up."""

    def __init__(self, view_box: str = "0 0 2400 1600") -> None:
        self._view_box = view_box
        self._rows: list[str] = []
        self._depth = 1

    @contextmanager
    def group(self, name: str, extra: str = "") -> Iterator[None]:
        """A named layer or group."""
        self._rows.append(" " * self._depth + f'<g id="{name}"{extra}>')
        self._depth += 1
        yield
        self._depth -= 1
        self._rows.append(" " * self._depth + "</g>")

    def add(self, element: str) -> None:
        """One shape, as it is to be written."""
        self._rows.append(" " * self._depth + element)

    def document(self, comment: str) -> str:
        """The whole file."""
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{self._view_box}">',
            f"<!-- {comment} -->",
        )
        return "\n".join([*head, *self._rows, "</svg>", ""])


class Pen:
    """Draws on a sheet from an origin, with its own steady hand (seeded by name)."""

    def __init__(self, sheet: Sheet, name: str, origin: Point = (0.0, 0.0)) -> None:
        self.sheet = sheet
        self.rng = Random(name)
        self.origin = origin

    def fill(
        self, traces: Sequence[Trace], colour: str, *, even_odd: bool = False, strength: float = 1.0
    ) -> None:
        """Flat ink within closed traces."""
        extra = ' fill-rule="evenodd"' if even_odd else ""
        extra += f' fill-opacity="{strength:.2f}"' if strength < 1 else ""
        self.sheet.add(f'<path d="{self._data(traces)}" fill="{colour}"{extra}/>')

    def stroke(
        self,
        traces: Sequence[Trace],
        *,
        width: float = FINE,
        colour: str = LINE,
        strength: float = 1.0,
        dash: str = "",
    ) -> None:
        """Lines along traces, all in one path."""
        if not traces:
            return
        width = weight(width) if colour == LINE else width
        extra = f' stroke-opacity="{strength:.2f}"' if strength < 1 else ""
        extra += f' stroke-dasharray="{dash}"' if dash else ""
        self.sheet.add(
            f'<path d="{self._data(traces)}" fill="none"'
            f' stroke="{colour}" stroke-width="{number(width)}" stroke-linecap="round"'
            f' stroke-linejoin="round"{extra}/>'
        )

    def print(
        self,
        traces: Sequence[Trace],
        colour: str,
        *,
        line: float = FINE,
        off: Point = OFF_THE_LINE,
        under: str | None = None,
    ) -> None:
        """A thing with an outline: light ink inside it, its colour slightly off, then the line.

        What is too small to be off (`off` at zero) is printed in one go.
        """
        if off == ON_THE_LINE and line:
            self.sheet.add(
                f'<path d="{self._data(traces)}" fill="{colour}"'
                f' stroke="{LINE}" stroke-width="{number(weight(line))}" stroke-linecap="round"'
                ' stroke-linejoin="round"/>'
            )
            return
        self.fill(traces, under or LIGHTER.get(colour, colour))
        self.fill([shifted(trace, off) for trace in traces], colour)
        if line:
            self.stroke(traces, width=line)

    def shape(
        self,
        points: Sequence[Point],
        colour: str,
        *,
        line: float = FINE,
        off: Point = OFF_THE_LINE,
        under: str | None = None,
    ) -> None:
        """A printed polygon with straight, hand-drawn edges."""
        self.print([wobbly(points, self.rng, closed=True)], colour, line=line, off=off, under=under)

    def blob(
        self,
        points: Sequence[Point],
        colour: str,
        *,
        line: float = FINE,
        off: Point = OFF_THE_LINE,
        under: str | None = None,
    ) -> None:
        """A printed shape with a flowing edge."""
        self.print([smooth(points, closed=True)], colour, line=line, off=off, under=under)

    def bush(
        self,
        points: Sequence[Point],
        colour: str,
        *,
        line: float = FINE,
        off: Point = OFF_THE_LINE,
        bulge: float = 0.45,
    ) -> None:
        """A printed shape with a scalloped edge: crowns, clouds, hedges."""
        self.print([scalloped(points, bulge=bulge)], colour, line=line, off=off)

    def round(
        self,
        centre: Point,
        across: float,
        down: float,
        colour: str,
        *,
        line: float = FINE,
        off: Point = A_LITTLE_OFF,
    ) -> None:
        """A printed ellipse."""
        self.blob(ring(centre, across, down, 8, self.rng, 0.02), colour, line=line, off=off)

    def flat(
        self, points: Sequence[Point], colour: str, *, curved: bool = False, strength: float = 1.0
    ) -> None:
        """A patch of ink without an outline."""
        trace = smooth(points, closed=True) if curved else wobbly(points, self.rng, closed=True)
        self.fill([trace], colour, strength=strength)

    def fill_and_shade(
        self, body: Sequence[Point], shaded: Sequence[Point], colour: str, shade: str
    ) -> None:
        """A small thing with one shaded part inside one outline."""
        trace = wobbly(body, self.rng, closed=True)
        self.fill([trace], LIGHTER.get(colour, colour))
        self.fill([shifted(trace, A_LITTLE_OFF)], colour)
        self.flat(shaded, shade)
        self.stroke([trace])

    def line(
        self,
        *lines: Sequence[Point],
        width: float = FINE,
        colour: str = LINE,
        curved: bool = False,
        strength: float = 1.0,
        dash: str = "",
    ) -> None:
        """Hand-drawn lines of one kind."""
        traces = [smooth(points) if curved else wobbly(points, self.rng) for points in lines]
        self.stroke(traces, width=width, colour=colour, strength=strength, dash=dash)

    def ticks(
        self,
        lines: Iterable[Sequence[Point]],
        *,
        width: float = FINE,
        colour: str = LINE,
        strength: float = 1.0,
    ) -> None:
        """Many short straight strokes in one path: texture."""
        traces: list[Trace] = [
            [("M", (points[0],)), *(("L", (point,)) for point in points[1:])] for points in lines
        ]
        self.stroke(traces, width=width, colour=colour, strength=strength)

    def dots(
        self,
        points: Iterable[Point],
        *,
        width: float = MIDDLE,
        colour: str = LINE,
        strength: float = 1.0,
    ) -> None:
        """Round dots in one path."""
        self.ticks(
            [[(x, y), (x + 0.1, y)] for x, y in points],
            width=width,
            colour=colour,
            strength=strength,
        )

    def hatch(
        self,
        points: Sequence[Point],
        *,
        angle: float = 62.0,
        gap: float = 7.0,
        width: float = FINE,
        colour: str = LINE,
        strength: float = 0.55,
        ragged: float = 4.0,
    ) -> None:
        """Shade a polygon with parallel strokes."""
        strokes = hatch_lines(points, self.rng, angle=angle, gap=gap, ragged=ragged)
        self.ticks(strokes, width=width, colour=colour, strength=strength)

    def _data(self, traces: Sequence[Trace]) -> str:
        if self.origin == (0.0, 0.0):
            return written(traces)
        return written([shifted(trace, self.origin) for trace in traces])
