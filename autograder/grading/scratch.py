"""Remove a folder in which a student's code has worked, whatever it left there."""

import contextlib
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any


def remove_folder(folder: Path) -> None:
    """Remove a folder with everything in it; links are removed, never followed."""
    try:
        shutil.rmtree(folder, onerror=open_and_retry)
    except (OSError, RecursionError):  # too deep for Python, or in use
        with contextlib.suppress(OSError):
            subprocess.run(["/bin/rm", "-rf", "--", str(folder)], check=False, timeout=30)  # noqa: S603


def open_and_retry(action: Callable[[str], Any], path: str, _: Any) -> None:
    """Make a folder that a student locked writable, and try once more."""
    place = Path(path)
    for folder in (place.parent, place):
        with contextlib.suppress(OSError):
            if not folder.is_symlink():
                folder.chmod(stat.S_IRWXU)
    with contextlib.suppress(OSError):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
        else:
            place.unlink()
