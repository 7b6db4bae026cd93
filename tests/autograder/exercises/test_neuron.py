"""What is special about lesson 01: its numbers by hand, and wrong answers that have no name."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exercises import EXAMPLE, load
from autograder.exercises.neuron.samples import eighths, mixed, whole
from autograder.judging.compare import SHAPE, VALUE
from autograder.judging.exam import judge, prepare
from autograder.judging.verdict import CHANGED, RAISED

NEURON = {id: one for id, one in load().items() if one.lesson == "01_neuron"}


def expected_examples(id):
    exam = prepare(NEURON[id], seed=3)
    return [
        np.asarray(one.value)
        for case, one in zip(exam.cases, exam.expected, strict=True)
        if case.part == EXAMPLE
    ]


@pytest.mark.parametrize(
    ("id", "by_hand"),
    [
        # 0.5·1 - 1·2 + 0.5 = -1;  nothing but b
        ("neuron.net_input", [-1.0, 0.7]),
        # rows (1, 2), (3, 0), (0, 0) with w = (0.5, -1), b = 0.5
        ("neuron.net_input_batch", [[-1.0, 2.0, 0.5]]),
        # at the threshold 0, and 0.5 below the threshold 0.7
        ("neuron.step", [[0.0, 0.0, 1.0], 0.0]),
        # 1 / (1 + 1);  1 / (1 + 1/3) = 3/4
        ("neuron.sigmoid", [[0.5], 0.75]),
        # 0 / 2;  (2 - 1/2) / (2 + 1/2) = 1.5 / 2.5
        ("neuron.tanh", [[0.0], 0.6]),
        ("neuron.relu", [[0.0, 0.0, 3.0]]),
        # 0.01·(-200) = -2;  0.5·(-4) = -2
        ("neuron.leaky_relu", [[-2.0, 0.0, 3.0], [-2.0, 4.0]]),
        # step(-1), step(1)
        ("neuron.neuron_output", [0.0, 1.0]),
        # 1/8, 2/8, 5/8;  equal scores
        ("neuron.softmax", [[0.125, 0.25, 0.625], [0.5, 0.5]]),
        # 1/2·1/2;  3/4·1/4
        ("neuron.sigmoid_derivative", [[0.25], 0.1875]),
        # 1 - 0;  1 - 0.36
        ("neuron.tanh_derivative", [[1.0], 0.64]),
        ("neuron.relu_derivative", [[0.0, 0.0, 1.0]]),
        ("neuron.leaky_relu_derivative", [[0.01, 0.01, 1.0], [0.5, 1.0]]),
    ],
)
def test_worked_examples_are_the_numbers_by_hand(id, by_hand):
    for expected, number in zip(expected_examples(id), by_hand, strict=True):
        assert expected == pytest.approx(np.array(number))


def test_the_layers_of_the_example_collapse_as_by_hand():
    exam = prepare(NEURON["neuron.collapse_layers"], seed=3)
    weight, bias = exam.expected[0].value
    assert weight.tolist() == [[3.0, 10.0]]  # 3·1 + 4·0, 3·2 + 4·1
    assert bias.tolist() == [4.0]  # 3·1 + 4·(-1) + 5


@pytest.mark.parametrize("id", NEURON)
def test_arguments_typed_in_from_one_seed_help_little_with_another(id):
    exam = prepare(NEURON[id], seed=1)
    table = {repr(call): one.value for call, one in zip(exam.calls, exam.expected, strict=True)}
    assert judge(NEURON[id], lambda *call: table.get(repr(call)), seed=2).score == 0


def relu_with_its_bend_beside_zero(z):
    return np.where(np.asarray(z) > -0.1, z, 0)


def relu_that_remembers(z, calls=[]):  # noqa: B006  # the state between calls is the mistake
    calls.append(1)
    return np.maximum(z, 0) + len(calls)


def sigmoid_of_a_few_terms(z):
    return np.clip(0.5 + z / 4 - np.power(z, 3) / 48, 0, 1)


def sigmoid_made_of_lines(z):
    return np.clip(np.asarray(z) / 4 + 0.5, 0, 1)


def softmax_for_batches_only(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_for_vectors_only(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()


def softmax_with_rounded_powers(z):
    powers = np.round(np.exp(z - z.max(axis=-1, keepdims=True)), 2)
    return powers / powers.sum(axis=-1, keepdims=True)


def batch_for_two_inputs(X, weights, bias):
    return X[:, 0] * weights[0] + X[:, 1] * weights[1] + bias


def batch_changed_in_place(X, weights, bias):
    X *= weights
    return X.sum(axis=1) + bias


def batch_of_integers(X, weights, bias):
    return (X @ weights + bias).astype(int)


@pytest.mark.parametrize(
    ("id", "answer", "kind"),
    [
        ("neuron.relu", relu_with_its_bend_beside_zero, VALUE),
        ("neuron.relu", relu_that_remembers, VALUE),
        ("neuron.sigmoid", sigmoid_of_a_few_terms, VALUE),
        ("neuron.sigmoid", sigmoid_made_of_lines, VALUE),
        ("neuron.softmax", softmax_for_batches_only, RAISED),
        ("neuron.softmax", softmax_for_vectors_only, VALUE),
        ("neuron.softmax", softmax_with_rounded_powers, VALUE),
        ("neuron.net_input_batch", batch_for_two_inputs, VALUE),
        ("neuron.net_input_batch", batch_changed_in_place, CHANGED),
        ("neuron.net_input_batch", batch_of_integers, VALUE),
    ],
)
def test_wrong_answers_without_a_name_are_refused_too(id, answer, kind):
    verdict = judge(NEURON[id], answer, seed=4)
    assert verdict.passed is False
    assert verdict.score < 1
    assert verdict.kind == kind


def test_a_column_in_place_of_a_vector_is_told_by_its_shape():
    def column(X, weights, bias):
        return (X @ weights + bias)[:, np.newaxis]

    verdict = judge(NEURON["neuron.net_input_batch"], column, seed=0)
    assert (verdict.kind, verdict.misconception) == (SHAPE, "returned_column")


def test_a_mistake_at_the_tie_alone_keeps_most_of_the_points():
    def fires_at_threshold(z, threshold=0.0):
        return np.greater_equal(z, threshold)

    verdict = judge(NEURON["neuron.step"], fires_at_threshold, seed=0)
    assert verdict.misconception == "one_at_threshold"
    assert verdict.score == pytest.approx(
        7 / 9
    )  # all parts but "around z = 0" and "at the threshold"


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 5), columns=st.integers(3, 6))
def test_mixed_numbers_have_both_signs_and_both_sides_of_one(seed, rows, columns):
    values = mixed(np.random.default_rng(seed), rows, columns)
    assert values.shape == (rows, columns)
    assert (values != 0).all()
    assert (values < 0).any()
    assert (values > 1).any()
    assert ((values > 0) & (values < 1)).any()


@given(seed=st.integers(0, 2**32 - 1))
def test_whole_numbers_and_eighths_are_exact(seed):
    assert whole(np.random.default_rng(seed), 5).dtype == np.int64
    numbers = eighths(np.random.default_rng(seed), 5)
    assert numbers.dtype == np.float32
    assert np.array_equal(numbers * 8, np.round(numbers * 8))
