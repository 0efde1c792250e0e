"""A journey in which nothing more fits: it says so, and stays as it is."""

import pytest
from PySide6.QtCore import Qt

from reisblog.model import limits
from reisblog.model.geometry import Point
from tests.driver import tray_photos, wave

OPEN = Point(1330, 930)


@pytest.fixture
def full(driver, photos, monkeypatch):
    """Somebody whose journey holds one photo in the tray, and can hold no more."""
    driver.program.bring_in.to_tray(photos(1))
    driver.settle()
    monkeypatch.setattr(limits, "RECORDS", 1)
    before = driver.journey
    yield driver
    assert driver.journey is before
    assert driver.messages.last.text.startswith("Deze reis is vol")
    assert driver.messages.last.lasting


def test_a_note_that_does_not_fit_is_told(full):
    full.press("text")
    full.tap(OPEN)
    full.type("Los")


def test_a_path_that_does_not_fit_is_told_and_its_line_is_gone(full):
    full.press("path")
    full.draw(wave(Point(400, 600), 600, 60))
    assert full.canvas.work.ink.is_clear


def test_a_halte_that_does_not_fit_is_told_and_not_chosen(full):
    full.drop(tray_photos(list(full.journey.photos)), full.place("wensboom"))
    assert full.chosen <= full.journey.photos.keys()


def test_a_thing_for_the_backpack_that_does_not_fit_is_told(full):
    full.press("backpack")
    full.type("Geduld")
    full.key(Qt.Key.Key_Return)
