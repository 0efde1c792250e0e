"""What can be done with a thing on the map, as a menu where it lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QTimer
from PySide6.QtGui import QContextMenuEvent, QTouchEvent

from reisblog.ui import menu_table, path_offers

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from reisblog.model.geometry import Point
    from reisblog.ui.canvas.view import CanvasView
    from reisblog.ui.workbench import Workbench


_LONG_MS = 600
_SLACK_PX = 10
_LIFTED = {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class ThingMenus(QObject):
    """Opens one where somebody asks.

    With the right button, with the key for menus, or with a finger that stays where it is.
    """

    def __init__(
        self,
        canvas: CanvasView,
        workbench: Workbench,
        actions: Mapping[str, QAction],
        can_pack: Callable[[frozenset[str]], bool],
    ) -> None:
        """Watch the canvas.

        Args:
            canvas: where the things lie.
            workbench: the journey they are of.
            actions: the window's actions by id, which stand in the menus too.
            can_pack: whether any of these can go into the backpack.
        """
        super().__init__(canvas)
        self._canvas = canvas
        self._workbench = workbench
        self._actions = actions
        self._can_pack = can_pack
        self._touched = QPointF()
        self._at: Point | None = None
        self._pressing = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._pressing.timeout.connect(self._long_pressed)
        workbench.menu_requested.connect(self._asked)
        canvas.installEventFilter(self)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu is asked for."""
        if isinstance(event, QTouchEvent) and watched is self._canvas.viewport():
            self._follow(event)
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        at = self._asked_at(event)
        if at is not None and self._workbench.chosen:
            self.menu().popup(at)
        event.accept()
        return True

    def _follow(self, event: QTouchEvent) -> None:
        """See whether a finger stays where it is; take nothing."""
        points = event.points()
        if event.type() in _LIFTED or len(points) != 1:
            self._pressing.stop()
        elif event.type() == QEvent.Type.TouchBegin:
            self._touched = points[0].position()
            self._pressing.start()
        elif (points[0].position() - self._touched).manhattanLength() > _SLACK_PX:
            self._pressing.stop()

    def _asked(self, at: QPoint) -> None:
        if self._workbench.chosen:
            self.menu().popup(at)

    def _long_pressed(self) -> None:
        if self._canvas.work.surface.on_handle:
            return
        port = self._canvas.viewport()
        at = port.mapToGlobal(self._touched).toPoint()
        beside_pen = self._canvas.work.hand.pen_is_near
        if self._canvas.tool == "choose" and not beside_pen and self._choose_at(at):
            self._canvas.work.hand.cancel()
            self.menu().popup(at)

    def menu(self) -> QMenu:
        """The menu for what is chosen."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not for the start
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        from reisblog.texts import _  # noqa: PLC0415
        from reisblog.ui import showing  # noqa: PLC0415
        from reisblog.ui.icons import icon  # noqa: PLC0415
        from reisblog.ui.menus import list_offers  # noqa: PLC0415

        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._can_pack(self._workbench.chosen):
            menu.addAction(self._actions["bag"])
            menu.addSeparator()
        for group in self._groups():
            self._fill(menu, menu_table.WITHIN[group][1])
            if group == menu_table.PATH:
                self._offer_cut(menu)
            menu.addSeparator()
        audiences = menu.addMenu(icon("eye"), _("To be seen by"))
        list_offers(audiences, lambda: showing.audiences(self._workbench))
        menu.addSeparator()
        menu.addAction(self._actions["copy"])
        menu.addAction(self._actions["remove"])
        return menu

    def _fill(self, menu: QMenu, names: Iterable[str]) -> None:
        """Put actions in, and menus of what there is to choose now."""
        from reisblog.ui.menus import choices_of, list_offers  # noqa: PLC0415 - not for the start

        choices = choices_of(self._workbench, lambda: self._canvas.work.arranging)
        for name in names:
            if name == menu_table.LINE:
                menu.addSeparator()
            elif name in choices:
                words, offers = choices[name]
                if offers():
                    list_offers(menu.addMenu(words), offers)
            elif name in menu_table.WITHIN:
                words_of, within = menu_table.WITHIN[name]
                self._fill(menu.addMenu(words_of()), within)
            elif self._actions[name].isEnabled():
                menu.addAction(self._actions[name])

    def _offer_cut(self, menu: QMenu) -> None:
        """Cut the one path where the menu was asked for, or at the point that the keys hold."""
        from reisblog.texts import _  # noqa: PLC0415 - not for the start

        work = self._canvas.work
        at = self._at or work.paths.under_keys()
        if at is not None and len(path_offers.chosen(self._workbench)) == 1:
            menu.addAction(_("Cut here")).triggered.connect(partial(work.path_deeds.cut, at))

    def _groups(self) -> list[str]:
        """The parts of the table that go for all that is chosen."""
        journey, chosen = self._workbench.journey, self._workbench.chosen_things
        kinds: dict[str, Container[str]] = {
            menu_table.PHOTO: journey.photos,
            menu_table.PATH: journey.trails,
            menu_table.NOTE: journey.notes,
        }
        groups = [group for group, table in kinds.items() if all(key in table for key in chosen)]
        return [*groups, menu_table.ARRANGE] if chosen else []

    def _asked_at(self, event: QContextMenuEvent) -> QPoint | None:
        """Where it should open, on the screen; what lies there is chosen, unless it is already."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._at = None
            return self._beside_chosen()
        return event.globalPos() if self._choose_at(event.globalPos()) else None

    def _choose_at(self, on_screen: QPoint) -> bool:
        """Choose what lies there, unless it is already; tells whether anything does."""
        at = self._canvas.viewport().mapFromGlobal(on_screen).toPointF()
        self._at = self._canvas.to_map(at)
        target = self._canvas.work.surface.target_at(at)
        if target is not None and target not in self._workbench.chosen:
            self._workbench.choose({target})
        return target is not None

    def _beside_chosen(self) -> QPoint:
        """Beside what is chosen, as far as it is seen."""
        port, lights = self._canvas.viewport(), self._canvas.lights
        to_view = self._canvas.viewportTransform()
        spots = [
            to_view.map(frame).boundingRect().center()
            for key in self._workbench.chosen
            for frame in lights.frames_of(key)
        ]
        spots += [head for key in self._workbench.chosen for head in lights.heads(key, to_view)]
        inside = [spot.toPoint() for spot in spots if port.rect().contains(spot.toPoint())]
        return port.mapToGlobal(inside[0] if inside else port.rect().center())
