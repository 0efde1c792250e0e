"""The class map as a file, and what is said of the journeys on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reisblog.errors import FileExistsAlreadyError
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reisblog.storage.class_files import Hung

PICTURE, SHEET = ".png", ".pdf"


def write_class_map(
    journeys: Sequence[Hung],
    out: Path,
    *,
    size: tuple[int, int] = (3840, 2160),
    paper: str = "a2",
    replace: bool = False,
) -> None:
    """Make the file, whole or not at all; on any thread.

    Args:
        journeys: what hangs there, in this order; at least one.
        out: a ``.png``; anything else is a PDF.
        size: width and height of a picture, in pixels.
        paper: how large the sheets of a PDF are, lying: a4, a3 or a2.
        replace: whether a file that stands there may be replaced.

    Raises:
        ReisblogError: it could not be made; what stood there still stands there, whole.
    """
    if out.exists() and any(out.samefile(each.path) for each in journeys if each.path.exists()):
        raise FileExistsAlreadyError(
            _("“{name}” is one of the journeys. Choose another name.").format(name=out.name)
        )
    from reisblog.storage import durable  # noqa: PLC0415 - seldom wanted
    from reisblog.story import class_picture, class_sheet, wall_map  # noqa: PLC0415 - reportlab

    shown = [(each.small, each.atlas) for each in journeys]

    def write(target: BinaryIO) -> None:
        if out.suffix.casefold() == PICTURE:
            class_picture.write_class_picture(shown, target, *size)
        else:
            class_sheet.write_class_sheet(shown, target, wall_map.Paper(paper))

    durable.check_target(out, replace=replace)
    durable.write_whole(out, write, replace=replace)


def recommended(journeys: Sequence[Hung]) -> str:
    """What is said where something was given that is not for the class: not what, or of whom."""
    if not any(each.holds_more for each in journeys):
        return ""
    return _(
        "A class map reads only what is for the class. Rather use a “Copy to share” for the "
        "class: nothing else is in it."
    )
