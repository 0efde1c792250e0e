"""Ways of writing a file that are known to be wrong: a harness that finds nothing in them is blind.

Each takes the place of ``durable.write_whole``.
"""

from __future__ import annotations

import io
import os

_BLOCK = 32_768


def in_place(target, write, *, replace, verify=None, before_replace=None):
    """Cut the old file down to nothing first, as most programs do.

    As long as the file is not whole a mark stands beside it, so that whoever looks knows that there
    is something to be found.
    """
    whole = io.BytesIO()
    write(whole)
    before_replace()
    mark = mark_of(target)
    with target.open("wb", buffering=0) as stream:
        mark.touch()
        for at in range(0, len(whole.getvalue()), _BLOCK):
            os.fsync(stream.fileno())
            stream.write(whole.getvalue()[at : at + _BLOCK])
        mark.unlink()
        os.fsync(stream.fileno())
    verify(target)


def mark_of(target):
    """What says that ``in_place`` is halfway with a file."""
    return target.with_name("halfway")


def unsynced(target, write, *, replace, verify=None, before_replace=None):
    """Write beside and rename, but leave it to the system when it comes onto the disk."""
    beside = target.with_name(f".reisblog-{os.urandom(8).hex()}.part")
    with beside.open("w+b") as stream:
        write(stream)
    verify(beside)
    before_replace()
    beside.replace(target)
