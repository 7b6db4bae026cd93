"""File what was sorted: attempts, the one that counts, and aside what nobody could be given."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.collecting.archives.entries import Entry, Unpacked
from autograder.collecting.originals import (
    Original,
    clear_aside,
    keep_aside,
    keep_original,
    log,
    place_aside,
)
from autograder.collecting.other_work import file_other_work
from autograder.collecting.outcome import (
    EARLIER,
    NEW,
    REPLACED,
    UNCHANGED,
    Collected,
    Collection,
    Other,
    Unmatched,
)
from autograder.collecting.several import Filed, by_work, note_on_several
from autograder.collecting.sorting import HandedIn, Sorted
from autograder.course.files import file_digest
from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.attempts import (
    Attempt,
    attempt_by_hand,
    attempts_with_work,
    counting_attempt,
    find_collected,
    keep_attempt,
    put_into_submitted,
)
from autograder.gradebook.late import late_by
from autograder.notes import Cause, Note

BY_HAND_KEPT = "What was in submitted before is kept as an earlier attempt."


@dataclass
class Filing:
    """The filing of one source; in a dry run nothing is written, and all is said the same."""

    course: Course
    platform: str
    original: Original
    done: Collection
    history: dict[tuple[str, str], list[Attempt]] = field(default_factory=dict)
    filed: dict[tuple[str, str], list[Filed]] = field(default_factory=dict)

    def file(self, unpacked: Unpacked, claims: Sorted) -> None:
        """File everything of one source: the original first, so that nothing can be lost."""
        if not self.done.dry_run:
            keep_original(self.course, unpacked, self.original)
            clear_aside(self.course, self.original)
        collected = [self.file_one(hand_in) for hand_in in by_work(self.course, claims.handed_in)]
        self.done.collected += self.with_notes_on_several(collected)
        for left in claims.unmatched:
            kept = self.aside("unmatched", left.entry)
            self.done.unmatched.append(Unmatched(left.entry.path, left.why, left.suggestions, kept))
        for lacking in claims.without_notebook:
            self.done.no_notebook.append(file_other_work(self.course, lacking, self.done))
        for entry, student in claims.other:
            self.done.other.append(Other(entry.path, student, self.aside("other", entry)))
        if not self.done.dry_run:
            self.place_all()
            log(self.course, self.about(unpacked, claims))

    def file_one(self, hand_in: HandedIn) -> Collected:
        """Keep one notebook as an attempt, unless it was collected before."""
        name = hand_in.student.id, hand_in.assignment
        notes = hand_in.notes
        if name not in self.history:
            self.history[name] = attempts_with_work(self.course, *name)
            notes += self.keep_what_is_there(*name)
        attempts = self.history[name]
        new = self.attempt(hand_in, len(attempts) + 1, notes)
        known = find_collected(attempts, new, seen=self.original.seen)
        self.filed.setdefault(name, []).append(Filed(hand_in, known or new))
        if known:
            return self.collected(hand_in, known, UNCHANGED, notes)
        attempts.append(new)
        if not self.done.dry_run:
            keep_attempt(self.course, *name, hand_in.claim.entry.file, new)
        status = NEW if len(attempts) == 1 else EARLIER
        if len(attempts) > 1 and counting_attempt(attempts) is new:
            status = REPLACED
        return self.collected(hand_in, new, status, notes)

    def with_notes_on_several(self, collected: Sequence[Collected]) -> list[Collected]:
        """Return what was collected, with a note where several notebooks of somebody came."""
        last = {(one.student, one.assignment): place for place, one in enumerate(collected)}
        noted = list(collected)
        for name, came in self.filed.items():
            attempts = self.history[name]
            counting = counting_attempt(attempts)
            note = note_on_several(came, attempts, counting)
            if note:
                one = noted[last[name]]
                noted[last[name]] = replace(one, notes=(*one.notes, note))
        return noted

    def keep_what_is_there(self, student: str, assignment: str) -> tuple[Note, ...]:
        """Keep what somebody put into `submitted` as an attempt; return a note if there was."""
        by_hand = attempt_by_hand(self.course, student, assignment)
        attempts = self.history[student, assignment]
        if by_hand is None or by_hand[1].digest in {attempt.digest for attempt in attempts}:
            return ()
        notebook, about = by_hand
        attempts.append(about)
        if not self.done.dry_run:
            keep_attempt(self.course, student, assignment, notebook, about)
        return (Note(Cause.KEPT_ATTEMPT, BY_HAND_KEPT),)

    def attempt(self, hand_in: HandedIn, number: int, notes: tuple[Note, ...]) -> Attempt:
        """Return what is known about one notebook."""
        claim = hand_in.claim
        return Attempt(
            number,
            file_digest(claim.entry.file),
            claim.time.astimezone(UTC) if claim.time else None,
            claim.late,
            self.platform,
            self.original.name,
            claim.entry.path,
            claim.file_name,
            claim.number,
            claim.returns,
            notes,
            without_work=not hand_in.work,
        )

    def collected(
        self, hand_in: HandedIn, attempt: Attempt, status: str, notes: tuple[Note, ...]
    ) -> Collected:
        """Return what was done with one notebook, and by how much it is late."""
        late = late_by(self.course, hand_in.assignment, attempt.time)
        return Collected(
            hand_in.student.id,
            hand_in.student.name,
            hand_in.assignment,
            attempt.path or hand_in.claim.entry.path,
            status,
            attempt.number_of_attempt,
            attempt.time,
            attempt.late or late > timedelta(),
            late,
            notes,
        )

    def aside(self, kind: str, entry: Entry) -> str:
        """Keep a file aside; return where, within the course."""
        target = place_aside(self.course, kind, self.original, entry)
        if not self.done.dry_run:
            target = Path(keep_aside(entry, target))
        return str(target.relative_to(self.course.folder))

    def place_all(self) -> None:
        """Put the attempt that counts into `submitted`, for everybody whose work came."""
        for (student, assignment), attempts in self.history.items():
            try:
                put_into_submitted(self.course, student, assignment, counting_attempt(attempts))
            except CourseError as error:
                self.done.notes.append(str(error))

    def about(self, unpacked: Unpacked, claims: Sorted) -> dict[str, object]:
        """Return the line of the list of what was collected."""
        return {
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "came_as": str(unpacked.source),
            "kept_as": self.original.name,
            "sha256": self.original.digest,
            "platform": self.platform,
            "notebooks": len(claims.handed_in),
            "unmatched": len(claims.unmatched),
            "other": len(claims.other),
        }
