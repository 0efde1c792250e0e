"""From thing to thing on the map with the Tab key."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.on_map import in_story_order
from reisblog.model.records import Audience, CompassMoment, Note, OwnPlace, Sign, Stop
from tests import journeys

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
STORY = ("b", "b-photo", "b-note", "a", "a-photo", "a-compass", "photo", "note", "home", "way")


def _told(now):
    """Two haltes in another order than they were made in, and something loose of every kind."""
    for key, at in (("a", Point(600, 500)), ("b", Point(1400, 700))):
        now = edits.start_stop(now, Stop(id=key, title=key, at=at))
    now = edits.arrange(now, ["b", "a"])
    now = edits.bring_in(
        now,
        [
            journeys.photo("a-photo", stop="a"),
            journeys.photo("b-photo", stop="b"),
            journeys.photo("photo", at=Point(1900, 900)),
        ],
    )
    now = edits.add_note(now, Note(id="b-note", text="Bij b", at=Point(1600, 800), stop="b"))
    now = edits.add_note(now, Note(id="note", text="Los", at=Point(300, 1200)))
    compass = CompassMoment(id="a-compass", at=Point(800, 600), stop="a")
    now = edits.lay_compass(now, compass)
    now = edits.add_place(now, OwnPlace(id="home", sign=Sign.HOUSE, at=Point(1100, 1200)))
    return edits.add_trail(now, journeys.trail("way", [(200, 300), (500, 200)]))


def tab(driver, held=NONE, times=1):
    for _time in range(times):
        driver.key(Key.Key_Backtab if held & SHIFT else Key.Key_Tab, held, widget=driver.canvas)


@pytest.fixture
def traveller(driver, given):
    given(_told)
    assert driver.canvas.work  # made in the first quiet moment
    driver.canvas.setFocus()
    return driver


def test_things_are_told_in_the_order_of_the_story(traveller):
    assert in_story_order(traveller.journey) == STORY


def test_tab_goes_from_thing_to_thing_and_past_the_last_out_of_the_map(traveller):
    met = []
    for _press in STORY:
        tab(traveller)
        met.append(traveller.chosen)
    assert met == [{key} for key in STORY]
    assert traveller.canvas.hasFocus()
    tab(traveller)
    assert not traveller.canvas.hasFocus()
    assert not traveller.chosen


def test_shift_tab_goes_back_and_before_the_first_out_of_the_map(traveller):
    tab(traveller, times=3)
    tab(traveller, SHIFT, times=2)
    assert traveller.chosen == {"b"}
    tab(traveller, SHIFT)
    assert not traveller.canvas.hasFocus()


def test_who_comes_backwards_meets_the_last_thing_first(traveller):
    traveller.window.top.title.setFocus()
    traveller.canvas.setFocus(Qt.FocusReason.BacktabFocusReason)
    tab(traveller, SHIFT)
    assert traveller.chosen == {"way"}


def test_tab_goes_on_from_what_a_hand_has_chosen(traveller):
    traveller.program.workbench.choose(["a"])
    tab(traveller)
    assert traveller.chosen == {"a-photo"}


def test_home_and_end_lead_to_the_first_thing_and_the_last(traveller):
    traveller.key(Key.Key_End, widget=traveller.canvas)
    assert traveller.chosen == {"way"}
    traveller.key(Key.Key_Home, widget=traveller.canvas)
    assert traveller.chosen == {"b"}


def test_with_ctrl_the_tab_key_leaves_at_once_and_what_is_chosen_stays_so(traveller):
    tab(traveller, times=2)
    tab(traveller, CTRL)
    assert not traveller.canvas.hasFocus()
    assert traveller.chosen == {"b-photo"}


def test_with_nothing_on_it_the_tab_key_passes_over_the_map(driver):
    driver.canvas.setFocus()
    tab(driver)
    assert not driver.canvas.hasFocus()


def test_several_things_are_chosen_by_keeping_some(traveller):
    tab(traveller, times=2)
    traveller.key(Key.Key_Return, SHIFT, widget=traveller.canvas)
    tab(traveller, times=2)
    assert traveller.chosen == {"b-photo", "a"}
    traveller.key(Key.Key_Return, SHIFT, widget=traveller.canvas)
    tab(traveller, times=3)
    assert traveller.chosen == {"b-photo", "a", "photo"}
    mark = traveller.canvas.work.keys.walk.mark
    assert mark.isVisible()
    at = traveller.seen(Point(1900, 900))
    assert mark.geometry().contains(at)
    traveller.key(Key.Key_Escape, widget=traveller.canvas)
    assert not traveller.chosen
    tab(traveller)
    assert len(traveller.chosen) == 1


def test_a_frame_shows_that_the_keyboard_is_on_the_bare_map(driver):
    mark = driver.canvas.work.keys.walk.mark
    driver.window.top.title.setFocus()
    driver.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert mark.isVisible()
    driver.tap(Point(1200, 800))
    assert not mark.isVisible()


def test_only_a_thing_out_of_sight_moves_the_map_and_no_further_than_it_takes(traveller):
    before = traveller.canvas.sight.seen()
    tab(traveller, times=4)
    assert traveller.canvas.sight.seen() == before
    traveller.canvas.sight.look(Point(1400, 700), 2.0)
    traveller.program.workbench.choose(["b"])
    scale = traveller.canvas.scale_now()
    tab(traveller, times=3)
    assert traveller.chosen == {"a"}
    seen = traveller.canvas.sight.seen()
    assert seen.contains(Point(600, 500))
    assert traveller.canvas.scale_now() == pytest.approx(scale)
    assert seen.x > 600 - 250  # it lies at the edge, not in the middle


def test_what_is_closed_or_hidden_is_passed_over(traveller, given):
    given(lambda now: edits.show_to(now, ["b"], Audience.SELF))
    traveller.program.workbench.look_as(Audience.CLASS)
    traveller.canvas.setFocus()
    tab(traveller)
    assert traveller.chosen == {"a"}
    traveller.press("quiet")
    tab(traveller)
    assert traveller.chosen == {"a-photo"}
    tab(traveller)
    assert traveller.chosen == {"photo"}  # neither compass nor note


def test_a_pile_is_one_thing_until_space_spreads_it(driver, given):
    given(lambda now: edits.start_stop(now, Stop(id="s", at=Point(1200, 800))))
    given(
        lambda now: edits.bring_in(now, [journeys.photo(f"p{nth}", stop="s") for nth in range(8)])
    )
    given(lambda now: edits.add_note(now, Note(id="n", text="Los", at=Point(300, 1200))))
    driver.canvas.setFocus()
    tab(driver)
    assert driver.chosen == {"s"}
    driver.key(Key.Key_Space, widget=driver.canvas)
    assert driver.canvas.scene().is_spread
    tab(driver, times=8)
    assert driver.chosen == {"p7"}
    assert driver.canvas.scene().is_spread
    tab(driver)
    assert driver.chosen == {"n"}
    assert not driver.canvas.scene().is_spread
    tab(driver, SHIFT)
    assert driver.chosen == {"s"}
    driver.key(Key.Key_Space, widget=driver.canvas)
    driver.key(Key.Key_Escape, widget=driver.canvas)
    assert not driver.canvas.scene().is_spread
    assert driver.chosen == {"s"}


@pytest.mark.parametrize(("held", "by"), [(NONE, 8), (SHIFT, 1), (CTRL, 40)])
def test_arrows_move_what_is_chosen_finer_with_shift_and_farther_with_ctrl(traveller, held, by):
    tab(traveller, times=7)
    before = traveller.journey.photos["photo"].at
    traveller.key(Key.Key_Left, held, widget=traveller.canvas)
    traveller.key(Key.Key_Down, held, widget=traveller.canvas)
    assert traveller.journey.photos["photo"].at == before + Point(-by, by)
    traveller.press("undo")
    assert traveller.journey.photos["photo"].at == before


def test_on_the_bare_map_arrows_move_the_map_and_farther_with_ctrl(traveller):
    traveller.canvas.sight.look(Point(1200, 800), 2.0)
    before = traveller.canvas.sight.seen()
    traveller.key(Key.Key_Right, widget=traveller.canvas)
    near = traveller.canvas.sight.seen().x - before.x
    traveller.key(Key.Key_Right, CTRL, widget=traveller.canvas)
    far = traveller.canvas.sight.seen().x - before.x - near
    assert (near, far) == (pytest.approx(40, abs=1), pytest.approx(200, abs=1))


def test_with_the_text_tool_enter_writes_on_the_map(driver):
    driver.press("text")
    driver.key(Key.Key_Return, widget=driver.canvas)
    driver.type("Hier")
    (note,) = driver.journey.notes.values()
    assert note.text == "Hier"


def test_digits_choose_tools_and_are_written_once_one_writes(traveller):
    tab(traveller, times=2)
    traveller.type("2")
    assert traveller.canvas.tool == "path"
    traveller.type("1")
    traveller.key(Key.Key_F2, widget=traveller.canvas)
    traveller.type("2 weken")
    assert traveller.journey.photos["b-photo"].caption == "2 weken"
    assert traveller.canvas.tool == "choose"


def test_the_keyboard_follows_a_journey_of_five_hundred_photos(driver, given):
    def many(now):
        for nth in range(50):
            stop = Stop(id=f"s{nth}", at=Point(200 + 40 * nth, 300 + 20 * nth))
            now = edits.start_stop(now, stop)
        photos = [journeys.photo(f"p{nth}", at=Point(100 + 4 * nth, 300)) for nth in range(300)]
        photos += [journeys.photo(f"q{nth}", stop=f"s{nth % 50}") for nth in range(200)]
        return edits.bring_in(now, photos)

    given(many)
    driver.canvas.setFocus()
    walk = driver.canvas.work.keys.walk
    walk.step(onwards=True)
    began = time.process_time()
    for _press in range(100):
        assert walk.step(onwards=True)
    each = (time.process_time() - began) / 100
    assert QApplication.focusWidget() is driver.canvas
    assert each < 0.05


def test_a_map_that_is_put_away_goes_to_no_other_thing(traveller):
    tab(traveller)
    traveller.press("list")
    assert traveller.chosen == {"b"}
