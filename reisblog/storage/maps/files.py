"""What is made from a map once: its drawing for the window, the one for paper, and its Atlas."""

from __future__ import annotations

import json
import zlib
from functools import partial
from html import escape
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from reisblog.storage.durable import make_folder, write_whole
from reisblog.storage.maps.coarse import coarse_picture
from reisblog.storage.maps.operators import content_of, number, width, written

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.model.atlas import Atlas, Place
    from reisblog.storage.maps.art import Shape
    from reisblog.storage.maps.reading import MapDrawing

DRAWING, OPERATORS, DESCRIPTION = "map.svg", "map.ops", "map.ops.json"
COARSE, ATLAS = "map.png", "atlas.json"
_SPOT = "6"
"""The radius of a label's and a pin's circle, which says nothing; only its middle counts."""


def write_map(drawing: MapDrawing, folder: Path) -> None:
    """Write all that the program needs of a map, each file whole or not at all.

    The Atlas comes last: where it is, the others are.

    Raises:
        SaveError: there is no room, or nothing may be written there.
    """
    make_folder(folder)
    files = {DRAWING: svg_of(drawing), **prepared_files(drawing)}
    for name, content in files.items():
        write_whole(folder / name, partial(_write, content), replace=True)


def _write(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def prepared_files(drawing: MapDrawing) -> dict[str, bytes]:
    """The drawing for paper with its description, a coarse picture, and the Atlas, by file name."""
    atlas = drawing.atlas
    content, states = content_of(drawing.shapes, atlas.height)
    facts = {
        "sha256": atlas.map.sha256,
        "width": atlas.width,
        "height": atlas.height,
        "ext_gstate": states,
    }
    return {
        OPERATORS: zlib.compress(content, level=9),
        DESCRIPTION: (json.dumps(facts, indent=1, sort_keys=True) + "\n").encode(),
        COARSE: coarse_picture(content, states, atlas.width, atlas.height),
        ATLAS: msgspec.json.encode(atlas),
    }


def svg_of(drawing: MapDrawing) -> bytes:
    """The map as plain paths, and its geometry in a group that is not shown."""
    atlas = drawing.atlas
    sheet = f"0 0 {number(atlas.width)} {number(atlas.height)}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{sheet}">',
        *map(_path, drawing.shapes),
        *_geometry(atlas),
        "</svg>",
        "",
    ]
    return "\n".join(lines).encode()


def _path(shape: Shape) -> str:
    paint, decimals = shape.paint, shape.decimals
    said = {"d": written(shape, lambda operator, given: operator + " ".join(given), "")}
    if shape.matrix is not None:
        said["transform"] = f"matrix({' '.join(number(part, 6) for part in shape.matrix)})"
    said["fill"] = paint.fill or "none"
    if paint.even_odd:
        said["fill-rule"] = "evenodd"
    if paint.stroke:
        said |= {
            "stroke": paint.stroke,
            "stroke-width": width(paint.width, decimals),
            "stroke-linecap": paint.cap,
            "stroke-linejoin": paint.join,
        }
        if paint.join == "miter":
            said["stroke-miterlimit"] = number(paint.miter_limit)
        if paint.dash:
            said["stroke-dasharray"] = " ".join(number(part, decimals) for part in paint.dash)
            said["stroke-dashoffset"] = number(paint.offset, decimals)
    if paint.opacity < 1:
        said["fill-opacity" if paint.fill else "stroke-opacity"] = number(paint.opacity, 4)
    return f"<path{_attributes(said)}/>"


def _geometry(atlas: Atlas) -> list[str]:
    parts = (line for place in atlas.places.values() for line in _place(place))
    return ['<g id="geometry" display="none">', *parts, "</g>"]


def _place(place: Place) -> list[str]:
    corners = " ".join(f"{number(point.x)},{number(point.y)}" for point in place.area.points)
    lines = [f"<polygon{_attributes({'id': f'{place.id}.area', 'points': corners})}/>"]
    for part, point in (("label", place.label), ("pin", place.pin)):
        middle = {"cx": number(point.x), "cy": number(point.y), "r": _SPOT}
        lines.append(f"<circle{_attributes({'id': f'{place.id}.{part}', **middle})}/>")
    sides = {key: number(side) for key, side in msgspec.structs.asdict(place.rest).items()}
    return [*lines, f"<rect{_attributes({'id': f'{place.id}.rest', **sides})}/>"]


def _attributes(said: dict[str, str]) -> str:
    return "".join(f' {key}="{escape(value)}"' for key, value in said.items())
