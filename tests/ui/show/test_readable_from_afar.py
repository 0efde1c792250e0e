"""Every text and every button of the board, in every state: large enough, clear, low, apart."""

from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Note
from reisblog.model.tour import Kind
from reisblog.ui.show.letters import UNITS_HIGH, Block
from tests.ui.show.written import texts_of

READ, NAMED, CONTRAST, TARGET_PX, LOWER_THIRD = 40.0, 26.0, 4.5, 64, 2 / 3
"""Letters in units of a board of 1,080; the least contrast; logical pixels; from the top."""
LONG = " ".join(f"Dag {day}: ik heb een wiel gericht en het liep weer recht." for day in range(60))
UNLIKE = 40
MOST_UNCLEAR = 0.005
"""Of what lies behind a text; a speck hides no word."""


@pytest.fixture
def size(request):
    return request.param


@pytest.fixture
def told(request, example, size, wait_for):
    """The example on a board; or with as much to read at each halte, photo, note and compass."""
    bench = example.program.workbench
    if request.param == "long":
        journey = bench.journey
        for stop in journey.order:
            bench.edit("x", partial(edits.change_stop, stop_id=stop, text=LONG, title=LONG[:140]))
        for photo in journey.photos:
            bench.edit("x", partial(edits.set_caption, photo_id=photo, caption=LONG[:400]))
        stop = journey.order[0]
        note = Note(id="lang", at=Point(900, 900), text=LONG, stop=stop)
        bench.edit("x", partial(edits.add_note, note=note))
    example.press("tell")
    board = example.program.telling.board
    board.showNormal()
    board.resize(*size)
    example.program.map_layer.prepare()
    wait_for(lambda: example.program.map_layer.is_painted)
    QApplication.processEvents()
    return board


def moments(board):
    """One of each kind: those at which one arrives, and others."""
    kinds = {}
    for number, moment in enumerate(board.story.tour.moments[: board.story.tour.end + 1]):
        kinds.setdefault((moment.kind, moment.begins), number)
    return sorted(kinds.values())


def luminance(red, green, blue):
    def linear(level):
        level /= 255
        return level / 12.92 if level <= 0.03928 else ((level + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    light, dark = sorted((luminance(*one), luminance(*other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels_in(image: QImage, box: QRectF, step: int):
    area = box.toAlignedRect().intersected(image.rect())
    for y in range(area.top(), area.bottom(), step):
        for x in range(area.left(), area.right(), step):
            rgb = image.pixel(x, y)
            yield rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255


def differs(one: QImage, other: QImage, box: QRectF) -> bool:
    pairs = zip(pixels_in(one, box, 2), pixels_in(other, box, 2), strict=True)
    return any(sum(abs(a - b) for a, b in zip(*pair, strict=True)) > UNLIKE for pair in pairs)


def seen_texts(board, layer, without_words):
    """The texts of a layer that are seen, each with what lies behind it."""
    with_words = board.grab().toImage()
    corner = QPointF(layer.pos())
    texts = [text._replace(box=text.box.translated(corner)) for text in texts_of(layer)]
    return [
        (text, list(pixels_in(without_words, text.box, 3)))
        for text in texts
        if text.words.strip() and differs(with_words, without_words, text.box)
    ]


def ground_of(board, monkeypatch):
    """The board without the words that it draws itself."""
    with monkeypatch.context() as patch:
        patch.setattr(Block, "draw", lambda *_what, **_how: None)
        return board.grab().toImage()


def buttons_of(board):
    """All that can be pressed now, and where."""
    return [
        (
            button,
            QRectF(button.rect()).translated(QPointF(button.mapTo(board, button.rect().topLeft()))),
        )
        for button in board.findChildren(QAbstractButton)
        if button.isVisible()
        and not button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]


def measure(board, monkeypatch, *layers):
    """Everything of these layers, and every button, is as it has to be."""
    unit = board.height() / UNITS_HIGH
    board.controls.wake()
    board.repaint()
    ground = ground_of(board, monkeypatch)
    texts = [text for layer in layers for text in seen_texts(board, layer, ground)]
    for text, behind in texts:
        assert text.size >= READ * unit - 0.5, text
        ink = mixed(text.colour, text.clarity, behind)
        unclear = sum(contrast(ink, pixel) < CONTRAST for pixel in behind)
        assert unclear <= MOST_UNCLEAR * len(behind), (text, unclear / len(behind))
        assert QRectF(board.rect()).contains(text.box), text
    buttons = buttons_of(board)
    for button, box in buttons:
        assert min(box.width(), box.height()) >= TARGET_PX, button.accessibleName()
        assert box.top() >= board.height() * LOWER_THIRD, button.accessibleName()
        assert QRectF(board.rect()).contains(box), button.accessibleName()
        assert button.accessibleName()
        named(button, unit)
    for (one, box), (other, its_box) in combinations(buttons, 2):
        assert not box.intersects(its_box), (one.accessibleName(), other.accessibleName())
    lines = [tight(text.box) for text, _behind in texts]
    for box, its_box in combinations(lines, 2):
        assert not box.intersects(its_box), texts
    for (button, box), line in ((pair, line) for pair in buttons for line in lines):
        assert not box.intersects(line), button.accessibleName()
    return texts


def tight(box: QRectF) -> QRectF:
    """A line without the room above and below its letters."""
    return box.adjusted(0, 0.18 * box.height(), 0, -0.12 * box.height())


def mixed(ink: QColor, clarity, behind):
    """The ink as it is seen, over the lightest or darkest there is."""
    red, green, blue = ink.red(), ink.green(), ink.blue()
    if clarity >= 1 or not behind:
        return red, green, blue
    middle = [sum(pixel[n] for pixel in behind) / len(behind) for n in range(3)]
    return tuple(
        level * clarity + other * (1 - clarity)
        for level, other in zip((red, green, blue), middle, strict=True)
    )


def named(button, unit):
    """What stands on a button is large enough, fits on it and is clear."""
    image = button.grab().toImage()
    for text in texts_of(button):
        assert text.size >= NAMED * unit - 0.5, text
        assert QRectF(button.rect()).contains(text.box), text
        ink = (text.colour.red(), text.colour.green(), text.colour.blue())
        found = [contrast(ink, pixel) for pixel in pixels_in(image, text.box, 1)]
        assert sorted(found)[len(found) // 2] >= CONTRAST, text


def rest_at(board, number, wait_for):
    board.story.go(number)
    board.stage.hurry()
    wait_for(lambda: all(pixels_known(board)))
    board.controls.wake()


def pixels_known(board):
    return [
        board.layers.enlarged._pixels(photo, 100) is not None
        for photo, _box in board.stage.photos()
    ]


@pytest.mark.parametrize("told", ["short", "long"], indirect=True)
@pytest.mark.parametrize(
    "size", [(1920, 1080), pytest.param((3840, 2160), marks=pytest.mark.slow)],
    ids=["1080p", "4k"], indirect=True,
)  # fmt: skip
def test_all_is_read_and_reached_in_every_state(told, monkeypatch, wait_for):
    seen = 0
    for number in moments(told):
        rest_at(told, number, wait_for)
        seen += len(measure(told, monkeypatch, told.stage))
        for opening in told.stage.openings():
            told.layers.read(opening)
            assert measure(told, monkeypatch, told.layers.reader)
            told.layers.leave()
    assert seen > 14
    _photos_together(told, monkeypatch, wait_for)
    _drawing(told, monkeypatch, wait_for)
    rest_at(told, 2, wait_for)
    told.controls.more_button.click()
    measure(told, monkeypatch, told.stage)
    told.controls.close()
    told.pause()
    assert not measure(told, monkeypatch, told.stage)


def _photos_together(told, monkeypatch, wait_for):
    told.story.show_together(together=True)
    for number in moments(told):
        if told.story.tour.moments[number].kind is Kind.PHOTOS:
            rest_at(told, number, wait_for)
            measure(told, monkeypatch, told.stage)
    told.story.show_together(together=False)


def _drawing(told, monkeypatch, wait_for):
    told.layers.draw()
    for number in moments(told)[1:-1]:
        rest_at(told, number, wait_for)
        measure(told, monkeypatch, told.stage)
    rest_at(told, 2, wait_for)
    told.layers.notice.tell(
        "“Een naam die lang is, en die dus over twee regels gaat.png” is klaar."
    )
    assert measure(told, monkeypatch, told.layers.notice)
    told.layers.notice.hide()
    told.layers.enlarge(*told.stage.photos()[0])
    told.layers.enlarged.hurry()
    measure(told, monkeypatch, told.layers.enlarged)
    told.layers.stop_drawing()
    measure(told, monkeypatch, told.layers.enlarged)
    told.layers.leave()
    told.layers.enlarged.hurry()
