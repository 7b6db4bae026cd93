"""What `grade` says at the end of a class of 200: a few lines, whatever befell one or all of them.

`benchmarks/notes_of_a_class.py` counts the lines of the commands themselves.
"""

import pytest

from autograder.cli.grade import notes
from autograder.gradebook.result import GRADED, MISSING, UNREADABLE, SubmissionResult
from autograder.grading.run import Run
from autograder.notes import Cause, Note

CLASS = [f"student{number:03d}" for number in range(200)]
LOST = Note(Cause.IDS_LOST, "These cells had lost their ids: a, b and c.")
TORN = Note(Cause.UNREADABLE, "The file is not valid JSON.")
NOTHING = Note(Cause.ABSENT, "Nothing was handed in.")
ENDED = tuple(Note(Cause.ENDED, f"The cell {number} ended the process.") for number in range(1600))


def result(student, *noted, status=GRADED, assignment="01_neuron"):
    return SubmissionResult(student, assignment, status, notes=noted)


def one_other_lesson():
    yield result(CLASS[0], NOTHING, status=MISSING)
    yield result(CLASS[0], assignment="02_perceptron")
    for student in CLASS[1:]:
        yield result(student)
        yield result(student, NOTHING, status=MISSING, assignment="02_perceptron")


def all_from_colab():
    yield from (result(student, LOST) for student in CLASS)


def a_thousand_broken_cells():
    yield result(CLASS[0], *ENDED)
    yield from (result(student) for student in CLASS[1:])


def four_unreadable():
    yield from (result(student, TORN, status=UNREADABLE) for student in CLASS[:4])
    yield from (result(student, LOST) for student in CLASS[4:])


def all_at_once():
    yield from (result(student, TORN, status=UNREADABLE) for student in CLASS[:4])
    yield from (result(student, LOST, *ENDED) for student in CLASS[4:150])
    yield from (result(student, NOTHING, status=MISSING) for student in CLASS[150:])


@pytest.mark.parametrize(
    ("of_class", "lines"),
    [
        (one_other_lesson, 4),  # a heading, the cause, the student, and one line on the absent
        (all_from_colab, 2),  # nothing needs a look, and one line for the record
        (a_thousand_broken_cells, 3),  # a heading, the cause, the student
        (four_unreadable, 7),  # a heading, the cause, four students, one line for the record
        (all_at_once, 9),  # these, a cause with the first names, and one line on the absent
    ],
)
def test_a_class_of_200_is_said_in_a_few_lines(of_class, lines):
    said = list(notes(Run(tuple(of_class()), ())))
    assert len(said) == lines, "\n".join(said)


def test_the_four_unreadable_come_first():
    said = list(notes(Run(tuple(four_unreadable()), ())))
    assert said[1] == "  4 of 200: the file can't be read"
    assert [line.split(",")[0].strip() for line in said[2:6]] == CLASS[:4]


def test_who_handed_in_another_lesson_is_the_only_one_named():
    said = list(notes(Run(tuple(one_other_lesson()), ())))
    assert said[1] == "  1 of 200: another lesson's notebook was handed in"
    assert said[2].startswith("    student000, 01_neuron: Handed in was 02_perceptron")
