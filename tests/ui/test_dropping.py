"""Photos dropped, pasted, chosen and followed: the rules of the hand."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QUrl

from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of, in_tray
from tests import pictures
from tests.driver import files, image, tray_photos

OPEN = Point(1330, 930)
"""Where no place is."""


def only_stop(driver):
    (stop,) = driver.journey.stops.values()
    return stop


def test_the_place_under_the_pointer_lights_up_and_says_its_name(driver, photos):
    driver.hover(files(photos(1)), driver.place("dilemmabos"))
    assert driver.canvas.lights.place.id == "dilemmabos"
    assert driver.canvas.lights.label == "Dilemmabos"
    driver.leave()
    assert driver.canvas.lights.place is None


def test_the_innermost_place_wins_and_the_label_tells_the_chain(driver, photos):
    driver.hover(files(photos(1)), driver.place("huis-van-de-inspirerende-mentor"))
    assert driver.canvas.lights.label == "Huis, in de Stad"


def test_open_ground_lights_nothing(driver, photos):
    driver.hover(files(photos(1)), OPEN)
    assert driver.canvas.lights.label == ""


def test_a_drop_on_a_place_makes_a_halte_that_stays_chosen(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    stop = only_stop(driver)
    assert stop.places == ("dilemmabos",)
    assert driver.journey.order == (stop.id,)
    assert driver.chosen == {stop.id}
    assert driver.program.atlas.places["dilemmabos"].rest.contains(stop.at)


def test_a_drop_on_open_ground_lies_exactly_there(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos.values()
    assert not driver.journey.stops
    assert photo.at.distance(OPEN) < 3


def test_several_on_open_ground_do_not_cover_each_other(driver, photos):
    driver.drop(photos(6), OPEN)
    spots = [photo.at for photo in driver.journey.photos.values()]
    assert all(a.distance(b) > 120 for index, a in enumerate(spots) for b in spots[index + 1 :])


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (5, 5), (6, 3), (12, 3)])
def test_few_photos_are_a_fan_and_many_a_pile(driver, photos, count, shown):
    driver.drop(photos(count), driver.place("wensboom"))
    assert len(bundle_of(driver.journey, only_stop(driver).id)) == count
    assert sum(item.isVisible() for item in driver.canvas.scene().prints()) == shown


def test_fifty_photos_come_in_as_one_step_in_the_order_given(driver, photos):
    driver.drop(photos(50), driver.place("chill-strand"))
    widths = [photo.width for photo in driver.journey.photos.values()]
    assert widths == list(range(120, 170))
    driver.press("undo")
    assert not driver.journey.photos
    assert not driver.journey.stops


def test_a_second_drop_on_the_chosen_place_joins_its_halte(driver, photos):
    driver.drop(photos(1), driver.place("wensboom"))
    driver.drop(photos(2), driver.place("wensboom"))
    assert len(bundle_of(driver.journey, only_stop(driver).id)) == 3
    assert driver.messages.last.text == "Bij je halte bij de Wensboom gelegd."
    driver.messages.take_up("Maak er een nieuwe halte van")
    first, second = driver.journey.order
    assert len(bundle_of(driver.journey, first)) == 1
    assert len(bundle_of(driver.journey, second)) == 2


def test_when_nothing_is_chosen_a_drop_starts_another_halte_a_little_further(driver, photos):
    driver.drop(photos(1), driver.place("wensboom"))
    driver.program.workbench.choose()
    driver.drop(photos(1), driver.place("wensboom"))
    first, second = driver.journey.stops.values()
    assert 30 < first.at.distance(second.at) < 300
    driver.messages.take_up("Leg bij je vorige halte")
    assert list(driver.journey.stops) == [first.id]
    assert len(bundle_of(driver.journey, first.id)) == 2


def test_a_drop_on_a_halte_s_own_photos_joins_it(driver, photos):
    driver.drop(photos(2), driver.place("wensboom"))
    stop = only_stop(driver)
    driver.program.workbench.choose()
    driver.drop(photos(1), stop.at)
    assert len(bundle_of(driver.journey, stop.id)) == 3


def test_a_new_halte_can_be_made_loose_again(driver, photos):
    driver.drop(photos(2), driver.place("bergen"))
    driver.messages.take_up("Leg los neer")
    assert not driver.journey.stops
    assert all(photo.at for photo in driver.journey.photos.values())


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".jpg", pictures.jpeg),
        (".png", pictures.png),
        (".webp", pictures.webp),
        (".heic", pictures.heic),
        (".avif", pictures.avif),
    ],
)
def test_every_kind_of_photo_comes_in(driver, photos, suffix, kind):
    driver.drop(photos(1, suffix, kind), driver.place("wensboom"))
    assert len(driver.journey.photos) == 1


def test_what_cannot_be_read_is_named_and_the_others_come_in(driver, photos, tmp_path):
    empty = tmp_path / "IMG_2041.heic"
    empty.touch()
    driver.drop([*photos(2), empty], driver.place("wensboom"))
    assert len(driver.journey.photos) == 2
    (message,) = [heard for heard in driver.messages.heard if "IMG_2041" in heard.text]
    assert message.text == (
        '"IMG_2041.heic" gaat niet open: het bestand is leeg. De andere 2 foto\'s zijn er wel.'
    )


def test_when_nothing_can_be_read_nothing_is_made(driver, tmp_path):
    letter = tmp_path / "brief.txt"
    letter.write_text("Lieve oma")
    driver.drop([letter], driver.place("wensboom"))
    assert not driver.journey.stops
    assert '"brief.txt" gaat niet open' in driver.messages.last.text


def test_a_picture_can_be_pasted_from_the_first_second(driver):
    driver.paste(image())
    assert len(driver.journey.photos) == 1


def test_copied_files_can_be_pasted(driver, photos):
    driver.paste(files(photos(2)))
    assert len(driver.journey.photos) == 2


def test_a_web_address_is_never_fetched(driver):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/photo.jpg")])
    driver.hover(mime, OPEN)
    driver.paste(mime)
    assert not driver.journey.photos


def test_photos_brought_in_with_the_button_wait_on_top_of_the_panel(driver, photos):
    driver.dialogs.files = photos(3)
    driver.press("pick-photos")
    driver.settle()
    assert len(in_tray(driver.journey)) == 3
    assert driver.window.panel.isVisible()


def test_photos_are_dragged_from_the_tray_onto_a_place(driver, photos):
    driver.dialogs.files = photos(3)
    driver.press("pick-photos")
    driver.settle()
    first, second, third = driver.journey.photos
    driver.drop(tray_photos([first, third]), driver.place("veilige-haven"))
    assert [photo.id for photo in in_tray(driver.journey)] == [second]
    assert len(bundle_of(driver.journey, only_stop(driver).id)) == 2


def test_new_pictures_in_a_followed_folder_come_to_the_tray(driver, photos, tmp_path):
    followed = tmp_path / "OneDrive"
    followed.mkdir()
    first, second = photos(2)
    shutil.copy(first, followed)
    driver.dialogs.file = followed
    driver.press("pick-folder")
    assert not driver.journey.photos
    shutil.copy(second, followed)
    driver.until(lambda: len(in_tray(driver.journey)) == 1)


def test_photos_glide_from_where_they_were_dropped_to_where_they_rest(driver, photos):
    driver.canvas.set_motion(motion=True)
    driver.drop(photos(1), driver.place("dilemmabos"))
    (photo_id,) = driver.journey.photos
    stop = only_stop(driver)
    driver.until(lambda: driver.photo_spot(photo_id).distance(stop.at) < 1)
