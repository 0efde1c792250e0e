"""A teacher's career, told by Rob, who teaches nursing: by way of a bakery and an office."""

from __future__ import annotations

from reisblog.examples.telling import (
    Halte,
    Needle,
    Person,
    Picture,
    Slip,
    Stroke,
    Telling,
    Via,
)
from reisblog.model.geometry import Point
from reisblog.model.records import BackpackKind, Pen, Token

_PIT = "valkuil-van-de-smalle-blik"
_MIRRORS = "spiegelpaleis-van-zekerheden"
_HAVEN = "veilige-haven"
_CLEFT = "statuskloof"
_WELL = "gedempte-geldput"
_HOUSE = "huis-van-de-inspirerende-mentor"
_BRAMBLES = "prikkelstruiken"
_INN = "herberg-voor-inspirerende-ontmoetingen"
_TREE = "wensboom"
_MOUNTAINS = "bergen"

_HALTES = (
    Halte(
        places=(_PIT,),
        when="1986",
        company=("mijn vader",),
        things=((BackpackKind.KNOWLEDGE, "voelen wanneer deeg klaar is"),),
        title="De derde Van Dijk",
        text=(
            "Onze naam stond boven de winkel, al sinds mijn opa. Niemand vroeg of ik bakker wilde "
            "worden, ik ook niet. Op mijn zestiende stond ik om vier uur 's nachts naast mijn "
            "vader aan de werkbank. Drie jaar later kreeg ik een allergie voor meel. Toen keek ik "
            "voor het eerst om mij heen."
        ),
        pictures=(Picture("bakery", "Vier uur 's nachts. Mijn vader staat al in het licht."),),
    ),
    Halte(
        places=(_MIRRORS,),
        when="1989 tot 1996",
        compass=Needle(60, "De naald bleef trillen. Ik legde hem terug."),
        title="Alles vast",
        text=(
            "Bij de verzekeraar had ik een vast contract, een vaste plek en later een auto van de "
            "zaak. Ik werd teamleider. Op elk feestje kon ik in één zin zeggen wat ik deed. Op "
            "kantoor telde ik soms de jaren tot mijn pensioen. Het waren er negenendertig."
        ),
        pictures=(Picture("office", "Mijn bureau. De plant was van mijn moeder."),),
    ),
    Halte(
        places=(_HAVEN,),
        when="winter 1997",
        company=("mijn vader", "mijn zus Ria"),
        title="Kamer 14",
        text=(
            "Mijn vader lag zes weken op kamer 14. Ik zat 's nachts bij hem, want slapen lukte "
            "toch niet. Om drie uur kwam de verpleegkundige. Ze legde zijn kussen goed en vroeg "
            "toen aan mij of ik al gegeten had."
        ),
        pictures=(Picture("night-window", "Zijn jas hing nog over de stoel."),),
    ),
    Halte(
        places=(_CLEFT, _WELL),
        when="1998",
        company=("mijn zus Ria",),
        things=((BackpackKind.WORLDVIEW, "opnieuw beginnen kan op elke leeftijd"),),
        title="Van teamleider naar leerling",
        text=(
            "Op mijn achtentwintigste begon ik opnieuw, als leerling-verpleegkundige. Mijn loon "
            "ging door de helft en de auto ging terug. Op een verjaardag vroeg iemand of ik "
            "ontslagen was. Ik kocht witte schoenen en woonde een jaar bij mijn zus op zolder."
        ),
        pictures=(Picture("white-shoes", "Oude en nieuwe schoenen, eerste dag."),),
    ),
    Halte(
        places=(_HOUSE,),
        when="1999 tot 2001",
        company=("Corrie",),
        things=(
            (BackpackKind.EXPERIENCE, "zes jaar nachtdienst"),
            (BackpackKind.INSTRUMENT, "het horloge van Corrie"),
        ),
        title="Corrie klopt aan",
        text=(
            "Corrie klopte altijd aan, ook als de deur openstond. Ze deed nooit twee dingen "
            "tegelijk. In de nachtdienst schonk ze twee koppen koffie in en liet ze mij praten, "
            "tot ik zelf hoorde wat ik zei. Haar horloge heb ik nog."
        ),
        pictures=(Picture("two-cups", "Nachtdienst op 3 Noord"),),
    ),
    Halte(
        places=(_BRAMBLES,),
        when="2010",
        company=("Samira",),
        things=((BackpackKind.TALENT, "uitleggen met een stift"),),
        compass=Needle(20, "Ze wees, en ik zag het ook.", asker="Samira"),
        title="Een hart op het bord",
        text=(
            "Samira liep vast op de bloedsomloop, dus tekende ik een hart. Ze keek er lang naar. "
            "Toen zei ze dat ik op de verkeerde plek werkte. Een week later had ze een advertentie "
            "van de school in mijn kluisje gehangen."
        ),
        pictures=(Picture("heart-on-the-board", "Ik teken hem nog steeds zo."),),
    ),
    Halte(
        places=(_INN,),
        when="nu",
        company=("Samira",),
        title="Lokaal 2.14",
        text=(
            "Ik geef nu dertien jaar les. In de pauze zit er altijd wel iemand aan mijn tafel. "
            "Soms gaat het over school, vaker over thuis. Op vrijdag neem ik brood mee. Dat bak "
            "ik zelf, met een mondkapje voor."
        ),
        pictures=(Picture("classroom", "Klas 2B. Samira, nu collega, nam de foto."),),
    ),
)

_SLIPS = (
    Slip(text="Eerst koffie.\n☕ Corrie", at=Point(640, 744), width=200),
    Slip(text="Directeur worden? Twee keer gevraagd, niet gedaan.", at=Point(1862, 470), width=260),
)

_MY_PATH = Stroke(
    pen=Pen.MINE,
    tint="pine",
    through=(
        Via(_PIT, 0, -16),
        Via(_PIT, 48, -4),
        Via(_PIT, 12, 12, 300),
        Via(_PIT, -60, -4),
        Via(_MIRRORS, 95, -22),
        Via(_MIRRORS, 3, -18),
        Via(_MIRRORS, -69, -20),
        Via(_MIRRORS, -105, 4),
        Via(_MIRRORS, -99, -72, 400),
        Via(_MIRRORS, -79, -152),
        Via(_TREE, 142, 58),
        Via(_TREE, 130, -42),
        Via(_TREE, 116, -162),
        Via(_HOUSE, -95, 196),
        Via(_TREE, -70, -228),
        Via(_BRAMBLES, 200, -14),
        Via(_BRAMBLES, 166, -104),
        Via(_HAVEN, 126, 60),
        Via(_HAVEN, 60, 2),
        Via(_HAVEN, 2, -12, 1500),
        Via(_HAVEN, 96, -40),
        Via(_HAVEN, 150, -110),
        Via(_HAVEN, 250, -144),
        Via(_HOUSE, -145, -298),
        Via(_HOUSE, -35, -320),
        Via(_HOUSE, 65, -314),
        Via(_HOUSE, 175, -298),
        Via(_HOUSE, 231, -218),
        Via(_HOUSE, 225, -118),
        Via(_HOUSE, 209, -18),
        Via(_HOUSE, 197, 82),
        Via(_HOUSE, 275, 144),
        Via(_CLEFT, -160, -218),
        Via(_CLEFT, -114, -138, 700),
        Via(_CLEFT, -106, -38),
        Via(_CLEFT, -58, 2),
        Via(_CLEFT, 6, -8),
        Via(_CLEFT, 90, 8),
        Via(_WELL, -80, -8),
        Via(_WELL, 0, -8),
        Via(_WELL, 80, -24),
        Via(_WELL, 106, -114),
        Via(_WELL, 50, -188),
        Via(_WELL, -40, -148),
        Via(_CLEFT, 100, -148),
        Via(_CLEFT, 0, -190),
        Via(_CLEFT, -80, -212),
        Via(_CLEFT, -170, -268),
        Via(_HOUSE, 265, 178),
        Via(_HOUSE, 175, 148),
        Via(_HOUSE, 109, 72),
        Via(_HOUSE, 89, 0),
        Via(_HOUSE, 1, -12, 600),
        Via(_HOUSE, -57, 4),
        Via(_HOUSE, -83, 82),
        Via(_HOUSE, -135, 162),
        Via(_BRAMBLES, 250, 20),
        Via(_BRAMBLES, 160, -22),
        Via(_BRAMBLES, 100, 12),
        Via(_BRAMBLES, 56, -10),
        Via(_BRAMBLES, 2, -12, 350),
        Via(_BRAMBLES, -88, -14),
        Via(_BRAMBLES, -104, -98),
        Via(_HAVEN, -20, 114),
        Via(_HAVEN, 100, 112),
        Via(_HAVEN, 220, 100),
        Via(_HOUSE, -135, -22),
        Via(_HOUSE, -77, -98),
        Via(_HOUSE, -69, -208),
        Via(_HOUSE, -25, -318),
        Via(_HOUSE, 65, -358),
        Via(_INN, -345, 50),
        Via(_INN, -245, 110),
        Via(_INN, -163, 74),
        Via(_INN, -95, 18),
        Via(_INN, -13, -4),
    ),
)  # fmt: skip

_NOT_TAKEN = Stroke(
    pen=Pen.PASSED_BY,
    tint="dusk",
    pace=0.9,
    through=(
        Via(_INN, 40, 30),
        Via(_INN, 120, 76),
        Via(_INN, 210, 50),
        Via(_MOUNTAINS, -30, -4),
        Via(_MOUNTAINS, 50, -18),
        Via(_MOUNTAINS, 130, 6),
        Via(_MOUNTAINS, 210, -44),
    ),
)

ROB = Telling(
    title="Met een omweg",
    traveller="Rob van Dijk",
    haltes=_HALTES,
    loose=(Picture("loaves", "Vrijdagbrood", Point(966, 210)),),
    slips=_SLIPS,
    strokes=(_NOT_TAKEN, _MY_PATH),
    about="Rob, docent verpleegkunde. Eerder bakker, teamleider en verpleegkundige.",
    backpack=((BackpackKind.WISH, "een jaar lesgeven in Paramaribo"),),
    companions=(
        Person("Corrie", "nachthoofd", helps=True, token=Token.MOON),
        Person("mijn zus Ria", helps=True),
        Person("Samira", "eerst leerling, nu collega"),
        Person("mijn vader", helps=True, hinders=True),
    ),
)
