"""What stands in which menu, by the ids of actions, and where lists come that are made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reisblog.texts import _

LINE: Final = "-"
RECENT: Final = "recent"
"""Stands in a menu where the list of recent files comes."""
EARLIER: Final = "earlier"
"""Stands in a menu where the list of earlier versions comes."""

AUDIENCES: Final = "audiences"
"""Stands in a menu where the list of those comes who may see what is chosen."""

VIEWERS: Final = "viewers"
"""Stands in a menu where the list of those comes through whose eyes one can see the journey."""

ALIGN: Final = "align"
SPREAD: Final = "spread"
TINTS: Final = "tints"
LETTERS: Final = "letters"
PENS: Final = "pens"
INKS: Final = "inks"
BREADTHS: Final = "breadths"
"""Stand in a menu where lists come of what can be done with what is chosen."""

SIZE: Final = "size"
SETTINGS: Final = "settings"
SHARING: Final = "sharing"
AIDS: Final = "aids"
PHOTO: Final = "of-photo"
PATH: Final = "of-path"
NOTE: Final = "of-note"
ARRANGE: Final = "arrange"
"""What can be done with photos, with paths, with notes, and with whatever lies on the map."""
WITHIN: Final[Mapping[str, tuple[Callable[[], str], tuple[str, ...]]]] = {
    SETTINGS: (lambda: _("Settings"), ("originals", LINE, "shared", "wipe")),
    SHARING: (lambda: _("Copy to share"), ("copy-for-class", "copy-for-conversation")),
    AIDS: (
        lambda: _("Aids"),
        ("aid-backpack", "aid-company", "aid-compass", "aid-mist", "aid-places"),
    ),
    SIZE: (lambda: _("Size and turn"), ("larger", "smaller", "turn-left", "turn-right")),
    PHOTO: (lambda: _("Photo"), ("caption", "crop", "hide-faces", "replace-photo", "burn-faces")),
    PATH: (lambda: _("Path"), (PENS, INKS, BREADTHS, LINE, "path-reverse", "path-join")),
    NOTE: (lambda: _("Note"), (TINTS, LETTERS)),
    ARRANGE: (
        lambda: _("Arrange"),
        ("duplicate", SIZE, "to-front", "to-back", "lock", ALIGN, SPREAD),
    ),
}
"""Menus within a menu: what stands in it where they come, their words, and what is in them."""

MENUS: Final[tuple[tuple[Callable[[], str], tuple[str, ...]], ...]] = (
    (
        lambda: _("File"),
        (
            *("new", "open", RECENT, LINE, "save", "save-as", EARLIER, LINE),
            *("pick-photos", "pick-folder", LINE),
            *("book", "print", "picture", "phone-picture", "blank-map", SHARING, LINE),
            *("class-map", LINE, "quit"),
        ),
    ),
    (
        lambda: _("Edit"),
        (
            *("undo", "redo", LINE, "copy", "paste", "bag", LINE, AUDIENCES, LINE),
            *(PHOTO, PATH, NOTE, ARRANGE, LINE),
            *("remove", "remove-everywhere", LINE, "choose-all", LINE, SETTINGS),
        ),
    ),
    (
        lambda: _("View"),
        (
            *("zoom-in", "zoom-out", "fit", LINE, VIEWERS, "see-as-class", LINE),
            *("list", "quiet", "panel", AIDS, "tell", "board"),
        ),
    ),
    (lambda: _("Help"), ("keys", LINE, "example", "teacher-example", LINE, "about")),
)
