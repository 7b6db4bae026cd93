"""Folders in which students' code works: locked while in use, removed even after a kill."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":  # where no class can be graded
    import fcntl

PREFIX = "autograder-scratch-"
SECONDS = 60
# The system's tools remove what is nested too deeply for Python, and never follow a link.
REMOVE = ("/bin/rm", "-rf", "--")
UNLOCK = ("/bin/chmod", "-R", "u+rwx", "--")


def remove_folder(folder: Path) -> None:
    """Remove a folder with everything in it; mostly it is empty, which takes no time."""
    with contextlib.suppress(OSError):
        folder.rmdir()
    if sys.platform == "win32":
        shutil.rmtree(folder, ignore_errors=True)
        return
    for command in (REMOVE, UNLOCK, REMOVE):
        if not folder.exists():
            return
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - a path of our own
                [*command, str(folder)], check=False, capture_output=True, timeout=SECONDS
            )


@dataclass(frozen=True)
class Folder:
    """A folder of this process, with a lock on it that the system frees when the process ends.

    The lock is held until the folder has gone, so whoever dies half-way leaves one to be cleared.
    """

    path: Path
    lock: int

    def remove(self) -> None:
        """Give the folder back."""
        remove_folder(self.path)
        os.close(self.lock)


def new_folder() -> Folder:
    """Make a folder among the system's temporary ones; clear those of processes that died."""
    clear_abandoned()
    while True:
        path = Path(tempfile.mkdtemp(prefix=PREFIX))
        with contextlib.suppress(FileNotFoundError):
            lock = os.open(path, os.O_RDONLY)
            with contextlib.suppress(OSError):  # some network disks lock no folders, nor clear any
                fcntl.flock(lock, fcntl.LOCK_EX)
            if path.exists():
                return Folder(path, lock)
            os.close(lock)
        # Another process took the folder for a dead one's before it was locked: once more.


def clear_abandoned() -> None:
    """Remove this user's folders whose process has died."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # in use, another user's, or gone by now
            if not path.is_symlink() and path.stat().st_uid == os.getuid():
                clear_if_abandoned(path)


def clear_if_abandoned(path: Path) -> None:
    """Remove a folder that nobody holds; raises OSError where somebody does."""
    lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove_folder(path)
    finally:
        os.close(lock)
