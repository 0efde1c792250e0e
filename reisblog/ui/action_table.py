"""Everything the window can be asked to do, as one table; menus, bar and rail are made from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec
from PySide6.QtGui import QKeySequence

from reisblog.model.records import Audience
from reisblog.texts import _

Keys = QKeySequence.StandardKey


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be asked.

    Attributes:
        text: its words, looked up when they are shown.
        slot: who does it, as a path from the parts: ``"session.save"``.
        keys: its shortcuts, the first of which is shown.
        arguments: handed to the slot.
        options: handed to the slot by name.
        tool: it chooses this tool of the canvas; tools exclude one another.
        switch: it is on or off, and the slot gets which, after the arguments.
        on_canvas: its shortcuts mean this only while the keyboard is on the map.
    """

    id: str
    text: Callable[[], str]
    slot: str
    icon: str = ""
    keys: tuple[str | Keys, ...] = ()
    arguments: tuple[object, ...] = ()
    options: tuple[tuple[str, object], ...] = ()
    tool: bool = False
    switch: bool = False
    on_canvas: bool = False


def _tool(name: str, text: Callable[[], str], key: str) -> Entry:
    return Entry(
        id=name,
        text=text,
        icon=name,
        keys=(key,),
        slot="canvas.set_tool",
        arguments=(name,),
        tool=True,
    )


def _aid(name: str, text: Callable[[], str]) -> Entry:
    return Entry(id=f"aid-{name}", text=text, slot="aids.put", arguments=(name,), switch=True)


def _arranging(
    name: str, text: Callable[[], str], verb: str, *arguments: object, keys: tuple[str, ...]
) -> Entry:
    return Entry(
        id=name,
        text=text,
        slot=f"canvas.work.{verb}",
        keys=keys,
        arguments=arguments,
        on_canvas=True,
    )


TABLE: Final = (
    _tool("choose", lambda: _("Choose"), "1"),
    _tool("path", lambda: _("Path"), "2"),
    _tool("text", lambda: _("Text"), "3"),
    _tool("photos", lambda: _("Photos"), "4"),
    _tool("backpack", lambda: _("Backpack"), "5"),
    Entry(id="new", text=lambda: _("New"), slot="session.new", icon="file", keys=(Keys.New,)),
    Entry(id="open", text=lambda: _("Open…"), slot="session.open", icon="open", keys=(Keys.Open,)),
    Entry(id="save", text=lambda: _("Save"), slot="session.save", icon="save", keys=(Keys.Save,)),
    Entry(
        id="save-as",
        text=lambda: _("Save as…"),
        slot="session.save_as",
        keys=("Ctrl+Shift+S",),
    ),
    Entry(
        id="pick-photos",
        text=lambda: _("Add photos…"),
        slot="session.pick_photos",
        icon="photos",
        keys=("Ctrl+I",),
    ),
    Entry(
        id="pick-folder",
        text=lambda: _("Follow a folder…"),
        slot="session.pick_folder",
        icon="folder",
    ),
    Entry(
        id="originals",
        text=lambda: _("Keep photos at full size"),
        slot="session.keep_originals",
        switch=True,
    ),
    Entry(
        id="book",
        text=lambda: _("Make travel book (PDF)…"),
        slot="exports.book.open",
        icon="book",
        keys=("Ctrl+E",),
    ),
    Entry(
        id="print",
        text=lambda: _("Print…"),
        slot="exports.book.print_it",
        keys=(Keys.Print,),
    ),
    Entry(
        id="picture",
        text=lambda: _("Make a picture…"),
        slot="exports.make_picture",
        arguments=(1920, 1080),
    ),
    Entry(
        id="phone-picture",
        text=lambda: _("Picture for your phone…"),
        slot="exports.make_picture",
        arguments=(1080, 1920),
    ),
    Entry(
        id="copy-for-class",
        text=lambda: _("For the class…"),
        slot="exports.make_copy",
        arguments=(Audience.CLASS,),
    ),
    Entry(
        id="copy-for-conversation",
        text=lambda: _("For a conversation…"),
        slot="exports.make_copy",
        arguments=(Audience.CONVERSATION,),
    ),
    Entry(id="blank-map", text=lambda: _("Blank map for the wall…"), slot="exports.make_map"),
    Entry(id="class-map", text=lambda: _("Class map…"), slot="class_maps.choose"),
    Entry(
        id="shared",
        text=lambda: _("Shared computer"),
        slot="forgetting.share_computer",
        switch=True,
    ),
    Entry(id="wipe", text=lambda: _("Wipe all traces…"), slot="forgetting.wipe_traces"),
    Entry(id="quit", text=lambda: _("Quit"), slot="window.close", keys=("Ctrl+Q",)),
    Entry(id="undo", text=lambda: _("Undo"), slot="workbench.undo", icon="undo", keys=(Keys.Undo,)),
    Entry(
        id="redo",
        text=lambda: _("Redo"),
        slot="workbench.redo",
        icon="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Entry(id="copy", text=lambda: _("Copy"), slot="copying.copy", icon="copy", keys=(Keys.Copy,)),
    Entry(
        id="paste", text=lambda: _("Paste"), slot="copying.paste", icon="paste", keys=(Keys.Paste,)
    ),
    Entry(
        id="duplicate",
        text=lambda: _("Duplicate"),
        slot="copying.duplicate",
        keys=("Ctrl+D",),
    ),
    _arranging("caption", lambda: _("Caption"), "arranging.write", keys=("F2",)),
    _arranging("larger", lambda: _("Larger"), "arranging.scale", 1.1, keys=("Ctrl+Shift+Up",)),
    _arranging(
        "smaller", lambda: _("Smaller"), "arranging.scale", 1 / 1.1, keys=("Ctrl+Shift+Down",)
    ),
    _arranging("turn-left", lambda: _("Turn left"), "turn", -5.0, keys=("Alt+Left",)),
    _arranging("turn-right", lambda: _("Turn right"), "turn", 5.0, keys=("Alt+Right",)),
    _arranging("to-front", lambda: _("To the front"), "arranging.to_front", keys=("PgUp",)),
    _arranging("to-back", lambda: _("To the back"), "arranging.to_back", keys=("PgDown",)),
    _arranging("lock", lambda: _("Pin down or let go"), "arranging.toggle_lock", keys=("Ctrl+L",)),
    Entry(
        id="bag",
        text=lambda: _("Into your backpack"),
        slot="packing.pack_chosen",
        icon="backpack",
        keys=("Ctrl+B",),
    ),
    Entry(id="path-reverse", text=lambda: _("Turn round"), slot="canvas.work.path_deeds.reverse"),
    Entry(id="path-join", text=lambda: _("Join"), slot="canvas.work.path_deeds.join"),
    Entry(
        id="crop",
        text=lambda: _("Crop…"),
        slot="photo_editing.crop",
        icon="crop",
    ),
    Entry(
        id="hide-faces",
        text=lambda: _("Hide a face…"),
        slot="photo_editing.hide_faces",
        icon="face",
    ),
    Entry(
        id="replace-photo",
        text=lambda: _("Another photo…"),
        slot="photo_editing.replace",
        icon="photos",
    ),
    Entry(
        id="burn-faces",
        text=lambda: _("Unrecognisable for good…"),
        slot="forgetting.burn_hidden",
    ),
    Entry(
        id="remove",
        text=lambda: _("Take away"),
        slot="canvas.handling.remove_chosen",
        icon="trash",
        keys=("Del", "Backspace"),
    ),
    Entry(
        id="remove-everywhere",
        text=lambda: _("Remove a photo everywhere…"),
        slot="forgetting.remove_everywhere",
    ),
    Entry(
        id="choose-all",
        text=lambda: _("Choose everything"),
        slot="canvas.handling.choose_all",
        keys=(Keys.SelectAll,),
    ),
    Entry(
        id="zoom-in",
        text=lambda: _("Closer"),
        slot="canvas.sight.zoom",
        arguments=(1.25,),
        icon="add",
        keys=("+", "=", "Ctrl++", "Ctrl+="),
    ),
    Entry(
        id="zoom-out",
        text=lambda: _("Farther"),
        slot="canvas.sight.zoom",
        arguments=(0.8,),
        icon="remove",
        keys=("-", "Ctrl+-"),
    ),
    Entry(
        id="fit",
        text=lambda: _("The whole map"),
        slot="canvas.sight.fit",
        icon="fit",
        keys=("0", "Ctrl+0"),
    ),
    Entry(
        id="quiet",
        text=lambda: _("Quiet map"),
        slot="canvas.set_quiet",
        keys=("F8",),
        switch=True,
    ),
    Entry(
        id="list",
        text=lambda: _("List"),
        slot="listing.show",
        icon="list",
        keys=("F6",),
        switch=True,
    ),
    Entry(
        id="panel",
        text=lambda: _("Side panel"),
        slot="window.unfold_panel",
        icon="panel-right",
        keys=("F7",),
        switch=True,
    ),
    Entry(
        id="see-as-class",
        text=lambda: _("What the class sees"),
        slot="workbench.look_as_class",
        keys=("F9",),
        switch=True,
    ),
    Entry(
        id="tell",
        text=lambda: _("Tell the story"),
        slot="telling.begin",
        icon="tell",
        keys=("F5",),
    ),
    Entry(
        id="board",
        text=lambda: _("Full screen"),
        slot="window.set_board",
        icon="fullscreen",
        keys=("F11",),
        switch=True,
    ),
    _aid("backpack", lambda: _("Backpack")),
    _aid("company", lambda: _("Travel company")),
    _aid("compass", lambda: _("Compass")),
    _aid("mist", lambda: _("Mist")),
    _aid("places", lambda: _("List of places")),
    Entry(
        id="example",
        text=lambda: _("A student's example"),
        slot="session.open_example",
        options=(("teacher", False),),
    ),
    Entry(
        id="teacher-example",
        text=lambda: _("A teacher's example"),
        slot="session.open_example",
        options=(("teacher", True),),
    ),
    Entry(
        id="keys",
        text=lambda: _("Keys and gestures"),
        slot="window.show_keys",
        icon="help",
        keys=("?", "F1"),
    ),
    Entry(id="about", text=lambda: _("About Reisblog"), slot="window.show_about"),
)

TOOLS: Final = tuple(entry.id for entry in TABLE if entry.tool)
ON_CANVAS: Final = tuple(entry.id for entry in TABLE if entry.on_canvas)
