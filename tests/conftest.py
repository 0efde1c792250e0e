"""What all tests share."""

import pytest
from hypothesis import HealthCheck, settings

from reisblog import texts

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
