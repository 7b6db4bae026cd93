"""The forward pass: what a layer of neurons makes of its inputs, and what a stack of layers does.

A layer's weights stand in a matrix, one row a neuron. What comes in is one sample of shape (n,),
or a batch of shape (m, n), one sample a row.
"""

from collections.abc import Callable, Sequence

from numpy.typing import ArrayLike

from nnlib.activations import relu, sigmoid
from nnlib.validate import FloatArray, count, floats, matrix, vector

ActivationFunction = Callable[[FloatArray], FloatArray]
Parameters = Sequence[tuple[ArrayLike, ArrayLike]]


def layer_net_input(a_prev: ArrayLike, weight: ArrayLike, bias: ArrayLike) -> FloatArray:
    """Return what each neuron of a layer sums up for one sample.

    z^l = W^l a^(l-1) + b^l

    Parameters
    ----------
    a_prev : array_like, shape (in_features,)
        What the layer before gives, a^(l-1).
    weight : array_like, shape (out_features, in_features)
        Row j holds the weights of neuron j.
    bias : array_like, shape (out_features,)

    Returns
    -------
    ndarray, shape (out_features,)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> layer_net_input([0.5, 0.3], [[0.4, 0.6], [0.1, 0.9]], [0.2, 0.1]).round(2)
    array([0.58, 0.42])
    """
    weight = matrix(weight, "weight")
    a_prev = vector(a_prev, "a_prev", size=weight.shape[1])
    return weight @ a_prev + vector(bias, "bias", size=len(weight))


def layer_forward(
    a_prev: ArrayLike, weight: ArrayLike, bias: ArrayLike, activation: ActivationFunction
) -> tuple[FloatArray, FloatArray]:
    """Return a layer's net inputs and its outputs for one sample.

    z^l = W^l a^(l-1) + b^l  and  a^l = f(z^l)

    Parameters
    ----------
    a_prev : array_like, shape (in_features,)
    weight : array_like, shape (out_features, in_features)
    bias : array_like, shape (out_features,)
    activation : callable
        The function f, which takes all net inputs at once.

    Returns
    -------
    z, a : ndarray, shape (out_features,)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> from nnlib.activations import sigmoid
    >>> z, a = layer_forward([0.5, 0.3], [[0.4, 0.6], [0.1, 0.9]], [0.2, 0.1], sigmoid)
    >>> a.round(3)
    array([0.641, 0.603])
    """
    weight = matrix(weight, "weight")
    a_prev = vector(a_prev, "a_prev", size=weight.shape[1])
    z = weight @ a_prev + vector(bias, "bias", size=len(weight))
    return z, activation(z)


def batch_forward(
    A_prev: ArrayLike, weight: ArrayLike, bias: ArrayLike, activation: ActivationFunction
) -> tuple[FloatArray, FloatArray]:
    """Return a layer's net inputs and its outputs for a batch.

    Z = A_prev Wᵀ + b, where b is added to each row, and A = f(Z)

    Parameters
    ----------
    A_prev : array_like, shape (m, in_features)
    weight : array_like, shape (out_features, in_features)
    bias : array_like, shape (out_features,)
    activation : callable

    Returns
    -------
    Z, A : ndarray, shape (m, out_features)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> from nnlib.activations import relu
    >>> Z, A = batch_forward([[1, 2], [3, 0]], [[1, -1]], [0.5], relu)
    >>> Z.tolist(), A.tolist()
    ([[-0.5], [3.5]], [[0.0], [3.5]])
    """
    weight = matrix(weight, "weight")
    A_prev = matrix(A_prev, "A_prev", columns=weight.shape[1])
    Z = A_prev @ weight.T + vector(bias, "bias", size=len(weight))
    return Z, activation(Z)


def forward(x: ArrayLike, parameters: Parameters, activation: ActivationFunction) -> FloatArray:
    """Return what a network gives: all layers in turn, with an activation between each two.

    a^1 = x,  z^l = W^l a^(l-1) + b^l,  a^l = f(z^l), and the last layer's z^L is the result.

    Parameters
    ----------
    x : array_like, shape (in_features,) or (m, in_features)
    parameters : sequence of (weight, bias)
        One pair a layer, weight of shape (out_features, in_features), bias (out_features,).
    activation : callable
        The function f of the hidden layers; the output layer has none.

    Returns
    -------
    ndarray, shape (out_features,) or (m, out_features)

    Raises
    ------
    ValueError
        If there is no layer, or the shapes do not fit together.

    Examples
    --------
    >>> from nnlib.activations import relu
    >>> parameters = [([[1, 2], [1, -2]], [0, 0]), ([[3, 4]], [5])]
    >>> forward([1, 1], parameters, relu), forward([[1, 1], [1, -1]], parameters, relu)
    (array([14.]), array([[14.],
           [17.]]))
    """
    if len(parameters) == 0:
        raise ValueError("parameters is empty; give one pair (weight, bias) for each layer.")
    a = floats(x, "x")
    for weight, bias in parameters[:-1]:
        weight = matrix(weight, "weight", columns=a.shape[-1])
        a = activation(a @ weight.T + vector(bias, "bias", size=len(weight)))
    weight, bias = parameters[-1]
    weight = matrix(weight, "weight", columns=a.shape[-1])
    return a @ weight.T + vector(bias, "bias", size=len(weight))


def sequential(x: ArrayLike, layers: Sequence[str | tuple[ArrayLike, ArrayLike]]) -> FloatArray:
    """Return what a network gives that is written as a list of layers, as PyTorch writes it.

    Parameters
    ----------
    x : array_like, shape (in_features,) or (m, in_features)
    layers : sequence
        In order: a pair (weight, bias) is a linear layer, z = W a + b; "ReLU" and "Sigmoid" are
        activations of what came out so far.

    Returns
    -------
    ndarray, shape (out_features,) or (m, out_features)

    Raises
    ------
    ValueError
        If a layer has another name, or the shapes do not fit together.

    Examples
    --------
    >>> sequential([1, 1], [([[1, 2], [1, -2]], [0, 0]), "ReLU", ([[3, 4]], [-9]), "Sigmoid"])
    array([0.5])
    """
    a = floats(x, "x")
    for layer in layers:
        if layer == "ReLU":
            a = relu(a)
        elif layer == "Sigmoid":
            a = sigmoid(a)
        elif isinstance(layer, str):
            raise ValueError(f'layers may name "ReLU" and "Sigmoid"; {layer!r} came.')
        else:
            weight, bias = layer
            weight = matrix(weight, "weight", columns=a.shape[-1])
            a = a @ weight.T + vector(bias, "bias", size=len(weight))
    return a


def collapse_layers(
    weight1: ArrayLike, bias1: ArrayLike, weight2: ArrayLike, bias2: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Return the one linear layer that does what two linear layers in a row do.

    W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2)

    so that W = W2 W1 and b = W2 b1 + b2: layers without an activation gain nothing by depth.

    Parameters
    ----------
    weight1 : array_like, shape (hidden, in_features)
        The first layer's weights.
    bias1 : array_like, shape (hidden,)
        The first layer's biases.
    weight2 : array_like, shape (out_features, hidden)
        The second layer's weights.
    bias2 : array_like, shape (out_features,)
        The second layer's biases.

    Returns
    -------
    weight : ndarray, shape (out_features, in_features)
    bias : ndarray, shape (out_features,)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> collapse_layers([[1, 2]], [3], [[10]], [5])
    (array([[10., 20.]]), array([35.]))
    """
    weight1 = matrix(weight1, "weight1")
    bias1 = vector(bias1, "bias1", size=weight1.shape[0])
    weight2 = matrix(weight2, "weight2", columns=weight1.shape[0])
    bias2 = vector(bias2, "bias2", size=weight2.shape[0])
    return weight2 @ weight1, weight2 @ bias1 + bias2


def count_parameters(sizes: Sequence[int]) -> int:
    """Return the number of weights and biases of a network of linear layers.

    Σ_l (n_(l-1) · n_l + n_l): each neuron has one weight for each of its inputs, and one bias.

    Parameters
    ----------
    sizes : sequence of int
        Numbers of inputs, of each hidden layer's neurons and of outputs, as (2, 4, 1).

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is no whole number of at least 1.

    Examples
    --------
    >>> count_parameters([2, 4, 1])  # 2·4 + 4 + 4·1 + 1
    17
    """
    if len(sizes) < 2:
        raise ValueError(f"sizes must name at least inputs and outputs; {list(sizes)} came.")
    n = [count(size, "Each size") for size in sizes]
    return sum(n[i - 1] * n[i] + n[i] for i in range(1, len(n)))
