"""A picture of the map drawn in a process of its own, so that the window goes on meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO

from reisblog import texts
from reisblog.desk import Desk
from reisblog.errors import DamagedJourneyError, ReisblogError
from reisblog.leaving import Leaving
from reisblog.model.atlas import Atlas
from reisblog.model.curtain import seen_by
from reisblog.model.records import Audience
from reisblog.resources import Folders
from reisblog.storage import codec, durable
from reisblog.story.missing import Lacking
from reisblog.texts import _

_PATIENCE_SECONDS = 300
_Order = tuple[bytes, dict[str, bytes], Atlas, Folders, int, int, str]
"""The journey, its pictures small, its map, our folders, the width and height, the language."""


def prepare_picture(
    desk: Desk, out: Path, width: int, height: int, *, replace: bool, viewer: Audience
) -> Callable[[object], Lacking]:
    """A picture of the map as it is now, ready to be made on any thread.

    Args:
        desk: the journey.
        out: written only when it is complete.
        width: pixels.
        height: pixels.
        replace: whether a file that stands there may be replaced.
        viewer: for whom it is; what is closed to them is not in it.

    Returns:
        What makes it; it gives which photos could not be read, and raises ``ReisblogError``
        when the picture cannot be made.
    """
    desk.refuse_own_file(out)
    journey = seen_by(desk.journey, viewer)
    media, atlas, folders = desk.media, desk.blank_atlas, desk.folders
    decoder = desk.decoder

    def run(_progress: object) -> Lacking:
        seen, small = Leaving(media, decoder).small(journey)
        order = (codec.encode(seen), small, atlas, folders, width, height, texts.language())
        encoded, missing = _drawn(order)

        def write(file: BinaryIO) -> None:
            file.write(encoded)

        durable.write_whole(out, write, replace=replace)
        return Lacking(photos=missing)

    return run


def _drawn(order: _Order) -> tuple[bytes, int]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    painter = context.Process(target=_draw, args=(there,), name="reisblog-picture")
    painter.start()
    there.close()  # its death must be seen here as an end of file
    try:
        here.send(order)
        if not here.poll(_PATIENCE_SECONDS):
            painter.kill()
        drawn: tuple[bytes, int] = here.recv()
    except (EOFError, OSError) as error:
        raise ReisblogError(
            _("The picture could not be drawn. Your work is untouched. Try it once more.")
        ) from error
    finally:
        here.close()
        painter.join()
    return drawn


def _draw(line: Connection) -> None:
    """What the other process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - in this process alone

    from reisblog.photos.decoder import Decoder  # noqa: PLC0415
    from reisblog.ui import theme  # noqa: PLC0415
    from reisblog.ui.canvas.picture import picture_of  # noqa: PLC0415

    try:
        order: _Order = line.recv()
    except EOFError:  # nobody waits for it any more
        return
    with Decoder() as decoder:
        encoded, small, atlas, folders, width, height, language = order
        texts.use(language)
        application = QApplication(["reisblog", *theme.STYLE])
        theme.dress(application)
        theme.add_other_scripts()

        def rendition(sha256: str) -> bytes:
            if sha256 not in small:
                raise DamagedJourneyError(sha256)
            return small[sha256]

        journey = codec.decode(encoded).journey
        desk = Desk(journey, folders=folders, atlas=atlas, decoder=decoder)
        drawn = picture_of(desk, width, height, rendition)
    with suppress(OSError):
        line.send(drawn)
