"""What a student's backpropagation found, in words, beside what nudges of the weights measure."""

from collections.abc import Sequence

import numpy as np

from nnlib.backprop import Trace
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.small_network import NAMES

# Which gradients, as places among W², b², W³, b³, a step of the algorithm finds.
FOUND_IN_STEP = {3: (3,), 4: (1,), 5: (1, 3), 6: (0, 2)}
SHARE_OFF, NUMBER_OFF = 1e-4, 1e-6  # what nudges miss by


def beside_measured(
    name: str, trace: Trace, measured: Sequence[FloatArray], found: Sequence[int]
) -> str:
    """Say the gradients that a function found, and whether nudges of the parameters agree."""
    gradients = (
        trace.weight_gradients[0], trace.bias_gradients[0],
        trace.weight_gradients[1], trace.bias_gradients[1],
    )  # fmt: skip
    return "\n".join(_compared(name, NAMES[i], gradients[i], measured[i]) for i in found)


def in_words(numbers: FloatArray, digits: int = 3) -> str:
    """Write a row of numbers, or several rows, in brackets."""
    if numbers.ndim == 2:
        rows = [in_words(row, digits) for row in numbers]
        return rows[0] if len(rows) == 1 else f"[{', '.join(rows)}]"
    return f"[{', '.join(number_text(float(number), digits) for number in numbers)}]"


def _compared(name: str, of: str, own: FloatArray, measured: FloatArray) -> str:
    words = f"Your {name} says ∂C/∂{of} = {in_words(own)}"
    if np.allclose(own, measured, rtol=SHARE_OFF, atol=NUMBER_OFF):
        return f"{words}. Nudges of {of} measure the same."
    digits = 3 if in_words(own) != in_words(measured) else 6
    return (
        f"Your {name} says ∂C/∂{of} = {in_words(own, digits)}, "
        f"but nudges of {of} measure {in_words(measured, digits)}."
    )
