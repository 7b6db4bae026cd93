"""The command `autograder report`: what it writes, says and ends with."""

import json

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import new_course
from autograder.course.roster import ROSTER, Student, write_roster
from autograder.gradebook.result import GRADED, UNREADABLE, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import write_result

RIGHT = ExerciseResult("neuron.net_input", "neuron-net_input-check", 2, 2, True, "right")
FILES = ["report-exercises.csv", "report-misconceptions.csv", "report-students.csv", "report.html"]


@pytest.fixture
def course(tmp_path):
    """A course in which one student's work was graded and another's was not readable."""
    course = new_course(tmp_path / "autumn", seed=5)
    write_roster(course, [Student("ann", "Анна"), Student("bob")])
    write_result(course, SubmissionResult("ann", "01_neuron", GRADED, (RIGHT,)))
    write_result(course, SubmissionResult("bob", "01_neuron", UNREADABLE, notes=("It is empty.",)))
    return course


def report(course, *options):
    return CliRunner().invoke(main, ["report", str(course.folder), *map(str, options)])


def written(folder):
    return sorted(path.name for path in folder.glob("report*"))


def test_the_page_and_its_tables_are_written_and_the_roster_is_left_alone(course):
    before = (course.folder / ROSTER).read_text(encoding="utf-8")
    result = report(course)
    assert result.exit_code == 0
    assert written(course.folder) == FILES
    assert "report.html" in result.output
    assert (course.folder / ROSTER).read_text(encoding="utf-8") == before


def test_the_tables_lie_beside_the_page_wherever_that_is(course, tmp_path):
    report(course, "--output", tmp_path / "week" / "report.html")
    assert written(tmp_path / "week") == FILES
    assert written(course.folder) == []


def test_a_dry_run_writes_nothing(course):
    assert "would be in" in report(course, "--dry-run").output
    assert written(course.folder) == []


def test_json_is_one_object_and_nothing_else(course):
    told = json.loads(report(course, "--json").stdout)
    assert told["assignments"][0]["graded"] == 1
    assert len(told["files"]) == len(FILES)


def test_strict_ends_with_three_where_work_was_not_readable(course):
    assert report(course).exit_code == 0
    result = report(course, "--strict")
    assert result.exit_code == 3
    assert "could not be read, in no average: 1" in result.output


def test_strict_ends_with_three_where_results_were_left_out(course):
    course.result("bob", "01_neuron").unlink()
    assert report(course, "--strict").exit_code == 0
    write_result(course, SubmissionResult("zoe", "01_neuron", GRADED, (RIGHT,)))
    assert report(course, "--strict").exit_code == 3


def test_an_unknown_lesson_is_a_mistake_that_is_explained(course):
    result = report(course, "--assignment", "99_magic")
    assert result.exit_code == 1
    assert "no assignment 99_magic" in result.output


def test_a_damaged_result_is_a_mistake_that_is_explained(course):
    course.result("ann", "01_neuron").write_text("{", encoding="utf-8")
    result = report(course)
    assert result.exit_code == 1
    assert "ann.json" in result.output
    assert "Traceback" not in result.output
