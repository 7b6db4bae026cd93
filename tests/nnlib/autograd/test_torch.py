"""The same program in PyTorch gives the same gradients; without PyTorch, the numbers it gave.

Run as a script where PyTorch is installed, this file writes the stored numbers anew.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from nnlib.autograd import Tensor

STORED = Path(__file__).with_name("torch_gradients.json")
PRECISIONS = {"float32": 1e-6, "float64": 1e-12}
VALUES = {
    "X": [[0.5, -1.0], [1.5, 2.0], [-0.5, 0.25]],
    "W1": [[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6], [0.7, 0.8]],
    "b1": [0.0, 0.1, -0.1, 0.2],
    "W2": [[0.5, -0.4, 0.3, 0.2]],
    "b2": [0.05],
    "targets": [[1.0], [0.0], [1.0]],
}


def network(X, W1, b1, W2, b2, targets):
    """Binary cross-entropy of two layers."""
    hidden = (X @ W1.T + b1).relu()
    probs = (hidden @ W2.T + b2).sigmoid()
    return -(targets * probs.log() + (1 - targets) * (1 - probs).log()).mean()


def everything_else(X, W1, b1, W2, b2, targets):
    """A number to which all other operations have contributed."""
    powers = (X.exp() + 2).log() ** 1.5 / (X**2 + 1)
    rows = (powers @ W1.T).tanh()[[0, 2, 2]] * (W2 - b1).reshape(1, 4)
    return (rows.sum(0, True) * b2).mean() + (targets[1:] / 3).sum() + (2**b2).sum()


PROGRAMS = {"network": network, "everything_else": everything_else}

every_program = pytest.mark.parametrize("program", PROGRAMS)
every_precision = pytest.mark.parametrize("precision", PRECISIONS)


def ours(program, precision):
    variables = {
        name: Tensor(np.array(value, precision), requires_grad=True)
        for name, value in VALUES.items()
    }
    loss = PROGRAMS[program](**variables)
    loss.backward()
    return {"loss": loss.item()} | gradients(variables)


def pytorchs(torch, program, precision):
    variables = {
        name: torch.tensor(value, dtype=getattr(torch, precision), requires_grad=True)
        for name, value in VALUES.items()
    }
    loss = PROGRAMS[program](**variables)
    loss.backward()
    return {"loss": loss.item()} | gradients(variables)


def gradients(variables):
    return {n: v.grad.tolist() for n, v in variables.items() if v.grad is not None}


def assert_same(found, wanted, tolerance):
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        np.testing.assert_allclose(found[name], value, rtol=tolerance, atol=tolerance)


@every_program
@every_precision
def test_loss_and_gradients_are_those_that_pytorch_gave(program, precision):
    stored = json.loads(STORED.read_text(encoding="utf-8"))[program][precision]
    assert_same(ours(program, precision), stored, PRECISIONS[precision])


@every_program
@every_precision
def test_loss_and_gradients_are_those_of_the_pytorch_installed_here(program, precision):
    torch = pytest.importorskip("torch")
    wanted = pytorchs(torch, program, precision)
    assert_same(ours(program, precision), wanted, PRECISIONS[precision])


if __name__ == "__main__":
    import torch

    made = {name: {p: pytorchs(torch, name, p) for p in PRECISIONS} for name in PROGRAMS}
    STORED.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
