"""A perceptron's training told in words."""

from nnlib.perceptron import PerceptronStep
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.perceptron_data import LearningData
from nnlib.widgets.perceptron_trace import Line, PerceptronTrace


def trace_words(data: LearningData, learning_rate: float, trace: PerceptronTrace) -> str:
    """Say what the last step saw, what stands now, and whether training is over."""
    step = _step_words(data.samples[0], trace)
    line = _line_words(trace.line, learning_rate)
    return "\n".join(
        part for part in (step, line, _end_words(data.gate, trace), trace.trouble) if part
    )


def _step_words(X: FloatArray, trace: PerceptronTrace) -> str:
    if not trace.steps:
        return "Step 0: nothing learnt yet. The ring marks the sample that comes first."
    step = trace.steps[-1]
    x = ", ".join(number_text(value) for value in X[step.sample])
    epoch = len(trace.mistakes)
    return (
        f"Step {len(trace.steps)}, epoch {epoch}: x = ({x}), target {step.target}, "
        f"prediction {step.prediction}: {_verdict(step)} Mistakes in this epoch: "
        f"{trace.mistakes[-1]}."
    )


def _verdict(step: PerceptronStep) -> str:
    error = step.target - step.prediction
    if error == 0:
        return "right, so nothing should change."
    return f"wrong, e = t − y = {number_text(error)}."


def _line_words(line: Line, learning_rate: float) -> str:
    (w1, w2), bias = line
    return (
        f"w1 = {number_text(w1)}, w2 = {number_text(w2)}, b = {number_text(bias)}. "
        f"The learning rate η is {number_text(learning_rate)}."
    )


def _end_words(gate: str, trace: PerceptronTrace) -> str:
    if trace.converged:
        return "A whole epoch passed without a mistake: training has converged."
    if gate == "xor" and len(trace.mistakes) > 2:
        return "No line separates XOR, so the mistakes never end."
    return ""
