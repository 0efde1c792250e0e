"""Why a picture does not come in, in words."""

from __future__ import annotations

from reisblog.errors import UnreadablePhotoError
from reisblog.photos.exchange import Trouble
from reisblog.texts import _

_MAY_PASS = frozenset({Trouble.TOO_SLOW, Trouble.BROKE_OFF})
"""A busy computer may be too slow, or have too little memory, just once."""


def explained(name: str, trouble: Trouble) -> UnreadablePhotoError:
    """The error for a picture the person knows by this name; without one, "this photo"."""
    reason = _reason(trouble)
    if trouble is Trouble.DOCUMENT and name.casefold().endswith(".reisblog"):
        reason = _("it is a journey; open it under File")
    if name:
        sentence = _("“{name}” does not open: {reason}.").format(name=name, reason=reason)
    else:
        sentence = _("This photo does not open: {reason}.").format(reason=reason)
    return UnreadablePhotoError(name, reason, sentence, may_pass=trouble in _MAY_PASS)


def _reason(trouble: Trouble) -> str:
    reasons = {
        Trouble.EMPTY: _("the file is empty"),
        Trouble.VIDEO: _("it is a video; a still from it can be brought in"),
        Trouble.FILM_OF_A_PHOTO: _(
            "it is the film part of a live photo; the photo itself is a file beside it"
        ),
        Trouble.DOCUMENT: _("it is a document; a screenshot of the page can be brought in"),
        Trouble.OTHER_PICTURE: _(
            "this kind of picture is not read here; save it as JPEG and bring that in"
        ),
        Trouble.UNKNOWN: _("it is not a photo"),
        Trouble.DAMAGED: _("the file is damaged; copy it from your phone or camera once more"),
        Trouble.CUT_OFF: _("the file is cut off; copy it from your phone or camera once more"),
        Trouble.TOO_LARGE: _("the picture is too large; make a smaller copy and bring that in"),
        Trouble.MISSING: _("the file is no longer there"),
        Trouble.NOT_ALLOWED: _("this computer does not let you read the file"),
        Trouble.FOLDER: _("it is a folder; bring in the photos inside it"),
        Trouble.UNREADABLE: _(
            "the file cannot be read from its disk; copy it to this computer first"
        ),
        Trouble.NO_ROOM: _("this computer's disk is full; make some room and bring it in again"),
        Trouble.NOT_KEPT: _("it could not be kept on this computer; is its disk in order?"),
        Trouble.SLOW_DISK: _("it took too long to come; copy it to this computer first"),
        Trouble.TOO_SLOW: _("it took too long here; try once more, or bring in a smaller copy"),
        Trouble.BROKE_OFF: _("reading it broke off; the file may be damaged"),
        Trouble.NO_WORKER: _("photos cannot be read just now; close Reisblog and open it again"),
    }
    return reasons[trouble]
