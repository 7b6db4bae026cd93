"""The command `autograder feedback`."""

import json

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.roster import Student
from tests.autograder.feedback.conftest import LESSON


@pytest.fixture
def run(classroom):
    def run(*options):
        return CliRunner().invoke(
            main, ["feedback", str(classroom.course.folder), *options], catch_exceptions=False
        )

    return run


def test_pages_are_written_and_the_second_time_left_as_they_are(classroom, run):
    classroom.graded("ann")
    assert "1 of 1 page written" in run().output
    assert classroom.course.feedback("ann", LESSON).is_file()
    assert "0 of 1 page written" in run().output


def test_a_dry_run_writes_nothing(classroom, run):
    classroom.graded("ann")
    assert "1 of 1 page would be written" in run("--dry-run", "--zip", "plain").output
    assert not (classroom.course.folder / "feedback").exists()


def test_machines_get_one_json_object(classroom, run):
    classroom.graded("ann")
    told = json.loads(run("--json", "--zip", "moodle").output)
    (page,) = told["pages"]
    assert page["file"] == f"feedback/ann/{LESSON}.html"
    assert (page["changed"], page["status"]) == (True, "graded")
    (archive,) = told["archives"]
    assert (archive["pages"], archive["left_out"]) == (0, ["ann"])


def test_one_student_of_one_assignment_can_be_asked_for(classroom, run):
    classroom.graded("ann")
    classroom.graded("bob")
    assert "1 of 1 page" in run("--student", "bob", "--assignment", LESSON).output
    assert not classroom.course.feedback("ann", LESSON).exists()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--student", "anm"), "There is no student anm in this course. Did you mean ann?"),
        (("--assignment", "01_neutron"), "Did you mean 01_neuron?"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_a_near_one(classroom, run, options, complaint):
    classroom.graded("ann")
    done = run(*options)
    assert done.exit_code == 1
    assert complaint in done.output


def test_strict_ends_with_3_where_a_page_found_no_way_back(classroom, run):
    classroom.graded("ann")
    classroom.enroll(Student("ann", "Анна\u202e", moodle_id="17"))
    done = run("--zip", "moodle", "--strict")
    assert done.exit_code == 3
    assert "is not known: ann." in done.output
    assert not list(classroom.course.folder.glob("feedback/*.zip"))
    assert run("--zip", "moodle", "--strict", "--by-roster").exit_code == 0


def test_before_anything_is_graded_the_command_says_what_to_do(run):
    done = run()
    assert done.exit_code == 1
    assert "run `autograder grade` first" in done.output


@pytest.fixture
def half_graded(classroom):
    classroom.graded("ann")
    notebook = classroom.course.submitted("bob", LESSON) / f"{LESSON}.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("{}", encoding="utf-8")


def test_work_that_is_not_graded_is_told_and_sent_to_no_platform(half_graded, run):
    done = run("--zip", "plain", "--strict")
    assert done.exit_code == 3
    assert "1 page says only that the work is not graded yet" in done.output
    assert "feedback.zip: 1 page." in done.output
    assert json.loads(run("--json").output)["not_graded"] == ["bob"]
