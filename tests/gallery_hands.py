"""Pictures of what the hand does: things pointed at, chosen, carried, written, cropped, drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Blur, Letters, Note, Pen, SlipTint
from tests.driver import Driver, wave

_LEFT = Qt.MouseButton.LeftButton


def show_hands(driver: Driver, take: Callable[[str], None], photos: list[Path]) -> None:
    """Go through every state that something on the map can be in."""
    desk = driver.program.workbench
    desk.desk.history.mark_saved(driver.journey)
    driver.press("new")
    driver.drop(photos[:3], Point(1250, 330))
    first, *others = driver.journey.photos
    notes = [
        Note(id="n1", text="Hier begon het", at=Point(420, 980), width=300.0, tint=SlipTint.SUN),
        Note(
            id="n2",
            text="Wat ik hier leerde:\nvragen stellen",
            at=Point(420, 1120),
            width=360.0,
            tint=SlipTint.SKY,
            letters=Letters.LARGE,
        ),
    ]
    for note in notes:
        desk.edit("Note", lambda now, note=note: edits.add_note(now, note))
    desk.choose()
    QTest.mouseMove(driver.port, driver.seen(driver.photo_spot(first)))
    take("20-hover")
    desk.choose({first})
    take("21-photo-chosen")
    spot = driver.photo_spot(first)
    driver.drag(spot, spot + Point(160, 120), let_go=False)
    take("22-photo-carried")
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    QTest.mouseRelease(driver.port, _LEFT, pos=QPoint(5, 5))
    desk.choose({first, *others, "n1"})
    take("23-many-chosen")
    desk.choose({first})
    driver.press("lock")
    take("24-pinned-down")
    driver.press("lock")
    desk.choose({"n2"})
    take("25-note-chosen")
    driver.canvas.edit_text_of("n2")
    take("26-note-written")
    driver.key(Qt.Key.Key_Escape)
    driver.press("path")
    driver.canvas.set_pen(Pen.MINE, "ember")
    driver.draw(wave(Point(980, 1050), 700, 90))
    driver.press("choose")
    desk.choose(list(driver.journey.trails))
    take("27-path-chosen")
    desk.choose({first})
    driver.press("crop")
    take("28-cropping")
    driver.canvas.large.close_view()
    desk.edit("Hide", lambda now: edits.set_blurs(now, first, (Blur(0.4, 0.3, 0.2, 0.3),)))
    driver.press("hide-faces")
    take("29-hiding-faces")
    driver.canvas.large.close_view()
    take("30-after-hiding")
    desk.desk.history.mark_saved(driver.journey)
