"""Of a damaged file everything that can be read comes back, and the list says what does not."""

import errno
import hashlib
import io
import json
import struct
import zipfile

import msgspec
import pytest

from reisblog.errors import (
    NewerFormatError,
    NotAJourneyError,
    NothingLeftError,
    UnreadableDiskError,
)
from reisblog.model import edits
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point
from reisblog.model.journey import RECORD_TYPES, Journey, in_tray
from reisblog.model.records import Audience, Companion, Stop
from reisblog.photos.upright_size import upright_size
from reisblog.storage import codec, tolerant
from reisblog.storage.container import (
    CONTACT,
    JOURNEY,
    MIMETYPE,
    Container,
    media_name,
    rendition_name,
)
from reisblog.storage.losses import LossKind, sentences
from reisblog.storage.salvage import salvage
from tests import desks, journeys, pictures


@pytest.fixture
def whole(saved):
    """The bytes of a sound file."""
    return saved.read_bytes()


@pytest.fixture
def left(tmp_path):
    """What is left of these bytes as a file, which stays as it is."""
    opened = []

    def left(content):
        path = tmp_path / "damaged.reisblog"
        path.write_bytes(content)
        opened.append(salvage(path, upright_size))
        assert path.read_bytes() == content
        return opened[-1]

    yield left
    for each in opened:
        each.container.let_go()


def kinds(found):
    return [str(loss.kind) for loss in found.losses]


def where(content, name):
    """Where the content of an entry begins and how many bytes it takes, as its header says."""
    with zipfile.ZipFile(io.BytesIO(content)) as stranger:
        entry = stranger.getinfo(name)
    return entry.header_offset + 30 + len(name), entry.compress_size


def altered(content, at, new):
    return content[:at] + new + content[at + len(new) :]


def without_directory(content):
    return content[: content.index(b"PK\x01\x02")]


def test_of_a_sound_file_all_is_there_and_nothing_is_listed(left, whole, desk):
    found = left(whole)
    assert found.journey == desk.journey
    assert (found.losses, found.is_own) == ((), False)


def test_of_a_file_cut_off_anywhere_every_whole_picture_comes_back_and_the_list_is_exact(
    left, whole, desk
):
    ends = {}
    for photo in desk.journey.photos.values():
        begin, size = where(whole, media_name(photo.media, photo.kind))
        ends[photo.media] = begin + size
    words_begin, words_size = where(whole, JOURNEY)
    for length in range(words_begin + words_size, len(whole), 97):
        found = left(whole[:length])
        assert found.journey == desk.journey
        there = {sha256 for sha256, end in ends.items() if end <= length}
        assert set(found.container.kinds) == there
        for sha256, kind in found.container.kinds.items():
            content = found.container.read(media_name(sha256, kind))
            assert hashlib.sha256(content).hexdigest() == sha256
        lost = [
            loss.name
            for loss in found.losses
            if loss.kind in {LossKind.PICTURE, LossKind.ONLY_SMALL}
        ]
        assert lost == [
            photo.media for photo in desk.journey.photos.values() if photo.media not in there
        ]


def test_words_that_break_off_are_used_as_far_as_they_go(left, whole, desk):
    begin, size = where(whole, JOURNEY)
    counts = []
    for length in range(begin + 60, begin + size, 40):
        try:
            found = left(whole[:length])
        except NothingLeftError:
            counts.append(0)
            continue
        # A cut behind the last record is a cut that loses nothing.
        assert str(LossKind.WORDS_CUT) in kinds(found) or found.journey == desk.journey
        assert str(LossKind.WORDS_ALTERED) not in kinds(found)
        read = [key for name in RECORD_TYPES for key in getattr(found.journey, name)]
        for name in RECORD_TYPES:
            for key, record in getattr(found.journey, name).items():
                meant = getattr(desk.journey, name)[key]
                assert record == meant or (record.stop is None and name in {"photos", "notes"})
        counts.append(len(read))
    assert counts == sorted(counts)
    assert counts[-1] > 10


def test_when_all_words_are_gone_the_photos_wait_in_the_tray(left, whole, desk):
    begin, size = where(whole, JOURNEY)
    found = left(whole[: begin - 42] + whole[begin + size :])
    assert str(LossKind.WORDS_GONE) in kinds(found)
    waiting = in_tray(found.journey)
    assert {photo.media for photo in waiting} == {
        photo.media for photo in desk.journey.photos.values()
    }
    for photo in waiting:
        meant = next(p for p in desk.journey.photos.values() if p.media == photo.media)
        assert (photo.width, photo.height) == (meant.width, meant.height)
        assert photo.kind == meant.kind


def test_a_damaged_picture_keeps_its_place_and_its_small_version(left, whole, desk):
    photo = desk.journey.photos["p3"]
    begin, size = where(whole, media_name(photo.media, photo.kind))
    found = left(altered(whole, begin + size // 2, b"\0\1\2\3"))
    assert found.journey == desk.journey
    [loss] = found.losses
    assert (loss.kind, loss.name, loss.number) == (LossKind.ONLY_SMALL, photo.media, 3)
    assert photo.media not in found.container.kinds
    assert rendition_name(photo.media) in found.container


@pytest.mark.parametrize("part", ["sign", "name", "crc", "size"])
@pytest.mark.parametrize("directory", [True, False])
def test_a_damaged_header_costs_no_more_than_what_it_names(left, whole, desk, part, directory):
    photo = desk.journey.photos["p3"]
    name = media_name(photo.media, photo.kind)
    begin, _size = where(whole, name)
    at = {"sign": 0, "crc": 14, "size": 18, "name": 34}[part] + begin - 30 - len(name)
    damaged = altered(whole, at, bytes([whole[at] ^ 1]))
    found = left(damaged if directory else without_directory(damaged))
    others = {p.media for p in desk.journey.photos.values()} - {photo.media}
    assert others <= set(found.container.kinds)
    assert (photo.media in found.container.kinds) is directory
    assert found.losses or (directory and part in {"crc", "size"})  # said twice, once rightly


def test_bytes_that_came_in_between_cost_the_entry_they_came_in(left, whole, desk):
    photo = desk.journey.photos["p2"]
    begin, _size = where(whole, media_name(photo.media, photo.kind))
    found = left(whole[: begin + 9] + b"these were not there" + whole[begin + 9 :])
    assert set(found.container.kinds) == {
        p.media for p in desk.journey.photos.values() if p is not photo
    }


def test_what_another_program_streamed_is_found_without_the_directory(left, whole, desk):
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.content = b""

        def writable(self):
            return True

        def write(self, content):
            self.content += bytes(content)
            return len(content)

    pipe = Pipe()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as ours,
        zipfile.ZipFile(pipe, "w") as stranger,
    ):
        for entry in ours.infolist()[1:]:
            stranger.writestr(entry.filename, ours.read(entry), entry.compress_type)
    body = without_directory(pipe.content)
    first = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 33, 0x41425344, 28, 28, 8, 0)
    body = first + b"mimetype" + MIMETYPE + body
    for cut in range(17):
        found = left(body[: len(body) - cut])
        assert found.journey == desk.journey
        assert len(found.container.kinds) == 4, cut


@pytest.mark.parametrize(
    ("field", "new", "kind", "name"),
    [
        ('"title": "Mijn', '"title": "Mi\x00jn', LossKind.FIELD, "title"),
        ('"order": [', '"order": <', LossKind.FIELD, "order"),
        ('"caption":"Één', '"caption":Één', LossKind.RECORD, "p1"),
        ('{"id":"n1"', '{"id":n1"', LossKind.RECORD, ""),
        ('"at":[40.0', '"at":[1e999', LossKind.RECORD, "n1"),
        ('"pen":"mine"', '"pen":"mine","pen":"mine"', LossKind.RECORD, "t1"),
        ('"kind":"png"', '"kind":"pdf"', LossKind.RECORD, "p2"),
        ('{"id":"s2"', '{"id":"s1"', LossKind.RECORD, "s1"),
        ('"backpack": [', '"backpacK": [,', None, ""),
    ],
)
@pytest.mark.parametrize("layout", ["ours", "on one line", "spread"])
def test_words_that_are_damaged_cost_what_is_damaged_only(left, layout, field, new, kind, name):
    plain = codec.encode(journeys.full()).decode()
    assert field in plain
    broken = plain.replace(field, new, 1)
    if layout == "on one line":
        broken = broken.replace("\n", "")
    elif layout == "spread":
        broken = broken.replace("\n", "\n\n \t")
    found = left(zipped(broken.encode()))
    meant = journeys.full()
    lost = [loss for loss in found.losses if loss.kind in {LossKind.FIELD, LossKind.RECORD}]
    assert [(loss.kind, loss.name) for loss in lost] == ([] if kind is None else [(kind, name)])
    for table in RECORD_TYPES:
        gone = set(getattr(meant, table)) - set(getattr(found.journey, table))
        assert len(gone) <= (kind is LossKind.RECORD), table
    if kind is not LossKind.FIELD:
        assert found.journey.title == meant.title
    assert codec.decode(codec.encode(found.journey, found.leftovers)).journey == found.journey


def zipped(words, *more):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as stranger:
        stranger.writestr("mimetype", MIMETYPE)
        stranger.writestr(JOURNEY, words, zipfile.ZIP_DEFLATED)
        for name, body in more:
            stranger.writestr(name, body)
    return content.getvalue()


def test_more_than_a_journey_holds_is_left_out_and_counted(left):
    many = [{"id": f"b{number}", "text": "x"} for number in range(3_000)]
    found = left(zipped(json.dumps({"format": 1, "id": "a", "backpack": many}).encode()))
    [loss] = found.losses
    assert len(found.journey.backpack) == 2_500
    assert (loss.kind, loss.number) == (LossKind.TOO_MUCH, 500)
    assert sentences([loss]) == ["500 things too many for a journey were left out."]


def test_too_many_letters_cost_the_last_of_them(left):
    notes = [{"id": f"n{n}", "at": [0, 0], "text": "x" * 50_000} for n in range(12)]
    found = left(zipped(json.dumps({"format": 1, "id": "a", "notes": notes}).encode()))
    assert len(found.journey.notes) == 10
    assert kinds(found) == ["too-much"]


def test_what_does_not_belong_is_left_out_and_named(left):
    picture = desks.picture()
    sha256 = hashlib.sha256(picture).hexdigest()
    with pytest.warns(UserWarning, match="Duplicate"):
        content = zipped(
            codec.encode(journeys.full()),
            ("../evil", b"x"),
            (f"media/{sha256}.jpg", picture),
            (f"media/{sha256}.jpg", picture),
            ("ext/school/marks.bin", b"kept"),
        )
    found = left(content)
    named = {(str(loss.kind), loss.name) for loss in found.losses}
    assert ("strange-entry", "../evil") in named
    assert ("entry-twice", f"media/{sha256}.jpg") in named
    assert [extra.name for extra in found.container.extras()] == ["ext/school/marks.bin"]


def test_an_entry_that_asks_for_too_much_ends_the_search(left):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as stranger:
        stranger.writestr("mimetype", MIMETYPE)
        stranger.writestr(JOURNEY, codec.encode(journeys.full()), zipfile.ZIP_DEFLATED)
        for number in range(4):
            name = f"renditions/{number:064x}.jpg"
            stranger.writestr(name, bytes(40_000_000), zipfile.ZIP_DEFLATED)
    found = left(without_directory(content.getvalue()))
    assert "unsearched" in kinds(found)
    assert found.journey == journeys.full()


@pytest.mark.parametrize("content", [b"", MIMETYPE, b"PK\3\4" + bytes(26) + b"mimetype" + MIMETYPE])
def test_where_nothing_is_left_that_is_said(left, content):
    with pytest.raises(NothingLeftError):
        left(content)


def test_what_never_was_a_journey_is_none(left):
    with pytest.raises(NotAJourneyError):
        left(b"%PDF-1.7" * 99)


def test_a_newer_format_that_is_whole_is_not_taken_apart(left):
    with pytest.raises(NewerFormatError):
        left(zipped(b'{"format": 9, "id": "a", "photos": "elsewhere"}'))


def test_what_is_salvaged_can_be_saved_and_the_damaged_file_stays(left, whole, tmp_path, reopen):
    damaged = tmp_path / "damaged.reisblog"
    damaged.write_bytes(whole[:-1500])
    with desks.salvaged(damaged, tmp_path / "home") as desk:
        assert desk.path is None
        assert not desk.history.is_saved
        [missing] = desk.missing
        assert desk.media.rendition(missing) == b"a small picture"
        desk.save(tmp_path / "new.reisblog")
        assert desk.path == tmp_path / "new.reisblog"
        again = reopen(desk.path)
        assert again.journey == desk.journey
        assert again.media.rendition(missing) == b"a small picture"
        for photo in again.journey.photos.values():
            assert (photo.media == missing) or again.media.read(photo.media)
    assert damaged.read_bytes() == whole[:-1500]


def test_a_damaged_contact_sheet_is_listed_and_made_anew(left, whole, tmp_path, reopen):
    begin, size = where(whole, CONTACT)
    damaged = altered(whole, begin + size // 2, b"xxx")
    found = left(damaged)
    assert kinds(found) == ["sheet"]
    assert [loss.name for loss in found.losses] == [CONTACT]
    desk = reopen(tmp_path / "damaged.reisblog")  # nobody looks before it is shown
    assert desk.media.sheet() is None
    desk.save()
    assert left(desk.path.read_bytes()).losses == ()


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (b'"columns":2', b'"columns":-2'),
        (b'"cells":[', b'"cells":[3,'),
        (b'"side":96', b'"side":{}'),
    ],
)
def test_what_is_said_of_a_contact_sheet_may_be_nonsense(
    whole, left, said, instead, tmp_path, reopen
):
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    assert said in entries[JOURNEY]
    entries[JOURNEY] = entries[JOURNEY].replace(said, instead)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in entries.items():
            file.writestr(name, content)
    assert left(made.getvalue()).losses == ()
    desk = reopen(tmp_path / "damaged.reisblog")
    assert desk.media.sheet() is None
    assert len(desk.journey.photos) == 4


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (pictures.jpeg(600, 400), (600, 400)),
        (pictures.jpeg(600, 400, orientation=6, private=True), (600, 400)),
        (pictures.png(30, 70), (30, 70)),
        (pictures.png(30, 70)[:20], None),
        (b"\xff\xd8\xff" + b"\xff\xd8" * 9_000, None),
        (b"GIF89a" + bytes(40), None),
    ],
)
def test_the_size_of_a_picture_is_told_by_its_first_bytes(content, size):
    assert upright_size(content) == size


def test_photos_with_no_words_but_a_title_are_listed_as_the_person_knows_them(left):
    full = journeys.full()
    only = msgspec.structs.replace(full, photos=full.photos.without("p2", "p3", "p4"))
    [words] = sentences(left(zipped(codec.encode(only))).losses)
    assert words.startswith("Photo 1 (“Één dag")
    assert "Its place and its words are there." in words


def test_a_picture_larger_than_any_photo_is_not_taken_for_one(left):
    frame = b"\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x22\0\x02\x11\1\x03\x11\1\xff\xd9"
    huge = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0" + frame
    found = left(
        zipped(b'{"format":1,"id":"a"', (media_name(hashlib.sha256(huge).hexdigest(), "jpg"), huge))
    )
    assert not found.journey.photos


def test_where_the_disk_does_not_give_the_directory_the_rest_is_read(
    whole, tmp_path, desk, monkeypatch
):
    read_at = Container._read_at
    path = tmp_path / "sector.reisblog"
    path.write_bytes(whole)

    def broken(container, offset, count):
        if offset + count > len(whole) - 200:
            raise OSError(errno.EIO, "a bad sector")
        return read_at(container, offset, count)

    monkeypatch.setattr(Container, "_read_at", broken)
    with pytest.raises(UnreadableDiskError):
        Container(path)
    found = salvage(path, upright_size)
    assert found.journey == desk.journey
    assert set(found.container.kinds) == {photo.media for photo in desk.journey.photos.values()}


def test_where_the_directory_names_a_picture_wrongly_its_own_header_counts(left, whole, desk):
    media = next(iter(desk.journey.photos.values())).media
    at = whole.rindex(f"media/{media}".encode())
    found = left(altered(whole, at + 20, b"\0\0\0"))
    assert set(found.container.kinds) == {photo.media for photo in desk.journey.photos.values()}


def test_of_a_damaged_book_the_plain_one_is_left():
    left = tolerant.read(b'{"format":1,"id":"a","title":"Jaar","book":{"paper":"a1"}}', whole=True)
    assert (left.journey.title, left.journey.book) == ("Jaar", Journey(id="a").book)
    assert [loss.name for loss in left.losses] == ["book"]
    assert "travel book" in "".join(sentences(left.losses))


def test_a_damaged_file_allows_no_name_on_a_class_map():
    said = b'{"format":1,"id":"a","title":"Jaar","traveller":"Noor","named_on_class_map":true'
    assert tolerant.read(said + b"}", whole=True).journey.named_on_class_map
    assert not tolerant.read(said + b"}", whole=False).journey.named_on_class_map
    assert not tolerant.read(said + b',"about":7}', whole=True).journey.named_on_class_map


def test_no_letter_that_is_altered_or_cut_off_opens_what_was_closed():
    """Each letter of the words in turn is another one, or the first that is gone."""
    photo = journeys.photo("p1", caption="Geheim een", audience=Audience.CONVERSATION)
    journey = edits.bring_in(Journey(id="reis"), [photo])
    stop = Stop(id="s1", at=Point(9, 9), text="Geheim twee", audience=Audience.SELF)
    journey = edits.start_stop(journey, stop, ["p1"])
    ali = Companion(id="c1", name="Geheim drie", audience=Audience.SELF)
    journey = edits.entitle(edits.welcome(journey, ali), title="Geheim vier", about="Geheim vijf")
    for part in ("title", "about"):
        journey = edits.show_head_to(journey, part, Audience.SELF)
    raw = codec.encode(journey)
    assert raw.count(b"Geheim") == 5
    for at in range(len(raw)):
        for altered in (raw[:at], raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]):
            left = tolerant.read(altered, whole=False).journey
            assert b"Geheim" not in codec.encode(seen_by(left, Audience.CONVERSATION)), altered
