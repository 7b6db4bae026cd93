"""Exercise: one step of gradient descent on a mini-batch, all parameters at once."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import (
    batch_targets,
    network,
    quarters,
    reals,
    whole,
)
from autograder.exercises.model import Case, Exercise
from nnlib import activations, backprop
from nnlib.by_hand import two_layers


def update_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches and networks of every proportion, with long and short steps."""
    by_hand = np.array([[0.0]]), np.array([0.0]), np.array([[8.0]]), np.array([-4.0])

    def drawn(part, m, sizes, rate, draw=reals):
        parameters = network(rng, sizes, draw)
        X, targets = draw(rng, m, sizes[0]), batch_targets(rng, m, sizes[2])
        return Case((X, targets, parameters, rate), part)

    return [
        Case(
            (np.array([[1.0]]), np.array([[1.0]]), by_hand, 4.0),
            working="z2 = 0, a2 = 0.5, z3 = 8·0.5 - 4 = 0, a3 = 0.5; d3 = -0.5·0.25 = -0.125; "
            "d2 = 8·(-0.125)·0.25 = -0.25; W2 = 0 + 4·0.25·1 = 1, b2 = 0 + 4·0.25 = 1, "
            "W3 = 8 + 4·0.125·0.5 = 8.25, b3 = -4 + 4·0.125 = -3.5",
        ),
        drawn("a batch", 5, (2, 3, 1), 0.8),
        drawn("a batch", 4, (3, 2, 2), 2.0),
        drawn("a batch", 6, (4, 3, 2), 0.5),
        drawn("all alike", 3, (3, 3, 3), 1.5),
        drawn("all alike", 2, (2, 2, 2), 0.7),
        drawn("a batch of one", 1, (2, 3, 2), 1.3),
        drawn("a batch of one", 1, (3, 2, 1), 0.6),
        drawn("one neuron a layer", 4, (2, 1, 1), 0.9),
        drawn("one neuron a layer", 3, (1, 1, 1), 3.0),
        drawn("a long step", 4, (2, 3, 2), 40.0),
        drawn("a long step", 3, (3, 4, 1), 25.0),
        drawn("integers", 3, (2, 2, 1), 0.5, whole),
        drawn("integers", 4, (1, 2, 2), 2.0, whole),
        drawn("float32", 4, (2, 3, 1), 2.0, quarters),
        drawn("float32", 3, (3, 2, 2), 4.0, quarters),
    ]


MINIBATCH_UPDATE = Exercise(
    id="backprop.minibatch_update",
    points=3,
    covers=("B10", "B15"),
    reference=two_layers.minibatch_update,
    cases=update_cases,
    hints=(
        "First all gradients, from the old parameters; only then the step, for all four at once.",
        "`backprop.feed_forward`, `backprop.output_error` and `backprop.hidden_error` take a batch "
        "as well, one sample a row.",
        "`two_layers.batch_gradients(D3, A2)` gives the gradients of W3 and b3, with the mean over "
        "the batch. What belongs to W2 and b2?",
        "Each new parameter is the old one minus learning_rate times its gradient. Write "
        "`W3 - learning_rate * dW3`, not `W3 -= …`.",
    ),
)


@MINIBATCH_UPDATE.misconception
def sum_for_mean(X, targets, parameters, learning_rate):
    """Your step is too long by the number of samples: take the mean of their gradients, not the
    sum. With one sample in the batch you would not notice.
    """
    return two_layers.minibatch_update(X, targets, parameters, learning_rate * len(X))


@MINIBATCH_UPDATE.misconception
def divided_twice(X, targets, parameters, learning_rate):
    """You divided by the number of samples twice. The gradients of a batch hold the mean
    already.
    """
    return two_layers.minibatch_update(X, targets, parameters, learning_rate / len(X))


@MINIBATCH_UPDATE.misconception
def uphill(X, targets, parameters, learning_rate):
    """Your step goes uphill: the cost grows. Subtract the gradient."""
    W2, b2, W3, b3 = parameters
    trace = backprop.backprop(X, targets, [W2, W3], [b2, b3])
    (dW2, dW3), (db2, db3) = trace.weight_gradients, trace.bias_gradients
    gradients = (dW2, db2, dW3, db3)
    return tuple(p + learning_rate * g for p, g in zip(parameters, gradients, strict=True))


@MINIBATCH_UPDATE.misconception
def learning_rate_forgotten(X, targets, parameters, learning_rate):
    """Your step is as long as the gradient. The learning rate η scales it."""
    return two_layers.minibatch_update(X, targets, parameters, 1.0)


@MINIBATCH_UPDATE.misconception
def output_layer_updated_too_early(X, targets, parameters, learning_rate):
    """You had changed W³ before you sent the error back through it. First all errors, with the old
    weights; then all updates.
    """
    W2, b2, W3, b3 = parameters
    (Z2, Z3), (A1, A2, A3) = backprop.feed_forward(X, [W2, W3], [b2, b3])
    D3 = backprop.output_error(A3, targets, Z3)
    W3 = W3 - learning_rate * backprop.weight_gradient(D3, A2)
    b3 = b3 - learning_rate * backprop.bias_gradient(D3)
    D2 = backprop.hidden_error(W3, D3, Z2)
    W2 = W2 - learning_rate * backprop.weight_gradient(D2, A1)
    b2 = b2 - learning_rate * backprop.bias_gradient(D2)
    return W2, b2, W3, b3


@MINIBATCH_UPDATE.misconception
def one_sample_after_the_other(X, targets, parameters, learning_rate):
    """You took a step after each sample. A batch takes one step, by the mean of its samples'
    gradients.
    """
    for x, target in zip(X, targets, strict=True):
        parameters = two_layers.minibatch_update([x], [target], parameters, learning_rate)
    return parameters


@MINIBATCH_UPDATE.misconception
def gradients_only(X, targets, parameters, learning_rate):
    """You returned the gradients. Asked are the new parameters: old minus η times gradient."""
    W2, b2, W3, b3 = parameters
    trace = backprop.backprop(X, targets, [W2, W3], [b2, b3])
    (dW2, dW3), (db2, db3) = trace.weight_gradients, trace.bias_gradients
    return dW2, db2, dW3, db3


@MINIBATCH_UPDATE.misconception
def biases_left_out(X, targets, parameters, learning_rate):
    """Your weights learn, but your biases stay as they were."""
    _, b2, _, b3 = parameters
    new_W2, _, new_W3, _ = two_layers.minibatch_update(X, targets, parameters, learning_rate)
    return new_W2, b2, new_W3, b3


@MINIBATCH_UPDATE.misconception
def output_layer_only(X, targets, parameters, learning_rate):
    """Only your output layer learns. W2 and b2 take a step, too."""
    W2, b2, _, _ = parameters
    _, _, new_W3, new_b3 = two_layers.minibatch_update(X, targets, parameters, learning_rate)
    return W2, b2, new_W3, new_b3


@MINIBATCH_UPDATE.misconception
def changed_in_place(X, targets, parameters, learning_rate):
    """You changed the arrays that you were given: `-=` works on the owner's array. Build new
    ones.
    """
    W2, b2, W3, b3 = parameters
    trace = backprop.backprop(X, targets, [W2, W3], [b2, b3])
    (dW2, dW3), (db2, db3) = trace.weight_gradients, trace.bias_gradients
    W2 -= learning_rate * dW2
    b2 -= learning_rate * db2
    W3 -= learning_rate * dW3
    b3 -= learning_rate * db3
    return W2, b2, W3, b3


@MINIBATCH_UPDATE.misconception
def hidden_slope_forgotten(X, targets, parameters, learning_rate):
    """The output layer is right. In BP2 the factor σ′(Z²) is missing."""
    W2, b2, W3, b3 = parameters
    (_, Z3), (A1, A2, A3) = backprop.feed_forward(X, [W2, W3], [b2, b3])
    D3 = backprop.output_error(A3, targets, Z3)
    D2 = D3 @ W3
    return (
        W2 - learning_rate * backprop.weight_gradient(D2, A1),
        b2 - learning_rate * backprop.bias_gradient(D2),
        W3 - learning_rate * backprop.weight_gradient(D3, A2),
        b3 - learning_rate * backprop.bias_gradient(D3),
    )


@MINIBATCH_UPDATE.misconception
def output_slope_forgotten(X, targets, parameters, learning_rate):
    """In BP1 the factor σ′(Z³) is missing, and so in all that comes after it."""
    W2, b2, W3, b3 = parameters
    (Z2, _), (A1, A2, A3) = backprop.feed_forward(X, [W2, W3], [b2, b3])
    D3 = A3 - targets
    D2 = D3 @ W3 * activations.sigmoid_derivative(Z2)
    return (
        W2 - learning_rate * backprop.weight_gradient(D2, A1),
        b2 - learning_rate * backprop.bias_gradient(D2),
        W3 - learning_rate * backprop.weight_gradient(D3, A2),
        b3 - learning_rate * backprop.bias_gradient(D3),
    )


@MINIBATCH_UPDATE.misconception
def first_sample_only(X, targets, parameters, learning_rate):
    """Only the first sample comes into your step. All of the batch do."""
    return two_layers.minibatch_update(X[:1], targets[:1], parameters, learning_rate)


@MINIBATCH_UPDATE.misconception
def learning_rate_for_weights_only(X, targets, parameters, learning_rate):
    """The learning rate scales the steps of your weights, but not those of the biases. It belongs
    to both.
    """
    W2, _, W3, _ = two_layers.minibatch_update(X, targets, parameters, learning_rate)
    _, b2, _, b3 = two_layers.minibatch_update(X, targets, parameters, 1.0)
    return W2, b2, W3, b3
