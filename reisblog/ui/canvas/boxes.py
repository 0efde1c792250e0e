"""In which upright boxes things are seen, in map units; to bring them into line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from reisblog.model.geometry import Rect
from reisblog.ui.canvas.items.pin import PinItem
from reisblog.ui.canvas.items.print import PrintItem
from reisblog.ui.canvas.items.slip import SlipItem

if TYPE_CHECKING:
    from reisblog.ui.canvas.scene import CanvasScene, Movable


def boxes_of(scene: CanvasScene, ids: Iterable[str]) -> dict[str, Rect]:
    """Around each of these where it comes to rest; of a halte around its fan or pile."""
    found: dict[str, QRectF] = {}
    wanted = set(ids)
    for item in scene.prints():
        photo = item.photo
        for key in wanted & {photo.id, photo.stop if photo.at is None else None}:
            if item.isVisible() and key is not None:
                found[key] = found.get(key, QRectF()).united(_resting(item))
    for key in wanted - found.keys():
        other = scene.item_of(key)
        if other is not None and not isinstance(other, PinItem) and other.isVisible():
            found[key] = _resting(other)
    return {key: _rect(box) for key, box in found.items()}


def boxes_beside(
    scene: CanvasScene, ids: frozenset[str], seen: Rect
) -> tuple[Rect | None, list[Rect]]:
    """Around all of these together, and around each other photo, note or halte that is seen."""
    bundles: dict[str, QRectF] = {}
    laid: list[PrintItem | SlipItem] = [*scene.prints(), *scene.slips()]
    for item in laid:
        if not item.isVisible():
            continue
        key = item.record_id
        if isinstance(item, PrintItem) and item.photo.at is None and item.photo.stop:
            key = key if key in ids else item.photo.stop
        bundles[key] = bundles.get(key, QRectF()).united(_resting(item))
    moving = QRectF()
    for box in boxes_of(scene, ids).values():
        moving = moving.united(_qrect(box))
    others = [_rect(box) for key, box in bundles.items() if key not in ids]
    return (
        None if moving.isEmpty() else _rect(moving),
        [box for box in others if box.intersects(seen)],
    )


def photos_in_fans(scene: CanvasScene, ids: Iterable[str]) -> Mapping[str, PrintItem]:
    """The photos among these that lie in a fan or pile, and are seen."""
    wanted = set(ids)
    return {
        item.record_id: item
        for item in scene.prints()
        if item.record_id in wanted and item.photo.at is None and item.isVisible()
    }


def _resting(item: Movable) -> QRectF:
    if isinstance(item, PrintItem):
        return item.resting().boundingRect()
    if isinstance(item, SlipItem):
        return item.outline().translated(item.home())
    return item.mapRectToScene(item.outline())


def _rect(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())


def _qrect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
