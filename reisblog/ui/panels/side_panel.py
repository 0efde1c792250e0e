"""The side panel: what waits to be laid down on top, and four tabs below it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Union

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
from reisblog.model.journey import in_tray
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import follow_on, one_tab_stop
from reisblog.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from reisblog.ui.bag_doors import BagDoors
    from reisblog.ui.messages import Messages
    from reisblog.ui.panels.backpack import BackpackPanel
    from reisblog.ui.panels.company import CompanyPanel
    from reisblog.ui.panels.legend import LegendPanel
    from reisblog.ui.panels.story import StoryPanel
    from reisblog.ui.panels.tray import TrayPanel
    from reisblog.ui.panels.vignettes import Vignettes
    from reisblog.ui.pictures import Pictures
    from reisblog.ui.workbench import Workbench

TABS: Final = ("story", "backpack", "company", "legend")
_ICONS: Final = {"story": "book", "backpack": "backpack", "company": "users", "legend": "map"}
_TAB_OF_AID: Final = {
    "kompas": "backpack",
    "rugzak": "backpack",
    "reisgezelschap": "company",
    "familieleden": "company",
}
_MARK_PX = 3

Page = Union["StoryPanel", "BackpackPanel", "CompanyPanel", "LegendPanel"]


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
    """Tray and tabs, which are loaded and made when they are first wanted.

    Signals:
        tab_changed: one of ``TABS``.
        photos_arrived: photos have come into the tray.
        chosen_in_tray: the ids of what is chosen there.
    """

    tab_changed = Signal(str)
    photos_arrived = Signal()
    chosen_in_tray = Signal(list)

    def __init__(
        self,
        workbench: Workbench,
        pictures: Pictures,
        vignettes: Vignettes,
        messages: Messages,
        doors: BagDoors,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(_("Side panel"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workbench = workbench
        self._pictures = pictures
        self._vignettes = vignettes
        self._messages = messages
        self._doors = doors
        self._pages: dict[str, Page] = {}
        self._is_out: Callable[[str], bool] = lambda _aid: True
        self._tab = TABS[0]
        self.buttons = self._tab_buttons()
        bag = self.buttons["backpack"]
        doors.add(bag, shows=bag.setDown, opens=bag.click)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._tab_row())
        self._column.addWidget(self._stack, 1)
        workbench.changed.connect(self._look_into_tray)
        workbench.opened.connect(self._look_into_tray)
        self._look_into_tray()

    @cached_property
    def tray(self) -> TrayPanel:
        """What waits to be laid down."""
        from reisblog.ui.panels.tray import TrayPanel  # noqa: PLC0415 - seldom wanted at the start

        tray = TrayPanel(self._workbench, self._pictures, self._vignettes, self._messages, self)
        self._column.insertWidget(0, tray)
        follow_on(None, self)
        tray.filled.connect(self.photos_arrived)
        tray.prints.chosen.connect(self.chosen_in_tray)
        return tray

    def photos_chosen_in_tray(self) -> list[str]:
        """The ids of the photos that are chosen among what waits to be laid down."""
        return self.tray.prints.chosen_ids() if "tray" in vars(self) else []

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return self._tab

    def page(self, tab: str) -> Page:
        """The page of a tab, made when it is first asked for."""
        if tab not in self._pages:
            self._pages[tab] = self._make(tab)
            self._pages[tab].show_aids(self._is_out)
            if tab in self.buttons:  # what waits to be laid down names itself
                self._pages[tab].setAccessibleName(self.buttons[tab].text())
            self._stack.addWidget(self._pages[tab])
        return self._pages[tab]

    def open_tab(self, tab: str) -> None:
        """Open a tab; the story, when that one is put away."""
        if self.buttons[tab].isHidden():
            tab = TABS[0]
        self.buttons[tab].setChecked(True)
        self._stack.setCurrentWidget(self.page(tab))
        if tab != self._tab:
            self._tab = tab
            self.tab_changed.emit(tab)

    def show_aids(self, is_out: Callable[[str], bool], away: Collection[str]) -> None:
        """Show what lies ready, and the story instead of an open tab that does not.

        Args:
            is_out: tells whether an aid does.
            away: the tabs that do not.
        """
        self._is_out = is_out
        for tab, button in self.buttons.items():
            button.setVisible(tab not in away)
        for page in self._pages.values():
            page.show_aids(is_out)
        if self._tab in away:
            self.open_tab(TABS[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between panel and map."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.HAIRLINE))
        painter.drawLine(0, 0, 0, self.height())

    def _look_into_tray(self) -> None:
        """Make the tray once something lies in it; from then on it shows and tells by itself."""
        if "tray" not in vars(self) and in_tray(self._workbench.journey):
            self.tray.show()
            self.photos_arrived.emit()

    def _make(self, tab: str) -> Page:
        if tab == "story":
            from reisblog.ui.panels.story import StoryPanel  # noqa: PLC0415 - as for the tray

            return StoryPanel(self._workbench, self._pictures, self._vignettes, self._messages)
        if tab == "backpack":
            from reisblog.ui.panels.backpack import BackpackPanel  # noqa: PLC0415

            bag = BackpackPanel(self._workbench, self._pictures, self._messages, self._doors)
            bag.legend_wanted.connect(lambda: self.open_tab("legend"))
            return bag
        if tab == "company":
            from reisblog.ui.panels.company import CompanyPanel  # noqa: PLC0415

            return CompanyPanel(self._workbench, self._pictures, self._vignettes, self._messages)
        from reisblog.ui.panels.legend import LegendPanel  # noqa: PLC0415

        legend = LegendPanel(self._workbench, self._vignettes)
        legend.aid_picked.connect(lambda aid: self.open_tab(_TAB_OF_AID.get(aid, "legend")))
        return legend

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
