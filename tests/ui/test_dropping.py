"""Photos dropped, pasted and chosen: the rules of the hand."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from reisblog.model import edits, limits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of, in_tray
from reisblog.storage import container
from reisblog.ui.canvas.drops import PHOTO_IDS
from tests import pictures
from tests.driver import files, image, tray_photos

OPEN = Point(1330, 930)
"""Where no place is."""


def only_stop(driver):
    (stop,) = driver.journey.stops.values()
    return stop


def progress_of(driver):
    """Hears how far photos are that come in."""
    heard = []
    driver.program.bring_in.progressed.connect(lambda done, many: heard.append((done, many)))
    return heard


def closed_folder(tmp_path, monkeypatch, name):
    """A folder with a photo in it that the system does not let anybody look in."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "IMG_1.jpg").write_bytes(pictures.jpeg(120, 80))
    look_in = Path.iterdir

    def refuse(path):
        if path == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return look_in(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    return folder


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
    assert driver.program.workbench.atlas.places["dilemmabos"].rest.contains(stop.at)


def test_a_drop_on_open_ground_lies_exactly_there(driver, photos):
    driver.drop(photos(1), OPEN)
    (photo,) = driver.journey.photos.values()
    assert not driver.journey.stops
    assert photo.at.distance(OPEN) < 3


def test_several_on_open_ground_do_not_cover_each_other(driver, photos):
    driver.drop(photos(6), OPEN)
    spots = [photo.at for photo in driver.journey.photos.values()]
    assert all(a.distance(b) > 120 for index, a in enumerate(spots) for b in spots[index + 1 :])


def off_the_sheet(driver):
    """How far prints reach beyond the sheet, in map units."""
    sheet = driver.program.workbench.atlas.bounds
    prints = [item.mapRectToScene(item.outline()) for item in driver.canvas.scene().prints()]
    return max(
        max(-lies.left(), -lies.top(), lies.right() - sheet.right, lies.bottom() - sheet.bottom)
        for lies in prints
    )


@pytest.mark.parametrize("at", [Point(1330, 930), Point(2396, 1596)], ids=["middle", "corner"])
def test_many_on_open_ground_lie_around_the_hand_and_wholly_on_the_sheet(driver, photos, at):
    driver.drop(photos(30), at)
    spots = [photo.at for photo in driver.journey.photos.values()]
    assert len(spots) == 30
    assert spots[0].distance(at) < (3 if at == OPEN else 160)
    assert off_the_sheet(driver) <= 0
    assert max(spot.distance(at) for spot in spots) < (700 if at == OPEN else 1300)
    assert all(a.distance(b) > 120 for index, a in enumerate(spots) for b in spots[index + 1 :])


def test_many_that_come_down_loose_can_be_laid_ready_in_one_step(driver, photos):
    driver.drop(photos(7), OPEN)
    before = driver.journey
    assert driver.messages.last.text == "7 foto's los op de kaart gelegd."
    driver.messages.take_up("Leg ze klaar")
    assert len(in_tray(driver.journey)) == 7
    assert not driver.chosen
    driver.press("undo")
    assert driver.journey == before
    driver.press("undo")
    assert not driver.journey.photos


def test_a_few_that_come_down_loose_need_no_word(driver, photos):
    driver.drop(photos(5), OPEN)
    assert not driver.messages.heard


def test_a_pile_made_loose_again_can_be_laid_ready(driver, photos):
    driver.drop(photos(6), driver.place("bergen"))
    driver.messages.take_up("Leg los neer")
    assert not driver.journey.stops
    driver.messages.take_up("Leg ze klaar")
    assert len(in_tray(driver.journey)) == 6


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
    (message,) = driver.messages.heard
    assert message.text.endswith(
        "“IMG_2041.heic” gaat niet open: het bestand is leeg. De andere 2 foto's zijn er wel."
    )
    assert message.lasting


def test_what_cannot_be_read_does_not_hide_what_is_offered(driver, photos, tmp_path):
    empty = tmp_path / "IMG_2041.heic"
    empty.touch()
    driver.drop([empty, *photos(2)], driver.place("wensboom"))
    assert driver.messages.last.text.startswith("Nieuwe halte bij de Wensboom.")
    driver.messages.take_up("Leg los neer")
    assert not driver.journey.stops


def test_when_nothing_can_be_read_nothing_is_made(driver, tmp_path):
    letter = tmp_path / "brief.txt"
    letter.write_text("Lieve oma")
    driver.drop([letter], driver.place("wensboom"))
    assert not driver.journey.stops
    assert "“brief.txt” gaat niet open" in driver.messages.last.text


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


@pytest.mark.parametrize("address", ["https://example.org/photo.jpg", "file://server/photo.jpg"])
def test_what_is_on_another_computer_is_told_to_be_saved_first(driver, address):
    mime = QMimeData()
    mime.setUrls([QUrl(address)])
    driver.drop(mime, OPEN)
    assert not driver.journey.photos
    assert "sleep dan het bestand" in driver.messages.last.text


@pytest.mark.parametrize("part", ["html", "address"])
def test_pasting_what_is_on_another_computer_tells_the_same(driver, part):
    mime = QMimeData()
    if part == "html":
        mime.setHtml('<IMG src="https://example.org/photo.jpg">')
    else:
        mime.setUrls([QUrl("file://server/photo.jpg")])
    driver.paste(mime)
    assert not driver.journey.notes
    assert "sleep dan het bestand" in driver.messages.last.text


def test_a_link_that_is_pasted_is_a_note(driver):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/opleiding")])
    mime.setText("https://example.org/opleiding")
    driver.paste(mime)
    [note] = driver.journey.notes.values()
    assert note.text == "https://example.org/opleiding"


def test_photos_can_be_kept_at_full_size(driver, tmp_path):
    large = tmp_path / "large.jpg"
    large.write_bytes(pictures.jpeg(4200, 4200, quality=50))
    driver.drop([large], OPEN)
    driver.press("originals")
    driver.drop([large], OPEN)
    assert [photo.width for photo in driver.journey.photos.values()] == [4000, 4200]
    assert driver.program.preferences.settings.originals


def test_a_picture_from_a_browser_comes_as_bytes(driver, photos):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/photo.jpg")])
    mime.setData("image/jpeg", pictures.jpeg(120, 80))
    driver.drop(mime, OPEN)
    assert len(driver.journey.photos) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pictures come decoded")
def test_a_picture_of_an_unknown_kind_is_not_decoded_here(driver):
    mime = image()
    mime.setData("image/x-anything", b"made to do harm")
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


def test_photos_glide_from_where_they_were_dropped_to_where_they_rest(driver, photos):
    driver.canvas.set_motion(motion=True)
    driver.drop(photos(1), driver.place("dilemmabos"))
    (photo_id,) = driver.journey.photos
    stop = only_stop(driver)
    driver.until(lambda: driver.photo_spot(photo_id).distance(stop.at) < 1)


def test_removing_a_photo_that_has_landed_does_not_stop_the_others(driver, photos):
    driver.program.bring_in.to_tray(photos(12))
    driver.until(lambda: driver.journey.photos)
    landed = list(driver.journey.photos)
    driver.program.workbench.edit("Weg", lambda now: edits.remove_photos(now, landed))
    driver.settle()
    assert len(driver.journey.photos) == 12 - len(landed)


def test_when_pictures_cannot_be_kept_it_is_said_and_nothing_waits(driver, photos):
    recovery = driver.program.workbench.desk.folders.recovery
    recovery.parent.mkdir(parents=True, exist_ok=True)
    recovery.write_text("in de weg")
    heard = progress_of(driver)
    driver.drop(photos(3), driver.place("wensboom"))
    assert not driver.journey.photos
    assert len(driver.messages.heard) == 1
    assert heard[-1] == (3, 3)


def test_a_journey_full_of_pictures_keeps_those_that_fit_and_says_so(driver, photos, monkeypatch):
    monkeypatch.setattr(container, "MOST_PICTURES", 2)
    heard = progress_of(driver)
    driver.drop(photos(6), driver.place("wensboom"))
    assert len(bundle_of(driver.journey, only_stop(driver).id)) == 2
    (message,) = driver.messages.heard
    assert "Deze reis is vol" in message.text
    assert message.offers
    assert heard[-1] == (6, 6)


def test_a_journey_full_of_records_takes_no_photo_and_says_so(driver, photos, monkeypatch):
    monkeypatch.setattr(limits, "RECORDS", 0)
    heard = progress_of(driver)
    driver.drop(photos(2), OPEN)
    assert not driver.journey.photos
    assert "Deze reis is vol" in driver.messages.last.text
    assert heard[-1] == (2, 2)


def test_another_journey_ends_what_was_coming_in(driver, photos):
    heard = progress_of(driver)
    driver.program.bring_in.to_tray(photos(12))
    driver.messages.answer = 1  # do not save
    driver.program.session.new()
    assert heard[-1] == (12, 12)
    driver.settle()
    assert not driver.journey.photos


@pytest.mark.parametrize("foreign", [b"", b"\xff", b"[1, 2]", b'{"a": 1}', b'"a"', b"[" * 100_000])
def test_what_another_program_drags_is_no_photo(driver, foreign):
    mime = QMimeData()
    mime.setData(PHOTO_IDS, foreign)
    driver.drop(mime, driver.place("wensboom"))
    assert not driver.journey.stops


def test_photos_of_another_journey_make_no_halte(driver, photos):
    driver.drop(tray_photos(["elders"]), driver.place("wensboom"))
    assert not driver.journey.stops
    driver.program.bring_in.to_tray(photos(1))
    driver.settle()
    (photo_id,) = driver.journey.photos
    driver.drop(tray_photos(["elders", photo_id]), driver.place("wensboom"))
    assert [photo.id for photo in bundle_of(driver.journey, only_stop(driver).id)] == [photo_id]


def test_a_folder_that_does_not_open_is_named_and_other_photos_come_in(
    driver, photos, tmp_path, monkeypatch
):
    folder = closed_folder(tmp_path, monkeypatch, "Vakantie")
    driver.drop([folder], OPEN)
    assert "“Vakantie”" in driver.messages.last.text
    driver.drop([folder, *photos(1)], OPEN)
    assert len(driver.journey.photos) == 1
    assert "“Vakantie”" in driver.messages.last.text


def test_a_folder_that_is_gone_is_named(driver, tmp_path):
    driver.drop([tmp_path / "Vakantie"], OPEN)
    assert "“Vakantie” gaat niet open" in driver.messages.last.text


def test_a_folder_that_does_not_open_is_not_followed(driver, tmp_path, monkeypatch):
    folder = closed_folder(tmp_path, monkeypatch, "OneDrive")
    assert not driver.program.bring_in.follow(folder)
    assert driver.program.bring_in.followed is None
    assert "“OneDrive”" in driver.messages.last.text
