"""nbgrader's gradebook, written by us: what a person gave is never overwritten."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from nbgrader.api import MissingEntry

from autograder.cli.main import main
from autograder.grading.course import CourseError, new_course, open_course
from autograder.grading.gradebook import open_gradebook, record, write_down
from autograder.grading.result import GRADED, MISSING, UNREADABLE, ExerciseResult, SubmissionResult

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 1, 2, False, "value")
WRITTEN = ExerciseResult(
    "neuron.compare",
    "neuron-compare",
    0,
    4,
    None,
    "by_hand",
    by_hand=True,
    needs_manual_points=True,
)
RESULT = SubmissionResult("ann", LESSON, GRADED, (RELU, WRITTEN))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A real course, made by the command."""
    folder = tmp_path_factory.mktemp("course") / "course"
    result = CliRunner().invoke(main, ["course", "new", str(folder), "--seed", "3"])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def gradebook(folder):
    with open_gradebook(open_course(folder)) as gradebook:
        yield gradebook


def grade(gradebook, cell):
    return gradebook.find_grade(cell, LESSON, LESSON, "ann")


def test_points_of_a_check_are_final_and_a_written_answer_waits(gradebook, tmp_path):
    record(gradebook, RESULT, tmp_path)
    relu, written = grade(gradebook, RELU.cell), grade(gradebook, WRITTEN.cell)
    assert (relu.auto_score, relu.needs_manual_grade) == (1, False)
    assert (written.auto_score, written.needs_manual_grade) == (None, True)


def test_a_cell_that_was_not_judged_waits_for_a_person(gradebook, tmp_path):
    record(gradebook, RESULT, tmp_path)
    assert grade(gradebook, "neuron-tanh-check").needs_manual_grade


def test_points_given_by_hand_survive_a_regrade_and_are_looked_at_again(gradebook, tmp_path):
    record(gradebook, RESULT, tmp_path)
    grade(gradebook, RELU.cell).manual_score = 2
    gradebook.db.commit()
    better = replace(RELU, points=1.5)
    record(gradebook, SubmissionResult("ann", LESSON, GRADED, (better,)), tmp_path)
    relu = grade(gradebook, RELU.cell)
    assert (relu.auto_score, relu.manual_score, relu.score) == (1.5, 2, 2)
    assert relu.needs_manual_grade


def test_an_unreadable_notebook_is_flagged_and_no_silent_zero(gradebook, tmp_path):
    record(gradebook, SubmissionResult("ann", LESSON, UNREADABLE), tmp_path)
    notebook = gradebook.find_submission_notebook(LESSON, LESSON, "ann")
    assert notebook.flagged
    assert all(one.needs_manual_grade for one in notebook.grades)


def test_the_time_of_handing_in_is_read_from_its_file(gradebook, tmp_path):
    (tmp_path / "timestamp.txt").write_text("2026-09-01 18:00:00 UTC", encoding="utf-8")
    record(gradebook, RESULT, tmp_path)
    assert gradebook.find_submission(LESSON, "ann").timestamp.hour == 18


@pytest.mark.parametrize("text", ["yesterday", "", "99999-01-01 00:00:00 UTC", "\udcff"])
def test_a_file_that_tells_no_time_is_noted_and_stops_nothing(gradebook, folder, text):
    course = open_course(folder)
    stamp = course.submitted("dan", LESSON) / "timestamp.txt"
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_bytes(text.encode("utf-8", "surrogateescape"))
    noted = write_down(course, gradebook, replace(RESULT, student="dan"))
    assert noted.notes == ("timestamp.txt holds no time; the submission is taken as in time.",)
    assert gradebook.find_submission(LESSON, "dan").timestamp is None


def test_a_known_time_stays_where_a_later_run_finds_no_file(gradebook, tmp_path):
    eve = replace(RESULT, student="eve")
    (tmp_path / "timestamp.txt").write_text("2026-09-01 18:00:00 UTC", encoding="utf-8")
    record(gradebook, eve, tmp_path)
    record(gradebook, eve, tmp_path / "elsewhere")
    assert gradebook.find_submission(LESSON, "eve").timestamp.hour == 18


def test_who_handed_nothing_in_waits_for_nobodys_points(gradebook, tmp_path):
    record(gradebook, SubmissionResult("bob", LESSON, MISSING), tmp_path)
    assert gradebook.find_student("bob")
    with pytest.raises(MissingEntry):
        gradebook.find_submission(LESSON, "bob")


def test_a_gradebook_that_is_no_database_is_named_without_sql(tmp_path):
    course = new_course(tmp_path / "bare", seed=1)
    (course.folder / "gradebook.db").write_text("Dear diary", encoding="utf-8")
    with pytest.raises(CourseError, match=r"gradebook\.db can't be used: .* not a database\. Does"):
        open_gradebook(course).__enter__()


def test_an_assignment_that_the_gradebook_lacks_is_named(folder, tmp_path):
    unknown = SubmissionResult("ann", "09_unknown", GRADED)
    with (
        pytest.raises(CourseError, match=r"09_unknown.* `nbgrader generate_assignment`"),
        open_gradebook(open_course(folder)) as gradebook,
    ):
        record(gradebook, unknown, tmp_path)


def test_the_release_is_what_the_build_gives_the_students(folder):
    from_course = (folder / "release" / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in from_course
    assert "raise NotImplementedError()" in from_course


def test_the_teachers_pages_lie_apart_from_the_source_notebooks(folder):
    assert [path.name for path in (folder / "source" / LESSON).iterdir()] == [f"{LESSON}.ipynb"]
    page = (folder / "teacher" / f"{LESSON}.md").read_text(encoding="utf-8")
    assert "Rubric" in page
    assert "## What goes wrong most" in page


def test_a_course_without_gradebook_says_how_to_get_one(tmp_path):
    course = new_course(tmp_path / "bare", seed=1)
    with pytest.raises(CourseError, match="generate_assignment"), open_gradebook(course):
        pass
