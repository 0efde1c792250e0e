"""When a note that was begun on the canvas is finished."""

from __future__ import annotations

from collections.abc import Callable

from reisblog.model.changes import Changes
from reisblog.model.journey import Journey
from reisblog.ui.canvas.text_editor import TextEditor
from reisblog.ui.workbench import Workbench


class NewNotes:
    """Tells which note has come into being on the slip, as soon as that is closed."""

    def __init__(
        self, workbench: Workbench, editor: TextEditor, written: Callable[[str], None]
    ) -> None:
        """Listen.

        Args:
            workbench: the open journey.
            editor: where notes are written.
            written: called with the id of a new note; by then it may be gone again.
        """
        self._workbench = workbench
        self._editor = editor
        self._written = written
        self._begun: str | None = None
        self._learn()
        workbench.opened.connect(self._learn)
        workbench.changed.connect(self._follow)
        editor.closed.connect(self._finish)

    def _learn(self) -> None:
        self._known = frozenset(self._workbench.journey.notes)

    def _follow(self, journey: Journey, changes: Changes) -> None:
        if "notes" in changes.tables:
            if self._editor.record_id in journey.notes.keys() - self._known:
                self._begun = self._editor.record_id
            self._known = frozenset(journey.notes)

    def _finish(self) -> None:
        begun, self._begun = self._begun, None
        if begun is not None:
            self._written(begun)
