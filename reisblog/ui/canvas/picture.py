"""The map with everything on it as a picture file."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter, QTransform
from PySide6.QtSvg import QSvgRenderer

from reisblog import look, resources
from reisblog.desk import Desk
from reisblog.errors import ExportError, ReisblogError
from reisblog.model.arrangement import arrangement
from reisblog.model.geometry import Point, Rect
from reisblog.model.journey import Journey
from reisblog.photos.decoder import Pixels
from reisblog.storage import durable
from reisblog.texts import _
from reisblog.ui.canvas.mist_picture import MistPicture
from reisblog.ui.canvas.names import Names
from reisblog.ui.canvas.scene import CanvasScene
from reisblog.ui.canvas.sharpness import finest_of, side_for
from reisblog.ui.pictures import Pictures
from reisblog.ui.workbench import Workbench

Rendition = Callable[[str], bytes]
_ROOM_UNITS = 150.0
_TITLE_SHARE = 0.045
_MARGIN_SHARE = 0.04
_AT_ONCE = 4
"""How many pictures' bytes are held at the same time."""


def draw_picture(desk: Desk, out: Path, width: int, height: int, *, replace: bool) -> int:
    """Write the map with everything on it as a PNG.

    A wide picture shows the whole map; an upright one, for a phone, the part that was travelled,
    under the journey's title.

    Args:
        desk: the journey.
        out: written only when it is complete.
        width: pixels.
        height: pixels.
        replace: whether a file that stands there may be replaced.

    Returns:
        How many photos could not be read; plain paper lies where they are.

    Raises:
        SaveError: it could not be written.
        ExportError: it could not be made.
    """
    encoded, missing = picture_of(desk, width, height, desk.media.rendition)

    def write(file: BinaryIO) -> None:
        file.write(encoded)

    durable.write_whole(out, write, replace=replace)
    return missing


def picture_of(desk: Desk, width: int, height: int, rendition: Rendition) -> tuple[bytes, int]:
    """The map with everything on it as a PNG, and how many photos could not be read.

    Args:
        desk: the journey.
        width: pixels.
        height: pixels.
        rendition: gives the small version of a picture by its hash, or raises `ReisblogError`.

    Raises:
        ExportError: it could not be made.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(look.PAPER))
    painter = QPainter(image)
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        upright = height > width
        room = QRectF(0, 0, width, height)
        if upright:
            room.setTop(_draw_title(painter, desk.journey, width))
        part = travelled(desk, room.width() / room.height()) if upright else desk.atlas.bounds
        missing = _draw_map(painter, desk, part, room, rendition)
    finally:
        painter.end()  # Qt breaks down when the picture goes first, as at Ctrl+C
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(
            _(
                "The picture cannot be made: this computer has too little memory free. Your "
                "journey is safe. Close other programs, or make a smaller picture."
            )
        )
    return bytes(buffer.data().data()), missing


def travelled(desk: Desk, aspect: float) -> Rect:
    """The part of the map that holds the whole journey, as near to an aspect as the map allows.

    Args:
        desk: the journey.
        aspect: width divided by height.
    """
    sheet = desk.atlas.bounds
    points = list(_points(desk))
    if not points:
        return sheet
    area = Rect.around([sheet.clamp(point) for point in points]).grown(_ROOM_UNITS)
    wide = min(max(area.width, area.height * aspect), sheet.width)
    high = min(max(area.height, area.width / aspect), sheet.height)
    x = min(max(area.centre.x - wide / 2, 0.0), sheet.width - wide)
    y = min(max(area.centre.y - high / 2, 0.0), sheet.height - high)
    return Rect(x, y, wide, high)


def _points(desk: Desk) -> list[Point]:
    journey, places = desk.journey, desk.atlas.places
    return [
        *(lie.at for lie in arrangement(journey)),
        *(note.at for note in journey.notes.values()),
        *(moment.at for moment in journey.compass_moments.values()),
        *(piece.end for trail in journey.trails.values() for piece in trail.segments),
        *(stop.at for stop in journey.stops.values()),
        *(
            places[key].pin
            for stop in journey.stops.values()
            for key in stop.places
            if key in places
        ),
    ]


def _draw_title(painter: QPainter, journey: Journey, width: int) -> float:
    """Write title and name at the top; gives the pixels they take."""
    margin = width * _MARGIN_SHARE
    y = margin
    for words, family, share in (
        (journey.title, look.FAMILY_TITLE, _TITLE_SHARE),
        (journey.traveller, look.FAMILY_READING, _TITLE_SHARE * 0.6),
    ):
        if words:
            font = QFont(family)
            font.setPixelSize(round(width * share))
            painter.setFont(font)
            painter.setPen(QColor(look.INK))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            box = QRectF(margin, y, width - 2 * margin, width)
            y = painter.drawText(box, int(flags), words).bottom() + margin / 2
    return y if y > margin else 0.0


def _draw_map(painter: QPainter, desk: Desk, part: Rect, room: QRectF, rendition: Rendition) -> int:
    """Draw a part of the map into a room of the picture, whole and in its middle.

    Returns:
        How many photos could not be read; plain paper lies where they are.
    """
    scale = min(room.width() / part.width, room.height() / part.height)
    target = QRectF(0, 0, part.width * scale, part.height * scale)
    target.moveCenter(room.center())
    to_picture = QTransform.fromTranslate(target.x() - part.x * scale, target.y() - part.y * scale)
    to_picture.scale(scale, scale)
    sheet = QRectF(0, 0, desk.atlas.width, desk.atlas.height)
    painter.setClipRect(target)
    drawing = resources.map_files(desk.atlas.folder).drawing
    QSvgRenderer(str(drawing)).render(painter, to_picture.mapRect(sheet))
    _draw_mist(painter, desk, part, to_picture)
    Names(lambda: desk.atlas).draw(painter, to_picture, target, target, ratio=1.0)
    source = QRectF(part.x, part.y, part.width, part.height)
    workbench = Workbench(desk)
    pictures = Pictures(lambda: desk, workbench)
    missing = 0
    for media, pixels in _decoded(desk, scale, rendition):
        pictures.offer(media, pixels)
        missing += pixels is None
    pictures.close()
    scene = CanvasScene(workbench, pictures, workbench)
    scene.glides.motion = False
    scene.sharpen(scale)
    scene.render(painter, target, source)
    return missing


def _draw_mist(painter: QPainter, desk: Desk, part: Rect, to_picture: QTransform) -> None:
    picture = MistPicture(desk.atlas.bounds)
    picture.show(desk.journey.mist)
    painter.save()
    painter.setTransform(to_picture)
    picture.draw(painter, QRectF(part.x, part.y, part.width, part.height))
    painter.restore()


def _decoded(desk: Desk, scale: float, rendition: Rendition) -> Iterator[tuple[str, Pixels | None]]:
    """Every picture that shows on the map, once, as fine as it is drawn; or nothing for it."""
    shown = [lie for lie in arrangement(desk.journey) if lie.shown]
    sides: dict[str, int] = {}
    for lie in shown:
        media = desk.journey.photos[lie.photo].media
        side = min(side_for(lie, scale), finest_of(len(shown)))
        sides[media] = max(sides.get(media, 0), side)
    under_way: deque[tuple[str, Future[Pixels]]] = deque()
    for media, side in sides.items():
        try:
            under_way.append((media, desk.decoder.pixels(rendition(media), side=side)))
        except ReisblogError:
            yield media, None
        if len(under_way) == _AT_ONCE:
            yield _finished(*under_way.popleft())
    for media, pixels in under_way:
        yield _finished(media, pixels)


def _finished(media: str, pixels: Future[Pixels]) -> tuple[str, Pixels | None]:
    try:
        return media, pixels.result()
    except ReisblogError:
        return media, None
