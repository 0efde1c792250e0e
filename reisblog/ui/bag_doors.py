"""Where things go into the backpack: the bag itself, its tab, and its button on the rail.

Qt's drags are let in here; what the hand carries over the canvas is no drag of Qt's, so the
canvas asks whether it was let go over one of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.packing import Packing

_OPENS_AFTER_MS = 400
"""So long one hesitates over a tab before it opens."""


class BagDoors(QObject):
    """Lets in what is dragged over these parts of the window."""

    def __init__(self, packing: Callable[[], Packing], parent: QObject | None = None) -> None:
        """Know who packs, which need not be loaded before something comes."""
        super().__init__(parent)
        self._packing = packing
        self._doors: dict[QWidget, Callable[[bool], None]] = {}
        self._lit: QWidget | None = None
        self._waiting = QTimer(self, interval=_OPENS_AFTER_MS, singleShot=True)

    def add(
        self,
        door: QWidget,
        *,
        shows: Callable[[bool], None],
        opens: Callable[[], None] | None = None,
    ) -> None:
        """Let things in here.

        Args:
            door: the part of the window.
            shows: shows that it would take what is held over it, or no longer.
            opens: opens what it stands for, when somebody hesitates over it.
        """
        self._doors[door] = shows
        door.setAcceptDrops(True)
        door.installEventFilter(self)
        if opens is not None:
            self._waiting.timeout.connect(lambda: opens() if self._lit is door else None)

    def at(self, on_screen: QPoint) -> QWidget | None:
        """The door that is seen at a point of the screen, in logical pixels."""
        for door in self._doors:
            if door.isVisible() and door.rect().contains(door.mapFromGlobal(on_screen)):
                return door
        return None

    def hover(self, ids: Iterable[str], on_screen: QPoint) -> bool:
        """Something is carried here; tells whether letting it go would put it in."""
        door = self.at(on_screen)
        takes = door is not None and self._packing().can_pack(ids)
        self._light(door if takes else None)
        return takes

    def take(self, ids: Iterable[str], on_screen: QPoint) -> bool:
        """Something was let go here; tells whether it was put in."""
        self._light(None)
        return self.at(on_screen) is not None and self._packing().pack(ids)

    def leave(self) -> None:
        """What was held is elsewhere."""
        self._light(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drags and drops of Qt's."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._light(None)
            return True
        if kind not in {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}:
            return False
        if self._takes(event.mimeData()):  # type: ignore[attr-defined]
            self._drag(watched, event)  # type: ignore[arg-type]
        else:
            event.ignore()
        return True

    def _takes(self, mime: QMimeData) -> bool:
        """Whether there is something in it to carry; what is carried already need not come in."""
        from reisblog.ui.canvas.drops import holds_photos, text_in  # noqa: PLC0415

        if thing := _thing_in(mime):
            return self._packing().was_laid_down(thing)
        return holds_photos(mime) or text_in(mime) is not None

    def _drag(self, door: QWidget, event: QDropEvent) -> None:
        # Never a move: the words and photos stay where they are.
        event.setDropAction(event.dropAction().CopyAction)
        event.accept()
        if event.type() != QEvent.Type.Drop:
            self._light(door)
            return
        self._light(None)
        self._let_in(event.mimeData(), event.source())

    def _let_in(self, mime: QMimeData, source: QObject | None) -> None:
        from reisblog.ui.canvas.drops import (  # noqa: PLC0415 - not needed at the start
            holds_photos,
            photo_ids_in,
            sources_in,
            text_in,
        )
        from reisblog.ui.written import record_written_in  # noqa: PLC0415

        packing = self._packing()
        if thing := _thing_in(mime):
            packing.take_along(thing)
        elif ids := photo_ids_in(mime):
            packing.pack(ids)
        elif holds_photos(mime) and (sources := sources_in(mime)):
            packing.pack_files(sources)
        elif (words := text_in(mime)) is not None:
            packing.pack_words(words, record_written_in(source))

    def _light(self, door: QWidget | None) -> None:
        if door is self._lit:
            return
        for one, lit in ((self._lit, False), (door, True)):
            if one is not None:
                self._doors[one](lit)
        self._lit = door
        if door is None:
            self._waiting.stop()
        else:
            self._waiting.start()


def _thing_in(mime: QMimeData) -> str:
    """The id of something of the bag's own."""
    from reisblog.ui.mimes import THING  # noqa: PLC0415 - not needed at the start

    return bytes(mime.data(THING).data()).decode(errors="replace")
