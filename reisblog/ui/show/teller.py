"""The traveller's own view of the telling, on a screen that the class does not see.

It follows the board: what is on it, what comes next, the traveller's own words, the time. Nothing
stands here that the viewers may not see, for they may see it all the same.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTime, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.finger_scrolling import FingerScrolling
from reisblog.ui.plain_text import PlainLabel
from reisblog.ui.show.controls import BoardButton
from reisblog.ui.show.own_words import As, Said, coming, next_stop, own_words
from reisblog.ui.showing import audience_name
from reisblog.ui.wrapping import shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.ui.show.window import ShowWindow

_UNITS_HIGH = 768.0
"""It is laid out in so many units from top to bottom, as the board is in its own."""
_READING, _TITLE, _SMALL, _CLOCK = 25.0, 32.0, 19.0, 40.0
_GAP, _BUTTON = 20.0, 84.0
_LEAST_PX = 15
_MOVING_MS, _RESTING_MS = 120, 1_000
_TEXT_SHARE, _PICTURE_SHARE = 10, 13
_TOLD = frozenset({As.TEXT, As.CAPTION})
_NEXT_WIDE, _SHAPE = 0.21, 16 / 9


class Teller(QWidget):
    """Follows one board.

    Attributes:
        words: what the traveller wrote of the halte that is told now.
        now, next: small pictures of the board and of what comes.
        back_button, pause_button, on_button: do what those of the board do.
    """

    def __init__(
        self,
        board: ShowWindow,
        *,
        clock: Callable[[], float] = time.monotonic,
        time_now: Callable[[], QTime] = QTime.currentTime,
    ) -> None:
        super().__init__()
        self._board, self._clock, self._time_now = board, clock, time_now
        self._began: float | None = None
        self.setWindowTitle(_("Your own view"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.now = _Picture(board, self._draw_now)
        self.next = _Picture(board, self._draw_next)
        self.words = _Words()
        self._time, self._told, self._viewer = PlainLabel(), PlainLabel(), PlainLabel()
        self._then, self._later = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self._heading = PlainLabel(_("Next"))
        self.back_button = BoardButton("chevron-left", _("Back"), self, named=True)
        self.pause_button = BoardButton("eye-off", _("Pause"), self, named=True)
        self.on_button = BoardButton("chevron-right", _("On"), self, named=True)
        self.back_button.clicked.connect(board.back)
        self.pause_button.clicked.connect(board.pause)
        self.on_button.clicked.connect(board.on)
        self._put_together()
        FingerScrolling(self)
        self._pulse = QTimer(self, interval=_RESTING_MS)
        self._pulse.timeout.connect(self._beat)
        board.story.moved.connect(self._follow)
        board.story.changed.connect(self._follow_change)
        board.stage.settled.connect(self._beat)
        board.paused.connect(self._beat)
        board.closed.connect(self.close)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key means here what it means on the board."""
        self._board.keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """No button has the keyboard unless somebody wants it to."""
        super().showEvent(event)
        self.setFocus()
        self._pulse.start()
        self._beat()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._pulse.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger letters on a larger screen."""
        super().resizeEvent(event)
        unit = self.height() / _UNITS_HIGH
        self._time.setFont(_letters(_CLOCK * unit, bold=True))
        for label in (self._told, self._viewer, self._later, self._heading):
            label.setFont(_letters(_SMALL * unit))
        self._then.setFont(_letters(_READING * unit, bold=True))
        for button in (self.back_button, self.pause_button, self.on_button):
            button.setMinimumHeight(max(look.TARGET_BOARD_PX, round(_BUTTON * unit)))
        gap = round(_GAP * unit)
        self._grid.setContentsMargins(gap, gap, gap, gap)
        self._beside.setSpacing(gap)
        self._buttons.setSpacing(gap)
        self._grid.setSpacing(gap)
        wide = round(_NEXT_WIDE * self.width())
        self.next.setFixedSize(wide, round(wide / _SHAPE))
        self.words.fit(unit)

    def _put_together(self) -> None:
        clock = QHBoxLayout()
        clock.addWidget(self._time)
        clock.addWidget(self._told, alignment=Qt.AlignmentFlag.AlignVCenter)
        clock.addStretch(1)
        clock.addWidget(self._viewer, alignment=Qt.AlignmentFlag.AlignVCenter)
        then = QVBoxLayout()
        then.addStretch(1)
        for label in (self._heading, self._then, self._later):
            then.addWidget(label)
        then.addStretch(1)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.next)
        self._beside.addLayout(then, 1)
        self._buttons = QHBoxLayout()
        for button in (self.back_button, self.pause_button, self.on_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.addLayout(clock, 0, 0)
        self._grid.addWidget(self.now, 1, 0)
        self._grid.addLayout(self._beside, 2, 0)
        self._grid.addLayout(self._buttons, 3, 0, 1, 2)
        self._grid.addWidget(self.words, 0, 1, 3, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(0, _PICTURE_SHARE)
        self._grid.setColumnStretch(1, _TEXT_SHARE)

    def _follow(self) -> None:
        """Another moment is told, or another journey."""
        story = self._board.story
        if self._began is None and story.at > 0:
            self._began = self._clock()
        self.words.show_words(own_words(story))
        self._viewer.setText(_("For: {audience}").format(audience=audience_name(story.viewer)))
        then, later = coming(story, story.following), next_stop(story)
        self._then.setText(shortened(then))
        after = "" if later == then else later
        self._later.setText(_("After that: {stop}").format(stop=shortened(after)) if after else "")
        self.next.setVisible(bool(then))
        self._beat()

    def _follow_change(self) -> None:
        """Another journey is told: what is closed is off this screen at once, too."""
        self._follow()
        if self._board.story.hides:
            self.repaint()

    def _beat(self) -> None:
        """The pictures and the time are as they are now."""
        moving = self._board.stage.is_moving
        self._pulse.setInterval(_MOVING_MS if moving else _RESTING_MS)
        paused = self._board.is_paused
        self.pause_button.show_as(
            "eye" if paused else "eye-off", _("Go on") if paused else _("Pause")
        )
        self._time.setText(self._time_now().toString("HH:mm"))
        gone = 0 if self._began is None else int(self._clock() - self._began)
        told = f"{gone // 60}:{gone % 60:02}"
        self._told.setText("" if self._began is None else _("Told for {time}").format(time=told))
        self.now.update()
        self.next.update()

    def _draw_now(self, painter: QPainter) -> None:
        self._board.render(painter, QPoint(0, 0))

    def _draw_next(self, painter: QPainter) -> None:
        story = self._board.story
        if story.following is not None:
            self._board.stage.draw_moment(painter, story.following)


class _Picture(QWidget):
    """A small picture of something that draws itself as large as the board."""

    def __init__(self, board: QWidget, draw: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._board, self._draw = board, draw
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As large as it fits, on the left, with a thin line around it."""
        del event
        ratio = self.devicePixelRatioF()
        whole = QSizeF(self._board.size())
        size = whole.scaled(QSizeF(self.size()) * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        if size.isEmpty():
            return
        image = QImage(size.toSize(), QImage.Format.Format_RGB32)
        image.fill(QColor(look.PAPER))
        painter = QPainter(image)
        painter.scale(size.width() / whole.width(), size.height() / whole.height())
        self._draw(painter)
        painter.end()
        image.setDevicePixelRatio(ratio)
        box = QRectF(QPointF(0, 0), size / ratio)
        box.moveTop((self.height() - box.height()) / 2)
        painter = QPainter(self)
        painter.drawImage(box.topLeft(), image)
        painter.setPen(QColor(theme.HAIRLINE))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()


class _Words(QScrollArea):
    """Words large enough to be read while one talks; what is on the board now in ink."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "sheet")
        self._unit = 1.0
        self._said: list[Said] = []
        self._labels: list[PlainLabel] = []
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._rows.addStretch(1)
        self.setWidget(self._page)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._show_now)

    @property
    def text(self) -> str:
        """All that stands there."""
        return "\n".join(label.text() for label in self._labels if label.isVisibleTo(self))

    def show_words(self, said: list[Said]) -> None:
        """Have these stand there, and see those that are told now."""
        if said == self._said:
            return
        self._said = said
        while len(self._labels) < len(said):
            self._labels.append(PlainLabel(wraps=True))
            self._rows.insertWidget(len(self._labels) - 1, self._labels[-1])
        for label in self._labels[len(said) :]:
            label.clear()
            label.hide()
        for each, label in zip(said, self._labels, strict=False):
            label.setText(shortened(each.words))
            quiet = each.as_ in _TOLD and not each.now
            palette = label.palette()
            palette.setColor(label.foregroundRole(), QColor(look.INK_SOFT if quiet else look.INK))
            label.setPalette(palette)
            label.show()
        self.fit(self._unit)
        self._soon.start()  # the page is laid out at its next event

    def fit(self, unit: float) -> None:
        """Set them in letters for a screen on which a unit has so many pixels."""
        self._unit = unit
        sizes = {As.TITLE: _TITLE, As.WHERE: _SMALL}
        for each, label in zip(self._said, self._labels, strict=False):
            size = sizes.get(each.as_, _READING) * unit
            label.setFont(_letters(size, title=each.as_ is As.TITLE, italic=each.as_ is As.CAPTION))
        gap = round(_GAP * unit)
        self._rows.setSpacing(gap // 2)
        self._rows.setContentsMargins(gap, gap, gap, gap)

    def _show_now(self) -> None:
        """What is told now comes into view; at a new halte, all from its title on."""
        told = [number for number, each in enumerate(self._said) if each.as_ in _TOLD]
        now = [number for number in told if self._said[number].now]
        if not now or now[0] == told[0]:
            self.verticalScrollBar().setValue(0)
        else:
            self.ensureWidgetVisible(self._labels[now[0]])


def _letters(
    size: float, *, bold: bool = False, title: bool = False, italic: bool = False
) -> QFont:
    font = theme.font(max(_LEAST_PX, round(size)), bold=bold, title=title)
    font.setItalic(italic)
    return font
