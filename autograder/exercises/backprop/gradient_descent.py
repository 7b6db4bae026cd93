"""Exercise: several steps downhill."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import LESSON, quarters, reals, whole
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import landscapes


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


def _uphill(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] + learning_rate * gradient(path[-1]))
    return np.array(path)


def _learning_rate_forgotten(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - gradient(path[-1]))
    return np.array(path)


def _always_the_first_slope(gradient, start, learning_rate, num_steps):
    path, slope = [start], gradient(start)
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * slope)
    return np.array(path)


def _start_left_out(gradient, start, learning_rate, num_steps):
    path, point = [], start
    for _ in range(num_steps):
        point = point - learning_rate * gradient(point)
        path.append(point)
    return np.array(path)


def _end_only(gradient, start, learning_rate, num_steps):
    point = start
    for _ in range(num_steps):
        point = point - learning_rate * gradient(point)
    return point


def _last_step_missing(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps - 1):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return np.array(path)


def _all_places_are_the_last(gradient, start, learning_rate, num_steps):
    point = start.astype(float)
    path = [point]
    for _ in range(num_steps):
        point -= learning_rate * gradient(point)
        path.append(point)
    return np.array(path)


def _steps_from_the_start(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(start - learning_rate * gradient(path[-1]))
    return np.array(path)


def _steps_of_equal_length(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        slope = gradient(path[-1])
        path.append(path[-1] - learning_rate * slope / np.linalg.norm(slope))
    return np.array(path)


def _sign_of_the_slope_only(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * np.sign(gradient(path[-1])))
    return np.array(path)


def _one_number_after_the_other(gradient, start, learning_rate, num_steps):
    path = [start.astype(float)]
    for _ in range(num_steps):
        point = path[-1].copy()
        for i in range(len(point)):
            point[i] -= learning_rate * gradient(point)[i]
        path.append(point)
    return np.array(path)


def _fractions_cut_off(gradient, start, learning_rate, num_steps):
    path = np.zeros((num_steps + 1, len(start)), dtype=start.dtype)
    path[0] = start
    for i in range(num_steps):
        path[i + 1] = path[i] - learning_rate * gradient(path[i])
    return path


def _scaled_down_place(gradient, start, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(learning_rate * (path[-1] - gradient(path[-1])))
    return np.array(path)


GRADIENT_DESCENT = Exercise(
    id="backprop.gradient_descent",
    name="gradient_descent",
    lesson=LESSON,
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
    misconceptions=(
        Misconception(
            "uphill",
            "You go uphill. The gradient points to where f grows; subtract it.",
            _uphill,
        ),
        Misconception(
            "learning_rate_forgotten",
            "Your steps are as long as the gradient. The learning rate η scales each step.",
            _learning_rate_forgotten,
        ),
        Misconception(
            "always_the_first_slope",
            "You use the gradient of the start at every step. Ask for it again at each new place.",
            _always_the_first_slope,
        ),
        Misconception(
            "start_left_out",
            "The places are right, but the start is missing: it is the first row.",
            _start_left_out,
        ),
        Misconception(
            "end_only",
            "You returned only where the walk ends. Asked are all places on the way.",
            _end_only,
        ),
        Misconception(
            "last_step_missing",
            "One step is missing: the start and `num_steps` steps make num_steps + 1 places.",
            _last_step_missing,
        ),
        Misconception(
            "all_places_are_the_last",
            "All rows show the end of the walk: `-=` changes the one array that stands in your "
            "list many times. Make a new array at each step.",
            _all_places_are_the_last,
        ),
        Misconception(
            "steps_from_the_start",
            "Each of your steps begins at the start again. It begins where the last one ended.",
            _steps_from_the_start,
        ),
        Misconception(
            "steps_of_equal_length",
            "You made all steps equally long. Here a steep slope makes a long step: do not divide "
            "by the gradient's length.",
            _steps_of_equal_length,
        ),
        Misconception(
            "sign_of_the_slope_only",
            "You use only the sign of the slopes. How steep they are counts, too.",
            _sign_of_the_slope_only,
        ),
        Misconception(
            "one_number_after_the_other",
            "You move one number, then ask for the gradient again for the next one. All numbers "
            "move at once, by the gradient of one place.",
            _one_number_after_the_other,
        ),
        Misconception(
            "fractions_cut_off",
            "From a start of whole numbers your places stay whole: the fractions are cut off. "
            "Make the array of the path one of floats.",
            _fractions_cut_off,
        ),
        Misconception(
            "scaled_down_place",
            "The learning rate scales the gradient alone, not the place. Look at your brackets.",
            _scaled_down_place,
        ),
    ),
)
