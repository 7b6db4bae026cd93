"""The file that says all that was noted of a class in full, what needs a look first."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.course.files import write_whole
from autograder.course.names import printable
from autograder.notes.groups import Group, for_the_record, need_a_look

LOOKS = "needs_a_look.txt"


def write_looks(path: Path, groups: Sequence[Group], others: Sequence[str] = ()) -> None:
    """Write all groups in full, and sentences on what is nobody's work; raises OSError."""
    write_whole(path, "".join(f"{line}\n" for line in lines(groups, others)))


def lines(groups: Sequence[Group], others: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the file."""
    looks = need_a_look(groups)
    yield "These need a look, the gravest first:" if looks or others else "Nothing needs a look."
    yield from paragraphs(looks)
    if others:
        yield from ("", *(printable(sentence) for sentence in others))
    records = for_the_record(groups)
    if records:
        yield from ("", "", "For the record; there is nothing to do:", *paragraphs(records))


def paragraphs(groups: Iterable[Group]) -> Iterator[str]:
    """Yield each group with every note on every submission."""
    for group in groups:
        yield from ("", f"{group.count}: {group.cause.of_many}")
        for (student, assignment), notes in group.notes.items():
            yield from (f"  {who(student, assignment)}: {indented(note)}" for note in notes)


def who(student: str, assignment: str) -> str:
    """Return whose submission it is, and of what."""
    return f"{printable(student)}, {printable(assignment)}"


def indented(note: str) -> str:
    """Return a note in which nothing hides, and whose further lines pass for no other note."""
    return printable(note, lines=True).replace("\n", "\n      ")
