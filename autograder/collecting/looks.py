"""Keep all that one run of collecting noted where a teacher can read it in full."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from autograder.collecting.archives.names import safe_name
from autograder.collecting.originals import COLLECTED
from autograder.collecting.outcome import Collection
from autograder.course.folder import Course
from autograder.course.looks_file import LOOKS, OPEN, write_looks
from autograder.notes.groups import need_a_look


def keep_looks(course: Course, done: Collection, names: Mapping[str, str]) -> None:
    """Write all notes of a run, and note the file; a disk that takes none costs nothing else."""
    path = f"{COLLECTED}/{LOOKS}"
    with suppress(OSError):
        write_looks(
            course.folder / path, done.groups, [*left_over(done)], names, [*other_files(done)]
        )
        done.looks_file = path
        keep_open(course, done, names)


def keep_open(course: Course, done: Collection, names: Mapping[str, str]) -> None:
    """Keep what needs a look until the same download leaves nothing open; raises OSError.

    The next download's notes take the place of the whole run's, so each has a file of its own.
    """
    (name, *_) = [safe_name(Path(one.source).name) for one in done.received] or [""]
    path = course.folder / OPEN / f"{name}.txt"
    if name and done.needs_a_look:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_looks(path, need_a_look(done.groups), [*left_over(done)], names)
    elif name:
        path.unlink(missing_ok=True)


def left_over(done: Collection) -> Iterator[str]:
    """Yield what could not be read and what belongs to nobody."""
    for source in done.received:
        yield from ([source.failure] if source.failure else source.problems)
    for work in done.unmatched:
        near = f" Perhaps {' or '.join(work.suggestions)}?" if work.suggestions else ""
        yield f"{work.path} is not matched: {work.why}.{near} It is kept as {work.kept}."
    yield from done.notes


def other_files(done: Collection) -> Iterator[str]:
    """Yield the files that are no notebooks, each with where it is kept."""
    yield from (f"{file.path} is no notebook; it is kept as {file.kept}." for file in done.other)
