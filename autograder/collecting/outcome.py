"""What was done with everything that came, as plain data for people and machines."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from autograder.course.names import printable
from autograder.notes import Cause, Note
from autograder.notes.groups import Group, Noted, gather

NEW = "new"
REPLACED = "replaced"
EARLIER = "earlier"
UNCHANGED = "unchanged"
MOST_NAMED = 4  # files of one person
LESSON_UNKNOWN = (
    "; of which lesson is not known, so it counts for none yet: collect the same files again with "
    "--assignment LESSON"
)


@dataclass(frozen=True)
class Collected:
    """One notebook that was given to a student and an assignment.

    `status` is "new" (the first attempt), "replaced" (a later attempt took the place of another),
    "earlier" (kept, but a later attempt counts) or "unchanged" (collected before). `late_by` is
    nothing where the platform calls it late and does not say by how much.
    """

    student: str
    name: str
    assignment: str
    path: str
    status: str
    attempt: int
    time: datetime | None = None
    late: bool = False
    late_by: timedelta = timedelta()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Unmatched:
    """One notebook that belongs to no student or no assignment, and where it is kept."""

    path: str
    why: str
    suggestions: tuple[str, ...] = ()
    kept: str = ""


@dataclass(frozen=True)
class Other:
    """One file that is no notebook, whose it seems to be, and where it is kept."""

    path: str
    student: str = ""
    kept: str = ""


@dataclass(frozen=True)
class NoNotebook:
    """Somebody who handed in something, but no notebook.

    `student` is empty where nobody of the roster is known by `name`; `what` is what came, in words.
    """

    student: str
    name: str
    assignment: str
    what: str
    files: tuple[str, ...]

    @property
    def person(self) -> str:
        """Return the student's id, or the name of one whom the roster does not know."""
        return self.student or f"{self.name}, who is not in the roster"

    @property
    def note(self) -> Note:
        """Return what came, as a note."""
        files = ", ".join(printable(file) for file in self.files[:MOST_NAMED])
        more = ", …" if len(self.files) > MOST_NAMED else ""
        unknown = "" if self.assignment else LESSON_UNKNOWN
        return Note(Cause.NO_NOTEBOOK, f"{self.what} ({files}{more}){unknown}")


@dataclass
class Received:
    """One source: what it was, where the original is kept, and what could not be read in it."""

    source: str
    platform: str = ""
    original: str = ""
    failure: str = ""
    problems: list[str] = field(default_factory=list)


@dataclass
class Collection:
    """Everything that one run of collecting did, or would do.

    `looks_file` says where in the course all that was noted stands in full, nothing in a dry run.
    """

    received: list[Received] = field(default_factory=list)
    collected: list[Collected] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    no_notebook: list[NoNotebook] = field(default_factory=list)
    other: list[Other] = field(default_factory=list)
    students_added: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    dry_run: bool = False
    looks_file: str = ""

    @property
    def needs_a_look(self) -> bool:
        """Return True if something is left that a person should look at."""
        failed = any(collected.failure or collected.problems for collected in self.received)
        noted = any(note.needs_a_look for collected in self.collected for note in collected.notes)
        return failed or noted or bool(self.unmatched or self.no_notebook)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The notes on single students by their cause, the gravest first."""
        return gather(
            [
                *(
                    Noted(one.student, one.assignment, note)
                    for one in self.collected
                    for note in one.notes
                ),
                *(Noted(one.person, one.assignment, one.note) for one in self.no_notebook),
            ]
        )

    def of_status(self, *wanted: str) -> list[Collected]:
        """Return what was collected with some status."""
        return [collected for collected in self.collected if collected.status in wanted]

    @property
    def hand_ins(self) -> int:
        """Return how many students' hand-ins came, each of an assignment, whatever was in them."""
        with_one = {(one.student, one.name, one.assignment) for one in self.collected}
        without = {(one.student, one.name, one.assignment) for one in self.no_notebook}
        return len(with_one | without)

    @property
    def late(self) -> list[Collected]:
        """Return what counts and is late, the latest first."""
        return sorted(
            (one for one in self.collected if one.late and one.status != EARLIER),
            key=lateness,
            reverse=True,
        )


def lateness(collected: Collected) -> tuple[timedelta, str]:
    """Return by how much one is late, and a name to order those that are equally late."""
    return collected.late_by, collected.student


def to_plain(collection: Collection) -> dict[str, Any]:
    """Return a collection as JSON can hold it."""
    plain: dict[str, Any] = asdict(collection, dict_factory=plain_values)
    noted = [group.to_plain() for group in collection.groups]
    return {**plain, "noted": noted, "needs_a_look": collection.needs_a_look}


def plain_values(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Turn times into text and durations into seconds."""
    return {
        name: [note.to_plain() for note in value if isinstance(note, Note)]
        if isinstance(value, tuple) and name == "notes"
        else plain_value(value)
        for name, value in items
    }


def plain_value(value: Any) -> Any:
    """Return a value as JSON can hold it."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value.isoformat() if isinstance(value, datetime) else value
