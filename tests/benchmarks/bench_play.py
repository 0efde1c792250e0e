"""One long play over a full map: how long the window listens to nobody, and during what."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reisblog.model.book import Paper
from reisblog.model.geometry import Point
from reisblog.model.records import Pen
from reisblog.running import soon_wanted
from reisblog.ui.application import application
from reisblog.ui.panels.side_panel import TABS
from tests import pictures
from tests.benchmarks.figure import Figure, benchmark
from tests.benchmarks.window import FULL_HD
from tests.driver import Driver, wave
from tests.driver import files as dragged

_PHOTOS, _LATER, _IN_A_BOOK = 100, 5, 40
_PAUSE_MS = 50
_BEAT_MS = 2
_AFTER_MS, _AFTER_ACTION_MS = 12, 700
_LEFT = Qt.MouseButton.LeftButton


class _Player(Driver):
    """Does one thing after another, as fast as a hand does, and knows what made it wait longest."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, size=FULL_HD, motion=True)
        self.pauses: dict[str, float] = {}

    def until_painted(self) -> None:
        """The map takes a while, once."""
        while not self.program.map_layer.is_finished:
            self._listens(50)

    def does(self, what: str, steps: Iterator[Callable[[], object]]) -> None:
        """An action in steps, each what one event does; then the window comes to rest."""
        longest = 0.0
        for step in steps:
            began = time.perf_counter()
            step()
            longest = max(longest, self._listens(_AFTER_MS, since=began))
        longest = max(longest, self._listens(_AFTER_ACTION_MS))
        self.pauses[what] = max(self.pauses.get(what, 0.0), 1_000 * longest)

    def brings(self, what: str, files: list[Path], at: Point) -> None:
        """Photos are dropped; until the last lies there."""
        steps = [lambda: self.hover(dragged(files), at), lambda: self.drops(files, at)]
        self.does(what, iter(steps))
        while self.program.bring_in.busy:
            waited = 1_000 * self._listens(100)
            self.pauses[what] = max(self.pauses[what], waited)

    def waits(self, what: str, busy: Callable[[], bool]) -> None:
        """Until that is over."""
        while busy():
            self.pauses[what] = max(self.pauses[what], 1_000 * self._listens(100))

    def drops(self, files: list[Path], at: Point) -> None:
        """Without waiting for what comes of it."""
        self.settle, settle = (lambda: None), self.settle
        self.drop(files, at)
        self.settle = settle

    def press(self, action_id: str) -> None:
        """What comes of it is left to the loop, which listens in between."""
        self.window.actions_by_id[action_id].trigger()

    def _listens(self, ms: int, *, since: float | None = None) -> float:
        """For so long; gives the longest in seconds between two beats of a clock.

        Args:
            ms: how long.
            since: when it listened last, by `time.perf_counter`, if that is not now.
        """
        loop = QEventLoop()
        beats = [time.perf_counter() if since is None else since]
        clock = QTimer(interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        clock.timeout.connect(lambda: beats.append(time.perf_counter()))
        clock.start()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()
        beats.append(time.perf_counter())
        return max(later - earlier for earlier, later in pairwise(beats))


@benchmark("pause-play")
def playing() -> Iterator[Figure]:
    """Everything one does in an hour, with a hundred photos on the map."""
    files = pictures.phone_photos(_PHOTOS + _LATER)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    with tempfile.TemporaryDirectory() as home:
        player = _Player(Path(home))
        player.program.map_layer.prepare()
        player.until_painted()
        for step in soon_wanted(player.program):
            step()
        _play(player, files)
        pauses = player.pauses
        player.close()
    for what, pause in sorted(pauses.items(), key=lambda item: -item[1]):
        yield Figure.at_most(f"pause-play: {what}", pause, goal=_PAUSE_MS, unit="ms")


@benchmark("pause-book")
def making_a_book() -> Iterator[Figure]:
    """The travel book of forty photos: looked at, on other paper, and made."""
    files = pictures.phone_photos(_IN_A_BOOK)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    with tempfile.TemporaryDirectory() as home:
        player = _Player(Path(home))
        player.program.map_layer.prepare()
        player.until_painted()
        for place in ("wensboom", "dilemmabos", "bergen", "chill-strand"):
            part, files = files[:10], files[10:]
            player.brings("photos dropped", part, player.place(place))
        player.pauses.clear()
        making = player.program.exports.book
        player.does("looking at the book", iter([player.look_at_book]))
        player.waits("looking at the book", lambda: making.previews)
        player.does(
            "taking other paper", iter([player.book.choices.papers.buttons[Paper.SCREEN].click])
        )
        player.waits("taking other paper", lambda: making.previews)
        player.dialogs.file = Path(home) / "boek.pdf"
        player.does("making the book", iter([player.book.make.click]))
        player.waits("making the book", lambda: making.makes)
        player.book.reject()
        pauses = player.pauses
        player.close()
    for what, pause in sorted(pauses.items(), key=lambda item: -item[1]):
        yield Figure.at_most(f"pause-book: {what}", pause, goal=_PAUSE_MS, unit="ms")


def _play(player: _Player, files: list[Path]) -> None:
    sea = Point(1330, 930)
    player.brings("a hundred photos dropped", files[:_PHOTOS], sea)
    player.brings("photos dropped on a place", files[_PHOTOS:], player.place("wensboom"))
    for number, pen in enumerate(Pen):
        player.canvas.set_pen(pen, "ember")
        player.does("taking a pen", _pressing(player, "path"))
        line = wave(Point(500, 500 + 100 * number), 1300, 160, samples=160)
        player.does("drawing", _dragging(player, [player.seen(point) for point in line]))
    player.does("taking the hand", _pressing(player, "choose"))
    player.does("zooming in", (_wheel(player, sea, 1) for _ in range(8)))
    player.does("pushing the map", _pushing(player, 60, -9, 4))
    player.does("zooming out", (_wheel(player, sea, -1) for _ in range(8)))
    player.does("the whole map", _pressing(player, "fit"))
    _choose(player)
    _move(player)
    player.does("undo", _pressing(player, *["undo"] * 6))
    player.does("redo", _pressing(player, *["redo"] * 6))
    _write(player)
    for tab in TABS:
        player.does(f"opening {tab}", iter([lambda tab=tab: player.window.open_tab(tab)]))
    player.does("folding the panel", iter([lambda: player.window.unfold_panel(unfolded=False)]))
    player.does("only photos and paths", _pressing(player, "quiet", "quiet"))
    player.does("removing", _pressing(player, "choose-all", "remove"))
    player.does("undo of removing", _pressing(player, "undo"))


def _choose(player: _Player) -> None:
    (stop,) = player.journey.stops
    pile = player.seen(player.journey.stops[stop].at)
    bench = player.program.workbench
    player.does("choosing a halte", iter([lambda: bench.choose([stop]), bench.choose]))
    player.does("tapping", iter([lambda: QTest.mouseClick(player.port, _LEFT, pos=pile)]))
    player.does("nothing chosen", iter([lambda: _key(player.canvas, Qt.Key.Key_Escape)]))
    player.does("all chosen", iter([lambda: player.press("choose-all"), bench.choose]))


def _move(player: _Player) -> None:
    photo = next(key for key, photo in player.journey.photos.items() if photo.at is not None)
    start = player.seen(player.photo_spot(photo))
    way = [start + QPoint(5 * step, 2 * step) for step in range(30)]
    player.does("dragging a photo", _dragging(player, way))
    middle = player.seen(player.photo_spot(photo))
    player.does(
        "a photo seen large",
        iter(
            [
                lambda: QTest.mouseClick(player.port, _LEFT, pos=middle),
                lambda: QTest.mouseDClick(player.port, _LEFT, pos=middle),
            ]
        ),
    )
    player.does("and back", iter([lambda: _key(None, Qt.Key.Key_Escape)]))


def _write(player: _Player) -> None:
    player.does("taking the text tool", _pressing(player, "text"))
    spot = player.seen(Point(150, 1500))
    player.does("beginning a note", iter([lambda: QTest.mouseClick(player.port, _LEFT, pos=spot)]))
    words = "Hier begon het, op een natte maandag in september."
    player.does("writing", ((lambda letter=letter: _letter(letter)) for letter in words))
    player.does("the note is done", iter([lambda: _key(None, Qt.Key.Key_Escape)]))
    player.does("taking the hand", _pressing(player, "choose"))


def _pressing(player: _Player, *actions: str) -> Iterator[Callable[[], object]]:
    return ((lambda action=action: player.press(action)) for action in actions)


def _dragging(player: _Player, way: list[QPoint]) -> Iterator[Callable[[], object]]:
    yield lambda: QTest.mousePress(player.port, _LEFT, pos=way[0])
    for spot in way[1:]:
        yield lambda spot=spot: QTest.mouseMove(player.port, spot)
    yield lambda: QTest.mouseRelease(player.port, _LEFT, pos=way[-1])


def _pushing(
    player: _Player, count: int, right: float, down: float
) -> Iterator[Callable[[], object]]:
    return ((lambda: player.canvas.sight.pan(Point(right, down))) for _ in range(count))


def _wheel(player: _Player, at: Point, notches: int) -> Callable[[], object]:
    return lambda: player.wheel(at, notches)


def _key(part: QWidget | None, key: Qt.Key) -> None:
    QTest.keyClick(part or QApplication.focusWidget(), key)


def _letter(letter: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), letter)
