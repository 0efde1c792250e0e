"""The blank map as a file, made beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reisblog.story.missing import Lacking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.desk import Desk


def prepare_blank_map(desk: Desk, out: Path, paper: str) -> Callable[[object], Lacking]:
    """The map of a journey without the journey, ready to be made on any thread.

    Args:
        desk: the journey.
        out: a ``.pdf``, ``.png`` or ``.svg``; a file that stands there is replaced.
        paper: how large a PDF is: a4, a3 or a2.

    Returns:
        What makes it; it gives what lacks, which is nothing.
    """
    desk.refuse_own_file(out)

    def make(_progress: object) -> Lacking:
        from reisblog.storage import durable  # noqa: PLC0415 - seldom wanted
        from reisblog.story import wall_map  # noqa: PLC0415 - loads reportlab

        def write(target: BinaryIO) -> None:
            wall_map.write_blank_map(
                desk.blank_atlas, target, suffix=out.suffix, paper=wall_map.Paper(paper)
            )

        durable.write_whole(out, write, replace=True)
        return Lacking()

    return make
