"""Project files that somebody made to do harm, each by hand: what comes out, is bytes by name."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib

from reisblog.storage import codec
from reisblog.storage.container import JOURNEY, MIMETYPE
from tests import desks, journeys

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_MEGABYTE = 1024 * 1024


def all_files():
    """Every hostile file: pairs of a name and the bytes."""
    yield from small_files()
    yield from _large_archives()
    for name, words in _large_words():
        yield name, _zip((JOURNEY, words))


def small_files():
    """Those that are soon made and soon read."""
    yield from _archives()
    for name, words in _words():
        yield name, _zip((JOURNEY, words))


class _Entry:
    """One entry, of which everything can be made to lie."""

    def __init__(self, name, content=b"", *, deflate=False, **lies):
        self.name = name if isinstance(name, bytes) else name.encode()
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.body = packer.compress(content) + packer.flush() if deflate else content
        self.fields = {
            "flags": 0,
            "method": 8 if deflate else 0,
            "crc": zlib.crc32(content),
            "packed": len(self.body),
            "size": len(content),
            "extra": b"",
            "comment": b"",
            "disk": 0,
            "attributes": 0o100644 << 16,
            "offset": None,
            "again": 1,
            **lies,
        }


def _zip(*entries, end=None, tail=b"", comment=b"", gap=b"", first=True, directory=True):
    """An archive of these, with an end that says what it is told to say."""
    made = [_Entry("mimetype", MIMETYPE)] if first else []
    made += [entry if isinstance(entry, _Entry) else _Entry(*entry) for entry in entries]
    out, headers, count = bytearray(), bytearray(), 0
    for entry in made:
        of = entry.fields
        offset = len(out) if of["offset"] is None else of["offset"]
        sizes = (of["crc"], of["packed"], of["size"])
        out += _LOCAL.pack(
            b"PK\3\4",
            20,
            of["flags"],
            of["method"],
            0,
            33,
            *sizes,
            len(entry.name),
            len(of["extra"]),
        )
        out += entry.name + of["extra"] + entry.body
        header = _CENTRAL.pack(
            b"PK\1\2", 0x0314, 20, of["flags"], of["method"], 0, 33, *sizes, len(entry.name),
            len(of["extra"]), len(of["comment"]), of["disk"], 0, of["attributes"], offset,
        )  # fmt: skip
        headers += (header + entry.name + of["extra"] + of["comment"]) * of["again"]
        count += of["again"]
    out += gap
    said = {"disk": 0, "first": 0, "here": count, "count": count, "size": len(headers)}
    said |= {"offset": len(out), **(end or {})}
    if directory:
        out += headers
        values = (said[key] for key in ("disk", "first", "here", "count", "size", "offset"))
        out += _END.pack(b"PK\5\6", *values, len(comment)) + comment
    return bytes(out) + tail


def _good(**changes):
    return json.dumps({**json.loads(codec.encode(journeys.full())), **changes}).encode()


def _nested_zip():
    """A project file as a picture in a project file."""
    inner = _zip((JOURNEY, _good(title="inner")))
    return _Entry(f"media/{hashlib.sha256(inner).hexdigest()}.png", inner)


def _quine():
    """A deflated entry whose stored blocks hold the archive's own beginning again and again."""
    part = b"PK\3\4" + bytes(26)
    block = b"\x00" + struct.pack("<HH", len(part), len(part) ^ 0xFFFF) + part
    return _zip(
        (JOURNEY, _good()),
        _Entry("ext/r.zip", b"", method=8, packed=len(block) * 900, size=10**9, crc=1),
        gap=block * 900,
    )


def _overlapping():
    """Many names, one and the same bytes: small to send, endless to read (a flat bomb)."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = kernel.compress(bytes(60 * _MEGABYTE)) + kernel.flush()
    entries = [
        _Entry(
            f"media/{number:064x}.jpg",
            b"",
            method=8,
            packed=len(body) + 400_000,
            size=60 * _MEGABYTE,
            crc=7,
        )
        for number in range(2_000)
    ]
    return _zip((JOURNEY, _good()), *entries, gap=body)


def _archives():
    good = _good()
    words = (JOURNEY, good)
    picture = desks.picture(1)
    sha = hashlib.sha256(picture).hexdigest()
    media = f"media/{sha}.jpg"
    yield "quine", _quine()
    yield (
        "all-in-one-place",
        _zip(words, *(_Entry(f"media/{n:064x}.jpg", picture, offset=66) for n in range(99))),
    )
    yield "one-entry-many-times", _zip(words, _Entry(media, picture, again=4_000))
    yield "nested", _zip(words, _nested_zip())
    yield "nested-and-cut", _zip(_nested_zip(), words)[:-400]
    for name, lies in {
        "claims-4-gigabyte": {"size": 0xFFFFFFFE, "packed": 0xFFFFFFFE},
        "claims-more-than-there-is": {"size": len(picture) + 9, "packed": len(picture) + 9},
        "claims-less-than-there-is": {"size": 9, "packed": 9},
        "claims-nothing": {"size": 0, "packed": 0},
        "zip64": {"size": 0xFFFFFFFF, "packed": 0xFFFFFFFF,
                  "extra": struct.pack("<HHQQ", 1, 16, 1 << 60, 1 << 60)},
        "extra-beyond-all": {"extra": b"\xff" * 65_000},
        "encrypted": {"flags": 1},
        "strongly-encrypted": {"flags": 0x41},
        "patched": {"flags": 0x20},
        "sizes-after": {"flags": 8, "size": 0, "packed": 0, "crc": 0},
        "bzip2": {"method": 12},
        "lzma": {"method": 14},
        "wrong-crc": {"crc": 1},
        "link": {"attributes": 0o120777 << 16},
        "folder": {"attributes": 0o040755 << 16},
        "device": {"attributes": 0o060666 << 16},
        "other-disk": {"disk": 3},
        "own-comment": {"comment": b"c" * 65_000},
        "elsewhere": {"offset": 0xFFFFFFFF},
        "itself": {"offset": 0},
    }.items():  # fmt: skip
        yield name, _zip(words, _Entry(media, picture, **lies))
    for name in (
        "../../../etc/passwd", "/etc/passwd", "C:\\evil.exe", "\\\\server\\share\\x", "media/../x",
        "media/" + "a" * 64 + ".jpg/x", "journey.json\0.txt", "a" * 60_000,
        "m\u00e9di\u0430/e\u0301.jpg",
        "CON", "ext/../journey.json", "ext/" + "a/" * 400, " ", "journey.json ", "JOURNEY.JSON",
        b"\xff\xfe\x80", b"",
    ):  # fmt: skip
        yield f"called-{name[:14]!r}", _zip(words, _Entry(name, b"evil"))
    yield "words-twice", _zip(words, (JOURNEY, _good(title="the other")))
    yield "picture-twice", _zip(words, (media, picture), (media, picture))
    yield "kinds-of-one-picture", _zip(words, (media, picture), (media[:-3] + "png", picture))
    yield "wrong-hash", _zip(words, (media, picture + b"x"))
    yield "no-words", _zip((media, picture))
    yield (
        "words-are-stored-sizes-after",
        _zip(_Entry(JOURNEY, good, flags=8, size=0, packed=0, crc=0))[:-60],
    )
    yield "mimetype-not-first", _zip(words, ("mimetype", MIMETYPE), first=False)
    yield (
        "mimetype-with-more",
        _zip(_Entry("mimetype", MIMETYPE, extra=b"\1\0\0\0"), words, first=False),
    )
    yield "too-many", _zip(words, *((f"media/{n:064x}.jpg", b"") for n in range(5_001)))
    yield "comment", _zip(words, (media, picture), comment=b"c" * 65_535)
    yield "end-in-a-comment", _zip(words, comment=_END.pack(b"PK\5\6", 0, 0, 0, 0, 0, 0, 0))
    yield "behind-the-end", _zip(words, tail=b"x" * 9_000)
    yield "before-the-beginning", b"MZ" * 500 + _zip(words)
    yield "several-disks", _zip(words, end={"disk": 1, "first": 1})
    yield "count-lies", _zip(words, end={"count": 65_535, "here": 65_535})
    yield "directory-elsewhere", _zip(words, end={"offset": 3})
    yield "directory-endless", _zip(words, end={"size": 0xFFFFFFFF})
    stranger = io.BytesIO()
    with zipfile.ZipFile(stranger, "w") as other:
        other.writestr("word/document.xml", "<w/>")
    yield "a-document", stranger.getvalue()
    yield "nothing", b""
    yield "zeros", bytes(100_000)


def _large_archives():
    words, picture = (JOURNEY, _good()), desks.picture(1)
    media = f"media/{hashlib.sha256(picture).hexdigest()}.jpg"
    bomb = bytes(63 * _MEGABYTE)
    yield "bomb-in-the-words", _zip(_Entry(JOURNEY, b" " * (40 * _MEGABYTE), deflate=True))
    yield "bomb-in-a-picture", _zip(words, _Entry(media, bomb, deflate=True))
    yield "bomb-that-claims-little", _zip(words, _Entry(media, bomb, deflate=True, size=99))
    yield (
        "bombs-within-the-limits",
        _zip(words, *(_Entry(f"renditions/{n:064x}.jpg", bomb, deflate=True) for n in range(30))),
    )
    yield (
        "bomb-of-the-whole",
        _zip(
            words,
            *(
                _Entry(f"media/{n:064x}.jpg", b"", deflate=True, size=60 * _MEGABYTE)
                for n in range(99)
            ),
        ),
    )
    yield "overlapping", _overlapping()
    yield "nothing-but-marks", _zip(words, gap=b"PK\3\4" * 400_000)
    yield "nothing-but-ends", _zip(words, gap=b"PK\7\x08" * 400_000, directory=False)
    headers = b"".join(
        _LOCAL.pack(b"PK\3\4", 20, 0, 0, 0, 33, 0, 60 * _MEGABYTE, 60 * _MEGABYTE, 75, 0)
        + f"media/{n:064x}.jpg".encode().ljust(75, b"x")
        for n in range(4_000)
    )
    yield "each-claims-the-rest", _zip(words, gap=headers + bytes(60 * _MEGABYTE), directory=False)
    streamed = b"".join(
        _LOCAL.pack(b"PK\3\4", 20, 8, 8, 0, 33, 0, 0, 0, 75, 0)
        + f"media/{n:064x}.jpg".encode().ljust(75, b"x")
        for n in range(4_000)
    )
    yield "each-streams-the-rest", _zip(words, gap=streamed + bytes(9_000), directory=False)
    spots = b"".join(
        _LOCAL.pack(b"PK\3\4", 20, 8, 8, 0, 33, 0, 0, 0, 5, 0) + b"ext/a\xff\xff"
        for _ in range(39_900)
    )
    claims = b"".join(
        _CENTRAL.pack(b"PK\1\2", 0x314, 20, 8, 8, 0, 33, n, 0, 0, 5, 0, 0, 0, 0, 0o100644 << 16, 9)
        + b"ext/a"
        for n in (1, 2)
    )
    nothing = b"\xff" * 1_500_000
    yield "each-streams-nothing", _zip(words, gap=spots + nothing + claims, directory=False)


def _words():
    stop = {"id": "s", "at": [0, 0]}
    yield "deep-and-closed", b'{"format":1,"id":"a","x":' + b"[" * 90_000 + b"]" * 90_000 + b"}"
    yield "deep-objects", b'{"a":' * 150_000
    yield "deep-unknown-fields", _good(x=json.loads("[" * 80 + "]" * 80))
    yield "huge-version", _good(format=10**30)
    yield "version-zero", _good(format=0)
    yield "nan", b'{"format":1,"id":"a","x":NaN,"title":"t"}'
    yield "infinity", b'{"format":1,"id":"a","x":-Infinity,"title":"t"}'
    yield (
        "1e999",
        b'{"format":1,"id":"a","title":"t","notes":[{"id":"n","text":"x","at":[1e999,0]}]}',
    )
    yield "keys-twice", b'{"format":1,"id":"a","id":"b","title":"t","title":"u"}'
    yield "halves-of-letters", b'{"format":1,"id":"a","title":"\\ud83d","x":"\\udfff"}'
    yield "byte-order-mark", b"\xef\xbb\xbf" + _good()
    yield "utf-16", _good().decode().encode("utf-16")
    yield "no-utf-8", _good(title="caf").replace(b"caf", b"caf\xe9\xff")
    yield (
        "cyclic-haltes",
        _good(
            stops=[{**stop, "places": ["s"]}, {**stop, "id": "t", "places": ["u"]}],
            own_places=[{"id": "u", "sign": "tent", "at": [0, 0]}],
            order=["s", "t", "s", "t"] * 9_000,
        ),
    )
    yield "mist-everywhere", _good(mist=[[row, [[0, 9_000]]] for row in range(40_000)])
    yield "mist-upside-down", _good(mist=[[row, [[0, 9]]] for row in range(900, 0, -1)])
    yield (
        "wrong-everywhere",
        json.dumps({name: {"x": name} for name in json.loads(_good())} | {"format": 1}).encode(),
    )
    yield "nothing-at-all", b""
    yield "null", b"null"
    yield "a-list", b"[[[[]]]]"


def _large_words():
    yield "deep", b'{"format":1,"id":"a","x":' + b"[" * 9_000_000
    yield "huge-integer", b'{"format":1,"id":"a","x":' + b"9" * 9_000_000 + b"}"
    yield "nothing-but-quotes", b'{"' * 4_000_000
    yield "one-endless-text", b'{"format":1,"id":"a","title":"' + b"x" * 30_000_000
    yield "one-endless-name", b'{"' + b"a" * 30_000_000
    yield "fields-almost-known", b"{" + b'"nopmaoicsn":[1],' * 299_000
    yield "fields-without-end", b"{" + b'"a":1,' * 4_000_000
    yield "wide-letters", b'{"format":1,"title":"' + "😀".encode() + b"x" * 30_000_000
    yield "texts-of-blanks", _good(title=" " * 5_000_000)
    yield (
        "a-million-records",
        (
            b'{"format":1,"id":"a","backpack":['
            + b",".join(b'{"id":"b%d","text":"x"}' % n for n in range(1_000_000))
            + b"]}"
        ),
    )
    yield (
        "a-million-broken-records",
        (b'{"format":1,"id":"a","backpack":[' + b'{"id":"b","text":x},' * 1_000_000),
    )
    yield "records-within-records", b'{"format":1,"id":"a","notes":[' + b'{"id":"n","x":' * 300_000
    long_list = b"[" + b"1," * 1_400_000 + b"1]"
    yield (
        "long-and-broken",
        (
            b'{"format":1,"id":"a","notes":['
            + b'{"id":"n","x":{"y":{"z":' * 300
            + long_list
            + b"NaN"
        ),
    )
    yield "many-numbers", b'{"format":1,"id":"a","x":[' + b"0.5," * 8_000_000 + b"1]}"
    yield "many-texts", b'{"format":1,"id":"a","x":[' + b'"ab",' * 6_000_000 + b'"c"]}'
    yield "many-lists", b'{"format":1,"id":"a","x":[' + b"[]," * 10_000_000 + b"1]}"
    yield "orders-without-end", _good(order=["s1"] * 1_000_000)
