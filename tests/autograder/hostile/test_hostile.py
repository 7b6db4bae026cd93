"""Each hostile submission gains nothing, learns nothing, harms nobody and loses nothing honest."""

import pytest

from tests.autograder.hostile.corpus import CORPUS
from tests.autograder.hostile.soundness import problems, silent, unfit_for_a_terminal

pytestmark = pytest.mark.slow

NAMED = [pytest.param(attack, id=f"{attack.kind}: {attack.name}") for attack in CORPUS]


@pytest.fixture
def student(attack, classroom):
    return next(name for name, whose in classroom.students.items() if whose is attack)


@pytest.mark.parametrize("attack", NAMED)
def test_an_attack_changes_nothing_but_its_own_sound_outcome(attack, student, classroom, evidence):
    assert problems(classroom, evidence, student) == []


@pytest.mark.parametrize("attack", NAMED)
def test_an_attack_is_told_to_the_instructor_in_plain_words(attack, student, evidence):
    assert silent(evidence, student) == []
    assert unfit_for_a_terminal(evidence, student) == []


def test_the_whole_batch_was_finished(evidence):
    assert evidence.finished, evidence.output[-2000:]


def test_nothing_changed_around_the_class(evidence):
    assert evidence.unexplained == []
