"""Linear-ReLU-Linear, trained with tensors."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.exercises.autograd.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib.autograd import Tensor
from nnlib.by_hand import autograd

RATE = 1 / 64
LOW = -8.0  # so low that predictions are negative


def train_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make networks of which on every sample some hidden neurons are on and others off."""
    return [
        Case(
            (np.array([[1.0]]), np.array([1.0]), example_params(), 0.1, 1),
            working="ŷ = 2·1 + 3·0 + 1 = 3, L = (3 − 1)² = 4, ∂L/∂ŷ = 4; weight2: 2 − 0.1·4·1, "
            "weight1: 1 − 0.1·4·2, and what ReLU has cut off stays",
        ),
        network(rng, 5, 2, 4, 3, LOW, "Linear(2, 4)"),
        network(rng, 4, 2, 4, 4, 0.0, "Linear(2, 4)"),
        network(rng, 3, 3, 2, 3, LOW, "other sizes"),
        network(rng, 6, 1, 6, 2, 0.0, "other sizes"),
        network(rng, 1, 2, 4, 3, LOW, "one sample"),
        network(rng, 1, 3, 2, 4, 0.0, "one sample"),
        network(rng, 4, 2, 4, 1, LOW, "one step"),
        network(rng, 3, 4, 2, 1, 0.0, "one step"),
        network(rng, 4, 3, 4, 2, LOW, "integers", whole),
        network(rng, 3, 2, 2, 3, 0.0, "integers", whole),
        network(rng, 5, 2, 2, 3, LOW, "float32", eighths),
        network(rng, 2, 3, 4, 2, 0.0, "float32", eighths),
    ]


def example_params() -> list[Array]:
    """Return two hidden neurons of which one is off."""
    return [np.array([[1.0], [-1.0]]), np.zeros(2), np.array([[2.0, 3.0]]), np.array([1.0])]


def network(
    rng: np.random.Generator,
    m: int,
    n: int,
    hidden: int,
    num_steps: int,
    offset: float,
    part: str,
    make: Callable[..., Array] = mixed,
) -> Case:
    """Make a case whose hidden neurons stand in pairs: where one is on, the other is off."""
    half = mixed(rng, hidden // 2, n) / 4
    weight1, bias1 = np.concatenate([half, -half]), np.resize([0.02, -0.03], hidden)
    params = [weight1, bias1, mixed(rng, 1, hidden) / 4, mixed(rng, 1) + offset]
    if make is eighths:
        params = [values.astype(np.float32) for values in params]
    return Case((make(rng, m, n), make(rng, m), params, RATE, num_steps), part)


TRAIN_NETWORK = Exercise(
    id="autograd.train_network",
    points=3,
    covers=("G3",),
    reference=autograd.train_network,
    cases=train_cases,
    hints=(
        "Before the loop make a tensor of each parameter, with `requires_grad=True`. In the loop: "
        "predictions, loss, backward, step.",
        "The predictions have the shape (m, 1) and the targets (m,). Give the targets a second "
        "axis, `targets[:, np.newaxis]`, before you subtract.",
        "The step of one parameter is `p.data -= learning_rate * p.grad`; then `p.grad = None`, "
        "so that the next backward begins anew.",
        "`loss.item()` is the loss as a number; at the end return the list of losses and the "
        "list of all four `p.data`.",
    ),
)


@TRAIN_NETWORK.misconception("gradients_not_reset")
def not_reset(X, targets, params, learning_rate, num_steps):
    """From the second step on your gradients hold those of earlier steps too: backward adds to
    grad. Set each grad to None after its step.
    """
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (Tensor(X) @ W1.T + b1).relu() @ W2.T + b2
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data -= learning_rate * tensor.grad
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def targets_broadcast(X, targets, params, learning_rate, num_steps):
    """You subtracted targets of shape (m,) from predictions of shape (m, 1). Broadcasting makes m ×
    m differences of that, each prediction with every target.
    """
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (Tensor(X) @ W1.T + b1).relu() @ W2.T + b2
        loss = ((predictions - targets) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data -= learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def no_relu(X, targets, params, learning_rate, num_steps):
    """There is no ReLU between your two layers, so they collapse into one."""
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (Tensor(X) @ W1.T + b1) @ W2.T + b2
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data -= learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def relu_at_the_end(X, targets, params, learning_rate, num_steps):
    """You put a ReLU after the last layer as well. It cuts off negative answers, and there the
    network stops learning.
    """
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = ((Tensor(X) @ W1.T + b1).relu() @ W2.T + b2).relu()
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data -= learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def sum_for_mean(X, targets, params, learning_rate, num_steps):
    """You added the squared errors up. Their mean is wanted, or the steps grow with the number of
    samples.
    """
    m = len(targets)
    losses, trained = autograd.train_network(X, targets, params, learning_rate * m, num_steps)
    return [m * loss for loss in losses], trained


@TRAIN_NETWORK.misconception
def half_square(X, targets, params, learning_rate, num_steps):
    """Your loss is half as large: this is the form with a ½ in front. Here the loss is the mean of
    the squares alone.
    """
    losses, trained = autograd.train_network(X, targets, params, learning_rate / 2, num_steps)
    return [loss / 2 for loss in losses], trained


@TRAIN_NETWORK.misconception
def uphill(X, targets, params, learning_rate, num_steps):
    """Your steps go the way the gradient points, and there the loss grows. Go the other way."""
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (Tensor(X) @ W1.T + b1).relu() @ W2.T + b2
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data += learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def biases_stay(X, targets, params, learning_rate, num_steps):
    """Your biases stay as they were. They are parameters too and take a step like the weights."""
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (Tensor(X) @ W1.T + b1).relu() @ W2.T + b2
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in (W1, W2):
            tensor.data -= learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def last_layer_only(X, targets, params, learning_rate, num_steps):
    """Only your second layer learns. backward leaves a gradient in all four parameters."""
    tensors = [Tensor(values, requires_grad=True) for values in params]
    W1, b1, W2, b2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (Tensor(X) @ W1.T + b1).relu() @ W2.T + b2
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in (W2, b2):
            tensor.data -= learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


@TRAIN_NETWORK.misconception
def never_steps(X, targets, params, learning_rate, num_steps):
    """Your parameters never change, and the loss is the same at every step. Change each tensor's
    data after backward.
    """
    W1, b1, W2, b2 = params
    hidden = np.maximum(0, X @ W1.T + b1)
    loss = np.mean((hidden @ W2[0] + b2 - targets) ** 2)
    return [loss] * num_steps, params


@TRAIN_NETWORK.misconception
def loss_after_step(X, targets, params, learning_rate, num_steps):
    """Each of your losses is that after its step. Write down the loss that backward started
    from.
    """
    losses, _ = autograd.train_network(X, targets, params, learning_rate, num_steps + 1)
    _, trained = autograd.train_network(X, targets, params, learning_rate, num_steps)
    return losses[1:], trained


@TRAIN_NETWORK.misconception
def last_loss_only(X, targets, params, learning_rate, num_steps):
    """You returned the last loss alone. Collect the losses of all steps in a list."""
    losses, trained = autograd.train_network(X, targets, params, learning_rate, num_steps)
    return losses[-1], trained
