"""The person's preferences while the program runs; written a moment after they change."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec

from reisblog.errors import ReisblogError
from reisblog.resources import Folders
from reisblog.storage.settings import Settings, read_settings, write_settings

_log = logging.getLogger(__name__)


class Preferences:
    """The settings in force; a disk that can't keep them never stands in anybody's way."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._settings = read_settings(folders)
        self._writing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settings")

    @property
    def settings(self) -> Settings:
        """What is preferred now."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Prefer something else, by field of ``Settings``."""
        self.become(msgspec.structs.replace(self._settings, **fields))

    def become(self, settings: Settings) -> None:
        """Prefer all of this."""
        if settings != self._settings:
            self._settings = settings
            self._writing.submit(self._write, settings)

    def close(self) -> None:
        """Wait until everything is kept."""
        self._writing.shutdown(wait=True)

    def _write(self, settings: Settings) -> None:
        try:
            write_settings(self._folders, settings)
        except ReisblogError as error:
            _log.warning("preferences not kept: %s", type(error).__name__)
