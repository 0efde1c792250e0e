"""Decoding pictures from outside in separate, limited processes: the one door to them."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import msgspec

from reisblog.model.records import MediaKind
from reisblog.photos.exchange import (
    DrawPreview,
    Encoded,
    Frame,
    Job,
    Outcome,
    Refusal,
    Refused,
    Shown,
    TakeIn,
    TakenIn,
    ToCell,
    ToJpeg,
    ToPixels,
    Trouble,
)
from reisblog.photos.station import Order, Orders, Station

PATIENCE: Final = 10.0
"""Seconds that decoding one picture may take."""
_BYTES_A_PIXEL: Final = 4

_Result = TypeVar("_Result")


class Pixels(msgspec.Struct, frozen=True):
    """A decoded picture, upright, in sRGB, on white where it was see-through.

    Attributes:
        width: in pixels.
        height: in pixels.
        bgrx: four bytes a pixel (blue, green, red, 255), rows from the top, without gaps.
    """

    width: int
    height: int
    bgrx: bytes


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """One picture brought in; its clean bytes lie in the spool.

    Attributes:
        name: the file's own name, for messages; it goes nowhere else.
        sha256: of the clean bytes, hexadecimal.
        width: of the clean picture as it is seen upright, in pixels.
        height: of the clean picture as it is seen upright, in pixels.
        taken: when, ISO 8601 without zone, or nothing.
        path: the clean bytes, ``<sha256>.<kind>`` in the spool.
        rendition: a JPEG file, at most 512 px long, upright, without metadata.
        pixels: of that rendition.
        cell: the same as a cell of a contact sheet.
    """

    name: str
    sha256: str
    kind: MediaKind
    width: int
    height: int
    taken: str
    path: Path
    rendition: bytes
    pixels: Pixels
    cell: bytes


class Decoder:
    """A pool of worker processes; a picture that kills one, or hangs, costs that picture only.

    Attributes:
        originals: whether pictures brought in keep all their pixels, however many.
        fleeting: whether what is brought in goes when this program is killed.

    Every call returns at once. A future's callbacks run in a thread of the pool; ``cancel`` drops
    what has not begun. A future may raise `UnreadablePhotoError`, or `CancelledError` once closed.
    """

    def __init__(self, *, workers: int = 2, patience: float = PATIENCE) -> None:
        """Be ready to start; nothing starts before the first call.

        Args:
            workers: how many pictures are decoded at the same time; without any none is.
            patience: seconds that decoding one picture may take.
        """
        self.originals = False
        self.fleeting = False
        self._size = workers
        self._patience = patience
        self._orders: Orders = queue.SimpleQueue()
        self._stations: list[Station] = []
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def warm(self) -> None:
        """Start the workers now, in the background, so that the first picture need not wait."""
        with self._lock:
            self._open()

    def take_in(
        self, source: Path | bytes, *, name: str, spool: Path, frame: Frame | None = None
    ) -> Future[Intake]:
        """Clean a picture, put it into the spool and make its rendition.

        Args:
            source: a file, read by the worker, or a file's bytes.
            name: how the person knows it; for messages only.
            spool: an existing folder.
            frame: of a picture of a journey: what is kept of it, and nothing else.
        """

        def intake_of(outcome: Outcome, frames: list[bytes]) -> Intake:
            match outcome, frames:
                case TakenIn() as taken_in, [rendition, bgrx, cell]:
                    return Intake(
                        name=name,
                        sha256=taken_in.sha256,
                        kind=taken_in.kind,
                        width=taken_in.width,
                        height=taken_in.height,
                        taken=taken_in.taken,
                        path=spool / f"{taken_in.sha256}.{taken_in.kind}",
                        rendition=rendition,
                        pixels=_whole(taken_in.shown_width, taken_in.shown_height, bgrx),
                        cell=cell,
                    )
            raise _refusal(outcome)

        named, payload = _split(source)
        job = TakeIn(
            source=named,
            spool=os.fsencode(spool.absolute()),
            originals=self.originals,
            fleeting=self.fleeting,
            frame=frame,
        )
        return self._submit(job, payload, intake_of, name=name)

    def pixels(self, encoded: bytes, *, side: int, frame: Frame | None = None) -> Future[Pixels]:
        """Decode a JPEG or a PNG, scaled down to at most `side` pixels on the long side.

        Args:
            encoded: the file's bytes.
            side: of the long side of what is seen.
            frame: what is seen of it; without it, all.
        """

        def pixels_of(outcome: Outcome, frames: list[bytes]) -> Pixels:
            match outcome, frames:
                case Shown(width=width, height=height), [bgrx]:
                    return _whole(width, height, bgrx)
            raise _refusal(outcome)

        return self._submit(ToPixels(side=side, frame=frame), encoded, pixels_of)

    def jpeg(
        self, source: bytes | Path, *, side: int, quality: int = 85, frame: Frame | None = None
    ) -> Future[bytes]:
        """A JPEG or a PNG as an upright JPEG in sRGB without metadata, at most `side` pixels long.

        What is such a JPEG already comes back unchanged, whatever `quality` says.

        Args:
            source: a file, read by the worker, or a file's bytes.
            side: of the long side of what is seen, in pixels; nothing is enlarged.
            quality: 1 to 95.
            frame: what is seen of it; nothing of the rest is in the JPEG. Without it, all.
        """
        named, payload = _split(source)
        job = ToJpeg(source=named, side=side, quality=quality, frame=frame)
        return self._submit(job, payload, _encoded)

    def cell(self, encoded: bytes) -> Future[bytes]:
        """A picture as a cell of a contact sheet."""
        return self._submit(ToCell(), encoded, _encoded)

    def preview(self, what: DrawPreview, contact_sheet: bytes) -> Future[bytes]:
        """A small picture of a map with what lies on it, as a PNG file."""
        return self._submit(what, contact_sheet, _encoded)

    def close(self) -> None:
        """End all workers at once; what has not been done is cancelled. May be called again."""
        with self._lock:
            self._closed = True
            stations, self._stations = self._stations, []
            for order in self._unbegun():
                order.future.cancel()
                # Only this wakes those who wait for several at once.
                order.future.set_running_or_notify_cancel()
            for station in stations:
                self._orders.put(None)
                station.close()
        for station in stations:
            station.join()

    def _submit(
        self,
        job: Job,
        payload: bytes | None,
        result_of: Callable[[Outcome, list[bytes]], _Result],
        *,
        name: str = "",
    ) -> Future[_Result]:
        future: Future[Any] = Future()
        with self._lock:
            self._open()
            if not self._stations:
                from reisblog.photos import reasons  # noqa: PLC0415 - not needed at the start

                future.set_exception(reasons.explained(name, Trouble.NO_WORKER))
                return future
            self._orders.put(
                Order(job=job, payload=payload, name=name, result_of=result_of, future=future)
            )
        return future

    def _unbegun(self) -> Iterator[Order]:
        """What no station has taken from the queue yet, taken from it."""
        with suppress(queue.Empty):
            while True:
                if (order := self._orders.get_nowait()) is not None:
                    yield order

    def _open(self) -> None:
        if self._closed:
            raise RuntimeError("the decoder is closed")
        while len(self._stations) < self._size:
            self._stations.append(Station(self._orders, patience=self._patience))


def _split(source: Path | bytes) -> tuple[bytes | None, bytes | None]:
    """What to put into the job, and what to send behind it."""
    if isinstance(source, Path):
        return os.fsencode(source.absolute()), None
    return None, source


def _whole(width: int, height: int, bgrx: bytes) -> Pixels:
    """Pixels of which there are as many as there should be: Qt would read past the end."""
    if len(bgrx) != width * height * _BYTES_A_PIXEL:
        raise Refusal(Trouble.BROKE_OFF)
    return Pixels(width, height, bgrx)


def _encoded(outcome: Outcome, frames: list[bytes]) -> bytes:
    match outcome, frames:
        case Encoded(), [encoded]:
            return encoded
    raise _refusal(outcome)


def _refusal(outcome: Outcome) -> Refusal:
    return Refusal(outcome.trouble if isinstance(outcome, Refused) else Trouble.BROKE_OFF)
