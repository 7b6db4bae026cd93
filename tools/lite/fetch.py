"""Fetch the Pyodide of the tests into .pyodide/: python -m tools.lite.fetch.

npm's package has the core alone; the compiled numpy and matplotlib that belong to it stand in a
package for servers, whose other 90 MB are thrown away.
"""

import subprocess
import tempfile
import zipfile
from pathlib import Path

from tools.lite.site import ROOT
from tools.lite.wheels import fetch_wheels, pip

HOME = ROOT / ".pyodide"
INSIDE = "open_webui/frontend/pyodide/"
PYODIDE = HOME / INSIDE
WHEELS = HOME / "wheels"
LIST = ROOT / "lite" / "open-webui.txt"


def main() -> None:
    """Fetch what is not there, or say in one sentence that it could not be had."""
    try:
        if not PYODIDE.is_dir():
            fetch_pyodide()
        if not WHEELS.is_dir():
            fetch_pure()
    except subprocess.CalledProcessError:
        raise SystemExit("The Pyodide of the tests could not be fetched: see above.") from None


def fetch_pyodide() -> None:
    """Fetch Pyodide's core and its compiled packages."""
    with tempfile.TemporaryDirectory() as folder:
        pip(
            *("download", "--no-deps", "--only-binary", ":all:", "--python-version", "3.12"),
            *("--require-hashes", "--requirement", str(LIST), "--dest", folder),
        )
        unpack(next(Path(folder).glob("*.whl")))


def fetch_pure() -> None:
    """Fetch the packages of pure Python, for tests that are to need no network."""
    HOME.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME) as folder:
        fetch_wheels(Path(folder, "wheels"))
        Path(folder, "wheels").rename(WHEELS)


def unpack(wheel: Path) -> None:
    """Take what is Pyodide's out of a wheel; it is there whole or not at all."""
    HOME.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME) as folder, zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.startswith(INSIDE)])
        PYODIDE.parent.mkdir(parents=True, exist_ok=True)
        Path(folder, INSIDE).rename(PYODIDE)


if __name__ == "__main__":
    main()
