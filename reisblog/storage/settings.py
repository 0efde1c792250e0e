"""The preferences of one user, kept as ``settings.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from reisblog.model.geometry import Point
from reisblog.storage import durable

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from reisblog.resources import Folders

FILE_NAME = "settings.json"
MOST_RECENT = 10
MOST_SEEN = 20_000
MOST_AGREED = 100
_MOST_BYTES = 1024 * 1024


class LastView(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a journey was left.

    Attributes:
        centre: what lay in the middle of the window, in map units.
        scale: screen pixels per map unit.
        stop: the halte that was chosen.
        panel: which side panel was open, or nothing.
    """

    centre: Point | None = None
    scale: float = 0.0
    stop: str = ""
    panel: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the program remembers of a person's choices.

    Attributes:
        language: of the interface, ``"nl"`` or ``"en"``; nothing means as the system asks.
        recent: paths of journeys, the latest first.
        last: the path of the journey that was open last; nothing when it had no file.
        last_view: how that was left.
        followed_folder: new pictures in it appear in the tray.
        followed_seen: which of its pictures are not new, as digests of their names; nothing when
            that is not known, and then all that lies there is not new.
        window: the window's place and size, as Qt wrote it, in base64.
        originals: photos keep all their pixels, however many.
        aids_away: the aids that were put away, by name.
        haven_told: it was said that the Veilige Haven is for the traveller alone.
        agreed: the ids of journeys of which it was said that people in photos should agree.
        shared: others use this account too, so nothing of anybody is kept.
        board_screen: the name of the screen on which a journey is told; nothing while none was
            chosen.
    """

    language: str = ""
    recent: tuple[str, ...] = ()
    last: str = ""
    last_view: LastView = LastView()
    followed_folder: str = ""
    followed_seen: tuple[str, ...] | None = None
    window: str = ""
    originals: bool = False
    aids_away: tuple[str, ...] = ()
    haven_told: bool = False
    agreed: tuple[str, ...] = ()
    shared: bool = False
    board_screen: str = ""


def read_settings(folders: Folders) -> Settings:
    """The settings as they were kept; whatever cannot be read is as at the first start."""
    path = folders.settings / FILE_NAME
    try:
        with path.open("rb") as file:
            kept = msgspec.json.decode(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError, msgspec.DecodeError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    return Settings(**dict(_usable(kept)))


def write_settings(folders: Folders, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        SaveError: they could not be written; the earlier ones are still there.
    """
    content = msgspec.json.format(msgspec.json.encode(settings), indent=1) + b"\n"

    def write(file: BinaryIO) -> None:
        file.write(content)

    durable.make_folder(folders.settings)
    durable.write_whole(folders.settings / FILE_NAME, write, replace=True)


def with_recent(settings: Settings, path: Path) -> Settings:
    """The settings after this journey was opened or saved."""
    name = str(path)
    others = (other for other in settings.recent if other != name)
    recent = (name, *others)[:MOST_RECENT]
    return msgspec.structs.replace(settings, recent=recent, last=name)


def impersonal(settings: Settings) -> Settings:
    """The settings without anything of the person who was here."""
    return Settings(
        language=settings.language,
        window=settings.window,
        shared=settings.shared,
        board_screen=settings.board_screen,
    )


def remembered(seen: Collection[str]) -> tuple[str, ...] | None:
    """What has been seen of the followed folder, as the settings keep it.

    More than `MOST_SEEN` are not remembered at all: with half of them, the others would come again.
    """
    return tuple(sorted(seen)) if len(seen) <= MOST_SEEN else None


def _usable(kept: dict[str, Any]) -> list[tuple[str, Any]]:
    """The fields that are what they should be; one bad field costs that field only."""
    usable = []
    for known in msgspec.structs.fields(Settings):
        if known.name in kept:
            try:
                usable.append((known.name, msgspec.convert(kept[known.name], type=known.type)))
            except msgspec.ValidationError:
                continue
    return usable
