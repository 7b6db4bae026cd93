"""JupyterLab for a student: on the first lesson, with nothing around it that is for others.

The menus of nbgrader ("Create Assignment", "Validate", the formgrader) are for instructors, and the
questions whether to show news and look for updates are for who maintains JupyterLab.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.course.files import write_whole
from autograder.student.progress_file import OWN_FOLDER
from nnlib.needs import require

SETTINGS = {
    "page_config.json": {"disabledExtensions": {"@jupyter/nbgrader": True}},
    "default_setting_overrides.json": {
        "@jupyterlab/apputils-extension:notification": {
            "fetchNews": "false",
            "checkForUpdates": False,
        }
    },
}


def open_lab(folder: Path, lesson: str, options: Sequence[str] = ()) -> int:
    """Open a lesson in JupyterLab, wait until it is closed, and return its exit code.

    Raises NotInstalledError where there is no JupyterLab.
    """
    require("jupyterlab", extra="lessons")
    settings = folder / OWN_FOLDER / "jupyter"
    for name, content in SETTINGS.items():
        write_whole(settings / "labconfig" / name, json.dumps(content))
    done = subprocess.run(  # noqa: S603 - the interpreter that runs this
        [
            *(sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"),
            f"--LabApp.default_url=/lab/tree/{lesson}.ipynb",
            *options,
        ],
        env={**os.environ, "JUPYTER_CONFIG_PATH": config_path(settings)},
        check=False,
    )
    return done.returncode


def config_path(settings: Path) -> str:
    """Return where Jupyter looks for settings: in a folder of ours, then where it looked before."""
    before = os.environ.get("JUPYTER_CONFIG_PATH", "")
    return os.pathsep.join(filter(None, [str(settings.resolve()), before]))
