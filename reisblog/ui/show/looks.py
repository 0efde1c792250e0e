"""What the board looks like at a moment, and on the way from one to the next.

A look is a handful of numbers, so any frame can be had by itself, and a tap can end a way at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reisblog.model.tour import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reisblog.ui.show.camera import Camera

APPEAR_MS = 1_200
SINK_MS = 560
GLIDE_MS = 2_000
DIM_MS = 380
RISE_MS = 680
BEAT_MS = 500
NAME_MS = 420
WORDS_MS = 460
FADE_MS = 260
REDRAW_MS = 4_000
REST_MS = 1_000
WHITE_MS = 2_600
DOTS_MS = 9_000
_CAMERA_SHARE = 0.45
"""Of the way to a halte, after which the map lies still under the pen."""


class Look(NamedTuple):
    """One frame.

    Attributes:
        moment: what is shown large, and told.
        camera: the part of the map.
        paper: how much there is of white paper with the title.
        land: how much of the map: nothing at 0, its lines at a half, all at 1.
        leg: how much of its time has gone by on the stretch that is being drawn; none below 0.
        dim: how dark the map is.
        risen: how far the thing has come from where it lies on the map.
        name: how clearly the halte's name stands there.
        words: how far the words have come beside the thing.
        redrawn: how much of the paths is drawn again, at the end; none below 0.
        dots: how far the dream's dots have gone beyond their path.
        left: the moment of which the things lie on the map again already.
        place: the id of a place that is visited, and nothing is told there.
    """

    moment: int
    camera: Camera
    paper: float = 0.0
    land: float = 1.0
    leg: float = -1.0
    dim: float = 0.0
    risen: float = 0.0
    name: float = 0.0
    words: float = 0.0
    redrawn: float = -1.0
    dots: float = 0.0
    left: int = -1
    place: str = ""


class Part(NamedTuple):
    """A part of a way.

    Attributes:
        ms: how long it takes.
        look: what is seen when so much of it, from 0 to 1, has gone by.
        begin: what is done when it begins.
    """

    ms: float
    look: Callable[[float], Look]
    begin: Callable[[], None] | None = None


class Way:
    """Parts one after another."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = list(parts)
        self._begun = 0
        self.ms = sum(part.ms for part in parts)

    def at(self, ms: float) -> Look:
        """The look so long after it began; what begins until then is done, once."""
        for number, part in enumerate(self._parts):
            if number >= self._begun:
                self._begun = number + 1
                if part.begin is not None:
                    part.begin()
            if ms < part.ms or number == len(self._parts) - 1:
                return part.look(min(1.0, ms / part.ms) if part.ms else 1.0)
            ms -= part.ms
        raise ValueError(ms)


def eased(share: float) -> float:
    """Slow, quick, slow; it never goes too far."""
    return share * share * (3 - 2 * share)


def settling(share: float) -> float:
    """Quick, then slow."""
    return 1 - (1 - share) ** 3


def resting(kind: Kind, moment: int, camera: Camera) -> Look:
    """What is seen at a moment until somebody taps."""
    if kind is Kind.PAPER:
        return Look(moment, camera, paper=1.0, land=0.0)
    if kind in {Kind.LAND, Kind.WHOLE}:
        return Look(moment, camera)
    words = 1.0 if kind in {Kind.WORDS, Kind.COMPASS} else 0.0
    return Look(moment, camera, dim=1.0, risen=1.0, name=1.0, words=words)


def appearing(now: Look) -> list[Part]:
    """The land comes on the paper: its lines first."""
    return [
        Part(APPEAR_MS, lambda t: now._replace(paper=1 - min(1.0, 4 * t), land=eased(t))),
    ]


def sinking(before: Look, *, dark: bool) -> list[Part]:
    """The thing goes back to where it lies.

    Args:
        before: what was seen.
        dark: whether the map stays dim, as another thing comes.
    """
    if not before.dim:
        return []

    def look(t: float) -> Look:
        gone = 1 - eased(t)
        return before._replace(
            risen=before.risen * gone,
            name=before.name * max(0.0, 1 - 2 * t),
            words=before.words * gone,
            dim=before.dim * (1.0 if dark else gone),
        )

    return [Part(SINK_MS, look)]


def travelling(before: Look, now: Look, ms: float, begin: Callable[[], None]) -> list[Part]:
    """The map goes along to the next halte, while the path draws itself."""

    def look(t: float) -> Look:
        camera = before.camera.towards(now.camera, eased(min(1.0, t / _CAMERA_SHARE)))
        return Look(now.moment, camera, leg=t)

    return [Part(ms, look, begin)]


def gliding(before: Look, now: Look, begin: Callable[[], None]) -> list[Part]:
    """The map goes along, where no path does."""
    return [
        Part(
            GLIDE_MS,
            lambda t: Look(now.moment, before.camera.towards(now.camera, eased(t))),
            begin,
        )
    ]


def going(before: Look, now: Look, *, motion: bool) -> list[Part]:
    """To another part of the map, which is dark nowhere."""

    def look(t: float) -> Look:
        share = eased(t)
        land = before.land + (now.land - before.land) * share
        name = now.name * max(0.0, 2 * t - 1) if now.place else 0.0
        return now._replace(camera=before.camera.towards(now.camera, share), land=land, name=name)

    return [Part(GLIDE_MS / 2 if motion else FADE_MS, look)]


def rising(
    now: Look, begin: Callable[[], None], *, dark: bool, named: bool, drawn: float = -1.0
) -> list[Part]:
    """The thing comes up; after a beat, the name of where it is.

    Args:
        now: what is seen in the end.
        begin: is called first.
        dark: whether the map is dim already.
        named: whether the beat is kept, as one has just arrived.
        drawn: 1 where a path was drawn to it, which the map may not be painted with yet.
    """

    def up(t: float) -> Look:
        dim = 1.0 if dark else min(1.0, t * RISE_MS / DIM_MS)
        name = 0.0 if named else now.name * eased(t)
        return now._replace(
            risen=settling(t), dim=dim, name=name, words=now.words * eased(t), leg=drawn
        )

    parts = [Part(RISE_MS, up, begin)]
    if named:
        parts.append(Part(BEAT_MS, lambda _t: now._replace(name=0.0, leg=drawn)))
        parts.append(Part(NAME_MS, lambda t: now._replace(name=eased(t), leg=drawn)))
    return parts


def leaving(parts: Sequence[Part], moment: int) -> list[Part]:
    """The same, while the things of a moment lie where they lie on the map.

    It may not be painted with them yet.
    """

    def left(part: Part) -> Part:
        return part._replace(look=lambda t: part.look(t)._replace(left=moment))

    return [left(part) for part in parts]


def wording(now: Look) -> list[Part]:
    """The words come beside the thing."""
    return [Part(WORDS_MS, lambda t: now._replace(words=eased(t)))]


def ending(
    before: Look, now: Look, begin: Callable[[], None], drawn: Callable[[], None], *, dreams: bool
) -> list[Part]:
    """The view rises, all paths are drawn again, and the dream goes on into the white."""
    rise = Part(
        GLIDE_MS,
        lambda t: Look(now.moment, before.camera.towards(now.camera, eased(t)), redrawn=0.0),
        begin,
    )
    redraw = Part(REDRAW_MS, lambda t: now._replace(redrawn=t))
    rest = Part(REST_MS, lambda _t: now._replace(redrawn=1.0), drawn)
    if not dreams:
        return [rise, redraw, rest]
    white = Part(WHITE_MS, lambda t: now._replace(land=1 - eased(t), dots=t * WHITE_MS / DOTS_MS))
    left = WHITE_MS / DOTS_MS
    away = Part(DOTS_MS - WHITE_MS, lambda t: now._replace(land=0.0, dots=left + (1 - left) * t))
    return [rise, redraw, rest, white, away]
