"""What the choices about a book are called."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from reisblog import texts
from reisblog.model.book import Form, Paper, Part, Quality
from reisblog.model.records import Audience
from reisblog.texts import _


def paper_names() -> dict[Paper, str]:
    """Every paper."""
    return {
        Paper.A4: "A4",
        Paper.A4_LANDSCAPE: _("A4 landscape"),
        Paper.A5: "A5",
        Paper.A3: "A3",
        Paper.A2: "A2",
        Paper.SCREEN: _("Display (16:9)"),
    }


def for_whom(viewer: Audience) -> str:
    """For whom a book is, within a sentence."""
    return {
        Audience.CLASS: _("for the class"),
        Audience.CONVERSATION: _("for the conversation"),
        Audience.SELF: _("for yourself"),
    }[viewer]


def form_names() -> dict[Form, str]:
    """Every form."""
    return {Form.STORY: _("Story"), Form.ATLAS: _("Atlas"), Form.MAP: _("Map")}


def form_sentence(form: Form) -> str:
    """How such a book goes."""
    return {
        Form.STORY: _("In your own order."),
        Form.ATLAS: _("Place by place, as the map has them."),
        Form.MAP: _("One sheet with the map and all that lies on it."),
    }[form]


def part_names() -> dict[Part, str]:
    """Every part that can be left out."""
    return {
        Part.COVER: _("Cover"),
        Part.MAP: _("Map"),
        Part.LOOSE: _("Loose things"),
        Part.BACKPACK: _("Backpack"),
        Part.COMPANY: _("Travel company"),
        Part.TALK: _("For the conversation"),
    }


def quality_names() -> dict[Quality, str]:
    """Every fineness of photos."""
    return {
        Quality.SCREEN: _("Small"),
        Quality.PRINT: _("Fine"),
        Quality.ORIGINAL: _("As they are"),
    }


def quality_sentence(quality: Quality) -> str:
    """What comes of it."""
    return {
        Quality.SCREEN: _("Sharp on a screen, and small enough to send."),
        Quality.PRINT: _("Sharp on paper, too; the file is larger."),
        Quality.ORIGINAL: _("Each photo as fine as you have it; the file is large."),
    }[quality]


def of_size(size: int) -> str:
    """A number of bytes as people say it."""
    megabytes = size / 1_000_000
    if megabytes < 0.1:
        return _("less than 0.1 MB")
    digits = 0 if megabytes >= 10 else 1
    return _("{size} MB").format(size=QLocale(texts.language()).toString(megabytes, "f", digits))
