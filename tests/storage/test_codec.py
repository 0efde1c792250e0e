"""The words of a journey survive being written and read, and only well-formed ones come in."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.errors import DamagedJourneyError, NewerFormatError
from reisblog.model import edits, limits
from reisblog.model.book import Paper, Part, Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey, in_tray
from reisblog.model.records import Mist, Note
from reisblog.storage import codec
from reisblog.storage.codec import Leftovers
from tests import journeys


def document(**changes):
    """A full journey as plain dicts and lists, with these top-level fields changed."""
    return {**json.loads(codec.encode(journeys.full())), **changes}


def decoded(plain):
    return codec.decode(json.dumps(plain).encode())


def record(plain, table, record_id):
    return next(each for each in plain[table] if each["id"] == record_id)


@given(st.data())
def test_writing_then_reading_gives_the_same_journey(data):
    journey = journeys.full()
    for number in range(data.draw(st.integers(0, 8))):
        journey = journeys.edited(data, journey, number + 100)
    read = codec.decode(codec.encode(journey))
    assert read.journey == journey
    assert read.leftovers == Leftovers()
    assert list(read.journey.photos) == list(journey.photos)


def test_the_same_journey_gives_the_same_bytes():
    assert codec.encode(journeys.full()) == codec.encode(journeys.full())


def test_every_record_stands_on_a_line_of_its_own():
    lines = codec.encode(journeys.full()).decode().splitlines()
    assert sum(line.startswith('{"id":"p') for line in lines) == 4
    assert lines[1] == '"format": 1,'


def test_what_we_do_not_know_is_written_back_where_it_stood():
    plain = document(weather="fog")
    plain["map"]["edition"] = 2
    record(plain, "photos", "p1")["mood"] = {"shy": [True, None]}
    first = decoded(plain)
    written = codec.encode(first.journey, first.leftovers)
    assert json.loads(written) == plain
    assert codec.decode(written) == first


def test_what_we_do_not_know_goes_with_the_record_it_belongs_to():
    plain = document()
    record(plain, "notes", "n1")["mood"] = "shy"
    read = decoded(plain)
    gone = edits.remove(read.journey, ["n1"])
    assert b"shy" not in codec.encode(gone, read.leftovers)


def test_half_a_character_is_mended_rather_than_refused():
    journey = edits.add_note(
        Journey(id="reis"), Note(id="n1", text="a\ud83db \ud83e\udded", at=Point(1.0, 2.0))
    )
    assert codec.decode(codec.encode(journey)).journey.notes["n1"].text == "a\ufffdb 🧭"


def test_references_to_haltes_that_are_gone_are_dropped():
    plain = document(order=["s2", "gone", "s1", "s2"])
    record(plain, "photos", "p1")["stop"] = "gone"
    record(plain, "photos", "p3")["stop"] = "gone"
    record(plain, "notes", "n2")["stop"] = "gone"
    journey = decoded(plain).journey
    assert journey.order == ("s2", "s1")
    assert "p1" in {photo.id for photo in in_tray(journey)}
    assert journey.photos["p3"].at == Point(500.5, 600.25)
    assert (journey.photos["p3"].stop, journey.notes["n2"].stop) == (None, None)


def test_a_place_that_our_map_lacks_is_kept():
    plain = document()
    record(plain, "stops", "s1")["places"] = ["maanbasis"]
    assert decoded(plain).journey.stops["s1"].places == ("maanbasis",)


def test_tables_and_texts_may_be_left_out():
    read = codec.decode(b'{"format": 1, "id": "reis"}')
    assert read.journey == Journey(id="reis")


def test_a_newer_version_is_refused_and_says_so():
    with pytest.raises(NewerFormatError, match="newer"):
        decoded(document(format=2, photos="something else altogether"))


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None, []])
def test_a_version_that_never_was_is_refused(version):
    with pytest.raises(DamagedJourneyError):
        decoded(document(format=version))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xef\xbb\xbf{}",
        b"\xff\xfe{}",
        b'{"format": 1, "id": "a", "id": "b"}',
        b'{"format": 1, "id": "a", "x": {"y": 1, "y": 2}}',
        b'{"format": 1, "id": "a", "title": "\\ud83d"}',
        b'{"format": 1, "id": "a", "x": "\\udfff"}',
        b'{"format": 1, "id": "a", "title": "caf\xe9"}',
        b'{"format": 1, "id": "a", "x": NaN}',
        b'{"format": 1, "id": "a", "x": -Infinity}',
        b'{"format": 1, "id": "a", "x": 1e999}',
        b'{"format": 1, "id": "a", "x": ' + b"9" * 9000 + b"}",
        b'{"format": 1, "id": "a", "x": ' + b"[" * 70 + b"]" * 70 + b"}",
        b'{"format": 1, "id": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"format": 1, "id": "a", "x": [' + b"{}," * 1_000_001 + b"0]}",
        b'{"format": 1}',
        b'{"format": 1, "id": "../a"}',
        b'{"format": 1, "id": "a", "language": "nl; rm"}',
        b'{"format": 1, "id": "a", "map": []}',
        b'{"format": 1, "id": "a", "photos": {}}',
        b'{"format": 1, "id": "a", "photos": [[]]}',
        b'{"format": 1, "id": "a", "order": "s1"}',
    ],
    ids=lambda raw: raw[:48].decode(errors="replace"),
)
def test_what_is_not_well_formed_is_refused_in_one_kind_of_sentence(raw):
    with pytest.raises(DamagedJourneyError, match="left exactly as it is"):
        codec.decode(raw)


@pytest.mark.parametrize(
    ("table", "record_id", "field", "value"),
    [
        ("photos", "p1", "id", "p 1"),
        ("photos", "p1", "id", "p2"),
        ("photos", "p1", "id", "n1"),
        ("photos", "p1", "media", "../../etc/passwd"),
        ("photos", "p1", "media", "A" * 64),
        ("photos", "p1", "kind", "heic"),
        ("photos", "p1", "width", 0),
        ("photos", "p1", "width", 100_001),
        ("photos", "p1", "height", 90_000),
        ("photos", "p1", "width", 12.5),
        ("photos", "p1", "size", -1),
        ("photos", "p1", "at", [1]),
        ("photos", "p1", "at", [1, "2"]),
        ("photos", "p1", "at", [1, limits.COORDINATE * 2]),
        ("photos", "p1", "turn", 1e300),
        ("photos", "p1", "taken", "yesterday <b>"),
        ("photos", "p1", "caption", "x" * (limits.TEXT_CHARACTERS + 1)),
        ("notes", "n1", "text", None),
        ("notes", "n1", "width", 0),
        ("stops", "s1", "at", None),
        ("stops", "s1", "title", "x" * (limits.TITLE_CHARACTERS + 1)),
        ("stops", "s1", "places", ["x"] * (limits.RECORDS + 1)),
        ("photos", "p3", "size", limits.SIDE + 1),
        ("notes", "n1", "width", limits.SIDE + 1),
        ("trails", "t1", "start_width", limits.HAND_WIDTH + 0.1),
        ("trails", "t1", "segments", [[[0, 0], [0, 0], [1, 0], limits.HAND_WIDTH + 0.1]]),
        ("trails", "t1", "segments", [[[0, 0], [0, 0], [1, 0], -0.1]]),
        ("backpack", "b1", "text", "x" * (limits.TITLE_CHARACTERS + 1)),
        ("trails", "t1", "pen", "spray"),
        ("trails", "t1", "segments", [[[0, 0], [0, 0], [1e9, 0]]]),
        ("trails", "t1", "segments", [[[0, 0], [0, 0], [1, 0], 1, 10**12]]),
        ("backpack", "b1", "kind", "weapon"),
        ("companions", "c1", "name", 7),
    ],
)
def test_a_record_that_cannot_be_is_refused(table, record_id, field, value):
    plain = document()
    record(plain, table, record_id)[field] = value
    with pytest.raises(DamagedJourneyError):
        decoded(plain)


def misted(*rows):
    return decoded({"format": 1, "id": "a", "mist": rows}).journey.mist


def test_mist_is_read_as_it_stands():
    assert misted([0, [[0, 300]]], [3, [[1, 2], [3, 750]]], [749, [[0, 1]]]) == (
        Mist(0, ((0, 300),)),
        Mist(3, ((1, 2), (3, 750))),
        Mist(749, ((0, 1),)),
    )


@pytest.mark.parametrize(
    "rows",
    [
        [[1, []]],
        [[1, [[5, 5]]]],
        [[1, [[9, 5]]]],
        [[1, [[0, 5], [5, 9]]]],
        [[1, [[6, 9], [0, 5]]]],
        [[1, [[0, 5], [4, 9]]]],
        [[1, [[-1, 5]]]],
        [[1, [[0, 12_501]]]],
        [[-1, [[0, 5]]]],
        [[12_500, [[0, 5]]]],
        [[10**30, [[0, 5]]]],
        [[2, [[0, 5]]], [1, [[0, 5]]]],
        [[1, [[0, 5]]], [1, [[7, 9]]]],
        [[1, [[0.5, 5]]]],
        [[1, [[0, 5, 9]]]],
        [[1, [0, 5]]],
        [["1", [[0, 5]]]],
        [[1]],
        [None],
    ],
)
def test_mist_that_cannot_be_is_refused(rows):
    with pytest.raises(DamagedJourneyError):
        misted(*rows)


def test_more_mist_than_a_map_can_have_is_refused():
    def rows(count):
        return [[row, [[at, at + 1] for at in range(0, 750, 2)]] for row in range(count)]

    assert len(misted(*rows(80))) == 80
    with pytest.raises(DamagedJourneyError):
        misted(*rows(81))


def test_more_things_than_a_journey_can_hold_are_refused():
    many = [{"id": f"b{n}", "text": "x"} for n in range(limits.RECORDS + 1)]
    with pytest.raises(DamagedJourneyError):
        decoded({"format": 1, "id": "a", "backpack": many})


def test_paths_longer_than_all_that_hands_draw_are_refused():
    across = [[2400, 0], [0, 1600], [0, 0], 1]
    short = [[0, 0], [0, 0], [1, 1], 1]

    def drawn(*paths):
        trails = [
            {"id": f"t{n}", "pen": "mine", "start": [0, 0], "segments": segments}
            for n, segments in enumerate(paths)
        ]
        return decoded({"format": 1, "id": "a", "trails": trails}).journey.trails

    assert len(drawn([short] * 20_000, [short] * 20_000)) == 2
    with pytest.raises(DamagedJourneyError):
        drawn([short] * 20_000, [short] * 20_001)
    assert len(drawn([across] * 300, [across] * 200)) == 2
    with pytest.raises(DamagedJourneyError):
        drawn([across] * 300, [across] * 300)


def test_more_words_than_a_journey_can_hold_are_refused():
    def told(count):
        notes = [{"id": f"n{n}", "text": "x" * 50_000, "at": [0, 0]} for n in range(count)]
        return decoded({"format": 1, "id": "a", "notes": notes}).journey.notes

    assert len(told(10)) == 10
    with pytest.raises(DamagedJourneyError):
        told(11)


def test_a_hand_that_rested_for_an_hour_is_no_reason_to_refuse():
    journey = journeys.full()
    trail = journey.trails["t1"]
    rested = msgspec.structs.replace(trail.segments[-1], rest_ms=3_600_000)
    slow = msgspec.structs.replace(trail, segments=(*trail.segments[:-1], rested))
    after = edits.add_trail(journey, slow)
    assert codec.decode(codec.encode(after)).journey == after


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(document())), st.data(), json_values)
def test_whatever_stands_somewhere_else_it_opens_or_is_refused_kindly(name, data, value):
    plain = document()
    if isinstance(plain[name], list) and plain[name] and isinstance(plain[name][0], dict):
        field = data.draw(st.sampled_from([*plain[name][0], "unknown"]))
        plain[name][0][field] = value
    else:
        plain[name] = value
    try:
        read = decoded(plain)
    except (DamagedJourneyError, NewerFormatError):
        return
    assert codec.decode(codec.encode(read.journey, read.leftovers)) == read


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_kindly(raw):
    with pytest.raises(DamagedJourneyError):
        codec.decode(raw)


def test_a_book_that_is_wished_for_is_kept_and_the_plain_one_is_no_word():
    journey = journeys.full()
    assert b'"book"' not in codec.encode(journey)
    wish = Wish(paper=Paper.A5, without=frozenset(Part), cover_photo="p1", school="ROC Noord")
    chosen = edits.wish_for(journey, wish)
    assert codec.decode(codec.encode(chosen)).journey.book == wish
    written = json.loads(codec.encode(chosen))["book"]
    assert written["without"] == sorted(Part)
    assert edits.remove(chosen, ["p1"]).book.cover_photo is None
    assert decoded({"format": 1, "id": "a", "book": {"cover_photo": "gone"}}).journey.book == Wish()


def test_a_name_may_be_read_by_a_class_only_where_that_was_said():
    journey = journeys.full()
    assert not journey.named_on_class_map
    assert b"named_on_class_map" not in codec.encode(journey)
    allowed = codec.encode(edits.allow_name(journey, allowed=True))
    assert json.loads(allowed)["named_on_class_map"] is True
    assert codec.decode(allowed).journey.named_on_class_map
    with pytest.raises(DamagedJourneyError):
        decoded({"format": 1, "id": "a", "named_on_class_map": "yes"})


def test_what_a_book_has_that_we_do_not_know_is_written_back():
    read = decoded({"format": 1, "id": "a", "book": {"binding": ["thread"], "paper": "a5"}})
    written = json.loads(codec.encode(read.journey, read.leftovers))
    assert written["book"] == {"binding": ["thread"], "paper": "a5"}


@pytest.mark.parametrize(
    "book", [[], {"paper": "a1"}, {"without": ["words"]}, {"school": "x" * 301}, {"cover_photo": 3}]
)
def test_a_book_that_cannot_be_is_refused(book):
    with pytest.raises(DamagedJourneyError):
        decoded({"format": 1, "id": "a", "book": book})


def test_what_a_file_names_twice_is_named_once():
    raw = json.loads(codec.encode(journeys.peopled()))
    raw["stops"][0] |= {"company": ["c1"] * 3 + ["c2", "c1"], "places": ["wensboom", "wensboom"]}
    stop = codec.decode(json.dumps(raw).encode()).journey.stops["s1"]
    assert (stop.company, stop.places) == (("c1", "c2"), ("wensboom",))
