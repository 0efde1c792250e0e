"""How mist looks: thick inside, soft at its edge, nothing beyond, and always the same."""

from itertools import pairwise

from hypothesis import given, settings

from reisblog.model.atlas import art_of
from reisblog.model.geometry import Point, Rect
from reisblog.model.mist import SQUARE, bounds, swept, united
from reisblog.model.records import Mist
from reisblog.model.veil import PIXEL, SOFTNESS, size, veil
from reisblog.model.wisps import wisps
from tests.journeys import SHEET, areas
from tests.model.test_mist import squares

FULL = tuple(Mist(row, ((0, 300),)) for row in range(200))
WIDE = united(
    swept(Point(600, 700), Point(1400, 760), SHEET), swept(Point(600, 780), Point(1400, 840), SHEET)
)


def test_a_map_without_mist_has_a_veil_of_nothing():
    width, height = size(SHEET)
    assert list(veil((), SHEET)) == [bytes(width)] * height


def test_a_map_in_mist_is_covered_up_to_its_edges_but_nowhere_whole():
    covered = b"".join(veil(FULL, SHEET))
    assert min(covered) > 0.7 * 255
    assert max(covered) < 0.9 * 255


@settings(max_examples=10)
@given(areas)
def test_it_ends_softly_where_the_mist_ends(mist):
    around = bounds(mist)
    for number, row in enumerate(veil(mist, SHEET)):
        inside = around is not None and (
            around.y - SOFTNESS <= number * PIXEL <= around.bottom + SOFTNESS
        )
        assert inside or not any(row)
        assert max(abs(after - before) for before, after in pairwise(row)) < 0.5 * 255


def test_some_rows_of_it_are_the_same_as_those_of_the_whole():
    assert list(veil(WIDE, SHEET, range(150, 190))) == list(veil(WIDE, SHEET))[150:190]


def test_mist_beyond_the_sheet_does_not_show():
    far = (Mist(3, ((500, 9_000),)), Mist(9_000, ((0, 12_000),)))
    assert not any(map(any, veil(far, SHEET)))
    assert not list(wisps(far, SHEET))


@given(areas)
def test_wisps_lie_whole_in_the_mist(mist):
    covered = squares(mist)
    for wisp in wisps(mist, SHEET):
        for point in wisp.outline:
            assert art_of(SHEET).contains(point)
            assert (point.x // SQUARE, point.y // SQUARE) in covered


def test_laying_more_mist_moves_no_wisp():
    few, many = set(wisps(WIDE, SHEET)), set(wisps(FULL, SHEET))
    assert 0 < len(few) < len(many)
    assert few < many


def test_a_small_sheet_may_have_no_wisp_at_all():
    assert not list(wisps(FULL, Rect(0, 0, 60, 30)))
