"""List a folder that came: its files, never its links, and when its clones were last committed."""

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from autograder.collecting.archives.entries import Entry, Unpacked
from autograder.collecting.archives.names import decoded, is_left_behind

GIT = ".git"
SECONDS = 10
COMMITTER = re.compile(rb"^committer .*> (\d{1,12}) [+-]\d{4}$", re.MULTILINE)
# A clone may come from anybody: no settings of its own, no other program, no network.
QUIET = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
}


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


def commit_time(clone: Path) -> datetime | None:
    """Return the time of the last commit, as the student's machine wrote it; None if unknown."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "--git-dir", str(clone / ".git"), "cat-file", "commit", "HEAD"]
    try:
        done = subprocess.run(  # noqa: S603 - git reads one object; nothing of the clone is run
            command, env={**os.environ, **QUIET}, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    committer = COMMITTER.search(done.stdout.partition(b"\n\n")[0])
    return datetime.fromtimestamp(int(committer[1]), UTC) if committer else None
