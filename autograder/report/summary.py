"""Turn the results of a class into the numbers that the report shows; pure, no files."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean, median

from autograder.exercises import Exercise
from autograder.feedback.sections import Section
from autograder.gradebook.result import (
    GRADED,
    MISSING,
    NOT_GRADED,
    ExerciseResult,
    SubmissionResult,
    noted,
)
from autograder.messages import say
from autograder.notes.groups import Group, gather
from autograder.report.discrimination import discrimination
from autograder.report.rows import NOWHERE, Belief, ExerciseRow, StudentRow, by_need
from autograder.report.stuck import is_undone, reasons
from autograder.report.tomorrow import Held, held, to_say

BINS = 10
Sections = Mapping[str, Section]
Notes = tuple[tuple[str, str], ...]
Answer = tuple[SubmissionResult, ExerciseResult]


@dataclass(frozen=True)
class AssignmentSummary:
    """What the report says about one assignment.

    `bins` counts students by tenths of the points; `unread` are (student, sentence), `looks` all
    notes by their cause;
    `absent` are those of whom nothing came that could be graded, with what is known of it;
    `not_graded` are those whose work came and is not graded yet.
    """

    assignment: str
    students: tuple[StudentRow, ...]
    bins: tuple[int, ...]
    exercises: tuple[ExerciseRow, ...]
    unread: Notes
    looks: tuple[Group, ...]
    waiting: int
    absent: Notes = ()
    not_graded: tuple[str, ...] = ()

    @property
    def mean_share(self) -> float:
        """Return the mean share of points."""
        return mean(row.share for row in self.students) if self.students else 0.0

    @property
    def median_share(self) -> float:
        """Return the median share of points."""
        return median(row.share for row in self.students) if self.students else 0.0

    @property
    def need_help(self) -> tuple[StudentRow, ...]:
        """Return the students who are stuck, the neediest first."""
        return by_need(self.students)

    @property
    def held(self) -> tuple[Held, ...]:
        """Return the misconceptions of the class, most held first."""
        return held(self.exercises)

    @property
    def to_say(self) -> tuple[Held, ...]:
        """Return the misconceptions that are worth a word to the whole class."""
        return to_say(self.held)


def summarize(
    results: Iterable[SubmissionResult],
    exercises: Mapping[str, Exercise],
    *,
    sections: Mapping[str, Sections] | None = None,
    people: Iterable[str] = (),
) -> tuple[AssignmentSummary, ...]:
    """Summarize every assignment that somebody handed in, in order.

    `sections` has the section of each exercise, lesson by lesson; `people` are all who take part.
    """
    by_assignment: dict[str, list[SubmissionResult]] = {}
    for result in results:
        by_assignment.setdefault(result.assignment, []).append(result)
    everybody = tuple(people)
    return tuple(
        summarize_assignment(name, given, exercises, (sections or {}).get(name, {}), everybody)
        for name, given in sorted(by_assignment.items())
        if any(result.status != MISSING for result in given)
    )


def summarize_assignment(
    assignment: str,
    results: Sequence[SubmissionResult],
    exercises: Mapping[str, Exercise],
    sections: Sections | None = None,
    people: Sequence[str] = (),
) -> AssignmentSummary:
    """Summarize one assignment."""
    graded = [result for result in results if result.status == GRADED]
    rows = tuple(student_row(result, exercises) for result in graded)
    return AssignmentSummary(
        assignment=assignment,
        students=rows,
        bins=histogram(row.share for row in rows),
        exercises=exercise_rows(graded, exercises, sections or {}),
        unread=unread(results),
        looks=gather(noted(results)),
        waiting=sum(
            exercise.needs_manual_points for result in graded for exercise in result.exercises
        ),
        absent=absent(results, people),
        not_graded=tuple(result.student for result in results if result.status == NOT_GRADED),
    )


def unread(results: Sequence[SubmissionResult]) -> Notes:
    """List the submissions that could not be read, each once with all that is known of it."""
    others = (GRADED, MISSING, NOT_GRADED)
    torn = (result for result in results if result.status not in others)
    return tuple((part.student, " ".join(part.notes)) for part in torn)


def absent(results: Sequence[SubmissionResult], people: Sequence[str]) -> Notes:
    """List those who take part and handed nothing in, and why a folder counts as nothing."""
    why = {result.student: why_absent(result) for result in results if result.status == MISSING}
    known = {result.student for result in results}
    why |= {student: "" for student in people if student not in known}
    return tuple(sorted(why.items()))


def why_absent(result: SubmissionResult) -> str:
    """Return what was found instead of a notebook, nothing where nothing was."""
    return " ".join(note for note in result.notes if note != say("Nothing was handed in."))


def histogram(shares: Iterable[float]) -> tuple[int, ...]:
    """Count shares of points by tenths; full points belong to the last."""
    counts = Counter(min(int(share * BINS), BINS - 1) for share in shares)
    return tuple(counts[number] for number in range(BINS))


def judged(result: SubmissionResult) -> tuple[ExerciseResult, ...]:
    """Return what the machine judged: no written answers, none that it could not judge."""
    return tuple(
        exercise
        for exercise in result.exercises
        if exercise.passed is not None and not exercise.by_hand
    )


def student_row(result: SubmissionResult, exercises: Mapping[str, Exercise]) -> StudentRow:
    """Sum up one student's work, written answers left out."""
    answers = judged(result)
    row = StudentRow(
        result.student,
        round(sum(answer.points for answer in answers), 2),
        round(sum(answer.max_points for answer in answers), 2),
        tuple(answer.id for answer in answers if not answer.passed),
    )
    return replace(row, reasons=tuple(reasons(answers, row.share, exercises)))


def exercise_rows(
    results: Sequence[SubmissionResult], exercises: Mapping[str, Exercise], sections: Sections
) -> tuple[ExerciseRow, ...]:
    """Gather the class's answers exercise by exercise, in the order of the lesson."""
    answers: dict[str, list[Answer]] = {}
    for result in results:
        for exercise in judged(result):
            answers.setdefault(exercise.id, []).append((result, exercise))
    return tuple(
        exercise_row(id, given, exercises.get(id), sections.get(id, NOWHERE))
        for id, given in answers.items()
    )


def exercise_row(
    id: str, answers: Sequence[Answer], exercise: Exercise | None, section: Section
) -> ExerciseRow:
    """Count right answers, empty ones, beliefs that have a name, and the rest."""
    right = sum(answer.passed is True for _, answer in answers)
    named = sum(bool(answer.misconception) for _, answer in answers)
    not_done = sum(is_undone(answer) for _, answer in answers)
    return ExerciseRow(
        id,
        right,
        not_done,
        len(answers) - right - not_done - named,
        beliefs(answers, exercise),
        section,
        discrimination([answer.passed is True for _, answer in answers], rest_of(answers)),
    )


def rest_of(answers: Sequence[Answer]) -> list[float]:
    """Return for each answer the student's points in all the other exercises."""
    return [
        sum(exercise.points for exercise in judged(result)) - answer.points
        for result, answer in answers
    ]


def beliefs(answers: Sequence[Answer], exercise: Exercise | None) -> tuple[Belief, ...]:
    """List the beliefs, most held first, each with its sentence and its holders."""
    holders: dict[str, list[str]] = {}
    sentences = {m.id: m.sentence for m in exercise.misconceptions} if exercise else {}
    for result, answer in answers:
        if answer.misconception:
            holders.setdefault(answer.misconception, []).append(result.student)
            # a question's sentences are sealed: take the one that the student was told
            sentences.setdefault(answer.misconception, answer.message)
    most_held = sorted(holders, key=lambda id: -len(holders[id]))
    of_code = exercise is not None
    return tuple(Belief(id, sentences[id], tuple(holders[id]), of_code) for id in most_held)
