"""What `grade`, `collect` and `course status` print of the notes: few lines for many students."""

from collections.abc import Iterator, Mapping, Sequence

from autograder.api.notes import Cause, Group, for_the_record, in_few, need_a_look, person, who
from autograder.cli.words import named, printable

FEW = 4  # submissions of one cause whose notes are printed
MOST_NAMED = 3
MOST_SIGNS = 300  # of one note
HEADING = "These need a look, the gravest first:"


def looks(
    groups: Sequence[Group], total: int, names: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Yield lines on what a person should look at: each cause, how often and whose it is.

    `total` is the number of submissions that came, `names` are the students', by id.
    """
    several = len({assignment for group in groups for _, assignment in group.notes}) > 1
    for group in need_a_look(groups):
        heading = counted(group, total)
        if group.count > FEW:
            yield f"  {heading}: {first_few(group, names or {}, several=several)}"
        else:
            yield from (f"  {heading}", *details(group, names or {}))


def counted(group: Group, total: int) -> str:
    """Return how many of all have one cause, in words."""
    return f"{group.count} of {total}: {group.cause.of_many}"


def details(group: Group, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the first note on each submission of a small group, and how many more there are."""
    for (student, assignment), notes in group.notes.items():
        said = in_few([shortened(notes[0]), *notes[1:]])
        yield f"    {who(student, assignment, names)}: {said}"


def shortened(note: str) -> str:
    """Return the beginning of a note; what it holds of a student's text may be long."""
    text = printable(note, lines=True).replace("\n", "\n      ")
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]} …"


def first_few(group: Group, names: Mapping[str, str], *, several: bool) -> str:
    """Name the first students of a group, with the lesson if there are several lessons."""
    people = [
        f"{person(id, names)} in {what}" if several else person(id, names)
        for id, what in group.notes
    ]
    return named(people, MOST_NAMED)


def in_brief(groups: Sequence[Group], total: int) -> Iterator[str]:
    """Yield how often each cause needs a look, without names."""
    yield from (f"  {counted(group, total)}" for group in need_a_look(groups))


def records(groups: Sequence[Group], total: int) -> Iterator[str]:
    """Yield one line on what nobody need do anything about, if there is any."""
    causes = "; ".join(counted(group, total) for group in for_the_record(groups))
    if causes:
        yield f"For the record, nothing to do: {causes}."


def absent(groups: Sequence[Group]) -> Iterator[str]:
    """Yield one line on all who handed nothing in, lesson by lesson."""
    missing = [name for group in groups if group.cause is Cause.ABSENT for name in group.notes]
    assignments = sorted({assignment for _, assignment in missing})
    parts = []
    for lesson in assignments:
        students = [student for student, assignment in missing if assignment == lesson]
        parts.append(f"{len(students)} of {printable(lesson)} ({named(students, MOST_NAMED)})")
    if parts:
        yield f"Nothing was handed in: {', '.join(parts)}."
