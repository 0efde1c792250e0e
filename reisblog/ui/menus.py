"""The menu bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from reisblog.texts import _
from reisblog.ui import actions


class Menus(QMenuBar):
    """Every menu, and in one of them the files used lately.

    Attributes:
        recent: the menu with those.
    """

    def __init__(
        self,
        actions_by_id: Mapping[str, QAction],
        *,
        recent: Callable[[], list[Path]],
        open_file: Callable[[Path], None],
    ) -> None:
        """Make the menus.

        Args:
            actions_by_id: what stands in them.
            recent: the files used lately, the latest first.
            open_file: opens one of them.
        """
        super().__init__()
        self._files = recent
        self._open_file = open_file
        self.recent = QMenu(_("Recent"), self)
        for words, names in actions.MENUS:
            menu = self.addMenu(words())
            for name in names:
                if name == actions.LINE:
                    menu.addSeparator()
                elif name == actions.RECENT:
                    menu.addMenu(self.recent)
                    menu.aboutToShow.connect(self._list_recent)
                else:
                    menu.addAction(actions_by_id[name])

    def _list_recent(self) -> None:
        """List the files used lately that are still there."""
        self.recent.clear()
        for path in self._files():
            action = QAction(path.stem.replace("&", "&&"), self.recent)
            action.triggered.connect(partial(self._open, path))
            self.recent.addAction(action)
        self.recent.setEnabled(not self.recent.isEmpty())

    def _open(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  (Qt's)
        self._open_file(path)
