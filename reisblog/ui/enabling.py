"""Which actions can be taken now: those that mean something for what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reisblog.ui import path_offers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QAction

    from reisblog.ui.workbench import Workbench


class Enabling(QObject):
    """Follows what is chosen on the map, or among what waits to be laid down."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        workbench: Workbench,
        photos: Callable[[], AbstractSet[str]],
        parent: QObject,
    ) -> None:
        """Follow the workbench.

        Args:
            actions: those of the window, by id.
            workbench: has what is chosen.
            photos: gives the ids of the photos that actions on photos are about.
            parent: owns this.
        """
        super().__init__(parent)
        self._actions = actions
        self._workbench = workbench
        self._photos = photos
        workbench.chosen_changed.connect(self.follow)
        workbench.changed.connect(self.follow)

    def follow(self) -> None:
        """Something else may be chosen now."""
        self._enable(bool(self._workbench.chosen_things), "copy", "remove")
        photos, known = self._photos(), self._workbench.journey.photos
        self._enable(bool(photos), "remove-everywhere")
        self._enable(len(photos) == 1, "crop", "hide-faces", "replace-photo")
        self._enable(any(known[key].blurs for key in photos if key in known), "burn-faces")
        paths = len(path_offers.chosen(self._workbench))
        self._enable(paths > 0, path_offers.REVERSE)
        self._enable(paths == 2, path_offers.JOIN)

    def _enable(self, enabled: bool, *names: str) -> None:  # noqa: FBT001  (as Qt says it)
        for name in names:
            self._actions[name].setEnabled(enabled)
