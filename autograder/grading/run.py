"""One run of grading, from what is chosen to the results that are kept and recorded."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.folder import Course, CourseError, secure
from autograder.course.handed_in.submitted import Submission, find_submissions, out_of_place
from autograder.course.libraries import require_libraries
from autograder.course.looks_file import open_looks
from autograder.course.settings.declared import BEST
from autograder.gradebook.ledger import Ledger, open_ledger
from autograder.gradebook.lessons import about_source
from autograder.gradebook.result import UNREADABLE, SubmissionResult, noted
from autograder.gradebook.result_files import read_result
from autograder.grading.best import place_best_attempts
from autograder.grading.looks import keep_looks, other_lessons
from autograder.grading.plan import Plan, make_plan
from autograder.grading.pool import grade_all
from autograder.grading.selection import GradingOptions
from autograder.grading.startup_guard import warning_of, watching
from autograder.notes.groups import Group, gather, need_a_look
from autograder.sandbox.scratch import clear_abandoned
from autograder.sandbox.warm_process import require_fork


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
    new_secret
        Whether this run made the course's secret, because it had none.

    """

    done: int
    total: int
    kept: int
    result: SubmissionResult | None = None
    outdated: int = 0
    new_secret: bool = False


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
    about_lessons
        Where the points of a lesson are not the same in its source, its release and the
        gradebook, in sentences.
    looks_file
        Where all notes on the whole course are kept in full, None where they could not be written.
    open_looks
        The files in which notes of collecting are open.

    """

    results: tuple[SubmissionResult, ...]
    graded: tuple[tuple[str, str], ...]
    out_of_place: tuple[str, ...] = ()
    looks_file: Path | None = None
    about_lessons: tuple[str, ...] = ()
    open_looks: tuple[Path, ...] = ()

    @property
    def warning(self) -> str:
        """What students' code could do where it was not cut off; empty if it was."""
        return warning_of(self.results)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The notes on these submissions by their cause, the gravest first."""
        return gather([*noted(self.results), *other_lessons(self.results)])

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something that a person should look at."""
        unreadable = any(result.status == UNREADABLE for result in self.results)
        others = self.out_of_place or self.about_lessons
        return bool(need_a_look(self.groups) or others or unreadable)


Report = Callable[[Progress], None]


def ignore_progress(progress: Progress) -> None:
    """Report to nobody how far a run has come."""


def preview(course: Course, options: GradingOptions) -> Run:
    """Return what a run would grade; nothing is started or written."""
    plan = make_plan(course, find_submissions(course, options.assignments), options)
    said = [text for name in options.assignments for text in about_source(course, name)]
    misplaced = tuple(out_of_place(course))
    return Run(plan.read_results, plan.names, misplaced, about_lessons=tuple(said))


def run_grading(course: Course, options: GradingOptions, report: Report = ignore_progress) -> Run:
    """Grade what has changed; each result is kept as it comes.

    Raises CourseError, with how far it came, where grading cannot go on or somebody stops it.
    """
    require_fork()
    require_libraries(course)
    clear_abandoned()
    new_secret = secure(course)
    if course.attempts == BEST:
        place_best_attempts(course, options)
    misplaced = tuple(out_of_place(course))
    submissions = find_submissions(course, options.assignments)
    with open_ledger(course, options.assignments) as ledger:
        plan = make_plan(course, submissions, options)
        record_kept(ledger, submissions, plan)
        start = progress_at_start(plan, new_secret=new_secret)
        graded = grade_planned(ledger, plan, options, report, start)
        results = (*plan.read_results, *graded)
        looks_file = keep_looks(course, results, misplaced)
    still_open = open_looks(course.folder)
    return Run(results, plan.names, misplaced, looks_file, tuple(ledger.said), still_open)


def record_kept(ledger: Ledger, submissions: Iterable[Submission], plan: Plan) -> None:
    """Record what an earlier run kept and could not record, unless it is graded again now."""
    graded_now = set(plan.names)
    results: dict[str, list[SubmissionResult]] = {}
    for submission in submissions:
        of_assignment = results.setdefault(submission.assignment, [])
        name = submission.student, submission.assignment
        result = None if name in graded_now else read_result(ledger.course, *name)
        if result is not None:
            of_assignment.append(result)
    for assignment, kept in results.items():
        ledger.catch_up(assignment, kept)


def progress_at_start(plan: Plan, *, new_secret: bool) -> Progress:
    """Return how far a run is before it grades anything."""
    kept, total = len(plan.kept), len(plan.kept) + len(plan.to_grade)
    return Progress(kept, total, kept, outdated=plan.outdated, new_secret=new_secret)


def grade_planned(
    ledger: Ledger, plan: Plan, options: GradingOptions, report: Report, start: Progress
) -> list[SubmissionResult]:
    """Grade the submissions that need it; keep and report each result."""
    report(start)
    results: list[SubmissionResult] = []
    if not plan.to_grade:
        return results
    fingerprints = {planned.name: planned.fingerprint for planned in plan.to_grade}
    submissions = [planned.submission for planned in plan.to_grade]
    with (
        explain_early_end(results, len(submissions)),
        watching(ledger.course) as guard,
        closing(grade_all(ledger.course, submissions, options)) as grades,
    ):
        for graded in grades:
            name = graded.result.student, graded.result.assignment
            results.append(ledger.add(graded, fingerprints[name]))
            report(replace(start, done=start.done + len(results), result=results[-1]))
            if guard is not None:
                guard.graded(results[-1])
    return results


@contextmanager
def explain_early_end(results: Sequence[SubmissionResult], total: int) -> Iterator[None]:
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
