"""Build what is derived: catalogues from texts, atlas and drawing operators from the map.

The results lie in `reisblog/_prepared/`, ignored by git, at the same place in a checkout and in a
wheel. `dev.py` and the build hook both call `prepare`, which does nothing when nothing changed.
Babel, svglib, reportlab and the program's own reader of maps are imported only when there is
something to build, so that asking is cheap and needs nothing but Python. Qt is never needed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAP_WIDTH, MAP_HEIGHT = 2400, 1600
"""The map's size in map units; `assets/map.svg` has exactly this view box."""

_SVG = "{http://www.w3.org/2000/svg}"
_NOT_DRAWN_ALIKE = ("opacity", "clip-path", "mask", "filter")
"""What svglib passes over in silence; `fill-opacity` and `stroke-opacity` do work."""


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
    drawing, operators = root / "assets" / "map.svg", prepared / "map.ops"
    description = prepared / "map.ops.json"
    places, atlas = root / "assets" / "places.json", prepared / "atlas.json"
    reader = [
        root / "reisblog" / name
        for name in ("storage/atlas_file.py", "model/atlas.py", "model/geometry.py")
    ]
    return [
        Step(
            "texts",
            tuple(catalogues),
            tuple(catalogues.values()),
            lambda: _compile_catalogues(catalogues),
        ),
        Step(
            "atlas",
            (drawing, places, *reader),
            (atlas,),
            lambda: _compile_atlas(root, drawing, places, atlas),
        ),
        Step(
            "map",
            (drawing,),
            (operators, description),
            lambda: _compile_map(drawing, operators, description),
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


def _compile_atlas(root: Path, drawing: Path, places: Path, result: Path) -> None:
    sys.path.insert(0, str(root))
    import msgspec  # noqa: PLC0415 - only when there is something to build

    from reisblog.storage.atlas_file import read_atlas  # noqa: PLC0415

    with _Whole(result) as beside:
        beside.write_bytes(msgspec.json.encode(read_atlas(drawing, places)))


def _compile_map(drawing: Path, operators: Path, description: Path) -> None:
    content, states = _map_operators(drawing)
    with _Whole(operators) as beside:
        beside.write_bytes(zlib.compress(content, level=9))
    with _Whole(description) as beside:
        facts = {
            "sha256": hashlib.sha256(drawing.read_bytes()).hexdigest(),
            "width": MAP_WIDTH,
            "height": MAP_HEIGHT,
            "ext_gstate": states,
        }
        beside.write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _map_operators(drawing: Path) -> tuple[bytes, dict[str, dict[str, float]]]:
    """The map as a PDF content stream in map units with y up, and the alpha states it names.

    It fits a form XObject with `/BBox [0 0 2400 1600]`, no matrix, and the states as its
    `/ExtGState` resources.

    Raises:
        MapError: the map breaks the contract that both svglib and QtSvg draw it alike.
    """
    from reportlab.graphics import renderPDF  # noqa: PLC0415 - only when there is something to build
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415
    from svglib.svglib import svg2rlg  # noqa: PLC0415

    _check_map(drawing)
    picture: Any = svg2rlg(str(drawing))
    if picture is None:
        raise MapError(f"{drawing.name} is not a drawing that svglib can read")
    # svglib measures in points; the view box starts at the origin, so turning y up is all that
    # map units need.
    picture.contents[0].transform = (1, 0, 0, -1, 0, MAP_HEIGHT)
    canvas: Any = Canvas(
        os.devnull, pagesize=(MAP_WIDTH, MAP_HEIGHT), pageCompression=0, invariant=1
    )
    renderPDF.draw(picture, canvas, 0, 0)
    # reportlab has no door for this: a page's code and alpha states, without the page.
    lines = (line for code in canvas._code for line in code.split("\n"))  # noqa: SLF001
    states = {name: {key: value} for (key, value), name in canvas._extgstate._c.items()}  # noqa: SLF001
    return "\n".join(filter(_says_something, lines)).encode("ascii") + b"\n", states


def _says_something(line: str) -> bool:
    """False for a font that no text follows, and for a transform that moves nothing."""
    return bool(line) and not line.startswith("BT /F1 ") and line != "1 0 0 1 0 0 cm"


def _check_map(drawing: Path) -> None:
    from xml.etree import ElementTree as ET  # noqa: PLC0415

    tree = ET.parse(drawing).getroot()  # noqa: S314 - our own drawing, from our own checkout
    if tree.get("viewBox", "").split() != ["0", "0", str(MAP_WIDTH), str(MAP_HEIGHT)]:
        raise MapError(f'{drawing.name} must have viewBox="0 0 {MAP_WIDTH} {MAP_HEIGHT}"')
    for element in _shown(tree):
        tag = str(element.tag).removeprefix(_SVG)
        name = f"<{tag} id={element.get('id', '?')!r}>"
        if tag in {"text", "image", "use", "linearGradient", "radialGradient"}:
            raise MapError(f"{drawing.name}: {name} is drawn differently in the PDF and the window")
        wrong = [key for key in _NOT_DRAWN_ALIKE if key in element.attrib]
        if wrong:
            raise MapError(f"{drawing.name}: {name} uses {wrong[0]}, which the PDF would not show")


def _shown(element: Any) -> Iterable[Any]:
    if element.get("display") == "none":
        return
    yield element
    for child in element:
        yield from _shown(child)


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
