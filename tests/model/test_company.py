"""The travel company: who is along, and for how long."""

from reisblog.model import edits
from reisblog.model.company import between, initials, stretches
from reisblog.model.curtain import seen_by
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import Audience, Companion, Stop


def with_haltes(*, beside=()):
    journey = edits.welcome(Journey(id="reis"), Companion(id="sam", name="Sam"))
    for key in "abcdef":
        journey = edits.start_stop(journey, Stop(id=key, at=Point(0, 0)))
    for key in beside:
        journey = edits.set_beside(journey, key, beside=True)
    return journey


def test_somebody_joins_and_leaves_several_times():
    journey = edits.accompany(with_haltes(), "sam", "abde", along=True)
    assert stretches(journey, "sam") == [("a", "b"), ("d", "e")]
    journey = edits.accompany(journey, "sam", "b", along=False)
    assert stretches(journey, "sam") == [("a",), ("d", "e")]


def test_each_track_has_its_own_stretches():
    journey = edits.accompany(with_haltes(beside="bd"), "sam", "acd", along=True)
    assert stretches(journey, "sam") == [("a", "c"), ("d",)]


def test_a_loose_halte_is_a_stretch_by_itself():
    journey = edits.accompany(with_haltes(), "sam", "ab", along=True)
    assert stretches(edits.arrange(journey, "bcdef"), "sam") == [("b",), ("a",)]


def test_who_stays_from_one_halte_to_another_is_along_at_all_between_on_that_track():
    journey = with_haltes(beside="bd")
    assert between(journey, "a", "e") == ("a", "c", "e")
    assert between(journey, "e", "a") == ("a", "c", "e")
    assert between(journey, "b", "d") == ("b", "d")
    assert between(journey, "a", "d") == ("a", "b", "c", "d")
    assert between(journey, "c", "c") == ("c",)


def test_who_goes_is_named_nowhere_any_more():
    journey = edits.accompany(with_haltes(), "sam", "ab", along=True)
    assert edits.remove(journey, ["sam"]).stops["a"].company == ()


def test_initials_are_one_or_two_letters():
    named = {
        "fatima": "F",
        "Oma Riet": "OR",
        "Meneer van der Velde": "MV",
        "(Sjors)": "(",
        "": "",
    }
    assert {name: initials(name) for name in named} == named


def test_somebody_new_is_no_more_open_than_the_halte_they_are_along_at():
    halte = Stop(id="een", at=Point(0, 0), audience=Audience.SELF)
    journey = edits.start_stop(Journey(id="reis"), halte)
    journey = edits.welcome_at(journey, Companion(id="sam", name="Sam"), "een")
    assert journey.stops["een"].company == ("sam",)
    assert journey.companions["sam"].audience is Audience.SELF
    assert not seen_by(journey, Audience.CLASS).companions
