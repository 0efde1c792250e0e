"""The keyboard's place in the window: a ring around the thing that has the focus, outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from reisblog import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
_GAP_PX = 1
_NOT_AT_ALL = Qt.FocusPolicy.NoFocus


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget or in something inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def only_stop(widgets: Iterable[QWidget], chosen: QWidget | None) -> None:
    """Let the Tab key stop at one of these; the arrows go along the others."""
    for widget in widgets:
        here = widget is chosen
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def one_tab_stop(group: QButtonGroup) -> None:
    """Let the Tab key stop at the checked button of a group; the arrows go along the others."""

    def settle(_button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001  (Qt's)
        if checked:
            for button in group.buttons():
                here = button.isChecked()
                policy = Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus
                button.setFocusPolicy(policy)

    group.buttonToggled.connect(settle)


def follow_on(before: QWidget | None, part: QWidget) -> None:
    """Let the Tab key go from a widget into a part of the window, and through that as it is read.

    Qt goes in the order in which widgets were made; what came later stands elsewhere.
    """
    for after in _as_read(part):
        if before is not None and before is not after:
            # Qt passes over what the Tab key does not stop at now; it may later.
            barred = [each for each in (before, after) if each.focusPolicy() == _NOT_AT_ALL]
            for each in barred:
                each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            QWidget.setTabOrder(before, after)
            for each in barred:
                each.setFocusPolicy(_NOT_AT_ALL)
        before = after


def follow_in_column(column: Sequence[QWidget], place: int) -> None:
    """Let the Tab key come to one part of a column after whatever stands above it."""
    above = (each for part in reversed(column[:place]) for each in reversed([*_as_read(part)]))
    follow_on(next(above, None), column[place])


def _as_read(part: QWidget) -> Iterator[QWidget]:
    """What could have the keyboard in a part of the window, in the order of its layouts."""
    if part.focusPolicy() != _NOT_AT_ALL or isinstance(part, QAbstractButton):
        yield part
    if isinstance(part, QScrollArea) and (inside := part.widget()) is not None:
        yield from _as_read(inside)
    elif (layout := part.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _as_read(widget)
        elif (within := item.layout()) is not None:
            yield from _in_layout(within)


class FocusRing(QWidget):
    """Follows the focus through one window.

    Shown when the focus came by the keyboard, and always around a field in which one writes. A
    list shows its own ring around the entry that has the focus.
    """

    def __init__(self, window: QWidget, *, never_around: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._never = never_around
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    @property
    def target(self) -> QWidget | None:
        """What the ring is around."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever moves the target moves the ring."""
        del watched
        if event.type() in _MOVES:
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three pixels, outside the thing."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.FOCUS), look.FOCUS_PX))
        edge = look.FOCUS_PX / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge),
            look.RADIUS_CONTROL_PX + look.FOCUS_PX,
            look.RADIUS_CONTROL_PX + look.FOCUS_PX,
        )

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target = self._ringed(now)
        self._watched = list(self._up_from(self._target))
        for widget in self._watched:
            widget.installEventFilter(self)
        self._settle()

    def _up_from(self, widget: QWidget | None) -> Iterator[QWidget]:
        """The target and all it lies in, the window itself left out."""
        at = widget
        while at is not None and at is not self._window:
            yield at
            at = at.parentWidget()

    def _ringed(self, widget: QWidget | None) -> QWidget | None:
        return widget if widget is not None and self._wants_ring(widget) else None

    def _wants_ring(self, widget: QWidget) -> bool:
        never = self._never
        if never is not None and (widget is never or never.isAncestorOf(widget)):
            return False
        if widget.window() is not self._window or isinstance(widget, QAbstractItemView):
            return False
        by_pointer = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return isinstance(widget, (QLineEdit, QPlainTextEdit)) or not by_pointer

    def _settle(self) -> None:
        target, window = self._target, self._window
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        around = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        grow = look.FOCUS_PX + _GAP_PX
        self.setGeometry(around.adjusted(-grow, -grow, grow, grow).intersected(window.rect()))
        self.show()
        self.raise_()
