"""The page for map-makers names every place and every limit."""

import json
from pathlib import Path

import pytest

from reisblog import resources
from reisblog.storage.maps import limits
from reisblog.storage.maps.geometry import KINDS

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "map.md").read_text(encoding="utf-8")


def test_it_lists_the_places_of_the_catalogue_in_their_order():
    places = json.loads(resources.places().read_text(encoding="utf-8"))["places"]
    rows = [f"| `{place['id']}` | {place['name']} |" for place in places]
    assert "\n".join(["| id | place |", "| --- | --- |", *rows, ""]) in PAGE


@pytest.mark.parametrize("part", KINDS)
def test_it_tells_of_every_part_of_a_place(part):
    assert f"| `PLACE.{part}` |" in PAGE


@pytest.mark.parametrize(
    "limit",
    [
        f"| {limits.FILE_MEGABYTES} MB | the file",
        f"| {limits.ELEMENTS:,} | elements",
        f"| {limits.ATTRIBUTES:,} | attributes",
        f"| {limits.DEPTH} | groups",
        f"| {limits.NUMBERS:,} | numbers",
        f"| {limits.DASHES:,} | dashes",
        f"| {limits.FARTHEST:,.0f} | map units",
        f"at most {limits.CORNERS:,} corners",
        f"is {limits.SHORTEST_SIDE} to {limits.LONGEST_SIDE:,} units",
    ],
)
def test_it_names_the_limit(limit):
    assert limit in PAGE


def test_it_says_how_wide_a_sheet_is_by_its_height():
    assert limits.WIDEST == 2
    assert "as wide as it is high, up to twice as wide" in " ".join(PAGE.split())
