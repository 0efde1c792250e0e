"""A photo seen large: its own colours, upright, and as sharp as the screen can show it."""

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtTest import QTest

from reisblog.model.journey import photos_of
from tests import pictures
from tests.driver import on_screen


@pytest.fixture
def open_large(driver, tmp_path):
    """Lays pictures at a place and opens the first of them large, still unread."""

    def opened(*contents):
        files = [tmp_path / f"{number}.jpg" for number in range(len(contents))]
        for file, content in zip(files, contents, strict=True):
            file.write_bytes(content)
        driver.drop(files, driver.place("wensboom"))
        (stop,) = driver.journey.stops
        driver.canvas.handling.open_large(photos_of(driver.journey, stop)[0].id)

    return opened


def _seen(driver):
    """The corners of what stands on the screen where a photo of three to two lies."""
    screen = on_screen(driver.port)
    lies = driver.canvas.large.lies().toAlignedRect().adjusted(8, 8, -8, -8)
    file = QBuffer()
    assert screen.copy(lies).save(file, "PNG")
    return pictures.corners(bytes(file.data()))


def test_a_large_photo_has_its_own_colours_from_the_first_moment_on(driver, open_large):
    open_large(pictures.jpeg(600, 400, orientation=6))
    driver.port.repaint()
    assert _seen(driver) == pictures.UPRIGHT
    driver.settle()
    assert _seen(driver) == pictures.UPRIGHT


def test_the_arrow_shows_the_neighbour_at_once(driver, open_large):
    red, blue = (pictures.png(image=Image.new("RGB", (600, 400), one)) for one in ("red", "blue"))
    open_large(red, blue)
    driver.settle()
    assert set(_seen(driver)) == {"red"}
    QTest.keyClick(driver.canvas.large, Qt.Key.Key_Right)
    driver.port.repaint()
    assert set(_seen(driver)) == {"blue"}
    driver.settle()
    assert set(_seen(driver)) == {"blue"}


def test_a_large_photo_becomes_as_sharp_as_it_is(driver, open_large):
    stripes = Image.new("L", (900, 600))
    for x in range(0, 900, 2):
        stripes.paste(255, (x, 0, x + 1, 600))
    open_large(pictures.png(image=stripes))

    def contrast():
        screen = on_screen(driver.port)
        middle = screen.rect().center()
        row = [screen.pixelColor(middle.x() + x, middle.y()).lightness() for x in range(-100, 100)]
        return max(row) - min(row)

    driver.port.repaint()
    assert contrast() < 130
    driver.settle()
    assert contrast() > 200
