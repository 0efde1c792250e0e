"""One saving that something goes wrong with, and whether all that was promised for it holds.

The saving takes place in a process of its own, forked from this one, which answers over a socket:
so whatever is done to its files or its system calls is done to nobody else.
"""

from __future__ import annotations

import functools
import gc
import logging
import os
import re
import signal
import socket
import sys
import time
import traceback
from pathlib import Path

import msgspec
from babel.messages import pofile

from reisblog import texts
from reisblog.errors import ReisblogError
from reisblog.storage import durable, recovery
from tests.faults import forked
from tests.faults.next_start import work_left
from tests.faults.traveller import FILE, PART, desk_in, journey, lay_out, number_in

BEFORE, AFTER = 1, 2
"""The numbers of the journey in the file, and of the one that is to take its place."""
SIZE = 9_000
NEITHER = "the target is neither the old file nor the new one"
_STILL_WHOLE = "Wat er eerst stond, is nog heel."
_ENOUGH = 65_536
_PATIENCE_S = 20.0


class Outcome(msgspec.Struct):
    """What a saving said of itself.

    Attributes:
        sentence: why it failed, as a person reads it; empty when it said that it was saved.
        foreign: what went wrong in a way that no person should see.
        marked: whether the journey counts as saved.
    """

    sentence: str
    foreign: str
    marked: bool


class Saver:
    """A process that waits at the door of one saving."""

    def __init__(self, home, *, file=None, target=None, write_whole=durable.write_whole, save=None):
        """Begin, and wait until it is ready.

        Args:
            home: a folder that it may use.
            file: holds the journey ``BEFORE``; without it ``FILE`` in that folder.
            target: what is saved to; without it the journey's own file.
            write_whole: how the file is written.
            save: gets the desk and the target, and does the saving; without it just that.
        """
        self.home, self.file = home, file or home / FILE
        self.target = target or self.file
        self._mine, theirs = socket.socketpair()
        self._mine.settimeout(_PATIENCE_S)
        self.pid = os.fork()
        if self.pid == 0:
            self._mine.close()
            forked.end_with_parent()
            durable.write_whole = write_whole
            _live(self, theirs, save or save_plainly)
        theirs.close()
        self._mine.recv(1)

    def save(self):
        """Let it save; gives the ``Outcome``, or nothing when it died over it."""
        said = self._answer()
        return msgspec.json.decode(said, type=Outcome) if said else None

    def go_on(self):
        """Now that all is well again: what the person finds wrong who works on."""
        said = self._answer()
        return msgspec.json.decode(said, type=list[str]) if said else ["nobody can work on"]

    def _answer(self):
        """What it says next; one that says nothing for too long is ended."""
        try:
            self._mine.send(b"+")
            return self._mine.recv(_ENOUGH)
        except TimeoutError:
            os.kill(self.pid, signal.SIGKILL)
        except (ConnectionResetError, BrokenPipeError):
            pass
        return b""

    def end(self):
        """Let it go."""
        self._mine.close()
        os.waitpid(self.pid, 0)


def save_plainly(desk, target):
    """Save at once, over anything but the journey's own file when that was changed."""
    desk.save(target, replace=target != desk.path)


def _live(saver, door, save):
    """The life of a saver; it never returns."""
    try:
        gc.disable()  # nothing of before is closed while calls are counted
        complaints = []
        sys.unraisablehook = lambda odd: complaints.append(f"unraisable {odd.exc_value!r}")
        forked.let_anybody_trace()
        logging.getLogger().addHandler(logging.NullHandler())
        texts.use("nl")
        recovery.GATHER_SECONDS = 0.0
        desk = desk_in(saver.home, saver.file)
        desk.record(complaints.append)
        lay_out(desk, AFTER, SIZE)
        _wait_until_kept(saver.home)
        door.send(b"+")
        door.recv(1)
        sentence = foreign = ""
        try:
            save(desk, saver.target)
        except ReisblogError as error:
            sentence = str(error)
        except BaseException:  # noqa: BLE001 - what no person should see
            foreign = traceback.format_exc().splitlines()[-1]
        foreign = foreign or " ".join(complaints)
        door.send(msgspec.json.encode(Outcome(sentence, foreign, desk.history.is_saved)))
        door.recv(1)
        door.send(msgspec.json.encode(list(_working_on(desk, saver))))
        door.recv(1)
    finally:
        os._exit(0)


def _wait_until_kept(home):
    while not any(home.glob("recovery/*/log")):
        time.sleep(0.001)


def _working_on(desk, saver):
    """The journey is still open, and can be kept here and elsewhere."""
    if desk.journey != journey(AFTER, SIZE):
        yield "the open journey changed"
    elsewhere = saver.home / "elsewhere.reisblog"
    for place in (elsewhere, saver.target):
        try:
            if place.parent.is_dir():
                save_plainly(desk, place)
                assert number_in(place, saver.home, SIZE) == AFTER, "another journey was saved"
                assert desk.history.is_saved, "a good saving is not noted"
        except (ReisblogError, AssertionError) as error:
            again = "elsewhere" if place == elsewhere else "again in the same place"
            yield f"saving {again} does not work: {error}"


def judge(saver, outcome, before, after):
    """What was promised and does not hold, after a saving during which something went wrong.

    Args:
        saver: the one that tried.
        outcome: what it said, or nothing when it died.
        before: the bytes that stood in the target, or nothing when there were none.
        after: the bytes that a good saving gives.
    """
    there = saver.target.read_bytes() if saver.target.exists() else None
    if there not in {before, after}:
        yield NEITHER
    if outcome is None:
        yield "the program died or hangs"
    else:
        yield from _said_wrong(saver, outcome, is_there=there == after)
    if outcome is None or outcome.sentence:
        yield from _not_left(saver)


def _said_wrong(saver, outcome, *, is_there):
    if outcome.foreign:
        yield f"a traceback: {outcome.foreign}"
    elif not outcome.sentence:
        if not is_there:
            yield "said to be saved, and it is not"
        if not outcome.marked:
            yield "saved, but not noted"
    elif not is_dutch(outcome.sentence):
        yield f"not a sentence of ours: {outcome.sentence}"
    elif _STILL_WHOLE in outcome.sentence and not saver.target.exists():
        yield "says that a file is whole which is not there"
    if outcome.sentence and outcome.marked:
        yield "not saved, but the journey counts as saved"


def _not_left(saver):
    """What a next start would not find of the work that is in no file."""
    try:
        with work_left(saver.home) as found:
            if [desk.journey for desk in found] != [journey(AFTER, SIZE)]:
                yield "no recovery copy of the work that was not saved"
                return
            if saver.file.exists():  # pictures that were in it may be nowhere else
                for photo in found[0].journey.photos.values():
                    found[0].media.read(photo.media)
    except ReisblogError:
        yield "the recovery copy cannot be read"


def left_behind(folder):
    """Half files that nobody takes away, anywhere below a folder."""
    return ["a half file is left behind"] if any(folder.rglob(PART)) else []


def is_dutch(sentence):
    """Whether the program says this in Dutch, with whatever filled in."""
    return any(pattern.fullmatch(sentence) for pattern in _sentences())


@functools.cache
def _sentences():
    """Everything the program says in Dutch, with room for what is filled in."""
    with (Path(texts.__file__).parent / "nl.po").open("rb") as file:
        said = [entry.string for entry in pofile.read_po(file) if isinstance(entry.string, str)]
    patterns = (re.sub(r"\\\{\w+\\\}", ".*", re.escape(each)) for each in said if each)
    return [re.compile(pattern, re.DOTALL) for pattern in patterns if pattern != ".*"]


def laid_out(home):
    """Make a home with the journey ``BEFORE`` in its file; gives that file."""
    home.mkdir(parents=True, exist_ok=True)
    file = home / FILE
    with desk_in(home, file) as desk:
        lay_out(desk, BEFORE, SIZE)
        desk.save(file)
    return file


def good_saving(home, **how):
    """What a saving gives that nothing goes wrong with; the home is used up."""
    saver = Saver(home, **how)
    outcome = saver.save()
    saver.end()
    if outcome is None or outcome.sentence or outcome.foreign:
        raise AssertionError(f"a saving does not work even without a fault: {outcome}")
    return saver.target.read_bytes()
