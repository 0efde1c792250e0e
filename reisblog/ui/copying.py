"""Copying what is chosen to the clipboard, for this journey or one in another window.

The clipboard holds the pieces as a small journey of their own, and for other programs the words as
text and the photos as files: those as they may leave. Of a photo that was cropped, or in which
something is hidden, all of it lies in the nest as well; only this program is told where.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QImage, QImageReader

from reisblog.errors import ReisblogError
from reisblog.leaving import Leaving
from reisblog.model import pieces
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey, ids_in
from reisblog.storage import codec
from reisblog.storage.nest import Nest
from reisblog.texts import _
from reisblog.ui.bring_in import BringIn
from reisblog.ui.canvas.view import CanvasView
from reisblog.ui.clipboard import held_by
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages
from reisblog.ui.workbench import Workbench

PIECES = "application/x-reisblog-pieces"
PICTURES = "application/x-reisblog-pictures"
"""Where the pictures of the pieces lie, whole."""
_MOST_BYTES = 32 * 1024 * 1024


class Copying:
    """Puts pieces on the clipboard, and lays them down."""

    def __init__(
        self,
        workbench: Workbench,
        canvas: CanvasView,
        bring_in: BringIn,
        jobs: Jobs,
        messages: Messages,
        *,
        clipboard: Callable[[], QClipboard],
    ) -> None:
        """Know whom to ask.

        Args:
            workbench: the open journey.
            canvas: where it lies; pastes what others copied.
            bring_in: takes the pictures in.
            jobs: background work.
            messages: the way to speak.
            clipboard: gives the system's.
        """
        self._workbench = workbench
        self._canvas = canvas
        self._bring_in = bring_in
        self._jobs = jobs
        self._messages = messages
        self._clipboard = clipboard
        self._nest: Nest | None = None

    def forget(self) -> None:
        """Let go of what was copied, on the clipboard too."""
        if self._nest is not None:
            if self._clipboard().ownsClipboard():
                self._clipboard().clear()
            self._nest.remove()
            self._nest = None

    def copy(self) -> None:
        """Copy what is chosen; its pictures are got ready in the background."""
        desk = self._workbench.desk
        copied = pieces.picked(self._workbench.journey, self._workbench.chosen)
        media, leaving = desk.media, Leaving(desk.media, desk.decoder)
        photos = [*copied.photos.values()]
        whole = dict.fromkeys(photo.media for photo in photos)
        self.forget()
        nest = self._nest = Nest.new(desk.folders.recovery)

        def work(_progress: object) -> tuple[list[Path], list[Path], QImage]:
            folder = nest.make()
            files = leaving.as_files(photos, folder)
            image = _read(files[0]) if len(files) == 1 else QImage()
            return files, media.as_files(whole, folder), image

        def done(made: tuple[list[Path], list[Path], QImage]) -> None:
            self._clipboard().setMimeData(_mime(copied, *made))

        self._jobs.run(
            work,
            done=done,
            failed=lambda error: self._messages.tell(str(error), lasting=True),
        )

    def duplicate(self) -> None:
        """Lay a second one of all that is chosen a little beside it, and choose those."""
        workbench = self._workbench
        fresh = pieces.twins(
            workbench.journey,
            workbench.chosen_things,
            workbench.new_id,
            sheet=workbench.atlas.bounds,
        )
        if not ids_in(fresh):
            return
        workbench.edit(_("Duplicate"), lambda now: pieces.added(now, fresh, fresh.photos.values()))
        workbench.choose(ids_in(fresh))

    def paste(self) -> None:
        """Lay down what the clipboard holds."""
        mime = held_by(self._clipboard())
        if mime is not None and mime.hasFormat(PIECES):
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self._lay(mime)
        else:
            self._canvas.paste()

    def _lay(self, mime: QMimeData) -> None:
        """Lay down pieces that were copied; each where it lay, or a little beside itself."""
        copied = _pieces_in(mime)
        if copied is None:
            self._messages.tell(_("What was copied cannot be read here. Nothing has changed."))
            return
        here = self._workbench.journey
        again = not ids_in(copied).isdisjoint(ids_in(here))
        by = pieces.BESIDE if again else Point(0, 0)
        fresh = pieces.renewed(
            copied, self._workbench.new_id, by=by, at=self._canvas.sight.seen().centre
        )
        files = [path for path in _whole_pictures_in(mime) if path.exists()]
        if files and fresh.photos:
            self._bring_in.land(files, lambda now, came: pieces.added(now, fresh, came))
        else:
            self._workbench.edit(_("Paste"), lambda now: pieces.added(now, fresh, ()))
        self._workbench.choose(ids_in(fresh) - fresh.photos.keys())


def _pieces_in(mime: QMimeData) -> Journey | None:
    """Pieces, if they are as they should be: any program can put anything there."""
    content = bytes(mime.data(PIECES).data())
    if len(content) > _MOST_BYTES:
        return None
    try:
        return codec.decode(content).journey
    except ReisblogError:
        return None


def _whole_pictures_in(mime: QMimeData) -> list[Path]:
    """Where the pictures of copied pieces are: any program can write anything there."""
    try:
        paths = json.loads(bytes(mime.data(PICTURES).data()))
    except (ValueError, RecursionError):
        return []
    known = isinstance(paths, list) and all(isinstance(path, str) for path in paths)
    return [Path(path) for path in paths if "\0" not in path] if known else []


def _read(file: Path) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    reader.setScaledSize(reader.size())  # with a size, reading lets other threads go on
    return reader.read()


def _mime(
    copied: Journey, files: Sequence[Path], whole: Sequence[Path], image: QImage
) -> QMimeData:
    """What is copied.

    Args:
        copied: the pieces.
        files: of the photos, as they may leave.
        whole: of the pictures, for nobody else.
        image: the one photo, for programs that take pictures but no files.
    """
    mime = QMimeData()
    mime.setData(PIECES, codec.encode(copied))
    mime.setData(PICTURES, json.dumps([str(path) for path in whole]).encode())
    if files:
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    if not image.isNull():
        mime.setImageData(image)
    words = [note.text for note in copied.notes.values()]
    words += [moment.text for moment in copied.compass_moments.values() if moment.text]
    words += [text for stop in copied.stops.values() for text in (stop.title, stop.text) if text]
    if words:
        mime.setText("\n\n".join(words))
    return mime
