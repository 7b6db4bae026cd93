"""List a folder that came: its files, never its links, and which of its folders are clones."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from autograder.collecting.commits import commit_time
from autograder.collecting.entries import Entry, Unpacked
from autograder.collecting.names import decoded, is_left_behind

GIT = ".git"


def list_folder(folder: Path, unpacked: Unpacked) -> list[Entry]:
    """Return the files of a folder; links and others are named in `unpacked`'s problems."""
    entries = []
    for path in walk(folder):
        shown = shown_path(path.relative_to(folder))
        if path.name == GIT:
            clone = shown.rpartition("/")[0]
            unpacked.repositories[clone] = commit_time(path.parent)
        elif is_left_behind(shown):
            continue
        else:
            kind, time = kind_and_time(path)
            if stat.S_ISREG(kind):
                entries.append(Entry(shown, path, time))
            else:
                what = "it is a link" if stat.S_ISLNK(kind) else "it is no file"
                unpacked.leave(shown, "folder", what)
    return entries


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in order, and each `.git` without what is in it."""
    for place, folders, files in os.walk(folder):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        if GIT in folders or GIT in files:
            yield here / GIT
        folders[:] = sorted(set(folders) - set(links) - {GIT})
        yield from (here / name for name in sorted({*files, *links} - {GIT}))


def shown_path(path: Path) -> str:
    """Return a path as text, whatever encoding its names are in."""
    return "/".join(decoded([os.fsencode(part)])[0][0] for part in path.parts)


def kind_and_time(path: Path) -> tuple[int, datetime]:
    """Return what a path is, and when it was last changed."""
    about = path.lstat()
    return about.st_mode, datetime.fromtimestamp(about.st_mtime, UTC)
