"""The Atlas of the map that ships with the program, read once when the program is built."""

from __future__ import annotations

from functools import cache

import msgspec

from reisblog import resources
from reisblog.model.atlas import Atlas


@cache
def own_atlas() -> Atlas:
    """The map that ships with the program, with its places in the catalogue's order.

    Raises:
        MapError: the program's own files are missing or damaged.
    """
    try:
        return msgspec.json.decode(resources.prepared_atlas().read_bytes(), type=Atlas)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        # Nothing was prepared here: the map itself says all of it, in a hundred times the time.
        from reisblog.storage.atlas_file import read_atlas  # noqa: PLC0415 - seldom needed

        return read_atlas(resources.own_map(), resources.places())
