"""Builds every part of the program and connects them, by hand."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reisblog.desk import Desk
from reisblog.model.geometry import Point
from reisblog.model.records import Audience
from reisblog.photos.decoder import Decoder
from reisblog.resources import Folders
from reisblog.storage.known_maps import KnownMaps
from reisblog.texts import _
from reisblog.ui import left_off, theme
from reisblog.ui.aids import BACKPACK, Aids
from reisblog.ui.bag_doors import BagDoors
from reisblog.ui.bring_in import BringIn
from reisblog.ui.canvas.map_layer import MapLayer
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.thing_menu import ThingMenus
from reisblog.ui.canvas.view import CanvasView
from reisblog.ui.collector import Collector
from reisblog.ui.compass_looks import CompassLooks
from reisblog.ui.drag_out import DragOut
from reisblog.ui.exports import Exports, Making
from reisblog.ui.haven import Haven
from reisblog.ui.jobs import Jobs
from reisblog.ui.main_window import MainWindow
from reisblog.ui.messages import Messages
from reisblog.ui.own_desks import OwnDesks
from reisblog.ui.pictures import Pictures
from reisblog.ui.preferences import Preferences
from reisblog.ui.session import Session
from reisblog.ui.showing import Showing
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.agreement import Agreement
    from reisblog.ui.canvas.large_view import LargeView
    from reisblog.ui.class_map.choosing import ClassMaps
    from reisblog.ui.copying import Copying
    from reisblog.ui.dialogs import Dialogs
    from reisblog.ui.elsewhere import Elsewhere
    from reisblog.ui.forgetting import Forgetting
    from reisblog.ui.listing.switch import Switch
    from reisblog.ui.packing import Packing
    from reisblog.ui.photo_editing import PhotoEditing
    from reisblog.ui.safekeeping import Safekeeping
    from reisblog.ui.telling import Telling


class Program:
    """All parts of one running program, in the order in which they lean on each other."""

    def __init__(
        self,
        *,
        folders: Folders,
        maps: KnownMaps | None = None,
        shared: bool = False,
        messages: Messages | None = None,
        dialogs: Dialogs | None = None,
    ) -> None:
        """Build everything around an empty journey.

        Args:
            folders: where the program may write.
            maps: the known ones, if not those that are kept in these folders.
            shared: keep nothing of the person this time.
            messages: the way to speak, if not the usual one.
            dialogs: the platform's dialogs, if not the usual ones.
        """
        self.folders = folders
        self.collector = Collector()
        self._given_dialogs = dialogs
        self._chosen_map = maps.chosen.map if maps is not None else None
        maps = maps or KnownMaps(folders.maps)
        self.decoder = Decoder()
        self.desks = OwnDesks(folders, maps, self.decoder)
        self.preferences = Preferences(folders, shared=shared)
        self.decoder.originals = self.preferences.settings.originals
        self.decoder.fleeting = self.preferences.shared
        self.jobs = Jobs()
        self.messages = messages or Messages()
        self.workbench = Workbench(self.desks.new())
        self.pictures = Pictures(lambda: self.workbench.desk)
        self.bring_in = BringIn(self.workbench, self.pictures, self.messages)
        self.doors = BagDoors(lambda: self.packing)
        self.map_layer = MapLayer(maps.chosen, folders.cache)
        scene = CanvasScene(self.workbench, self.pictures)
        self.canvas = CanvasView(
            workbench=self.workbench,
            scene=scene,
            map_layer=self.map_layer,
            bring_in=self.bring_in,
            messages=self.messages,
            doors=self.doors,
            large_view=self._large_view,
            clipboard=QGuiApplication.clipboard,
        )
        self.session = Session(
            workbench=self.workbench,
            desks=self.desks,
            jobs=self.jobs,
            messages=self.messages,
            dialogs=lambda: self._dialogs,
            bring_in=self.bring_in,
            preferences=self.preferences,
            window=lambda: self.window,
        )
        self.exports = Exports(
            workbench=self.workbench,
            session=self.session,
            jobs=self.jobs,
            messages=self.messages,
            dialogs=lambda: self._dialogs,
            prepare_picture=_prepare_picture,
            agreement=lambda: self.agreement,
            pictures=self.pictures,
            window=lambda: self.window,
        )
        self.haven = Haven(self.workbench, self.preferences, self.messages)
        self.map_layer.unpaintable.connect(self._tell_map_is_missing)
        self.workbench.opened.connect(self._show_its_map)
        self.workbench.changed.connect(lambda *_: self.safekeeping)
        self.aids = Aids(self.preferences)
        self.window: MainWindow | None = None
        self.window = MainWindow(
            workbench=self.workbench,
            aids=self.aids,
            canvas=self.canvas,
            session=self.session,
            parts=self,
            messages=self.messages,
            bring_in=self.bring_in,
            pictures=self.pictures,
            preferences=self.preferences,
            earlier=lambda: self.safekeeping.earlier(),  # noqa: PLW0108  (not for the start)
            map_picture=self.map_layer,
        )
        self.compass = CompassLooks(self.workbench, self.canvas, scene, self.window.stage)
        on_rail = self.window.rail.buttons["backpack"]
        self.doors.add(on_rail, shows=on_rail.setDown)
        ThingMenus(
            self.canvas,
            self.workbench,
            self.window.actions_by_id,
            lambda ids: self.aids.is_out(BACKPACK) and self.packing.can_pack(ids),
        )
        self.drag_out = DragOut(self.canvas, self.workbench, self.pictures)
        switch = self.window.actions_by_id["see-as-class"]
        self.showing = Showing(self.workbench, switch, self.messages)

    @property
    def _dialogs(self) -> Dialogs:
        if self._given_dialogs is not None:
            return self._given_dialogs
        from reisblog.ui.dialogs import Dialogs, remember_in  # noqa: PLC0415  (not for the start)

        remember_in(self.folders.cache)
        return Dialogs()

    def _show_its_map(self) -> None:
        self.map_layer.show(self.workbench.desk.blank_atlas)
        if self.canvas.sight.is_fitted:
            self.canvas.sight.fit()
        else:
            self.canvas.sight.pan(Point(0, 0))  # another map may end sooner

    def _tell_map_is_missing(self) -> None:
        self.messages.tell(
            _(
                "The map cannot be drawn: Reisblog cannot make its own folder on this computer. "
                "Your journeys are untouched. Is there room on the disk, and may you write there?"
            ),
            lasting=True,
        )

    def _large_view(self, canvas: QWidget) -> LargeView:
        from reisblog.ui.canvas.large_view import LargeView  # noqa: PLC0415  (not for the start)

        large = LargeView(self.workbench, self.pictures, self.jobs, canvas)
        large.motion = self.canvas.sight.motion
        large.replace_asked.connect(self.photo_editing.replace_photo)
        if self.window is not None:
            large.undo_changed.connect(self.window.show_undo)
        return large

    @cached_property
    def photo_editing(self) -> PhotoEditing:
        """Crops, hides and replaces; seldom wanted in the first minute."""
        from reisblog.ui.photo_editing import PhotoEditing  # noqa: PLC0415

        return PhotoEditing(
            self.workbench,
            self.canvas,
            self.bring_in,
            chosen=lambda: set() if self.window is None else self.window.chosen_photos(),
            show_map=self._show_map,
            dialogs=lambda: self._dialogs,
            window=lambda: self.window,
        )

    def _show_map(self) -> None:
        if "listing" in self.__dict__ and self.listing is not None:
            self.listing.show(on=False)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Records what is done; made when there is a moment, or at the first step."""
        from reisblog.ui.safekeeping import Safekeeping  # noqa: PLC0415  (not for the start)

        return Safekeeping(
            self.folders,
            workbench=self.workbench,
            desks=self.desks,
            lay=self.session.lay,
            shared=lambda: self.preferences.shared,
            save=self.session.save,
            jobs=self.jobs,
            messages=self.messages,
            window=lambda: self.window,
        )

    @cached_property
    def forgetting(self) -> Forgetting:
        """Removes for good; seldom wanted."""
        from reisblog.ui.forgetting import Forgetting  # noqa: PLC0415

        made = Forgetting(
            self.folders,
            workbench=self.workbench,
            session=self.session,
            safekeeping=self.safekeeping,
            copying=self.copying,
            pictures=self.pictures,
            preferences=self.preferences,
            jobs=self.jobs,
            messages=self.messages,
            window=lambda: self.window,
            chosen=lambda: set() if self.window is None else self.window.chosen_photos(),
        )
        if self.window is not None:
            made.shared.connect(self.window.actions_by_id["shared"].setChecked)
        return made

    @cached_property
    def copying(self) -> Copying:
        """The clipboard; seldom wanted in the first minute."""
        from reisblog.ui.copying import Copying  # noqa: PLC0415

        return Copying(
            self.workbench,
            self.canvas,
            self.bring_in,
            self.jobs,
            self.messages,
            clipboard=QGuiApplication.clipboard,
        )

    @cached_property
    def agreement(self) -> Agreement:
        """Says that people in photos should agree; seldom wanted."""
        from reisblog.ui.agreement import Agreement  # noqa: PLC0415

        return Agreement(
            self.workbench,
            self.preferences,
            self.messages,
            lambda photos: self.photo_editing.look_at_all(photos),  # noqa: PLW0108  (seldom wanted)
        )

    @cached_property
    def packing(self) -> Packing:
        """Copies into the backpack; seldom wanted in the first minute."""
        from reisblog.ui.packing import Packing  # noqa: PLC0415

        window = self.window
        return Packing(
            self.workbench,
            self.bring_in,
            self.messages,
            waiting=lambda: [] if window is None else window.panel.photos_chosen_in_tray(),
        )

    @cached_property
    def listing(self) -> Switch | None:
        """The list in the map's place; made when it is first wanted."""
        from reisblog.ui.listing.switch import Switch  # noqa: PLC0415  (not for the start)

        if self.window is None:
            return None
        return Switch(
            self.workbench,
            self.canvas,
            self.window,
            self.pictures,
            self.messages,
            pick_photos=self.session.pick_photos,
        )

    @cached_property
    def telling(self) -> Telling:
        """Tells the journey on a board; seldom wanted in the first minute."""
        from reisblog.ui.telling import Telling  # noqa: PLC0415

        made = Telling(
            self.workbench,
            self.pictures,
            self.map_layer,
            self.jobs,
            self.preferences,
            window=self.window,
        )
        made.motion = self.canvas.sight.motion
        made.dialogs = lambda: self._dialogs
        return made

    @cached_property
    def class_maps(self) -> ClassMaps:
        """Hangs the maps of many journeys side by side; seldom wanted."""
        from reisblog.ui.class_map.choosing import ClassMaps  # noqa: PLC0415

        dialogs, folder = lambda: self._dialogs, self.session.folder
        made = ClassMaps(
            self.desks, self.jobs, dialogs, folder, self.preferences, lambda: self.window
        )
        made.motion = self.canvas.sight.motion
        return made

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """Tells and hears whether the journey is open in two places."""
        from reisblog.ui.elsewhere import Elsewhere  # noqa: PLC0415  (not for the start)

        return Elsewhere(self.workbench, self.jobs, self.messages)

    def close(self) -> None:
        """End all work and let go of every file."""
        left_off.remember(self.preferences, self.canvas, self.window)
        if "safekeeping" in self.__dict__:
            self.safekeeping.close()
        if self.preferences.shared:
            from reisblog.ui.dialogs import forget_in  # noqa: PLC0415  (not for the start)

            forget_in(self.folders.cache)
        if "copying" in self.__dict__:
            self.copying.forget()
        if "elsewhere" in self.__dict__:
            self.elsewhere.leave()
        for name in self.__dict__.keys() & {"telling", "class_maps"}:
            getattr(self, name).end()
        self.map_layer.close()
        self.pictures.close()
        self.jobs.close()
        self.decoder.close()
        self.workbench.desk.close()
        self.preferences.close()
        self.collector.close()

    def begin(self, path: Path | None) -> None:
        """Open what was asked for, or what was open last, as it was left."""
        settings = self.preferences.settings
        last = Path(settings.last) if settings.last else None
        wanted = path or (last if last is not None and last.exists() else None)
        if wanted is not None:
            theme.add_other_scripts()
            self.session.open(wanted)
        if path is None and self._chosen_map not in {None, self.workbench.desk.blank_atlas.map}:
            self.session.new()  # the last journey lies on another map than the one asked for
        elif wanted is not None and path is None:
            left_off.take_up(settings.last_view, self.workbench, self.canvas, self.window)
        if settings.followed_folder and (folder := Path(settings.followed_folder)).is_dir():
            self.bring_in.follow(folder, seen=settings.followed_seen)


def _prepare_picture(desk: Desk, out: Path, width: int, height: int) -> Making:
    from reisblog.ui.canvas.picture_process import prepare_picture  # noqa: PLC0415 - seldom wanted

    return prepare_picture(desk, out, width, height, replace=True, viewer=Audience.CLASS)
