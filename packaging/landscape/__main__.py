"""Writes map and signs: `python3 packaging/landscape [ASSETS]`, or `-m landscape` beside it."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __package__ in (None, ""):
    sys.path[0] = str(HERE.parent)

from landscape.sheet_of_all import draw_map  # noqa: E402  (needs the path set just above)
from landscape.signs import SIGNS, draw_sign  # noqa: E402

ASSETS = HERE.parents[1] / "assets"


def main(arguments: list[str]) -> int:
    """Draws everything and puts each finished file in place at once."""
    assets = Path(arguments[0]) if arguments else ASSETS
    drawings = {assets / "map.svg": draw_map()}
    drawings |= {assets / "signs" / f"{name}.svg": draw_sign(name) for name in SIGNS}
    for out, drawing in drawings.items():
        out.parent.mkdir(exist_ok=True)
        beside = out.with_name(out.name + ".part")
        beside.write_text(drawing, encoding="utf-8", newline="\n")
        beside.replace(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
