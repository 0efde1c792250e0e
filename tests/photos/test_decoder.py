"""The pool of worker processes: a picture that kills or hangs one costs only itself."""

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import CancelledError, wait
from pathlib import Path

import pytest
from PIL import Image

from reisblog import texts
from reisblog.errors import UnreadablePhotoError
from reisblog.model.records import MediaKind
from reisblog.photos import process
from reisblog.photos.decoder import Decoder
from reisblog.photos.worker import ADDRESS_SPACE_BYTES
from tests import pictures

needs_signals = pytest.mark.skipif(
    not hasattr(signal, "SIGSTOP"), reason="Windows cannot freeze a process"
)


@pytest.fixture(scope="module")
def decoder():
    with Decoder() as decoder:
        yield decoder


@pytest.fixture
def english():
    before = texts.language()
    texts.use("en")
    yield
    texts.use(before)


@pytest.fixture
def alone():
    """A decoder with one worker, which has already done something."""
    with Decoder(workers=1, patience=1.0) as decoder:
        decoder.pixels(pictures.jpeg(60, 40), side=60).result()
        yield decoder


def workers_of(decoder):
    return [station._worker._process for station in decoder._stations]


def freeze(decoder):
    (worker,) = workers_of(decoder)
    os.kill(worker.pid, signal.SIGSTOP)
    return worker


def until_running(future):
    while not future.running():
        assert not future.done()


@pytest.mark.parametrize("given_as", ["a file", "bytes"])
def test_a_phone_photo_comes_in(decoder, tmp_path, given_as):
    content = pictures.jpeg(1200, 900, orientation=6, taken="2026:03:14 10:12:00", private=True)
    source = content
    if given_as == "a file":
        source = tmp_path / "IMG_2041.jpg"
        source.write_bytes(content)
    spool = tmp_path / "spool"
    spool.mkdir()

    photo = decoder.take_in(source, name="IMG_2041.jpg", spool=spool).result()

    assert (photo.name, photo.kind, photo.taken) == (
        "IMG_2041.jpg",
        MediaKind.JPEG,
        "2026-03-14T10:12:00",
    )
    assert (photo.width, photo.height) == (1200, 900)
    assert photo.path == spool / f"{photo.sha256}.jpg"
    assert list(spool.iterdir()) == [photo.path]
    assert (photo.pixels.width, photo.pixels.height) == (512, 384)
    assert len(photo.pixels.bgrx) == 512 * 384 * 4
    assert pictures.corners(photo.pixels) == pictures.UPRIGHT
    assert pictures.corners(photo.rendition) == pictures.UPRIGHT
    with Image.open(photo.path) as kept:
        assert dict(kept.getexif()) == {0x0112: 6}


def test_fifty_photos_come_in_each_under_its_own_name(decoder, tmp_path):
    coming = {
        f"{number}.png": decoder.take_in(
            pictures.png(image=Image.new("RGB", (20, 20), (number, 0, 0))),
            name=f"{number}.png",
            spool=tmp_path,
        )
        for number in range(50)
    }
    for name, photo in coming.items():
        assert photo.result().name == name
        assert photo.result().pixels.bgrx[2] == int(name.removesuffix(".png"))
    assert len(list(tmp_path.iterdir())) == 50


def test_the_same_photo_twice_at_once_lies_in_the_spool_once(decoder, tmp_path):
    content = pictures.jpeg()
    coming = [decoder.take_in(content, name=name, spool=tmp_path) for name in "abcd"]
    assert len({photo.result().sha256 for photo in coming}) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_pixels_are_scaled_down_to_what_is_asked(decoder):
    pixels = decoder.pixels(pictures.jpeg(1600, 1200), side=400).result()
    assert (pixels.width, pixels.height) == (400, 300)
    assert pictures.corners(pixels) == pictures.UPRIGHT


def test_pixels_lie_on_white_where_a_png_is_see_through(decoder):
    pixels = decoder.pixels(pictures.png(image=pictures.see_through()), side=600).result()
    middle = 4 * (600 * 200 + 300)
    assert pixels.bgrx[middle : middle + 4] == b"\xff\xff\xff\xff"


def test_a_jpeg_for_the_book_is_upright_small_and_bare(decoder, tmp_path):
    file = tmp_path / "photo.jpg"
    file.write_bytes(pictures.jpeg(1600, 1200, orientation=8, private=True))
    made = decoder.jpeg(file, side=800, quality=80).result()
    assert Image.open(io.BytesIO(made)).size == (800, 600)
    assert pictures.corners(made) == pictures.UPRIGHT
    assert not [secret for secret in pictures.SECRETS if secret in made]


def test_a_jpeg_that_fits_already_is_not_encoded_again(decoder):
    content = pictures.jpeg(600, 400)
    assert decoder.jpeg(content, side=800, quality=20).result() == content
    turned = decoder.jpeg(pictures.jpeg(600, 400, orientation=6), side=800).result()
    assert pictures.corners(turned) == pictures.UPRIGHT


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("IMG_2041.heic", b"", "“IMG_2041.heic” does not open: the file is empty."),
        ("essay.jpg", b"%PDF-1.7", "“essay.jpg” does not open: it is a document;"),
        ("clip.jpg", b"\0\0\0\x14ftypmp42" + bytes(99), "“clip.jpg” does not open: it is a video;"),
        ("half.jpg", pictures.jpeg()[:4000], "“half.jpg” does not open: the file is cut off;"),
        ("{odd}.txt", b"hello", "“{odd}.txt” does not open: it is not a photo."),
    ],
)
def test_what_does_not_open_is_named_with_the_reason(
    decoder, tmp_path, english, name, content, sentence
):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(UnreadablePhotoError) as unreadable:
        decoder.take_in(file, name=name, spool=tmp_path).result()
    assert str(unreadable.value).startswith(sentence)
    assert unreadable.value.name == name
    assert unreadable.value.reason in str(unreadable.value)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_gone_and_a_folder_are_told_apart(decoder, tmp_path, english):
    gone = decoder.take_in(tmp_path / "gone.jpg", name="gone.jpg", spool=tmp_path)
    folder = decoder.take_in(tmp_path, name="DCIM", spool=tmp_path)
    with pytest.raises(UnreadablePhotoError, match=r"no longer there"):
        gone.result()
    with pytest.raises(UnreadablePhotoError, match=r"it is a folder"):
        folder.result()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="may read everything")
def test_a_file_one_may_not_read_is_told(decoder, tmp_path, english):
    file = tmp_path / "closed.jpg"
    file.write_bytes(pictures.jpeg())
    file.chmod(0)
    with pytest.raises(UnreadablePhotoError, match=r"does not let you read"):
        decoder.take_in(file, name="closed.jpg", spool=tmp_path).result()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe in the file system")
def test_something_that_is_no_file_is_not_waited_for(decoder, tmp_path):
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    with pytest.raises(UnreadablePhotoError):
        decoder.take_in(pipe, name="pipe.jpg", spool=tmp_path).result(timeout=5)


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot exist there")
def test_a_name_in_no_known_encoding_is_no_obstacle(decoder, tmp_path):
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg"))
    try:
        file.write_bytes(pictures.jpeg())
    except OSError:
        pytest.skip("this file system takes no such names")
    assert decoder.take_in(file, name="cafe.jpg", spool=tmp_path).result().width == 600


def test_nothing_starts_before_it_is_needed_and_warming_does_not_wait():
    with Decoder() as decoder:
        assert not decoder._stations
        decoder.warm()
        assert len(decoder._stations) == 2
        assert decoder.pixels(pictures.jpeg(60, 40), side=60).result().width == 60


@needs_signals
def test_a_picture_that_kills_its_worker_costs_only_itself(alone, tmp_path, english):
    worker = freeze(alone)
    deadly = alone.take_in(pictures.jpeg(), name="deadly.jpg", spool=tmp_path)
    after = alone.take_in(pictures.jpeg(), name="after.jpg", spool=tmp_path)
    until_running(deadly)
    (tmp_path / f"{worker.pid}.part").write_bytes(b"half a photo")
    os.kill(worker.pid, signal.SIGKILL)

    with pytest.raises(UnreadablePhotoError, match=r"“deadly.jpg” does not open: .*broke off"):
        deadly.result()
    kept = after.result().path
    assert list(tmp_path.iterdir()) == [kept]


@needs_signals
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows it and keeps to it")
def test_a_worker_is_bound_in_memory_and_lets_the_window_go_first(alone):
    (worker,) = workers_of(alone)
    limits = Path(f"/proc/{worker.pid}/limits").read_text(encoding="ascii")
    (space,) = [line for line in limits.splitlines() if line.startswith("Max address space")]
    assert str(ADDRESS_SPACE_BYTES) in space
    (core,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert core.split()[4:6] == ["0", "0"]
    assert os.getpriority(os.PRIO_PROCESS, worker.pid) > os.getpriority(os.PRIO_PROCESS, 0)


def test_a_picture_that_takes_too_long_costs_only_itself(alone, tmp_path, english):
    freeze(alone)
    endless = alone.take_in(pictures.jpeg(), name="endless.jpg", spool=tmp_path)
    after = alone.take_in(pictures.jpeg(), name="after.jpg", spool=tmp_path)
    with pytest.raises(UnreadablePhotoError, match=r"too long here; try once more") as told:
        endless.result()
    assert told.value.may_pass
    assert after.result().width == 600


@needs_signals
def test_only_a_file_that_does_not_come_is_told_to_be_copied_first(
    alone, tmp_path, english, monkeypatch
):
    monkeypatch.setattr(process, "_READING_SECONDS", 0.5)
    file = tmp_path / "in the cloud.jpg"
    file.write_bytes(pictures.jpeg())
    freeze(alone)
    coming = alone.take_in(file, name="in the cloud.jpg", spool=tmp_path)
    with pytest.raises(UnreadablePhotoError, match=r"too long to come; copy it") as told:
        coming.result()
    assert not told.value.may_pass


@needs_signals
def test_a_worker_that_does_not_even_listen_is_given_up(alone):
    freeze(alone)
    with pytest.raises(UnreadablePhotoError):
        alone.pixels(bytes(8_000_000), side=100).result()
    assert alone.pixels(pictures.jpeg(), side=100).result().width == 100


def test_a_worker_that_died_while_idle_costs_nothing(alone):
    (worker,) = workers_of(alone)
    worker.kill()
    worker.join()
    assert alone.pixels(pictures.jpeg(), side=100).result().width == 100


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory")
def test_a_picture_made_to_fill_the_memory_costs_only_itself(alone, tmp_path, english):
    bomb = Image.new("RGBA", (15_700, 15_700), (1, 2, 3, 0))
    file = tmp_path / "bomb.png"
    bomb.save(file, compress_level=1)
    with pytest.raises(UnreadablePhotoError, match=r"too large|too long"):
        alone.jpeg(file, side=15_000).result()
    assert alone.pixels(pictures.jpeg(), side=100).result().width == 100


@pytest.mark.slow
@pytest.mark.parametrize("size", [(12_000, 9_000), (16_320, 12_240)])
def test_the_largest_phone_photos_come_in(tmp_path, size):
    with Decoder(workers=1, patience=60.0) as decoder:  # other tests may run beside it
        content = pictures.jpeg(*size, orientation=6, quality=75)
        photo = decoder.take_in(content, name="large.jpg", spool=tmp_path).result()
    assert (photo.width, photo.height) == (4000, 3000)
    assert pictures.corners(photo.pixels) == pictures.UPRIGHT


@needs_signals
def test_what_has_not_begun_can_be_cancelled(alone, tmp_path):
    worker = freeze(alone)
    first = alone.take_in(pictures.jpeg(), name="first.jpg", spool=tmp_path)
    second = alone.take_in(pictures.png(), name="second.png", spool=tmp_path)
    until_running(first)
    assert second.cancel()
    os.kill(worker.pid, signal.SIGCONT)
    assert [first.result().path] == list(tmp_path.iterdir())


@needs_signals
def test_closing_ends_everything_at_once(tmp_path):
    threads = set(threading.enumerate())
    decoder = Decoder(workers=1)
    decoder.pixels(pictures.jpeg(60, 40), side=60).result()
    worker = freeze(decoder)
    coming = [decoder.take_in(pictures.jpeg(), name="x", spool=tmp_path) for _ in range(3)]
    until_running(coming[0])

    decoder.close()

    assert all(photo.done() for photo in coming)
    for photo in coming:
        with pytest.raises(CancelledError):
            photo.result()
    assert worker not in multiprocessing.active_children()
    assert set(threading.enumerate()) == threads
    assert not list(tmp_path.iterdir())


def test_closing_while_the_workers_still_start_ends_them(tmp_path):
    before = set(multiprocessing.active_children())
    decoder = Decoder()
    decoder.warm()
    coming = decoder.take_in(pictures.jpeg(), name="x", spool=tmp_path)
    decoder.close()
    decoder.close()
    wait([coming], timeout=5)
    assert set(multiprocessing.active_children()) == before


def test_a_closed_decoder_takes_nothing_more():
    decoder = Decoder()
    decoder.close()
    with pytest.raises(RuntimeError, match="closed"):
        decoder.pixels(b"", side=10)


PARENT = """
import multiprocessing, os, sys
from reisblog.photos.decoder import Decoder
from reisblog.photos.worker import ADDRESS_SPACE_BYTES
if __name__ == "__main__":
    decoder = Decoder()
    decoder.pixels(open(sys.argv[1], "rb").read(), side=10).result()
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    sys.stdin.read()
    os._exit(1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system about processes by number")
def test_workers_end_when_the_program_dies(tmp_path):
    script, photo = tmp_path / "parent.py", tmp_path / "photo.jpg"
    script.write_text(PARENT)
    photo.write_bytes(pictures.jpeg(60, 40))
    with subprocess.Popen(
        [sys.executable, script, photo], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        workers = [int(number) for number in parent.stdout.readline().split()]
        assert len(workers) == 2
        rest, _ = parent.communicate(timeout=20)
    assert rest == b""
    # Its output has ended, and the workers held the other end of it too: they are gone.


TAKING_IN = """
import os, pathlib, sys
from reisblog.photos.decoder import Decoder
if __name__ == "__main__":
    decoder = Decoder()
    decoder.fleeting = sys.argv[3] == "True"
    decoder.take_in(pathlib.Path(sys.argv[1]), name="", spool=pathlib.Path(sys.argv[2])).result()
    print("taken", flush=True)
    sys.stdin.read()
    os._exit(1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there the pipe ends otherwise")
@pytest.mark.parametrize("fleeting", [True, False])
def test_what_is_fleeting_goes_with_a_program_that_is_killed(tmp_path, fleeting):
    script, photo, spool = tmp_path / "parent.py", tmp_path / "photo.jpg", tmp_path / "spool"
    script.write_text(TAKING_IN)
    photo.write_bytes(pictures.jpeg(60, 40))
    spool.mkdir()
    command = [sys.executable, script, photo, spool, str(fleeting)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout.readline() == b"taken\n"
        assert list(spool.glob("*.jpg"))
        parent.kill()
        parent.communicate(timeout=20)  # its output ends when the workers have ended too
    assert spool.exists() is not fleeting


FORGETFUL = """
import sys
from reisblog.photos.decoder import Decoder
from reisblog.photos.worker import ADDRESS_SPACE_BYTES
if __name__ == "__main__":
    decoder = Decoder()
    content = open(sys.argv[1], "rb").read()
    [first, *_others] = [decoder.pixels(content, side=1000) for _ in range(int(sys.argv[2]))]
    first.result()
"""


@pytest.mark.parametrize("asked", [1, 40])
def test_a_program_that_forgets_to_close_ends_without_a_word(tmp_path, asked):
    script, photo = tmp_path / "parent.py", tmp_path / "photo.jpg"
    script.write_text(FORGETFUL)
    photo.write_bytes(pictures.jpeg(2000, 1500))
    command = [sys.executable, script, photo, str(asked)]
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=True
    )
    assert ended.stderr == b""


def test_the_window_process_loads_no_picture_library():
    loaded = "import sys, reisblog.photos.decoder; print(sorted(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, check=True, text=True
    )
    assert "reisblog.photos.decoder" in ended.stdout
    assert "'PIL" not in ended.stdout
    assert "pillow_heif" not in ended.stdout


def test_a_worker_loads_no_window():
    loaded = "import sys, reisblog.photos.jobs; print(sorted(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, check=True, text=True
    )
    assert "'PIL'" in ended.stdout
    assert "PySide6" not in ended.stdout
