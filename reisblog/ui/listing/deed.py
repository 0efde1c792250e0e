"""Something that can be done with a row, and who lends a hand at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu

    from reisblog.ui.listing.chooser import Wanted
    from reisblog.ui.listing.writing import Draft


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be done.

    Attributes:
        words: what it is called in a menu and on a button.
        act: does it.
        holds: whether it is so already, where that can be said.
        among: stands in a menu of its own, instead of being done.
        apart: begins a new part of a menu.
    """

    words: str
    icon: str = ""
    act: Callable[[], None] | None = None
    holds: bool | None = None
    among: tuple[Deed, ...] = ()
    apart: bool = False


class Hands(Protocol):
    """What the list itself does for whoever changes something in it."""

    def go_to(self, key: str) -> None:
        """Make a row the current one."""

    def write(self, key: str) -> None:
        """Begin to write in a row."""

    def begin(self, draft: Draft) -> None:
        """Begin to write in a row that is not there yet."""

    def choose(self, wanted: Wanted) -> None:
        """Let something be chosen."""

    def show_on_map(self, record_id: str) -> None:
        """Go back to the map, with this chosen and in sight."""

    def pick_photos(self) -> None:
        """Choose photos from this computer."""

    def shift(self, by: int) -> None:
        """Move the halte that is current up or down."""

    def indent(self, *, beside: bool) -> None:
        """Put it on the second track, or back."""

    def say(self, words: str) -> None:
        """Say something to those who cannot see it."""


def fill(menu: QMenu, deeds: Iterable[Deed]) -> None:
    """Put deeds in a menu, each under a letter that chooses it, as far as letters go."""
    taken: set[str] = set()
    for deed in deeds:
        if deed.apart:
            menu.addSeparator()
        words = _with_letter(deed.words, taken)
        if deed.among:
            below = menu.addMenu(words)
            below.setIcon(icon(deed.icon) if deed.icon else below.icon())
            fill(below, deed.among)
            continue
        action = QAction(words, menu)
        if deed.holds is not None:
            action.setCheckable(True)
            action.setChecked(deed.holds)
        elif deed.icon:
            action.setIcon(icon(deed.icon))
        if deed.act is not None:
            action.triggered.connect(_soon(deed.act))
        menu.addAction(action)


def _soon(act: Callable[[], None]) -> Callable[[bool], None]:
    """Do it once the menu has gone and the keyboard is back where it was.

    A sheet or a field that opened before would lose it, and close again.
    """
    return lambda _checked: QTimer.singleShot(0, act)


def _with_letter(words: str, taken: set[str]) -> str:
    """Words for a menu in which the first letter that is still free is underlined."""
    for place, letter in enumerate(words):
        if letter.isascii() and letter.isalnum() and letter.lower() not in taken:
            taken.add(letter.lower())
            before, after = words[:place], words[place:]
            return f"{before.replace('&', '&&')}&{after.replace('&', '&&')}"
    return words.replace("&", "&&")
