"""How the workshop speaks: short lines on stderr, so that stdout stays free for results."""

from __future__ import annotations

import sys


class Stop(Exception):  # noqa: N818 - it is no fault of the program
    """The work cannot go on; the message tells a person why and what to do."""


def say(sentence: str) -> None:
    """One line on stderr, at once."""
    print(sentence, file=sys.stderr, flush=True)
