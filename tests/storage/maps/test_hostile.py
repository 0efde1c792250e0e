"""Whatever a file that calls itself a map does, it is refused soon, and nothing else is touched."""

import gzip
import json
import subprocess
import sys

import pytest

from reisblog.storage.maps import limits
from tests import school_maps

SECONDS, MEGABYTES = 2, 500
READER = """
import json, sys, time
from pathlib import Path
from reisblog import resources, texts
from reisblog.errors import UnusableMapError
from reisblog.storage.catalogue import read_catalogue
from reisblog.storage.maps.reading import read_map_file
from PIL import ImageColor

texts.use("en")
catalogue, touched = read_catalogue(resources.places()), []
WATCHED = ("open", "socket.", "os.", "subprocess.", "urllib.", "ctypes.")
def note(event, given):
    if event.startswith(WATCHED) and str(given[:1]) != str((sys.argv[1],)):
        touched.append(f"{event} {given!r:.200}")
sys.addaudithook(note)
before = time.process_time()
try:
    read_map_file(Path(sys.argv[1]), catalogue)
    problems = []
except UnusableMapError as error:
    problems = error.problems
seconds = time.process_time() - before
seen = list(touched)
try:
    status = Path("/proc/self/status").read_text()
    megabytes = int(status.split("VmHWM:")[1].split()[0]) / 1024
except FileNotFoundError:  # only Linux tells it of this process alone
    megabytes = 0
print(json.dumps([problems, seconds, megabytes, seen]))
"""


def laughs(kind="SYSTEM", target=""):
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    outside = f'<!ENTITY out {kind} "{target}">' if target else ""
    doctype = f'<!DOCTYPE svg [<!ENTITY l0 "ha">{entities}{outside}]>'
    return doctype + school_maps.plain("<text>&l9;&out;</text>" if target else "<text>&l9;</text>")


def clones(levels, each):
    groups = "".join(
        f'<g id="b{n + 1}">{f"""<use href="#b{n}"/>""" * each}</g>' for n in range(levels)
    )
    art = f'<defs><path id="b0" d="M0 0h9v9z"/>{groups}</defs><use href="#b{levels}"/>'
    return school_maps.plain(art)


def chained(count, last):
    links = "".join(f'<use id="b{n + 1}" href="#b{n}"/>' for n in range(count))
    return school_maps.plain(f'<defs><path id="b0" d="M0 0h9v9z"/>{links}</defs>{last}')


def long_path(letters, ending=""):
    piece = "L1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 "
    return school_maps.plain(f'<path d="M0 0{piece * (letters // len(piece))}{ending}"/>')


def many(element, count):
    return school_maps.plain(element * count)


HOSTILE = {
    "billion laughs": lambda: (laughs(), "DOCTYPE"),
    "an entity from a file": lambda: (laughs(target="file:///etc/passwd"), "DOCTYPE"),
    "an entity from the network": lambda: (laughs(target="http://example.invalid/x"), "DOCTYPE"),
    "a doctype from the network": lambda: (
        '<!DOCTYPE svg SYSTEM "http://example.invalid/svg.dtd">' + school_maps.plain(),
        "DOCTYPE",
    ),
    "a style sheet": lambda: (
        '<?xml-stylesheet href="http://example.invalid/x.css"?>' + school_maps.plain(),
        "points outside",
    ),
    "a script": lambda: (school_maps.plain("<script>while(true){}</script>"), "<script> cannot"),
    "a picture from outside": lambda: (
        school_maps.plain('<image href="http://example.invalid/x.png"/>'),
        "points outside",
    ),
    "50 MB of path": lambda: (long_path(50_000_000), "larger than 8 MB"),
    "8 MB of path": lambda: (long_path(8_000_000), "more than 500000 numbers"),
    "a long path that ends far away": lambda: (
        long_path(600_000, "l 9 9e5") + " " * 1000,
        "far outside",
    ),
    "a long path that ends nowhere": lambda: (long_path(600_000, "L 5"), "measures cannot be read"),
    "a path of letters": lambda: (
        school_maps.plain(f'<path d="M{"NaN " * 1_900_000}"/>'),
        "more than 500000 numbers",
    ),
    "nothing but ends": lambda: (
        school_maps.plain(f'<path d="M0 0{"z" * 7_900_000}L9999999 0"/>'),
        "more than 500000 numbers",
    ),
    "more arcs than one draws": lambda: (
        school_maps.plain(f'<path d="M0 0{"a9 9 0 0 1 9 9" * 71_000}L9999999 0"/>'),
        "more than 500000 numbers",
    ),
    "as many arcs as may be, far away": lambda: (
        school_maps.plain(f'<path d="M0 0{"a9 9 0 0 1 9 9" * 17_000}L9999999 0"/>'),
        "far outside",
    ),
    "as many lines as may be, far away": lambda: (
        school_maps.plain(f'<path d="M0 0{"h1v1" * 124_000}L9999999 0"/>'),
        "far outside",
    ),
    "one very long number": lambda: (
        school_maps.plain(f'<path d="M0 {"9" * 7_900_000}"/>'),
        "measures",
    ),
    "one very long length": lambda: (
        school_maps.plain(f'<rect width="{"9" * 7_900_000}"/>'),
        "measures",
    ),
    "one very long colour": lambda: (
        school_maps.plain(f'<path d="M0 0h9" fill="{"9" * 7_900_000}"/>'),
        "not known",
    ),
    "a million attributes": lambda: (
        school_maps.plain("<g " + " ".join(f"a{n}=''" for n in range(600_000)) + "/>"),
        "more than 200000 attributes",
    ),
    "almost too many attributes": lambda: (
        school_maps.plain("<g " + " ".join(f"a{n}=''" for n in range(199_000)) + "/>"),
        None,
    ),
    "many namespaces": lambda: (
        school_maps.plain("<g " + " ".join(f"xmlns:a{n}='b{n}'" for n in range(199_000)) + "/>"),
        None,
    ),
    "a very long style": lambda: (
        many("", 0).replace("<g ", f'<g style="{"a:b;" * 1_900_000}" ', 1),
        None,
    ),
    "a very long transform": lambda: (
        school_maps.plain(f'<path d="M0 0" transform="{"scale(1)" * 900_000}"/>'),
        "transform cannot be read",
    ),
    "a very long dash": lambda: (
        school_maps.plain(f'<path d="M0 0h9" stroke="red" stroke-dasharray="{"1 " * 3_900_000}"/>'),
        "dasharray",
    ),
    "points without end": lambda: (
        school_maps.plain(f'<polyline points="{"1 2 " * 1_900_000}"/>'),
        "more than 500000 numbers",
    ),
    "an area without end": lambda: (
        school_maps.plain().replace('points="', f'points="{"1 2 " * 1_900_000}', 1),
        "more than 1000 corners",
    ),
    "an area of path without end": lambda: (
        school_maps.plain()
        .replace("<polygon", "<path", 1)
        .replace('points="', f'd="M0 0{"L1 2" * 1_900_000}" points="', 1),
        "more than 1000 corners",
    ),
    "100,000 groups in one another": lambda: (
        school_maps.plain("<g>" * 100_000 + "</g>" * 100_000),
        "more than 64 groups",
    ),
    "millions of elements": lambda: (many("<g/>", 1_900_000), "more than 12000 elements"),
    "12,000 faults": lambda: (many("<text/>", 11_700), "<text> cannot"),
    "12,000 faults with ids": lambda: (
        school_maps.plain("".join(f'<text id="t{n}"/>' for n in range(11_700))),
        "<text> cannot",
    ),
    "12,000 small paths": lambda: (many('<path fill="red" d="M0 0h9v9z"/>', 11_700), None),
    "12,000 small paths of which the last is far away": lambda: (
        many('<path fill="red" d="M0 0h9v9z"/>', 11_000).replace("9v9z", "9v9e5z"),
        "far outside",
    ),
    "clones of clones": lambda: (clones(30, 10), "more than 12000 elements"),
    "clones of nothing": lambda: (
        clones(30, 10).replace('<path id="b0" d="M0 0h9v9z"/>', '<g id="b0"/>'),
        "more than 12000 elements",
    ),
    "clones of a long path": lambda: (
        clones(3, 20).replace("M0 0h9v9z", f"M0 0{'L1 2' * 50_000}"),
        "more than 500000 numbers",
    ),
    "clones of one another": lambda: (
        school_maps.plain('<use id="a" href="#b"/><use id="b" href="#a"/>'),
        "clone of what it is part of",
    ),
    "a long chain of clones": lambda: (
        chained(9_000, '<use href="#b9000"/>'),
        "within one another",
    ),
    "many chains of clones": lambda: (
        chained(60, "".join(f'<use href="#b{n}"/>' for n in range(60)) * 20),
        None,
    ),
    "NaN": lambda: (school_maps.plain('<circle r="NaN"/>'), "measures"),
    "1e308": lambda: (school_maps.plain('<path d="M1e308 1e308l1e308 1e308"/>'), "measures"),
    "1e308 by stretching": lambda: (
        many('<g transform="scale(9e6)">', 50).replace(
            "\n<g id", f'<path d="M1 1h1"/>{"</g>" * 50}\n<g id', 1
        ),
        "measures",
    ),
    "another encoding": lambda: (
        school_maps.plain("<script/>").encode("utf-16"),
        "<script> cannot",
    ),
    "a compressed drawing": lambda: (gzip.compress(bytes(90_000_000)), "cannot be read as an SVG"),
    "nothing but spaces": lambda: (" " * 8_000_000, "cannot be read as an SVG"),
}


@pytest.mark.slow  # a process for each of them
@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_within_bounds(name, tmp_path):
    content, why = HOSTILE[name]()
    path = tmp_path / "kaart.svg"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    done = subprocess.run(
        [sys.executable, "-c", READER, str(path)], capture_output=True, check=True, timeout=60
    )
    problems, seconds, megabytes, touched = json.loads(done.stdout)
    assert touched == []
    assert seconds < SECONDS or not problems
    assert megabytes < MEGABYTES
    if why is None:  # large, but nobody's harm: whatever comes of it, it comes within bounds
        assert len(problems) <= 1
    else:
        assert any(why in problem for problem in problems)
    assert len(problems) <= limits.FAULTS + 1
