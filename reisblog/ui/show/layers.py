"""What lies over the story on a board: what is drawn there, and what is looked at more closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTransform

from reisblog.ui.show.chalk import Chalk, Ground
from reisblog.ui.show.chalk_tools import ChalkTools
from reisblog.ui.show.kept_picture import keep_picture, picture_of, suggestion
from reisblog.ui.show.letters import UNITS_HIGH
from reisblog.ui.show.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF

    from reisblog.desk import Desk
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Jobs
    from reisblog.ui.show.window import ShowWindow


class Layers(QObject):
    """The layers of one board.

    Attributes:
        chalk: what is drawn.
        tools: what one draws with.
        notice: says what became of something.
        dialogs: gives those of the platform.
    """

    def __init__(self, board: ShowWindow, desk: Desk, jobs: Jobs) -> None:
        super().__init__(board)
        self._board, self._desk, self._jobs = board, desk, jobs
        self.dialogs: Callable[[], Dialogs] = _usual_dialogs
        self.chalk = Chalk(board, self._ground)
        self.tools = ChalkTools(board, self.chalk)
        self.notice = Notice(board)
        self.chalk.touched.connect(self._begin_to_draw)
        self.tools.done.connect(self.stop_drawing)
        self.tools.keep.connect(self.keep_picture)
        board.story.moved.connect(self._leave_moment)
        board.story.changed.connect(self._leave_moment)
        board.stage.settled.connect(self.chalk.show_drawing)
        board.installEventFilter(self)

    def draw(self) -> None:
        """Let taps draw, until somebody is done."""
        self._board.stage.hurry()
        self.chalk.take_up(drawing=True)
        self.tools.show(shown=True)
        self._settle()

    def stop_drawing(self) -> None:
        """Let taps go on with the story."""
        self.chalk.take_up(drawing=False)
        self.tools.show(shown=False)
        self._settle()
        self._board.setFocus()

    def leave(self) -> bool:
        """Leave what lies over the story; gives whether anything did."""
        return False

    def tap(self, at: QPointF) -> bool:
        """A tap on what is seen; gives whether it meant something there."""
        del at
        return False

    def keep_picture(self) -> None:
        """Ask where to, and write what the board shows, without its buttons."""
        board = self._board
        image = picture_of([layer for layer in (board.stage, self.chalk) if layer.isVisible()])
        path = self.dialogs().save_picture(board, suggestion(self._desk, board.story.journey))
        if path is not None:
            keep_picture(self._jobs, self._desk, image, path, self.notice.tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the board's size, and hear the keys that are for a layer."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        drawing = self.chalk.is_drawing
        if key is Qt.Key.Key_D:
            self.stop_drawing() if drawing else self.draw()
        elif key is Qt.Key.Key_Escape and drawing and not self._board.controls.is_open:
            self.stop_drawing()
        else:
            return False
        return True

    def _begin_to_draw(self) -> None:
        board = self._board
        if board.is_paused:
            board.pause()
        board.controls.close()
        board.controls.wake()
        board.stage.hurry()

    def _leave_moment(self) -> None:
        self.chalk.hide_drawing()
        if self._board.story.is_over:
            self.stop_drawing()
        elif not self._board.stage.is_moving:
            self.chalk.show_drawing()

    def _ground(self) -> Ground:
        """The moment that is told, whatever its number is by now."""
        board, story = self._board, self._board.story
        chapter = story.tour.chapter(story.at)
        stop = None if chapter is None else chapter.stop.id
        middle = QTransform.fromTranslate(board.width() / 2, board.height() / 2)
        unit = board.height() / UNITS_HIGH
        return Ground((story.moment.kind, stop, story.moment.ids), middle.scale(unit, unit))

    def _settle(self) -> None:
        board = self._board
        self.chalk.setGeometry(board.rect())
        free = self.tools.settle(board.controls)
        board.stage.keep_between(free if self.chalk.is_drawing else None)
        self.notice.settle()


def _usual_dialogs() -> Dialogs:
    from reisblog.ui.dialogs import Dialogs  # noqa: PLC0415 - seldom wanted

    return Dialogs()
