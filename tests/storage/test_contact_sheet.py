"""All photos very small on one sheet, put together and taken apart without decoding."""

import io

import pytest
from PIL import Image

from reisblog.model.contact_cells import SIDE, box_of
from reisblog.storage import contact_sheet
from reisblog.storage.contact_sheet import Cells, Contact, contact_from, joined, parted
from tests import desks


def cells(count):
    return {f"{number:064x}": desks.cell(number) for number in range(count)}


def pixels(jpeg):
    return Image.open(io.BytesIO(jpeg)).convert("RGB")


@pytest.mark.parametrize("count", [1, 2, 3, 5, 17, 100])
def test_cells_come_off_a_sheet_as_they_went_on_it(count):
    laid = cells(count)
    contact, sheet = joined(laid)
    assert contact.cells == tuple(laid)
    assert parted(contact, sheet) == laid


def test_any_program_can_show_a_sheet_and_finds_each_picture_at_its_place():
    laid = cells(11)
    contact, sheet = joined(laid)
    whole = pixels(sheet)
    assert whole.size == contact.size == (4 * SIDE, 3 * SIDE)
    for number, cell in enumerate(laid.values()):
        row, column = divmod(number, contact.columns)
        corner = (column * SIDE + 8, row * SIDE + 8)  # colours run over the edge of a block
        inner = pixels(cell).crop((8, 8, SIDE - 8, SIDE - 8))
        shown = whole.crop((*corner, corner[0] + SIDE - 16, corner[1] + SIDE - 16))
        assert shown.tobytes() == inner.tobytes()
    assert whole.getpixel((4 * SIDE - 9, 3 * SIDE - 9)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (60, 40), (5000, 2), (96, 96)])
def test_a_picture_lies_in_the_middle_of_its_cell(size):
    box = box_of(5, 4, *size)
    assert (box.left + box.width / 2, box.top + box.height / 2) == pytest.approx(
        (1.5 * SIDE, 1.5 * SIDE), abs=0.5
    )
    assert max(box.width, box.height) == min(SIDE, max(size))


def test_of_no_cells_there_is_no_sheet():
    assert joined({}) is None
    assert joined({"a": b"no cell"}) is None


def test_what_is_no_cell_is_left_out():
    laid = cells(3)
    contact, sheet = joined({**laid, "d": desks.picture(), "e": b""})
    assert parted(contact, sheet) == laid


def lies(sheet):
    head = 629
    yield b""
    yield sheet[: head - 1]
    yield sheet[:-2]
    yield sheet[:-400] + sheet[-2:]
    yield desks.picture()
    yield b"\x89PNG" + sheet[4:]
    yield sheet[:163] + b"\xff\xff\xff\xff" + sheet[167:]
    yield sheet[:40] + b"\1" + sheet[41:]
    yield sheet[: head + 5] + b"\xff\xc4" + sheet[head + 7 :]
    yield sheet[: head + 5] + b"\xff\xd0" + sheet[head + 5 :]


def test_nothing_is_taken_from_a_sheet_that_is_not_as_we_make_them():
    contact, sheet = joined(cells(5))
    for lie in lies(sheet):
        assert parted(contact, lie) == {}
    assert parted(Contact(2, contact.cells), sheet) == {}


@pytest.mark.parametrize(
    "said",
    [
        None, [], "x", 3, {}, {"columns": 1}, {"columns": 0, "cells": ["a"]},
        {"columns": -1, "cells": ["a"]}, {"columns": 1, "cells": []},
        {"columns": 10**9, "cells": ["a"]}, {"columns": 1.5, "cells": ["a"]},
        {"columns": 1, "cells": [3]}, {"columns": 1, "cells": ["a"], "side": 4000},
        {"columns": 2_000, "cells": ["a"] * 2_001},
    ],
)  # fmt: skip
def test_what_a_file_says_of_its_sheet_may_be_nonsense(said):
    assert contact_from(said) is None


def test_the_largest_journey_has_room_on_a_sheet():
    contact, _sheet = joined(dict.fromkeys(map(str, range(2_496)), desks.cell(1)))
    assert contact_from({"columns": contact.columns, "cells": list(contact.cells)}) == contact
    assert contact.columns * contact.rows <= contact_sheet.MOST_CELLS


def test_cells_that_came_later_take_the_place_of_those_on_the_sheet_and_some_go():
    laid = cells(4)
    one, two, three, four = laid
    known = Cells(lambda: joined(laid))
    known.put(two, desks.cell(77))
    known.put("new", desks.cell(78))
    assert known.of(["new", two, one, "unknown"]) == {
        "new": desks.cell(78), two: desks.cell(77), one: laid[one]
    }  # fmt: skip
    known.forget([one, two, "new"])
    assert list(known.of([four, three, two, one, "new"])) == [four, three]
