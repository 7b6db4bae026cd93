"""Exercise: several steps downhill."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import landscapes


def descent_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make walks on three landscapes; the slope changes from step to step on all."""
    bowl, trough = landscapes.bowl_gradient, landscapes.trough_gradient
    saddle = landscapes.saddle_gradient
    return [
        Case(
            (bowl, np.array([4.0, 1.0]), 0.25, 2),
            working="gradient at (4, 1) is (2·4, 4·1) = (8, 4): (4 - 0.25·8, 1 - 0.25·4) = (2, 0); "
            "gradient at (2, 0) is (4, 0): (2 - 0.25·4, 0) = (1, 0)",
        ),
        Case((bowl, 2 * reals(rng, 2), 0.1, 4), "a bowl"),
        Case((bowl, 3 * reals(rng, 3), 0.06, 6), "a bowl"),
        Case((trough, 1.5 * reals(rng, 2), 0.15, 5), "a trough"),
        Case((trough, 1.2 * reals(rng, 4), 0.2, 3), "a trough"),
        Case((saddle, 2 * reals(rng, 2), 0.05, 4), "a saddle"),
        Case((saddle, np.abs(reals(rng, 3)), 0.04, 5), "a saddle"),
        Case((bowl, 2 * reals(rng, 2), 0.2, 1), "one step"),
        Case((saddle, 2 * reals(rng, 3), 0.1, 1), "one step"),
        Case((bowl, 2 * reals(rng, 1), 0.3, 4), "one number"),
        Case((trough, 1.5 * reals(rng, 1), 0.2, 3), "one number"),
        Case((bowl, 700 * reals(rng, 2), 0.15, 3), "large values"),
        Case((bowl, 1000 * reals(rng, 3), 0.08, 5), "large values"),
        Case((bowl, whole(rng, 3), 0.1, 4), "integers"),
        Case((saddle, whole(rng, 2), 0.05, 3), "integers"),
        Case((trough, quarters(rng, 3), 0.25, 3), "float32"),
        Case((saddle, quarters(rng, 2), 0.125, 3), "float32"),
    ]


GRADIENT_DESCENT = Exercise(
    id="backprop.gradient_descent",
    points=2,
    covers=("B14",),
    reference=landscapes.gradient_descent,
    cases=descent_cases,
    hints=(
        "Begin a list with the start. In each step, ask for the gradient at the place where you "
        "stand now, and go a little against it.",
        "new place = old place - learning_rate · gradient(old place). The old place is the last "
        "one of the list: `path[-1]`.",
        "`path.append(path[-1] - learning_rate * gradient(path[-1]))`, repeated; "
        "`np.array(path)` makes an array of the list.",
    ),
)


@GRADIENT_DESCENT.misconception
def uphill(gradient, start, learning_rate, num_steps):
    """You go uphill. The gradient points to where f grows; subtract it."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] + learning_rate * gradient(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.misconception
def learning_rate_forgotten(gradient, start, learning_rate, num_steps):
    """Your steps are as long as the gradient. The learning rate η scales each step."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - gradient(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.misconception
def always_the_first_slope(gradient, start, learning_rate, num_steps):
    """You use the gradient of the start at every step. Ask for it again at each new place."""
    path, slope = [start], gradient(start)
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * slope)
    return np.array(path)


@GRADIENT_DESCENT.misconception
def start_left_out(gradient, start, learning_rate, num_steps):
    """The places are right, but the start is missing: it is the first row."""
    path, point = [], start
    for _ in range(num_steps):
        point = point - learning_rate * gradient(point)
        path.append(point)
    return np.array(path)


@GRADIENT_DESCENT.misconception
def end_only(gradient, start, learning_rate, num_steps):
    """You returned only where the walk ends. Asked are all places on the way."""
    point = start
    for _ in range(num_steps):
        point = point - learning_rate * gradient(point)
    return point


@GRADIENT_DESCENT.misconception
def last_step_missing(gradient, start, learning_rate, num_steps):
    """One step is missing: the start and `num_steps` steps make num_steps + 1 places."""
    path = [start]
    for _ in range(num_steps - 1):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.misconception
def all_places_are_the_last(gradient, start, learning_rate, num_steps):
    """All rows show the end of the walk: `-=` changes the one array that stands in your list many
    times. Make a new array at each step.
    """
    point = start.astype(float)
    path = [point]
    for _ in range(num_steps):
        point -= learning_rate * gradient(point)
        path.append(point)
    return np.array(path)


@GRADIENT_DESCENT.misconception
def steps_from_the_start(gradient, start, learning_rate, num_steps):
    """Each of your steps begins at the start again. It begins where the last one ended."""
    path = [start]
    for _ in range(num_steps):
        path.append(start - learning_rate * gradient(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.misconception
def steps_of_equal_length(gradient, start, learning_rate, num_steps):
    """You made all steps equally long. Here a steep slope makes a long step: do not divide by the
    gradient's length.
    """
    path = [start]
    for _ in range(num_steps):
        slope = gradient(path[-1])
        path.append(path[-1] - learning_rate * slope / np.linalg.norm(slope))
    return np.array(path)


@GRADIENT_DESCENT.misconception
def sign_of_the_slope_only(gradient, start, learning_rate, num_steps):
    """You use only the sign of the slopes. How steep they are counts, too."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * np.sign(gradient(path[-1])))
    return np.array(path)


@GRADIENT_DESCENT.misconception
def one_number_after_the_other(gradient, start, learning_rate, num_steps):
    """You move one number, then ask for the gradient again for the next one. All numbers move at
    once, by the gradient of one place.
    """
    path = [start.astype(float)]
    for _ in range(num_steps):
        point = path[-1].copy()
        for i in range(len(point)):
            point[i] -= learning_rate * gradient(point)[i]
        path.append(point)
    return np.array(path)


@GRADIENT_DESCENT.misconception
def fractions_cut_off(gradient, start, learning_rate, num_steps):
    """From a start of whole numbers your places stay whole: the fractions are cut off. Make the
    array of the path one of floats.
    """
    path = np.zeros((num_steps + 1, len(start)), dtype=start.dtype)
    path[0] = start
    for i in range(num_steps):
        path[i + 1] = path[i] - learning_rate * gradient(path[i])
    return path


@GRADIENT_DESCENT.misconception
def scaled_down_place(gradient, start, learning_rate, num_steps):
    """The learning rate scales the gradient alone, not the place. Look at your brackets."""
    path = [start]
    for _ in range(num_steps):
        path.append(learning_rate * (path[-1] - gradient(path[-1])))
    return np.array(path)
