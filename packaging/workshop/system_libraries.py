"""The system libraries that Qt's own wheels expect Linux to have, and how to get them.

The list is what the libraries and plugins of PySide6-Essentials 6.11 name as needed (`readelf -d`),
for the parts that Reisblog uses, on X11, on Wayland and without a display, less what the wheels and
the C library bring along.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from typing import NamedTuple

from workshop.terminal import Stop, say


class Library(NamedTuple):
    """A library by its soname, and the packages that hold it."""

    soname: str
    debian: str
    arch: str


LIBRARIES = (
    Library("libGL.so.1", "libgl1", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype2"),
    # Since Debian 13 and Ubuntu 24.04 its name ends in t64; apt finds that by the older name too.
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5"),
    Library("libbrotlidec.so.1", "libbrotli1", "brotli"),
    Library("libz.so.1", "zlib1g", "zlib"),
    Library("libzstd.so.1", "libzstd1", "zstd"),
    Library("libstdc++.so.6", "libstdc++6", "gcc-libs"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libX11.so.6", "libx11-6", "libx11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libwayland-client.so.0", "libwayland-client0", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
)


def ensure(*, with_venv: bool) -> None:
    """Install what is missing when this user may, on Linux; elsewhere Qt brings everything itself.

    Args:
        with_venv: Python's own `venv` will be needed, which Debian keeps in a package of its own.

    Raises:
        Stop: something is missing; the message is the one command that installs it.
    """
    if not sys.platform.startswith("linux"):
        return
    missing, no_venv = _missing(), with_venv and not _has_venv()
    if not missing and not no_venv:
        return
    if shutil.which("apt-get"):
        packages = _debian_packages(missing, no_venv=no_venv)
        if _apt_install(packages):
            missing, no_venv = _missing(), with_venv and not _has_venv()
            if not missing and not no_venv:
                return
            packages = _debian_packages(missing, no_venv=no_venv)
    raise Stop(_request(missing, no_venv=no_venv))


def _missing() -> list[Library]:
    return [library for library in LIBRARIES if not _loads(library.soname)]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_venv() -> bool:
    """Debian's python3 has the module venv, but not ensurepip, which fetches pip for it."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def _debian_packages(missing: list[Library], *, no_venv: bool) -> list[str]:
    packages = sorted({library.debian for library in missing})
    if no_venv:
        packages.insert(0, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return packages


def _apt_install(packages: list[str]) -> bool:
    """Try it as root or with a sudo that asks nothing; False when that may not or did not work."""
    if os.geteuid() == 0:
        prefix = []
    elif _sudo_asks_nothing():
        prefix = ["sudo", "-n"]
    else:
        return False
    say(f"Installing {len(packages)} system packages that the window needs ...")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # A fresh machine has no list of packages yet, and an old list names versions that are gone.
    return _quietly(install) or (_quietly([*apt, "update"]) and _quietly(install))


def _sudo_asks_nothing() -> bool:
    return bool(shutil.which("sudo")) and _quietly(["sudo", "-n", "true"])


def _quietly(command: list[str]) -> bool:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def _request(missing: list[Library], *, no_venv: bool) -> str:
    """The sentence with the one exact command for this kind of Linux."""
    sonames = [library.soname for library in missing]
    # dnf and zypper find a package by the library in it.
    capabilities = [f"{soname}()(64bit)" for soname in sonames]
    if shutil.which("apt-get"):
        packages = shlex.join(_debian_packages(missing, no_venv=no_venv))
        command = f"apt-get update && apt-get install -y --no-install-recommends {packages}"
    elif shutil.which("dnf"):
        command = shlex.join(["dnf", "install", "-y", *capabilities])
    elif shutil.which("zypper"):
        command = shlex.join(["zypper", "--non-interactive", "install", *capabilities])
    elif shutil.which("pacman"):
        arch = sorted({library.arch for library in missing})
        command = shlex.join(["pacman", "-S", "--needed", "--noconfirm", *arch])
    else:
        wanted = ", ".join([*sonames, *(["Python's venv and ensurepip"] if no_venv else [])])
        return (
            f"Reisblog needs some parts of Linux that this machine does not have yet: {wanted}.\n"
            "Install them with this system's own package manager and start again."
        )
    return (
        "Reisblog needs some parts of Linux that this machine does not have yet.\n"
        "Install them with this one command and start again:\n\n"
        f"    {_as_root(command)}\n"
    )


def _as_root(command: str) -> str:
    if os.geteuid() == 0:
        return command
    if shutil.which("sudo"):
        return (
            command.replace("apt-get ", "sudo apt-get ") if " && " in command else f"sudo {command}"
        )
    return f"su -c {shlex.quote(command)}"
