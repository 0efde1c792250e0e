"""A file to hand over: a journey without anything that is closed to its viewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog import sheets
from reisblog.model.curtain import seen_by
from reisblog.storage.codec import NOTHING_LEFT
from reisblog.storage.saving import Save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.desk import Desk
    from reisblog.model.records import Audience
    from reisblog.storage.saving import Progress


def prepare_copy(
    desk: Desk, path: Path, viewer: Audience, *, replace: bool = False
) -> Callable[[Progress | None], None]:
    """What writes it, on any thread; it is of the journey as it is now.

    The copy is a journey of its own, with no earlier versions of the whole one. What other
    programs keep in the file, and what this one does not know, stays out of it: nobody can tell
    for whom that is. Writing raises a ``SaveError`` when it cannot be done; what stood there still
    stands there then, whole.

    Raises:
        SaveError: it would take the place of the journey itself.
    """
    desk.refuse_own_file(path)
    seen = msgspec.structs.replace(seen_by(desk.journey, viewer), id=desk.new_id())
    wanted = dict.fromkeys(photo.media for photo in seen.photos.values())
    save = Save(
        path=path.absolute(),
        journey=seen,
        leftovers=NOTHING_LEFT,
        media=desk.media,
        pictures=desk.media.pictures(wanted),
        extras=(),
        make_sheets=sheets.prepared(seen, desk.blank_atlas, desk.media, desk.decoder),
        versions=None,
        may_lack=desk.known_missing,
        still_wanted=(),
        replace=replace,
        known=[],
    )

    def write(progress: Progress | None) -> None:
        save.run(progress)
        if save.saved is not None:
            save.saved.let_go()

    return write
