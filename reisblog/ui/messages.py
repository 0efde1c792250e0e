"""The one route by which the program speaks to the person at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Offer(msgspec.Struct, frozen=True):
    """Something the person can do about a message, or choose in a menu.

    Attributes:
        holds: whether it is so already, where that can be said.
        swatch: a colour that a menu shows beside it, or nothing.
    """

    label: str
    act: Callable[[], None]
    holds: bool | None = None
    swatch: str = ""


class Message(msgspec.Struct, frozen=True):
    """Words for the person.

    Attributes:
        text: what happened, what is safe, what to do next.
        offers: what can be done about it at once.
        lasting: stays until it is closed or another message comes.
        until_saved: no longer true once the journey is saved.
        offers_pass: what it offers no longer fits once the journey has gone on.
        patient: waits until one that lasts or offers something has gone; a lasting one comes again
            after others.
    """

    text: str
    offers: tuple[Offer, ...] = ()
    lasting: bool = False
    until_saved: bool = False
    patient: bool = False
    offers_pass: bool = False


class Messages(QObject):
    """Tells and asks; handed to whoever has something to say.

    Signals:
        told: a ``Message``; the window shows it as a chip, and nothing waits for it.
    """

    told = Signal(object)

    def tell(
        self,
        text: str,
        *offers: Offer,
        lasting: bool = False,
        until_saved: bool = False,
        patient: bool = False,
        offers_pass: bool = False,
    ) -> None:
        """Say something that needs no answer; see `Message`."""
        self.told.emit(Message(text, offers, lasting, until_saved, patient, offers_pass))

    def ask(
        self,
        text: str,
        choices: Sequence[str],
        *,
        parent: QWidget | None = None,
        escape: int = -1,
    ) -> int:
        """Ask the one thing that has to be known before going on.

        Args:
            text: the question with what is at stake.
            choices: the answers, the one that keeps everything first.
            parent: the window it belongs to.
            escape: the index of what Esc means.

        Returns:
            The index of the answer.
        """
        from reisblog.ui.question import Question  # noqa: PLC0415 - seldom wanted

        return Question(text, choices, parent, escape=escape).answer()
