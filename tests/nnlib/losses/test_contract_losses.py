"""What every loss promises, whatever its formula."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.gradient_check import central_differences, check_loss, complex_step
from nnlib.losses import LOSSES

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 6)


def sample(loss, seed, num_samples=3, num_outputs=4):
    """Draw outputs and targets that the loss takes."""
    rng = np.random.default_rng(seed)
    outputs = rng.standard_normal((num_samples, num_outputs))
    targets = rng.integers(0, 2, outputs.shape).astype(float)
    if loss.name.startswith("cross_entropy"):
        targets = np.eye(num_outputs)[rng.integers(0, num_outputs, num_samples)]
    if loss.name == "binary_cross_entropy":
        outputs = rng.uniform(0.05, 0.95, outputs.shape)
    if loss.name == "cross_entropy":
        outputs = rng.dirichlet(np.full(num_outputs, 5.0), num_samples)
    return outputs, targets


@every_loss
@given(seed=seeds, m=sizes, k=st.integers(2, 6))
def test_the_gradient_is_exact_by_the_complex_step(loss, seed, m, k):
    assert check_loss(loss, *sample(loss, seed, m, k), complex_step) < 1e-10


@every_loss
def test_the_gradient_is_right_by_central_differences(loss):
    assert check_loss(loss, *sample(loss, 0), central_differences) < 1e-6


@every_loss
@given(seed=seeds, m=sizes, k=sizes)
def test_the_loss_is_a_number_and_the_gradient_has_the_shape_of_the_outputs(loss, seed, m, k):
    outputs, targets = sample(loss, seed, m, k)
    assert type(loss.function(outputs, targets)) is float
    assert loss.gradient(outputs, targets).shape == outputs.shape


@every_loss
@given(seed=seeds)
def test_no_loss_is_negative(loss, seed):
    assert loss.function(*sample(loss, seed)) >= 0


@every_loss
@given(seed=seeds)
def test_a_batch_twice_has_the_same_mean_and_half_the_gradient_a_sample(loss, seed):
    outputs, targets = sample(loss, seed)
    twice = np.vstack([outputs, outputs]), np.vstack([targets, targets])
    assert loss.function(*twice) == pytest.approx(loss.function(outputs, targets))
    half = loss.gradient(outputs, targets) / 2
    np.testing.assert_allclose(loss.gradient(*twice)[:3], half)


@every_loss
@given(seed=seeds)
def test_both_forms_of_a_loss_say_the_same(loss, seed):
    outputs, targets = sample(loss, seed)
    value, gradient = loss.value_and_gradient(outputs, loss.prepare(targets, 4, np.float64))
    assert loss.function(outputs, targets) == value
    np.testing.assert_array_equal(loss.gradient(outputs, targets), gradient)


@every_loss
def test_float32_stays_float32(loss):
    outputs, targets = (array.astype(np.float32) for array in sample(loss, 0))
    assert loss.gradient(outputs, targets).dtype == np.float32
    assert loss.prepare(targets, 4, np.float32).dtype == np.float32
    value, gradient = loss.value_and_gradient(outputs, targets)
    assert (value.dtype, gradient.dtype) == (np.float32, np.float32)


@every_loss
def test_the_arguments_stay_as_they_are(loss):
    outputs, targets = sample(loss, 0)
    before = outputs.copy(), targets.copy()
    loss.function(outputs, targets)
    gradient = loss.gradient(outputs, targets)
    np.testing.assert_array_equal(outputs, before[0])
    np.testing.assert_array_equal(targets, before[1])
    assert not np.shares_memory(gradient, outputs)


@every_loss
@pytest.mark.parametrize("form", ["function", "gradient"])
@pytest.mark.parametrize(
    ("outputs", "targets", "complaint"),
    [
        ([[0.5, 0.5]], [[1, 0, 0]], r"targets must have the shape .*2\).*; \(1, 3\) came"),
        ([[np.nan, 0.5]], [[1, 0]], "(outputs|probs|logits) must hold finite numbers; NaN"),
        ([[0.5, 0.5]], [[np.nan, 0]], "targets must hold finite numbers; NaN"),
        ([], [], r"(outputs|probs|logits) is empty"),
        ([["a"]], [[1]], "(outputs|probs|logits) must hold real numbers"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(loss, form, outputs, targets, complaint):
    with pytest.raises(ValueError, match=complaint):
        getattr(loss, form)(outputs, targets)


@pytest.mark.parametrize("loss", [x for x in LOSSES.values() if x.name[:13] != "cross_entropy"])
def test_a_vector_of_targets_is_a_column_for_one_output(loss):
    column = loss.prepare([0, 1, 1], 1, np.float64)
    np.testing.assert_array_equal(column, [[0], [1], [1]])


@pytest.mark.parametrize("name", ["mean_squared_error", "binary_cross_entropy_from_logits"])
def test_a_vector_is_never_set_against_a_column(name):
    with pytest.raises(ValueError, match=r"targets must have the shape of .*\(2, 1\); \(2,\) came"):
        LOSSES[name].function([[0.5], [0.5]], [0, 1])


def test_the_table_names_each_loss_by_its_function():
    functions = {name: loss.function.__name__ for name, loss in LOSSES.items()}
    assert all(function.removesuffix("_from_probs") == name for name, function in functions.items())
    with pytest.raises(TypeError):
        LOSSES["mine"] = None
