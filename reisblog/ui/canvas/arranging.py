"""How what is chosen lies, as menus and keys ask for it: larger, turned, in front, pinned, in line.

What hands do at handles stands in ``reshaping``; both do the same edits.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reisblog.model import edits, lining_up
from reisblog.model.geometry import Point, Rect
from reisblog.model.lining_up import Axis, Edge
from reisblog.model.locks import free, is_held
from reisblog.model.records import Letters, SlipTint
from reisblog.model.shaping import Shape
from reisblog.texts import _
from reisblog.tools.shape import Held
from reisblog.ui.canvas.boxes import boxes_of, photos_in_fans
from reisblog.ui.canvas.note_looks import letters_names, swatch, tint_names
from reisblog.ui.messages import Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reisblog.model.journey import Journey
    from reisblog.ui.canvas.compass_laying import CompassLaying
    from reisblog.ui.canvas.scene import CanvasScene
    from reisblog.ui.canvas.writing import Writer
    from reisblog.ui.workbench import Workbench

_STAYS = Point(0.0, 0.0)


class Arranging:
    """Does it with all that is chosen together; what is pinned down stays as it is."""

    def __init__(
        self,
        workbench: Workbench,
        scene: CanvasScene,
        writer: Writer,
        compass: CompassLaying,
        written_on: Callable[[], str | None],
    ) -> None:
        """Know whom to ask.

        Args:
            workbench: the open journey.
            scene: what lies where.
            writer: writes on things.
            compass: turns compasses.
            written_on: gives what is being written on.
        """
        self._workbench = workbench
        self._scene = scene
        self._writer = writer
        self._compass = compass
        self._written_on = written_on

    def write(self) -> None:
        """Write on the one thing that is chosen."""
        self._writer.typed("")

    def scale(self, factor: float) -> None:
        """Make photos larger or smaller where they lie; of notes the letters."""
        held, about = self._held()
        if held.photos:
            self._shape(_("Larger or smaller"), held, about, factor=factor)
        elif notes := self._notes():
            self._resize_letters(notes, 1 if factor > 1 else -1)
        else:
            self._tell_pinned()

    def turn(self, degrees: float) -> bool:
        """Turn compasses, or photos where they lie; tells whether there are any."""
        if self._compass.turn_chosen(degrees):
            return True
        held, about = self._held()
        if held.photos:
            self._shape(_("Turn"), held, about, turn=degrees)
        return bool(held.photos) or self._tell_pinned()

    def to_front(self) -> None:
        """Lay it over all others."""
        ids = self._workbench.chosen_things
        self._tell_pinned()
        self._workbench.edit(_("To the front"), lambda now: edits.to_front(now, ids))

    def to_back(self) -> None:
        """Lay it under all others."""
        ids = self._workbench.chosen_things
        self._tell_pinned()
        self._workbench.edit(_("To the back"), lambda now: edits.to_back(now, ids))

    def toggle_lock(self) -> None:
        """Pin down what is chosen, or let it go when all of it is pinned down already."""
        ids, journey = self._workbench.chosen_things, self._workbench.journey
        if free(journey, ids):
            fans = photos_in_fans(self._scene, ids)
            lies = {
                key: Shape(item.lie.at, item.lie.size, item.lie.turn) for key, item in fans.items()
            }
            self._workbench.edit(_("Pin down"), lambda now: edits.pin_down(now, ids, lies))
        elif ids:
            photos = [journey.photos[key] for key in ids & journey.photos.keys()]
            haltes = {photo.stop for photo in photos if photo.at is None and photo.stop}
            self._workbench.edit(_("Let go"), lambda now: edits.let_go(now, ids | haltes))

    def alignments(self) -> list[Offer]:
        """Each way to bring what is chosen into one line."""
        if len(self._workbench.chosen_things) < lining_up.LEAST_TO_ALIGN:
            return []
        names = {
            Edge.LEFT: _("Left edges"),
            Edge.CENTRE: _("Middles, one under another"),
            Edge.RIGHT: _("Right edges"),
            Edge.TOP: _("Upper edges"),
            Edge.MIDDLE: _("Middles, side by side"),
            Edge.BOTTOM: _("Lower edges"),
        }
        return [Offer(name, partial(self._align, edge)) for edge, name in names.items()]

    def spreadings(self) -> list[Offer]:
        """Each way to leave the same room between what is chosen."""
        if len(self._workbench.chosen_things) < lining_up.LEAST_TO_SPREAD:
            return []
        names = {Axis.ACROSS: _("Side by side"), Axis.DOWN: _("One under another")}
        return [Offer(name, partial(self._spread, axis)) for axis, name in names.items()]

    def tints(self) -> list[Offer]:
        """Each paper for the notes that are chosen; the one they have is marked."""
        notes = self._notes()
        now = {self._workbench.journey.notes[key].tint for key in notes}
        return [
            Offer(name, partial(self._tint, notes, tint), now == {tint}, swatch(tint))
            for tint, name in (tint_names() if notes else {}).items()
        ]

    def letter_sizes(self) -> list[Offer]:
        """Each size of letters for the notes that are chosen; the one they have is marked."""
        notes = self._notes()
        now = {self._workbench.journey.notes[key].letters for key in notes}
        return [
            Offer(name, partial(self._letter, notes, letters), now == {letters})
            for letters, name in (letters_names() if notes else {}).items()
        ]

    def _shape(
        self, label: str, held: Held, about: Point, *, factor: float = 1.0, turn: float = 0.0
    ) -> None:
        after = held.at(about, factor=factor, turn=turn, by=_STAYS)
        self._workbench.edit(
            label,
            lambda journey: edits.shape(journey, after.photos, after.notes),
            key=f"{label}-{'-'.join(sorted((*held.photos, *held.notes)))}",
        )

    def _tell_pinned(self) -> bool:
        """Say so where all that is chosen is pinned down; tells whether it is."""
        ids = self._workbench.chosen_things
        pinned = bool(ids) and not free(self._workbench.journey, ids)
        if pinned:
            self._workbench.refused.emit(_("That is pinned down. Let it go first."))
        return pinned

    def _held(self) -> tuple[Held, Point]:
        """The photos and notes that are chosen and lie free, and the middle of all of them."""
        journey = self._workbench.journey
        keys = free(journey, self._workbench.chosen_things)
        lies = {key: lie for key in sorted(keys) if (lie := self._scene.lie_of(key)) and lie.shown}
        boxes = boxes_of(self._scene, [*lies, *(keys & journey.notes.keys())])
        notes = {key: boxes[key].centre for key in sorted(keys & boxes.keys()) if key not in lies}
        photos = {key: Shape(lie.at, lie.size, lie.turn) for key, lie in lies.items()}
        held = Held(photos=photos, notes=notes, frame=())
        if len(lies) == 1 and not notes:
            return held, next(iter(lies.values())).at
        corners = [
            corner
            for box in boxes.values()
            for corner in (Point(box.x, box.y), Point(box.right, box.bottom))
        ]
        return held, Rect.around(corners).centre if corners else _STAYS

    def _notes(self) -> list[str]:
        """The notes that are chosen, or the one that is being written."""
        notes = self._workbench.journey.notes
        written = self._written_on()
        chosen = sorted(self._workbench.chosen & notes.keys())
        return [written] if written in notes and written is not None else chosen

    def _tint(self, notes: list[str], tint: SlipTint) -> None:
        self._workbench.next_tint = tint
        self._workbench.edit(_("Paper"), lambda now: edits.write_like(now, notes, tint=tint))

    def _letter(self, notes: list[str], letters: Letters) -> None:
        self._workbench.next_letters = letters
        self._workbench.edit(
            _("Letters"), lambda now: edits.write_like(now, notes, letters=letters)
        )

    def _resize_letters(self, notes: list[str], steps: int) -> None:
        sizes = list(Letters)
        first = sizes.index(self._workbench.journey.notes[notes[0]].letters)
        self._letter(notes, sizes[min(max(first + steps, 0), len(sizes) - 1)])

    def _align(self, edge: Edge) -> None:
        boxes = self._boxes()
        held = [key for key in boxes if is_held(self._workbench.journey, key)]
        if len(boxes) >= lining_up.LEAST_TO_ALIGN:
            self._shift(_("Align"), lining_up.aligned(boxes, edge, fixed=held))

    def _spread(self, axis: Axis) -> None:
        boxes = self._boxes()
        if len(boxes) >= lining_up.LEAST_TO_SPREAD:
            self._shift(_("Spread evenly"), lining_up.spread(boxes, axis))

    def _shift(self, label: str, shifts: dict[str, Point]) -> None:
        seen = {key: item.lie.at for key, item in photos_in_fans(self._scene, shifts).items()}
        sheet = self._workbench.atlas.bounds
        self._workbench.edit(label, lambda now: edits.shift(now, shifts, seen, sheet=sheet))

    def _boxes(self) -> dict[str, Rect]:
        """In which what is chosen is seen; what goes along with something else has none."""
        journey, chosen = self._workbench.journey, self._workbench.chosen_things
        return boxes_of(self._scene, _by_themselves(journey, chosen))


def _by_themselves(journey: Journey, ids: Iterable[str]) -> set[str]:
    """Those of these that do not lie in the fan of another of them."""
    wanted = set(ids)
    return {
        key
        for key in wanted
        if (photo := journey.photos.get(key)) is None
        or photo.at is not None
        or photo.stop not in wanted
    }
