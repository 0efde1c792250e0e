"""Every system call of keeping an edit goes wrong once, in every way, or is the last one ever made.

An edit is kept on a thread of its own, so it is that thread alone which strace takes hold of.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
import signal
import socket
import tempfile
import threading
from pathlib import Path

import msgspec

from reisblog import texts
from reisblog.errors import ReisblogError
from reisblog.model import edits
from reisblog.model.journey import Journey
from reisblog.storage import recovery
from reisblog.storage.own_atlas import own_atlas
from tests.faults import forked, promise, strace
from tests.faults.calls import ERRORS, WRITING
from tests.faults.next_start import work_left
from tests.faults.row import Row, counted
from tests.faults.traveller import FILE, desk_in, journey, lay_out

_EARLIER, _EDIT, _NEXT = 1, 2, 3
"""What was kept before, the edit that something goes wrong with, and one after it."""
_PATIENCE_S = 20.0
_ENOUGH = 65_536


class Kind(msgspec.Struct, frozen=True):
    """A way in which an edit is kept.

    Attributes:
        name: in the table.
        is_first: whether nothing was kept before.
        is_anew: whether the log begins anew with it.
    """

    name: str
    is_first: bool = False
    is_anew: bool = False


KINDS = (
    Kind("the first edit", is_first=True),
    Kind("an edit"),
    Kind("the log beginning anew", is_anew=True),
)


class Kept(msgspec.Struct):
    """What came of an edit.

    Attributes:
        sentences: what the person was told.
        foreign: what went wrong in a way that nobody foresaw.
    """

    sentences: list[str]
    foreign: list[str]


class Editor:
    """A process that waits at the door of one edit."""

    def __init__(self, home, kind):
        """Begin, and wait until what comes before it is kept."""
        self.home = home
        self._mine, theirs = socket.socketpair()
        self._mine.settimeout(_PATIENCE_S)
        self._pid = os.fork()
        if self._pid == 0:
            self._mine.close()
            forked.end_with_parent()
            _live(home, kind, theirs)
        theirs.close()
        self.thread = int(self._mine.recv(_ENOUGH))

    def edit(self):
        """Let it edit; gives what came of that, or nothing when it died over it."""
        try:
            self._mine.send(b"+")
            said = self._mine.recv(_ENOUGH)
        except TimeoutError:
            return None
        except (ConnectionResetError, BrokenPipeError):
            said = b""
        return msgspec.json.decode(said, type=Kept) if said else None

    def end(self):
        """Let it be gone, as a crash would."""
        self._mine.close()
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _live(home, kind, door):
    """The life of an editor; it never returns."""
    try:
        gc.disable()
        texts.use("nl")
        forked.let_anybody_trace()
        recovery.GATHER_SECONDS = 0.0
        odd = logging.Handler()
        foreign, sentences = [], []
        odd.emit = lambda record: foreign.append(str(record.exc_info or record.msg))
        logging.getLogger().addHandler(odd)
        desk = desk_in(home, home / FILE)
        desk.record(sentences.append)
        recorder = desk._recorder
        rested = _rests(recorder)
        if kind.is_first:
            recorder._put(recovery._Look())
        else:
            _do(desk, _EARLIER, kind)
        rested.acquire()
        if kind.is_anew:
            recorder._most = 0
        door.send(b"%d" % recorder._thread.native_id)
        for number in (_EDIT, _NEXT):
            door.recv(1)
            _do(desk, number, kind)
            rested.acquire()
            door.send(msgspec.json.encode(Kept(sentences, foreign)))
            sentences.clear()
            foreign.clear()
        door.recv(1)
    finally:
        os._exit(0)


def _do(desk, number, kind):
    if kind.is_first and number == _EDIT:  # without pictures nobody needed the folder yet
        desk.commit("Further", lambda _journey: _titled(number))
    else:
        lay_out(desk, number, promise.SIZE)


def _titled(number):
    return edits.entitle(Journey(id="reis", language="nl", map=own_atlas().map), title=str(number))


def _rests(recorder):
    """Lets go once, every time that the recorder has done what it could."""
    rested, gathered = threading.Semaphore(0), recorder._gathered
    begun = threading.Event()

    def gathered_again():
        if begun.is_set():
            rested.release()
        begun.set()
        return gathered()

    recorder._gathered = gathered_again
    return rested


class _Bench:
    """Edits of one kind, each from the same beginning."""

    def __init__(self, folder, kind):
        self._folder, self._kind = folder, kind
        self.log = folder / "log"
        self._due = (_EDIT,) if kind.is_first else (_EDIT, _EARLIER)
        """What is kept when all goes well, the latest first."""

    def _editor(self):
        home = self._folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        return Editor(home, self._kind)

    def written_down(self):
        """All calls of an edit that is kept well."""
        editor = self._editor()
        tracer = strace.Attached(editor.thread, self.log)
        editor.edit()
        tracer.let_go()
        editor.end()

    def fails(self, name, number, error, *, ever_after):
        """What is wrong after one call failed."""
        editor = self._editor()
        when = f"{number}+" if ever_after else str(number)
        inject = f"inject={name}:error={error}:when={when}"
        tracer = strace.Attached(editor.thread, self.log, "-e", f"trace={name}", "-e", inject)
        kept = editor.edit()
        tracer.let_go()
        faults = [] if kept is not None else ["the program died or hangs"]
        if kept is not None:
            faults += self._judge(kept, self._left(editor))
            faults += self._tried_again(editor)
        editor.end()
        return [f"{name}: {fault}" for fault in faults]

    def _left(self, editor):
        """The numbers of what a next start finds, the latest first; nothing when that is wrong."""
        try:
            with work_left(editor.home) as found:
                if not found:
                    return ()
                [desk] = found
                return tuple(self._numbers(desk))
        except (ReisblogError, ValueError):
            return None

    def _numbers(self, desk):
        """That of the journey, and of every one that undo brings back."""
        while desk.journey.title:
            number = int(desk.journey.title)
            is_bare = self._kind.is_first and number == _EDIT
            if desk.journey != (_titled(number) if is_bare else journey(number, promise.SIZE)):
                raise ValueError("another journey")
            for photo in desk.journey.photos.values():
                desk.media.read(photo.media)
            yield number
            desk.history.undo()

    def _judge(self, kept, there):
        yield from kept.foreign
        if len(kept.sentences) > 1:
            yield "told more than once"
        if not kept.sentences and there != self._due:
            yield "not kept, and nobody is told"
        if not all(map(promise.is_dutch, kept.sentences)):
            yield f"not a sentence of ours: {kept.sentences}"
        if there not in {self._due, self._due[1:]}:
            yield "what was kept before can no longer be read"

    def _tried_again(self, editor):
        kept = editor.edit()
        if kept is None or kept.sentences or kept.foreign:
            yield "the next edit is not kept either"
        if self._left(editor) != (_NEXT, *self._due):
            yield "the next edit does not bring back what was not kept"

    def dies(self, name, number):
        """What is wrong after the process died at a call."""
        editor = self._editor()
        inject = f"inject={name}:signal=SIGKILL:when={number}"
        tracer = strace.Attached(editor.thread, self.log, "-e", f"trace={name}", "-e", inject)
        editor.edit()
        tracer.let_go()
        editor.end()
        there = self._left(editor)
        return [] if there in {self._due, self._due[1:]} else ["work is lost"]


def run(*, fast):
    """Failing calls and deadly calls, for each kind of edit."""
    if strace.PROGRAM is None:
        yield Row("system calls of an edit", "", skipped=strace.MISSING)
        return
    gc.freeze()  # what is forked from here need not look through it all
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        for kind in KINDS:
            bench = _Bench(Path(folder) / kind.name.replace(" ", "-"), kind)
            try:
                bench.written_down()
            except PermissionError as error:
                yield Row("system calls of an edit", "", skipped=f"strace may not look: {error}")
                return
            yield _failing(bench, kind, fast=fast)
            yield _deadly(bench, kind, fast=fast)


def _failing(bench, kind, *, fast):
    points = strace.each_call(bench.log, WRITING)
    errors = itertools.cycle(ERRORS)
    often = 1 if fast else len(ERRORS)
    trials = [(*point, next(errors)) for point in points for _time in range(often)]
    faults = [
        fault
        for ever_after, trial in zip(itertools.cycle((False, True)), trials, strict=False)
        for fault in bench.fails(*trial, ever_after=ever_after)
    ]
    return Row(
        f"failing system calls, {kind.name}",
        f"{len(trials)} faults in {len(points)} calls that write",
        counted(faults),
    )


def _deadly(bench, kind, *, fast):
    bench.written_down()
    points = strace.each_call(bench.log)[:: 5 if fast else 1]
    faults = [fault for point in points for fault in bench.dies(*point)]
    return Row(f"SIGKILL at a system call, {kind.name}", f"{len(points)} kills", counted(faults))
