"""What attacks left behind, known by their marks: files, processes, words, others' pages."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.autograder.hostile.attack import LESSON
from tests.autograder.hostile.classroom import Classroom

SHARED = ("/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/sys/fs/cgroup")
Trace = tuple[str, str]  # where it was, and a text that holds the mark


def found_harm(room: Classroom) -> Iterator[tuple[str, str]]:
    """Yield who did harm, and where; what lies outside the classroom is taken away."""
    for place, text in [*files(room), *processes(room), *words(room), *others(room)]:
        for mark in sorted(set(re.findall(rf"{room.run}x\d{{3}}", text))):
            yield room.marks[mark], place
    for mark, bystander in room.bystanders.items():
        for harm in bystander.harm():
            yield room.marks.get(mark, ""), harm


def files(room: Classroom) -> Iterator[Trace]:
    """Yield files whose name or whose new content bears a mark."""
    for path in marked_files(room):
        yield f"a file in {path.parent}", path.name
        if room.base not in path.parents:
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
    for path in (room.home / "secret.txt", room.course.folder / "course.toml"):
        yield str(path), path.read_text(encoding="utf-8", errors="replace")
    book = room.course.folder / "gradebook.db"
    yield "the gradebook", book.read_bytes().decode("latin-1")


def marked_files(room: Classroom) -> Iterator[Path]:
    """Yield the files that bear a mark in their name, but for those that were handed in."""
    code = Path(room.packages)
    for top in {*map(Path, SHARED), Path.home(), code, code / "nnlib"}:
        if top.is_dir():
            yield from top.glob(f"*{room.run}*")
    submitted = room.course.folder / "submitted"
    for path in room.base.rglob(f"*{room.run}*"):
        handed_in = submitted in path.parents and path.parents[1].name in room.students
        if path.name != f"{room.run}-door" and not handed_in:
            yield path


def processes(room: Classroom) -> Iterator[Trace]:
    """Yield the processes whose name, command or environment bears a mark."""
    for folder in Path("/proc").glob("[0-9]*"):
        for name in ("comm", "cmdline", "environ"):
            with suppress(OSError):
                yield f"a process ({name})", (folder / name).read_bytes().decode("latin-1")


def words(room: Classroom) -> Iterator[Trace]:
    """Yield what was said at the doors."""
    for door, said in list(room.listener.heard):
        yield door, said.decode("latin-1")


def others(room: Classroom) -> Iterator[Trace]:
    """Yield what stands in the pages and results of honest neighbours."""
    for student in (name for name, attack in room.students.items() if attack is None):
        folder = room.course.folder / "autograded" / student
        for path in (room.course.result(student, LESSON), *folder.rglob("*.ipynb")):
            with suppress(OSError):
                yield "a neighbour's page", path.read_text(encoding="utf-8", errors="replace")
