"""Remove a folder in which a student's code has worked, whatever it left there."""

import contextlib
import shutil
import subprocess
from pathlib import Path

SECONDS = 60


def remove_folder(folder: Path) -> None:
    """Remove a folder with everything in it; links are removed, never followed."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except (OSError, RecursionError):  # locked, or too deep for Python: the system's tools can
        for tool in (("/bin/chmod", "-R", "u+rwx"), ("/bin/rm", "-rf")):
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                command = [*tool, "--", str(folder)]
                subprocess.run(command, check=False, capture_output=True, timeout=SECONDS)  # noqa: S603 - our own path
