"""What the program says: a chip that never stands in the way, and one modal question."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reisblog.ui.chip import Chip
from reisblog.ui.messages import Message, Messages, Offer
from reisblog.ui.question import Question

LEFT = Qt.MouseButton.LeftButton
MOMENT_MS = 60


@pytest.fixture
def ground(qtbot):
    """Something to lie over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


@pytest.fixture
def chip(ground):
    return Chip(ground, stay_ms=MOMENT_MS)


def enter(chip):
    spot = QPointF(5, 5)
    QApplication.sendEvent(chip, QEnterEvent(spot, spot, spot))


def test_a_message_makes_way_for_the_hand(chip, ground):
    QCursor.setPos(ground.mapToGlobal(QPoint(150, 120)))
    chip.show_message(Message("Klaar."))
    assert chip.sheet().translated(chip.pos()).right() > ground.width() - 20
    QCursor.setPos(ground.mapToGlobal(QPoint(600, 400)))
    chip.show_message(Message("Klaar."))
    assert chip.sheet().translated(chip.pos()).left() < 20


def test_a_message_lies_in_the_upper_left_corner_and_goes_away_by_itself(chip, ground, qtbot):
    QCursor.setPos(ground.mapToGlobal(QPoint(600, 400)))
    chip.show_message(Message("Klaar."))
    assert chip.isVisible()
    sheet = chip.sheet().translated(chip.pos())
    assert 8 <= sheet.left() <= 16
    assert 8 <= sheet.top() <= 16
    assert ground.rect().contains(sheet.toRect())
    qtbot.waitUntil(lambda: not chip.isVisible())


def test_it_stays_while_the_pointer_is_on_it(chip, qtbot):
    chip.show_message(Message("Klaar."))
    enter(chip)
    assert not chip._timer.isActive()
    QApplication.sendEvent(chip, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not chip.isVisible())


def test_a_lasting_message_stays_until_it_is_closed(chip):
    chip.show_message(Message("De USB-stick is vol.", lasting=True))
    assert not chip._timer.isActive()
    enter(chip)
    QApplication.sendEvent(chip, QEvent(QEvent.Type.Leave))
    assert not chip._timer.isActive()
    QTest.mouseClick(chip.close_button, LEFT)
    assert not chip.isVisible()


def test_the_newest_message_takes_the_place_of_the_earlier(chip):
    taken = []
    chip.show_message(Message("Een", (Offer("Terug", lambda: taken.append(1)),)))
    chip.show_message(Message("Twee", (Offer("Anders", lambda: taken.append(2)),)))
    assert chip.words.text() == "Twee"
    (button,) = chip.buttons
    QTest.mouseClick(button, LEFT)
    assert taken == [2]
    assert not chip.isVisible()


def test_a_message_never_takes_the_keyboard(chip, ground, qtbot):
    field = QLineEdit(ground)
    field.show()
    ground.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    chip.show_message(Message("Klaar.", (Offer("Zet terug", lambda: None),)))
    assert field.hasFocus()
    QTest.mouseClick(chip.close_button, LEFT)
    assert field.hasFocus()


def test_an_offer_can_be_taken_up_with_the_keyboard(chip, ground, qtbot):
    taken = []
    ground.activateWindow()
    chip.show_message(Message("Weg.", (Offer("Zet terug", lambda: taken.append(1)),)))
    chip.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chip.buttons[0].hasFocus)
    QTest.keyClick(chip.buttons[0], Qt.Key.Key_Space)
    assert taken == [1]


def test_it_stays_while_one_of_its_buttons_has_the_keyboard(chip, ground, qtbot):
    ground.activateWindow()
    chip.show_message(Message("Weg.", (Offer("Zet terug", lambda: None),)))
    chip.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chip.buttons[0].hasFocus)
    chip._time_is_up()
    assert chip.isVisible()


def test_an_offer_that_no_longer_fits_goes_away(chip):
    chip.show_message(Message("Weg.", (Offer("Zet terug", lambda: None),)))
    chip.outdate()
    assert not chip.isVisible()
    chip.show_message(Message("Alleen woorden."))
    chip.outdate()
    assert chip.isVisible()


def test_words_are_shown_as_they_are(chip):
    chip.show_message(Message("“<b>IMG</b> & co.heic” gaat niet open"))
    assert chip.words.textFormat() is Qt.TextFormat.PlainText
    assert chip.accessibleName() == "“<b>IMG</b> & co.heic” gaat niet open"


def test_a_long_message_breaks_and_fits_in_its_window(chip, ground):
    chip.show_message(Message("een lang verhaal " * 40, (Offer("Openen", lambda: None),)))
    assert chip.width() <= ground.width()
    assert chip.height() < ground.height()
    assert chip.buttons[0].geometry().top() >= chip.words.geometry().bottom()


def test_the_offers_of_a_long_message_lie_below_its_words(chip, qtbot):
    words = "Het bestand is beschadigd, maar er is nog veel van over, en dat is goed nieuws. " * 3
    offers = [Offer("Open wat er nog is", print), Offer("Open een eerdere versie", print)]
    chip.show_message(Message(words, offers=tuple(offers)))
    qtbot.wait(1)
    for button in chip.buttons:
        assert button.geometry().top() >= chip.words.geometry().bottom()
    assert chip.words.height() < 120
    chip.show_message(Message("Opgeslagen.", offers=tuple(offers)))
    qtbot.wait(1)
    for button in chip.buttons:
        assert button.geometry().left() >= chip.words.geometry().right()


def test_a_patient_message_comes_after_what_is_there_and_again_after_others(chip):
    offer = Message("Er is nog werk.", (Offer("Ermee verder", print),), lasting=True, patient=True)
    chip.show_message(Message("Dit bestand is beschadigd.", lasting=True))
    chip.show_message(offer)
    assert chip.words.text() == "Dit bestand is beschadigd."
    chip.close_button.click()
    assert chip.words.text() == "Er is nog werk."
    chip.show_message(Message("Opgeslagen."))
    assert chip.words.text() == "Opgeslagen."
    chip.dismiss()
    assert chip.words.text() == "Er is nog werk."
    chip.buttons[0].click()
    assert chip.isHidden()


def test_of_an_endless_name_a_message_shows_the_beginning_and_the_end(chip):
    chip.show_message(Message(f"“verslag-{'n' * 230}-klaar.reisblog” is er niet."))
    assert chip.words.text().startswith("“verslag-nnn")
    assert chip.words.text().endswith("aar.reisblog” is er niet.")
    assert "…" in chip.words.text()
    chip.show_message(Message("Mijn-lange-maar-leesbare-naam.reisblog"))
    assert "…" not in chip.words.text()


def test_a_message_of_two_lines_leaves_no_word_alone(chip):
    chip.show_message(Message("Dit bestand gaat niet open en de andere foto's liggen er al. " * 2))
    metrics = chip.words.fontMetrics()
    line = metrics.horizontalAdvance(chip.words.text())
    assert line > chip.words.width() > line / 2
    assert chip.words.width() < line * 0.7


def test_what_is_told_reaches_whoever_listens():
    heard = []
    messages = Messages()
    messages.told.connect(heard.append)
    offer = Offer("Zet terug", lambda: None)
    messages.tell("Weg.", offer, lasting=True)
    assert heard == [Message("Weg.", (offer,), lasting=True)]


@pytest.mark.parametrize("answer", [0, 1, 2])
def test_a_question_gives_the_answer_that_was_pressed(ground, answer):
    question = Question("Opslaan?", ["Opslaan", "Niet opslaan", "Terug"], ground)
    QTimer.singleShot(0, lambda: QTest.mouseClick(question.buttons[answer], LEFT))
    assert question.answer() == answer


def test_esc_means_the_last_answer(ground):
    question = Question("Opslaan?", ["Opslaan", "Niet opslaan", "Terug"], ground)
    QTimer.singleShot(0, lambda: QTest.keyClick(question, Qt.Key.Key_Escape))
    assert question.answer() == 2


def test_enter_means_the_first_answer(ground):
    question = Question("Opslaan?", ["Opslaan", "Niet opslaan", "Terug"], ground)
    QTimer.singleShot(0, lambda: QTest.keyClick(question, Qt.Key.Key_Return))
    assert question.answer() == 0
