"""The slim bar on top: menus, the journey's name, whether it is kept, undo, zoom, and the book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenuBar,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.icons import BUTTON_ICON, icon, label
from reisblog.ui.plain_text import LineField, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

BAR_PX = 52
_TITLE_PX = (150, 300)
_NAME_PX = (84, 150)
_ROOM_FOR_STATE_PX = 1_180
_NARROW_LINE_PX = 20
_NARROW_STOP_PX = 28
_WIDGET_PX = 16_777_215
"""As wide as a widget can be: no bound."""
_ROOM_FOR_WORDS_PX = 1_040


class FittingField(LineField):
    """A line as wide as its words, between two bounds (logical pixels)."""

    def __init__(self, bounds: tuple[int, int], *, name: str, placeholder: str) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self._bounds = bounds
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the words or the placeholder."""
        measure = QFontMetrics(self.font())
        words = measure.horizontalAdvance(self.text() or self.placeholderText())
        least, most = self._bounds
        return QSize(min(max(words + 28, least), most), look.TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        """A narrow window may squeeze it."""
        return QSize(self._bounds[0] // 2, look.TARGET_PX)


class SavedState(QWidget):
    """Quiet words on whether the work is kept, or what is under way, with a thin line.

    Attributes:
        stop: ends what takes long; seen only as long as there is something.
    """

    def __init__(self) -> None:
        super().__init__()
        self._state = ""
        self._narrow = False
        self.words = PlainLabel(look="small")
        self.line = QProgressBar()
        self.line.setTextVisible(False)
        self.line.setRange(0, 1000)
        self.line.hide()
        # A bar repaints the whole window at once when its value changes: not inside an edit.
        self._done = 0.0
        self._draw_later = QTimer(self, singleShot=True, interval=0)
        self._draw_later.timeout.connect(lambda: self.line.setValue(round(self._done * 1000)))
        self.stop = QPushButton(_("Cancel"))
        self.stop.setProperty("look", "quiet")
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.hide()
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        layout = QVBoxLayout()
        layout.setSpacing(4)
        beside.addLayout(layout)
        beside.addWidget(self.stop)
        layout.addStretch()
        layout.addWidget(self.words, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.line)
        layout.addStretch()

    def offer_stop(self, words: str) -> None:
        """Offer to stop this; no words mean that nothing can be stopped."""
        self.stop.setVisible(bool(words))
        self.stop.setAccessibleName(words)
        self.stop.setToolTip(words)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show no words, and nothing at all but how far it is while something is under way."""
        self._narrow = narrow
        self.words.setVisible(not narrow)
        self.line.setMinimumWidth(_NARROW_LINE_PX if narrow else 0)
        self.stop.setText("" if narrow else _("Cancel"))
        self.stop.setIcon(icon("close") if narrow else QIcon())
        self.stop.setMaximumWidth(_NARROW_STOP_PX if narrow else _WIDGET_PX)
        self._appear()

    def show_state(self, words: str) -> None:
        """Say whether the work is kept."""
        self._state = words
        if not self.line.isVisibleTo(self):
            self.words.setText(words)

    def show_progress(self, words: str, done: float) -> None:
        """Say what is under way and how far it is (0 to 1); no words mean it is over."""
        self.line.setVisible(bool(words))
        self._done = done
        self._draw_later.start()
        self.line.setAccessibleName(words)
        self.words.setText(words or self._state)
        self._appear()

    def _appear(self) -> None:
        self.setVisible(not self._narrow or self.line.isVisibleTo(self))


class TopBar(QWidget):
    """The slim bar.

    Signals:
        titled: what the journey is called now.
        named: what its traveller is called now.
        left: a field was left.
        finished: a field was left by Enter or Esc: the keyboard is free.
    """

    titled = Signal(str)
    named = Signal(str)
    left = Signal()
    finished = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], menus: QMenuBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR_PX)
        self.title = FittingField(
            _TITLE_PX, name=_("Name of the journey"), placeholder=_("Untitled journey")
        )
        self.title.setObjectName("title")
        self.title.setFont(theme.font(look.TEXT_LARGE_PX, title=True))
        self.traveller = FittingField(
            _NAME_PX, name=_("Name of the traveller"), placeholder=_("Your name")
        )
        self.traveller.setObjectName("traveller")
        self.traveller.setFont(theme.font(look.TEXT_SMALL_PX))
        self.state = SavedState()
        self.percentage = PlainLabel(look="small")
        self.percentage.setFixedWidth(48)
        self.percentage.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.book = QPushButton()
        label(self.book, "book-on-ink", _("Make travel book"))
        self._book_words = self.book.text()
        self.book.setProperty("look", "main")
        self.book.setToolTip(actions["book"].toolTip())
        self.book.clicked.connect(actions["book"].trigger)
        for field, told in ((self.title, self.titled), (self.traveller, self.named)):
            field.edited.connect(told)
            field.left.connect(self.left)
            field.finished.connect(self.finished)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(menus)
        row.addSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.traveller)
        row.addStretch(1)
        row.addWidget(self.state)
        row.addSpacing(12)
        row.addWidget(_button(actions["undo"]))
        row.addWidget(_button(actions["redo"]))
        row.addSpacing(12)
        row.addWidget(_button(actions["zoom-out"]))
        row.addWidget(self.percentage)
        row.addWidget(_button(actions["zoom-in"]))
        row.addWidget(_button(actions["fit"]))
        row.addSpacing(12)
        row.addWidget(_button(actions["tell"]))
        row.addSpacing(8)
        row.addWidget(self.book)
        row.addSpacing(8)
        row.addWidget(_button(actions["panel"]))
        self.show_scale(1.0)

    def show_scale(self, scale: float) -> None:
        """Say how large the map is: 1.0 is one map unit a logical pixel."""
        self.percentage.setText(_("{percent} %").format(percent=round(scale * 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the state's words are the first to go; the title still tells it.

        Then go what a symbol says as well; the menus stay.
        """
        super().resizeEvent(event)
        self.state.set_narrow(narrow=self.width() < _ROOM_FOR_STATE_PX)
        roomy = self.width() >= _ROOM_FOR_WORDS_PX
        self.percentage.setVisible(roomy)
        self.book.setText(self._book_words if roomy else "")


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(BUTTON_ICON)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
