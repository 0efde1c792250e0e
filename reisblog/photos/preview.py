"""The small picture of a map with what lies on it, drawn in the worker process.

It is drawn a few times larger and then made small, which smooths every edge.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from reisblog import look
from reisblog.model import framing, veil
from reisblog.model.atlas import art_of
from reisblog.model.contact_cells import box_of
from reisblog.model.geometry import Point, Rect
from reisblog.model.records import Pen, Segment, Trail
from reisblog.photos import intake, renditions
from reisblog.photos.exchange import DrawPreview, Laid, Refusal, Slip
from reisblog.photos.formats import Form
from reisblog.photos.framed import cropped, hidden

SIDE: Final = 256
"""Long side, in pixels."""
_FINER: Final = 3
_MOST_PRINTS: Final = 1_000
"""Of more the lowest are not drawn; they are hidden by then."""
_STEP_UNITS: Final = 14.0
_MOST_STEPS: Final = 24
_PEN_PX: Final = {Pen.MINE: 2.0, Pen.PASSED_BY: 1.8, Pen.DREAMT: 2.0, Pen.DOODLE: 1.2}
_HALO_PX: Final = 1.2
_DASH_UNITS, _DASH_AND_GAP_UNITS = 50.0, 90.0
_DOT_UNITS: Final = 42.0
_PIN_PX: Final = 2.6
_SIGN_PX: Final = 3.0
_LINE_PX: Final = 4.0
"""From line to line of a note."""
_SHADOW: Final = 70


def drawn(what: DrawPreview, contact_sheet: bytes) -> bytes:
    """A PNG file.

    Raises:
        Refusal: the picture of the map cannot be read.
    """
    scale = SIDE * _FINER / max(what.width, what.height)
    size = max(1, round(what.width * scale)), max(1, round(what.height * scale))
    picture = _map(what.map_picture, size).copy()
    _lay_mist(picture, what)
    draw = ImageDraw.Draw(picture)
    for sign in what.signs:
        _draw_house(draw, sign.scaled(scale))
    for trail in what.trails:
        _draw_trail(draw, trail, scale)
    for pin in what.pins:
        _draw_pin(draw, pin.scaled(scale))
    for slip in what.slips:
        _draw_slip(draw, slip, scale)
    _lay_prints(picture, what, contact_sheet, scale)
    small = renditions.fitting(size, SIDE)
    return renditions.png(picture.resize(small, Image.Resampling.LANCZOS))


@lru_cache(maxsize=2)
def _map(path: bytes, size: tuple[int, int]) -> Image.Image:
    """The blank map; the same one at nearly every saving."""
    content = intake.read(Path(os.fsdecode(path)))
    picture = renditions.decoded(content, intake.picture_form(content))
    return renditions.on_white(picture).resize(size, Image.Resampling.BICUBIC)


def _lay_mist(picture: Image.Image, what: DrawPreview) -> None:
    if not what.mist:
        return
    sheet = Rect(0, 0, what.width, what.height)
    covers = Image.frombytes("L", veil.size(sheet), b"".join(veil.veil(what.mist, sheet)))
    fine = picture.width / what.width
    art = art_of(sheet)
    left, top, right, bottom = (
        round(edge * fine) for edge in (art.x, art.y, art.right, art.bottom)
    )
    inside = Image.new("L", picture.size)
    inside.paste(covers.resize(picture.size).crop((left, top, right, bottom)), (left, top))
    picture.paste(look.MIST, mask=inside)


def _draw_pin(draw: ImageDraw.ImageDraw, at: Point) -> None:
    radius = _PIN_PX * _FINER
    box = (at.x - radius, at.y - radius, at.x + radius, at.y + radius)
    draw.ellipse(box, look.INK, look.PAPER, _FINER)


def _draw_house(draw: ImageDraw.ImageDraw, foot: Point) -> None:
    """What stands for any sign: at this size nobody could tell them apart."""
    px = _SIGN_PX * _FINER
    outline = [(-1, 0), (-1, -1.3), (-1.4, -1.3), (0, -2.6), (1.4, -1.3), (1, -1.3), (1, 0)]
    draw.polygon(
        [(foot.x + x * px, foot.y + y * px) for x, y in outline], look.PAPER, look.INK, _FINER
    )


def _draw_slip(draw: ImageDraw.ImageDraw, slip: Slip, scale: float) -> None:
    """A note, with a stroke for each line of it."""
    left, top = slip.at.x * scale, slip.at.y * scale
    right, bottom = left + slip.width * scale, top + slip.lines * _LINE_PX * _FINER
    draw.rectangle((left, top, right, bottom), slip.paper, look.PAPER_DEEP, 1)
    edge = _FINER * 2
    for line in range(slip.lines):
        middle = top + (line + 0.5) * _LINE_PX * _FINER
        ends = right - edge if line < slip.lines - 1 else left + (right - left) * 0.6
        draw.line((left + edge, middle, ends, middle), look.INK_SOFT, round(_FINER * 0.7))


def _draw_trail(draw: ImageDraw.ImageDraw, trail: Trail, scale: float) -> None:
    points = [point.scaled(scale) for point in _along(trail)]
    tint = look.TINTS.get(trail.tint, look.EMBER)
    width = _PEN_PX[trail.pen] * _FINER * trail.breadth
    for colour, wide in ((look.PAPER, width + 2 * _HALO_PX * _FINER), (tint, width)):
        if trail.pen is Pen.DREAMT or len(points) == 1:
            for dot in _every(points, _DOT_UNITS * scale):
                radius = wide / 2
                draw.ellipse(
                    (dot.x - radius, dot.y - radius, dot.x + radius, dot.y + radius), colour
                )
        else:
            dashes = [points]
            if trail.pen is Pen.PASSED_BY:
                dashes = list(_dashed(points, scale))
            for dash in dashes:
                draw.line([(at.x, at.y) for at in dash], colour, round(wide))


def _along(trail: Trail) -> Iterator[Point]:
    start = trail.start
    yield start
    for piece in trail.segments:
        yield from _piece(start, piece)
        start = piece.end


def _piece(start: Point, piece: Segment) -> Iterator[Point]:
    reach = start.distance(piece.c1) + piece.c1.distance(piece.c2) + piece.c2.distance(piece.end)
    steps = min(_MOST_STEPS, max(1, math.ceil(reach / _STEP_UNITS)))
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield start.scaled(a) + piece.c1.scaled(b) + piece.c2.scaled(c) + piece.end.scaled(d)


def _every(points: list[Point], gap: float) -> Iterator[Point]:
    """Points of a line about so far apart, its first one among them."""
    yield points[0]
    gone = 0.0
    for earlier, later in pairwise(points):
        gone += earlier.distance(later)
        if gone >= gap:
            gone = 0.0
            yield later


def _dashed(points: list[Point], scale: float) -> Iterator[list[Point]]:
    gone, dash = 0.0, points[:1]
    for earlier, later in pairwise(points):
        gone += earlier.distance(later) / scale
        if gone % _DASH_AND_GAP_UNITS < _DASH_UNITS:
            dash.append(later)
        else:
            if len(dash) > 1:
                yield dash
            dash = [later]
    if len(dash) > 1:
        yield dash


def _lay_prints(
    picture: Image.Image, what: DrawPreview, contact_sheet: bytes, scale: float
) -> None:
    sheet = None
    if contact_sheet:
        try:
            sheet = renditions.decoded(contact_sheet, Form.JPEG)
        except Refusal:  # whatever is on it, the map can be drawn without
            sheet = None
    for laid in what.prints[-_MOST_PRINTS:]:
        print_ = _print(laid, sheet, what, scale)
        at = laid.at.scaled(scale)
        corner = round(at.x - print_.width / 2), round(at.y - print_.height / 2)
        picture.paste(print_, corner, print_)


def _print(laid: Laid, sheet: Image.Image | None, what: DrawPreview, scale: float) -> Image.Image:
    """A photo with its white border and a little shadow, turned."""
    crop = laid.frame.crop or framing.WHOLE
    seen_size = laid.width * crop.width, laid.height * crop.height
    scale *= laid.size / max(seen_size)
    width, height = (max(1, round(side * scale)) for side in seen_size)
    border = max(_FINER, round(max(width, height) * 0.06))
    paper = (width + 2 * border, height + 2 * border)
    room = _FINER
    tile = Image.new("RGBA", (paper[0] + 2 * room, paper[1] + 2 * room))
    draw = ImageDraw.Draw(tile)
    draw.rectangle((room, room, room + paper[0], room + paper[1] + room), (42, 40, 51, _SHADOW))
    draw.rectangle((room, room, room + paper[0] - 1, room + paper[1] - 1), look.WHITE)
    shown = Image.new("RGB", (width, height), look.PAPER_DEEP)
    if sheet is not None and laid.cell is not None:
        box = box_of(laid.cell, what.columns, laid.width, laid.height)
        edges = (box.left, box.top, box.left + box.width, box.top + box.height)
        whole = hidden(sheet.crop(edges), laid.frame.blurs)
        seen = cropped(whole, laid.frame.crop)
        shown = seen.resize((width, height), Image.Resampling.BICUBIC)
    tile.paste(shown, (room + border, room + border))
    return tile.rotate(-laid.turn, Image.Resampling.BICUBIC, expand=True)
