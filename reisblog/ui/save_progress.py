"""How a saving shows itself: a quick one not at all, a slow one with a bar and a way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reisblog.errors import SaveError
from reisblog.texts import _
from reisblog.ui.jobs import Progress

if TYPE_CHECKING:
    from reisblog.ui.stops import Stops

_QUICK_MS = 500


class SavingStoppedError(SaveError):
    """The person stopped it."""


class SaveProgress(QObject):
    """What is seen of one saving after another.

    Signals:
        busy: words, and how far it is from 0 to 1.
    """

    busy = Signal(str, float)

    def __init__(self, stops: Stops, parent: QObject | None = None) -> None:
        """Offer to stop a slow one there."""
        super().__init__(parent)
        self._stops = stops
        self._along = 0.0
        self._stopped = False
        self._quick = QTimer(self, interval=_QUICK_MS, singleShot=True)
        self._quick.timeout.connect(self._appear)

    def begin(self) -> None:
        """A saving begins; for half a second nobody needs to know."""
        self._along, self._stopped = 0.0, False
        self._quick.start()

    def end(self) -> None:
        """It has ended, well or not."""
        self._quick.stop()
        self._stops.over(self.stop)

    def stop(self) -> None:
        """Stop it at the next chance; when there is none, it is saved after all."""
        self._stopped = True
        self._stops.over(self.stop)

    def watching(self, run: Callable[[Progress], None]) -> Callable[[Progress], None]:
        """A saving as background work that can be stopped."""

        def work(report: Progress) -> None:
            def along(share: float) -> None:
                if self._stopped:
                    raise SavingStoppedError(
                        _("Saving was stopped. The file is as it was, and your work is still here.")
                    )
                report(share)

            run(along)

        return work

    def show(self, share: float) -> None:
        """It is so far."""
        self._along = share
        if not self._quick.isActive():
            self.busy.emit(_("Saving"), share)

    def _appear(self) -> None:
        self._stops.offer(_("Stop saving"), self.stop)
        self.show(self._along)
