"""Proof that no file, however damaged or hostile, harms whoever opens it.

Every file is opened, and what is left of it salvaged, in a process of its own: so a crash, a hang
and the memory it takes are seen from outside.
"""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import random
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from reisblog.errors import NothingLeftError, ReisblogError
from reisblog.storage import codec
from reisblog.storage.container import media_name
from reisblog.storage.losses import LossKind, sentences
from tests import desks
from tests.faults import reading_hostile

MUTATIONS, TRUNCATIONS = 5_000, 300
SLOWEST_SECONDS = 5.0
PEAK_MEGABYTES = 1024
_PATIENCE_SECONDS = 90.0
"""Making a large hostile file takes its time too, on a busy machine a multiple of that."""
_LOST = {LossKind.PICTURE, LossKind.ONLY_SMALL}


class ReadingFaultsError(AssertionError):
    """Some file did harm.

    Attributes:
        failures: which, and how.
    """

    def __init__(self, failures):
        super().__init__("\n".join(failures[:20]))
        self.failures = failures


def run_reading_faults(seconds=60.0, say=print):
    """Try all files, and more mutations until the time for fuzzing is over.

    Args:
        seconds: for mutations; the first 5,000 are tried however long that takes.
        say: is told what is being done.

    Returns:
        The figures.

    Raises:
        ReadingFaultsError: some file did harm.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_try_all, args=(theirs, seconds), daemon=True)
    worker.start()
    theirs.close()
    figures = {"mutated": 0, "truncated": 0, "hostile": 0, "slowest_seconds": 0.0}
    failures = []
    try:
        _listen(ours, figures, failures, say)
    finally:
        worker.terminate()
        worker.join()
    if figures.get("peak_megabytes", 0) > PEAK_MEGABYTES:
        failures.append(f"{figures['peak_megabytes']} MB")
    say(f"reading: {figures}")
    if failures:
        raise ReadingFaultsError(failures)
    return figures


def _listen(pipe, figures, failures, say):
    """Take down what the other process tells, until its end or until it tells no more."""
    last = "the beginning"
    while pipe.poll(_PATIENCE_SECONDS):
        try:
            kind, name, took, problem = pipe.recv()
        except EOFError:
            failures.append(f"after {last}: the process died")
            return
        if kind == "end":
            figures |= problem
            return
        last = f"{kind} {name}"
        figures[kind] += 1
        if took > figures["slowest_seconds"]:
            figures |= {"slowest_seconds": round(took, 3), "slowest": last}
        if problem or took > SLOWEST_SECONDS:
            failures.append(f"{last}: {problem or took}")
        if figures[kind] % 1_000 == 0:
            say(f"{kind}: {figures[kind]}")
    failures.append(f"after {last}: a hang")


def _try_all(pipe, seconds):
    """In the process of its own: try everything, tell after each."""
    with tempfile.TemporaryDirectory() as home:
        trier = Trier(Path(home))
        for name, content in reading_hostile.all_files():
            pipe.send(("hostile", name, *trier.tried(content)))
        whole, ends = trier.sample()
        recovered = 0
        for number in range(TRUNCATIONS):
            length = len(whole) * (number + 1) // (TRUNCATIONS + 1)
            took, problem = trier.tried(whole[:length])
            there = {sha256 for sha256, end in ends.items() if end <= length}
            recovered += len(there)
            problem = problem or trier.recovery_problem(there)
            pipe.send(("truncated", f"at {length}", took, problem))
        until = time.monotonic() + seconds
        seed = 0
        while seed < MUTATIONS or time.monotonic() < until:
            pipe.send(("mutated", f"seed {seed}", *trier.tried(mutated(whole, seed))))
            seed += 1
        figures = {"pictures_recovered": recovered, "peak_megabytes": _peak_megabytes()}
        pipe.send(("end", "", 0.0, figures))


def _peak_megabytes():
    if sys.platform == "win32":
        return 0  # the other systems tell
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


class Trier:
    """Opens and salvages files, and finds out whether that did any harm."""

    def __init__(self, home):
        """Work in a folder."""
        self._home = home
        self._path = home / "tried.reisblog"
        self._kinds = {}
        self._losses = ()

    def sample(self):
        """A real file with something of everything, and where each of its pictures ends."""
        path = self._home / "sample.reisblog"
        with desks.new_desk(self._home) as desk:
            desks.lay_out_everything(desk)
            desks.bring_in(desk, *(desks.picture(number) for number in range(10, 18)))
            desk.save(path)
            pictures = {photo.media: photo.kind for photo in desk.journey.photos.values()}
        whole = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(whole)) as stranger:
            entries = {
                sha256: stranger.getinfo(media_name(sha256, kind))
                for sha256, kind in pictures.items()
            }
        ends = {
            sha256: entry.header_offset + 30 + len(entry.filename) + entry.compress_size
            for sha256, entry in entries.items()
        }
        return whole, ends

    def tried(self, content):
        """How many seconds these bytes took as a file, and what was wrong with how it went."""
        self._path.write_bytes(content)
        self._kinds, self._losses = {}, ()
        begun = time.monotonic()
        problem = self._opening_problem() or self._salvaging_problem()
        took = time.monotonic() - begun
        if not problem and self._path.read_bytes() != content:
            problem = "the file was changed"
        return took, problem

    def recovery_problem(self, there):
        """What is wrong when these pictures are whole in the file, and no others."""
        if set(self._kinds) != there:
            return "pictures that are whole were not recovered"
        return ""

    def _opening_problem(self):
        try:
            with desks.opened(self._path, self._home) as desk:
                sentences(desk.losses)
                for sha256 in {photo.media for photo in desk.journey.photos.values()}:
                    try:
                        content = desk.media.read(sha256)
                    except ReisblogError:
                        continue
                    if hashlib.sha256(content).hexdigest() != sha256:
                        return "another picture than promised"
        except ReisblogError:
            return ""
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            return f"opening: {error!r}"
        return ""

    def _salvaging_problem(self):
        try:
            with desks.salvaged(self._path, self._home) as desk:
                self._losses = desk.losses
                sentences(desk.losses)
                missing = [loss.name for loss in desk.losses if loss.kind in _LOST]
                if list(dict.fromkeys(missing)) != desk.missing:
                    return "the list does not say which pictures are missing"
                self._kinds = {
                    photo.media: photo.kind
                    for photo in desk.journey.photos.values()
                    if photo.media not in desk.missing
                }
                for sha256 in self._kinds:
                    desk.media.read(sha256)
                words = codec.encode(desk.journey)
                if codec.decode(words).journey != desk.journey:
                    return "what is left is not what would be saved"
                desk.prepare_save(self._home / "saved.reisblog", replace=True).run()
        except NothingLeftError:
            return ""
        except ReisblogError as error:
            return "" if type(error).__name__ != "SaveError" else f"saving: {error!r}"
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            return f"salvaging: {error!r}"
        return ""


def mutated(content, seed):
    """The bytes with a few things done to them, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    changed = bytearray(content)
    for _change in range(chance.choice([1, 1, 1, 2, 3, 8])):
        chance.choice([_flip, _swap, _zero, _insert, _remove, _alter_a_header, _overwrite])(
            changed, chance
        )
    return bytes(changed)


def _flip(content, chance):
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _swap(content, chance):
    size = chance.choice([4, 64, 512])
    one, other = (chance.randrange(max(1, len(content) - size)) for _ in range(2))
    here, there = bytes(content[one : one + size]), bytes(content[other : other + size])
    content[one : one + size], content[other : other + size] = there, here


def _zero(content, chance):
    begin, size = chance.randrange(len(content)), chance.choice([1, 16, 512, 4096])
    end = min(begin + size, len(content))
    content[begin:end] = bytes(end - begin)


def _insert(content, chance):
    at = chance.randrange(len(content))
    content[at:at] = chance.randbytes(chance.choice([1, 7, 300]))


def _remove(content, chance):
    at = chance.randrange(len(content))
    del content[at : at + chance.choice([1, 7, 300])]


def _alter_a_header(content, chance):
    signs = [b"PK\3\4", b"PK\1\2", b"PK\5\6"]
    sign = chance.choice(signs)
    spots = [at for at in range(len(content) - 46) if content.startswith(sign, at)]
    if spots:
        at = chance.choice(spots) + chance.randrange(46)
        values = [0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)]
        content[at] = chance.choice(values)


def _overwrite(content, chance):
    at = chance.randrange(len(content))
    new = chance.choice([b"PK\3\4", b"PK\1\2", b"PK\5\6", b"{", b'"', b"\xff" * 8, b"\n"])
    content[at : at + len(new)] = new
