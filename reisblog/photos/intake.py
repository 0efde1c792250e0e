"""A picture's file becomes clean bytes in the spool, and a rendition.

Nothing about place, person or device stays. A JPEG keeps its compressed picture byte for byte.
What only some programs can show is decoded and kept as JPEG, or as PNG where that says more:
drawings, screenshots, see-through parts. A picture above `limits.KEPT_PIXELS` is reduced once,
unless the person keeps originals.
"""

from __future__ import annotations

import errno
import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from reisblog.model import limits
from reisblog.model.records import MediaKind
from reisblog.photos import exif, formats, jpeg, renditions
from reisblog.photos.exchange import Refusal, Trouble
from reisblog.photos.formats import Form
from reisblog.photos.opening import opened

_KEPT_QUALITY: Final = 90
_DRAWING_PIXELS: Final = 1_000_000
"""Up to this size a picture that came without loss is kept without loss."""
_MADE_UP: Final = (b"", b"\xa5\x3c\x99" * 100)
_TAIL_BYTES: Final = 1024 * 1024
_LIVE_PHOTO_MARK: Final = b"com.apple.quicktime.content.identifier"
_REFUSED_FORMS: Final = {
    Form.VIDEO: Trouble.VIDEO,
    Form.DOCUMENT: Trouble.DOCUMENT,
    Form.OTHER_PICTURE: Trouble.OTHER_PICTURE,
    Form.UNKNOWN: Trouble.UNKNOWN,
}


@dataclass(frozen=True, kw_only=True)
class Clean:
    """A picture without anything that tells on its maker.

    Attributes:
        content: the file's bytes.
        width: pixels, upright.
        height: pixels, upright.
        taken: ISO 8601 without zone, or nothing.
        rendition: upright, in sRGB, small.
    """

    content: bytes
    kind: MediaKind
    width: int
    height: int
    taken: str
    rendition: Image.Image


def read(path: Path) -> bytes:
    """A file's bytes; what is no picture or too large is turned down before it is read whole.

    Raises:
        Refusal: it cannot be read, or is no picture.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refusal(Trouble.FOLDER)
        if not stat.S_ISREG(found.st_mode):
            raise Refusal(Trouble.UNKNOWN)
        # Unbuffered: one read into bytes of the right length, no copy.
        with path.open("rb", buffering=0) as file:
            head = file.read(formats.HEAD_BYTES)
            if formats.form_of(head) is Form.VIDEO:
                file.seek(max(0, found.st_size - _TAIL_BYTES))
                head += file.read(_TAIL_BYTES)
            picture_form(head)
            if found.st_size > limits.FILE_BYTES:
                raise Refusal(Trouble.TOO_LARGE)
            file.seek(0)
            return file.read()
    except OSError as error:
        raise Refusal(_trouble_of(error)) from error


def picture_form(content: bytes) -> Form:
    """Which picture this is; the beginning is enough.

    Raises:
        Refusal: it is none that comes in.
    """
    if not content:
        raise Refusal(Trouble.EMPTY)
    form = formats.form_of(content[: formats.HEAD_BYTES])
    if form in formats.PICTURES:
        return form
    if form is Form.VIDEO and _LIVE_PHOTO_MARK in content:
        raise Refusal(Trouble.FILM_OF_A_PHOTO)
    raise Refusal(_REFUSED_FORMS[form])


def clean(content: bytes, *, originals: bool = False) -> Clean:
    """What is kept of a picture.

    Args:
        content: its file.
        originals: whether it keeps all its pixels, however many.

    Raises:
        Refusal: it does not come in.
    """
    form = picture_form(content)
    if len(content) > limits.FILE_BYTES:
        raise Refusal(Trouble.TOO_LARGE)
    most = limits.PHOTO_PIXELS if originals else limits.KEPT_PIXELS
    if form is Form.JPEG:
        return _clean_jpeg(content, most)
    return _decoded_anew(content, form, most)


def whole_jpeg(content: bytes) -> jpeg.Stripped:
    """A clean JPEG of which nothing is missing, but for the end mark perhaps.

    Raises:
        Refusal: it is damaged or cut off.
    """
    stripped = jpeg.strip(content)
    if not stripped.is_closed and not _is_whole(stripped.content):
        raise Refusal(Trouble.CUT_OFF)
    return stripped


def _is_whole(content: bytes) -> bool:
    """Decoders fill what is missing from whatever follows; if nothing changes, all is there."""
    pictures = set()
    for following in _MADE_UP:
        with opened(content.removesuffix(jpeg.END) + following + jpeg.END, Form.JPEG) as image:
            side = _kept_side(image.width * image.height, limits.KEPT_PIXELS)
            image.draft("RGB", renditions.fitting(image.size, side))
            pictures.add(hashlib.sha256(image.tobytes()).digest())
    return len(pictures) == 1


def into_spool(picture: Clean, spool: Path, *, part: Path) -> str:
    """Put the clean bytes into the spool, unless they lie there already.

    Args:
        picture: what to keep.
        spool: the folder.
        part: where in that folder the file grows until it is whole.

    Returns:
        Their SHA-256.

    Raises:
        Refusal: there is no room, or the folder cannot be written.
    """
    digest = hashlib.sha256(picture.content).hexdigest()
    target = spool / f"{digest}.{picture.kind}"
    try:
        # A power cut may leave a file of the right size with nothing in it.
        if not (target.is_file() and target.read_bytes() == picture.content):
            part.write_bytes(picture.content)
            part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        no_room = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise Refusal(Trouble.NO_ROOM if no_room else Trouble.NOT_KEPT) from error
    return digest


def _clean_jpeg(content: bytes, most: int) -> Clean:
    stripped = whole_jpeg(content)
    pixels = stripped.width * stripped.height
    if pixels > limits.PHOTO_PIXELS:
        raise Refusal(Trouble.TOO_LARGE)
    if not stripped.is_plain or pixels > most:
        picture = renditions.decoded(stripped.content, Form.JPEG, side=_kept_side(pixels, most))
        return encoded(picture, kind=MediaKind.JPEG, taken=stripped.exif.taken)
    upright = (stripped.width, stripped.height)
    if stripped.exif.orientation in exif.TURNED_SIDEWAYS:
        upright = (stripped.height, stripped.width)
    return Clean(
        content=stripped.content,
        kind=MediaKind.JPEG,
        width=upright[0],
        height=upright[1],
        taken=stripped.exif.taken,
        # Decoded from the clean bytes: so it is known that these can be shown.
        rendition=renditions.decoded(stripped.content, Form.JPEG, side=renditions.RENDITION_SIDE),
    )


def _decoded_anew(content: bytes, form: Form, most: int) -> Clean:
    with opened(content, form) as image:
        pixels = image.width * image.height
        taken = exif.read(image.info.get("exif") or b"").taken
    picture = renditions.decoded(content, form, side=_kept_side(pixels, most))
    as_drawing = form in {Form.PNG, Form.GIF, Form.BMP} and (
        # Above a byte a pixel a PNG holds a photograph, which a JPEG holds in a tenth of that.
        pixels <= _DRAWING_PIXELS or len(content) <= pixels
    )
    lossless = picture.mode == "RGBA" or as_drawing
    return encoded(picture, kind=MediaKind.PNG if lossless else MediaKind.JPEG, taken=taken)


def encoded(picture: Image.Image, *, kind: MediaKind, taken: str = "") -> Clean:
    """What is kept of a picture that was decoded."""
    png = kind is MediaKind.PNG
    return Clean(
        content=renditions.png(picture) if png else renditions.jpeg(picture, quality=_KEPT_QUALITY),
        kind=kind,
        width=picture.width,
        height=picture.height,
        taken=taken,
        rendition=renditions.shrunk(picture, renditions.RENDITION_SIDE),
    )


def _kept_side(pixels: int, most: int) -> int | None:
    return limits.KEPT_SIDE if pixels > most else None


def _trouble_of(error: OSError) -> Trouble:
    if isinstance(error, FileNotFoundError):
        return Trouble.MISSING
    if isinstance(error, PermissionError):
        return Trouble.NOT_ALLOWED
    return Trouble.UNREADABLE
