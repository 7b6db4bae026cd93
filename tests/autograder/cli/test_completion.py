"""What a shell is told to offer: commands, and the course's own names."""

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import new_course
from autograder.course.roster import Student, write_roster

VARIABLE = "_AUTOGRADER_COMPLETE"


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "autumn", seed=5)
    for name in ("01_neuron", "02_perceptron"):
        course.release(name).parent.mkdir(parents=True)
        course.release(name).write_text("{}", encoding="utf-8")
    (course.folder / "submitted" / "ann").mkdir()
    write_roster(course, [Student("anna"), Student("bob")])
    return course


def offered(*words):
    """Return what bash would offer for the last word."""
    environment = {
        VARIABLE: "bash_complete",
        "COMP_WORDS": " ".join(["autograder", *map(str, words)]),
        "COMP_CWORD": str(len(words)),
    }
    output = CliRunner().invoke(main, [], env=environment, prog_name="autograder").output
    return [line.partition(",")[2] for line in output.split()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_asks_the_program_for_words(shell):
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"{VARIABLE}={shell}_complete" in result.output


def test_another_shell_is_refused_with_those_that_there_are():
    result = CliRunner().invoke(main, ["completion", "tcsh"])
    assert result.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in result.output


def test_commands_are_completed():
    assert offered("co") == ["collect", "completion", "course"]


def test_assignments_are_those_that_the_course_has_released(course):
    assert offered("grade", course.folder, "--assignment", "02") == ["02_perceptron"]


@pytest.mark.parametrize("command", ["collect", "export", "feedback", "report"])
def test_every_command_of_the_evening_completes_assignments(course, command):
    assert offered(command, course.folder, "--assignment", "02") == ["02_perceptron"]


def test_students_are_those_of_the_folders_and_of_the_roster(course):
    assert offered("grade", course.folder, "--student", "an") == ["ann", "anna"]


def test_settings_are_completed_with_a_deadline_for_each_assignment(course):
    assert offered("course", "set", course.folder, "dead") == [
        "deadlines.01_neuron",
        "deadlines.02_perceptron",
    ]


def test_nothing_is_offered_where_there_is_no_course(tmp_path):
    assert offered("grade", tmp_path, "--student", "") == []
