"""Who may see a halte: chosen in its card, said once at the haven, kept out of the book."""

import zipfile

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Note, OwnPlace, Sign, Stop
from reisblog.tools import drop
from reisblog.ui import showing
from reisblog.ui.canvas.large_view import LargeView
from tests.driver import tray_photos
from tests.journeys import trail
from tests.reading import opened_pdf
from tests.ui.test_files_and_book import saved


@pytest.fixture
def card(driver):
    """The open card of a halte."""
    stop = Stop(id="s1", title="De stage", places=("dilemmabos",), at=Point(600, 500))
    driver.program.workbench.edit("Earlier", lambda now: edits.start_stop(now, stop))
    driver.program.workbench.choose(["s1"])
    driver.window.open_tab("story")
    driver.settle()
    return driver.window.panel.page("story").cards["s1"]


def test_one_chooses_in_the_card_who_may_see_a_halte_and_undo_takes_it_back(driver, card):
    row = card.editor.audience
    assert row.buttons[Audience.CLASS].isChecked()
    row.buttons[Audience.SELF].click()
    assert driver.journey.stops["s1"].audience is Audience.SELF
    driver.press("undo")
    assert driver.journey.stops["s1"].audience is Audience.CLASS
    assert row.buttons[Audience.CLASS].isChecked()


def test_a_closed_card_says_for_whom_it_is_where_that_is_not_everybody(driver, card):
    assert card.words.seen_by == ""
    driver.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, ["s1"], Audience.CONVERSATION)
    )
    assert "Voor een gesprek" in card.words.spoken
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, ["s1"], Audience.SELF))
    assert "Alleen voor jou" in card.words.spoken


def test_what_is_laid_in_the_haven_is_for_the_traveller_and_that_is_said_once(driver, photos):
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.settle()
    [stop] = driver.journey.stops.values()
    assert stop.audience is Audience.SELF
    heard = [message.text for message in driver.messages.heard]
    assert sum("zie jij alleen" in text for text in heard) == 1
    driver.program.workbench.choose(())
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.settle()
    heard = [message.text for message in driver.messages.heard]
    assert sum("zie jij alleen" in text for text in heard) == 1


def audiences(driver):
    """What stands under Edit, To be seen by; each with its tick."""
    menu = driver.window.menus.lists["audiences"]
    for top in driver.window.menus.actions():
        if top.menu() is not None:
            top.menu().aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_anything_that_is_chosen_may_be_closed_from_the_menu(driver, photos):
    driver.drop(photos(2), Point(1330, 930))
    ids = set(driver.journey.photos)
    driver.program.workbench.choose(())
    assert audiences(driver) == {}
    driver.program.workbench.choose(ids)
    found = audiences(driver)
    assert [text for text, action in found.items() if action.isChecked()] == ["Klas"]
    found["Alleen jij"].trigger()
    assert {photo.audience for photo in driver.journey.photos.values()} == {Audience.SELF}
    assert [text for text, one in audiences(driver).items() if one.isChecked()] == ["Alleen jij"]
    driver.press("undo")
    assert {photo.audience for photo in driver.journey.photos.values()} == {Audience.CLASS}


@pytest.fixture
def two(driver, photos):
    """A halte for everybody and one for nobody else, each with a photo, the second with a note."""
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.program.workbench.choose(())
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.program.workbench.choose(())
    open_one, closed = driver.journey.stops
    note = Note(id="n1", text="Geheimpje", at=Point(200, 700), stop=closed)
    driver.program.workbench.edit("Earlier", lambda now: edits.add_note(now, note))
    return open_one, closed


def on_canvas(driver):
    return {item.record_id for item in driver.canvas.scene().items() if hasattr(item, "record_id")}


def test_f9_shows_what_the_class_sees_and_everything_again(driver, two):
    open_one, closed = two
    whole, lying = driver.program.workbench.desk.journey, on_canvas(driver)
    driver.window.open_tab("story")
    driver.press("see-as-class")
    assert "Dit is wat de klas ziet" in driver.messages.last.text
    assert list(driver.program.workbench.journey.stops) == [open_one]
    assert "n1" not in on_canvas(driver)
    assert len(driver.program.workbench.journey.photos) == 1
    assert set(driver.window.panel.page("story").cards) == {open_one}
    assert driver.program.workbench.desk.journey is whole
    driver.press("see-as-class")
    assert driver.program.workbench.journey is whole
    assert on_canvas(driver) == lying
    assert set(driver.window.panel.page("story").cards) == {open_one, closed}


def test_on_the_board_only_what_the_class_may_see_is_there(driver, two):
    open_one, _closed = two
    driver.press("board")
    assert list(driver.program.workbench.journey.stops) == [open_one]
    driver.press("board")
    assert len(driver.program.workbench.journey.stops) == 2


def test_what_is_done_meanwhile_is_done_to_the_whole_journey(driver, two, tmp_path):
    _open_one, closed = two
    driver.press("see-as-class")
    driver.program.workbench.edit("Titel", lambda now: edits.entitle(now, title="Reis"))
    assert driver.program.workbench.journey.title == "Reis"
    assert closed in driver.program.workbench.desk.journey.stops
    saved(driver, tmp_path / "reis.reisblog")
    driver.program.workbench.look_as(Audience.SELF)
    driver.press("undo")
    assert closed in driver.program.workbench.journey.stops
    assert driver.program.workbench.journey.title == ""


def test_a_halte_moves_among_those_that_are_seen(driver, two):
    open_one, closed = two
    third = Stop(id="s9", places=("bergen",), at=Point(900, 300))
    driver.program.workbench.edit("Earlier", lambda now: edits.start_stop(now, third))
    driver.window.open_tab("story")
    driver.press("see-as-class")
    driver.window.panel.page("story")._put_at("s9", 0)
    assert driver.program.workbench.desk.journey.order == ("s9", open_one, closed)


def test_another_journey_that_opens_meanwhile_is_seen_so_too(driver, two, tmp_path):
    saved(driver, tmp_path / "reis.reisblog")
    driver.press("see-as-class")
    driver.program.session.new()
    driver.program.session.open(tmp_path / "reis.reisblog")
    assert len(driver.program.workbench.journey.stops) == 1
    assert len(driver.program.workbench.desk.journey.stops) == 2
    driver.program.workbench.look_as(Audience.SELF)
    assert len(driver.program.workbench.journey.stops) == 2


def test_the_book_tells_only_the_traveller_what_is_not_in_it(driver, card, tmp_path):
    other = Stop(id="s2", title="Geheimpje", places=("bergen",), at=Point(900, 300))
    driver.program.workbench.edit("Earlier", lambda now: edits.start_stop(now, other))
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, ["s2"], Audience.SELF))
    saved(driver, tmp_path / "reis.reisblog")
    driver.dialogs.file = tmp_path / "boek.pdf"
    driver.export("book")
    driver.settle()
    driver.until((tmp_path / "boek.pdf").exists)
    driver.until(lambda: "is klaar" in driver.messages.last.text)
    assert "Eén halte staat er niet in" in driver.messages.last.text
    with opened_pdf(tmp_path / "boek.pdf") as pages:
        text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "De stage" in text
    assert "Geheimpje" not in text


def test_what_is_open_of_a_closed_thing_closes_with_it(driver, two):
    _open_one, closed = two
    driver.canvas.edit_text_of("n1")
    driver.type(" en meer")
    driver.press("see-as-class")
    assert not any(field.isVisible() for field in driver.window.findChildren(QPlainTextEdit))
    driver.press("see-as-class")
    assert driver.journey.notes["n1"].text.startswith("Geheimpje")
    [photo] = [one for one in driver.journey.photos.values() if one.stop == closed]
    driver.program.workbench.choose([photo.id])
    driver.canvas.work.handling.open_chosen()
    large = driver.window.findChild(LargeView)
    assert large.isVisible()
    driver.press("see-as-class")
    assert not large.isVisible()
    assert not driver.program.workbench.chosen


def test_an_own_place_that_is_closed_has_no_name_on_the_map_either(driver):
    place = OwnPlace(id="o1", sign=Sign.TENT, at=Point(1330, 930), name="Thuis")
    driver.program.workbench.edit("Earlier", lambda now: edits.add_place(now, place))
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, ["o1"], Audience.SELF))
    assert "o1" in driver.program.workbench.atlas.places
    driver.press("see-as-class")
    assert "o1" not in driver.program.workbench.atlas.places
    assert "o1" not in on_canvas(driver)


def test_nothing_is_opened_by_undo_while_the_class_looks(driver, two):
    open_one, _closed = two
    driver.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, [open_one], Audience.SELF)
    )
    driver.press("board")
    assert not driver.journey.stops
    driver.press("undo")
    assert not driver.journey.stops
    assert "Laat eerst alles zien" in driver.messages.last.text
    assert not driver.window.actions_by_id["see-as-class"].isEnabled()
    driver.press("board")
    driver.press("undo")
    assert open_one in driver.journey.stops
    assert driver.window.actions_by_id["see-as-class"].isEnabled()


def test_what_is_laid_in_the_haven_while_the_class_looks_is_told_of(driver, photos):
    driver.program.preferences.change(haven_told=True)
    driver.press("see-as-class")
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.settle()
    assert not driver.journey.stops
    assert len(driver.program.workbench.desk.journey.stops) == 1
    assert any("zie jij alleen" in message.text for message in driver.messages.heard)


def test_what_is_copied_while_the_class_looks_is_what_it_sees(driver, two):
    open_one, _closed = two
    note = Note(id="n2", text="Ook geheim", at=Point(300, 700), stop=open_one)
    driver.program.workbench.edit("Earlier", lambda now: edits.add_note(now, note))
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, ["n2"], Audience.SELF))
    driver.press("see-as-class")
    driver.program.workbench.choose([open_one])
    driver.press("copy")
    driver.settle()
    held = QApplication.clipboard().mimeData()
    assert held.formats()
    assert not any(b"Ook geheim" in bytes(held.data(kind).data()) for kind in held.formats())


def test_no_earlier_version_opens_what_is_closed_while_the_class_looks(driver, two, tmp_path):
    open_one, _closed = two
    file = tmp_path / "reis.reisblog"
    saved(driver, file)
    driver.program.workbench.edit(
        "Close", lambda now: edits.show_to(now, [open_one], Audience.SELF)
    )
    saved(driver, file)
    driver.press("see-as-class")
    [version] = driver.program.workbench.desk.versions.listed()
    driver.program.safekeeping.look_back(version)
    driver.until(lambda: "Laat eerst alles zien" in driver.messages.last.text)
    assert not driver.journey.stops
    assert driver.program.workbench.desk.journey.stops[open_one].audience is Audience.SELF


@pytest.mark.parametrize("viewer", ["class", "conversation"])
def test_a_copy_to_share_holds_nothing_closed_and_the_traveller_hears_so(
    driver, photos, tmp_path, viewer
):
    workbench = driver.program.workbench
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.drop(photos(2)[1:], driver.place("veilige-haven"))
    opened, closed = driver.journey.order
    words = (("opened", opened, "Zichtbaar"), ("closed", closed, "Geheimpje"))
    for label, key, title in words:
        workbench.edit(label, lambda now, k=key, t=title: edits.change_stop(now, k, title=t))
    driver.dialogs.file = tmp_path / "kopie.reisblog"
    driver.export(f"copy-for-{viewer}")
    driver.settle()
    assert "staat er niet in" in driver.messages.last.text
    with zipfile.ZipFile(driver.dialogs.file) as copy:
        inside = b"".join(copy.read(name) for name in copy.namelist())
        media = [name for name in copy.namelist() if name.startswith("media/")]
    assert b"Zichtbaar" in inside
    assert b"Geheimpje" not in inside
    assert len(media) == 1
    assert list(driver.journey.stops) == [opened, closed]  # the journey itself is whole


@pytest.fixture
def closed_halte(driver, photos):
    """A halte for nobody else, with a photo that says nothing of that itself."""
    driver.drop(photos(1), driver.place("dilemmabos"))
    (stop,), (photo,) = driver.journey.stops, driver.journey.photos
    driver.program.workbench.edit("Close", lambda now: edits.show_to(now, [stop], Audience.SELF))
    return stop, photo


def test_a_photo_dragged_out_of_the_card_of_a_closed_halte_stays_closed(driver, closed_halte):
    _stop, photo = closed_halte
    driver.drop(tray_photos([photo]), Point(1330, 930))
    assert driver.journey.photos[photo].stop is None
    assert driver.journey.photos[photo].audience is Audience.SELF


def test_photos_laid_loose_after_a_drop_in_the_haven_stay_closed(driver, photos):
    driver.drop(photos(1), driver.place("veilige-haven"))
    driver.settle()
    (photo,) = driver.journey.photos
    offers = [offer for message in driver.messages.heard for offer in message.offers]
    next(offer for offer in offers if offer.label == "Leg los neer").act()
    assert not driver.journey.stops
    assert driver.journey.photos[photo].at is not None
    assert driver.journey.photos[photo].audience is Audience.SELF


def test_what_is_made_of_closed_words_is_as_closed(driver, closed_halte):
    stop, photo = closed_halte
    atlas = driver.program.workbench.atlas
    note = Note(id="n1", text="Geheimpje", at=Point(1000, 900), stop=stop)
    now = edits.add_note(driver.journey, note)
    now = drop.stop_of_note(now, atlas, "n1", ("bergen",), stop_id="s8")
    assert now.stops["s8"].text == "Geheimpje"
    assert now.stops["s8"].audience is Audience.SELF
    now = drop.split_off(now, atlas, [photo], stop_id="s9")
    assert now.photos[photo].stop == "s9"
    assert now.stops["s9"].audience is Audience.SELF


def test_an_open_halte_in_the_bag_is_not_called_as_a_place_that_is_closed(driver):
    workbench = driver.program.workbench
    place = OwnPlace(id="o1", sign=Sign.TENT, at=Point(1330, 930), name="Geheimpje")
    workbench.edit("Earlier", lambda now: edits.add_place(now, place))
    stop = Stop(id="s1", places=("o1", "bergen"), at=Point(900, 300))
    workbench.edit("Earlier", lambda now: edits.start_stop(now, stop))
    workbench.edit("Close", lambda now: edits.show_to(now, ["o1"], Audience.SELF))
    workbench.choose(["s1"])
    driver.press("bag")
    (item,) = driver.journey.backpack.values()
    assert (item.text, item.audience) == ("Bergen", Audience.CLASS)


def test_what_belongs_to_a_closed_halte_is_offered_to_no_more_than_that(driver, card):
    workbench = driver.program.workbench
    note = Note(id="n1", text="Briefje", at=Point(600, 700), stop="s1")
    workbench.edit("Note", lambda now: edits.add_note(now, note))
    assert [offer.label for offer in showing.audiences(workbench, ["n1"])] == [
        "Klas",
        "Gesprek",
        "Alleen jij",
    ]
    workbench.edit("Close", lambda now: edits.show_to(now, ["s1"], Audience.CONVERSATION))
    offers = showing.audiences(workbench, ["n1"])
    assert [(offer.label, offer.holds) for offer in offers] == [
        ("Gesprek, net als de halte", True),
        ("Alleen jij", False),
    ]


def test_the_order_follows_only_a_path_that_is_seen(driver, card):
    workbench = driver.program.workbench
    workbench.edit("Stop", lambda now: edits.start_stop(now, Stop(id="s2", at=Point(1200, 900))))
    pin = workbench.atlas.places["dilemmabos"].pin
    drawn = trail("t1", ((1200, 900), (1000, 600), (pin.x, pin.y)))
    workbench.edit("Path", lambda now: edits.add_trail(now, drawn))
    workbench.edit("Close", lambda now: edits.show_to(now, ["t1"], Audience.SELF))
    story = driver.window.panel.page("story")
    workbench.look_as(Audience.CLASS)
    assert not story.along.isVisible()
    story.along.click()
    assert workbench.desk.journey.order == ("s1", "s2")
    workbench.look_as(Audience.SELF)
    story.along.click()
    assert workbench.desk.journey.order == ("s2", "s1")
