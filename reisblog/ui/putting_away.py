"""What is put away is nowhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reisblog.model.mist import MistBrush
from reisblog.model.records import Pen
from reisblog.ui.aids import AIDS, BACKPACK, MIST, tab_of

if TYPE_CHECKING:
    from reisblog.ui.aids import Aids
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.main_window import MainWindow


class PuttingAway:
    """Shows in menus, rail, panel and at the tools which aids lie ready."""

    def __init__(self, window: MainWindow, canvas: CanvasView, aids: Aids) -> None:
        self._window = window
        self._canvas = canvas
        self._aids = aids
        aids.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        window, is_out = self._window, self._aids.is_out
        for aid in AIDS:
            window.actions_by_id[f"aid-{aid}"].setChecked(is_out(aid))
        window.panel.show_aids(is_out, {tab_of(aid) for aid in AIDS if not is_out(aid)})
        for name in ("backpack", "bag"):
            window.actions_by_id[name].setEnabled(is_out(BACKPACK))
        window.rail.buttons["backpack"].setVisible(is_out(BACKPACK))
        if not is_out(BACKPACK) and self._canvas.tool == "backpack":
            self._canvas.set_tool("choose")
        if not is_out(MIST) and isinstance(self._canvas.pen, MistBrush):
            from reisblog.ui.pen_tray import OWN_TINTS  # noqa: PLC0415 - not for the start

            self._canvas.set_pen(Pen.MINE, OWN_TINTS[Pen.MINE])
