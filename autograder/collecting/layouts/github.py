"""GitHub Classroom: a folder of clones, one for each student.

Facts from the public source of GitHub's own tool, github/gh-classroom (clone student-repos): the
clones lie in a folder named after the assignment and `-submissions`, each named as its repository,
which is the assignment's prefix, `-` and the GitHub user name (github.com/education/classroom). The
time is that of the last commit, written by the student's machine.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source

SUBMISSIONS = "-submissions"


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    clones = clones_of(source)
    names = [clone.rpartition("/")[2] for clone in clones]
    common = common_prefix(names)
    users = {
        clone: name[len(prefix_of(clone, source) or common) :]
        for clone, name in zip(clones, names, strict=True)
    }
    claims = []
    for entry in source.unpacked.entries:
        clone = next((parent for parent in parents(entry.path) if parent in users), "")
        if clone:
            claims.append(claim(entry, clone, users[clone], source))
    return claims


def claim(entry: Entry, clone: str, user: str, source: Source) -> Claim:
    """Read one file's path."""
    return Claim(
        entry,
        names=(user,),
        login=user,
        file_name=entry.name,
        time=source.unpacked.repositories.get(clone),
        returns=clone.rpartition("/")[2],
    )


def prefix_of(clone: str, source: Source) -> str:
    """Return what stands before the user's name: the folder's name, or that of an assignment."""
    *above, name = clone.split("/")
    folder = above[-1] if above else source.unpacked.source.stem
    slugs = [assignment.replace("_", "-") for assignment in source.assignments]
    if folder.endswith(SUBMISSIONS):
        slugs.insert(0, folder.removesuffix(SUBMISSIONS))
    known = (f"{slug}-" for slug in (*slugs, *source.assignments))
    return next(
        (assignment for assignment in known if name.lower().startswith(assignment.lower())), ""
    )


def clones_of(source: Source) -> list[str]:
    """Return the folders that are clones, or, where git's own folders are gone, look like some."""
    known = sorted(clone for clone in source.unpacked.repositories if clone)
    if known:
        return known
    below = 0 if source.unpacked.source.stem.endswith(SUBMISSIONS) else None
    found = (clone_in(entry.path.split("/")[:-1], below) for entry in source.unpacked.entries)
    return sorted({clone for clone in found if "-" in clone})


def clone_in(folders: list[str], below: int | None) -> str:
    """Return the folder below the one of the assignment, which may be the source itself."""
    named = [number + 1 for number, folder in enumerate(folders) if folder.endswith(SUBMISSIONS)]
    at = named[0] if named else below
    return "/".join(folders[: at + 1]) if at is not None and at < len(folders) else ""


def parents(path: str) -> Iterable[str]:
    """Yield the folders that a file lies in, the outermost first."""
    parts = path.split("/")
    return ("/".join(parts[:number]) for number in range(1, len(parts)))


def common_prefix(names: Sequence[str]) -> str:
    """Return what the names of several repositories begin with, up to its last `-`."""
    if len(names) < 2:
        return ""
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*names, strict=False))
    head, dash, _ = "".join(signs[0] for signs in alike).rpartition("-")
    return head + dash
