"""What is told when a journey opens otherwise than in its own file, on its own map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.model.book import Form, Part
from reisblog.storage.known_maps import notice_of
from reisblog.texts import _, ngettext
from reisblog.ui.moments import spoken

if TYPE_CHECKING:
    from datetime import datetime

    from reisblog.desk import Desk
    from reisblog.model.book import Wish
    from reisblog.model.journey import Journey


def of_opened(desk: Desk, path: Path) -> str:
    """What to say of a journey that has been opened from a file; mostly nothing."""
    copy = ""
    if desk.path is None:
        copy = _(
            "Opened as a copy: “{name}” was made with a newer Reisblog. The file itself stays as "
            "it is, and what this Reisblog does not know is kept."
        ).format(name=path.name)
    return " ".join(filter(None, (copy, notice_of(desk.journey.map, desk.blank_atlas))))


def of_salvaged(path: Path, missing: list[str]) -> str:
    """What to say of a journey that was put together from what is left of a file."""
    opened = _(
        "This is what is left of “{name}”, as a new journey without a name. The file itself "
        "stays as it is."
    ).format(name=path.name)
    if not missing:
        return opened
    listed = ngettext(
        "One thing is missing or damaged.",
        "{n} things are missing or damaged.",
        len(missing),
    ).format(n=len(missing))
    return f"{opened} {listed}"


def of_reread(desk: Desk, path: Path, when: datetime) -> str:
    """What to say of an earlier version of a journey whose file does not open."""
    opened = _(
        "This is “{name}” as it was saved {when}, as a new journey without a name. The file itself "
        "stays as it is."
    ).format(name=path.name, when=spoken(when))
    return " ".join(filter(None, (opened, of_missing(len(desk.missing)))))


def of_missing(count: int) -> str:
    """What to say of photos whose pictures are nowhere; of none, nothing."""
    if not count:
        return ""
    return ngettext(
        "One photo is no longer there; its place and its words are.",
        "{n} photos are no longer there; their places and words are.",
        count,
    ).format(n=count)


def of_closed(journey: Journey, seen: Journey) -> str:
    """What to say to the traveller of what is not in something that others may see."""
    if stops := len(journey.stops) - len(seen.stops):
        return ngettext(
            "One stop is not in it: not everybody may see that.",
            "{n} stops are not in it: not everybody may see those.",
            stops,
        ).format(n=stops)
    return "" if seen is journey else _("What not everybody may see is not in it.")


def of_book(journey: Journey, seen: Journey, wish: Wish) -> str:
    """The same of a travel book, where the photo that was chosen for its cover may be closed."""
    has_cover = wish.form is not Form.MAP and Part.COVER not in wish.without
    chosen = wish.cover_photo if has_cover else None
    lost = chosen in journey.photos and chosen not in seen.photos
    cover = _("The photo you chose for the cover stays out as well.") if lost else ""
    return " ".join(filter(None, (of_closed(journey, seen), cover)))
