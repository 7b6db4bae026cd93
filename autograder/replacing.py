"""Put a finished file in the place of another, and say what a failure with a file means.

Windows refuses to replace or rename a file that another program has open: a virus scanner or a
synchronising drive has a new one for a moment, an editor or a spreadsheet until it is closed.
"""

import sys
import time
from pathlib import Path

PATIENCE = 2.0  # seconds for another program to let go of a file
PAUSE = 0.05
LONGEST_PATH = 259  # characters that Windows takes where long paths are not switched on


def put_in_place(finished: Path, target: Path) -> None:
    """Rename a file or folder in one step; on Windows, wait a little for who has it open."""
    deadline = time.monotonic() + (PATIENCE if sys.platform == "win32" else 0)
    while True:
        try:
            finished.replace(target)
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(PAUSE)
        else:
            return


def what_is_wrong(error: OSError) -> str:
    """Say in one sentence which file could not be used, and why; on Windows, what helps."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}.{what_helps(error)}"


def what_helps(error: OSError) -> str:
    """Say what helps against what only Windows refuses; nothing elsewhere."""
    if sys.platform == "win32":
        paths = [str(path) for path in (error.filename, error.filename2) if path]
        if any(len(path) > LONGEST_PATH for path in paths):
            return " Its path is too long for Windows: use a folder nearer to the disk's root."
        if isinstance(error, PermissionError):
            return " Another program may have it open: close it there, and try again."
    return ""
