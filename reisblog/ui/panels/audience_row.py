"""Who may see a thing, as three buttons of which one is down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui.plain_text import PlainLabel
from reisblog.ui.showing import audience_name


class AudienceRow(QWidget):
    """Lets one choose between class, conversation and only you.

    Signals:
        picked: the ``Audience`` that the person has chosen.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {audience: _button(audience) for audience in Audience}
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        heading = PlainLabel(_("To be seen by"), look="small")
        heading.setContentsMargins(8, 4, 0, 2)
        grid.addWidget(heading, 0, 0, 1, len(self.buttons))
        for column, (audience, button) in enumerate(self.buttons.items()):
            group.addButton(button)
            grid.addWidget(button, 1, column)
            button.clicked.connect(lambda _down, it=audience: self.picked.emit(it))
        self.setAccessibleName(_("To be seen by"))

    def show_audience(self, audience: Audience) -> None:
        """Show which it is."""
        self.buttons[audience].setChecked(True)


def _button(audience: Audience) -> QPushButton:
    button = QPushButton(audience_name(audience))
    button.setProperty("look", "segment")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
