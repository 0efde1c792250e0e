"""What a damaged file no longer has: as data, and in words for a person."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from reisblog.texts import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_TOLD = 1_000
_LABEL_LETTERS = 60


class LossKind(StrEnum):
    """What sort of thing is missing or damaged; the value is how programs read it."""

    CONTENTS = "contents"
    UNSEARCHED = "unsearched"
    WORDS_GONE = "words-gone"
    WORDS_CUT = "words-cut"
    WORDS_ALTERED = "words-altered"
    FIELD = "field"
    RECORD = "record"
    TOO_MUCH = "too-much"
    UNKNOWN = "unknown-fields"
    PICTURE = "picture"
    ONLY_SMALL = "picture-only-small"
    SMALL_PICTURE = "small-picture"
    SPARE_PICTURE = "picture-of-no-photo"
    SHEET = "sheet"
    STRANGE = "strange-entry"
    TWICE = "entry-twice"
    EXTRA = "extra"


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is missing or damaged.

    Attributes:
        name: what it is called in the file: a field, an id, a SHA-256, an entry; or nothing.
        label: what a person knows it by: a caption, a title, the first words; or nothing.
        table: for a record, the list in which it stood.
        number: for a photo, the how manyeth it is, from 1; else how many there are of these.
    """

    kind: LossKind
    name: str = ""
    label: str = ""
    table: str = ""
    number: int = 1


def label_of(text: str) -> str:
    """The beginning of what somebody wrote, on one line and without what steers a terminal."""
    line = " ".join("".join(_shown(letter) for letter in text[: 4 * _LABEL_LETTERS]).split())
    return line if len(line) <= _LABEL_LETTERS else line[: _LABEL_LETTERS - 1].rstrip() + "…"


def sentences(losses: Sequence[Loss]) -> list[str]:
    """All that is missing, a sentence for each; of endlessly many the last one says how many."""
    told = [sentence(loss) for loss in losses[:_MOST_TOLD]]
    if (more := len(losses) - _MOST_TOLD) > 0:
        told.append(ngettext("And one thing more.", "And {n} things more.", more).format(n=more))
    return told


def sentence(loss: Loss) -> str:
    """What is missing or damaged, for a person."""
    if loss.kind is LossKind.RECORD:
        return _of_record(loss)
    if loss.kind in _OF_PHOTOS:
        return _of_photo(loss)
    if loss.kind is LossKind.TOO_MUCH:
        return ngettext(
            "One thing too many for a journey was left out.",
            "{n} things too many for a journey were left out.",
            loss.number,
        ).format(n=loss.number)
    if loss.kind is LossKind.FIELD:
        return _of_field(loss)
    return _general()[loss.kind].format(name=loss.label)


_OF_PHOTOS = {LossKind.PICTURE, LossKind.ONLY_SMALL, LossKind.SMALL_PICTURE}


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else " "


def _of_photo(loss: Loss) -> str:
    photo = _("Photo {n}").format(n=loss.number)
    if loss.label:
        photo = _("{photo} (“{words}”)").format(photo=photo, words=loss.label)
    if loss.kind is LossKind.PICTURE:
        told = _("{photo} is missing or damaged. Its place and its words are there.")
    elif loss.kind is LossKind.ONLY_SMALL:
        told = _("{photo} is missing or damaged. Only its small version is there.")
    else:
        told = _("Of {photo} the small version is damaged. The photo itself is whole.")
    return told.format(photo=photo)


def _of_record(loss: Loss) -> str:
    known = loss.label or loss.name
    plain = {
        "photos": _("A photo could not be read."),
        "notes": _("A note could not be read."),
        "stops": _("A stop could not be read."),
        "trails": _("A path could not be read."),
        "own_places": _("A place of your own could not be read."),
        "backpack": _("A thing in the backpack could not be read."),
        "companions": _("A travel companion could not be read."),
        "compass_moments": _("A compass on the map could not be read."),
    }
    named = {
        "photos": _("A photo could not be read: “{name}”."),
        "notes": _("A note could not be read: “{name}”."),
        "stops": _("A stop could not be read: “{name}”."),
        "trails": _("A path could not be read: “{name}”."),
        "own_places": _("A place of your own could not be read: “{name}”."),
        "backpack": _("A thing in the backpack could not be read: “{name}”."),
        "companions": _("A travel companion could not be read: “{name}”."),
        "compass_moments": _("A compass on the map could not be read: “{name}”."),
    }
    return named[loss.table].format(name=known) if known else plain[loss.table]


def _of_field(loss: Loss) -> str:
    told = {
        "title": _("The title could not be read."),
        "traveller": _("The name of the traveller could not be read."),
        "about": _("What you tell about yourself could not be read."),
        "audience": _(
            "For whom the title, your name, what you tell about yourself and the mist are could "
            "not be read. They are for you only."
        ),
        "order": _("The order of the stops could not be read; they are there, but loose."),
        "mist": _("A part of the mist could not be read."),
        "book": _("What you chose for your travel book could not be read."),
        "map": _("On which map the journey lies could not be read."),
    }
    return told.get(loss.name) or _(
        "Something about the journey could not be read: “{name}”."
    ).format(name=label_of(loss.name))


def _general() -> dict[LossKind, str]:
    return {
        LossKind.CONTENTS: _(
            "The file's own list of contents is missing or damaged. Saving makes it anew."
        ),
        LossKind.UNSEARCHED: _("Not all of the file was looked at: it asks for too much."),
        LossKind.WORDS_GONE: _(
            "All words, stops and paths are gone. The photos wait, ready to be laid down."
        ),
        LossKind.WORDS_CUT: _("The words break off halfway. What came after that is gone."),
        LossKind.WORDS_ALTERED: _("The words are damaged. Read them through: some may be wrong."),
        LossKind.UNKNOWN: _("Something that another program had added could not be kept."),
        LossKind.SPARE_PICTURE: _("A picture that belongs to no photo is damaged."),
        LossKind.SHEET: _("A small picture for file managers is damaged (“{name}”)."),
        LossKind.STRANGE: _("Something that is no part of a journey was left out: “{name}”."),
        LossKind.TWICE: _("Something stands in the file more than once: “{name}”."),
        LossKind.EXTRA: _("Something that another program had added is damaged: “{name}”."),
    }


def as_data(losses: Iterable[Loss]) -> list[dict[str, object]]:
    """The same for programs; described in docs/format.md."""
    return [
        {"kind": str(loss.kind), "name": loss.name, "table": loss.table, "words": sentence(loss)}
        for loss in losses
    ]
