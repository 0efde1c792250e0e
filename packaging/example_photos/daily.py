"""Scenes from a student's days: on the way, at school, at home, at the sea."""

from __future__ import annotations

import math
from collections.abc import Sequence

from example_photos.outlines import (
    Outline,
    Spot,
    blob,
    box,
    card,
    curve,
    limb,
    moved,
    oval,
    tube,
    turned,
)
from example_photos.sheet import Sheet, mixed

# Rows of points read better in rows.
# fmt: off


def bus_window() -> Sheet:
    """A bus window in the rain, at the end of an autumn afternoon."""
    s = Sheet(upright=True, seed=11)
    s.wash("#3e5268", "#6d8292", "#b99a7e", "#6a5350", "#2b2c38", "#191c26")
    for x, top, width, colour in ((-20, 430, 260, "#3a3540"), (230, 360, 200, "#4a3b3e"),
        (420, 470, 190, "#37353f"), (600, 400, 240, "#453840"), (830, 340, 240, "#332f39")):
        s.fill(box(x, top, width, 500), colour, to="#2a2732")
        s.fill([(x, top), (x + width / 2, top - 90), (x + width, top)],
            mixed(colour, "#000000", 0.3))
        for row in range(3):
            for column in range(3):
                if s.chance(0, 1) > 0.45:
                    s.fill(box(x + 28 + column * width / 3.3, top + 40 + row * 110, 38, 62),
                        "#f0b75c" if s.chance(0, 1) > 0.4 else "#7f8f9d")
    s.fill(box(-10, 800, 1050, 600), "#37363f", to="#15171f")
    for x, colour in ((150, "#e2482e"), (250, "#e2482e"), (560, "#f7d48a"), (690, "#f7d48a")):
        s.fill(box(x - 16, 800, 32, 300), colour, to="#2a2630", soft=14, opacity=0.55)
    s.defocus(11)
    for x, y, radius, colour, opacity in (
        (140, 770, 44, "#ff6a48", 0.75),
        (262, 776, 40, "#ff5a3c", 0.7),
        (548, 742, 52, "#ffdf9a", 0.7),
        (690, 750, 46, "#ffd98c", 0.65),
        (820, 560, 38, "#8fd3a6", 0.55),
        (420, 330, 34, "#ffc877", 0.6),
        (90, 300, 30, "#ffc877", 0.5),
        (640, 300, 26, "#ffe0a8", 0.5),
        (880, 700, 30, "#ff8a5c", 0.5),
    ):
        s.fill(oval(x, y, radius), colour, opacity=opacity, soft=2.5, light=0.25, depth=8)
        s.glow(x, y, radius * 2.6, colour, strength=0.5)
    s.fill(blob([(60, 1000), (380, 950), (700, 985), (1000, 930), (1040, 1180), (0, 1180)]),
        "#d3dade", opacity=0.42, soft=36)
    _rain(s)
    # what somebody drew on the misted glass
    s.fill(tube(curve([(560, 985), (600, 940), (655, 960), (650, 1020), (590, 1040), (556, 1000),
        (600, 938)]), 12, 15, 12), "#1a212c", opacity=0.55, soft=2)
    for angle in range(0, 360, 45):
        px, py = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        s.fill(tube([(604 + px * 58, 990 + py * 58), (604 + px * 84, 990 + py * 84)], 12, 9),
            "#1a212c", opacity=0.55, soft=2)
    # frame, sill, seat back and pole
    s.fill([box(-20, -20, 1060, 78), box(-20, -20, 74, 1400), box(-20, 1110, 1060, 400)], "#171a22")
    s.fill(box(40, 1104, 1000, 26), "#39404c", to="#1b1f28", light=0.4, depth=6)
    s.fill(box(46, 58, 10, 1050), "#4b5562", opacity=0.8, soft=2)
    seat = blob([(250, 1400), (262, 1190), (330, 1120), (560, 1098), (800, 1112), (880, 1180),
        (900, 1400)])
    s.shadow(seat, by=(-20, -6), soft=24, strength=0.6)
    s.fill(seat, "#2d4f78", to="#16263f", light=0.35, shade=0.4, depth=30)
    for row in range(6):
        for column in range(9):
            x, y = 300 + column * 70 + (row % 2) * 35, 1150 + row * 44
            s.fill(box(x, y, 22, 12, turn=30 + 40 * ((row + column) % 3)),
                ("#d9a441", "#b8412f", "#69a5b0")[(row * 2 + column) % 3], opacity=0.85)
    pole = tube([(948, -20), (936, 700), (930, 1400)], 46)
    s.shadow(pole, by=(-26, 8), soft=14)
    s.fill(pole, "#e9b530", to="#a8761c", angle=0, texture=0.03)
    s.fill(tube([(936, -20), (924, 700), (918, 1400)], 8), "#fff0bd", opacity=0.75, soft=2)
    s.fill(card(884, 560, 104, 132, 18), "#b22a22", to="#7b1a19", light=0.5, shade=0.4)
    s.fill(oval(936, 626, 34), "#e9dccb", to="#b9a894", light=0.4, shade=0.3, depth=6)
    return s


def _rain(s: Sheet) -> None:
    """Drops and runnels on glass."""
    for _ in range(12):
        x, y = s.chance(80, 900), s.chance(60, 500)
        run = [(x + math.sin(step * 1.3) * 7, y + step * 60) for step in range(int(s.chance(3,
            10)))]
        if len(run) > 2:
            s.fill(tube(curve(run), 2, 6, 9), "#cfdbe2", opacity=0.25, soft=1.5)
            s.fill(oval(run[-1][0], run[-1][1], 8, 12), "#e8f0f3", opacity=0.5, soft=1.5)
    for _ in range(260):
        x, y, r = s.chance(60, 920), s.chance(60, 1100), s.chance(0, 1) ** 3 * 15 + 3.5
        drop = oval(x, y, r, r * s.chance(1.0, 1.35))
        s.fill(drop, "#1d2531", to="#c9d6dc", opacity=0.55, texture=0, soft=0.8)
        s.fill(oval(x - r * 0.3, y - r * 0.4, r * 0.24), "#ffffff", opacity=0.8, texture=0)


def code_on_screen() -> Sheet:
    """A school desk in the evening: a laptop full of code with one red line."""
    s = Sheet(seed=12)
    s.wash("#141a2b", "#1b2236", "#251f2d", brush=2)
    for x in range(0, 1400, 170):
        s.fill(box(x, 0, 6, 560), "#0e1320", opacity=0.7)
    s.fill(box(930, 60, 330, 300), "#202a44", light=0.1)
    for row in range(4):
        s.fill(box(960 + row % 2 * 30, 100 + row * 60, 220 - row * 30, 14), "#3b4a6d", opacity=0.6)
    s.fill(tube(curve([(1180, 640), (1190, 500), (1130, 420), (1160, 330)]), 12, 6), "#27412f")
    for x, y, turn in ((1150, 330, -30), (1110, 420, 200), (1220, 450, -10), (1190, 380, 20),
        (1140, 510, 170)):
        s.fill(turned(blob([(x, y), (x + 50, y - 24), (x + 104, y), (x + 50, y + 24)]), turn,
            (x, y)), "#365f41", to="#1c3527")
    s.defocus(9)
    s.fill([(-20, 640), (1380, 600), (1380, 1040), (-20, 1040)], "#5b3f33", to="#2a1c1e", brush=0,
        texture=0.12)
    s.glow(560, 720, 620, "#3f78b8", strength=0.5, flat=0.45)
    lid = [(216, 96), (968, 70), (990, 618), (240, 650)]
    s.shadow(lid, by=(30, 26), soft=30, strength=0.6)
    s.fill(lid, "#2c3038", to="#15171d", light=0.3, depth=6)
    panel = [(240, 122), (946, 97), (964, 588), (262, 618)]
    s.fill(panel, "#10182b", to="#16213a", texture=0.03)
    s.fill([(240, 122), (946, 97), (947, 130), (241, 156)], "#24324f")
    for k, colour in enumerate(("#e0604a", "#e3b04b", "#72b06a")):
        s.fill(oval(268 + k * 30, 138 - k, 8), colour)
    s.fill([(242, 158), (330, 155), (350, 612), (262, 616)], "#131d33")
    _code(s)
    base = [(240, 650), (990, 618), (1130, 842), (150, 890)]
    s.shadow(base, by=(18, 26), soft=20, strength=0.6)
    s.fill(base, "#3a404b", to="#23272f", light=0.3, depth=8)
    s.fill([(150, 890), (1130, 842), (1128, 868), (160, 916)], "#14161b")
    for row in range(5):
        t0, t1 = 0.1 + row * 0.125, 0.1 + row * 0.125 + 0.095
        for key in range(13):
            a, b = 0.06 + key * 0.068, 0.06 + key * 0.068 + 0.054
            s.fill([_on(base, a, t0), _on(base, b, t0), _on(base, b, t1), _on(base, a, t1)],
                "#1b1f29", to="#11131a", texture=0, light=0.5, depth=3, wobble=0)
    s.fill([_on(base, 0.36, 0.77), _on(base, 0.62, 0.77), _on(base, 0.62, 0.96),
        _on(base, 0.36, 0.96)], "#2c323c", light=0.3, depth=3)
    s.glow(600, 380, 640, "#5fa8e8", strength=0.28)
    _energy_can(s)
    s.fill(box(22, 800, 190, 150, turn=-14), "#e8d06a", to="#a98b3c", shade=0.3)
    for k in range(3):
        s.fill(box(52, 838 + k * 32, 120 - k * 22, 7, turn=-14), "#5d4a2c", opacity=0.8)
    return s


def _on(q: Sequence[Spot], u: float, v: float) -> tuple[float, float]:
    """A point on a four-cornered surface, 0 to 1 across and down."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = q
    x, y = ax + (bx - ax) * u, ay + (by - ay) * u
    lower_x, lower_y = dx + (cx - dx) * u, dy + (cy - dy) * u
    return x + (lower_x - x) * v, y + (lower_y - y) * v


def _code(s: Sheet) -> None:
    tints = ("#7fc4d8", "#e7b267", "#b99be0", "#d6dde6", "#8fc98a")
    indents = (0, 1, 1, 2, 2, 3, 3, 2, 1, 1, 2, 2, 1, 0)
    for row, indent in enumerate(indents):
        y = 186 + row * 30.5
        x = 352 + row * 1.3 + indent * 42
        wrong = row == 6
        if wrong:
            s.fill([(338, y - 16), (950, y - 38), (951, y - 4), (340, y + 19)], "#c23a35",
                opacity=0.5)
        s.fill(box(288 + row * 1.2, y - 6 + 2, 20, 9), "#41537a", texture=0)
        for word in range(2 + (row * 7 + 3) % 4):
            length = 34 + (row * 37 + word * 53) % 92
            if x + length > 930:
                break
            tint = "#ffb4a0" if wrong else tints[(row * 3 + word * 2) % 5]
            drop = (x - 352) * -0.036
            s.fill(box(x, y - 7 + drop, length, 13, turn=-2), tint, texture=0.02)
            x += length + 16
    s.glow(620, 372, 300, "#ff5040", strength=0.3, flat=0.3)


def _energy_can(s: Sheet) -> None:
    body = [*curve([(1128, 640), (1124, 780), (1140, 930)]), *curve([(1262, 922), (1270, 770),
        (1252, 632)])]
    s.shadow(body, by=(50, 26), soft=22, strength=0.6)
    s.fill(body, "#4fb56e", to="#123a2c", angle=0, texture=0.04)
    s.fill([(1136, 700), (1262, 690), (1264, 800), (1132, 812)], "#e7e2cf", to="#5f6b5c", angle=0)
    s.fill([(1196, 708), (1168, 766), (1194, 764), (1182, 800), (1226, 744), (1200, 746),
        (1222, 706)], "#b5322a")
    s.fill(oval(1190, 637, 63, 17, turn=-3), "#c9d2d4", to="#5b666c", light=0.4, depth=5)
    s.fill(oval(1196, 638, 22, 7), "#2a3136")
    s.fill(tube([(1146, 660), (1142, 900)], 9), "#bff2cd", opacity=0.5, soft=3)


def two_lists() -> Sheet:
    """A notebook with two columns on a kitchen table, and a peeled mandarin."""
    s = Sheet(seed=13)
    s.wash("#8a5434", "#70402a", "#4d2b22", brush=0, texture=0.16)
    for y in (170, 420, 690, 940):
        s.fill(tube(curve([(-20, y), (500, y + 10), (1380, y - 12)]), 7), "#371c17", opacity=0.8,
            soft=1.5)
    s.glow(240, 120, 900, "#ffdf9e", strength=0.5)
    page = box(300, 130, 760, 800, turn=-5)
    s.shadow(page, by=(34, 38), soft=26, strength=0.65)
    s.fill(moved(page, 12, 14), "#8d8474")
    s.fill(page, "#f6eedb", to="#d9c9a8", angle=40, texture=0.03)
    for k in range(19):
        left, right = _on(page, 0.03, 0.12 + k * 0.046), _on(page, 0.97, 0.12 + k * 0.046)
        s.fill(tube([left, right], 2.2), "#8fb0bd", opacity=0.6, texture=0)
    for k in range(15):
        px, py = _on(page, 0.07 + k * 0.062, 0.012)
        s.fill(oval(px, py + 12, 9), "#5b3423")
        s.fill(tube(curve([(px - 4, py + 12), (px - 12, py - 18), (px + 2, py - 30),
            (px + 8, py - 2)]), 6), "#b9bcc0", to="#5a5e66")
    ink = "#243a6e"
    s.fill(tube(curve([_on(page, 0.5, 0.13), _on(page, 0.505, 0.5), _on(page, 0.495, 0.93)]), 6),
        ink, texture=0)
    s.fill(tube(curve([_on(page, 0.08, 0.205), _on(page, 0.5, 0.195), _on(page, 0.93, 0.205)]), 6),
        ink, texture=0)
    _scribble(s, page, 0.14, 0.155, 0.25, ink, 8)
    _scribble(s, page, 0.58, 0.155, 0.3, ink, 8)
    for k, length in enumerate((0.34, 0.26, 0.31, 0.2, 0.29)):
        _scribble(s, page, 0.1, 0.27 + k * 0.092, length, ink, 5)
    for k, length in enumerate((0.3, 0.35, 0.22, 0.33, 0.27, 0.3)):
        _scribble(s, page, 0.56, 0.27 + k * 0.092, length, ink, 5)
    s.fill(tube(curve([_on(page, 0.09, 0.46), _on(page, 0.25, 0.445), _on(page, 0.43, 0.47)]), 7),
        "#b52f1c", texture=0)
    circle = [_on(page, 0.72 + 0.2 * math.cos(a),
        0.64 + 0.055 * math.sin(a)) for a in (k * math.tau / 10 for k in range(12))]
    s.fill(tube(curve(circle), 6), "#b52f1c", texture=0)
    _mandarin(s)
    pen = tube([(930, 930), (1250, 520)], 40, 40)
    s.shadow(pen, by=(24, 30), soft=12, strength=0.6)
    s.fill(pen, "#2f6f6a", to="#16393c", angle=40, light=0.5, shade=0.4, depth=8)
    s.fill([(944, 941), (916, 919), (884, 982)], "#d8b26a", light=0.3)
    s.fill(tube([(894, 968), (884, 984)], 7, 3), "#20232b")
    s.fill(tube([(1150, 606), (1236, 496)], 12), "#cfd4d2", to="#7a8286", light=0.4, depth=3)
    return s


def _scribble(
    s: Sheet, page: Outline, u: float, v: float, length: float, ink: str, height: float
) -> None:
    """A line of handwriting that nobody can read."""
    steps = int(length * 60)
    line = []
    for k in range(steps):
        x, y = _on(page, u + k / 60, v)
        lift = s.chance(0.2, 1.7) if k % 2 else -s.chance(0.1, 0.6)
        line.append((x, y + 14 - lift * height * 1.6))
    words = [line[begin : begin + 7] for begin in range(0, len(line), 8)]
    for word in words:
        if len(word) > 2:
            s.fill(tube(curve(word), 4.2, 3.2), ink, texture=0, wobble=0)


def _mandarin(s: Sheet) -> None:
    peel = blob([(70, 760), (150, 690), (230, 720), (300, 800), (240, 900), (160, 940), (60, 880),
        (120, 820)])
    s.shadow(peel, by=(18, 22), soft=14)
    s.fill(peel, "#f08a24", to="#b4521a", light=0.4, shade=0.4, depth=16)
    s.fill(blob([(120, 770), (180, 730), (240, 800), (190, 860), (130, 850)]), "#f6d9a6",
        to="#d9a860", soft=2)
    for k in range(5):
        angle = 20 + k * 44
        x, y = 172 + 46 * math.cos(math.radians(angle)), 806 + 40 * math.sin(math.radians(angle))
        part = turned(blob([(x - 34, y), (x, y - 22), (x + 36, y), (x, y + 17)]), angle, (x, y))
        s.shadow(part, by=(5, 7), soft=5)
        s.fill(part, "#ffb04a", to="#e07a1d", light=0.5, shade=0.35, depth=8)


def grandmothers_kitchen() -> Sheet:
    """A pan on the fire and a glass of tea, in a small kitchen with the lamp on."""
    s = Sheet(upright=True, seed=14)
    s.wash("#b9834a", "#a86f41", "#7c4a34", brush=2)
    for row in range(7):
        for column in range(7):
            x, y = -30 + column * 160, 40 + row * 130
            pale = (row + column) % 3 == 0
            tint = ("#3f8088", "#4a8e92", "#37727c",
                "#d9c7a0")[(row * 3 + column * 5) % 4 if pale else (row + column) % 3]
            s.fill(card(x, y, 150, 120, 10), tint, to=mixed(tint, "#10262d", 0.35), light=0.2,
                shade=0.2, depth=6)
    s.fill(box(-20, -20, 1060, 90), "#5a3526")
    s.fill(box(-20, 60, 1060, 22), "#8a5a38", light=0.3, depth=5)
    for x, colour in ((120, "#c94f2f"), (260, "#d6a23c"), (392, "#7c8f4c"), (800, "#c98a3f"),
        (910, "#8a3a2c")):
        s.fill(card(x, -30, 92, 100, 14), colour, to=mixed(colour, "#201418", 0.5), light=0.35,
            shade=0.3)
    s.defocus(6)
    s.glow(760, 180, 700, "#ffcf80", strength=0.75)
    s.fill(tube([(752, -10), (752, 120)], 10), "#2b1a18")
    lamp = [(660, 210), (716, 110), (792, 110), (848, 210)]
    s.fill(lamp, "#b0392b", to="#6d1f1e", light=0.4, shade=0.3)
    s.fill(oval(754, 212, 92, 16), "#fff3cc", soft=3)
    s.glow(754, 230, 260, "#fff0c0", strength=0.8)
    s.fill(box(-20, 960, 1060, 420), "#d8d2c2", to="#7e7468", texture=0.05)
    s.fill([(-20, 900), (1040, 900), (1040, 985), (-20, 985)], "#efe8d6", to="#b8ae9c", light=0.3,
        depth=5)
    s.fill([(90, 800), (860, 800), (900, 905), (50, 905)], "#23252b", to="#14161b", light=0.2,
        depth=5)
    for x in (300, 680):
        s.fill(oval(x, 850, 130, 26), "#3a3d44", to="#1b1d22")
        for k in range(9):
            s.fill(blob([(x - 100 + k * 25, 838), (x - 94 + k * 25, 812), (x - 88 + k * 25, 838)]),
                "#5fb0ff", opacity=0.85, soft=2)
    pot = [*curve([(110, 500), (112, 690), (150, 826)]), *curve([(560, 826), (596, 690),
        (600, 500)])]
    s.shadow(pot, by=(40, 24), soft=26, strength=0.6)
    s.fill(pot, "#c9573a", to="#5c1f1c", angle=20, texture=0.08, light=0.35, shade=0.55, depth=50)
    s.fill(tube(curve([(150, 560), (152, 690), (176, 780)]), 30, 18), "#ffc9a0", opacity=0.5,
        soft=10)
    s.fill(oval(355, 500, 247, 60), "#8e3226", light=0.4, depth=6)
    s.fill(oval(355, 504, 226, 50), "#3b1a16")
    s.fill(oval(355, 512, 216, 44), "#d98b2e", to="#9a4c1c")
    for k in range(26):
        px, py = 355 + s.chance(-180, 180), 512 + s.chance(-30, 30)
        s.fill(oval(px, py, s.chance(8, 20), s.chance(5, 10), turn=s.chance(0, 90)),
            ("#7a9a3c", "#e9c46a", "#c2452d", "#5d3a1e")[k % 4], light=0.4, depth=3)
    for x, sign in ((102, -1), (606, 1)):
        s.fill(tube(curve([(x, 560), (x + sign * 62, 556), (x + sign * 64, 616), (x, 624)]), 24),
            "#8a3226", light=0.4, shade=0.3, depth=6)
    spoon = tube([(430, 540), (640, 190)], 30, 22)
    s.shadow(spoon, by=(14, 12), soft=8)
    s.fill(spoon, "#d3a366", to="#8a5c30", light=0.4, shade=0.3, depth=6)
    for x, lean in ((250, -60), (350, 40), (440, -30)):
        steam = curve([(x, 470), (x + lean, 370), (x - lean * 0.4, 260), (x + lean * 1.2, 130)])
        s.fill(tube(steam, 24, 60, 20), "#fff3dc", opacity=0.3, soft=20)
    _tea_glass(s)
    return s


def _tea_glass(s: Sheet) -> None:
    s.shadow(oval(820, 1168, 150, 40), by=(34, 22), soft=18, strength=0.6)
    s.fill(oval(820, 1160, 160, 46), "#f4eee0", to="#b5a893", light=0.3, shade=0.3)
    s.fill(oval(820, 1156, 112, 29), "#cf4a35", to="#8a2a24")
    s.fill(oval(820, 1154, 100, 24), "#efe6d4")
    glass = [*curve([(742, 900), (756, 990), (738, 1070), (774, 1150)]),
        *curve([(866, 1150), (902, 1070), (884, 990), (898, 900)])]
    s.fill(glass, "#e6d6b8", to="#b9a07c", opacity=0.5)
    tea = [*curve([(750, 950), (758, 1000), (744, 1070), (778, 1142)]),
        *curve([(862, 1142), (896, 1070), (882, 1000), (890, 950)])]
    s.fill(tea, "#c4541a", to="#6b1d10", angle=30, light=0.5, shade=0.4, depth=14)
    s.glow(850, 1080, 90, "#ff9a3c", strength=0.7)
    s.fill(oval(820, 950, 70, 15), "#d9752c", light=0.3, depth=4)
    for x, turn in ((800, -20), (846, 30)):
        s.fill(turned(blob([(x - 36, 944), (x, 926), (x + 36, 944), (x, 960)]), turn, (x, 944)),
            "#5c8a3a", to="#2f5426", light=0.4, depth=5)
    s.fill(tube([(762, 916), (772, 985)], 9), "#ffffff", opacity=0.75, soft=2)
    s.fill(oval(820, 900, 78, 17), "#fff6e2", opacity=0.35)
    spoon = limb([(690, 1190), (600, 1230), (520, 1240)], 16, 12, 14)
    s.shadow(spoon, by=(10, 12), soft=7)
    s.fill(spoon, "#d8d6cf", to="#7e7a76", light=0.5, depth=4)
    s.fill(oval(706, 1184, 44, 24, turn=-20), "#cfccc4", to="#77736f", light=0.5, shade=0.3,
        depth=6)
