"""Present, undo and redo, as whole values: no command classes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Self

import msgspec

from reisblog.model.changes import Changes, difference
from reisblog.model.journey import Journey

STEPS = 200
"""How many steps back are kept."""


class Step(msgspec.Struct, frozen=True):
    """One undoable step: the journey as it was, and what was done to it."""

    label: str
    before: Journey
    after: Journey
    key: str | None = None


class Move(StrEnum):
    """What can be done to a history.

    GROW is a commit that became one with the step before it.
    """

    COMMIT = "commit"
    GROW = "grow"
    UNDO = "undo"
    REDO = "redo"


class Moved(msgspec.Struct, frozen=True):
    """Something that was done to a history, as another one in the same state can do it again.

    Attributes:
        journey: the present after it.
        label: of a commit.
        key: of a commit.
    """

    move: Move
    journey: Journey
    label: str = ""
    key: str | None = None


Listener = Callable[[Journey, Changes], None]
Witness = Callable[[Moved], None]


class History:
    """The one door through which a journey changes."""

    def __init__(self, journey: Journey) -> None:
        """Begin with a journey that counts as saved."""
        self._present = journey
        self._saved: Journey | None = journey
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Listener] = []
        self._witnesses: list[Witness] = []

    @property
    def present(self) -> Journey:
        """The journey as it is now."""
        return self._present

    @property
    def is_saved(self) -> bool:
        """Whether the present is what was last saved, also after undoing back to it."""
        return self._present is self._saved or self._present == self._saved

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or nothing."""
        return self._undone[-1].label if self._undone else None

    @property
    def undone(self) -> Journey | None:
        """What undo would make of the journey, or nothing."""
        return self._done[-1].before if self._done else None

    @property
    def redone(self) -> Journey | None:
        """What redo would make of it, or nothing."""
        return self._undone[-1].after if self._undone else None

    def listen(self, listener: Listener) -> None:
        """Call this with the new journey and the changes, after every change."""
        self._listeners.append(listener)

    def witness(self, witness: Witness) -> None:
        """Call this with everything that is done, before the listeners hear of it."""
        self._witnesses.append(witness)

    def commit(self, label: str, journey: Journey, *, key: str | None = None) -> None:
        """Make this the present, as one step.

        Steps with the same key, one right after another, become one: typing, dragging, a batch
        of photos coming in. A journey equal to the present is no step, and neither are steps that
        became one and ended where they began.
        """
        if journey == self._present:
            return
        before, move = self._present, Move.COMMIT
        if key is not None and self._done and self._done[-1].key == key:
            before, move = self._done.pop().before, Move.GROW
        if journey != before:
            self._done.append(Step(label, before, journey, key))
        del self._done[:-STEPS]
        self._undone.clear()
        self._become(Moved(move, journey, label, key))

    def seal(self) -> None:
        """End the coalescing: the next commit is a step of its own, whatever its key."""
        if self._done and self._done[-1].key is not None:
            last = self._done[-1]
            self._done[-1] = Step(last.label, last.before, last.after)

    def undo(self) -> str | None:
        """Go one step back; gives the label of what was undone."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.seal()
        self._become(Moved(Move.UNDO, step.before))
        return step.label

    def redo(self) -> str | None:
        """Go one step forward again; gives its label."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(Step(step.label, step.before, step.after))
        self._become(Moved(Move.REDO, step.after))
        return step.label

    def follow(self, moved: Moved) -> None:
        """Do what was done to another history that was in the same state."""
        match moved.move:
            case Move.COMMIT:
                self.seal()
                self.commit(moved.label, moved.journey, key=moved.key)
            case Move.GROW:
                self.commit(moved.label, moved.journey, key=moved.key)
            case Move.UNDO:
                self.undo()
            case Move.REDO:
                self.redo()

    def twin(self) -> Self:
        """Another history in the same state, which nobody listens to."""
        first, moves = self.retold()
        twin = type(self)(first)
        for moved in moves:
            twin.follow(moved)
        twin.mark_saved(self._saved)
        return twin

    def retold(self) -> tuple[Journey, list[Moved]]:
        """The earliest journey that undo can bring back, and what leads from it to this state."""
        steps = [*self._done, *reversed(self._undone)]
        commits = [Moved(Move.COMMIT, step.after, step.label, step.key) for step in steps]
        undone = [Moved(Move.UNDO, step.before) for step in self._undone]
        return steps[0].before if steps else self._present, commits + undone

    def backwards(self) -> list[Journey]:
        """The present, and before it every value that undo can bring back, the latest first."""
        return [self._present, *(step.before for step in reversed(self._done))]

    @property
    def saved(self) -> Journey | None:
        """What is in the file; nothing when none of what undo can bring back was ever saved."""
        return self._saved

    def mark_saved(self, journey: Journey | None) -> None:
        """Remember that this value, which may no longer be the present, is in the file."""
        self._saved = journey

    def begin_here(self) -> None:
        """Let what the journey is now be where the person begins: saved, with nothing to undo."""
        self._done.clear()
        self._undone.clear()
        self._saved = self._present

    def rewrite(self, change: Callable[[Journey], Journey]) -> None:
        """Change every value that is kept. It is no step: nothing takes it back.

        Where it changes what is in the file, that counts as in no file any more.
        """
        if self._saved is not None and change(self._saved) != self._saved:
            self._saved = None
        self.carry(change)

    def carry(self, change: Callable[[Journey], Journey]) -> None:
        """Change the present and whatever undo and redo bring back; the file is as it was.

        It is no step: nothing takes it back, and undo goes on where it was.
        """
        changed: dict[int, tuple[Journey, Journey]] = {}  # both, lest an id is used again

        def once(journey: Journey) -> Journey:
            if id(journey) not in changed:
                changed[id(journey)] = (journey, change(journey))
            return changed[id(journey)][1]

        for steps in (self._done, self._undone):
            mapped = [Step(one.label, once(one.before), once(one.after), one.key) for one in steps]
            steps[:] = [step for step in mapped if step.before != step.after]
        present, self._present = self._present, once(self._present)
        changes = difference(present, self._present)
        for listener in tuple(self._listeners):
            listener(self._present, changes)

    def kept(self) -> list[Journey]:
        """Every value that undo or redo can still bring back, the present included."""
        return [
            self._present,
            *(() if self._saved is None else (self._saved,)),
            *(step.before for step in self._done),
            *(step.after for step in self._undone),
        ]

    def kept_media(self) -> list[str]:
        """The SHA-256 of every picture that one of these refers to, each once."""
        tables = {id(journey.photos): journey.photos for journey in self.kept()}
        return list(
            dict.fromkeys(photo.media for table in tables.values() for photo in table.values())
        )

    def _become(self, moved: Moved) -> None:
        journey = moved.journey
        changes = difference(self._present, journey)
        self._present = journey
        for witness in tuple(self._witnesses):
            witness(moved)
        for listener in tuple(self._listeners):
            listener(journey, changes)
