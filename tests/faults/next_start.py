"""What a next start of the program finds of work that is in no file."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from reisblog.desk import Desk
from reisblog.resources import Folders
from reisblog.storage import recovery
from reisblog.storage.known_maps import KnownMaps
from tests import desks


def recovered(home, nest):
    """The work in a nest, on a desk."""
    folders = Folders.below(home)
    desk, _whole = Desk.recover(
        nest,
        folders=folders,
        maps=KnownMaps(folders.maps),
        decoder=desks.IDLE,
        without_file=True,
    )
    return desk


@contextlib.contextmanager
def work_left(home):
    """Desks with it, made from a copy of the home: whoever works there may go on.

    Raises:
        ReisblogError: something is left that cannot be read.
    """
    with (
        tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder,
        contextlib.ExitStack() as leaving,
    ):
        copy = Path(folder)
        if (home / "recovery").exists():
            shutil.copytree(home / "recovery", copy / "recovery")
        left = recovery.left_behind(copy / "recovery")
        yield [leaving.enter_context(recovered(copy, each.nest)) for each in left]
