"""The look of the window: contrasts, icons, fields that hold plain text."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtTest import QTest

from reisblog import look, resources
from reisblog.model.records import Pen
from reisblog.ui import action_table, theme
from reisblog.ui.icons import icon
from reisblog.ui.pen_tray import OWN_TINTS, sample
from reisblog.ui.plain_text import LineField, PlainLabel, TextField


def luminance(colour):
    def linear(part):
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in bytes.fromhex(colour[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (look.INK, look.PAPER),
        (look.INK, look.PAPER_DEEP),
        (look.INK, theme.LIFTED),
        (look.INK, theme.HOVER),
        (look.INK, theme.PRESSED),
        (look.INK_SOFT, look.PAPER),
        (look.INK_SOFT, look.PAPER_DEEP),
        (look.INK_SOFT, theme.LIFTED),
        (look.INK_SOFT, theme.HOVER),
        (look.PAPER, look.INK),
        (look.PAPER, theme.INK_LIT),
        (look.PAPER, look.INK_SOFT),
        (look.WHITE, look.FOCUS),
    ],
)
def test_every_text_stands_out_from_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", [look.PAPER, look.PAPER_DEEP, theme.LIFTED])
def test_the_focus_ring_stands_out_from_every_ground(ground):
    assert contrast(look.FOCUS, ground) >= 3


def test_there_is_no_ember_in_the_chrome():
    assert look.EMBER.lower() not in theme.style_sheet().lower()


def test_both_families_are_there(qapp):
    if not qapp.styleSheet():
        theme.dress(qapp)
    assert QFontInfo(theme.font()).family() == look.FAMILY_READING
    assert QFontInfo(theme.font(title=True)).family().startswith(look.FAMILY_TITLE)


def test_mixing_goes_from_one_colour_to_the_other():
    assert theme.mix("#000000", "#ffffff", 0) == "#000000"
    assert theme.mix("#000000", "#ffffff", 0.5) == "#808080"
    assert theme.mix("#000000", "#ffffff", 1) == "#ffffff"


@pytest.mark.parametrize("name", sorted({e.icon for e in action_table.TABLE if e.icon}))
def test_every_icon_of_the_table_is_there(name):
    assert resources.icon(name).is_file()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0, 3.0])
@pytest.mark.parametrize(("name", "tint"), [("backpack", look.INK), ("book-on-ink", look.PAPER)])
def test_icons_are_sharp_at_every_pixel_ratio(qapp, ratio, name, tint):
    pixmap = icon(name).pixmap(QSize(24, 24), ratio)
    assert pixmap.width() == pytest.approx(24 * ratio, abs=1)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    }
    assert tint.lower() in seen


def test_each_pen_draws_its_sample_as_it_draws_on_the_map(qapp):
    shapes = {pen: sample(pen).boundingRect() for pen in Pen}
    assert set(OWN_TINTS) == set(Pen)
    for box in shapes.values():
        assert box.width() > 80
        assert box.height() < 26
    parts = {pen: len(sample(pen).toSubpathPolygons()) for pen in Pen}
    assert parts[Pen.DREAMT] > parts[Pen.PASSED_BY] > parts[Pen.MINE]


def test_labels_show_markup_as_it_was_typed(qtbot):
    label = PlainLabel("<b>vet</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_line_shows_what_the_journey_says_but_never_under_the_hand(qtbot):
    field = LineField(name="Titel")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "Mijn ")
    field.show_text("Mijn")
    assert field.text() == "Mijn "
    field.show_text("Jouw")
    assert field.text() == "Jouw"


def test_a_text_grows_with_its_lines(qtbot):
    field = TextField(name="Verhaal", lines=1)
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    low = field.sizeHint().height()
    field.show_text("een\ntwee\ndrie")
    assert field.sizeHint().height() > low


def test_showing_a_text_is_no_writing(qtbot):
    field = TextField(name="Verhaal")
    qtbot.addWidget(field)
    written = []
    field.edited.connect(written.append)
    field.show_text("van het blad")
    assert written == []


def test_enter_begins_a_line_in_a_story_and_ends_a_label(qtbot):
    story = TextField(name="Verhaal")
    label = TextField(name="Label", one_thing=True)
    for field in (story, label):
        qtbot.addWidget(field)
        QTest.keyClicks(field, "a")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, "b")
    assert story.toPlainText() == "a\nb"
    assert label.toPlainText() == "ab"
