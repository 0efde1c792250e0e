"""Where everything lies, in map units: the places, the waters, and what must stay free."""

from __future__ import annotations

import math
from typing import NamedTuple

from landscape.curves import Point, sampled

WIDTH, HEIGHT = 2400, 1600
REST_SIZE = (220.0, 200.0)


class Site(NamedTuple):
    """One place: its landmark's box, and the points the app needs."""

    id: str
    centre: Point
    size: Point
    label: Point
    pin: Point
    rest: Point
    squareness: float = 3.0

    def box(self, margin: float = 0.0) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the landmark."""
        (x, y), (w, h) = self.centre, self.size
        return x - w / 2 - margin, y - h / 2 - margin, x + w / 2 + margin, y + h / 2 + margin

    def area(self) -> list[Point]:
        """Where a drop counts: a rounded outline round the landmark."""
        (x, y), (w, h) = self.centre, self.size
        return [
            (
                x + w / 2 * _bulge(math.cos(t), self.squareness),
                y + h / 2 * _bulge(math.sin(t), self.squareness),
            )
            for t in (math.tau * step / 20 for step in range(20))
        ]


def _bulge(value: float, squareness: float) -> float:
    return math.copysign(abs(value) ** (2 / squareness), value)


SITES = (
    Site("mirador-der-mogelijkheden", (430, 210), (150, 250), (450, 372), (430, 330), (225, 205)),
    Site("dilemmabos", (700, 190), (290, 200), (700, 322), (700, 284), (970, 200)),
    Site(
        "herberg-voor-inspirerende-ontmoetingen",
        (1425, 235),
        (200, 180),
        (1425, 112),
        (1425, 322),
        (1200, 220),
    ),
    Site("bergen", (1920, 235), (750, 330), (1700, 420), (1740, 388), (1965, 560), 5.0),
    Site("berg-van-het-realisme", (2090, 225), (200, 280), (2090, 410), (2090, 358), (2190, 560)),
    Site("veilige-haven", (440, 540), (240, 190), (420, 672), (440, 630), (206, 540)),
    Site("bemande-reisbureau", (1520, 515), (200, 170), (1520, 632), (1520, 594), (1740, 540)),
    Site(
        "vallei-van-uitdagende-werkervaringen",
        (975, 660),
        (800, 560),
        (1246, 790),
        (940, 918),
        (730, 840),
        2.0,
    ),
    Site(
        "stad-der-succesvolle-stage",
        (985, 640),
        (300, 220),
        (1060, 494),
        (1040, 744),
        (1260, 620),
        6.0,
    ),
    Site(
        "huis-van-de-inspirerende-mentor",
        (915, 672),
        (130, 140),
        (941, 780),
        (915, 738),
        (705, 625),
    ),
    Site("prikkelstruiken", (440, 830), (190, 140), (455, 930), (440, 894), (225, 815)),
    Site(
        "vulkaan-der-uiteengespatte-verwachtingen",
        (1560, 795),
        (270, 250),
        (1588, 944),
        (1560, 912),
        (1815, 790),
    ),
    Site("onontgonnen-gebied", (2155, 840), (290, 320), (2130, 690), (2052, 962), (2180, 880)),
    Site("chill-strand", (470, 1090), (300, 140), (480, 1186), (470, 1150), (206, 1085)),
    Site("wensboom", (770, 1070), (180, 220), (770, 1204), (770, 1172), (980, 1080)),
    Site("statuskloof", (1450, 1065), (260, 180), (1450, 1184), (1450, 1148), (1205, 1095)),
    Site("gedempte-geldput", (1690, 1085), (170, 150), (1690, 1190), (1690, 1154), (1895, 1070)),
    Site("worsteling-van-de-keuze", (300, 1375), (250, 170), (310, 1484), (300, 1448), (550, 1375)),
    Site(
        "spiegelpaleis-van-zekerheden",
        (1015, 1365),
        (200, 210),
        (1002, 1510),
        (1015, 1462),
        (785, 1375),
    ),
    Site(
        "valkuil-van-de-smalle-blik",
        (1240, 1390),
        (190, 140),
        (1252, 1510),
        (1240, 1452),
        (1455, 1370),
    ),
    Site(
        "doolhof-van-de-bureaucratie",
        (1690, 1355),
        (220, 180),
        (1690, 1486),
        (1690, 1438),
        (1920, 1375),
    ),
    Site(
        "ondoordringbare-jungle", (2165, 1365), (270, 230), (2165, 1510), (2165, 1472), (2180, 1125)
    ),
)

COAST = sampled(
    [
        (292, -30),
        (300, 0),
        (322, 92),
        (340, 180),
        (338, 262),
        (352, 330),
        (430, 366),
        (520, 398),
        (566, 440),
        (574, 540),
        (570, 630),
        (520, 674),
        (430, 698),
        (300, 718),
        (196, 756),
        (118, 790),
        (128, 850),
        (220, 930),
        (282, 1000),
        (325, 1070),
        (350, 1130),
        (338, 1186),
        (268, 1236),
        (198, 1284),
        (150, 1350),
        (112, 1416),
        (160, 1468),
        (250, 1506),
        (330, 1530),
        (390, 1568),
        (425, 1630),
    ],
    22,
)
"""The sea's edge from the top of the sheet to its foot; the sea lies to its right hand (west)."""

RIVER_A = sampled(
    [
        (1665, 372),
        (1590, 398),
        (1500, 384),
        (1400, 402),
        (1300, 452),
        (1220, 470),
        (1120, 484),
        (1010, 476),
        (910, 484),
        (830, 506),
        (760, 566),
        (690, 650),
        (636, 704),
        (580, 730),
        (530, 724),
        (492, 700),
        (470, 676),
    ],
    22,
)
RIVER_B = sampled(
    [
        (2080, 1306),
        (2032, 1258),
        (1930, 1228),
        (1800, 1240),
        (1660, 1222),
        (1500, 1236),
        (1350, 1222),
        (1200, 1246),
        (1050, 1226),
        (900, 1244),
        (770, 1236),
        (660, 1254),
        (560, 1296),
        (480, 1330),
        (400, 1352),
        (330, 1372),
    ],
    22,
)
BROOK_C = sampled(
    [
        (640, 945),
        (662, 1010),
        (642, 1080),
        (662, 1150),
        (640, 1206),
        (560, 1238),
        (480, 1262),
        (410, 1310),
        (330, 1366),
    ],
    22,
)
MOUTH = sampled([(250, 1390), (210, 1396), (170, 1402), (126, 1412), (96, 1420)], 22)

FADE = sampled(
    [
        (2430, 655),
        (2330, 664),
        (2230, 676),
        (2120, 690),
        (2030, 730),
        (1988, 800),
        (1996, 880),
        (1968, 950),
        (1985, 1040),
        (2010, 1100),
        (2050, 1180),
        (2130, 1228),
        (2230, 1246),
        (2330, 1250),
        (2430, 1262),
    ],
    22,
)
"""Where the printed land ends and the blank paper begins."""

LAND = [*COAST, (2440, 1630), *FADE[::-1], (2440, -30)]


def is_free(point: Point, margin: float = 8.0, *, rests_too: bool = True) -> bool:
    """Whether a small thing of the landscape may stand here without troubling a place."""
    x, y = point
    for site in SITES:
        if site.id == "vallei-van-uitdagende-werkervaringen":
            continue
        left, top, right, bottom = site.box(margin)
        if left < x < right and top < y < bottom + 6:
            return False
    return not (rests_too and in_rest(point, margin))


def in_rest(point: Point, margin: float = 0.0) -> bool:
    """Whether a point lies where photos come to rest."""
    across, down = REST_SIZE[0] / 2 + margin, REST_SIZE[1] / 2 + margin
    return any(
        abs(point[0] - site.rest[0]) < across and abs(point[1] - site.rest[1]) < down
        for site in SITES
    )


def in_name(point: Point) -> bool:
    """Whether a point lies where a place's name will be written."""
    return any(
        abs(point[0] - site.label[0]) < 106 and abs(point[1] - site.label[1]) < 34 for site in SITES
    )
