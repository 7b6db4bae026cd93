"""Try the first commands with each Python of this machine: python tools/pythons.py [TARGETS].

For the lowest patch release of each version that pyenv or PATH offers: set-up, `make demo` and the
fast tests, or other targets of the Makefile, in an environment of its own below `.pythons/`.
`students-path` is the shortest that says something. Ends with 1 if any of them failed.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

WANTED = ((3, 11), (3, 12), (3, 13), (3, 14))
ENVIRONMENTS = Path(".pythons")
TARGETS = ("set-up", "demo", "fast-tests")  # of the Makefile
ASK = "import json, sys; print(json.dumps([*sys.version_info[:3], sys.prefix == sys.base_prefix]))"

Version = tuple[int, ...]


def main(targets: Sequence[str] = ()) -> int:
    """Try every version, say what came of each, and return the exit status."""
    pythons = lowest_of_each(found(candidates()))
    outcomes = {
        minor: attempt(*python, targets=targets or TARGETS) for minor, python in pythons.items()
    }
    print("\nThe Pythons of this machine:")
    for minor in sorted({*WANTED, *pythons}):
        words, _ = outcomes.get(minor, ("not found through pyenv or PATH", True))
        print(f"  {dotted(minor)}: {words}")
    return 0 if outcomes and all(passed for _, passed in outcomes.values()) else 1


def candidates() -> Iterator[Path]:
    """Yield the programs that may be a Python: pyenv's, then those on PATH."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from root.glob("versions/*/bin/python3")
    for folder in map(Path, os.get_exec_path()):
        yield from folder.glob("python3.[0-9][0-9]")
        yield folder / "python3"


def found(programs: Iterable[Path]) -> Iterator[tuple[Version, Path]]:
    """Yield the version and the program of each Python that is new enough."""
    for program in programs:
        version = version_of(program)
        if version >= min(WANTED):
            yield version, program


def version_of(program: Path) -> Version:
    """Return a Python's version; () for another program, and for an environment's Python."""
    try:
        asked = subprocess.run([program, "-I", "-c", ASK], capture_output=True, check=True)
        *version, outside = json.loads(asked.stdout)
    except (OSError, subprocess.CalledProcessError, json.JSONDecodeError):
        return ()
    return tuple(version) if outside else ()


def lowest_of_each(pythons: Iterable[tuple[Version, Path]]) -> dict[Version, tuple[Version, Path]]:
    """Return the lowest patch release of each minor version, in order."""
    lowest: dict[Version, tuple[Version, Path]] = {}
    for version, program in sorted(pythons):
        lowest.setdefault(version[:2], (version, program))
    return lowest


def attempt(version: Version, program: Path, *, targets: Sequence[str]) -> tuple[str, bool]:
    """Run the targets with one Python until one fails; return how it went and if all passed."""
    print(f"\n== Python {dotted(version)}, {program}", flush=True)
    words = [dotted(version)]
    for target in targets:
        start = time.monotonic()
        passed = make(target, version, program)
        seconds = time.monotonic() - start
        words.append(f"{target} {'passed' if passed else 'FAILED'} in {seconds:.0f} s")
        if not passed:
            return ", ".join(words), False
    return ", ".join(words), True


def make(target: str, version: Version, program: Path) -> bool:
    """Run a target of the Makefile in the environment of one version; return True if it passed."""
    folder = ENVIRONMENTS / dotted(version)
    values = {"PYTHON": program, "VENV": folder / "venv", "DEMO": folder / "demo"}
    words = [f"{name}={value}" for name, value in values.items()]
    run = subprocess.run(["make", "--no-print-directory", target, *words], check=False)
    return run.returncode == 0


def dotted(version: Version) -> str:
    """Return a version as people write it."""
    return ".".join(map(str, version))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
