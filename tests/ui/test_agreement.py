"""Before something with photos first goes to others: people in them should agree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.driver import Driver

SAID = "Staat er iemand op je foto"


@pytest.fixture
def book(driver, tmp_path):
    driver.dialogs.file = tmp_path / "boek.pdf"
    return driver.dialogs.file


def said(driver):
    return sum(SAID in message.text for message in driver.messages.heard)


def asks(driver):
    """Whether the dialog of the book says it."""
    return driver.book.people.isVisible() and SAID in driver.book.people.words.text()


def make(driver):
    """Press the button of the dialog, and close that."""
    driver.book.make.click()
    driver.book.reject()


@pytest.mark.parametrize("action", ["picture", "phone-picture", "copy-for-class"])
def test_it_is_said_once_and_one_goes_on(driver, photos, book, action):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.press(action)
    assert driver.messages.last.text.startswith(SAID)
    assert "Gezicht verbergen" in driver.messages.last.text
    assert driver.messages.asked == []  # nothing waits for an answer
    assert not book.exists()
    driver.messages.take_up("Ga verder")
    driver.until(book.exists)
    driver.settle()
    driver.press(action)
    driver.settle()
    assert said(driver) == 1


def test_the_first_press_opens_the_book_which_says_it_itself(driver, photos, book):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.press("book")
    assert asks(driver)
    assert said(driver) == 0
    assert QApplication.focusWidget() is driver.book.people.understood
    driver.key(Qt.Key.Key_Return)
    assert not asks(driver)
    assert QApplication.focusWidget() is driver.book.make
    driver.key(Qt.Key.Key_Return)
    driver.until(book.exists)
    driver.book.reject()
    driver.press("book")
    assert not asks(driver)
    driver.settle()


def test_the_tab_key_comes_to_both_answers(driver, photos):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.press("book")
    driver.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is driver.book.people.look
    driver.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is driver.book.make
    driver.settle()


def test_whoever_makes_the_book_without_an_answer_has_read_it(driver, photos, book):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.press("book")
    driver.book.reject()
    driver.press("book")
    assert asks(driver)  # nobody has gone on yet
    driver.book.make.click()
    assert not asks(driver)
    driver.until(book.exists)
    driver.settle()
    driver.press("picture")
    assert said(driver) == 0


def test_the_photos_can_be_looked_at_there_and_then(driver, photos):
    driver.drop(photos(2), driver.place("dilemmabos"))
    driver.press("book")
    driver.book.people.look.click()
    assert driver.book is None
    large = driver.canvas.large
    assert large.isVisible()
    large.bar.buttons["Gezicht verbergen"].click()
    assert large.mode is not None
    large.mode.leave()
    driver.settle()


def test_without_photos_nothing_is_said(driver, book):
    driver.press("book")
    assert not asks(driver)
    make(driver)
    driver.until(book.exists)
    driver.settle()
    assert said(driver) == 0


def test_it_is_said_once_on_this_computer_for_each_journey(driver, photos, tmp_path, book):
    driver.drop(photos(1), driver.place("dilemmabos"))
    driver.export("book")
    driver.until(book.exists)
    driver.settle()
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    driver.settle()
    driver.close()
    again = Driver(tmp_path / "home")
    again.dialogs.file = tmp_path / "reis.reisblog"
    again.press("open")
    again.dialogs.file = tmp_path / "nog.pdf"
    again.press("book")
    assert not asks(again)
    make(again)
    again.until(again.dialogs.file.exists)
    again.settle()
    again.press("new")
    again.drop(photos(2)[1:], again.place("dilemmabos"))
    again.press("book")
    assert asks(again)
    again.close()


def test_on_a_shared_computer_it_is_not_remembered(dressed, tmp_path, photos):
    person = Driver(tmp_path / "gedeeld", shared=True)
    person.drop(photos(1), person.place("dilemmabos"))
    person.press("picture")
    assert said(person) == 1
    assert person.program.preferences.settings.agreed == ()
    person.close()
