"""Company, things and compass moments from the command line."""

import json

import pytest

from reisblog.cli import main
from tests import pictures

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs a command; gives its code and what it said."""
    monkeypatch.setenv("REISBLOG_HOME", str(tmp_path / "home"))

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def journey(run, tmp_path):
    path = tmp_path / "reis.reisblog"
    assert run("new", path)[0] == 0
    return path


def place(run, path, *arguments):
    code, out, err = run("place", path, "herberg", *arguments)
    assert (code, err) == (0, "")
    return out.strip()


def told(run, path):
    return json.loads(run("info", path, "--json")[1])


def test_who_was_along_joins_the_company_once(run, journey):
    first = place(run, journey, "--with", "Sam:mentor", "Oma Riet")
    second = place(run, journey, "--with", "Sam", "Oma  Riet:family")
    about = told(run, journey)
    assert [visit["company"] for visit in about["visits"]] == [["Sam", "Oma Riet"]] * 2
    assert [(each["name"], each["role"]) for each in about["companions"]] == [
        ("Sam", "mentor"),
        ("Oma Riet", "family"),
    ]
    assert [each["stretches"] for each in about["companions"]] == [[[first, second]]] * 2


def test_things_come_into_the_backpack_with_or_without_a_kind(run, journey):
    stop = place(run, journey, "--pack", "Talent:luisteren", ":moed", "wens: eigen zaak")
    about = told(run, journey)
    assert [(each["kind"], each["text"]) for each in about["backpack"]] == [
        ("talent", "luisteren"),
        (None, "moed"),
        ("wish", "eigen zaak"),
    ]
    assert {each["stop"] for each in about["backpack"]} == {stop}
    assert about["visits"][0]["things"] == ["luisteren", "moed", "eigen zaak"]


def test_the_compass_is_taken_out_here(run, journey):
    place(run, journey, "--compass", "intern:rust", "extern:mijn mentor: wat nu")
    moments = told(run, journey)["visits"][0]["compass"]
    assert [(each["impulse"], each["text"]) for each in moments] == [
        ("internal", "rust"),
        ("external", "mijn mentor: wat nu"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--with", ":mentor"),
        ("--with", " "),
        ("--pack", "EHBO"),
        ("--pack", "kennis:"),
        ("--pack", "onzin:touw"),
        ("--compass", "binnen:rust"),
    ],
)
def test_what_cannot_be_is_wrong_usage_and_changes_nothing(run, journey, wrong):
    before = journey.read_bytes()
    code, out, err = run("place", journey, "herberg", *wrong)
    assert (code, out) == (2, "")
    assert f"“{wrong[1]}”" in err
    assert journey.read_bytes() == before


def test_what_belongs_to_a_closed_halte_is_in_no_copy_for_others(run, journey, tmp_path):
    place(run, journey, "--for", "mij", "--with", "Sam", "--pack", ":Geheimpje",
          "--compass", "intern:Stilletjes")  # fmt: skip
    place(run, journey, "--with", "Riet", "--pack", ":Zichtbaar")
    copy = tmp_path / "kopie.reisblog"
    assert run("copy", journey, "-o", copy, "--for", "gesprek")[0] == 0
    about = told(run, copy)
    assert [each["text"] for each in about["backpack"]] == ["Zichtbaar"]
    assert about["visits"][0]["company"] == ["Riet"]
    assert about["counts"]["compass_moments"] == 0


def test_info_tells_how_somebody_is_shown_and_for_whom_a_photo_is(run, journey, tmp_path):
    picture = tmp_path / "foto.jpg"
    picture.write_bytes(pictures.jpeg(120, 80))
    place(run, journey, "--photo", picture, "--with", "Ali", "--for", "mij")
    (person,) = told(run, journey)["companions"]
    assert (person["token"], person["portrait"]) == (None, None)
    (photo,) = told(run, journey)["photos"].values()
    assert photo["audience"] == "class"  # by itself; its halte is narrower
