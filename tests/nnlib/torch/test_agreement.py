"""Layers, losses, optimizers and a training agree with PyTorch; without it, with its numbers.

Run as a script where PyTorch is installed, this file writes the stored numbers anew and prints the
largest deviations: `python tests/nnlib/torch/test_agreement.py`.
"""

from pathlib import Path

import numpy as np
import pytest

from nnlib import layers, losses, optimizers
from nnlib.layers import initializers
from nnlib.network import Network
from nnlib.training import train_step

STORED = Path(__file__).with_name("values.npz")
PRECISIONS = {"float32": 1e-6, "float64": 1e-12}
RNG = np.random.default_rng(0)  # for first weights that are overwritten


def wave(*shape, step):
    """Return numbers from -1 to 1 that are all different, the same on every machine."""
    return np.cos(step * np.arange(1.0, np.prod(shape) + 1)).reshape(shape)


X, X2, DELTA = wave(6, 4, step=1.1), 2 * wave(6, 4, step=0.7) + 1, wave(6, 4, step=1.7)
PROBS = (X + 1.05) / 2.1
ONE_HOT = np.eye(4)[[0, 3, 1, 2, 2, 0]]
THREE_CLASSES = np.eye(3)[[0, 2, 1, 2, 1, 0]]
BINARY = (wave(6, 4, step=2.3) > 0).astype(float)
WEIGHTS = [wave(5, 4, step=0.9), wave(3, 5, step=1.3)]
BIASES = [wave(5, step=0.3), wave(3, step=0.5)]
GRADIENTS = 3 * wave(10, 8, step=0.61)
VARIANCE_SHAPE = (400, 600)


# Layers: what they give, and what they hand back for the error DELTA.

LAYERS = {
    "linear": (lambda: layers.Linear(4, 5, rng=RNG), lambda torch: torch.nn.Linear(4, 5)),
    "sigmoid": (layers.Sigmoid, lambda torch: torch.nn.Sigmoid()),
    "tanh": (layers.Tanh, lambda torch: torch.nn.Tanh()),
    "relu": (layers.ReLU, lambda torch: torch.nn.ReLU()),
    "leaky_relu": (layers.LeakyReLU, lambda torch: torch.nn.LeakyReLU()),
    "softmax": (layers.Softmax, lambda torch: torch.nn.Softmax(dim=1)),
    "batch_norm": (lambda: layers.BatchNorm(4), lambda torch: torch.nn.BatchNorm1d(4)),
    "batch_norm_eval": (lambda: layers.BatchNorm(4), lambda torch: torch.nn.BatchNorm1d(4)),
}
PARAMETERS = {
    "linear": {"weight": WEIGHTS[0], "bias": BIASES[0]},
    "batch_norm": {"gamma": wave(4, step=0.4) + 2, "beta": wave(4, step=0.8)},
}
PYTORCHS_NAMES = {"gamma": "weight", "beta": "bias"}


def parameters(name):
    """Return the parameters of a layer by our names."""
    return PARAMETERS.get(name.removesuffix("_eval"), {})


def our_layer(name, dtype):
    """Go forward with two batches, and backward with the second."""
    layer = LAYERS[name][0]()
    Network([layer], dtype=dtype)
    for key, value in parameters(name).items():
        getattr(layer, key)[...] = value
    layer.forward(X2.astype(dtype))
    layer.training = not name.endswith("_eval")
    y = layer.forward(X.astype(dtype))
    by_input = layer.backward(np.resize(DELTA, y.shape).astype(dtype))
    return {"y": y, "input": by_input} | layer.gradients() | layer.statistics()


def pytorchs_layer(torch, name, dtype):
    """Do the same in PyTorch."""
    module, x = LAYERS[name][1](torch).to(tensor(torch, X, dtype)), tensor(torch, X, dtype)
    for key, value in parameters(name).items():
        getattr(module, PYTORCHS_NAMES.get(key, key)).data = tensor(torch, value, dtype)
    module(tensor(torch, X2, dtype))
    module.train(not name.endswith("_eval"))
    y = module(x.requires_grad_())
    y.backward(tensor(torch, np.resize(DELTA, y.shape), dtype))
    values = {"y": y, "input": x.grad}
    for key in parameters(name):
        values[key] = getattr(module, PYTORCHS_NAMES.get(key, key)).grad
    for key in layers.BatchNorm.statistic_names if "norm" in name else ():
        values[key] = getattr(module, key)
    return arrays(values)


# Losses: their value and their gradient.

LOSSES = {
    "mean_squared_error": (X, X2, lambda F, x, t: F.mse_loss(x, t)),
    # A mean over 6 samples in place of 24 numbers, and half of it.
    "quadratic_cost": (X, X2, lambda F, x, t: F.mse_loss(x, t) * 24 / 6 / 2),
    "binary_cross_entropy": (PROBS, BINARY, lambda F, x, t: F.binary_cross_entropy(x, t)),
    "binary_cross_entropy_from_logits": (
        X2,
        BINARY,
        lambda F, x, t: F.binary_cross_entropy_with_logits(x, t),
    ),
    "cross_entropy": (
        PROBS / PROBS.sum(axis=1, keepdims=True),
        ONE_HOT,
        lambda F, x, t: F.nll_loss(x.log(), t.argmax(dim=1)),
    ),
    "cross_entropy_from_logits": (X2, ONE_HOT, lambda F, x, t: F.cross_entropy(x, t)),
}


def our_loss(name, dtype):
    """Return a loss and its gradient."""
    outputs, targets, _ = LOSSES[name]
    value, gradient = losses.LOSSES[name].value_and_gradient(
        outputs.astype(dtype), targets.astype(dtype)
    )
    return {"value": value, "gradient": gradient}


def pytorchs_loss(torch, name, dtype):
    """Do the same in PyTorch."""
    outputs, targets, function = LOSSES[name]
    x = tensor(torch, outputs, dtype).requires_grad_()
    value = function(torch.nn.functional, x, tensor(torch, targets, dtype))
    value.backward()
    return arrays({"value": value, "gradient": x.grad})


# Optimizers: ten steps with ten different gradients.

OPTIMIZERS = {
    "sgd": (optimizers.SGD, "SGD", {}),
    "momentum": (optimizers.Momentum, "SGD", {"momentum": 0.9}),
    "rmsprop": (optimizers.RMSprop, "RMSprop", {"alpha": 0.9}),
    "adam": (optimizers.Adam, "Adam", {}),
}


def our_optimizer(name, dtype):
    """Return the parameters after each of ten steps."""
    optimizer, params, path = OPTIMIZERS[name][0](0.05), np.ones(8, dtype), []
    for gradient in GRADIENTS.astype(dtype):
        optimizer.step(params, gradient)
        path.append(params.copy())
    return {"path": np.array(path)}


def pytorchs_optimizer(torch, name, dtype):
    """Do the same in PyTorch."""
    _, kind, options = OPTIMIZERS[name]
    params, path = tensor(torch, np.ones(8), dtype).requires_grad_(), []
    optimizer = getattr(torch.optim, kind)([params], lr=0.05, **options)
    for gradient in GRADIENTS:
        params.grad = tensor(torch, gradient, dtype)
        optimizer.step()
        path.append(params.detach().numpy().copy())
    return {"path": np.array(path)}


# A training: ten steps of Adam on a whole network.


def our_training(_name, dtype):
    """Return the loss at each step, and all parameters at the end."""
    network = Network(
        [layers.Linear(4, 5, rng=RNG), layers.ReLU(), layers.Linear(5, 3, rng=RNG)], dtype=dtype
    )
    for layer, weight, bias in zip(network.linear_layers(), WEIGHTS, BIASES, strict=True):
        layer.weight[...], layer.bias[...] = weight, bias
    loss, adam = losses.CROSS_ENTROPY_FROM_LOGITS, optimizers.Adam(0.05)
    x, t = X.astype(dtype), THREE_CLASSES.astype(dtype)
    path = [train_step(network, loss, adam, x, t) for _ in range(10)]
    return {"losses": np.array(path), "params": network.params}


def pytorchs_training(torch, _name, dtype):
    """Do the same in PyTorch."""
    nn = torch.nn
    module = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3)).to(getattr(torch, dtype))
    for layer, weight, bias in zip(module[::2], WEIGHTS, BIASES, strict=True):
        layer.weight.data, layer.bias.data = (tensor(torch, a, dtype) for a in (weight, bias))
    adam, path = torch.optim.Adam(module.parameters(), lr=0.05), []
    x, t = tensor(torch, X, dtype), tensor(torch, THREE_CLASSES, dtype)
    for _ in range(10):
        adam.zero_grad()
        value = nn.functional.cross_entropy(module(x), t)
        value.backward()
        adam.step()
        path.append(value.item())
    params = torch.cat([p.detach().ravel() for p in module.parameters()])
    return {"losses": np.array(path), "params": params.numpy()}


# All of them, each with what it is called by.

SUBJECTS = {
    "layer": (LAYERS, our_layer, pytorchs_layer),
    "loss": (LOSSES, our_loss, pytorchs_loss),
    "optimizer": (OPTIMIZERS, our_optimizer, pytorchs_optimizer),
    "training": ({"network": None}, our_training, pytorchs_training),
}
CASES = [(kind, name) for kind, (names, *_) in SUBJECTS.items() for name in names]
VARIANCES = ["xavier_uniform", "xavier_normal", "he_uniform", "he_normal"]

every_case = pytest.mark.parametrize(("kind", "name"), CASES)
every_precision = pytest.mark.parametrize("precision", PRECISIONS)
every_variance = pytest.mark.parametrize("name", VARIANCES)


def tensor(torch, value, dtype):
    """Return numbers as a tensor."""
    return torch.tensor(np.array(value, dtype))


def arrays(tensors):
    """Return tensors as arrays."""
    return {name: value.detach().numpy().copy() for name, value in tensors.items()}


def ours(kind, name, precision):
    """Return our numbers of a case."""
    return SUBJECTS[kind][1](name, precision)


def pytorchs(torch, kind, name, precision):
    """Return PyTorch's numbers of a case."""
    return SUBJECTS[kind][2](torch, name, precision)


def pytorchs_variance(torch, name):
    """Return the variance of PyTorch's first weights."""
    torch.manual_seed(0)
    weight = torch.empty(VARIANCE_SHAPE)
    options = {"nonlinearity": "relu"} if name.startswith("he") else {}
    getattr(torch.nn.init, f"{name.replace('he_', 'kaiming_')}_")(weight, **options)
    return weight.var().item()


def deviation(our_values, its_values):
    """Return the largest difference, in relation to numbers above 1."""
    assert set(our_values) == set(its_values)
    return max(
        float(np.max(np.abs(value - its_values[key]) / np.maximum(1, np.abs(its_values[key]))))
        for key, value in our_values.items()
    )


def assert_same_variance(name, its_variance):
    """Compare the variances of 240,000 numbers, known to 0.3 %; five of those for each."""
    weight = getattr(initializers, name)(*VARIANCE_SHAPE, rng=np.random.default_rng(0))
    assert weight.var() == pytest.approx(its_variance, rel=0.03)


@every_case
@every_precision
def test_we_agree_with_the_stored_numbers_of_pytorch(kind, name, precision):
    with np.load(STORED, allow_pickle=False) as file:
        start = f"{kind}/{name}/{precision}/"
        stored = {key.removeprefix(start): file[key] for key in file if key.startswith(start)}
    assert deviation(ours(kind, name, precision), stored) < PRECISIONS[precision]


@every_variance
def test_first_weights_vary_as_the_stored_ones_of_pytorch(name):
    with np.load(STORED, allow_pickle=False) as file:
        assert_same_variance(name, file[f"variance/{name}"])


@every_case
@every_precision
def test_we_agree_with_pytorch_itself(kind, name, precision):
    torch = pytest.importorskip("torch")
    theirs = pytorchs(torch, kind, name, precision)
    assert deviation(ours(kind, name, precision), theirs) < PRECISIONS[precision]


@every_variance
def test_first_weights_vary_as_those_of_pytorch_itself(name):
    assert_same_variance(name, pytorchs_variance(pytest.importorskip("torch"), name))


def store():
    """Write PyTorch's numbers into the file beside this one, and print the deviations."""
    import torch  # only who stores new numbers needs it

    stored = {f"variance/{name}": np.array(pytorchs_variance(torch, name)) for name in VARIANCES}
    for kind, name in CASES:
        found = {}
        for precision in PRECISIONS:
            theirs = pytorchs(torch, kind, name, precision)
            found[precision] = deviation(ours(kind, name, precision), theirs)
            stored |= {f"{kind}/{name}/{precision}/{key}": v for key, v in theirs.items()}
        print(f"{kind:9} {name:33}", *(f"{p} {d:.1e}" for p, d in found.items()))  # noqa: T201
    np.savez_compressed(STORED, allow_pickle=False, **stored)


if __name__ == "__main__":
    store()
