"""The file itself: what is small is packed, and every reader finds it."""

import io

import pikepdf
import pypdfium2

from reisblog.story.pdf import write_story
from tests.story.conftest import Album


def made(journey, atlas):
    target = io.BytesIO()
    write_story(journey, atlas, Album(), target)
    return target.getvalue()


def test_small_objects_are_packed_and_found(rich, atlas):
    content = made(rich, atlas)
    assert b"/Type /Page" not in content
    assert content.count(b"/Type /ObjStm") >= 2
    with pikepdf.open(io.BytesIO(content)) as document:
        pages = len(document.pages)
        assert document.check_pdf_syntax() == []
        assert document.get_warnings() == []
        plain = io.BytesIO()
        document.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == pages
    assert len(plain.getvalue()) - len(content) > 50_000


def test_what_is_written_is_written_once_and_in_order(rich, atlas):
    class Forward(io.RawIOBase):
        """Takes bytes as they come, and can go back to none."""

        def __init__(self):
            self.parts = []

        def writable(self):
            return True

        def write(self, part):
            self.parts.append(bytes(part))
            return len(part)

    target = Forward()
    write_story(rich, atlas, Album(), target)
    assert b"".join(target.parts) == made(rich, atlas)
