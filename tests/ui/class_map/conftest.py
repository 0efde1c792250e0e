"""A class at a board: journeys in files, and the wall they hang on."""

import pytest
from PySide6.QtTest import QTest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Audience, Stop
from tests import desks, journeys

_PATIENCE_MS = 30_000


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


@pytest.fixture
def files(tmp_path):
    """Makes files, each of a journey of one path and one halte."""

    def make(count, *edited):
        folder = tmp_path / "klas"
        folder.mkdir(exist_ok=True)
        made = []
        for number in range(count):
            path = folder / f"reis-{len(list(folder.iterdir())):03}.reisblog"
            name = f"Leerling {number}"
            across = [(300, 300 + 30 * number), (2000, 1200), (700, 1300)]
            halte = Stop(id="s1", at=Point(900, 900), title="Een dag", text="Zo was het.")
            with desks.new_desk(tmp_path / "made", title="Een jaar", traveller=name) as desk:
                journey = edits.add_trail(desk.journey, journeys.trail("t1", across))
                journey = edits.start_stop(journey, halte)
                for edit in edited:
                    journey = edit(journey)
                desk.commit("", lambda _now, made=journey: made)
                desk.save(path)
            made.append(path)
        return made

    return make


@pytest.fixture
def wall(driver, wait_for):
    """Hangs up files, and waits until all of them are seen."""

    def hang(files, *, width=1280, height=720):
        driver.dialogs.files = files
        driver.press("class-map")
        window = driver.program.class_maps.window
        window.showNormal()
        window.resize(width, height)
        wait_for(lambda: window.is_settled)
        return window

    return hang


@pytest.fixture
def wait_for(qtbot):
    """Waits until something holds."""
    return lambda holds: qtbot.waitUntil(holds, timeout=_PATIENCE_MS)


def named(now):
    return edits.allow_name(now, allowed=True)


def closed(now):
    return edits.show_to(now, ["s1"], Audience.SELF)
