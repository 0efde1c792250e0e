"""The window: rail, map, side panel and the slim bar on top, each following the workbench."""

from __future__ import annotations

import base64
import binascii
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTime
from PySide6.QtWidgets import QGridLayout, QMainWindow, QWidget

from reisblog.model.journey import in_tray
from reisblog.texts import _
from reisblog.ui import action_table, actions
from reisblog.ui.aids import MIST
from reisblog.ui.board import Board
from reisblog.ui.enabling import Enabling
from reisblog.ui.finger_scrolling import FingerScrolling
from reisblog.ui.focus_ring import FocusRing, holds_focus
from reisblog.ui.heading import Heading
from reisblog.ui.menus import Menus, ask_by_key
from reisblog.ui.messages import Offer
from reisblog.ui.panels.side_panel import TABS, SidePanel
from reisblog.ui.panels.vignettes import MapPicture, Vignettes
from reisblog.ui.place_looks import PlaceLooks
from reisblog.ui.putting_away import PuttingAway
from reisblog.ui.rail import Rail
from reisblog.ui.stage import Stage
from reisblog.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from reisblog.ui.aids import Aids
    from reisblog.ui.bring_in import BringIn
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.messages import Messages
    from reisblog.ui.paper import Slip
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.preferences import Preferences
    from reisblog.ui.session import Session
    from reisblog.ui.workbench import Workbench

_FIRST_SIZE = QSize(1280, 720)
_LEAST_SIZE = QSize(860, 520)
_PRESSES = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)


class MainWindow(QMainWindow):
    """Puts the parts together; what they do is their own affair.

    Attributes:
        actions_by_id: every action of the table.
        top, rail, stage, panel: the parts of the window.
        looks: the card of the place somebody looks at.
    """

    def __init__(
        self,
        *,
        workbench: Workbench,
        canvas: CanvasView,
        session: Session,
        parts: actions.Parts,
        aids: Aids,
        messages: Messages,
        bring_in: BringIn,
        pictures: Pictures,
        preferences: Preferences,
        earlier: Callable[[], list[Offer]],
        map_picture: MapPicture | None = None,
    ) -> None:
        """Build the window around the canvas.

        Args:
            workbench: the open journey.
            canvas: the map.
            session: the flows around files.
            parts: who does what the actions ask.
            aids: which lie ready.
            messages: what is said comes here to be shown.
            bring_in: tells how far pictures are that come in.
            pictures: pixels of photos.
            preferences: how the window was left.
            earlier: takes back each of what was kept of earlier work.
            map_picture: draws parts of the map, for small pictures of the places.
        """
        super().__init__()
        self._workbench = workbench
        self._aids = aids
        self._canvas = canvas
        self._session = session
        self._bring_in = bring_in
        self._preferences = preferences
        self._shown_tool = ""
        self.actions_by_id = actions.make(parts, self)
        self.addActions(list(self.actions_by_id.values()))
        canvas.addActions([self.actions_by_id[name] for name in action_table.ON_CANVAS])
        ask_by_key(self)
        self.menus = Menus(
            self.actions_by_id,
            workbench,
            recent=self._recent,
            earlier=earlier,
            arranging=lambda: canvas.work.arranging,
        )
        self.top = TopBar(self.actions_by_id, self.menus)
        self._heading = Heading(workbench, self.top, self)
        self.rail = Rail(self.actions_by_id)
        self.stage = Stage(canvas)
        self.looks = PlaceLooks(workbench, canvas, self.stage)
        vignettes = Vignettes(map_picture, self)
        self.panel = SidePanel(workbench, pictures, vignettes, messages, parts.doors)
        FingerScrolling(self)
        self._ring = FocusRing(self, never_around=canvas)
        self._enabling = Enabling(self.actions_by_id, workbench, self.chosen_photos, self)
        self._board = Board(self, workbench, canvas, self._put_together())
        self._connect(messages)
        self._putting_away = PuttingAway(self, canvas, aids)
        self._restore()
        self._begin_anew()
        canvas.setFocus()

    # What the actions of the window do

    @property
    def open_panel(self) -> str:
        """The tab of the side panel that is open, or nothing while it is folded."""
        return self.panel.tab if self.panel.isVisibleTo(self) else ""

    def unfold_panel(self, unfolded: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Fold the side panel away, or out again."""
        if unfolded:
            self.panel.open_tab(self.panel.tab)
        elif self._canvas.tool == "backpack":
            self._canvas.set_tool("choose")
        if not unfolded and holds_focus(self.panel):
            self._canvas.setFocus()
        self.panel.setVisible(unfolded)
        self.actions_by_id["panel"].setChecked(unfolded)
        self._canvas.set_stories(stories=self.open_panel != "story")

    def open_tab(self, tab: str) -> None:
        """Open a tab of the side panel, one of ``TABS``."""
        self.panel.open_tab(tab)
        self.unfold_panel(unfolded=True)

    def set_board(self, board: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Only the map, full screen, with the rail at the foot; or the window again."""
        self._board.switch(on=board)

    @property
    def on_board(self) -> bool:
        """Whether the map has the whole screen."""
        return self._board.on

    def show_about(self) -> None:
        """Say what program this is."""
        from reisblog.ui.about import About  # noqa: PLC0415 - seldom wanted

        about = About(self)
        about.exec()
        about.deleteLater()

    def show_keys(self) -> None:
        """Lay the sheet with keys and gestures over the window; one goes on working beside it."""
        from reisblog.ui.keys_sheet import KeysSheet  # noqa: PLC0415 - seldom wanted

        KeysSheet.lay_over(self, board=self.on_board)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel is narrower in a narrow window."""
        super().resizeEvent(event)
        self._board.size_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the map, where nothing else wanted it.

        On the board it folds the panel away, and then leaves it.
        """
        if event.key() == Qt.Key.Key_Escape and not self.on_board:
            self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            if self.open_panel:
                self.unfold_panel(unfolded=False)
            else:
                self.set_board(board=False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when the work is kept, or need not be; also what was done while it waited."""
        asked = None
        while asked is not self._workbench.desk.journey:
            if not self._session.may_close():
                event.ignore()
                return
            asked = self._workbench.desk.journey
            self._session.finish()
        if self.on_board:
            self.set_board(board=False)
        left = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._preferences.change(window=left)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the map closes what Pad and Foto's have opened, and still counts."""
        if watched is self.stage.surface() and event.type() in _PRESSES:
            self.stage.close_opened()
            if self._canvas.tool == "photos":
                self._canvas.set_tool("choose")
        return super().eventFilter(watched, event)

    # Following

    def _begin_anew(self) -> None:
        """Another journey lies on the desk."""
        self.show_undo()
        self._show_hint()
        self._show_saved(saved=self._workbench.desk.history.is_saved)
        self.stage.chip.dismiss()

    def _follow(self) -> None:
        self.show_undo()
        self._show_hint()
        self.stage.chip.outdate()

    def show_undo(self) -> None:
        """Say what undo and redo would do now."""
        history = self._workbench.desk.history
        for name, label, words, bare in (
            ("undo", self._workbench.undo_label, _("Undo: {what}"), _("Undo")),
            ("redo", history.redo_label, _("Redo: {what}"), _("Redo")),
        ):
            action = self.actions_by_id[name]
            action.setEnabled(label is not None)
            actions.name_action(action, bare if label is None else words.format(what=label))

    def _show_hint(self) -> None:
        journey = self._workbench.journey
        laid = journey.photos or journey.notes or journey.stops
        begun = laid or journey.trails or journey.mist or journey.compass_moments
        words = _("Drag a photo onto the map, or paste one with Ctrl+V.")
        self.stage.hint.say("" if begun else words)
        self.stage.rearrange()

    def _show_saved(self, saved: bool) -> None:  # noqa: FBT001  (a signal hands it in)
        self.setWindowModified(not saved)
        if saved:
            self.stage.chip.note_saved()
        if not saved:
            self.top.state.show_state(_("Not saved yet"))
        elif self._workbench.desk.path is None:
            self.top.state.show_state("")
        else:
            self.top.state.show_state(_("Saved"))

    def _show_saved_at(self, time: QTime) -> None:
        self.stage.chip.note_saved()
        self.top.state.show_state(_("Saved at {time}").format(time=time.toString("HH:mm")))

    def chosen_photos(self) -> set[str]:
        """The ids of photos chosen on the map; else of those among what waits to be laid down."""
        chosen = self._workbench.chosen & self._workbench.journey.photos.keys()
        return set(chosen or self.panel.photos_chosen_in_tray())

    def _show_tool(self, tool: str) -> None:
        self.actions_by_id[tool].setChecked(True)
        offer = self._offer_of(tool)
        for flyout in self.stage.opened():
            if flyout is not offer:
                if holds_focus(flyout):
                    self._canvas.setFocus()  # or Qt gives it to the next field: the title
                flyout.hide()
        if offer is not None:
            self.stage.open_beside(offer, self.rail.buttons[tool])
        again, self._shown_tool = tool == self._shown_tool, tool
        if tool == "backpack" and again and self.open_panel == "backpack":
            self.unfold_panel(unfolded=False)
        elif tool == "backpack":
            self.open_tab("backpack")
            self.panel.page("backpack").begin()
        elif self.on_board and self.open_panel:
            self.unfold_panel(unfolded=False)

    def _offer_of(self, tool: str) -> Slip | None:
        """What a tool offers beside the rail, as things are now."""
        if tool == "path":
            self.stage.pens.show_mist(shown=self._aids.is_out(MIST))
            self.stage.pens.show_choice(self._canvas.pen, self._canvas.tint)
            return self.stage.pens
        if tool == "photos":
            self.stage.photos.show_followed(self._bring_in.followed)
            return self.stage.photos
        return None

    def _tab_changed(self, tab: str) -> None:
        if self._canvas.tool == "backpack" and tab != "backpack":
            self._canvas.set_tool("choose")
        self._canvas.set_stories(stories=self.open_panel != "story")

    def _photos_arrived(self) -> None:
        if not self.on_board:
            self.unfold_panel(unfolded=True)

    def _show_coming_in(self, done: int, many: int) -> None:
        words = _("Photo {done} of {many}").format(done=min(done + 1, many), many=many)
        if many == 1:
            words = _("A photo is coming in")
        self.top.state.show_progress("" if done >= many else words, done / max(many, 1))
        self.show_undo()

    # Doing

    def _recent(self) -> list[Offer]:
        """Opens each of the files used lately."""
        return [
            Offer(path.stem, partial(self._session.open, path)) for path in self._session.recent()
        ]

    def _after_photos(self, ask: Callable[[], None]) -> None:
        """Foto's has been answered: the hand is free again."""
        self._canvas.set_tool("choose")
        ask()

    def _stop_following(self) -> None:
        self._bring_in.follow(None)
        self._preferences.change(followed_folder="", followed_seen=None)

    # Putting together

    def _put_together(self) -> QGridLayout:
        middle = QWidget()
        grid = QGridLayout(middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.top, 0, 0, 1, 3)
        grid.addWidget(self.rail, 1, 0)
        grid.addWidget(self.stage, 1, 1)
        grid.addWidget(self.panel, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(_LEAST_SIZE)
        self.resize(_FIRST_SIZE)
        return grid

    def _connect(self, messages: Messages) -> None:
        workbench, canvas, session = self._workbench, self._canvas, self._session
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._begin_anew)
        self.panel.chosen_in_tray.connect(self._enabling.follow)
        workbench.saved_changed.connect(self._show_saved)
        session.saved_at.connect(self._show_saved_at)
        session.photos_picked.connect(self._photos_arrived)
        session.busy.connect(self.top.state.show_progress)
        session.stops.changed.connect(self.top.state.offer_stop)
        self.top.state.stop.clicked.connect(session.stops.stop)
        self._bring_in.progressed.connect(self._show_coming_in)
        messages.told.connect(self.stage.chip.show_message)
        canvas.tool_changed.connect(self._show_tool)
        canvas.scale_changed.connect(self.top.show_scale)
        canvas.pen_moved_by_keys.connect(self.stage.close_opened)
        canvas.quiet_changed.connect(self.actions_by_id["quiet"].setChecked)
        self.top.finished.connect(canvas.setFocus)
        stage = self.stage
        stage.pen_picked.connect(canvas.set_pen)
        stage.pick_photos.connect(lambda: self._after_photos(session.pick_photos))
        stage.pick_folder.connect(lambda: self._after_photos(session.pick_folder))
        stage.stop_following.connect(lambda: self._after_photos(self._stop_following))
        self.panel.tab_changed.connect(self._tab_changed)
        self.panel.photos_arrived.connect(self._photos_arrived)
        self.stage.surface().installEventFilter(self)

    def _restore(self) -> None:
        """As the window was left; folded at the first start."""
        settings = self._preferences.settings
        try:
            geometry = base64.b64decode(settings.window, validate=True)
        except (binascii.Error, ValueError):
            geometry = b""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self.actions_by_id["originals"].setChecked(settings.originals)
        self.actions_by_id["shared"].setChecked(self._preferences.shared)
        tab = settings.last_view.panel
        if tab in TABS:
            self.open_tab(tab)
        else:
            self.unfold_panel(unfolded=bool(in_tray(self._workbench.journey)))
        self._show_tool(self._canvas.tool)
        self._enabling.follow()
