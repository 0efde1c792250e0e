"""Everything that a file says, unpacked as far as anybody could: entries, chunks and streams."""

from __future__ import annotations

import base64
import contextlib
import io
import re
import zipfile
import zlib

import msgspec
import pypdfium2

_PNG, _PDF, _LOG_LINE = b"\x89PNG\r\n\x1a\n", b"%PDF-", re.compile(rb"[0-9a-f]{8} \{")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_MARK_BYTES = 9


def told(content, *, but_for_the_path=False):
    """All that these bytes say, again and again until nothing is packed any more.

    Args:
        content: of a file, or of something in it.
        but_for_the_path: leave out the path that a recovery log names its journey's file by.
    """
    if _LOG_LINE.match(content):
        for line in content.splitlines():
            yield from _of_line(line, but_for_the_path=but_for_the_path)
        return
    yield content
    if content.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as whole:
            for entry in whole.infolist():
                yield entry.filename.encode()
                yield from told(whole.read(entry))
    elif content.startswith(_PNG):
        yield from _chunks(content)
    elif content.startswith(_PDF):
        yield from _streams(content)
    elif (inflated := _inflated(content)) is not None:
        yield from told(inflated)


def says(content, word, **how):
    """Whether a word stands in it anywhere, in one byte a letter or in two."""
    spellings = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return any(spelling in said.lower() for said in told(content, **how) for spelling in spellings)


def _of_line(line, *, but_for_the_path):
    fields = msgspec.json.decode(line[_MARK_BYTES:])
    if but_for_the_path:
        fields.get("file", {}).pop("path", None)
    if "words" in fields:
        yield zlib.decompress(base64.b64decode(fields.pop("words")))
    yield msgspec.json.encode(fields)


def _chunks(content):
    """Whatever in the chunks of a PNG can be inflated, from wherever its packed part begins."""
    at = len(_PNG)
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + size]
        if kind != b"IDAT":
            for begin in range(min(len(body), 200)):
                if (inflated := _inflated(body[begin:])) is not None:
                    yield inflated
        at += 12 + size


def _streams(content):
    """What is in the streams of a PDF, and what can be read on its pages."""
    with contextlib.closing(pypdfium2.PdfDocument(content)) as book:
        yield repr(book.get_metadata_dict()).encode()
        for page in book:
            yield page.get_textpage().get_text_range().encode()
    for found in _STREAM.finditer(content):
        if (inflated := _inflated(found[1])) is not None:
            yield inflated
        elif found[1].rstrip().endswith(b"~>"):
            packed = base64.a85decode(found[1].rstrip()[:-2])
            yield from told(packed)


def _inflated(content):
    """What comes out, when it is deflated from the first byte on."""
    if content[:1] != b"\x78":
        return None
    try:
        return zlib.decompressobj().decompress(content)
    except zlib.error:
        return None
