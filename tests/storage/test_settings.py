"""Preferences are kept, and never stand in anybody's way."""

from pathlib import Path

import msgspec
import pytest

from reisblog.errors import SaveError
from reisblog.model.geometry import Point
from reisblog.resources import Folders
from reisblog.storage.settings import (
    FILE_NAME,
    MOST_RECENT,
    MOST_SEEN,
    LastView,
    Settings,
    read_settings,
    remembered,
    with_recent,
    write_settings,
)


@pytest.fixture
def folders(tmp_path):
    return Folders.below(tmp_path / "home")


def put(folders, content):
    folders.settings.mkdir(parents=True, exist_ok=True)
    (folders.settings / FILE_NAME).write_bytes(content)


def test_at_the_first_start_there_are_the_defaults(folders):
    assert read_settings(folders) == Settings()


def test_what_was_kept_is_read_again(folders):
    view = LastView(centre=Point(1.5, 2.0), scale=0.75, stop="s1", panel="story")
    kept = Settings(language="en", recent=("/a", "/é"), last="/a", last_view=view, window="AAEC")
    write_settings(folders, kept)
    write_settings(folders, kept)
    assert read_settings(folders) == kept


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"recent": 7}', b"[" * 100_000, b"x" * 2_000_000],
    ids=lambda content: repr(content[:12]),
)
def test_what_cannot_be_read_is_as_at_the_first_start(folders, content):
    put(folders, content)
    assert read_settings(folders) == Settings()


def test_one_bad_field_costs_that_field_only(folders):
    put(folders, b'{"language": "en", "last_view": "left", "recent": ["/a", 3], "future": 1}')
    assert read_settings(folders) == Settings(language="en")


def test_a_folder_in_the_way_is_told_but_the_settings_are_still_read(folders):
    (folders.settings / FILE_NAME).mkdir(parents=True)
    with pytest.raises(SaveError):
        write_settings(folders, Settings())
    assert read_settings(folders) == Settings()


def test_the_latest_journey_comes_first_and_only_so_many_are_remembered():
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings = with_recent(settings, Path(f"/{number}"))
    settings = with_recent(settings, Path("/5"))
    assert settings.recent[:2] == (str(Path("/5")), str(Path(f"/{MOST_RECENT + 2}")))
    assert len(settings.recent) == len(set(settings.recent)) == MOST_RECENT
    assert settings.last == str(Path("/5"))
    assert msgspec.structs.replace(settings, last="").recent == settings.recent


def test_what_was_seen_of_a_full_folder_is_read_again(folders):
    seen = remembered({f"{number:012x}" for number in range(MOST_SEEN)})
    write_settings(folders, Settings(followed_seen=seen))
    assert read_settings(folders).followed_seen == seen
    assert len(seen) == MOST_SEEN


def test_that_nothing_was_seen_is_something_else_than_that_nothing_is_known(folders):
    write_settings(folders, Settings(followed_seen=remembered(())))
    assert read_settings(folders).followed_seen == ()


def test_of_too_many_pictures_none_is_remembered():
    assert remembered({str(number) for number in range(MOST_SEEN + 1)}) is None
