"""What lies over the story on a board: what is drawn there, and what is looked at more closely."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QTransform

from reisblog.texts import _
from reisblog.ui.listing.aloud import say
from reisblog.ui.show.chalk import Chalk, Ground
from reisblog.ui.show.chalk_tools import ChalkTools
from reisblog.ui.show.enlarged import Enlarged
from reisblog.ui.show.kept_picture import keep_picture, picture_of, suggestion
from reisblog.ui.show.letters import UNITS_HIGH
from reisblog.ui.show.notice import Notice
from reisblog.ui.show.reader import Reader
from reisblog.ui.show.spots import Opening, ReadOn, Spot
from reisblog.ui.stop_names import stop_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF

    from reisblog.desk import Desk
    from reisblog.model.records import Photo
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Jobs
    from reisblog.ui.show.large_pixels import LargePixels
    from reisblog.ui.show.window import ShowWindow

_NEARER = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
_ASIDE = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_BACK = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PHOTO_UNITS = 1_000.0
"""What is drawn on an enlarged photo lies in so many units across it."""


class Layers(QObject):
    """The layers of one board.

    Attributes:
        enlarged: a photo that fills the board.
        chalk: what is drawn.
        tools: what one draws with.
        reader: a text in full.
        notice: says what became of something.
        spots: where the keyboard can stop, and signs that more can be read.
        dialogs: gives those of the platform.
    """

    def __init__(self, board: ShowWindow, desk: Desk, jobs: Jobs, pixels: LargePixels) -> None:
        super().__init__(board)
        self._board, self._desk, self._jobs = board, desk, jobs
        self.dialogs: Callable[[], Dialogs] = _usual_dialogs
        self.enlarged = Enlarged(board, pixels)
        self.chalk = Chalk(board, self._ground)
        self.tools = ChalkTools(board, self.chalk)
        self.reader = Reader(board)
        self.notice = Notice(board)
        self.spots: list[Spot] = []
        self._by_key: int | None = None
        self.chalk.touched.connect(self._begin_to_draw)
        self.tools.done.connect(self.stop_drawing)
        self.tools.keep.connect(self.keep_picture)
        self.enlarged.arrived.connect(self.chalk.show_drawing)
        self.enlarged.looked.connect(self.chalk.show_drawing)
        self.enlarged.went.connect(self._come_back)
        self.enlarged.swiped.connect(self._swipe)
        self.reader.left.connect(self.leave)
        board.story.moved.connect(self._leave_moment)
        board.story.changed.connect(self._leave_moment)
        board.stage.settled.connect(self._come_to_rest)
        board.stage.glided.connect(self._leave_view)
        board.installEventFilter(self)
        self._tell()

    def draw(self) -> None:
        """Let taps draw, until somebody is done."""
        self.reader.close_words()
        self._board.stage.hurry()
        self.chalk.take_up(drawing=True)
        self.tools.show(shown=True)
        self._board.controls.crowd(crowded=True)
        self._settle()
        self._wake_at(self.chalk)

    def stop_drawing(self) -> None:
        """Let taps go on with the story."""
        self.chalk.take_up(drawing=False)
        self.tools.show(shown=False)
        self._board.controls.crowd(crowded=False)
        self._settle()
        self._board.setFocus()

    def leave(self) -> bool:
        """Leave what lies over the story; gives whether anything did."""
        if self.reader.isVisibleTo(self._board):
            self.reader.close_words()
            self._come_back()
            return True
        if not self.enlarged.is_open:
            return False
        self.chalk.hide_drawing()
        photo = self.enlarged.photo
        homes = [box for shown, box in self._board.stage.photos() if shown == photo]
        self.enlarged.leave(homes[0] if homes else None)
        return True

    def tap(self, at: QPointF) -> bool:
        """A tap on what is seen; gives whether it meant something there."""
        stage = self._board.stage
        for opening in stage.openings():
            if opening.box.contains(at):
                self.read(opening)
                return True
        for photo, box in stage.photos():
            if box.contains(at):
                self.enlarge(photo, box)
                return True
        return False

    def enlarge(self, photo: Photo, home: QRectF) -> None:
        """Let a photo fill the board."""
        self._note_key()
        self.chalk.hide_drawing()
        self.enlarged.motion = self._board.stage.motion
        self.enlarged.enlarge(photo, home)
        self._open_layer(self.enlarged)
        say(self.enlarged, self.enlarged.accessibleName())

    def read(self, opening: Opening) -> None:
        """Show words in full."""
        self._note_key()
        self.reader.read(opening.heading, opening.text)
        self._open_layer(self.reader)
        say(self.reader, opening.text)

    def open_bag(self) -> None:
        """Show what is in the backpack by now, each thing with where it was picked up."""
        story = self._board.story
        by = story.at if story.left is None else story.left
        chapters = {chapter.stop.id: chapter.stop for chapter in story.tour.chapters}
        lines = []
        for item in story.tour.carried(by):
            stop = chapters.get(item.stop or "")
            where = "" if stop is None else f"  ·  {stop_name(stop, story.atlas)}"
            lines.append(f"{item.text.strip()}{where}")
        self.read(Opening(QRectF(), QRectF(), _("Backpack"), "\n".join(lines), on_paper=True))

    def keep_picture(self) -> None:
        """Ask where to, and write what the board shows, without its buttons."""
        board = self._board
        layers = (board.stage, self.enlarged, self.chalk)
        image = picture_of([layer for layer in layers if layer.isVisible()])
        path = self.dialogs().save_picture(board, suggestion(self._desk, board.story.journey))
        if path is not None:
            keep_picture(self._jobs, self._desk, image, path, self.notice.tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the board's size, and hear the keys that are for a layer."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            paused = self._board.is_paused
            return not paused and self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        """What a key means here; gives whether it means anything."""
        if self._board.controls.is_open:
            return False
        if self.reader.isVisibleTo(self._board):
            return self._press_in_reader(key)
        drawing = self.chalk.is_drawing
        if key is Qt.Key.Key_D:
            self.stop_drawing() if drawing else self.draw()
        elif key is Qt.Key.Key_Escape and drawing:
            self.stop_drawing()
        elif not self.enlarged.is_open or drawing:
            return False
        elif key in _BACK:
            self.leave()
        elif key in _NEARER or key is Qt.Key.Key_Minus:
            self.enlarged.step(nearer=key in _NEARER)
        else:
            return key in _ASIDE and self.enlarged.pan(*_ASIDE[key])
        return True

    def _press_in_reader(self, key: Qt.Key) -> bool:
        reader = self.reader
        if key in _BACK:
            return self.leave()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            reader.line(down=key is Qt.Key.Key_Down)
            return True
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            return reader.page(down=key is not Qt.Key.Key_PageUp)
        return False

    def _begin_to_draw(self) -> None:
        board = self._board
        if board.is_paused:
            board.pause()
        board.controls.close()
        board.stage.hurry()
        self.enlarged.hurry()

    def _swipe(self, aside: int) -> None:
        if aside > 0:
            self.leave()
        else:
            self._board.on()

    def _leave_moment(self) -> None:
        self.reader.close_words()
        self.enlarged.dismiss()
        self.chalk.hide_drawing()
        self._by_key = None
        if self._board.story.is_over:
            self.stop_drawing()
        if self._board.stage.is_moving:
            self._lay_spots()
        else:
            self._come_to_rest()
        self._tell()

    def _leave_view(self) -> None:
        self.chalk.hide_drawing()
        self._lay_spots()

    def _come_to_rest(self) -> None:
        self.chalk.show_drawing()
        self._lay_spots()
        if self._board.stage.told() != self._board.accessibleDescription():
            self._tell()  # a place that is looked at is no moment

    def _come_back(self) -> None:
        """Nothing lies over the story any more; the keyboard is where it was."""
        self._come_to_rest()
        if self._by_key is not None and self._by_key < len(self.spots):
            self.spots[self._by_key].setFocus()
        self._by_key = None

    def _note_key(self) -> None:
        """Know where the keyboard is."""
        focused = [number for number, spot in enumerate(self.spots) if spot.hasFocus()]
        self._by_key = focused[0] if focused else None

    def _open_layer(self, layer: Enlarged | Reader) -> None:
        self._board.setFocus()
        self._lay_spots()
        self._wake_at(layer)

    def _wake_at(self, layer: Enlarged | Reader | Chalk) -> None:
        """Hands on a layer bring the controls back, too."""
        layer.installEventFilter(self._board.controls)
        self._board.controls.wake()

    def _lay_spots(self) -> None:
        """Signs and places for the keyboard are where they belong, while nothing hides them."""
        for spot in self.spots:
            spot.hide()
            spot.deleteLater()
        self.spots = []
        hidden = self.enlarged.is_open or self.reader.isVisibleTo(self._board)
        if hidden or self.chalk.is_drawing:
            return
        stage = self._board.stage
        for opening in stage.openings():
            self._lay(ReadOn(opening, self._board), opening.sign, partial(self.read, opening))
        for photo, box in stage.photos():
            told = (_("Enlarge photo"), photo.caption.strip())
            spot = Spot(": ".join(word for word in told if word), self._board)
            self._lay(spot, box, partial(self.enlarge, photo, box))

    def _lay(self, spot: Spot, box: QRectF, run: Callable[[], object]) -> None:
        spot.setGeometry(box.toAlignedRect())
        spot.clicked.connect(run)
        spot.stackUnder(self.enlarged)
        spot.show()
        self.spots.append(spot)

    def _tell(self) -> None:
        """Have the moment read aloud."""
        words = self._board.stage.told()
        self._board.setAccessibleDescription(words)
        say(self._board, words)

    def _ground(self) -> Ground:
        """What is seen: an enlarged photo, or the moment, whatever its number is by now."""
        board, story = self._board, self._board.story
        if self.enlarged.is_open and self.enlarged.photo is not None:
            box = self.enlarged.box
            scale = box.width() / _PHOTO_UNITS
            corner = QTransform.fromTranslate(box.x(), box.y())
            return Ground(self.enlarged.photo.id, corner.scale(scale, scale))
        chapter = story.tour.chapter(story.at)
        stop = None if chapter is None else chapter.stop.id
        middle = QTransform.fromTranslate(board.width() / 2, board.height() / 2)
        unit = board.height() / UNITS_HIGH
        seen = (story.moment.kind, stop, story.moment.ids, board.stage.look_now.place)
        return Ground(seen, middle.scale(unit, unit))

    def _settle(self) -> None:
        board = self._board
        for layer in (self.chalk, self.enlarged, self.reader):
            layer.setGeometry(board.rect())
        free = self.tools.settle(board.controls)
        board.stage.keep_between(free if self.chalk.is_drawing else None)
        self.notice.settle()
        self._lay_spots()


def _usual_dialogs() -> Dialogs:
    from reisblog.ui.dialogs import Dialogs  # noqa: PLC0415 - seldom wanted

    return Dialogs()
