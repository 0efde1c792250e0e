"""Scenes from a work placement with the people who keep bridges and locks going."""

from __future__ import annotations

import math

from example_photos.outlines import blob, box, card, curve, gear, limb, moved, oval, tube
from example_photos.sheet import Sheet, mixed

# Rows of points read better in rows.
# fmt: off


def workbench() -> Sheet:
    """A gearbox taken apart on a bench, in the light of one lamp."""
    s = Sheet(seed=31)
    s.wash("#24343c", "#2f4149", "#1b262d", brush=2)
    for x, y, w, h, colour in ((30, 120, 200, 170, "#52707a"), (260, 90, 120, 200, "#7a4a36"),
        (420, 150, 260, 140, "#3f5660"), (980, 110, 150, 180, "#8a6a36"),
        (1160, 70, 170, 220, "#4a6670")):
        s.fill(card(x, y, w, h, 8), colour, to=mixed(colour, "#0c1014", 0.5), light=0.25)
    s.fill(box(-20, 290, 1400, 22), "#5b6d70", to="#2c383c")
    s.glow(720, 130, 620, "#ffd892", strength=0.75)
    s.defocus(10)
    s.fill([(-20, 560), (1380, 520), (1380, 1040), (-20, 1040)], "#8f6540", to="#4c2f22", brush=0,
        texture=0.16)
    s.fill([(-20, 990), (1380, 972), (1380, 1040), (-20, 1040)], "#3a241c", brush=0)
    s.glow(640, 690, 640, "#ffdb9c", strength=0.6, flat=0.5)
    s.shadow(oval(1132, 566, 96, 22), by=(20, 12), soft=10)
    s.fill(oval(1132, 562, 92, 20), "#3c4448", to="#1d2225", light=0.5, shade=0.3, depth=5)
    arm = tube(curve([(1130, 560), (1180, 360), (1040, 170), (860, 130)]), 22, 18)
    s.fill(arm, "#33393d", light=0.4, shade=0.3, depth=5)
    s.fill([(760, 210), (880, 80), (930, 130), (850, 280)], "#c8402c", to="#7a2119", light=0.5,
        shade=0.4)
    s.fill(oval(806, 246, 62, 26, turn=38), "#fff3cf", soft=3)
    s.glow(790, 270, 230, "#fff0c4", strength=0.85)
    house = blob([(300, 640), (320, 480), (420, 400), (640, 380), (800, 430), (860, 560),
        (850, 700), (760, 770), (420, 780), (320, 740)])
    s.shadow(house, by=(60, 40), soft=26, strength=0.65)
    s.fill(house, "#3f7c78", to="#17383b", angle=60, light=0.45, shade=0.5, depth=30, texture=0.09)
    s.fill(oval(570, 590, 190, 160), "#1d2f32", to="#0e191c", light=0.1, shade=0.2)
    for k in range(8):
        a = math.radians(12 + k * 45)
        px, py = 570 + 225 * math.cos(a), 588 + 186 * math.sin(a)
        s.fill(oval(px, py, 19), "#b9b5a8", to="#5f5d5a", light=0.5, shade=0.4, depth=5)
        s.fill(oval(px, py, 8), "#24282a")
    _brass_gear(s, 520, 610, 128, 18, 4)
    _brass_gear(s, 668, 530, 74, 12, 12)
    s.fill(oval(520, 610, 24), "#d9d7d0", to="#6a6c70", light=0.5, depth=6)
    _brass_gear(s, 1010, 820, 104, 16, 0, flat=True)
    shaft = limb([(130, 860), (430, 900)], 44, 44)
    s.shadow(shaft, by=(20, 24), soft=12)
    s.fill(shaft, "#d3d1cb", to="#63666b", angle=75, light=0.5, shade=0.5, depth=12)
    s.fill(tube([(250, 876), (330, 887)], 74), "#b7b4ac", to="#55585d", angle=80, light=0.5,
        shade=0.5, depth=12)
    for k, (x, y) in enumerate(((620, 880), (690, 910), (650, 940), (740, 868), (1180, 700),
        (1230, 730))):
        s.shadow(oval(x, y, 20, 15), by=(8, 9), soft=4)
        s.fill(oval(x, y, 21, 16), "#cfc9bb", to="#6d6862", light=0.5, shade=0.3, depth=5)
        s.fill(oval(x, y, 9, 7), "#3a2c24" if k % 2 else "#2a2324")
    spanner = [tube([(1080, 960), (1300, 830)], 34), oval(1316, 820, 42), oval(1068, 968, 34)]
    s.shadow(spanner, by=(16, 18), soft=9)
    s.fill(spanner, "#dedbd3", to="#707277", angle=60, light=0.5, shade=0.4, depth=8)
    s.fill([(1312, 782), (1360, 762), (1372, 800), (1326, 828)], "#6f4a30")
    s.fill(oval(1068, 968, 16), "#5a3a27")
    rag = blob([(40, 660), (150, 610), (240, 660), (210, 740), (110, 760), (20, 740)])
    s.shadow(rag, by=(14, 16), soft=10)
    s.fill(rag, "#b8412f", to="#6a2220", light=0.4, shade=0.4, texture=0.14)
    s.fill(tube(curve([(70, 690), (130, 660), (190, 690)]), 10), "#7f2a24", soft=3, opacity=0.8)
    return s


def _brass_gear(
    s: Sheet, x: float, y: float, radius: float, teeth: int, turn: float, *, flat: bool = False
) -> None:
    wheel = gear(x, y, radius, teeth=teeth, depth=radius * 0.16, turn=turn)
    if flat:
        wheel = [(px, y + (py - y) * 0.62) for px, py in wheel]
        s.fill(moved(wheel, 0, 22), "#6b4416", to="#3b240e")
    squeeze = 0.62 if flat else 1.0
    s.shadow(wheel, by=(16, 24 if flat else 14), soft=12, strength=0.6)
    s.fill(wheel, "#e8b84c", to="#8a5a1c", angle=50, light=0.5, shade=0.45, depth=9, texture=0.09)
    s.fill(oval(x, y, radius * 0.62, radius * 0.62 * squeeze), "#b98230", to="#e2b04a", angle=50,
        light=0.2, shade=0.3, depth=6)
    s.fill(oval(x, y, radius * 0.26, radius * 0.26 * squeeze), "#3b2a1c", light=0.2, depth=5)


def open_bridge() -> Sheet:
    """A white drawbridge that stands open, and those who wait for it."""
    s = Sheet(seed=32)
    s.wash("#3f83a8", "#79adbd", "#c6d6c6", "#ecd9ae", "#d8b98a", "#8d8a78", brush=0)
    for x, y, w in ((260, 150, 420), (1060, 110, 380), (760, 250, 300)):
        s.fill([oval(x, y, w / 2, 34), oval(x + w * 0.12, y - 28, w / 4, 40),
            oval(x - w * 0.2, y - 12, w / 5, 30)], "#faf3e6", to="#b9cbd0", soft=11, opacity=0.9)
    _far_houses(s)
    s.defocus(4)
    s.fill(box(-20, 730, 1400, 320), "#3c6f7a", to="#1d3f4c", brush=0, texture=0.14)
    for _ in range(46):
        px, py = s.chance(-20, 1300), s.chance(770, 1010)
        s.fill(tube(curve([(px, py), (px + 60, py - 4), (px + 140, py + 2)]), 2, 7, 2), "#bcd4cc",
            opacity=0.45, soft=1)
    for x0, x1 in ((-20, 430), (900, 1380)):
        s.fill(box(x0, 690, x1 - x0, 150), "#7c5a4a", to="#3c2c2c", texture=0.14, shade=0.3)
        for row in range(4):
            for column in range(9):
                s.fill(box(x0 + 8 + column * 56 + (row % 2) * 26, 716 + row * 30, 46, 22),
                    mixed("#8d6350", "#5b4038", s.chance(0, 1)), opacity=0.8)
        s.fill(box(x0, 668, x1 - x0, 30), "#4a484c", light=0.4, depth=5)
    _drawbridge(s)
    _boat_and_waiters(s)
    s.glow(200, 40, 900, "#fff0c4", strength=0.45)
    return s


def _far_houses(s: Sheet) -> None:
    """The old town behind the quay."""
    for k, (x, top, w) in enumerate(((0, 560, 130), (120, 520, 110), (224, 570, 120),
        (1010, 550, 110), (1112, 510, 120), (1226, 560, 160))):
        tint = ("#8c4a3a", "#6d4740", "#a05a42")[k % 3]
        s.fill(box(x, top, w, 200), tint, to=mixed(tint, "#2a2028", 0.4))
        s.fill([(x - 6, top), (x + w / 2, top - 70), (x + w + 6, top)], "#4b3a40")
        for row in range(2):
            for column in range(3):
                s.fill(box(x + 16 + column * w / 3.4, top + 28 + row * 64, 18, 34), "#efe2c0",
                    opacity=0.85)


def _drawbridge(s: Sheet) -> None:
    """Posts, leaf and balance beam."""
    white, grey = "#f6f1e4", "#b9b6ac"
    for x in (344, 420):
        post = [(x - 14, 690), (x + 14, 690), (x + 10, 250), (x - 10, 250)]
        s.fill(post, white, to=grey, angle=0, light=0.3, shade=0.4, depth=6)
    s.fill(box(322, 300, 120, 22), white, to=grey, light=0.4, shade=0.4, depth=5)
    leaf = [(430, 668), (462, 684), (790, 246), (756, 226)]
    s.fill(leaf, "#6a4a38", to="#3d2a24", angle=40, light=0.3, shade=0.3, depth=8)
    for k in range(11):
        t = k / 11
        s.fill(tube([(432 + 326 * t, 666 - 440 * t), (464 + 326 * t, 682 - 438 * t)], 6), "#2d1f1c",
            opacity=0.7)
    for k in range(8):
        t = k / 7
        px, py = 432 + 322 * t, 662 - 436 * t
        s.fill(tube([(px, py), (px - 46, py - 32)], 7), white)
    s.fill(tube([(386, 630), (712, 192)], 9), white)
    beam = [(170, 330), (176, 366), (640, 120), (632, 92)]
    s.shadow(beam, by=(10, 16), soft=6, strength=0.25)
    s.fill(beam, white, to=grey, angle=70, light=0.3, shade=0.5, depth=8)
    s.fill([(130, 330), (230, 290), (252, 356), (152, 400)], "#c8402c", to="#8a2a22", light=0.5,
        shade=0.4)
    for x0, y0, x1, y1 in ((636, 104, 760, 240), (344, 244, 240, 326)):
        s.fill(tube([(x0, y0), (x1, y1)], 7), "#3d4247")


def _boat_and_waiters(s: Sheet) -> None:
    s.fill(oval(680, 900, 240, 24), "#12303a", opacity=0.6, soft=9)
    hull = blob([(470, 800), (560, 812), (840, 812), (920, 790), (880, 880), (800, 904),
        (540, 900)])
    s.fill(hull, "#22435e", to="#10233a", light=0.4, shade=0.4)
    s.fill(tube(curve([(480, 812), (700, 826), (910, 800)]), 14), "#efe5cc")
    s.fill(card(560, 716, 200, 100, 14), "#e3d6b4", to="#a89468", light=0.4, shade=0.4)
    for x in (582, 642, 702):
        s.fill(card(x, 738, 42, 40, 6), "#274552", to="#6f98a0")
    s.fill(tube([(800, 812), (806, 560)], 9), "#8a6238")
    s.fill(blob([(808, 566), (860, 580), (852, 612), (808, 606)]), "#c8402c")
    for x, colour in ((930, "#d9a032"), (1100, "#2f6f7c"), (1250, "#b33a2c")):
        car = blob([(x, 660), (x + 6, 622), (x + 34, 610), (x + 54, 574), (x + 110, 572),
            (x + 132, 612), (x + 152, 628), (x + 150, 662)])
        s.fill(car, colour, to=mixed(colour, "#181018", 0.45), light=0.4, shade=0.3, depth=8)
        s.fill(blob([(x + 44, 608), (x + 62, 584), (x + 102, 584), (x + 116, 608)]), "#22343c")
        s.fill([oval(x + 36, 662, 19), oval(x + 116, 662, 19)], "#17161b")
    barrier = tube([(906, 640), (900, 430)], 12)
    s.fill(box(890, 610, 36, 70), "#3a3d42", light=0.3)
    s.fill(barrier, "#f4eee0")
    for k in range(4):
        s.fill(tube([(905 - k * 1.4, 620 - k * 48), (904 - k * 1.4, 596 - k * 48)], 12), "#c8302a")
    s.fill(oval(868, 560, 17), "#e8362a")
    s.glow(868, 560, 80, "#ff5040", strength=0.9)
    s.fill(tube([(868, 680), (868, 570)], 8), "#3a3d42")


def gear_in_the_cellar() -> Sheet:
    """The wheel below the bridge, larger than a kitchen."""
    s = Sheet(upright=True, seed=33)
    s.wash("#1a2024", "#2b3030", "#2d2a26", "#15161a", brush=2)
    for row in range(15):
        for column in range(7):
            s.fill(box(-60 + column * 170 + (row % 2) * 85, row * 94 - 10, 160, 84),
                mixed("#3d4240", "#23282a", s.chance(0, 1)), texture=0.12, light=0.15, depth=6)
    s.glow(770, 210, 720, "#ffc46a", strength=0.8)
    s.defocus(6)
    wheel = gear(400, 760, 480, teeth=30, depth=52, turn=3)
    s.shadow(wheel, by=(46, 50), soft=36, strength=0.7)
    s.fill(wheel, "#4f7f74", to="#13282a", angle=130, light=0.55, shade=0.5, depth=26, texture=0.1)
    s.fill(oval(400, 760, 378), "#345b56", to="#0e1f22", angle=130, light=0.25, shade=0.4, depth=16)
    s.fill(oval(400, 760, 338), "#14191c", to="#1f2626", angle=130)
    for k in range(6):
        a = math.radians(18 + k * 60)
        spoke = tube([(400 + 70 * math.cos(a), 760 + 70 * math.sin(a)),
            (400 + 360 * math.cos(a), 760 + 360 * math.sin(a))], 96, 64)
        s.fill(spoke, "#457068", to="#17302f", angle=130, light=0.4, shade=0.5, depth=14)
    s.fill(oval(400, 760, 132), "#4f7f74", to="#1a3533", angle=130, light=0.5, shade=0.5, depth=18)
    s.fill(oval(400, 760, 66), "#b98a3c", to="#5c3d18", angle=130, light=0.5, shade=0.4, depth=12)
    for k in range(8):
        a = math.radians(k * 45)
        s.fill(oval(400 + 100 * math.cos(a), 760 + 100 * math.sin(a), 14), "#c9c2ac", to="#5f5a50",
            light=0.5, shade=0.4, depth=4)
    pinion = gear(858, 536, 128, teeth=11, depth=40, turn=8)
    s.shadow(pinion, by=(24, 30), soft=18, strength=0.7)
    s.fill(pinion, "#d9a441", to="#6a431a", angle=120, light=0.5, shade=0.5, depth=14)
    s.fill(oval(858, 536, 46), "#2c2320", light=0.3, depth=8)
    for k in range(10):
        a = math.radians(-34 + k * 1.8)
        s.fill(oval(400 + 452 * math.cos(a), 760 + 452 * math.sin(a), s.chance(8, 20),
            s.chance(6, 12)), "#171210", opacity=0.8, soft=2)
    s.fill(tube([(770, -10), (770, 110)], 9), "#0d0f11")
    s.fill(card(726, 104, 88, 50, 12), "#3c4444", light=0.3)
    s.fill(oval(770, 206, 58, 68), "#fff2c8", soft=3)
    for k in range(4):
        s.fill(tube(curve([(730 + k * 27, 150), (722 + k * 32, 210), (744 + k * 17, 276)]), 5),
            "#2b2a26")
    s.glow(770, 210, 420, "#fff0bc", strength=0.9)
    rail = [tube([(-20, 1160), (1040, 1110)], 24), tube([(-20, 1290), (1040, 1250)], 20)]
    s.shadow(rail, by=(6, 22), soft=10)
    s.fill(rail, "#e0b52e", to="#8a6614", light=0.4, shade=0.4, depth=6)
    for x in (90, 520, 950):
        s.fill(tube([(x, 1130), (x + 6, 1380)], 26), "#c99e24", to="#7a5a12", angle=0, light=0.4,
            shade=0.4, depth=6)
    return s


def lunch_table() -> Sheet:
    """Lunch in the site hut, seen from above."""
    s = Sheet(seed=34)
    s.wash("#6d5140", "#5c4437", "#443129", brush=0, texture=0.14)
    s.fill(box(60, 40, 1240, 940), "#c9d0c4", to="#93a097", angle=50, texture=0.04, light=0.3,
        shade=0.4, depth=16)
    for k in range(15):
        s.fill(tube([(60 + k * 88, 44), (60 + k * 88, 976)], 10), "#8fb0a8", opacity=0.28,
            texture=0)
        s.fill(tube([(64, 50 + k * 66), (1296, 50 + k * 66)], 10), "#8fb0a8", opacity=0.28,
            texture=0)
    s.glow(220, 120, 900, "#fff2cc", strength=0.55)
    for x, y, colour, turn in ((300, 300, "#e6c52e", -12), (1090, 260, "#eef0ea", 20)):
        brim = oval(x, y, 165, 180, turn=turn)
        s.shadow(brim, by=(34, 38), soft=22, strength=0.5)
        s.fill(brim, mixed(colour, "#5a4818", 0.2), to=mixed(colour, "#3a2c14", 0.5), light=0.4,
            depth=8)
        s.fill(oval(x, y + 6, 138, 146, turn=turn), colour, to=mixed(colour, "#4a3a18", 0.4),
            light=0.5, shade=0.4, depth=30)
        for k in (-44, 0, 44):
            s.fill(tube(curve([(x + k, y - 106), (x + k * 1.3, y), (x + k, y + 110)]), 15),
                mixed(colour, "#4a3a18", 0.18), light=0.5, depth=5)
    box_ = card(520, 150, 330, 230, 30, turn=5)
    s.shadow(box_, by=(24, 28), soft=16)
    s.fill(box_, "#2f7c8a", to="#174650", light=0.5, shade=0.4)
    s.fill(card(542, 172, 286, 186, 20, turn=5), "#1c4d58", to="#2a6a76")
    for x, turn in ((560, 3), (694, 9)):
        crust = card(x, 192, 122, 146, 26, turn=turn)
        s.shadow(crust, by=(8, 10), soft=5)
        s.fill(crust, "#a8692f", to="#7a4520", light=0.3)
        s.fill(card(x + 10, 202, 100, 124, 20, turn=turn), "#e9c88e", to="#c99a58", texture=0.12)
        s.fill(blob([(x + 4, 240), (x + 60, 228), (x + 120, 244), (x + 110, 262), (x + 50, 254),
            (x + 10, 266)]), "#e8b436")
        s.fill(blob([(x + 2, 262), (x + 40, 272), (x + 90, 264), (x + 122, 276), (x + 60, 292)]),
            "#6f9a3c", light=0.3, depth=5)
    _mug(s, 640, 560, "#b8412f", "#4a2418")
    _mug(s, 940, 610, "#ece3cc", "#6b3a1c")
    flask = limb([(150, 700), (420, 800)], 112, 112)
    s.shadow(flask, by=(26, 32), soft=16)
    s.fill(flask, "#3f6b4a", to="#17301f", angle=110, light=0.5, shade=0.5, depth=26)
    s.fill(limb([(400, 792), (450, 810)], 96, 88), "#d9d6ce", to="#77787a", angle=110, light=0.5,
        shade=0.4, depth=16)
    s.fill(tube([(180, 690), (380, 764)], 16), "#a8d0b0", opacity=0.5, soft=6)
    phone = card(1080, 640, 150, 290, 26, turn=-16)
    s.shadow(phone, by=(18, 22), soft=12)
    s.fill(phone, "#16181f", light=0.4, depth=6)
    s.fill(card(1090, 654, 130, 262, 18, turn=-16), "#33557c", to="#b5674a", angle=80)
    s.fill([card(1112, 700, 78, 20, 8, turn=-16), card(1120, 740, 84, 20, 8, turn=-16)], "#e9ecef",
        opacity=0.8)
    apple = blob([(520, 800), (580, 780), (640, 806), (650, 870), (590, 920), (530, 890),
        (506, 840)])
    s.shadow(apple, by=(22, 24), soft=13)
    s.fill(apple, "#c43a2a", to="#6d1a1c", light=0.5, shade=0.4, depth=24)
    s.fill(oval(550, 824, 16, 24, turn=30), "#ff9c80", opacity=0.7, soft=5)
    s.fill(tube(curve([(584, 806), (596, 776), (620, 764)]), 9), "#4a2c1c")
    cards = [(760, 800, -20, "#c8402c"), (810, 812, -4, "#2a2833"), (858, 836, 14, "#c8402c")]
    for x, y, turn, colour in cards:
        card_ = card(x, y, 96, 138, 10, turn=turn)
        s.shadow(card_, by=(8, 10), soft=6)
        s.fill(card_, "#fbf5e6", to="#d9cfb8")
        s.fill(blob([(x + 48, y + 40), (x + 72, y + 68), (x + 48, y + 98), (x + 24, y + 68)]),
            colour)
    for _ in range(40):
        px, py = s.chance(500, 900), s.chance(380, 470)
        s.fill(oval(px, py, s.chance(2, 6)), "#a8703a", texture=0)
    return s


def _mug(s: Sheet, x: float, y: float, colour: str, inside: str) -> None:
    s.shadow(oval(x, y, 92), by=(30, 34), soft=16, strength=0.55)
    s.fill(tube(curve([(x + 74, y - 30), (x + 142, y - 44), (x + 150, y + 14), (x + 80, y + 24)]),
        24), colour, light=0.4, shade=0.4, depth=6)
    s.fill(oval(x, y, 92), colour, to=mixed(colour, "#1a1014", 0.4), light=0.5, shade=0.4, depth=10)
    s.fill(oval(x, y, 74), mixed(colour, "#1a1014", 0.5))
    s.fill(oval(x + 3, y + 4, 70), inside, to=mixed(inside, "#d99a5c", 0.35), angle=50,
        texture=0.03)
    s.fill(pie_of_light(x, y), "#ffe9c8", opacity=0.35, soft=4)


def pie_of_light(x: float, y: float) -> list[tuple[float, float]]:
    """The window mirrored in a cup."""
    return blob([(x - 46, y - 26), (x - 16, y - 48), (x + 10, y - 46), (x - 20, y - 22),
        (x - 40, y + 4)])
