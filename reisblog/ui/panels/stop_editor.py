"""What unfolds below a halte's card: its words, its photos, who was along, and its places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import follow_on
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.audience_row import AudienceRow
from reisblog.ui.panels.company_chips import CompanyChips
from reisblog.ui.panels.place_picker import PlacePicker
from reisblog.ui.panels.prints import PrintList
from reisblog.ui.panels.things_row import ThingsRow
from reisblog.ui.plain_text import LineField, TextField
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent

    from reisblog.model.journey import Journey
    from reisblog.model.outline import Chapter
    from reisblog.model.records import Audience
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_CELL_PX = 70


class StopEditor(QWidget):
    """Edits one halte in place; every letter is in the journey at once.

    Signals:
        removed: the halte should go.
        written: Esc has ended the writing.
        indented: it should stand on the second track, or on the first.
    """

    removed = Signal()
    written = Signal()
    indented = Signal(bool)

    def __init__(
        self, chapter: Chapter, workbench: Workbench, pictures: Pictures, vignettes: Vignettes
    ) -> None:
        super().__init__()
        self._workbench = workbench
        self._vignettes = vignettes
        self._stop_id = chapter.stop.id
        note_record(self, chapter.stop.id)
        self._picker: PlacePicker | None = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.title = LineField(
            name=_("Name of this stop"), placeholder=_("A name, if you like"), look="inset"
        )
        # Bold as a name, but not as words that only say what may come here.
        self.title.textChanged.connect(
            lambda words: self.title.setFont(theme.font(bold=bool(words)))
        )
        self.title.setDragEnabled(True)
        self.when = LineField(
            name=_("When"), placeholder=_("When, in your own words"), look="inset"
        )
        self.story = TextField(
            name=_("Your story here"), placeholder=_("Your story here"), lines=3, look="inset"
        )
        self.photos = PrintList(
            pictures, self, name=_("Photos of this stop"), cell=_CELL_PX, rows=3
        )
        self.company = CompanyChips(chapter.stop.id, workbench, pictures)
        self.things = ThingsRow(chapter.stop.id, workbench)
        self.audience = AudienceRow()
        self.also, self.track, self.remove = QPushButton(), QPushButton(), QPushButton()
        self.track.setCheckable(True)
        label(self.also, "pin", _("Also at another place"))
        label(self.track, "track", _("On a second track"))
        label(self.remove, "trash", _("Take the stop away"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(4)
        for widget in (
            self.title,
            self.when,
            self.story,
            self.photos,
            self.things,
            self.company,
            self.audience,
            self.also,
            self.track,
            self.remove,
        ):
            layout.addWidget(widget)
        layout.insertSpacing(4, 4)
        self._connect()
        self.show_chapter(chapter)

    def show_chapter(self, chapter: Chapter, *, may_be_beside: bool = False) -> None:
        """Show what the journey says; beside the first halte there can be none."""
        self.track.setVisible(may_be_beside)
        self.track.setChecked(chapter.beside)
        self.track.setIcon(icon("check" if chapter.beside else "track"))
        stop = chapter.stop
        self.title.show_text(stop.title)
        self.when.show_text(stop.when)
        self.story.show_text(stop.text)
        self.audience.show_audience(stop.audience)
        self.photos.setVisible(bool(chapter.photos))
        self.photos.show_photos(chapter.photos)
        self.things.show_chapter(chapter)
        self.company.follow()
        if self._picker is not None:
            self._picker.show_ticks(stop.places)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the fields is no press on the card."""
        event.accept()

    def _connect(self) -> None:
        key = self._stop_id
        self.title.edited.connect(
            lambda words: self._edit(
                _("Name the stop"),
                f"stop-title-{key}",
                lambda now: edits.change_stop(now, key, title=words),
            )
        )
        self.when.edited.connect(
            lambda words: self._edit(
                _("Say when it was"),
                f"stop-when-{key}",
                lambda now: edits.change_stop(now, key, when=words),
            )
        )
        self.story.edited.connect(
            lambda words: self._edit(
                _("Write the story"),
                f"stop-text-{key}",
                lambda now: edits.change_stop(now, key, text=words),
            )
        )
        self.title.returnPressed.connect(self.when.setFocus)
        self.when.returnPressed.connect(self.story.setFocus)
        for field in (self.title, self.when, self.story):
            field.left.connect(self._seal)
        for line in (self.title, self.when):
            line.finished.connect(partial(self._line_finished, line))
        self.story.finished.connect(self.written)
        self.company.rearranged.connect(lambda: follow_on(self.title, self))
        self.photos.chosen.connect(self._choose_photos)
        self.photos.taken_away.connect(self._take_photos_back)
        self.audience.picked.connect(self._show_to)
        self.also.clicked.connect(self._open_places)
        self.track.clicked.connect(self.indented)
        self.remove.clicked.connect(self.removed)

    def _line_finished(self, line: LineField) -> None:
        """Enter goes on to the next; Esc has left the field already."""
        if not line.hasFocus():
            self.written.emit()

    def _edit(self, label: str, key: str, edit: Callable[[Journey], Journey]) -> None:
        if self._stop_id in self._workbench.journey.stops:
            self._workbench.edit(label, edit, key=key)

    def _seal(self) -> None:
        self._workbench.desk.history.seal()

    def _choose_photos(self, ids: list[str]) -> None:
        if ids:
            self._workbench.choose(ids)

    def _take_photos_back(self, ids: list[str]) -> None:
        self._workbench.edit(_("Put back in the tray"), lambda now: edits.take_back(now, ids))

    def _show_to(self, audience: Audience) -> None:
        self._workbench.edit(
            _("Say who may see it"),
            lambda now: edits.show_to(now, [self._stop_id], audience),
        )

    def _open_places(self) -> None:
        picker = PlacePicker(self._workbench, self._vignettes, self._toggle_place, self)
        picker.show_ticks(self._workbench.journey.stops[self._stop_id].places)
        picker.destroyed.connect(self._picker_gone)
        self._picker = picker
        picker.open_at(self.also)

    def _picker_gone(self) -> None:
        self._picker = None

    def _toggle_place(self, place_id: str) -> None:
        self._workbench.edit(
            _("Change where the stop is"),
            lambda now: edits.also_at(now, self._stop_id, place_id),
        )
