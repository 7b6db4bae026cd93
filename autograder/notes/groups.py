"""Gather the notes on a class by their cause, the gravest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.notes.cause import Cause
from autograder.notes.note import Note


@dataclass(frozen=True)
class Noted:
    """One note, and the submission beside which it stands."""

    student: str
    assignment: str
    note: Note


@dataclass(frozen=True)
class Group:
    """All notes of one cause, by student and assignment."""

    cause: Cause
    notes: Mapping[tuple[str, str], tuple[Note, ...]]

    @property
    def needs_a_look(self) -> bool:
        """Return True if a person should look at them."""
        return self.cause.needs_a_look

    @property
    def count(self) -> int:
        """Return how many submissions it befell."""
        return len(self.notes)

    def to_plain(self) -> dict[str, Any]:
        """Return it as data for JSON; the sentences themselves stand in the results."""
        return {
            "cause": self.cause.value,
            "sentence": self.cause.of_many,
            "needs_a_look": self.needs_a_look,
            "count": self.count,
            "submissions": [{"student": who, "assignment": what} for who, what in self.notes],
        }


def gather(noted: Iterable[Noted]) -> tuple[Group, ...]:
    """Return the notes of each cause, the gravest cause first, in the order of the names.

    >>> note = Note(Cause.TIME, "Too slow.")
    >>> [(group.cause.value, group.count) for group in gather([Noted("ann", "01_neuron", note)])]
    [('time', 1)]
    """
    found: dict[Cause, dict[tuple[str, str], list[Note]]] = {}
    for one in sorted(noted, key=by_name):
        of_cause = found.setdefault(one.note.cause, {})
        of_cause.setdefault((one.student, one.assignment), []).append(one.note)
    return tuple(
        Group(cause, {name: tuple(notes) for name, notes in found[cause].items()})
        for cause in Cause
        if cause in found
    )


def by_name(noted: Noted) -> tuple[str, str]:
    """Return what orders notes: the assignment, then the student; a submission's keep theirs."""
    return noted.assignment, noted.student


def need_a_look(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return those at which a person should look."""
    return tuple(group for group in groups if group.needs_a_look)


def for_the_record(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return those about which nobody need do anything, but for absent work."""
    return tuple(
        group for group in groups if not group.needs_a_look and group.cause is not Cause.ABSENT
    )


def count_of(groups: Iterable[Group], cause: Cause) -> int:
    """Return how many submissions a cause befell."""
    return sum(group.count for group in groups if group.cause is cause)


def in_few(notes: Sequence[str]) -> str:
    """Return the first of several notes of one cause, and how many more there are.

    >>> in_few([Note(Cause.ENDED, "A cell ended it.")] * 1600)
    'A cell ended it. (and 1,599 more of this kind)'
    """
    return notes[0] + (f" (and {len(notes) - 1:,} more of this kind)" if len(notes) > 1 else "")
