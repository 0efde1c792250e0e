"""The map that ships with the program as an Atlas, straight from its two files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.storage.catalogue import read_catalogue
from reisblog.storage.maps.reading import content_of_file, read_places

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.model.atlas import Atlas

OWN_MAP = "loopbaanrealisatie"


def read_atlas(map_svg: Path, places_json: Path) -> Atlas:
    """A map with its places.

    Args:
        map_svg: the drawing; its user units are map units.
        places_json: the catalogue: names and texts of the places and the aids, in order.

    Raises:
        MapError: one of the files cannot be read, or a place of the catalogue is not on the map.
    """
    catalogue = read_catalogue(places_json)
    return read_places(content_of_file(map_svg), map_svg.name, catalogue, map_id=OWN_MAP)
