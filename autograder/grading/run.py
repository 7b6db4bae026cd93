"""One run of grading: what is chosen, what has changed, and what has become of each submission."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from autograder.course.folder import Course, CourseError
from autograder.course.settings import BEST
from autograder.course.submitted import Submission, find_submissions, out_of_place
from autograder.gradebook.ledger import Ledger, open_ledger
from autograder.gradebook.result import MISSING, UNREADABLE, SubmissionResult
from autograder.gradebook.result_files import read_result
from autograder.grading.best import take_the_best
from autograder.grading.plan import Planned, outdated, planned, unchanged
from autograder.grading.pool import Grades, grade_all
from autograder.grading.selection import chosen_assignments, chosen_students, with_exercises
from autograder.sandbox.limits import Limits, limits_for
from autograder.sandbox.scratch import clear_abandoned
from autograder.sandbox.warm_process import require_fork


@dataclass(frozen=True)
class Order:
    """What somebody asked to be graded, and how; `only` names exercises, none means all."""

    assignments: tuple[str, ...]
    students: tuple[str, ...]
    only: frozenset[str]
    force: bool
    workers: int
    limits: Limits


@dataclass(frozen=True)
class Progress:
    """How far a run has come.

    Parameters
    ----------
    done, total
        How many of the chosen submissions have their grade, and how many there are.
    kept
        How many of them keep the grade of an earlier run.
    result
        The one that was just graded, None at the start.
    outdated
        How many are graded anew though they are the same, because what grades rest on is not.

    """

    done: int
    total: int
    kept: int
    result: SubmissionResult | None = None
    outdated: int = 0


@dataclass(frozen=True)
class Run:
    """What a run of grading did, or would do.

    Parameters
    ----------
    results
        Every chosen submission's result; in a dry run only those that are kept.
    graded
        The student and the assignment of each that was graded, or would be.
    out_of_place
        What lies in `submitted` and is nobody's work, in sentences.

    """

    results: tuple[SubmissionResult, ...]
    graded: tuple[tuple[str, str], ...]
    out_of_place: tuple[str, ...] = ()

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something that a person should look at."""
        odd = any(one.notes and one.status != MISSING for one in self.results)
        return bool(
            odd or self.out_of_place or any(one.status == UNREADABLE for one in self.results)
        )


Tell = Callable[[Progress], None]


def quietly(progress: Progress) -> None:
    """Tell nobody how far a run has come."""


def ordered(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
    exercises: Sequence[str] = (),
    force: bool = False,
    workers: int | None = None,
    timeout: float | None = None,
) -> Order:
    """Return what is to be graded, by as many workers as there are cores unless a number is given.

    `timeout` is the time of a cell in seconds. Raises CourseError for a name that the course does
    not know.
    """
    chosen = with_exercises(course, chosen_assignments(course, assignments), exercises)
    if not find_submissions(course, chosen):
        raise CourseError("\n".join([nothing_to_grade(course), *out_of_place(course)]))
    who = chosen_students(course, students)
    workers = workers or os.cpu_count() or 1
    return Order(chosen, who, frozenset(exercises), force, workers, limits_for(timeout))


def nothing_to_grade(course: Course) -> str:
    """Say what is missing where there is nothing to grade."""
    folder = course.folder
    if not course.assignments:
        return f"Nothing is in {folder}/release: run `nbgrader generate_assignment` in the course."
    return f"Nothing has been handed in: notebooks belong into {folder}/submitted/STUDENT/LESSON/."


def look_ahead(course: Course, order: Order) -> Run:
    """Return what a run would grade; nothing is started or written."""
    plan, right = plan_of(course, order, find_submissions(course, order.assignments))
    return Run(
        results_of(right),
        tuple(one.name for one in plan if one not in right),
        tuple(out_of_place(course)),
    )


def grade(course: Course, order: Order, tell: Tell = quietly) -> Run:
    """Grade what has changed; each result is kept as it comes.

    Raises CourseError, with how far it came, where grading cannot go on or somebody stops it.
    """
    require_fork()
    clear_abandoned()
    if course.attempts == BEST:
        chosen = order.assignments, order.students
        take_the_best(course, *chosen, workers=order.workers, limits=order.limits)
    odd = tuple(out_of_place(course))
    submissions = find_submissions(course, order.assignments)
    with open_ledger(course, order.assignments) as ledger:
        plan, right = plan_of(course, order, submissions)
        todo = tuple(one for one in plan if one not in right)
        names = tuple(one.name for one in todo)
        catch_up(ledger, submissions, set(names))
        start = Progress(len(right), len(plan), len(right), outdated=anew_by_itself(order, todo))
        tell(start)
        return Run((*results_of(right), *grade_anew(ledger, todo, order, start, tell)), names, odd)


def anew_by_itself(order: Order, todo: Iterable[Planned]) -> int:
    """Return how many unchanged submissions are graded anew though nobody asked for it."""
    return 0 if order.force or order.only else len(outdated(todo))


def plan_of(
    course: Course, order: Order, submissions: Iterable[Submission]
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    """Return all that is chosen, and what of it keeps its grade."""
    mine = [one for one in submissions if one.student in order.students]
    plan = planned(course, mine, order.limits)
    return plan, () if order.force or order.only else unchanged(course, plan)


def results_of(plan: Iterable[Planned]) -> tuple[SubmissionResult, ...]:
    """Return the results that were kept."""
    return tuple(one.result for one in plan if one.result is not None)


def catch_up(ledger: Ledger, submissions: Iterable[Submission], todo: set[tuple[str, str]]) -> None:
    """Record what an earlier run kept and could not record, unless it is graded again now."""
    for assignment in dict.fromkeys(one.assignment for one in submissions):
        mine = [one for one in submissions if one.assignment == assignment]
        names = [one.student for one in mine if (one.student, assignment) not in todo]
        found = (read_result(ledger.course, name, assignment) for name in names)
        ledger.catch_up(assignment, [one for one in found if one is not None])


def grade_anew(
    ledger: Ledger, todo: Sequence[Planned], order: Order, start: Progress, tell: Tell
) -> list[SubmissionResult]:
    """Grade the submissions that need it."""
    fingerprints = {one.name: one.fingerprint for one in todo}
    results: list[SubmissionResult] = []
    with (
        told_what_is_kept(results, len(todo)),
        closing(graded(ledger.course, todo, order)) as grades,
    ):
        for one in grades:
            name = one.result.student, one.result.assignment
            results.append(ledger.add(one, fingerprints[name]))
            tell(replace(start, done=start.done + len(results), result=results[-1]))
    return results


def graded(course: Course, todo: Sequence[Planned], order: Order) -> Grades:
    """Yield each submission's grade as it is there; nothing is started where nothing is to do."""
    if todo:
        submissions = [one.submission for one in todo]
        with closing(
            grade_all(
                course,
                submissions,
                workers=order.workers,
                limits=order.limits,
                only=order.only,
            )
        ) as grades:
            yield from grades


@contextmanager
def told_what_is_kept(results: Sequence[SubmissionResult], total: int) -> Iterator[None]:
    """Say how far grading came where it ends early: on Ctrl-C, or on a full disk."""
    try:
        yield
    except KeyboardInterrupt:
        raise CourseError(stopped(len(results), total)) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        reason = f"{where}{error.strerror or error}."
        raise CourseError(f"{reason} {half_done(len(results), total)}") from None
    except CourseError as error:
        raise CourseError(f"{error} {half_done(len(results), total)}") from None


def half_done(done: int, total: int) -> str:
    """Say what is kept where grading could not go on."""
    return (
        f"{done} of {total} submissions were graded; their results are kept, "
        "and the next run goes on from there."
    )


def stopped(done: int, total: int) -> str:
    """Say what was done when somebody pressed Ctrl-C."""
    return f"Stopped. {done} of {total} submissions were graded; their points are kept."
