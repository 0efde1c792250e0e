"""Desks for tests, with pictures that are there at once."""

from __future__ import annotations

import hashlib

import msgspec
from PIL import Image

from reisblog.desk import Desk
from reisblog.model import edits
from reisblog.model.records import MediaKind
from reisblog.photos import renditions
from reisblog.photos.decoder import Decoder
from reisblog.resources import Folders
from reisblog.storage.known_maps import KnownMaps
from reisblog.storage.own_atlas import own_atlas
from tests import journeys, pictures

IDLE = Decoder(workers=0)
"""Decodes nothing: these tests keep pictures that were never decoded."""


def new_desk(home, *, decoder=IDLE, **fields):
    """A desk with an empty journey, writing below one folder."""
    return Desk.new(folders=Folders.below(home), atlas=own_atlas(), decoder=decoder, **fields)


def opened(path, home, *, decoder=IDLE):
    """A desk with the journey in a file."""
    folders = Folders.below(home)
    return Desk.open(path, folders=folders, maps=KnownMaps(folders.maps), decoder=decoder)


def salvaged(path, home, *, decoder=IDLE):
    """A desk with what is left of a damaged file."""
    folders = Folders.below(home)
    return Desk.salvage(path, folders=folders, maps=KnownMaps(folders.maps), decoder=decoder)


def picture(number=0, kind=MediaKind.JPEG):
    """The bytes of a small picture; each number gives another."""
    make = pictures.jpeg if kind is MediaKind.JPEG else pictures.png
    return make(60 + number, 40)


def keep(desk, content, kind=MediaKind.JPEG, *, rendition=b"a small picture", cell=b""):
    """Let a desk keep a picture, as if it had been brought in; gives its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    (desk.media.spool / f"{sha256}.{kind}").write_bytes(content)
    desk.media.add(sha256, kind, rendition, cell)
    return sha256


def cell(number):
    """A cell for the contact sheet; each number gives another."""
    return renditions.cell(Image.new("RGB", (60 + number % 30, 40), (97 * number % 256, 90, 40)))


def photo_of(desk, content, kind=MediaKind.JPEG, **fields):
    """A photo of these bytes, kept by the desk but not yet in its journey."""
    sha256 = keep(desk, content, kind, rendition=b"small " + content[:40])
    return journeys.photo(desk.new_id(), media=sha256, kind=kind, **fields)


def bring_in(desk, *contents):
    """Bring pictures into the tray; gives the photos."""
    photos = [photo_of(desk, content) for content in contents]
    desk.commit("Photos", lambda journey: edits.bring_in(journey, photos))
    return photos


def lay_out_everything(desk):
    """Give the desk the journey that has something of everything, with real pictures."""
    journey = journeys.full()
    photos = [
        msgspec.structs.replace(
            photo,
            media=keep(desk, picture(number, photo.kind), photo.kind, cell=cell(number)),
            width=60 + number,
            height=40,
        )
        for number, photo in enumerate(journey.photos.values())
    ]
    desk.commit(
        "Everything",
        lambda _journey: msgspec.structs.replace(journey, photos=journey.photos.with_(*photos)),
    )
