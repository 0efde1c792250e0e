"""What kind of travel book was chosen, until the journey keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model import edits

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.book import Wish
    from reisblog.model.history import History


class ChosenBook:
    """Choosing changes nothing yet: the journey keeps a choice when it counts, and never as a step.

    So who only looks has nothing to save, and undo goes on where the map was left.
    """

    def __init__(self, history: History, kept: Callable[[], object]) -> None:
        """Know where it is kept.

        Args:
            history: of the journey.
            kept: is told that all its values have changed.
        """
        self._history = history
        self._kept = kept
        self._chosen: Wish | None = None
        self._instead_of: Wish | None = None

    @property
    def wish(self) -> Wish:
        """What was chosen last, or what the journey keeps, where that came later."""
        now = self._history.present.book
        return now if self._chosen is None or self._instead_of != now else self._chosen

    def choose(self, wish: Wish) -> None:
        """Choose this for as long as the journey is open."""
        self._chosen, self._instead_of = wish, self._history.present.book

    def keep(self) -> None:
        """Let the journey keep it: a book is made of it, or the journey is saved anyhow."""
        wish, before = self.wish, self._history.present
        self._chosen = None
        if edits.wish_for(before, wish) != before:
            self._history.carry(lambda journey: edits.wish_for(journey, wish))
            self._kept()
