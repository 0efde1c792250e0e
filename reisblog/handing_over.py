"""A file to hand over: a journey without anything that is closed to its viewers.

Nor is there anything in it that was cropped away or hidden: such photos are made anew.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from reisblog import sheets
from reisblog.errors import ReisblogError
from reisblog.leaving import Leaving, as_burnt
from reisblog.model.curtain import seen_by
from reisblog.model.framing import is_whole
from reisblog.storage.codec import NOTHING_LEFT
from reisblog.storage.contact_sheet import Cells
from reisblog.storage.media import MediaStore
from reisblog.storage.nest import Nest
from reisblog.storage.saving import Save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reisblog.desk import Desk
    from reisblog.model.journey import Journey
    from reisblog.model.records import Audience
    from reisblog.photos.decoder import Intake
    from reisblog.storage.container import Picture
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
    leaving = Leaving(desk.media, desk.decoder)
    target, atlas, known_missing = path.absolute(), desk.blank_atlas, desk.known_missing
    media, decoder = desk.media, desk.decoder
    made = Nest.new(desk.folders.recovery)

    def write(progress: Progress | None) -> None:
        try:
            handed = _Handed(seen, media, leaving, made)
            save = Save(
                path=target,
                journey=handed.journey,
                leftovers=NOTHING_LEFT,
                media=media,
                pictures=handed.pictures(),
                extras=(),
                make_sheets=sheets.prepared(handed.journey, atlas, handed, decoder),
                versions=None,
                may_lack=known_missing,
                still_wanted=(),
                replace=replace,
                known=[],
            )
            save.run(progress)
            if save.saved is not None:
                save.saved.let_go()
        finally:
            made.remove()

    return write


class _Handed:
    """A copy's pictures: those of the journey that are seen whole, and the others made anew.

    Attributes:
        journey: it, with what was made anew.
        cells: for its contact sheet.
    """

    def __init__(self, seen: Journey, media: MediaStore, leaving: Leaving, nest: Nest) -> None:
        """Make anew what has to be.

        Args:
            seen: the journey.
            media: its pictures.
            leaving: gives them as they may leave.
            nest: where new ones may lie meanwhile.
        """
        self._media = media
        self._anew = MediaStore(nest)
        self._whole = [photo.media for photo in seen.photos.values() if is_whole(photo)]
        self.cells = Cells(lambda: None)
        for sha256, cell in media.cells.of(dict.fromkeys(self._whole)).items():
            self.cells.put(sha256, cell)
        burnt: dict[str, Intake] = {}
        for photo in seen.photos.values():
            if not is_whole(photo):
                # Of one that cannot be had there is rather no picture than one that shows more.
                with suppress(ReisblogError):
                    new = burnt[photo.id] = leaving.burnt(photo, nest.make()).result()
                    self._anew.add(new.sha256, new.kind, new.rendition)
                    self.cells.put(new.sha256, new.cell)
        self._burnt = [new.sha256 for new in burnt.values()]
        self.journey = as_burnt(seen, burnt)

    def pictures(self) -> list[Picture]:
        """Where they are."""
        return [*self._media.pictures(self._whole), *self._anew.pictures(self._burnt)]

    def rendition(self, sha256: str) -> bytes:
        """A small version."""
        anew = sha256 in self._anew
        return self._anew.rendition(sha256) if anew else self._media.rendition(sha256)
