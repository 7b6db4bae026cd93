"""File what somebody handed in instead of a notebook, so that it does not count as nothing."""

from autograder.collecting.archives.names import safe_name
from autograder.collecting.layouts.claim import Claim
from autograder.collecting.no_notebook import WithoutNotebook, kind_of
from autograder.collecting.outcome import Collection, NoNotebook
from autograder.course.files import copy_whole
from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.attempts import refuse_links
from autograder.course.handed_in.submitted import find_submission


def file_other_work(course: Course, lacking: WithoutNotebook, done: Collection) -> NoNotebook:
    """Put somebody's files where their notebook would be, if none is there; say what came."""
    student, assignment = lacking.student.id if lacking.student else "", lacking.assignment
    if student and assignment and not done.dry_run:
        try:
            if find_submission(course, student, assignment).notebook is None:
                place(course, student, assignment, lacking.claims)
        except CourseError as error:
            done.notes.append(str(error))
    kinds = dict.fromkeys(kind_of(claim) for claim in lacking.claims)
    files = tuple(name_of(claim) for claim in lacking.claims)
    return NoNotebook(student, lacking.name, assignment, " and ".join(kinds), files)


def place(course: Course, student: str, assignment: str, claims: tuple[Claim, ...]) -> None:
    """Copy files into a student's folder; raises CourseError where a link would lead out of it."""
    for claim in claims:
        target = course.submitted(student, assignment) / safe_name(name_of(claim))
        refuse_links(target)
        copy_whole(claim.entry.file, target)


def name_of(claim: Claim) -> str:
    """Return a file's name as the student gave it."""
    return claim.file_name or claim.entry.name
