"""What a book is to be like: for whom and on what paper, and behind a line all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reisblog import look
from reisblog.model.book import Form, Part, Wish
from reisblog.model.curtain import seen_by
from reisblog.model.records import Audience, SlipTint
from reisblog.texts import _
from reisblog.ui.book import words
from reisblog.ui.canvas.note_looks import swatch, tint_names
from reisblog.ui.icons import icon, label
from reisblog.ui.panels.keyboard_list import KeyboardList
from reisblog.ui.panels.prints import Index, PrintList
from reisblog.ui.panels.segments import SegmentRow
from reisblog.ui.photo_names import photo_names
from reisblog.ui.plain_text import LineField, PlainLabel
from reisblog.ui.showing import audience_name

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reisblog.model.atlas import Atlas
    from reisblog.model.journey import Journey
    from reisblog.ui.pictures import Pictures

_PARTS_ACROSS = 2
_PAPERS_ACROSS = 3
_SWATCH_PX = 22
_NO_PHOTO_PX = 108
_ALL_ROWS = 10_000
"""What is chosen from scrolls as one thing: no list in it has a scroll bar of its own."""


class CoverPhotos(PrintList):
    """The photos of a journey, of which one can be on the cover; as high as it takes.

    Signals:
        came_to: where in it the photo lies that is chosen now.
    """

    came_to = Signal(QRect)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(pictures, parent, name=_("Photo on the cover"), cell=72, rows=_ALL_ROWS)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setDragEnabled(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing goes to another program from here."""
        KeyboardList.mousePressEvent(self, event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Whatever scrolls around it follows."""
        super().currentChanged(current, previous)
        if current.isValid() and self.isVisible():
            self.came_to.emit(self.visualRect(current))

    def show_chosen(self, photo_id: str | None) -> None:
        """Mark one, or none."""
        rows = [row for row, photo in enumerate(self.row.photos) if photo.id == photo_id]
        if rows:
            self.setCurrentIndex(self.row.index(rows[0]))
        else:
            self.clearSelection()


class Choices(QWidget):
    """Everything that can be chosen about a book.

    Attributes:
        viewers: for whom.
        papers: on what.
        more: unfolds the rest.

    Signals:
        changed: the ``Wish`` after every choice.
        unfolded: the rest has come into sight, or gone out of it.
    """

    changed = Signal(object)
    unfolded = Signal(bool)

    def __init__(self, wish: Wish, pictures: Pictures, viewers: tuple[Audience, ...]) -> None:
        """Show what is wished for now.

        Args:
            wish: it.
            pictures: gives the photos' pixels.
            viewers: for whom it can be, as far as who looks now may see.
        """
        super().__init__()
        self._wish = wish
        self.viewers = SegmentRow(_("For"), {each: audience_name(each) for each in viewers})
        self.papers = SegmentRow(_("Paper"), words.paper_names(), columns=_PAPERS_ACROSS)
        self.more = QPushButton()
        self.more.setCheckable(True)
        self.more.setProperty("look", "fold")
        label(self.more, "chevron-right", _("More"))
        self.forms = SegmentRow(_("Form"), words.form_names())
        self._form_told = _told()
        self.qualities = SegmentRow(_("Photos"), words.quality_names())
        self._quality_told = _told()
        self.parts = {part: QCheckBox(name) for part, name in words.part_names().items()}
        self.tints = _tints()
        self.photos = CoverPhotos(pictures)
        self.no_photo = QPushButton(_("No photo"))
        self.no_photo.setProperty("look", "segment")
        self.no_photo.setCheckable(True)
        self.no_photo.setFixedWidth(_NO_PHOTO_PX)
        self.school = LineField(
            name=_("School or class"), placeholder=_("School or class"), look="inset"
        )
        self._rest = self._filled_rest()
        self._photo_parts: list[QWidget] = [self._photo_heading, self.no_photo, self.photos]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (self.viewers, self.papers, self.more, self._rest):
            rows.addWidget(part)
        self._rest.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._connect()
        self._show()

    @property
    def wish(self) -> Wish:
        """What is wished for."""
        return self._wish

    def show_journey(self, journey: Journey, atlas: Atlas) -> None:
        """Offer the photos that may be seen by whom the book is for."""
        seen = seen_by(journey, self._wish.viewer)
        photos = list(seen.photos.values())
        self.photos.row.names = photo_names(seen, atlas)
        self.photos.show_photos(photos)
        for part in self._photo_parts:
            part.setVisible(bool(photos))
        self._show_photo()

    def _connect(self) -> None:
        self.viewers.picked.connect(lambda viewer: self._choose(viewer=viewer))
        self.papers.picked.connect(lambda paper: self._choose(paper=paper))
        self.forms.picked.connect(lambda form: self._choose(form=form))
        self.qualities.picked.connect(lambda quality: self._choose(quality=quality))
        self.tints.picked.connect(lambda tint: self._choose(cover_tint=tint))
        self.no_photo.clicked.connect(lambda: self._choose(cover_photo=None))
        self.photos.chosen.connect(self._take_photo)
        self.school.edited.connect(lambda school: self._choose(school=school))
        for box in self.parts.values():
            box.clicked.connect(lambda: self._choose(without=self._left_out()))
        self.more.toggled.connect(self._unfold)

    def _filled_rest(self) -> QWidget:
        rest = QWidget()
        rows = QVBoxLayout(rest)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(2)
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 0, 0)
        grid.setSpacing(0)
        for column in range(_PARTS_ACROSS):
            grid.setColumnStretch(column, 1)
        for index, box in enumerate(self.parts.values()):
            grid.addWidget(box, index // _PARTS_ACROSS, index % _PARTS_ACROSS)
        self._photo_heading = _heading(_("Photo on the cover"))
        for widget in (self.forms, self._form_told, self.qualities, self._quality_told):
            rows.addWidget(widget)
        rows.addWidget(_heading(_("In the book")))
        rows.addLayout(grid)
        rows.addWidget(self.tints)
        rows.addWidget(_heading(_("School or class")))
        rows.addWidget(self.school)
        rows.addWidget(self._photo_heading)
        rows.addWidget(self.no_photo, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.photos)
        return rest

    def _choose(self, **fields: Any) -> None:
        wish = msgspec.structs.replace(self._wish, **fields)
        if wish != self._wish:
            self._wish = wish
            self._show()
            self.changed.emit(wish)
        self._show_photo()

    def _take_photo(self, ids: list[str]) -> None:
        if ids:
            self._choose(cover_photo=ids[0])

    def _left_out(self) -> frozenset[Part]:
        return frozenset(part for part, box in self.parts.items() if not box.isChecked())

    def _unfold(self, on: bool) -> None:  # noqa: FBT001  (Qt hands it in so)
        self._rest.setVisible(on)
        self.more.setIcon(icon("chevron-down" if on else "chevron-right"))
        self.unfolded.emit(on)

    def _show(self) -> None:
        wish = self._wish
        self.viewers.show_value(wish.viewer)
        self.papers.show_value(wish.paper)
        self.forms.show_value(wish.form)
        self.qualities.show_value(wish.quality)
        self.tints.show_value(wish.cover_tint)
        self._form_told.setText(words.form_sentence(wish.form))
        self._quality_told.setText(words.quality_sentence(wish.quality))
        for part, box in self.parts.items():
            box.setChecked(part not in wish.without)
            box.setEnabled(wish.form is not Form.MAP)
        self.school.show_text(wish.school)

    def _show_photo(self) -> None:
        self.no_photo.setChecked(self._wish.cover_photo is None)
        self.photos.blockSignals(True)  # noqa: FBT003  (shown, not chosen)
        self.photos.show_chosen(self._wish.cover_photo)
        self.photos.blockSignals(False)  # noqa: FBT003


def _heading(text: str) -> PlainLabel:
    heading = PlainLabel(text, look="small")
    heading.setContentsMargins(8, 8, 0, 2)
    return heading


def _told() -> PlainLabel:
    told = PlainLabel(look="small", wraps=True)
    told.setContentsMargins(8, 3, 0, 2)
    return told


def _tints() -> SegmentRow:
    row = SegmentRow(_("Colour of the cover"), tint_names())
    for tint, button in row.buttons.items():
        button.setToolTip(button.text())
        button.setAccessibleName(button.text())
        button.setText("")
        button.setIcon(_patch(tint))
        button.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        button.setProperty("look", "swatch")
    return row


def _patch(tint: SlipTint) -> QIcon:
    side = _SWATCH_PX * 3  # sharp on any screen
    patch = QPixmap(side, side)
    patch.fill("transparent")
    painter = QPainter(patch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(swatch(tint)))
    painter.setPen(QColor(look.INK_SOFT))
    painter.drawEllipse(2, 2, side - 4, side - 4)
    painter.end()
    return QIcon(patch)
