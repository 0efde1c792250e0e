"""The person's preferences while the program runs; written a moment after they change."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec

from reisblog.errors import ReisblogError
from reisblog.resources import Folders
from reisblog.storage.settings import Settings, impersonal, read_settings, write_settings

_log = logging.getLogger(__name__)


class Preferences:
    """The settings in force; a disk that can't keep them never stands in anybody's way."""

    def __init__(self, folders: Folders, *, shared: bool = False) -> None:
        """Begin with what was kept.

        Args:
            folders: where it is kept.
            shared: keep nothing of the person this time, whatever is preferred.
        """
        self._folders = folders
        self._shared_now = shared
        self._forgotten = False
        kept = read_settings(folders)
        self._settings = impersonal(kept) if shared or kept.shared else kept
        self._writing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settings")

    @property
    def settings(self) -> Settings:
        """What is preferred now."""
        return self._settings

    @property
    def shared(self) -> bool:
        """Whether nothing of the person is to be kept on this computer."""
        return self._shared_now or self._settings.shared

    def share(self, *, shared: bool) -> None:
        """Keep nothing of the person from now on, or all again."""
        if self._shared_now and not shared:
            self._shared_now = False
            self._settings = read_settings(self._folders)
        self._shared_now = False
        self.change(shared=shared)

    def change(self, **fields: Any) -> None:
        """Prefer something else, by field of ``Settings``."""
        self.become(msgspec.structs.replace(self._settings, **fields))

    def become(self, settings: Settings) -> None:
        """Prefer all of this."""
        if self._shared_now or settings.shared:
            settings = impersonal(settings)
        if settings != self._settings:
            self._settings = settings
            # With --shared the settings of whoever else uses this account stay as they are.
            if not self._forgotten and not self._shared_now:
                self._writing.submit(self._write, settings)

    def forget(self) -> None:
        """Prefer nothing, and keep nothing until the next start."""
        self._forgotten = True
        self.become(Settings(language=self._settings.language, shared=self._settings.shared))
        self._writing.submit(lambda: None).result()  # nothing is written after this

    def close(self) -> None:
        """Wait until everything is kept."""
        self._writing.shutdown(wait=True)

    def _write(self, settings: Settings) -> None:
        try:
            write_settings(self._folders, settings)
        except ReisblogError as error:
            _log.warning("preferences not kept: %s", type(error).__name__)
