"""Drawing with keys alone."""

from PySide6.QtCore import Qt

from reisblog.model.geometry import Point
from reisblog.model.mist import MistBrush
from reisblog.model.records import Pen
from tests.driver import Driver, wave

RIGHT, DOWN, ENTER, ESC, TAB = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
)


MIRADOR = "mirador-der-mogelijkheden"


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


def names_passed(driver: Driver, path):
    """The places at whose pins a path comes by, in the order in which it does."""
    places = driver.program.workbench.atlas.places.values()
    points = [path.start, *(piece.end for piece in path.segments)]
    met = []
    for point in points:
        for place in places:
            if point.distance(place.pin) < 1.5 and place.short not in met[-1:]:
                met.append(place.short)
    return met


def test_a_path_from_place_to_place_by_keys_alone(driver):
    driver.canvas.setFocus()
    driver.type("2")
    driver.type("her")  # the pen appears, and goes to where one begins to say
    keys(driver, ENTER)
    driver.type("vulk")
    keys(driver, ENTER)
    driver.type("veilige")
    keys(driver, ENTER)
    assert not driver.journey.trails
    keys(driver, ENTER)
    (trail,) = driver.journey.trails.values()
    assert names_passed(driver, trail) == ["Herberg", "Vulkaan", "Veilige Haven"]
    driver.press("undo")
    assert not driver.journey.trails


def test_while_it_is_down_tab_and_letters_aim_and_nothing_is_drawn_between(driver):
    driver.press("path")
    driver.type("chill")
    keys(driver, ENTER, TAB, TAB, TAB)
    aimed = driver.canvas.lights.place
    assert aimed is not None
    assert driver.canvas.lights.label.startswith(aimed.name)
    keys(driver, ESC)  # aims nowhere, and the path goes on
    assert driver.canvas.lights.place is None
    driver.type("mira")
    keys(driver, ENTER, ENTER)
    (trail,) = driver.journey.trails.values()
    assert names_passed(driver, trail) == ["Chill strand", "Mirador"]


def test_tab_takes_the_pen_from_place_to_place_by_name_and_says_which(driver):
    driver.press("path")
    keys(driver, ENTER)
    pen = driver.canvas.work.keys.pen
    places = driver.program.workbench.atlas.places
    assert pen.isVisible()
    keys(driver, TAB, TAB)
    assert places[pen.place].name == "Berg van het Realisme"
    assert driver.canvas.lights.label == "Berg van het Realisme, in de Bergen"
    keys(driver, TAB)
    assert driver.canvas.lights.label == "Bergen"
    driver.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, widget=driver.canvas)
    assert places[pen.place].name == "Berg van het Realisme"
    keys(driver, RIGHT)
    assert (pen.place, driver.canvas.lights.label) == (None, "")


def test_a_pen_that_is_lifted_only_goes_there_and_past_the_last_place_out_of_the_map(driver):
    driver.press("path")
    keys(driver, ENTER)
    for _place in driver.program.workbench.atlas.places:
        keys(driver, TAB)
    assert driver.canvas.hasFocus()
    keys(driver, TAB)
    assert not driver.canvas.hasFocus()
    assert not driver.journey.trails


def test_what_is_drawn_between_places_is_alive_and_calm(driver):
    driver.press("path")
    driver.type("chill")
    keys(driver, ENTER)
    driver.type("wens")
    keys(driver, ENTER, ENTER)
    (trail,) = driver.journey.trails.values()
    end = trail.segments[-1].end
    straight = trail.start.distance(end)
    middle = trail.segments[len(trail.segments) // 2].end
    aside = (
        abs(
            (end.x - trail.start.x) * (trail.start.y - middle.y)
            - (trail.start.x - middle.x) * (end.y - trail.start.y)
        )
        / straight
    )
    assert straight / 200 < aside < straight / 5
    assert len(trail.segments) < 25
    assert sum(piece.ms for piece in trail.segments) > straight  # no faster than a hand


def test_a_place_out_of_sight_comes_into_view_while_the_line_is_drawn(driver):
    driver.press("path")
    driver.canvas.sight.look(driver.place("chill-strand"), 2.0)
    driver.type("chill")
    keys(driver, ENTER)
    driver.type("mira")
    keys(driver, ENTER)
    pen, place = driver.canvas.work.keys.pen, driver.program.workbench.atlas.places[MIRADOR]
    assert driver.canvas.rect().contains(driver.seen(place.pin))
    assert (pen.geometry().center() - driver.seen(place.pin)).manhattanLength() < 4
    keys(driver, ENTER)
    (trail,) = driver.journey.trails.values()
    assert trail.segments[-1].end.distance(place.pin) < 1


def test_esc_gives_up_a_path_from_place_to_place(driver):
    driver.press("path")
    driver.type("chill")
    keys(driver, ENTER, TAB, ENTER, TAB, ESC, ESC)
    assert not driver.journey.trails
    keys(driver, ESC)
    assert driver.canvas.tool == "choose"
    assert driver.canvas.lights.label == ""


def test_the_tray_with_pens_makes_room_for_who_draws_with_keys(driver):
    driver.press("path")
    assert driver.window.stage.pens.isVisible()
    keys(driver, ENTER)
    assert not driver.window.stage.pens.isVisible()
    assert driver.canvas.hasFocus()


def test_mist_is_brushed_to_a_place_out_of_sight(driver):
    driver.press("path")
    driver.canvas.set_pen(MistBrush.LAY, "ember")
    driver.canvas.sight.look(driver.place("chill-strand"), 2.0)
    driver.type("chill")
    keys(driver, ENTER)
    driver.type("mira")
    keys(driver, ENTER, ENTER)
    assert len(driver.journey.mist) > 4


def test_a_mouse_that_draws_while_the_pen_is_down_draws_its_own_line(driver):
    driver.press("path")
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_Right)
    driver.draw(wave(Point(500, 600), 400, 60))
    (trail,) = driver.journey.trails.values()
    assert trail.start.distance(Point(500, 600)) < 20
    assert driver.canvas.work.ink.is_clear
