"""Nothing that the program writes names a person, a folder or a computer."""

from tests.faults.test_writing_faults import hold, rows_of


def test_no_canary_comes_out():
    hold(rows_of("canaries", "--fast"))
