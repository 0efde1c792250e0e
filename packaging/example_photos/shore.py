"""Scenes from the sea side: a dog and a gull."""

from __future__ import annotations

from example_photos.outlines import blob, box, curve, limb, moved, oval, tube
from example_photos.sheet import Sheet

# Rows of points read better in rows.
# fmt: off


def dog_on_the_beach() -> Sheet:
    """A dog that runs along the water, far too happy."""
    s = Sheet(seed=15)
    s.wash("#4f86a6", "#86aebb", "#c9d2c4", "#e6cfa2", "#d7b27a", "#b98b57", brush=0)
    for x, y, w in ((180, 130, 260), (520, 80, 330), (960, 160, 300), (1180, 90, 220)):
        s.fill([oval(x, y, w / 2, 26), oval(x + w * 0.15, y - 20, w / 4, 26),
            oval(x - w * 0.2, y - 8, w / 5, 22)], "#f3ece0", to="#bcc7c6", soft=9, opacity=0.85)
    s.fill(box(-20, 330, 1400, 180), "#2f6b7f", to="#6fa5a3", brush=0, texture=0.16)
    for k in range(16):
        px, py = s.chance(-40, 1300), 345.0 + k * 9
        s.fill(tube(curve([(px, py), (px + 90, py - 5), (px + 210, py + 2)]), 2, 6, 2), "#dcebe6",
            opacity=0.6)
    s.fill([(220, 330), (226, 262), (286, 318), (300, 330)], "#e9e3d4")
    s.fill([(190, 330), (320, 330), (306, 345), (206, 345)], "#8c3c2e")
    s.defocus(4)
    foam = [(-30, 520), (140, 486), (340, 512), (560, 482), (800, 520), (1040, 486), (1240, 510),
        (1400, 480)]
    s.fill([*curve(foam), (1400, 420), (-30, 420)], "#8fbab3", to="#bcd3c6", brush=0, opacity=0.8,
        soft=6)
    s.fill(tube(curve(foam), 16, 26, 14, 24, 16), "#fbf7ec", soft=3)
    s.fill(tube(curve(moved(foam, 40, 40)), 5, 10, 4), "#fbf3e2", opacity=0.6, soft=3)
    s.fill([*curve(moved(foam, 0, 20)), (1400, 760), (-30, 700)], "#8f6a45", opacity=0.5, soft=26,
        brush=0)
    for _ in range(70):
        px, py = s.chance(0, 1360), s.chance(640, 1010)
        s.fill(oval(px, py, s.chance(10, 30), s.chance(3, 8)), "#8c6238", opacity=0.3, soft=3)
    for k in range(7):
        s.fill(oval(60 + k * 96, 962 - k * 26 + (k % 2) * 30, 22, 11, turn=-16), "#6f4a2b",
            opacity=0.6, soft=2, light=0.3, depth=4)
    _running_dog(s)
    for _ in range(26):
        px, py = 560 + s.chance(-120, 70), 800 + s.chance(-90, 50)
        s.fill(oval(px, py, s.chance(3, 10)), "#d3a871", to="#9c7144", opacity=0.9)
    s.glow(1250, 40, 900, "#ffedc0", strength=0.45)
    return s


def _running_dog(s: Sheet) -> None:
    coat, dark, pale = "#b4662c", "#5e2f1b", "#f2e2c8"
    s.fill(oval(830, 838, 300, 34), "#4a2e22", opacity=0.55, soft=14)
    far = [limb([(690, 690), (610, 760), (560, 742)], 62, 34, 26),
        limb([(990, 660), (1080, 730), (1150, 716)], 54, 32, 26)]
    for leg in far:
        s.fill(leg, dark, to="#3f2016")
    s.fill(limb([(640, 560), (560, 470), (540, 380), (580, 330)], 46, 44, 36, 12), coat, to=dark,
        angle=200, light=0.5, depth=10)
    body = blob([(620, 560), (720, 506), (860, 520), (980, 476), (1060, 520), (1050, 640),
        (950, 700), (820, 660), (700, 706), (626, 660)])
    s.fill(body, coat, to=dark, angle=75, texture=0.16, light=0.55, shade=0.45, depth=26)
    s.fill(blob([(960, 560), (1040, 560), (1040, 650), (950, 700), (900, 660)]), pale, to="#b8946a",
        soft=4, texture=0.12)
    s.fill(limb([(680, 650), (700, 760), (630, 830)], 96, 50, 30), coat, to=dark, light=0.4,
        shade=0.4, depth=14)
    s.fill(limb([(980, 640), (1010, 750), (1090, 800)], 76, 42, 30), coat, to="#7c421f", light=0.4,
        shade=0.4, depth=12)
    s.fill(limb([(1060, 792), (1096, 802)], 32, 30), pale)
    s.fill(limb([(1010, 560), (1070, 470), (1110, 430)], 150, 120, 110), coat, to="#8a4a22",
        light=0.4, depth=16)
    s.fill(tube(curve([(1010, 470), (1064, 530), (1124, 534)]), 24), "#2a6f86", light=0.5,
        shade=0.3, depth=5)
    s.fill(oval(1098, 548, 15), "#e2b13c", light=0.5, depth=4)
    head = blob([(1040, 400), (1090, 340), (1170, 340), (1230, 392), (1300, 410), (1316, 444),
        (1270, 470), (1180, 480), (1090, 470)])
    s.fill(head, coat, to="#96531f", light=0.55, shade=0.3, depth=16)
    s.fill(blob([(1196, 412), (1260, 400), (1314, 420), (1312, 452), (1240, 472), (1180, 462)]),
        pale, to="#c9a77c", soft=3)
    s.fill(blob([(1210, 462), (1270, 462), (1262, 520), (1236, 548), (1214, 520)]), "#d9586a",
        to="#9c2f48", light=0.4, depth=6)
    s.fill(oval(1310, 418, 20, 16), "#1d1416", light=0.5, depth=5)
    s.fill(oval(1186, 394, 11, 12), "#1d1416")
    s.fill(oval(1182, 390, 4), "#fff")
    s.fill(blob([(1060, 380), (1096, 330), (1060, 280), (990, 270), (960, 310), (1000, 350)]), dark,
        to="#8a4a22", angle=200, light=0.45, depth=10)


def gull_on_a_lamp() -> Sheet:
    """A gull on a lamp post with a chip it did not buy."""
    s = Sheet(upright=True, seed=16)
    s.wash("#2f6f96", "#5f9ab2", "#a9c6c3", "#e9d6ae", brush=0, texture=0.08)
    for x, y, w in ((240, 420, 420), (820, 250, 360), (700, 900, 520), (150, 1050, 380)):
        s.fill([oval(x, y, w / 2, 40), oval(x + w * 0.15, y - 30, w / 4, 44),
            oval(x - w * 0.2, y - 12, w / 5, 34)], "#f6efe2", to="#b9c9cb", soft=16, opacity=0.8)
    for x, top in ((60, 1180), (200, 1120), (330, 1190), (760, 1160), (880, 1100), (960, 1190)):
        s.fill(box(x, top, 110, 300), "#6a4a48", to="#3d3038")
        s.fill([(x - 8, top), (x + 55, top - 80), (x + 118, top)], "#8a3f32", to="#552826")
    s.defocus(9)
    post = tube([(520, 700), (524, 1380)], 56, 74)
    s.fill(post, "#2f5a4d", to="#132a29", angle=0, light=0.3, shade=0.3)
    s.fill([(400, 560), (640, 560), (596, 720), (444, 720)], "#e9e2c8", to="#8f8a78", angle=10,
        light=0.4, shade=0.4, depth=18)
    for x0, x1 in ((400, 444), (480, 497), (560, 543), (640, 596)):
        s.fill(tube([(x0, 560), (x1, 720)], 12), "#1d3f38")
    s.fill([(364, 566), (676, 566), (612, 496), (428, 496)], "#2f5a4d", to="#173530", light=0.5,
        shade=0.4, depth=12)
    s.fill(box(436, 712, 168, 26), "#2f5a4d", to="#173530", light=0.5, depth=5)
    for x in (490, 560):
        s.fill(limb([(x, 420), (x + 6, 470), (x, 494)], 16, 14, 16), "#e0912e", light=0.4, depth=4)
        s.fill(blob([(x - 34, 500), (x, 484), (x + 46, 502), (x, 508)]), "#d17f22")
    body = blob([(300, 330), (400, 270), (540, 232), (640, 190), (700, 250), (690, 350), (610, 420),
        (480, 434), (370, 390)])
    s.fill(body, "#fbf7ee", to="#b9bcc4", angle=70, light=0.3, shade=0.45, depth=34)
    s.fill(blob([(196, 372), (300, 300), (440, 262), (560, 290), (580, 350), (470, 392),
        (330, 384)]), "#8d99a6", to="#5d6875", light=0.5, shade=0.3, depth=16, brush=0, texture=0.1)
    s.fill(blob([(160, 384), (250, 340), (350, 364), (300, 400)]), "#23252d")
    head = blob([(606, 240), (620, 150), (690, 104), (764, 122), (796, 180), (770, 250),
        (700, 290)])
    s.fill(head, "#fffaf0", to="#cfd0d4", angle=60, light=0.2, shade=0.4, depth=24)
    s.fill(blob([(780, 160), (850, 158), (900, 186), (896, 210), (838, 196), (784, 204)]),
        "#e8a531", to="#c4741d", light=0.4, shade=0.3, depth=6)
    s.fill(oval(866, 198, 11, 7), "#c23a2a")
    chip = box(846, 192, 158, 30, turn=24)
    s.shadow(chip, by=(6, 10), soft=6, strength=0.3)
    s.fill(chip, "#f2c14e", to="#c98a25", light=0.5, shade=0.4, depth=6)
    s.fill(oval(736, 164, 17), "#e6b53a")
    s.fill(oval(738, 164, 9), "#161318")
    s.fill(tube([(714, 146), (760, 150)], 7), "#8d8a86")
    s.glow(200, 200, 800, "#fff0c8", strength=0.4)
    return s
