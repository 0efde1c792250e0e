"""Pictures for tests and benchmarks, made with Pillow: every format, turned every way.

All show the same four coloured quarters, so that `corners` tells whether a picture stands upright.
"""

from __future__ import annotations

import io
import os
import random
import struct
from pathlib import Path

from PIL import Image, ImageChops, ImageCms

UPRIGHT = ("red", "green", "blue", "yellow")
"""The corners of an upright picture: top left, top right, bottom left, bottom right."""

DEVICE = b"Fairphone 5"
"""Stands in the metadata of every picture made with `private`."""
SECRETS = (DEVICE, b"Fairphone", b"GPS-7f3a", b"secret remark", b"ns.adobe.com")
"""Bytes of which none may be left in a clean picture."""

_COLOURS = {"red": (220, 30, 30), "green": (30, 170, 40), "blue": (30, 60, 200)}
_COLOURS |= {"yellow": (240, 220, 40)}
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
_PHONE = (4032, 3024)
_MADE = "1"
"""Part of the folder's name; raise it when `phone_photo` changes."""


def quarters(width=600, height=400, *, mode="RGB"):
    """The upright picture itself."""
    image = Image.new("RGB", (width, height), _COLOURS["red"])
    left, top = width // 2, height // 2
    image.paste(_COLOURS["green"], (left, 0, width, top))
    image.paste(_COLOURS["blue"], (0, top, left, height))
    image.paste(_COLOURS["yellow"], (left, top, width, height))
    return image.convert(mode)


def corners(picture):
    """Which colours lie in the corners of an image, of a file's bytes, or of decoded pixels."""
    if isinstance(picture, bytes):
        picture = Image.open(io.BytesIO(picture))
    elif not isinstance(picture, Image.Image):
        size = (picture.width, picture.height)
        picture = Image.frombytes("RGB", size, picture.bgrx, "raw", "BGRX")
    shown = picture.convert("RGB")
    right, bottom = shown.width * 7 // 8, shown.height * 7 // 8
    left, top = shown.width // 8, shown.height // 8
    spots = ((left, top), (right, top), (left, bottom), (right, bottom))
    return tuple(_nearest(shown.getpixel(spot)) for spot in spots)


def jpeg(
    width=600,
    height=400,
    *,
    image=None,
    orientation=1,
    taken="",
    private=False,
    profile=b"",
    **save,
):
    """A JPEG file that shows `width` x `height` once it is turned by its orientation.

    Args:
        width: upright, in pixels.
        height: upright, in pixels.
        image: upright, instead of the quarters.
        orientation: as EXIF counts; the stored picture is turned the other way.
        taken: as EXIF writes it, "2026:03:14 10:12:00".
        private: adds a place, a device, a thumbnail, XMP and a comment.
        profile: an ICC profile.
        save: what Pillow's JPEG writer knows: quality, progressive, restart_marker_rows...
    """
    return _saved(
        _turned_away(image or quarters(width, height), orientation),
        "JPEG",
        exif=exif(orientation=orientation, taken=taken, private=private),
        xmp=b"<x:xmpmeta>ns.adobe.com</x:xmpmeta>" if private else b"",
        comment=b"secret remark" if private else b"",
        icc_profile=profile,
        **{"quality": 90} | save,
    )


def png(width=600, height=400, *, image=None, private=False, **save):
    """A PNG file, of the quarters or of another image."""
    from PIL import PngImagePlugin  # noqa: PLC0415 - only here

    texts = PngImagePlugin.PngInfo()
    if private:
        texts.add_text("Comment", "secret remark")
        texts.add_itxt("XML:com.adobe.xmp", "ns.adobe.com", zip=True)
    block = exif(private=private)
    return _saved(image or quarters(width, height), "PNG", pnginfo=texts, exif=block, **save)


def webp(width=600, height=400, *, image=None, orientation=1, private=False, **save):
    """A WebP file, of the quarters or of another image."""
    image = image or _turned_away(quarters(width, height), orientation)
    return _saved(image, "WEBP", exif=exif(orientation=orientation, private=private), **save)


def avif(width=600, height=400, *, orientation=1, private=False, **save):
    """An AVIF file; its container carries the turn."""
    image = _turned_away(quarters(width, height), orientation)
    block = exif(orientation=orientation, private=private)
    return _saved(image, "AVIF", exif=block, speed=10, **save)


def heic(width=600, height=400, *, orientation=1, private=False, taken=""):
    """A HEIC file; its container carries the turn."""
    import pillow_heif  # noqa: PLC0415 - most tests need none

    pillow_heif.register_heif_opener()
    image = _turned_away(quarters(width, height), orientation)
    block = exif(orientation=orientation, private=private, taken=taken)
    return _saved(image, "HEIF", exif=block, quality=80)


def gif(width=600, height=400, *, private=False):
    """A GIF that moves: the quarters first, black after."""
    moving = {"save_all": True, "append_images": [Image.new("RGB", (width, height))]}
    remark = DEVICE + b", secret remark" if private else b""
    return _saved(quarters(width, height), "GIF", duration=99, comment=remark, **moving)


def bmp(width=600, height=400):
    """A BMP file."""
    return _saved(quarters(width, height), "BMP")


def see_through(width=600, height=400):
    """The quarters as RGBA, with a round hole of nothing in the middle."""
    image = quarters(width, height, mode="RGBA")
    hole = Image.radial_gradient("L").point(lambda level: 255 if level > 90 else 0)
    image.putalpha(hole.resize((width, height)))
    return image


def swapped_profile(size=0):
    """An ICC profile in which red and blue have changed places, so that using it can be seen.

    It names a device; `size` makes it that many bytes long.
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    table = {}
    for index in range(int.from_bytes(profile[128:132])):
        at = 132 + 12 * index
        table[bytes(profile[at : at + 4])] = at
    red, blue = table[b"rXYZ"] + 4, table[b"bXYZ"] + 4
    profile[red : red + 8], profile[blue : blue + 8] = (
        profile[blue : blue + 8],
        profile[red : red + 8],
    )
    rights = int.from_bytes(profile[table[b"cprt"] + 4 :][:4])
    profile[rights : rights + 8] = b"text\0\0\0\0"
    profile[rights + 8 : rights + 8 + len(DEVICE)] = DEVICE
    profile[48:52] = b"Fair"
    profile += bytes(max(0, size - len(profile)))
    profile[:4] = len(profile).to_bytes(4)
    return bytes(profile)


def exif(*, orientation=1, taken="", private=False, thumbnail=b""):
    """An EXIF block with its mark; nothing when there is nothing to say."""
    first = [(0x0112, 3, struct.pack(">HH", orientation, 0))] if orientation != 1 else []
    if private:
        first.append((0x010F, 2, b"Fairphone\0"))
        first.append((0x0110, 2, DEVICE + b"\0"))
        thumbnail = thumbnail or _saved(quarters(160, 120), "JPEG")
    camera = [(0x9003, 2, taken.encode() + b"\0")] if taken else []
    place = [(0x001D, 2, b"2026:03:14\0"), (0x001B, 7, b"GPS-7f3a")] if private else []
    if not first and not camera:
        return b""
    return b"Exif\0\0" + _tiff(first, camera, place, thumbnail)


def phone_photo(number=0):
    """A 12-megapixel photo as a phone makes it: nearly 4 MB, turned, with place and thumbnail.

    Each number gives another picture. Takes some tenths of a second; `phone_photos` keeps them.
    """
    chance = random.Random(number)  # noqa: S311 - no secret
    soft = [_noise(chance, (12, 9)).resize(_PHONE, Image.Resampling.BICUBIC) for _ in "rgb"]
    # A sensor's grain; with this much of it a photo decodes as slowly as those of real phones.
    grain = _noise(chance, _PHONE).point(lambda level: 128 + (level - 128) * 15 // 100)
    channels = [
        ImageChops.overlay(one, ImageChops.offset(grain, 9 * at)) for at, one in enumerate(soft)
    ]
    block = exif(
        orientation=6 if number % 3 == 0 else 1,
        taken=f"2026:03:{number % 28 + 1:02}:10:12:00".replace(":10:", " 10:", 1),
        private=True,
        thumbnail=_saved(quarters(160, 120), "JPEG"),
    )
    return _saved(Image.merge("RGB", channels), "JPEG", quality=93, exif=block)


def phone_photos(count):
    """Files of that many different phone photos, made once and kept for the next time."""
    folder = Path(__file__).parent / "benchmarks" / ".cache" / f"phone-photos-{_MADE}"
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"phone-{number:03}.jpg" for number in range(count)]
    for number, file in enumerate(files):
        if not file.exists():
            part = file.with_suffix(f".{os.getpid()}")
            part.write_bytes(phone_photo(number))
            part.replace(file)
    return files


def _noise(chance, size):
    return Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))


def _turned_away(image, orientation):
    turn = _STORED[orientation]
    return image if turn is None else image.transpose(turn)


def _nearest(pixel):
    def distance(name):
        return sum((one - other) ** 2 for one, other in zip(pixel, _COLOURS[name], strict=True))

    return min(_COLOURS, key=distance)


def _saved(image, form, **options):
    target = io.BytesIO()
    image.save(target, form, **{key: value for key, value in options.items() if value != b""})
    return target.getvalue()


def _tiff(first, camera, place, thumbnail):
    """Four directories, one after the other, in a big-endian TIFF."""
    start = 8
    pointers = [(0x8769, camera), (0x8825, place)]
    first = first + [(tag, 4, bytes(4)) for tag, entries in pointers if entries]
    at = start + len(_directory(first, 0, 0))
    filled = []
    for tag, entries in pointers:
        if entries:
            filled.append((tag, at, _directory(entries, at, 0)))
            at += len(filled[-1][2])
    where = {tag: struct.pack(">I", offset) for tag, offset, _ in filled}
    first = sorted((tag, kind, where.get(tag, value)) for tag, kind, value in first)
    last = b""
    if thumbnail:
        entries = [(0x0201, 4, bytes(4)), (0x0202, 4, struct.pack(">I", len(thumbnail)))]
        behind = at + len(_directory(entries, at, 0))
        entries[0] = (0x0201, 4, struct.pack(">I", behind))
        last = _directory(entries, at, 0) + thumbnail
    head = b"MM\0*" + struct.pack(">I", start) + _directory(first, start, at if thumbnail else 0)
    return head + b"".join(directory for _, _, directory in filled) + last


def _directory(entries, at, following):
    """A directory of (tag, type, value) and the values too long to stand in it."""
    widths = {2: 1, 3: 2, 4: 4, 7: 1}
    behind = at + 2 + 12 * len(entries) + 4
    table, values = struct.pack(">H", len(entries)), b""
    for tag, kind, value in entries:
        count = 1 if kind in {3, 4} else len(value) // widths[kind]
        table += struct.pack(">HHI", tag, kind, count)
        if len(value) <= 4:
            table += value.ljust(4, b"\0")
        else:
            table += struct.pack(">I", behind + len(values))
            values += value + bytes(len(value) % 2)
    return table + struct.pack(">I", following) + values
