"""The catalogue ``places.json``: names and texts of the places, and the aids one travels with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog.errors import MapError
from reisblog.model.atlas import Aid
from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path


class PlaceTexts(msgspec.Struct, frozen=True):
    """One place in the catalogue; what each means stands at ``Place``."""

    id: str
    name: str
    short: str
    where: dict[str, str]
    carries: dict[str, str]
    words: dict[str, str]
    told: dict[str, str]


class Catalogue(msgspec.Struct, frozen=True):
    """The places and the aids, in their order."""

    places: tuple[PlaceTexts, ...]
    aids: tuple[Aid, ...]


def read_catalogue(places_json: Path) -> Catalogue:
    """The catalogue that ships with the program.

    Raises:
        MapError: it cannot be read.
    """
    try:
        return msgspec.json.decode(places_json.read_bytes(), type=Catalogue)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MapError(
            _(
                "“{name}” cannot be read as part of a map. Your journeys are untouched. "
                "If it came with Reisblog, install Reisblog again."
            ).format(name=places_json.name)
        ) from error
