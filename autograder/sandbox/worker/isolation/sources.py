"""Where the texts lie that answer exercises, which a worker must not read.

They are nnlib, this package and, in a checkout, the lessons with their solutions. The warm process
has loaded all that a notebook needs of them.
"""

import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import autograder
import nnlib

OWN = ("nnlib", "autograder")


def own_sources(site_folders: Iterable[str]) -> frozenset[Path]:
    """Return the folders with the course's own texts, wherever Python could find them."""
    packages = {Path(package.__path__[0]).resolve() for package in (nnlib, autograder)}
    copies = {(Path(folder) / name).resolve() for folder in site_folders for name in OWN}
    beside = {path for package in packages for path in checkout_of(package)}
    return frozenset(path for path in packages | copies | beside if path.is_dir())


def checkout_of(package: Path) -> Iterator[Path]:
    """Yield what lies beside a package in a checkout; an environment of Python's may be there."""
    if (package.parent / "pyproject.toml").is_file():
        kept = [Path(path).resolve() for path in (sys.prefix, sys.base_prefix, sys.exec_prefix)]
        yield from (
            path
            for path in package.parent.iterdir()
            if not path.is_symlink() and not any(path in (place, *place.parents) for place in kept)
        )


def apart_from(hidden: Collection[Path], path: Path) -> Iterator[Path]:
    """Yield a path, or where some of `hidden` are below it, all else that is below it.

    >>> list(apart_from([Path("/usr/lib")], Path("/usr/lib"))), list(apart_from([], Path("/usr")))
    ([], [PosixPath('/usr')])
    """
    real = path.resolve()
    if any(place in (real, *real.parents) for place in hidden):
        return
    if any(real in place.parents for place in hidden):
        for inner in sorted(real.iterdir()):
            yield from apart_from(hidden, inner)
    else:
        yield path


def split_folders(hidden: Collection[Path], paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders, from `paths` down, that hold some of `hidden`."""
    above = {folder for place in hidden for folder in place.parents}
    tops = [path.resolve() for path in paths]
    return tuple(
        sorted(folder for folder in above if any(top in (folder, *folder.parents) for top in tops))
    )
