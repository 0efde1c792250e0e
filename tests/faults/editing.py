"""A traveller who edits without end, and whoever looks what a crash left of that work.

Step by step all follows from the number of the step: what is done, and what the journey is then.
So whoever finds work that was left knows how far it goes, and what undo must bring back.
"""

from __future__ import annotations

import functools
import random
import time

from reisblog.errors import ReisblogError
from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import MediaKind, Note
from reisblog.photos.intake import Clean, into_spool
from reisblog.storage import recovery
from reisblog.storage.nest import Nest
from reisblog.storage.own_atlas import own_atlas
from tests import desks, journeys
from tests.faults import traveller
from tests.faults.next_start import recovered
from tests.faults.traveller import FILE

OTHER_FILE = "kopie.reisblog"
LOST_AFTER_SECONDS = 5.0
"""What was done longer ago than this must still be there."""
_ROUND = 16
_TYPED, _BROUGHT_IN, _UNDONE, _REDONE, _SAVED = {2, 3, 4}, {5, 9}, {6, 8, 12, 15}, {7, 13}, 10
_SAVING_ROUNDS = 8
"""In one of so many rounds the journey is saved; so whoever keeps no steps is found out."""
_LOG_BYTES = 6_000
"""So small, that the log begins anew every few seconds."""
_PICTURE_BYTES = 3_000
_PAUSE_S = 0.12
_AHEAD = 2 * _ROUND


@functools.lru_cache(maxsize=1_000)
def journey(number):
    """The journey that step ``number`` makes, if it is one that makes one."""
    photos = [
        journeys.photo(f"p{index}", media=sha256, kind=MediaKind.JPEG)
        for index, sha256 in enumerate(pictures(number))
    ]
    empty = Journey(id="reis", language="nl", map=own_atlas().map)
    titled = edits.bring_in(edits.entitle(empty, title=str(number)), photos)
    return edits.add_note(titled, _note(f"{number} " + 50 * "wind "))


def _note(text):
    return Note(id="n", at=Point(9.0, 9.0), text=text)


def pictures(number):
    """The pictures of that journey by SHA-256: the last two that were brought in."""
    brought = sum(number % _ROUND >= step for step in _BROUGHT_IN)
    last = number // _ROUND * len(_BROUGHT_IN) + brought
    return traveller.pictures(last, _PICTURE_BYTES)


def is_saving(number):
    """Whether this step is a saving; the step before it has made what is saved."""
    return number % _ROUND == _SAVED and number // _ROUND % _SAVING_ROUNDS == 1


def take(desk, number, *, saves=True):
    """Do step ``number``, unless it is a saving and none is to be."""
    step = number % _ROUND
    if step in _UNDONE:
        desk.history.undo()
    elif step in _REDONE:
        desk.history.redo()
    elif step == _SAVED:
        if saves and is_saving(number):
            _save(desk, number)
    else:
        _bring_in(desk, number)
        key = "typing" if step in _TYPED else None
        desk.commit(str(number), lambda _journey: journey(number), key=key)


def _bring_in(desk, number):
    """Put the pictures that are new in this step into the spool, as a worker does."""
    before = pictures(number - 1) if number > 1 else ()
    for sha256, content in pictures(number).items():
        if sha256 not in before:
            clean = Clean(
                content=content, kind=MediaKind.JPEG, width=0, height=0, taken="", rendition=None
            )
            into_spool(clean, desk.media.spool, part=desk.media.spool / "1.part")
            desk.media.add(sha256, MediaKind.JPEG, b"small " + content[:40])


def _save(desk, number):
    home = desk.folders.recovery.parent
    target = desk.path or home / FILE
    if number // _ROUND // _SAVING_ROUNDS % 2:
        target = home / (OTHER_FILE if target.name == FILE else FILE)
    desk.save(target, replace=True)


def done_and_undone(base, number):
    """What undo and redo hold after a step, as pairs of numbers before and after, latest first.

    Counted anew here, without the program's own history. Where that begins so late that a step
    goes back before it, the next one comes back.

    Args:
        base: the number of the earliest journey that undo can bring back.
        number: the step.
    """
    present, done, undone, typing = base, [], [], False
    for each in range(base + 1, number + 1):
        step = each % _ROUND
        if step in _UNDONE:
            if done:
                undone.append(done.pop())
                present, typing = undone[-1][0], False
        elif step in _REDONE:
            if undone:
                done.append(undone.pop())
                present, typing = done[-1][1], False
        elif step != _SAVED:
            before = done.pop()[0] if step in _TYPED and typing else present
            done.append((before, each))
            undone.clear()
            present, typing = each, step in _TYPED
    return done[::-1], undone[::-1]


class Left:
    """What there is of the work in a home, for a next start; or for one who only looks."""

    def __init__(self, home):
        """Look.

        Raises:
            AssertionError: something is not whole.
        """
        self.home = home
        self.works = recovery.left_behind(home / "recovery")
        self.number, self._best = 0, home / FILE
        try:
            self._look()
        except BaseException:
            self.let_go()
            raise

    def _look(self):
        home = self.home
        for file in (home / FILE, home / OTHER_FILE):
            if file.exists():
                self._weigh(_number_in_file(home, file), file)
        self.saved = self.number
        for work in self.works:
            self._weigh(_number_in_nest(home, work.nest), work.nest)

    def _weigh(self, number, where):
        if number >= self.number:
            self.number, self._best = number, where

    def let_go(self):
        """Leave it to others."""
        for work in self.works:
            work.nest.let_go()

    def desk(self):
        """What reaches furthest, on a desk; all else is thrown away."""
        for work in self.works:
            if work.nest is not self._best:
                work.nest.remove()
        if isinstance(self._best, Nest):
            return recovered(self.home, self._best)
        return traveller.desk_in(self.home, self._best)


def _number_in_file(home, file):
    """The number of the saving that a file comes from."""
    try:
        with desks.opened(file, home) as desk:
            number = int(desk.journey.title)
            assert desk.journey == journey(number), "a file is not what was saved"
            _look_at_pictures(desk, number)
    except ReisblogError as error:
        raise AssertionError(f"a file does not open ({type(error).__name__})") from error
    return number + 1


def _number_in_nest(home, nest):
    """How far the work in a nest reaches."""
    try:
        desk = recovered(home, nest)
    except ReisblogError as error:
        raise AssertionError(f"what was left does not open ({type(error).__name__})") from error
    try:
        first, _moves = desk.history.retold()
        there = _walked(desk)
        base, latest = int(first.title or "0"), int(desk.journey.title or "0")
        reach = range(latest + _AHEAD, base - 1, -1)
        number = next((each for each in reach if done_and_undone(base, each) == there), None)
        assert number is not None, "undo and redo are not what they were"
        return number
    finally:
        desk.media.close(keep=True)
        nest.take()


def _walked(desk):
    """What undo and redo of a desk hold, all of it looked at; it is back where it was."""
    history, done, undone = desk.history, [], []
    steps_forward = 0
    while history.redo_label:
        undone.append(_one_step(desk, history.redo, forward=True))
        steps_forward += 1
    for _step in range(steps_forward):
        history.undo()
    while history.undo_label:
        done.append(_one_step(desk, history.undo, forward=False))
    for _step in done:
        history.redo()
    return done, undone


def _one_step(desk, go, *, forward):
    one = int(desk.journey.title or "0")
    label = go()
    other = int(desk.journey.title or "0")
    before, after = (one, other) if forward else (other, one)
    assert label == str(after), "a step has another name"
    for number in {before, after} - {0}:
        if number == other:
            assert desk.journey == journey(number), "a step leads to another journey"
        _look_at_pictures(desk, number)
    return before, after


def _look_at_pictures(desk, number):
    for sha256, content in pictures(number).items():
        assert desk.media.read(sha256) == content, "a picture is not what was brought in"
        small = desk.media.rendition(sha256)
        assert small == b"small " + content[:40], "a small picture is not what it was"


def _latest(acknowledged):
    """These without what was lost before, and done anew: from there on they count from lower."""
    latest = []
    for each in acknowledged:
        while latest and latest[-1].number >= each.number:
            latest.pop()
        latest.append(each)
    return latest


class Editing:
    """A scenario: edits, undoes, redoes and saves without end, and says so after each."""

    def __init__(self, *, gather_seconds=recovery.GATHER_SECONDS, saves=True):
        """Edit in this way.

        Args:
            gather_seconds: how long the program gathers what it keeps; a control lets it wait.
            saves: whether the journey is saved now and then.
        """
        self._gather_seconds = gather_seconds
        self._saves = saves
        self.oldest_lost = 0.0

    def work(self, home, acknowledge):
        """Go on with what is left."""
        recovery._LOG_BYTES = _LOG_BYTES
        recovery.GATHER_SECONDS = self._gather_seconds
        chance, troubles = random.Random(), []  # noqa: S311 - not for a secret
        left = Left(home)
        number = left.number
        desk = left.desk()
        desk.record(troubles.append)
        while not troubles:
            number += 1
            take(desk, number, saves=self._saves)
            acknowledge(number)
            time.sleep(chance.uniform(0.0, _PAUSE_S))
        raise AssertionError(troubles[0])

    def check(self, home, acknowledged):
        """What is wrong with what is left: no saving may be lost, and no step of long ago."""
        try:
            left = Left(home)
            left.let_go()
        except (AssertionError, ReisblogError) as error:
            return [str(error)]
        lost = [each.age for each in _latest(acknowledged) if each.number > left.number]
        self.oldest_lost = max([self.oldest_lost, *lost])
        savings = [each.number for each in acknowledged if is_saving(each.number)]
        faults = []
        if self._saves and max(savings, default=0) > left.saved:
            faults.append("an acknowledged saving is lost")
        if max(lost, default=0.0) > LOST_AFTER_SECONDS:
            faults.append(f"a step older than {LOST_AFTER_SECONDS:g} s is lost")
        return faults
