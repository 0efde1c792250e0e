"""Draws map and signs: `python3 packaging/landscape` writes `assets/map.svg`, `assets/signs/`.

From the paper up: `palette` (few inks), `curves` (plain geometry), `ink` (the sheet and the pen),
`motifs` (trees, houses, people), `sites` (where everything lies) and `terrain_plan` (what lies
between), `water`, `ground`, `relief`, `vegetation` and the `places_*` modules (the drawing itself),
`geometry` (what the app reads), and `sheet_of_all`, which puts the layers in order; `signs`
stand on no map but where a traveller puts them.
"""
