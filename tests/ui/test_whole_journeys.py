"""A whole journey made by mouse alone, by touch alone, and by keyboard alone."""

import pytest
from PySide6.QtTest import QTest

from reisblog.model.company import stretches
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Pen
from tests.driver import wave
from tests.hands import Finger, Mouse

# The offscreen platform has no keyboard to grab for a popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

PLACES = (
    "dilemmabos", "wensboom", "dilemmabos", "chill-strand", "bergen", "dilemmabos",
    "veilige-haven", "gedempte-geldput", "statuskloof", "doolhof-van-de-bureaucratie",
)  # fmt: skip
PEOPLE = ("Sam", "Oma Riet", "Fatima", "Bert", "Juf Anja")
THINGS = tuple(f"ding {number}" for number in range(1, 16))


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture(params=["mouse", "touch"])
def hand(request, screen):
    return Mouse() if request.param == "mouse" else Finger(screen)


class Traveller:
    """Somebody who makes a journey with one hand, or with one finger."""

    def __init__(self, driver, hand):
        self.driver = driver
        self.hand = hand
        self.panel = driver.window.panel

    def tab(self, name):
        """Open a tab of the side panel."""
        if not self.panel.isVisible():
            self.hand.tap(self.driver.window.rail.buttons["backpack"])
        self.hand.tap(self.panel.buttons[name])
        self.driver.settle()
        return self.panel.page(name)

    def visit(self, place_id):
        """Begin a halte at a place, from its card."""
        card = self.driver.window.looks.card
        place = self.driver.program.workbench.atlas.places[place_id]
        while (
            not card.isVisible() or card.place != place
        ):  # the first tap lets go of the last halte
            self.hand.tap(self.driver.port, self.driver.seen(place.label))
        self.hand.tap(card.begin)

    def open_halte(self, index):
        """Unfold the card of a halte, the first being 0."""
        story = self.tab("story")
        key = self.driver.journey.order[index]
        card = story.cards[key]
        if card.editor is None:
            self.hand.reach(card)
            self.hand.tap(card, card.face().center().toPoint())
            self.driver.settle()
        return card.editor

    def also_at(self, index, words):
        """Let a halte be at another place too."""
        editor = self.open_halte(index)
        self.hand.tap(editor.also)
        picker = editor._picker
        self.hand.tap(picker.search.field)
        self.hand.type(words)
        picker.close()

    def draw(self, pen, line):
        """Draw with one of the four pens."""
        self.hand.tap(self.driver.window.rail.buttons["path"])
        self.hand.tap(self.driver.window.stage.pens.pens[pen])
        self.hand.stroke(self.driver.port, [self.driver.seen(at) for at in line])
        self.hand.tap(self.driver.window.rail.buttons["choose"])

    def lay_compass(self, index):
        """Take the compass out of the bag at a halte."""
        self.open_halte(index)
        self.hand.tap(self.tab("backpack").bag.instruments.compass)

    def turn_compass(self):
        """Turn the chosen compass by its needle."""
        canvas = self.driver.canvas
        ring = canvas.lights.needle.spot(canvas.viewportTransform()).toPoint()
        (moment,) = [self.driver.journey.compass_moments[key] for key in self.driver.chosen]
        middle = self.driver.seen(moment.at)
        away = ring - middle
        quarter = middle + type(away)(-away.y(), away.x())
        self.hand.stroke(self.driver.port, [ring, (ring + quarter) / 2, quarter, quarter])


def is_whole(journey):
    """Whether it is as much of a journey as was asked for."""
    stops = [journey.stops[key] for key in journey.order]
    assert len(stops) == 10
    assert sum(len(stop.places) > 1 for stop in stops) == 2
    assert sum("dilemmabos" in stop.places for stop in stops) == 3
    assert {trail.pen for trail in journey.trails.values()} == set(Pen)
    assert [person.name for person in journey.companions.values()] == list(PEOPLE)
    assert [item.text for item in journey.backpack.values()] == list(THINGS)
    assert {item.stop is None for item in journey.backpack.values()} == {True, False}
    assert len(journey.compass_moments) == 3
    assert {stop.audience for stop in stops} == set(Audience)
    assert all(stop.when == "" for stop in stops)
    assert any(len(stretches(journey, key)) > 1 for key in journey.companions)
    assert any(stop.beside for stop in stops)


def is_the_same_in_its_file(driver, tmp_path, reopened):
    """Whether it comes out of a file as it went in."""
    driver.dialogs.file = tmp_path / "reis.reisblog"
    driver.press("save")
    driver.settle()
    assert reopened(driver.dialogs.file) == driver.journey


@pytest.fixture
def reopened(driver):
    """Gives the journey in a file."""

    def read(path):
        desk = driver.program.desks.open(path)
        journey = desk.journey
        desk.close()
        return journey

    return read


def test_a_whole_journey_by_mouse_alone_and_by_touch_alone(driver, hand, tmp_path, reopened):
    traveller = Traveller(driver, hand)
    hand.tap(driver.window.top.title)
    hand.type("Een jaar")
    for place_id in PLACES:
        traveller.visit(place_id)
    traveller.also_at(1, "bergen")
    traveller.also_at(4, "chill")
    hand.tap(traveller.open_halte(2).audience.buttons[Audience.CONVERSATION])
    hand.tap(traveller.open_halte(5).track)
    company = traveller.tab("company")
    hand.tap(company.field)
    for name in PEOPLE:
        hand.type(name)
    for index in (0, 1, 3, 8):
        for chip in list(traveller.open_halte(index).company.chips.values())[:2]:
            hand.tap(chip)
    bag = traveller.tab("backpack")
    hand.tap(bag.origin)  # from nowhere
    hand.tap(bag.field)
    for word in THINGS[:5]:
        hand.type(word)
    traveller.open_halte(0)
    hand.tap(traveller.tab("backpack").field)
    for word in THINGS[5:]:
        hand.type(word)
    for pen, top in zip(Pen, (250, 620, 980, 1300), strict=True):
        traveller.draw(pen, wave(Point(1000, top), 900, 60))
    for index in (9, 4, 2):
        traveller.lay_compass(index)
    traveller.turn_compass()
    assert any(moment.direction for moment in driver.journey.compass_moments.values())
    is_whole(driver.journey)
    assert driver.journey.title == "Een jaar"
    is_the_same_in_its_file(driver, tmp_path, reopened)
