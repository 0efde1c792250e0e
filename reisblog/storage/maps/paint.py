"""How a shape is painted: what its attributes, its style and the groups around it say together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import msgspec

from reisblog.storage.maps import numbers
from reisblog.storage.maps.faults import printable
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

UNSAID = {
    "fill": "#000000",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "visibility": "visible",
    "paint-order": "normal",
}
"""What groups hand on to what is in them, and what holds when nobody says anything."""
IMPOSSIBLE = {
    "clip-path",
    "mask",
    "filter",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
    "mix-blend-mode",
    "vector-effect",
    "transform-origin",
}
"""What window and paper would show differently, unless it says one of these:"""
NOTHING = {"", "none", "normal", "auto", "initial", "unset"}
STYLE_TRANSFORM = "style transform"
"""A transform that stands in a style; QtSvg and other programs know it as an attribute only."""
_OF_ONE_ELEMENT = ("display", "opacity")
_SAID = {*UNSAID, *IMPOSSIBLE, *_OF_ONE_ELEMENT}
_PLAIN = re.compile(r"none|#[0-9A-Fa-f]{6}")
_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")
_RULES = ("nonzero", "evenodd")
_MOST_DASHES = 32
_Value = TypeVar("_Value")


class Paint(msgspec.Struct, frozen=True, kw_only=True):
    """A flat fill, a stroke, or both, and both only where neither is see-through.

    Attributes:
        fill: ``#rrggbb``, or none.
        stroke: the same.
        opacity: of whichever of the two there is.
        even_odd: the fill rule; else nonzero.
        width: of the stroke, in user units, as the rest below.
        cap: ``"butt"``, ``"round"`` or ``"square"``.
        join: ``"miter"``, ``"round"`` or ``"bevel"``.
        dash: lengths of line and gap, an even number of them; none for a whole line.
        offset: how far into the dashes the line begins.
    """

    fill: str | None = None
    stroke: str | None = None
    opacity: float = 1.0
    even_odd: bool = False
    width: float = 1.0
    cap: str = "butt"
    join: str = "miter"
    miter_limit: float = 4.0
    dash: tuple[float, ...] = ()
    offset: float = 0.0

    def scaled(self, factor: float) -> Paint:
        """This paint where a user unit is so many times as long."""
        return msgspec.structs.replace(
            self,
            width=self.width * factor,
            dash=tuple(length * factor for length in self.dash),
            offset=self.offset * factor,
        )


class UnreadableError(Exception):
    """A property that cannot be had; it tells of it in a sentence for the map-maker."""


def said_by(element: Element) -> dict[str, str]:
    """What one element says of its look; its style goes before its attributes."""
    said = {key: value.strip() for key, value in element.attrib.items() if key in _SAID}
    for declaration in element.get("style", "").split(";"):
        key, _colon, value = declaration.partition(":")
        key = key.strip().lower()
        key = STYLE_TRANSFORM if key == "transform" else key
        if key in _SAID or key == STYLE_TRANSFORM:
            said[key] = value.replace("!important", "").strip()
    return {key: value for key, value in said.items() if value != "inherit"}


def is_plain(said: Mapping[str, str]) -> bool:
    """Whether all of it may stand in a map that is shown as it is."""
    colours = (said.get("fill", "none"), said.get("stroke", "none"))
    other = {"opacity", "visibility", "paint-order", *IMPOSSIBLE} & {*said}
    return not other and all(_PLAIN.fullmatch(colour) for colour in colours)


@lru_cache(maxsize=1024)
def paints(values: tuple[str, ...], opacity: float) -> tuple[Paint, ...]:
    """The paints a shape gets, one over the other; none if it cannot be seen.

    A shape of which fill or stroke is see-through is painted in two goes: where both lie over one
    another, programs that do both at once differ.

    Args:
        values: of every property of ``UNSAID``, in that order.
        opacity: of the shape as a whole.

    Raises:
        UnreadableError: something in it cannot be read, or cannot be had.
    """
    said = dict(zip(UNSAID, values, strict=True))
    fill, stroke = _colour(said, "fill"), _colour(said, "stroke")
    fill_opacity, stroke_opacity = (
        opacity_of(said, "fill-opacity"),
        opacity_of(said, "stroke-opacity"),
    )
    width = _read(said, "stroke-width", numbers.length)
    if width < 0:
        raise _unreadable("stroke-width", said["stroke-width"])
    if said["visibility"] != "visible" or not opacity:
        return ()
    fill = fill if fill_opacity else None
    stroke = stroke if stroke_opacity and width else None
    if fill and stroke and opacity < 1:
        raise UnreadableError(
            _("Its opacity is that of fill and stroke together; give each an opacity of its own.")
        )
    even_odd = _one_of(said, "fill-rule", _RULES) == "evenodd"
    filled = Paint(fill=fill, even_odd=even_odd, opacity=round(opacity * fill_opacity, 4))
    if stroke is None:
        return (filled,) if fill else ()
    dash = _read(said, "stroke-dasharray", _dash)
    stroked = Paint(
        stroke=stroke,
        opacity=round(opacity * stroke_opacity, 4),
        width=width,
        cap=_one_of(said, "stroke-linecap", _CAPS),
        join=_one_of(said, "stroke-linejoin", _JOINS),
        miter_limit=max(1.0, _read(said, "stroke-miterlimit", numbers.length)),
        dash=dash,
        offset=_read(said, "stroke-dashoffset", numbers.length) if dash else 0.0,
    )
    if fill is None:
        return (stroked,)
    if _stroke_first(said["paint-order"]):
        return stroked, filled
    if filled.opacity < 1 or stroked.opacity < 1:
        return filled, stroked
    return (msgspec.structs.replace(stroked, fill=fill, even_odd=even_odd),)


def opacity_of(said: Mapping[str, str], key: str) -> float:
    """A part from 0 to 1; 1 when it is not said.

    Raises:
        UnreadableError: it is no such number.
    """
    return _read(said, key, _part) if key in said else 1.0


def _part(text: str) -> float:
    part = numbers.length(text[:-1]) / 100 if text.endswith("%") else numbers.length(text)
    return min(max(part, 0.0), 1.0)


def _read(said: Mapping[str, str], key: str, reader: Callable[[str], _Value]) -> _Value:
    try:
        return reader(said[key])
    except ValueError as error:
        raise _unreadable(key, said[key]) from error


def _one_of(said: Mapping[str, str], key: str, known: tuple[str, ...]) -> str:
    if said[key] not in known:
        raise _unreadable(key, said[key])
    return said[key]


def _unreadable(key: str, value: str) -> UnreadableError:
    told = _("“{property}” has a value that cannot be used: {value}.")
    return UnreadableError(told.format(property=key, value=printable(value)))


def _colour(said: Mapping[str, str], key: str) -> str | None:
    if "url(" in said[key]:
        raise UnreadableError(_("It has a gradient or a pattern; give it one flat colour."))
    try:
        return flat_colour(said[key])
    except ValueError as error:
        told = _("The colour “{colour}” is not known here; write it as #rrggbb.")
        raise UnreadableError(told.format(colour=printable(said[key]))) from error


@lru_cache(maxsize=1024)
def flat_colour(text: str) -> str | None:
    """``#rrggbb`` for a colour however it is written; nothing for none.

    Raises:
        ValueError: it is no colour, or one that is see-through.
    """
    if text in {"none", "transparent"}:
        return None
    if _PLAIN.fullmatch(text):
        return text.lower()
    from PIL import ImageColor  # noqa: PLC0415 - our own map has plain colours alone

    found = ImageColor.getrgb(text)
    if len(found) > 3:
        raise ValueError("a colour with an opacity of its own")
    return "#" + "".join(f"{min(max(part, 0), 255):02x}" for part in found)


@lru_cache(maxsize=1024)
def _dash(text: str) -> tuple[float, ...]:
    if text == "none":
        return ()
    lengths = numbers.several(text.replace("px", " ")) if len(text) < 1_000 else []
    if not 0 < len(lengths) <= _MOST_DASHES or min(lengths) < 0:
        raise ValueError("no lengths of dashes")
    if not sum(lengths):
        return ()
    return tuple(lengths if len(lengths) % 2 == 0 else lengths * 2)


def _stroke_first(order: str) -> bool:
    said = order.split()
    if "stroke" not in said:
        return False
    return "fill" not in said or said.index("stroke") < said.index("fill")
