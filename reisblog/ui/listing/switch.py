"""The one key between map and list: which of the two stands on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reisblog.model.geometry import Point, Rect
from reisblog.ui.listing.view import ListView

if TYPE_CHECKING:
    from collections.abc import Callable

    from reisblog.model.journey import Journey
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.main_window import MainWindow
    from reisblog.ui.messages import Messages
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

_AROUND_UNITS = (700.0, 500.0)


class Switch(QObject):
    """Puts the list in the canvas's place, and the canvas back where anything asks for the map.

    Attributes:
        view: the list.
    """

    def __init__(
        self,
        workbench: Workbench,
        canvas: CanvasView,
        window: MainWindow,
        pictures: Pictures,
        messages: Messages,
        *,
        pick_photos: Callable[[], None],
    ) -> None:
        super().__init__()
        self._workbench = workbench
        self._canvas = canvas
        self._window = window
        self._tab = ""
        self.view = ListView(
            workbench, pictures, messages, pick_photos=pick_photos, parent=window.stage
        )
        self.view.hide()
        self.view.left.connect(self.close)
        self.view.map_wanted.connect(self._show_on_map)
        window.actions_by_id["board"].toggled.connect(self._board_toggled)
        window.panel.photos_arrived.connect(self._photos_arrived)
        canvas.tool_changed.connect(self._tool_changed)
        workbench.fly_requested.connect(self.close)
        workbench.look_requested.connect(self.close)
        workbench.write_requested.connect(self.close)
        workbench.compass_wanted.connect(self.close)

    @property
    def on(self) -> bool:
        """Whether the list is what is looked at."""
        return not self.view.isHidden()

    def show(self, on: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Show the list, or the map again."""
        if on:
            self.open()
        else:
            self.close()

    def open(self) -> None:
        """Show the list in the map's place; the side panel folds away."""
        if self.on:
            return
        window = self._window
        if window.on_board:
            window.set_board(board=False)
        self._canvas.set_tool("choose")
        self._canvas.work.put_down()
        if "large" in vars(self._canvas):
            self._canvas.large.close_view()
        self._tab = window.open_panel
        window.unfold_panel(unfolded=False)
        window.stage.show_instead(self.view)
        self._canvas.setFocusProxy(self.view.tree)
        window.actions_by_id["list"].setChecked(True)
        self.view.open()

    def close(self) -> None:
        """Show the map again, and the side panel if it was there."""
        if not self.on:
            return
        window = self._window
        self._canvas.setFocusProxy(None)  # type: ignore[arg-type]  # Qt allows it
        window.stage.show_instead(None)
        window.actions_by_id["list"].setChecked(False)
        if self._tab and not window.open_panel:
            window.open_tab(self._tab)
        self._canvas.setFocus()

    def _show_on_map(self, record_id: str) -> None:
        self.close()
        self._workbench.choose([record_id])
        at = _middle(self._workbench.journey, record_id)
        if at is not None:
            self._workbench.fly_to(Rect.centred(at, *_AROUND_UNITS))

    def _board_toggled(self, on: bool) -> None:  # noqa: FBT001  (Qt's)
        if on:
            self.close()

    def _photos_arrived(self) -> None:
        """They stand in the list; the panel need not unfold for them."""
        if self.on:
            self._tab = self._tab or self._window.panel.tab
            self._window.unfold_panel(unfolded=False)

    def _tool_changed(self, tool: str) -> None:
        if tool != "choose":
            self.close()


def _middle(journey: Journey, record_id: str) -> Point | None:
    """Where something lies on the map."""
    photo = journey.photos.get(record_id)
    if photo is not None and photo.at is None and photo.stop is not None:
        return journey.stops[photo.stop].at
    trail = journey.trails.get(record_id)
    if trail is not None:
        return trail.segments[len(trail.segments) // 2].end if trail.segments else trail.start
    for name in ("photos", "notes", "stops", "own_places", "compass_moments"):
        found = getattr(journey, name).get(record_id)
        if found is not None:
            return found.at  # type: ignore[no-any-return]
    return None
