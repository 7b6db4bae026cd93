"""What later programs of this user run by themselves: installed modules, and files read at a start.

At the lowest level of isolation a student's code could leave something there. Nothing forbids it,
so what is there is written down before students' code runs, and compared afterwards. The time at
which the system saw a file change is no one's to set.
"""

import os
import site
import stat
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import autograder
import nnlib

State = tuple[int, ...]
Snapshot = Mapping[str, State]
HOME_FOLDERS = (
    ".ipython/profile_default/startup",
    ".ipython/extensions",
    ".config/autostart",
    ".config/systemd/user",
    "Library/LaunchAgents",
)
HOME_FILES = (
    *(".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc", ".zshenv", ".zprofile"),
    *(".pythonrc", ".pythonrc.py", ".pdbrc", ".pypirc", ".gitconfig", ".ssh/authorized_keys"),
    ".ipython/profile_default/ipython_config.py",
    ".ipython/profile_default/ipython_kernel_config.py",
)
LOADED = (".py", ".pyc", ".pth", ".so", ".pyd")  # what Python loads of a folder on its path


@dataclass(frozen=True)
class Place:
    """A file or a folder.

    A `deep` folder is looked at with all that is in it, another one for modules and packages alone.
    """

    path: Path
    deep: bool = True


def startup_places() -> tuple[Place, ...]:
    """Return where code can be left that a later program of this user runs."""
    libraries = (
        sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")
    )
    packages = [Path(package.__path__[0]) for package in (autograder, nnlib)]
    installed = [*site.getsitepackages(), site.getusersitepackages(), *libraries]
    home = Path.home()
    beside = [*(one.parent for one in packages), *map(Path, filter(None, sys.path))]
    startup = os.environ.get("PYTHONSTARTUP")
    places = [
        *(Place(path) for path in (*map(Path, installed), *packages)),
        *(Place(path, deep=False) for path in (*beside, home / ".jupyter")),
        *(Place(home / name) for name in (*HOME_FOLDERS, *HOME_FILES)),
        *([Place(Path(startup))] if startup else []),
    ]
    return without_doubles(places)


def without_doubles(places: Sequence[Place]) -> tuple[Place, ...]:
    """Leave out the places that are looked at with another one."""
    deep = {place.path for place in places if place.deep}
    return tuple(
        place
        for place in dict.fromkeys(places)
        if not deep.intersection(place.path.parents) and (place.deep or place.path not in deep)
    )


def site_folders_that_can_be_changed() -> Iterator[Path]:
    """Yield the folders of installed modules that this user may write to, or make."""
    for path in map(Path, (*site.getsitepackages(), site.getusersitepackages())):
        nearest = next((one for one in (path, *path.parents) if one.exists()), path)
        if os.access(nearest, os.W_OK):
            yield path


def take_snapshot(places: Iterable[Place]) -> Snapshot:
    """Write down the files at some places, and when the system last saw each change."""
    files: dict[str, State] = {}
    for place in places:
        files.update(files_at(str(place.path), deep=place.deep))
    return files


def files_at(top: str, *, deep: bool) -> Iterator[tuple[str, State]]:
    """Yield the files at a place with what tells that one has changed; links are not followed."""
    with suppress(OSError):
        state = os.lstat(top)
        if not stat.S_ISDIR(state.st_mode):
            yield top, of_file(state)
            return
    with suppress(OSError), os.scandir(top) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                if deep or entry.name.endswith(LOADED):
                    yield from files_at(entry.path, deep=deep)
            elif deep:
                yield from files_at(entry.path, deep=True)
            else:
                yield from files_at(f"{entry.path}/__init__.py", deep=False)


def of_file(state: os.stat_result) -> State:
    """Return what can't stay the same when a file's content changes."""
    return state.st_ino, state.st_size, state.st_ctime_ns


def changes(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Return the files that are new or have changed; one that is gone runs nowhere."""
    return tuple(sorted(path for path, state in after.items() if before.get(path) != state))
