"""Plays a person at the window, with the events that Qt itself would send."""

from __future__ import annotations

import gc
import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QInputMethodEvent,
    QNativeGestureEvent,
    QPageSize,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reisblog.app import Program
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.resources import Folders
from reisblog.storage.known_maps import KnownMaps
from reisblog.ui.book.dialog import BookDialog
from reisblog.ui.canvas.drops import PHOTO_IDS
from reisblog.ui.dialogs import Dialogs
from reisblog.ui.messages import Message, Messages

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_PATIENCE_MS = 15_000


class HeardMessages(Messages):
    """Messages that remember what was said and answer questions as told."""

    def __init__(self):
        super().__init__()
        self.heard: list[Message] = []
        self.asked: list[str] = []
        self.questions: list[tuple[str, Sequence[str]]] = []
        self.answer = 0
        self.told.connect(self.heard.append)

    @property
    def last(self) -> Message:
        return self.heard[-1]

    def take_up(self, label: str) -> None:
        """Press the button of the last message that says this."""
        (offer,) = [offer for offer in self.last.offers if offer.label == label]
        offer.act()

    def ask(self, text, choices, *, parent=None, escape=-1):
        self.asked.append(text)
        self.questions.append((text, choices))
        return self.answer


class ChosenFiles(Dialogs):
    """Dialogs in which the person has chosen already.

    Attributes:
        printed: the file that stands for a printer's paper; without it there is no printer.
        sheet: the paper in the printer, if not the one that is asked for.
        range: the pages to print, from 1.
        asked_title: what it was said to be.
        asked_pages: how many there were to choose from.
    """

    def __init__(self):
        self.file: Path | None = None
        self.paper = "a3"
        self.files: list[Path] = []
        self.shown: list[Path] = []
        self.printed: Path | None = None
        self.sheet: QPageSize.PageSizeId | None = None
        self.range: tuple[int, int] | None = None
        self.asked_title = ""
        self.asked_pages = 0

    def open_journey(self, parent, folder):
        return self.file

    def save_journey(self, parent, suggestion):
        return self.file

    def save_book(self, parent, suggestion):
        return self.file

    def save_picture(self, parent, suggestion):
        return self.file

    def save_class_map(self, parent, suggestion):
        return self.file

    def journeys(self, parent, folder):
        return self.files

    def save_map(self, parent, suggestion):
        return None if self.file is None else (self.file, self.paper)

    def photos(self, parent, folder):
        return self.files

    def photo(self, parent, folder):
        return self.files[0] if self.files else None

    def folder(self, parent, folder):
        return self.file

    def has_printer(self):
        return self.printed is not None

    def printer(self, parent, *, title, size, orientation, pages):
        if self.printed is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.printed))
        printer.setPageSize(size if self.sheet is None else QPageSize(self.sheet))
        printer.setPageOrientation(orientation)
        if self.range is not None:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.range)
        self.asked_title, self.asked_pages = title, pages
        return printer

    def show_file(self, path):
        self.shown.append(path)
        return ""

    def show_in_folder(self, path):
        self.shown.append(path.parent)
        return ""


class Driver:
    """One person at one window."""

    def __init__(
        self,
        home: Path,
        *,
        size: tuple[int, int] = (1366, 768),
        motion: bool = False,
        maps: KnownMaps | None = None,
        shared: bool = False,
    ):
        self.messages = HeardMessages()
        self.dialogs = ChosenFiles()
        self.program = Program(
            folders=Folders.below(home),
            maps=maps,
            shared=shared,
            messages=self.messages,
            dialogs=self.dialogs,
        )
        self.window = self.program.window
        self.canvas = self.program.canvas
        self.canvas.set_motion(motion=motion)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowExposed(self.window)
        self._closed = False

    @property
    def journey(self) -> Journey:
        return self.program.workbench.journey

    @property
    def chosen(self) -> frozenset[str]:
        return self.program.workbench.chosen

    @property
    def port(self) -> QWidget:
        """What receives the pointer on the canvas."""
        return self.canvas.viewport()

    def close(self) -> None:
        """Leave, without asking."""
        if not self._closed:
            self.program.workbench.desk.history.mark_saved(self.journey)
            self.window.close()
            self.close_as_it_is()

    def close_as_it_is(self) -> None:
        """Be gone, with whatever is in no file."""
        if not self._closed:
            self._closed = True
            QApplication.clipboard().clear()  # what this person copied goes with them
            self.window.hide()
            self.program.close()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, 0)
            QApplication.processEvents()
            # Now and here: left to chance, the next worker thread might end what belongs to Qt.
            self.program = self.window = self.canvas = None
            gc.collect()
            gc.freeze()  # what is left is no person's: those who come need not go through it again

    # Waiting for what happens, never for time

    def until(self, holds) -> None:
        """Let the program work until something holds."""
        waited = 0
        while not holds():
            assert waited < _PATIENCE_MS, "it never came"
            QTest.qWait(5)
            waited += 5

    def settle(self) -> None:
        """Let everything that is under way end."""
        program = self.program
        self.until(lambda: not program.bring_in.busy and not program.jobs.busy)
        QApplication.processEvents()

    # Where things are

    def place(self, place_id: str) -> Point:
        """The middle of a place's area, or its pin where the middle belongs to an inner place."""
        atlas = self.program.workbench.atlas
        place = atlas.places[place_id]
        middle = place.area.bounds.centre
        found = atlas.place_at(middle)
        return middle if found is not None and found.id == place_id else place.pin

    def seen(self, at: Point) -> QPoint:
        """A point of the map as a pixel of the canvas."""
        return self.canvas.viewportTransform().map(QPointF(at.x, at.y)).toPoint()

    def photo_spot(self, photo_id: str) -> Point:
        """The middle of a photo, where it is seen now."""
        at = self.canvas.scene().item_of(photo_id).pos()
        return Point(at.x(), at.y())

    # The hand

    def tap(self, at: Point, modifiers=_PLAIN) -> None:
        QTest.mouseClick(self.port, _LEFT, modifiers, self.seen(at))
        QApplication.processEvents()

    def double_tap(self, at: Point) -> None:
        QTest.mouseClick(self.port, _LEFT, _PLAIN, self.seen(at))
        QTest.mouseDClick(self.port, _LEFT, _PLAIN, self.seen(at))
        QApplication.processEvents()

    def drag(self, start: Point, end: Point, *, modifiers=_PLAIN, let_go=True, steps=8) -> None:
        a, b = QPointF(self.seen(start)), QPointF(self.seen(end))
        QTest.mousePress(self.port, _LEFT, modifiers, a.toPoint())
        for step in range(1, steps + 1):
            QTest.mouseMove(self.port, (a + (b - a) * step / steps).toPoint())
        if let_go:
            QTest.mouseRelease(self.port, _LEFT, modifiers, b.toPoint())
        QApplication.processEvents()

    def draw(self, points: list[Point]) -> list[Point]:
        """Draw through these points; gives where the samples really were, in map units."""
        pixels = [self.seen(point) for point in points]
        QTest.mousePress(self.port, _LEFT, _PLAIN, pixels[0])
        for pixel in pixels[1:]:
            QTest.mouseMove(self.port, pixel)
        QTest.mouseRelease(self.port, _LEFT, _PLAIN, pixels[-1])
        return [self.canvas.to_map(QPointF(pixel)) for pixel in pixels]

    def wheel(self, at: Point, notches: int) -> None:
        spot = QPointF(self.seen(at))
        QCoreApplication.sendEvent(
            self.port,
            QWheelEvent(
                spot,
                QPointF(self.port.mapToGlobal(spot.toPoint())),
                QPoint(),
                QPoint(0, 120 * notches),
                Qt.MouseButton.NoButton,
                _PLAIN,
                Qt.ScrollPhase.NoScrollPhase,
                False,  # noqa: FBT003  (Qt's own signature: not inverted)
                device=QPointingDevice.primaryPointingDevice(),
            ),
        )

    def pinch(self, at: Point, share: float) -> None:
        """Two fingers on a trackpad go apart by this share, or together by a negative one."""
        spot = QPointF(self.seen(at))
        QCoreApplication.sendEvent(
            self.port,
            QNativeGestureEvent(
                Qt.NativeGestureType.ZoomNativeGesture,
                QPointingDevice.primaryPointingDevice(),
                2,
                spot,
                spot,
                QPointF(self.port.mapToGlobal(spot.toPoint())),
                share,
                QPointF(),
            ),
        )

    # The keyboard

    def key(self, key, modifiers=_PLAIN, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or QApplication.focusWidget() or self.canvas, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for letter in text:
            widget = QApplication.focusWidget() or self.canvas
            if letter.isascii():
                QTest.keyClicks(widget, letter)
            else:  # as an emoji panel or another script's keyboard sends it
                committed = QInputMethodEvent()
                committed.setCommitString(letter)
                QCoreApplication.sendEvent(widget, committed)
        QApplication.processEvents()

    def press(self, action_id: str) -> None:
        """Press an entry of a menu, the rail or the bar."""
        self.window.actions_by_id[action_id].trigger()
        QApplication.processEvents()

    def export(self, action_id: str) -> None:
        """Have a book, a picture or a copy made; what is said first is heard, and one goes on."""
        self._go_on(action_id)
        if (dialog := self.book) is not None:
            self.until(lambda: dialog.pages.count > 0)
            (dialog.print_it if action_id == "print" else dialog.make).click()
            dialog.reject()
            QApplication.processEvents()

    def look_at_book(self) -> None:
        """Open the dialog of the travel book; what is said first is heard."""
        self._go_on("book")

    @property
    def book(self) -> BookDialog | None:
        """The dialog of the travel book, if it is open."""
        return self.program.exports.book.dialog

    def _go_on(self, action_id: str) -> None:
        heard = len(self.messages.heard)
        self.press(action_id)
        if any(
            offer.label == "Ga verder"
            for message in self.messages.heard[heard:]
            for offer in message.offers
        ):
            self.messages.take_up("Ga verder")

    # Photos from elsewhere

    def hover(self, mime: QMimeData, at: Point) -> QMimeData:
        """Drag something over the canvas without letting go."""
        spot = self.seen(at)
        copy = Qt.DropAction.CopyAction
        QCoreApplication.sendEvent(self.port, QDragEnterEvent(spot, copy, mime, _LEFT, _PLAIN))
        QCoreApplication.sendEvent(self.port, QDragMoveEvent(spot, copy, mime, _LEFT, _PLAIN))
        return mime

    def leave(self) -> None:
        """Drag it away again."""
        QCoreApplication.sendEvent(self.port, QDragLeaveEvent())

    def drop(self, what: QMimeData | list[Path], at: Point) -> None:
        """Drop files, or something dragged, and wait until it lies."""
        mime = self.hover(what if isinstance(what, QMimeData) else files(what), at)
        spot = QPointF(self.seen(at))
        copy = Qt.DropAction.CopyAction
        QCoreApplication.sendEvent(self.port, QDropEvent(spot, copy, mime, _LEFT, _PLAIN))
        self.settle()

    def paste(self, what: QMimeData) -> None:
        """Put something on the clipboard and press Ctrl+V."""
        QApplication.clipboard().setMimeData(what)
        self.press("paste")
        self.settle()


def on_screen(part: QWidget) -> QImage:
    """What stands on the screen where a part of the window is; nothing is painted anew for it."""
    window, size = part.window(), part.size()
    corner = part.mapTo(window, QPoint(0, 0))
    shot = window.screen().grabWindow(
        window.winId(), corner.x(), corner.y(), size.width(), size.height()
    )
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


def files(paths: list[Path]) -> QMimeData:
    """What a file manager drags."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def tray_photos(photo_ids: list[str]) -> QMimeData:
    """What is dragged from the tray."""
    mime = QMimeData()
    listed = ", ".join(f'"{photo_id}"' for photo_id in photo_ids)
    mime.setData(PHOTO_IDS, f"[{listed}]".encode())
    return mime


def image(width: int = 60, height: int = 40) -> QMimeData:
    """What a screenshot leaves on the clipboard."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    mime = QMimeData()
    mime.setImageData(picture)
    return mime


def wave(start: Point, length: float, height: float, samples: int = 60) -> list[Point]:
    """A wavy line to draw."""
    return [
        Point(
            start.x + length * step / samples,
            start.y + height * math.sin(step / samples * 4 * math.pi),
        )
        for step in range(samples + 1)
    ]
