"""Scenes from a work placement: the people, their things and their harbour."""

from __future__ import annotations

import math

from example_photos.outlines import blob, box, card, curve, gear, limb, moved, oval, tube
from example_photos.sheet import Sheet, mixed

# Rows of points read better in rows.
# fmt: off


_VEST, _VEST_DARK, _STRIPE = "#e6d22e", "#a08a14", "#f4f1e4"


def crew_on_the_quay() -> Sheet:
    """Three people in yellow, walking to work along the water."""
    s = Sheet(seed=35)
    s.wash("#5b7f9c", "#9db7bd", "#e6d3b0", "#e3b98a", "#8f8378", brush=0)
    s.glow(1010, 360, 560, "#fff0bc", strength=0.9)
    for x, h in ((70, 300), (1180, 250), (1290, 330)):
        s.fill([tube([(x, 500), (x, 500 - h)], 16), tube([(x - 60, 500 - h + 20),
            (x + 150, 500 - h - 20)], 12)], "#5a5f68", opacity=0.9)
    for x, top, w in ((120, 410, 260), (400, 440, 160), (1060, 430, 300)):
        s.fill(box(x, top, w, 130), "#6f6a6c", to="#544c52", opacity=0.9)
    s.fill(box(-20, 520, 1400, 120), "#7fa0a4", to="#4f7880", brush=0, texture=0.14)
    s.glow(1010, 570, 360, "#ffe4a4", strength=0.8, flat=0.3)
    s.defocus(8)
    s.fill([(-20, 640), (1380, 590), (1380, 1040), (-20, 1040)], "#a8937c", to="#5b4c44", brush=0,
        texture=0.12)
    for k in range(9):
        y = 660 + k * k * 5.2
        s.fill(tube([(-20, y + 12), (1380, y - 34)], 3 + k * 0.6), "#5f5148", opacity=0.5,
            texture=0)
    s.fill([(-20, 640), (1380, 590), (1380, 622), (-20, 676)], "#6f645c", light=0.4, depth=6)
    for x in (70, 640, 1230):
        s.fill(blob([(x - 24, 650), (x - 30, 596), (x + 30, 596), (x + 24, 650)]), "#2a2c32",
            light=0.4, shade=0.3, depth=8)
    _walker(s, 380, 978, 1.0, "#2a3d5c", "#f2f0e8", bag=True)
    _walker(s, 720, 1000, 0.92, "#39424f", "#d85a2c", plait=True)
    _walker(s, 1030, 960, 1.04, "#2a3d5c", "#e8c832")
    s.glow(1010, 330, 800, "#ffe6ac", strength=0.35)
    return s


def _walker(
    s: Sheet, x: float, foot: float, k: float, trousers: str, helmet: str, *,
    bag: bool = False, plait: bool = False,
) -> None:
    """Somebody from behind, in a yellow vest; ``k`` is the scale, 1 being some 720 pixels."""

    def p(dx: float, up: float) -> tuple[float, float]:
        return x + dx * k, foot - up * k

    s.fill(blob([p(-110, -16), p(60, -26), p(-130, -110), p(-330, -150), p(-270, -80)]), "#2c2428",
        opacity=0.5, soft=14)
    for side, lift in ((-1, 0), (1, 24)):
        s.fill(limb([p(side * 44, 330), p(side * 54, 170), p(side * 50, 30 + lift)], 96 * k, 78 * k,
            62 * k), trousers, to=mixed(trousers, "#0e0c12", 0.5), light=0.35, shade=0.4, depth=12)
        s.fill(tube([p(side * 54 - 38, 132), p(side * 54 + 38, 132)], 20 * k), _STRIPE)
        s.fill(limb([p(side * 50, 26 + lift), p(side * 54, 12 + lift)], 70 * k, 76 * k), "#2a2020",
            light=0.3, depth=8)
    for side in (-1, 1):
        arm = limb([p(side * 100, 560), p(side * 146, 450), p(side * 138, 330)], 74 * k, 60 * k,
            50 * k)
        s.fill(arm, "#2f4668", to="#18243a", light=0.35, shade=0.4, depth=12)
        s.fill(oval(*p(side * 138, 316), 27 * k), "#a8714e" if not plait else "#b97a52", shade=0.4,
            depth=8)
    torso = blob([p(-122, 590), p(-60, 622), p(60, 622), p(122, 590), p(128, 450), p(118, 310),
        p(0, 300), p(-118, 310), p(-128, 450)])
    s.fill(torso, _VEST, to=_VEST_DARK, angle=30, light=0.3, shade=0.5, depth=30, texture=0.08)
    s.fill(tube(curve([p(-124, 410), p(0, 398), p(124, 410)]), 34 * k), _STRIPE, to="#b9b6a8",
        angle=0)
    for side in (-1, 1):
        s.fill(tube(curve([p(side * 64, 614), p(side * 66, 500), p(side * 62, 416)]), 30 * k),
            _STRIPE, to="#b9b6a8")
    s.fill(tube([p(0, 610), p(0, 670)], 62 * k), "#8f5c40", shade=0.3)
    s.fill(oval(*p(0, 700), 66 * k, 74 * k), "#3a2620" if not plait else "#201718", light=0.3,
        shade=0.3, depth=12)
    s.fill(blob([p(-76, 712), p(-62, 776), p(0, 806), p(62, 776), p(76, 712), p(0, 700)]), helmet,
        to=mixed(helmet, "#3a2a14", 0.4), light=0.5, shade=0.4, depth=14)
    s.fill(tube(curve([p(-84, 712), p(0, 696), p(84, 712)]), 16 * k), mixed(helmet, "#3a2a14", 0.3),
        light=0.4, depth=4)
    if plait:
        for step in range(6):
            s.fill(oval(*p(6 * (-1) ** step, 640 - step * 36), (30 - step * 2) * k, 26 * k),
                "#2b1d1c", to="#120c0e", light=0.4, shade=0.3, depth=7)
        s.fill(oval(*p(0, 436), 14 * k, 12 * k), "#c8402c")
    if bag:
        pack = blob([p(-84, 560), p(0, 580), p(84, 560), p(96, 420), p(80, 330), p(-80, 330),
            p(-96, 420)])
        s.shadow(pack, by=(12, 14), soft=8)
        s.fill(pack, "#a34a2c", to="#54211c", light=0.4, shade=0.4, depth=18)
        s.fill(card(p(-58, 440)[0], p(0, 440)[1], 116 * k, 90 * k, 14), "#8a3a26", to="#4a1c1a",
            light=0.4, shade=0.3, depth=8)


def boots_above_water() -> Sheet:
    """Own work boots on a grating, with the canal far below."""
    s = Sheet(upright=True, seed=36)
    s.wash("#1e4c58", "#2c6670", "#1b434f", brush=1, texture=0.12)
    for _ in range(60):
        x, y = s.chance(-40, 1000), s.chance(0, 1360)
        s.fill(tube(curve([(x, y), (x + 80, y - 14), (x + 190, y + 8)]), 3, 12, 3), "#8fc0bc",
            opacity=0.4, soft=3)
    s.glow(250, 200, 520, "#e9f3d8", strength=0.55)
    s.defocus(9)
    for k in range(17):
        s.fill(tube([(k * 68 - 30, -20), (k * 68 - 30, 1380)], 15), "#8d9496", to="#4b5257",
            angle=0, light=0.5, shade=0.4, depth=3, wobble=0)
    for k in range(22):
        s.fill(tube([(-20, k * 66 - 10), (1040, k * 66 - 10)], 11), "#a4abab", to="#666d70",
            light=0.5, shade=0.5, depth=3, wobble=0)
    for x, turn in ((320, -7), (690, 8)):
        leg = blob([(x - 130, 1400), (x - 128, 1120), (x - 70, 1010), (x + 70, 1010),
            (x + 128, 1120), (x + 130, 1400)])
        sole = blob([(x - 104, 1080), (x - 120, 820), (x - 110 + turn, 600),
            (x - 60 + turn * 3, 480), (x + turn * 4, 456), (x + 66 + turn * 3, 486),
            (x + 112 + turn, 610), (x + 118, 830), (x + 104, 1080)])
        s.shadow(sole, by=(34, 30), soft=18, strength=0.65)
        s.fill(sole, "#231a18", light=0.3)
        upper = [(px * 0.92 + x * 0.08, py * 0.95 + 780 * 0.05) for px, py in sole]
        s.fill(upper, "#b5763a", to="#5f3418", angle=70, light=0.5, shade=0.5, depth=30,
            texture=0.12)
        cap = blob([(x - 96 + turn, 640), (x - 54 + turn * 3, 516), (x + turn * 4, 496),
            (x + 56 + turn * 3, 520), (x + 98 + turn, 646), (x, 690)])
        s.fill(cap, "#c98a48", to="#7a471f", angle=60, light=0.5, shade=0.4, depth=24, texture=0.1)
        s.fill(oval(x - 34 + turn * 2, 566, 26, 40, turn=30), "#ffdca8", opacity=0.55, soft=10)
        s.fill(blob([(x - 40, 700), (x + 40, 700), (x + 50, 1000), (x - 50, 1000)]), "#7d4a22",
            to="#4d2a14")
        for row in range(5):
            y = 724 + row * 56
            s.fill(tube(curve([(x - 58, y), (x, y + 26), (x + 58, y)]), 15), "#d8b93a", light=0.5,
                shade=0.4, depth=4)
            s.fill([oval(x - 62, y, 11), oval(x + 62, y, 11)], "#3a3432", light=0.5, depth=4)
        for bow in (-1, 1):
            s.fill(tube(curve([(x, 716), (x + bow * 70, 670), (x + bow * 92, 716), (x, 724)]), 13),
                "#e3c548", light=0.5, shade=0.3, depth=4)
        s.shadow(leg, by=(8, -20), soft=18, strength=0.5)
        s.fill(leg, "#3a4f6e", to="#1c2840", light=0.35, shade=0.4, depth=24, texture=0.12)
        s.fill(tube(curve([(x - 92, 1040), (x, 1016), (x + 92, 1040)]), 42), "#31435f",
            to="#1d2a42", light=0.4, shade=0.3, depth=8)
    nut = gear(512, 330, 54, teeth=6, depth=10)
    s.shadow(nut, by=(14, 14), soft=8)
    s.fill(nut, "#d6d2c6", to="#6f6d6c", light=0.6, shade=0.4, depth=10)
    s.fill(oval(512, 330, 24), "#2a4f58")
    return s


def toolbox() -> Sheet:
    """A dented red toolbox, a mug and a long screwdriver beside a bearing."""
    s = Sheet(upright=True, seed=37)
    s.wash("#46585a", "#35464a", "#273337", brush=2)
    for x, y, w, h, colour in ((60, 120, 240, 300, "#6b7a72"), (350, 60, 130, 360, "#54666a"),
        (760, 140, 210, 280, "#7a6044")):
        s.fill(card(x, y, w, h, 10), colour, to=mixed(colour, "#101418", 0.5))
    window = box(540, 70, 330, 330)
    s.fill(window, "#dfe6d6", to="#f2d9a4")
    s.fill([box(696, 70, 16, 330), box(540, 226, 330, 14)], "#3d4a4c")
    s.glow(700, 240, 620, "#ffedc0", strength=0.8)
    s.defocus(13)
    s.fill([(-20, 760), (1040, 720), (1040, 1380), (-20, 1380)], "#9a6e44", to="#4a2e20", brush=0,
        texture=0.16)
    s.glow(660, 880, 620, "#ffe0a4", strength=0.5, flat=0.5)
    chest = [(90, 560), (800, 530), (830, 900), (110, 950)]
    s.shadow(chest, by=(-50, 44), soft=28, strength=0.65)
    s.fill(chest, "#c23a2a", to="#6a1a1a", angle=40, light=0.45, shade=0.5, depth=20, texture=0.1)
    s.fill([(76, 540), (812, 508), (816, 590), (82, 626)], "#d84a34", to="#8a241e", light=0.5,
        shade=0.4, depth=10)
    handle = tube(curve([(270, 540), (290, 440), (450, 424), (610, 430), (640, 524)]), 34)
    s.fill(handle, "#2a2a2e", light=0.5, shade=0.4, depth=8)
    for x in (210, 660):
        s.fill(card(x, 570, 74, 104, 10), "#d9d3c2", to="#77726a", light=0.5, shade=0.4, depth=7)
        s.fill(card(x + 20, 630, 34, 60, 6), "#a8a294", to="#5d5952", light=0.5, depth=5)
    for points in ([(150, 720), (210, 700), (260, 716)], [(560, 840), (640, 820), (690, 850)],
        [(340, 900), (380, 884)]):
        s.fill(tube(curve(points), 4, 9, 3), "#3f1414", opacity=0.7)
    label = box(340, 720, 270, 96, turn=-3)
    s.fill(label, "#efe3c4", to="#c9b489", light=0.2, shade=0.2, depth=5)
    for k, (length, y) in enumerate(((190, 744), (120, 776))):
        s.fill(tube(curve([(366, y + 4), (366 + length / 2, y - 4 - k), (366 + length, y)]), 13, 9),
            "#2b3a5c", texture=0)
    s.fill(blob([(620, 690), (650, 664), (680, 690), (650, 730)]), "#e9c83a", opacity=0.9)
    mug = [*curve([(806, 800), (812, 900), (828, 1000)]), *curve([(972, 996), (984, 900),
        (986, 796)])]
    s.shadow(mug, by=(-40, 30), soft=18, strength=0.6)
    s.fill(tube(curve([(980, 840), (1044, 840), (1040, 930), (976, 940)]), 26), "#2f5f78")
    s.fill(mug, "#3a7490", to="#17354a", angle=0, light=0.5, shade=0.5, depth=18)
    s.fill(oval(896, 798, 91, 26), "#88b4c4", light=0.4, depth=5)
    s.fill(oval(896, 802, 78, 20), "#3a2014", to="#6b3c20")
    s.fill(tube(curve([(880, 780), (860, 690), (900, 610), (876, 520)]), 14, 40, 16), "#fff2d8",
        opacity=0.3, soft=15)
    bearing = oval(300, 1130, 176, 128)
    s.shadow(bearing, by=(-30, 40), soft=18)
    s.fill(moved(bearing, 0, 28), "#5d6064", to="#2a2c30")
    s.fill(bearing, "#e2e2dc", to="#77797c", angle=150, light=0.6, shade=0.4, depth=12)
    s.fill(oval(300, 1130, 132, 94), "#34373b")
    for k in range(12):
        a = math.radians(k * 30)
        s.fill(oval(300 + 112 * math.cos(a), 1130 + 79 * math.sin(a), 25, 22), "#f1f0ea",
            to="#6d7074", angle=50, light=0.6, shade=0.4, depth=7)
    s.fill(oval(300, 1130, 88, 60), "#c9cac6", to="#66696c", light=0.6, depth=8)
    s.fill(oval(300, 1134, 62, 42), "#4a2f20")
    blade = tube([(420, 1120), (760, 1170)], 20)
    grip = limb([(760, 1170), (960, 1200)], 70, 84, 66)
    s.shadow([blade, *grip], by=(-14, 30), soft=11)
    s.fill(blade, "#e9e8e2", to="#7d8084", light=0.5, shade=0.4, depth=5)
    s.fill(grip, "#e0a92c", to="#8f5f14", light=0.5, shade=0.5, depth=18)
    for k in (-16, 0, 16):
        s.fill(tube([(790, 1174 + k), (950, 1198 + k)], 6), "#7c5212", opacity=0.7)
    return s


def lifeboat_at_sunset() -> Sheet:
    """An orange lifeboat in its harbour, when the sun goes down."""
    s = Sheet(seed=38)
    s.wash("#2d2a55", "#6a3f6a", "#c8574f", "#f39a4a", "#ffd27a", "#c87848", "#4a3a52", "#1e2238",
        brush=0)
    for x, y, w in ((240, 170, 520), (900, 120, 620), (620, 260, 420), (1200, 300, 380)):
        s.fill(blob([(x - w / 2, y), (x - w / 4, y - 24), (x + w / 5, y - 14), (x + w / 2, y + 6),
            (x, y + 20)]), "#7c3f62", to="#e8785a", soft=9, opacity=0.8, brush=0)
    s.fill(oval(980, 508, 74), "#fff0b4", soft=4)
    s.glow(980, 508, 520, "#ffd070", strength=0.95)
    s.fill([(-20, 530), (120, 500), (200, 526), (330, 494), (420, 540), (1380, 540), (1380, 560),
        (-20, 560)], "#3a2b4a")
    s.fill([tube([(250, 500), (250, 330)], 30, 20), box(232, 306, 36, 34)], "#352844")
    s.glow(250, 322, 90, "#ffe9a8", strength=0.9)
    s.defocus(5)
    s.fill(box(-20, 545, 1400, 500), "#b5644a", to="#161c34", brush=0, texture=0.12)
    for k in range(70):
        py = 560 + (k / 70) ** 1.5 * 430
        spread = 60 + (py - 545) * 0.7
        px = 980 + s.chance(-spread, spread)
        s.fill(tube(curve([(px - 50, py), (px, py - 3), (px + 60, py + 1)]), 2,
            5 + (py - 545) * 0.02, 2), "#ffcf7a", opacity=0.75, soft=1)
    for _ in range(50):
        px, py = s.chance(-20, 1300), s.chance(600, 1010)
        s.fill(tube(curve([(px, py), (px + 70, py - 5), (px + 160, py + 2)]), 2, 8, 2), "#2a2648",
            opacity=0.6, soft=1)
    for x, top in ((90, 560), (1260, 520), (1330, 600)):
        s.fill(tube([(x, top), (x + 4, 1040)], 44, 50), "#2a2032", to="#120e1c", angle=0, light=0.3,
            shade=0.2, depth=8)
        s.fill(oval(x, top, 22, 9), "#4a3a48")
    s.fill(blob([(190, 800), (500, 852), (860, 840), (900, 880), (500, 910), (230, 870)]),
        "#120f22", opacity=0.7, soft=12)
    hull = blob([(170, 660), (240, 690), (500, 706), (800, 676), (900, 610), (872, 760), (800, 840),
        (420, 856), (250, 830)])
    s.fill(hull, "#23305a", to="#0f1630", angle=80, light=0.2, shade=0.4, depth=20)
    s.fill([*curve([(172, 664), (240, 692), (500, 708), (800, 678), (900, 612)]),
        *curve([(890, 690), (790, 756), (500, 780), (230, 764), (182, 720)])], "#e8622a",
        to="#a83a1e", angle=180, shade=0.3, light=0.4, depth=10)
    s.fill(tube(curve([(178, 700), (300, 742), (540, 756), (790, 726), (894, 654)]), 9), "#f4e8d0")
    cabin = blob([(340, 692), (360, 560), (420, 500), (600, 492), (660, 560), (740, 600),
        (752, 676), (560, 704)])
    s.fill(cabin, "#f0702e", to="#a83a1e", angle=170, light=0.5, shade=0.4, depth=16)
    for points in ([(396, 576), (424, 526), (500, 522), (500, 582)],
        [(518, 522), (590, 520), (634, 580), (518, 582)]):
        s.fill(blob(points), "#152038", to="#f2b05a", angle=-30, light=0.2, depth=4)
    s.fill([tube([(500, 496), (496, 330)], 11), tube([(440, 400), (560, 396)], 8),
        tube([(462, 350), (536, 348)], 7)], "#2a2232")
    s.fill(oval(497, 322, 11), "#fff3c8")
    s.glow(497, 322, 70, "#ffe9b0", strength=0.9)
    s.fill(tube(curve([(752, 676), (800, 640), (892, 612)]), 6), "#f4e8d0", opacity=0.8)
    ring = tube([(690 + 30 * math.cos(a * math.tau / 24),
        640 + 30 * math.sin(a * math.tau / 24)) for a in range(25)], 15)
    s.fill(ring, "#f4e8d0")
    s.fill(tube(curve([(190, 690), (130, 640), (92, 590)]), 6), "#caa06a")
    for x, y in ((330, 210), (400, 240), (700, 150)):
        s.fill(tube(curve([(x - 34, y - 8), (x - 14, y - 18), (x, y), (x + 14, y - 18),
            (x + 34, y - 10)]), 3, 7, 6, 7, 3), "#20183a")
    return s
