"""Scenes from a teacher's working life, the older ones as faded prints."""

from __future__ import annotations

import math

from example_photos.outlines import blob, box, card, curve, limb, oval, tube, turned
from example_photos.sheet import Sheet, mixed

# Rows of points read better in rows.
# fmt: off


def bakery_at_night() -> Sheet:
    """A village bakery at four in the morning: the only window with a light."""
    s = Sheet(seed=41)
    s.wash("#0f1630", "#1a2444", "#2a3152", "#1c2036", brush=0)
    for _ in range(40):
        s.fill(oval(s.chance(0, 1360), s.chance(0, 260), s.chance(1.5, 3.5)), "#e8ecf4",
            opacity=0.8, texture=0)
    s.fill(oval(1170, 130, 50), "#f4ecd0", soft=2)
    s.glow(1170, 130, 220, "#cfd8f0", strength=0.5)
    for x, top, w in ((-40, 330, 330), (1040, 300, 380)):
        s.fill(box(x, top, w, 620), "#20243c", to="#12142a")
        s.fill([(x - 20, top), (x + w / 2, top - 170), (x + w + 20, top)], "#161930")
    s.defocus(5)
    house = [(270, 950), (270, 330), (660, 90), (1050, 330), (1050, 950)]
    s.fill(house, "#5a3a3a", to="#2c2030", texture=0.12, light=0.2, shade=0.3)
    for row in range(13):
        for column in range(9):
            x, y = 280 + column * 88 + (row % 2) * 40, 350 + row * 46
            if s.chance(0, 1) > 0.35 and x < 970:
                s.fill(box(x, y, 80, 38), mixed("#6b4440", "#3c2834", s.chance(0, 1)), opacity=0.7)
    s.fill(tube([(240, 350), (660, 92), (1080, 350)], 34), "#2a2236", light=0.4, depth=6)
    s.fill(card(590, 250, 140, 130, 60), "#1b2038", to="#2c3454", light=0.2, shade=0.3)
    s.fill([tube([(660, 250), (660, 380)], 9), tube([(590, 322), (730, 322)], 9)], "#c9bda0")
    s.glow(560, 680, 620, "#ffb24a", strength=0.75)
    _shop_window(s)
    s.fill(card(850, 500, 140, 360, 10), "#2f5148", to="#182c2c", light=0.4, shade=0.3)
    s.fill(card(872, 524, 96, 170, 8), "#f2b25c", to="#c4742c")
    s.fill(oval(968, 720, 9), "#e0c060", light=0.5, depth=3)
    s.fill(box(-20, 860, 1400, 200), "#2c2c40", to="#14141f", brush=0, texture=0.12)
    s.fill([(330, 870), (780, 870), (960, 1040), (180, 1040)], "#d98a34", opacity=0.4, soft=34)
    for row in range(4):
        for column in range(20):
            s.fill(card(-30 + column * 74 + (row % 2) * 36, 878 + row * 42, 66, 34, 12),
                mixed("#4a4450", "#2a2834", s.chance(0, 1)), opacity=0.5)
    bike = (1090, 850)
    for dx in (0, 150):
        s.fill(tube([(bike[0] + dx + 62 * math.cos(a * 0.21),
            bike[1] + 62 * math.sin(a * 0.21)) for a in range(31)], 8), "#0d0f1c")
    s.fill([tube([bike, (1140, 760), (1216, 756), (1240, 850)], 9),
        tube([(1140, 760), (1172, 850), (1216, 756)], 9), tube([(1130, 740), (1166, 736)], 13)],
        "#12142a")
    s.fill(box(1200, 700, 96, 62), "#5a3f2a", to="#33241c", light=0.4, depth=5)
    return s


def _shop_window(s: Sheet) -> None:
    """Loaves on two shelves, the baker behind them, an awning above."""
    window = box(330, 520, 440, 300)
    s.fill(box(314, 504, 472, 332), "#e6dcc0", to="#9a8a6c", shade=0.3)
    s.fill(window, "#ffdf90", to="#f09a3a", texture=0.05)
    s.fill(box(330, 700, 440, 16), "#7c4a26")
    for k in range(6):
        x = 346 + k * 70
        loaf = blob([(x, 698), (x + 4, 660), (x + 32, 642), (x + 58, 662), (x + 62, 698)])
        s.fill(loaf, "#c8782e", to="#7a3e18", light=0.6, shade=0.4, depth=8)
        s.fill(tube(curve([(x + 18, 664), (x + 32, 656), (x + 46, 666)]), 5), "#f0c078")
    for k in range(4):
        x = 350 + k * 104
        s.fill(blob([(x, 812), (x + 8, 764), (x + 46, 750), (x + 84, 766), (x + 90, 812)]),
            "#a85a24", to="#5f2e14", light=0.5, shade=0.4, depth=9)
    baker = [*limb([(600, 640), (606, 700)], 76, 92), oval(600, 596, 28, 32)]
    s.fill(baker, "#7c4420", opacity=0.85, soft=2)
    s.fill(blob([(566, 580), (560, 548), (600, 534), (640, 548), (634, 582)]), "#fff3d4",
        opacity=0.95, soft=1.5)
    s.fill(tube([(550, 520), (550, 820)], 11), "#e6dcc0")
    awning = [(300, 430), (800, 430), (836, 520), (264, 520)]
    s.shadow(awning, by=(0, 16), soft=10)
    for k in range(8):
        x0, x1 = 300 + k * 62.5, 300 + (k + 1) * 62.5
        y0, y1 = 264 + k * 71.5, 264 + (k + 1) * 71.5
        s.fill([(x0, 430), (x1, 430), (y1, 520), ((y0 + y1) / 2, 540), (y0, 520)],
            "#b33a2c" if k % 2 else "#eadfc2", to="#6a2220" if k % 2 else "#a89a7c")


def office() -> Sheet:
    """An office of thirty years ago, with a large grey screen and a small plant."""
    s = Sheet(seed=42)
    s.wash("#b7b09a", "#a79f8a", "#8c8470", brush=2)
    s.fill(box(60, 40, 560, 400), "#bcd2d6", to="#e4dcc0")
    for k, (x, h) in enumerate(((90, 160), (190, 230), (300, 130), (390, 200), (500, 170))):
        s.fill(box(x, 440 - h, 92, h), ("#8a97a0", "#77838c", "#98a4a8")[k % 3])
    for k in range(17):
        s.fill(box(60, 50 + k * 23, 560, 10), "#ece4cc", to="#b8ae94", opacity=0.9, shade=0.2,
            depth=4)
    s.fill([box(40, 20, 600, 26), box(40, 436, 600, 30)], "#d8d0b8", light=0.3)
    s.fill(box(820, 70, 420, 300), "#8c6a4c", light=0.3, shade=0.3)
    for k, (x, y) in enumerate(((850, 100), (980, 110), (1110, 96), (870, 230), (1010, 240),
        (1120, 226))):
        s.fill(box(x, y, 96, 104, turn=(k * 5) % 9 - 4), ("#f2ead4", "#e6d28a", "#cfdcd4")[k % 3])
    s.defocus(8)
    s.fill([(-20, 720), (1380, 690), (1380, 1040), (-20, 1040)], "#a98a64", to="#6b543e", brush=0,
        texture=0.1)
    s.glow(240, 560, 800, "#fff0c8", strength=0.45)
    case = blob([(420, 330), (440, 300), (900, 290), (930, 320), (944, 690), (910, 724), (440, 730),
        (410, 700)])
    s.shadow(case, by=(46, 34), soft=26, strength=0.5)
    s.fill(case, "#d9d0b4", to="#97896a", angle=30, light=0.4, shade=0.4, depth=20)
    s.fill(card(470, 346, 420, 320, 46), "#4a4a44", to="#2a2c2a")
    s.fill(card(490, 364, 380, 284, 56), "#12332a", to="#1c4a3a", light=0.15)
    for row in range(9):
        x = 524
        for word in range(2 + (row * 5) % 3):
            length = min(34 + (row * 31 + word * 47) % 74, 842 - x)
            s.fill(box(x, 398 + row * 25, length, 10), "#6fe0a4", opacity=0.85, texture=0)
            x += length + 16
    s.fill(tube(curve([(520, 380), (600, 372), (680, 376)]), 16, 4), "#d8f4e4", opacity=0.35,
        soft=6)
    s.fill(box(560, 724, 240, 34), "#b8ac8c", to="#7c7054", shade=0.3)
    desk = card(360, 756, 640, 76, 10)
    s.shadow(desk, by=(30, 20), soft=14)
    s.fill(desk, "#d4c9ab", to="#a09272", light=0.4, shade=0.4)
    s.fill([box(720, 782, 180, 9), box(720, 802, 180, 9)], "#4e4a40")
    s.fill(oval(420, 796, 9), "#4bd07c")
    keys = [(380, 870), (920, 860), (960, 970), (350, 984)]
    s.shadow(keys, by=(18, 16), soft=10)
    s.fill(keys, "#cfc4a6", to="#9c8f70", light=0.4, shade=0.3)
    for row in range(4):
        for column in range(15):
            s.fill(box(388 + column * 36 - row * 6, 878 + row * 24, 29 + row, 17), "#eee6cf",
                to="#c2b697", texture=0, light=0.3, depth=3, wobble=0)
    phone = blob([(1060, 800), (1110, 740), (1260, 736), (1310, 800), (1320, 880), (1050, 884)])
    s.shadow(phone, by=(22, 20), soft=13)
    s.fill(phone, "#8f4032", to="#4c201e", light=0.4, shade=0.4, depth=18)
    s.fill(limb([(1060, 748), (1180, 716), (1310, 744)], 66, 40, 66), "#a54c3a", to="#5c2622",
        light=0.5, shade=0.4, depth=12)
    for k in range(12):
        s.fill(card(1128 + (k % 3) * 44, 782 + (k // 3) * 24, 32, 17, 5), "#e6dcc4")
    s.fill(tube(curve([(1054, 850), (1010, 880), (1040, 920), (1000, 950), (1030, 1000)]), 11),
        "#5c2622")
    pot = [(120, 740), (280, 740), (256, 900), (146, 900)]
    s.shadow(pot, by=(30, 22), soft=14)
    s.fill(pot, "#c4743e", to="#7a3c20", angle=0, light=0.4, shade=0.4)
    for k, (dx, dy) in enumerate(((-130, -150), (-60, -230), (20, -270), (90, -220), (140, -140),
        (-20, -150), (60, -120))):
        leaf = tube(curve([(200, 750), (200 + dx * 0.5, 750 + dy * 0.75), (200 + dx, 750 + dy)]),
            10, 46, 4)
        s.fill(leaf, ("#5f8a44", "#47703a", "#77994c")[k % 3], to="#2c4a2a", light=0.4, shade=0.3,
            depth=6)
    return s


def chair_by_the_window() -> Sheet:
    """A chair at the window of a hospital room, at night, with a coat over it."""
    s = Sheet(upright=True, seed=43)
    s.wash("#2c3a48", "#33424e", "#222c38", brush=2)
    pane = box(330, 120, 520, 640)
    s.fill(box(306, 96, 568, 690), "#8c8878", to="#54544e")
    s.fill(pane, "#141c38", to="#34406a")
    for x, top, w in ((330, 540, 130), (450, 480, 110), (560, 570, 150), (700, 510, 150)):
        s.fill(box(x, top, w, 760 - top), "#10142a")
        for row in range(5):
            for column in range(3):
                if s.chance(0, 1) > 0.55:
                    s.fill(box(x + 16 + column * w / 3.4, top + 20 + row * 42, 18, 22), "#f2c468",
                        texture=0)
    s.fill(oval(720, 230, 42), "#f2ecd2", soft=2)
    s.glow(720, 230, 220, "#c8d4f4", strength=0.7)
    s.fill(box(580, 120, 18, 640), "#7c7a6e")
    for x0, lean in ((196, 1), (800, -1)):
        for k in range(6):
            x = x0 + k * 30
            s.fill(tube(curve([(x, 60), (x + 6 * lean, 420), (x + 26 * lean, 840)]), 40),
                mixed("#5c7f78", "#2c4a4c", (k % 3) / 2), to="#24383e", light=0.3, shade=0.4,
                depth=8)
    s.fill(tube([(160, 66), (1000, 60)], 18), "#b8a884", light=0.4, depth=4)
    s.defocus(5)
    s.fill(box(-20, 960, 1060, 420), "#4a5456", to="#20282e", brush=0, texture=0.08)
    s.fill([(340, 980), (840, 980), (1000, 1380), (180, 1380)], "#8fa4c4", opacity=0.3, soft=30)
    s.fill(box(-20, 940, 1060, 24), "#6e7876", light=0.3, depth=5)
    s.glow(150, 700, 520, "#ffc878", strength=0.85)
    s.fill(tube([(150, 960), (150, 660)], 14), "#3a3430")
    s.fill([(70, 690), (110, 560), (192, 560), (232, 690)], "#f4d594", to="#d89a4c", soft=1.5)
    s.fill(card(30, 930, 250, 30, 6), "#8c6a48", light=0.4)
    s.fill(box(50, 960, 210, 330), "#6f5238", to="#3a2a22", light=0.3, shade=0.3)
    s.fill(card(210, 872, 44, 60, 8), "#cfe0e4", opacity=0.75, light=0.4)
    s.fill([tube([(560, 1000), (540, 1300)], 22), tube([(860, 1000), (890, 1300)], 22),
        tube([(600, 1130), (590, 1240)], 18), tube([(830, 1130), (846, 1240)], 18)], "#4a3020",
        to="#28190f")
    back = blob([(566, 740), (600, 700), (820, 696), (858, 740), (870, 1010), (550, 1014)])
    s.shadow(back, by=(40, 30), soft=22)
    s.fill(back, "#b0643c", to="#54281e", light=0.35, shade=0.5, depth=26)
    seat = blob([(530, 1010), (880, 1000), (920, 1100), (870, 1146), (560, 1150), (506, 1104)])
    s.shadow(seat, by=(26, 30), soft=18)
    s.fill(seat, "#c47646", to="#6a3422", light=0.4, shade=0.4, depth=20)
    for x in (530, 880):
        s.fill(limb([(x, 900), (x + (8 if x > 600 else -8), 1010)], 44, 38), "#5f3c26",
            to="#33201a", light=0.4, shade=0.3, depth=8)
    coat = blob([(600, 690), (700, 664), (800, 688), (860, 800), (850, 960), (800, 1060),
        (740, 1010), (690, 1090), (640, 990), (590, 880)])
    s.shadow(coat, by=(16, 20), soft=12)
    s.fill(coat, "#3f5474", to="#1b2438", angle=60, light=0.4, shade=0.5, depth=24, texture=0.12)
    s.fill(tube(curve([(640, 700), (690, 800), (684, 960)]), 10, 5), "#22304a", soft=3)
    s.fill(tube(curve([(770, 700), (780, 850), (740, 1000)]), 10, 5), "#22304a", soft=3)
    s.fill(limb([(640, 690), (700, 720), (780, 684)], 30, 36, 30), "#a83c30", to="#5c1f20",
        light=0.4, shade=0.3, depth=8)
    s.fill(tube(curve([(660, 710), (640, 830), (650, 930)]), 42, 38, 44), "#b8463a", to="#6a2424",
        light=0.4, shade=0.4, depth=8)
    book = box(600, 1036, 170, 110, turn=-12)
    s.shadow(book, by=(12, 12), soft=7)
    s.fill(book, "#efe6cc", to="#b8a888", light=0.3, shade=0.3, depth=6)
    return s


def white_shoes() -> Sheet:
    """New white shoes under a locker, beside the old brown ones."""
    s = Sheet(seed=44)
    s.wash("#7c98a0", "#6b8790", "#50686f", brush=2)
    for k in range(4):
        x = -60 + k * 370
        door = box(x, -20, 350, 500)
        s.fill(door, "#8aa7ad" if k != 1 else "#95b0b4", to="#4c666e", light=0.3, shade=0.4,
            depth=8)
        for row in range(4):
            s.fill(card(x + 100, 60 + row * 26, 150, 11, 5), "#3c545c", light=0.1)
        s.fill(card(x + 290, 240, 26, 80, 10), "#d4d6cc", to="#84898a", light=0.5, shade=0.4,
            depth=4)
    s.fill(box(358, 330, 100, 60), "#f0e6c8", light=0.2)
    s.fill(box(-20, 478, 1400, 40), "#33464c", shade=0.3)
    s.defocus(6)
    s.fill(box(-20, 510, 1400, 530), "#c9c2ac", to="#7d7564", texture=0.04)
    for k in range(-2, 12):
        s.fill(tube([(k * 150, 512), (680 + (k * 150 - 680) * 1.9, 1040)], 5), "#8c8470",
            opacity=0.8, texture=0)
    for y in (552, 620, 720, 860, 1030):
        s.fill(tube([(-20, y), (1380, y - 4)], 5), "#8c8470", opacity=0.8, texture=0)
    s.glow(340, 560, 700, "#fff6dc", strength=0.5)
    for x, y, turn in ((230, 640, -5), (430, 700, 3)):
        _shoe(s, x, y, 0.82, turn, "#7a4a2c", "#3a2218", "#2a1a14", old=True)
    for x, y, turn in ((690, 670, -3), (800, 790, 4)):
        _shoe(s, x, y, 1.0, turn, "#fbf8ee", "#b4b6b4", "#d2cdc0", old=False)
    s.fill([(1180, 500), (1360, 500), (1360, 660), (1200, 640)], "#b8412f", to="#6f2420", light=0.3,
        shade=0.4)
    return s


def _shoe(
    s: Sheet, x: float, y: float, k: float, turn: float, colour: str, dark: str, sole: str, *,
    old: bool,
) -> None:
    """A laced shoe from the side, its toe to the right; ``k`` is its scale."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return turned([(x + px * k, y + py * k) for px, py in points], turn, (x, y))

    bottom = blob(at((-10, 150), (20, 176), (330, 178), (450, 168), (470, 140), (300, 130),
        (0, 130)))
    s.shadow(bottom, by=(26, 22), soft=16, strength=0.6)
    s.fill(bottom, sole, to=mixed(sole, "#201814", 0.4), light=0.3, shade=0.3, depth=6)
    upper = blob(at((0, 140), (-14, 60), (10, -20), (70, -36), (130, -14), (190, 34), (300, 54),
        (400, 62), (456, 94), (464, 144), (300, 152), (100, 150)))
    s.fill(upper, colour, to=dark, angle=70, light=0.4, shade=0.45, depth=22,
        texture=0.1 if old else 0.04)
    s.fill(blob(at((4, -6), (66, -36), (132, -12), (104, 16), (40, 20))),
        mixed(dark, "#181014", 0.5))
    s.fill(tube(curve(at((150, 20), (130, 90), (150, 146))), 5), dark, opacity=0.7)
    s.fill(tube(curve(at((330, 74), (310, 110), (330, 148))), 5), dark, opacity=0.6)
    for step in range(4):
        s.fill(tube(curve(at((150 + step * 36, 22 + step * 14), (176 + step * 34, 40 + step * 12),
            (186 + step * 34, 66 + step * 8))), 11), "#e8dcc0" if old else "#ffffff", light=0.4,
            shade=0.4, depth=3)
    if old:
        s.fill(tube(curve(at((366, 76), (402, 88), (426, 110))), 4), dark, opacity=0.8)
        s.fill(tube(curve(at((380, 100), (408, 110), (430, 128))), 4), dark, opacity=0.8)
