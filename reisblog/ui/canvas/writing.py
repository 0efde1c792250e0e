"""Where texts are written on the canvas: beside the thing they belong to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGraphicsView

from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Note
from reisblog.model.room import on_sheet
from reisblog.ui.canvas.beside import Spot
from reisblog.ui.canvas.lights import Lights
from reisblog.ui.canvas.reading import Reader
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.spots import Spots
from reisblog.ui.canvas.text_editor import TextEditor, Writing, blank_note, new_note, writing_on
from reisblog.ui.workbench import Workbench


class Writer:
    """Opens the slip of paper one writes on, at the spot where its words are read afterwards.

    Attributes:
        reader: shows them there.
    """

    def __init__(
        self,
        workbench: Workbench,
        scene: CanvasScene,
        editor: TextEditor,
        view: QGraphicsView,
        lights: Lights,
        *,
        on_compass: Callable[[str, str], None],
    ) -> None:
        """Know where one writes.

        Args:
            workbench: the open journey.
            scene: what lies where.
            editor: the slip.
            view: where it lies.
            lights: what is lit over it.
            on_compass: told a compass, on whose card one writes, and letters typed already.
        """
        self._workbench = workbench
        self._on_compass = on_compass
        self._editor = editor
        self._spots = Spots(workbench, scene, view, lights)
        self._new_note: Note | None = None
        self.reader = Reader(workbench, scene, self._spots, editor, view)
        workbench.changed.connect(self._follow)

    def on(self, record_id: str) -> None:
        """Write on a photo, a halte, a note or a compass."""
        if record_id in self._workbench.journey.compass_moments:
            self._on_compass(record_id, "")
            return
        writing = writing_on(self._workbench.journey, record_id)
        if writing is not None:
            self._open(writing, self._spots.of(record_id))

    def note(self, at: Point) -> None:
        """Begin a note on the ground; on the sheet, and far enough from its edge to be whole."""
        corner = on_sheet(at, self._workbench.atlas.bounds)
        note = self._new_note = blank_note(self._workbench, corner)
        self._open(new_note(note), self._spots.of_new_note(note))

    def typed(self, letters: str) -> bool:
        """Write these letters on the one thing that is chosen; tells whether there is one."""
        chosen = self._workbench.chosen
        if len(chosen) != 1:
            return False
        record_id = next(iter(chosen))
        if record_id in self._workbench.journey.compass_moments:
            self._on_compass(record_id, letters)
            return True
        writing = writing_on(self._workbench.journey, record_id)
        if writing is None:
            return False
        self._open(writing, self._spots.of(record_id), begin_with=letters)
        return True

    def settle(self) -> None:
        """The map has moved under the words."""
        if (record_id := self._editor.record_id) is not None:
            known = writing_on(self._workbench.journey, record_id) is not None
            if known or self._new_note is None:
                self._editor.settle(self._spots.of(record_id))
            else:
                self._editor.settle(self._spots.of_new_note(self._new_note))
        self.reader.settle()

    def _follow(self, journey: Journey) -> None:
        """A note's slip widens rather than break a word; what one writes on widens with it."""
        record_id = self._editor.record_id
        if record_id is not None and record_id in journey.notes:
            self._editor.settle(self._spots.of(record_id))

    def _open(self, writing: Writing, spot: Spot, *, begin_with: str = "") -> None:
        note = self._workbench.journey.notes.get(writing.record_id)
        if note is not None:  # emptied, it is gone from the journey while one still writes on it
            self._new_note = note
        self._editor.open(writing, spot, begin_with=begin_with)
        self.reader.refresh()
