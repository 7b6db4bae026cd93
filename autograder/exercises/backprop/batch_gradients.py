"""Exercise: BP3 and BP4 for a mini-batch, as the mean over its samples."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.model import Case, Exercise
from nnlib import backprop
from nnlib.by_hand import two_layers


def batch_gradient_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches in which samples, neurons and inputs are all different in number, or alike."""

    def drawn(part, m, k, n, draw=reals):
        return Case((draw(rng, m, k), draw(rng, m, n)), part)

    return [
        Case(
            (np.array([[1.0], [3.0]]), np.array([[1.0, 0.0], [1.0, 2.0]])),
            working="sample 1: 1·[1, 0] = [1, 0]; sample 2: 3·[1, 2] = [3, 6]; "
            "weights: mean [2, 3]; bias: mean of 1 and 3 = 2",
        ),
        drawn("a batch", 5, 2, 3),
        drawn("a batch", 4, 3, 2),
        drawn("a batch", 6, 2, 4),
        drawn("as many samples as neurons", 3, 3, 2),
        drawn("as many samples as neurons", 4, 4, 3),
        drawn("all alike", 3, 3, 3),
        drawn("all alike", 2, 2, 2),
        drawn("a batch of one", 1, 3, 2),
        drawn("a batch of one", 1, 2, 4),
        drawn("one neuron", 4, 1, 3),
        drawn("one neuron", 5, 1, 2),
        Case((reals(rng, 4, 2), 1000 * reals(rng, 4, 3)), "large values"),
        Case((300 * reals(rng, 3, 2), reals(rng, 3, 5)), "large values"),
        drawn("integers", 4, 3, 2, whole),
        drawn("integers", 3, 2, 4, whole),
        drawn("float32", 4, 2, 3, quarters),
        drawn("float32", 5, 3, 2, quarters),
    ]


BATCH_GRADIENTS = Exercise(
    id="backprop.batch_gradients",
    points=2,
    covers=("B15", "B8", "B9"),
    reference=two_layers.batch_gradients,
    cases=batch_gradient_cases,
    hints=(
        "Do it for one sample first, as in BP3 and BP4. Then add up over the samples, and divide "
        "by how many there are.",
        "A loop over `zip(errors, previous_activations)` will do. In one go: the matrix product "
        "`errors.T @ previous_activations` adds up δ aᵀ over all samples.",
        "Divide it by `len(errors)`. The biases get the mean of each column of errors: "
        "`np.mean(errors, axis=0)`.",
    ),
)


@BATCH_GRADIENTS.misconception
def sum_for_mean(errors, previous_activations):
    """You added up over the samples. The cost is the mean over them, so divide by their number.
    With one sample in the batch you would not notice.
    """
    return errors.T @ previous_activations, np.sum(errors, axis=0)


@BATCH_GRADIENTS.misconception
def divided_twice(errors, previous_activations):
    """You divided by the number of samples twice. Once is enough."""
    m = len(errors)
    return errors.T @ previous_activations / m**2, np.mean(errors, axis=0) / m


@BATCH_GRADIENTS.misconception
def bias_over_the_wrong_axis(errors, previous_activations):
    """For the biases you took the mean of each sample. Take it of each neuron: down the columns."""
    return errors.T @ previous_activations / len(errors), np.mean(errors, axis=1)


@BATCH_GRADIENTS.misconception
def bias_not_divided(errors, previous_activations):
    """The weights are right. For the biases, too, take the mean over the samples, not the sum."""
    return errors.T @ previous_activations / len(errors), np.sum(errors, axis=0)


@BATCH_GRADIENTS.misconception
def weights_not_divided(errors, previous_activations):
    """The biases are right. For the weights, too, take the mean over the samples, not the sum."""
    return errors.T @ previous_activations, np.mean(errors, axis=0)


@BATCH_GRADIENTS.misconception
def one_bias_for_all(errors, previous_activations):
    """You took one mean over all samples and all neurons. Each neuron has its own bias."""
    return errors.T @ previous_activations / len(errors), np.mean(errors)


@BATCH_GRADIENTS.misconception
def turned_round(errors, previous_activations):
    """The gradient of the weights is turned over. A row for each neuron, a column for each
    input.
    """
    return previous_activations.T @ errors / len(errors), np.mean(errors, axis=0)


@BATCH_GRADIENTS.misconception
def product_of_the_means(errors, previous_activations):
    """You took the means first and multiplied them. Multiply within each sample first, then take
    the mean.
    """
    mean_error, mean_input = np.mean(errors, axis=0), np.mean(previous_activations, axis=0)
    return np.outer(mean_error, mean_input), mean_error


@BATCH_GRADIENTS.misconception
def divided_by_neurons(errors, previous_activations):
    """You divided by the number of neurons. The mean is one over the samples, the rows."""
    k = errors.shape[1]
    return errors.T @ previous_activations / k, np.sum(errors, axis=0) / k


@BATCH_GRADIENTS.misconception
def first_sample_only(errors, previous_activations):
    """Only the first sample comes into your answer. Look at how far the last line is indented."""
    return np.outer(errors[0], previous_activations[0]), errors[0]


@BATCH_GRADIENTS.misconception
def last_sample_only(errors, previous_activations):
    """Only the last sample comes into your answer. Each one replaces the one before, where they
    should add up.
    """
    return np.outer(errors[-1], previous_activations[-1]), errors[-1]


@BATCH_GRADIENTS.misconception
def bias_first(errors, previous_activations):
    """Both gradients are right, but you returned that of the biases first."""
    return backprop.bias_gradient(errors), backprop.weight_gradient(errors, previous_activations)


@BATCH_GRADIENTS.misconception
def bias_not_averaged(errors, previous_activations):
    """For the biases you returned the errors of all samples. Take their mean over the samples."""
    return errors.T @ previous_activations / len(errors), errors


@BATCH_GRADIENTS.misconception
def divided_by_inputs(errors, previous_activations):
    """You divided the gradient of the weights by the number of inputs. The mean is one over the
    samples, and their number is `len(errors)`.
    """
    n = previous_activations.shape[1]
    return errors.T @ previous_activations / n, np.mean(errors, axis=0)
