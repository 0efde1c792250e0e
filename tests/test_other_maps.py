"""A map of a school's own, from the command line: chosen, kept, found again, or told what lacks."""

import json
from typing import NamedTuple

import pytest

from reisblog import resources, texts
from reisblog.cli import main
from reisblog.model.journey import MapReference
from reisblog.resources import Folders
from reisblog.storage.known_maps import KnownMaps, notice_of
from reisblog.storage.own_atlas import own_atlas
from tests import school_maps


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))
    texts.use("nl")


@pytest.fixture
def run(capsys):
    """Runs a command; gives its exit code and what it said."""

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        return Said(code, capsys.readouterr().err)

    return run


class Said(NamedTuple):
    """The exit code, and the messages."""

    code: int
    err: str


@pytest.fixture
def school(tmp_path):
    """A small map with all the places, under a name of its own."""
    drawing = school_maps.plain('<path d="M0 0h900v900z" fill="#e8c0c0"/>')
    file = tmp_path / "school.svg"
    file.write_text(drawing.replace("<svg ", '<svg id="school" ', 1), encoding="utf-8")
    return file


@pytest.fixture
def maps(tmp_path):
    return KnownMaps(tmp_path / "maps")


def test_a_chosen_map_is_kept_and_found_again_by_its_hash(maps, school, tmp_path):
    maps.choose(school)
    chosen = maps.chosen.map
    assert chosen.id == "school"
    again = KnownMaps(tmp_path / "maps")
    assert again.chosen is own_atlas()
    found = again.of(chosen)
    assert found.map == chosen
    assert resources.map_files(found.folder).drawing.is_file()
    assert found.places["wensboom"].told == own_atlas().places["wensboom"].told


def test_of_two_maps_with_one_name_each_journey_has_its_own(maps, school):
    maps.choose(school)
    first = maps.chosen.map
    school.write_text(school.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    maps.choose(school)
    assert maps.chosen.map.id == first.id
    assert maps.chosen.map != first
    assert maps.of(first).map == first
    assert notice_of(first, maps.of(first)) == ""
    assert "andere versie" in notice_of(first, maps.chosen)


def test_our_own_map_by_its_file_is_ours(maps, tmp_path):
    maps.choose(resources.own_map())
    assert maps.chosen is own_atlas()
    assert not (tmp_path / "maps").exists()


def test_a_map_that_calls_itself_as_ours_gets_another_name(maps, school):
    drawing = school.read_text(encoding="utf-8")
    school.write_text(drawing.replace('id="school"', f'id="{own_atlas().map.id}"', 1), "utf-8")
    maps.choose(school)
    assert maps.chosen.map.id.startswith("map-")


@pytest.mark.parametrize("lost", ["map.svg", "map.ops", "map.ops.json", "map.png", "atlas.json"])
def test_a_kept_map_that_lost_a_part_is_made_anew(maps, school, lost):
    maps.choose(school)
    reference, folder = maps.chosen.map, resources.map_files(maps.chosen.folder).drawing.parent
    maps.chosen = own_atlas()
    (folder / lost).unlink()
    assert maps.of(reference) is None
    maps.choose(school)
    assert (folder / lost).is_file()


@pytest.mark.parametrize(
    "change", [{"width": 0}, {"places": {}}, {"map": {"id": "x", "sha256": ""}}]
)
def test_a_kept_map_that_cannot_be_is_no_map(maps, school, change):
    maps.choose(school)
    reference, folder = maps.chosen.map, resources.map_files(maps.chosen.folder).drawing.parent
    maps.chosen = own_atlas()
    kept = json.loads((folder / "atlas.json").read_bytes())
    (folder / "atlas.json").write_text(json.dumps({**kept, **change}), encoding="utf-8")
    assert maps.of(reference) is None


def test_nothing_is_written_where_a_link_leads(maps, school, tmp_path):
    maps.choose(school)
    folder = resources.map_files(maps.chosen.folder).drawing.parent
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    (elsewhere / "map.ops").unlink()
    folder.symlink_to(elsewhere)
    maps.choose(school)
    assert not (elsewhere / "map.ops").exists()
    assert not folder.is_symlink()


def test_a_journey_of_no_map_or_of_an_older_one_of_ours_needs_no_word():
    ours = own_atlas()
    assert notice_of(MapReference(), ours) == ""
    assert notice_of(MapReference(ours.map.id, "0" * 64), ours) == ""
    assert "“elders”" in notice_of(MapReference("elders", "0" * 64), ours)


def test_commands_work_on_the_map_that_is_named(school, tmp_path, run):
    journey, picture = tmp_path / "a.reisblog", tmp_path / "a.pdf"
    assert run("--map", school, "new", journey).code == 0
    said = run("export", journey, "-o", picture)
    assert (said.code, said.err) == (0, "")
    maps = Folders.of_this_user().maps
    (kept,) = maps.iterdir()
    kept.rename(tmp_path / "gone")
    said = run("export", journey, "-o", picture, "--force")
    assert said.code == 0
    assert "andere kaart" in said.err
    assert run("map", f"--map={school}", "-o", tmp_path / "b.svg").code == 0


def test_what_a_map_lacks_is_listed_by_id(tmp_path, run):
    file = tmp_path / "kaal.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2400 1600"/>')
    said = run("--map", file)
    assert said.code == 1
    assert "- dilemmabos: " in said.err
    assert "- geometry: " in said.err


@pytest.mark.parametrize(
    "arguments", [("--map",), ("--map", "niet-er.svg"), ("x.reisblog", "--map", "niet-er.svg")]
)
def test_a_map_that_is_not_there_is_said_in_a_sentence(run, arguments):
    said = run(*arguments)
    assert said.code in {1, 2}
    assert said.err
    assert "Traceback" not in said.err
