"""Let atheris look for bytes that harm the reading of project files; by hand, on Linux only.

Needs atheris beside what the program needs (``pip install atheris``); then, from the project:

    python tests/faults/reading_fuzz.py [FOLDER] [-max_total_time=600]

FOLDER keeps what was found interesting, for the next time.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import atheris  # noqa: E402

with atheris.instrument_imports(include=["reisblog.storage", "zlib", "json"]):
    from reisblog.errors import ReisblogError
    from reisblog.photos.upright_size import upright_size
    from reisblog.storage import codec
    from reisblog.storage.container import Container
    from reisblog.storage.opening import open_file
    from reisblog.storage.salvage import salvage

from tests.faults.reading_faults import Trier  # noqa: E402

HOME = Path(tempfile.mkdtemp(prefix="reisblog-fuzz-"))
PATH = HOME / "tried.reisblog"


def look(content):
    """Open these bytes as a file; only our own errors may come of it."""
    PATH.write_bytes(content)
    try:
        Container(PATH).check()
        open_file(PATH).container.let_go()
    except ReisblogError:
        pass
    try:
        left = salvage(PATH, upright_size)
    except ReisblogError:
        return
    left.container.let_go()
    if codec.decode(codec.encode(left.journey, left.leftovers)).journey != left.journey:
        raise AssertionError("what is left is not what would be saved")


def main():
    """Begin with a real file."""
    with tempfile.TemporaryDirectory() as folder:
        begun = Path(folder)
        (begun / "sample").write_bytes(Trier(HOME).sample()[0])
        atheris.Setup([*sys.argv, str(begun), "-max_len=40000"], look)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
