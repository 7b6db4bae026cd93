"""Every exercise keeps to the linter's rules, and to what only a notebook can show."""

import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from autograder.exercises import EXAMPLE, load
from autograder.exercises.alternatives import load_alternatives
from autograder.judging.diagnosis import alike
from autograder.judging.exam import decide, judge, prepare
from autograder.judging.observe import observe
from autograder.judging.verdict import BORROWED, NOT_STARTED
from autograder.lint.course import one_exercises_failures
from autograder.simulation.answers import typed_in

SEED, ANOTHER_SEED = 1, 2
SEEDS = range(20)
MAY_EXPECT_ONE_VALUE = {
    "capstone.classify",  # one case a part, of which a share must be right
    "xor.xor_by_hand",  # the four answers of XOR, in orders that chance may make the same
}
EXERCISES = load()
STYLES = load_alternatives(Path(__file__).parents[3] / "solutions" / "alternatives")

each_exercise = pytest.mark.parametrize("id", EXERCISES)


@cache
def exam(id, seed=SEED):
    return prepare(EXERCISES[id], seed)


def verdict_on(answer, id):
    """Judge as `judge` does, with cases that are made once for all answers."""
    return decide(exam(id), observe(answer, exam(id).calls, without=EXERCISES[id].own_answers))


def right_answers_by_part(exam):
    """Return the right answers to the cases of each part that earns points."""
    answers = defaultdict(list)
    for case, expected in zip(exam.cases, exam.expected, strict=True):
        if case.part != EXAMPLE:
            answers[case.part].append(expected)
    return answers


def typed_into_a_notebook(exercise, belief):
    """Return the function that a cell defines in which somebody typed a belief's answer in."""
    notebook = {}
    exec(typed_in(belief.answer, exercise.name, reference=exercise.reference), notebook)
    return notebook[exercise.name]


def not_implemented(*arguments):
    raise NotImplementedError


@each_exercise
def test_an_exercise_keeps_to_every_rule_of_the_linter(id):
    assert list(map(str, one_exercises_failures(EXERCISES[id], STYLES[id]))) == []


@each_exercise
def test_each_misconception_typed_into_a_notebook_is_named_there_in_its_sentence(id):
    for belief in EXERCISES[id].misconceptions:
        verdict = verdict_on(typed_into_a_notebook(EXERCISES[id], belief), id)
        assert verdict.misconception == belief.id
        assert belief.sentence in verdict.message


@each_exercise
def test_the_judge_itself_says_the_same_of_right_and_wrong(id):
    exercise = EXERCISES[id]
    belief = exercise.misconceptions[0]
    right = next(iter(STYLES[id].values()))
    assert judge(exercise, right, seed=SEED).passed is True
    wrong = typed_into_a_notebook(exercise, belief)
    assert judge(exercise, wrong, seed=SEED).misconception == belief.id


@each_exercise
def test_the_courses_own_answers_are_recognised_and_earn_nothing(id):
    for own in EXERCISES[id].own_answers:
        verdict = judge(EXERCISES[id], own, seed=SEED)
        assert (verdict.kind, verdict.passed, verdict.score) == (BORROWED, False, 0.0)
        assert f"`{own.__module__}.{own.__qualname__}`" in verdict.message


@each_exercise
def test_no_function_of_nnlib_that_has_the_name_of_the_reference_answers_for_it(id):
    modules = [module for name, module in sys.modules.items() if name.startswith("nnlib.")]
    for module in modules:
        namesake = getattr(module, EXERCISES[id].reference.__name__, None)
        if callable(namesake):
            assert not verdict_on(namesake, id).passed


@each_exercise
def test_a_result_typed_in_from_another_seed_earns_nothing(id):
    for seen in exam(id, ANOTHER_SEED).expected:
        assert verdict_on(lambda *_, value=seen.value: value, id).score == 0


@pytest.mark.parametrize("id", [id for id in EXERCISES if id not in MAY_EXPECT_ONE_VALUE])
def test_every_part_expects_different_values_so_that_no_constant_earns_it(id):
    for seed in SEEDS:
        for part, answers in right_answers_by_part(prepare(EXERCISES[id], seed)).items():
            others = (alike(answers[0], other, EXERCISES[id].tolerance) for other in answers[1:])
            assert not all(others), f"{part}, seed {seed}"


@each_exercise
def test_the_stub_counts_as_not_started(id):
    verdict = verdict_on(not_implemented, id)
    assert (verdict.kind, verdict.score) == (NOT_STARTED, 0.0)


@each_exercise
def test_an_answer_that_returns_nothing_earns_nothing(id):
    verdict = verdict_on(lambda *_: None, id)
    assert (verdict.passed, verdict.score) == (False, 0.0)


@each_exercise
def test_the_cases_of_a_seed_are_always_the_same(id):
    again = prepare(EXERCISES[id], SEED)
    tolerance = EXERCISES[id].tolerance
    pairs = zip(again.expected, exam(id).expected, strict=True)
    assert all(alike(one, other, tolerance) for one, other in pairs)


@each_exercise
def test_an_exercise_is_worth_one_to_three_points_and_has_at_most_four_hints(id):
    assert EXERCISES[id].points in (1, 2, 3)
    assert len(EXERCISES[id].hints) <= 4


def test_five_exercises_have_at_least_twelve_other_right_answers():
    counts = Counter({id: len(styles) for id, styles in STYLES.items()})
    assert sum(count >= 12 for count in counts.values()) >= 5


def test_every_right_answer_belongs_to_an_exercise():
    assert set(STYLES) <= set(EXERCISES)
