"""The mist brushes, without a window."""

import pytest

from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.mist import MistBrush, swept, united, without
from reisblog.tools.brush_mist import brush_mist
from reisblog.tools.gesture import Brushed, Pointer, begin
from tests.journeys import SHEET

WAY = [Point(400, 400), Point(520, 430), Point(700, 420)]


def pointer(at, **fields):
    return Pointer(at=at, screen=at, ms=0.0, **fields)


def brushed(brush, way=WAY):
    """What a hand going this way is shown, and what it asks for at the end."""
    gesture = brush_mist(brush, SHEET)
    shown = [begin(gesture, pointer(way[0]))]
    shown += [gesture.send(pointer(at)) for at in way[1:]]
    with pytest.raises(StopIteration) as end:
        gesture.send(pointer(way[-1], released=True))
    return shown, end.value.value


def test_what_is_shown_on_the_way_is_what_is_laid_at_the_end():
    shown, outcome = brushed(MistBrush.LAY)
    seen = ()
    for preview in shown:
        assert isinstance(preview, Brushed)
        seen = united(seen, preview.area)
    assert outcome.edit.apply(Journey(id="a")).mist == seen
    assert seen == united(swept(WAY[0], WAY[1], SHEET), swept(WAY[1], WAY[2], SHEET))


def test_wiping_takes_away_what_is_laid_and_nothing_else():
    everywhere = united(
        swept(Point(300, 400), Point(900, 400), SHEET),
        swept(Point(2000, 1000), Point(2000, 1000), SHEET),
    )
    _shown, outcome = brushed(MistBrush.WIPE)
    _laid, lay = brushed(MistBrush.LAY)
    after = outcome.edit.apply(Journey(id="a", mist=everywhere)).mist
    assert after == without(everywhere, lay.edit.apply(Journey(id="b")).mist)
    assert after


def test_a_tap_is_a_dab():
    _shown, outcome = brushed(MistBrush.LAY, WAY[:1])
    assert outcome.edit.apply(Journey(id="a")).mist == swept(WAY[0], WAY[0], SHEET)


def test_what_is_given_up_asks_for_nothing():
    gesture = brush_mist(MistBrush.LAY, SHEET)
    begin(gesture, pointer(WAY[0]))
    gesture.send(pointer(WAY[1]))
    gesture.close()
    with pytest.raises(StopIteration):
        next(gesture)
