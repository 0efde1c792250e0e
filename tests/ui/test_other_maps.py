"""A journey lies on the map it was made on, where this computer has it."""

import msgspec
import pytest

from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import MapReference
from reisblog.model.records import Note
from reisblog.storage.own_atlas import own_atlas

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
