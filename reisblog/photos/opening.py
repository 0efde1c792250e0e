"""The one place where Pillow opens bytes from outside: as the format they are, within bounds."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, PngImagePlugin

from reisblog.model import limits
from reisblog.photos import formats
from reisblog.photos.exchange import Refusal, Trouble
from reisblog.photos.formats import Form

# Pillow's own guard, also where it decodes parts, speaks from our bound.
Image.MAX_IMAGE_PIXELS = limits.PHOTO_PIXELS
# Editors put long histories into a PNG's text; they are dropped, but must not keep the picture out.
PngImagePlugin.MAX_TEXT_CHUNK = 16 * 1024 * 1024

_WEBP_PIXELS = limits.WHOLE_PIXELS // 2
"""Its decoder keeps a picture three times over."""
_DECODING_THREADS = 2
"""Of one worker, for the formats whose libraries use threads."""


@contextmanager
def opened(content: bytes, form: Form) -> Iterator[Image.Image]:
    """The first picture of a file, not yet decoded.

    Whatever goes wrong in the block while decoding becomes a Refusal: decoders of a dozen formats
    raise whatever comes to hand.

    Raises:
        Refusal: it is damaged, cut off or too large.
    """
    _make_known(form)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[form.value]) as image:
                _check_size(image, form)
                yield image
    except Refusal:
        raise
    except (
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
        MemoryError,
    ) as error:
        raise Refusal(Trouble.TOO_LARGE) from error
    except Exception as error:
        cut = formats.is_cut_off(content, form) or "truncated" in str(error)
        raise Refusal(Trouble.CUT_OFF if cut else Trouble.DAMAGED) from error


def _check_size(image: Image.Image, form: Form) -> None:
    if image.width * image.height > most_pixels(form):
        raise Refusal(Trouble.TOO_LARGE)


def most_pixels(form: Form) -> int:
    """How large a picture may be: as large as a worker can hold it, decoded."""
    if form is Form.JPEG:
        return limits.PHOTO_PIXELS
    return _WEBP_PIXELS if form is Form.WEBP else limits.WHOLE_PIXELS


def _make_known(form: Form) -> None:
    """Load this format's decoder alone; Pillow, asked for an unknown one, loads all fifty."""
    match form:
        case Form.HEIF:
            import pillow_heif  # noqa: PLC0415 - most pictures need none of these

            pillow_heif.register_heif_opener(
                thumbnails=False,
                depth_images=False,
                aux_images=False,
                decode_threads=_DECODING_THREADS,
            )
        case Form.AVIF:
            from PIL import AvifImagePlugin  # noqa: PLC0415

            AvifImagePlugin.DEFAULT_MAX_THREADS = _DECODING_THREADS
        case Form.WEBP:
            from PIL import WebPImagePlugin  # noqa: F401, PLC0415 - it makes itself known
        case _:
            pass
