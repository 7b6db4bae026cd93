"""The judge on a made-up exercise small enough to see through, and on a real one."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.exercises import Case, Exercise, Misconception, load
from autograder.judging import decide, judge, prepare
from autograder.judging.diagnosis import Answers
from autograder.judging.observe import Observation, StudentError, observe
from autograder.judging.plain import Foreign

SEED = 5


def shift(values, by):
    """The reference."""
    return np.asarray(values, dtype=float) + by


def shift_cases(rng):
    return [
        Case((np.array([1.0, 2.0]), 0.5), working="1 + 0.5 = 1.5, 2 + 0.5 = 2.5"),
        Case((rng.normal(size=4), 0.3), "a vector"),
        Case((rng.normal(size=(2, 3)), -1.7), "a matrix"),
        Case((rng.integers(1, 9, size=3), 0.5), "integers"),
        Case((rng.normal(size=3).astype("float32"), 0.25), "float32"),
    ]


def in_place(values, by):
    values += by
    return values


SHIFT = Exercise(
    id="made_up.shift",
    lesson="00_made_up",
    points=2,
    covers=("Z1",),
    reference=shift,
    cases=shift_cases,
    misconceptions=(
        Misconception("not_shifted", "You return the values as they came.", lambda v, by: v + 0.0),
        Misconception("subtracted", "You subtract; a shift is added.", lambda v, by: v - by),
        Misconception("factor", "You multiply; a shift is added.", lambda v, by: v * by),
    ),
    hints=("Add.", "`values + by`"),
)


def verdict(answer, exercise=SHIFT):
    return judge(exercise, answer, seed=SEED)


def loud(values, by):
    print(values)  # noqa: T201  # as students do
    np.log(-1.0)
    return values + by


RIGHT_FORMS = {
    "plain": lambda v, by: v + by,
    "a list for an array": lambda v, by: (v + by).tolist(),
    "a tuple for an array": lambda v, by: tuple((v + by).tolist()),
    "a list of arrays": lambda v, by: list(v + by),
    "float32": lambda v, by: (v + by).astype("float32"),
    "longdouble": lambda v, by: v.astype("longdouble") + by,
    "a matrix class without its own opinion": lambda v, by: np.ma.masked_array(v + by),
    "printing and warning on the way": loud,
}


@pytest.mark.parametrize("form", RIGHT_FORMS)
def test_every_form_of_the_right_answer_earns_everything(form):
    found = verdict(RIGHT_FORMS[form])
    assert (found.passed, found.score, found.kind) == (True, 1.0, "right")
    assert all(right for _, right in found.parts)


def test_none_stands_for_a_function_that_is_not_there():
    found = verdict(None)
    assert (found.passed, found.kind, found.score) == (False, "not_defined", 0.0)


@pytest.mark.parametrize("value", [3, "text", np.zeros(2), [len]])
def test_a_name_for_something_else_is_not_callable(value):
    assert verdict(value).kind == "not_callable"


def test_the_untouched_stub_is_not_started_and_earns_nothing():
    def stub(values, by):
        raise NotImplementedError

    found = verdict(stub)
    assert (found.passed, found.kind, found.score) == (False, "not_started", 0.0)


def async_answer():
    async def answer(values, by):
        return values + by

    return answer


class Lying:
    """Says that it equals everything, and is any array you like."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __array__(self, dtype=None, copy=None):
        return np.array([1.5, 2.5])


class LyingArray(np.ndarray):
    """An array whose comparisons all say yes."""

    def __eq__(self, other):
        return np.True_

    __hash__ = None

    def __sub__(self, other):
        return np.zeros(self.shape)


def generator(values, by):
    yield from values + by


STAGES = {
    "raised": lambda v, by: v + undefined_name,  # noqa: F821
    "returned_nothing": lambda v, by: None,
    "type": lambda v, by: "2",
    "shape": lambda v, by: (v + by).sum(axis=-1),
    "dtype": lambda v, by: v + by + 0j,
    "not_finite": lambda v, by: (v + by) / 0,
    "value": lambda v, by: v + by + 0.01,
    "changed_argument": lambda v, by: (v + by, v.fill(0))[0],
}


@pytest.mark.parametrize("kind", STAGES)
def test_each_stage_of_failure_has_its_own_kind(kind):
    assert verdict(STAGES[kind]).kind == kind


def test_the_coarser_stage_is_named_first():
    nan_in_a_wrong_shape = verdict(lambda v, by: np.full(7, np.nan))
    assert nan_in_a_wrong_shape.kind == "shape"
    wrong_value_and_changed_argument = verdict(lambda v, by: (v + 77, v.fill(0))[0])
    assert wrong_value_and_changed_argument.kind == "value"


@pytest.mark.parametrize("odd", [Lying(), generator, async_answer(), {1, 2}, object(), ..., b"1"])
def test_an_object_that_is_not_plain_data_is_a_type_failure_and_never_a_pass(odd):
    answer = odd if callable(odd) else lambda values, by: odd
    found = verdict(answer)
    assert (found.passed, found.score, found.kind) == (False, 0.0, "type")


def test_an_array_that_lies_when_compared_is_read_by_its_bytes():
    assert verdict(lambda v, by: (v * 0 + 9.0).view(LyingArray)).score == 0
    assert verdict(lambda v, by: (v + by).view(LyingArray)).passed


def test_nan_and_inf_where_numbers_are_expected_are_not_right():
    assert verdict(lambda v, by: v * np.nan).kind == "not_finite"
    assert verdict(lambda v, by: np.full(v.shape, math.inf)).kind == "not_finite"


def test_a_hard_coded_example_earns_nothing():
    found = verdict(lambda v, by: np.array([1.5, 2.5]))
    assert (found.passed, found.score) == (False, 0.0)
    assert dict(found.parts)["worked example"]


def test_the_right_parts_earn_their_share():
    # Four parts earn points; an answer for one axis has three of them: 3/4.
    found = verdict(lambda v, by: v + by if v.ndim == 1 else v)
    assert found.score == 0.75
    assert found.parts == (
        ("worked example", True),
        ("a vector", True),
        ("a matrix", False),
        ("integers", True),
        ("float32", True),
    )


def test_who_is_wrong_in_the_worked_example_alone_does_not_earn_everything():
    # Four parts earn points; the wrong example counts as a fifth: 4/5.
    found = verdict(lambda v, by: v if np.array_equal(v, [1.0, 2.0]) else v + by)
    assert (found.passed, found.score) == (False, 0.8)


def test_right_values_with_an_argument_changed_earn_half():
    def answer(values, by):
        result = values + by
        values[...] = 0
        return result

    found = verdict(answer)
    assert (found.passed, found.score, found.kind) == (False, 0.5, "changed_argument")
    assert "`values`" in found.meaning


def test_an_in_place_sum_changes_its_argument_and_fails_on_integers():
    found = verdict(in_place)
    assert found.kind == "changed_argument"
    assert not dict(found.parts)["integers"]


def test_state_between_calls_is_found():
    calls = []

    def answer(values, by):
        calls.append(1)
        return values + by + (len(calls) > 5)

    found = verdict(answer)
    assert (found.kind, found.score) == ("not_repeatable", 0.5)


def test_an_integer_result_for_fractions_is_said_to_be_cut():
    found = verdict(lambda v, by: (v + by).astype(int))
    assert "cut to whole ones" in found.meaning


@pytest.mark.parametrize("belief", SHIFT.misconceptions, ids=lambda one: one.id)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_a_belief_is_named_in_either_precision(belief, dtype):
    found = verdict(lambda v, by: np.asarray(belief(v, by)).astype(dtype))
    assert (found.passed, found.misconception) == (False, belief.id)
    assert found.meaning == belief.sentence


def test_a_belief_is_named_though_the_answer_runs_on_one_axis_only():
    def subtract_in_a_loop(values, by):
        return [float(values[i]) - by for i in range(len(values))]  # a matrix raises here

    found = verdict(subtract_in_a_loop)
    assert found.misconception == "subtracted"
    assert found.kind == "value"


def test_the_case_shown_is_one_that_shows_the_belief():
    def for_vectors(values, by):
        if values.ndim > 1:
            raise ValueError("vectors only")
        return values + by

    only = replace(SHIFT, misconceptions=(Misconception("vectors", "Vectors only.", for_vectors),))
    found = verdict(for_vectors, only)
    assert (found.misconception, found.kind) == ("vectors", "raised")
    assert found.returned.startswith("ValueError: vectors only")


def test_a_belief_is_named_though_the_answer_also_changes_its_argument():
    def answer(values, by):
        result = values - by
        values[...] = 0
        return result

    assert verdict(answer).misconception == "subtracted"


def test_no_belief_is_named_where_too_few_calls_gave_a_value():
    def answer(values, by):
        if values.dtype != "float32":
            raise ValueError
        return values - by

    assert verdict(answer).misconception is None


def test_no_belief_is_named_where_two_fit():
    def for_matrices_only_wrong(values, by):
        return values + by if values.ndim == 1 else values * 0

    zeros = Misconception("one", "…", for_matrices_only_wrong)
    both = replace(SHIFT, misconceptions=(zeros, replace(zeros, id="two")))

    def answer(values, by):
        if values.dtype == "float32":
            raise ValueError
        return for_matrices_only_wrong(values, by)

    assert verdict(answer, both).misconception is None


def test_an_answer_that_always_raises_is_given_no_belief():
    def broken(values, by):
        raise ValueError

    crashing = replace(SHIFT, misconceptions=(Misconception("crash", "…", broken),))
    assert verdict(broken, crashing).misconception is None


def raising(values, by):
    raise ValueError("bad data")


@pytest.mark.parametrize(
    "broken",
    [
        replace(SHIFT, reference=raising),
        replace(SHIFT, cases=raising),
        replace(SHIFT, reference=lambda values, by: object()),
    ],
    ids=["reference raises", "cases raise", "reference returns no plain data"],
)
def test_a_fault_of_ours_is_the_third_verdict(broken):
    found = verdict(shift, broken)
    assert (found.passed, found.kind) == (None, "could_not_judge")
    assert "our fault" in found.message


@pytest.mark.parametrize("error", [SystemExit, GeneratorExit, MemoryError, RecursionError])
def test_whatever_the_answer_raises_is_a_wrong_answer(error):
    def answer(values, by):
        raise error

    found = verdict(answer)
    assert (found.passed, found.kind) == (False, "raised")


def test_ctrl_c_gets_through():
    def answer(values, by):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verdict(answer)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.just(Foreign("set"))
    | hnp.arrays(
        st.sampled_from(["float64", "float32", "int8", "uint64", "bool", "complex128", "U3"]),
        hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=6,
)
ERRORS = st.builds(
    StudentError, st.sampled_from(["TypeError", "ValueError", "Odd"]), st.text(max_size=9)
)
OBSERVATIONS = st.builds(
    Observation,
    value=PLAIN,
    error=st.none() | ERRORS,
    changed=st.sampled_from([(), (0,), (0, 1)]),
    repeats=st.booleans(),
)


@given(st.lists(OBSERVATIONS, min_size=5, max_size=5))
def test_whatever_is_observed_the_judge_judges(observations):
    found = decide(prepare(SHIFT, SEED), observations)
    assert found.passed is not None
    assert 0 <= found.score <= 1
    assert found.message


@pytest.mark.parametrize("kind", STAGES)
def test_judging_beside_the_student_and_from_observations_say_the_same(kind):
    exam = prepare(SHIFT, SEED)
    assert decide(exam, observe(STAGES[kind], exam.calls)) == verdict(STAGES[kind])


def test_a_truth_value_will_do_for_the_number_of_a_step():
    step = load()["neuron.step"]
    found = judge(step, lambda z, *rest: z > (rest[0] if rest else 0), seed=SEED)
    assert found.passed


def test_every_reference_of_the_course_is_right():
    for exercise in load().values():
        exam = prepare(exercise, SEED)
        assert decide(exam, exam.expected).passed, exercise.id


LABELS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])


def labelled_cases(rng):
    images = rng.random((10, 4))
    return [
        Case((images,), f"{share:.0%} right", right=LABELS, agreement=share)
        for share in (0.5, 0.8, 0.9)
    ]


@pytest.fixture
def classify():
    """An exercise whose right answer no function of the arguments can know."""
    return Exercise("digits.classify", 3, ("C1",), len, labelled_cases, hints=())


def with_wrong(number):
    """Return a classifier that has the first labels wrong."""
    return lambda images: np.where(np.arange(10) < number, LABELS + 1, LABELS)


@pytest.mark.parametrize(("wrong", "score"), [(0, 1), (1, 1), (2, 2 / 3), (5, 1 / 3), (6, 0)])
def test_labels_earn_by_the_share_that_is_right(classify, wrong, score):
    verdict = judge(classify, with_wrong(wrong), seed=1)
    assert verdict.score == pytest.approx(score)
    assert verdict.passed == (score == 1)


def test_too_few_right_labels_are_said_in_percent(classify):
    message = judge(classify, with_wrong(3), seed=1).message
    assert "70.0% of the answers are right, and 80% are asked for." in message


def test_labels_of_another_shape_are_a_wrong_shape(classify):
    verdict = judge(classify, lambda images: np.eye(10)[LABELS], seed=1)
    assert verdict.kind == "shape"


def test_a_belief_answers_case_by_case_and_once():
    calls = []

    def belief(x):
        calls.append(x)
        return x + 1

    answers = Answers(belief, ((1,), (2,), (3,)))
    assert answers[1] == answers[1] == Observation(3)
    assert calls == [2, 2]  # the second time shows whether it repeats
    assert [seen.value for seen in answers] == [2, 3, 4]
    assert len(answers) == 3
