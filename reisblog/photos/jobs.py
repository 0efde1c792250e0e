"""What a worker process does for each job: bytes in, an outcome and raw bytes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reisblog.model import contact_cells
from reisblog.model.records import MediaKind
from reisblog.photos import exchange, exif, intake, renditions
from reisblog.photos.exchange import Frame, Job, Outcome, Refusal, Trouble
from reisblog.photos.formats import Form
from reisblog.photos.framed import framed

if TYPE_CHECKING:
    from PIL import Image

Frames = Sequence[bytes]


def done(
    job: Job, payload: bytes | None, *, have_read: Callable[[], None]
) -> tuple[Outcome, Frames]:
    """Do a job.

    Args:
        job: what is asked.
        payload: the picture's bytes, where the job names no file.
        have_read: called once the job's file has been read.

    Returns:
        The outcome and the raw bytes that follow it; a picture that does not come in is one, too.
    """
    try:
        content = payload or b""
        if job.source is not None:
            content = intake.read(Path(os.fsdecode(job.source)))
            have_read()
        return _outcome(job, content)
    except Refusal as refusal:
        return exchange.Refused(trouble=refusal.trouble), ()
    except MemoryError:
        return exchange.Refused(trouble=Trouble.TOO_LARGE), ()


def _outcome(job: Job, content: bytes) -> tuple[Outcome, Frames]:
    match job:
        case exchange.TakeIn():
            spool = Path(os.fsdecode(job.spool))
            return _taken_in(content, spool, job)
        case exchange.ToPixels():
            return _pixels(content, job.side, job.frame)
        case exchange.ToJpeg():
            return exchange.Encoded(), (_jpeg(content, job),)
        case exchange.ToCell():
            return exchange.Encoded(), (_cell(content),)
        case exchange.DrawPreview():
            from reisblog.photos import preview  # noqa: PLC0415 - only once something is saved

            return exchange.Encoded(), (preview.drawn(job, content),)


def _taken_in(content: bytes, spool: Path, job: exchange.TakeIn) -> tuple[Outcome, Frames]:
    if job.frame is not None:
        picture = _clean_as_framed(content, job.frame)
    else:
        picture = intake.clean(content, originals=job.originals)
    digest = intake.into_spool(picture, spool, part=exchange.part_in(spool, os.getpid()))
    rendition = renditions.on_white(picture.rendition)
    taken_in = exchange.TakenIn(
        sha256=digest,
        kind=picture.kind,
        width=picture.width,
        height=picture.height,
        taken=picture.taken,
        shown_width=rendition.width,
        shown_height=rendition.height,
    )
    encoded = renditions.jpeg(rendition, quality=renditions.RENDITION_QUALITY)
    # Of the rendition as it is kept: so it is the same whenever it is made.
    return taken_in, (encoded, renditions.bgrx(rendition), _cell(encoded))


def _kept_form(content: bytes) -> Form:
    """Which picture this is, of a journey; somebody else may have made that.

    Raises:
        Refusal: it is of a kind that nothing is kept as.
    """
    form = intake.picture_form(content)
    if form not in {Form.JPEG, Form.PNG}:
        raise Refusal(Trouble.OTHER_PICTURE)
    return form


def _clean_as_framed(content: bytes, frame: Frame) -> intake.Clean:
    """What is kept of a picture of a journey when nothing may be left of the rest."""
    form = _kept_form(content)
    kind = MediaKind.PNG if form is Form.PNG else MediaKind.JPEG
    return intake.encoded(framed(content, form, frame.crop, frame.blurs), kind=kind)


def _pixels(content: bytes, side: int, frame: Frame | None) -> tuple[Outcome, Frames]:
    image = _seen(content, _kept_form(content), side, frame)
    return exchange.Shown(width=image.width, height=image.height), (renditions.bgrx(image),)


def _seen(content: bytes, form: Form, side: int, frame: Frame | None) -> Image.Image:
    if frame is None:
        return renditions.decoded(content, form, side=side)
    return framed(content, form, frame.crop, frame.blurs, side=side)


def _cell(content: bytes) -> bytes:
    form = intake.picture_form(content)
    return renditions.cell(renditions.decoded(content, form, side=contact_cells.SIDE))


def _jpeg(content: bytes, job: exchange.ToJpeg) -> bytes:
    form, side = _kept_form(content), job.side
    if form is Form.JPEG and job.frame is None:
        stripped = intake.whole_jpeg(content)
        upright = stripped.exif.orientation == exif.UPRIGHT
        small = max(stripped.width, stripped.height) <= side
        if small and upright and stripped.is_plain and not stripped.profile:
            # Encoding again would only make it worse.
            return stripped.content
    return renditions.jpeg(_seen(content, form, side, job.frame), quality=job.quality)
