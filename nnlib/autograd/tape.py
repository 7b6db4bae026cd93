"""A computation written down as a list, and the way back through it: what a tensor does inside.

Values are numbered 0, 1, 2, …: first the inputs, then the result of each line of the tape.
"""

from collections.abc import Sequence

from nnlib.validate import number

__all__ = ["order_of_values", "run_tape", "tape_backward"]

Line = tuple[str, int, int]


def order_of_values(parents: Sequence[Sequence[int]]) -> list[int]:
    """Return the values in an order in which each comes after all that it was made of.

    Of the values that are ready the one with the smallest number is taken, again and again.
    Kahn, Topological sorting of large networks, 1962.

    Parameters
    ----------
    parents : sequence of sequences of int
        For each value the numbers of those that it was made of; empty for an input.

    Returns
    -------
    list of int

    Raises
    ------
    ValueError
        If values were made of one another in a circle.

    Examples
    --------
    >>> order_of_values([[2], [0, 2], []])
    [2, 0, 1]
    """
    order: list[int] = []
    while len(order) < len(parents):
        waiting = [i for i in range(len(parents)) if i not in order]
        ready = [i for i in waiting if all(parent in order for parent in parents[i])]
        if not ready:
            raise ValueError(f"The values {waiting} were made of one another in a circle.")
        order.append(ready[0])
    return order


def run_tape(inputs: Sequence[float], tape: Sequence[Line]) -> list[float]:
    """Return the inputs and, after them, the result of each line of the tape.

    Parameters
    ----------
    inputs : sequence of float
    tape : sequence of (sign, i, j)
        Each line is a sign, "+" or "*", and the numbers of the two values that it joins.

    Returns
    -------
    list of float, len(inputs) + len(tape) of them

    Raises
    ------
    ValueError
        If a sign is another one, or a line uses a value that is not there yet.

    Examples
    --------
    >>> run_tape([2, 3], [("*", 0, 1), ("+", 2, 0)])
    [2.0, 3.0, 6.0, 8.0]
    """
    values = [number(value, "inputs") for value in inputs]
    for sign, i, j in tape:
        _check_line(sign, i, j, len(values))
        values.append(values[i] + values[j] if sign == "+" else values[i] * values[j])
    return values


def tape_backward(values: Sequence[float], tape: Sequence[Line]) -> list[float]:
    """Return the derivative of the last value for each value of the tape.

    From the last line to the first, a sum hands its gradient g on to both sides, a product
    x · y hands g y to x and g x to y. What reaches a value on several ways is added up.

    Parameters
    ----------
    values : sequence of float
        The inputs and the result of each line, as `run_tape` returns them.
    tape : sequence of (sign, i, j)

    Returns
    -------
    list of float, as many as there are values

    Raises
    ------
    ValueError
        If a sign is another one, or a line uses a value that is not there yet.

    Examples
    --------
    >>> tape_backward([2, 3, 6, 8], [("*", 0, 1), ("+", 2, 0)])
    [4.0, 2.0, 1.0, 1.0]
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    result = len(values)
    for sign, i, j in reversed(tape):
        result -= 1
        _check_line(sign, i, j, result)
        gradient = gradients[result]
        if sign == "+":
            gradients[i] += gradient
            gradients[j] += gradient
        else:
            gradients[i] += gradient * values[j]
            gradients[j] += gradient * values[i]
    return gradients


def _check_line(sign: str, i: int, j: int, size: int) -> None:
    if sign not in ("+", "*"):
        raise ValueError(f'A sign is "+" or "*"; {sign!r} came.')
    if not (0 <= i < size and 0 <= j < size):
        raise ValueError(f"A line uses the values {i} and {j}, but only 0 to {size - 1} are there.")
