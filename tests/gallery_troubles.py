"""Whatever goes wrong, as a person sees it: each trouble is brought about and pictured."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest

from reisblog import look
from reisblog.model import edits, limits
from reisblog.model.geometry import Point
from reisblog.ui import theme
from reisblog.ui.question import Question
from tests import pictures
from tests.driver import Driver

_GAP = 18
_WIDE = 1000
_FEW_IN_A_COLUMN = 14
_OPEN = Point(1330, 930)
_DISK = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT, errno.EFBIG)


def print_troubles(folder: Path, home: Path) -> None:
    """All messages on a few sheets."""
    shots: list[tuple[str, QPixmap]] = []
    for trouble in (_opening, _saving, _photos, _recovering, _forgetting, _full):
        work = home / trouble.__name__
        work.mkdir(parents=True)
        shots += trouble(work)
    for number in range(0, len(shots), _FEW_IN_A_COLUMN):
        path = folder / f"troubles-{number // _FEW_IN_A_COLUMN + 1}.png"
        _sheet(shots[number : number + _FEW_IN_A_COLUMN]).save(str(path))
        print(path)  # noqa: T201  (the result)


def _opening(work: Path) -> Iterator[tuple[str, QPixmap]]:
    with closing(Driver(work / "home")) as person:
        good = work / "reis.reisblog"
        person.drop(_photo(work), person.place("wensboom"))
        _save(person, good)
        whole = good.read_bytes()
        files = {
            "nothing in it": b"",
            "something else": b"Lieve oma",
            "cut off": whole[: len(whole) // 3],
            "altered": whole[:200] + b"#" * 300 + whole[500:],
            "newer": _newer(whole, work),
        }
        for name, content in files.items():
            path = work / f"{name}.reisblog"
            path.write_bytes(content)
            person.dialogs.file = path
            person.press("open")
            person.settle()
            yield f"open: {name}", _chip(person)
            if name == "cut off":
                person.messages.take_up("Open wat er nog is")
                person.settle()
                yield "open: what is left", _chip(person)
                person.program.workbench.desk.history.mark_saved(person.journey)
        for name, path in (("gone", work / "weg.reisblog"), ("a folder", work)):
            person.dialogs.file = path
            person.press("open")
            yield f"open: {name}", _chip(person)


def _saving(work: Path) -> Iterator[tuple[str, QPixmap]]:
    with closing(Driver(work / "home")) as person, closing(Driver(work / "other")) as other:
        path = work / "reis.reisblog"
        _title(person, "Reis")
        _save(person, path)
        for number in _DISK:
            _title(person, errno.errorcode[number])
            with patch("os.fsync", side_effect=OSError(number, os.strerror(number))):
                person.press("save")
                person.settle()
            yield f"save: {errno.errorcode[number]}", _chip(person)
        path.chmod(0o444)
        person.press("save")
        person.settle()
        yield "save: read-only", _chip(person)
        path.chmod(0o644)
        assert person.program.elsewhere
        assert other.program.elsewhere
        other.dialogs.file = path
        other.press("open")
        other.settle()
        other.until(lambda: other.messages.heard)
        yield "open: open elsewhere", _chip(other)
        other.messages.take_up("In het bestand zelf verder")
        person.press("save")
        person.settle()
        _title(other, "Elders")
        other.press("save")
        other.settle()
        yield "save: changed elsewhere", _chip(other)
        person.dialogs.file = work / "weg" / "reis.reisblog"
        person.press("save-as")
        person.settle()
        yield "save: folder gone", _chip(person)
        person.dialogs.file = work / f"{'n' * 300}.reisblog"
        person.press("save-as")
        person.settle()
        yield "save: name too long", _chip(person)
        path.write_bytes(path.read_bytes()[:-60])
        person.dialogs.file = path
        person.program.workbench.desk.history.mark_saved(person.journey)
        person.press("open")
        yield "open: cut off, and there is an earlier version", _chip(person)
        person.messages.take_up("Open een eerdere versie")
        yield "open: that version", _chip(person)


def _photos(work: Path) -> Iterator[tuple[str, QPixmap]]:
    with closing(Driver(work / "home")) as person:
        files = {
            "essay.jpg": b"%PDF-1.7",
            "clip.mov": b"\0\0\0\x14ftypqt  " + bytes(99),
            "half.jpg": pictures.jpeg()[:4000],
            "leeg.png": b"",
            "brief.txt": b"Lieve oma",
        }
        for name, content in files.items():
            (work / name).write_bytes(content)
            person.drop([work / name], _OPEN)
            yield f"photo: {name}", _chip(person)
        person.drop([work / name for name in files], _OPEN)
        yield "photo: many", _chip(person)
        mime = QMimeData()
        mime.setUrls([QUrl("https://example.org/photo.jpg")])
        person.drop(mime, _OPEN)
        yield "photo: on the net", _chip(person)


def _recovering(work: Path) -> Iterator[tuple[str, QPixmap]]:
    with closing(Driver(work / "home")) as person:
        with patch("reisblog.storage.nest.Nest.make", side_effect=OSError(errno.ENOSPC, "full")):
            _title(person, "Reis")
            person.until(lambda: person.messages.heard)
        yield "recovery: no room", _chip(person)
        _title(person, "Verder")
        _stop(person)
    with closing(Driver(work / "home")) as person:
        person.program.safekeeping.look_for_left()
        person.settle()
        yield "recovery: offered", _chip(person)
        person.messages.answer = 0
        person.messages.take_up("Weggooien")
        yield "recovery: throw away", _question(person)
        person.messages.take_up("Ermee verder")
        yield "recovery: taken up", _chip(person)
        path = work / "reis.reisblog"
        _save(person, path)
        _title(person, "Anders")
        person.press("save")
        person.settle()
        person.program.safekeeping.earlier()[0].act()
        person.settle()
        yield "an earlier version", _chip(person)
        _stop(person)
    for log in (work / "home" / "recovery").glob("*/log"):
        log.write_bytes(b"nonsense\n" + log.read_bytes())
    with closing(Driver(work / "home")) as person:
        person.program.safekeeping.look_for_left()
        person.settle()
        person.messages.take_up("Ermee verder")
        yield "recovery: unreadable", _chip(person)


def _forgetting(work: Path) -> Iterator[tuple[str, QPixmap]]:
    with closing(Driver(work / "home")) as person:
        person.drop(_photo(work), _OPEN)
        _save(person, work / "reis.reisblog")
        person.program.workbench.choose(person.journey.photos)
        for action in ("remove-everywhere", "shared", "wipe"):
            person.messages.answer = 0
            person.press(action)
            yield action, _question(person)
            person.messages.answer = 1
            person.press(action)
            person.settle()
            QTest.qWait(200)
            yield f"{action}, done", _chip(person)
        _title(person, "Nog niet bewaard")
        person.messages.answer = 2
        person.press("new")
        yield "leaving", _question(person)


def _full(work: Path) -> Iterator[tuple[str, QPixmap]]:
    with closing(Driver(work / "home")) as person, patch.object(limits, "RECORDS", 0):
        person.drop(_photo(work), _OPEN)
        yield "full", _chip(person)


def _stop(person: Driver) -> None:
    """The program ends in the middle of everything."""
    desk = person.program.workbench.desk
    desk._recorder.end()
    kept = shutil.copytree(desk.nest.path, desk.nest.path.with_name(os.urandom(8).hex()))
    person.close()
    assert kept.exists()


def _photo(work: Path) -> list[Path]:
    path = work / "foto.jpg"
    path.write_bytes(pictures.jpeg(600, 400))
    return [path]


def _title(person: Driver, title: str) -> None:
    person.program.workbench.edit("Titel", lambda now: edits.entitle(now, title=title))


def _save(person: Driver, path: Path) -> None:
    person.dialogs.file = path
    person.press("save")
    person.settle()


def _newer(whole: bytes, work: Path) -> bytes:
    """The same file in a format that is not there yet."""
    source, target = work / "old.zip", work / "new.zip"
    source.write_bytes(whole)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "journey.json":
                content = content.replace(b'"format": 1', b'"format": 9')
            new.writestr(entry, content)
    return target.read_bytes()


def _chip(person: Driver) -> QPixmap:
    """The message as it stands in the window."""
    return person.window.stage.chip.grab()


def _question(person: Driver) -> QPixmap:
    """What was asked last, as it stands over the window."""
    text, choices = person.messages.questions[-1]
    sheet = Question(text, choices)
    sheet.show()
    QTest.qWait(50)
    shot = sheet.grab()
    sheet.close()
    return shot


def _sheet(shots: list[tuple[str, QPixmap]]) -> QPixmap:
    high = sum(shot.height() + 2 * _GAP for _name, shot in shots) + _GAP
    sheet = QPixmap(_WIDE, high)
    sheet.fill(QColor(look.PAPER))
    painter = QPainter(sheet)
    painter.setFont(theme.font(look.TEXT_SMALL_PX))
    y = _GAP
    for name, shot in shots:
        painter.drawText(QPoint(_GAP, y + 4), name)
        painter.drawPixmap(QPoint(_GAP, y + 8), shot)
        y += shot.height() + 2 * _GAP
    painter.end()
    return sheet
