"""The travel book on a printer: the same pages, drawn as fine as paper shows, piece by piece.

All of it is done on another thread: a printer may take its time.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from reisblog.errors import ReisblogError
from reisblog.model.book import Paper, Quality
from reisblog.pdfium import Pages
from reisblog.texts import _
from reisblog.ui.book import unheld
from reisblog.ui.book.words import for_whom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from reisblog.model.book import Wish
    from reisblog.pdfium import Raster
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Job, Jobs, Progress
    from reisblog.ui.session import Session
    from reisblog.ui.workbench import Workbench

_DPI = 300
"""Finer than this no printer shows a photo."""
_PIXELS = 20_000_000
"""Of one page: A3 at 300 dpi; A2, seen from farther away, gets fewer to the inch."""
_BAND = 160
"""So many lines are handed to the printer at once; in between it can be stopped."""
_OVER = 8
"""So many lines of the next band come along, or a seam would show where pixels are rounded."""
_KEEPS_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
_MAKING = 0.2
"""How much of all the work making the pages counts for; the rest is printing them."""
_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.A4_LANDSCAPE: QPageSize.PageSizeId.A4,
    Paper.A5: QPageSize.PageSizeId.A5,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.A2: QPageSize.PageSizeId.A2,
    # No printer has such paper.
    Paper.SCREEN: QPageSize.PageSizeId.A4,
}


class Printing(QObject):
    """Asks for a printer, makes the book, and sends it there on another thread."""

    def __init__(
        self,
        *,
        workbench: Workbench,
        session: Session,
        jobs: Jobs,
        dialogs: Callable[[], Dialogs],
        say: Callable[[str], None],
        tell_progress: Callable[[str, float], None],
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        """Know everybody who takes part.

        Args:
            workbench: the open journey.
            session: keeps a desk open for as long as something is made at it.
            jobs: background work.
            dialogs: gives the system's own dialog.
            say: tells what came of it.
            tell_progress: tells in words what is done, and how far it is from 0 to 1.
            window: what the dialog belongs to.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._workbench = workbench
        self._session = session
        self._jobs = jobs
        self._dialogs = dialogs
        self._say = say
        self._tell_progress = tell_progress
        self._window = window
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._job is not None

    def asked(self, wish: Wish, sizes: Sequence[tuple[float, float]]) -> QPrinter | None:
        """The printer that the person chooses, which is told for whom the book is; or none.

        Args:
            wish: what kind of book.
            sizes: of its pages, in points.
        """
        if not self._dialogs().has_printer():
            self._say(
                _(
                    "There is no printer on this computer. Make the travel book as a PDF, and "
                    "print that where there is one."
                )
            )
            return None
        whom = for_whom(wish.viewer)
        printer = self._dialogs().printer(
            self._window(),
            title=_("Print the travel book {for_whom}").format(for_whom=whom),
            size=QPageSize(_SIZES[wish.paper]),
            orientation=_orientation(sizes[0]),
            pages=len(sizes),
        )
        if printer is not None:
            printer.setFullPage(True)
            printer.setDocName(_("Travel book"))
        return printer

    def begin(self, wish: Wish, printer: QPrinter) -> None:
        """Make the pages, and print them."""
        desk, whom = self._workbench.desk, for_whom(wish.viewer)
        # Photos go in as they are, which is the quickest; finer than this no paper shows them.
        book = desk.book(msgspec.structs.replace(wish, quality=Quality.PRINT))
        words = _("Printing {for_whom}").format(for_whom=whom)

        def work(report: Progress) -> None:
            pages = Pages(book.content(lambda share: report(share * _MAKING)))
            try:
                _print(pages, printer, lambda share: report(_MAKING + (1 - _MAKING) * share))
            finally:
                pages.close()

        def ended(told: str) -> None:
            self._job = None
            self._session.let_go(desk)
            self._tell_progress(words, 1.0)
            self._say(told)

        self._session.hold(desk)
        self._tell_progress(words, 0.0)
        self._job = self._jobs.run(
            work,
            done=lambda _none: ended(
                _("Your travel book {for_whom} has gone to the printer.").format(for_whom=whom)
            ),
            failed=lambda error: ended(str(error)),
            stopped=lambda: ended(
                _("Printing was stopped. What was on its way may still come out.")
            ),
            progress=lambda share: self._tell_progress(words, share),
        )

    def stop(self) -> None:
        """Print nothing more."""
        if self._job is not None:
            self._job.cancel()


def _print(pages: Pages, printer: QPrinter, report: Progress) -> None:
    """Print pages, a band after another; on any thread.

    Raises:
        ReisblogError: the printer does not take them.
    """
    painter, taken = QPainter(), False
    try:
        taken = _painted(pages, printer, painter, report)
    finally:
        if not taken:
            printer.abort()
        if painter.isActive():
            taken = unheld.end(painter) and taken
    if not taken:
        raise ReisblogError(
            _(
                "The printer does not take the travel book. Look whether it is on and connected, "
                "or make the book as a PDF and print that."
            )
        )


def _painted(pages: Pages, printer: QPrinter, painter: QPainter, report: Progress) -> bool:
    """Whether the printer took all pages."""
    order = _order(printer, len(pages.sizes))
    for nth, index in enumerate(order):
        size = pages.sizes[index]
        printer.setPageOrientation(_orientation(size))
        if not (unheld.next_sheet(printer) if nth else unheld.begin(painter, printer)):
            return False
        raster = pages.raster(index, _width_px(printer, size))
        if raster is None:
            return False
        for done in _drawn(raster, painter, _spot(printer, size)):
            report((nth + done) / len(order))
    return bool(order)


def _drawn(raster: Raster, painter: QPainter, at: QRectF) -> Iterator[float]:
    """Draws a page band by band; gives how far it is, from 0 to 1, after each."""
    share = at.height() / raster.height
    for line in range(0, raster.height, _BAND):
        lines = min(_BAND + _OVER, raster.height - line)
        begin = line * raster.width * 4
        band = QImage(
            raster.bgrx[begin : begin + lines * raster.width * 4],
            raster.width, lines, raster.width * 4, QImage.Format.Format_RGB32,
        )  # fmt: skip
        target = QRectF(at.x(), at.y() + line * share, at.width(), lines * share)
        unheld.draw(painter, target, band, QRectF(band.rect()))
        yield min(1.0, (line + lines) / raster.height)


def _order(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages to print, 0 being the first, in the order in which the printer wants them."""
    first, last = printer.fromPage(), printer.toPage()
    if printer.printRange() != QPrinter.PrintRange.PageRange or not first:
        first, last = 1, count
    order = range(first - 1, min(last or first, count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        order = order[::-1]
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return [page for _copy in range(copies) for page in order]


def _orientation(size: tuple[float, float]) -> QPageLayout.Orientation:
    width, height = size
    turned = QPageLayout.Orientation
    return turned.Landscape if width > height else turned.Portrait


def _spot(printer: QPrinter, size: tuple[float, float]) -> QRectF:
    """Where a page lies on the sheet, in the printer's dots: as large as fits, in the middle."""
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    lying = QSizeF(*size).scaled(sheet.size(), _KEEPS_SHAPE)
    spot = QRectF(0.0, 0.0, lying.width(), lying.height())
    spot.moveCenter(sheet.center())
    return spot


def _width_px(printer: QPrinter, size: tuple[float, float]) -> int:
    """How finely a page is drawn: as many pixels across as show on the sheet."""
    spot = _spot(printer, size)
    dpi = min(_DPI, printer.resolution())
    width = spot.width() / printer.resolution() * dpi
    height = width * size[1] / size[0]
    return round(width * min(1.0, math.sqrt(_PIXELS / (width * height))))
