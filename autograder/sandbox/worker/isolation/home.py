"""The folder that a worker works in: empty, bounded, and gone with the worker."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from autograder.sandbox.worker.isolation.layers import Layers
from autograder.sandbox.worker.isolation.system import MS_NODEV, MS_NOSUID, mount, unmount
from autograder.sandbox.worker.isolation.view import HOME


def open_home(layers: Layers, limits: Mapping[str, float], scratch: Path) -> Path:
    """Return the folder that a worker works in; one with a view of its own gets it in memory."""
    if not layers.view:
        return scratch
    drop_home()  # the last worker's, if its end went wrong
    user, group = owner(layers)
    new_home(user, group, int(limits["disk_bytes"]), int(limits["files"]))
    return HOME


def owner(layers: Layers) -> tuple[int, int]:
    """Return the user and the group that a worker has."""
    if layers.user is None:
        return os.geteuid(), os.getegid()
    return layers.user, layers.user


def new_home(user: int, group: int, size: int, files: int) -> None:
    """Give the next worker an empty home in memory, bounded in bytes and in files."""
    options = f"size={size},nr_inodes={files},mode=700,uid={user},gid={group}"
    mount("home", str(HOME), "tmpfs", MS_NOSUID | MS_NODEV, options)


def drop_home() -> None:
    """Let go of the last worker's home, and all that is in it."""
    with suppress(OSError):
        unmount(str(HOME))
