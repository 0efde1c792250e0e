"""What is done to a journey is found again after the program has ended, however it ended."""

import errno
import io
import os
import stat
import sys
import time
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisblog.desk import Desk
from reisblog.errors import FileExistsAlreadyError, PicturesAwayError, ReisblogError
from reisblog.model import edits
from reisblog.model.book import PLAIN, Paper, Wish
from reisblog.model.history import History
from reisblog.resources import Folders
from reisblog.storage import change_log, recovery
from reisblog.storage.change_log import File, LogError
from reisblog.storage.codec import NOTHING_LEFT
from reisblog.storage.container import Container
from reisblog.storage.known_maps import KnownMaps
from reisblog.storage.nest import Nest
from tests import desks, journeys
from tests.model.test_laws import order_of, played

_PATIENCE = 20.0


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def recorded(desk):
    """A desk of which every step is kept."""
    troubles = []
    desk.record(troubles.append)
    desk.troubles = troubles
    return desk


def entitled(desk, title, *, key=None):
    desk.commit("Title", lambda journey: edits.entitle(journey, title=title), key=key)


def lost_power(desk):
    """The program ends without a word; what it had begun to write is on the disk."""
    desk._recorder.end()
    desk.nest.let_go()


def left(home):
    return recovery.left_behind(home / "recovery")


def recovered(home, nest, **how):
    folders = Folders.below(home)
    maps = KnownMaps(folders.maps)
    return Desk.recover(nest, folders=folders, maps=maps, decoder=desks.IDLE, **how)


def taken_up(home, **how):
    """The only work that was left, on a desk."""
    [one] = left(home)
    desk, whole = recovered(home, one.nest, **how)
    assert whole
    return desk


def is_bare(home):
    """Whether nothing is kept there."""
    folder = home / "recovery"
    return not folder.exists() or not list(folder.iterdir())


def until(holds):
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def test_work_that_was_never_saved_is_found_with_its_pictures_and_its_undo(recorded, home):
    entitled(recorded, "Reis")
    [photo] = desks.bring_in(recorded, desks.picture())
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.journey == recorded.journey
    assert desk.media.read(photo.media) == desks.picture()
    assert desk.media.rendition(photo.media) == b"small " + desks.picture()[:40]
    assert not desk.history.is_saved
    assert desk.path is None
    assert (desk.history.undo(), desk.history.undo()) == ("Photos", "Title")
    desk.close()


def test_what_a_book_was_made_of_is_kept_without_being_a_step(recorded, home):
    entitled(recorded, "een")
    entitled(recorded, "twee")
    recorded.history.undo()
    recorded.chosen_book.choose(Wish(paper=Paper.A3))
    assert recorded.journey.book == PLAIN
    recorded.chosen_book.keep()
    entitled(recorded, "drie")
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.journey.book.paper is Paper.A3
    assert (desk.history.undo(), desk.history.undo(), desk.history.undo()) == (*["Title"] * 2, None)
    assert desk.journey.book.paper is Paper.A3
    desk.close()


def test_undone_steps_can_be_done_again_after_it(recorded, home):
    entitled(recorded, "een")
    entitled(recorded, "twee")
    recorded.history.undo()
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.journey.title == "een"
    assert desk.history.redo() == "Title"
    assert desk.journey.title == "twee"
    desk.close()


def test_typing_is_still_one_step(recorded, home):
    for title in ("M", "Mi", "Mij"):
        entitled(recorded, title, key="title")
    lost_power(recorded)
    desk = taken_up(home)
    desk.history.undo()
    assert desk.journey.title == ""
    desk.close()


def test_a_journey_with_a_file_is_taken_up_with_that_file(saved, reopen, home):
    desk = reopen(saved)
    desk.record(print)
    entitled(desk, "Anders")
    lost_power(desk)
    again = taken_up(home)
    assert again.path == saved
    assert again.missing == []
    again.save()
    assert reopen(saved).journey.title == "Anders"
    again.close()


def test_what_the_file_had_beyond_what_we_know_is_still_there(desk, tmp_path, home):
    log = b"".join(
        change_log.begun(
            History(journeys.full()), msgspec.structs.replace(NOTHING_LEFT, head={"x": 1}), File()
        )
    )
    assert change_log.read(io.BytesIO(log)).leftovers.head == {"x": 1}


def test_work_at_a_copy_never_becomes_work_at_the_file_itself(saved, reopen, home):
    desk = reopen(saved)
    desk.record(print)
    entitled(desk, "Anders")
    go_back = desk.become_copy()
    lost_power(desk)
    again = taken_up(home)
    assert again.path is None
    assert again.missing == []
    again.record(print)
    again.give_up()
    again.close()
    go_back()
    assert desk.path == saved


def test_a_file_that_is_gone_costs_its_pictures_only(saved, reopen, home):
    desk = reopen(saved)
    desk.record(print)
    entitled(desk, "Anders")
    lost_power(desk)
    saved.unlink()
    again = taken_up(home, without_file=True)
    assert again.journey.title == "Anders"
    assert again.missing
    again.close()


def test_what_was_saved_is_not_offered(recorded, home, tmp_path):
    entitled(recorded, "Reis")
    recorded.save(tmp_path / "a.reisblog")
    lost_power(recorded)
    assert left(home) == []
    assert is_bare(home)


def test_what_was_done_after_a_save_is(recorded, home, tmp_path):
    entitled(recorded, "Reis")
    recorded.save(tmp_path / "a.reisblog")
    entitled(recorded, "Verder")
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.journey.title == "Verder"
    desk.history.undo()
    assert desk.history.is_saved
    desk.close()


def test_the_file_can_be_replaced_by_what_was_taken_up(recorded, home, tmp_path, reopen):
    entitled(recorded, "Reis")
    recorded.save(tmp_path / "a.reisblog")
    entitled(recorded, "Verder")
    lost_power(recorded)
    desk = taken_up(home)
    desk.save()
    assert reopen(tmp_path / "a.reisblog").journey.title == "Verder"
    desk.close()
    assert left(home) == []


def test_closing_after_a_save_leaves_nothing(recorded, home, tmp_path):
    entitled(recorded, "Reis")
    recorded.save(tmp_path / "a.reisblog")
    recorded.close()
    assert is_bare(home)


def test_closing_without_a_save_leaves_the_work_unless_it_is_given_up(home):
    for given_up in (True, False):
        desk = desks.new_desk(home)
        desk.record(print)
        entitled(desk, "Reis")
        if given_up:
            desk.give_up()
        desk.close()
        assert len(left(home)) == (not given_up)


def test_looking_at_a_journey_writes_nothing(saved, reopen, home):
    desk = reopen(saved)
    desk.record(print)
    desk.close()
    assert not desk.nest.path.exists()


def test_what_another_program_works_at_is_left_alone(recorded, home):
    entitled(recorded, "Reis")
    until((recorded.nest.path / "log").exists)
    assert left(home) == []


def small_of(content):
    return b"small " + content[:40]


def test_small_versions_outlive_a_crash_right_after_a_save_or_two(recorded, home, tmp_path):
    [photo] = desks.bring_in(recorded, desks.picture())
    recorded.save(tmp_path / "a.reisblog")
    recorded.commit("Bare", lambda journey: edits.remove(journey, [photo.id]))
    recorded.save(tmp_path / "a.reisblog")
    entitled(recorded, "Verder")
    lost_power(recorded)
    desk = taken_up(home)
    for _step in ("Title", "Bare"):
        desk.history.undo()
    assert desk.journey.photos
    assert desk.media.rendition(photo.media) == small_of(desks.picture())
    desk.close()


def test_a_picture_that_came_in_only_half_before_a_crash_comes_in_whole_after_it(recorded, home):
    entitled(recorded, "Reis")
    [photo] = desks.bring_in(recorded, desks.picture())
    lost_power(recorded)
    (recorded.nest.path / f"{photo.media}.small.jpg").unlink()
    desk = taken_up(home)
    desks.bring_in(desk, desks.picture())
    assert desk.media.rendition(photo.media) == small_of(desks.picture())
    desk.close()


def test_what_undo_needs_is_on_the_disk_before_the_file_that_had_it_is_replaced(
    saved, reopen, home
):
    desk = reopen(saved)
    desk.record(print)
    gone = next(iter(desk.journey.photos.values()))
    desk.commit("Bare", lambda journey: edits.remove(journey, [gone.id]))
    small = desk.media.rendition(gone.media)
    desk.save()
    assert (desk.nest.path / f"{gone.media}.small.jpg").read_bytes() == small
    desk.close()


def test_a_picture_of_which_a_power_cut_left_the_name_comes_from_the_file(recorded, home, tmp_path):
    [photo] = desks.bring_in(recorded, desks.picture())
    recorded.save(tmp_path / "a.reisblog")
    entitled(recorded, "Verder")
    lost_power(recorded)
    (recorded.nest.path / f"{photo.media}.jpg").write_bytes(b"")
    desk = taken_up(home)
    assert desk.media.read(photo.media) == desks.picture()
    desk.close()


def test_where_no_nest_can_be_marked_as_ours_the_person_is_told(recorded, home, monkeypatch):
    monkeypatch.setattr(Nest, "take", lambda _nest: False)
    entitled(recorded, "Reis")
    until(lambda: recorded.troubles)
    monkeypatch.undo()
    entitled(recorded, "Verder")
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.journey.title == "Verder"
    desk.close()


def test_the_latest_is_offered_first(home):
    for title, when in (("een", 1_000), ("twee", 3_000), ("drie", 2_000)):
        desk = desks.new_desk(home)
        desk.record(print)
        entitled(desk, title)
        lost_power(desk)
        moment = time.time() - 10_000 + when
        os.utime(desk.nest.path / "log", (moment, moment))
    titles = [recovered(home, one.nest)[0].journey.title for one in left(home)]
    assert titles == ["twee", "drie", "een"]


def test_work_that_nobody_asked_for_is_gone_after_two_weeks(recorded, home):
    entitled(recorded, "Reis")
    lost_power(recorded)
    long_ago = time.time() - 15 * 86_400
    os.utime(recorded.nest.path / "log", (long_ago, long_ago))
    assert left(home) == []
    assert not recorded.nest.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_only_this_user_can_read_it(recorded, home):
    entitled(recorded, "Reis")
    lost_power(recorded)
    assert stat.S_IMODE(recorded.nest.path.stat().st_mode) == 0o700


def test_a_damaged_last_line_costs_that_step_only(recorded, home):
    entitled(recorded, "een")
    until((recorded.nest.path / "log").exists)
    entitled(recorded, "twee")
    lost_power(recorded)
    log = recorded.nest.path / "log"
    log.write_bytes(log.read_bytes()[:-3])
    [one] = left(home)
    desk, whole = recovered(home, one.nest)
    assert not whole
    assert desk.journey.title == "een"
    desk.close()


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b'00000000 {"type":"begun"}\n'])
def test_a_log_of_which_nothing_can_be_read_is_told_of(tmp_path, content):
    nest = Nest.new(tmp_path)
    nest.make()
    (nest.path / "log").write_bytes(content)
    with pytest.raises(ReisblogError, match="can no longer be read"):
        recovery.restored(nest)
    nest.remove()


def test_a_long_log_begins_anew_and_tells_the_same(recorded, home, monkeypatch):
    monkeypatch.setattr(recovery, "_LOG_BYTES", 20_000)
    monkeypatch.setattr(recovery, "GATHER_SECONDS", 0.0)
    log = recorded.nest.path / "log"
    before = 0
    shrunk = False
    for number in range(400):
        entitled(recorded, f"{number} " + 250 * "x")
        size = log.stat().st_size if log.exists() else 0
        shrunk, before = shrunk or size < before, size
    recorded.history.undo()
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.journey == recorded.journey
    for _ in range(199):
        assert desk.history.undo() == "Title"
    assert desk.history.undo() is None
    desk.close()


def test_a_disk_that_does_not_take_it_is_told_of_once_and_tried_again(recorded, home, monkeypatch):
    refused = []

    def refuse(_nest):
        refused.append(recorded.journey.title)
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(Nest, "make", refuse)
        entitled(recorded, "een")
        until(lambda: recorded.troubles)
        entitled(recorded, "twee")
        until(lambda: "twee" in refused)
    entitled(recorded, "drie")
    lost_power(recorded)
    assert len(recorded.troubles) == 1
    assert "no room" in recorded.troubles[0]
    desk = taken_up(home)
    assert desk.journey.title == "drie"
    assert (desk.history.undo(), desk.journey.title) == ("Title", "twee")
    desk.close()


def test_once_there_is_room_again_nobody_need_do_anything(recorded, home, monkeypatch):
    def refuse(_nest):
        raise OSError(28, "no room")

    monkeypatch.setattr(recovery, "RETRY_SECONDS", 0.05)
    with monkeypatch.context() as patch:
        patch.setattr(Nest, "make", refuse)
        entitled(recorded, "een")
        until(lambda: recorded.troubles)
    until((recorded.nest.path / "log").exists)
    lost_power(recorded)
    assert taken_up(home).journey.title == "een"


def test_one_step_writes_little_in_a_large_journey(home, tmp_path):
    desk = desks.new_desk(home)
    many = [
        journeys.photo(desk.new_id(), media=os.urandom(32).hex(), taken="2026-05-01T10:00:00")
        for _ in range(500)
    ]
    desk.commit("Photos", lambda journey: edits.bring_in(journey, many))
    desk.history.begin_here()
    desk.record(print)
    entitled(desk, "Reis")
    lost_power(desk)
    assert (desk.nest.path / "log").stat().st_size < 64_000


@given(st.data())
def test_a_log_tells_everything_that_was_done(data):
    states = played(data)
    live = History(states[0])
    lines = list(change_log.begun(live.twin(), NOTHING_LEFT, File()))
    twin = live.twin()

    def write(moved):
        lines.append(change_log.did(moved, twin.present))
        twin.follow(moved)

    live.witness(write)
    for number, state in enumerate(states[1:]):
        what = data.draw(st.sampled_from(["commit", "key", "undo", "redo", "seal", "save"]))
        match what:
            case "commit":
                live.commit(f"step {number}", state)
            case "key":
                live.commit(f"step {number}", state, key="key")
            case "undo":
                live.undo()
            case "redo":
                live.redo()
            case "seal":
                live.seal()
            case "save":
                live.mark_saved(live.present)
                twin.mark_saved(live.present)
                lines.append(change_log.saved(twin, File("a")))
    anew = list(change_log.begun(twin, NOTHING_LEFT, File("a")))
    for log in (lines, anew):
        told = change_log.read(io.BytesIO(b"".join(log)))
        assert told.is_whole
        assert told.history.is_saved == live.is_saved
        assert same_steps(told.history, live.twin())


@given(st.data())
def test_a_log_cut_off_anywhere_tells_what_came_before(data):
    states = played(data, most=4)
    live = History(states[0])
    ends = [b"".join(change_log.begun(live, NOTHING_LEFT, File()))]
    for state in states[1:]:
        live.witness(lambda moved, before=live.present: ends.append(change_log.did(moved, before)))
        live.commit("step", state)
        live = History(live.present)
    log = b"".join(ends)
    cut = data.draw(st.integers(0, len(log)))
    try:
        told = change_log.read(io.BytesIO(log[:cut]))
    except LogError:
        assert cut < len(ends[0])
    else:
        assert told.history.present in states


def same_steps(one, other):
    """Whether two histories undo and redo alike; both are at their earliest afterwards."""
    assert one.present == other.present
    assert order_of(one.present) == order_of(other.present)
    while other.redo_label:
        assert one.redo() == other.redo()
        assert one.present == other.present
    while other.undo_label:
        assert one.undo() == other.undo()
        assert one.present == other.present
    return one.undo_label is None


def test_work_of_a_clock_that_was_wrong_is_offered(recorded, home):
    entitled(recorded, "Reis")
    lost_power(recorded)
    os.utime(recorded.nest.path / "log", (160_000_000, 160_000_000))
    assert len(left(home)) == 1


@pytest.mark.parametrize("content", [b"", bytes(200), b'0000 {"type":"begun"'])
def test_a_log_that_cannot_be_read_is_not_thrown_away(recorded, home, content):
    entitled(recorded, "Reis")
    lost_power(recorded)
    (recorded.nest.path / "log").write_bytes(content)
    [one] = left(home)
    one.nest.let_go()
    assert recorded.nest.path.exists()


def test_folders_that_are_not_ours_are_left_alone(recorded, home):
    entitled(recorded, "Reis")
    lost_power(recorded)
    own = home / "recovery" / "my own backup"
    own.mkdir()
    (own / "photo.jpg").write_bytes(b"mine")
    left(home)
    assert (own / "photo.jpg").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes there")
def test_a_log_that_is_a_pipe_keeps_nobody_waiting(recorded, home):
    entitled(recorded, "Reis")
    lost_power(recorded)
    log = recorded.nest.path / "log"
    log.unlink()
    os.mkfifo(log)
    assert left(home) == []


@pytest.mark.parametrize(
    "line",
    [
        b'{"type":"saved","file":{},"steps_back":99}',
        b'{"type":"did","move":"commit","tables":{"nothing":{}}}',
        b'{"type":"did","move":"commit","head":{"id":"../x"}}',
        b'{"type":"did","move":"commit","head":' + 5_000 * b'{"a":' + b"1" + 5_000 * b"}" + b"}",
    ],
)
def test_a_line_that_is_wrong_costs_itself_at_most(line):
    log = b"".join(change_log.begun(History(journeys.full()), NOTHING_LEFT, File()))
    log += b"%08x %s\n" % (zlib.crc32(line), line)
    told = change_log.read(io.BytesIO(log))
    assert told.history.present == journeys.full()


def test_what_was_saved_just_before_the_end_is_known_to_be_saved(recorded, home, tmp_path):
    entitled(recorded, "Reis")
    recorded.save(tmp_path / "a.reisblog")
    entitled(recorded, "Verder")
    until((recorded.nest.path / "log").exists)
    save = recorded.prepare_save(tmp_path / "a.reisblog")
    save.run()  # and then the power goes
    lost_power(recorded)
    desk = taken_up(home)
    assert desk.history.is_saved
    entitled(desk, "Nog verder")
    desk.save()
    desk.close()


@pytest.fixture
def left_with_a_file(desk, home, tmp_path):
    """Work at a journey whose photos are in a file on a stick; gives that file."""
    file = tmp_path / "stick" / "reis.reisblog"
    file.parent.mkdir()
    desks.bring_in(desk, desks.picture(1), desks.picture(2))
    desk.save(file)
    desk.close()
    opened = desks.opened(file, home)
    opened.record(print)
    entitled(opened, "nieuw")
    lost_power(opened)
    return file


def test_work_whose_photos_are_on_a_stick_waits_for_that(left_with_a_file, home, tmp_path):
    file = left_with_a_file
    file.parent.rename(tmp_path / "away")
    [one] = left(home)
    with pytest.raises(PicturesAwayError, match=r"“reis\.reisblog”"):
        recovered(home, one.nest)
    (tmp_path / "away").rename(file.parent)
    desk, _whole = recovered(home, one.nest)
    assert desk.path == file
    assert not desk.missing
    desk.save()
    desk.close()
    assert len(Container(file).kinds) == 2


def test_work_taken_up_without_its_file_is_never_saved_over_that(left_with_a_file, home, tmp_path):
    file = left_with_a_file
    file.parent.rename(tmp_path / "away")
    [one] = left(home)
    desk, _whole = recovered(home, one.nest, without_file=True)
    (tmp_path / "away").rename(file.parent)
    assert desk.path is None
    assert len(desk.missing) == 2
    with pytest.raises(FileExistsAlreadyError):
        desk.save(file)
    desk.close()
    assert len(Container(file).kinds) == 2


def test_where_nothing_can_be_locked_no_work_is_taken_from_a_program_that_runs(
    recorded, home, monkeypatch
):
    def refuse(*_args):
        raise OSError(errno.ENOLCK, "no locks")

    fcntl = pytest.importorskip("fcntl")
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", refuse)
        sha256 = desks.keep(recorded, desks.picture(3))
        assert left(home) == []
    assert recorded.media.read(sha256) == desks.picture(3)


def test_a_log_of_another_shape_is_told_of(recorded, home):
    entitled(recorded, "een")
    lost_power(recorded)
    log = recorded.nest.path / "log"
    first, *others = log.read_bytes().splitlines(keepends=True)
    body = first[9:-1].replace(b'"words"', b'"letters"')
    log.write_bytes(b"%08x %s\n" % (zlib.crc32(body), body) + b"".join(others))
    [one] = left(home)
    with pytest.raises(ReisblogError, match="no longer be read"):
        recovered(home, one.nest)


def test_what_is_half_written_or_unreadable_is_forgotten_too(recorded, home):
    [photo] = desks.bring_in(recorded, desks.picture())
    lost_power(recorded)
    half = [
        recorded.nest.path / name for name in ("1234.part", f".{photo.media}.jpg.0badcafe.part")
    ]
    for path in half:
        path.write_bytes(desks.picture())
    (recorded.nest.path / "log").write_bytes(b"damaged\n")
    [one] = left(home)
    recovery.forget(one.nest, recorded.journey.id, {photo.media})
    assert {path.name for path in recorded.nest.path.iterdir()} == {"lock", "log"}
