"""What goes to other programs: copied, or dragged out of the window, as it may leave."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.ui.canvas.drops import photo_ids_in
from reisblog.ui.copying import PIECES
from reisblog.ui.plain_text import TextField
from tests import telltale
from tests.driver import Driver, files

OPEN = Point(1330, 930)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dragged(driver):
    """What was dragged out: what other programs would get."""
    taken = []
    driver.program.drag_out.run = lambda drag: taken.append(drag.mimeData())
    return taken


@pytest.fixture(params=["hidden", "cropped"])
def photo(driver, tmp_path, request):
    """A photo on the map with something in it that nobody is to see, chosen."""
    path = tmp_path / "gezicht.jpg"
    path.write_bytes(telltale.picture())
    driver.drop([path], OPEN)
    [photo] = driver.journey.photos.values()
    change = {
        "hidden": lambda now: edits.set_blurs(now, photo.id, [telltale.HIDDEN]),
        "cropped": lambda now: edits.set_crop(now, photo.id, telltale.WITHOUT),
    }[request.param]
    driver.program.workbench.edit("Frame", change)
    driver.program.workbench.choose({photo.id})
    return driver.journey.photos[photo.id]


def move(driver, at, kind=QEvent.Type.MouseMove):
    """The mouse, in pixels of the canvas, which may lie outside the window."""
    spot = QPointF(at)
    button = LEFT if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    on_screen = QPointF(driver.port.mapToGlobal(at))
    plain = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, spot, on_screen, button, held, plain)
    QCoreApplication.sendEvent(driver.port, event)


@pytest.fixture(autouse=True)
def _time_to_make_files(monkeypatch):
    """However slow this machine is: what goes without its file is another test."""
    monkeypatch.setattr("reisblog.ui.outgoing._PATIENCE_MS", 20_000)


def drag_out(driver, start):
    """Take up what lies there, and leave the window with it."""
    at = driver.seen(start)
    move(driver, at, QEvent.Type.MouseButtonPress)
    for step in range(1, 5):
        move(driver, at + QPoint(0, 20 * step))
    move(driver, QPoint(at.x(), driver.window.height() + 400))
    QApplication.processEvents()


def images_in(mime):
    for url in mime.urls():
        with Image.open(url.toLocalFile()) as image:
            yield image.convert("RGB")
    if mime.hasImage():
        image = QImage(mime.imageData()).convertToFormat(QImage.Format.Format_RGBA8888)
        size = image.width(), image.height()
        yield Image.frombytes("RGBA", size, bytes(image.constBits())).convert("RGB")


def test_a_photo_dragged_out_is_a_file_that_shows_no_more_than_is_seen(driver, photo, dragged):
    drag_out(driver, photo.at)
    driver.until(lambda: dragged)
    [mime] = dragged
    shown = list(images_in(mime))
    assert len(shown) == 2
    assert not any(map(telltale.tells, shown))
    assert driver.journey.photos[photo.id] == photo  # nothing moved
    assert not driver.canvas.work.hand.busy
    assert photo_ids_in(mime) == [photo.id]


def test_one_that_is_seen_whole_goes_out_as_it_came(driver, photos, dragged):
    driver.drop(photos(1), OPEN)
    [photo] = driver.journey.photos.values()
    caption = "Op stage: dag 1"
    driver.program.workbench.edit("C", lambda now: edits.set_caption(now, photo.id, caption))
    drag_out(driver, photo.at)
    driver.until(lambda: dragged)
    [url] = dragged[0].urls()
    file = Path(url.toLocalFile())
    assert file.name == "Op stage dag 1.jpg"
    assert file.read_bytes() == driver.program.workbench.desk.media.read(photo.media)


def test_a_note_goes_out_as_words(driver, dragged):
    driver.double_tap(OPEN)
    driver.type("Los briefje")
    driver.key(Qt.Key.Key_Escape)
    [note] = driver.journey.notes.values()
    driver.program.workbench.choose({note.id})
    drag_out(driver, driver.canvas.to_map(QPointF(driver.seen(note.at) + QPoint(12, 8))))
    driver.until(lambda: dragged)
    assert dragged[0].text() == "Los briefje"
    assert not dragged[0].urls()
    assert driver.journey.notes[note.id].at == note.at


def test_a_path_stays(driver, dragged):
    driver.press("path")
    driver.draw([Point(400 + 20 * step, 700) for step in range(30)])
    driver.press("choose")
    [trail] = driver.journey.trails.values()
    driver.program.workbench.choose({trail.id})
    drag_out(driver, Point(600, 700))
    assert dragged == []
    assert driver.journey.trails[trail.id] == trail


def test_what_is_let_go_of_inside_the_window_goes_nowhere(driver, photo, dragged):
    driver.drag(photo.at, photo.at + Point(60, 40))
    assert dragged == []
    assert driver.journey.photos[photo.id].at != photo.at


def test_photos_dragged_out_of_the_tray_are_files_too(driver, tmp_path):
    path = tmp_path / "gezicht.jpg"
    path.write_bytes(telltale.picture())
    driver.program.bring_in.to_tray([path])
    driver.until(lambda: driver.journey.photos)
    [photo] = driver.journey.photos.values()
    hide = [telltale.HIDDEN]
    driver.program.workbench.edit("Hide", lambda now: edits.set_blurs(now, photo.id, hide))
    prints = driver.window.panel.tray.prints
    spot = prints.visualRect(prints.row.index(0)).center()
    QTest.mouseClick(prints.viewport(), LEFT, pos=spot)
    mime = prints.mime_data()
    assert photo_ids_in(mime) == [photo.id]
    shown = list(images_in(mime))
    assert shown
    assert not any(map(telltale.tells, shown))


def test_what_went_out_is_gone_with_the_program_and_with_another_journey(
    driver, photo, dragged, tmp_path
):
    drag_out(driver, photo.at)
    driver.until(lambda: dragged)
    [url] = dragged[0].urls()
    driver.messages.answer = 1
    driver.press("new")
    driver.until(lambda: not driver.journey.photos)
    driver.program.pictures.pixmap("0" * 64, 128)  # whoever asks first hears of it
    assert not Path(url.toLocalFile()).exists()


def test_other_programs_get_what_is_seen_and_a_journey_gets_all(driver, photo, dressed, tmp_path):
    driver.press("copy")
    driver.settle()
    driver.until(lambda: QApplication.clipboard().mimeData().hasFormat(PIECES))
    mime = QApplication.clipboard().mimeData()
    assert not any(map(telltale.tells, images_in(mime)))
    assert not any(photo.media in url.toLocalFile() for url in mime.urls())
    other = Driver(tmp_path / "other")
    other.press("paste")
    other.settle()
    [came] = other.journey.photos.values()
    assert (came.media, came.crop, came.blurs) == (photo.media, photo.crop, photo.blurs)
    assert not other.program.workbench.desk.missing
    other.close()


def test_a_file_dragged_over_a_field_is_no_words(driver):
    field = TextField(driver.window, name="Veld")
    assert not field.canInsertFromMimeData(files([Path("foto.jpg").absolute()]))


def test_a_picture_of_the_map_shows_no_more_than_is_seen(driver, photo, tmp_path):
    def tells(name):
        driver.dialogs.file = tmp_path / name
        driver.export("phone-picture")
        driver.until(driver.dialogs.file.exists)
        driver.settle()
        with Image.open(driver.dialogs.file) as image:
            return telltale.tells(image)

    assert not tells("zo.png")

    def whole(journey):
        journey = edits.set_crop(journey, photo.id, None)
        return edits.set_blurs(journey, photo.id, [])

    driver.program.workbench.edit("Whole", whole)
    assert tells("heel.png")  # else this would prove nothing
