"""Somebody works with the real program, and all about them has a name that must not come out.

Run as a program of its own: `python -m tests.faults.private_life FOLDER [--fast] [HOST]`.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData

from reisblog.model import edits
from reisblog.model.book import Quality, Wish
from reisblog.model.journey import in_tray
from reisblog.ui.application import application
from tests.driver import Driver, files
from tests.faults.telling_pictures import CANARY, telling_pictures

PHOTOS, FOLLOWED, MADE = f"{CANARY}-photos", f"{CANARY}-cloud", f"{CANARY}-made"
OWN_WORD = "eigenwoord5c1e"
"""What the person writes; it must come out, and tells whether whoever looks can see."""
_HERBERG = "herberg-voor-inspirerende-ontmoetingen"


def main(folder, *options):
    """Live it, and end as in a crash."""
    logging.basicConfig(level=logging.INFO)
    for host in options:
        if host != "--fast":
            socket.sethostname(host)
    for name in (PHOTOS, FOLLOWED, MADE):
        (folder / name).mkdir()
    application()
    person = Driver(Path.home() / "reisblog")
    _bring_in(person, folder)
    _save(person, folder / MADE)
    _make(person, folder / MADE, fast="--fast" in options)
    person.press("choose-all")
    person.press("remove")
    desk = person.program.workbench.desk
    desk._recorder.end()
    sys.stdout.write(f"{len(desk.history.kept_media())} pictures\n")
    sys.stdout.flush()
    os._exit(0)


def _bring_in(person, folder):
    """From files, from the clipboard and from a followed folder; and one that is no picture."""
    paths = []
    for ending, content in telling_pictures().items():
        paths.append(folder / PHOTOS / f"{CANARY}.{ending}")
        paths[-1].write_bytes(content)
    paths.append(folder / PHOTOS / f"{CANARY}-broken.jpg")
    paths[-1].write_bytes(b"\xff\xd8\xff" + CANARY.encode())
    person.drop(files(paths), person.place(_HERBERG))
    assert len(person.journey.photos) == len(paths) - 1, person.messages.last

    for kind, ending in {"jpeg": "jpg", "png": "png", "webp": "webp"}.items():
        pasted = QMimeData()
        pasted.setData(f"image/{kind}", telling_pictures(490)[ending])
        person.paste(pasted)
    assert len(person.journey.photos) == len(paths) + 2, person.messages.last

    person.dialogs.file = folder / FOLLOWED
    person.press("pick-folder")
    before = len(in_tray(person.journey))
    late = telling_pictures(500)
    del late["gif"]  # nobody photographs those
    for ending, content in late.items():
        (folder / FOLLOWED / f"{CANARY}-late.{ending}").write_bytes(content)
    person.until(lambda: len(in_tray(person.journey)) == before + len(late))
    person.settle()


def _save(person, made):
    """Again and again, so that there are earlier versions, and pictures that are in no file."""
    desk = person.program.workbench.desk
    desk.commit("Title", lambda journey: edits.entitle(journey, title=OWN_WORD))
    person.dialogs.file = made / f"{CANARY}.reisblog"
    person.press("save")
    person.settle()
    person.press("choose-all")
    person.press("remove")
    person.press("save")
    person.settle()
    person.press("undo")
    person.press("save")
    person.settle()


def _make(person, made, *, fast):
    wanted = {"book": "book.pdf", "picture": "picture.png"}
    if not fast:
        wanted |= {"phone-picture": "phone.png", "blank-map": "map.pdf"}
    for action, name in wanted.items():
        person.dialogs.file = made / f"{CANARY}-{name}"
        person.export(action)
        person.until(person.dialogs.file.exists)
        person.settle()
    for quality in (Quality.ORIGINAL,) if fast else (Quality.PRINT, Quality.ORIGINAL):
        person.program.workbench.desk.export_pdf(
            made / f"{quality}.pdf", wish=Wish(quality=quality)
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
