"""What was written on the chosen thing, shown beside it for as long as it is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QGraphicsView

from reisblog import look
from reisblog.model.records import CompassMoment, Impulse
from reisblog.texts import _
from reisblog.ui.canvas.beside import Obstacle
from reisblog.ui.canvas.items.words import WordsItem
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.spots import Spots
from reisblog.ui.canvas.text_editor import TextEditor, writing_on
from reisblog.ui.workbench import Workbench

_SLIP_WEIGHT = 12.0
"""What a slip of words matters that lies already, beside any photo or note."""


class Reader:
    """Lays a caption or a story where it was written; the map itself stays quiet.

    With a halte the words of its compasses are read, too, each beside its own. Those of a compass
    that is chosen itself are read in its card, while that is open.

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
        self._slips: list[WordsItem] = []
        self._shown: list[tuple[str, str, QRectF]] = []
        self._in_card = ""
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
        """The slip with the words of what is chosen, if they are shown."""
        chosen = self._workbench.chosen
        return next((slip for slip in self.slips if slip.record_id in chosen), None)

    @property
    def slips(self) -> list[WordsItem]:
        """All slips that are shown."""
        return [slip for slip in self._slips if slip.isVisible()]

    def set_quiet(self, *, quiet: bool) -> None:
        """Show nothing while only photos and paths show, or go on."""
        self._quiet = quiet
        self.refresh()

    def set_stories(self, *, stories: bool) -> None:
        """Show the story of a halte, or leave it to whoever else shows it; captions stay."""
        self._stories = stories
        self.refresh()

    def leave_to_card(self, moment_id: str) -> None:
        """Leave the words of this compass to its card; of none, where there is no id."""
        self._in_card = moment_id
        self.refresh()

    def settle(self) -> None:
        """Find the words another spot when the map has come to rest; they move along till then."""
        self._settled.start()

    def refresh(self) -> None:
        """Show what there is to read now."""
        told = list(self._told())
        while len(self._slips) < len(told):
            self._slips.append(self._scene.add_words())
        laid: list[Obstacle] = []
        for slip, (record_id, said) in zip(self._slips, told, strict=False):
            laid.append(Obstacle(self._lay(slip, record_id, said, laid), _SLIP_WEIGHT))
        for slip in self._slips[len(told) :]:
            slip.hide()
        shown = [(*one, each.area) for one, each in zip(told, laid, strict=True)]
        if shown != self._shown:
            self._shown = shown
            self._scene.read_changed.emit()

    def _told(self) -> Iterator[tuple[str, str]]:
        """What is read now: whose words, and which."""
        if self._quiet or self._editor.record_id is not None or not self._scene.is_calm:
            return
        workbench, chosen = self._workbench, self._workbench.chosen
        if len(chosen) == 1:
            (record_id,) = chosen
            if said := self._said_on(record_id):
                yield record_id, said
        moments = workbench.journey.compass_moments
        stop_id = None if chosen & moments.keys() else workbench.chosen_stop
        for moment in moments.values():
            if moment.stop is not None and moment.stop == stop_id:
                said = said_by(moment)
                if said and self._spots.is_seen(moment.id):
                    yield moment.id, said

    def _said_on(self, record_id: str) -> str:
        journey = self._workbench.journey
        if record_id in journey.notes:  # always there to read
            return ""
        if record_id in journey.stops and not self._stories:
            return ""
        if (moment := journey.compass_moments.get(record_id)) is not None:
            said = "" if record_id == self._in_card else said_by(moment)
        else:
            writing = writing_on(journey, record_id)
            said = ((writing.read(journey) if writing else None) or "").rstrip()
        return said if said and self._spots.is_seen(record_id) else ""

    def _lay(self, slip: WordsItem, record_id: str, said: str, laid: Sequence[Obstacle]) -> QRectF:
        """Lay a slip beside its thing and the others; gives what it covers of the view."""
        spot = self._spots.of(record_id, laid)
        slip.say(record_id, said, spot)
        size = slip.rect()
        area = spot.area(size.width(), size.height())
        slip.setPos(self._view.viewportTransform().inverted()[0].map(area.topLeft()))
        slip.show()
        return area


def said_by(moment: CompassMoment) -> str:
    """What a compass tells on the map: its words, and who asked."""
    asked = moment.asker if moment.impulse is Impulse.EXTERNAL else ""
    who = _("Asked by {name}").format(name=asked) if asked else ""
    return "\n".join(filter(None, (moment.text.rstrip(), who)))
