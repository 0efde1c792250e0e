"""All tests of the window, with every system call that could reach out written down."""

from tests.faults import outside


def run(*, fast):
    """All of them, however long that takes; or, fast, a few."""
    yield from outside.tried(outside.FAST_CHOICE if fast else ("",))
