"""What ``place`` takes for a halte beside photos and notes: company, things, compass moments."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NamedTuple

from reisblog.model import edits
from reisblog.model.records import (
    BackpackItem,
    BackpackKind,
    Companion,
    CompassMoment,
    Impulse,
)
from reisblog.model.room import spot_for_compass
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.geometry import Rect
    from reisblog.model.journey import Journey

_KINDS = {
    "kennis": BackpackKind.KNOWLEDGE,
    "talent": BackpackKind.TALENT,
    "ervaring": BackpackKind.EXPERIENCE,
    "inzicht": BackpackKind.INSIGHT,
    "wereldbeeld": BackpackKind.WORLDVIEW,
    "wens": BackpackKind.WISH,
    "instrument": BackpackKind.INSTRUMENT,
}
_IMPULSES = {"intern": Impulse.INTERNAL, "extern": Impulse.EXTERNAL}
"""The same words in every language of the command line, as the names of places are."""


class Named(NamedTuple):
    """Somebody who was along."""

    name: str
    role: str


def takes_belongings(parser: argparse.ArgumentParser) -> None:
    """Take all of them, each as often as wanted."""
    parser.add_argument(
        "--with",
        dest="company",
        metavar=_("NAME[:ROLE]"),
        type=_named,
        nargs="+",
        action="extend",
        default=[],
        help=_("who was along; somebody who is not in the company yet joins it"),
    )
    parser.add_argument(
        "--pack",
        metavar=_("KIND:TEXT"),
        type=_packed,
        nargs="+",
        action="extend",
        default=[],
        help=_("what goes into the backpack here; kinds: {kinds}, or none (“:TEXT”)").format(
            kinds=", ".join(_KINDS)
        ),
    )
    parser.add_argument(
        "--compass",
        metavar=_("intern|extern:TEXT"),
        type=_moment,
        nargs="+",
        action="extend",
        default=[],
        help=_("the compass is taken out here: by oneself, or because somebody asked"),
    )


def with_belongings(
    journey: Journey,
    sheet: Rect,
    stop_id: str,
    chosen: argparse.Namespace,
    new_id: Callable[[], str],
) -> Journey:
    """The journey with what was taken, at a halte that is in it.

    Args:
        journey: it.
        sheet: the map's.
        stop_id: of the halte.
        chosen: what was taken.
        new_id: gives ids that nothing has.
    """
    for named in chosen.company:
        known = (each for each in journey.companions.values() if each.name == named.name)
        person = next(known, None)
        if person is None:
            person = Companion(id=new_id(), name=named.name, role=named.role)
            journey = edits.welcome_at(journey, person, stop_id)
            continue
        if named.role:
            journey = edits.change_companion(journey, person.id, role=named.role)
        journey = edits.accompany(journey, person.id, [stop_id], along=True)
    for kind, text in chosen.pack:
        item = BackpackItem(id=new_id(), text=text, kind=kind, stop=stop_id)
        journey = edits.pack(journey, item)
    for impulse, text in chosen.compass:
        at = spot_for_compass(journey, sheet, journey.stops[stop_id].at)
        moment = CompassMoment(id=new_id(), at=at, stop=stop_id, impulse=impulse, text=text)
        journey = edits.lay_compass(journey, moment)
    return journey


def _named(words: str) -> Named:
    name, _colon, role = words.partition(":")
    if not name.strip():
        raise argparse.ArgumentTypeError(_("“{words}” names nobody").format(words=words))
    return Named(" ".join(name.split()), " ".join(role.split()))


def _packed(words: str) -> tuple[BackpackKind | None, str]:
    kind, colon, text = words.partition(":")
    kind = kind.strip().casefold()
    if not colon or not text.strip() or (kind and kind not in _KINDS):
        raise argparse.ArgumentTypeError(
            _("“{words}” is not KIND:TEXT; kinds: {kinds}").format(
                words=words, kinds=", ".join(_KINDS)
            )
        )
    return _KINDS.get(kind), text.strip()


def _moment(words: str) -> tuple[Impulse, str]:
    impulse, _colon, text = words.partition(":")
    known = _IMPULSES.get(impulse.strip().casefold())
    if known is None:
        raise argparse.ArgumentTypeError(
            _("“{words}” is not intern:TEXT or extern:TEXT").format(words=words)
        )
    return known, text.strip()
