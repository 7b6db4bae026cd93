"""The Python API: its examples, as they stand in the docstrings, on one graded course."""

import doctest
import json
import shutil
from dataclasses import fields, is_dataclass

import pytest
from click.testing import CliRunner

from autograder import api
from autograder.cli.main import main
from autograder.course.folder import new_course
from tests.autograder.conftest import (
    TEXT,
    hand_in,  # noqa: F401 - fixtures
    installed_course,  # noqa: F401 - fixtures
    short_course,  # noqa: F401 - fixtures
)

LESSON = "01_neuron"
# As somebody would call them, each building on those before.
STORY = (
    "new_course",
    "open_course",
    "set_setting",
    "release_lessons",
    "collect",
    "grade",
    "status",
    "feedback",
    "export",
    "report",
    "check",
)
FROZEN = (
    "Change",
    "ClassReport",
    "Exported",
    "FeedbackRun",
    "GradedNotebook",
    "Run",
    "Status",
    "SubmissionStatus",
)


@pytest.fixture
def course(short_course, hand_in):  # noqa: F811 - fixtures
    hand_in("ann")
    hand_in("bob", relu="relu = abs")
    return short_course


@pytest.fixture
def download(course, tmp_path):
    """A folder as nbgrader's exchange gives it, with the work of a third student."""
    folder = tmp_path / "download" / "eve" / LESSON
    folder.mkdir(parents=True)
    released = course.release(LESSON).read_text(encoding="utf-8")
    (folder / f"{LESSON}.ipynb").write_text(released, encoding="utf-8")
    return tmp_path / "download"


@pytest.fixture
def solutions(tmp_path):
    """A folder with the text of one short lesson."""
    folder = tmp_path / "solutions"
    folder.mkdir()
    (folder / f"{LESSON}.py").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def notebook(course, tmp_path):
    """A notebook that lies in no course."""
    handed_in = course.submitted("bob", LESSON) / f"{LESSON}.ipynb"
    return shutil.copy(handed_in, tmp_path / "my_own.ipynb")


@pytest.mark.slow
def test_every_example_in_the_docstrings_is_true(course, download, solutions, notebook):
    names = {"course": course, "download": download, "solutions": solutions, "notebook": notebook}
    shared = {**vars(api), "folder": course.folder, **names}
    for name in STORY:
        (example,) = doctest.DocTestFinder(recurse=False).find(
            getattr(api, name), name, globs=shared
        )
        assert example.examples
        failed = doctest.DocTestRunner(optionflags=doctest.FAIL_FAST).run(example).failed
        assert failed == 0, name


def test_the_story_holds_every_function_of_the_api():
    functions = {name for name in api.__all__ if callable(getattr(api, name)) and name.islower()}
    assert functions == set(STORY)


def test_what_comes_back_cannot_be_changed():
    for name in FROZEN:
        made = getattr(api, name)
        assert is_dataclass(made)
        assert fields(made)
        assert made.__dataclass_params__.frozen


def test_earlier_names_lead_to_the_same(course):
    assert api.Standing is api.SubmissionStatus
    found = api.status(course)
    assert found.standings == found.submissions
    assert len(found.submissions) == 2


def test_mistakes_are_course_errors_with_a_sentence(tmp_path):
    with pytest.raises(api.CourseError, match="is not a course folder"):
        api.open_course(tmp_path)
    course = new_course(tmp_path / "course", seed=1)
    with pytest.raises(api.CourseError, match="None of this has been graded yet"):
        api.export(course, "csv")
    with pytest.raises(api.CourseError, match="There is no assignment 01_neuro"):
        api.report(course, assignments=["01_neuro"])
    with pytest.raises(api.CourseError, match="Nothing is in"):
        api.grade(course)


def test_nothing_is_printed_and_nothing_is_graded_in_a_dry_run(course, capfd):
    run = api.grade(course, dry_run=True)
    assert run.graded == (("ann", LESSON), ("bob", LESSON))
    assert run.results == ()
    assert not list((course.folder / "results").rglob("*.json"))
    assert capfd.readouterr() == ("", "")


def test_the_command_tells_the_same_plan_as_the_function(course):
    words = ["grade", str(course.folder), "--dry-run"]
    told = json.loads(CliRunner().invoke(main, [*words, "--json"]).output)
    assert told["graded"] == [
        {"student": "ann", "assignment": LESSON},
        {"student": "bob", "assignment": LESSON},
    ]
    assert "2 submissions would be graded:" in CliRunner().invoke(main, words).output


@pytest.mark.slow
def test_progress_is_told_from_the_start_to_the_end(course):
    told = []
    api.grade(course, workers=1, progress=told.append)
    assert [(one.done, one.total) for one in told] == [(0, 2), (1, 2), (2, 2)]
    assert {one.result.student for one in told[1:]} == {"ann", "bob"}


@pytest.mark.slow
def test_grade_prints_one_json_object_and_nothing_else(course):
    words = ["grade", str(course.folder), "--workers", "1", "--json"]
    told = json.loads(CliRunner().invoke(main, words).output)
    assert [(one["student"], one["status"]) for one in told["results"]] == [
        ("ann", "graded"),
        ("bob", "graded"),
    ]
