"""One journey in two windows: the second is told, and works at a copy."""

import pytest

from reisblog.model import edits
from tests.driver import Driver
from tests.ui.test_recovering import titled


@pytest.fixture
def file(tmp_path):
    return tmp_path / "reis.reisblog"


@pytest.fixture
def two(dressed, file, tmp_path):
    """Two people, the first of whom has a journey open that the second opens, too."""
    first, second = Driver(tmp_path / "one"), Driver(tmp_path / "two")
    for person in (first, second):
        assert person.program.elsewhere is not None
    titled(first, "Reis", file)
    second.dialogs.file = file
    second.press("open")
    second.settle()
    yield first, second
    first.close()
    second.close()


def test_the_second_is_told_and_has_a_copy(two, file):
    first, second = two
    assert "ook ergens anders open" in second.messages.last.text
    assert second.journey.title == "Reis"
    assert second.program.workbench.desk.path is None
    assert not second.window.top.state.words.text()
    second.program.workbench.edit("x", lambda now: edits.entitle(now, title="Anders"))
    second.dialogs.file = file.with_name("kopie.reisblog")
    second.press("save")
    second.settle()
    titled(first, "Verder", file)
    assert first.program.workbench.desk.history.is_saved
    assert second.dialogs.file.exists()


def test_whoever_wants_the_file_itself_never_overwrites_unseen_work(two, file):
    first, second = two
    second.messages.take_up("In het bestand zelf verder")
    assert second.program.workbench.desk.path == file
    titled(first, "Verder", file)
    second.program.workbench.edit("x", lambda now: edits.entitle(now, title="Anders"))
    second.press("save")
    second.settle()
    assert "ergens anders veranderd" in second.messages.last.text
    assert not second.program.workbench.desk.history.is_saved


def test_a_file_that_is_closed_there_is_ours(two, file):
    first, second = two
    first.press("new")
    first.settle()
    second.press("open")
    second.settle()
    assert second.program.workbench.desk.path == file


def test_nothing_is_left_beside_the_file(two, file):
    first, second = two
    assert list(file.parent.glob("~$*"))
    first.close()
    second.close()
    assert not list(file.parent.glob("~$*"))
