"""The steps of a perceptron's training, by the library's rule or by a student's own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nnlib.perceptron import PerceptronStep, predict
from nnlib.validate import FloatArray
from nnlib.widgets.own_function import OwnFunctionError, as_numbers, call_own, name_of

Update = Callable[..., Any]
Line = tuple[FloatArray, float]


@dataclass(frozen=True)
class PerceptronTrace:
    """The steps taken so far, the line before the first, and why the next one failed, if so."""

    start: Line
    steps: tuple[PerceptronStep, ...]
    samples_per_epoch: int
    trouble: str = ""

    @property
    def line(self) -> Line:
        """The weights and bias after the last step."""
        return (self.steps[-1].weights, self.steps[-1].bias) if self.steps else self.start

    @property
    def line_before(self) -> Line:
        """The weights and bias before the last step."""
        return (self.steps[-2].weights, self.steps[-2].bias) if len(self.steps) > 1 else self.start

    @property
    def mistakes(self) -> tuple[int, ...]:
        """The wrong predictions in each epoch; the last epoch may be unfinished."""
        wrong = [step.prediction != step.target for step in self.steps]
        size = self.samples_per_epoch
        return tuple(sum(wrong[i : i + size]) for i in range(0, len(wrong), size))

    @property
    def converged(self) -> bool:
        """Whether a whole epoch has passed without a mistake."""
        finished = len(self.steps) // self.samples_per_epoch
        return 0 in self.mistakes[:finished]


def trace_perceptron(
    samples: tuple[FloatArray, FloatArray],
    learning_rate: float,
    num_steps: int,
    update: Update,
    start: Line,
) -> PerceptronTrace:
    """Train on the samples in turn for ``num_steps`` steps, or until ``update`` fails."""
    X, targets = samples
    line, steps = start, list[PerceptronStep]()
    for count in range(num_steps):
        i = count % len(X)
        prediction = int(predict(X[i], *line))
        try:
            line = updated_line(update, line, X[i], float(targets[i]), learning_rate)
        except OwnFunctionError as error:
            return PerceptronTrace(start, tuple(steps), len(X), f"{error} It was step {count + 1}.")
        steps.append(PerceptronStep(i, int(targets[i]), prediction, *line))
    return PerceptronTrace(start, tuple(steps), len(X))


def updated_line(
    update: Update, line: Line, x: FloatArray, target: float, learning_rate: float
) -> Line:
    """Return the weights and bias that ``update`` gives, or raise OwnFunctionError.

    The function gets copies, so that one which changes its arguments spoils no step before.
    """
    weights, bias = line
    result = call_own(update, weights.copy(), bias, x.copy(), target, learning_rate)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise OwnFunctionError(
            f"Your {name_of(update)} returned {type(result).__name__}; "
            "return the two things (weights, bias)."
        )
    new_weights, new_bias = (as_numbers(part, update) for part in result)
    if new_weights.shape != weights.shape or new_bias.size != 1:
        raise OwnFunctionError(
            f"Your {name_of(update)} returned weights of shape {new_weights.shape} and a bias of "
            f"shape {new_bias.shape}; return weights of shape {weights.shape} and one number."
        )
    return new_weights, float(new_bias.item())
