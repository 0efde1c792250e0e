"""Journeys by number, a traveller who saves them one after another, and who looks what is left.

Everything in journey ``n`` follows from ``n``: so whoever finds a file knows whether it is whole,
and which of the savings it came from.
"""

from __future__ import annotations

import hashlib
import shutil

import msgspec

from reisblog.desk import Desk
from reisblog.errors import ReisblogError
from reisblog.model import edits
from reisblog.model.journey import Journey
from reisblog.model.records import MediaKind
from reisblog.resources import Folders
from reisblog.storage import durable
from reisblog.storage.own_atlas import own_atlas
from tests import desks, journeys

FILE = "reis.reisblog"
PART = ".reisblog-*.part"
"""Under such names a file waits until it is whole."""
_PHOTOS = 3


def content(number, size):
    """The bytes of a picture; saving never looks inside."""
    return hashlib.shake_256(b"picture %d" % number).digest(size)


def pictures(number, size):
    """The pictures of a journey by SHA-256; it shares all but one with the journey before it."""
    held = (content(each, size) for each in range(number, number + _PHOTOS))
    return {hashlib.sha256(each).hexdigest(): each for each in held}


def journey(number, size):
    """A journey with that number for a title."""
    photos = [
        journeys.photo(f"p{index}", media=sha256, kind=MediaKind.JPEG)
        for index, sha256 in enumerate(pictures(number, size))
    ]
    empty = Journey(id="reis", language="nl", map=own_atlas().map)
    return edits.bring_in(edits.entitle(empty, title=str(number)), photos)


def desk_in(home, file):
    """A desk with the journey of a file, or with an empty one where there is none."""
    if file.exists():
        return desks.opened(file, home)
    return Desk(
        Journey(id="reis", language="nl", map=own_atlas().map),
        folders=Folders.below(home),
        atlas=own_atlas(),
        decoder=desks.IDLE,
    )


def lay_out(desk, number, size):
    """Make the desk's journey the one with this number, with its pictures."""
    for sha256, each in pictures(number, size).items():
        if sha256 not in desk.media:
            desks.keep(desk, each, rendition=b"small " + each[:40])
    desk.commit("Further", lambda _journey: journey(number, size))


def number_in(file, home, size):
    """The number of the journey in a file.

    Raises:
        AssertionError: it does not open, or it is not exactly what was saved under that number.
    """
    try:
        with desks.opened(file, home) as desk:
            number = int(desk.journey.title)
            assert desk.journey == journey(number, size), "the words are not those that were saved"
            for sha256, each in pictures(number, size).items():
                assert desk.media.read(sha256) == each, "a picture is not what was saved"
                small = desk.media.rendition(sha256)
                assert small == b"small " + each[:40], "a small picture is not what was saved"
    except ReisblogError as error:
        raise AssertionError(f"the file does not open ({type(error).__name__})") from error
    return number


class Acknowledged(msgspec.Struct, frozen=True):
    """Something that was promised to be safe, by its number, so many seconds before the end."""

    number: int
    age: float


class Saving:
    """A scenario: saves one journey after another in one file, and says so after each.

    A scenario has ``work(home, acknowledge)``, which goes on until it is ended from outside and
    calls ``acknowledge`` with a number for whatever is promised to be safe, and
    ``check(home, acknowledged)``, which tells what is wrong with what is left.
    """

    def __init__(self, write_whole=durable.write_whole, *, size=150_000):
        """Save in this way.

        Args:
            write_whole: how a file is written; a control takes the place of ours.
            size: of each picture, in bytes.
        """
        self._write_whole = write_whole
        self._size = size

    def work(self, home, acknowledge):
        """Save without end, after what an earlier one left is taken away."""
        for part in home.glob(PART):
            part.unlink()
        shutil.rmtree(home / "recovery", ignore_errors=True)
        durable.write_whole = self._write_whole
        file = home / FILE
        with desk_in(home, file) as desk:
            number = int(desk.journey.title or "0")
            while True:
                number += 1
                lay_out(desk, number, self._size)
                desk.save(file)
                acknowledge(number)

    def check(self, home, acknowledged):
        """What is wrong with the file that is left: it is that of the last saving, or the next."""
        file, last = home / FILE, max((each.number for each in acknowledged), default=0)
        if not file.exists():
            return ["the file is gone"] if last else []
        try:
            number = number_in(file, home, self._size)
        except AssertionError as error:
            return [str(error)]
        return [] if number >= last else ["an acknowledged saving is lost"]
