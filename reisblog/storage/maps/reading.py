"""A map's file, from whoever made it: either all that is wrong with it, or all that is on it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec

from reisblog.errors import MapError
from reisblog.model.atlas import Atlas, Place
from reisblog.model.geometry import Rect
from reisblog.model.journey import MapReference
from reisblog.storage.maps import limits, numbers
from reisblog.storage.maps.art import Plan, Shape, read_shapes
from reisblog.storage.maps.faults import Faults, printable
from reisblog.storage.maps.geometry import Parts, read_geometry
from reisblog.storage.maps.tree import kind_of, read_tree
from reisblog.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from reisblog.storage.catalogue import Catalogue, PlaceTexts
    from reisblog.storage.maps.tree import Tree

_GIVEN_ID = re.compile(r"(?!svg\d*$)[A-Za-z0-9_-]{1,64}")
"""An id that somebody chose; "svg8" is what an editor calls every drawing."""


class MapDrawing(msgspec.Struct, frozen=True):
    """A map as the program needs it.

    Attributes:
        shapes: in the order in which they are painted.
        rewritten: what had to be put in plainer terms, in a word each; nothing for a file that
            can be shown as it is.
    """

    atlas: Atlas
    shapes: tuple[Shape, ...]
    rewritten: frozenset[str]


def read_map_file(path: Path, catalogue: Catalogue) -> MapDrawing:
    """Read somebody's own map.

    Raises:
        UnusableMapError: with a list of what is to be changed.
        MapError: there is no such file, or it may not be read.
    """
    return read_map(content_of_file(path), path.name, catalogue)


def content_of_file(path: Path) -> bytes:
    """A file's bytes, or of a very large one as many as show that it is too large.

    Raises:
        MapError: there is no such file, or it may not be read.
    """
    try:
        if not path.is_file():
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            return file.read(limits.FILE_MEGABYTES * 1024 * 1024 + 1)
    except OSError as error:
        raise MapError(
            _(
                "The map “{name}” cannot be opened. Your journeys are untouched. Is the name "
                "right, and may you read the file?"
            ).format(name=printable(path.name))
        ) from error


def read_map(
    content: bytes, file_name: str, catalogue: Catalogue, *, map_id: str | None = None
) -> MapDrawing:
    """Read a map, and make its art plain.

    Args:
        content: the file as it was made.
        file_name: as the person knows it, for messages.
        catalogue: which places there are to be.
        map_id: what the map is called; else its root's own id or a part of its hash says so.

    Raises:
        UnusableMapError: with a list of what is to be changed.
    """
    faults = Faults(file_name)
    tree = read_tree(content, faults)
    atlas = _atlas(tree, content, catalogue, map_id, faults)
    plan = Plan(tree, faults)
    faults.check()
    shapes = read_shapes(plan.shapes, tree, faults)
    faults.check()
    return MapDrawing(atlas, shapes, frozenset(plan.rewritten))


def read_places(content: bytes, file_name: str, catalogue: Catalogue, *, map_id: str) -> Atlas:
    """Only where the places of a map are, and nothing of its art: ten times as fast.

    Raises:
        UnusableMapError: with a list of what is to be changed.
    """
    faults = Faults(file_name)
    tree = read_tree(content, faults)
    atlas = _atlas(tree, content, catalogue, map_id, faults)
    faults.check()
    return atlas


def read_art(content: bytes, file_name: str) -> tuple[Shape, ...]:
    """Only what is drawn, of a drawing that is no map: the sign of a place.

    Raises:
        UnusableMapError: with a list of what is to be changed.
    """
    faults = Faults(file_name)
    tree = read_tree(content, faults)
    plan = Plan(tree, faults)
    faults.check()
    shapes = read_shapes(plan.shapes, tree, faults)
    faults.check()
    return shapes


def _atlas(
    tree: Tree, content: bytes, catalogue: Catalogue, map_id: str | None, faults: Faults
) -> Atlas:
    """The map's Atlas; places of which the faults tell something are not in it."""
    sheet = _sheet(tree, faults)
    for texts in catalogue.places:
        groups = [found for found in tree.all_with_id(texts.id) if kind_of(found) == "g"]
        if not groups:
            faults.tell(texts.id, _("There is no group with this id."))
        if len(groups) > 1:
            faults.tell(texts.id, _("This id is there twice; keep one."))
    parts = read_geometry(tree, [texts.id for texts in catalogue.places], sheet, faults)
    digest = hashlib.sha256(content).hexdigest()
    return Atlas(
        map=MapReference(id=map_id or _id_of(tree, digest), sha256=digest),
        width=sheet.width,
        height=sheet.height,
        places={
            texts.id: _place(texts, parts[texts.id])
            for texts in catalogue.places
            if texts.id in parts
        },
        aids=catalogue.aids,
    )


def _place(texts: PlaceTexts, parts: Parts) -> Place:
    return Place(**msgspec.structs.asdict(texts), **msgspec.structs.asdict(parts))


def _sheet(tree: Tree, faults: Faults) -> Rect:
    """The sheet, or the largest there may be where the faults tell that it cannot be used."""
    shortest, longest = limits.SHORTEST_SIDE, limits.LONGEST_SIDE
    try:
        left, top, width, height = numbers.several(tree.root.get("viewBox", ""))
    except ValueError:
        faults.tell("viewBox", _('The drawing needs viewBox="0 0 WIDTH HEIGHT".'))
        return Rect(0, 0, longest, longest)
    if (left, top) != (0, 0):
        faults.tell("viewBox", _("The sheet begins at 0 0."))
    if not (shortest <= min(width, height) and max(width, height) <= longest):
        told = _("The sheet's sides are {shortest} to {longest} units.")
        faults.tell("viewBox", told.format(shortest=shortest, longest=longest))
    if not height <= width <= limits.WIDEST * height:
        faults.tell("viewBox", _("The sheet is as wide as it is high, up to twice as wide."))
    return Rect(0, 0, width, height)


def _id_of(tree: Tree, digest: str) -> str:
    given = tree.root.get("id", "")
    return given if _GIVEN_ID.fullmatch(given) else f"map-{digest[:12]}"
