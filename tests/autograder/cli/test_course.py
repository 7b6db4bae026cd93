"""`autograder course` as a teacher meets it: settings, and where a class stands."""

import json

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import new_course, open_course
from autograder.course.roster import Student, write_roster
from tests.autograder.conftest import hand_in, installed_course, short_course  # noqa: F401 - fixtures

LESSON = "01_neuron"
TIME = "2026-10-01T23:59:00+02:00"


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "autumn", seed=5)
    course.release(LESSON).parent.mkdir(parents=True)
    course.release(LESSON).write_text("{}", encoding="utf-8")
    return course


def run(*words):
    return CliRunner().invoke(main, ["course", *map(str, words)])


def settings(course):
    return (course.folder / "course.toml").read_text(encoding="utf-8")


def put(course, *words):
    return run("set", course.folder, *words)


LESSON_TEXT = """\
# %% [markdown]
# # Our own lesson

# %% [markdown] question="own.probabilities" covers="N11" points=1
# Which activation gives probabilities?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3, which is no probability.
# - [x] b) softmax
#   > Right: they sum to 1.
"""


def test_a_course_of_own_questions_is_made_and_released_anew_with_recorded_answers(tmp_path):
    solutions, folder = tmp_path / "own", tmp_path / "autumn"
    solutions.mkdir()
    (solutions / "90_own.py").write_text(LESSON_TEXT, encoding="utf-8")
    made = run("new", folder, "--solutions", solutions, "--questions", "recorded")
    assert made.exit_code == 0, made.output
    given = open_course(folder).release("90_own")
    assert "recorded=" in given.read_text(encoding="utf-8")
    assert (
        "`autograder course release` makes them"
        in run("set", folder, "questions", "answered").output
    )
    assert run("release", folder, "--solutions", solutions).output == "  90_own\n"
    assert "recorded=" not in given.read_text(encoding="utf-8")
    unknown = run("release", folder, "--solutions", solutions, "--assignment", "91")
    assert unknown.exit_code == 1
    assert "There is no lesson 91 among the lessons' texts" in unknown.output


def test_a_setting_is_changed_and_nothing_else(course):
    before = settings(course)
    result = put(course, "isolation", "full")
    assert result.exit_code == 0
    assert 'isolation is now "full" (it was "restricted").' in result.output
    assert settings(course) == before.replace('isolation = "restricted"', 'isolation = "full"')


def test_comments_on_the_line_of_a_setting_stay(course):
    path = course.folder / "course.toml"
    path.write_text("name = 'a' # mine\r\n# why\r\nseed = 5  # drawn by lot\r\n", encoding="utf-8")
    put(course, "name", 'Осень "26"')
    assert open_course(course.folder).name == 'Осень "26"'
    assert path.read_bytes().decode().endswith("# mine\r\n# why\r\nseed = 5  # drawn by lot\r\n")


@pytest.mark.parametrize(
    ("name", "value", "is_now"),
    [
        ("name", "autumn", "autumn"),
        ("seed", "7", 7),
        ("isolation", "limits", "limits"),
        ("show_hidden_cases", "true", True),
        ("lessons_url", "https://example.org/lessons", "https://example.org/lessons"),
    ],
)
def test_every_setting_can_be_set_even_where_the_file_is_older_than_it(course, name, value, is_now):
    old = "name = 'a'\nseed = 5\n\n# when\n[deadlines]\n01_neuron = 2026-10-01T23:59:00\n"
    (course.folder / "course.toml").write_text(old, encoding="utf-8")
    assert put(course, name, value).exit_code == 0
    assert getattr(open_course(course.folder), name) == is_now
    assert settings(course).endswith(old[old.index("# when") :])


def test_a_deadline_is_set_and_taken_away(course):
    before = settings(course)
    assert f"{LESSON} = {TIME}" in put(course, f"deadlines.{LESSON}", TIME).output + settings(
        course
    )
    assert open_course(course.folder).deadlines[LESSON].isoformat() == TIME
    assert "is now not set" in put(course, f"deadlines.{LESSON}", "none").output
    assert settings(course) == before


def test_a_file_without_deadlines_gets_the_table(course):
    (course.folder / "course.toml").write_text("name = 'a'\nseed = 5\n", encoding="utf-8")
    put(course, f"deadlines.{LESSON}", TIME)
    assert open_course(course.folder).deadlines[LESSON].isoformat() == TIME


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("sead", "3", "There is no setting sead; there are name, seed, isolation"),
        ("sead", "3", "Did you mean seed?"),
        ("seed", "five", 'seed must be a whole number, 0 or more, but you gave "five".'),
        ("seed", "-1", "seed must be a whole number, 0 or more"),
        ("isolation", "none", 'isolation must be one of "full", "restricted" and "limits"'),
        ("show_hidden_cases", "1", "show_hidden_cases must be true or false"),
        ("name", "", 'name must be a text, but you gave "".'),
        ("lessons_url", "javascript:x", "lessons_url must be a web address"),
        ("deadlines", TIME, "there are name, seed, isolation"),
        ("seed.x", "1", "There is no setting seed.x"),
        ("deadlines.01_neuron", "Friday", "must be a date and a time, as 2026-10-01T23:59"),
        ("deadlines.01_neuron", "2026-10-01", "must be a date and a time"),
        ("deadlines.02_neuron", TIME, "There is no assignment 02_neuron in this course"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_written(course, name, value, complaint):
    before = settings(course)
    result = put(course, "--", name, value)
    assert result.exit_code == 1
    assert complaint in result.output
    assert settings(course) == before


def test_a_file_with_a_mistake_elsewhere_is_left_as_it_is(course):
    broken = "name = 'a'\nseed = 5\nisolation = 'none'\n"
    (course.folder / "course.toml").write_text(broken, encoding="utf-8")
    assert "line 3: `isolation` must be one of" in put(course, "seed", 6).output
    assert settings(course) == broken


def test_a_broken_setting_can_be_mended(course):
    broken = "name = 'a'\nseed = 5\nisolation = 'none'\n"
    (course.folder / "course.toml").write_text(broken, encoding="utf-8")
    assert put(course, "isolation", "full").exit_code == 0
    assert open_course(course.folder).isolation == "full"


def test_a_file_that_is_no_toml_is_told_by_its_line(course):
    (course.folder / "course.toml").write_text("name = 'a'\nseed == 5\n", encoding="utf-8")
    assert "line 2" in put(course, "seed", 6).output


def test_another_seed_warns_that_everything_is_graded_anew(course):
    assert "grades everything anew" in put(course, "seed", 6).output
    assert "grades everything anew" not in put(course, "seed", 6).output
    assert json.loads(put(course, "seed", 7, "--json", "--dry-run").output) == {
        "name": "seed",
        "before": "6",
        "after": "7",
        "warning": "The seed makes the grading cases: the next `autograder grade` grades "
        "everything anew, and points may change.",
        "dry_run": True,
    }
    assert open_course(course.folder).seed == 6


def test_who_may_not_read_the_seed_still_may_not(course):
    path = course.folder / "course.toml"
    path.chmod(0o600)
    put(course, "seed", 6)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("words", [("set", "seed", 1), ("status",)])
def test_a_folder_that_is_no_course_is_said_to_be_none(tmp_path, words):
    result = run(words[0], tmp_path, *words[1:])
    assert result.exit_code == 1
    assert "is not a course folder" in result.output


def test_status_without_anybody_says_so(course):
    assert "Nobody has handed anything in yet" in run("status", course.folder).output


def test_status_names_who_is_in_the_roster_and_who_handed_in(short_course, hand_in):  # noqa: F811
    write_roster(short_course, [Student("ann"), Student("bob", name="Боб"), Student("eve")])
    hand_in("ann")
    told = json.loads(run("status", short_course.folder, "--json").output)
    states = {one["student"]: (one["name"], one["state"]) for one in told["submissions"]}
    assert states == {"ann": ("", "new"), "bob": ("Боб", "missing"), "eve": ("", "missing")}
    lines = run("status", short_course.folder).output.splitlines()
    assert [line.split() for line in lines if line.split()[:1] in (["ann"], ["bob"])] == [
        ["ann", "new"],
        ["bob", "-"],
    ]


def test_status_sets_those_apart_who_are_gone_from_the_roster(short_course, hand_in):  # noqa: F811
    write_roster(short_course, [Student("ann")])
    hand_in("ann")
    hand_in("bob")
    told = json.loads(run("status", short_course.folder, "--json").output)
    assert {one["student"]: one["in_roster"] for one in told["submissions"]} == {
        "ann": True,
        "bob": False,
    }
    output = run("status", short_course.folder, "--strict").output
    assert "Not in students.csv, so in no number here and in no export: bob." in output
    assert not [line for line in output.splitlines() if line.split()[:1] == ["bob"]]


def test_status_of_one_student_and_assignment(short_course, hand_in):  # noqa: F811
    for student in ("ann", "bob"):
        hand_in(student)
    words = ("status", short_course.folder, "--student", "ann", "--assignment", LESSON, "--json")
    assert [one["student"] for one in json.loads(run(*words).output)["submissions"]] == ["ann"]
    unknown = run("status", short_course.folder, "--student", "anne")
    assert "There is no student anne in this course. Did you mean ann?" in unknown.output


def test_status_ends_with_3_only_if_asked_and_something_needs_a_look(short_course, hand_in):  # noqa: F811
    hand_in("ann")
    assert run("status", short_course.folder, "--strict").exit_code == 0
    (short_course.folder / "submitted" / "notes.txt").write_text("?", encoding="utf-8")
    assert "submitted/notes.txt: this is no student's folder" in (
        run("status", short_course.folder).output
    )
    assert run("status", short_course.folder, "--strict").exit_code == 3
