"""What a board shows as a picture in a file: what is seen and what is drawn over it, no buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtGui import QImage, QPainter

from reisblog.storage.durable import write_whole
from reisblog.texts import _
from reisblog.ui.plain_name import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from reisblog.desk import Desk
    from reisblog.errors import ReisblogError
    from reisblog.model.journey import Journey
    from reisblog.ui.jobs import Jobs, Progress


def picture_of(layers: Sequence[QWidget]) -> QImage:
    """Layers of one board over one another, in its own pixels."""
    board = layers[0]
    ratio = board.devicePixelRatioF()
    image = QImage(board.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    for layer in layers:
        layer.render(painter, QPoint(0, 0), renderFlags=layer.RenderFlag(0))
    painter.end()
    return image


def suggestion(desk: Desk, seen: Journey) -> Path:
    """Where a picture could go, by the title as those see it to whom it is told."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = desk.path.parent if desk.path else Path(QStandardPaths.writableLocation(documents))
    name = _("{name} on the board").format(name=plain_name(seen))
    number, path = 1, folder / f"{name}.png"
    while path.exists():
        number += 1
        path = folder / f"{name} {number}.png"
    return path


def keep_picture(
    jobs: Jobs, desk: Desk, image: QImage, path: Path, tell: Callable[[str], None]
) -> None:
    """Write a picture in the background, and tell when it is there or why it is not."""
    pixels = bytes(image.constBits())
    size, stride = (image.width(), image.height()), image.bytesPerLine()

    def write(_progress: Progress) -> None:
        from PIL import Image  # noqa: PLC0415 - seldom wanted

        desk.refuse_own_file(path)
        picture = Image.frombuffer("RGB", size, pixels, "raw", "BGRX", stride, 1)
        write_whole(path, lambda file: picture.save(file, "png"), replace=True)

    def done(_nothing: None) -> None:
        tell(_("“{name}” is ready.").format(name=path.name))

    def failed(error: ReisblogError) -> None:
        tell(str(error))

    jobs.run(write, done=done, failed=failed)
