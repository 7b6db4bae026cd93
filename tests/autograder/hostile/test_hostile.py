"""Each hostile submission gains nothing, learns nothing, harms nobody and loses nothing honest."""

import pytest

from autograder.notes import Cause
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


def suspected(evidence, students):
    """Return the students in whose work something was seen that may be an attack."""
    noted = {name: [note.cause for note in evidence.results[name].notes] for name in students}
    return [name for name, causes in noted.items() if Cause.SUSPICIOUS in causes]


def test_no_honest_neighbour_is_suspected(classroom, evidence):
    honest = [name for name, attack in classroom.students.items() if attack is None]
    assert len(honest) > 50
    assert suspected(evidence, honest) == []


def test_those_who_disturb_the_judges_channel_are_named(classroom, evidence):
    graded = [name for name in classroom.students if name in evidence.results]
    kinds = {classroom.students[name].kind for name in suspected(evidence, graded)}
    assert "forged protocol" in kinds
