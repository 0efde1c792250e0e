"""What papers and letters of notes are called, and how a paper is shown in a menu."""

from __future__ import annotations

from reisblog import look
from reisblog.model.records import Letters, SlipTint
from reisblog.texts import _


def tint_names() -> dict[SlipTint, str]:
    """Every paper."""
    return {
        SlipTint.CREAM: _("Cream"),
        SlipTint.SUN: _("Yellow"),
        SlipTint.ROSE: _("Pink"),
        SlipTint.LEAF: _("Green"),
        SlipTint.SKY: _("Blue"),
    }


def letters_names() -> dict[Letters, str]:
    """Every size of letters."""
    return {
        Letters.SMALL: _("Small"),
        Letters.NORMAL: _("Ordinary"),
        Letters.LARGE: _("Large"),
    }


def swatch(tint: SlipTint) -> str:
    """The colour of a paper."""
    return look.SLIPS[tint]
