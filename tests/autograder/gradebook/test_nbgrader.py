"""nbgrader's releases and its gradebook: opened for one writer, with errors that say what to do."""

import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import CourseError, new_course
from autograder.gradebook.nbgrader import (
    clear_errors,
    late_rule,
    open_gradebook,
    retry_while_locked,
)

LESSON = "01_neuron"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A real course, made by the command."""
    folder = tmp_path_factory.mktemp("course") / "course"
    result = CliRunner().invoke(main, ["course", "new", str(folder), "--seed", "3"])
    assert result.exit_code == 0, result.output
    return folder


def test_a_gradebook_that_is_no_database_is_named_without_sql(tmp_path):
    course = new_course(tmp_path / "bare", seed=1)
    (course.folder / "gradebook.db").write_text("Dear diary", encoding="utf-8")
    with pytest.raises(
        CourseError, match=r"gradebook\.db is damaged \(file is not a database\)\. There"
    ):
        open_gradebook(course).__enter__()


def test_a_gradebook_that_another_program_holds_is_waited_for_and_then_named(tmp_path):
    path = tmp_path / "gradebook.db"
    with closing(sqlite3.connect(path)) as holder, closing(sqlite3.connect(path, 0.05)) as ours:
        holder.execute("BEGIN EXCLUSIVE")
        with (
            pytest.raises(CourseError, match=r"database is locked\. Another program holds it"),
            clear_errors(path),
        ):
            retry_while_locked(lambda: ours.execute("BEGIN IMMEDIATE"), patience=0.1)


def test_a_gradebook_that_is_let_go_in_time_is_written(tmp_path):
    path = tmp_path / "gradebook.db"
    tries = []
    with closing(sqlite3.connect(path)) as holder, closing(sqlite3.connect(path, 0.05)) as ours:
        holder.execute("BEGIN EXCLUSIVE")

        def work():
            tries.append("one")
            if len(tries) == 3:
                holder.rollback()
            ours.execute("BEGIN IMMEDIATE")
            return "done"

        assert retry_while_locked(work) == "done"
    assert len(tries) == 3


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
    with (
        pytest.raises(CourseError, match=r"is missing.*makes a new gradebook"),
        open_gradebook(course),
    ):
        pass


@pytest.mark.parametrize(
    ("config", "penalty"),
    [
        ("", None),
        ("c.LateSubmissionPlugin.penalty_method = 'zero'", 3.0),
        (
            "c.LateSubmissionPlugin.penalty_method = 'zero'\nc.AssignLatePenalties.enabled=False",
            None,
        ),
        ("c.Autograde.autograde_preprocessors = ['nbgrader.preprocessors.SaveAutoGrades']", None),
        ("c.AssignLatePenalties.plugin_class = 'rule_of_halves.Halves'", 1.5),
    ],
)
def test_the_late_rule_is_the_one_that_nbgrader_is_configured_for(tmp_path, config, penalty):
    course = new_course(tmp_path / "course", seed=1)
    plugin = (
        "from nbgrader.plugins import BasePlugin\n"
        "class Halves(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return score / 2\n"
    )
    (course.folder / "rule_of_halves.py").write_text(plugin, encoding="utf-8")
    with (course.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(config)
    rule = late_rule(course)
    assert (None if rule is None else rule("ann", 3.0, 60.0)) == penalty


def test_a_configuration_that_fails_is_named(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    (course.folder / "nbgrader_config.py").write_text("1 / 0", encoding="utf-8")
    with pytest.raises(CourseError, match=r"nbgrader_config\.py: the late rule .* ZeroDivision"):
        late_rule(course)
