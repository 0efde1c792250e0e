"""What Windows is handed is laid out as it expects."""

import ctypes

import pytest

from reisblog.photos import job_object
from reisblog.photos.job_object import Limits


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="of 64 bits")
def test_the_structure_is_as_long_as_in_winnt_h():
    assert ctypes.sizeof(Limits) == 144
    assert Limits.process_memory.offset == 112


def test_elsewhere_nothing_is_done():
    job_object.limit_memory(1)
    assert len(bytearray(10_000_000)) == 10_000_000
