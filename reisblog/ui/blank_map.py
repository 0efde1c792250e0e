"""The blank map as a file, made beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.desk import Desk


def prepare_blank_map(desk: Desk, out: Path, paper: str) -> Callable[[object], int]:
    """The map of a journey without the journey, ready to be made on any thread.

    Args:
        desk: the journey.
        out: a ``.pdf``, ``.png`` or ``.svg``; a file that stands there is replaced.
        paper: how large a PDF is: a4, a3 or a2.

    Returns:
        What makes it; it gives how many photos lack, which are none.
    """
    desk.refuse_own_file(out)

    def make(_progress: object) -> int:
        from reisblog.storage import durable  # noqa: PLC0415 - seldom wanted
        from reisblog.story import wall_map  # noqa: PLC0415 - loads reportlab

        def write(target: BinaryIO) -> None:
            wall_map.write_blank_map(
                desk.blank_atlas, target, suffix=out.suffix, paper=wall_map.Paper(paper)
            )

        durable.write_whole(out, write, replace=True)
        return 0

    return make
