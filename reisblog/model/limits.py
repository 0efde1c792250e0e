"""The bounds every journey stays within, wherever it comes from."""

from __future__ import annotations

from typing import Final

RECORDS: Final = 20_000
TEXT_CHARACTERS: Final = 200_000
"""Of one text: a note, a caption, a halte's story."""
TITLE_CHARACTERS: Final = 300
CURVE_SEGMENTS: Final = 20_000
"""Of one path."""
COORDINATE: Final = 100_000.0
"""No point lies farther from the map's origin than this, in map units."""
PHOTO_PIXELS: Final = 250_000_000
"""Of a JPEG brought in, which decodes straight to a fraction: 200 megapixels of a phone fit."""
WHOLE_PIXELS: Final = 50_000_000
"""Of any other picture, which decodes whole: a phone's HEIC of 48 megapixels takes 0.4 GB."""
KEPT_PIXELS: Final = 16_000_000
"""Pictures above this are reduced once to KEPT_SIDE on the long side."""
KEPT_SIDE: Final = 4_000
FILE_BYTES: Final = 256 * 1024 * 1024
"""Of one picture file brought in."""
