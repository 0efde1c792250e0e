"""Runs the benchmarks: `packaging/dev.py bench [NAME...] [--json]`.

One line per figure, or one JSON object per line. Exit code 1 when a goal does not hold, 2 for an
unknown name.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.figure import REGISTERED, Figure


def main(arguments: list[str]) -> int:
    """Run those that were asked for, or all; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Run the benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--json", action="store_true", help="JSON lines instead of sentences")
    parser.add_argument("--list", action="store_true", help="only the names")
    asked = parser.parse_args(arguments)

    _discover()
    if asked.list:
        print(*REGISTERED, sep="\n")
        return 0
    unknown = [name for name in asked.names if name not in REGISTERED]
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]!r}; there are: {', '.join(REGISTERED)}")

    all_hold = True
    for name in asked.names or REGISTERED:
        for figure in REGISTERED[name]():
            print(_as_json(figure) if asked.json else _as_sentence(figure), flush=True)
            all_hold = all_hold and figure.holds
    return 0 if all_hold else 1


def _discover() -> None:
    for module in sorted(Path(__file__).parent.glob("bench_*.py")):
        importlib.import_module(f"tests.benchmarks.{module.stem}")


def _as_sentence(figure: Figure) -> str:
    verdict = "holds" if figure.holds else "DOES NOT HOLD"
    return (
        f"{figure.name:<32} {figure.value:>9.2f} {figure.unit:<10} goal {figure.goal:g}: {verdict}"
    )


def _as_json(figure: Figure) -> str:
    return json.dumps(asdict(figure), ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
