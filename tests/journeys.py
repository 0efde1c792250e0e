"""Journeys for tests: a full one, and a hand that edits at random."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from reisblog.model import edits
from reisblog.model.book import Part, Wish
from reisblog.model.geometry import Point, Rect
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.journey import Journey, MapReference
from reisblog.model.mist import swept
from reisblog.model.records import (
    Audience,
    BackpackItem,
    BackpackKind,
    Blur,
    Companion,
    CompassMoment,
    Crop,
    Flag,
    Impulse,
    MediaKind,
    Note,
    OwnPlace,
    Pen,
    Photo,
    Segment,
    Sign,
    Stop,
    Token,
    Trail,
)
from reisblog.storage.own_atlas import own_atlas
from reisblog.tools import drop

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


def peopled():
    """The full journey with everything that names something else."""
    journey = edits.entitle(full(), about="Ik ben Noor.")
    own = OwnPlace(id="o1", sign=Sign.HOUSE, at=Point(300, 1300), name="Thuis")
    journey = edits.set_flag(edits.add_place(journey, own), "o1", Flag.DEPARTURE)
    journey = edits.also_at(journey, "s2", "o1")
    for companion in ("c2", "c3"):
        journey = edits.welcome(journey, Companion(id=companion, name=companion, helps=True))
    journey = edits.portray(journey, "c1", portrait="p1", token=Token.SUN)
    journey = edits.accompany(journey, "c1", ["s1", "s2"], along=True)
    journey = edits.accompany(journey, "c2", ["s2", "s3"], along=True)
    for item, stop, laid in (("b3", "s1", "s2"), ("b4", "s3", None)):
        journey = edits.pack(journey, BackpackItem(id=item, text=item, stop=stop, laid=laid))
    journey = edits.illustrate(journey, "b3", "p2")
    for moment, stop in (("k1", "s1"), ("k2", None)):
        laid = CompassMoment(id=moment, at=Point(9, 9), stop=stop, direction=45.0)
        journey = edits.lay_compass(journey, laid)
    journey = edits.change_compass(journey, "k1", asker="mijn mentor", text="Waarheen?")
    journey = edits.set_impulse(journey, "k1", Impulse.EXTERNAL)
    return edits.set_beside(journey, "s2", beside=True)


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
    items, people = list(journey.backpack), list(journey.companions)
    moments = list(journey.compass_moments)
    things = [
        *photos, *stops, *own, *items, *people, *moments, *journey.notes, *journey.trails
    ]  # fmt: skip
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
        "title": lambda: edits.entitle(journey, title=data.draw(words), about=data.draw(words)),
        "compass": lambda: edits.lay_compass(
            journey,
            CompassMoment(
                id=f"k{number}",
                at=data.draw(points),
                stop=data.draw(st.sampled_from([None, *stops])),
            ),
        ),
        "audience of head": lambda: edits.show_head_to(
            journey,
            data.draw(st.sampled_from(["title", "traveller", "about", "mist"])),
            data.draw(st.sampled_from(Audience)),
        ),
        "name allowed": lambda: edits.allow_name(journey, allowed=data.draw(st.booleans())),
        "book": lambda: edits.wish_for(
            journey,
            Wish(
                without=frozenset(data.draw(st.sets(st.sampled_from(Part)))),
                cover_photo=data.draw(st.sampled_from([None, "elsewhere", *photos])),
                school=data.draw(words),
            ),
        ),
        "lay down": lambda: edits.lay_down(
            journey, {key: data.draw(points) for key in _some(data, photos)}
        ),
        "take back": lambda: edits.take_back(journey, _some(data, photos)),
        "drop on open ground": lambda: drop.landed(
            journey,
            own_atlas(),
            drop.Plan(at=data.draw(points)),
            [journey.photos[key] for key in _some(data, photos)],
            stop_id="",
        ),
        "split off": lambda: drop.split_off(
            journey, own_atlas(), _some(data, photos), stop_id=f"s{number}"
        ),
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
        possible["flag"] = lambda: edits.set_flag(journey, own[0], Flag.DESTINATION)
    anywhere = st.sampled_from([None, *stops])
    if items:
        item = data.draw(st.sampled_from(items))
        possible |= {
            "pick up": lambda: edits.pick_up(journey, item, data.draw(anywhere)),
            "put down": lambda: edits.put_down(journey, item, data.draw(anywhere)),
            "illustrate": lambda: edits.illustrate(
                journey, item, data.draw(st.sampled_from([None, *photos]))
            ),
            "sort": lambda: edits.sort_item(journey, item, BackpackKind.WISH),
            "rename": lambda: edits.rename_item(journey, item, data.draw(words)),
        }
    if people:
        person = data.draw(st.sampled_from(people))
        possible |= {
            "accompany": lambda: edits.accompany(
                journey, person, _some(data, stops), along=data.draw(st.booleans())
            ),
            "portray": lambda: edits.portray(
                journey, person, portrait=data.draw(st.sampled_from([None, *photos]))
            ),
            "tell of": lambda: edits.change_companion(journey, person, hinders=True),
        }
    if moments:
        moment = data.draw(st.sampled_from(moments))
        possible |= {
            "turn": lambda: edits.change_compass(journey, moment, direction=725.0),
            "lay compass elsewhere": lambda: edits.move_compass(
                journey, moment, data.draw(points), data.draw(anywhere)
            ),
            "impulse": lambda: edits.set_impulse(journey, moment, Impulse.INTERNAL),
        }
    if photos:
        one_photo = data.draw(st.sampled_from(photos))
        share = st.floats(0.0, 1.0)
        crops = st.builds(Crop, share, share, share, share, st.floats(-60, 60))
        possible |= {
            "caption": lambda: edits.set_caption(journey, one_photo, data.draw(words)),
            "crop": lambda: edits.set_crop(journey, one_photo, data.draw(st.none() | crops)),
            "hide": lambda: edits.set_blurs(
                journey,
                one_photo,
                data.draw(st.lists(st.builds(Blur, share, share, share, share), max_size=3)),
            ),
            "another photo": lambda: edits.replace_picture(
                journey, one_photo, photo(f"r{number}", width=30, height=40)
            ),
        }
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
            "beside": lambda: edits.set_beside(journey, other, beside=data.draw(st.booleans())),
        }
        if (second := data.draw(one)) != other:
            possible["join"] = lambda: edits.join_stops(journey, second, other)
    chosen = data.draw(st.sampled_from(sorted(possible)))
    return chosen, possible[chosen]()


PLACES = (HERBERG, WENSBOOM, "dilemmabos")


def _some(data, ids):
    return data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []
