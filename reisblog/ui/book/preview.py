"""The pages of a book before it is made, and how large its file will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reisblog.pdfium import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reisblog.desk import Desk
    from reisblog.errors import ReisblogError
    from reisblog.model.book import Wish
    from reisblog.ui.jobs import Job, Jobs, Progress
    from reisblog.ui.session import Session

T = TypeVar("T")

_CALM_MS = 150
"""So long nothing more is chosen, then the pages are made anew."""


class Preview(QObject):
    """Makes pages in the background, and then, for its size alone, the book itself.

    What was begun for an earlier wish is given up.

    Attributes:
        sizes: of the pages that were asked for last, in points; of none while they are to come.

    Signals:
        arrived: the ``Pages``; whoever takes them closes them.
        failed: the sentence of why there are none.
        measured: how many bytes the file will have.
    """

    arrived = Signal(object)
    failed = Signal(str)
    measured = Signal(object)

    def __init__(self, desk: Desk, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._jobs = jobs
        self._wish: Wish | None = None
        self.sizes: Sequence[tuple[float, float]] = ()
        self._under_way: list[Job] = []
        self._measures = True
        self._measuring: Job | None = None
        self._calm = QTimer(self, interval=_CALM_MS, singleShot=True)
        self._calm.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether the pages that were asked for last are not there yet."""
        return self._calm.isActive() or bool(self._under_way)

    def show(self, wish: Wish, *, at_once: bool = False) -> None:
        """Make the pages of this book, in a moment unless at once."""
        self.stop()
        self._wish, self._measures, self.sizes = wish, True, ()
        if at_once:
            self._begin()
        else:
            self._calm.start()

    def spare(self) -> None:
        """Measure nothing more until something else is chosen: the book itself is being made."""
        self._measures = False
        if self._measuring is not None:
            self._measuring.cancel()

    def stop(self) -> None:
        """Make nothing more."""
        self._calm.stop()
        for job in self._under_way:
            job.cancel()
        self._under_way.clear()

    def _begin(self) -> None:
        book = self._desk.book(self._wish)

        def came(pages: Pages) -> None:
            self.sizes = pages.sizes
            self.arrived.emit(pages)
            if self._measures:
                self._measuring = self._run(book.size, self.measured.emit)

        self._run(lambda report: Pages(book.preview(report)), came, late=Pages.close, tells=True)

    def _run(
        self,
        work: Callable[[Progress], T],
        take: Callable[[T], None],
        *,
        late: Callable[[T], None] | None = None,
        tells: bool = False,
    ) -> Job:
        """Work on the desk's files.

        Args:
            work: it.
            take: gets what comes of it, unless something else was wished for meanwhile.
            late: gets it then.
            tells: whether a failure is told.
        """
        desk = self._desk

        def ends() -> bool:
            self._session.let_go(desk)
            wanted = job in self._under_way
            if wanted:
                self._under_way.remove(job)
            return wanted

        def done(outcome: T) -> None:
            if ends():
                take(outcome)
            elif late is not None:
                late(outcome)

        def failed(error: ReisblogError) -> None:
            if ends() and tells:
                self.failed.emit(str(error))

        def stopped() -> None:
            ends()

        self._session.hold(desk)
        job = self._jobs.run(work, done=done, failed=failed, stopped=stopped)
        self._under_way.append(job)
        return job
