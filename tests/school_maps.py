"""Maps as schools make them: written by hand, and as Inkscape would save them."""

import json

from reisblog import resources

PLACES = [entry["id"] for entry in json.loads(resources.places().read_text("utf-8"))["places"]]
SHEET = (1500, 1000)


def spot(place_id):
    """The upper left corner of a place: six stand beside one another."""
    row, column = divmod(PLACES.index(place_id), 6)
    return 60 + column * 230, 50 + row * 230


def geometry(place_id):
    """The four parts of a place."""
    x, y = spot(place_id)
    return {
        "area": f'<polygon id="{place_id}.area" '
        f'points="{x},{y} {x + 100},{y} {x + 100},{y + 80} {x},{y + 80}"/>',
        "label": f'<circle id="{place_id}.label" cx="{x + 50}" cy="{y + 95}" r="6"/>',
        "pin": f'<circle id="{place_id}.pin" cx="{x + 50}" cy="{y + 70}" r="6"/>',
        "rest": f'<rect id="{place_id}.rest" x="{x + 105}" y="{y}" width="110" height="100"/>',
    }


def landmark(place_id, *, style="fill:#c08040;stroke:#203040;stroke-width:3px"):
    """A house, for want of better."""
    x, y = spot(place_id)
    return (
        f'<g id="{place_id}"><path style="{style}" d="m {x},{y + 80} v -50 l 50,-30 50,30 v 50 z"/>'
        f'<circle fill="#ffffff" cx="{x + 50}" cy="{y + 40}" r="9"/></g>'
    )


def plain(art="", *, root=""):
    """A whole map with all that it needs.

    Args:
        art: what is drawn besides the places.
        root: more attributes of the root.
    """
    parts = [part for place in PLACES for part in geometry(place).values()]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SHEET[0]} {SHEET[1]}" {root} '
        'xmlns:xlink="http://www.w3.org/1999/xlink">\n'
        '<rect fill="#f7f1e3" width="1500" height="1000"/>\n'
        f"{art}\n{''.join(map(landmark, PLACES))}\n"
        f'<g id="geometry" display="none">{"".join(parts)}</g>\n</svg>'
    )


def of_inkscape():
    """What Inkscape writes: layers, styles, its own elements, measures, moved and cloned art."""
    fonts = "font-variant-ligatures:normal;line-height:1.25;-inkscape-stroke:none"
    art = f"""
  <g inkscape:groupmode="layer" inkscape:label="Zee" id="layer2" style="display:inline"
     transform="translate(700,500)">
    <path style="opacity:0.5;fill:teal;stroke:none;{fonts}"
       d="m 0,0 c 100,-50 200,50 300,0 s 100,60 -20,120 q -100,60 -200,0 t -80,-20 z" id="path7"
       inkscape:connector-curvature="0" sodipodi:nodetypes="cscccc"/>
    <path style="fill:none;stroke:rgb(20%, 30%, 60%);stroke-width:6;stroke-dasharray:18, 9;
       stroke-dashoffset:4;stroke-opacity:0.6;stroke-linecap:round;opacity:1" id="golf"
       transform="rotate(12)" d="M -300,-200 C -200,-260 -100,-140 0,-200 L 120,-180"/>
    <ellipse style="fill:#ab3;fill-opacity:0.8;stroke:#402000;stroke-width:8;paint-order:fill"
       cx="420" cy="180" rx="90" ry="40" transform="matrix(0.9,0.3,-0.2,1.1,10,-20)" id="e1"/>
    <use x="0" y="0" xlink:href="#golf" id="use9" transform="translate(30,60)" width="100%"
       height="100%"/>
    <path d="m -500,250 a 60,40 20 1 0 100,0 l 0,60 -100,-20" id="boog"
       style="fill:#d08;fill-rule:evenodd;stroke:#111111;stroke-width:4;stroke-linejoin:bevel"/>
    <rect x="-420" y="-380" width="160" height="90" ry="20" style="fill:none;stroke:black"/>
    <use xlink:href="#boom" x="-200" y="120"/>
    <g style="stroke:#337733;stroke-width:5;fill:none">
      <polyline points="-600,-420 -560,-380 -520,-420 -480,-380"/>
      <line x1="-450" y1="-420" x2="-440" y2="-320" style="stroke-linecap:square"/>
    </g>
  </g>
  <g inkscape:groupmode="layer" inkscape:label="Schets" id="layer9" style="display:none">
    <text x="10" y="10">Een schets</text>
  </g>
  <path style="visibility:hidden;fill:#ff0000" d="M 0 0 h 900 v 900 z"/>"""
    drawing = plain(
        art,
        root='xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="1500" '
        'height="1000" version="1.1" id="svg8" inkscape:version="1.4" sodipodi:docname="kaart.svg"',
    )
    furniture = """<sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.35"/>
  <title>Kaart</title><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>
  </metadata><defs id="defs2"><linearGradient id="unused"><stop offset="0"/></linearGradient>
  <g id="boom"><path d="M0 0 L20 -70 40 0z" style="fill:#2a6a3a"/><path d="M20 0v20"
  style="stroke:#523014;stroke-width:6"/></g></defs>\n<rect"""
    layer = '<g id="geometry" inkscape:groupmode="layer" style="display:none">'
    return drawing.replace("<rect", furniture, 1).replace('<g id="geometry" display="none">', layer)
