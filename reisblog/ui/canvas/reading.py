"""What was written on the chosen thing, shown beside it for as long as it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGraphicsView

from reisblog import look
from reisblog.ui.canvas.items.words import WordsItem
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.spots import Spots
from reisblog.ui.canvas.text_editor import TextEditor, writing_on
from reisblog.ui.workbench import Workbench

_OVER_PRINTS = 180_000.0


class Reader:
    """Lays a caption or a story where it was written; the map itself stays quiet.

    Nothing is shown while one writes, while something is held or spread, or while only photos and
    paths show.
    """

    def __init__(
        self,
        workbench: Workbench,
        scene: CanvasScene,
        spots: Spots,
        editor: TextEditor,
        view: QGraphicsView,
    ) -> None:
        self._workbench = workbench
        self._scene = scene
        self._spots = spots
        self._editor = editor
        self._view = view
        self._words: WordsItem | None = None
        self._quiet = False
        self._stories = True
        self._settled = QTimer(view, interval=look.ANSWER_MS, singleShot=True)
        self._settled.timeout.connect(self.refresh)
        for told in (
            workbench.chosen_changed,
            workbench.changed,
            workbench.opened,
            editor.closed,
            scene.calm_changed,
        ):
            told.connect(self.refresh)

    @property
    def words(self) -> WordsItem | None:
        """The slip that is shown, if any."""
        return self._words if self._words is not None and self._words.isVisible() else None

    def set_quiet(self, *, quiet: bool) -> None:
        """Show nothing while only photos and paths show, or go on."""
        self._quiet = quiet
        self.refresh()

    def set_stories(self, *, stories: bool) -> None:
        """Show the story of a halte, or leave it to whoever else shows it; captions stay."""
        self._stories = stories
        self.refresh()

    def settle(self) -> None:
        """Find the words another spot when the map has come to rest; they move along till then."""
        self._settled.start()

    def refresh(self) -> None:
        """Show what there is to read now."""
        chosen = self._workbench.chosen
        record_id = next(iter(chosen)) if len(chosen) == 1 else ""
        said = self._said_on(record_id)
        if said:
            self._lay(record_id, said)
        elif self._words is not None:
            self._words.hide()

    def _said_on(self, record_id: str) -> str:
        journey = self._workbench.journey
        if self._quiet or self._editor.record_id is not None or not self._scene.is_calm:
            return ""
        if record_id in journey.notes:  # always there to read
            return ""
        if record_id in journey.stops and not self._stories:
            return ""
        writing = writing_on(journey, record_id)
        said = ((writing.read(journey) if writing else None) or "").rstrip()
        return said if said and self._spots.is_seen(record_id) else ""

    def _lay(self, record_id: str, said: str) -> None:
        if self._words is None:
            self._words = WordsItem()
            self._words.setZValue(_OVER_PRINTS)
            self._scene.addItem(self._words)
        spot = self._spots.of(record_id)
        self._words.say(record_id, said, spot)
        size = self._words.rect()
        corner = spot.area(size.width(), size.height()).topLeft()
        self._words.setPos(self._view.viewportTransform().inverted()[0].map(corner))
        self._words.show()
