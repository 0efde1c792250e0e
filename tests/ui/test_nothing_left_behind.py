"""What is closed is in no widget any more, seen or hidden, nor in a name that is proposed."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QWidget

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import (
    Audience,
    BackpackItem,
    Companion,
    CompassMoment,
    Impulse,
    Note,
    OwnPlace,
    Sign,
    Stop,
)
from reisblog.ui.plain_text import LineField, TextField
from reisblog.ui.written import record_written_in
from tests import journeys

CLOSED = "Geheimpje"
_SAID = ("text", "title", "toolTip", "statusTip", "accessibleName", "accessibleDescription",
         "windowTitle", "placeholderText", "toPlainText")  # fmt: skip
_TOLD = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def _closed_beside_open(now):
    """The peopled journey, with something closed of every kind, and all its words secret."""
    now = edits.entitle(now, title=CLOSED, traveller=CLOSED, about=CLOSED)
    for part in ("title", "traveller", "about"):
        now = edits.show_head_to(now, part, Audience.SELF)
    now = edits.add_place(now, OwnPlace(id="o1", sign=Sign.TENT, at=Point(300, 1300), name=CLOSED))
    opened = Stop(id="s1", title="Open", at=Point(600, 500), places=("dilemmabos", "o1"))
    closed = Stop(id="s2", title=CLOSED, text=CLOSED, when=CLOSED, at=Point(900, 300),
                  places=("bergen", "o1"))  # fmt: skip
    now = edits.start_stop(edits.start_stop(now, opened), closed)
    now = edits.bring_in(
        now,
        [
            journeys.photo("p1", stop="s2", caption=CLOSED),
            journeys.photo("p2", at=Point(1200, 700), caption=CLOSED),
        ],
    )
    now = edits.welcome(now, Companion(id="c1", name=f"{CLOSED} Oma", role=CLOSED, portrait="p1"))
    now = edits.accompany(now, "c1", ["s1", "s2"], along=True)
    now = edits.add_note(now, Note(id="n1", text=CLOSED, at=Point(700, 600), stop="s1"))
    now = edits.pack(now, BackpackItem(id="b1", text="Open", laid="s2"))
    now = edits.pack(now, BackpackItem(id="b2", text=CLOSED, stop="s1"))
    moment = CompassMoment(id="k1", at=Point(620, 700), stop="s1", impulse=Impulse.EXTERNAL)
    now = edits.lay_compass(now, moment)
    now = edits.change_compass(now, "k1", text=CLOSED, asker=CLOSED)
    return edits.show_to(now, ["s2", "o1", "c1", "p2", "n1", "b2", "k1"], Audience.SELF)


@pytest.fixture
def secrets(driver):
    """A person whose journey holds much that is for nobody else."""
    driver.program.workbench.edit("Secret", _closed_beside_open)
    driver.settle()
    return driver


def words_held():
    """All words of all widgets and actions, and all that a screen reader may read of them."""
    for widget in QApplication.allWidgets():
        for held in (widget, *widget.findChildren(QAction)):
            yield from _own_words(held)
        interface = QAccessible.queryAccessibleInterface(widget)
        for nth in range(-1, interface.childCount() if interface else -1):
            read = interface if nth < 0 else interface.child(nth)
            if read is not None:
                yield from ((type(widget).__name__, str(kind), read.text(kind)) for kind in _TOLD)


def _own_words(held: QObject):
    for name in _SAID:
        if callable(said := getattr(held, name, None)) and isinstance(words := said(), str):
            yield type(held).__name__, name, words


def left(driver):
    """Where a secret can still be read."""
    driver.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    driver.settle()
    return sorted({each for each in words_held() if CLOSED in each[2]})


def _open_menus(driver):
    for top in driver.window.menus.actions():
        if top.menu() is not None:
            top.menu().aboutToShow.emit()


@pytest.mark.parametrize("action", ["see-as-class", "board"])
def test_whatever_was_open_no_widget_keeps_a_word_of_what_is_closed(secrets, action):
    driver = secrets
    for tab in ("story", "backpack", "company", "legend"):
        driver.window.open_tab(tab)
        for key in ("s2", "c1", "k1", "o1", "n1", "p1", "p2", "b2"):
            driver.program.workbench.choose([key])
            driver.settle()
    for key in ("k1", "o1"):
        driver.program.workbench.look_at(key)
    _open_menus(driver)
    assert left(driver)
    driver.press(action)
    assert left(driver) == []
    for tab in ("story", "backpack", "company", "legend"):
        driver.window.open_tab(tab)
        driver.program.workbench.choose(["s1"])
        _open_menus(driver)
        assert left(driver) == []


def test_nor_does_the_list(secrets):
    secrets.press("list")
    assert left(secrets)
    secrets.press("see-as-class")
    assert left(secrets) == []


@pytest.mark.parametrize("part", ["title", "traveller", "about"])
def test_undo_opens_nothing_that_stands_beside_the_haltes_while_the_class_looks(driver, part):
    workbench = driver.program.workbench
    workbench.edit("Write", lambda now: edits.entitle(now, **{part: CLOSED}))
    workbench.edit("Close", lambda now: edits.show_head_to(now, part, Audience.SELF))
    driver.press("see-as-class")
    driver.press("undo")
    assert getattr(workbench.journey, part) == ""
    assert "Laat eerst alles zien" in driver.messages.last.text
    driver.press("see-as-class")
    driver.press("undo")
    assert getattr(workbench.journey.audience, part) is Audience.CLASS


@pytest.mark.parametrize("action", ["copy-for-class", "book", "picture", "phone-picture"])
def test_no_file_for_others_is_called_by_a_title_they_may_not_see(secrets, action, monkeypatch):
    names = []
    for dialog in ("save_journey", "save_book", "save_picture"):
        monkeypatch.setattr(secrets.dialogs, dialog, lambda _window, name: names.append(name))
    secrets.export(action)
    assert [name for name in names if CLOSED not in name.name]


@pytest.mark.parametrize(("tab", "key"), [("company", "c1"), ("backpack", "b2"), ("story", "k1")])
def test_words_taken_out_of_a_closed_thing_are_as_closed_in_the_bag(secrets, tab, key):
    driver, before = secrets, set(secrets.journey.backpack)
    driver.window.open_tab(tab)
    driver.program.workbench.choose([key])
    driver.program.workbench.look_at(key)
    driver.settle()
    field = next(
        field
        for field in driver.window.findChildren(QWidget)
        if field.isVisible() and _is_written(field, key)
    )
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    driver.press("bag")
    (packed,) = (item for item in driver.journey.backpack.values() if item.id not in before)
    assert CLOSED in packed.text
    assert packed.audience is Audience.SELF


def _is_written(field, key):
    if not isinstance(field, LineField | TextField) or record_written_in(field) != key:
        return False
    return CLOSED in (field.text() if isinstance(field, LineField) else field.toPlainText())
