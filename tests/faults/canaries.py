"""Names and places hide in pictures, folders and the computer itself: none of them comes out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.private_life import FOLLOWED, MADE, OWN_WORD, PHOTOS
from tests.faults.row import Row
from tests.faults.telling_pictures import CANARY
from tests.faults.unpacking import says

_NAMED_AFTER = ("HOME", "USERPROFILE", "USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME")
_SETTINGS = "settings"
"""Recent files and the followed folder are in there, for that is what it is for."""
_MAY_NAME_ITS_FILE = "log"
"""Work that was left must find its file again."""


def run(*, fast):
    """One life, and a look into everything that came of it."""
    with tempfile.TemporaryDirectory(prefix="reisblog-faults-") as folder:
        root = Path(folder)
        home = root / f"{CANARY}-home"
        home.mkdir()
        command = [sys.executable, "-m", "tests.faults.private_life", str(root)]
        command += ["--fast"] if fast else []
        apart = _with_a_name_of_its_own()
        if apart:
            command = [*apart, *command, f"{CANARY}-host"]
        named = {name: f"{CANARY}-{name.lower()}" for name in _NAMED_AFTER}
        named |= {"HOME": str(home), "USERPROFILE": str(home)}
        done = subprocess.run(
            command, env=os.environ | named, capture_output=True, check=False
        )  # fmt: skip
        name = "canaries in pictures, names and folders"
        if done.returncode != 0:
            yield Row(name, "", tuple(done.stderr.decode().splitlines()[-3:]))
            return
        yield _looked_at(name, root, home, done)
        if not apart:
            yield Row("canary in the computer's name", "", skipped="it cannot be changed here")


def _with_a_name_of_its_own():
    """What lets a program call the computer something else, for itself alone; where that is."""
    program = shutil.which("unshare")
    for user in ([], ["--user", "--map-root-user"]):
        command = [program or "unshare", *user, "--uts"]
        tried = [*command, sys.executable, "-c", "import socket; socket.sethostname('anders')"]
        if program and subprocess.run(tried, capture_output=True, check=False).returncode == 0:
            return command
    return []


def _looked_at(name, root, home, done):
    sources = [*_files(root / PHOTOS), *_files(root / FOLLOWED)]
    faults = [f"not seen in {file.name}" for file in sources if not says(file.read_bytes(), CANARY)]
    made = [*_files(root / MADE), *_files(home)]
    made = [file for file in made if file.parent.name != _SETTINGS]
    for file in made:
        path_is_allowed = file.name == _MAY_NAME_ITS_FILE
        if says(file.read_bytes(), CANARY, but_for_the_path=path_is_allowed):
            faults.append(f"it is in {file.relative_to(root)}")
    faults += [
        f"what the person wrote is not seen in {file.name}"
        for file in made
        if file.suffix in {".reisblog", ".words", ".pdf"} or file.name == _MAY_NAME_ITS_FILE
        if f"{CANARY}-map" not in file.name and not says(file.read_bytes(), OWN_WORD)
    ]
    if CANARY.encode() in done.stdout + done.stderr:
        faults.append("it is in what the program says on the terminal")
    for must in ("recovery", "versions"):
        if not any(must in file.parts for file in made):
            faults.append(f"there is nothing in {must}")
    return Row(name, f"{len(sources)} pictures, {len(made)} files of ours", tuple(faults))


def _files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())
