"""A desk of its own for every test."""

import pytest

from tests import desks


@pytest.fixture(autouse=True)
def speaking(in_english):
    """Sentences are known by their English."""


@pytest.fixture
def desk(tmp_path):
    with desks.new_desk(tmp_path / "home") as desk:
        yield desk


@pytest.fixture
def saved(desk, tmp_path):
    """The file of a journey with something of everything."""
    desks.lay_out_everything(desk)
    desk.save(tmp_path / "reis.reisblog")
    return desk.path


@pytest.fixture
def reopen(tmp_path):
    """Opens files at desks that are closed in the end."""
    made = []

    def reopen(path):
        made.append(desks.opened(path, tmp_path / "home"))
        return made[-1]

    yield reopen
    for each in made:
        each.close()
