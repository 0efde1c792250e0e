"""Journeys for tests: a full one, and a hand that edits at random."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.geometry import Point, Rect
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.journey import Journey, MapReference
from reisblog.model.mist import swept
from reisblog.model.records import (
    Audience,
    BackpackItem,
    BackpackKind,
    Companion,
    MediaKind,
    Note,
    OwnPlace,
    Pen,
    Photo,
    Segment,
    Sign,
    Stop,
    Trail,
)

HERBERG = "herberg-voor-inspirerende-ontmoetingen"
WENSBOOM = "wensboom"
SCRIPTS = "Één dag ☕ مرحبا — Привіт 👩🏽‍🎓 你好"

SHEET = Rect(0.0, 0.0, 2400.0, 1600.0)
points = st.builds(
    lambda x, y: Point(float(x), float(y)), st.integers(0, 2400), st.integers(0, 1600)
)
areas = st.builds(lambda start, end: swept(start, end, SHEET), points, points)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def photo(photo_id="p1", **fields):
    """A photo in the tray, unless its fields say otherwise."""
    media = hashlib.sha256(photo_id.encode()).hexdigest()
    known = {"media": media, "kind": MediaKind.JPEG, "width": 4000, "height": 3000}
    return Photo(**{"id": photo_id, **known, **fields})


def trail(trail_id="t1", through=((100, 100), (180, 160), (300, 140)), pen=Pen.MINE):
    """A path along some points."""
    fitter = InkFitter()
    for index, (x, y) in enumerate(through):
        fitter.add(Sample(x, y, index * 20.0))
    curve = fitter.finish()
    return Trail(
        id=trail_id,
        pen=pen,
        start=curve.start,
        segments=curve.segments,
        start_width=curve.start_width,
    )


_KEPT = Trail(
    id="t1",
    pen=Pen.MINE,
    start=Point(100.0, 100.0),
    segments=(
        Segment(Point(212.44, 184.33), Point(147.12, 165.48), Point(300.0, 140.0), 0.95, 40),
    ),
    start_width=1.18,
)
"""As it stands in the sample of version 1, however paths are fitted now."""


def full():
    """A journey with something of everything."""
    journey = Journey(id="reis", map=MapReference("loopbaanrealisatie", "0" * 64))
    journey = edits.entitle(journey, title=f"Mijn jaar {SCRIPTS}", traveller="Noor")
    journey = edits.bring_in(
        journey,
        [
            photo("p1", caption=SCRIPTS, taken="2026-03-14T10:12:00", turn=-1.25),
            photo("p2", kind=MediaKind.PNG, width=640, height=480),
            photo("p3", at=Point(500.5, 600.25)),
            photo("p4"),
        ],
    )
    herberg = Stop(id="s1", at=Point(1200.0, 220.0), places=(HERBERG,))
    both = Stop(id="s2", at=Point(980.0, 1080.0), places=(WENSBOOM, HERBERG), when="in mei")
    journey = edits.start_stop(journey, herberg, ["p1", "p2"])
    journey = edits.start_stop(journey, both)
    journey = edits.start_stop(journey, Stop(id="s3", at=Point(2200.0, 1000.0)))
    journey = edits.place_in_order(journey, "s3", None)
    journey = edits.change_stop(journey, "s1", title="Praten", text="Eerst koffie.\n\nToen werk.")
    journey = edits.add_note(journey, Note(id="n1", text="Een briefje", at=Point(40.0, 50.0)))
    journey = edits.add_note(
        journey, Note(id="n2", text=SCRIPTS, at=Point(1100.0, 400.0), stop="s1", width=180.0)
    )
    journey = edits.add_trail(journey, _KEPT)
    journey = edits.add_trail(journey, trail("t2", [(5, 5), (90, 400)], Pen.DREAMT))
    journey = edits.pack(journey, BackpackItem(id="b1", text="EHBO", kind=BackpackKind.KNOWLEDGE))
    journey = edits.pack(journey, BackpackItem(id="b2", text="Kompas"))
    return edits.welcome(journey, Companion(id="c1", name="Oma Riek", role="luistert"))


def edited(data, journey, number):
    """The journey after one edit that a person could make, chosen at random."""
    return edited_how(data, journey, number)[1]


def edited_how(data, journey, number):
    """The name of an edit, and the journey after it.

    Args:
        data: hypothesis draws from it.
        journey: before.
        number: makes the ids of new things.
    """
    photos, stops = list(journey.photos), list(journey.stops)
    own = list(journey.own_places)
    things = [*photos, *stops, *own, *journey.notes, *journey.trails, *journey.backpack]
    possible = {
        "photo": lambda: edits.bring_in(
            journey, [photo(f"p{number}", at=data.draw(st.none() | points))]
        ),
        "stop": lambda: edits.start_stop(
            journey, Stop(id=f"s{number}", at=data.draw(points)), _some(data, photos)
        ),
        "note": lambda: edits.add_note(
            journey,
            Note(
                id=f"n{number}",
                text=data.draw(words),
                at=data.draw(points),
                stop=data.draw(st.sampled_from([None, *stops])),
            ),
        ),
        "trail": lambda: edits.add_trail(journey, trail(f"t{number}")),
        "own place": lambda: edits.add_place(
            journey, OwnPlace(id=f"o{number}", sign=Sign.TENT, at=data.draw(points))
        ),
        "lay mist": lambda: edits.paint_mist(journey, data.draw(areas)),
        "wipe mist": lambda: edits.wipe_mist(journey, data.draw(areas)),
        "item": lambda: edits.pack(journey, BackpackItem(id=f"b{number}", text="touw")),
        "companion": lambda: edits.welcome(journey, Companion(id=f"c{number}", name="Ali")),
        "title": lambda: edits.entitle(journey, title=data.draw(words)),
        "lay down": lambda: edits.lay_down(
            journey, {key: data.draw(points) for key in _some(data, photos)}
        ),
        "take back": lambda: edits.take_back(journey, _some(data, photos)),
        "set loose": lambda: edits.set_loose(journey, _some(data, photos)),
        "move": lambda: edits.move(journey, _some(data, things), data.draw(points)),
        "remove": lambda: edits.remove(journey, _some(data, things)),
        "audience": lambda: edits.show_to(
            journey, _some(data, things), data.draw(st.sampled_from(Audience))
        ),
    }
    if own:
        possible["named"] = lambda: edits.change_place(
            journey, data.draw(st.sampled_from(own)), name=data.draw(words), sign=Sign.BOAT
        )
    if photos:
        possible["caption"] = lambda: edits.set_caption(
            journey, data.draw(st.sampled_from(photos)), data.draw(words)
        )
    if stops:
        one, other = st.sampled_from(stops), data.draw(st.sampled_from(stops))
        possible |= {
            "into a stop": lambda: edits.put_in_stop(journey, _some(data, photos), other),
            "order": lambda: edits.place_in_order(
                journey, other, data.draw(st.none() | st.integers(0, len(stops)))
            ),
            "arrange": lambda: edits.arrange(journey, _some(data, [*stops, "gone"])),
            "also at": lambda: edits.also_at(
                journey, other, data.draw(st.sampled_from([*PLACES, *own]))
            ),
            "words": lambda: edits.change_stop(journey, other, text=data.draw(words)),
            "end": lambda: edits.remove_stop(journey, other),
        }
        if (second := data.draw(one)) != other:
            possible["join"] = lambda: edits.join_stops(journey, second, other)
    chosen = data.draw(st.sampled_from(sorted(possible)))
    return chosen, possible[chosen]()


PLACES = (HERBERG, WENSBOOM, "dilemmabos")


def _some(data, ids):
    return data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []
