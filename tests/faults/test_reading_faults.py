"""The fast part of the proof that no file harms whoever opens it; the whole takes minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.storage import codec, tolerant
from tests import journeys
from tests.faults import reading_faults, reading_hostile

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def trier(tmp_path):
    return reading_faults.Trier(tmp_path)


def test_some_hundreds_of_damaged_files_do_no_harm(trier):
    whole, _ends = trier.sample()
    for seed in range(250):
        took, problem = trier.tried(reading_faults.mutated(whole, seed))
        assert not problem, seed
        assert took < reading_faults.SLOWEST_SECONDS, seed


def test_of_a_file_cut_off_anywhere_all_whole_pictures_come_back(trier):
    whole, ends = trier.sample()
    for length in range(100, len(whole), len(whole) // 60):
        _took, problem = trier.tried(whole[:length])
        there = {sha256 for sha256, end in ends.items() if end <= length}
        assert not problem, length
        assert not trier.recovery_problem(there), length


def test_small_hostile_files_do_no_harm(trier):
    tried = 0
    for name, content in reading_hostile.small_files():
        _took, problem = trier.tried(content)
        assert not problem, name
        tried += 1
    assert tried >= 60


_PLAIN = codec.encode(journeys.full())


@given(st.data())
def test_whatever_is_done_to_words_a_journey_comes_out_that_can_be_saved(data):
    at = data.draw(st.integers(0, len(_PLAIN)))
    gone = data.draw(st.integers(0, 40))
    new = data.draw(st.binary(max_size=8) | st.sampled_from([b'"', b"{", b"}", b"[", b"]", b","]))
    raw = _PLAIN[:at] + new + _PLAIN[at + gone :]
    words = tolerant.read(raw[: data.draw(st.integers(0, len(raw)))], whole=False)
    written = codec.encode(words.journey, words.leftovers)
    assert codec.decode(written).journey == words.journey


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)
_fields = st.sampled_from([*journeys.full().__struct_fields__, "format", "weather"])


@given(st.dictionaries(_fields, _json, max_size=8))
def test_whatever_the_words_say_they_are_read_or_refused_and_something_is_left(document):
    words = tolerant.read(codec.msgspec.json.encode(document), whole=False)
    written = codec.encode(words.journey, words.leftovers)
    assert codec.decode(written).journey == words.journey
