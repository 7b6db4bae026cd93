"""Exercise: gradient descent in a bowl, with all places on the way."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.optimizers.samples import LESSON, quarters, reals, whole
from nnlib import optimizers


def bowl_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make bowls with rates that crawl, arrive, zigzag and diverge."""

    def bowl(part, n, learning_rate, num_steps, draw=reals, scale=1):
        curvatures = np.abs(draw(rng, n)) + (draw is not reals)  # never all 1: they would not show
        return Case((scale * draw(rng, n), curvatures, learning_rate, num_steps), part)

    return [
        Case(
            (np.array([4.0, 1.0]), np.array([1.0, 3.0]), 0.5, 2),
            working="slopes at (4, 1): (1·4, 3·1) = (4, 3), next place (4 - 2, 1 - 1.5) = "
            "(2, -0.5); slopes there: (2, -1.5), next place (2 - 1, -0.5 + 0.75) = (1, 0.25)",
        ),
        bowl("a small rate", 2, 0.05, 4),
        bowl("a small rate", 3, 0.02, 3),
        bowl("a good rate", 2, 0.4, 5),
        bowl("a good rate", 4, 0.3, 3),
        bowl("a rate that diverges", 2, 6.0, 4),
        bowl("a rate that diverges", 3, 7.5, 3),
        bowl("one step", 3, 0.3, 1),
        bowl("one step", 2, 0.7, 1),
        bowl("one weight", 1, 0.25, 4),
        bowl("one weight", 1, 0.6, 3),
        bowl("large values", 2, 0.2, 3, scale=700),
        bowl("large values", 3, 0.35, 4, scale=1000),
        bowl("integers", 3, 0.1, 4, whole),
        bowl("integers", 2, 0.3, 3, whole),
        bowl("float32", 3, 0.25, 3, quarters),
        bowl("float32", 2, 0.5, 4, quarters),
    ]


def _uphill(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] + learning_rate * curvatures * path[-1])
    return np.array(path)


def _learning_rate_forgotten(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - curvatures * path[-1])
    return np.array(path)


def _curvatures_forgotten(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * path[-1])
    return np.array(path)


def _curvatures_as_slopes(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures)
    return np.array(path)


def _slopes_of_the_start(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures * start)
    return np.array(path)


def _heights_as_slopes(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures * path[-1] ** 2 / 2)
    return np.array(path)


def _half_kept(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures * path[-1] / 2)
    return np.array(path)


def _twice_as_steep(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * 2 * curvatures * path[-1])
    return np.array(path)


def _one_slope_for_all(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * np.sum(curvatures * path[-1]))
    return np.array(path)


def _start_left_out(start, curvatures, learning_rate, num_steps):
    path, place = [], start
    for _ in range(num_steps):
        place = place - learning_rate * curvatures * place
        path.append(place)
    return np.array(path)


def _end_only(start, curvatures, learning_rate, num_steps):
    place = start
    for _ in range(num_steps):
        place = place - learning_rate * curvatures * place
    return place


def _last_step_missing(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps - 1):
        path.append(path[-1] - learning_rate * curvatures * path[-1])
    return np.array(path)


def _all_places_are_the_last(start, curvatures, learning_rate, num_steps):
    place = start.astype(float)
    path = [place]
    for _ in range(num_steps):
        place -= learning_rate * curvatures * place
        path.append(place)
    return np.array(path)


DESCEND_BOWL = Exercise(
    id="optimizers.descend_bowl",
    name="descend_bowl",
    lesson=LESSON,
    points=2,
    covers=("O1",),
    reference=optimizers.descend_bowl,
    cases=bowl_cases,
    hints=(
        "The slope along each weight is its curvature times its place. In each step, work out "
        "the slopes at the place where you stand now.",
        "new place = old place - learning_rate · (curvatures · old place). Keep all places in a "
        "list that begins with the start.",
        "`path.append(path[-1] - learning_rate * curvatures * path[-1])`, repeated; "
        "`np.array(path)` makes an array of the list.",
    ),
    misconceptions=(
        Misconception(
            "uphill",
            "You go uphill. The slope says where the loss grows; the step is subtracted.",
            _uphill,
        ),
        Misconception(
            "learning_rate_forgotten",
            "Your steps are as long as the slopes. The learning rate η scales each step.",
            _learning_rate_forgotten,
        ),
        Misconception(
            "curvatures_forgotten",
            "You took the place itself for the slope. The slope is curvature times place.",
            _curvatures_forgotten,
        ),
        Misconception(
            "curvatures_as_slopes",
            "You took the curvatures for the slopes, so all your steps are alike. The slope is "
            "curvature times place.",
            _curvatures_as_slopes,
        ),
        Misconception(
            "slopes_of_the_start",
            "You use the slopes of the start at every step. They change with the place.",
            _slopes_of_the_start,
        ),
        Misconception(
            "heights_as_slopes",
            "You step by the height of the bowl, ½ c w². A step goes by its slope, c w.",
            _heights_as_slopes,
        ),
        Misconception(
            "half_kept",
            "Your slope is half of what it should be: the derivative of ½ c w² is c w, the ½ and "
            "the 2 of the square cancel.",
            _half_kept,
        ),
        Misconception(
            "twice_as_steep",
            "Your slope is twice what it should be: 2 c w belongs to c w², and here a ½ stands in "
            "front of it.",
            _twice_as_steep,
        ),
        Misconception(
            "one_slope_for_all",
            "You added all slopes up and moved every weight by the sum. Each weight has a slope "
            "of its own.",
            _one_slope_for_all,
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
    ),
)
