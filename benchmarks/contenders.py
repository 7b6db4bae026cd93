"""Who trains in the training benchmark: each returns what to run, which returns the last loss."""

import importlib.util
import warnings
from collections.abc import Callable

import numpy as np
from plain_numpy import plain_numpy
from sklearn.neural_network import MLPClassifier
from workloads import Workload

from nnlib.losses import (
    BINARY_CROSS_ENTROPY_FROM_LOGITS,
    CROSS_ENTROPY_FROM_LOGITS,
    QUADRATIC_COST,
)
from nnlib.optimizers import SGD, Adam
from nnlib.training import Trainer

Run = Callable[[], float]

LOSSES = {
    "binary_cross_entropy": BINARY_CROSS_ENTROPY_FROM_LOGITS,
    "cross_entropy": CROSS_ENTROPY_FROM_LOGITS,
    "quadratic_cost": QUADRATIC_COST,
}


def nnlib(work: Workload) -> Run:
    """Train with this library."""
    optimizer = {"adam": Adam, "sgd": SGD}[work.solver](work.learning_rate)
    trainer, rng = Trainer(work.network(), LOSSES[work.loss], optimizer), np.random.default_rng(1)
    options = {"num_epochs": work.num_epochs, "batch_size": work.batch_size, "progress": False}
    return lambda: trainer.fit(work.X, work.targets, rng=rng, **options).loss[-1]


class GivenStart(MLPClassifier):
    """Scikit-learn's network with first weights that are given."""

    def _init_coef(self, fan_in, fan_out, dtype):
        weight, bias = self.first_weights.pop(0)
        return weight.astype(dtype), bias.astype(dtype)


def scikit_learn(work: Workload) -> Run:
    """Train with scikit-learn: no penalty, no early end.

    It has no quadratic cost for a classifier: there its loss is the cross-entropy of each output.
    """
    network = GivenStart(
        hidden_layer_sizes=work.sizes[1:-1],
        activation={"sigmoid": "logistic"}.get(work.activation, work.activation),
        solver=work.solver,
        learning_rate_init=work.learning_rate,
        momentum=0,
        alpha=0,
        batch_size=work.batch_size,
        max_iter=work.num_epochs,
        n_iter_no_change=work.num_epochs + 1,
        random_state=0,
    )
    network.first_weights = [(a.weight.T, a.bias) for a in work.network().linear_layers()]

    def run() -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it has not converged after these epochs
            return network.fit(work.X, work.targets).loss_

    return run


def bare_products(work: Workload) -> Run:
    """Do the matrix products alone: the least that any of them must do."""
    weights = [layer.weight.copy() for layer in work.network().linear_layers()]
    batch = np.ascontiguousarray(work.X[: work.batch_size])
    inputs = [batch, *(np.ones((len(batch), n), batch.dtype) for n in work.sizes[1:-1])]
    deltas = [np.ones((len(batch), n), batch.dtype) for n in work.sizes[1:]]
    num_steps = work.num_epochs * -(-len(work.X) // work.batch_size)

    def run() -> float:
        for _ in range(num_steps):
            for weight, a, delta in zip(weights, inputs, deltas, strict=True):
                a @ weight.T
                delta.T @ a
            for weight, delta in zip(weights[1:], deltas[1:], strict=True):
                delta @ weight
        return float("nan")

    return run


def pytorch(work: Workload) -> Run:
    """Train with eager PyTorch, lean: no DataLoader, batches by index."""
    import torch

    torch.set_num_threads(1)
    X, targets, module = _pytorch_parts(torch, work)
    optimizer = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}[work.solver](
        module.parameters(), lr=work.learning_rate
    )
    loss = _pytorch_losses(torch)[work.loss]

    def run() -> float:
        for _ in range(work.num_epochs):
            order, total = torch.randperm(len(X)), 0.0
            for rows in order.split(work.batch_size):
                optimizer.zero_grad()
                value = loss(module(X[rows]), targets[rows])
                value.backward()
                optimizer.step()
                total += value.item() * len(rows)
        return total / len(X)

    return run


def _pytorch_parts(torch, work: Workload):
    kinds = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh, "sigmoid": torch.nn.Sigmoid}
    layers = []
    for layer in work.network().linear_layers():
        linear = torch.nn.Linear(layer.in_features, layer.out_features)
        linear.weight.data = torch.tensor(layer.weight)
        linear.bias.data = torch.tensor(layer.bias)
        layers += [linear, kinds[work.activation]()]
    module = torch.nn.Sequential(*(layers if work.loss == "quadratic_cost" else layers[:-1]))
    targets = work.targets if work.loss == "cross_entropy" else work.target_rows()
    return torch.tensor(work.X), torch.tensor(targets), module


def _pytorch_losses(torch):
    functional = torch.nn.functional
    return {
        "cross_entropy": functional.cross_entropy,
        "binary_cross_entropy": functional.binary_cross_entropy_with_logits,
        "quadratic_cost": lambda a, y: functional.mse_loss(a, y, reduction="sum") / (2 * len(a)),
    }


def contenders() -> dict[str, Callable[[Workload], Run]]:
    """Return those that can run here."""
    all_of_them = {
        "scikit-learn": scikit_learn,
        "nnlib": nnlib,
        "plain NumPy": plain_numpy,
        "products": bare_products,
    }
    if importlib.util.find_spec("torch"):
        all_of_them["PyTorch"] = pytorch
    return all_of_them
