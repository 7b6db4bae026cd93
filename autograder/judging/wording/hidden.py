"""What is said of an answer that was right in public, and is not on cases that are not shown.

These are the only words about hidden cases, and nothing of the answer is in them: whatever it
returned or raised, and how it ended, may carry the arguments.
"""

from autograder.messages import Sentence, sentence


def wrong_on_others() -> Sentence:
    """Say what may fit the public cases alone."""
    return sentence(
        "This answer is right on every case of the notebook's own check, but not on others of the "
        "same kinds, which are made for grading and not shown. There it gives something else, "
        "stops with an error, does not end, or could not be tried, since the notebook's time was "
        "used up. Look for what fits some numbers alone: a result or a size that is written in, a "
        "rounded number, a case that is left out (0, equal numbers, negative or large ones, "
        "another shape)."
    )


def side_effect() -> Sentence:
    """Say that the values are right, and what else is not."""
    return sentence(
        "The returned values are right, but the call changed one of its arguments in place, or "
        "gave something else when it was made again. Build new arrays (`a = a + b`, not `a += b`), "
        "and let the answer depend on the arguments alone: no global variable, no counter, no "
        "random numbers but those of `rng`. Until then it earns half of the points."
    )


def our_fault() -> Sentence:
    """Take the blame, without the reason, which may hold something of a hidden case."""
    return sentence(
        "This answer could not be judged, and that is our fault, not yours. Your teacher knows, "
        "and gives the points."
    )
