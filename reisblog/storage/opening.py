"""A journey as it comes out of a file, with all that is to be known of that file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog.model.journey import Journey
from reisblog.storage import codec
from reisblog.storage.codec import Leftovers
from reisblog.storage.contact_sheet import Contact
from reisblog.storage.container import JOURNEY, Container
from reisblog.storage.losses import Loss
from reisblog.storage.migrations import CURRENT

if TYPE_CHECKING:
    from pathlib import Path


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A journey that was read from a file.

    Attributes:
        leftovers: what the file has beyond what we know.
        container: where its pictures are; nothing when the file is gone.
        version: of the format of the file.
        losses: what is missing or damaged in it; nothing when it is sound.
        contact: what lies where on its contact sheet, if that can be used.
        is_own: whether the journey is to be saved in this file again; a copy is not.
    """

    journey: Journey
    leftovers: Leftovers
    container: Container | None
    version: int = CURRENT
    losses: tuple[Loss, ...] = ()
    contact: Contact | None = None
    is_own: bool = True

    @property
    def was_migrated(self) -> bool:
        """Whether the file has an older format than the one we write."""
        return self.version < CURRENT


def open_file(path: Path) -> Opened:
    """Open a project file that is as it should be.

    Raises:
        ProjectFileError: it cannot be opened; the kind of error says why.
    """
    container = Container(path.absolute())
    decoded = codec.decode(container.read(JOURNEY))
    return Opened(
        journey=decoded.journey,
        leftovers=decoded.leftovers,
        container=container,
        version=decoded.version,
        contact=decoded.contact,
        is_own=decoded.version <= CURRENT,
    )
