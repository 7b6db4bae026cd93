"""Pyodide in the site: its core, and one lock that names each package with its place and its hash.

The lock is Pyodide's own, with the site's pure wheels in it. All that a lesson needs is loaded at
once when the kernel starts, so that nothing is looked for later.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from packaging.utils import parse_wheel_filename

LOCK = "pyodide-lock.json"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "package.json")
NETWORK = "https://cdn.jsdelivr.net/pyodide/v{version}/full/{file}"
NEEDED = ("matplotlib", "micropip", "numpy", "platformdirs")  # which Pyodide itself offers

Packages = dict[str, dict[str, Any]]


def fill(place: Path, pyodide: Path, wheels: Iterable[Path]) -> list[str]:
    """Put Pyodide and the wheels into a folder, and return the packages that a kernel starts with.

    Of Pyodide's own packages those that are needed are copied if they are there.
    """
    place.mkdir(parents=True)
    for name in CORE:
        shutil.copy(pyodide / name, place)
    lock = json.loads((pyodide / LOCK).read_text(encoding="utf-8"))
    theirs, ours = lock["packages"], dict(placed(wheel, place) for wheel in wheels)
    needed = closure(theirs, NEEDED)
    for name, package in theirs.items():
        package["file_name"] = address(package["file_name"], place, pyodide, name in needed)
    text = json.dumps({**lock, "packages": {**theirs, **ours}}, indent=1)
    (place / LOCK).write_text(text, encoding="utf-8", newline="\n")
    return sorted({*needed, *ours})


def placed(wheel: Path, place: Path) -> tuple[str, dict[str, Any]]:
    """Copy a wheel into a folder named by its content, and return its name and entry of the lock.

    So a browser that still holds an earlier wheel of that name never takes it for this one.
    """
    digest = sha256(wheel.read_bytes()).hexdigest()
    folder = place / digest[:12]
    folder.mkdir()
    shutil.copy(wheel, folder)
    name, version, _, _ = parse_wheel_filename(wheel.name)
    return name, {
        "name": name,
        "version": str(version),
        "file_name": f"{folder.name}/{wheel.name}",
        "sha256": digest,
        "install_dir": "site",
        "package_type": "package",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }


def address(file: str, place: Path, pyodide: Path, needed: bool) -> str:
    """Return where a browser finds a file of Pyodide's: in the site, or in Pyodide's network."""
    if needed and (pyodide / file).is_file():
        shutil.copy(pyodide / file, place)
        return file
    return NETWORK.format(version=version(pyodide), file=file)


def version(pyodide: Path) -> str:
    """Return which Pyodide it is."""
    return str(json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"])


def closure(packages: Mapping[str, Mapping[str, Any]], names: Iterable[str]) -> set[str]:
    """Return the packages and all that they depend on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += packages[name]["depends"]
    return found
