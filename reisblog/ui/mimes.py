"""What is dragged from the backpack, as the platform's drag and drop names it."""

from __future__ import annotations

from typing import Final

COMPASS: Final = "application/x-reisblog-compass"
"""The compass, to be laid on the map; carries nothing else."""
THING: Final = "application/x-reisblog-thing"
"""Something in the backpack; carries its id, in UTF-8."""
