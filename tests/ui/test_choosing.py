"""Choosing, moving, taking away; and everything can be undone."""

import pytest
from PySide6.QtCore import QLineF, Qt
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of, in_tray
from reisblog.ui.pictures import Pictures
from tests.driver import wave

OPEN = Point(1330, 930)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_tap_chooses_and_a_tap_on_bare_map_chooses_nothing(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    driver.tap(Point(2300, 1000))
    assert not driver.chosen
    driver.tap(OPEN)
    assert driver.chosen == {photo}


def test_a_photo_is_dragged_to_exactly_there(driver, photos):
    driver.drop(photos(1), OPEN)
    before = driver.journey
    driver.drag(OPEN, OPEN + Point(100, -200))
    (photo,) = driver.journey.photos.values()
    assert photo.at.distance(OPEN + Point(100, -200)) < 4
    driver.press("undo")
    assert driver.journey == before


def test_a_drag_given_up_with_escape_changes_nothing(driver, photos):
    driver.drop(photos(1), OPEN)
    before = driver.journey
    driver.drag(OPEN, OPEN + Point(100, -200), let_go=False)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert driver.journey is before
    (photo,) = driver.journey.photos
    assert driver.photo_spot(photo).distance(driver.journey.photos[photo].at) < 1


def test_a_few_pixels_are_a_tap_and_no_drag(driver, photos):
    driver.drop(photos(1), OPEN)
    before = driver.journey
    driver.drag(OPEN, OPEN + Point(3, 2))
    assert driver.journey is before


def test_a_photo_dragged_out_of_a_fan_lies_alone_but_stays_in_its_halte(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    top = bundle_of(driver.journey, stop)[-1].id
    driver.program.workbench.choose()
    driver.drag(driver.photo_spot(top), OPEN)
    assert driver.journey.photos[top].at is not None
    assert driver.journey.photos[top].stop == stop
    assert len(bundle_of(driver.journey, stop)) == 2


def test_a_tap_spreads_a_pile_and_a_photo_can_be_taken_out_of_it(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.tap(stop.at)
    assert all(item.isVisible() for item in driver.canvas.scene().prints())
    last = bundle_of(driver.journey, stop.id)[-1].id
    driver.drag(driver.photo_spot(last), OPEN)
    assert driver.journey.photos[last].at.distance(OPEN) < 60
    assert len(bundle_of(driver.journey, stop.id)) == 7


def test_escape_gathers_a_spread_pile(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.tap(stop.at)
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    assert sum(item.isVisible() for item in driver.canvas.scene().prints()) == 3


def test_dragging_a_pile_moves_the_whole_halte(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.drag(stop.at, OPEN)
    (moved,) = driver.journey.stops.values()
    assert moved.at.distance(OPEN) < 4
    assert len(bundle_of(driver.journey, stop.id)) == 8


def test_shift_drag_over_bare_map_chooses_what_lies_inside(driver, photos):
    driver.drop(photos(3), OPEN)
    driver.program.workbench.choose()
    driver.drag(Point(900, 500), Point(1800, 1400), modifiers=_SHIFT)
    assert driver.chosen == set(driver.journey.photos)
    driver.drag(OPEN, OPEN + Point(60, 0))
    (first, *_others) = driver.journey.photos.values()
    assert len({photo.at for photo in driver.journey.photos.values()}) == 3
    assert first.at is not None


def test_delete_takes_away_a_photo_a_note_and_a_path(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.press("path")
    driver.draw(wave(Point(300, 1000), 500, 60))
    driver.press("choose")
    driver.press("choose-all")
    assert len(driver.chosen) == 2
    driver.press("remove")
    assert not driver.journey.photos
    assert not driver.journey.trails
    driver.messages.take_up("Zet terug")
    assert len(driver.journey.photos) == 1
    assert len(driver.journey.trails) == 1


def test_the_photos_of_a_removed_halte_are_ready_again(driver, photos):
    driver.drop(photos(2), driver.place("wensboom"))
    driver.press("remove")
    assert not driver.journey.stops
    assert len(in_tray(driver.journey)) == 2
    assert driver.messages.last.text == "Halte weggehaald. De foto's liggen weer klaar."
    driver.messages.take_up("Zet terug")
    assert len(driver.journey.stops) == 1
    assert not in_tray(driver.journey)


def test_everything_can_be_undone_and_done_again(driver, photos):
    states = [driver.journey]
    driver.drop(photos(2), driver.place("wensboom"))
    states.append(driver.journey)
    driver.drop(photos(1), OPEN)
    states.append(driver.journey)
    driver.drag(OPEN, OPEN + Point(80, 40))
    states.append(driver.journey)
    driver.press("remove")
    states.append(driver.journey)
    for earlier in reversed(states[:-1]):
        driver.press("undo")
        assert driver.journey == earlier
    for later in states[1:]:
        driver.press("redo")
        assert driver.journey == later


def test_arrows_move_what_is_chosen_in_one_step(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos.values()
    for _step in range(5):
        driver.key(Qt.Key.Key_Right, widget=driver.canvas)
    assert driver.journey.photos[photo.id].at.x == photo.at.x + 40
    driver.press("undo")
    assert driver.journey.photos[photo.id].at == photo.at


def test_a_loose_photo_moved_onto_a_place_may_become_a_halte_there(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.drag(OPEN, driver.place("statuskloof"))
    assert not driver.journey.stops
    driver.messages.take_up("Maak er een halte van")
    (stop,) = driver.journey.stops.values()
    assert stop.places == ("statuskloof",)


def test_a_double_tap_shows_a_photo_large_and_a_tap_goes_back(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.double_tap(OPEN)
    assert driver.canvas.large.isVisible()
    assert driver.canvas.large.photo.id in driver.journey.photos
    driver.settle()
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas.large)
    assert not driver.canvas.large.isVisible()


def test_what_is_typed_beside_a_large_photo_lands_nowhere(driver, photos):
    driver.drop(photos(2), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    first, second = bundle_of(driver.journey, stop)
    driver.canvas.handling.open_large(first.id)
    driver.key(Qt.Key.Key_Right, widget=driver.canvas.large)
    driver.type("hallo")
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas.large)
    assert not any(photo.caption for photo in driver.journey.photos.values())
    assert driver.chosen == {second.id}
    driver.type("Daar")
    driver.key(Qt.Key.Key_Escape)
    assert driver.journey.photos[second.id].caption == "Daar"


def test_a_quiet_map_shows_photos_and_paths_only(driver, photos):
    driver.drop(photos(1), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    driver.press("quiet")
    assert not driver.canvas.scene().item_of(stop).isVisible()
    driver.press("quiet")
    assert driver.canvas.scene().item_of(stop).isVisible()


def test_a_spread_pile_is_gathered_when_its_halte_is_undone(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.tap(stop.at)
    assert driver.canvas.scene().is_spread
    while driver.journey.stops:
        driver.press("undo")
    assert not driver.canvas.scene().is_spread
    driver.press("redo")
    assert not driver.canvas.scene().is_spread


def test_a_spread_pile_is_gathered_when_another_journey_is_opened(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.tap(stop.at)
    driver.program.workbench.lay(driver.program.desks.new())
    assert not driver.canvas.scene().is_spread
    assert not list(driver.canvas.scene().prints())


def test_a_large_photo_goes_back_to_the_map_when_it_is_undone(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.double_tap(OPEN)
    while driver.journey.photos:
        driver.press("undo")
    assert not driver.canvas.large.isVisible()
    assert driver.canvas.large.photo is None


def test_a_large_photo_stays_when_something_else_changes(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.double_tap(OPEN)
    shown = driver.canvas.large.photo.id
    driver.program.workbench.edit(
        "Caption", lambda journey: edits.set_caption(journey, shown, "Eerste dag")
    )
    assert driver.canvas.large.isVisible()
    assert driver.canvas.large.photo.caption == "Eerste dag"
    driver.settle()


def test_another_journey_closes_a_large_photo(driver, photos):
    driver.drop(photos(1), OPEN)
    driver.double_tap(OPEN)
    driver.settle()
    driver.program.workbench.lay(driver.program.desks.new())
    assert not driver.canvas.large.isVisible()


def test_pictures_are_those_of_the_journey_on_the_desk(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos.values()
    shown = driver.program.pictures
    driver.until(lambda: shown.pixmap(photo.media, 128) is not None)
    driver.program.workbench.lay(driver.program.desks.new())
    assert shown.pixmap(photo.media, 128) is None


def test_an_answer_for_an_earlier_journey_comes_too_late(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos.values()
    earlier, later = driver.program.workbench.desk, driver.program.desks.new()
    on_desk, answers = [earlier], []
    shown = Pictures(lambda: on_desk[0])
    shown.ready.connect(answers.append)
    assert shown.pixmap(photo.media, 128) is None
    shown.close()
    on_desk[0] = later
    asked_again = Pictures(lambda: earlier)
    assert asked_again.pixmap(photo.media, 128) is None
    driver.until(lambda: asked_again.pixmap(photo.media, 128) is not None)
    assert answers == []
    asked_again.close()
    later.close()


def test_another_button_let_go_does_not_end_a_drag(driver, photos):
    driver.drop(photos(1), OPEN)
    before = driver.journey
    end = OPEN + Point(100, -200)
    driver.drag(OPEN, end, let_go=False)
    QTest.mousePress(driver.port, Qt.MouseButton.RightButton, pos=driver.seen(end))
    QTest.mouseRelease(driver.port, Qt.MouseButton.RightButton, pos=driver.seen(end))
    assert driver.journey is before
    QTest.mouseRelease(driver.port, Qt.MouseButton.LeftButton, pos=driver.seen(end))
    (photo,) = driver.journey.photos.values()
    assert photo.at.distance(end) < 4


def _threads(driver):
    to_view = driver.canvas.viewportTransform()
    return driver.canvas.lights.threads(to_view), to_view


@pytest.mark.parametrize("count", [1, 3, 8], ids=["one photo", "a fan", "a pile"])
def test_the_thread_to_a_halte_s_photos_ends_at_their_edge(driver, photos, count):
    driver.drop(photos(count), driver.place("herberg-voor-inspirerende-ontmoetingen"))
    (stop,) = driver.journey.stops
    (thread,), to_view = _threads(driver)
    frames = [to_view.map(frame) for frame in driver.canvas.lights.frames_of(stop)]
    (head,) = driver.canvas.lights.heads(stop, to_view)
    fill = Qt.FillRule.WindingFill
    assert not any(frame.containsPoint(thread.p2(), fill) for frame in frames)
    a_little_on = QLineF(thread)
    a_little_on.setLength(thread.length() + 12)
    assert any(frame.containsPoint(a_little_on.p2(), fill) for frame in frames)
    assert 10 < QLineF(head, thread.p1()).length() < 20


def test_a_photo_taken_out_of_a_fan_has_a_thread_of_its_own(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    top = bundle_of(driver.journey, stop)[-1].id
    driver.program.workbench.choose()
    driver.drag(driver.photo_spot(top), OPEN)
    driver.program.workbench.choose({stop})
    threads, to_view = _threads(driver)
    assert len(threads) == 2
    lone = to_view.map(driver.canvas.scene().frame_of(top)).boundingRect()
    assert lone.adjusted(-9, -9, 9, 9).contains(threads[1].p2())


def test_a_halte_without_photos_has_a_thread_between_its_places_only(driver):
    desk = driver.program.workbench.desk
    alone = desk.add_stop(["wensboom"])
    both = desk.add_stop(["veilige-haven", "doolhof-van-de-bureaucratie"])
    driver.program.workbench.choose({alone})
    assert not _threads(driver)[0]
    driver.program.workbench.choose({both})
    (thread,), to_view = _threads(driver)
    one, other = driver.canvas.lights.heads(both, to_view)
    assert QLineF(one, thread.p1()).length() < 20
    assert QLineF(other, thread.p2()).length() < 20


def test_of_two_haltes_at_one_place_each_has_a_pin_of_its_own(driver):
    desk = driver.program.workbench.desk
    first, second = desk.add_stop(["dilemmabos"]), desk.add_stop(["dilemmabos"])
    to_view = driver.canvas.viewportTransform()
    (one,) = driver.canvas.lights.heads(first, to_view)
    (other,) = driver.canvas.lights.heads(second, to_view)
    assert QLineF(one, other).length() > 10


def test_bare_map_within_the_bend_of_a_path_is_bare_map(driver):
    driver.press("path")
    around = [Point(1000, 500), Point(1700, 500), Point(1700, 1000), Point(1000, 1000)]
    driver.draw(around)
    driver.press("choose")
    before = driver.journey
    driver.tap(Point(1350, 750))
    assert not driver.chosen
    driver.drag(Point(1350, 750), Point(1450, 800))
    assert driver.journey is before


PATH = [Point(900, 700), Point(1200, 700), Point(1500, 700)]


def _draw_path(driver):
    """Draw a path over bare map and take Kies in hand; gives where it is touched, and its id."""
    driver.press("path")
    driver.draw(PATH)
    driver.press("choose")
    driver.program.workbench.choose()
    (trail,) = driver.journey.trails
    return PATH[1], trail


def test_a_drag_that_begins_on_a_path_pans_like_bare_map(driver):
    on_path, _trail = _draw_path(driver)
    driver.wheel(on_path, 4)
    before, seen = driver.journey, driver.canvas.sight.seen().centre
    driver.drag(on_path, on_path + Point(100, 60))
    assert driver.journey is before
    assert not driver.chosen
    assert driver.canvas.sight.seen().centre.distance(seen) > 50


def test_a_path_is_chosen_with_a_tap_and_then_dragged(driver):
    on_path, trail = _draw_path(driver)
    before = driver.journey
    driver.tap(on_path)
    assert driver.chosen == {trail}
    assert driver.journey is before
    start = driver.journey.trails[trail].start
    beside_its_handles = on_path - Point(225, 0)
    driver.drag(beside_its_handles, beside_its_handles + Point(100, 60))
    assert (driver.journey.trails[trail].start - start).distance(Point(100, 60)) < 4
    driver.press("undo")
    assert driver.journey == before


@pytest.mark.parametrize("chosen", [False, True], ids=["not chosen", "chosen"])
def test_shift_drag_from_a_path_chooses_what_lies_inside(driver, photos, chosen):
    on_path, trail = _draw_path(driver)
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos
    driver.program.workbench.choose([trail] if chosen else [])
    before = driver.journey
    driver.drag(on_path, on_path + Point(300, 400), modifiers=_SHIFT)
    assert driver.journey is before
    assert driver.chosen == ({trail, photo} if chosen else {photo})


def test_all_that_is_chosen_is_also_what_lies_deep_in_a_pile(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    driver.drop(photos(1), OPEN)
    driver.press("choose-all")
    assert driver.chosen >= driver.journey.photos.keys()
    before = driver.journey
    driver.press("remove")
    assert not driver.journey.photos
    assert not driver.journey.stops
    assert driver.messages.last.text == "10 dingen weggehaald."
    driver.messages.take_up("Zet terug")
    assert driver.journey == before


def test_what_waits_in_the_tray_is_not_on_the_map_and_not_chosen(driver, photos):
    driver.program.bring_in.to_tray(photos(2))
    driver.settle()
    driver.press("choose-all")
    assert not driver.chosen


def test_a_pile_stays_a_pile_when_everything_is_moved(driver, photos):
    driver.drop(photos(8), driver.place("wensboom"))
    (stop,) = driver.journey.stops.values()
    driver.press("choose-all")
    driver.drag(stop.at, stop.at + Point(100, 50))
    (moved,) = driver.journey.stops.values()
    assert (moved.at - stop.at).distance(Point(100, 50)) < 4
    assert len(bundle_of(driver.journey, stop.id)) == 8
    driver.key(Qt.Key.Key_Right, widget=driver.canvas)
    assert len(bundle_of(driver.journey, stop.id)) == 8
    assert driver.journey.stops[stop.id].at.x == moved.at.x + 8


@pytest.mark.parametrize(
    ("count", "said"), [(1, "Foto weggehaald."), (3, "3 foto's weggehaald.")], ids=["one", "three"]
)
def test_of_a_photo_taken_away_it_is_said_that_the_photo_is_gone(driver, photos, count, said):
    driver.drop(photos(count), OPEN)
    driver.press("remove")
    assert not driver.journey.photos
    assert driver.messages.last.text == said
    driver.messages.take_up("Zet terug")
    assert len(driver.journey.photos) == count


def test_of_everything_taken_away_it_is_said_what_it_was(driver, photos):
    _on_path, trail = _draw_path(driver)
    driver.program.workbench.choose({trail})
    driver.press("remove")
    assert driver.messages.last.text == "Pad weggehaald."
    driver.double_tap(OPEN)
    driver.type("Weg")
    driver.key(Qt.Key.Key_Escape)
    driver.program.workbench.choose(driver.journey.notes)
    driver.press("remove")
    assert driver.messages.last.text == "Tekst weggehaald."
    driver.program.workbench.choose({driver.program.workbench.desk.add_stop(["wensboom"])})
    driver.press("remove")
    assert driver.messages.last.text == "Halte weggehaald."


def test_photos_of_a_halte_taken_away_with_something_else_are_said_to_be_ready(driver, photos):
    driver.drop(photos(1), OPEN)
    (loose,) = driver.journey.photos
    driver.drop(photos(2), driver.place("wensboom"))
    driver.program.workbench.choose({loose, *driver.journey.stops})
    driver.press("remove")
    assert len(in_tray(driver.journey)) == len(driver.journey.photos) == 2
    said = "2 dingen weggehaald. De foto's van de haltes liggen weer klaar."
    assert driver.messages.last.text == said
