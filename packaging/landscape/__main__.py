"""Writes the map: `python3 packaging/landscape [OUT.svg]`, or `python3 -m landscape` beside it."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if __package__ in (None, ""):
    sys.path[0] = str(HERE.parent)

from landscape.sheet_of_all import draw_map  # noqa: E402  (needs the path set just above)

OUT = HERE.parents[1] / "assets" / "map.svg"


def main(arguments: list[str]) -> int:
    """Draws everything and puts the finished file in place at once."""
    out = Path(arguments[0]) if arguments else OUT
    sheet = draw_map()
    beside = out.with_name(out.name + ".part")
    beside.write_text(sheet, encoding="utf-8", newline="\n")
    beside.replace(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
