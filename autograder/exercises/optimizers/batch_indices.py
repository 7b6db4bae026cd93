"""Exercise: an order of samples cut into batches."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand.optimizers import batch_indices


def order_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make orders that batches divide evenly, and others."""

    def order(m, batch_size, part):
        return Case((mixed(rng, m), batch_size), part)

    return [
        Case(
            ([3, 0, 4, 1, 2], 2),
            working="the first two are 3, 0; the next two 4, 1; 2 is left",
        ),
        order(7, 3, "a smaller last batch"),
        order(14, 4, "a smaller last batch"),
        order(11, 5, "a smaller last batch"),
        order(8, 4, "batches of one size"),
        order(15, 3, "batches of one size"),
        order(5, 1, "batches of one"),
        order(7, 1, "batches of one"),
        order(6, 6, "one batch"),
        order(4, 9, "one batch"),
        order(1000, 300, "many samples"),
        order(901, 100, "many samples"),
    ]


def mixed(rng: np.random.Generator, m: int) -> list[int]:
    """Draw an order of 0 … m - 1 that neither begins nor ends as it does when sorted."""
    while True:
        order: list[int] = rng.permutation(m).tolist()
        if order[0] != 0 and order[-1] not in (0, m - 1):
            return order


BATCH_INDICES = Exercise(
    id="optimizers.batch_indices",
    points=2,
    covers=("O2",),
    reference=batch_indices,
    cases=order_cases,
    hints=(
        "At which places of `order` do the batches begin? With a batch size of 2: at 0, 2, 4, …",
        "`range(0, len(order), batch_size)` gives these places. From each one, take the next "
        "`batch_size` numbers.",
        "`order[start : start + batch_size]` is one batch. At the end it gives what is left, with "
        "no error. Collect the batches in a list.",
    ),
)


@BATCH_INDICES.misconception
def last_batch_dropped(order, batch_size):
    """You left the last samples out, because they do not fill a batch. They make a smaller batch;
    all samples are seen in an epoch.
    """
    whole = len(order) // batch_size
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(whole)]


@BATCH_INDICES.misconception
def so_many_batches(order, batch_size):
    """You made `batch_size` batches. It is the number of samples in a batch."""
    return [list(part) for part in np.array_split(order, batch_size)]


@BATCH_INDICES.misconception
def order_ignored(order, batch_size):
    """You numbered the samples anew. The batches follow the given order."""
    places = list(range(len(order)))
    return [places[i : i + batch_size] for i in range(0, len(order), batch_size)]


@BATCH_INDICES.misconception
def overlapping(order, batch_size):
    """Your batches overlap: each begins one place after the one before. The next begins where the
    last one ended.
    """
    return [order[i : i + batch_size] for i in range(len(order))]


@BATCH_INDICES.misconception
def last_batch_filled_up(order, batch_size):
    """You filled the last batch up with samples from the beginning. Each sample is seen once; the
    last batch may be smaller.
    """
    rows = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
    rows[-1] = (rows[-1] + batch_size * order)[:batch_size]
    return rows


@BATCH_INDICES.misconception
def every_so_manyth(order, batch_size):
    """You dealt the samples out like cards, one to each batch in turn. Take the next ones in a row
    for each batch.
    """
    number = -(-len(order) // batch_size)
    return [order[i::number] for i in range(number)]


@BATCH_INDICES.misconception
def evenly_divided(order, batch_size):
    """You made the batches as equal as possible. All have `batch_size` samples, only the last holds
    what is left.
    """
    number = -(-len(order) // batch_size)
    return [list(part) for part in np.array_split(order, number)]


@BATCH_INDICES.misconception
def one_too_few(order, batch_size):
    """Each of your batches lacks its last sample. A slice `a:b` already ends before b, so nothing
    is to be subtracted.
    """
    return [order[i : i + batch_size - 1] for i in range(0, len(order), batch_size)]


@BATCH_INDICES.misconception
def one_too_many(order, batch_size):
    """Each of your batches also holds the first sample of the next one. A slice `a:b` ends before
    b.
    """
    return [order[i : i + batch_size + 1] for i in range(0, len(order), batch_size)]


@BATCH_INDICES.misconception
def first_batch_only(order, batch_size):
    """You stopped after the first batch. Go on until all samples have had their turn."""
    return [order[:batch_size]]


@BATCH_INDICES.misconception
def starts_only(order, batch_size):
    """You took only the first sample of each batch. Take it and the ones that follow."""
    return [order[i] for i in range(0, len(order), batch_size)]


@BATCH_INDICES.misconception
def given_list_used_up(order, batch_size):
    """You took the numbers out of the list that you were given, so its owner has none left. Slices
    copy and leave it as it is.
    """
    rows = []
    while order:
        rows.append([order.pop(0) for _ in range(min(batch_size, len(order)))])
    return rows
