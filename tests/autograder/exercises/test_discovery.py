"""Exercises are found in their files, complete, in the order of the lessons."""

import dataclasses
from pathlib import Path

import pytest

from autograder.building.reader import read_lessons
from autograder.exercises import Exercise, Misconception, discovery, load

SOLUTIONS = Path(__file__).parents[3] / "solutions"
TOPICS = Path(discovery.__file__).parent


def add(a, b):
    return a + b


ADD = Exercise("sum.add", 1, (), add, lambda rng: [], ("Add.",))
SUBTRACT = Exercise("sum.subtract", 1, (), add, lambda rng: [], ("Subtract.",))


@ADD.misconception
def first_only(a, b):
    """You returned the first number,
    without the second.
    """
    return a


@SUBTRACT.misconception("first_only")
def subtract_first_only(a, b):
    """You returned the first number alone."""
    return a


def test_the_exercises_come_in_the_order_of_the_lessons_texts():
    lessons = read_lessons(SOLUTIONS, load())
    held = [(cell.id, lesson.slug) for lesson in lessons for cell in lesson.exercises]
    assert [(exercise.id, exercise.lesson) for exercise in load().values()] == held


def test_each_file_of_a_topic_is_looked_at():
    files = {f"{file.parent.name}.{file.stem}" for file in TOPICS.glob("*/*.py")}
    modules = {".".join(module.__name__.split(".")[-2:]) for module in discovery.exercise_modules()}
    assert modules == {name for name in files if not name.endswith("__init__")}


def test_a_misconception_is_its_functions_name_sentence_and_answer():
    exercise, _ = discovery.exercises_of(globals())
    (belief,) = exercise.misconceptions
    assert belief.id == "first_only"
    assert belief.sentence == "You returned the first number, without the second."
    assert (belief(1, 2), belief.answer(1, 2)) == (1, 1)


def test_an_id_of_its_own_keeps_two_exercises_of_one_file_apart():
    _, exercise = discovery.exercises_of(globals())
    (belief,) = exercise.misconceptions
    assert (belief.id, belief.sentence) == ("first_only", "You returned the first number alone.")


def test_a_misconception_without_a_sentence_is_refused():
    with pytest.raises(ValueError, match=r"misconception silent of sum\.add needs a docstring"):
        ADD.misconception("silent")(lambda a, b: a)


def test_two_exercises_with_one_id_are_refused(monkeypatch):
    twice = [discovery, discovery]
    monkeypatch.setattr(discovery, "exercise_modules", lambda: twice)
    monkeypatch.setattr(discovery, "ADD", ADD, raising=False)
    with pytest.raises(ValueError, match=r"Two exercises have the id sum\.add"):
        list(discovery.defined_exercises())


def test_what_is_loaded_is_frozen_and_the_callers_own():
    loaded = load()
    with pytest.raises(dataclasses.FrozenInstanceError):
        loaded["neuron.relu"].points = 3
    loaded.clear()
    assert all(isinstance(one, Misconception) for one in load()["neuron.relu"].misconceptions)


def test_before_the_first_build_no_lesson_is_known(monkeypatch, tmp_path):
    monkeypatch.setattr(discovery.resources, "files", lambda package: tmp_path)
    assert discovery.built_lessons() == []
