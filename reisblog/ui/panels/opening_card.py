"""What a journey says beside its haltes: its title, who travels, what they tell of themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reisblog.model import edits
from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui.icons import label
from reisblog.ui.menus import list_offers
from reisblog.ui.plain_text import LineField, PlainLabel, TextField
from reisblog.ui.showing import audience_name, head_audiences
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from reisblog.model.changes import Changes
    from reisblog.model.journey import Journey
    from reisblog.ui.workbench import Workbench


class OpeningCard(QWidget):
    """One quiet line that unfolds into fields, and into for whom each of them is.

    Attributes:
        fold: the line.
        title, traveller, about: the fields.
        audiences: a button with a menu for each part of a journey that has no halte.
        named: whether the traveller's name may stand on a class map.
    """

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.fold = QPushButton()
        self.fold.setCheckable(True)
        self.fold.setProperty("look", "fold")
        label(self.fold, "user", _("About you and your journey"))
        self.title = LineField(
            name=_("Name of the journey"), placeholder=_("Untitled journey"), look="inset"
        )
        self.traveller = LineField(name=_("Your name"), placeholder=_("Your name"), look="inset")
        self.about = TextField(
            name=_("About you"), placeholder=_("About you"), lines=3, look="inset"
        )
        self.audiences = {part: QPushButton() for part in part_names()}
        self.named = QCheckBox(_("Your name on a class map"))
        self.named.setToolTip(
            _("On a class map the maps of many journeys hang side by side, without names.")
        )
        self.named.clicked.connect(self._allow_name)
        self._body = self._filled_body()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5, 0, 5, 4)
        rows.setSpacing(0)
        rows.addWidget(self.fold)
        rows.addWidget(self._body)
        self._body.hide()
        for widget in (self, self._body):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.fold.toggled.connect(self._body.setVisible)
        for field, part in self._fields().items():
            note_record(field, part)
            field.edited.connect(partial(self._write, part))
            field.left.connect(workbench.seal)
        workbench.changed.connect(self._follow)
        workbench.opened.connect(self._show)
        workbench.viewer_changed.connect(self._show)
        self._show()

    def _filled_body(self) -> QWidget:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 4, 0, 8)
        rows.setSpacing(4)
        for field in self._fields():
            rows.addWidget(field)
        heading = PlainLabel(_("To be seen by"), look="small")
        heading.setContentsMargins(8, 6, 0, 0)
        rows.addWidget(heading)
        grid = QGridLayout()
        grid.setSpacing(4)
        for index, (part, button) in enumerate(self.audiences.items()):
            button.setProperty("look", "segment")
            button.setMenu(self._menu(part, button))
            grid.addWidget(button, index // 2, index % 2)
        rows.addLayout(grid)
        rows.addWidget(self.named)
        return body

    def _fields(self) -> dict[LineField | TextField, str]:
        return {self.title: "title", self.traveller: "traveller", self.about: "about"}

    def _menu(self, part: str, button: QPushButton) -> QMenu:
        menu = QMenu(button)
        offers = partial(head_audiences, self._workbench, part)
        menu.aboutToShow.connect(partial(list_offers, menu, offers))
        return menu

    def _follow(self, _journey: Journey, changes: Changes) -> None:
        if changes.head:
            self._show()

    def _show(self) -> None:
        journey = self._workbench.journey
        for field, part in self._fields().items():
            field.show_text(getattr(journey, part))
            field.setReadOnly(not self._workbench.may_see(part))
        for part, button in self.audiences.items():
            called = audience_name(getattr(journey.audience, part))
            button.setText(f"{part_names()[part]}: {called}")
            # Whoever looks as somebody else sees for whom a thing is only where it is for them.
            button.setVisible(self._workbench.may_see(part))
        # Whose name the class may not read at all is named on no map of it either.
        self.named.setEnabled(journey.audience.traveller is Audience.CLASS)
        self.named.setChecked(journey.named_on_class_map and self.named.isEnabled())
        self.named.setVisible(self._workbench.may_see("traveller"))

    def _allow_name(self, allowed: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        self._workbench.edit(
            _("Your name on a class map"), lambda now: edits.allow_name(now, allowed=allowed)
        )

    def _write(self, part: str, words: str) -> None:
        label = {
            "title": _("Name the journey"),
            "traveller": _("Name the traveller"),
            "about": _("Tell about yourself"),
        }[part]
        self._workbench.edit(label, lambda now: edits.entitle(now, **{part: words}), key=part)


def part_names() -> dict[str, str]:
    """What each part of a journey that has no halte is called."""
    return {
        "title": _("Title"),
        "traveller": _("Name"),
        "about": _("About you"),
        "mist": _("Mist"),
    }
