"""What can be done with chosen paths, as menus offer it; a locked path is left alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from reisblog import look
from reisblog.model import edits
from reisblog.model.records import Pen
from reisblog.texts import _
from reisblog.ui.messages import Offer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reisblog.model.geometry import Point
    from reisblog.model.records import Trail
    from reisblog.ui.workbench import Workbench

REVERSE: Final = "path-reverse"
JOIN: Final = "path-join"


def breadth_name(breadth: float) -> str:
    """What a breadth is called."""
    return {0.6: _("Thin"), 1.0: _("Usual"), 1.6: _("Broad")}[breadth]


def pens(workbench: Workbench) -> list[Offer]:
    """Each pen, for the chosen paths; the one they have is marked."""
    from reisblog.ui.pen_tray import pen_name  # noqa: PLC0415 - not for the start

    return _offers(workbench, "pen", {pen: pen_name(pen) for pen in Pen}, _("Change the pen"))


def tints(workbench: Workbench) -> list[Offer]:
    """Each tint, likewise."""
    from reisblog.ui.pen_tray import tint_name  # noqa: PLC0415 - not for the start

    names = {tint: tint_name(tint) for tint in look.TINTS}
    return _offers(workbench, "tint", names, _("Change the colour"))


def breadths(workbench: Workbench) -> list[Offer]:
    """Each breadth, likewise."""
    names = {breadth: breadth_name(breadth) for breadth in edits.BREADTHS}
    return _offers(workbench, "breadth", names, _("Change the breadth"))


class PathDeeds:
    """Turns paths round, joins two, cuts one; each is one step."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def reverse(self) -> None:
        """Let the chosen paths run the other way."""
        ids = [trail.id for trail in chosen(self._workbench)]
        if ids:
            self._workbench.edit(_("Turn round"), lambda now: edits.reverse(now, ids))

    def join(self) -> None:
        """Make two chosen paths one; that one stays chosen."""
        trails = chosen(self._workbench)
        if len(trails) == 2:
            first, second = (trail.id for trail in trails)
            self._workbench.edit(_("Join paths"), lambda now: edits.join(now, first, second))
            self._workbench.choose({first})

    def cut(self, at: Point) -> None:
        """Cut the chosen path where it is nearest to a point."""
        trails = chosen(self._workbench)
        if len(trails) == 1:
            key, fresh = trails[0].id, self._workbench.new_id()
            self._workbench.edit(_("Cut the path"), lambda now: edits.cut(now, key, at, fresh))


def chosen(workbench: Workbench) -> list[Trail]:
    """The chosen paths that may be changed."""
    trails = workbench.journey.trails
    return [trails[key] for key in trails if key in workbench.chosen and not trails[key].locked]


def _offers(workbench: Workbench, field: str, names: Mapping[Any, str], label: str) -> list[Offer]:
    trails = chosen(workbench)
    now = {getattr(trail, field) for trail in trails}
    ids = [trail.id for trail in trails]
    return [
        Offer(name, partial(_draw_anew, workbench, ids, {field: value}, label), now == {value})
        for value, name in names.items()
        if trails
    ]


def _draw_anew(workbench: Workbench, ids: list[str], fields: Mapping[str, Any], label: str) -> None:
    workbench.edit(label, lambda now: edits.draw_anew(now, ids, **fields))
