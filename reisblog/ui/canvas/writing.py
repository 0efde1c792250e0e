"""Where texts are written on the canvas: beside the thing they belong to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from reisblog.model.geometry import Point
from reisblog.ui.canvas.lights import Lights
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.text_editor import TextEditor, Writing, new_note, writing_on
from reisblog.ui.workbench import Workbench


class Writer:
    """Opens the slip of paper one writes on, at the right spot."""

    def __init__(
        self,
        workbench: Workbench,
        scene: CanvasScene,
        lights: Lights,
        editor: TextEditor,
        view: QGraphicsView,
    ) -> None:
        self._workbench = workbench
        self._scene = scene
        self._lights = lights
        self._editor = editor
        self._view = view

    def on(self, record_id: str) -> None:
        """Write on a photo, a halte or a note."""
        writing = writing_on(self._workbench.journey, record_id)
        if writing is not None:
            self._open(writing)

    def note(self, at: Point) -> None:
        """Begin a note on the ground."""
        spot = at.rounded()
        self._open(new_note(self._workbench.new_id(), spot), at=spot)

    def typed(self, letters: str) -> bool:
        """Write these letters on the one thing that is chosen; tells whether there is one."""
        chosen = self._workbench.chosen
        if len(chosen) != 1:
            return False
        writing = writing_on(self._workbench.journey, next(iter(chosen)))
        if writing is None:
            return False
        self._open(writing, begin_with=letters)
        return True

    def settle(self) -> None:
        """The map has moved under the slip."""
        if self._editor.record_id is not None:
            self._editor.settle(self._box_of(self._editor.record_id))

    def _open(self, writing: Writing, *, begin_with: str = "", at: Point | None = None) -> None:
        self._editor.open(writing, self._box_of(writing.record_id, at), begin_with=begin_with)

    def _box_of(self, record_id: str, at: Point | None = None) -> QRectF:
        """Where a record is seen, in logical pixels of the view."""
        to_view = self._view.viewportTransform()
        box = QRectF()
        for frame in self._lights.frames_of(record_id):
            box = box.united(frame.boundingRect())
        if not box.isEmpty():
            return to_view.mapRect(box)
        item = self._scene.item_of(record_id)
        if at is not None:
            spot = QPointF(at.x, at.y)
        else:
            spot = item.pos() if item is not None else self._view.sceneRect().center()
        return QRectF(to_view.map(spot), to_view.map(spot))
