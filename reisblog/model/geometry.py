"""Points, rectangles and polygons in map units, y down."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec


class Point(msgspec.Struct, frozen=True, array_like=True):
    """A point in map units; in files ``[x, y]``."""

    x: float
    y: float

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y)

    def scaled(self, factor: float) -> Point:
        """This point, as a vector, so many times as long."""
        return Point(self.x * factor, self.y * factor)

    def distance(self, other: Point) -> float:
        """The straight distance to another point."""
        return math.hypot(self.x - other.x, self.y - other.y)

    def rounded(self, digits: int = 2) -> Point:
        """This point as it is kept in files: to a hundredth of a map unit."""
        return Point(round(self.x, digits), round(self.y, digits))


class Rect(msgspec.Struct, frozen=True):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def intersects(self, other: Rect) -> bool:
        """Whether the two share any area or edge."""
        return (
            self.x <= other.right
            and other.x <= self.right
            and self.y <= other.bottom
            and other.y <= self.bottom
        )

    def grown(self, margin: float) -> Rect:
        """This rectangle with so much more on every side."""
        return Rect(
            self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin
        )

    def clamp(self, point: Point) -> Point:
        """The nearest point that lies inside."""
        return Point(min(max(point.x, self.x), self.right), min(max(point.y, self.y), self.bottom))

    @classmethod
    def around(cls, points: Iterable[Point]) -> Rect:
        """The smallest rectangle that holds all these points (at least one)."""
        held = list(points)
        left = min(point.x for point in held)
        top = min(point.y for point in held)
        return cls(
            left,
            top,
            max(point.x for point in held) - left,
            max(point.y for point in held) - top,
        )

    @classmethod
    def centred(cls, centre: Point, width: float, height: float) -> Rect:
        """A rectangle of this size around a point."""
        return cls(centre.x - width / 2, centre.y - height / 2, width, height)


class Polygon(msgspec.Struct, frozen=True):
    """A closed outline that does not cross itself."""

    points: tuple[Point, ...]

    @property
    def bounds(self) -> Rect:
        """The upright rectangle around it."""
        return Rect.around(self.points)

    @property
    def area(self) -> float:
        """Its area in square map units (the shoelace formula)."""
        pairs = zip(self.points, self.points[1:] + self.points[:1], strict=True)
        return abs(sum(a.x * b.y - b.x * a.y for a, b in pairs)) / 2

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside, by counting crossings of a ray to the right."""
        inside = False
        previous = self.points[-1]
        for corner in self.points:
            if (corner.y > point.y) != (previous.y > point.y):
                along = (point.y - corner.y) / (previous.y - corner.y)
                if point.x < corner.x + along * (previous.x - corner.x):
                    inside = not inside
            previous = corner
        return inside

    def distance(self, point: Point) -> float:
        """How far a point lies from the outline or its inside; 0 inside."""
        if self.contains(point):
            return 0.0
        previous = self.points[-1]
        nearest = math.inf
        for corner in self.points:
            nearest = min(nearest, distance_to_segment(point, previous, corner))
            previous = corner
        return nearest


def distance_to_segment(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the straight piece between two others."""
    along_x, along_y = end.x - start.x, end.y - start.y
    length2 = along_x * along_x + along_y * along_y
    if length2 == 0:
        return point.distance(start)
    t = ((point.x - start.x) * along_x + (point.y - start.y) * along_y) / length2
    t = min(1.0, max(0.0, t))
    return math.hypot(point.x - start.x - t * along_x, point.y - start.y - t * along_y)
