"""What need not be graded again, and everything that makes it need to."""

import json
from dataclasses import replace

import pytest

from autograder.course.files import write_whole
from autograder.course.folder import new_course, secure
from autograder.course.handed_in.submitted import find_submissions
from autograder.course.secret import FILE_NAME as SECRET
from autograder.gradebook.result import GRADED, SubmissionResult
from autograder.gradebook.result_files import write_result
from autograder.grading import plan as plan_module
from autograder.grading.plan import code_digest, folder_digest, make_plan
from autograder.grading.selection import grading_options
from autograder.sandbox.levels import FULL, LIMITS
from autograder.sandbox.limits import Limits
from autograder.submissions.reading import content_digest

LESSON = "01_neuron"
FILE = f"{LESSON}.ipynb"


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    write_whole(course.release(LESSON), "{}")
    write_whole(course.submitted("ann", LESSON) / FILE, "{}")
    write_whole(course.autograded("ann", LESSON), "{}")
    return course


def plan(course, *, limits=None, force=False):
    options = grading_options(course, assignments=[LESSON], force=force)
    options = replace(options, limits=limits or Limits())
    return make_plan(course, find_submissions(course, [LESSON]), options)


def is_kept(course, **options):
    made = plan(course, **options)
    assert len(made.kept) + len(made.to_grade) == 1
    return len(made.kept) == 1


def keep_result(course, **changes):
    [ann] = plan(course, force=True).to_grade
    result = SubmissionResult("ann", LESSON, GRADED, fingerprint=ann.fingerprint)
    write_result(course, replace(result, **changes))


def test_what_has_not_changed_is_right_as_it_is(course):
    assert not is_kept(course)
    keep_result(course)
    assert is_kept(course)


def test_another_file_of_the_student_is_graded(course):
    keep_result(course)
    (course.submitted("ann", LESSON) / FILE).write_text("{ }", encoding="utf-8")
    assert not is_kept(course)


def test_a_file_under_another_name_is_graded(course):
    keep_result(course)
    folder = course.submitted("ann", LESSON)
    (folder / FILE).rename(folder / "mine.ipynb")
    assert not is_kept(course)


@pytest.mark.parametrize("file", [FILE, "data.csv", "more/data.csv"])
def test_everything_that_was_given_out_counts(course, file):
    keep_result(course)
    write_whole(course.release(LESSON).parent / file, "[]")
    assert not is_kept(course)


@pytest.mark.parametrize("change", [{"seed": 2}, {"show_hidden_cases": True}])
def test_the_settings_that_make_grades_and_cards_count(course, change):
    keep_result(course)
    assert not is_kept(replace(course, **change))


def test_another_secret_counts(course):
    keep_result(course)
    (course.folder / SECRET).unlink()
    assert not is_kept(course)
    assert secure(course)
    assert not is_kept(course)


def test_other_limits_count(course):
    keep_result(course)
    assert not is_kept(course, limits=Limits(cell_seconds=1))


def test_other_code_counts(course, monkeypatch):
    keep_result(course)
    monkeypatch.setattr(plan_module, "code_digest", lambda: "other")
    assert not is_kept(course)


def test_the_same_work_on_another_basis_is_outdated(course, monkeypatch):
    keep_result(course, content_digest=content_digest(course.submitted("ann", LESSON) / FILE))
    assert plan(course).outdated == 0
    monkeypatch.setattr(plan_module, "code_digest", lambda: "other")
    assert plan(course).outdated == 1
    write_whole(course.submitted("ann", LESSON) / FILE, "[]")
    assert plan(course).outdated == 0


def test_a_result_below_the_isolation_that_is_demanded_now_counts_for_nothing(course):
    keep_result(course, isolation=LIMITS)
    assert not is_kept(course)
    keep_result(course, isolation=FULL)
    assert is_kept(course)


def test_a_fault_of_the_graders_is_tried_again(course):
    keep_result(course, retry=True)
    assert not is_kept(course)


@pytest.mark.parametrize("left", [None, ""])
def test_a_lost_autograded_notebook_is_made_again(course, left):
    keep_result(course)
    course.autograded("ann", LESSON).unlink()
    if left is not None:
        course.autograded("ann", LESSON).write_text(left, encoding="utf-8")
    assert not is_kept(course)


def test_a_damaged_result_is_graded_again(course):
    keep_result(course)
    path = course.result("ann", LESSON)
    path.write_text(path.read_text(encoding="utf-8")[:-30], encoding="utf-8")
    assert not is_kept(course)


def test_who_handed_nothing_in_has_a_result_that_stays_right(course):
    (course.submitted("ann", LESSON) / FILE).unlink()
    keep_result(course, status="missing")
    assert is_kept(course)


def test_every_file_of_a_folder_counts_but_what_programs_leave_there(tmp_path):
    write_whole(tmp_path / "a.py", "1")
    before = folder_digest(tmp_path)
    write_whole(tmp_path / "__pycache__" / "a.pyc", "compiled")
    write_whole(tmp_path / ".a.py.swp", "an editor's")
    assert folder_digest(tmp_path) == before
    write_whole(tmp_path / "deep" / "data.json", json.dumps({}))
    assert folder_digest(tmp_path) != before


def test_the_same_code_has_the_same_hash():
    assert code_digest() == code_digest()
