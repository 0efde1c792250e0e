"""Drawing with keys alone."""

from PySide6.QtCore import Qt

from reisblog.model.mist import MistBrush
from reisblog.model.records import Pen
from tests.driver import Driver

RIGHT, DOWN, ENTER, ESC = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


def keys(driver: Driver, *pressed):
    driver.canvas.setFocus()
    for key in pressed:
        driver.key(key, widget=driver.canvas)


def test_arrows_and_enter_draw_a_path(driver):
    driver.press("path")
    driver.canvas.set_pen(Pen.DREAMT, "plum")
    keys(driver, RIGHT)  # the pen appears in the middle
    assert "pijltjes" in driver.messages.last.text
    keys(driver, ENTER, *[RIGHT] * 6, *[DOWN] * 4, ENTER)
    (trail,) = driver.journey.trails.values()
    assert trail.pen is Pen.DREAMT
    end = trail.segments[-1].end
    scale = driver.canvas.scale_now()
    assert abs(end.x - trail.start.x - 6 * 24 / scale) < 4
    assert abs(end.y - trail.start.y - 4 * 24 / scale) < 4


def test_esc_gives_a_path_up_and_the_pen_is_taken_up_again(driver):
    driver.press("path")
    keys(driver, RIGHT, ENTER, RIGHT, RIGHT, ESC)
    assert not driver.journey.trails
    assert driver.canvas.tool == "path"
    keys(driver, ENTER, RIGHT, RIGHT, ENTER)
    assert len(driver.journey.trails) == 1


def test_mist_is_laid_with_keys_too(driver):
    driver.press("path")
    driver.canvas.set_pen(MistBrush.LAY, "ember")
    keys(driver, RIGHT, ENTER, RIGHT, RIGHT, ENTER)
    assert driver.journey.mist


def test_with_nothing_in_hand_the_arrows_move_the_map(driver):
    driver.wheel(driver.place("dilemmabos"), 4)
    before = driver.canvas.sight.seen()
    keys(driver, RIGHT)
    assert driver.canvas.sight.seen() != before


def test_the_pen_stays_in_sight_and_the_map_comes_along(driver):
    driver.wheel(driver.place("dilemmabos"), 6)
    driver.press("path")
    before = driver.canvas.sight.seen()
    keys(driver, *[RIGHT] * 60)
    assert driver.canvas.sight.seen().x > before.x
    keys(driver, ENTER, *[DOWN] * 3, ENTER)
    assert len(driver.journey.trails) == 1
