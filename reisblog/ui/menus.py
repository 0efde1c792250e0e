"""The menu bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QIcon,
    QKeySequence,
    QPainter,
    QPen,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from reisblog import look
from reisblog.texts import _
from reisblog.ui import menu_table, path_offers, showing
from reisblog.ui.messages import Offer
from reisblog.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reisblog.ui.canvas.arranging import Arranging

_SWATCH_PX = 20
_TICK = ((5.0, 10.5), (8.5, 14.0), (15.0, 6.0))


class Menus(QMenuBar):
    """Every menu, and in it the files used lately and the earlier versions.

    Attributes:
        lists: the menus that are made anew whenever they open, by their name in the table.
    """

    def __init__(
        self,
        actions_by_id: Mapping[str, QAction],
        workbench: Workbench,
        *,
        recent: Callable[[], list[Offer]],
        earlier: Callable[[], list[Offer]],
        arranging: Callable[[], Arranging],
    ) -> None:
        """Make the menus.

        Args:
            actions_by_id: what stands in them.
            workbench: has what is chosen, for whom that may be.
            recent: opens each of the files used lately, the latest first.
            earlier: takes back each of what was kept, the latest first.
            arranging: gives who arranges what is chosen.
        """
        super().__init__()
        self.lists = {
            menu_table.RECENT: QMenu(_("Recent"), self),
            menu_table.EARLIER: QMenu(_("Earlier versions"), self),
            menu_table.AUDIENCES: QMenu(_("To be seen by"), self),
            menu_table.VIEWERS: QMenu(_("View as"), self),
        }
        choices = choices_of(workbench, arranging)
        self.lists |= {name: QMenu(words, self) for name, (words, _list) in choices.items()}
        self._actions = actions_by_id
        self._offers: dict[str, Callable[[], list[Offer]]] = {
            menu_table.RECENT: recent,
            menu_table.EARLIER: earlier,
            menu_table.AUDIENCES: partial(showing.audiences, workbench),
            menu_table.VIEWERS: partial(showing.viewers, workbench),
            **{name: offers for name, (_words, offers) in choices.items()},
        }
        for words, names in menu_table.MENUS:
            self._fill(self.addMenu(words()), names)

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            if name == menu_table.LINE:
                menu.addSeparator()
            elif name in menu_table.WITHIN:
                words, within = menu_table.WITHIN[name]
                if within:
                    self._fill(menu.addMenu(words()), within)
            elif name in self.lists:
                menu.addMenu(self.lists[name])
                menu.aboutToShow.connect(partial(list_offers, self.lists[name], self._offers[name]))
            else:
                menu.addAction(self._actions[name])


def ask_by_key(window: QWidget) -> None:
    """Let Shift+F10 ask for the menu of what has the keyboard, which Qt lets only Windows do."""

    def ask() -> None:
        if (here := QApplication.focusWidget()) is not None:
            middle = here.rect().center()
            keyboard = QContextMenuEvent.Reason.Keyboard
            asked = QContextMenuEvent(keyboard, middle, here.mapToGlobal(middle))
            QCoreApplication.sendEvent(here, asked)

    QShortcut(QKeySequence("Shift+F10"), window, ask)


def choices_of(
    workbench: Workbench,
    arranging: Callable[[], Arranging],
) -> dict[str, tuple[str, Callable[[], list[Offer]]]]:
    """The lists of what can be done with what is chosen: their words, and what is in them."""
    return {
        menu_table.ALIGN: (_("Align"), lambda: arranging().alignments()),
        menu_table.SPREAD: (_("Spread evenly"), lambda: arranging().spreadings()),
        menu_table.TINTS: (_("Paper"), lambda: arranging().tints()),
        menu_table.LETTERS: (_("Letters"), lambda: arranging().letter_sizes()),
        menu_table.PENS: (_("Pen"), lambda: path_offers.pens(workbench)),
        menu_table.INKS: (_("Colour"), lambda: path_offers.tints(workbench)),
        menu_table.BREADTHS: (_("Breadth"), lambda: path_offers.breadths(workbench)),
    }


def list_offers(menu: QMenu, offers: Callable[[], list[Offer]]) -> None:
    """List what there is to choose now."""
    menu.clear()
    for offer in offers():
        action = QAction(offer.label.replace("&", "&&"), menu)
        if offer.holds is not None:
            action.setCheckable(True)
            action.setChecked(offer.holds)
        if offer.swatch:
            action.setIcon(_swatch(offer.swatch, ticked=bool(offer.holds)))
        action.triggered.connect(partial(_take_up, offer))
        menu.addAction(action)
    menu.setEnabled(not menu.isEmpty())


def _take_up(offer: Offer, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  (Qt's)
    offer.act()


def _swatch(colour: str, *, ticked: bool) -> QIcon:
    """A small sheet of paper of a colour; a menu that shows it has no other room for a tick."""
    pixmap = QPixmap(_SWATCH_PX, _SWATCH_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.INK_SOFT), 1.0))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(pixmap.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    if ticked:
        painter.setPen(QPen(QColor(look.INK), 2.5))
        painter.drawPolyline([QPointF(x, y) for x, y in _TICK])
    painter.end()
    return QIcon(pixmap)
