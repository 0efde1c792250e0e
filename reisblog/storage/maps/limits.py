"""The bounds of a map's file: within them it is read in two seconds, whoever made it."""

from __future__ import annotations

from typing import Final

from reisblog.model.limits import SHEET_SIDE

FILE_MEGABYTES: Final = 8
"""Five times the map that comes with the program."""
ELEMENTS: Final = 12_000
"""Each clone counts as all that it shows; ours has 3,300."""
ATTRIBUTES: Final = 200_000
"""Ten for each element; they are counted by their signs of equality."""
DEPTH: Final = 64
"""Groups within groups."""
NUMBERS: Final = 500_000
"""And letters, in all path data together, clones counted each time; ours has 260,000."""
SHORTEST_SIDE: Final = 600
LONGEST_SIDE: Final = SHEET_SIDE
"""Of the sheet, in map units."""
WIDEST: Final = 2.0
"""The sheet's width by its height; it is never higher than wide."""
FARTHEST: Final = 100_000.0
"""No point of the art lies farther from the sheet's origin, in map units."""
CORNERS: Final = 1_000
"""Of the area of one place."""
DASHES: Final = 200_000
"""In all dashed lines together; each becomes an outline of its own."""
FAULTS: Final = 200
"""So many are told; more help nobody."""
