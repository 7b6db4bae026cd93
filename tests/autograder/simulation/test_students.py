"""Who sits in the simulated class."""

import numpy as np
import pytest

from autograder.exercises import load
from autograder.simulation.damage import ENDLESS_FUNCTION, NOT_JSON
from autograder.simulation.students import EMPTY, RIGHT, SPOILED, make_students


@pytest.fixture(scope="module")
def students():
    return make_students(tuple(load().values()), np.random.default_rng(1))


def test_the_same_seed_makes_the_same_class(students):
    assert make_students(tuple(load().values()), np.random.default_rng(1)) == students


def test_nobody_has_somebody_elses_name(students):
    assert len({student.name for student in students}) == len(students) >= 30


def test_every_misconception_is_held_by_somebody(students):
    held = {
        (id, choice.name)
        for student in students
        for id, choice in student.choices.items()
        if choice.kind == "misconception"
    }
    assert held == {(one.id, m.id) for one in load().values() for m in one.misconceptions}


def test_each_kind_of_damage_meets_one_student_who_knew_everything(students):
    spoiled = [student for student in students if student.damage]
    assert sorted(student.damage for student in spoiled) == sorted(SPOILED)
    assert all(one.kind == RIGHT for student in spoiled for one in student.choices.values())


def small(count):
    return make_students(tuple(load().values()), np.random.default_rng(1), count)


def test_a_small_class_is_part_of_the_whole_one(students):
    assert len(small(15)) == 15
    assert {student.name for student in small(15)} <= {student.name for student in students}
    assert all(student in students for student in small(15))


def test_a_small_class_has_every_kind_of_student():
    kinds = [{choice.kind for choice in student.choices.values()} for student in small(5)]
    assert {RIGHT} in kinds
    assert {"misconception"} in kinds
    assert any({RIGHT, EMPTY} <= held for held in kinds)
    assert any(student.damage for student in small(5))


def test_a_small_class_has_code_that_never_ends_and_a_file_that_nobody_can_read():
    assert {ENDLESS_FUNCTION, NOT_JSON} <= {student.damage for student in small(15)}


def test_as_many_students_as_the_whole_class_are_the_whole_class(students):
    assert small(len(students)) == students


def test_more_students_than_the_class_has_are_refused(students):
    with pytest.raises(ValueError, match=f"the whole class has {len(students)}"):
        small(len(students) + 1)
