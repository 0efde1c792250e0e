"""The words of the interface: English in the source, Dutch complete, through gettext.

Dutch is the default; English is used where the system or the setting asks for it. Catalogues are
``<language>.po`` beside this file, compiled into the prepared folder.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping

from reisblog import resources

LANGUAGES = ("nl", "en")
_DOMAIN = "reisblog"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> str:
    """The interface language that an environment asks for: ``"nl"`` or ``"en"``.

    The variables are read as strings: ``locale.getlocale()`` says en_US under C.UTF-8, where
    nobody chose English. C and POSIX mean Dutch.
    """
    for variable in _VARIABLES:
        for wish in environment.get(variable, "").split(":"):
            code = wish.replace("-", "_").split("_")[0].split(".")[0].casefold()
            if code in LANGUAGES:
                return code
            if code and variable != "LANGUAGE":
                return "nl"
    return "nl"


class _Current:
    """The catalogue in force; one per process, chosen once at the start."""

    language = ""
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak this language (``"nl"`` or ``"en"``) from now on."""
    _Current.language = language
    _Current.catalogue = gettext.NullTranslations() if language == "en" else catalogue(language)


def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, or the English source texts where there is none."""
    return gettext.translation(
        _DOMAIN, resources.prepared() / "locale", languages=[language], fallback=True
    )


def language() -> str:
    """The language in force."""
    if not _Current.language:
        use(language_of(os.environ))
    return _Current.language


def _(message: str) -> str:
    """This text in the language in force."""
    language()
    return _Current.catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """This text for so many things, in the language in force."""
    language()
    return _Current.catalogue.ngettext(one, many, count)
