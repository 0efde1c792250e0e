"""Scenes from a bicycle shop, where somebody works on Saturdays."""

from __future__ import annotations

import math

from example_photos.outlines import blob, box, card, curve, limb, moved, oval, pie, tube
from example_photos.sheet import Sheet, mixed

# Rows of points read better in rows.
# fmt: off


def bike_against_a_fence() -> Sheet:
    """An old bike that is finished, against a fence in the low sun."""
    s = Sheet(seed=21)
    s.wash("#d9b27a", "#e8c896", "#b9a06a", brush=0)
    for x, y, r in ((120, 160, 230), (420, 90, 190), (760, 140, 240), (1120, 80, 260),
        (1330, 240, 180)):
        s.fill(blob([(x - r, y + 60), (x - r * 0.5, y - r * 0.7), (x + r * 0.4, y - r * 0.8),
            (x + r, y), (x + r * 0.6, y + r * 0.8), (x - r * 0.5, y + r * 0.8)]), "#7f8c42",
            to="#3f5a35", soft=10)
    s.glow(180, 60, 700, "#fff1b8", strength=0.9)
    s.defocus(13)
    s.fill(box(-20, 800, 1400, 260), "#9a7a55", to="#5b4638", brush=0, texture=0.14)
    for k in range(15):
        x = -30 + k * 97
        plank = box(x, 110 + (k * 37) % 24, 88, 730)
        tint = mixed("#5f7f86", "#3d5b66", (k * 5 % 7) / 7)
        s.fill(plank, tint, to="#2c424d", brush=2, texture=0.15, light=0.25, shade=0.4, depth=8)
    for y in (250, 660):
        s.fill(box(-20, y, 1400, 44), "#4f6c74", to="#30474f", brush=0, light=0.3, shade=0.4,
            depth=7)
        for k in range(15):
            s.fill([oval(x + k * 97, y + 22, 5) for x in (4, 34)], "#20303a")
    for k in range(90):
        px = s.chance(-10, 1370)
        s.fill(tube(curve([(px, 880), (px + s.chance(-14, 14), 820),
            (px + s.chance(-40, 40), 790 - s.chance(0, 60))]), 9, 6, 1),
            ("#7d8b3f", "#55702f", "#a59a4a")[k % 3])
    frame = "#c8402c"
    for hub, spin in (((420, 700), 3), ((1000, 690), 9)):
        _wheel_shadow(s, hub)
        _wheel(s, hub, 196, spin)
    _frame(s, frame)
    s.glow(100, 40, 900, "#ffdf98", strength=0.5)
    for k in range(18):
        px = 40 + k * 82 + s.chance(-30, 30)
        s.fill(tube(curve([(px, 1040), (px + 12, 970), (px + s.chance(-50, 60),
            900 - s.chance(0, 40))]), 16, 10, 2), ("#3c4f28", "#55692f")[k % 2], soft=5)
    return s


def _wheel_shadow(s: Sheet, hub: tuple[float, float]) -> None:
    ring = tube([(hub[0] + 196 * math.cos(a), hub[1] + 196 * math.sin(a)) for a in _round(60)], 22)
    s.shadow(ring, by=(54, 26), soft=9, strength=0.55)
    s.fill(oval(hub[0] + 40, hub[1] + 206, 210, 22), "#2b211e", opacity=0.5, soft=12)


def _wheel(s: Sheet, hub: tuple[float, float], radius: float, spin: float) -> None:
    for k in range(20):
        a = math.radians(spin + k * 18)
        b = a + (0.35 if k % 2 else -0.35)
        s.fill(tube([(hub[0] + 14 * math.cos(b), hub[1] + 14 * math.sin(b)),
            (hub[0] + radius * math.cos(a), hub[1] + radius * math.sin(a))], 3.4), "#e2ddd0",
            opacity=0.85, texture=0)
    tyre = tube([(hub[0] + radius * math.cos(a),
        hub[1] + radius * math.sin(a)) for a in _round(72)], 24)
    s.fill(tyre, "#2b2830", to="#131219", angle=60)
    rim = tube([(hub[0] + (radius - 17) * math.cos(a),
        hub[1] + (radius - 17) * math.sin(a)) for a in _round(72)], 11)
    s.fill(rim, "#e6dfcf", to="#8f8c88", angle=60)
    s.fill(oval(*hub, 20), "#c9c4b8", to="#6a6664", light=0.5, shade=0.4, depth=6)


def _round(count: int) -> list[float]:
    return [k * math.tau / count for k in range(count + 1)]


def _frame(s: Sheet, colour: str) -> None:
    rear, front, crank = (420, 700), (1000, 690), (650, 716)
    seat, head = (590, 420), (900, 400)
    s.fill(tube(curve([(230, 620), (290, 520), (420, 484), (550, 530), (610, 610)]), 16), "#26262e",
        to="#121218")
    s.fill(tube(curve([(880, 520), (1000, 472), (1130, 530), (1190, 620)]), 16), "#26262e",
        to="#121218")
    for a, b, width in ((rear, seat, 16), (rear, crank, 16), (crank, seat, 24),
        (crank, (912, 452), 26), (seat, head, 24)):
        pipe = tube([a, b], width)
        s.shadow(pipe, by=(46, 30), soft=9, strength=0.5)
        s.fill(pipe, colour, to="#8c2a20", angle=60, light=0.5, shade=0.4, depth=6)
    s.fill(tube(curve([(884, 350), (920, 480), (960, 610), front]), 26, 22, 14), colour,
        to="#8c2a20", light=0.5, shade=0.4, depth=6)
    s.fill(tube(curve([(886, 360), (870, 300), (930, 282), (990, 300)]), 14), "#dad4c6",
        to="#7d7a76", light=0.4, depth=4)
    s.fill(limb([(940, 288), (1006, 312), (1030, 342)], 24, 24), "#5b3524", light=0.4, depth=5)
    s.fill(tube([(584, 440), (570, 352)], 15), "#d5d0c4", to="#7d7a76", angle=0)
    s.fill(blob([(480, 340), (540, 318), (640, 330), (672, 346), (600, 366), (520, 372)]),
        "#6a3c26", to="#3c2118", light=0.6, shade=0.3, depth=8)
    s.fill(oval(*crank, 54), "#b9b3a6", to="#6f6a64", light=0.4, shade=0.4, depth=8)
    s.fill(oval(*crank, 34), "#3c3a40")
    s.fill(tube([crank, (720, 790)], 15), "#d9d4c8", to="#88847e", light=0.4, depth=4)
    s.fill(box(696, 786, 66, 18), "#1d1c22", light=0.3, depth=4)
    s.fill([tube([(420, 676), (640, 664)], 6), tube([(424, 724), (648, 768)], 6)], "#25242b")
    basket = [(1010, 300), (1190, 300), (1166, 432), (1034, 432)]
    s.shadow(basket, by=(46, 30), soft=10, strength=0.4)
    s.fill(basket, "#b98a52", to="#7c5630", light=0.3, shade=0.4, texture=0.1)
    for k in range(6):
        s.fill(tube([(1018 + k * 33, 302), (1040 + k * 24, 430)], 6), "#80592f")
    for k in range(4):
        s.fill(tube([(1014 + k * 6, 322 + k * 30), (1186 - k * 6, 322 + k * 30)], 7), "#dcb277")
    s.fill(oval(858, 470, 24, 26), "#f3e5b8", to="#c9a24c", light=0.4, shade=0.4, depth=6)
    s.fill(oval(300, 592, 15, 19), "#e0452c", light=0.5, depth=5)


def hands_and_a_wheel() -> Sheet:
    """Two hands that true a wheel in the workshop."""
    s = Sheet(seed=22)
    s.wash("#3c2f33", "#54403a", "#2a2228", brush=1)
    for x, y, w, h, colour in ((60, 60, 120, 320, "#8c4a32"), (230, 90, 90, 260, "#2f5f66"),
        (900, 40, 160, 300, "#6b5a3a"), (1120, 80, 110, 330, "#9a3b2e"),
        (380, 60, 60, 280, "#b98a3e"), (700, 60, 120, 200, "#3b4f5e")):
        s.fill(card(x, y, w, h, 16), colour, to=mixed(colour, "#120c10", 0.5), light=0.3)
    s.glow(250, 60, 620, "#ffd08a", strength=0.6)
    s.defocus(16)
    hub, radius = (700, 1010), 720

    def at(degrees: float, reach: float) -> tuple[float, float]:
        a = math.radians(degrees)
        return hub[0] + reach * math.cos(a), hub[1] + reach * math.sin(a)

    arc = range(-185, 6, 3)
    for k in range(15):
        a = -178 + k * 12.6
        s.fill(tube([at(a + (14 if k % 2 else -14), 60), at(a, radius)], 6, 5), "#f1e8d8",
            to="#8f8a86", texture=0)
    tyre = tube([at(a, radius + 34) for a in arc], 70)
    s.fill(tyre, "#2d2a32", to="#141218", angle=50, light=0.25, shade=0.4, depth=16)
    for k in range(64):
        a = -184 + k * 3
        s.fill(tube([at(a, radius + 46), at(a + 1.2, radius + 66)], 7), "#0f0e13", opacity=0.7,
            texture=0)
    s.fill(tube([at(a, radius - 12) for a in arc], 30), "#efe6d6", to="#8a8480", angle=40)
    s.fill(tube([at(a, radius - 2) for a in arc], 6), "#ffffff", opacity=0.6, soft=2)
    for k in range(15):
        px, py = at(-178 + k * 12.6, radius - 30)
        s.fill(oval(px, py, 8, 8), "#b8862f", light=0.5, depth=3)
    s.fill(oval(*hub, 120), "#a8a29a", to="#4f4a4c", light=0.4, shade=0.4)
    _left_hand(s)
    _right_hand(s)
    s.glow(180, 40, 900, "#ffd9a0", strength=0.35)
    return s


_SKIN, _SKIN_DARK = "#b97a52", "#7c4630"


def _left_hand(s: Sheet) -> None:
    """Holds the rim from the left, fingers in front."""
    sleeve = blob([(-60, 560), (90, 500), (190, 560), (230, 690), (150, 800), (-60, 860)])
    s.shadow(sleeve, by=(24, 30), soft=20, strength=0.5)
    s.fill(sleeve, "#3f6f7c", to="#1f3d4a", angle=70, light=0.4, shade=0.4, depth=22)
    s.fill(tube(curve([(172, 560), (222, 630), (206, 730)]), 34), "#315a67", to="#1b3542",
        light=0.4, shade=0.4, depth=8)
    palm = blob([(196, 560), (280, 480), (380, 456), (440, 520), (420, 620), (330, 690),
        (220, 710)])
    s.shadow(palm, by=(22, 26), soft=14, strength=0.5)
    s.fill(palm, _SKIN, to=_SKIN_DARK, angle=70, light=0.4, shade=0.35, depth=18)
    for points, widths in (([(350, 470), (440, 420), (500, 450)], (58, 52, 42)),
        ([(380, 500), (476, 474), (532, 512)], (60, 54, 44)), ([(384, 548), (474, 540), (524, 578)],
        (58, 52, 42)), ([(368, 600), (444, 604), (484, 636)], (52, 46, 38))):
        finger = limb(points, *widths)
        s.shadow(finger, by=(8, 14), soft=7, strength=0.55)
        s.fill(finger, _SKIN, to="#8c5238", angle=80, light=0.45, shade=0.45, depth=12)
        tip = points[-1]
        s.fill(oval(tip[0] + 6, tip[1] - 6, 13, 10, turn=40), "#e0b493", opacity=0.9, soft=1)
    thumb = limb([(270, 500), (310, 404), (376, 352)], 74, 62, 46)
    s.shadow(thumb, by=(12, 14), soft=8)
    s.fill(thumb, _SKIN, to="#8c5238", angle=60, light=0.5, shade=0.4, depth=13)
    s.fill(oval(380, 344, 16, 13, turn=-40), "#e0b493", soft=1)
    s.fill(tube(curve([(216, 600), (250, 590), (272, 640)]), 9), "#20211f", opacity=0.35, soft=5)
    s.fill(blob([(300, 560), (340, 548), (352, 580), (312, 592)]), "#2a2324", opacity=0.4, soft=6)


def _right_hand(s: Sheet) -> None:
    """Turns the spoke key."""
    sleeve = blob([(1420, 560), (1250, 540), (1150, 610), (1130, 720), (1210, 830), (1420, 880)])
    s.shadow(sleeve, by=(10, 30), soft=20, strength=0.5)
    s.fill(sleeve, "#3f6f7c", to="#1f3d4a", angle=80, light=0.4, shade=0.4, depth=22)
    s.fill(tube(curve([(1186, 590), (1136, 660), (1150, 760)]), 34), "#315a67", to="#1b3542",
        light=0.4, shade=0.4, depth=8)
    palm = blob([(1160, 600), (1080, 510), (980, 480), (920, 540), (940, 640), (1030, 710),
        (1140, 740)])
    s.shadow(palm, by=(14, 26), soft=14, strength=0.5)
    s.fill(palm, "#a96c47", to=_SKIN_DARK, angle=80, light=0.4, shade=0.35, depth=18)
    key = card(800, 428, 110, 62, 16, turn=-12)
    s.shadow(key, by=(10, 14), soft=8)
    s.fill(key, "#e2b23a", to="#9a6c1c", light=0.6, shade=0.4, depth=8)
    s.fill(oval(832, 466, 13), "#5f421a")
    for points, widths in (([(1000, 640), (910, 626), (872, 574)], (54, 48, 38)),
        ([(1000, 592), (900, 566), (862, 510)], (58, 52, 42)), ([(1010, 540), (920, 496),
        (868, 480)], (60, 52, 42))):
        finger = limb(points, *widths)
        s.shadow(finger, by=(8, 14), soft=7, strength=0.55)
        s.fill(finger, "#b0724c", to="#824a33", angle=80, light=0.45, shade=0.45, depth=12)
    thumb = limb([(1040, 510), (980, 410), (900, 410)], 72, 58, 44)
    s.shadow(thumb, by=(8, 14), soft=8)
    s.fill(thumb, "#b97a52", to="#824a33", angle=80, light=0.5, shade=0.4, depth=13)
    s.fill(oval(890, 404, 16, 12, turn=10), "#e0b493", soft=1)
    ring = tube(curve([(952, 516), (966, 496), (984, 486)]), 11)
    s.fill(ring, "#d9c27a", to="#8a6b2a", light=0.5, depth=3)


def bicycle_shop() -> Sheet:
    """The wall of the workshop, with wheels that hang and tools in rows."""
    s = Sheet(upright=True, seed=23)
    s.wash("#7b4a36", "#94593d", "#6d3f31", brush=0)
    for row in range(26):
        for column in range(9):
            x, y = -70 + column * 132 + (row % 2) * 66, row * 42 - 10
            s.fill(box(x, y, 124, 35), mixed("#9c5b3f", "#6d3c30", s.chance(0, 1)), texture=0.12,
                light=0.2, depth=4)
    s.glow(260, 200, 820, "#ffcf86", strength=0.55)
    s.defocus(2)
    for cx, cy, r, turn in ((250, 260, 196, 5), (640, 230, 170, 11), (880, 420, 150, 3)):
        ring = tube([(cx + r * math.cos(a), cy + r * math.sin(a)) for a in _round(60)], 22)
        s.shadow(ring, by=(34, 34), soft=12, strength=0.6)
        s.fill(box(cx - 6, cy - r - 34, 12, 50), "#2a2326")
        _wheel(s, (cx, cy), r, turn)
    board = box(80, 560, 800, 330)
    s.shadow(board, by=(22, 26), soft=16)
    s.fill(board, "#c9a066", to="#8f6a3e", texture=0.1, light=0.3, shade=0.3, depth=8)
    for row in range(9):
        for column in range(22):
            s.fill(oval(104 + column * 36, 586 + row * 36, 4), "#70502e", texture=0)
    steel, dark = "#dcdad3", "#6f7074"
    for k in range(6):
        x, length = 140 + k * 66, 130 + k * 22
        spanner = [tube([(x, 620), (x, 620 + length)], 20), oval(x, 620, 25),
            oval(x, 620 + length, 21)]
        s.shadow(spanner, by=(10, 12), soft=5)
        s.fill(spanner, steel, to=dark, angle=20, light=0.4, shade=0.4, depth=5)
        s.fill([(x - 9, 590), (x + 9, 590), (x + 7, 622), (x - 7, 622)], "#b48d58")
        s.fill(oval(x, 620 + length, 9), "#a17b49")
    for k, colour in enumerate(("#c8402c", "#2f6f7c", "#d99b2c")):
        x = 580 + k * 62
        s.fill(tube([(x, 720), (x, 850)], 9), steel, to=dark, angle=0)
        grip = card(x - 18, 600, 36, 126, 14)
        s.shadow(grip, by=(9, 11), soft=5)
        s.fill(grip, colour, to=mixed(colour, "#180f14", 0.5), angle=0, light=0.4, shade=0.3,
            depth=6)
    pump = [tube([(806, 606), (806, 850)], 30), tube([(766, 606), (846, 606)], 20)]
    s.shadow(pump, by=(10, 12), soft=6)
    s.fill(pump, "#33525c", to="#15282f", angle=0, light=0.4, shade=0.3, depth=6)
    _bench(s)
    s.glow(180, 120, 900, "#ffe0a8", strength=0.35)
    return s


def _bench(s: Sheet) -> None:
    """The workbench with drawers, tins, a radio and a cup."""
    steel = "#dcdad3"
    bench = box(-20, 980, 1060, 60)
    s.fill(box(-20, 1036, 1060, 340), "#3a2824", to="#1d1417", brush=2)
    s.fill(bench, "#b07a48", to="#6f4529", brush=0, texture=0.12, light=0.4, shade=0.3, depth=8)
    for x, colour in ((120, "#7a3b2c"), (420, "#4c3b33"), (720, "#7a3b2c")):
        s.fill(box(x - 40, 1090, 260, 110), colour, to="#241817", light=0.3, shade=0.4, depth=8)
        s.fill(oval(x + 90, 1146, 20), "#cda94e", light=0.5, shade=0.4, depth=6)
    for x, h, colour in ((90, 120, "#2e5d68"), (170, 90, "#d0a23a"), (246, 104, "#b8412f")):
        s.shadow(card(x, 980 - h, 66, h, 10), by=(12, 6), soft=7)
        s.fill(card(x, 980 - h, 66, h, 10), colour, to=mixed(colour, "#120c10", 0.5), angle=0,
            light=0.4, shade=0.3, depth=8)
        s.fill(box(x + 6, 980 - h * 0.7, 54, h * 0.34), "#f0e4c6", opacity=0.9)
    radio = card(560, 850, 240, 130, 18)
    s.shadow(radio, by=(16, 8), soft=9)
    s.fill(tube([(780, 860), (870, 720)], 6), steel)
    s.fill(radio, "#d8c49a", to="#8d7248", light=0.5, shade=0.4)
    s.fill(oval(624, 918, 44), "#3c2f2a", light=0.2, shade=0.3)
    for k in range(5):
        s.fill(tube([(590, 894 + k * 12), (658, 894 + k * 12)], 4), "#8a7350", texture=0)
    s.fill(box(690, 880, 90, 26), "#f5d98a", light=0.3, depth=4)
    s.fill([oval(708, 940, 15), oval(758, 940, 15)], "#b8412f", light=0.5, depth=5)
    s.fill(pie(330, 980, 54, 180, 360), "#e8e0d0", to="#a89c88", light=0.4, shade=0.4)
    s.fill(moved(tube(curve([(380, 930), (412, 930), (412, 966), (376, 970)]), 12), 0, 0),
        "#e8e0d0", to="#a89c88")
