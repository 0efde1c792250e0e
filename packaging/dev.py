"""The one door: `python3 packaging/dev.py run` starts Reisblog, where there is only Python.

    run [-- ARGS]          start the program, or `-- FILE` to open a file, or any of its commands
    test [--all] [ARGS]    run the fast tests, or all of them; the rest goes to pytest
    check                  ruff, format, mypy, import-linter
    gallery DIR            pictures of every screen and every page of the book
    bench [NAME...] [--json]
    faults [--fuzz SECONDS] the proof that files survive; some minutes
    lock [--upgrade]       make packaging/requirements.lock anew

Whatever is missing is set up first, once. This file stays plain enough for older Pythons to read,
up to the point where it tells them kindly that they are too old; `workshop/` does the work.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(
        "Reisblog needs Python 3.11, 3.12, 3.13 or 3.14, and this is Python %d.%d.\n"
        "If you have one of those too, start with it: python3.12 packaging/dev.py run\n"
        "If not, python.org has it for you; nothing here has been changed." % sys.version_info[:2]
    )

if __name__ == "__main__":
    try:  # around what it loads, too: Ctrl+C comes when it comes
        from workshop.commands import main

        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
