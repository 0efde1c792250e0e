"""The side panel: what waits to be laid down on top, and four tabs below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import one_tab_stop
from reisblog.ui.icons import icon
from reisblog.ui.panels.backpack import BackpackPanel
from reisblog.ui.panels.company import CompanyPanel
from reisblog.ui.panels.legend import LegendPanel
from reisblog.ui.panels.story import StoryPanel
from reisblog.ui.panels.tray import TrayPanel

if TYPE_CHECKING:
    from reisblog.ui.messages import Messages
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

TABS: Final = ("story", "backpack", "company", "legend")
_ICONS: Final = {"story": "book", "backpack": "backpack", "company": "users", "legend": "map"}
_MARK_PX = 3

Page = StoryPanel | BackpackPanel | CompanyPanel | LegendPanel


class TabButton(QToolButton):
    """A tab: icon and word; a line of ink below the one that is open."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the line."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.INK))
            painter.drawRect(QRectF(8, self.height() - _MARK_PX, self.width() - 16, _MARK_PX))


class SidePanel(QWidget):
    """Tray and tabs; a tab's page is made when it is first opened.

    Signals:
        tab_changed: one of ``TABS``.
        photos_arrived: photos have come into the tray.
    """

    tab_changed = Signal(str)
    photos_arrived = Signal()

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        vignettes: Vignettes,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._makers: Mapping[str, Callable[[], Page]] = {
            "story": lambda: StoryPanel(workbench, pictures, vignettes, messages),
            "backpack": lambda: BackpackPanel(workbench, messages),
            "company": lambda: CompanyPanel(workbench, messages),
            "legend": lambda: LegendPanel(workbench, vignettes),
        }
        self._pages: dict[str, Page] = {}
        self._tab = TABS[0]
        self.tray = TrayPanel(workbench, pictures, vignettes, messages, self)
        self.buttons = self._tab_buttons()
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tray)
        layout.addWidget(self._tab_row())
        layout.addWidget(self._stack, 1)
        self.tray.filled.connect(self.photos_arrived)

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return self._tab

    def page(self, tab: str) -> Page:
        """The page of a tab, made when it is first asked for."""
        if tab not in self._pages:
            self._pages[tab] = self._makers[tab]()
            self._stack.addWidget(self._pages[tab])
        return self._pages[tab]

    def open_tab(self, tab: str) -> None:
        """Open a tab."""
        self.buttons[tab].setChecked(True)
        self._stack.setCurrentWidget(self.page(tab))
        if tab != self._tab:
            self._tab = tab
            self.tab_changed.emit(tab)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between panel and map."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), QColor(theme.HAIRLINE))

    def _tab_buttons(self) -> dict[str, TabButton]:
        words = {
            "story": _("Story"),
            "backpack": _("Backpack"),
            "company": _("Travel company"),
            "legend": _("Legend"),
        }
        group = QButtonGroup(self)
        buttons = {}
        for tab in TABS:
            button = TabButton()
            button.setText(words[tab])
            button.setIcon(icon(_ICONS[tab]))
            button.setIconSize(QSize(20, 20))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, tab=tab: self.open_tab(tab))
            group.addButton(button)
            buttons[tab] = button
        one_tab_stop(group)
        return buttons

    def _tab_row(self) -> QWidget:
        row = QWidget()
        row.setObjectName("tabs")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        for button in self.buttons.values():
            layout.addWidget(button, 1)
        return row
