"""The look of the window: fonts, palette and style sheet, all made from the tokens in `look`."""

from __future__ import annotations

from functools import cache
from string import Template
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from reisblog import look, resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def mix(one: str, other: str, share: float) -> str:
    """The colour that holds this share (0 to 1) of the other colour, as ``#rrggbb``."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


LIFTED: Final = mix(look.PAPER, look.WHITE, 0.62)
"""Paper with light on it: what is chosen, open or being written."""
HOVER: Final = mix(look.PAPER_DEEP, look.INK, 0.07)
PRESSED: Final = mix(look.PAPER_DEEP, look.INK, 0.14)
HAIRLINE: Final = mix(look.PAPER_DEEP, look.INK, 0.13)
FAINT: Final = mix(look.PAPER_DEEP, look.INK_SOFT, 0.5)
"""What cannot be used just now; never for something to be read."""
INK_LIT: Final = mix(look.INK, look.PAPER, 0.16)
SHADOW_ALPHA: Final = 0.18
BOARD_TEXT_PX: Final = 28
"""The smallest text on a board, read from six metres; for boards of at least this width."""
BOARD_WIDTH_PX: Final = 1_500


def font(size: int = look.TEXT_PX, *, bold: bool = False, title: bool = False) -> QFont:
    """One of the two families at a size in logical pixels."""
    made = QFont(look.FAMILY_TITLE if title else look.FAMILY_READING)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if title else QFont.Weight.Normal)
    if bold:
        made.setBold(True)
    return made


STYLE: Final = ("-style", "fusion")
"""The arguments that make an application draw its widgets alike on every system.

``QApplication.setStyle`` would do it, too; but it gives back a style, and for that PySide loads
all that a style has words for.
"""


def dress(app: QApplication) -> None:
    """Dress the whole program."""
    for name in look.FONT_FILES.values():
        QFontDatabase.addApplicationFont(str(resources.font(name)))
    app.setPalette(_palette())
    app.setFont(font())
    app.setStyleSheet(style_sheet())


@cache
def add_other_scripts() -> None:
    """Add faces for other scripts and emoji, which a school computer may lack.

    Called before anything that somebody wrote is shown. An empty map does without them at first:
    reading them takes as long as showing it.
    """
    for name in (look.FONT_CYRILLIC_GREEK, *look.FONTS_OF_SCRIPTS, look.FONT_EMOJI):
        QFontDatabase.addApplicationFont(str(resources.font(name)))
    if not set(_COLOUR_EMOJI) & set(QFontDatabase.families()):
        QFontDatabase.setApplicationEmojiFontFamilies([look.FAMILY_EMOJI])


_COLOUR_EMOJI = ("Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji")


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: look.PAPER,
        role.Base: LIFTED,
        role.AlternateBase: look.PAPER,
        role.Button: look.PAPER_DEEP,
        role.ToolTipBase: look.INK,
        role.ToolTipText: look.PAPER,
        role.Text: look.INK,
        role.WindowText: look.INK,
        role.ButtonText: look.INK,
        role.PlaceholderText: look.INK_SOFT,
        role.Highlight: look.FOCUS,
        role.HighlightedText: look.WHITE,
        role.Accent: look.INK,
        role.Link: look.FOCUS,
        role.BrightText: look.WHITE,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(FAINT))
    return palette


def board_text(width: int) -> int:
    """The size of text on a board of this width, both in logical pixels."""
    return BOARD_TEXT_PX if width >= BOARD_WIDTH_PX else look.TEXT_LARGE_PX


def board_sheet(width: int) -> str:
    """What is larger where it floats over a board of this width."""
    text = board_text(width)
    return (
        f"QPushButton, QToolButton {{ min-height: {look.TARGET_BOARD_PX}px;"
        f" min-width: {look.TARGET_BOARD_PX}px; font-size: {text}px; }}"
        f"QLabel {{ font-size: {text}px; }}"
    )


def style_sheet() -> str:
    """The style sheet of all widgets."""
    return _SHEET.substitute(
        paper=look.PAPER,
        deep=look.PAPER_DEEP,
        lifted=LIFTED,
        hover=HOVER,
        pressed=PRESSED,
        hairline=HAIRLINE,
        faint=FAINT,
        ink=look.INK,
        ink_lit=INK_LIT,
        soft=look.INK_SOFT,
        focus=look.FOCUS,
        title_family=look.FAMILY_TITLE,
        small=look.TEXT_SMALL_PX,
        text=look.TEXT_PX,
        large=look.TEXT_LARGE_PX,
        board_text=BOARD_TEXT_PX,
        control=look.RADIUS_CONTROL_PX,
        card=look.RADIUS_CARD_PX,
        target=look.TARGET_PX,
        board=look.TARGET_BOARD_PX,
        inner=look.TARGET_PX - 2,
        check=resources.icon("check-on-ink").as_posix(),
    )


_SHEET: Final = Template("""
QMainWindow, QDialog { background: $paper; }
#top, #rail { background: $deep; }
#panel, #page, #column { background: $paper; }
#popup { background: $lifted; border: 1px solid $faint; }
#popup QLineEdit:focus { border: 2px solid $focus; padding: 0 10px; }
QFileDialog QPushButton:focus { border: 3px solid $focus; }
QFrame[look="card"], QWidget[look="card"] { background: $deep; border-radius: ${card}px; }
QScrollArea { background: transparent; border: none; }
QScrollArea[look="sheet"] { background: $lifted; border-radius: ${card}px; }
QScrollArea[look="sheet"] > QWidget > QWidget { background: transparent; }
QToolTip { background: $ink; color: $paper; border: none; padding: 6px 8px; font-size: ${small}px; }

QMenuBar { background: transparent; border: none; }
QMenuBar::item { background: transparent; padding: 13px 10px; border-radius: ${control}px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $lifted; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 12px 24px 12px 14px; border-radius: ${control}px; }
QMenu::item:selected { background: $deep; color: $ink; border-left: 3px solid $ink;
    padding-left: 11px; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 10px; }
QMenu::indicator { width: 18px; height: 18px; padding-left: 2px; }

QToolButton { border: none; border-radius: ${control}px; background: transparent;
    min-width: ${target}px; min-height: ${target}px; outline: none; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $pressed; }
QToolButton:checked { background: $pressed; }
QToolButton[look="sign"]:checked { border: 2px solid $ink; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }

QPushButton { border: none; border-radius: ${control}px; background: transparent; padding: 0 12px;
    min-height: ${target}px; text-align: left; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:open { background: $pressed; }
QPushButton::menu-indicator { image: none; }
QPushButton[look="plain"] { background: $deep; text-align: center; padding: 0 16px; }
QFrame[look="card"] QPushButton[look="plain"] { background: $lifted; }
QPushButton[look="plain"]:hover { background: $hover; }
QPushButton[look="plain"]:pressed { background: $pressed; }
QPushButton[look="main"] { background: $ink; color: $paper; font-weight: bold; padding: 0 16px;
    text-align: center; }
QPushButton[look="main"]:hover { background: $ink_lit; }
QPushButton[look="main"]:pressed { background: $soft; }
QPushButton[look="main"]:disabled { background: $pressed; color: $soft; }
QPushButton[look="segment"] { background: $deep; color: $ink; font-size: ${small}px;
    text-align: center; padding: 0 2px; }
QPushButton[look="segment"]:hover { background: $hover; }
QPushButton[look="segment"]:checked { background: $ink; color: $paper; font-weight: bold; }
QPushButton[look="swatch"] { background: transparent; border: 2px solid transparent; padding: 0;
    text-align: center; min-height: 40px; }
QPushButton[look="swatch"]:hover { background: $hover; }
QPushButton[look="swatch"]:checked { border-color: $ink; background: $lifted; }
QCheckBox { min-height: ${target}px; spacing: 10px; outline: none; }
QCheckBox::indicator { width: 18px; height: 18px; border: 1px solid $soft; border-radius: 4px;
    background: $lifted; }
QCheckBox::indicator:hover { border-color: $ink; }
QCheckBox::indicator:checked { background: $ink; border-color: $ink; image: url("$check"); }
QCheckBox:disabled { color: $faint; }
QCheckBox::indicator:disabled { border-color: $faint; background: transparent; image: none; }
QPushButton[look="view"] { color: $soft; font-size: ${small}px; text-align: center; padding: 0 2px;
    border-radius: 0; border-bottom: 2px solid $faint; }
QPushButton[look="view"]:hover { color: $ink; }
QPushButton[look="view"]:checked { background: transparent; color: $ink; font-weight: bold;
    border-bottom-color: $ink; }
QPushButton[look="fold"] { color: $soft; font-size: ${small}px; padding: 0 8px; }
QPushButton[look="fold"]:checked { background: transparent; color: $ink; font-weight: bold; }
QPushButton[look="fold"]:hover { color: $ink; background: $hover; }
QPushButton[look="quiet"] { color: $soft; font-size: ${small}px; padding: 0 8px; }
QPushButton[look="quiet"]:hover { color: $ink; }
QPushButton[look="chip"] { color: $paper; font-weight: bold; padding: 0 12px;
    text-align: center; text-decoration: underline; }
QPushButton[look="chip"]:hover { background: $ink_lit; }
QToolButton[look="chip"]:hover { background: $ink_lit; }

QLabel[look="small"] { color: $soft; font-size: ${small}px; }
QLabel[look="heading"] { font-family: "$title_family"; font-weight: 600; font-size: 17px;
    }
QLabel[look="chip"] { color: $paper; }
QLabel[look="told"] { color: $soft; font-style: italic; }
QLabel[look="empty"] { color: $soft; border: 2px dashed $faint; border-radius: ${card}px;
    padding: 14px; }

QLineEdit, QPlainTextEdit { background: $lifted; color: $ink; border: 1px solid $soft;
    border-radius: ${control}px; padding: 0 11px; min-height: ${inner}px;
    selection-background-color: $focus; placeholder-text-color: $soft; }
QPlainTextEdit { padding: 6px 7px; min-height: 0; }
QLineEdit QToolButton { min-width: 24px; min-height: 24px; }
QLineEdit[look="flat"], QPlainTextEdit[look="flat"] { background: transparent;
    border: 1px solid transparent; padding: 0 7px; }
QPlainTextEdit[look="flat"] { padding: 6px 3px; }
QLineEdit[look="flat"]:hover, QPlainTextEdit[look="flat"]:hover { border-color: $faint; }
QLineEdit[look="flat"]:focus, QPlainTextEdit[look="flat"]:focus { background: $lifted;
    border-color: $soft; }

QLineEdit[look="inset"], QPlainTextEdit[look="inset"] { background: $paper;
    border: 1px solid $hairline; padding: 0 9px; }
QPlainTextEdit[look="inset"] { padding: 6px 5px 6px 8px; }
QLineEdit[look="inset"]:hover, QPlainTextEdit[look="inset"]:hover { border-color: $soft; }
QLineEdit[look="inset"]:focus, QPlainTextEdit[look="inset"]:focus { background: $lifted;
    border-color: $soft; }

QListView { background: transparent; border: none; outline: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $faint; border-radius: 3px; min-height: 44px;
    margin: 2px 3px; }
QScrollBar::handle:vertical:hover { background: $soft; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $faint; border-radius: 3px; min-width: 44px;
    margin: 3px 2px; }
QScrollBar::handle:horizontal:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $pressed; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $ink; border-radius: 2px; }

#rail QToolButton { font-size: ${small}px; border-radius: ${card}px; min-width: 64px;
    min-height: 58px; padding-top: 6px; }
#rail QToolButton:checked { background: $lifted; font-weight: bold; }
#rail[board="small"] QToolButton, #rail[board="large"] QToolButton { font-size: ${large}px;
    min-width: ${board}px; min-height: ${board}px; padding: 0 10px; }
#rail[board="large"] QToolButton { font-size: ${board_text}px; padding: 0 16px; }
#top QLineEdit#title { font-family: "$title_family"; font-weight: 600; font-size: ${large}px; }
#top QLineEdit#traveller { font-size: ${small}px; color: $soft; }
#tabs QToolButton { font-size: ${small}px; color: $soft; border-radius: 0; min-height: 54px;
    padding-top: 6px;
    min-width: 0; }
#tabs QToolButton:hover { background: $deep; }
#tabs QToolButton:checked { background: transparent; color: $ink; font-weight: bold; }
""")
