"""What a printer takes its time for, done without Python's lock.

PySide holds that lock while Qt begins, draws, turns to the next sheet and hands all over, so a slow
printer would stop the window even from another thread, for seconds. Here the same functions of Qt
are called through `ctypes`, which lets go of the lock; Qt itself allows painting on a printer in
any thread. Where a function is not found by its name, PySide's own is called, and holds it.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPrintSupport import QPrinter
    from shiboken6 import Object

_LIBRARIES = {"win32": "Qt6{name}.dll", "linux": "libQt6{name}.so.6"}
_NAMES = {
    "begin": ("_ZN8QPainter5beginEP12QPaintDevice", "?begin@QPainter@@QEAA_NPEAVQPaintDevice@@@Z"),
    "draw": (
        "_ZN8QPainter9drawImageERK6QRectFRK6QImageS2_6QFlagsIN2Qt19ImageConversionFlagEE",
        "?drawImage@QPainter@@QEAAXAEBVQRectF@@AEBVQImage@@0V?$QFlags@W4ImageConversionFlag@Qt@@@@@Z",
    ),
    "end": ("_ZN8QPainter3endEv", "?end@QPainter@@QEAA_NXZ"),
    "turn": ("_ZN8QPrinter7newPageEv", "?newPage@QPrinter@@UEAA_NXZ"),
}
"""How compilers call them: `QPainter::begin`, `drawImage` and `end`, and `QPrinter::newPage`."""


def begin(painter: QPainter, printer: QPrinter) -> bool:
    """Begin to paint; whether the printer takes it."""
    call = found("Gui", "begin")
    if call is None:
        return painter.begin(printer)
    return bool(call(_at(painter), _at(printer)))


def draw(painter: QPainter, target: QRectF, image: QImage, source: QRectF) -> None:
    """Draw a part of an image."""
    call = found("Gui", "draw")
    if call is None:
        painter.drawImage(target, image, source)
    else:
        call(_at(painter), _at(target), _at(image), _at(source), 0)


def next_sheet(printer: QPrinter) -> bool:
    """Begin another sheet; whether the printer takes it."""
    call = found("PrintSupport", "turn")
    return printer.newPage() if call is None else bool(call(_at(printer)))


def end(painter: QPainter) -> bool:
    """Paint no more, and hand all over; whether the printer took it."""
    call = found("Gui", "end")
    return painter.end() if call is None else bool(call(_at(painter)))


@cache
def found(library: str, called: str) -> Callable[..., Any] | None:
    """A function of Qt that is called without the lock; nothing where it has another name."""
    itanium, microsoft = _NAMES[called]
    named = _LIBRARIES.get(sys.platform)
    try:
        loaded = ctypes.CDLL(named and named.format(name=library))
        function = loaded[microsoft if sys.platform == "win32" else itanium]
    except (OSError, AttributeError):
        return None
    function.restype = None if called == "draw" else ctypes.c_bool
    count = {"begin": 2, "draw": 4}.get(called, 1)
    function.argtypes = [ctypes.c_void_p] * count + [ctypes.c_int] * (called == "draw")
    return function


def _at(thing: Object) -> int:
    """Where Qt's own object lies."""
    (address, *_bases) = Shiboken.getCppPointer(thing)
    return int(address)
