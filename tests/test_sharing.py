"""What somebody closes is in no book, picture or copy for others: not a word, not a byte."""

import contextlib
import json
import zipfile

import pypdfium2
import pytest
from PIL import Image

from reisblog.cli import main
from tests import pictures

pytestmark = pytest.mark.usefixtures("in_english")
OPEN_WORDS, SECRET = "Zichtbaar", "Geheimpje"


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))


@pytest.fixture
def run(capsys):
    """Runs a command that succeeds, and gives what it makes; beside that it says so much."""

    def run(*arguments, says=""):
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert code == 0
        assert err.startswith(says) if says else not err
        return out

    return run


@pytest.fixture
def journey(run, tmp_path):
    """A journey with one halte for everybody and one for nobody, each with a photo and a note."""
    path = tmp_path / "reis.reisblog"
    run("new", path, "--title", "Een jaar")
    for name, colour, place, audience in (
        (OPEN_WORDS, (220, 30, 30), "dilemmabos", "klas"),
        (SECRET, (30, 30, 220), "bergen", "mij"),
    ):
        photo = tmp_path / f"{name}.jpg"
        Image.new("RGB", (400, 300), colour).save(photo)
        run("place", path, place, "--photo", photo, "--note", f"Briefje {name}",
            "--title", name, "--for", audience)  # fmt: skip
    return path


def media_of(path):
    with zipfile.ZipFile(path) as held:
        names = held.namelist()
        words = held.read("journey.json").decode()
        whole = b"".join(held.read(name) for name in names)
    return {name for name in names if name.startswith(("media/", "renditions/"))}, words, whole


def text_of(book):
    with contextlib.closing(pypdfium2.PdfDocument(book)) as pages:
        return "".join(page.get_textpage().get_text_range() for page in pages)


@pytest.mark.parametrize(("viewer", "sees"), [("klas", False), ("gesprek", False), ("mij", True)])
def test_a_book_holds_what_its_readers_may_see(run, journey, tmp_path, viewer, sees):
    book = tmp_path / "boek.pdf"
    says = "" if sees else "One stop is not in it: this book is for the "
    run("export", journey, "-o", book, "--for", viewer, says=says)
    assert OPEN_WORDS in text_of(book)
    assert (SECRET in text_of(book)) is sees
    assert f"Briefje {OPEN_WORDS}" in text_of(book).replace("\r\n", " ")


def test_a_book_is_for_a_conversation_unless_something_else_is_said(run, journey, tmp_path):
    says = "One stop is not in it: this book is for the conversation."
    run("export", journey, "-o", tmp_path / "boek.pdf", says=says)
    assert SECRET not in text_of(tmp_path / "boek.pdf")


def has_blue(path):
    with Image.open(path) as picture:
        return any(
            blue > 180 and red < 80 and green < 80
            for red, green, blue in picture.convert("RGB").get_flattened_data()
        )


@pytest.mark.parametrize(("viewer", "sees"), [((), False), (("--for", "mij"), True)])
def test_a_picture_shows_what_the_class_may_see(run, journey, tmp_path, viewer, sees):
    run("render", journey, "-o", tmp_path / "kaart.png", "--size", "1200x800", *viewer)
    assert has_blue(tmp_path / "kaart.png") is sees


@pytest.mark.parametrize("viewer", ["klas", "gesprek"])
def test_a_copy_to_hand_over_holds_nothing_that_is_closed(run, journey, tmp_path, viewer):
    with zipfile.ZipFile(journey, "a") as stranger:
        stranger.writestr("ext/other/notes.txt", SECRET)
    before = journey.read_bytes()
    copy = tmp_path / "kopie.reisblog"
    run("copy", journey, "-o", copy, "--for", viewer)
    all_media, _words, _whole = media_of(journey)
    media, words, whole = media_of(copy)
    assert len(media) == 2
    assert media < all_media
    assert OPEN_WORDS in words
    assert SECRET.encode() not in whole
    closed = all_media - media
    assert not any(name.split("/")[1][:64] in words for name in closed)
    assert journey.read_bytes() == before
    assert run("check", copy).endswith("is sound.\n")
    told = json.loads(run("info", copy, "--json"))
    assert told["counts"]["photos"] == 1


def test_what_is_told_for_programs_says_for_whom_a_halte_is(run, journey):
    told = json.loads(run("info", journey, "--json"))
    assert [visit["audience"] for visit in told["visits"]] == ["class", "self"]


def test_a_copy_for_nobody_else_is_no_copy_to_share(journey, tmp_path, capsys):
    assert main(["copy", str(journey), "-o", str(tmp_path / "kopie.reisblog"), "--for", "mij"]) != 0
    assert "klas" in capsys.readouterr().err


def test_a_copy_never_takes_the_place_of_the_journey(journey, capsys):
    before = journey.read_bytes()
    assert main(["copy", str(journey), "-o", str(journey), "--for", "klas", "--force"]) != 0
    assert "your journey itself" in capsys.readouterr().err
    assert journey.read_bytes() == before


def test_what_lies_in_the_haven_begins_as_something_for_nobody_else(run, journey, tmp_path):
    photo = tmp_path / "steiger.jpg"
    photo.write_bytes(pictures.jpeg(60, 40))
    words = "This stop is for you alone, because of its place."
    closed = ("--photo", photo, "--title", "Aan de steiger")
    run("place", journey, "veilige-haven", *closed, says=words)
    run("place", journey, "veilige-haven", "--title", "Wel te zien", "--for", "klas")
    lacks = "2 stops are not in it: this book is for the class."
    run("export", journey, "-o", tmp_path / "boek.pdf", "--for", "klas", says=lacks)
    assert "Aan de steiger" not in text_of(tmp_path / "boek.pdf")
    assert "Wel te zien" in text_of(tmp_path / "boek.pdf")
