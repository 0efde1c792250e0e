"""A map's shapes as the content of a PDF form.

Only what changes from one shape to the next is said, so it is small. The first shape says all:
a form begins with whatever its page had last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reisblog.storage.maps.art import Shape
    from reisblog.storage.maps.paint import Paint

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_PATH = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def content_of(shapes: Iterable[Shape], height: float) -> tuple[bytes, dict[str, dict[str, float]]]:
    """The content stream in map units with y up, and the alpha states it names.

    It fits a form XObject with `/BBox [0 0 WIDTH HEIGHT]`, no matrix, and the states as its
    `/ExtGState` resources. ISO 32000-1, 8.5 and 8.4.5.
    """
    writer = _Writer()
    writer.lines += ["q", f"1 0 0 -1 0 {number(height)} cm"]
    for shape in shapes:
        writer.draw(shape)
    writer.lines.append("Q")
    content = "\n".join(writer.lines).encode("ascii") + b"\n"
    states = {name: {"CA": alpha, "ca": alpha} for alpha, name in writer.alphas.items()}
    return content, states


def number(value: float, decimals: int = 2) -> str:
    """A number as short as it goes."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def width(value: float, decimals: int) -> str:
    """A stroke's width: never 0, which to PDF and Qt is a line of a pixel at any size."""
    return number(max(value, 10.0**-decimals), decimals)


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.alphas: dict[float, str] = {}
        self._in_force: dict[str, str] = {}

    def draw(self, shape: Shape) -> None:
        paint = shape.paint
        self._say("gs", f"/{self._state(paint.opacity)} gs")
        if paint.fill:
            self._say("rg", f"{_colour(paint.fill)} rg")
        if paint.stroke:
            self._say_stroke(paint, shape.decimals)
        path = written(shape, lambda operator, given: " ".join([*given, _PATH[operator]]), " ")
        if shape.matrix is None:
            self.lines += [path, _painting(paint)]
        else:
            matrix = " ".join(number(part, 6) for part in shape.matrix)
            self.lines += ["q", f"{matrix} cm", path, _painting(paint), "Q"]

    def _say_stroke(self, paint: Paint, decimals: int) -> None:
        self._say("RG", f"{_colour(paint.stroke or '')} RG")
        self._say("w", f"{width(paint.width, decimals)} w")
        self._say("J", f"{_CAPS[paint.cap]} J")
        self._say("j", f"{_JOINS[paint.join]} j")
        if paint.join == "miter":
            self._say("M", f"{number(paint.miter_limit)} M")
        dash = " ".join(number(length, decimals) for length in paint.dash)
        self._say("d", f"[{dash}] {number(paint.offset, decimals)} d")

    def _say(self, operator: str, line: str) -> None:
        if self._in_force.get(operator) != line:
            self._in_force[operator] = line
            self.lines.append(line)

    def _state(self, alpha: float) -> str:
        return self.alphas.setdefault(alpha, f"a{len(self.alphas)}")


def written(shape: Shape, spelled: Callable[[str, list[str]], str], between: str) -> str:
    """A shape's path, each segment spelled by a grammar."""
    decimals = shape.decimals
    return between.join(
        spelled(operator, [number(value, decimals) for value in given])
        for operator, given in shape.path
    )


def _painting(paint: Paint) -> str:
    star = "*" if paint.even_odd and paint.fill else ""
    if paint.fill and paint.stroke:
        return f"B{star}"
    return f"f{star}" if paint.fill else "S"


def _colour(colour: str) -> str:
    return " ".join(number(int(colour[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))
