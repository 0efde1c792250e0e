"""What the mouse carries out of the window goes to whatever other program it is dropped on.

On the canvas carrying is no drag of Qt's. It becomes one at the window's edge, and there lies again
where it lay: a copy goes, in files, and words as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDrag

    from reisblog.model.records import Photo
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_PRINTS = 3


class DragOut(QObject):
    """Watches what the mouse carries over the canvas.

    Attributes:
        run: lets the platform carry a drag until it is dropped.
    """

    run: Callable[[QDrag], object]

    def __init__(self, canvas: CanvasView, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workbench = workbench
        self._pictures = pictures
        self._taken: frozenset[str] = frozenset()
        self._held = False
        self.run = lambda drag: drag.exec(Qt.DropAction.CopyAction)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse; only what leaves the window is kept from the canvas."""
        del watched
        kind = event.type()
        if kind == QEvent.Type.MouseButtonRelease:
            self._held, self._taken = False, frozenset()
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return self._moved(event)
        return False

    def _moved(self, event: QMouseEvent) -> bool:
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._canvas.work.hand.busy:
            return False
        carried = self._canvas.work.surface.carried
        if not carried:
            return False
        if carried != self._taken:
            self._taken = carried
            self._pictures.outgoing.prepare(self._photos(carried))
        if self._canvas.window().frameGeometry().contains(event.globalPosition().toPoint()):
            return False
        self._canvas.work.hand.cancel()  # nothing of the journey moves
        self._held = True
        # Not from within this event: it ends only when something is dropped.
        QTimer.singleShot(0, self, lambda: self._start(carried))
        return True

    def _start(self, carried: frozenset[str]) -> None:
        from PySide6.QtGui import QDrag  # noqa: PLC0415 - seldom wanted

        mime = self.mime_of(carried)
        if mime is None or not self._held:  # let go of, while its file was waited for
            return
        drag = QDrag(self._canvas)
        drag.setMimeData(mime)
        self._dress(drag, self._photos(carried))
        self.run(drag)

    def mime_of(self, carried: frozenset[str]) -> QMimeData | None:
        """What goes: files of photos, the words of notes; nothing where neither is among it."""
        import json  # noqa: PLC0415 - not needed at the start

        from PySide6.QtCore import QMimeData  # noqa: PLC0415

        from reisblog.ui.canvas.drops import PHOTO_IDS  # noqa: PLC0415

        photos = self._photos(carried)
        notes = self._workbench.journey.notes
        words = [notes[key].text for key in notes if key in carried and notes[key].text.strip()]
        if not photos and not words:
            return None
        mime = QMimeData()
        if photos:
            # Back over the map it is these photos again, and no new ones.
            mime.setData(PHOTO_IDS, json.dumps([photo.id for photo in photos]).encode())
            self._pictures.outgoing.add_to(mime, photos)
        if words:
            mime.setText("\n\n".join(words))
        return mime

    def _photos(self, carried: frozenset[str]) -> list[Photo]:
        """Those among it, and those of a halte that is carried, in the order of the journey."""
        photos = self._workbench.journey.photos.values()
        return [
            photo
            for photo in photos
            if photo.id in carried or (photo.at is None and photo.stop in carried)
        ]

    def _dress(self, drag: QDrag, photos: list[Photo]) -> None:
        if photos:
            from reisblog.ui.panels.prints import carried_picture  # noqa: PLC0415

            picture = carried_picture(
                self._pictures, photos[:_PRINTS], self._canvas.devicePixelRatioF()
            )
            drag.setPixmap(picture)
            size = picture.deviceIndependentSize()
            drag.setHotSpot(QPoint(round(size.width() / 2), round(size.height() / 2)))
