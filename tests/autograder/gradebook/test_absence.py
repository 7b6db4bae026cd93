"""Nothing handed in is one thing, something that is no notebook another."""

import pytest

from autograder.course.folder import new_course
from autograder.gradebook.result import GRADED, MISSING, SubmissionResult
from autograder.gradebook.result_files import result_now
from autograder.notes import Cause, Note

LESSON = "01_neuron"


@pytest.mark.parametrize(
    ("status", "notes", "absent"),
    [
        (MISSING, (), True),
        (MISSING, ("Nothing was handed in.",), True),  # as earlier versions kept it
        (MISSING, (Note(Cause.ABSENT, "Nothing was handed in."),), True),
        (MISSING, (Note(Cause.NO_NOTEBOOK, "There is no notebook, only a.pdf."),), False),
        (MISSING, (Note(Cause.SEVERAL_NOTEBOOKS, "Rename one."),), False),
        (GRADED, (), False),
    ],
)
def test_who_is_absent(status, notes, absent):
    assert SubmissionResult("ann", LESSON, status, notes=notes).is_absent is absent


def test_a_pdf_that_came_since_the_last_run_ends_the_absence(tmp_path):
    course = new_course(tmp_path / "autumn", seed=5)
    known = SubmissionResult("ann", LESSON, MISSING, notes=("Nothing was handed in.",))
    assert result_now(course, "ann", LESSON, known) is known
    folder = course.submitted("ann", LESSON)
    folder.mkdir(parents=True)
    (folder / "essay.pdf").write_bytes(b"%PDF")
    now = result_now(course, "ann", LESSON, known)
    assert (now.status, now.is_absent) == (MISSING, False)
    assert now.notes == ("There is no notebook, only essay.pdf.",)
