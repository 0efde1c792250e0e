"""Pictures inside the PDF: JPEG bytes as they are, anything else as plain pixels."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PIL import Image
from reportlab.pdfbase import pdfdoc

from reisblog.errors import ReisblogError, UnreadablePhotoError
from reisblog.model.book import Quality
from reisblog.model.framing import is_whole, seen_size
from reisblog.story.document import ReadyStream

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.geometry import Rect
    from reisblog.model.records import Photo

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_CHANNELS = {"L": 1, "RGB": 3}
_ORIENTATION = 0x0112
_TURNS = {
    2: "-1 0 0 1 1 0 cm",
    3: "-1 0 0 -1 1 1 cm",
    4: "1 0 0 -1 0 1 cm",
    5: "0 -1 -1 0 1 1 cm",
    6: "0 -1 1 0 0 1 cm",
    7: "0 1 1 0 0 0 cm",
    8: "0 1 -1 0 1 0 cm",
}
"""What lays the unit square of a picture as it is stored onto that of the upright one (y up)."""


@dataclass(frozen=True)
class Embedded:
    """A picture in a document.

    Attributes:
        name: of its form.
        turn: the operator that turns it upright within the unit square, or nothing.
    """

    name: str
    turn: str


class Images:
    """The pictures of one document, each in it once.

    Attributes:
        missing: the media of photos whose picture could not be had.
    """

    def __init__(self, document: Any, pictures: Callable[..., bytes], quality: Quality) -> None:
        """Begin without any.

        Args:
            document: reportlab's.
            pictures: gives each photo, see ``pdf.Pictures``.
            quality: how finely they are printed.
        """
        self._document = document
        self._pictures, self._quality = pictures, quality
        self._known: dict[tuple[object, ...], Embedded | None] = {}
        self._profiles: dict[bytes, Any] = {}
        self.missing: set[str] = set()

    def of(self, photo: Photo, rect: Rect, scale: float) -> Embedded | None:
        """The photo's picture, fine enough for this rectangle; nothing where it cannot be had."""
        side = fine_enough(photo, rect, scale, self._quality)
        key = (photo.media, photo.crop, photo.blurs, side)
        if key not in self._known:
            content = self._content(photo, side)
            if content is None:
                self.missing.add(photo.media)
            name = f"photo{len(self._known) + 1}"
            self._known[key] = None if content is None else self._embedded(name, content)
        return self._known[key]

    def _content(self, photo: Photo, side: int, *, again: bool = True) -> bytes | None:
        """Its bytes, or nothing; tried once more where it may go better the next time."""
        try:
            return self._pictures(photo, side=side)
        except UnreadablePhotoError as error:
            return self._content(photo, side, again=False) if again and error.may_pass else None
        except (ReisblogError, OSError):
            return None

    def _embedded(self, name: str, content: bytes) -> Embedded:
        turn = ""
        with Image.open(io.BytesIO(content)) as picture:
            if picture.format == "JPEG" and picture.mode in _SPACES:
                turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 0), "")
                space = self._space(picture.mode, picture.info.get("icc_profile"))
                made = _object(picture, content, space, compressed="DCTDecode")
            else:
                flat = _flattened(picture)
                made = _object(flat, flat.tobytes(), self._space(flat.mode), compressed=None)
        self._document.Reference(made, pdfdoc.xObjectName(name))
        return Embedded(name, turn)

    def _space(self, mode: str, profile: bytes | None = None) -> Any:
        """What the numbers mean as colours (ISO 32000-1, 8.6.5.5); one object for each profile."""
        plain = pdfdoc.PDFName(_SPACES[mode])
        if not profile:
            return plain
        if profile not in self._profiles:
            entries = pdfdoc.PDFDictionary({"N": _CHANNELS[mode], "Alternate": plain})
            stream = pdfdoc.PDFStream(entries, profile, filters=[pdfdoc.PDFZCompress])
            based = [pdfdoc.PDFName("ICCBased"), self._document.Reference(stream)]
            self._profiles[profile] = pdfdoc.PDFArray(based)
        return self._profiles[profile]


def fine_enough(photo: Photo, rect: Rect, scale: float, quality: Quality) -> int:
    """How many pixels long a photo is wanted for a rectangle.

    In steps, so that two prints of almost the same size share one picture; all of them where its
    own bytes do, which no scaling makes better.
    """
    most = max(1, round(max(seen_size(photo))))
    wanted = max(rect.width, rect.height) * scale / 72 * quality.dpi
    if wanted >= most or (quality is not Quality.SCREEN and is_whole(photo)):
        return most
    return min(most, math.ceil(wanted / 64) * 64)


def _flattened(picture: Image.Image) -> Image.Image:
    """Opaque and in RGB; what was transparent becomes paper."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")


def _object(
    picture: Image.Image, content: bytes, space: Any, *, compressed: str | None
) -> pdfdoc.PDFStream:
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": space,
        "BitsPerComponent": 8,
        "Interpolate": "true",
    }
    if compressed:
        entries["Filter"] = pdfdoc.PDFName(compressed)
        return ReadyStream(pdfdoc.PDFDictionary(entries), content)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, filters=[pdfdoc.PDFZCompress])
