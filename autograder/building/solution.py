"""The solution region of an exercise's cell: what the student gets instead, and what solves it."""

import re

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
# nbgrader's own words, so that a student meets the same stub in every course.
CODE_STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")
TEXT_STUB = "YOUR ANSWER HERE"

REGION = re.compile(rf"^([ \t]*){BEGIN}[ \t]*\n(.*?)^[ \t]*{END}[ \t]*$", re.MULTILINE | re.DOTALL)


def unsolved(code: str) -> str:
    r"""Return the code with nbgrader's stub in place of each solution region.

    >>> unsolved("def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION")
    'def f():\n    # YOUR CODE HERE\n    raise NotImplementedError()'
    """
    return REGION.sub(lambda match: "\n".join(match[1] + line for line in CODE_STUB), code)


def solved(code: str) -> str:
    r"""Return the code without the lines that mark the solution.

    >>> solved("def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION")
    'def f():\n    return 1'
    """
    return REGION.sub(lambda match: match[2].rstrip("\n"), code)


def regions(code: str) -> tuple[str, ...]:
    """Return the text of each solution region."""
    return tuple(region[2] for region in REGION.finditer(code))


def region_mistake(code: str) -> str:
    """Say what is wrong with the marks of the solution regions; nothing if they are right."""
    marks = re.findall(r"(BEGIN|END) SOLUTION", code)
    if not marks:
        return "The exercise has no solution region."
    if marks != ["BEGIN", "END"] * (len(marks) // 2):
        return "A solution region is not closed, or closed twice."
    if 2 * len(regions(code)) != len(marks):
        return "A mark of the solution region shares its line with something else."
    return ""
