"""Paints the example journeys' pictures: `python3 packaging/example_photos [NAME...]`.

Without names it paints them all. Needs Pillow and nothing else.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

HERE = Path(__file__).resolve().parent
if __package__ in (None, ""):
    sys.path[0] = str(HERE.parent)

from example_photos import (  # noqa: E402  (needs the path set just above)
    bicycles,
    bridges,
    crew,
    daily,
    earlier,
    later,
    shore,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from example_photos.sheet import Sheet

OUT = HERE.parents[1] / "assets" / "examples"
QUALITY = 82
LONG_SIDE = 1240
"""Pixels; painted a little larger, so that scaling down smooths the brush marks."""


class Scene(NamedTuple):
    """A picture to paint, and how old its print is (0 fresh, 1 faded)."""

    paint: Callable[[], Sheet]
    fade: float = 0.0


SCENES = {
    "bus-window": Scene(daily.bus_window),
    "code-on-screen": Scene(daily.code_on_screen),
    "two-lists": Scene(daily.two_lists),
    "grandmothers-kitchen": Scene(daily.grandmothers_kitchen),
    "dog-on-the-beach": Scene(shore.dog_on_the_beach),
    "gull": Scene(shore.gull_on_a_lamp),
    "bike": Scene(bicycles.bike_against_a_fence),
    "hands-and-wheel": Scene(bicycles.hands_and_a_wheel),
    "bicycle-shop": Scene(bicycles.bicycle_shop),
    "workbench": Scene(bridges.workbench),
    "open-bridge": Scene(bridges.open_bridge),
    "gear-in-the-cellar": Scene(bridges.gear_in_the_cellar),
    "lunch": Scene(bridges.lunch_table),
    "crew": Scene(crew.crew_on_the_quay),
    "boots": Scene(crew.boots_above_water),
    "toolbox": Scene(crew.toolbox),
    "lifeboat": Scene(crew.lifeboat_at_sunset),
    "bakery": Scene(earlier.bakery_at_night, fade=0.35),
    "office": Scene(earlier.office, fade=0.75),
    "night-window": Scene(earlier.chair_by_the_window, fade=0.4),
    "white-shoes": Scene(earlier.white_shoes, fade=0.6),
    "two-cups": Scene(later.two_cups, fade=0.35),
    "heart-on-the-board": Scene(later.heart_on_the_board),
    "classroom": Scene(later.classroom_from_the_back),
    "loaves": Scene(later.loaves),
}


def main(names: list[str]) -> int:
    """Paint the scenes with these names and put each finished file in place at once."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name in names or SCENES:
        scene = SCENES[name]
        picture = scene.paint().finished(fade=scene.fade)
        picture.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
        beside = OUT / f"{name}.part"
        picture.save(beside, "JPEG", quality=QUALITY, optimize=True, progressive=True)
        beside.replace(OUT / f"{name}.jpg")
        print(f"{name}: {(OUT / f'{name}.jpg').stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
