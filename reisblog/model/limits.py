"""The bounds every journey stays within, wherever it comes from.

At each of them the window, a rendered picture and the book take a minute at most, and 1.5 GB.
"""

from __future__ import annotations

from typing import Final

RECORDS: Final = 2_500
"""Together, with the places and the company of haltes; a panel lists that many in ten seconds."""
LETTERS: Final = 500_000
"""Of all texts together, two hundred pages; in some scripts the book takes 0.1 ms for each."""
TEXT_CHARACTERS: Final = 50_000
"""Of one text: a note, a caption, a halte's story. At 65,536 blanks in a row Qt never ends."""
TITLE_CHARACTERS: Final = 300
"""A line is set whole wherever it stands."""
PIECES: Final = 40_000
"""Of all paths together: ten minutes of scribbling without a pause. Each may become 250 points."""
REACH: Final = 4_000_000.0
"""Of all paths together, in map units: 1,600 times across the map. Painting takes 2 µs for each."""
SHEET_SIDE: Final = 6_000
"""No map is longer or higher, in map units; ours is 2,400."""
OWN_PLACES: Final = 200
"""Their names give way to one another and to those of the map."""
MIST_RUNS: Final = 30_000
"""Of all rows of mist together: every other square of a map of 2400 x 1600."""
HAND_WIDTH: Final = 4.0
"""No path is drawn wider, 1 being the pen's own; a pressing hand makes 1.7."""
LEAST_BREADTH: Final = 0.25
BREADTH: Final = 4.0
"""No path is drawn thinner or broader, 1 being its pen's own."""
BLURS: Final = 100
"""In one photo: more faces than can be told apart in it."""
LEAST_SHARE: Final = 0.02
"""No crop leaves less of a picture's width or height."""
TILT: Final = 45.0
"""To straighten a photo nobody turns it farther, in degrees."""
COORDINATE: Final = 100_000.0
"""No point lies farther from the map's origin than this, in map units."""
SIDE: Final = 1_000.0
"""No photo and no note is wider, in map units; thousands over all the map take a minute a frame."""
PHOTO_PIXELS: Final = 250_000_000
"""Of a JPEG brought in, which decodes straight to a fraction: 200 megapixels of a phone fit."""
WHOLE_PIXELS: Final = 50_000_000
"""Of any other picture, which decodes whole: a phone's HEIC of 48 megapixels takes 0.4 GB."""
KEPT_PIXELS: Final = 16_000_000
"""Pictures above this are reduced once to KEPT_SIDE on the long side."""
KEPT_SIDE: Final = 4_000
FILE_BYTES: Final = 256 * 1024 * 1024
"""Of one picture file brought in; a worker holds it twice."""
