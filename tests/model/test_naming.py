"""Names on a map give way to one another, however many lie in a heap."""

import time

from reisblog.model.geometry import Rect
from reisblog.model.naming import apart, overlap

SHEET = Rect(0, 0, 2400, 1600)


def test_names_that_would_meet_stand_apart_and_on_the_sheet():
    wanted = [Rect(100, 100, 80, 20), Rect(110, 105, 80, 20), Rect(-30, 100, 80, 20)]
    stand = apart(wanted, SHEET, 19.0, fixed=[Rect(180, 90, 40, 40)])
    assert all(not overlap(one, other) for one in stand for other in stand if one is not other)
    assert all(box.x >= 0 for box in stand)


def test_two_hundred_in_a_heap_take_not_much_longer_for_each_than_twenty():
    def seconds(count):
        began = time.perf_counter()
        apart([Rect(100 + 10 * nth, 100, 60, 30) for nth in range(count)], SHEET, 19.0)
        return time.perf_counter() - began

    assert seconds(200) < 100 * seconds(20)
