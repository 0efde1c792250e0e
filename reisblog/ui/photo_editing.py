"""What can be done with one photo: cropping it, hiding faces in it, another one in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from reisblog.model import edits
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from PySide6.QtWidgets import QWidget

    from reisblog.model.journey import Journey
    from reisblog.model.records import Photo
    from reisblog.ui.bring_in import BringIn
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.workbench import Workbench


class PhotoEditing:
    """Opens the chosen photo large where that is done, or asks for another one."""

    def __init__(
        self,
        workbench: Workbench,
        canvas: CanvasView,
        bring_in: BringIn,
        *,
        chosen: Callable[[], AbstractSet[str]],
        show_map: Callable[[], None],
        dialogs: Callable[[], Dialogs],
        window: Callable[[], QWidget | None],
    ) -> None:
        """Know whom to ask.

        Args:
            workbench: the open journey.
            canvas: where a photo is seen large.
            bring_in: takes pictures in.
            chosen: gives the ids of the photos that are chosen.
            show_map: shows the map where something else stood in its place.
            dialogs: gives the platform's file dialogs.
            window: what dialogs belong to.
        """
        self._workbench = workbench
        self._canvas = canvas
        self._bring_in = bring_in
        self._chosen = chosen
        self._show_map = show_map
        self._dialogs = dialogs
        self._window = window

    def crop(self) -> None:
        """Crop and straighten the chosen photo."""
        if self._open():
            self._canvas.large.crop()

    def hide_faces(self) -> None:
        """Make faces in the chosen photo unrecognisable."""
        if self._open():
            self._canvas.large.hide_faces()

    def replace(self) -> None:
        """Let another picture come in the place of the chosen photo's."""
        if (photo_id := self._only_one()) is not None:
            self.replace_photo(photo_id)

    def replace_photo(self, photo_id: str) -> None:
        """Let another picture come in the place of this photo's."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        file = self._dialogs().photo(self._window(), Path(pictures))
        if file is None:
            return

        def landing(journey: Journey, came: Sequence[Photo]) -> Journey:
            return edits.replace_picture(journey, photo_id, came[0]) if came else journey

        self._bring_in.land([file], landing, label=_("Another photo"))

    def look_at_all(self, photos: Sequence[Photo]) -> None:
        """Show these large, one after the other."""
        if photos:
            self._show_map()
            self._canvas.large.open(photos, 0)

    def _open(self) -> bool:
        photo_id = self._only_one()
        if photo_id is None:
            return False
        self._show_map()
        large = self._canvas.large
        if not large.isVisible() or large.photo is None or large.photo.id != photo_id:
            self._canvas.handling.open_large(photo_id)
        return True

    def _only_one(self) -> str | None:
        chosen = self._chosen() & self._workbench.journey.photos.keys()
        return next(iter(chosen)) if len(chosen) == 1 else None
