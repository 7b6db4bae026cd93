"""What somebody names is found, or told with the names that are near it."""

import pytest

from autograder.course.files import write_whole
from autograder.course.folder import CourseError, new_course
from autograder.grading.selection import chosen_assignments, chosen_students, with_exercises
from autograder.texts import checkout

LESSONS = ("01_neuron", "02_perceptron")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = new_course(tmp_path_factory.mktemp("choice") / "course", seed=1)
    for lesson in LESSONS:
        given_out = checkout() / "lessons" / "en" / f"{lesson}.ipynb"
        write_whole(course.release(lesson), given_out.read_text(encoding="utf-8"))
    for student in ("ann", "bob"):
        course.submitted(student, "01_neuron").mkdir(parents=True)
    return course


def test_only_what_somebody_handed_in_is_graded_unless_it_is_named(course):
    assert chosen_assignments(course, ()) == ("01_neuron",)
    assert chosen_assignments(course, ("02_perceptron", "02_perceptron")) == ("02_perceptron",)


def test_all_students_are_graded_unless_some_are_named(course):
    assert chosen_students(course, ()) == ("ann", "bob")
    assert chosen_students(course, ("bob", "bob")) == ("bob",)


def test_an_exercise_chooses_the_assignments_that_hold_it(course):
    assert with_exercises(course, LESSONS, ()) == LESSONS
    assert with_exercises(course, LESSONS, ("neuron.relu",)) == ("01_neuron",)


@pytest.mark.parametrize(
    ("choose", "name", "sentence"),
    [
        (chosen_assignments, "01_nueron", r"no assignment 01_nueron .* Did you mean 01_neuron\?"),
        (chosen_assignments, "xyz", r"no assignment xyz .* there are: 01_neuron, 02_perceptron\."),
        (chosen_students, "anne", r"no student anne in .*submitted. Did you mean ann\?"),
    ],
)
def test_an_unknown_name_is_told_with_those_near_it(course, choose, name, sentence):
    with pytest.raises(CourseError, match=sentence):
        choose(course, (name,))


def test_an_unknown_exercise_is_told_with_those_near_it(course):
    with pytest.raises(CourseError, match=r"no exercise neuron.rleu in 01.* mean neuron\.relu or"):
        with_exercises(course, LESSONS, ("neuron.rleu",))
