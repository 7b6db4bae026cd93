"""Folders in which students' code works: made, marked as in use, and removed whatever is there."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":  # where nothing can be graded
    import fcntl

PREFIX = "autograder-"
MARK = "in_use"
YOUNG = 60.0  # seconds
SECONDS = 60
# The system's tools remove what is nested too deeply for Python, and never follow a link.
REMOVE = ("/bin/rm", "-rf", "--")
UNLOCK = ("/bin/chmod", "-R", "u+rwx", "--")


def remove_folder(folder: Path) -> None:
    """Remove a folder with everything in it; mostly it is empty, which takes no time."""
    with contextlib.suppress(OSError):
        folder.rmdir()
    for command in (REMOVE, UNLOCK, REMOVE):
        if not folder.exists():
            return
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - a path of our own
                [*command, str(folder)], check=False, capture_output=True, timeout=SECONDS
            )


@dataclass(frozen=True)
class Folder:
    """A folder of this process, with a lock on it that the system frees when the process ends."""

    path: Path
    lock: int

    def remove(self) -> None:
        """Give the folder back."""
        remove_folder(self.path)
        os.close(self.lock)


def new_folder() -> Folder:
    """Make a folder among the system's temporary ones; clear those of processes that died."""
    for left in left_behind(Path(tempfile.gettempdir())):
        remove_folder(left)
    path = Path(tempfile.mkdtemp(prefix=PREFIX))
    mark = path / f".{MARK}"
    lock = os.open(mark, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC)
    fcntl.flock(lock, fcntl.LOCK_EX)
    mark.rename(path / MARK)  # only now can it be taken for one that nobody holds
    return Folder(path, lock)


def left_behind(place: Path) -> Iterator[Path]:
    """Yield this user's folders whose process has died."""
    for path in place.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # another user's, or gone by now
            if not path.is_symlink() and path.stat().st_uid == os.getuid() and abandoned(path):
                yield path


def abandoned(path: Path) -> bool:
    """Tell whether nobody holds a folder; raises OSError where it is none of ours."""
    if (path / MARK).exists():
        return unlocked(path / MARK)
    young = time.time() - path.stat().st_mtime < YOUNG  # it may be getting its mark just now
    return not young and unlocked(path / f".{MARK}")


def unlocked(mark: Path) -> bool:
    """Tell whether nobody holds the lock of a mark; raises OSError where there is no mark."""
    lock = os.open(mark, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
