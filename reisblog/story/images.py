"""Pictures inside the PDF: JPEG bytes as they are, anything else as plain pixels."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
from PIL import Image
from reportlab.pdfbase import pdfdoc

from reisblog.errors import ReisblogError, UnreadablePhotoError
from reisblog.model.book import Quality
from reisblog.model.framing import is_whole, seen_size
from reisblog.story.document import ReadyStream

if TYPE_CHECKING:
    from reisblog.model.geometry import Rect
    from reisblog.model.records import Photo
    from reisblog.story.document import Writing

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_CHANNELS = {"DeviceGray": 1, "DeviceRGB": 3}
_PROFILE_FOR = {b"GRAY": "DeviceGray", b"RGB ": "DeviceRGB"}
"""By what a profile says of itself, ICC.1:2010, 7.2.6."""
_UPRIGHT = 1
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


class AsItIs(msgspec.Struct, frozen=True, kw_only=True):
    """A JPEG that goes in byte for byte; the page turns it.

    Attributes:
        content: the file; nothing of it is looked at here.
        width: in pixels, as they are stored.
        height: in pixels, as they are stored.
        grey: whether it has one channel, and not three.
        orientation: 1 to 8, as EXIF counts.
        profile: the ICC profile of its colours; nothing where they are sRGB's.
    """

    content: bytes
    width: int
    height: int
    grey: bool = False
    orientation: int = _UPRIGHT
    profile: bytes = b""


class Pictures(Protocol):
    """Where the book gets its photos from."""

    def __call__(self, photo: Photo, *, side: int) -> bytes | AsItIs:
        """What is seen of the photo, at most so many pixels long.

        Returns:
            An upright JPEG or PNG, or a JPEG that the page is to turn.

        Raises:
            ReisblogError: it cannot be had.
        """
        ...


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

    def __init__(
        self, document: Any, writing: Writing, pictures: Pictures, quality: Quality
    ) -> None:
        """Begin without any.

        Args:
            document: reportlab's.
            writing: takes each as soon as it is there.
            pictures: gives each photo.
            quality: how finely they are printed.
        """
        self._document, self._writing = document, writing
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
            name = f"photo{len(self._known) + 1}"
            self._known[key] = None if content is None else self._embedded(name, content)
            if self._known[key] is None:
                self.missing.add(photo.media)
        return self._known[key]

    def _content(self, photo: Photo, side: int, *, again: bool = True) -> bytes | AsItIs | None:
        """Its bytes, or nothing; tried once more where it may go better the next time."""
        try:
            return self._pictures(photo, side=side)
        except UnreadablePhotoError as error:
            return self._content(photo, side, again=False) if again and error.may_pass else None
        except (ReisblogError, OSError):
            return None

    def _embedded(self, name: str, content: bytes | AsItIs) -> Embedded | None:
        turn = ""
        if isinstance(content, AsItIs):
            turn = _TURNS.get(content.orientation, "")
            space = self._space("DeviceGray" if content.grey else "DeviceRGB", content.profile)
            made = _object((content.width, content.height), content.content, space, encoded=True)
        else:
            try:
                made = self._made(content)
            except (OSError, Image.DecompressionBombError):
                return None  # Pillow cannot read it
        self._writing.now(made, pdfdoc.xObjectName(name))
        return Embedded(name, turn)

    def _made(self, content: bytes) -> pdfdoc.PDFStream:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.format == "JPEG" and picture.mode in _SPACES:
                return _object(
                    picture.size, content, self._space(_SPACES[picture.mode]), encoded=True
                )
            flat = _flattened(picture)
        return _object(flat.size, flat.tobytes(), self._space(_SPACES[flat.mode]), encoded=False)

    def _space(self, device: str, profile: bytes = b"") -> Any:
        """What the numbers mean as colours (ISO 32000-1, 8.6.5.5); one object for each profile."""
        plain = pdfdoc.PDFName(device)
        # A profile for other channels than the picture has would only lead readers astray.
        if _PROFILE_FOR.get(profile[16:20]) != device:
            return plain
        if profile not in self._profiles:
            entries = pdfdoc.PDFDictionary({"N": _CHANNELS[device], "Alternate": plain})
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
    size: tuple[int, int], content: bytes, space: Any, *, encoded: bool
) -> pdfdoc.PDFStream:
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": space,
        "BitsPerComponent": 8,
        "Interpolate": "true",
    }
    if encoded:
        entries["Filter"] = pdfdoc.PDFName("DCTDecode")
        return ReadyStream(pdfdoc.PDFDictionary(entries), content)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, filters=[pdfdoc.PDFZCompress])
