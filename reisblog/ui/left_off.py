"""Where somebody left off: which part of the map was seen, and beside which panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.storage.settings import LastView

if TYPE_CHECKING:
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.main_window import MainWindow
    from reisblog.ui.preferences import Preferences
    from reisblog.ui.workbench import Workbench


def take_up(
    view: LastView, workbench: Workbench, canvas: CanvasView, window: MainWindow | None
) -> None:
    """Show all as it was, with the newest halte chosen."""
    journey = workbench.journey
    if view.centre is not None and view.scale > 0:
        canvas.sight.look(view.centre, view.scale)
    if journey.order:
        workbench.choose({journey.order[-1]})
    if window is not None and not view.panel:  # what waits in the tray unfolded it
        window.unfold_panel(unfolded=False)


def remember(preferences: Preferences, canvas: CanvasView, window: MainWindow | None) -> None:
    """Keep it for the next start."""
    sight = canvas.sight
    preferences.change(
        last_view=LastView(
            centre=None if sight.is_fitted else sight.seen().centre.rounded(),
            scale=0.0 if sight.is_fitted else sight.scale,
            panel=window.open_panel if window is not None else "",
        )
    )
