"""Arranging what is chosen: copies, front and back, in line, spread; and how notes look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reisblog import look
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import bundle_of, photos_of
from reisblog.model.records import Audience, Letters, Note, SlipTint
from reisblog.model.shaping import Shape
from reisblog.ui import menu_table
from reisblog.ui.menus import choices_of
from tests.journeys import SCRIPTS

OPEN = Point(1330, 930)


def take_up(driver, choice, label):
    """Choose something from a list in a menu."""
    _words, offers = choices_of(driver.program.workbench, lambda: driver.canvas.work.arranging)[
        choice
    ]
    (offer,) = [offer for offer in offers() if offer.label == label]
    offer.act()


def laid(driver, photos, *spots):
    """Photos lying straight at these spots, all chosen; gives their ids."""
    driver.drop(photos(len(spots)), Point(300, 1500))
    ids = list(driver.journey.photos)
    shapes = {key: Shape(at, 200.0, 0.0) for key, at in zip(ids, spots, strict=True)}
    driver.program.workbench.edit("Earlier", lambda now: edits.shape(now, shapes))
    driver.program.workbench.desk.history.seal()
    driver.program.workbench.choose(ids)
    return ids


def boxes(driver, ids):
    return [driver.canvas.scene().frame_of(key).boundingRect() for key in ids]


def test_a_copy_lies_a_little_beside_and_is_chosen(driver, photos):
    (photo,) = laid(driver, photos, OPEN)
    driver.press("duplicate")
    (copy,) = driver.journey.photos.keys() - {photo}
    assert driver.chosen == {copy}
    assert 20 < driver.journey.photos[copy].at.distance(OPEN) < 60
    driver.press("undo")
    assert driver.journey.photos.keys() == {photo}


def test_a_copy_at_the_edge_stays_on_the_sheet(driver, photos):
    laid(driver, photos, Point(2390, 1590))
    driver.press("duplicate")
    sheet = driver.program.workbench.atlas.bounds
    assert all(sheet.contains(each.at) for each in driver.journey.photos.values())


def test_a_copy_of_a_photo_in_a_fan_lies_in_the_same_fan(driver, photos):
    driver.drop(photos(2), driver.place("veilige-haven"))
    (stop,) = driver.journey.stops
    first = bundle_of(driver.journey, stop)[0]
    driver.program.workbench.choose({first.id})
    driver.press("duplicate")
    assert len(bundle_of(driver.journey, stop)) == 3
    assert [photo.media for photo in bundle_of(driver.journey, stop)].count(first.media) == 2
    assert driver.journey.stops[stop].audience is Audience.SELF


def test_copies_of_what_lies_apart_stay_in_their_halte(driver, photos):
    driver.drop(photos(2), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    top = bundle_of(driver.journey, stop)[-1].id
    driver.program.workbench.edit(
        "Earlier",
        lambda now: edits.add_note(
            edits.lay_down(now, {top: OPEN}),
            Note(id="n1", text="Hier", at=Point(900, 1200), stop=stop, tint=SlipTint.SKY),
        ),
    )
    driver.program.workbench.choose({top, "n1"})
    driver.press("duplicate")
    assert len(photos_of(driver.journey, stop)) == 3
    assert [note.stop for note in driver.journey.notes.values()] == [stop, stop]
    assert [note.tint for note in driver.journey.notes.values()] == [SlipTint.SKY] * 2


def test_a_copy_of_a_halte_has_all_that_lies_in_it(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    (stop,) = driver.journey.stops
    driver.press("duplicate")
    first, second = driver.journey.order
    assert first == stop
    assert len(bundle_of(driver.journey, second)) == 3
    assert driver.journey.stops[second].places == ("wensboom",)


def test_to_the_front_and_to_the_back_by_keys(driver, photos):
    one, other = laid(driver, photos, OPEN, OPEN + Point(60, 30))
    both = OPEN + Point(40, 20)
    driver.program.workbench.choose({one})
    driver.key(Qt.Key.Key_PageUp, widget=driver.canvas)
    driver.program.workbench.choose()
    driver.tap(both)
    assert driver.chosen == {one}
    driver.key(Qt.Key.Key_PageDown, widget=driver.canvas)
    driver.program.workbench.choose()
    driver.tap(both)
    assert driver.chosen == {other}
    before = driver.journey
    driver.press("to-front")
    assert driver.journey is before  # it lies there already, and that is no step


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("Linkerkanten", "left"),
        ("Rechterkanten", "right"),
        ("Bovenkanten", "top"),
        ("Onderkanten", "bottom"),
    ],
)
def test_what_is_chosen_is_brought_into_line(driver, photos, label, side):
    ids = laid(driver, photos, OPEN, OPEN + Point(90, 260), OPEN + Point(-150, 400))
    take_up(driver, menu_table.ALIGN, label)
    edges = {round(getattr(box, side)()) for box in boxes(driver, ids)}
    assert len(edges) == 1
    driver.press("undo")
    assert driver.journey.photos[ids[0]].at == OPEN


def test_middles_come_into_line(driver, photos):
    ids = laid(driver, photos, OPEN, OPEN + Point(90, 260))
    take_up(driver, menu_table.ALIGN, "Middens onder elkaar")
    assert len({round(box.center().x()) for box in boxes(driver, ids)}) == 1
    take_up(driver, menu_table.ALIGN, "Middens naast elkaar")
    assert len({round(box.center().y()) for box in boxes(driver, ids)}) == 1


def test_what_is_chosen_is_spread_evenly(driver, photos):
    ids = laid(driver, photos, OPEN, OPEN + Point(300, 20), OPEN + Point(700, 40))
    take_up(driver, menu_table.SPREAD, "Naast elkaar")
    first, second, third = boxes(driver, ids)
    assert second.left() - first.right() == pytest.approx(third.left() - second.right(), abs=0.1)
    assert driver.journey.photos[ids[1]].at.y == OPEN.y + 20


def test_what_is_pinned_down_is_what_the_others_line_up_with(driver, photos):
    ids = laid(driver, photos, OPEN, OPEN + Point(90, 260))
    driver.program.workbench.choose({ids[1]})
    driver.press("lock")
    driver.program.workbench.choose(ids)
    take_up(driver, menu_table.ALIGN, "Linkerkanten")
    assert driver.journey.photos[ids[1]].at == OPEN + Point(90, 260)
    one, other = boxes(driver, ids)
    assert one.left() == pytest.approx(other.left(), abs=0.1)


def test_haltes_are_lined_up_with_all_that_lies_in_them(driver, photos):
    driver.drop(photos(3), driver.place("wensboom"))
    driver.program.workbench.choose()
    driver.drop(photos(2), driver.place("dilemmabos"))
    driver.program.workbench.choose(driver.journey.stops)
    before = driver.journey
    take_up(driver, menu_table.ALIGN, "Bovenkanten")
    scene = driver.canvas.scene()
    tops = [
        min(scene.frame_of(photo.id).boundingRect().top() for photo in photos_of(before, stop))
        for stop in driver.journey.stops
    ]
    assert tops[0] == pytest.approx(tops[1], abs=0.1)
    assert all(photo.at is None for photo in driver.journey.photos.values())


def test_one_thing_alone_is_not_lined_up_or_spread(driver, photos):
    laid(driver, photos, OPEN)
    assert not driver.canvas.work.arranging.alignments()
    assert not driver.canvas.work.arranging.spreadings()


def new_note(driver, at, words):
    driver.program.workbench.choose()
    driver.double_tap(at)
    driver.type(words)
    driver.key(Qt.Key.Key_Escape)
    (note,) = [each for each in driver.journey.notes.values() if each.text == words]
    driver.program.workbench.choose({note.id})
    return note.id


def test_a_note_has_a_paper_and_the_next_one_has_the_same(driver):
    first = new_note(driver, OPEN, "Een")
    take_up(driver, menu_table.TINTS, "Blauw")
    take_up(driver, menu_table.LETTERS, "Groot")
    slip = driver.canvas.scene().item_of(first)
    assert slip.brush().color().name().upper() == look.SLIPS["sky"]
    assert slip.letters == look.NOTE_LETTERS["large"]
    other = new_note(driver, Point(1700, 1200), "Twee")
    second = driver.journey.notes[other]
    assert (second.tint, second.letters) == (SlipTint.SKY, Letters.LARGE)
    driver.press("undo")
    assert driver.journey.notes[first].tint is SlipTint.SKY


def test_one_writes_in_the_letters_and_on_the_paper_that_are_read(driver):
    note = new_note(driver, OPEN, "Een")
    take_up(driver, menu_table.TINTS, "Roze")
    take_up(driver, menu_table.LETTERS, "Groot")
    driver.wheel(OPEN, 3)
    driver.canvas.edit_text_of(note)
    editor = driver.canvas.editor
    assert editor.font().pixelSize() == round(
        look.NOTE_LETTERS["large"] * driver.canvas.sight.scale
    )
    assert editor.grab().toImage().pixelColor(10, 10).name().upper() == look.SLIPS["rose"]
    take_up(driver, menu_table.TINTS, "Groen")  # also while one writes
    assert editor.grab().toImage().pixelColor(10, 10).name().upper() == look.SLIPS["leaf"]


def test_the_lists_mark_what_holds_and_are_empty_without_a_note(driver, photos):
    new_note(driver, OPEN, "Een")
    arranging = driver.canvas.work.arranging
    assert [offer.label for offer in arranging.tints() if offer.holds] == ["Crème"]
    assert [offer.label for offer in arranging.letter_sizes() if offer.holds] == ["Gewoon"]
    laid(driver, photos, Point(1700, 1200))
    assert not arranging.tints()
    assert not arranging.letter_sizes()


def test_keys_make_the_letters_of_a_note_larger(driver):
    note = new_note(driver, OPEN, "Een")
    driver.press("larger")
    assert driver.journey.notes[note].letters is Letters.LARGE
    driver.press("larger")
    assert driver.journey.notes[note].letters is Letters.LARGE
    driver.press("smaller")
    assert driver.journey.notes[note].letters is Letters.NORMAL


def test_a_caption_is_written_from_the_menu(driver, photos):
    (photo,) = laid(driver, photos, OPEN)
    driver.press("caption")
    driver.type("Daar")
    driver.key(Qt.Key.Key_Escape)
    assert driver.journey.photos[photo].caption == "Daar"


def test_page_up_in_a_list_is_the_list_s(driver, photos):
    laid(driver, photos, OPEN, OPEN + Point(50, 30))
    before = driver.journey
    driver.press("list")
    QTest.keyClick(driver.program.window.focusWidget(), Qt.Key.Key_PageDown)
    assert driver.journey is before


def test_a_note_keeps_any_script_and_its_lines(driver):
    words = f"{SCRIPTS}\n\n{SCRIPTS}"
    driver.double_tap(OPEN)
    for line in words.split("\n"):
        driver.type(line)
        driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_Escape)
    (note,) = driver.journey.notes.values()
    assert note.text == words + "\n"
    slip = driver.canvas.scene().item_of(note.id)
    assert slip.said == note.text
    assert slip.rect().height() > 3 * look.NOTE_TEXT_UNITS
