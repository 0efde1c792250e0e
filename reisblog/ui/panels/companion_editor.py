"""What unfolds of a companion's card: name, role, what they do, how they are shown, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model import edits
from reisblog.texts import _
from reisblog.ui import theme
from reisblog.ui.focus_ring import follow_on
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.audience_row import AudienceRow
from reisblog.ui.panels.stop_picker import StopPictures
from reisblog.ui.panels.stretch_list import StretchList
from reisblog.ui.panels.token_picker import TokenPicker
from reisblog.ui.plain_text import LineField, PlainLabel
from reisblog.ui.written import note_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent

    from reisblog.model.journey import Journey
    from reisblog.model.records import Audience, Companion, Token
    from reisblog.ui.tokens import Tokens
    from reisblog.ui.workbench import Workbench

_FACE_PX = 44


def roles() -> list[str]:
    """Roles one may want to name; any other word is as good."""
    return [
        _("fellow student"),
        _("workplace trainer"),
        _("teacher"),
        _("mentor"),
        _("family"),
        _("friend"),
        _("guide"),
    ]


class Face(QAbstractButton):
    """How somebody is shown, at the head of their open card; a press folds it."""

    def __init__(self, tokens: Tokens, companion: Companion) -> None:
        super().__init__()
        self._tokens = tokens
        self._companion = companion
        self.setFixedSize(look.TARGET_PX + 4, look.TARGET_PX + 4)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does it, for the keyboard
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Fold the card"))

    def show_companion(self, companion: Companion) -> None:
        """Show this."""
        self._companion = companion
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The token, large."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(0, 0, _FACE_PX, _FACE_PX)
        disc.moveCenter(QRectF(self.rect()).center())
        self._tokens.draw(painter, disc, self._companion)


class CompanionEditor(QWidget):
    """Edits one person in place; every letter is in the journey at once.

    Signals:
        folded: the card should close.
        written: Esc or a last Enter has ended the writing.
        removed: they travel along no more.
    """

    folded = Signal()
    written = Signal()
    removed = Signal()

    def __init__(
        self, companion: Companion, workbench: Workbench, tokens: Tokens, drawings: StopPictures
    ) -> None:
        super().__init__()
        self._workbench = workbench
        self._companion_id = companion.id
        note_record(self, companion.id)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.face = Face(tokens, companion)
        self.name = LineField(name=_("Name"), look="inset")
        self.name.setFont(theme.font(bold=True))
        self.role = LineField(name=_("Role"), placeholder=_("Role, if you like"), look="inset")
        self.roles = QToolButton()
        self.roles.setIcon(icon("chevron-down"))
        self.roles.setIconSize(QSize(18, 18))
        self.roles.setAccessibleName(_("Roles"))
        self.roles.setToolTip(_("Roles"))
        self.helps, self.hinders = _toggle(_("Helps you")), _toggle(_("Slows you down"))
        self.tokens = TokenPicker(drawings.pictures)
        self.stretches = StretchList(companion.id, workbench, drawings)
        self.audience = AudienceRow()
        self.remove = QPushButton()
        label(self.remove, "trash", _("Travels along no longer"))
        self._put_together()
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Show what the journey says."""
        journey = self._workbench.journey
        companion = journey.companions.get(self._companion_id)
        if companion is None:
            return
        self.face.show_companion(companion)
        self.name.show_text(companion.name)
        self.role.show_text(companion.role)
        for button, on in ((self.helps, companion.helps), (self.hinders, companion.hinders)):
            button.setChecked(on)
            button.setIcon(icon("check-on-ink") if on else QIcon())
        portrait = journey.photos.get(companion.portrait or "")
        self.tokens.show_companion(companion, portrait, journey.photos.values())
        self.stretches.follow()
        self.audience.show_audience(companion.audience)

    def role_menu(self) -> QMenu:
        """Roles to take over; the one that holds is ticked, and goes when it is taken again."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for role in roles():
            action = menu.addAction(role)
            action.setCheckable(True)
            action.setChecked(role == self.role.text())
            action.triggered.connect(
                lambda checked, role=role: self._recast(role if checked else "")
            )
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the fields is no press on the card."""
        event.accept()

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.face)
        head.addWidget(self.name, 1)
        cast = QHBoxLayout()
        cast.setSpacing(0)
        cast.addWidget(self.role, 1)
        cast.addWidget(self.roles)
        does = QHBoxLayout()
        does.setSpacing(4)
        does.addWidget(self.helps, 1)
        does.addWidget(self.hinders, 1)
        shown = PlainLabel(_("On the map"), look="small")
        shown.setContentsMargins(8, 4, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(cast)
        layout.addSpacing(4)
        layout.addLayout(does)
        layout.addWidget(shown)
        for part in (self.tokens, self.stretches, self.audience, self.remove):
            layout.addWidget(part)

    def _connect(self) -> None:
        key = self._companion_id
        self.face.clicked.connect(self.folded)
        self.stretches.rearranged.connect(lambda: follow_on(self.face, self))
        self.name.edited.connect(self._rename)
        self.role.edited.connect(self._recast)
        for field in (self.name, self.role):
            field.left.connect(self._leave)
        self.name.returnPressed.connect(self.role.setFocus)
        self.name.finished.connect(self._name_finished)
        self.role.finished.connect(self.written)
        self.roles.clicked.connect(self._open_roles)
        self.helps.clicked.connect(
            lambda on: self._edit(
                _("Say what their company does"),
                lambda now: edits.change_companion(now, key, helps=on),
            )
        )
        self.hinders.clicked.connect(
            lambda on: self._edit(
                _("Say what their company does"),
                lambda now: edits.change_companion(now, key, hinders=on),
            )
        )
        self.tokens.drawn.connect(self._draw_as)
        self.tokens.portrayed.connect(lambda photo_id: portray(self._workbench, key, photo_id))
        self.audience.picked.connect(self._show_to)
        self.remove.clicked.connect(self.removed)

    def _edit(
        self, words: str, edit: Callable[[Journey], Journey], *, key: str | None = None
    ) -> None:
        if self._companion_id in self._workbench.journey.companions:
            self._workbench.edit(words, edit, key=key)

    def _rename(self, name: str) -> None:
        key = self._companion_id
        if name.strip():
            self._edit(
                _("Rename somebody"),
                lambda now: edits.change_companion(now, key, name=name),
                key=f"companion-name-{key}",
            )

    def _recast(self, role: str) -> None:
        key = self._companion_id
        self._edit(
            _("Say who somebody is"),
            lambda now: edits.change_companion(now, key, role=role),
            key=f"companion-role-{key}",
        )

    def _leave(self) -> None:
        """A name that was emptied comes back: taking leave is something else."""
        self._workbench.desk.history.seal()
        companion = self._workbench.journey.companions.get(self._companion_id)
        if companion is not None:
            self.name.show_text(companion.name)

    def _name_finished(self) -> None:
        """Enter goes on to the role; Esc has left the field already."""
        if not self.name.hasFocus():
            self.written.emit()

    def _open_roles(self) -> None:
        self.role_menu().popup(self.roles.mapToGlobal(self.roles.rect().bottomLeft()))

    def _draw_as(self, token: Token | None) -> None:
        """Lay a photo away for it; but one that is not seen now is nobody's to lay away."""
        key = self._companion_id
        seen = self._workbench.journey.companions[key].portrait

        def drawn(now: Journey) -> Journey:
            companion = now.companions.get(key)
            kept = companion.portrait if companion is not None and seen is None else None
            return edits.portray(now, key, portrait=kept, token=token)

        self._edit(_("Say how somebody is shown"), drawn, key=f"companion-token-{key}")

    def _show_to(self, audience: Audience) -> None:
        self._edit(
            _("Say who may see it"),
            lambda now: edits.show_to(now, [self._companion_id], audience),
        )


def portray(workbench: Workbench, companion_id: str, photo_id: str | None) -> None:
    """Let a photo show somebody, or again what showed them before."""

    def shown(now: Journey) -> Journey:
        companion = now.companions.get(companion_id)
        if companion is None or (photo_id is not None and photo_id not in now.photos):
            return now
        return edits.portray(now, companion_id, portrait=photo_id, token=companion.token)

    workbench.edit(_("Say how somebody is shown"), shown)


def _toggle(words: str) -> QPushButton:
    """A button that stays down; a tick says so."""
    button = QPushButton(words)
    button.setProperty("look", "segment")
    button.setCheckable(True)
    button.setIconSize(QSize(14, 14))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
