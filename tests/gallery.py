"""Pictures of every screen and page, so that whoever changes something can look.

``python tests/gallery.py DIR [--size 1366x768]`` opens the real window, plays a person through
the main screens and writes pictures of each, of the wall map, and of every page of the
examples' travel books.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("REISBLOG_HOME", tempfile.mkdtemp(prefix="reisblog-gallery-"))

import msgspec  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from reisblog import look  # noqa: E402
from reisblog.errors import ReisblogError  # noqa: E402
from reisblog.model import edits  # noqa: E402
from reisblog.model.book import Paper  # noqa: E402
from reisblog.model.geometry import Point  # noqa: E402
from reisblog.model.journey import bundle_of  # noqa: E402
from reisblog.model.mist import MistBrush  # noqa: E402
from reisblog.model.records import Impulse, Pen, SlipTint  # noqa: E402
from reisblog.storage.own_atlas import own_atlas  # noqa: E402
from reisblog.story import wall_map  # noqa: E402
from reisblog.story.wall_map import write_map_picture, write_wall_map  # noqa: E402
from reisblog.ui import theme  # noqa: E402
from reisblog.ui.application import application  # noqa: E402
from reisblog.ui.panels.vignettes import around  # noqa: E402
from tests.driver import Driver, files, wave  # noqa: E402
from tests.gallery_board import show_board  # noqa: E402
from tests.gallery_hands import show_hands  # noqa: E402
from tests.gallery_troubles import print_troubles  # noqa: E402

SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
PAGE_DPI = 80
_CALM_MS = 400
_MAP_PX = 7_200


class Photographer:
    """Takes pictures of one window of one size."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._folder = folder
        self._size = size
        self.driver = Driver(Path(os.environ["REISBLOG_HOME"]), size=size)
        map_layer = self.driver.program.map_layer
        map_layer.prepare()
        self.driver.until(lambda: map_layer.is_painted)

    def keep(self, name: str, picture: QPixmap) -> None:
        """One that somebody took at the right moment."""
        width, height = self._size
        path = self._folder / f"{width}x{height}-{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"{path} could not be written")
        print(path)  # noqa: T201  (the result)

    def take(self, name: str, of: QWidget | None = None) -> None:
        """A picture of the window, or of what lies over it, when everything in it is sharp."""
        program = self.driver.program
        self.driver.settle()
        self.driver.until(lambda: program.map_layer.settled)
        QTest.qWait(_CALM_MS)
        self.keep(name, (of or self.driver.window).grab())


def play(folder: Path, size: tuple[int, int]) -> None:
    """Go through the main screens at one size."""
    photographer = Photographer(folder, size)
    _begin(photographer.driver, photographer.take)
    _read(photographer.driver, photographer.take, size)
    photos = sorted((ROOT / "assets" / "examples").glob("*.jpg"))
    show_hands(photographer.driver, photographer.take, photos)
    _look_at_book(photographer)
    show_board(photographer.driver, size, photographer.keep)
    _hang_class(photographer)
    photographer.driver.close()


def _look_at_book(photographer: Photographer) -> None:
    """The dialog of the travel book, from its pages to where the file went."""
    driver = photographer.driver
    driver.program.workbench.desk.history.mark_saved(driver.journey)
    driver.press("example")
    driver.settle()
    driver.look_at_book()
    dialog = driver.book

    def take(name: str) -> None:
        driver.until(lambda: not driver.program.exports.book.previews and not dialog.pages.waits)
        photographer.take(name, dialog)

    take("60-book")
    dialog.people.understood.click()
    dialog.choices.more.click()
    dialog.choices.tints.buttons[SlipTint.SKY].click()
    dialog.choices.photos.setCurrentIndex(dialog.choices.photos.row.index(3))
    take("61-book-and-all-choices")
    dialog.choices.more.click()
    for paper in (Paper.A4_LANDSCAPE, Paper.SCREEN, Paper.A5):
        dialog.choices.papers.buttons[paper].click()
        take(f"62-book-on-{paper}")
    dialog.pages.go_to(5)
    dialog.pages.enlarge(True)  # noqa: FBT003  (a slot)
    take("63-book-to-read")
    driver.dialogs.file = Path(tempfile.mkdtemp()) / "Mijn reisboek.pdf"
    dialog.make.click()
    driver.until(lambda: not driver.program.exports.book.makes)
    take("64-book-made")
    dialog.reject()
    driver.press("print")
    dialog = driver.book
    take("65-book-to-print")
    dialog.reject()


def _hang_class(photographer: Photographer) -> None:
    """The wall with both examples, many times, and one of them told."""
    driver, folder = photographer.driver, Path(tempfile.mkdtemp())
    for number in range(30):
        path = folder / f"reis-{number:02}.reisblog"
        desk = driver.program.desks.example(teacher=number % 3 == 1)
        allowed = number % 4 != 0
        desk.commit("", lambda now, allowed=allowed: edits.allow_name(now, allowed=allowed))
        desk.save(path)
        desk.close()
        driver.dialogs.files.append(path)
    driver.press("class-map")
    window = driver.program.class_maps.window
    window.showNormal()
    window.resize(driver.window.size())
    driver.until(lambda: window.is_settled)
    photographer.take("70-class-map", window)
    for _step in range(3):
        window.bar.nearer.click()
    photographer.take("71-class-map-nearer", window)
    window.close()


def _begin(driver: Driver, take: Callable[[str], None]) -> None:
    """A journey from nothing."""
    photos = sorted((ROOT / "assets" / "examples").glob("*.jpg"))
    take("01-first-start")
    driver.hover(files(photos[:1]), driver.place("huis-van-de-inspirerende-mentor"))
    take("02-place-lights-up")
    driver.leave()
    driver.drop(photos[:3], driver.place("dilemmabos"))
    take("03-fan-and-chip")
    driver.type("Hier heb ik lang gelopen.")
    take("04-writing")
    driver.key(Qt.Key.Key_Escape)
    driver.drop(photos[3:10], driver.place("stad-der-succesvolle-stage"))
    (_first, stop) = driver.journey.stops.values()
    driver.tap(stop.at)
    take("05-pile-spread")
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    driver.press("path")
    driver.canvas.set_pen(Pen.MINE, "ember")
    driver.draw(wave(Point(500, 330), 700, 60))
    take("06-path-and-pens")
    driver.press("path")
    mist = driver.window.stage.pens.mist
    QTest.mouseClick(mist[MistBrush.LAY], Qt.MouseButton.LeftButton)
    driver.draw(wave(Point(1900, 230), 420, 120))
    driver.press("path")
    QTest.mouseClick(mist[MistBrush.WIPE], Qt.MouseButton.LeftButton)
    take("06-mist-and-its-brushes")
    driver.press("choose")
    driver.canvas.handling.open_large(bundle_of(driver.journey, stop.id)[0].id)
    take("07-photo-large")
    driver.canvas.large.close_view()
    driver.program.workbench.choose({stop.id})
    driver.program.workbench.take_out_compass()
    driver.type("Wat wil ik hierna")
    QTest.mouseClick(
        driver.program.compass.card.impulses[Impulse.INTERNAL], Qt.MouseButton.LeftButton
    )
    take("08-compass-and-its-card")
    driver.program.workbench.desk.history.mark_saved(driver.journey)


def _read(driver: Driver, take: Callable[[str], None], size: tuple[int, int]) -> None:
    """The examples, in the window and on a board."""
    driver.press("example")
    take("10-student-example")
    driver.window.unfold_panel(True)  # noqa: FBT003  (a slot of a checkable action)
    for tab in ("story", "backpack", "company", "legend"):
        driver.window.panel.open_tab(tab)
        take(f"11-panel-{tab}")
    person, along = next(iter(driver.journey.companions)), driver.journey.order[:3]
    driver.program.workbench.edit(
        "Along", lambda now: edits.accompany(now, person, along, along=True)
    )
    driver.window.panel.open_tab("company")
    driver.program.workbench.choose({person})
    take("12-chosen-person")
    driver.program.workbench.choose({driver.journey.order[2]})
    driver.window.panel.open_tab("story")
    take("12-chosen-halte")
    driver.wheel(driver.place("stad-der-succesvolle-stage"), 6)
    take("13-close-up")
    driver.press("quiet")
    take("14-quiet-map")
    driver.press("quiet")
    driver.press("fit")
    driver.program.workbench.choose()
    driver.tap(driver.program.workbench.atlas.places["dilemmabos"].label)
    take("15-place-card")
    driver.key(Qt.Key.Key_Escape, widget=driver.canvas)
    driver.program.workbench.choose({driver.journey.order[2]})
    driver.press("list")
    take("15-list")
    driver.key(Qt.Key.Key_F2)
    take("15-list-writing")
    driver.key(Qt.Key.Key_Escape)
    driver.press("list")
    driver.press("board")
    driver.window.setFixedSize(*size)  # no display here is as large as a board
    driver.window.showFullScreen()
    driver.program.workbench.choose({driver.journey.order[4]})
    take("16-board")
    driver.press("backpack")
    take("17-board-backpack")
    driver.press("board")
    driver.press("teacher-example")
    take("18-teacher-example")


def print_wall_map(folder: Path) -> None:
    """The blank map as it hangs on a wall."""
    import pypdfium2  # noqa: PLC0415  (seldom wanted)

    sheet = io.BytesIO()
    write_wall_map(own_atlas(), sheet, wall_map.Paper.A3)
    document = pypdfium2.PdfDocument(sheet.getvalue())
    path = folder / "wall-map.png"
    document[0].render(scale=2 * PAGE_DPI / 72).to_pil().save(path)
    document.close()
    print(path)  # noqa: T201  (the result)


def print_places(folder: Path) -> None:
    """Each place up close without its name, and as small and grey as it must be recognised."""
    from PIL import Image  # noqa: PLC0415  (seldom wanted)

    picture = io.BytesIO()
    write_map_picture(msgspec.structs.replace(own_atlas(), places={}), picture, _MAP_PX)
    land = Image.open(picture)
    scale = _MAP_PX / own_atlas().width
    for name, side, columns in (("places-up-close", 480, 6), ("places-small-and-grey", 64, 11)):
        rows = -(-len(own_atlas().places) // columns)
        gap = side // 16
        step = side + gap
        sheet = Image.new("RGB", (columns * step + gap, rows * step + gap), look.PAPER)
        for index, place in enumerate(own_atlas().places.values()):
            part = around(place)
            box = [round(at * scale) for at in (part.x, part.y, part.right, part.bottom)]
            cut = land.crop(box).resize((side, side))
            sheet.paste(cut, (gap + index % columns * step, gap + index // columns * step))
        path = folder / f"{name}.png"
        (sheet.convert("L") if "grey" in name else sheet).save(path)
        print(path)  # noqa: T201  (the result)


def print_books(folder: Path) -> None:
    """Every page of the examples' travel books."""
    import pypdfium2  # noqa: PLC0415  (seldom wanted)

    driver = Driver(Path(os.environ["REISBLOG_HOME"]))
    for name in ("example", "teacher-example"):
        driver.press(name)
        driver.settle()
        book = folder / f"book-{name}.pdf"
        driver.program.workbench.desk.export_pdf(book, replace=True)
        document = pypdfium2.PdfDocument(book)
        for number, page in enumerate(document, start=1):
            path = folder / f"book-{name}-{number:02}.png"
            page.render(scale=PAGE_DPI / 72).to_pil().save(path)
            print(path)  # noqa: T201  (the result)
        document.close()
    driver.close()


def main() -> None:
    """Write the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", help="one size only, as in 1366x768")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    _application = application()
    theme.add_other_scripts()
    for size in SIZES:
        if asked.size is None or asked.size == f"{size[0]}x{size[1]}":
            play(asked.folder, size)
    print_wall_map(asked.folder)
    print_places(asked.folder)
    print_books(asked.folder)
    print_troubles(asked.folder, Path(os.environ["REISBLOG_HOME"]) / "troubles")


if __name__ == "__main__":
    try:
        main()
    except (OSError, ReisblogError) as error:
        sys.exit(f"The pictures could not be made: {error}")
