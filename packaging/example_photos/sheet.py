"""A sheet to paint on: gouache-like fills with brush marks, light, shade, blur and grain.

Everything is a function of the calls made and of the sheet's own seed: the same script gives the
same picture.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias, cast

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageOps

from example_photos.outlines import Outline, Spot

LONG_SIDE = 1360
SHORT_SIDE = 1020
_FINER = 4
_TILE = 1600
_OUTSIDE = 60  # painted beyond the edges, so that no edge light appears along them
_STEP = 34.0

Colour = str
Shape: TypeAlias = Sequence[Spot] | Sequence[Sequence[Spot]]


class Sheet:
    """One picture being painted."""

    def __init__(self, *, upright: bool = False, seed: int, ground: Colour = "#222222") -> None:
        """Begin with one colour all over.

        Args:
            upright: 3:4 instead of 4:3.
            seed: for the hand's small irregularities.
            ground: the first colour.
        """
        size = (SHORT_SIDE, LONG_SIDE) if upright else (LONG_SIDE, SHORT_SIDE)
        self.image = Image.new("RGB", size, ground)
        self._hand = random.Random(seed)

    @property
    def width(self) -> int:
        """In pixels."""
        return self.image.width

    @property
    def height(self) -> int:
        """In pixels."""
        return self.image.height

    def chance(self, low: float, high: float) -> float:
        """A number between the two, from this sheet's own row of numbers."""
        return self._hand.uniform(low, high)

    def wash(self, *colours: Colour, brush: int = 0, texture: float = 0.05) -> None:
        """Cover the sheet with these colours from top to bottom."""
        column = Image.new("RGB", (1, len(colours)))
        for y, colour in enumerate(colours):
            column.putpixel((0, y), _rgb(colour))
        smooth = column.resize((1, self.height), Image.Resampling.BICUBIC).resize(self.image.size)
        self.image.paste(self._brushed(smooth, brush, texture))

    def fill(
        self,
        shape: Shape,
        colour: Colour,
        *,
        to: Colour | None = None,
        angle: float = 90.0,
        brush: int = 1,
        texture: float = 0.045,
        soft: float = 0.0,
        opacity: float = 1.0,
        light: float = 0.0,
        shade: float = 0.0,
        depth: float = 14.0,
        wobble: float = 1.1,
    ) -> None:
        """Paint a shape.

        Args:
            shape: one outline, or several that are painted as one.
            colour: where the gradient begins.
            to: where it ends; without it the colour is even.
            angle: the gradient's direction in degrees, 90 is downwards.
            brush: 0 lying, 1 slanting, 2 standing brush marks.
            texture: how strong they are.
            soft: pixels of blur at the edge.
            opacity: 1 covers.
            light: how much lighter the edge towards the light, upper left, is.
            shade: how much darker the edge away from it is.
            depth: how wide those edges are.
            wobble: how unsteady the hand is, in pixels.
        """
        found = self._mask(shape, soft=soft, wobble=wobble)
        if found is None:
            return
        mask, corner = found
        paint = _gradient(mask.size, colour, to or colour, angle)
        paint = self._brushed(paint, brush, texture)
        if light:
            edge = _edge(mask, -depth)
            paint = Image.composite(_lighter(paint), paint, edge.point(_times(light)))
        if shade:
            edge = _edge(mask, depth)
            paint = Image.composite(_darker(paint), paint, edge.point(_times(shade)))
        self.image.paste(paint, corner, mask.point(_times(opacity)) if opacity < 1 else mask)

    def shadow(
        self,
        shape: Shape,
        *,
        by: tuple[float, float] = (16, 20),
        soft: float = 16.0,
        strength: float = 0.45,
        colour: Colour = "#1a1420",
    ) -> None:
        """Darken what lies below a shape, a little aside."""
        outlines = [[(x + by[0], y + by[1]) for x, y in outline] for outline in _outlines(shape)]
        found = self._mask(outlines, soft=soft, wobble=0)
        if found is None:
            return
        mask, corner = found
        under = self.image.crop((*corner, corner[0] + mask.width, corner[1] + mask.height))
        dark = ImageChops.multiply(under, Image.new("RGB", mask.size, colour))
        self.image.paste(dark, corner, mask.point(_times(strength)))

    def glow(
        self,
        x: float,
        y: float,
        radius: float,
        colour: Colour,
        *,
        strength: float = 0.6,
        flat: float = 1.0,
    ) -> None:
        """Let a light shine; ``flat`` squeezes it from above."""
        mask, corner = self._spot(x, y, radius, radius * flat)
        under = self.image.crop((*corner, corner[0] + mask.width, corner[1] + mask.height))
        lit = ImageChops.screen(under, Image.new("RGB", mask.size, colour))
        self.image.paste(lit, corner, mask.point(_times(strength)))

    def gloom(
        self, x: float, y: float, radius: float, colour: Colour, *, strength: float = 0.6,
        flat: float = 1.0,
    ) -> None:  # fmt: skip
        """The opposite of a glow."""
        mask, corner = self._spot(x, y, radius, radius * flat)
        under = self.image.crop((*corner, corner[0] + mask.width, corner[1] + mask.height))
        dark = ImageChops.multiply(under, Image.new("RGB", mask.size, colour))
        self.image.paste(dark, corner, mask.point(_times(strength)))

    def defocus(self, radius: float) -> None:
        """Blur all that was painted so far: it lies behind what comes."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius))

    def finished(
        self, *, warmth: float = 0.0, fade: float = 0.0, vignette: float = 0.42
    ) -> Image.Image:
        """The picture as a camera would have kept it.

        Args:
            warmth: 0 as painted, 1 an evening's amber.
            fade: 0 fresh, 1 an old print with milky shadows.
            vignette: how dark the corners get.
        """
        self.gloom_corners(vignette)
        image = self.image.filter(ImageFilter.GaussianBlur(0.6))
        if warmth:
            amber = ImageChops.multiply(image, Image.new("RGB", image.size, "#ffe2b8"))
            image = Image.blend(image, amber, warmth)
        if fade:
            faded = ImageOps.colorize(
                ImageOps.grayscale(image), "#4a3a3c", "#f6e6c4", mid="#a88a6c"
            )
            image = Image.blend(image, faded, fade * 0.6)
            image = Image.blend(image, Image.new("RGB", image.size, "#b89a7c"), fade * 0.12)
        grain = _grain().crop((0, 0, *image.size))
        return ImageChops.overlay(image, Image.merge("RGB", (grain, grain, grain)))

    def gloom_corners(self, strength: float) -> None:
        """Darken the corners, as a small lens does."""
        ring = Image.radial_gradient("L").resize(
            (int(self.width * 1.15), int(self.height * 1.15)), Image.Resampling.BICUBIC
        )
        left, top = (ring.width - self.width) // 2, (ring.height - self.height) // 2
        ring = ring.crop((left, top, left + self.width, top + self.height))
        ring = ring.point([round(255 * (v / 255) ** 2.4 * strength) for v in range(256)])
        dark = ImageChops.multiply(self.image, Image.new("RGB", self.image.size, "#2a2030"))
        self.image.paste(dark, (0, 0), ring)

    def _mask(
        self, shape: Shape, *, soft: float, wobble: float
    ) -> tuple[Image.Image, tuple[int, int]] | None:
        outlines = [self._unsteady(outline, wobble) for outline in _outlines(shape)]
        margin = soft * 3 + 2
        xs = [x for outline in outlines for x, _ in outline]
        ys = [y for outline in outlines for _, y in outline]
        left, top = max(-_OUTSIDE, int(min(xs) - margin)), max(-_OUTSIDE, int(min(ys) - margin))
        right = min(self.width + _OUTSIDE, math.ceil(max(xs) + margin))
        bottom = min(self.height + _OUTSIDE, math.ceil(max(ys) + margin))
        if right <= left or bottom <= top:
            return None
        fine = Image.new("L", ((right - left) * _FINER, (bottom - top) * _FINER), 0)
        draw = ImageDraw.Draw(fine)
        for outline in outlines:
            draw.polygon([((x - left) * _FINER, (y - top) * _FINER) for x, y in outline], fill=255)
        mask = fine.reduce(_FINER)
        if soft:
            mask = mask.filter(ImageFilter.GaussianBlur(soft))
        return mask, (left, top)

    def _unsteady(self, outline: Outline, wobble: float) -> Outline:
        """The outline as a hand cuts it: long edges get points that lie a little aside."""
        if not wobble:
            return outline
        cut: Outline = []
        for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
            cut.append((ax, ay))
            pieces = int(math.hypot(bx - ax, by - ay) / _STEP)
            for piece in range(1, pieces):
                t = piece / pieces
                cut.append(
                    (
                        ax + (bx - ax) * t + self._hand.uniform(-wobble, wobble),
                        ay + (by - ay) * t + self._hand.uniform(-wobble, wobble),
                    )
                )
        return cut

    def _spot(
        self, x: float, y: float, rx: float, ry: float
    ) -> tuple[Image.Image, tuple[int, int]]:
        size = (max(2, int(2 * rx)), max(2, int(2 * ry)))
        spot = Image.radial_gradient("L").resize(size, Image.Resampling.BICUBIC)
        spot = spot.point([round(255 * max(0.0, 1 - v / 180) ** 2) for v in range(256)])
        return spot, (int(x - rx), int(y - ry))

    def _brushed(self, paint: Image.Image, brush: int, texture: float) -> Image.Image:
        if not texture:
            return paint
        tile = _brush_marks(brush)
        left = self._hand.randrange(max(1, tile.width - paint.width))
        top = self._hand.randrange(max(1, tile.height - paint.height))
        marks = tile.crop((left, top, left + paint.width, top + paint.height))
        marks = marks.point([round(128 + (v - 128) * texture * 6) for v in range(256)])
        return ImageChops.overlay(paint, Image.merge("RGB", (marks, marks, marks)))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two, ``share`` of the way to the other."""
    a, b = _rgb(one), _rgb(other)
    return "#{:02x}{:02x}{:02x}".format(*(round(a[k] + (b[k] - a[k]) * share) for k in range(3)))


def _outlines(shape: Shape) -> list[Outline]:
    if isinstance(shape[0][0], int | float):
        return [list(cast("Sequence[Spot]", shape))]
    return [list(outline) for outline in cast("Sequence[Sequence[Spot]]", shape)]


def _rgb(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return red, green, blue


def _times(factor: float) -> list[int]:
    return [min(255, round(value * factor)) for value in range(256)]


def _lighter(paint: Image.Image) -> Image.Image:
    return ImageChops.screen(paint, Image.new("RGB", paint.size, "#b8a888"))


def _darker(paint: Image.Image) -> Image.Image:
    return ImageChops.multiply(paint, Image.new("RGB", paint.size, "#4c4258"))


def _edge(mask: Image.Image, depth: float) -> Image.Image:
    """What of a mask lies at its lower right edge (depth above 0) or its upper left one."""
    inner = Image.new("L", mask.size, 0)
    inner.paste(mask, (round(-depth), round(-depth)))
    inner = inner.filter(ImageFilter.GaussianBlur(abs(depth) * 0.55))
    return ImageChops.darker(mask, ImageChops.invert(inner))


def _gradient(size: tuple[int, int], colour: Colour, to: Colour, angle: float) -> Image.Image:
    if colour == to:
        return Image.new("RGB", size, colour)
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    reach = abs(dx) * size[0] + abs(dy) * size[1]
    count = 24
    ramp = Image.new("L", (count, count))
    for row in range(count):
        for column in range(count):
            x = (column / (count - 1) - 0.5) * size[0]
            y = (row / (count - 1) - 0.5) * size[1]
            t = 0.5 + (x * dx + y * dy) / reach
            ramp.putpixel((column, row), round(255 * t))
    ramp = ramp.resize(size, Image.Resampling.BILINEAR)
    return Image.composite(Image.new("RGB", size, to), Image.new("RGB", size, colour), ramp)


@cache
def _brush_marks(brush: int) -> Image.Image:
    """Mottling and bristle streaks around middle grey, lying, slanting or standing."""
    hand = random.Random(41 + brush)
    side = int(_TILE * 1.5)
    mottle = _noise(hand, 26, 26).resize((side, side), Image.Resampling.BICUBIC)
    streaks = _noise(hand, 14, 300).resize((side, side), Image.Resampling.BICUBIC)
    fine = _noise(hand, 60, 700).resize((side, side), Image.Resampling.BICUBIC)
    marks = Image.blend(Image.blend(streaks, fine, 0.4), mottle, 0.4)
    marks = marks.rotate((0, 28, 90)[brush], Image.Resampling.BICUBIC)
    aside = (side - _TILE) // 2
    return marks.crop((aside, aside, aside + _TILE, aside + _TILE))


@cache
def _grain() -> Image.Image:
    hand = random.Random(7)
    noise = _noise(hand, LONG_SIDE, LONG_SIDE).filter(ImageFilter.GaussianBlur(1.0))
    return noise.point([max(0, min(255, round(128 + (v - 128) * 0.22))) for v in range(256)])


def _noise(hand: random.Random, width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), hand.randbytes(width * height))
