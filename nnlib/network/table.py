"""A network as a table: its layers, how wide they are, and how many numbers each learns."""

from nnlib.layers import Layer
from nnlib.network.network import Network

__all__ = ["num_layer_parameters", "summary"]


def summary(network: Network) -> str:
    """Return a table of the network's layers as text.

    Parameters
    ----------
    network : Network

    Returns
    -------
    str
        One line a layer, and the sum of the parameters.

    Examples
    --------
    >>> import numpy as np
    >>> from nnlib.network import multilayer_perceptron
    >>> print(summary(multilayer_perceptron([64, 32, 10], rng=np.random.default_rng(0))))
    layer           outputs  parameters
    -----------------------------------
    Linear(64, 32)       32        2080
    ReLU()               32           0
    Linear(32, 10)       10         330
    -----------------------------------
    total                          2410
    """
    rows = [("layer", "outputs", "parameters"), *_rows(network)]
    rows.append(("total", "", str(network.num_parameters)))
    name, outputs, parameters = (max(map(len, column)) for column in zip(*rows, strict=True))
    lines = [f"{a:<{name}}  {b:>{outputs}}  {c:>{parameters}}" for a, b, c in rows]
    rule = "-" * (name + outputs + parameters + 4)
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def num_layer_parameters(layer: Layer) -> int:
    """Return how many numbers a layer learns; for Linear(n, k) the n · k weights and k biases.

    Examples
    --------
    >>> import numpy as np
    >>> from nnlib.layers import Linear
    >>> num_layer_parameters(Linear(3, 5, rng=np.random.default_rng(0)))
    20
    """
    return sum(value.size for value in layer.parameters().values())


def _rows(network: Network) -> list[tuple[str, str, str]]:
    rows, width = [], network.in_features
    for layer in network.layers:
        width = layer.out_features or width
        rows.append((repr(layer), str(width or "any"), str(num_layer_parameters(layer))))
    return rows
