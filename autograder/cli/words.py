"""What several commands print in the same way: text in which nothing hides, counts, names."""

from collections.abc import Sequence

from autograder.course.names import printable

__all__ = ["counted", "named", "printable"]

MOST_NAMED = 8


def named(students: Sequence[str], most: int = MOST_NAMED) -> str:
    """Return the first few names, and how many more there are.

    >>> named(["ann", "bob"])
    'ann, bob'
    >>> named(["ann"] * 10).endswith("ann and 2 more")
    True
    """
    more = f" and {len(students) - most} more" if len(students) > most else ""
    return ", ".join(printable(student) for student in students[:most]) + more


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "page"), counted(300, "page"), counted(2, "it waits", "they wait")
    ('1 page', '300 pages', '2 they wait')
    """
    return f"{number} {singular if number == 1 else plural or f'{singular}s'}"
