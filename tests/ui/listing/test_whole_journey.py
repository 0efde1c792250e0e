"""A whole journey is made with the keyboard alone, and read back as a screen reader says it."""

import pytest
from PySide6.QtCore import Qt

from reisblog.model.company import stretches
from reisblog.model.records import Audience, BackpackKind, Flag, Impulse, Sign
from tests.ui.listing.conftest import ALT, ENTER, ESC

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

VISITS = (
    ("De eerste dag", ("stad der",), "Alles was groot."),
    ("Bij mijn tante", ("huis",), ""),
    ("Twee kanten", ("dilemma", "worsteling"), "Zorg of techniek."),
    ("Onder de boom", ("wens",), "Later een eigen zaak."),
    ("Weer onder de boom", ("wens",), ""),
    ("Niet gelukt", ("vulkaan", "haven"), "De test ging mis."),
    ("Uitgerust", ("chill",), ""),
    ("Aan tafel", ("herberg",), "Een lasser vertelde."),
    ("Nog eens de boom", ("wens",), ""),
    ("Onderweg", (), ""),
)
"""Names, what is typed to find their places, and stories."""
PEOPLE = ("Fatima", "Oma Riet", "Meneer De Vries", "Sam", "Ali")
THINGS = (
    "geduld", "lassen", "EHBO", "een rekenmachine", "durven bellen", "mijn rijbewijs",
    "vroeg opstaan", "tekeningen lezen", "een tweede taal", "rust",
)  # fmt: skip
PICKED_UP = ("nee zeggen", "een helm", "vragen stellen", "een naam", "twijfel")


@pytest.fixture
def traveller(typist):
    """Somebody who makes a journey without a mouse."""
    return Traveller(typist)


class Traveller:
    """What one does in a list, step by step."""

    def __init__(self, typist):
        self.typist = typist

    def name_the_journey(self):
        typist = self.typist
        typist.press(Qt.Key.Key_Home)
        typist.press(ENTER)
        typist.write("Van zorg naar techniek")
        typist.press(Qt.Key.Key_Down)
        typist.press(ENTER)
        typist.write("Noor")
        typist.press(Qt.Key.Key_Down)
        typist.press(ENTER)
        typist.type("Ik werk graag met mijn handen.")
        typist.press(ESC)
        typist.more("Te zien voor", "Gesprek")

    def visit(self, name, places, story):
        typist = self.typist
        typist.add("Halte")
        typist.choose(*places)
        typist.write(name)
        if story:
            typist.add("Verhaal")
            typist.type(story)
            typist.press(ESC)

    def pack(self):
        typist = self.typist
        for word in THINGS:
            typist.go_to("Rugzak")
            typist.add("Ding")
            typist.write(word)
        typist.go_to("Ding: lassen")
        typist.more("Wat voor soort het is", "Talent")
        for halte, word in zip(("Niet gelukt", "De eerste", "Aan tafel"), PICKED_UP, strict=False):
            typist.go_to(f"Halte: {halte}")
            typist.add("Ding")
            typist.write(word)
        for word in PICKED_UP[3:]:
            typist.go_to("Rugzak")
            typist.add("Ding")
            typist.write(word)
            typist.more("Opgepakt bij…")
            typist.choose("tante")
        typist.go_to("Ding: twijfel")
        typist.more("Neergelegd bij…")
        typist.choose("uitgerust")

    def welcome(self):
        typist = self.typist
        typist.go_to("Halte: De eerste dag")
        typist.add("Reisgenoot")
        typist.choose(*PEOPLE[:3])
        typist.go_to("Halte: Aan tafel")
        typist.add("Reisgenoot")
        typist.choose("fati", "Sam")
        typist.go_to("Reisgezelschap")
        typist.add("Reisgenoot")
        typist.write("Ali")
        typist.more("Rol", "familielid")
        typist.more("Helpt je vooruit")
        typist.more("Reist mee bij…")
        typist.choose("bij mijn", "twee", "onder")
        typist.more("Te zien voor", "Alleen jij")

    def look_at_the_compass(self):
        typist = self.typist
        typist.go_to("Halte: Twee kanten")
        typist.add("Kompas")
        typist.type("Waar word ik blij van.")
        typist.press(ESC)
        typist.more("Richting", "naar het zuidwesten")
        typist.more("Waarom je erop keek", "Uit jezelf")
        typist.go_to("Halte: Aan tafel")
        typist.add("Kompas")
        typist.press(ESC)
        typist.more("Wie ernaar vroeg")
        typist.write("mijn mentor")
        typist.go_to("Kompas, naar het noorden")
        typist.more("Richting", "In graden")
        typist.press(Qt.Key.Key_Up)
        typist.press(ENTER)
        typist.go_to("Reisgezelschap")
        typist.add("Kompas")
        typist.press(ESC)

    def set_out_and_arrive(self):
        typist = self.typist
        for sign, name, flag in (("Huis", "Thuis", "Vertrek"), ("Berg", "De zaak", "Bestemming")):
            typist.go_to("Eigen plekken")
            typist.add("Eigen plek", sign)
            typist.write(name)
            typist.more(flag)
        typist.go_to("Halte: De eerste dag")
        typist.more("Ook op een andere plaats")
        typist.choose("thuis")

    def say_who_may_see_what(self):
        typist = self.typist
        for halte, audience in (("Bij mijn tante", "Gesprek"), ("Uitgerust", "Alleen jij")):
            typist.go_to(f"Halte: {halte}")
            typist.more("Te zien voor", audience)
        typist.go_to("Ding: geduld")
        typist.more("Te zien voor", "Gesprek")

    def put_in_order(self):
        typist = self.typist
        typist.go_to("Halte: Nog eens de boom")
        typist.press(Qt.Key.Key_Up, ALT)
        typist.press(Qt.Key.Key_Right, ALT)
        typist.go_to("Halte: Onderweg")
        typist.press(Qt.Key.Key_Down, ALT)


def test_a_whole_journey_by_keyboard_alone(driver, traveller):
    traveller.name_the_journey()
    for visit in VISITS:
        traveller.visit(*visit)
    traveller.pack()
    traveller.welcome()
    traveller.look_at_the_compass()
    traveller.set_out_and_arrive()
    traveller.say_who_may_see_what()
    traveller.put_in_order()
    _made(driver.journey)
    _read(traveller.typist.said())


def _made(journey):
    """The journey is what was meant."""
    stops = {stop.title: stop for stop in journey.stops.values()}
    assert len(stops) == 10
    assert sum("wensboom" in stop.places for stop in stops.values()) == 3
    assert sum(len(stop.places) > 1 for stop in stops.values()) == 3
    assert stops["Onderweg"].places == ()
    assert not any(stop.when for stop in stops.values())
    assert len({stop.at for stop in stops.values()}) == 10
    ordered = [journey.stops[key].title for key in journey.order]
    assert ordered == [name for name, *_rest in (*VISITS[:7], VISITS[8], VISITS[7])]
    assert stops["Nog eens de boom"].beside
    assert stops["Onderweg"].id not in journey.order

    assert len(journey.backpack) == 15
    things = {item.text: item for item in journey.backpack.values()}
    assert things["lassen"].kind is BackpackKind.TALENT
    assert things["een helm"].stop == stops["De eerste dag"].id
    assert things["twijfel"].stop == stops["Bij mijn tante"].id
    assert things["twijfel"].laid == stops["Uitgerust"].id

    assert [one.name for one in journey.companions.values()] == list(PEOPLE)
    people = {one.name: one for one in journey.companions.values()}
    assert (people["Ali"].role, people["Ali"].helps) == ("familielid", True)
    assert len(stretches(journey, people["Fatima"].id)) == 2
    assert [len(way) for way in stretches(journey, people["Ali"].id)] == [3]

    why = [(one.impulse, one.asker) for one in journey.compass_moments.values()]
    assert why == [(Impulse.INTERNAL, ""), (None, "mijn mentor"), (None, "")]
    directions = [one.direction for one in journey.compass_moments.values()]
    assert directions == [225.0, 5.0, 0.0]

    places = {place.name: place for place in journey.own_places.values()}
    assert places["Thuis"].flag is Flag.DEPARTURE
    assert (places["De zaak"].flag, places["De zaak"].sign) == (Flag.DESTINATION, Sign.MOUNTAIN)
    assert places["Thuis"].id in stops["De eerste dag"].places

    assert stops["Bij mijn tante"].audience is Audience.CONVERSATION
    assert stops["Uitgerust"].audience is Audience.SELF
    assert stops["Niet gelukt"].audience is Audience.SELF  # it is in the haven, too
    assert people["Ali"].audience is Audience.SELF
    assert journey.audience.about is Audience.CONVERSATION


def _read(said):
    """It is read back in words."""
    assert "Halte: Uitgerust, Chill strand, Alleen voor jou" in said
    assert "Halte: Nog eens de boom, Ernaast, Wensboom" in said
    assert "Hier neergelegd: twijfel" in said
    assert "Kompas: Waar word ik blij van., naar het zuidwesten, Uit jezelf" in said
    assert "Eigen plek: De zaak, Berg, Bestemming" in said
    assert "Over de reiziger: Ik werk graag met mijn handen., Voor een gesprek" in said
