"""What every exercise of the course keeps to, and every right answer in another style."""

import inspect
import sys
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from autograder.exercises import EXAMPLE, load
from autograder.exercises.alternatives import load_alternatives
from autograder.judging.diagnosis import alike
from autograder.judging.exam import decide, judge, prepare
from autograder.judging.observe import observe
from autograder.judging.verdict import BORROWED, NOT_STARTED
from autograder.lint.curriculum import WITHOUT_ROWS
from autograder.simulation.answers import typed_in

SEEDS = (0, 1, 2, 17, 2026)
EXERCISES = load()
ALTERNATIVES = Path(__file__).parents[3] / "solutions" / "alternatives"


RIGHT = tuple(
    (id, answer)
    for id, styles in load_alternatives(ALTERNATIVES).items()
    for answer in styles.values()
)
BELIEFS = tuple((id, belief) for id in EXERCISES for belief in EXERCISES[id].misconceptions)


@cache
def exam(id, seed):
    return prepare(EXERCISES[id], seed)


def verdict_on(answer, id, seed):
    """Judge as `judge` does, with cases that are made once for all answers."""
    calls = exam(id, seed).calls
    return decide(exam(id, seed), observe(answer, calls, without=EXERCISES[id].own_answers))


def run(source, name):
    """Run a cell and return the function that it defines."""
    notebook = {}
    exec(source, notebook)
    return notebook[name]


def not_implemented(*arguments):
    raise NotImplementedError


each_exercise = pytest.mark.parametrize("id", EXERCISES)
each_seed = pytest.mark.parametrize("seed", SEEDS)
each_belief = pytest.mark.parametrize(
    ("id", "belief"), BELIEFS, ids=[f"{id}-{belief.id}" for id, belief in BELIEFS]
)
each_right_answer = pytest.mark.parametrize(
    ("id", "answer"), RIGHT, ids=[answer.__name__ for _, answer in RIGHT]
)


@each_exercise
def test_the_reference_is_right_for_every_seed(id):
    for seed in SEEDS:
        verdict = decide(exam(id, seed), exam(id, seed).expected)
        assert (verdict.passed, verdict.score) == (True, 1.0), verdict.message


@each_belief
def test_each_misconception_is_rejected_and_named_for_every_seed(id, belief):
    for seed in SEEDS:
        verdict = decide(exam(id, seed), dict(exam(id, seed).beliefs)[belief.id])
        assert verdict.passed is False
        assert verdict.score < 1
        assert verdict.misconception == belief.id
        assert belief.sentence in verdict.message


@each_belief
def test_each_misconception_earns_the_same_with_every_seed(id, belief):
    scores = {
        decide(exam(id, seed), dict(exam(id, seed).beliefs)[belief.id]).score for seed in SEEDS
    }
    assert len(scores) == 1


@each_exercise
@each_seed
def test_no_two_misconceptions_look_alike(id, seed):
    tolerance = EXERCISES[id].tolerance
    twins = [
        (one, other)
        for (one, answers), (other, others) in combinations(exam(id, seed).beliefs, 2)
        if all(alike(a, b, tolerance) for a, b in zip(answers, others, strict=True))
    ]
    assert twins == []


@each_belief
def test_a_misconception_typed_into_a_notebook_is_named_there(id, belief):
    exercise = EXERCISES[id]
    typed = run(typed_in(belief.answer, exercise.name, reference=exercise.reference), exercise.name)
    assert verdict_on(typed, id, SEEDS[0]).misconception == belief.id


@each_belief
def test_a_misconception_has_the_parameters_of_the_exercise(id, belief):
    wanted = inspect.signature(EXERCISES[id].reference).parameters
    assert list(inspect.signature(belief.answer).parameters) == list(wanted)


@each_exercise
def test_the_judge_itself_says_the_same_of_right_and_wrong(id):
    exercise = EXERCISES[id]
    belief = exercise.misconceptions[0]
    typed = run(typed_in(belief.answer, exercise.name, reference=exercise.reference), exercise.name)
    assert judge(exercise, dict(RIGHT)[id], seed=SEEDS[0]).passed is True
    assert judge(exercise, typed, seed=SEEDS[0]).misconception == belief.id


@each_exercise
def test_the_courses_own_answers_are_recognised_and_earn_nothing(id):
    for own in EXERCISES[id].own_answers:
        verdict = judge(EXERCISES[id], own, seed=SEEDS[0])
        assert (verdict.kind, verdict.passed, verdict.score) == (BORROWED, False, 0.0)
        assert f"`{own.__module__}.{own.__name__}`" in verdict.message


@each_exercise
def test_no_function_of_nnlib_that_has_the_name_of_the_reference_answers_for_it(id):
    modules = [module for name, module in sys.modules.items() if name.startswith("nnlib.")]
    for module in modules:
        namesake = getattr(module, EXERCISES[id].reference.__name__, None)
        if callable(namesake):
            assert not verdict_on(namesake, id, SEEDS[0]).passed


@each_exercise
def test_a_result_typed_in_from_another_seed_earns_nothing(id):
    for one in exam(id, SEEDS[1]).expected:
        assert verdict_on(lambda *_, value=one.value: value, id, SEEDS[0]).score == 0


@each_exercise
def test_the_stub_counts_as_not_started(id):
    verdict = verdict_on(not_implemented, id, SEEDS[0])
    assert (verdict.kind, verdict.score) == (NOT_STARTED, 0.0)


@each_exercise
def test_an_answer_that_returns_nothing_earns_nothing(id):
    verdict = verdict_on(lambda *_: None, id, SEEDS[0])
    assert (verdict.passed, verdict.score) == (False, 0.0)


@each_exercise
def test_worked_examples_come_first_and_show_their_arithmetic(id):
    parts = [case.part for case in exam(id, SEEDS[0]).cases]
    examples = parts.count(EXAMPLE)
    assert parts[:examples] == [EXAMPLE] * examples
    assert 0 < examples < len(parts)
    assert all(case.working for case in exam(id, SEEDS[0]).cases[:examples])


@each_exercise
def test_the_cases_of_a_seed_are_always_the_same(id):
    again = prepare(EXERCISES[id], SEEDS[0])
    tolerance = EXERCISES[id].tolerance
    assert all(map(lambda a, b: alike(a, b, tolerance), again.expected, exam(id, 0).expected))


@each_exercise
def test_an_exercise_has_its_data_whole(id):
    exercise = EXERCISES[id]
    ids = [belief.id for belief in exercise.misconceptions]
    assert exercise.id == id == f"{id.partition('.')[0]}.{exercise.name}"
    assert len(ids) >= 4
    assert len(set(ids)) == len(ids)
    assert len({belief.sentence for belief in exercise.misconceptions}) == len(ids)
    assert 2 <= len(exercise.hints) <= 4
    assert exercise.points in (1, 2, 3)
    assert exercise.covers or exercise.lesson in WITHOUT_ROWS


@each_right_answer
def test_a_right_answer_in_another_style_is_accepted(id, answer):
    for seed in SEEDS:
        verdict = verdict_on(answer, id, seed)
        assert verdict.passed, verdict.message
        assert verdict.score == 1.0


@each_exercise
def test_there_are_at_least_four_other_right_answers(id):
    assert Counter(id for id, _ in RIGHT)[id] >= 4


def test_five_exercises_have_at_least_twelve_other_right_answers():
    counts = Counter(id for id, _ in RIGHT)
    assert sum(count >= 12 for count in counts.values()) >= 5


def test_every_right_answer_belongs_to_an_exercise():
    assert {id for id, _ in RIGHT} <= set(EXERCISES)
