"""The secret of a course: too long to be tried, one exercise apart from another, told to nobody."""

import os
import stat

import numpy as np
import pytest

from autograder.course.folder import CourseError, new_course, open_course, secure
from autograder.course.secret import FILE_NAME, read_secret, seed_of_cases
from autograder.exercises import load
from autograder.grading.assignment import prepare_assignment
from autograder.judging.exam import prepare
from autograder.judging.plain import same_plain, to_plain

AS_ROOT = os.name == "nt" or os.getuid() == 0
BOTH = ("neuron.relu", "neuron.leaky_relu")


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "autumn")


def same_cases(one, other):
    return same_plain(to_plain(list(one.calls)), to_plain(list(other.calls)))


def test_a_new_course_has_256_bits_of_its_own_that_its_owner_alone_may_read(course, tmp_path):
    assert len(course.secret) == 32
    assert course.secret != new_course(tmp_path / "spring").secret
    if os.name != "nt":
        assert stat.S_IMODE((course.folder / FILE_NAME).stat().st_mode) == 0o600


def test_of_a_seed_the_same_secret_is_made_each_time(tmp_path):
    assert new_course(tmp_path / "a", seed=3).secret == new_course(tmp_path / "b", seed=3).secret
    assert new_course(tmp_path / "c", seed=4).secret != read_secret(tmp_path / "a")


def test_the_secret_stays_when_it_is_there(course):
    before = course.secret
    assert not secure(course)
    assert course.secret == before


def test_the_settings_do_not_hold_it(course):
    assert course.secret.hex() not in (course.folder / "course.toml").read_text(encoding="utf-8")
    assert course.secret.hex() not in repr(open_course(course.folder))


@pytest.mark.parametrize("text", ["", "12345", "0123", "g" * 64, "A" * 64, "ab" * 33])
def test_a_damaged_secret_is_told_without_what_it_holds(course, text):
    (course.folder / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=r"secret\.txt is damaged: .* or delete it") as error:
        _ = course.secret
    assert not text or text not in str(error.value)


def test_a_secret_that_cannot_be_read_or_written_is_told(course, tmp_path):
    (course.folder / FILE_NAME).unlink()
    (course.folder / FILE_NAME).mkdir()
    with pytest.raises(CourseError, match=r"secret\.txt can't be read: "):
        _ = course.secret
    course.folder.rename(tmp_path / "moved")
    with pytest.raises(CourseError, match=r"secret\.txt can't be written: No such file"):
        secure(course)


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_whose_secret_is_not_ones_own_is_told_whom_to_ask(course):
    (course.folder / FILE_NAME).chmod(0)
    with pytest.raises(CourseError, match="its owner alone may read it"):
        _ = course.secret


def test_no_seed_that_can_be_tried_makes_the_hidden_cases(short_course):
    # Worst of all: the attacker has course.toml and every hidden case of one exercise.
    exams = prepare_assignment(short_course, "01_neuron").key.exams
    relu = exams["neuron.relu"]
    near = (*range(100), *(short_course.seed + step for step in range(-3, 4) if step))
    assert not any(same_cases(prepare(relu.exercise, seed), relu) for seed in near)


def test_each_exercise_has_a_seed_of_its_own_with_all_the_bits(course):
    seeds = [seed_of_cases(course.secret, course.seed, id) for id in load()]
    assert all(isinstance(seed, np.random.SeedSequence) for seed in seeds)
    entropies = {seed.entropy for seed in seeds}
    assert len(entropies) == len(seeds)
    assert max(entropies).bit_length() > 240  # 1 of 2**16 that all of a hundred are shorter


def test_the_same_course_makes_the_same_cases_each_time(course):
    exercises = load()
    for id in BOTH:
        one, other = (
            prepare(exercises[id], seed_of_cases(course.secret, course.seed, id)) for _ in range(2)
        )
        assert same_cases(one, other)


def test_another_number_in_the_settings_makes_other_cases(course):
    relu = load()["neuron.relu"]
    one, other = (prepare(relu, seed_of_cases(course.secret, seed, relu.id)) for seed in (1, 2))
    assert not same_cases(one, other)
