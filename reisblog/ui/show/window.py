"""The board's window: full screen or not, moved by touch, clicker, mouse and keys alike."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from reisblog import look
from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui.show.by_itself import ByItself, Pace
from reisblog.ui.show.controls import Choice, Controls
from reisblog.ui.show.land import Land
from reisblog.ui.show.large_pixels import LargePixels
from reisblog.ui.show.layers import Layers
from reisblog.ui.show.stage import Stage
from reisblog.ui.show.story import Story
from reisblog.ui.showing import audience_name
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.desk import Desk
    from reisblog.ui.canvas.map_layer import MapLayer
    from reisblog.ui.jobs import Jobs
    from reisblog.ui.pictures import Pictures

_ON = frozenset(
    {
        Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown,
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N,
    }
)  # fmt: skip
_BACK = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace, Qt.Key.Key_P,
    }
)  # fmt: skip
_PAUSE = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
_LOOKS = {Audience.CLASS: "users", Audience.CONVERSATION: "user", Audience.SELF: "lock"}
"""The icons of those to whom it is told."""
_SWIPE = 0.06
"""Of the board's width: a finger that goes so far to the side swipes."""


class ShowWindow(QWidget):
    """Tells one journey.

    Attributes:
        story: where the telling is.
        stage: what is seen.
        layers: what lies over it.
        controls: what is pressed.
        by_itself: tells without anybody.

    Signals:
        closed: nobody tells any more.
        paused: only paper is seen from now on, or no longer.
        viewer_changed: the ``Audience`` to whom it is told from now on.
    """

    closed = Signal()
    paused = Signal()
    viewer_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        pictures: Pictures,
        map_layer: MapLayer,
        jobs: Jobs,
        viewer: Audience,
        *,
        motion: bool = True,
        left_handed: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setWindowTitle(_("Telling"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._bench = Workbench(desk, self)
        self._bench.look_as(viewer)
        self.story = Story(desk, viewer, parent=self)
        land = Land(self._bench, pictures, map_layer, self)
        self._pixels = LargePixels(desk, pictures, jobs, self)
        self.stage = Stage(self.story, self._bench, land, self._pixels, clock=clock, parent=self)
        self.stage.motion = motion
        self.layers = Layers(self, desk, jobs, self._pixels)
        self._curtain = _Paper(self)
        self.controls = Controls(self, left_handed=left_handed)
        self.controls.back.connect(self.back)
        self.controls.on.connect(self.on)
        self.by_itself = ByItself(self, self.story, self.stage)
        self.by_itself.stopped.connect(self._note_moved)
        self.paused.connect(self.by_itself.stop)
        self._curtain_choice = Choice(
            *self._told_to(), self.close_curtain, within=self._others(), state=self._told_to
        )
        self.controls.offer(
            Choice("map", _("To the map"), self.home),
            self._curtain_choice,
            Choice("play", _("By itself"), self.by_itself.stop, within=self._paces()),
            Choice("photos", _("Photos together"), self._switch_together, self._is_together),
            Choice("doodle", _("Draw"), self.layers.draw),
            Choice("eye-off", _("Pause"), self.pause),
            Choice("fullscreen", _("Window"), self.switch_full_screen),
            Choice("close", _("Stop telling"), self.close, last=True),
        )
        self.controls.bag_button.clicked.connect(self.layers.open_bag)
        self.story.moved.connect(self._note_moved)
        self.story.changed.connect(self._note_changed)  # behind all else that follows it
        self._note_moved()
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocus()

    @property
    def is_paused(self) -> bool:
        """Whether only paper is seen."""
        return self._curtain.isVisibleTo(self)

    def on(self) -> None:
        """To the end of what is under way; else one moment on."""
        if self.is_paused:
            self.pause()
        elif not self.stage.hurry():
            self.story.next()

    def back(self) -> None:
        """One moment back."""
        if self.is_paused:
            self.pause()
        elif not self.layers.leave():
            self.stage.hurry()
            self.story.back()

    def home(self) -> None:
        """To the map as it lies there by now; to the story, where that was left."""
        self.stage.hurry()
        if self.story.left is not None:
            self.story.come_back()
        else:
            self.story.home()

    def pause(self) -> None:
        """Show paper only, or the story again."""
        self._curtain.setVisible(not self.is_paused)
        self._curtain.raise_()
        for button in (self.controls.back_button, self.controls.on_button):
            button.raise_()
        self.paused.emit()

    def tell_by_itself(self, pace: Pace) -> None:
        """Go on without anybody, and without anything to press."""
        self.by_itself.begin(pace)
        self._note_moved()

    def look_as(self, viewer: Audience) -> None:
        """Tell it to others; what is closed to them is gone before anything else is drawn."""
        self._bench.look_as(viewer)
        self.story.look_as(viewer)
        self.viewer_changed.emit(viewer)

    def close_curtain(self) -> None:
        """Tell it to the class, to whom nothing is shown that is for fewer."""
        self.look_as(Audience.CLASS)

    def show_curtain(self) -> None:
        """Close it, and say so; it opens only by another step, where nobody's finger is."""
        self.close_curtain()
        self.controls.open_within(self._curtain_choice)

    def switch_full_screen(self) -> None:
        """Fill the screen, or stand in a window."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A clicker sends the same keys as a hand."""
        key = Qt.Key(event.key())
        if key in _ON:
            self.on()
        elif key in _BACK:
            self.back()
        elif key in _PAUSE:
            self.pause()
        elif key == Qt.Key.Key_Home:
            self.home()
        elif key == Qt.Key.Key_End:
            self.story.go(self.story.tour.end)
        elif key == Qt.Key.Key_F9:
            self.show_curtain()
        elif key in {Qt.Key.Key_F11, Qt.Key.Key_F}:
            self.switch_full_screen()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_F5}:
            if self.controls.is_open:
                self.controls.close()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap or a swipe begins."""
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap goes on; a swipe goes where the finger goes."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self.controls.is_open:
            self.controls.close()
            return
        aside = event.position().x() - pressed.x()
        swipes = abs(aside) > _SWIPE * self.width()
        if swipes and aside > 0:
            self.back()
        elif swipes or not (self.layers.tap(event.position()) or self._wander(event.position())):
            self.on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        self.stage.setGeometry(self.rect())
        self._curtain.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of everything."""
        super().closeEvent(event)
        self.by_itself.stop()
        self._pixels.close()
        self.closed.emit()

    def _wander(self, at: QPointF) -> bool:
        """A tap on the map goes where it was tapped; gives whether there is anything."""
        stage, story = self.stage, self.story
        if stage.is_visiting or (story.is_over and not stage.is_moving and not stage.is_open):
            stage.come_back()
            return True
        if not stage.is_open:
            return False
        place = stage.place_at(at)
        moments = stage.lies_at(at) or (story.tour.at_place(place.id) if place else [])
        if moments:
            story.wander(moments)
        elif place is not None:
            stage.visit(place)
        return bool(moments) or place is not None or story.is_over

    def _told_to(self) -> tuple[str, str]:
        return _LOOKS[self.story.viewer], audience_name(self.story.viewer)

    def _others(self) -> tuple[Choice, ...]:
        """To whom it may be told; for which of them there is more, nobody can tell from these."""
        return tuple(
            Choice(
                _LOOKS[viewer],
                audience_name(viewer),
                partial(self.look_as, viewer),
                holds=partial(self._is_told_to, viewer),
            )
            for viewer in (Audience.CLASS, Audience.CONVERSATION)
        )

    def _paces(self) -> tuple[Choice, ...]:
        names = {Pace.SLOW: _("Calmly"), Pace.NORMAL: _("As usual"), Pace.QUICK: _("Briskly")}
        return tuple(
            Choice("play", words, partial(self.tell_by_itself, pace))
            for pace, words in names.items()
        )

    def _is_told_to(self, viewer: Audience) -> bool:
        return self.story.viewer is viewer

    def _is_together(self) -> bool:
        return self.story.together

    def _switch_together(self) -> None:
        self.story.show_together(together=not self.story.together)

    def _note_changed(self) -> None:
        """What is closed is off the screen before anybody else follows."""
        self._note_moved()
        if self.story.hides:
            self.repaint()

    def _note_moved(self) -> None:
        self.controls.vanish(gone=self.story.is_over or self.by_itself.pace is not None)
        begun = self.story.at > 0
        self.controls.show_bag(there=begun and bool(self.story.tour.carried(self.story.at)))


class _Paper(QWidget):
    """Paper over everything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(look.PAPER))
        painter.end()
