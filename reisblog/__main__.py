"""The program's door: ``reisblog`` and ``python -m reisblog``."""

import signal
import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    if getattr(sys, "frozen", False):
        # In a bundle the decoding workers are this same program; they turn off here.
        import multiprocessing  # noqa: PLC0415 - only a bundle needs it

        multiprocessing.freeze_support()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # nohup says otherwise
        # Until there is work to clear away, Ctrl+C ends everything at once: no library that is half
        # loaded sees an exception pass.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from reisblog import cli  # noqa: PLC0415 - a worker must not load what the window needs

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
