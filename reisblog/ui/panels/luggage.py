"""What is shown of a thing in the backpack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reisblog.model.records import Audience, BackpackItem, BackpackKind
from reisblog.texts import _
from reisblog.ui.showing import closed_name
from reisblog.ui.stop_names import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.records import Photo


class Luggage(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown of a thing.

    Attributes:
        item: it.
        picked_up: how one says where; nothing when that was nowhere.
        laid: how one says where it was laid down; nothing while it is carried.
        photo: what shows it.
        audience: for whom it is, counting the halte where it was picked up.
    """

    item: BackpackItem
    picked_up: str = ""
    laid: str = ""
    photo: Photo | None = None
    audience: Audience = Audience.CLASS

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What stands below the words, with the sign before it."""
        item, lines = self.item, []
        if item.kind is not None:
            lines.append(("", kind_name(item.kind)))
        if self.picked_up:
            lines.append(("pin", sentence(self.picked_up)))
        if self.laid:
            lines.append(("tray", sentence(self.laid)))
        if closed := closed_name(self.audience):
            lines.append(("lock" if self.audience is Audience.SELF else "users", closed))
        return tuple(lines)

    @property
    def spoken(self) -> str:
        """All of it, for those who cannot see it."""
        where = _("Picked up {where}").format(where=self.picked_up) if self.picked_up else ""
        laid = _("Laid down {where}").format(where=self.laid) if self.laid else ""
        told = [words for sign, words in self.lines if sign not in {"pin", "tray"}]
        return ". ".join(filter(None, (*told, where, laid)))


def kind_name(kind: BackpackKind) -> str:
    """What a kind is called."""
    words: dict[BackpackKind, Callable[[], str]] = {
        BackpackKind.KNOWLEDGE: lambda: _("Knowledge"),
        BackpackKind.TALENT: lambda: _("Talent"),
        BackpackKind.EXPERIENCE: lambda: _("Experience"),
        BackpackKind.INSIGHT: lambda: _("Insight"),
        BackpackKind.WORLDVIEW: lambda: _("View of the world"),
        BackpackKind.WISH: lambda: _("Wish"),
        BackpackKind.INSTRUMENT: lambda: _("Instrument"),
    }
    return words[kind]()
