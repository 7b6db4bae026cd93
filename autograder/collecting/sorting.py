"""Sort what came in one source: whose it is, of which assignment, and what is left over."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.collecting.archives.entries import Entry, Unpacked
from autograder.collecting.layouts.claim import Claim
from autograder.collecting.layouts.exchange import OWN
from autograder.collecting.matching import Class
from autograder.collecting.no_notebook import WithoutNotebook, person, without_notebook
from autograder.collecting.sheets.times import are_of_the_download
from autograder.collecting.which import Assignments
from autograder.course.roster import Student
from autograder.notes import NO_NOTE, Cause, Note

EARLIEST = 0.0
NEARLY_ALL = 0.8  # of the notebooks of a source: what has none is taken to be of their lesson


@dataclass(frozen=True)
class HandedIn:
    """One notebook, the student and the assignment that it belongs to.

    `work` is how many cells hold something that was not given out, as far as that was counted.
    """

    student: Student
    assignment: str
    claim: Claim
    notes: tuple[Note, ...] = ()
    work: int = 1


@dataclass(frozen=True)
class LeftOver:
    """One notebook without a student or without an assignment."""

    entry: Entry
    why: str
    suggestions: tuple[str, ...] = ()


@dataclass
class Sorted:
    """What came in one source, sorted; notes on the whole of it."""

    handed_in: list[HandedIn] = field(default_factory=list)
    unmatched: list[LeftOver] = field(default_factory=list)
    without_notebook: list[WithoutNotebook] = field(default_factory=list)
    other: list[tuple[Entry, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def sort_claims(
    unpacked: Unpacked, claims: list[Claim], people: Class, assignments: Assignments, wanted: str
) -> Sorted:
    """Sort everything of a source; `wanted` is the assignment that somebody named."""
    done = Sorted()
    claims = in_order(timed(claims, people, done))
    notebooks = [claim for claim in claims if claim.entry.is_notebook]
    of = {claim: sort_notebook(claim, people, assignments, wanted, done) for claim in notebooks}
    told = lesson_of_source(unpacked, claims, people, assignments) or lesson_of_most(of.values())
    sort_others(claims, people, of, Names(assignments, wanted, told), done)
    claimed = {claim.entry for claim in claims}
    for entry in unpacked.entries:
        if entry not in claimed:
            sort_unclaimed(entry, done)
    return done


def sort_notebook(
    claim: Claim, people: Class, assignments: Assignments, wanted: str, done: Sorted
) -> str:
    """Sort one notebook; return its assignment, nothing where it is not known."""
    named = wanted or (claim.assignment if claim.assignment in assignments.templates else "")
    verdict = assignments.of(claim.entry.file, claim.file_name or claim.entry.name, named)
    if not verdict.assignment:
        done.unmatched.append(LeftOver(claim.entry, verdict.why_not))
        return ""
    match = people.match(claim)
    if not match.students:
        done.unmatched.append(LeftOver(claim.entry, match.why_not, match.suggestions))
    for student in match.students:
        notes = tuple(note for note in (verdict.note, match.note, note_unread(claim)) if note)
        done.handed_in.append(HandedIn(student, verdict.assignment, claim, notes))
    return verdict.assignment


@dataclass(frozen=True)
class Names:
    """What tells the assignment of a file that is no notebook.

    `wanted` is what somebody named, `of_source` what the whole source is of, as far as that shows.
    """

    assignments: Assignments
    wanted: str
    of_source: str

    def of(self, claim: Claim, *, is_alone: bool) -> str:
        """Return a file's assignment; only one that `is_alone` is taken for the source's."""
        named = self.assignments.by_name(claim.file_name or claim.entry.name)
        told = self.wanted or (
            claim.assignment if claim.assignment in self.assignments.templates else named
        )
        return told or (self.of_source if is_alone else "")


def lesson_of_source(
    unpacked: Unpacked, claims: Iterable[Claim], people: Class, assignments: Assignments
) -> str:
    """Return the one assignment that the source's name, or that of its worksheet, tells."""
    rows = (people.worksheet.get(claim.number) for claim in claims)
    files = {unpacked.source.name, *(row.file for row in rows if row)}
    named = {name for file in files for name in assignments.within_name(file)}
    return named.pop() if len(named) == 1 else ""


def lesson_of_most(lessons: Collection[str]) -> str:
    """Return the assignment of nearly all notebooks of a source, nothing where there is none."""
    counts = Counter(lesson for lesson in lessons if lesson).most_common(1)
    known = sum(1 for lesson in lessons if lesson)
    return next((lesson for lesson, count in counts if count >= NEARLY_ALL * known), "")


def sort_others(
    claims: Iterable[Claim],
    people: Class,
    notebooks: Mapping[Claim, str],
    names: Names,
    done: Sorted,
) -> None:
    """Sort the files that are no notebooks: beside one, or all that somebody handed in."""
    with_notebook = {person(claim) for claim in notebooks}
    others = [
        (claim, names.of(claim, is_alone=person(claim) not in with_notebook))
        for claim in claims
        if claim not in notebooks and claim.entry.name not in OWN
    ]
    with_one = frozenset((person(claim), assignment) for claim, assignment in notebooks.items())
    done.without_notebook += without_notebook(others, people, with_one)
    for claim, _ in others:
        match = people.known(claim)
        done.other.append((claim.entry, ", ".join(student.id for student in match.students)))


def sort_unclaimed(entry: Entry, done: Sorted) -> None:
    """Sort a file whose name tells nobody."""
    if entry.is_notebook:
        done.unmatched.append(LeftOver(entry, "its name tells nobody who handed it in"))
    elif entry.name not in OWN:
        done.other.append((entry, ""))


def timed(claims: list[Claim], people: Class, done: Sorted) -> list[Claim]:
    """Put in the times of the grading worksheet, and drop those of the download itself."""
    if people.worksheet and people.platform == "moodle":
        if not any(claim.number in people.worksheet for claim in claims):
            done.notes.append(
                "The grading worksheet has none of the numbers of these files, so it tells nothing "
                "of them: Moodle draws new ones for each assignment. Is it another assignment's?"
            )
        claims = [with_row(claim, people) for claim in claims]
    guessed = [claim.time for claim in claims if claim.by_entry_time and claim.entry.is_notebook]
    if are_of_the_download([time for time in guessed if time is not None]):
        done.notes.append(
            "All files have the time of the download, so when they were handed in is not known. "
            "Moodle's grading worksheet tells it: name that CSV file, too."
        )
        return [replace(claim, time=None) if claim.by_entry_time else claim for claim in claims]
    if any(guessed):
        done.notes.append("Times are those that the files have; platforms show the exact ones.")
    return claims


def with_row(claim: Claim, people: Class) -> Claim:
    """Return a claim with the time that the worksheet has for its student."""
    row = people.worksheet.get(claim.number)
    if row is None or row.time is None:
        return replace(claim, unread=row.unread) if row else claim
    return replace(claim, time=row.time, by_entry_time=False)


def note_unread(claim: Claim) -> Note:
    """Say which time could not be read, and what counts instead; nothing where none was unread."""
    if not claim.unread:
        return NO_NOTE
    instead = (
        f"the time of the file counts, {claim.time.astimezone():%Y-%m-%d %H:%M}"
        if claim.time
        else "it counts as handed in in time"
    )
    return Note(
        Cause.TIME_UNKNOWN, f"The time {claim.unread} can't be read or may mean several: {instead}."
    )


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims in the order in which they were handed in, as far as that is known."""

    def key(claim: Claim) -> tuple[tuple[int, ...], float, str]:
        return claim.sent, seconds(claim.time), claim.entry.path

    return sorted(claims, key=key)


def seconds(time: datetime | None) -> float:
    """Return a time as a number, the smallest where none is known."""
    return time.timestamp() if time else EARLIEST
