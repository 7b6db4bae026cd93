"""Name people in a sentence, however many there are."""

from collections.abc import Sequence

from autograder.course.names import printable

MOST_NAMED = 8


def named(students: Sequence[str]) -> str:
    """Return the first few names, and how many more there are.

    >>> named(["ann", "bob"])
    'ann, bob'
    >>> named(["ann"] * 10).endswith("ann and 2 more")
    True
    """
    more = f" and {len(students) - MOST_NAMED} more" if len(students) > MOST_NAMED else ""
    return ", ".join(printable(one) for one in students[:MOST_NAMED]) + more
