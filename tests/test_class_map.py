"""The class map from the command line: `reisblog class FILE...`, and what leaks in it: nothing."""

import contextlib
import zlib

import msgspec
import pypdfium2
import pytest
from PIL import Image

from reisblog.cli import main
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.mist import swept
from reisblog.model.records import Audience, Stop
from reisblog.story.styles import MM
from tests import desks, journeys
from tests.journeys import SHEET

pytestmark = pytest.mark.usefixtures("in_english")
CLOSED = "Geheimpje"
HINT = "Rather use a “Copy to share” for the class"


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))


@pytest.fixture
def run(capsys):
    """Runs the command; gives its exit code, its results and its messages."""

    def run(*arguments):
        code = main(["class", *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def journey(tmp_path):
    """Makes a file with a journey of one path, and whatever else is done to it."""

    def make(name, *more, tint="ember"):
        path = tmp_path / f"{name}.reisblog"
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn = tinted("t1", [(300, 300), (2000, 1200), (700, 1300)], tint)
        with desks.new_desk(tmp_path / "made", title=f"Jaar van {name}", traveller=name) as desk:
            for edit in (lambda now: edits.add_trail(now, drawn), *more):
                desk.commit("", edit)
            desk.save(path)
        return path

    return make


def tinted(trail_id, through, tint):
    return msgspec.structs.replace(journeys.trail(trail_id, through), tint=tint)


def named(now):
    return edits.allow_name(now, allowed=True)


def closed_path(now):
    now = edits.add_trail(now, tinted("t2", [(300, 1400), (2100, 300)], "pine"))
    return edits.show_to(now, ["t2"], Audience.CONVERSATION)


def with_secrets(now):
    """The same, with things that are not for the class."""
    now = closed_path(now)
    now = edits.start_stop(now, Stop(id="s1", at=Point(900, 900), title=CLOSED, text=CLOSED))
    now = edits.show_to(now, ["s1"], Audience.SELF)
    now = edits.paint_mist(now, swept(Point(200, 200), Point(1800, 300), SHEET))
    return edits.show_head_to(now, "mist", Audience.CONVERSATION)


def pages_of(path):
    with contextlib.closing(pypdfium2.PdfDocument(path)) as document:
        for page in document:
            yield page.get_textpage().get_text_range(), page.get_size()


def inflated(path):
    """All bytes of a PDF, what is deflated in it as well."""
    content = path.read_bytes()
    parts = [content]
    for piece in content.split(b"stream\n")[1:]:
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(piece))
    return b"".join(parts)


def has_green(path):
    """Whether the tint of pine is anywhere in a picture."""
    with Image.open(path) as picture:
        return any(
            red < 60 and 70 < green < 115 and blue < 90
            for red, green, blue in picture.convert("RGB").get_flattened_data()
        )


def test_many_maps_hang_on_one_sheet_of_a2(run, journey, tmp_path):
    files = [journey(name, named) for name in ("Noor", "Ali", "Fatima")]
    out = tmp_path / "klas.pdf"
    assert run(*files, "-o", out) == (0, f"{out}\n", "")
    [(text, size)] = pages_of(out)
    assert size == (pytest.approx(594 * MM, abs=0.1), pytest.approx(420 * MM, abs=0.1))
    assert [name for name in text.split() if name in {"Noor", "Ali", "Fatima"}] == [
        "Noor", "Ali", "Fatima"
    ]  # fmt: skip


def test_the_map_is_in_the_document_once(run, journey, tmp_path):
    files = [journey(f"nummer {number}") for number in range(6)]
    run(files[0], "-o", tmp_path / "een.pdf")
    run(*files, "-o", tmp_path / "zes.pdf")
    one, six = ((tmp_path / name).stat().st_size for name in ("een.pdf", "zes.pdf"))
    assert six < one + 60_000


@pytest.mark.parametrize(("paper", "width"), [("a4", 297), ("a3", 420)])
def test_sheets_have_the_paper_that_is_asked_for(run, journey, tmp_path, paper, width):
    run(journey("Noor"), "-o", tmp_path / "klas.pdf", "--paper", paper)
    [(_text, size)] = pages_of(tmp_path / "klas.pdf")
    assert size[0] == pytest.approx(width * MM, abs=0.1)


def test_where_many_hang_there_are_more_sheets(run, journey, tmp_path):
    # Of A4 a map of five centimetres leaves few.
    files = [journey(f"nummer {number}") for number in range(30)]
    run(*files, "-o", tmp_path / "klas.pdf", "--paper", "a4")
    assert len(list(pages_of(tmp_path / "klas.pdf"))) > 1
    run(*files, "-o", tmp_path / "klas2.pdf")
    assert len(list(pages_of(tmp_path / "klas2.pdf"))) == 1


def test_no_name_is_read_that_was_not_allowed(run, journey, tmp_path):
    files = [
        journey("Naamloos"),
        journey("Verborgen", named, lambda now: edits.show_head_to(
            now, "traveller", Audience.CONVERSATION)),
        journey("Zichtbaar", named),
    ]  # fmt: skip
    run(*files, "-o", tmp_path / "klas.pdf")
    [(text, _size)] = pages_of(tmp_path / "klas.pdf")
    assert "Zichtbaar" in text
    content = inflated(tmp_path / "klas.pdf")
    for name in ("Naamloos", "Verborgen", "Jaar van"):
        assert name.encode() not in content
        assert name.encode("utf-16-be") not in content
    assert b"The journey of Zichtbaar" in content  # where a name would stand


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_what_is_closed_to_the_class_makes_no_difference(run, journey, tmp_path, ending):
    """To the byte the same as without it; so no gap and no count of it either."""
    plain, secret = journey("a/reis"), journey("b/reis", with_secrets)
    outs = tmp_path / f"open.{ending}", tmp_path / f"dicht.{ending}"
    small = ("--size", "800x500")
    assert run(plain, "-o", outs[0], *small)[2] == ""
    code, _out, told = run(secret, "-o", outs[1], *small)
    assert code == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert HINT in told
    assert CLOSED not in told


def test_a_picture_has_the_size_that_is_asked_for_and_shows_the_paths(run, journey, tmp_path):
    out = tmp_path / "klas.png"
    open_path = journey("open", tint="pine")
    assert run(open_path, journey("twee"), "-o", out, "--size", "1200x700")[0] == 0
    with Image.open(out) as picture:
        assert picture.size == (1200, 700)
    assert has_green(out)
    run(journey("dicht", closed_path), "-o", tmp_path / "dicht.png", "--size", "1200x700")
    assert not has_green(tmp_path / "dicht.png")


def test_a_copy_for_the_class_is_recommended_once_and_nobody_is_named(run, journey, tmp_path):
    files = [journey("Noor", with_secrets), journey("Ali"), journey("Fatima", with_secrets)]
    _code, _out, told = run(*files, "-o", tmp_path / "klas.pdf")
    assert told.count(HINT) == 1
    assert not any(name in told for name in ("Noor", "Fatima"))
    copies = []
    for file in files:
        copies.append(tmp_path / f"kopie van {file.name}")
        assert main(["copy", str(file), "-o", str(copies[-1]), "--for", "klas"]) == 0
    assert HINT not in run(*copies, "-o", tmp_path / "klas2.pdf")[2]
    assert (tmp_path / "klas.pdf").read_bytes() == (tmp_path / "klas2.pdf").read_bytes()


def test_a_damaged_file_is_named_and_the_others_hang(run, journey, tmp_path):
    bad = tmp_path / "kapot.reisblog"
    bad.write_text("no journey", encoding="utf-8")
    good = journey("Noor", named)
    cut = tmp_path / "half.reisblog"
    cut.write_bytes(good.read_bytes()[:400])
    out = tmp_path / "klas.pdf"
    code, result, told = run(bad, good, cut, tmp_path / "weg.reisblog", "-o", out)
    assert code == 1
    assert result == f"{out}\n"
    for name in ("kapot", "half", "weg"):
        assert f"{name}.reisblog" in told
    assert "Noor" not in told
    assert "Noor" in next(pages_of(out))[0]


def test_where_none_opens_nothing_is_made(run, tmp_path):
    bad = tmp_path / "kapot.reisblog"
    bad.write_text("no journey", encoding="utf-8")
    assert run(bad, "-o", tmp_path / "klas.pdf")[:2] == (1, "")
    assert not (tmp_path / "klas.pdf").exists()


def test_a_folder_stands_for_its_journeys_by_name_and_each_hangs_once(run, journey, tmp_path):
    for name in ("bob", "Anna", "cees"):
        journey(f"klas/{name}", named)
    (tmp_path / "klas" / "lijst.txt").write_text("niets", encoding="utf-8")
    out = tmp_path / "klas.pdf"
    assert run(tmp_path / "klas" / "cees.reisblog", tmp_path / "klas", "-o", out)[0] == 0
    text = next(pages_of(out))[0]
    names = [word for word in text.split() if "/" in word]
    assert names == ["klas/cees", "klas/Anna", "klas/bob"]


def test_an_empty_folder_is_told(run, tmp_path):
    (tmp_path / "leeg").mkdir()
    code, _out, told = run(tmp_path / "leeg", "-o", tmp_path / "klas.pdf")
    assert (code, told) == (1, "There is no journey (.reisblog) in that folder.\n")


def test_what_stands_there_stays_unless_it_may_go(run, journey, tmp_path):
    out = tmp_path / "klas.pdf"
    out.write_bytes(b"older")
    file = journey("Noor")
    code, _out, told = run(file, "-o", out)
    assert code == 1
    assert "With --force it is replaced." in told
    assert out.read_bytes() == b"older"
    assert run(file, "-o", out, "--force")[0] == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_no_journey_is_ever_replaced(run, journey, tmp_path):
    disguised = tmp_path / "reis.pdf"
    disguised.write_bytes(journey("Noor").read_bytes())
    before = disguised.read_bytes()
    code, _out, told = run(disguised, "-o", disguised, "--force")
    assert code == 1
    assert "is one of the journeys" in told
    assert disguised.read_bytes() == before


@pytest.mark.parametrize("wrong", [("--size", "9x9"), ("--paper", "a5"), ("-o", "klas.jpg")])
def test_wrong_usage_is_told(run, journey, wrong):
    assert run(journey("Noor"), *wrong)[0] == 2


def test_without_a_display_no_wall_opens(run, journey, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    code, _out, told = run(journey("Noor"))
    assert code == 1
    assert "needs a display" in told


def test_the_same_journeys_give_the_same_bytes(run, journey, tmp_path):
    files = [journey(name, named) for name in ("Noor", "Ali")]
    for name in ("een", "twee"):
        run(*files, "-o", tmp_path / f"{name}.pdf")
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()
