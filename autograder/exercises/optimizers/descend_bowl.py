"""Exercise: gradient descent in a bowl, with all places on the way."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.model import Case, Exercise
from autograder.exercises.optimizers.samples import quarters, whole
from nnlib.by_hand.optimizers import descend_bowl


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


DESCEND_BOWL = Exercise(
    id="optimizers.descend_bowl",
    points=2,
    covers=("O1",),
    reference=descend_bowl,
    cases=bowl_cases,
    hints=(
        "The slope along each weight is its curvature times its place. In each step, work out "
        "the slopes at the place where you stand now.",
        "new place = old place - learning_rate · (curvatures · old place). Keep all places in a "
        "list that begins with the start.",
        "`path.append(path[-1] - learning_rate * curvatures * path[-1])`, repeated; "
        "`np.array(path)` makes an array of the list.",
    ),
)


@DESCEND_BOWL.misconception
def uphill(start, curvatures, learning_rate, num_steps):
    """You go uphill. The slope says where the loss grows; the step is subtracted."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] + learning_rate * curvatures * path[-1])
    return np.array(path)


@DESCEND_BOWL.misconception
def learning_rate_forgotten(start, curvatures, learning_rate, num_steps):
    """Your steps are as long as the slopes. The learning rate η scales each step."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - curvatures * path[-1])
    return np.array(path)


@DESCEND_BOWL.misconception
def curvatures_forgotten(start, curvatures, learning_rate, num_steps):
    """You took the place itself for the slope. The slope is curvature times place."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * path[-1])
    return np.array(path)


@DESCEND_BOWL.misconception
def curvatures_as_slopes(start, curvatures, learning_rate, num_steps):
    """You took the curvatures for the slopes, so all your steps are alike. The slope is curvature
    times place.
    """
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures)
    return np.array(path)


@DESCEND_BOWL.misconception
def slopes_of_the_start(start, curvatures, learning_rate, num_steps):
    """You use the slopes of the start at every step. They change with the place."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures * start)
    return np.array(path)


@DESCEND_BOWL.misconception
def heights_as_slopes(start, curvatures, learning_rate, num_steps):
    """You step by the height of the bowl, ½ c w². A step goes by its slope, c w."""
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures * path[-1] ** 2 / 2)
    return np.array(path)


@DESCEND_BOWL.misconception
def half_kept(start, curvatures, learning_rate, num_steps):
    """Your slope is half of what it should be: the derivative of ½ c w² is c w, the ½ and the 2 of
    the square cancel.
    """
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * curvatures * path[-1] / 2)
    return np.array(path)


@DESCEND_BOWL.misconception
def twice_as_steep(start, curvatures, learning_rate, num_steps):
    """Your slope is twice what it should be: 2 c w belongs to c w², and here a ½ stands in front of
    it.
    """
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * 2 * curvatures * path[-1])
    return np.array(path)


@DESCEND_BOWL.misconception
def one_slope_for_all(start, curvatures, learning_rate, num_steps):
    """You added all slopes up and moved every weight by the sum. Each weight has a slope of its
    own.
    """
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * np.sum(curvatures * path[-1]))
    return np.array(path)


@DESCEND_BOWL.misconception
def start_left_out(start, curvatures, learning_rate, num_steps):
    """The places are right, but the start is missing: it is the first row."""
    path, place = [], start
    for _ in range(num_steps):
        place = place - learning_rate * curvatures * place
        path.append(place)
    return np.array(path)


@DESCEND_BOWL.misconception
def end_only(start, curvatures, learning_rate, num_steps):
    """You returned only where the walk ends. Asked are all places on the way."""
    place = start
    for _ in range(num_steps):
        place = place - learning_rate * curvatures * place
    return place


@DESCEND_BOWL.misconception
def last_step_missing(start, curvatures, learning_rate, num_steps):
    """One step is missing: the start and `num_steps` steps make num_steps + 1 places."""
    path = [start]
    for _ in range(num_steps - 1):
        path.append(path[-1] - learning_rate * curvatures * path[-1])
    return np.array(path)


@DESCEND_BOWL.misconception
def all_places_are_the_last(start, curvatures, learning_rate, num_steps):
    """All rows show the end of the walk: `-=` changes the one array that stands in your list many
    times. Make a new array at each step.
    """
    place = start.astype(float)
    path = [place]
    for _ in range(num_steps):
        place -= learning_rate * curvatures * place
        path.append(place)
    return np.array(path)
