"""A student's year, told by Noor, eighteen: from a screen to the cellar of a bridge."""

from __future__ import annotations

from reisblog.examples.telling import (
    Halte,
    Mark,
    Needle,
    Person,
    Picture,
    Slip,
    Stroke,
    Telling,
    Via,
)
from reisblog.model.geometry import Point
from reisblog.model.records import BackpackKind, Pen, Sign, Token

_MIRRORS = "spiegelpaleis-van-zekerheden"
_VOLCANO = "vulkaan-der-uiteengespatte-verwachtingen"
_VALLEY = "vallei-van-uitdagende-werkervaringen"
_WOOD = "dilemmabos"
_HAVEN = "veilige-haven"
_MAZE = "doolhof-van-de-bureaucratie"
_BEACH = "chill-strand"
_CITY = "stad-der-succesvolle-stage"
_HOUSE = "huis-van-de-inspirerende-mentor"
_TREE = "wensboom"
_UNKNOWN = "onontgonnen-gebied"

_HALTES = (
    Halte(
        places=(_MIRRORS,),
        when="voor de zomer",
        company=("Mama",),
        title="De test zei: ICT",
        text=(
            "Ik deed de test in de bus, op mijn telefoon. Vier haltes later stond er: ICT, 94 "
            "procent. Mijn vader was blij en mijn oom stuurde drie duimpjes. Dezelfde avond heb "
            "ik mij ingeschreven."
        ),
        pictures=(Picture("bus-window", "Lijn 12. Dat tandwiel op het raam heb ik getekend."),),
    ),
    Halte(
        places=(_VOLCANO,),
        when="najaar",
        things=(
            (BackpackKind.EXPERIENCE, "een keer gestopt"),
            (BackpackKind.INSIGHT, "van te veel scherm word ik stil"),
        ),
        compass=Needle(245, "Weg van het scherm. Waarheen wist ik nog niet."),
        title="Het werd stil in mijn hoofd",
        text=(
            "Ik dacht dat software maken een beetje als gamen zou zijn. In week 6 keek ik naar "
            "een rode regel en wilde ik alleen maar weg. Ik was er niet eens slecht in. Maar ik "
            "werd elke dag wat stiller, dat zei mijn zusje ook. In november heb ik gezegd dat ik "
            "stopte. Ik heb gehuild in de trein en daarna een broodje kroket gekocht."
        ),
        pictures=(Picture("code-on-screen", "Regel 7. Drie uur."),),
    ),
    Halte(
        places=(_VALLEY,),
        when="elke zaterdag",
        beside=True,
        company=("Bert",),
        things=((BackpackKind.KNOWLEDGE, "hoe een wiel weer recht wordt"),),
        title="De fietsenzaak van Bert",
        text=(
            "Op zaterdag werk ik bij Bert. Eerst alleen banden plakken, nu mag ik ook wielen "
            "richten. Je draait een heel klein stukje en ineens loopt het wiel recht. Klanten "
            "vragen vaak eerst naar Bert. Dan zegt hij: vraag het maar aan Noor."
        ),
        pictures=(
            Picture("bicycle-shop", "Mijn wand. Alles hangt op zijn plek, meestal."),
            Picture("hands-and-wheel", "Een kwart slag, niet meer."),
            Picture("bike", "Gratis opgehaald, nu van mij."),
        ),
    ),
    Halte(
        places=(_WOOD,),
        when="vlak voor kerst",
        company=("Mama",),
        things=((None, "mandarijnen"),),
        title="Links of rechts op papier",
        text=(
            "Ik heb twee lijstjes gemaakt. Links: wachten tot september en eerst geld verdienen. "
            "Rechts: in februari al beginnen met mechatronica. Rechts werd langer, maar links was "
            "makkelijker. Ik heb er een hele zak mandarijnen bij opgegeten."
        ),
        pictures=(Picture("two-lists"),),
    ),
    Halte(
        places=(_HAVEN, _MAZE),
        when="januari",
        company=("Teta", "Mama"),
        title="Zeventien mailtjes",
        text=(
            "Om over te stappen had ik een handtekening nodig van iemand die net met verlof was. "
            "Ik heb zeventien mailtjes gestuurd. Elke middag zat ik daarmee bij Teta in de "
            "keuken. Zij kan de mails van school niet lezen, maar ze las het van mijn gezicht. "
            "Dan zette ze thee en schoof ze het bord naar mij toe."
        ),
        pictures=(Picture("grandmothers-kitchen", "Linzensoep helpt tegen formulieren."),),
    ),
    Halte(places=(_BEACH,), title="Even helemaal niks 🌊", laid=("mandarijnen",)),
    Halte(
        places=(_CITY,),
        when="week 6 tot en met 16",
        company=("Danylo", "Ineke"),
        things=((BackpackKind.WISH, "werken waar je de zee ruikt"),),
        title="Ik liet een brug opengaan",
        text=(
            "Mijn stage is bij de mensen van de bruggen en sluizen. De eerste dagen liep ik mee "
            "en droeg ik de koffer. In week 3 kreeg ik de sleutel van de kelder. Daar draait een "
            "tandwiel dat groter is dan onze keuken. En toen mocht ik op de knop drukken. Drie "
            "auto's stonden te wachten, op mij!"
        ),
        pictures=(
            Picture("open-bridge", "Mijn brug. Nou ja, van de provincie."),
            Picture("gear-in-the-cellar", "De kelder. Het ruikt er naar vet en kanaal."),
            Picture("crew", "Danylo, ik en Wim. Ineke maakte de foto."),
            Picture("workbench", "Pomp 4, in stukken. Nu draait hij weer."),
            Picture("lunch", "Pauze. Ik verlies altijd met kaarten."),
            Picture("boots", "Niet naar beneden kijken."),
        ),
    ),
    Halte(
        places=(_HOUSE,),
        when="maart",
        company=("Ineke",),
        things=((BackpackKind.INSTRUMENT, "de schroevendraaier van Ineke"),),
        title="Ineke hoort het",
        text=(
            "Ineke werkt al dertig jaar aan bruggen. Ze zet een lange schroevendraaier op een "
            "lager en houdt haar oor tegen het handvat. Zo hoort ze of het nog goed loopt. Ik "
            "hoorde eerst niks. Na een week hoorde ik het ook, en toen kreeg ik haar "
            "schroevendraaier."
        ),
        pictures=(Picture("toolbox", "De sticker is van haar kleinzoon."),),
    ),
    Halte(
        places=(_WOOD,),
        when="juni",
        company=("Danylo", "Mama"),
        compass=Needle(250, "Ik wees naar het water, zonder nadenken.", asker="Danylo"),
        title="Nog een keer hier",
        text=(
            "Ze vroegen of ik na de zomer wil blijven: vier dagen werken en een dag naar school. "
            "Danylo zegt doen. Mijn moeder wil dat ik eerst mijn diploma haal. Ik weet het nog "
            "niet, en dat vind ik deze keer niet zo erg."
        ),
    ),
    Halte(
        places=(_TREE,),
        when="later",
        title="Oranje",
        text=(
            "Soms zie ik mij op een reddingsboot. Windkracht 8, de motor valt uit en ik weet "
            "precies welk geluid dat was. Ik word al misselijk op de veerpont, dus daar denk ik "
            "nog over na."
        ),
        pictures=(Picture("lifeboat", "De haven, na het werk."),),
    ),
)

_LOOSE = (
    Picture("dog-on-the-beach", "Pannenkoek, de hond van Danylo", Point(204, 1012), 184),
    Picture("gull", "Hij had al een patatje."),
)

_SLIPS = (
    Slip(text="«شوي شوي يا حبيبتي»\nTeta, bij elk mailtje", at=Point(44, 690), width=340),
    Slip(
        text="«Спробуй, а там побачимо»\nDanylo, dag 1",  # noqa: RUF001  (Ukrainian)
        at=Point(1820, 490),
        width=300,
    ),
    Slip(text="👩🏽‍🔧 Zo sta ik nu in de telefoon van mijn zusje.", at=Point(1092, 990), width=224),
    Slip(text="Game art in Breda. Soms kijk ik nog.", at=Point(1890, 985), width=250),
)

_MY_PATH = Stroke(
    pen=Pen.MINE,
    tint="ember",
    through=(
        Via(_MIRRORS, -11, -16),
        Via(_MIRRORS, 51, -22),
        Via(_MIRRORS, 101, -64),
        Via(_MIRRORS, 109, -152),
        Via(_MIRRORS, 155, -194),
        Via(_MIRRORS, 235, -166),
        Via(_MIRRORS, 315, -162),
        Via(_VOLCANO, -208, 334),
        Via(_VOLCANO, -140, 310),
        Via(_VOLCANO, -50, 330),
        Via(_VOLCANO, 6, 282),
        Via(_VOLCANO, 2, 198),
        Via(_VOLCANO, 80, 130),
        Via(_VOLCANO, 162, 82),
        Via(_VOLCANO, 182, 10),
        Via(_VOLCANO, 112, -50),
        Via(_VOLCANO, 14, -30, 420),
        Via(_VOLCANO, -62, -20),
        Via(_VOLCANO, -110, -32),
        Via(_VOLCANO, -194, -12),
        Via(_VALLEY, 340, -46),
        Via(_VALLEY, 250, -16),
        Via(_VALLEY, 150, 8),
        Via(_VALLEY, 56, 14),
        Via(_VALLEY, -6, -8),
        Via(_VALLEY, 24, -60),
        Via(_VALLEY, 110, -66),
        Via(_CITY, 66, 4),
        Via(_CITY, 92, -64),
        Via(_CITY, 104, -144),
        Via(_CITY, 126, -224),
        Via(_CITY, 96, -308),
        Via(_CITY, -10, -346),
        Via(_WOOD, 246, 120),
        Via(_WOOD, 178, 64, 900),
        Via(_WOOD, 132, -4),
        Via(_WOOD, 36, -30),
        Via(_WOOD, -76, -70),
        Via(_WOOD, -130, -26),
        Via(_WOOD, -60, 12),
        Via(_WOOD, 16, -48),
        Via(_WOOD, -32, -94, 350),
        Via(_WOOD, -114, -62),
        Via(_WOOD, -152, 16),
        Via(_WOOD, -148, 88),
        Via(_WOOD, -100, 156),
        Via(_HAVEN, 166, -100),
        Via(_HAVEN, 116, -34),
        Via(_HAVEN, 60, 4),
        Via(_HAVEN, 4, -14, 500),
        Via(_HAVEN, 96, -2),
        Via(_HAVEN, 152, 72),
        Via(_HAVEN, 146, 170),
        Via(_HAVEN, 192, 250),
        Via(_BEACH, 158, -180),
        Via(_BEACH, 148, -100),
        Via(_BEACH, 90, -26),
        Via(_BEACH, -6, -14, 1200),
        Via(_BEACH, -70, -10),
        Via(_BEACH, -132, 36),
        Via(_BEACH, -76, 86),
        Via(_BEACH, 70, 88),
        Via(_BEACH, 158, 40),
        Via(_BEACH, 176, -50),
        Via(_TREE, -110, -162),
        Via(_TREE, -50, -230),
        Via(_HOUSE, -85, 202),
        Via(_VALLEY, -20, 50),
        Via(_VALLEY, 70, 22),
        Via(_VALLEY, 22, -50),
        Via(_CITY, -26, 68),
        Via(_CITY, 6, 0),
        Via(_CITY, 52, -20),
        Via(_CITY, 66, 32),
        Via(_CITY, 10, 48),
        Via(_CITY, -40, -24),
        Via(_HOUSE, 1, -30, 300),
        Via(_HOUSE, -69, -12),
        Via(_HOUSE, -87, -98),
        Via(_HOUSE, -63, -198),
        Via(_WOOD, 148, 146),
        Via(_WOOD, 146, 66),
        Via(_WOOD, 92, -2),
        Via(_WOOD, 72, -58),
        Via(_WOOD, 126, -38),
    ),
)  # fmt: skip

_TO_THE_SEA = Stroke(
    pen=Pen.DREAMT,
    tint="plum",
    pace=0.5,
    through=(
        Via(_TREE, -10, -6),
        Via(_TREE, -66, -12),
        Via(_TREE, -108, 34),
        Via(_BEACH, 120, 100),
        Via(_BEACH, 0, 114),
        Via(_BEACH, -120, 86),
        Via(_BEACH, -220, 46),
        Via(_BEACH, -330, 56),
        Via(_BEACH, -396, 10),
        Via(_BEACH, -370, -54),
        Via(_BEACH, -304, -4),
        Via(_BEACH, -350, 84),
        Via(_BEACH, -408, 150),
    ),
)

_NOT_TAKEN = Stroke(
    pen=Pen.PASSED_BY,
    tint="dusk",
    pace=0.9,
    through=(
        Via(_VOLCANO, 150, 62),
        Via(_VOLCANO, 236, 74),
        Via(_VOLCANO, 330, 20),
        Via(_UNKNOWN, -60, -40),
        Via(_UNKNOWN, 30, -80),
        Via(_UNKNOWN, 90, -60),
    ),
)

_TANGLE = Stroke(
    pen=Pen.DOODLE,
    tint="ink",
    pace=1.1,
    wander=2.0,
    through=tuple(
        Via(_MAZE, 190 + right, -60 + down)
        for right, down in (
            (-60, 30), (-10, -50), (60, -30), (40, 40), (-40, 20), (-30, -50), (50, -60), (74, 20),
            (0, 60), (-66, 10), (-10, -20), (36, 20), (-10, 44), (-60, -24), (20, -66), (80, -10),
            (30, 60), (-24, 6), (10, -34), (54, 4), (104, 44), (150, 30),
        )
    ),
)  # fmt: skip

_MIST = (
    (
        Point(2340, 70),
        Point(2080, 90),
        Point(1960, 130),
        Point(2120, 170),
        Point(2290, 150),
        Point(2330, 240),
        Point(2180, 250),
        Point(2080, 240),
        Point(2300, 330),
        Point(2350, 380),
    ),
)

NOOR = Telling(
    title="Met vieze handen",
    traveller="Noor",
    haltes=_HALTES,
    loose=_LOOSE,
    marks=(Mark("Breda", Sign.FLAG, Point(2240, 950)),),
    mist=_MIST,
    slips=_SLIPS,
    strokes=(_NOT_TAKEN, _MY_PATH, _TO_THE_SEA, _TANGLE),
    about="Ik ben Noor, achttien. Ik haal dingen uit elkaar en krijg ze meestal weer in elkaar.",
    backpack=(
        (BackpackKind.TALENT, "geduld met kleine schroefjes"),
        (BackpackKind.WORLDVIEW, "wat je kunt maken, hoef je niet te kopen"),
    ),
    companions=(
        Person("Teta", "oma", helps=True, token=Token.SUN),
        Person("Danylo", "klasgenoot", helps=True),
        Person("Bert", "van de fietsenzaak"),
        Person("Ineke", "praktijkopleider", helps=True, token=Token.KEY),
        Person("Mama", helps=True, hinders=True, token=Token.HEART),
    ),
)
