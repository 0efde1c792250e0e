"""A screen and the accessibility bus of a desktop, and on it the window and who listens.

Runs inside ``dbus-run-session``. Writes what both told as JSON into the file it is given; the rest
of its command line is for the listener.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
_SCREEN = ("-screen", "0", "1400x900x24", "-nolisten", "tcp")


def main() -> int:
    reader, writer = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *_SCREEN],  # noqa: S607
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        display = f":{answer.readline().strip()}"
    surroundings = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(ROOT),
    }
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    try:
        with tempfile.TemporaryDirectory() as home:
            return _listen(surroundings, home)
    finally:
        for each in (bus, screen):
            each.terminate()
            each.wait()


def _listen(surroundings: dict[str, str], home: str) -> int:
    window = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-m", "tests.at_spi.window", home],
        env=surroundings,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        first = window.stdout.readline()
        heard = subprocess.run(
            [SYSTEM_PYTHON, str(Path(__file__).with_name("listener.py")), *sys.argv[2:]],
            env={key: value for key, value in surroundings.items() if key != "PYTHONPATH"},
            stdout=subprocess.PIPE,
            text=True,
            timeout=90,
            check=False,
        )
        ended = window.poll()
    finally:
        window.terminate()
        done, _error = window.communicate()
    told = json.loads(heard.stdout) if heard.returncode == 0 else {}
    told |= {"done": (first + done).splitlines(), "ended": ended}
    Path(sys.argv[1]).write_text(json.dumps(told), encoding="utf-8")
    return heard.returncode


if __name__ == "__main__":
    sys.exit(main())
