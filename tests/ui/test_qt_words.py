"""Qt's own dialogs speak Dutch, also where the Dutch that comes with Qt lacks words."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QGroupBox, QLabel

from reisblog.ui import application


@pytest.fixture
def dutch(dressed):
    """The application as it speaks in the program."""
    application.speak(dressed)
    yield dressed
    for translator in dressed.findChildren(QTranslator):
        dressed.removeTranslator(translator)
        translator.deleteLater()


def said(dialog):
    labels = [
        part.text() for kind in (QLabel, QAbstractButton) for part in dialog.findChildren(kind)
    ]
    return {*labels, *(box.title() for box in dialog.findChildren(QGroupBox))}


def test_the_file_dialog_has_no_english(dutch):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    words = said(dialog)
    assert {"&Zoeken in:", "Bestands&type:", "Bestands&naam:", "Op&slaan", "Annuleren"} <= words
    dialog.deleteLater()


def test_nor_has_the_print_dialog(dutch):
    dialog = QPrintDialog(QPrinter())
    words = said(dialog)
    assert words.isdisjoint({"Double Sided Printing", "Off", "Long side binding", "Page &Set:"})
    dialog.deleteLater()
