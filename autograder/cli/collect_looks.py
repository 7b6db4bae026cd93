"""What `autograder collect` says of single students: gathered by cause, so that nothing drowns."""

from collections.abc import Iterator, Sequence

from autograder.api.collecting import Collection
from autograder.cli.words import printable

MOST_LINES = 8  # of one cause
MOST_NAMES = 3  # where all of one cause are told the same


def looks(done: Collection) -> Iterator[str]:
    """Say what needs a person's look, then what is said for the record."""
    noted = done.noted()
    for heading, wanted in (("These need a look:", True), ("For the record:", False)):
        causes = [cause for cause in noted if cause.needs_a_look == wanted]
        if causes:
            yield heading
        for cause in causes:
            yield from of_one_cause(cause.of_many, noted[cause])


def of_one_cause(what: str, notes: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Say whom one cause is about: a line each, or one for all who are told the same."""
    people = [printable(person) for person, _ in notes]
    if len(notes) > 1 and len({note for _, note in notes}) == 1:
        more = f" and {len(people) - MOST_NAMES} more" if len(people) > MOST_NAMES else ""
        yield f"  {what} ({len(people)}): {'; '.join(people[:MOST_NAMES])}{more}"
        return
    yield f"  {what} ({len(people)}):"
    for person, note in notes[:MOST_LINES]:
        yield f"    {printable(f'{person}: {note}')}"
    if len(notes) > MOST_LINES:
        yield f"    … and {len(notes) - MOST_LINES} more; --json lists all."
