"""One submission of a course: a file that cannot be read costs its owner alone, and only that."""

import json

import pytest

from autograder.course.folder import CourseError, new_course
from autograder.course.handed_in.submitted import Submission
from autograder.gradebook.result import GRADED, MISSING, UNREADABLE
from autograder.gradebook.result_files import write_autograded
from autograder.grading import notebook
from autograder.grading.submission import grade_submission
from autograder.sandbox.limits import Limits
from autograder.submissions.reading import MAX_BYTES
from autograder.submissions.template import load_template


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "course", seed=1)


@pytest.fixture
def path(course):
    path = course.submitted("ann", "01_neuron") / "01_neuron.ipynb"
    path.parent.mkdir(parents=True)
    return path


def graded(course, path, assignment, note=""):
    """Grade one submission, write its notebook and return its result."""
    submission = Submission("ann", "01_neuron", path, note)
    graded = grade_submission(course, submission, assignment, assignment.warm, Limits())
    write_autograded(course, graded)
    return graded.result


def test_a_solved_notebook_is_graded_and_its_autograded_one_written(course, path, assignment):
    path.write_text(json.dumps(assignment.solved()), encoding="utf-8")
    result = graded(course, path, assignment)
    assert (result.status, result.points) == (GRADED, result.max_points - 2)
    assert course.autograded("ann", "01_neuron").is_file()


def test_a_notebook_that_has_gone_is_told_and_stops_nothing(course, path, assignment):
    result = graded(course, path, assignment)
    assert (result.status, result.retry) == (UNREADABLE, True)
    assert result.notes == ("The file can't be read: No such file or directory.",)


def test_a_file_without_end_is_not_read_to_its_end(course, path, assignment):
    with path.open("wb") as file:
        file.write(b"{")
        file.truncate(MAX_BYTES + 10)
    (note,) = graded(course, path, assignment).notes
    assert "larger than 60 MB" in note
    assert "Edit > Clear Outputs of All Cells" in note
    assert "Edit > Clear all outputs" in note


def test_what_an_earlier_file_earned_is_not_shown_for_one_that_cannot_be_read(
    course, path, assignment
):
    path.write_text(json.dumps(assignment.solved()), encoding="utf-8")
    graded(course, path, assignment)
    path.write_text("{", encoding="utf-8")
    assert graded(course, path, assignment).status == UNREADABLE
    assert not course.autograded("ann", "01_neuron").exists()


def test_a_picture_that_is_no_picture_stops_nothing(course, path, assignment):
    notebook = assignment.solved()
    written = next(cell for cell in notebook["cells"] if cell["id"] == "neuron-compare")
    written["attachments"] = {"a.png": {"image/png": "\ud800"}, "b.png": {"image/png": "aGk="}}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert graded(course, path, assignment).status == GRADED
    shown = course.autograded("ann", "01_neuron").read_text(encoding="utf-8")
    assert "aGk=" in shown
    assert "d800" not in shown


def test_a_result_says_which_answers_and_which_file_it_is_for(course, path, assignment):
    def digests(**changes):
        path.write_text(json.dumps(assignment.solved(**changes)), encoding="utf-8")
        result = graded(course, path, assignment)
        return {one.id: one.answer_digest for one in result.exercises}, result.content_digest

    before, file_before = digests()
    now, file_now = digests(relu="relu = abs", compare="Only one learns.")
    changed = {id for id, digest in now.items() if digest != before[id]}
    assert changed == {"neuron.relu", "neuron.compare"}
    assert file_now != file_before


def test_a_fault_of_the_graders_is_marked_to_be_tried_again(course, path, assignment, monkeypatch):
    def broken(*_):
        raise MemoryError("no room")

    path.write_text(json.dumps(assignment.solved()), encoding="utf-8")
    monkeypatch.setattr(notebook, "execute", broken)
    result = graded(course, path, assignment)
    assert (result.status, result.retry) == (UNREADABLE, True)


def test_the_time_of_handing_in_goes_with_the_notebook(course, path, assignment):
    path.write_text(json.dumps(assignment.solved()), encoding="utf-8")
    (path.parent / "timestamp.txt").write_text("2026-09-01 18:00:00 UTC", encoding="utf-8")
    graded(course, path, assignment)
    shown = course.autograded("ann", "01_neuron").with_name("timestamp.txt")
    assert shown.read_text(encoding="utf-8") == "2026-09-01 18:00:00 UTC"


def test_who_handed_nothing_in_is_missing_with_the_reason(course, assignment):
    result = graded(course, None, assignment, "Nothing was handed in.")
    assert (result.status, result.notes) == (MISSING, ("Nothing was handed in.",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '"text"',
        '{"nbformat": 99, "cells": 3}',
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code"}]}',
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": '
        '[{"cell_type": "code", "source": "1", "metadata": {"nbgrader": 5}}]}',
    ],
)
def test_a_release_that_is_no_notebook_is_named(tmp_path, text):
    path = tmp_path / "01_neuron.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=r"01_neuron\.ipynb can't be read as a notebook: \S"):
        load_template(path, {})


def test_who_withdraws_a_file_keeps_the_notebook_that_the_gradebook_knows(course, path, assignment):
    path.write_text(json.dumps(assignment.solved()), encoding="utf-8")
    graded(course, path, assignment)
    assert graded(course, None, assignment, "Nothing was handed in.").status == MISSING
    assert course.autograded("ann", "01_neuron").exists()
