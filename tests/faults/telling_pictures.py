"""Pictures that tell on whoever made them, in every corner where a picture can hold words."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, PngImagePlugin

from tests import pictures

CANARY = "kanarie7f3a"
"""Stands wherever nothing of it may come out."""
_BUILT_IN = "sRGB built-in"
_DESCRIPTION, _ARTIST, _XP_COMMENT = 0x10E, 0x13B, 0x9C9C
_MAKER_NOTE, _USER_COMMENT = 0x927C, 0x9286
_EXIF, _GPS = 0x8769, 0x8825
_GPS_AREA = 0x1C


def telling_pictures(width=480):
    """Each by the ending of its file's name; each width gives others."""
    image = pictures.quarters(width, 320)
    exif, xmp, profile = _exif(), _xmp(), _profile()
    return {
        "jpg": _jpeg(image, exif, xmp, profile),
        "png": _png(image, exif, profile),
        "webp": _saved(image, "WEBP", exif=exif, xmp=xmp, icc_profile=profile),
        "gif": _saved(image.convert("P"), "GIF", comment=f"{CANARY} remark".encode()),
        "heic": _heic(image, exif, xmp),
    }


def _exif():
    exif = Image.Exif()
    exif[_DESCRIPTION] = f"{CANARY} description"
    exif[_ARTIST] = f"{CANARY} artist"
    exif[_XP_COMMENT] = f"{CANARY} comment".encode("utf-16-le")
    exif.get_ifd(_EXIF)[_MAKER_NOTE] = f"{CANARY} maker".encode()
    exif.get_ifd(_EXIF)[_USER_COMMENT] = b"UNICODE\0" + f"{CANARY} user".encode("utf-16-be")
    exif.get_ifd(_GPS)[_GPS_AREA] = f"{CANARY} area".encode()
    return exif.tobytes()


def _xmp():
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{CANARY}</a></x:xmpmeta>'.encode()


def _profile():
    """One whose description, in two bytes a letter, and rights name somebody."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    name = CANARY.ljust(len(_BUILT_IN), "!")
    return profile.replace(_BUILT_IN.encode("utf-16-be"), name.encode("utf-16-be"))


def _jpeg(image, exif, xmp, profile):
    caption = f"{CANARY} caption".encode()
    iptc = b"\x1c\x02\x78" + len(caption).to_bytes(2) + caption
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(iptc).to_bytes(4) + iptc
    block += bytes(len(block) % 2)
    comment = f"{CANARY} remark".encode()
    whole = _saved(image, "JPEG", exif=exif, xmp=xmp, comment=comment, icc_profile=profile)
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2) + block
    return whole[:2] + segment + whole[2:] + f"{CANARY} tail".encode()


def _png(image, exif, profile):
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", f"{CANARY} plain")
    texts.add_text("Comment", f"{CANARY} packed", zip=True)
    texts.add_itxt("Title", f"{CANARY} international", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", _xmp().decode())
    whole = _saved(image, "PNG", exif=exif, pnginfo=texts, icc_profile=profile)
    return whole + f"{CANARY} tail".encode()


def _heic(image, exif, xmp):
    import pillow_heif  # noqa: PLC0415 - most tests need none

    pillow_heif.register_heif_opener()
    return _saved(image, "HEIF", exif=exif, xmp=xmp, quality=80)


def _saved(image, form, **options):
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()
