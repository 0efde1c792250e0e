"""Nothing that the program loads or does knows of a network."""

import subprocess
import sys

_PROGRAM = """
import importlib, os, pkgutil, sys
from pathlib import Path

asked = []

def hear(event, arguments):
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        asked.append(event)
    elif event == "socket.__new__" and "INET" in str(arguments[1:2]):
        asked.append(event)

sys.addaudithook(hear)

import reisblog

for found in pkgutil.walk_packages(reisblog.__path__, "reisblog."):
    importlib.import_module(found.name)

from PySide6.QtWidgets import QApplication

from reisblog import app
from reisblog.resources import Folders
from reisblog.running import soon_wanted
from reisblog.ui.application import application

made = application()
program = app.Program(folders=Folders.below(Path(sys.argv[1])))
program.window.show()
for step in soon_wanted(program):
    step()
    made.processEvents()
for name in ("tray", "story", "backpack", "company", "legend", "places", "loose"):
    program.window.panel.page(name)
made.processEvents()
program.close()

BANNED = {"PySide6.QtNetwork", "urllib.request", "http.client", "ssl", "asyncio", "ftplib"}
loaded = sorted(BANNED & sys.modules.keys())
maps = Path("/proc/self/maps")
if maps.exists() and "Qt6Network" in maps.read_text():
    loaded.append("Qt6Network")
print([*asked, *loaded], flush=True)
os._exit(0)
"""


def test_the_whole_program_loads_nothing_that_knows_a_network_and_asks_for_none(tmp_path):
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines()[-1:] == ["[]"], done.stderr
