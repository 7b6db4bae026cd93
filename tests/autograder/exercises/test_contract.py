"""Every exercise keeps to the linter's rules, and to what only a notebook can show."""

import importlib
import pkgutil
import sys
from collections import Counter, defaultdict
from functools import cache
from inspect import signature
from pathlib import Path
from types import FunctionType

import pytest

import nnlib
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
DRAWING = ("nnlib.plots", "nnlib.widgets")
MAY_EXPECT_ONE_VALUE = {
    "capstone.classify",  # one case a part, of which a share must be right
    "xor.xor_by_hand",  # the four answers of XOR, in orders that chance may make the same
}
ALSO_ANSWER = {
    ("start.column_means", "nnlib.backprop.equations:bias_gradient"),  # of another lesson
    ("neuron.relu_derivative", "nnlib.activations:step"),  # whoever sees that has understood it
    ("regularization.l2_penalty", "nnlib.regularizers:_l2"),  # every training with L2 calls it
    ("backprop.bias_gradient", "nnlib.by_hand.two_layers:packed"),  # of one sample it is the error
    ("backprop.bias_gradient", "nnlib.by_hand.two_layers:_arrays"),
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


@cache
def functions_of_nnlib():
    """Return nnlib's functions, but for those that draw, by their names."""
    for found in pkgutil.walk_packages(nnlib.__path__, "nnlib."):
        importlib.import_module(found.name)
    modules = [sys.modules[name] for name in sorted(sys.modules) if name.startswith("nnlib.")]
    functions = [
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, FunctionType) and one.__module__.startswith("nnlib.")
    ]
    named = {f"{one.__module__}:{one.__qualname__}": one for one in functions}
    return {name: one for name, one in named.items() if not name.startswith(DRAWING)}


def takes(function, arguments):
    """Return True if a function can be called with so many arguments."""
    try:
        signature(function).bind(*arguments)
    except TypeError:
        return False
    return True


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
def test_no_other_function_of_nnlib_answers_for_it(id):
    calls, own = exam(id).calls, EXERCISES[id].own_answers
    for name, function in functions_of_nnlib().items():
        if function in own or (id, name) in ALSO_ANSWER or not takes(function, calls[-1]):
            continue
        (last,) = observe(function, calls[-1:], without=own, twice=False)
        assert last.error or not verdict_on(function, id).passed, name


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
