"""The travel book on a printer: the same pages, drawn as fine as paper shows, piece by piece."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from reisblog.model.book import Paper, Quality, Wish
from reisblog.pdfium import Pages, Raster
from reisblog.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reisblog.errors import ReisblogError
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.jobs import Job, Jobs
    from reisblog.ui.session import Session
    from reisblog.ui.workbench import Workbench

_DPI = 300
"""Finer than this no printer shows a photo."""
_PIXELS = 20_000_000
"""Of one page: A3 at 300 dpi; A2, seen from farther away, gets fewer to the inch."""
_BAND = 160
"""So many lines are handed to the printer at once: a few milliseconds."""
_OVER = 8
"""So many lines of the next band come along, or a seam would show where pixels are rounded."""
_KEEPS_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
_MAKING = 0.5
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


_Take = Callable[[Pages], None]


class Printing(QObject):
    """Asks for a printer, and sends the book there a band of a page at a time."""

    def __init__(
        self,
        *,
        workbench: Workbench,
        session: Session,
        jobs: Jobs,
        dialogs: Callable[[], Dialogs],
        wish: Callable[[], Wish],
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
            wish: what kind of book.
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
        self._wish = wish
        self._say = say
        self._tell_progress = tell_progress
        self._window = window
        self._job: Job | None = None
        self._run: _Run | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._job is not None or self._run is not None

    def begin(self) -> None:
        """Make the pages, ask for a printer, and print."""
        if self.busy:
            return
        if not self._dialogs().has_printer():
            self._say(
                _(
                    "There is no printer on this computer. Make the travel book as a PDF, and "
                    "print that where there is one."
                )
            )
            return
        wish = self._wish()
        if wish.quality is Quality.SCREEN:
            wish = msgspec.structs.replace(wish, quality=Quality.PRINT)
        book = self._workbench.desk.book(wish)
        self._tell(0.0)
        self._work(
            lambda report: Pages(book.content(report)), lambda pages: self._ask(pages, wish.paper)
        )

    def stop(self) -> None:
        """Print nothing more."""
        if self._job is not None:
            self._job.cancel()
        if self._run is not None:
            self._run.abort()
            self._run = None
            self._stopped()

    def _work(self, work: Callable[[Callable[[float], None]], Pages], take: _Take) -> None:
        desk = self._workbench.desk

        def ended() -> None:
            self._job = None
            self._session.let_go(desk)

        def done(pages: Pages) -> None:
            ended()
            take(pages)

        def failed(error: ReisblogError) -> None:
            ended()
            self._say(str(error))

        def stopped() -> None:
            ended()
            self._stopped()

        self._session.hold(desk)
        self._job = self._jobs.run(
            work,
            done=done,
            failed=failed,
            stopped=stopped,
            progress=lambda share: self._tell(share * _MAKING),
        )

    def _ask(self, pages: Pages, paper: Paper) -> None:
        printer = self._dialogs().printer(
            self._window(),
            size=QPageSize(_SIZES[paper]),
            orientation=_orientation(pages.sizes[0]),
            pages=len(pages.sizes),
        )
        if printer is None:
            self._close(pages)
            self._stopped()
            return
        printer.setFullPage(True)
        printer.setDocName(_("Travel book"))
        self._run = _Run(printer, pages, self._jobs, self._printed, self._failed, self._tell_run)
        self._run.begin()

    def _printed(self) -> None:
        self._run = None
        self._tell(1.0)
        self._say(_("Your travel book has gone to the printer."))

    def _failed(self) -> None:
        self._run = None
        self._tell(1.0)
        self._say(
            _(
                "The printer does not take the travel book. Look whether it is on and connected, "
                "or make the book as a PDF and print that."
            )
        )

    def _stopped(self) -> None:
        self._tell(1.0)
        self._say(_("Printing was stopped. What was on its way may still come out."))

    def _tell(self, share: float) -> None:
        self._tell_progress(_("Printing your travel book"), share)

    def _tell_run(self, share: float) -> None:
        self._tell(_MAKING + (1 - _MAKING) * share)

    def _close(self, pages: Pages) -> None:
        self._jobs.run(lambda _report: pages.close(), done=_nothing, failed=_nothing)


class _Run:
    """One book on its way to one printer."""

    def __init__(
        self,
        printer: QPrinter,
        pages: Pages,
        jobs: Jobs,
        printed: Callable[[], None],
        failed: Callable[[], None],
        tell: Callable[[float], None],
    ) -> None:
        self._printer, self._pages, self._jobs = printer, pages, jobs
        self._printed, self._failed, self._tell = printed, failed, tell
        self._painter = QPainter()
        self._order = _order(printer, len(pages.sizes))
        self._at = 0
        self._raster: Raster | None = None
        self._job: Job | None = None
        self._line = 0
        self._soon = QTimer(interval=0)
        self._soon.timeout.connect(self._paint_band)

    def begin(self) -> None:
        """Print the first page, and then the others."""
        self._turn()
        if not self._order or not self._painter.begin(self._printer):
            self._end()
            self._failed()
            return
        self._draw()

    def abort(self) -> None:
        """Print nothing more."""
        self._printer.abort()
        self._end()

    def _turn(self) -> None:
        """Let the next sheet lie as its page does."""
        if self._order:
            self._printer.setPageOrientation(_orientation(self._size()))

    def _size(self) -> tuple[float, float]:
        return self._pages.sizes[self._order[self._at]]

    def _draw(self) -> None:
        index, width = self._order[self._at], _width_px(self._printer, self._size())
        pages = self._pages
        self._job = self._jobs.run(
            lambda _report: pages.raster(index, width),
            done=self._begin_page,
            failed=lambda _error: self._give_up(),
        )

    def _begin_page(self, raster: Raster | None) -> None:
        self._job = None
        if raster is None:
            self._give_up()
            return
        self._raster, self._line = raster, 0
        self._soon.start()

    def _paint_band(self) -> None:
        raster = self._raster
        if raster is None:
            return
        at = _spot(self._printer, self._size())
        lines = min(_BAND + _OVER, raster.height - self._line)
        begin = self._line * raster.width * 4
        band = QImage(
            raster.bgrx[begin : begin + lines * raster.width * 4],
            raster.width, lines, raster.width * 4, QImage.Format.Format_RGB32,
        )  # fmt: skip
        share = at.height() / raster.height
        target = QRectF(at.x(), at.y() + self._line * share, at.width(), lines * share)
        self._painter.drawImage(target, band, QRectF(band.rect()))
        self._line += _BAND
        if self._line >= raster.height:
            self._next_page()

    def _next_page(self) -> None:
        self._soon.stop()
        self._raster = None
        self._at += 1
        self._tell(self._at / len(self._order))
        if self._at == len(self._order):
            self._end()
            self._printed()
            return
        self._turn()
        if self._printer.newPage():
            self._draw()
        else:
            self._give_up()

    def _give_up(self) -> None:
        self.abort()
        self._failed()

    def _end(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
        if self._painter.isActive():
            self._painter.end()
        pages = self._pages
        self._jobs.run(lambda _report: pages.close(), done=_nothing, failed=_nothing)


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


def _nothing(_outcome: object) -> None:
    pass
