"""No screen sleeps while a journey is told, and every screen may again when it has been."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reisblog.ui.show.awake import Awake, Caffeinate, ThreadState

_ROOT = Path(__file__).parents[3]
_BUS = shutil.which("dbus-run-session")
_ON_A_BUS = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection
from reisblog.ui.show.awake import Awake, Saver

app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
asked = []

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Desktop(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, who, why):
        asked.append((who, why))
        return 1

desktop = Desktop()
bus.registerService("org.freedesktop.ScreenSaver")
bus.registerObject(
    "/org/freedesktop/ScreenSaver", desktop, QDBusConnection.RegisterOption.ExportAllSlots
)
awake = Awake(Saver)
awake.hold()
caller = QDBusConnection("reisblog-awake").baseService()
while not asked:
    app.processEvents()
assert asked[0][0] == "Reisblog", asked
assert bus.interface().isServiceRegistered(caller).value()
awake.let_go()
assert not bus.interface().isServiceRegistered(caller).value()
awake.let_go()
print("done")
"""


class Way:
    """Notes what it was asked."""

    def __init__(self, *, fails=False):
        self.asked = []
        self._fails = fails

    def hold(self):
        if self._fails:
            raise OSError
        self.asked.append("hold")

    def let_go(self):
        self.asked.append("let go")


def test_it_is_asked_once_and_taken_back_once():
    way = Way()
    awake = Awake(lambda: way)
    for _ in range(2):
        awake.hold()
    for _ in range(2):
        awake.let_go()
    assert way.asked == ["hold", "let go"]


def test_where_a_system_cannot_nobody_hears_of_it():
    way = Way(fails=True)
    awake = Awake(lambda: way)
    awake.hold()
    awake.let_go()
    assert way.asked == []


def test_windows_is_told_by_what_it_calls_the_state_of_a_thread():
    told = []
    awake = Awake(lambda: ThreadState(told.append))
    awake.hold()
    awake.let_go()
    assert told == [0x80000003, 0x80000000]


def test_on_macos_a_program_of_its_own_runs_meanwhile_and_ends_with_ours():
    started = []

    def start(command):
        started.append(command)
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])

    way = Caffeinate(start)
    awake = Awake(lambda: way)
    awake.hold()
    running = way.running
    assert running.poll() is None
    awake.let_go()
    assert running.poll() is not None
    assert started == [["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]]


@pytest.mark.skipif(_BUS is None, reason="there is no bus here")
def test_on_linux_the_desktop_is_asked_and_let_go_of():
    played = subprocess.run(
        [_BUS, "--", sys.executable, "-c", _ON_A_BUS],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.stdout.strip() == "done", played.stderr


def test_the_screen_is_held_awake_as_long_as_there_is_a_board(example):
    telling = example.program.telling
    way = Way()
    telling.awake = Awake(lambda: way)
    example.press("tell")
    example.until(lambda: way.asked == ["hold"])
    telling.end()
    assert way.asked == ["hold", "let go"]
