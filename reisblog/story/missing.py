"""What is said of a book or a picture that lacks photos."""

from __future__ import annotations

from reisblog.texts import ngettext


def photos_missing(count: int) -> str:
    """What is said of photos that could not be read while it was made; mostly nothing."""
    if not count:
        return ""
    return ngettext(
        "One photo could not be read and is not in it.",
        "{count} photos could not be read and are not in it.",
        count,
    ).format(count=count)
