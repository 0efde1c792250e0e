"""The actions of the window, made of the table, and who does what they ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reisblog.ui.action_table import TABLE
from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from reisblog.ui.action_table import Entry
    from reisblog.ui.aids import Aids
    from reisblog.ui.bag_doors import BagDoors
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.class_map.choosing import ClassMaps
    from reisblog.ui.copying import Copying
    from reisblog.ui.exports import Exports
    from reisblog.ui.forgetting import Forgetting
    from reisblog.ui.listing.switch import Switch
    from reisblog.ui.main_window import MainWindow
    from reisblog.ui.packing import Packing
    from reisblog.ui.photo_editing import PhotoEditing
    from reisblog.ui.session import Session
    from reisblog.ui.telling import Telling
    from reisblog.ui.workbench import Workbench


class Parts(Protocol):
    """Who does what: the slots of the table are paths from here."""

    @property
    def aids(self) -> Aids:
        """What lies ready."""

    @property
    def canvas(self) -> CanvasView:
        """The map."""

    @property
    def session(self) -> Session:
        """The flows around files."""

    @property
    def exports(self) -> Exports:
        """What is made of the journey."""

    @property
    def copying(self) -> Copying:
        """The clipboard."""

    @property
    def photo_editing(self) -> PhotoEditing:
        """What can be done with one photo."""

    @property
    def packing(self) -> Packing:
        """Copies into the backpack."""

    @property
    def doors(self) -> BagDoors:
        """Where things go into the backpack."""

    @property
    def forgetting(self) -> Forgetting:
        """Removes for good."""

    @property
    def listing(self) -> Switch | None:
        """Shows the list, or the map."""

    @property
    def telling(self) -> Telling:
        """Tells the journey on a board."""

    @property
    def class_maps(self) -> ClassMaps:
        """Hangs the maps of many journeys side by side."""

    @property
    def workbench(self) -> Workbench:
        """The open journey."""

    @property
    def window(self) -> MainWindow | None:
        """The window itself."""


def make(parts: Parts, owner: QObject) -> Mapping[str, QAction]:
    """An action for every entry of the table.

    A slot is looked up when it is asked for, so that its owner may come later.
    """
    group = QActionGroup(owner)
    made = {}
    for entry in TABLE:
        action = QAction(owner)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        if entry.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        name_action(action, entry.text())
        if entry.icon:
            action.setIcon(icon(entry.icon))
        action.setCheckable(entry.tool or entry.switch)
        action.setIconVisibleInMenu(not entry.switch)  # a tick says there whether it is on
        if entry.tool:
            group.addAction(action)
        action.triggered.connect(_asked(parts, entry))
        made[entry.id] = action
    return made


def name_action(action: QAction, words: str) -> None:
    """Give an action its words, and a tooltip with its first shortcut behind them."""
    action.setText(words)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{words}  ({keys})" if keys else words)


def _asked(parts: Parts, entry: Entry) -> Callable[[bool], None]:
    def ask(checked: bool) -> None:  # noqa: FBT001  (Qt hands it in so)
        slot = attrgetter(entry.slot)(parts)
        if entry.switch:
            slot(*entry.arguments, checked)
        else:
            slot(*entry.arguments, **dict(entry.options))

    return ask
