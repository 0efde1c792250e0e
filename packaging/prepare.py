"""Build what is derived: catalogues from texts, atlas and drawing operators from the map.

The results lie in `reisblog/_prepared/`, ignored by git, at the same place in a checkout and in a
wheel. `dev.py` and the build hook both call `prepare`, which does nothing when nothing changed.
Babel and the program's own reader of maps are imported only when there is something to build, so
that asking is cheap and needs nothing but Python. Qt is never needed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


_SIGN, _ICON = 128.0, 24.0
"""How long the sides are of the signs of own places and the book's drawings, and of icons."""


class MapError(Exception):
    """The map uses something that would look different in the PDF and in the window."""


@dataclass(frozen=True)
class Step:
    """One thing to build: what goes in, what comes out, and how."""

    name: str
    sources: tuple[Path, ...]
    results: tuple[Path, ...]
    build: Callable[[], None]


def prepare(root: Path) -> list[str]:
    """Build what is missing or out of date in the checkout at `root`; returns the steps' names."""
    steps = outdated(root)
    for step in steps:
        step.build()
        _remember(root, step)
    return [step.name for step in steps]


def outdated(root: Path) -> list[Step]:
    """The steps whose sources changed since they were built, or whose results are gone."""
    known = _known(root)
    return [
        step
        for step in _steps(root)
        if known.get(step.name) != _fingerprint(root, step)
        or not all(result.exists() for result in step.results)
    ]


def _steps(root: Path) -> list[Step]:
    prepared = _folder(root)
    catalogues = {
        source: prepared / "locale" / source.stem / "LC_MESSAGES" / "reisblog.mo"
        for source in sorted((root / "reisblog" / "texts").glob("*.po"))
    }
    drawing, places = root / "assets" / "map.svg", root / "assets" / "places.json"
    of_the_map = tuple(
        prepared / name for name in ("map.ops", "map.ops.json", "map.png", "atlas.json")
    )
    model, storage = root / "reisblog" / "model", root / "reisblog" / "storage"
    reader = [model / "atlas.py", model / "geometry.py", storage / "catalogue.py"]
    reader += sorted((storage / "maps").glob("*.py"))
    signs = tuple(sorted((root / "assets" / "signs").glob("*.svg")))
    drawn = tuple(sorted((root / "assets" / "book").glob("*.svg")))
    tokens = tuple(sorted((root / "assets" / "icons").glob("token-*.svg")))
    return [
        Step(
            "texts",
            tuple(catalogues),
            tuple(catalogues.values()),
            lambda: _compile_catalogues(catalogues),
        ),
        Step(
            "map",
            (drawing, places, *reader),
            of_the_map,
            lambda: _compile_map(root, drawing, places, of_the_map),
        ),
        Step(
            "signs",
            (*signs, *reader),
            (prepared / "signs.json",),
            lambda: _compile_art(root, signs, _SIGN, prepared / "signs.json"),
        ),
        Step(
            "book",
            (*drawn, *reader),
            (prepared / "book.json",),
            lambda: _compile_art(root, drawn, _SIGN, prepared / "book.json"),
        ),
        Step(
            "tokens",
            (*tokens, *reader),
            (prepared / "tokens.json",),
            lambda: _compile_art(root, tokens, _ICON, prepared / "tokens.json"),
        ),
    ]


def _compile_catalogues(catalogues: dict[Path, Path]) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only when there is something to build
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for source, result in catalogues.items():
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.stem, abort_invalid=True)
        with _Whole(result) as beside, beside.open("wb") as file:
            write_mo(file, catalogue)


def _compile_map(root: Path, drawing: Path, places: Path, results: tuple[Path, ...]) -> None:
    """Compile our own map, which the window shows as it is.

    Raises:
        MapError: it uses what no map may, or what would have to be put in plainer terms first.
    """
    sys.path.insert(0, str(root))
    from reisblog.errors import UnusableMapError  # noqa: PLC0415 - only when there is something to build
    from reisblog.storage.atlas_file import OWN_MAP  # noqa: PLC0415
    from reisblog.storage.catalogue import read_catalogue  # noqa: PLC0415
    from reisblog.storage.maps.files import prepared_files  # noqa: PLC0415
    from reisblog.storage.maps.reading import content_of_file, read_map  # noqa: PLC0415

    content, catalogue = content_of_file(drawing), read_catalogue(places)
    try:
        compiled = read_map(content, drawing.name, catalogue, map_id=OWN_MAP)
    except UnusableMapError as error:
        raise MapError("\n".join((drawing.name, *error.problems))) from error
    if compiled.rewritten:
        raise MapError(f"{drawing.name} has what a plain map has not: {sorted(compiled.rewritten)}")
    files = prepared_files(compiled)
    for result in results:
        with _Whole(result) as beside:
            beside.write_bytes(files[result.name])


def _compile_art(root: Path, drawings: tuple[Path, ...], side: float, result: Path) -> None:
    """Compile small square drawings for the book, by their names."""
    sys.path.insert(0, str(root))
    from reisblog.storage.maps.operators import content_of  # noqa: PLC0415 - only when there is something to build
    from reisblog.storage.maps.reading import read_art  # noqa: PLC0415

    compiled = {}
    for drawing in drawings:
        content, states = content_of(read_art(drawing.read_bytes(), drawing.name), side)
        compiled[drawing.stem] = {"content": content.decode("ascii"), "ext_gstate": states}
    with _Whole(result) as beside:
        beside.write_text(json.dumps(compiled, indent=1, sort_keys=True) + "\n", encoding="utf-8")


class _Whole:
    """Hands out a path beside the result and moves it there in one go: never half a file."""

    def __init__(self, result: Path) -> None:
        self._result = result
        self._beside = result.with_name(f"{result.name}.{os.getpid()}.part")

    def __enter__(self) -> Path:
        self._result.parent.mkdir(parents=True, exist_ok=True)
        return self._beside

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._beside.replace(self._result)
        else:
            self._beside.unlink(missing_ok=True)


def _fingerprint(root: Path, step: Step) -> str:
    """Of all that decides the result: the sources, this recipe, the versions of the tools."""
    recipe = (Path(__file__), root / "packaging" / "requirements.lock")
    digest = hashlib.sha256()
    for path in (*recipe, *step.sources):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def _folder(root: Path) -> Path:
    return root / "reisblog" / "_prepared"


def _known(root: Path) -> dict[str, str]:
    try:
        known = json.loads((_folder(root) / "stamp.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(root: Path, step: Step) -> None:
    known = {**_known(root), step.name: _fingerprint(root, step)}
    with _Whole(_folder(root) / "stamp.json") as beside:
        beside.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        prepare(Path(__file__).resolve().parents[1])
    except (MapError, OSError) as error:
        sys.exit(str(error))
