"""The packages of pure Python that the site holds itself: this course, the kernel, its needs."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools.lite.site import KERNEL, ROOT, extension

PYTHON = "3.14"  # Pyodide's, for which pip chooses
OF_OLD_WIDGETS = "widgetsnbextension-3."


def own_wheel(folder: Path) -> Path:
    """Build the course's own wheel, and return where it is."""
    shutil.rmtree(ROOT / "build" / "lib", ignore_errors=True)  # else what it holds goes in, too
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def pure_wheels(folder: Path) -> list[Path]:
    """Fetch the wheels that `lite/wheels.txt` names, and return them with the kernel's own."""
    fetch_wheels(folder)
    return [*sorted(folder.glob("*.whl")), *kernel_wheels()]


def fetch_wheels(folder: Path) -> None:
    """Fetch the wheels that `lite/wheels.txt` names into a folder."""
    pip(
        *("download", "--no-deps", "--dest", str(folder), "--python-version", PYTHON),
        *("--only-binary", ":all:", "--platform", "any", "--implementation", "py", "--abi", "none"),
        *("--constraint", str(ROOT / "constraints.txt")),
        *("--requirement", str(ROOT / "lite" / "wheels.txt")),
    )


def kernel_wheels() -> list[Path]:
    """Return the wheels that come with JupyterLite's kernel."""
    found = sorted((extension(KERNEL) / "static" / "pypi").glob("*.whl"))
    return [wheel for wheel in found if not wheel.name.startswith(OF_OLD_WIDGETS)]


def pip(command: str, *arguments: str) -> None:
    """Run a command of pip quietly."""
    start = [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check"]
    subprocess.run([*start, *arguments], check=True)
