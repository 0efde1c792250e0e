"""What one can say of a place of one's own: its name, its sign, its flag, and who may see it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reisblog import look, resources
from reisblog.model import edits
from reisblog.model.own_places import word_for
from reisblog.model.pennants import word_for as word_for_flag
from reisblog.model.records import Flag
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import BUTTON_ICON
from reisblog.ui.panels.audience_row import AudienceRow
from reisblog.ui.plain_text import LineField
from reisblog.ui.sign_picker import SignPicker
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from reisblog.model.records import Audience, OwnPlace, Sign
    from reisblog.ui.workbench import Workbench


class OwnPlaceForm(QWidget):
    """Edits one own place where it is read: in its card.

    Signals:
        finished: the name is as it should be: Enter, or Esc.
    """

    finished = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._place_id = ""
        self.name = LineField(name=_("Name of your place"), look="inset")
        self.signs = SignPicker(keeps=True)
        self.flags = {flag: _flag_button(flag) for flag in Flag}
        self.audience = AudienceRow()
        pair = QHBoxLayout()
        pair.setSpacing(2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 12)
        rows.setSpacing(8)
        rows.addWidget(self.name)
        rows.addWidget(self.signs)
        rows.addLayout(pair)
        rows.addWidget(self.audience)
        for flag, button in self.flags.items():
            pair.addWidget(button, 1)
            button.clicked.connect(partial(self._raise_flag, flag))
        self.name.edited.connect(self._rename)
        self.name.finished.connect(self.finished)
        self.signs.picked.connect(self._draw_as)
        self.audience.picked.connect(self._show_to)

    def show_place(self, place: OwnPlace) -> None:
        """Show this one."""
        self._place_id = place.id
        note_record(self, place.id)
        self.name.setPlaceholderText(word_for(place.sign))
        self.name.show_text(place.name)
        self.signs.show_sign(place.sign)
        self.audience.show_audience(place.audience)
        for flag, button in self.flags.items():
            button.setChecked(flag is place.flag)

    def set_board(self, *, board: bool, text_px: int) -> None:
        """Be as large as a board asks."""
        self.name.setFont(theme.font(text_px))
        self.name.setMinimumHeight(look.TARGET_BOARD_PX if board else look.TARGET_PX)
        self.signs.set_board(board=board)

    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, as it is read."""
        audience = self.audience.buttons.values()
        return [self.name, *self.signs.tab_stops(), *self.flags.values(), *audience]

    def _rename(self, name: str) -> None:
        place_id = self._place_id
        self._workbench.edit(
            _("Name a place"),
            partial(edits.change_place, place_id=place_id, name=name),
            key=f"place-name-{place_id}",
        )

    def _draw_as(self, sign: Sign) -> None:
        self._workbench.edit(
            _("Another sign"), partial(edits.change_place, place_id=self._place_id, sign=sign)
        )

    def _raise_flag(self, flag: Flag) -> None:
        """The same pressed again takes it down."""
        place_id, raised = self._place_id, flag if self.flags[flag].isChecked() else None
        self._workbench.edit(
            _("Departure or destination"), lambda now: edits.set_flag(now, place_id, raised)
        )

    def _show_to(self, audience: Audience) -> None:
        place_id = self._place_id
        self._workbench.edit(
            _("Say who may see it"), lambda now: edits.show_to(now, [place_id], audience)
        )


def _flag_button(flag: Flag) -> QPushButton:
    button = QPushButton(f"\u2002{word_for_flag(flag)}")
    button.setAccessibleName(word_for_flag(flag))
    pennants = QIcon(str(resources.icon(flag.value)))
    pennants.addFile(str(resources.icon(f"{flag.value}-on-ink")), state=QIcon.State.On)
    button.setIcon(pennants)
    button.setIconSize(BUTTON_ICON)
    button.setProperty("look", "segment")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
