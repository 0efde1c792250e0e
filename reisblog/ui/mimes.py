"""The names under which our own things are dragged."""

from __future__ import annotations

COMPASS = "application/x-reisblog-compass"
THING = "application/x-reisblog-thing"
