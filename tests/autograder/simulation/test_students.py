"""Who sits in the simulated class."""

import numpy as np
import pytest

from autograder.exercises import load
from autograder.simulation.students import RIGHT, SPOILED, make_students


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
