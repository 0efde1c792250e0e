"""How the canvas is set up, before anything is on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget

from reisblog.texts import _


def dress(view: QGraphicsView) -> None:
    """Make a view what the canvas needs: no scroll bars, no frame, painted by us alone."""
    # A viewport of Qt's own making comes back as some widget, and PySide then loads every kind
    # of widget there is, to see which.
    view.setViewport(QWidget())
    view.setFrameShape(QGraphicsView.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setAcceptDrops(True)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setMinimumSize(320, 240)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    view.viewport().setMouseTracking(True)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # can be scrolled
    for part in (view, view.viewport()):
        part.setTabletTracking(True)
        part.setAccessibleName(_("The map with your journey"))
