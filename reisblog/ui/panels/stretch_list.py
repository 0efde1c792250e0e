"""The stretches that somebody travels along, each from one halte to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reisblog import look
from reisblog.model import edits
from reisblog.model.company import between, stretches
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import holds_focus
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.stop_picker import StopCell, StopPictures, open_stops
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reisblog.ui.workbench import Workbench

_HAIR_LEFT_PX = 51


class StretchRow(QWidget):
    """One stretch: from, to, and a button that takes it away.

    Attributes:
        start, end: the haltes.
        remove: takes it away.
    """

    def __init__(self, workbench: Workbench, drawings: StopPictures) -> None:
        super().__init__()
        self.start = StopCell(_("from"), workbench, drawings)
        self.end = StopCell(_("to"), workbench, drawings)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close"))
        self.remove.setIconSize(QSize(18, 18))
        self.remove.setAccessibleName(_("Take this stretch away"))
        self.remove.setToolTip(_("Take this stretch away"))
        cells = QVBoxLayout()
        cells.setSpacing(1)
        cells.addWidget(self.start)
        cells.addWidget(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(cells, 1)
        row.addWidget(self.remove)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A slip of paper, with a hairline between from and to."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.HAIRLINE))
        painter.setBrush(QColor(look.PAPER))
        edge = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, look.RADIUS_CONTROL_PX, look.RADIUS_CONTROL_PX)
        y = self.start.geometry().bottom() + 1
        painter.drawLine(_HAIR_LEFT_PX, y, self.start.geometry().right(), y)


class StretchList(QWidget):
    """All stretches of one person; without any halte there is nothing to see.

    Attributes:
        rows: the stretches, in the order of the story.
        another: lets one choose where another begins.

    Signals:
        rearranged: other rows stand here.
    """

    rearranged = Signal()

    def __init__(self, companion_id: str, workbench: Workbench, drawings: StopPictures) -> None:
        super().__init__()
        self._companion_id = companion_id
        self._workbench = workbench
        self._drawings = drawings
        self._shown: list[tuple[str, ...]] = []
        self.rows: list[StretchRow] = []
        heading = PlainLabel(_("Travels along"), look="small")
        heading.setContentsMargins(8, 4, 0, 2)
        self.another = QPushButton()
        self.another.clicked.connect(self._choose_another)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(heading)
        self._layout.addWidget(self.another)
        drawings.pictures.ready.connect(self._repaint)
        drawings.pictures.rough.connect(self._repaint)
        drawings.vignettes.refreshed.connect(self._repaint)

    def follow(self) -> None:
        """Show what the journey says."""
        journey = self._workbench.journey
        self.setVisible(bool(journey.stops))
        self._shown = stretches(journey, self._companion_id)
        while len(self.rows) > len(self._shown):
            self._drop(self.rows.pop())
        while len(self.rows) < len(self._shown):
            self._add_row()
        for row, stretch in zip(self.rows, self._shown, strict=True):
            row.start.show_stop(journey.stops[stretch[0]])
            row.end.show_stop(journey.stops[stretch[-1]])
        label(self.another, "add", _("Another stretch") if self._shown else _("A stretch"))

    def _add_row(self) -> None:
        row = StretchRow(self._workbench, self._drawings)
        nth = len(self.rows)
        row.start.picked.connect(partial(self._begin_at, nth))
        row.end.picked.connect(partial(self._end_at, nth))
        row.remove.clicked.connect(lambda: self._rewrite(nth, ()))
        self.rows.append(row)
        self._layout.insertWidget(self._layout.count() - 1, row)
        self.rearranged.emit()

    def _drop(self, row: StretchRow) -> None:
        if holds_focus(row):
            self.another.setFocus(Qt.FocusReason.TabFocusReason)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _begin_at(self, nth: int, stop_id: str) -> None:
        self._rewrite(nth, between(self._workbench.journey, stop_id, self._shown[nth][-1]))

    def _end_at(self, nth: int, stop_id: str) -> None:
        self._rewrite(nth, between(self._workbench.journey, self._shown[nth][0], stop_id))

    def _choose_another(self) -> None:
        open_stops(
            self.another, self._workbench, self._drawings, lambda key: self._along((), (key,))
        )

    def _rewrite(self, nth: int, wanted: Iterable[str]) -> None:
        self._along(self._shown[nth], wanted)

    def _along(self, before: Iterable[str], after: Iterable[str]) -> None:
        """Let them be along here, and no longer there.

        Only at haltes that are seen now: at others somebody may have left them out on purpose.
        """
        key = self._companion_id
        self._workbench.edit(
            _("Say where somebody was along"),
            lambda now: edits.accompany(
                edits.accompany(now, key, before, along=False), key, after, along=True
            ),
        )

    def _repaint(self) -> None:
        for row in self.rows:
            row.start.update()
            row.end.update()
