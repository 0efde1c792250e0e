"""Scenes from a teacher's working life: the nights on a ward, the school, the bread."""

from __future__ import annotations

import math

from example_photos.outlines import blob, box, card, curve, limb, oval, tube, turned
from example_photos.sheet import Sheet, mixed

# Rows of points read better in rows.
# fmt: off


def two_cups() -> Sheet:
    """The night desk of a ward: a lamp, an open book and two cups."""
    s = Sheet(seed=45)
    s.wash("#141f2c", "#1c2a36", "#18202a", brush=2)
    s.fill([(900, 60), (1240, 90), (1240, 560), (900, 560)], "#24404a", to="#16262e")
    s.fill([(980, 160), (1150, 172), (1150, 560), (980, 560)], "#c9d6b0", to="#8ca08a")
    s.glow(1066, 340, 300, "#dff0c4", strength=0.5)
    s.fill([box(120, 80, 360, 14), box(120, 240, 360, 14)], "#5c4a3c")
    for k in range(9):
        s.fill(box(134 + k * 36, 130 + (k % 3) * 8, 28, 110 - (k % 3) * 8),
            ("#8c4a3a", "#3f6a70", "#c0a052", "#5a5a78")[k % 4])
    s.defocus(10)
    s.fill([(-20, 600), (1380, 570), (1380, 1040), (-20, 1040)], "#7a5238", to="#341f1a", brush=0,
        texture=0.14)
    s.glow(500, 680, 640, "#ffd488", strength=0.8, flat=0.55)
    s.fill(oval(240, 720, 120, 34), "#2a3a34", light=0.4, shade=0.3)
    s.fill(tube([(240, 720), (250, 400)], 22), "#b8923c", to="#6b4c1c", angle=0, light=0.4, depth=4)
    shade = [*curve([(90, 440), (130, 320), (260, 280)]), *curve([(300, 284), (440, 330),
        (470, 450)])]
    s.fill(shade, "#2f7a5c", to="#123a30", angle=60, light=0.5, shade=0.4, depth=20)
    s.fill(oval(280, 446, 190, 26), "#fff2c4", soft=3)
    s.glow(290, 470, 380, "#fff0c0", strength=0.85)
    for page, tint in (([(420, 730), (690, 690), (760, 900), (430, 960)], "#f6ecd2"),
        ([(690, 690), (980, 716), (1080, 920), (760, 900)], "#eadcbc")):
        s.shadow(page, by=(18, 20), soft=12)
        s.fill(page, tint, to=mixed(tint, "#8c7450", 0.35), angle=50, texture=0.03, light=0.2,
            depth=6)
    for row in range(6):
        y = 744 + row * 31
        s.fill(tube(curve([(452 + row * 2, y + 6), (560, y - 8), (676 + row * 8, y - 24)]), 5, 4),
            "#3f5478", opacity=0.75, texture=0)
        if row < 3:
            s.fill(tube(curve([(730 + row * 12, y - 22), (850, y - 12), (940 + row * 14, y - 2)]),
                5, 4), "#3f5478", opacity=0.75, texture=0)
    s.fill(tube([(690, 690), (760, 900)], 9), "#8c7450", opacity=0.7, soft=3)
    pen = limb([(900, 800), (1060, 760)], 16, 20)
    s.shadow(pen, by=(12, 14), soft=6)
    s.fill(pen, "#a83a2c", light=0.5, shade=0.4, depth=5)
    for x, y, colour in ((1060, 640, "#e8dcc2"), (1210, 720, "#49708a")):
        _cup(s, x, y, colour)
    watch = [oval(600, 1000, 44), tube(curve([(560, 986), (480, 960), (420, 990)]), 26)]
    s.shadow(watch, by=(10, 12), soft=7)
    s.fill(watch, "#c8ccc8", to="#6c7274", light=0.5, shade=0.4, depth=7)
    s.fill(oval(600, 1000, 32), "#fbf6e4")
    s.fill(tube([(600, 980), (600, 1000), (616, 1006)], 5), "#241c1c")
    return s


def _cup(s: Sheet, x: float, y: float, colour: str) -> None:
    s.shadow(oval(x, y + 116, 128, 38), by=(34, 14), soft=15, strength=0.6)
    s.fill(oval(x, y + 110, 132, 38), colour, to=mixed(colour, "#20161a", 0.5), light=0.5,
        shade=0.4, depth=6)
    body = [*curve([(x - 86, y), (x - 78, y + 70), (x - 44, y + 116)]),
        *curve([(x + 44, y + 116), (x + 78, y + 70), (x + 86, y)])]
    s.fill(tube(curve([(x + 74, y + 20), (x + 130, y + 22), (x + 122, y + 72), (x + 66, y + 80)]),
        19), colour, to=mixed(colour, "#20161a", 0.5), light=0.4, depth=4)
    s.fill(body, colour, to=mixed(colour, "#20161a", 0.55), angle=10, light=0.5, shade=0.4,
        depth=16)
    s.fill(oval(x, y, 86, 26), mixed(colour, "#ffffff", 0.25), light=0.4, depth=4)
    s.fill(oval(x, y + 4, 74, 20), "#3c2014", to="#7c4826")
    for lean in (-24, 26):
        s.fill(tube(curve([(x + lean, y - 10), (x - lean * 0.6, y - 90), (x + lean, y - 170),
            (x - lean * 0.4, y - 240)]), 12, 32, 10), "#fff0d8", opacity=0.3, soft=13)


def heart_on_the_board() -> Sheet:
    """A whiteboard with a heart, drawn so that somebody would understand it."""
    s = Sheet(seed=46)
    s.wash("#b89a78", "#a88866", "#7c6048", brush=2)
    board = [(60, 90), (1300, 50), (1310, 850), (70, 880)]
    s.shadow(board, by=(16, 30), soft=24)
    s.fill(board, "#8e969a", to="#5f676c", light=0.4)
    s.fill([(84, 114), (1278, 76), (1286, 826), (94, 854)], "#f4f5ee", to="#cfd6d4", angle=30,
        texture=0.025)
    s.fill([(300, 110), (560, 100), (360, 846), (120, 852)], "#ffffff", opacity=0.4, soft=24)
    for _ in range(26):
        x, y = s.chance(120, 1200), s.chance(140, 780)
        s.fill(tube(curve([(x, y), (x + 60, y - 10), (x + 130, y + 8)]), 3, 26, 3), "#b4bcc0",
            opacity=0.3, soft=8)
    red, blue, black = "#c9302a", "#2450a0", "#2a2a32"
    heart = [(560, 330), (500, 250), (400, 250), (350, 340), (370, 470), (450, 580), (560, 690),
        (660, 590), (750, 480), (780, 350), (730, 256), (630, 250), (560, 330)]
    s.fill(tube(curve(heart), 15, 12, 16), black, texture=0.02)
    s.fill(blob([(400, 350), (470, 320), (540, 400), (540, 600), (470, 540), (400, 450)]), blue,
        opacity=0.3, soft=3, texture=0.2)
    s.fill(blob([(590, 400), (650, 320), (730, 350), (720, 460), (650, 560), (590, 610)]), red,
        opacity=0.32, soft=3, texture=0.2)
    s.fill(tube(curve([(562, 336), (570, 480), (560, 680)]), 12), black)
    s.fill(tube(curve([(356, 424), (450, 432), (566, 426), (680, 434), (774, 418)]), 10), black)
    for pts, colour in (([(200, 240), (290, 220), (370, 290), (430, 340)], blue),
        ([(210, 600), (320, 590), (400, 520)], blue), ([(650, 300), (700, 190), (820, 170),
        (920, 210)], red), ([(700, 420), (830, 420), (940, 470)], red)):
        s.fill(tube(curve(pts), 11), colour)
        (ax, ay), (bx, by) = pts[-2], pts[-1]
        angle = math.atan2(by - ay, bx - ax)
        for side in (2.6, -2.6):
            s.fill(tube([(bx, by), (bx + 44 * math.cos(angle + side),
                by + 44 * math.sin(angle + side))], 11), colour)
    for x, y, length, colour in ((960, 206, 200, red), (980, 476, 170, red), (120, 250, 70, blue),
        (120, 606, 80, blue), (900, 620, 300, black), (900, 680, 240, black),
        (900, 740, 270, black)):
        count = int(length / 14)
        line = [(x + k * 14, y + (-15 if k % 2 else 9) * s.chance(0.5, 1.2)) for k in range(count)]
        for begin in range(0, count, 7):
            if len(line[begin : begin + 6]) > 2:
                s.fill(tube(curve(line[begin : begin + 6]), 7, 6), colour, texture=0)
    tray = box(380, 850, 560, 34, turn=-1)
    s.shadow(tray, by=(4, 20), soft=12)
    s.fill(tray, "#aab0b2", to="#6a7174", light=0.5, shade=0.4, depth=6)
    for x, colour in ((430, red), (560, blue), (690, black)):
        s.fill(limb([(x, 842), (x + 96, 838)], 24, 24), "#f2efe4", light=0.4, shade=0.4, depth=5)
        s.fill(limb([(x + 74, 839), (x + 100, 838)], 25, 25), colour, light=0.4, depth=4)
    s.fill(card(820, 812, 96, 44, 8), "#3c5a74", to="#22364a", light=0.4, shade=0.3, depth=6)
    s.fill([(-20, 950), (1380, 930), (1380, 1040), (-20, 1040)], "#5c4434", brush=0)
    s.glow(240, 120, 900, "#fff4d4", strength=0.35)
    return s


def classroom_from_the_back() -> Sheet:
    """A class seen from the last row, on a bright morning."""
    s = Sheet(seed=47)
    s.wash("#d9c9a4", "#cdb88e", "#a88f6c", brush=2)
    for x in (30, 250):
        s.fill(box(x, 90, 190, 400), "#e9f2ea", to="#bcd4c4")
        s.fill(blob([(x, 420), (x + 40, 300), (x + 110, 280), (x + 190, 360), (x + 190, 490),
            (x, 490)]), "#6f9455", to="#4c7040", soft=4)
        s.fill([tube([(x + 95, 90), (x + 95, 490)], 11), tube([(x, 260), (x + 190, 260)], 11)],
            "#f6f0dc")
    s.glow(200, 250, 620, "#fffbe0", strength=0.85)
    s.fill(box(560, 110, 560, 330), "#5d6a6e")
    s.fill(box(574, 124, 532, 302), "#f2f4ec", to="#d6dcd6")
    s.fill(tube(curve([(700, 300), (690, 220), (770, 190), (800, 250), (840, 190), (920, 220),
        (900, 300), (804, 390), (700, 300)]), 12), "#c9302a")
    for k in range(4):
        s.fill(box(960, 190 + k * 44, 110 - k * 14, 12), "#3a4a6c", opacity=0.8)
    s.fill(box(1170, 120, 130, 180), "#7c9c94", light=0.2)
    s.fill(box(1182, 134, 106, 150), "#f0dfb4")
    s.fill(oval(1235, 190, 30, 36), "#c46a4a")
    s.defocus(7)
    teacher = [*limb([(480, 330), (484, 470)], 110, 120), oval(480, 250, 42, 50)]
    s.fill(teacher, "#50606c", to="#34404c", soft=3)
    s.fill(oval(480, 246, 41, 47), "#c08a66", soft=3)
    s.fill(blob([(438, 240), (444, 196), (480, 184), (518, 196), (522, 240), (500, 214),
        (460, 214)]), "#d8d4cc", soft=2)
    s.fill(limb([(520, 320), (590, 300), (640, 250)], 36, 30, 26), "#50606c", soft=3)
    rows = (
        (520, 0.62, ((180, "#2f5f78", "#241a1a", 0), (420, "#b8412f", "#5c3a20", 1),
            (660, "#c8a03c", "#1a1416", 2), (900, "#5c7a4c", "#8a5a2c", 0),
            (1140, "#6a5a8c", "#2a1c18", 1))),
        (700, 0.9, ((100, "#c46a3a", "#1c1416", 1), (440, "#3f6a5c", "#b98a4a", 0),
            (790, "#8c3a54", "#3a2a3c", 3), (1150, "#2f4a6c", "#2a1a16", 0))),
    )
    for index, (level, scale, people) in enumerate(rows):
        for px, jumper, hair, kind in people:
            _pupil(s, px, level, scale, jumper, hair, kind)
        top = level + 250 * scale
        table = [(-20, top), (1380, top - 8), (1380, top + 50 * scale), (-20, top + 58 * scale)]
        s.shadow(table, by=(0, 18), soft=12)
        if index == 0:
            s.fill(table, "#c9985c", to="#8a6038", brush=0, light=0.3, shade=0.3, depth=6)
            s.defocus(2.4)
    s.fill([(-20, 925), (1380, 915), (1380, 1040), (-20, 1040)], "#c08c52", to="#6f4a2c", brush=0,
        texture=0.12, light=0.3, depth=6)
    for x, colour in ((250, "#efe6cf"), (960, "#3f6f8a")):
        sheet = box(x, 944, 190, 80, turn=-5)
        s.shadow(sheet, by=(10, 10), soft=7)
        s.fill(sheet, colour, to=mixed(colour, "#403020", 0.3))
    s.glow(120, 200, 1000, "#fff6d0", strength=0.4)
    return s


def _pupil(s: Sheet, x: float, y: float, k: float, jumper: str, hair: str, kind: int) -> None:
    """Somebody from behind; kind 1 has long hair, 2 curls, 3 a headscarf."""
    body = blob([(x - 130 * k, y + 280 * k), (x - 120 * k, y + 120 * k), (x - 60 * k, y + 70 * k),
        (x + 60 * k, y + 70 * k), (x + 120 * k, y + 120 * k), (x + 130 * k, y + 280 * k)])
    s.shadow(body, by=(16, 14), soft=10, strength=0.4)
    s.fill(body, jumper, to=mixed(jumper, "#141018", 0.5), angle=50, light=0.45, shade=0.45,
        depth=22, texture=0.1)
    s.fill(tube([(x, y + 40 * k), (x, y + 90 * k)], 60 * k), "#9a6a48", shade=0.3)
    head = oval(x, y - 10 * k, 70 * k, 82 * k)
    dark = mixed(hair, "#0c080c", 0.45)
    if kind == 1:
        s.fill(blob([(x - 76 * k, y - 20 * k), (x, y - 100 * k), (x + 76 * k, y - 20 * k),
            (x + 84 * k, y + 150 * k), (x, y + 176 * k), (x - 84 * k, y + 150 * k)]), hair, to=dark,
            light=0.4, shade=0.4, depth=16, brush=2, texture=0.14)
    elif kind == 2:
        curls = [oval(x + 62 * k * math.cos(a), y - 16 * k + 66 * k * math.sin(a),
            38 * k) for a in (i * math.tau / 9 for i in range(9))]
        s.fill([head, *curls], hair, to=dark, light=0.35, shade=0.3, depth=12)
    elif kind == 3:
        s.fill(blob([(x - 80 * k, y), (x - 50 * k, y - 86 * k), (x + 50 * k, y - 86 * k),
            (x + 80 * k, y), (x + 90 * k, y + 110 * k), (x + 20 * k, y + 190 * k),
            (x - 30 * k, y + 180 * k), (x - 90 * k, y + 110 * k)]), "#c99a8c", to="#7c5054",
            light=0.4, shade=0.4, depth=18)
        s.fill(tube(curve([(x - 50 * k, y + 20 * k), (x, y + 70 * k), (x + 20 * k, y + 160 * k)]),
            8 * k), "#8a5c5c", soft=3)
    else:
        s.fill([oval(x - 70 * k, y, 14 * k, 20 * k), oval(x + 70 * k, y, 14 * k, 20 * k)],
            "#b07a54")
        s.fill(head, hair, to=dark, light=0.4, shade=0.4, depth=14)


def loaves() -> Sheet:
    """Bread that was baked at home, on a tea towel."""
    s = Sheet(seed=48)
    s.wash("#6f8a8c", "#5d777a", "#42585c", brush=0, texture=0.1)
    s.glow(240, 160, 900, "#fff0cc", strength=0.5)
    towel = blob([(120, 250), (500, 170), (1100, 220), (1290, 420), (1240, 860), (800, 950),
        (260, 900), (90, 640)])
    s.shadow(towel, by=(22, 26), soft=18)
    s.fill(towel, "#f2ead8", to="#bdb098", angle=50, texture=0.05, light=0.2, shade=0.3)
    for k in range(4):
        s.fill(tube(curve([(200 + k * 280, 214 + (k % 2) * 10), (230 + k * 274, 540),
            (210 + k * 280, 900)]), 18), "#b8412f", opacity=0.75)
    for y in (380, 720):
        s.fill(tube(curve([(110, y), (660, y - 24), (1260, y + 12)]), 18), "#b8412f", opacity=0.6)
    for x, y, rx, ry, turn in ((480, 440, 300, 170, -12), (860, 660, 300, 165, 8)):
        loaf = oval(x, y, rx, ry, turn=turn)
        s.shadow(loaf, by=(34, 40), soft=24, strength=0.6)
        s.fill(loaf, "#d08a3c", to="#74381a", angle=65, light=0.45, shade=0.5, depth=44,
            texture=0.16)
        for k in range(4):
            cx = x - rx * 0.55 + k * rx * 0.37
            cut = turned(blob([(cx - 26, y + ry * 0.5), (cx - 6, y), (cx + 44, y - ry * 0.55),
                (cx + 30, y), (cx + 6, y + ry * 0.45)]), turn, (x, y))
            s.fill(cut, "#f2d49a", to="#c88c48", light=0.3, shade=0.4, depth=9, texture=0.12)
        for _ in range(60):
            a, r = s.chance(0, math.tau), s.chance(0, 1) ** 0.5
            s.fill(oval(x + rx * 0.9 * r * math.cos(a), y + ry * 0.85 * r * math.sin(a),
                s.chance(2, 6)), "#fbf0d8", opacity=0.7, texture=0)
    for x, y, turn in ((1060, 380, 20), (1130, 440, 44)):
        slice_ = turned(blob([(x - 90, y + 70), (x - 96, y - 20), (x - 50, y - 76),
            (x + 50, y - 76), (x + 96, y - 20), (x + 90, y + 70)]), turn, (x, y))
        s.shadow(slice_, by=(14, 16), soft=9)
        s.fill(slice_, "#8f4f22", light=0.3)
        inner = [(x + (px - x) * 0.88, y + (py - y) * 0.88) for px, py in slice_]
        s.fill(inner, "#f0d9a8", to="#d2ac70", texture=0.1)
        for _ in range(24):
            s.fill(oval(x + s.chance(-60, 60), y + s.chance(-50, 50), s.chance(3, 9),
                s.chance(2, 6)), "#cda468", opacity=0.8, texture=0)
    knife = [(160, 930), (520, 812), (560, 822), (530, 850), (176, 962)]
    s.shadow(knife, by=(12, 16), soft=8)
    s.fill(knife, "#dfe2de", to="#8a9092", light=0.5, shade=0.3, depth=6)
    s.fill(limb([(540, 826), (720, 772)], 44, 50), "#5a3420", to="#2e1a12", light=0.5, shade=0.4,
        depth=10)
    for x in (580, 630, 680):
        s.fill(oval(x, 816 - (x - 580) * 0.3, 7), "#d8b86a")
    for _ in range(50):
        px, py = s.chance(700, 1200), s.chance(300, 560)
        s.fill(oval(px, py, s.chance(2, 6)), "#a86a30", texture=0)
    return s
