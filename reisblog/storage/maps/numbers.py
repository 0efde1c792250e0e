"""Numbers in an SVG's attributes, and transforms made of them."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from fontTools.misc.transform import Identity, Transform

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBERS = re.compile(NUMBER)
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(?:px)?\s*")
_LIST = re.compile(rf"[\s,]*+(?:{NUMBER}[\s,]*+)*+")
_FUNCTION = re.compile(r"[\s,]*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*")
_TAKES = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}
"""How many numbers each function takes."""
_LARGEST = 1e7
LONGEST = 2_000
"""So many letters are enough for any transform."""


def length(text: str) -> float:
    """A number of user units, also written as pixels.

    Raises:
        ValueError: it is none, or a very large one.
    """
    found = _LENGTH.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise ValueError("not a length")
    return _bounded(float(found[1]))


def several(text: str, *, longest: int = LONGEST) -> list[float]:
    """Numbers with blanks and commas between.

    Raises:
        ValueError: there is something else, a very large number, or more text than ``longest``.
    """
    if len(text) > longest or not _LIST.fullmatch(text):
        raise ValueError("not numbers")
    return [_bounded(float(number)) for number in _NUMBERS.findall(text)]


@lru_cache(maxsize=1024)
def transform(text: str) -> Transform:
    """The matrix that a transform attribute stands for.

    Raises:
        ValueError: it cannot be read, is endless, or moves things out of all bounds.
    """
    if len(text) > LONGEST:
        raise ValueError("an endless transform")
    matrix, at = Identity, 0
    text = text.rstrip()
    while at < len(text):
        found = _FUNCTION.match(text, at)
        if found is None:
            raise ValueError("not a transform")
        matrix = matrix.transform(_step(found[1], several(found[2])))
        at = found.end()
    return matrix


def _step(name: str, given: list[float]) -> Transform:
    if len(given) not in _TAKES[name]:
        raise ValueError("a transform with too many or too few numbers")
    if name.startswith("skew"):
        angles = [math.radians(given[0]), 0.0]
        return Identity.skew(*(angles if name == "skewX" else reversed(angles)))
    if name == "rotate":
        x, y = given[1:] or (0.0, 0.0)
        return Identity.translate(x, y).rotate(math.radians(given[0])).translate(-x, -y)
    if name == "matrix":
        return Transform(*given)
    return Identity.scale(*given) if name == "scale" else Identity.translate(*given)


def _bounded(number: float) -> float:
    if not abs(number) <= _LARGEST:
        raise ValueError("a number out of all bounds")
    return number
