"""What can go wrong, as one tree; every error carries a sentence for a person.

``str(error)`` is always that sentence: what happened, what is safe and what to do next.
"""

from __future__ import annotations


class ReisblogError(Exception):
    """The root: anything the program can explain to the person at the keyboard."""


class UnreadablePhotoError(ReisblogError):
    """A file that does not come in as a photo; the others still do.

    Attributes:
        name: the file's name as the person knows it, without folders.
        reason: why, as the end of a sentence ("the file is empty").
        may_pass: whether it may go better when it is tried again.
    """

    def __init__(self, name: str, reason: str, sentence: str, *, may_pass: bool = False) -> None:
        super().__init__(sentence)
        self.name = name
        self.reason = reason
        self.may_pass = may_pass


class ProjectFileError(ReisblogError):
    """A project file that cannot be opened as it is."""


class NotAJourneyError(ProjectFileError):
    """The file is something else: not a zip container of ours."""


class DamagedJourneyError(ProjectFileError):
    """The file was ours, but is cut off or altered."""


class NothingLeftError(DamagedJourneyError):
    """The file holds nothing that could still be read, however hard one tries."""


class UnreadableDiskError(ProjectFileError):
    """The disk does not give all of the file's bytes."""


class PicturesAwayError(ProjectFileError):
    """Work that was left behind has pictures in a file that cannot be opened now."""


class NewerFormatError(ProjectFileError):
    """The file was written by a later version of the program."""


class SaveError(ReisblogError):
    """The file could not be written; what stood there before still stands there, whole."""


class FileExistsAlreadyError(SaveError):
    """The target exists and nobody said it may be replaced."""


class ChangedElsewhereError(SaveError):
    """The target changed since it was opened, so replacing it could lose someone's work."""


class UndoNotKeptError(SaveError):
    """What undo could bring back of the file would be lost: this computer's disk does not take it.

    What stood there before still stands there, whole.
    """


class PicturesLostError(SaveError):
    """Pictures that were there can no longer be read, so the new file would lack them.

    What stood there before still stands there, whole.
    """


class ExportError(ReisblogError):
    """A PDF or picture could not be made; no half file was left."""


class DisplayError(ReisblogError):
    """A window is asked for where nothing can show one."""


class UnknownPlaceError(ReisblogError):
    """A place that is not on the map."""


class UnknownStopError(ReisblogError):
    """A halte that is not in the journey."""


class MapError(ReisblogError):
    """A map that lacks something a journey needs."""


class UnusableMapError(MapError):
    """A map that somebody made, with things in it that are to be changed first.

    Attributes:
        problems: each a line with the id it is about and what is wrong with it.
    """

    def __init__(self, sentence: str, problems: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.problems = problems


class LimitError(ReisblogError):
    """More than a journey can hold."""
