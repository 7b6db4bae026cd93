"""Go on with a cell after a statement that called one of the course's own answers.

Such a call ends its statement and not its cell: what the cell defines further down is the
student's own, and counts.
"""

import ast
import traceback
from typing import Any

from autograder.judging.reference_guard import BorrowedAnswerError

CELL_FILE = "<ipython-input"


def go_on(shell: Any, source: str, error: BaseException | None) -> None:
    """Run what stands below the statement of a cell that was refused the course's own answer.

    `error` is what stopped the cell; for any other error nothing is run.
    """
    source = shell.transform_cell(source) if isinstance(error, BorrowedAnswerError) else ""
    while isinstance(error, BorrowedAnswerError):
        source = below(source, line_of(error))
        if not source:
            return
        error = shell.run_cell(source, store_history=False).error_in_exec


def line_of(error: BaseException) -> int:
    """Return the line of the cell in which an error began."""
    steps = traceback.walk_tb(error.__traceback__)
    return next(line for frame, line in steps if frame.f_code.co_filename.startswith(CELL_FILE))


def below(source: str, line: int) -> str:
    r"""Return the statements that begin below a line, each at its own line; nothing if none does.

    >>> below("a = f(\n    1)\nb = 2", line=1)
    '\n\nb = 2'
    """
    starts = (first_line(statement) for statement in ast.parse(source).body)
    start = next((number for number in starts if number > line), 0)
    return "\n" * (start - 1) + "\n".join(source.split("\n")[start - 1 :]) if start else ""


def first_line(statement: ast.stmt) -> int:
    """Return the line in which a statement begins, with its decorators."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])
