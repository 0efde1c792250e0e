"""What program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

import reisblog
from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import FocusRing
from reisblog.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH_PX = 420


class About(QDialog):
    """Name, version, licence, and where the idea comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Reisblog"))
        name = PlainLabel("Reisblog")
        name.setFont(theme.font(look.TITLE_LARGE_PX, title=True))
        version = PlainLabel(
            _("Version {version}").format(version=reisblog.__version__), look="small"
        )
        words = PlainLabel(
            _(
                "Make a photo travelogue of your own learning. Your journey stays on this "
                "computer: nothing is sent anywhere."
            ),
            wraps=True,
        )
        source = PlainLabel(
            _(
                "The landscape goes back to the Kaart van de Loopbaanrealisatie "
                "(MBO Diensten, 2015). Free software under the GNU General Public License, "
                "version 3 or later. Typefaces: Atkinson Hyperlegible Next and Fraunces, under "
                "the SIL Open Font License. Icons: Lucide, under the ISC License. "
                "Emoji in the travel book: Twemoji, under CC BY 4.0."
            ),
            look="small",
            wraps=True,
        )
        for label in (words, source):
            label.setFixedWidth(_WIDTH_PX)
        close = QPushButton(_("Back"))
        close.setProperty("look", "main")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 24)
        layout.setSpacing(look.GAPS_PX[1])
        layout.addWidget(name)
        layout.addWidget(version)
        layout.addWidget(words)
        layout.addWidget(source)
        layout.addSpacing(8)
        layout.addLayout(row)
        self._ring = FocusRing(self)
