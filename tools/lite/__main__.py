"""Make the site in which the lessons run in a browser: python -m tools.lite site/lite.

`--pyodide` names a folder with Pyodide's core and its pyodide-lock.json. Packages of Pyodide's that
lie there, too, are copied into the site. A browser takes the others from Pyodide's own network, and
refuses those that have not the hash in the lock.
"""

import argparse
import tempfile
from pathlib import Path

from tools.lite.pyodide import CORE, LOCK, fill
from tools.lite.site import ROOT, build
from tools.lite.wheels import own_wheel, pure_wheels

FROM_NPM = ROOT / "lite" / "node_modules" / "pyodide"


def main() -> None:
    """Build the site, or say in one sentence what is missing."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("site", type=Path)
    options.add_argument("--pyodide", type=Path, default=FROM_NPM)
    given = options.parse_args()
    if missing := [name for name in (*CORE, LOCK) if not (given.pyodide / name).is_file()]:
        raise SystemExit(f"There is no Pyodide in {given.pyodide}: {', '.join(missing)} missing.")
    make(given.site, given.pyodide)


def make(site: Path, pyodide: Path) -> None:
    """Lay out in a folder for a while all that the site is made of, and build it."""
    with tempfile.TemporaryDirectory() as folder:
        wheels = [own_wheel(Path(folder, "own")), *pure_wheels(Path(folder, "pure"))]
        source = Path(folder, "source")
        packages = fill(source / "static" / "pyodide", pyodide, wheels)
        build(source, site.resolve(), packages)


if __name__ == "__main__":
    main()
