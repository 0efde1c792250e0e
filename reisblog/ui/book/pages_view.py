"""The pages of a book as they will be, one below another; only those in sight are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.book.page_layout import GAP_PX, Laid, laid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from reisblog.model.geometry import Rect
    from reisblog.pdfium import Pages, Raster
    from reisblog.ui.jobs import Job, Jobs

_KEPT_BYTES = 96 * 1024 * 1024
"""So much of what was drawn is kept; a page of a 4K screen takes 15 MB."""
_AHEAD = 0.6
"""Pages are drawn that come into sight within so much of the view's height."""


class PagesView(QAbstractScrollArea):
    """Shows a document; asks for its pages one after another in the background.

    Signals:
        drawn: a page has come into sight, drawn.
        turned: the first page in sight, from 1, is another one.
        sized: whether pages are shown to be read is different.
        laid_out: pages lie otherwise than before.
    """

    drawn = Signal()
    turned = Signal(int)
    sized = Signal(bool)
    laid_out = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pages: Pages | None = None
        self._laid = Laid((), 0.0)
        self._pixmaps: dict[tuple[int, int], QPixmap] = {}
        self._earlier: list[QPixmap] = []
        self._job: Job | None = None
        self._asked: tuple[int, int] | None = None
        self._broken: set[int] = set()
        self._to_read = False
        self._first = 0
        self.setAccessibleName(_("Pages of the book"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._laid.pages)

    def page(self, index: int) -> Rect:
        """Where a page lies among the others, in logical pixels, 0 being the first."""
        return self._laid.pages[index]

    @property
    def to_read(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._to_read

    @property
    def can_change_size(self) -> bool:
        """Whether pages can be larger or smaller than they are."""
        other = self._lie(to_read=not self._to_read)
        return other != self._laid

    @property
    def waits(self) -> bool:
        """Whether anything in sight is not drawn yet."""
        return self._next() is not None or self._pages is None

    def show_pages(self, pages: Pages) -> None:
        """Show this document from now on, at the same page; it is closed when another comes."""
        at = self._first
        if self._job is not None:
            self._job.cancel()
        self._earlier = self._in_sight()
        if self._pages is not None:
            self._jobs.run(_closing(self._pages), done=_nothing, failed=_nothing)
        self._pages, self._job, self._asked = pages, None, None
        self._pixmaps.clear()
        self._broken.clear()
        self._lay_out(at)

    def let_go(self) -> None:
        """Show nothing more."""
        if self._job is not None:
            self._job.cancel()
        if self._pages is not None:
            self._jobs.run(_closing(self._pages), done=_nothing, failed=_nothing)
            self._pages = None

    def enlarge(self, to_read: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Show pages to be read, or to be looked through; the page in sight stays there."""
        if to_read != self._to_read:
            self._to_read = to_read
            self._lay_out(self._first)
            self.sized.emit(to_read)

    def go_to(self, index: int) -> None:
        """Bring a page to the top, 0 being the first."""
        if self._laid.pages:
            page = self._laid.pages[min(max(index, 0), self.count - 1)]
            self.verticalScrollBar().setValue(round(page.y) - GAP_PX)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another layout."""
        super().resizeEvent(event)
        self._lay_out(self._first)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to draw."""
        super().showEvent(event)
        self._draw_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down go a row on; Enter enlarges."""
        key, down = event.key(), self.verticalScrollBar()
        step = self._row_step()
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            down.setValue(down.value() + step)
        elif key == Qt.Key.Key_PageUp:
            down.setValue(down.value() - step)
        elif key == Qt.Key.Key_Home:
            down.setValue(0)
        elif key == Qt.Key.Key_End:
            down.setValue(down.maximum())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enlarge(not self._to_read)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.enlarge(True)  # noqa: FBT003  (a slot)
        elif key == Qt.Key.Key_Minus:
            self.enlarge(False)  # noqa: FBT003
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enlarge the page that is under the pointer, or make all small again."""
        at = QPointF(event.position().x(), event.position().y() + self._top)
        hit = next(
            (
                index
                for index, page in enumerate(self._laid.pages)
                if QRectF(page.x, page.y, page.width, page.height).contains(at)
            ),
            None,
        )
        if hit is not None:
            self.enlarge(not self._to_read)
            self.go_to(hit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl pages grow and shrink."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White sheets on a table, and on them what is drawn already."""
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(look.PAPER_DEEP))
        earlier = list(self._earlier)
        for index in self._laid.within(self._top, self._top + self.viewport().height()):
            at = self._laid.pages[index]
            spot = QRectF(at.x, at.y - self._top, at.width, at.height)
            _paint_shadow(painter, spot)
            painter.fillRect(spot, QColor(look.WHITE))
            pixmap = self._pixmaps.get((index, self._width_px(index))) or self._like(index)
            if pixmap is None and earlier:
                # What stood there before, until it is drawn anew: nothing flashes.
                pixmap = earlier.pop(0) if _same_shape(earlier[0], spot) else None
            if pixmap is not None:
                painter.drawPixmap(spot, pixmap, QRectF(pixmap.rect()))

    # Drawing in the background

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _width_px(self, index: int) -> int:
        return round(self._laid.pages[index].width * self.devicePixelRatioF())

    def _like(self, index: int) -> QPixmap | None:
        """A page as it was drawn at another size."""
        return next((it for (page, _w), it in self._pixmaps.items() if page == index), None)

    def _in_sight(self) -> list[QPixmap]:
        seen = self._laid.within(self._top, self._top + self.viewport().height())
        found = [self._pixmaps.get((index, self._width_px(index))) for index in seen]
        return [each for each in found if each is not None]

    def _near(self) -> list[tuple[int, int]]:
        """The pages to have at hand, and how wide: those in sight first, then those around."""
        height = self.viewport().height()
        seen = self._laid.within(self._top, self._top + height)
        near = self._laid.within(self._top - _AHEAD * height, self._top + (1 + _AHEAD) * height)
        return [(index, self._width_px(index)) for index in dict.fromkeys((*seen, *near))]

    def _next(self) -> tuple[int, int] | None:
        for wanted in self._near():
            index = wanted[0]
            if wanted not in self._pixmaps and index not in self._broken:
                return wanted
        return None

    def _draw_next(self) -> None:
        if self._pages is None or self._job is not None or not self.isVisible():
            return
        wanted = self._next()
        if wanted is None:
            return
        pages, (index, width) = self._pages, wanted
        self._asked = wanted
        self._job = self._jobs.run(
            lambda _report: pages.raster(index, width),
            done=self._keep,
            failed=lambda _error: self._keep(None),
        )

    def _keep(self, raster: Raster | None) -> None:
        wanted, self._job, self._asked = self._asked, None, None
        if wanted is None:
            return
        if raster is None:
            self._broken.add(wanted[0])
        else:
            self._pixmaps[wanted] = _pixmap(raster)
            self._let_go_of_the_farthest()
            self.viewport().update()
            self.drawn.emit()
        if self._next() is None:
            self._earlier = []
        self._draw_next()

    def _let_go_of_the_farthest(self) -> None:
        near = set(self._near())
        kept = sum(4 * it.width() * it.height() for it in self._pixmaps.values())
        for key in [key for key in self._pixmaps if key not in near]:
            if kept <= _KEPT_BYTES:
                return
            gone = self._pixmaps.pop(key)
            kept -= 4 * gone.width() * gone.height()

    def _lay_out(self, at: int) -> None:
        view = self.viewport()
        self._laid = self._lie(to_read=self._to_read)
        down = self.verticalScrollBar()
        down.setRange(0, max(0, round(self._laid.height) - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(48)
        if at:
            self.go_to(at)
        self._tell_first()
        view.update()
        self.laid_out.emit()
        self._draw_next()

    def _lie(self, *, to_read: bool) -> Laid:
        view, sizes = self.viewport(), self._pages.sizes if self._pages is not None else []
        return laid(sizes, view.width(), view.height(), to_read=to_read)

    def _row_step(self) -> int:
        pages = self._laid.pages
        return round(pages[self._first].height) + GAP_PX if pages else 0

    def _scrolled(self) -> None:
        self._tell_first()
        self._draw_next()

    def _tell_first(self) -> None:
        middle = self._top + GAP_PX + 1
        seen = self._laid.within(middle, self._top + self.viewport().height())
        first = seen[0] if seen else 0
        if first != self._first or not self.accessibleDescription():
            self._first = first
            self.setAccessibleDescription(_("Page {number}").format(number=first + 1))
            self.turned.emit(first + 1)


def _pixmap(raster: Raster) -> QPixmap:
    image = QImage(
        raster.bgrx, raster.width, raster.height, raster.width * 4, QImage.Format.Format_RGB32
    )
    return QPixmap.fromImage(image)


def _paint_shadow(painter: QPainter, spot: QRectF) -> None:
    shade = QColor(look.INK)
    for grow, alpha in ((3.0, 0.05), (2.0, 0.07), (1.0, theme.SHADOW_ALPHA / 2)):
        shade.setAlphaF(alpha)
        painter.fillRect(spot.adjusted(-grow, -grow + 2, grow, grow + 2), shade)


def _same_shape(pixmap: QPixmap, spot: QRectF) -> bool:
    return abs(pixmap.width() / max(pixmap.height(), 1) - spot.width() / spot.height()) < 0.02


def _closing(pages: Pages) -> Callable[[object], None]:
    return lambda _report: pages.close()


def _nothing(_outcome: object) -> None:
    pass
