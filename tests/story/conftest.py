"""Journeys to make books of, and pictures for them, all made here."""

from __future__ import annotations

import hashlib
import io
import math

import pytest
from PIL import Image, ImageDraw

from reisblog.errors import DamagedJourneyError
from reisblog.model.geometry import Point
from reisblog.model.ink import InkFitter, Sample
from reisblog.model.journey import Journey
from reisblog.model.records import (
    BackpackItem,
    BackpackKind,
    Companion,
    MediaKind,
    Note,
    Pen,
    Photo,
    Stop,
    Trail,
)
from reisblog.model.table import Table
from reisblog.storage.own_atlas import own_atlas

SKIES = ("#7FA7C4", "#E2B77C", "#A9C29B", "#C98F86", "#8E8FB5", "#6E9C93", "#D6C38A")


@pytest.fixture(scope="session")
def atlas():
    return own_atlas()


class Album:
    """Gives every photo of a journey as a picture of its own; some can be lost."""

    def __init__(self):
        self.asked = []
        self.lost = set()

    def __call__(self, photo, *, side):
        self.asked.append((photo.id, side))
        if photo.id in self.lost:
            raise DamagedJourneyError("Deze foto is er niet.")
        scale = min(1.0, side / max(photo.width, photo.height))
        size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
        out = io.BytesIO()
        _scene(photo.id, size).save(out, "JPEG", quality=82)
        return out.getvalue()


def _scene(seed, size):
    number = int(hashlib.sha256(seed.encode()).hexdigest()[:6], 16)
    width, height = size
    picture = Image.new("RGB", size, SKIES[number % len(SKIES)])
    draw = ImageDraw.Draw(picture)
    for layer in range(4):
        base = height * (0.42 + 0.14 * layer)
        tone = 190 - 38 * layer
        hills = [
            (x, base + height * 0.07 * math.sin(x / width * (5 + layer) + number % 7 + layer))
            for x in range(0, width + 9, 8)
        ]
        draw.polygon([(0, height), *hills, (width, height)], fill=(tone - 30, tone, tone - 50))
    r = min(size) * 0.09
    x, y = width * (0.2 + number % 60 / 100), height * 0.2
    draw.ellipse((x - r, y - r, x + r, y + r), fill="#FFF3CF")
    return picture


@pytest.fixture
def album():
    return Album()


def photo(name, width=4000, height=3000, **fields):
    media = hashlib.sha256(name.encode()).hexdigest()
    return Photo(id=name, media=media, kind=MediaKind.JPEG, width=width, height=height, **fields)


def trail(name, pen, through, *, tint="ember"):
    """A path through some points, drawn by a calm hand."""
    fitter = InkFitter()
    for ms, (x, y) in enumerate(_between(through)):
        fitter.add(Sample(x, y, ms * 14.0, 0.5 + 0.25 * math.sin(ms / 17)))
    curve = fitter.finish()
    return Trail(
        id=name,
        pen=pen,
        start=curve.start,
        segments=curve.segments,
        start_width=curve.start_width,
        tint=tint,
    )


def _between(through):
    """Points on a Catmull-Rom spline."""
    ends = [through[0], *through, through[-1]]
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        steps = max(2, int(math.dist(b, c) / 7))
        for step in range(steps):
            t = step / steps
            yield tuple(
                0.5
                * (
                    2 * q
                    + (r - p) * t
                    + (2 * p - 5 * q + 4 * r - s) * t * t
                    + (3 * q - p - 3 * r + s) * t**3
                )
                for p, q, r, s in zip(a, b, c, d, strict=True)
            )
    yield through[-1]


def rest(atlas, place):
    return atlas.places[place].rest.centre


@pytest.fixture
def rich(atlas):
    """A year of one traveller: every layout, every pen, several scripts."""
    herberg = "herberg-voor-inspirerende-ontmoetingen"
    stad = "stad-der-succesvolle-stage"
    vulkaan = "vulkaan-der-uiteengespatte-verwachtingen"
    stops = [
        Stop(
            id="s1",
            at=rest(atlas, stad),
            places=(stad,),
            title="Mijn eerste stagedag",
            when="begin september",
            text=(
                "Om kwart voor zeven stond ik al voor de deur, veel te vroeg. "
                "Mevrouw De Bruin van de ochtenddienst liet me binnen en gaf me koffie "
                "voordat ik mijn jas uit had. Ze zei: kijk vandaag alleen maar, "
                "morgen mag je helpen. Dat vond ik een opluchting.\n\n"
                "In de middag liep ik mee met de wijkverpleegkundige. Bij de derde cliënt "
                "mocht ik toch de bloeddruk meten. Mijn handen trilden, maar het lukte. "
                "Op de terugweg in de bus dacht ik: dit is het, ongeveer."
            ),
        ),
        Stop(
            id="s2",
            at=rest(atlas, herberg),
            places=(herberg,),
            when="oktober 2025",
            title="Wat Fatima vertelde",
            text="Ze is ooit gestopt met een opleiding. Nu leidt ze een team van twaalf mensen.",
        ),
        Stop(
            id="s3",
            at=rest(atlas, "dilemmabos"),
            places=("dilemmabos",),
            title="Verzorgende IG of toch verpleegkunde?",
            text="Ik kies nog even niet. Van Sanne hoef ik dat ook niet voor de kerst te weten.",
        ),
        Stop(
            id="s4",
            at=rest(atlas, vulkaan),
            places=(vulkaan, "veilige-haven"),
            title="Het ging mis",
            when="een week in november",
            text=(
                "De nachtdienst was te veel. Ik heb het op vrijdag gezegd, en niemand werd boos. "
                * 5
            ),
        ),
        Stop(id="s5", at=rest(atlas, "chill-strand"), places=("chill-strand",), title="Even niks"),
        Stop(
            id="s6",
            at=Point(1420, 720),
            title="Onderweg in de bus",
            when="elke dinsdag",
            text="Hier luister ik muziek. مرحبا يا صديقي، كيف حالك؟ Привіт з автобуса! ☕🚌 👩🏽‍🎓",
        ),
        Stop(
            id="s7",
            at=rest(atlas, "mirador-der-mogelijkheden"),
            places=("mirador-der-mogelijkheden",),
            title="Alles wat ik zag vanaf de open dag",
            when="januari",
            text="Zeven opleidingen op een dag. Van de foto's maakte ik later een rijtje.",
        ),
        Stop(
            id="s8",
            at=rest(atlas, "wensboom"),
            places=("wensboom",),
            text="Over vijf jaar: een eigen plek, een hond, en collega's met wie je kunt lachen.",
        ),
        Stop(
            id="s9",
            at=Point(1330, 720),
            places=(stad,),
            title="Terug in de stad",
            when="maart",
            text="Nu mocht ik de planning maken.",
        ),
        Stop(
            id="s10",
            at=Point(1740, 960),
            places=("gedempte-geldput",),
            text="Rijbewijs moet nog even wachten.",
        ),
    ]
    photos = [
        photo("p1", 4032, 3024, stop="s1", turn=1.0, caption="De voordeur, tien voor zeven."),
        photo(
            "p2",
            3024,
            4032,
            stop="s2",
            turn=-1.2,
            caption=(
                "Fatima's bureau. Ze vond het goed dat ik een foto maakte, "
                "als zij er zelf maar niet op stond."
            ),
        ),
        photo("p4", 4000, 3000, stop="s4", turn=0.4, caption="De gang om vier uur 's nachts"),
        photo("p5", 3000, 4000, stop="s4", caption="Thee na afloop"),
        photo("p6", 4000, 2250, stop="s4", caption="De bus terug"),
        photo("p7", 1920, 1080, stop="s5", turn=-0.7),
        photo("p8", 1500, 1500, stop="s5"),
        *(
            photo(
                f"m{i}",
                *((4000, 3000) if i % 3 else (3000, 4000)),
                stop="s7",
                caption="" if i % 4 else f"Stand {i + 1}: hier kreeg ik een tas",
            )
            for i in range(9)
        ),
        photo("p9", 640, 480, stop="s9", caption="Alleen deze kleine foto bewaard"),
        photo("loose1", 3000, 2000, at=Point(1130, 330), caption="Uitzicht uit de trein"),
        photo("loose2", 2000, 3000, at=Point(600, 1450)),
        photo("tray", 3000, 2000),
    ]
    notes = [
        Note(
            id="n1",
            text="Vraag aan mevrouw De Bruin: mag ik ook een keer mee op huisbezoek?",
            at=Point(1140, 760),
            stop="s1",
        ),
        Note(
            id="n2",
            text="Bloeddruk meten: rustig ademen, zelf ook.",
            at=Point(1330, 560),
            stop="s1",
        ),
        Note(id="n3", text="Niet vergeten 🎒\nbadge, fruit, oplader", at=Point(1880, 600)),
    ]
    trails = [
        trail(
            "t1",
            Pen.MINE,
            [
                (440, 560),
                (620, 700),
                (930, 760),
                (1180, 640),
                (1300, 400),
                (1430, 340),
                (1260, 230),
                (980, 230),
                (760, 300),
                (900, 470),
                (1350, 520),
                (1560, 930),
                (1690, 1170),
            ],
        ),
        trail(
            "t2",
            Pen.PASSED_BY,
            [(1690, 1170), (1720, 1280), (1600, 1420), (1300, 1480)],
            tint="dusk",
        ),
        trail(
            "t3",
            Pen.DREAMT,
            [(480, 1160), (700, 1190), (980, 1130), (1300, 1170), (2120, 900), (2380, 860)],
            tint="plum",
        ),
        trail(
            "t4",
            Pen.DOODLE,
            [(1760, 180), (1790, 150), (1820, 185), (1790, 220), (1760, 180), (1835, 140)],
            tint="ink",
        ),
    ]
    return Journey(
        id="rich",
        title="Een jaar in de zorg, en wat ik daar vond",
        traveller="Noor de Vries",
        photos=Table(photos),
        notes=Table(notes),
        stops=Table(stops),
        trails=Table(trails),
        backpack=Table(
            [
                BackpackItem(id="b1", text="Doorvragen", kind=BackpackKind.TALENT),
                BackpackItem(id="b2", text="Ik kan tegen een stootje", kind=BackpackKind.INSIGHT),
                BackpackItem(id="b3", text="EHBO", kind=BackpackKind.KNOWLEDGE),
                BackpackItem(id="b4", text="Een eigen praktijk, ooit", kind=BackpackKind.WISH),
                BackpackItem(id="b5", text="Kompas"),
                BackpackItem(
                    id="b6",
                    text="Vijf nachtdiensten achter elkaar, en daarna toch weer opstaan",
                    kind=BackpackKind.EXPERIENCE,
                ),
            ]
        ),
        companions=Table(
            [
                Companion(id="c1", name="Mevrouw De Bruin", role="begeleidde me op stage"),
                Companion(id="c2", name="Oma Riek"),
                Companion(id="c3", name="Sanne", role="mentor"),
            ]
        ),
        order=("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"),
    )  # fmt: skip
