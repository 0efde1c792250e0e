"""What all tests share."""

import signal

import pytest
from hypothesis import HealthCheck, settings

from reisblog import texts
from reisblog.photos.decoder import Decoder
from tests import desks

# A busy machine is no fault; and a run says the same as the one before it.
settings.register_profile(
    "reisblog",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("reisblog")


@pytest.fixture(scope="session")
def qapp_args():
    """What pytest-qt makes the application from: as the program itself does."""
    from reisblog.ui import theme  # noqa: PLC0415 - most tests need no Qt

    return ["reisblog", *theme.STYLE]


@pytest.fixture
def in_english():
    """The program speaks English, as its source does, whatever this machine speaks."""
    before = texts.language()
    texts.use("en")
    yield
    texts.use(before)


@pytest.fixture(scope="module")
def decoder():
    """One process that decodes pictures, for all tests of a file."""
    with Decoder(workers=1) as decoder:
        yield decoder


@pytest.fixture
def desk(tmp_path, decoder):
    """A new journey, with what it takes to bring pictures in."""
    with desks.new_desk(tmp_path / "home", decoder=decoder, title="Een jaar") as desk:
        yield desk


@pytest.fixture
def hears_signals():
    """Ctrl+C and being told to stop reach this program, and all it starts, under nohup too."""
    usual = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
