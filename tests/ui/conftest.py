"""A person at the window, and photos to give them."""

import multiprocessing
import os
import sys

import pytest

from reisblog import texts
from reisblog.photos import process
from reisblog.ui import theme
from tests import pictures
from tests.driver import Driver

# No test needs a display; a person who wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="module")
def _swift_workers(workers_start_swiftly):
    pass


@pytest.fixture(scope="module")
def workers_start_swiftly():
    """Workers are forked by one process that has loaded all they need, where that is to be had.

    Half the time of these tests went into starting each from nothing, as the program does. That is
    tried in `tests/photos`, and by the command line.
    """
    if sys.platform != "linux":
        yield
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([process.worker.__name__, "reisblog.photos.jobs"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "get_context", lambda _method: context)
        yield


@pytest.fixture(autouse=True)
def _dutch():
    texts.use("nl")


@pytest.fixture
def dressed(qapp):
    """The application, with fonts and look as the program gives them."""
    if not qapp.styleSheet():
        theme.dress(qapp)
    return qapp


@pytest.fixture
def driver(dressed, tmp_path):
    """A person at a freshly started window."""
    theme.add_other_scripts()
    person = Driver(tmp_path / "home")
    yield person
    person.close()


@pytest.fixture
def photos(tmp_path):
    """Makes photo files, each another picture."""

    def make(count, suffix=".jpg", kind=pictures.jpeg):
        folder = tmp_path / "photos"
        folder.mkdir(exist_ok=True)
        made = []
        for number in range(count):
            path = folder / f"IMG_{len(list(folder.iterdir())):04}{suffix}"
            path.write_bytes(kind(120 + number, 80))
            made.append(path)
        return made

    return make


@pytest.fixture
def given(driver):
    """Puts something in the journey on the desk, as if it had been done long ago."""

    def give(edit):
        driver.program.workbench.edit("Earlier", edit)
        driver.program.workbench.desk.history.seal()

    return give
