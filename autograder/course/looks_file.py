"""The file that says all that was noted of a class in full, what needs a look first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from autograder.course.files import write_whole
from autograder.course.names import printable
from autograder.notes.groups import Group, for_the_record, need_a_look

LOOKS = "needs_a_look.txt"
OPEN = "collected/open"  # what `collect` noted, a file for each download, until it is settled


def write_looks(
    path: Path,
    groups: Sequence[Group],
    others: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    files: Sequence[str] = (),
) -> None:
    """Write all groups in full, in one step; raises OSError.

    `others` are sentences on what is nobody's work, `files` on what else came; `names` are the
    students', by id.
    """
    write_whole(path, "".join(f"{line}\n" for line in lines(groups, others, names or {}, files)))


def open_looks(folder: Path) -> tuple[Path, ...]:
    """Return the files of a course's folder in which notes of `collect` are open."""
    return tuple(sorted((folder / OPEN).glob("*.txt")))


def lines(
    groups: Sequence[Group], others: Sequence[str], names: Mapping[str, str], files: Sequence[str]
) -> Iterator[str]:
    """Yield the lines of the file."""
    looks = need_a_look(groups)
    yield "These need a look, the gravest first:" if looks or others else "Nothing needs a look."
    yield from paragraphs(looks, names)
    if others:
        yield from ("", *(printable(sentence) for sentence in others))
    records = for_the_record(groups)
    if records or files:
        yield from ("", "", "For the record; there is nothing to do:")
        yield from paragraphs(records, names)
    if files:
        yield from ("", *(printable(sentence) for sentence in files))


def paragraphs(groups: Iterable[Group], names: Mapping[str, str]) -> Iterator[str]:
    """Yield each group with every note on every submission."""
    for group in groups:
        yield from ("", f"{group.count}: {group.cause.of_many}")
        for (student, assignment), notes in group.notes.items():
            whose = who(student, assignment, names)
            yield from (f"  {whose}: {indented(note)}" for note in notes)


def who(student: str, assignment: str, names: Mapping[str, str]) -> str:
    """Return whose submission it is, and of what if that is known.

    >>> who("ann", "01_neuron", {"ann": "Ann Lee"})
    'Ann Lee (ann), 01_neuron'
    """
    return ", ".join(filter(None, (person(student, names), printable(assignment))))


def person(student: str, names: Mapping[str, str]) -> str:
    """Return a student's name with the id, which is the name of a folder."""
    name = names.get(student, "")
    return printable(f"{name} ({student})" if name not in ("", student) else student)


def indented(note: str) -> str:
    """Return a note in which nothing hides, and whose further lines pass for no other note."""
    return printable(note, lines=True).replace("\n", "\n      ")
