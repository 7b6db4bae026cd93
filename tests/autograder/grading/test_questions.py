"""Questions of a course's own: graded by the answers in its folder, which no student gets."""

import json
import shutil

import pytest

from autograder.building.reader import read_lesson
from autograder.course.files import write_whole
from autograder.course.folder import CourseError, new_course, open_course
from autograder.course.settings.declared import RECORDED
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from autograder.grading.assignment import prepare_assignment
from autograder.grading.notebook import grade_notebook
from autograder.grading.plan import basis_digest
from autograder.judging.questions import judge_question
from autograder.judging.verdict import UNJUDGED
from autograder.lint.recorded import answers_in
from autograder.sandbox.limits import Limits

LESSON = "90_own"
TEXT = """\
# %% [markdown]
# # Our own lesson

# %% provided="imports"
import numpy as np

# %% [markdown] question="own.probabilities" covers="N11" points=1
# Which activation gives probabilities?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3, which is no probability.
# - [x] b) softmax
#   > Right: they sum to 1.

# %% [markdown] question="own.half_of_it" covers="N11" points=2 decimals=2
# What is half of 2.5?
#
# - [x] 1.25
#   > Right: two of them make 2.5.
# - [ ] 5
#   > That is the double of it.
# - [ ] 2
#   > You cut the fraction off before halving.
"""
RIGHT = {"own-probabilities": 'probabilities = "b"', "own-half_of_it": "half_of_it = 1.25"}
WRONG = {"own-probabilities": 'probabilities = "a"', "own-half_of_it": "half_of_it = 5"}


@pytest.fixture(scope="module")
def lesson():
    return read_lesson(TEXT, LESSON, load())


@pytest.fixture(scope="module")
def made(tmp_path_factory, lesson):
    course = new_course(tmp_path_factory.mktemp("own") / "course", questions=RECORDED)
    assert list(install_lessons(course, [lesson])) == [LESSON]
    return course


@pytest.fixture
def course(made, tmp_path):
    shutil.copytree(made.folder, tmp_path / "course")
    return open_course(tmp_path / "course")


def graded(course, warm, answers):
    notebook = json.loads(course.release(LESSON).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    assignment = prepare_assignment(course, LESSON)
    done = grade_notebook(
        json.dumps(notebook), assignment.template, assignment.key, warm=warm, limits=Limits()
    )
    assert done.notes == ()
    return {result.id: result for result in done.exercises}


def test_what_students_get_holds_no_answer(course, lesson):
    assert course.questions == RECORDED
    assert list(answers_in(course.folder / "release", [lesson])) == []
    assert 'recorded=\\"ab\\"' in course.release(LESSON).read_text(encoding="utf-8")


def test_recorded_answers_are_judged_when_they_are_graded(course, warm):
    right, wrong = (graded(course, warm, answers) for answers in (RIGHT, WRONG))
    assert {id: result.points for id, result in right.items()} == {
        "own.probabilities": 1,
        "own.half_of_it": 2,
    }
    assert [result.points for result in wrong.values()] == [0, 0]
    assert wrong["own.probabilities"].misconception == "option_a"
    assert "no probability" in wrong["own.probabilities"].message


def test_other_answers_are_another_basis(course):
    def digest():
        return basis_digest(course, LESSON, Limits(), "code")

    before, path = digest(), course.answers(LESSON)
    path.write_text(path.read_text(encoding="utf-8").replace("0", "1", 1), encoding="utf-8")
    assert digest() != before


@pytest.mark.parametrize("text", ["{", "[]", '{"lesson": "90_own"}', '{"format": 1, "lesson": ""}'])
def test_answers_that_cannot_be_read_are_told(course, text):
    write_whole(course.answers(LESSON), text)
    with pytest.raises(CourseError, match=r"teacher.90_own\.json can't be read: .* anew with"):
        prepare_assignment(course, LESSON)


def test_a_question_without_its_answers_waits_for_a_person(course):
    data = json.loads(course.answers(LESSON).read_text(encoding="utf-8"))
    for question in data["questions"]:
        question["sealed"] = []
    write_whole(course.answers(LESSON), json.dumps(data))
    question = prepare_assignment(course, LESSON).key.questions["own.probabilities"]
    verdict = judge_question(question, "b")
    assert (verdict.passed, verdict.kind) == (None, UNJUDGED)
    assert "are not on this machine" in verdict.message
    assert judge_question(question, "c").passed is False
