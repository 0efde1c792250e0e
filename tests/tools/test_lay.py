"""Where a compass comes to lie that was not carried there."""

from hypothesis import given

from reisblog import look
from reisblog.model.geometry import Point, Rect
from reisblog.tools import lay
from tests.journeys import SHEET, points

PHOTO = Rect(1000, 700, 200, 150)
HALF = look.COMPASS_UNITS / 2


def around(spot):
    return Rect.centred(spot, look.COMPASS_UNITS, look.COMPASS_UNITS)


def test_it_lies_right_of_a_thing_where_there_is_room():
    spot = lay.beside(PHOTO, [], SHEET)
    assert spot.x - HALF > PHOTO.right
    assert spot.y == PHOTO.centre.y


def test_where_something_lies_there_it_goes_to_the_other_side():
    note = Rect(PHOTO.right, PHOTO.y - 60, 220, 300)
    spot = lay.beside(PHOTO, [PHOTO, note], SHEET)
    assert spot.x + HALF < PHOTO.x


def test_it_covers_nothing_where_there_is_room_for_that():
    taken = [PHOTO, Rect(1200, 600, 300, 400), Rect(700, 600, 300, 400)]
    assert not any(around(lay.beside(PHOTO, taken, SHEET)).intersects(one) for one in taken)
    assert not any(around(lay.near(PHOTO.centre, taken, SHEET)).intersects(one) for one in taken)


def test_on_open_ground_it_lies_exactly_where_it_should():
    assert lay.near(Point(800, 900), [PHOTO], SHEET) == Point(800, 900)


@given(points)
def test_it_lies_whole_on_the_sheet_wherever_it_was_dropped(at):
    whole = around(lay.on_sheet(at, SHEET))
    assert SHEET.contains(Point(whole.x, whole.y))
    assert SHEET.contains(Point(whole.right, whole.bottom))
