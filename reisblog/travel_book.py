"""Making the travel book: words and photos come from the desk, the PDF from the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reisblog.leaving import Leaving
from reisblog.model.book import Quality, Wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.photos.decoder import Decoder
    from reisblog.storage.media import MediaStore

    Progress = Callable[[float], None]

_PRINT_QUALITY = 90
_SCREEN_QUALITY = 85


def prepared(
    journey: Journey,
    atlas: Atlas,
    media: MediaStore,
    decoder: Decoder,
    *,
    out: Path,
    wish: Wish,
    edited: str,
    replace: bool,
) -> Callable[[Progress | None], int]:
    """What makes the book of a journey, on any thread; see ``Desk.prepare_export``."""

    def run(progress: Progress | None = None) -> int:
        from reisblog.storage import durable  # noqa: PLC0415
        from reisblog.story.pdf import write_story  # noqa: PLC0415 - loads reportlab

        jpeg_quality = _SCREEN_QUALITY if wish.quality is Quality.SCREEN else _PRINT_QUALITY
        leaving = Leaving(media, decoder)

        def picture(photo: Photo, *, side: int) -> bytes:
            return leaving.jpeg(photo, side=side, quality=jpeg_quality).result()

        missing = 0

        def write(target: BinaryIO) -> None:
            nonlocal missing
            missing = write_story(
                journey, atlas, picture, target, wish=wish, edited=edited, progress=progress
            )

        durable.check_target(out, replace=replace)
        durable.write_whole(out, write, replace=replace)
        return missing

    return run
