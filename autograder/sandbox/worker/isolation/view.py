"""What a worker sees of the machine: programs and libraries, read-only, and an empty home.

Of this course's own text, which answers the exercises, it sees nothing.

The view is a file system of its own, put together of read-only mounts; everything else (other
homes, the course, processes, other users' files) is not there.
"""

import os
import site
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from autograder.sandbox.worker.isolation.sources import apart_from, own_sources, split_folders
from autograder.sandbox.worker.isolation.system import (
    MOUNT_ATTR_NODEV,
    MOUNT_ATTR_NOSUID,
    MOUNT_ATTR_RDONLY,
    MS_BIND,
    MS_NODEV,
    MS_NOSUID,
    MS_PRIVATE,
    MS_REC,
    mount,
    pivot_root,
    protect,
    unmount,
)

HOME = Path("/student")
# Without zero: a shared mapping of it is memory that nobody counts.
DEVICES = tuple(Path("/dev") / name for name in ("null", "full", "random", "urandom"))
SYSTEM = tuple(map(Path, ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")))
SETTINGS = tuple(
    Path("/etc") / name
    for name in ("alternatives", "fonts", "ld.so.cache", "localtime", "mime.types", "timezone")
)
TO_HOME = tuple(map(Path, ("/tmp", "/var/tmp", "/dev/shm")))  # noqa: S108 - of the view alone
OWN_FILES = {
    "passwd": "student:x:{user}:{group}::/student:/bin/sh\n",
    "group": "student:x:{group}:\n",
    "hosts": "127.0.0.1 localhost\n",
}
SHOWN = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV


def programs() -> tuple[Path, ...]:
    """Return what Python and its packages need of the file system, without doubles."""
    python = (sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.realpath(sys.executable))
    wanted = map(Path, (*python, *site_folders()))
    return tuple(outermost(path.absolute() for path in (*SYSTEM, *wanted)))


def site_folders() -> Iterator[str]:
    """Return the folders of installed packages that Python looks into."""
    known = [*site.getsitepackages(), site.getusersitepackages()]
    yield from (path for path in sys.path if path in known or path.endswith("-packages"))


def outermost(paths: Iterable[Path]) -> list[Path]:
    """Return the paths that exist, in order, and are not inside another one.

    >>> outermost([Path("/usr/bin"), Path("/usr")])
    [PosixPath('/usr')]
    """
    there = sorted({path for path in paths if path.exists()} - {Path("/")})
    return [path for path in there if not any(other in path.parents for other in there)]


def readable_paths() -> tuple[Path, ...]:
    """Return everything that a worker may read."""
    hidden = own_sources(site_folders())
    return (*(part for path in programs() for part in apart_from(hidden, path)), *SETTINGS)


def listed_paths() -> tuple[Path, ...]:
    """Return the folders that a worker may list, though not all in them may be read."""
    return split_folders(own_sources(site_folders()), programs())


def open_to_all() -> bool:
    """Return True if another user could read everything that a worker may read."""
    modes = [(path.is_dir(), path.stat().st_mode & 0o777) for path in programs()]
    return all(mode & needed == needed for folder, mode in modes for needed in [5 if folder else 4])


def make_view(root: Path, user: int, group: int) -> None:
    """Put the view together below an empty folder and make it this process's file system.

    Needs a mount namespace of its own; raises OSError.
    """
    mount("none", "/", "", MS_REC | MS_PRIVATE)
    mount("view", str(root), "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=755")
    for path in (*programs(), *SETTINGS):
        show(root, path, SHOWN)
    for path in own_sources(site_folders()):
        cover(root, path)
    for path in DEVICES:
        show(root, path, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID)  # can be written to all the same
    for path in TO_HOME:
        link(root, path, HOME)
    for name, text in OWN_FILES.items():
        (root / "etc" / name).write_text(text.format(user=user, group=group), encoding="utf-8")
    below(root, HOME).mkdir(parents=True)
    enter_view(root)


def below(root: Path, path: Path) -> Path:
    """Return where a path of the machine stands in the view."""
    return root / path.relative_to("/")


def show(root: Path, path: Path, attributes: int) -> None:
    """Show a file or a folder of the machine in the view; a link is copied."""
    place = below(root, path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        place.symlink_to(path.readlink())
    elif path.exists():
        place.mkdir(exist_ok=True) if path.is_dir() else place.touch()
        mount(str(path), str(place), "", MS_BIND | MS_REC)
        protect(str(place), attributes)


def cover(root: Path, path: Path) -> None:
    """Put an empty folder over one that would be seen."""
    place = below(root, path)
    if place.is_dir():
        mount("nothing", str(place), "tmpfs", MS_NOSUID | MS_NODEV, "size=4k,mode=755")
        protect(str(place), SHOWN)


def link(root: Path, path: Path, target: Path) -> None:
    """Put a link into the view."""
    place = below(root, path)
    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        place.symlink_to(target)


def enter_view(root: Path) -> None:
    """Change to the view, let go of all that was mounted before, and write-protect it."""
    old = root / ".machine"
    old.mkdir()
    pivot_root(str(root), str(old))
    os.chdir("/")
    unmount("/.machine")
    Path("/.machine").rmdir()
    protect("/", SHOWN, recursive=False)
