"""The project file: what it holds, in which order, and what is refused."""

import errno
import io
import os
import struct
import threading
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.errors import DamagedJourneyError, NotAJourneyError, ProjectFileError
from reisblog.model.records import MediaKind
from reisblog.storage import container
from reisblog.storage.archive import BLOCK, ArchiveWriter
from reisblog.storage.container import JOURNEY, MIMETYPE, Container, Picture

SHA = "a" * 64
OTHER = "b" * 64
MEDIA = f"media/{SHA}.jpg"


def made(path, entries=((JOURNEY, b"{}"), (MEDIA, b"picture")), *, first=("mimetype", MIMETYPE)):
    """A file with these entries, by our own writer."""
    with path.open("wb") as file:
        writer = ArchiveWriter(file)
        writer.add(first[0], [first[1]])
        for name, content in entries:
            writer.add(name, [content], deflate=name == JOURNEY)
        writer.finish()
    return path


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reis.reisblog"


def test_a_file_holds_words_first_then_small_pictures_then_pictures(path):
    with path.open("wb") as file:
        left_out = container.write(
            file,
            b'{"format": 1}',
            [
                Picture(sha256=OTHER, kind=MediaKind.PNG, content=[b"p", b"ng"], rendition=[b"s"]),
                Picture(sha256=SHA, kind=MediaKind.JPEG, content=[b"jpg"], rendition=None),
            ],
        )
    assert left_out == []
    with zipfile.ZipFile(path) as stranger:
        assert stranger.testzip() is None
        assert stranger.namelist() == [
            "mimetype", "journey.json", f"renditions/{OTHER}.jpg", f"media/{OTHER}.png", MEDIA
        ]  # fmt: skip
        assert {entry.date_time for entry in stranger.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stored = [entry.compress_type == zipfile.ZIP_STORED for entry in stranger.infolist()]
        assert stored == [True, False, True, True, True]
    assert path.read_bytes()[30:66] == b"mimetype" + MIMETYPE


def test_what_was_written_is_read_back(path):
    content = bytes(range(256)) * 5000 + b"end"
    words = b'{"x": "' + b"abc" * 800_000 + b'"}'
    held = Container(made(path, [(JOURNEY, words), (MEDIA, content)]))
    assert held.read(JOURNEY) == words
    assert held.read(MEDIA) == content
    assert held.kinds == {SHA: MediaKind.JPEG}
    assert max(len(block) for block in held.blocks(MEDIA)) == BLOCK
    assert (held.size_of(MEDIA), MEDIA in held, "media" in held) == (len(content), True, False)


@given(content=st.binary(max_size=3000), level=st.sampled_from([0, 1, 9]))
def test_what_another_program_zips_can_be_read(tmp_path_factory, content, level):
    path = tmp_path_factory.getbasetemp() / "zipped.reisblog"
    with zipfile.ZipFile(path, "w") as stranger:
        fill(stranger, content, level)
    held = Container(path)
    assert (held.read(JOURNEY), held.read(MEDIA)) == (content, content)


def test_what_another_program_streams_can_be_read(path):
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.content = b""

        def writable(self):
            return True

        def write(self, content):
            self.content += bytes(content)
            return len(content)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as stranger:
        fill(stranger, b"{}", 9)
    path.write_bytes(pipe.content)
    assert Container(path).read(JOURNEY) == b"{}"


def fill(stranger, content, level):
    stranger.writestr("mimetype", MIMETYPE)
    stranger.writestr(JOURNEY, content, zipfile.ZIP_DEFLATED, level)
    stranger.writestr(MEDIA, content)


def test_the_same_content_gives_the_same_bytes(tmp_path):
    one, other = made(tmp_path / "one"), made(tmp_path / "other")
    assert one.read_bytes() == other.read_bytes()


def test_several_threads_read_at_once(path):
    content = {f"media/{digit * 64}.jpg": digit.encode() * 3 * BLOCK for digit in "0123"}
    held = Container(made(path, [(JOURNEY, b"{}"), *content.items()]))
    found = {}

    def read(name):
        found[name] = held.read(name)

    threads = [threading.Thread(target=read, args=(name,)) for name in content]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == content


def test_the_handle_survives_the_file_being_replaced(path, tmp_path):
    held = Container(made(path))
    made(tmp_path / "new", [(JOURNEY, b"[]")]).replace(path)
    assert held.read(MEDIA) == b"picture"


def test_a_handle_let_go_is_taken_again(path):
    held = Container(made(path))
    held.let_go()
    assert held.read(MEDIA) == b"picture"
    held.let_go()
    path.unlink()
    with pytest.raises(ProjectFileError):
        held.read(MEDIA)


def test_an_unchanged_file_is_known_again_whatever_its_date(path):
    held = Container(made(path))
    os.utime(path, ns=(1, 1))
    assert container.is_unchanged(path, held.fingerprint)
    made(path, [(JOURNEY, b"{}"), (MEDIA, b"Picture")])
    assert not container.is_unchanged(path, held.fingerprint)
    path.write_bytes(b"something else")
    assert not container.is_unchanged(path, held.fingerprint)
    path.unlink()
    assert container.is_unchanged(path, held.fingerprint)


def refused(path, kind=DamagedJourneyError):
    before = path.read_bytes()
    with pytest.raises(kind) as refusal:
        Container(path).check()
    assert path.read_bytes() == before
    assert path.name in str(refusal.value)
    return str(refusal.value)


@pytest.mark.parametrize("content", [b"hello", b"\x00" * 500, b"%PDF-1.7", b"\xff\xd8\xff\xe0" * 9])
def test_something_else_is_no_journey(path, content):
    path.write_bytes(content)
    refused(path, NotAJourneyError)


def test_another_zip_is_no_journey(path):
    with zipfile.ZipFile(path, "w") as stranger:
        stranger.writestr("word/document.xml", "<x/>")
    refused(path, NotAJourneyError)


def test_an_empty_file_is_told_apart(path):
    path.touch()
    assert "empty" in refused(path)


def test_a_file_cut_off_anywhere_is_damaged(path):
    whole = made(path).read_bytes()
    for length in range(1, len(whole)):
        path.write_bytes(whole[:length])
        # Before the whole mimetype nobody can tell what it was going to be.
        refused(path, DamagedJourneyError if length >= 66 else ProjectFileError)


def test_every_flipped_byte_is_noticed_or_harmless(path):
    whole = made(path, [(JOURNEY, b'{"format": 1}' * 9), (MEDIA, b"picture")]).read_bytes()
    for index in range(len(whole)):
        path.write_bytes(whole[:index] + bytes([whole[index] ^ 0x41]) + whole[index + 1 :])
        try:
            held = Container(path)
            assert held.read(JOURNEY) == b'{"format": 1}' * 9
            assert MEDIA not in held or held.read(MEDIA) == b"picture"
        except (DamagedJourneyError, NotAJourneyError):
            continue


@pytest.mark.parametrize(
    "names",
    [
        ["../journey.json"],
        [JOURNEY, "../../evil"],
        [JOURNEY, "/etc/passwd"],
        [JOURNEY, "C:\\evil"],
        [JOURNEY, "media/../../evil.jpg"],
        [JOURNEY, f"media/{SHA}.exe"],
        [JOURNEY, f"media/{'A' * 64}.jpg"],
        [JOURNEY, f"MEDIA/{SHA}.jpg"],
        [JOURNEY, f"renditions/{SHA}.png"],
        [JOURNEY, "journey.json\0.txt"],
        [JOURNEY, ""],
        [JOURNEY, JOURNEY],
        [JOURNEY, MEDIA, MEDIA],
        [MEDIA],
        [],
    ],
    ids=str,
)
def test_names_that_are_not_ours_are_refused(path, names):
    refused(made(path, [(name, b"{}") for name in names]))


def test_pictures_for_a_file_manager_are_tolerated(path):
    held = Container(made(path, [(JOURNEY, b"{}"), ("preview.png", b"p"), ("contact.jpg", b"c")]))
    assert held.read("preview.png") == b"p"


def test_too_many_entries_are_refused(path):
    names = [f"media/{number:064x}.jpg" for number in range(container.MOST_ENTRIES - 1)]
    refused(made(path, [(JOURNEY, b"{}"), *((name, b"") for name in names)]))


def central(whole, name):
    """Where an entry's header in the directory begins."""
    at = whole.rindex(name.encode()) - 46
    assert whole[at : at + 4] == b"PK\x01\x02"
    return at


@pytest.mark.parametrize(
    ("field", "form", "value"),
    [
        (8, "<H", 0x0001),  # encrypted
        (8, "<H", 0x0040),  # strongly encrypted
        (10, "<H", 12),  # bzip2
        (10, "<H", 8),  # deflated, which it is not
        (16, "<L", 7),  # another CRC
        (20, "<L", 6),  # packed smaller
        (24, "<L", 8),  # larger than it is
        (24, "<L", 0xFFFFFFFF),  # sizes elsewhere
        (28, "<H", 9),  # a longer name
        (34, "<H", 1),  # on another disk
        (38, "<L", 0o120777 << 16),  # a symbolic link
        (38, "<L", 0o040755 << 16),  # a folder
        (42, "<L", 0),  # where the first entry lies
        (42, "<L", 10**9),  # beyond the end
    ],
)
def test_a_directory_that_lies_is_refused(path, field, form, value):
    whole = bytearray(made(path).read_bytes())
    struct.pack_into(form, whole, central(whole, MEDIA) + field, value)
    path.write_bytes(whole)
    refused(path)


@pytest.mark.parametrize(
    ("field", "form", "value"),
    [(4, "<H", 1), (8, "<H", 1), (10, "<H", 2), (10, "<H", 65535), (12, "<L", 1), (16, "<L", 0),
     (20, "<H", 3)],
)  # fmt: skip
def test_an_end_that_lies_is_refused(path, field, form, value):
    whole = bytearray(made(path).read_bytes())
    struct.pack_into(form, whole, len(whole) - 22 + field, value)
    path.write_bytes(whole)
    refused(path)


def test_a_bomb_stops_where_its_claim_ends(path):
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(bomb.compress(bytes(BLOCK)) for _ in range(200)) + bomb.flush()
    whole = bytearray(made(path, [(JOURNEY, b"x" * 300_000), (MEDIA, packed)]).read_bytes())
    # The picture's bytes, said to be deflated words of a modest size.
    local = whole.index(MEDIA.encode()) - 30
    struct.pack_into("<H", whole, local + 8, 8)
    at = central(whole, MEDIA)
    struct.pack_into("<H", whole, at + 10, 8)
    struct.pack_into("<L", whole, at + 24, 5000)
    path.write_bytes(whole)
    held = Container(path)
    given_out = []
    with pytest.raises(DamagedJourneyError):
        given_out.extend(held.blocks(MEDIA))
    assert sum(map(len, given_out)) <= 5001


def test_claims_beyond_the_limits_are_refused_unread(path):
    for size in (container.MOST_BYTES_EACH + 1, 0xFFFFFFFE):
        whole = bytearray(made(path).read_bytes())
        at = central(whole, JOURNEY)
        struct.pack_into("<L", whole, at + 24, size)
        path.write_bytes(whole)
        refused(path)


def test_a_folder_a_missing_file_and_a_closed_one_each_have_their_sentence(path, tmp_path):
    with pytest.raises(ProjectFileError, match="is not there"):
        Container(path)
    with pytest.raises(ProjectFileError, match="is a folder"):
        Container(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_does_not_keep_anybody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAJourneyError):
        Container(tmp_path / "pipe")


@given(content=st.binary(max_size=400))
def test_any_bytes_are_refused_kindly(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "anything.reisblog"
    path.write_bytes(content)
    with pytest.raises(ProjectFileError):
        Container(path)


def test_a_disk_that_does_not_give_a_file_is_not_called_a_damaged_file(path, monkeypatch):
    def does_not(*_arguments, **_keywords):
        raise OSError(errno.EIO, "no")

    made(path)
    monkeypatch.setattr(container.archive, "read_directory", does_not)
    with pytest.raises(ProjectFileError, match="The disk does not give") as failure:
        Container(path)
    assert not isinstance(failure.value, DamagedJourneyError)
