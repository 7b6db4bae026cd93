"""A class whose names would break a careless file, with every kind of submission."""

import pytest

from autograder.course.roster import Student
from autograder.exporting.book import book_of
from autograder.gradebook.read_grades import CellPoints, SubmissionGrades
from autograder.gradebook.result import (
    GRADED,
    MISSING,
    NOT_GRADED,
    UNREADABLE,
    ExerciseResult,
    SubmissionResult,
)
from autograder.gradebook.totals import Total

ONE, TWO = "01_neuron", "02_perceptron"
CHECK = ExerciseResult("neuron.relu", "neuron-relu-check", 2.5, 4, False, "value", "kept_sign")
WRITTEN = ExerciseResult(
    "neuron.compare",
    "neuron-compare",
    0,
    6,
    None,
    "by_hand",
    by_hand=True,
    needs_manual_points=True,
)
STUDENTS = (
    Student("aigul", 'Айгүл "Ая" Нұрлан', "a@example.org", "17", "51", "s-1", "Group A"),
    Student("ivan", "Иванов-Петров, Иван", "i@example.org", "18", "52", "s-2", "A; B"),
    Student("jiwoo", '=HYPERLINK("x")김지우', "j@example.org", "19", "53", "", ""),
    Student("maryam", "مريم O'Neil", "", "20", "", "007", ""),
    Student("priya", "+प्रिया,\tPoints Possible", "p@example.org", "", "", "", ""),
    Student("lena", "Лена", "l@example.org", "21", "54", "s-6", ""),
    Student("omar", "عمر", "o@example.org", "22", "55", "s-7", ""),
)


def total(student, assignment, status=GRADED, exercises=(CHECK, WRITTEN), notes=(), **recorded):
    result = SubmissionResult(student.id, assignment, status, tuple(exercises), notes)
    return Total(student, result, 10, SubmissionGrades(**recorded))


@pytest.fixture
def book():
    aigul, ivan, jiwoo, maryam, priya, lena, omar = STUDENTS
    by_hand = {
        "neuron-relu-check": CellPoints(by_machine=2.5),
        "neuron-compare": CellPoints(by_hand=5.25, extra_credit=1),
    }
    totals = [
        total(aigul, ONE, cells=by_hand, late_penalty=0.5),
        total(aigul, TWO),
        total(ivan, ONE),
        total(ivan, TWO, MISSING, ()),
        total(jiwoo, ONE, MISSING, (), notes=("There is no notebook, only essay.pdf.",)),
        total(jiwoo, TWO),
        total(maryam, ONE),
        total(maryam, TWO),
        total(priya, ONE, MISSING, ()),
        total(priya, TWO),
        total(lena, ONE, UNREADABLE, ()),
        total(lena, TWO),
        total(omar, ONE),
        total(omar, TWO, NOT_GRADED, ()),
    ]
    return book_of("Осень", totals)
