"""The project file as docs/format.md tells it: for strangers, and for our own earlier versions."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import msgspec
import pytest

from reisblog import look
from reisblog.errors import NewerFormatError, SaveError
from reisblog.model import edits, limits
from reisblog.model.book import Form, Paper, Part, Quality, Wish
from reisblog.model.geometry import Rect
from reisblog.model.journey import HEAD, RECORD_TYPES
from reisblog.model.mist import bounds
from reisblog.model.records import (
    Audience,
    BackpackKind,
    Flag,
    Impulse,
    MediaKind,
    Pen,
    Sign,
    Token,
)
from reisblog.storage import contact_sheet, container, migrations, opening
from tests import desks, journeys

TESTS = Path(__file__).resolve().parents[1]
FORMAT = (TESTS.parent / "docs" / "format.md").read_text(encoding="utf-8")
VERSIONS = range(1, migrations.CURRENT + 1)


def sample(version):
    return TESTS / "data" / f"journey-{version}.reisblog"


def test_a_stranger_can_read_it_with_zipfile_and_json(desk, saved):
    assert saved.read_bytes()[38:66] == b"application/vnd.reisblog+zip"
    with zipfile.ZipFile(saved) as file:
        assert file.testzip() is None
        words = json.loads(file.read("journey.json"))
        assert words["format"] == 1
        haltes = {stop["id"]: stop for stop in words["stops"]}
        assert [haltes[key].get("title", "") for key in words["order"]] == ["Praten", ""]
        assert haltes["s2"]["places"] == ["wensboom", journeys.HERBERG]
        waiting = [p for p in words["photos"] if "at" not in p and "stop" not in p]
        assert [photo["id"] for photo in waiting] == ["p4"]
        for photo in words["photos"]:
            picture = file.read(f"media/{photo['media']}.{photo['kind']}")
            assert hashlib.sha256(picture).hexdigest() == photo["media"]
            assert f"renditions/{photo['media']}.jpg" in file.namelist()
        [piece] = words["trails"][1]["segments"]
        c1, c2, end, width, ms, rest_ms = piece
        assert (len(c1), len(c2), end, ms, rest_ms) == (2, 2, [90.0, 400.0], 20, 0)
        assert width > 0


def test_a_stranger_finds_every_photo_on_the_contact_sheet(saved):
    with zipfile.ZipFile(saved) as file:
        assert file.namelist()[:3] == ["mimetype", "journey.json", "contact.jpg"]
        words = json.loads(file.read("journey.json"))
        sheet = file.read("contact.jpg")
    contact = words["contact"]
    assert contact["cells"] == list(dict.fromkeys(photo["media"] for photo in words["photos"]))
    rows = -(-len(contact["cells"]) // contact["columns"])
    frame = sheet.index(b"\xff\xc0") + 5  # of a JPEG: its height and its width
    assert int.from_bytes(sheet[frame : frame + 2]) == rows * contact["side"]
    assert int.from_bytes(sheet[frame + 2 : frame + 4]) == contact["columns"] * contact["side"]


def test_a_stranger_can_write_it_with_zipfile_and_json(tmp_path, reopen):
    picture = desks.picture()
    sha256 = hashlib.sha256(picture).hexdigest()
    words = {
        "format": 1,
        "id": "van-een-vreemde",
        "stops": [{"id": "s", "at": [100, 200], "places": ["wensboom"], "title": "Droom"}],
        "order": ["s"],
        "photos": [
            {"id": "p", "media": sha256, "kind": "jpg", "width": 60, "height": 40, "stop": "s"}
        ],
        "trails": [
            {"id": "t", "pen": "mine", "start": [0, 0], "segments": [[[1, 0], [2, 0], [3, 0]]]}
        ],
        "mist": [[37, [[12, 30]]]],
    }
    path = tmp_path / "vreemd.reisblog"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.reisblog+zip")
        file.writestr("journey.json", json.dumps(words), zipfile.ZIP_DEFLATED)
        file.writestr(f"media/{sha256}.jpg", picture)
    desk = reopen(path)
    assert desk.journey.stops["s"].title == "Droom"
    assert bounds(desk.journey.mist) == Rect(96, 296, 144, 8)
    assert desk.media.rendition(sha256) == picture
    desk.save()
    assert reopen(path).journey == desk.journey


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_has_a_frozen_sample_that_opens(version, reopen, tmp_path):
    desk = reopen(sample(version))
    assert desk.missing == []
    for photo in desk.journey.photos.values():
        assert hashlib.sha256(desk.media.read(photo.media)).hexdigest() == photo.media
    desk.save(tmp_path / "now.reisblog")
    assert reopen(tmp_path / "now.reisblog").journey == desk.journey


def test_version_1_is_read_as_it_was_meant(reopen, tmp_path):
    desk = reopen(sample(1))
    journey, meant = desk.journey, journeys.full()
    without_pictures = {"photos": journey.photos}
    assert msgspec.structs.replace(meant, **without_pictures) == journey
    assert journey.mist == ()  # it knew none
    assert [photo.caption for photo in journey.photos.values()] == [journeys.SCRIPTS, "", "", ""]
    desk.save(tmp_path / "now.reisblog")
    with zipfile.ZipFile(tmp_path / "now.reisblog") as file:
        words = json.loads(file.read("journey.json"))
    assert words["weather"] == {"like": ["fog", 3, None]}
    assert words["map"]["edition"] == "2nd"
    assert words["photos"][0]["camera_mood"] == "shy"
    assert words["stops"][1]["steps"] == [1, 2.5]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_has_a_test_that_it_is_read_as_it_was_meant(version):
    assert callable(globals()[f"test_version_{version}_is_read_as_it_was_meant"])


def test_there_is_a_way_from_every_earlier_version():
    assert set(migrations.STEPS) == set(VERSIONS) - {migrations.CURRENT}


def test_a_journey_of_an_older_version_knows_that_saving_changes_its_file(
    saved, reopen, monkeypatch
):
    assert not reopen(saved).was_migrated
    monkeypatch.setattr(migrations, "CURRENT", 2)
    monkeypatch.setitem(migrations.STEPS, 1, lambda document: {**document, "format": 2})
    monkeypatch.setattr(opening, "CURRENT", 2)
    desk = reopen(saved)
    assert (desk.was_migrated, desk.path) == (True, saved)
    desk.save()
    assert not desk.was_migrated


def newer(path, **changes):
    """The words of a file as those of a later version, with all else as it was."""
    with zipfile.ZipFile(path) as file:
        entries = [(entry, file.read(entry)) for entry in file.infolist()]
    path = path.with_name("newer.reisblog")
    with zipfile.ZipFile(path, "w") as file:
        for entry, content in entries:
            if entry.filename == "journey.json":
                content = json.dumps({**json.loads(content), "format": 7, **changes}).encode()  # noqa: PLW2901
            file.writestr(entry.filename, content, entry.compress_type)
        file.writestr("ext/school/marks.bin", b"\0unread\0" * 99, zipfile.ZIP_DEFLATED)
        file.writestr("ext/plain.txt", b"as it is")
    return path


def test_a_newer_version_opens_as_a_copy_and_keeps_all_it_had(desk, saved, reopen, tmp_path):
    path = newer(saved, weather={"like": "fog"})
    before = path.read_bytes()
    copy = reopen(path)
    assert (copy.path, copy.format, copy.was_migrated) == (None, 7, False)
    assert copy.journey == desk.journey
    with pytest.raises(SaveError):
        copy.save()
    copy.commit("Title", lambda journey: edits.entitle(journey, title="Anders"))
    copy.save(tmp_path / "copy.reisblog")
    copy.save()
    assert path.read_bytes() == before
    with zipfile.ZipFile(copy.path) as file:
        words = json.loads(file.read("journey.json"))
        assert (words["format"], words["title"]) == (7, "Anders")
        assert words["weather"] == {"like": "fog"}
        assert file.read("ext/school/marks.bin") == b"\0unread\0" * 99
        assert file.read("ext/plain.txt") == b"as it is"
        kept = [file.getinfo(name).compress_type for name in file.namelist()[-2:]]
        assert kept == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]
    assert reopen(copy.path).format == 7


def test_what_a_newer_version_says_in_another_way_is_refused(saved, reopen):
    path = newer(saved, photos={"elsewhere": True})
    with pytest.raises(NewerFormatError, match="newer Reisblog"):
        reopen(path)


def test_what_other_programs_add_is_carried_over_in_this_version_too(saved, reopen, tmp_path):
    with zipfile.ZipFile(saved, "a") as file:
        file.writestr("ext/a/b/c/d.e-f_1", b"theirs")
    desk = reopen(saved)
    desk.commit("Title", lambda journey: edits.entitle(journey, title="Anders"))
    desk.save()
    desk.save()
    desk.save(tmp_path / "other.reisblog")
    for path in (saved, tmp_path / "other.reisblog"):
        with zipfile.ZipFile(path) as file:
            assert file.read("ext/a/b/c/d.e-f_1") == b"theirs"


@pytest.mark.parametrize(
    "name",
    ["ext/", "ext/A", "ext/.a", "ext/../a", "ext//a", "ext/a/", "ext/a b", "ext/" + "a" * 65,
     "ext/a/b/c/d/e", "ext/a\\b", "ext/é", "Ext/a", "ext"],
)  # fmt: skip
def test_names_below_ext_are_as_strict_as_others(name):
    assert not container.may_be_called(name)


def told(heading):
    """The fields of the table below a heading, and their defaults."""
    part = re.split(r"^##+ ", FORMAT.split(heading, 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| (`.+?) \| (.+?) \| (.*?) \|", part, flags=re.MULTILINE)
    return {
        name: default.strip("` ")
        for names, _kind, default in rows
        for name in re.findall(r"`(\w+)`", names)
    }


@pytest.mark.parametrize("table", RECORD_TYPES)
def test_the_description_names_every_field_of_a_record_with_its_default(table):
    described = told(f"### `{table}`")
    fields = {field.name: field for field in msgspec.structs.fields(RECORD_TYPES[table])}
    assert list(described) == sorted(described, key=list(fields).index)
    assert set(described) == set(fields)
    for name, default in described.items():
        if default == "always":
            assert fields[name].required
        elif default == "none":
            assert fields[name].default is None
        else:
            assert json.loads(default) == msgspec.to_builtins(fields[name].default) or (
                json.loads(default) == []
            )


def test_the_description_names_every_field_beside_the_tables():
    assert set(told("## `journey.json`")) == {
        "format", "id", "contact", "edited", *HEAD, *RECORD_TYPES
    }  # fmt: skip


def test_the_description_names_every_choice_of_a_book_with_its_default():
    fields = {field.name: field for field in msgspec.structs.fields(Wish)}
    described = told("### `book`")
    assert list(described) == list(fields)
    for name, default in described.items():
        meant = None if default == "none" else json.loads(default)
        assert meant == msgspec.to_builtins(fields[name].default)


def test_the_description_names_every_kind():
    for value in (
        *MediaKind,
        *Pen,
        *BackpackKind,
        *Sign,
        *Flag,
        *Token,
        *Impulse,
        *Audience,
        *look.TINTS,
        *Form,
        *Paper,
        *Part,
        *Quality,
    ):
        assert f'"{value}"' in FORMAT


def test_the_description_names_the_limits():
    for limit in (
        limits.RECORDS,
        limits.TEXT_CHARACTERS,
        limits.TITLE_CHARACTERS,
        limits.LETTERS,
        limits.PIECES,
        limits.MIST_RUNS,
        int(limits.REACH),
        int(limits.SIDE),
        int(limits.COORDINATE),
        container.MOST_ENTRIES,
    ):
        assert f"{limit:,}" in FORMAT
    assert f"{contact_sheet.MOST_CELLS:,} cells" in FORMAT
    for limit in (container.MOST_BYTES_EACH, container.MOST_JOURNEY_BYTES):
        assert f"{limit // 1024**2} MiB" in FORMAT
    assert f"{container.MOST_BYTES // 1024**3} GiB" in FORMAT
