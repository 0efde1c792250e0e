"""A journey lies on the map it was made on, where this computer has it."""

import msgspec
import pytest
from PySide6.QtTest import QTest

from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import MapReference
from reisblog.model.records import Note
from reisblog.storage.known_maps import KnownMaps
from reisblog.storage.own_atlas import own_atlas
from tests.driver import Driver

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 1500">'
    '<rect width="2000" height="1500" fill="{}"/></svg>'
)
_HASH = "ab" * 32
_RED = "#c03020"


@pytest.fixture
def school(driver):
    """A map of a school, larger in no direction than ours, kept on this computer."""
    folder = driver.program.folders.maps / _HASH
    folder.mkdir(parents=True)
    reference = MapReference(id="school", sha256=_HASH)
    atlas = msgspec.structs.replace(own_atlas(), map=reference, width=2000.0, height=1500.0)
    (folder / "map.svg").write_text(_SVG.format(_RED))
    for part in ("map.ops", "map.ops.json", "map.png"):
        (folder / part).write_bytes(b"")
    (folder / "atlas.json").write_bytes(msgspec.json.encode(atlas))
    return msgspec.structs.replace(atlas, folder=str(folder))


def made_on(driver, atlas, path):
    """The file of a journey made on a map."""
    program = driver.program
    with Desk.new(folders=program.folders, atlas=atlas, decoder=program.decoder) as desk:
        note = Note(id="n", text="Hier", at=Point(500, 400))
        desk.commit("Note", lambda journey: edits.add_note(journey, note))
        desk.save(path)
    return path


def test_a_journey_opens_on_its_own_map_and_others_on_ours(driver, school, tmp_path):
    driver.program.session.open(made_on(driver, school, tmp_path / "s.reisblog"))
    driver.settle()
    assert driver.program.workbench.atlas.map == school.map
    assert driver.canvas.sight.seen().height == pytest.approx(1500)
    assert not driver.messages.heard
    middle = Point(1000, 750)
    driver.until(
        lambda: driver.port.grab().toImage().pixelColor(driver.seen(middle)).name() == _RED
    )
    driver.press("new")
    assert driver.program.workbench.atlas.map == own_atlas().map


def test_where_its_map_is_not_here_it_is_said_and_everything_stays(driver, school, tmp_path):
    path = made_on(driver, school, tmp_path / "s.reisblog")
    (driver.program.folders.maps / _HASH / "atlas.json").unlink()
    driver.program.session.open(path)
    driver.settle()
    assert "school" in driver.messages.last.text
    assert [note.at for note in driver.journey.notes.values()] == [Point(500, 400)]
    driver.program.workbench.desk.save(path)
    driver.program.session.open(path)
    assert driver.journey.map == school.map


def test_a_smaller_map_is_seen_wherever_one_looked_before(driver, school, tmp_path):
    driver.wheel(Point(2350, 1550), 8)
    driver.program.session.open(made_on(driver, school, tmp_path / "s.reisblog"))
    driver.settle()
    assert driver.canvas.sight.seen().intersects(school.bounds)


def test_a_map_that_is_still_being_painted_can_be_left(driver, school, tmp_path):
    driver.program.map_layer.prepare()
    driver.program.session.open(made_on(driver, school, tmp_path / "s.reisblog"))
    driver.program.map_layer.close()
    QTest.qWait(300)


def test_a_map_that_was_asked_for_is_shown_although_the_last_journey_lies_on_another(
    driver, school, tmp_path
):
    path = tmp_path / "ours.reisblog"
    driver.dialogs.file = path
    driver.press("save-as")
    driver.settle()
    folders = driver.program.folders
    driver.close()
    maps = KnownMaps(folders.maps)
    maps.chosen = maps.of(school.map)
    later = Driver(tmp_path / "home", maps=maps)
    later.program.begin(None)
    assert later.program.workbench.atlas.map == school.map
    later.close()
