"""How many numbers a network learns."""

from collections.abc import Sequence

from nnlib.validate import count


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
