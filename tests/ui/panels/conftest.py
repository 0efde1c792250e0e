"""Journeys in which there is something for the panels to show."""

import pytest

from reisblog.model import edits
from reisblog.model.geometry import Point
from reisblog.model.records import Stop
from tests import journeys


@pytest.fixture(autouse=True)
def _at_the_keyboard(driver):
    """The window is the one that gets the keys."""
    driver.window.activateWindow()
    driver.until(driver.window.isActiveWindow)


@pytest.fixture
def haltes(given):
    """Gives the journey haltes of these names, in this order."""

    def make(*names, places=("dilemmabos",)):
        for number, name in enumerate(names):
            stop = Stop(
                id=name.lower(), title=name, places=places, at=Point(600 + 150 * number, 500)
            )
            given(lambda now, stop=stop: edits.start_stop(now, stop))

    return make


@pytest.fixture
def tray(given):
    """Lets these photos lie ready."""

    def make(*photo_ids):
        photos = [journeys.photo(photo_id) for photo_id in photo_ids]
        given(lambda now: edits.bring_in(now, photos))

    return make


@pytest.fixture
def page(driver):
    """Opens a tab and gives its page, laid out."""

    def open_tab(tab):
        driver.window.open_tab(tab)
        driver.settle()
        return driver.window.panel.page(tab)

    return open_tab
