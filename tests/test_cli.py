"""The command line as a script or a person uses it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from reisblog import __version__
from reisblog.cli import main
from reisblog.model import edits
from reisblog.model.book import Paper, Part, Wish
from reisblog.story.styles import MM
from tests import desks, pictures
from tests.journeys import HERBERG, WENSBOOM

pytestmark = pytest.mark.usefixtures("in_english")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))


@pytest.fixture
def run(capsys):
    """Runs a command; gives its exit code, its results and its messages."""

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def photos(tmp_path):
    """A folder with photos, other things, and a folder inside."""
    folder = tmp_path / "photos"
    (folder / "inner").mkdir(parents=True)
    (folder / "b.jpg").write_bytes(pictures.jpeg(300, 200))
    (folder / "a.no-ending").write_bytes(pictures.png(200, 300))
    (folder / "list.txt").write_text("melk, brood", encoding="utf-8")
    (folder / ".hidden.jpg").write_bytes(pictures.jpeg(50, 50))
    (folder / "inner" / "c.jpg").write_bytes(pictures.jpeg(70, 50))
    return folder


@pytest.fixture
def journey(run, tmp_path):
    """A file with an empty journey."""
    path = tmp_path / "reis.reisblog"
    assert run("new", path, "--title", "Een jaar", "--traveller", "Noor")[0] == 0
    return path


def told(run, path):
    code, out, err = run("info", path, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_new_journey_has_a_folders_photos_waiting(run, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    code, out, err = run("new", path, "--title", "Een jaar", "--photos", photos)
    assert (code, out, err) == (0, f"{path}\n", "")
    about = told(run, path)
    assert about["title"] == "Een jaar"
    assert about["counts"]["photos"] == len(about["tray"]) == 2
    assert about["mist"] is False
    sizes = [
        (about["photos"][sha]["width"], about["photos"][sha]["height"]) for sha in about["tray"]
    ]
    assert sizes == [(200, 300), (300, 200)]


def test_photos_that_do_not_come_in_are_named_and_the_others_come(run, photos, tmp_path):
    path = tmp_path / "reis.reisblog"
    given = [
        photos / "list.txt",
        photos / "b.jpg",
        tmp_path / "gone.jpg",
        photos / "inner" / "c.jpg",
    ]
    code, _out, err = run("new", path, "--photos", *given[:2], "--photos", *given[2:])
    assert code == 0
    assert "“list.txt”" in err
    assert "“gone.jpg”" in err
    assert "b.jpg" not in err
    assert told(run, path)["counts"]["photos"] == 2


def test_when_no_photo_comes_in_nothing_is_made(run, photos, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    path = tmp_path / "reis.reisblog"
    code, out, err = run("new", path, "--photos", photos / "list.txt", empty)
    assert (code, out) == (1, "")
    assert "no photos in the folder “empty”" in err
    assert "nothing was made" in err
    assert not path.exists()


def test_a_halte_is_added_in_place(run, journey, photos):
    code, out, err = run(
        "place", journey, "herberg, Wensboom", "--photo", photos / "b.jpg",
        "--note", "Goed gesprek", "Bellen", "--title", "Praten", "--date", "in mei",
    )  # fmt: skip
    assert (code, err) == (0, "")
    about = told(run, journey)
    [visit] = about["visits"]
    assert visit["id"] == out.strip()
    assert visit["places"] == [HERBERG, WENSBOOM]
    assert visit["names"] == ["Herberg voor Inspirerende Ontmoetingen", "Wensboom"]
    assert (visit["title"], visit["when"]) == ("Praten", "in mei")
    assert visit["notes"] == ["Goed gesprek", "Bellen"]
    assert visit["photos"] == list(about["photos"])
    assert (about["tray"], about["missing"], about["format"]) == ([], [], 1)


def test_a_halte_in_the_veilige_haven_is_for_you_alone_and_that_is_said(run, journey):
    _code, stop_id, err = run("place", journey, "Veilige Haven")
    assert err == (
        "This stop is for you alone, because of its place. With --for it is for others, too.\n"
    )
    assert stop_id.strip()
    for others in (("Veilige Haven", "--for", "mij"), ("Veilige Haven", "--for", "klas"), ("-",)):
        assert run("place", journey, *others)[2] == ""


def test_how_many_haltes_are_not_in_a_book_is_said(run, journey, tmp_path):
    for whom in ("mij", "mij", "gesprek", "klas"):
        run("place", journey, "-", "--for", whom)
    out = tmp_path / "boek.pdf"
    said = {
        whom: run("export", journey, "-o", out, "--force", "--for", whom)[1:]
        for whom in ("klas", "gesprek", "mij")
    }
    assert said == {
        "klas": (f"{out}\n", "3 stops are not in it: this book is for the class.\n"),
        "gesprek": (f"{out}\n", "2 stops are not in it: this book is for the conversation.\n"),
        "mij": (f"{out}\n", ""),
    }


def test_haltes_stand_in_the_order_in_which_they_came(run, journey):
    for place in ("-", "dilemmabos", HERBERG, "Chill strand"):
        assert run("place", journey, place)[0] == 0
    visits = told(run, journey)["visits"]
    assert [visit["places"] for visit in visits] == [
        [],
        ["dilemmabos"],
        [HERBERG],
        ["chill-strand"],
    ]


def test_a_place_that_is_not_there_is_answered_with_near_ones(run, journey):
    before = journey.read_bytes()
    code, out, err = run("place", journey, "hergerb")
    assert (code, out) == (1, "")
    assert "Herberg" in err
    assert run("place", journey, "herberg,,wensboom")[0] == 1
    assert run("place", journey, "zzzz")[0] == 1
    assert journey.read_bytes() == before


def test_what_is_in_a_journey_is_told_in_words_too(run, journey):
    run("place", journey, "herberg", "--title", "Praten", "--note", "x")
    code, out, _err = run("info", journey)
    assert code == 0
    assert out.splitlines() == [
        "Een jaar · Noor",
        "1 stop, 0 photos, 1 text, 0 paths",
        "- Herberg voor Inspirerende Ontmoetingen · Praten · 0 photos",
    ]


def test_what_lies_loose_and_what_is_missing_is_told(run, tmp_path):
    with desks.new_desk(tmp_path / "other") as desk:
        desks.lay_out_everything(desk)
        lost = next(iter(desk.journey.photos.values()))
        next(desk.media.spool.glob(f"{lost.media}.*")).unlink()
        desk.save(tmp_path / "vol.reisblog", may_lack=True)
    about = told(run, tmp_path / "vol.reisblog")
    assert [visit["id"] for visit in about["loose"]["visits"]] == ["s3"]
    assert len(about["loose"]["photos"]) == 1
    assert about["loose"]["notes"] == ["Een briefje"]
    assert about["missing"] == [lost.media]
    assert "Damaged or missing: 1 photo" in run("info", tmp_path / "vol.reisblog")[1]


def test_a_book_that_lacks_photos_says_so(run, tmp_path):
    with desks.new_desk(tmp_path / "other") as desk:
        desks.lay_out_everything(desk)  # what stands for the small versions there is no picture
        desk.save(tmp_path / "vol.reisblog")
    code, _out, said = run("export", tmp_path / "vol.reisblog", "-o", tmp_path / "boek.pdf")
    assert code == 0
    assert (tmp_path / "boek.pdf").exists()
    assert "3 photos could not be read and are not in it." in said


def test_the_book_is_made_without_a_display(run, journey, photos, tmp_path):
    run("place", journey, "herberg", "--photo", photos)
    out = tmp_path / "boek.pdf"
    for quality in ("screen", "print", "original"):
        code, said, err = run("export", journey, "-o", out, "--quality", quality, "--force")
        assert (code, said, err) == (0, f"{out}\n", "")
        assert out.read_bytes().startswith(b"%PDF-")


def test_what_is_not_said_of_a_book_is_as_the_journey_remembers(run, journey, tmp_path):
    wish = Wish(paper=Paper.A5, without=frozenset(Part) - {Part.COVER})
    with desks.opened(journey, tmp_path / "home") as desk:
        desk.commit("", lambda now: edits.wish_for(now, wish))
        desk.save()
    out = tmp_path / "boek.pdf"

    def made(*said):
        run("export", journey, "-o", out, "--force", *said)
        with pypdfium2.PdfDocument(out) as document:
            return len(document), round(document[0].get_width() / MM)

    assert made() == (1, 148)
    assert made("--paper", "a4") == (1, 210)
    pages, width = made("--without")
    assert pages > 1
    assert width == 148


def making(command, journey, out):
    """The words that make a file, each in its own way."""
    return {
        "new": ["new", out],
        "example": ["example", out],
        "export": ["export", journey, "-o", out],
        "render": ["render", journey, "-o", out],
        "map": ["map", "-o", out],
    }[command]


ENDINGS = {
    "new": ".reisblog",
    "example": ".reisblog",
    "export": ".pdf",
    "render": ".png",
    "map": ".pdf",
}


@pytest.mark.parametrize("command", ["new", "export", "example"])
def test_nothing_is_replaced_unless_that_was_said(run, journey, tmp_path, command):
    out = tmp_path / f"precious{ENDINGS[command]}"
    out.write_bytes(b"precious")
    arguments = making(command, journey, out)
    code, said, err = run(*arguments)
    assert (code, said) == (1, "")
    assert f"“{out.name}” is already there" in err
    assert "--force" in err
    assert out.read_bytes() == b"precious"
    assert run(*arguments, "--force")[0] == 0
    assert out.read_bytes() != b"precious"


@pytest.mark.parametrize("name", ["reis", "stage 1.2", "bij J. Smit", "mei..", ".verborgen"])
def test_a_name_without_its_ending_gets_it(run, tmp_path, name):
    made = tmp_path / f"{name}.reisblog"
    assert run("new", tmp_path / name) == (0, f"{made}\n", "")
    assert [path.name for path in tmp_path.iterdir()] == [made.name]


def test_the_book_gets_its_ending_too_and_capitals_are_no_other_one(run, journey, tmp_path):
    assert run("export", journey, "-o", tmp_path / "boek")[1] == f"{tmp_path / 'boek.pdf'}\n"
    assert run("export", journey, "-o", tmp_path / "BOEK.PDF")[1] == f"{tmp_path / 'BOEK.PDF'}\n"


@pytest.mark.parametrize("command", ENDINGS)
def test_another_ending_is_refused_for_the_name_would_promise_something_else(
    run, journey, tmp_path, command
):
    out = tmp_path / "kaart.jpg"
    code, said, err = run(*making(command, journey, out), "--force")
    assert (code, said) == (2, "")
    assert f"ends in {ENDINGS[command]}" in err
    assert "and “kaart.jpg” does not" in err
    assert [path.name for path in tmp_path.iterdir()] == [journey.name]


def test_a_journey_is_found_without_its_ending(run, journey):
    assert run("place", journey.with_suffix(""), "herberg")[0] == 0
    assert len(told(run, journey)["visits"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
@pytest.mark.parametrize("command", ENDINGS)
def test_a_folder_or_a_device_is_never_replaced(run, journey, tmp_path, command):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, sentence in {"folder": "is a folder", "pipe": "is a device or a pipe"}.items():
        code, said, err = run(*making(command, journey, tmp_path / name), "--force")
        assert (code, said) == (1, "")
        assert sentence in err
        assert len(err.splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == {journey.name, "folder", "pipe"}
    assert (tmp_path / "pipe").is_fifo()


def test_the_journey_itself_is_never_replaced_and_nothing_says_it_could(run, journey, tmp_path):
    book = journey.rename(tmp_path / "reis.pdf")
    before = book.read_bytes()
    code, _out, err = run("export", book, "-o", book, "--force")
    assert code == 1
    assert "is your journey itself" in err
    assert "--force" not in err
    assert book.read_bytes() == before


def test_a_name_that_is_too_long_is_told_everywhere(run, tmp_path):
    long = tmp_path / ("x" * 300)
    assert "is not there" in run(long)[2]
    assert run("info", long)[0] == 1
    assert "too long" in run("new", long)[2]
    code, _out, err = run("new", tmp_path / "reis", "--photos", long)
    assert code == 1
    assert "No photo came in" in err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"hello", "is not a journey"),
        (b"PK\x03\x04", "damaged or not copied completely"),
        (None, "is not there"),
    ],
)
def test_a_file_that_does_not_open_has_one_sentence(run, tmp_path, content, sentence):
    path = tmp_path / "x.reisblog"
    if content is not None:
        path.write_bytes(content)
    for arguments in (
        ["info", path],
        ["place", path, "-"],
        ["export", path, "-o", tmp_path / "o.pdf"],
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (1, "")
        assert sentence in err
        assert len(err.splitlines()) == 1
    assert (path.read_bytes() if path.exists() else None) == content
    assert not (tmp_path / "o.pdf").exists()


def test_a_file_that_was_cut_off_or_comes_from_a_newer_version_is_told(run, journey, tmp_path):
    whole = journey.read_bytes()
    journey.write_bytes(whole[:-40])
    assert "not copied completely" in run("info", journey)[2]
    with desks.new_desk(tmp_path / "other") as desk:
        newer = desk.prepare_save(tmp_path / "newer.reisblog")
        newer._words = lambda: b'{"format": 99, "id": "later"}'
        newer.run()
    code, _out, err = run("place", tmp_path / "newer.reisblog", "-")
    assert code == 1
    assert "newer Reisblog" in err


@pytest.fixture
def with_photos(run, photos, tmp_path):
    """A file with a journey of two photos."""
    path = tmp_path / "reis.reisblog"
    assert run("new", path, "--title", "Een jaar", "--photos", photos)[0] == 0
    return path


def test_a_sound_file_is_told_to_be_sound(run, with_photos):
    assert run("check", with_photos) == (0, "“reis.reisblog” is sound.\n", "")
    code, out, err = run("check", with_photos, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"file": "reis.reisblog", "sound": True, "wrong": []}


def test_what_is_wrong_with_a_file_is_listed(run, with_photos):
    whole = with_photos.read_bytes()
    last = told(run, with_photos)["tray"][1]
    damaged = bytearray(whole)
    damaged[whole.index(b"PK\x01\x02") - 100] ^= 1
    with_photos.write_bytes(damaged)
    code, out, err = run("check", with_photos)
    assert code == 1
    [line] = out.splitlines()
    assert line.startswith("- Photo 2 is missing or damaged")
    assert err == ""  # a repair would not bring it back
    code, out, err = run("check", with_photos, "--json")
    assert (code, err) == (1, "")
    answer = json.loads(out)
    assert answer["sound"] is False
    [wrong] = answer["wrong"]
    assert (wrong["kind"], wrong["name"], wrong["table"]) == ("picture-only-small", last, "photos")
    assert bytes(damaged) == with_photos.read_bytes()


def test_what_is_left_of_a_file_is_saved_as_another_and_the_rest_is_told(
    run, with_photos, tmp_path
):
    cut = with_photos.read_bytes()[:-900]
    with_photos.write_bytes(cut)
    assert "reisblog repair" in run("check", with_photos)[2]
    out_path = tmp_path / "heel.reisblog"
    code, out, err = run("repair", with_photos, "-o", tmp_path / "heel")
    assert (code, out) == (0, f"{out_path}\n")
    assert "- Photo 2 is missing" in err
    assert with_photos.read_bytes() == cut
    about = told(run, out_path)
    assert (about["title"], about["counts"]["photos"], len(about["missing"])) == ("Een jaar", 2, 1)
    code, out, err = run("check", out_path)
    assert (code, err) == (1, "")
    assert out.startswith("- Photo 2 is missing")
    code, _out, err = run("repair", with_photos, "-o", out_path)
    assert code == 1
    assert "With --force it is replaced." in err
    assert run("repair", with_photos, "-o", out_path, "--force")[0] == 0


def test_a_repair_never_takes_the_place_of_the_damaged_file(run, with_photos):
    cut = with_photos.read_bytes()[:-900]
    with_photos.write_bytes(cut)
    code, out, err = run("repair", with_photos, "-o", with_photos, "--force")
    assert (code, out) == (1, "")
    assert "is the damaged file itself" in err
    assert with_photos.read_bytes() == cut


def test_where_nothing_is_left_nothing_is_made(run, with_photos, tmp_path):
    with_photos.write_bytes(with_photos.read_bytes()[:90])
    code, out, err = run("repair", with_photos, "-o", tmp_path / "heel")
    assert (code, out) == (1, "")
    assert "can be read any more" in err
    assert not (tmp_path / "heel.reisblog").exists()
    code, out, _err = run("check", with_photos, "--json")
    assert (code, json.loads(out)["wrong"][0]["kind"]) == (1, "everything")


def test_a_read_only_file_stays_as_it_is(run, journey):
    before = journey.read_bytes()
    journey.chmod(0o444)
    code, _out, err = run("place", journey, "herberg")
    assert code == 1
    assert "read-only" in err
    assert journey.read_bytes() == before
    journey.chmod(0o644)


def test_a_folder_that_is_not_there_is_named(run, journey, tmp_path):
    code, _out, err = run("export", journey, "-o", tmp_path / "nowhere" / "boek.pdf")
    assert code == 1
    assert "“nowhere” is not there" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["export"],
        ["export", "x.reisblog"],
        ["new"],
        ["place", "x.reisblog"],
        ["render", "x", "-o", "y", "--size", "10"],
        ["render", "x", "-o", "y", "--size", "10x99999"],
        ["render", "x", "-o", "y", "--size", "axb"],
        ["render", "x", "-o", "y", "--size", "8192x8192"],
        ["export", "x", "-o", "y", "--quality", "best"],
        ["export", "x", "-o", "y", "--form", "kaart", "--without", "kaart"],
        ["info", "x", "--jso"],
        ["--nothing"],
        ["one.reisblog", "two.reisblog"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_shows_how(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: reisblog")


@pytest.mark.parametrize(
    ("name", "begins"), [("kaart.PDF", b"%PDF"), ("kaart.png", b"\x89PNG"), ("kaart.svg", b"<")]
)
def test_the_blank_map_is_made_as_what_its_name_says(tmp_path, name, begins):
    out = tmp_path / name
    done = program(tmp_path, "map", "-o", out, "--paper", "a4")
    assert done.returncode == 0
    assert done.stdout.strip() == str(out)
    assert out.read_bytes().lstrip().startswith(begins)


@pytest.mark.parametrize(
    "command", ["", "new", "place", "info", "export", "render", "map", "example"]
)
def test_every_command_explains_itself(run, command):
    code, out, err = run(*filter(None, [command, "--help"]))
    assert (code, err) == (0, "")
    assert out.startswith("usage: reisblog")
    if command == "place":
        assert "Spiegelpaleis" in out


def test_the_version_is_told(run):
    assert run("--version") == (0, f"reisblog {__version__}\n", "")


def test_a_word_that_leads_nowhere_is_told_with_the_nearest_command(run):
    code, out, err = run("exprot")
    assert (code, out) == (1, "")
    assert "reisblog export" in err
    assert "reisblog --help" in run("qqq")[2]
    assert run("")[0] == 1


def program(tmp_path, *arguments, **options):
    """The program as a process of its own, without a display."""
    surroundings = {
        key: value
        for key, value in os.environ.items()
        if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    surroundings |= {"REISBLOG_HOME": str(tmp_path / "home"), "LANGUAGE": "en"}
    return subprocess.run(
        [sys.executable, "-m", "reisblog", *map(str, arguments)],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=120,
        **options,
    )  # fmt: skip


def test_the_map_is_drawn_without_a_display(journey, tmp_path):
    out = tmp_path / "kaart.png"
    done = program(tmp_path, "render", journey, "-o", out, "--size", "640x360")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{out}\n"
    with Image.open(out) as picture:
        assert picture.size == (640, 360)


def test_a_picture_that_lacks_photos_says_so(tmp_path):
    with desks.new_desk(tmp_path / "other") as desk:
        desks.lay_out_everything(desk)  # what stands for the small versions there is no picture
        desk.save(tmp_path / "vol.reisblog")
    out = tmp_path / "kaart.png"
    done = program(tmp_path, "render", tmp_path / "vol.reisblog", "-o", out, "--size", "640x360")
    assert done.returncode == 0
    assert out.exists()
    assert done.stderr == "3 photos could not be read and are not in it.\n"


def test_of_some_who_add_a_halte_at_once_none_is_lost_without_a_word(run, journey, tmp_path):
    arguments = [sys.executable, "-m", "reisblog", "place", str(journey), "herberg"]
    surroundings = os.environ | {"REISBLOG_HOME": str(tmp_path / "home"), "LANGUAGE": "en"}
    working = [
        subprocess.Popen(
            arguments, cwd=ROOT, env=surroundings,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(4)
    ]  # fmt: skip
    said = [one.communicate(timeout=60) for one in working]
    added = [out.strip() for out, _err in said if out]
    assert {visit["id"] for visit in told(run, journey)["visits"]} == set(added)
    for one, (out, err) in zip(working, said, strict=True):
        assert one.returncode == (0 if out else 1)
        assert err == "" if out else err.endswith("Give the command again.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_a_full_disk_costs_nothing(run, journey, photos, tmp_path):
    import resource  # noqa: PLC0415 - not on Windows

    run("place", journey, "herberg", "--photo", photos)
    before = journey.read_bytes()

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = program(tmp_path, "place", journey, "-", preexec_fn=full)
    assert done.returncode == 1
    assert "What stood there before is still whole." in done.stderr
    assert "Traceback" not in done.stderr
    done = program(tmp_path, "export", journey, "-o", tmp_path / "boek.pdf", preexec_fn=full)
    assert done.returncode == 1
    assert "Nothing was left half done." in done.stderr
    assert journey.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"home", "photos", journey.name}


def while_nobody_reads(tmp_path, *arguments, closed="stdout"):
    """The program with a stream whose reader has left; gives its exit code and what it said."""
    read, write = os.pipe()
    os.close(read)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | {closed: write}
    surroundings = os.environ | {"REISBLOG_HOME": str(tmp_path / "home"), "LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-m", "reisblog", *map(str, arguments)],
        cwd=ROOT, env=surroundings, text=True, check=False, **streams,
    )  # fmt: skip
    os.close(write)
    return done.returncode, done.stdout if closed == "stderr" else done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_has_seen_enough_is_no_fault(journey, tmp_path, monkeypatch, unbuffered):
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    assert while_nobody_reads(tmp_path, "info", journey, "--json") == (0, "")
    assert while_nobody_reads(tmp_path, "--help") == (0, "")
    assert while_nobody_reads(tmp_path, "new", tmp_path / "nieuw.reisblog") == (0, "")
    assert (tmp_path / "nieuw.reisblog").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
def test_a_message_that_nobody_hears_does_not_stop_the_work(photos, tmp_path):
    out = tmp_path / "nieuw.reisblog"
    arguments = ["new", out, "--photos", photos / "list.txt", photos / "b.jpg"]
    assert while_nobody_reads(tmp_path, *arguments, closed="stderr") == (0, f"{out}\n")
    assert while_nobody_reads(tmp_path, "--nothing", closed="stderr") == (2, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk as Linux shows it")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_cannot_be_written_is_told(journey, tmp_path, monkeypatch, unbuffered):
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    for arguments in (["info", journey], ["new", tmp_path / f"n{unbuffered}"], ["--help"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "reisblog", *map(str, arguments)],
                cwd=ROOT, env=os.environ | {"REISBLOG_HOME": str(tmp_path), "LANGUAGE": "en"},
                stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            )  # fmt: skip
        assert done.returncode == 1
        assert done.stderr.startswith("The answer could not be written.")
        assert len(done.stderr.splitlines()) == 1


def bringing_in_many(tmp_path, photo):
    """The program at work on many photos, the first of which have just come in."""
    many = tmp_path / "many"
    many.mkdir()
    for number in range(200):
        (many / f"{number}.jpg").write_bytes(photo + str(number).encode())
    working = subprocess.Popen(
        [sys.executable, "-m", "reisblog", "new", str(tmp_path / "veel"), "--photos", str(many)],
        cwd=ROOT, env=os.environ | {"REISBLOG_HOME": str(tmp_path / "home")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not any((tmp_path / "home").rglob("*.jpg")):
        assert working.poll() is None
    return working


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.usefixtures("hears_signals")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "told"]
)
def test_whoever_stops_it_halfway_finds_nothing_left_behind(tmp_path, number, code):
    with bringing_in_many(tmp_path, pictures.jpeg(1200, 900)) as working:
        working.send_signal(number)
        out, err = working.communicate(timeout=60)
    assert (working.returncode, out, err) == (code, "", "")
    assert {path.name for path in tmp_path.iterdir()} == {"home", "many"}
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.usefixtures("hears_signals")
@pytest.mark.parametrize(
    "module", ["reisblog.cli", "reisblog.cli.commands", "PySide6.QtCore", "reisblog.ui.theme"]
)
def test_ctrl_c_while_the_program_loads_ends_it_without_a_word(journey, tmp_path, module):
    script = f"""
import signal, sys
class Finder:
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
from reisblog.__main__ import main
sys.exit(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(journey)],
        cwd=ROOT, env=os.environ | {"REISBLOG_HOME": str(tmp_path / "home")},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_an_old_terminal_gets_what_it_can_show(journey, tmp_path):
    surroundings = os.environ | {
        "REISBLOG_HOME": str(tmp_path / "home"), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0",
    }  # fmt: skip
    with desks.new_desk(tmp_path / "other", title="Één dag 🧭") as desk:
        desk.save(tmp_path / "vreemd.reisblog")
    done = subprocess.run(
        [sys.executable, "-m", "reisblog", "info", str(tmp_path / "vreemd.reisblog")],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(r"\xc9\xe9n dag")


def test_the_command_line_starts_light():
    """The window comes first; what only some commands need is loaded when they need it."""
    heavy = ["PySide6", "PIL", "reportlab", "pillow_heif", "fontTools", "numpy", "zipfile"]
    script = f"import sys, reisblog.cli.commands; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_worker_loads_nothing_of_the_program():
    script = "import sys, reisblog.__main__; print('reisblog.cli' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_no_title_can_steer_a_terminal(run, tmp_path):
    path = tmp_path / "reis.reisblog"
    run("new", path, "--title", "Een\x1b[31m jaar\u202e")
    _code, out, _err = run("info", path)
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "Een" in out


def test_a_note_that_begins_with_a_long_silence_is_in_the_book(run, journey, tmp_path):
    run("place", journey, "herberg", "--note", "\n" * 450 + "Toch.")
    assert run("export", journey, "-o", tmp_path / "boek.pdf")[0] == 0


def test_haltes_are_put_in_another_order_and_those_not_named_become_loose(run, journey):
    ids = [
        run("place", journey, place, "--title", place)[1].strip()
        for place in ("dilemmabos", "bergen", "wensboom")
    ]
    assert run("order", journey, ids[2], ids[0]) == (0, "", "")
    about = told(run, journey)
    assert [visit["id"] for visit in about["visits"]] == [ids[2], ids[0]]
    assert [visit["id"] for visit in about["loose"]["visits"]] == [ids[1]]
    assert run("order", journey)[0] == 0
    assert told(run, journey)["visits"] == []


@pytest.mark.parametrize("wrong", ["nowhere", "twice"])
def test_an_order_that_cannot_be_changes_nothing(run, journey, wrong):
    stop = run("place", journey, "bergen")[1].strip()
    before = journey.read_bytes()
    code, out, err = run("order", journey, stop, stop if wrong == "twice" else wrong)
    assert (code, out) == (1, "")
    assert "Nothing was changed" in err
    assert journey.read_bytes() == before
